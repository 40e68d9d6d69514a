"""The documents of a meeting, word for word as agreed; with ``GOLDEN=nieuw`` they are written anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions.agenda import save_punt
from regietafel.documents import middelen
from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.kolommen import share_width
from regietafel.documents.overlegerbij import unsent
from regietafel.documents.overlegleveren import OverlegVraag, read_overleglevering
from regietafel.documents.pdf.render import page_texts
from regietafel.documents.plain import as_text
from regietafel.documents.sjabloon import template
from regietafel.documents.stuk import Stuk
from regietafel.domain.agenda import Agendapunt
from regietafel.ledger import Ledger
from tests.core.documents.overlegtafel import HELD, NEXT, OP, fill, punt, send
from tests.core.documents.vastgelegd import compare, texts


def test_the_documents_of_a_meeting_read_as_agreed(tafel: Ledger) -> None:
    fill(tafel)
    first = {**made(tafel, NEXT, "agenda", "draaiboek"), **made(tafel, HELD, "besluitenlijst"), **mails(tafel)}
    compare("overleg", {**first, **reminders(tafel)})


def test_a_second_agenda_reads_as_agreed(tafel: Ledger) -> None:
    fill(tafel)
    send(tafel)
    save_punt(tafel, replace(punt(tafel, "Kosten"), titel="Kosten en vergoeding"))
    save_punt(tafel, replace(punt(tafel, "Grondprijs"), titel="Prijs van de grond"))
    save_punt(tafel, Agendapunt(overleg_id=NEXT, titel="Brief van de minister", toelichting="Van 28 augustus."))
    compare("overleg_versie_2", {**made(tafel, NEXT, "agenda"), **mails(tafel)})


def test_the_public_documents_of_a_meeting_read_as_agreed(tafel: Ledger) -> None:
    fill(tafel)
    public = made(tafel, HELD, "besluitenlijst", openbaar=True)
    compare("overleg_openbaar", {**made(tafel, NEXT, "agenda", openbaar=True), **public})


def test_columns_share_the_width_as_far_as_their_words_let_them() -> None:
    assert share_width((1, 3), (10, 10), 100) == [25, 75]
    assert share_width((1, 3), (40, 10), 100) == [40, 60]
    assert share_width((1, 3), (40, 70), 100) == []
    assert share_width((1, 0), (10, 10), 100) == []


def made(ledger: Ledger, id: int, *soorten: str, **asked: Any) -> dict[str, str]:
    levering = read_overleglevering(ledger, id, OP, OverlegVraag(soorten=soorten, **asked))
    readers = dict.fromkeys(plan.voor for plan in levering.plannen)
    return texts(
        [
            levering.again(soort, voor)
            for soort in soorten
            for voor in readers
            if any((plan.soort, plan.voor) == (soort, voor) for plan in levering.plannen)
        ]
    )


def mails(ledger: Ledger) -> dict[str, str]:
    levering = read_overleglevering(ledger, NEXT, OP, OverlegVraag(soorten=["agenda"], eml=unsent))
    return dict(mail(levering.again("e-mail", voor)) for voor in ("leden", "ter informatie"))


def reminders(ledger: Ledger) -> dict[str, str]:
    found = read_herinneringen(ledger, OP, OP, unsent)
    return dict(mail(found.stuk(plan)) for plan in found.plannen if plan.voor in {"Borne", "Enschede"})


def mail(stuk: Stuk) -> tuple[str, str]:
    name = stuk.bestandsnaam.removesuffix(".pdf")
    return name, f"Onderwerp: {stuk.document.subject}\n\n{as_text(stuk.document.blocks)}\n"


def test_the_usual_agenda_fits_on_one_page(tafel: Ledger) -> None:
    fill(tafel)
    for titel in ("Flexwoningen", "Kinderen in de opvang", "Brief van de minister", "Inburgering"):
        save_punt(tafel, Agendapunt(overleg_id=NEXT + 1, titel=titel, toelichting="De stand van zaken in Twente."))
    november = read_overleglevering(tafel, NEXT + 1, OP, OverlegVraag(soorten=["agenda"]))
    document = november.again("agenda", "").document
    assert len(november.gegevens.opname.punten) == 10 and len(page_texts(document)) == 1
    september = read_overleglevering(tafel, NEXT, OP, OverlegVraag(soorten=["agenda"])).again("agenda", "").document
    assert len(page_texts(replace(september, krap=False))) == 2  # so it stands closer
    assert len(page_texts(september)) == 1
    longer = replace(september, blocks=september.blocks * 2)
    assert page_texts(longer) == page_texts(replace(longer, krap=False))  # it would not help


def test_the_top_of_a_template_names_what_it_can_use(tafel: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, tuple[set[str], set[str]]] = {}

    def fill_in(filled: template.Template, values: Mapping[str, Any], blocks: Mapping[str, Any]) -> Any:
        known[filled.name] = {*values}, {*blocks}
        return template.fill(filled, values, blocks)

    monkeypatch.setattr(middelen, "fill", fill_in)
    fill(tafel)
    made(tafel, NEXT, "agenda", "draaiboek")
    made(tafel, HELD, "besluitenlijst")
    mails(tafel)
    reminders(tafel)
    assert len(known) == 6
    for name, (values, blocks) in known.items():
        top = "\n".join(line for line in template.read_source(name).splitlines() if line.startswith("%%"))
        assert set(re.findall(r"\$(\w+)", top)) == values, name
        assert set(re.findall(r"\[\w+: (\w+)\]", top)) == blocks, name
