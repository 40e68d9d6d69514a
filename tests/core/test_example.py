"""The built-in example: what is real in it is as published, and what is made up says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from regietafel.domain.opvanglocatie import LOCATIESOORTEN
from regietafel.domain.periode import Periode
from regietafel.domain.staat import STATEN
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.planning.aanbod import aanbod
from regietafel.queries.locaties import locaties
from regietafel.queries.opvangstand import REGIO, OpvangstandRegel, opvangstand
from regietafel.queries.stand import stand
from regietafel.queries.woonprojecten import woonprojecten

VOORJAAR, NAJAAR = datetime.date(2023, 5, 2), datetime.date(2023, 10, 1)
P = Periode(2023, 2)


@pytest.fixture
def voorbeeld(tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "twente.regietafel"
    make_example(path)
    ledger = Ledger.open_for_reading(path)
    yield ledger
    ledger.close()


def regio(ledger: Ledger, op: datetime.date) -> dict[str, OpvangstandRegel]:
    return {each.soort: each for each in opvangstand(ledger, op) if each.gebied == REGIO}


def test_the_published_figures_of_twente(voorbeeld: Ledger) -> None:
    spring, later = regio(voorbeeld, VOORJAAR), regio(voorbeeld, datetime.date(2024, 1, 1))
    azc, oekraine = spring["coa_regulier"], spring["oekraine"]
    assert (azc.opgave, azc.realisatie, later["coa_regulier"].opgave) == (1944, 794, 2164)
    assert (oekraine.opgave, oekraine.realisatie, oekraine.verschil) == (3604, 2978, 626)
    assert spring["crisisnoodopvang"].realisatie == 310
    assert stand(voorbeeld, P, VOORJAAR).totaal.opgave == 985


def test_the_locations_have_the_places_that_were_published(voorbeeld: Ledger) -> None:
    spring = regio(voorbeeld, VOORJAAR)
    for soort in ("coa_regulier", "oekraine", "crisisnoodopvang"):
        assert spring[soort].eigen == spring[soort].realisatie


def test_what_is_made_up_says_so_and_names_nobody(voorbeeld: Ledger) -> None:
    told = [(each.naam, each.bron, each.contact) for each in locaties(voorbeeld, NAJAAR)]
    told += [(each.naam, each.bron, each.contact) for each in woonprojecten(voorbeeld, NAJAAR)]
    assert all(naam.startswith("Voorbeeld") and "verzonnen" in bron for naam, bron, _contact in told)
    assert {contact for _naam, _bron, contact in told} == {
        "coördinator opvang van de gemeente",
        "projectleider wonen van de gemeente",
    }
    assert all(each.naam.startswith("Voorbeeldcorporatie") for each in voorbeeld.partners)


def test_there_is_something_of_everything(voorbeeld: Ledger) -> None:
    assert {each.soort for each in voorbeeld.opvanglocaties} == set(LOCATIESOORTEN) - {"amv_procesopvang"}
    assert {each.staat for each in voorbeeld.staatwissels} == set(STATEN)
    for table in ("bezettingen", "opvanguitruilen", "woningmaten", "koppelstanden", "doorlooptijden"):
        assert [*getattr(voorbeeld, table)]
    assert [*voorbeeld.prestatieafspraken] and [*voorbeeld.aandachtsgroepen]
    assert [(each.aantal, each.vertrokken) for each in voorbeeld.harinstromen] == [(16, 6), (12, 0)]


def test_the_tussenvoorziening_counts_for_three_gemeenten(voorbeeld: Ledger) -> None:
    supply = aanbod(voorbeeld, P, NAJAAR)
    found = {
        voorbeeld.gemeenten.get(id).naam: each.personen
        for id, rows in supply.items()
        for each in rows
        if "Voorbeeldhof" in each.omschrijving
    }
    assert found == {"Hengelo": 25, "Borne": 20, "Haaksbergen": 15}
