"""Pictures and cards of locations and projects from the rows of a file: they count what the pipeline counts."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions import opvanglocaties, woonprojecten
from regietafel.actions.staten import record_staat
from regietafel.actions.woonprojecten import Invulling
from regietafel.domain.afronding import rounded
from regietafel.domain.periode import Periode
from regietafel.domain.staat import Staatwissel
from regietafel.example import make_example
from regietafel.figures.stapel import Stapelrij
from regietafel.ledger import Ledger
from regietafel.planning.figuren import PLEKKEN, SOORTEN, VAN_GEMEENTE, Beeld, figuur
from regietafel.planning.gemeentekaarten import Einde, Gemeentekaart, gemeentekaarten
from regietafel.planning.opvangfiguren import punten
from regietafel.planning.pijplijn import pijplijn
from tests.core.opvang_scenarios import AZC, SHARES, TUSSEN, fill

P = Periode(2023, 2)
OP = datetime.date(2023, 9, 1)
TWO_YEARS = [datetime.date(2023 + number // 12, number % 12 + 1, 1) for number in range(0, 24, 3)]


@pytest.fixture(scope="module")
def plekken(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("voorbeeld") / "twente.regietafel"
    make_example(path)
    return Ledger.open(path)


def test_the_kinds_about_places_are_those_of_the_timeline_the_stack_and_the_map() -> None:
    assert PLEKKEN == (
        "tijdlijn",
        "tijdlijn-opvang",
        "tijdlijn-woonvormen",
        "stapel-opvang",
        "stapel-woonvormen",
        "kaart-opvang",
        "kaart-woonvormen",
    )
    assert set(SOORTEN) >= VAN_GEMEENTE


@pytest.mark.parametrize("soort", PLEKKEN)
def test_a_picture_says_something_with_and_without_places(soort: str, twente: Ledger) -> None:
    empty = figuur(twente, soort, Beeld(periode=P, op=OP))(600, 400)
    assert empty.zin.startswith("Er zijn nog geen ")
    fill(twente)
    record_staat(twente, Staatwissel(project_id=1, staat="open", vanaf=OP))
    made = figuur(twente, soort, Beeld(periode=P, op=OP))(600, 400)
    assert made.titel.startswith(SOORTEN[soort])
    assert made.rijen
    assert made.zin != empty.zin


def test_a_timeline_can_be_of_one_gemeente(twente: Ledger) -> None:
    fill(twente)
    whole = figuur(twente, "tijdlijn", Beeld(periode=P, op=OP))(600, 400)
    assert [rij.key for rij in whole.rijen] == ["locatie/1", "locatie/2", "project/1", "project/2"]
    made = figuur(twente, "tijdlijn", Beeld(periode=P, op=OP, gemeente_id=3))(600, 400)
    assert made.titel == "Locaties en projecten in de tijd, Enschede"
    assert [rij.naam for rij in made.rijen] == ["Hotel"]


@pytest.mark.parametrize("op", TWO_YEARS, ids=str)
def test_the_stack_counts_what_the_pipeline_counts(plekken: Ledger, op: datetime.date) -> None:
    for soort, wonen in (("stapel-opvang", False), ("stapel-woonvormen", True)):
        made = figuur(plekken, soort, Beeld(periode=P, op=op))(600, 400)
        together = [rij for rij in made.rijen if rij.soort == "Samen"]
        maanden = pijplijn(plekken, op, together[-1].datum).maanden
        assert together == [
            Stapelrij(
                datum=maand.begin,
                soort="Samen",
                zeker=maand.wonen_zeker if wonen else maand.zeker,
                verwacht=rounded(maand.wonen_verwacht - maand.wonen_zeker if wonen else maand.verwacht - maand.zeker),
                opgave=None if wonen else maand.opgave,
            )
            for maand in maanden
        ]


def test_a_stack_begins_with_what_there_is(twente: Ledger) -> None:
    fill(twente)
    [first, *_rest] = punten(pijplijn(twente, OP, OP), {"azc": 300}, {"azc": "azc"})
    assert (first.zeker, first.verwacht) == ({"azc": 300}, {"azc": Fraction(0)})


def test_a_card_says_what_there_is_what_comes_and_what_ends(twente: Ledger) -> None:
    fill(twente)
    later, far = datetime.date(2024, 3, 1), datetime.date(2025, 1, 1)
    opvanglocaties.edit_locatie(twente, replace(twente.opvanglocaties.get(1), overeenkomst_tot=later, open_tot=far))
    opvanglocaties.add_locatie(
        twente,
        replace(AZC, gemeente_id=1, naam="Nieuw", capaciteit=50, open_vanaf=far),
        [Staatwissel(locatie_id=0, staat="raadsbesluit", vanaf=OP)],
    )
    sure = replace(TUSSEN, id=1, oplevering=later, telt_mee="ja", telt_mee_bron="convenant")
    woonprojecten.edit_project(twente, sure, SHARES)
    [almelo, borne, enschede] = gemeentekaarten(twente, OP)
    assert almelo == Gemeentekaart(
        gemeente_id=1,
        code="GM0141",
        gemeente="Almelo",
        locaties=2,
        plekken=340,
        bezet=280,
        locaties_komend=1,
        plekken_komend=50,
        projecten=0,
        personen=0,
        projecten_komend=1,
        woningen_komend=30,
        personen_komend=60,
        telt_mee=25,
        telt_onbekend=0,
        einden=(Einde(datum=later, naam="De Vloedbeld"),),
    )
    assert (borne.locaties, borne.projecten_komend, borne.telt_mee) == (0, 0, 20)
    assert (enschede.telt_mee, enschede.bezet) == (15, None)


def test_what_does_not_count_is_in_no_card(twente: Ledger) -> None:
    fill(twente)
    [almelo, *_others] = gemeentekaarten(twente, datetime.date(2023, 8, 1))
    assert (almelo.telt_mee, almelo.telt_onbekend) == (0, 25)
    no = replace(TUSSEN, id=1, telt_mee="nee", telt_mee_bron="brief van het ministerie")
    woonprojecten.edit_project(twente, no, SHARES)
    [almelo, *_others] = gemeentekaarten(twente, datetime.date(2023, 8, 1))
    assert (almelo.telt_mee, almelo.telt_onbekend) == (0, 0)
    woonprojecten.add_project(twente, replace(TUSSEN, naam="Zonder", oplevering=None), Invulling())
    assert sum(each.projecten_komend for each in gemeentekaarten(twente, OP)) == 1


def test_the_command_writes_them(plekken: Ledger, tmp_path: Path, run: Any) -> None:
    file = plekken.db.execute("PRAGMA database_list").fetchone()[2]
    for soort in PLEKKEN:
        made = tmp_path / f"{soort}.svg"
        found = run("figuur", file, "--soort", soort, "--op", "2023-09-01", "--naar", made, "--json")
        assert found.code == 0, found.err
        assert found.json["zin"].endswith(".")
        assert found.json["rijen"]
        assert made.read_text().startswith("<?xml")
    assert "stapel-opvang" in run("figuur", "--help").out
    other = run("figuur", file, "--soort", "kaart", "--naar", tmp_path / "x.svg")
    assert (other.code, other.err.strip()) == (2, "Geef ook: --periode.")
