"""Our checks understand everything our documents do: none of them has a finding."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import pytest
from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.scenarios import make_scenario
from regietafel.documents.blocks import Column, Document, Heading, ListBlock, ListItem, Paragraph, Run, Table, text
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.keuring.regels_blad import contrast_ratio
from regietafel.documents.keuring.regels_tags import hides
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Realisatie
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst
from tests.core.documents.breken import rules
from tests.core.documents.pdfs import LONG, document, paragraph
from tests.core.documents.pdfs import rich as every_block

P = Periode(2023, 2)
DATUM = datetime.date(2023, 9, 1)


def found(document: Document) -> list[str]:
    return [f"{each.regel} {each.waar} {each.melding}" for each in keur(render_pdf(document)).bevindingen]


def test_the_letters_and_decisions_of_a_herverdeling(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)])
    stukken = make_reeks(tafel, id, DATUM).complete()
    assert len(stukken) > 10
    for stuk in stukken:
        assert found(stuk.document) == [], stuk.bestandsnaam


def test_the_stand_van_zaken_and_the_scenarios(twente: Ledger) -> None:
    for id, aantal in ((1, 30), (2, 13), (3, 50)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=DATUM, aantal=aantal))
    make_scenario(twente, P, "Klein", [Scenarioregel("Enschede", "Borne", 10, "Borne loopt voor.")], "Eerst met buren.")
    assert found(make_stand_van_zaken(twente, P, DATUM, DATUM).document) == []
    assert found(make_scenariobijlage(twente, uitkomst(twente, [1], DATUM), DATUM).document) == []


def test_every_block_and_every_odd_character() -> None:
    assert found(every_block()) == []
    assert found(document()) == []


def test_notes_at_the_foot_and_bars_of_the_woo_are_understood() -> None:
    note = text("Opgave van de woningcorporatie, per 1 juli 2023. " * 3)
    bar = Run(text="", grond="5.1.2e")
    content = [
        Paragraph(
            content=(Run(text=f"Alinea {number}"), Run(text=" met bron", note=note), bar, Run(text=" " + LONG * 3))
        )
        for number in range(40)
    ]
    row = ("Borne", (Run(text="5", note=note),))
    table = Table(columns=(Column(header="Gemeente"), Column(header="Aantal", numeric=True)), rows=(row,) * 3)
    items = ListBlock(items=(ListItem(content=(Run(text="een", note=note),)), ListItem(content=text("twee"))))
    assert found(document(Heading(content=text("Besluit")), *content, items, table)) == []


@pytest.mark.parametrize("width", range(1, 8))
def test_a_long_word_that_is_broken_is_one_word(width: int) -> None:
    words = "Woningbouwcorporatievergaderingsverslag " * 3 + "Rijssen" * (10 * width)
    table = Table(columns=tuple(Column(header=f"Huisvestingstaakstelling {n}") for n in range(width)), rows=())
    assert found(document(Heading(content=text("Kop")), paragraph(words), table)) == []


@pytest.mark.parametrize("said", ["klik hier", "Hier", "lees meer »"])
def test_a_bare_link_says_nothing(said: str) -> None:
    link = Run(text=said, link="https://www.coa.nl")
    content = Paragraph(content=(Run(text="Voor het formulier, "), link, Run(text=".")))
    assert rules(keur(render_pdf(document(Heading(content=text("Kop")), content)))) == {"koppeling-tekst"}


def test_a_long_document_has_bookmarks_when_it_has_headings() -> None:
    letter = document(*[paragraph(LONG * 10)] * 20)
    assert rules(keur(render_pdf(letter))) == {"bladwijzers"}
    assert found(replace(letter, blocks=(Heading(content=text("Kop")), *letter.blocks))) == []


def test_what_replaces_text_may_say_more_but_not_less() -> None:
    assert not hides("ge-meente Almelo", "gemeente Almelo")
    assert not hides("5.1.2e", "weggelakt op grond van artikel 5.1")
    assert not hides("[U+1F9BA]", "🦺")
    assert not hides("m.b.t.", "met betrekking tot")
    assert hides("Het college besluit", "")
    assert hides("Het college van Almelo besluit", "Het college")


@pytest.mark.parametrize(
    ("letters", "below", "size", "good"),
    [
        ("#FFFFFF", "", 10, False),
        ("#FFFFFF", "#1D4ED8", 10, True),
        ("#12181F", "#1D4ED8", 10, False),
        ("#8A8A8A", "", 10, False),
        ("#8A8A8A", "", 20, True),
    ],
)
def test_letters_stand_out_against_what_is_below_them(letters: str, below: str, size: int, good: bool) -> None:
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    if below:
        canvas.setFillColor(HexColor(below))
        canvas.rect(50, 650, 400, 100, stroke=0, fill=1)
    canvas.setFillColor(HexColor(letters))
    canvas.setFont("Helvetica", size)
    canvas.drawString(72, 700, "Besluit van het college")
    canvas.save()
    assert ("contrast" in rules(keur(drawn.getvalue()))) != good


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_ratio((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast_ratio((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)
