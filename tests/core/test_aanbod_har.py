"""A HAR in the prognose: by the groups that come into it, each with six months."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from regietafel.actions.woonprojecten import Invulling, save_harinstroom
from regietafel.domain.woonproject import Harinstroom
from regietafel.ledger import Ledger
from regietafel.planning.aanbod import Onzeker, Reden, aanbodstand
from regietafel.planning.prognose import prognose
from tests.core.supply import ALMELO, BORNE, COUNTED, HOF, OP, P, add, coming, prepare

HOTEL = replace(HOF, naam="Hotel", soort="har", oplevering=None, personen=None, vergunninghouders=None, eenheden=None)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    """Three gemeenten of which the count of 1 September is known: 30, 12 and 60; and how certain each state is."""
    prepare(twente)
    return twente


def group(ledger: Ledger, project_id: int, begin: datetime.date, aantal: int, vertrokken: int = 0) -> None:
    save_harinstroom(
        ledger,
        Harinstroom(project_id=project_id, gemeente_id=BORNE, begin=begin, aantal=aantal, vertrokken=vertrokken),
    )


def test_a_group_in_a_har_counts_when_it_comes_and_returns_after_six_months(counted: Ledger) -> None:
    id = add(counted, HOTEL, Invulling(), open=datetime.date(2023, 3, 1))
    group(counted, id, datetime.date(2023, 4, 15), 12, vertrokken=5)
    group(counted, id, datetime.date(2023, 9, 10), 8)
    assert coming(counted) == {BORNE: [("2023-09-10", 8, 100), ("2023-10-15", -7, 100)]}
    assert coming(counted, periode=P.next) == {BORNE: [("2024-03-10", -8, 100)]}
    assert prognose(counted, P, OP).regels[1].aanbod == 1
    assert any(
        "7 uit HAR Hotel moeten vanaf 15-10-2023 opnieuw worden gehuisvest" in each
        for each in prognose(counted, P, OP).regels[1].uitleg
    )


def test_a_har_with_groups_does_not_count_by_its_oplevering_as_well(counted: Ledger) -> None:
    project = replace(HOTEL, personen=40, vergunninghouders=40, oplevering=datetime.date(2023, 10, 1))
    id = add(counted, project, Invulling(), raadsbesluit=COUNTED)
    assert coming(counted) == {ALMELO: [("2023-10-01", 40, 60)]}
    group(counted, id, datetime.date(2023, 11, 1), 10)  # to come: as certain as the project
    assert coming(counted) == {BORNE: [("2023-11-01", 10, 60)]}


def test_a_har_that_ends_sooner_ends_for_its_groups(counted: Ledger) -> None:
    id = add(counted, replace(HOTEL, einde=datetime.date(2023, 11, 30)), Invulling(), open=COUNTED)
    group(counted, id, datetime.date(2023, 9, 10), 8)
    assert coming(counted)[BORNE] == [("2023-09-10", 8, 100), ("2023-12-01", -8, 100)]


def test_without_the_norm_the_end_of_a_har_is_unknown(twente: Ledger) -> None:
    id = add(twente, HOTEL, Invulling(), open=COUNTED)
    group(twente, id, datetime.date(2023, 9, 10), 8)
    assert coming(twente) == {BORNE: [("2023-09-10", 8, 100)]}
    assert aanbodstand(twente, P, OP).onzeker[BORNE] == (
        Onzeker(reden=Reden.TERMIJN, omschrijving="HAR Hotel", personen=-8),
    )
