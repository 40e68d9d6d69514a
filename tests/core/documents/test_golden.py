"""The text of every kind of document, as agreed. Each is kept in ``golden/`` as who listens to the file hears it.

After a change that is meant, ``GOLDEN=nieuw pytest tests/core/documents/test_golden.py`` writes them anew; read what
changed (``git diff``) before you keep it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_regio
from regietafel.actions.scenarios import make_scenario
from regietafel.actions.weglatingen import set_weglating
from regietafel.documents.bundel.dossier import make_dossier
from regietafel.documents.maken import render
from regietafel.documents.opmaak import GEWOON
from regietafel.documents.opvangreeks import make_opvangstukken
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.voorbeeldpagina import make_voorbeeld
from regietafel.documents.woo.reeks import publish_reeks
from regietafel.documents.woo.vinden import personal_data, read_bekend
from regietafel.domain.document import Weglating
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Realisatie
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst
from regietafel.queries.bijlagen import Meegestuurd
from tests.core.agreements import record
from tests.core.documents.bundels import letter, plain
from tests.core.documents.conftest import DATUM, P
from tests.core.documents.reading import read
from tests.core.documents.vastgelegd import NBSP, RUIL, TOELICHTING, compare, heard, lines, mails, texts

LANGER = [Deel("Enschede", "Almelo", 10), Deel("Enschede", "Borne", 5), Deel("Almelo", "Borne", 1)]
OP = datetime.date(2023, 10, 1)


def ruil(tafel: Ledger) -> dict[str, str]:
    """A short agreement on which every college still has to decide, with as little filled in as can be."""
    id = make_herverdeling(tafel, P, RUIL, Bepalingen(toelichting=TOELICHTING))
    stukken = make_reeks(tafel, id, DATUM).complete()
    return {**texts(stukken), **mails(tafel, id, stukken, "Borne", "COA")}


def in_werking(tafel: Ledger) -> dict[str, str]:
    """A longer agreement that is in force, with an objection clause, a picture and all facts, without a toelichting."""
    edit_regio(
        tafel,
        replace(
            tafel.regio.get(1),
            voorzitter="burgemeester van Almelo",
            postadres="Postbus 5100",
            postcode="7600 GC",
            plaats="Almelo",
            e_mail="regietafel@almelo.nl",
            telefoon="0546 54 11 11",
        ),
    )
    bepalingen = Bepalingen(
        tot_en_met=Periode(2024, 1),
        reden_langer="De woningen in Borne komen pas in 2024 vrij.",
        overleg="Besproken met COA, A&M en VRO op 1 juni 2023.",
        bezwaarclausule=True,
    )
    id = make_herverdeling(tafel, P, LANGER, bepalingen)
    record(tafel, id, besluit_op=DATUM, contact="Griffie, griffie@twente.nl")
    for naam in ("Almelo", "Borne", "Enschede"):
        found = {"besluitnummer": f"2023-{len(naam)}", "vindplaats": f"Gemeenteblad {naam} 2023, 12345"}
        record(tafel, id, naam, bekendgemaakt_op=datetime.date(2023, 7, 20), **found)
    stukken = make_reeks(tafel, id, datetime.date(2023, 7, 21), uw_kenmerk="2023-123").complete()
    return {**texts(stukken), **mails(tafel, id, stukken, "Enschede", "provincie Overijssel", uw_kenmerk="2023-123")}


def openbaar(tafel: Ledger) -> dict[str, str]:
    """Publication versions: what was found is left out, and so is what the user marked."""
    said = "Vragen? Bel 074 265 8686 of mail griffie@borne.nl. De opbrengst is 12 woningen aan de Stationsstraat."
    id = make_herverdeling(tafel, P, RUIL, Bepalingen(toelichting=said))
    record(tafel, id, "Borne", contact="griffie@borne.nl, 074 265 8686")
    set_weglating(tafel, Weglating(herverdeling_id=id, tekst="12 woningen aan de Stationsstraat", grond="5.1.2b"))
    reeks = make_reeks(tafel, id, DATUM, ("gezamenlijk-besluit", "raadsinformatiebrief"))
    gone = personal_data(read_bekend(tafel, id), [stuk.document for stuk in reeks.stukken])
    return texts(publish_reeks(reeks, gone).stukken)


def agenda(twente: Ledger) -> dict[str, str]:
    """What goes with the agenda of the table, what bundles documents, and what shows a house style."""
    for id, aantal in ((1, 57), (2, 29), (3, 100)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=OP, aantal=aantal))
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    make_scenario(twente, P, "Klein", [Scenarioregel("Enschede", "Borne", 10, "Borne loopt voor.")], "Eerst met buren.")
    make_scenario(twente, P, "Te veel", [Scenarioregel("Borne", "Enschede", 39)])
    stukken = (
        make_stand_van_zaken(twente, P, OP, OP),
        make_scenariobijlage(twente, uitkomst(twente, [1, 2], OP), OP),
    )
    voorbeeld = make_voorbeeld(GEWOON, "Gemeente Borne", ("Postbus 200", "7620 AE  Borne"), DATUM)
    return {**texts(stukken), "Voorbeeld van een huisstijl": heard(render(voorbeeld)), "Dossier": dossier(stukken)}


@pytest.mark.parametrize("make", [ruil, in_werking, openbaar])
def test_the_documents_of_an_agreement_read_as_agreed(tafel: Ledger, make: Callable[[Ledger], dict[str, str]]) -> None:
    compare(make.__name__, make(tafel))


def test_the_documents_of_the_table_read_as_agreed(twente: Ledger) -> None:
    compare("agenda", agenda(twente))


def test_the_documents_about_opvang_read_as_agreed(tmp_path: Path) -> None:
    """Of the built-in example, which has something of everything."""
    path = tmp_path / "twente.regietafel"
    make_example(path)
    ledger = Ledger.open_for_reading(path)
    made = make_opvangstukken(ledger, OP, OP, tot=datetime.date(2025, 3, 31)).complete()
    ledger.close()
    compare("opvang", texts(made))


def dossier(stukken: Sequence[Stuk]) -> str:
    """The cover, and the page in place of an annex that not everyone can read."""
    made = make_dossier(
        titel="Dossier herverdeling HV-2023-II-01",
        author="Regietafel Twente",
        kenmerk="HV-2023-II-01",
        datum=DATUM,
        stukken=[(stuk.document.title, render(stuk.document)) for stuk in stukken],
        bijlagen=[
            Meegestuurd(titel="Brief van het COA", bestandsnaam="brief.pdf", inhoud=letter("Brief")),
            Meegestuurd(titel="Kaart", bestandsnaam="kaart.pdf", inhoud=plain()),
        ],
    )
    first, *_rest, last = read(made.pdf).root.kids
    return "\n".join([*lines(first), "", *lines(last), "", *made.meldingen, ""]).replace(NBSP, " ")
