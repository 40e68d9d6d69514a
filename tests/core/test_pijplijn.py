"""What opens and ends month by month: with the certainty of its state, never twice, and opvang apart from housing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.normen import edit_zekerheid
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.actions.staten import record_staat
from regietafel.actions.woonprojecten import Invulling, add_project
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.regio import Gemeente
from regietafel.domain.staat import STATEN, Staatwissel, Zekerheid
from regietafel.domain.woonproject import Woonproject
from regietafel.ledger import Ledger
from regietafel.planning.pijplijn import Gebeurtenis, Maand, pijplijn

OP, TOT = datetime.date(2023, 9, 15), datetime.date(2024, 2, 1)
DAY = datetime.timedelta(days=1)


def dag(maand: int, dag: int = 1, jaar: int = 2023) -> datetime.date:
    return datetime.date(jaar, maand, dag)


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """With the certainties that ship."""
    for zekerheid in reference.meegeleverd(Zekerheid):
        edit_zekerheid(twente, zekerheid)
    return twente


def add(ledger: Ledger, staat: str | None = "open", **known: Any) -> int:
    values = {"gemeente_id": 1, "soort": "azc", "capaciteit": 300, "naam": f"Plek {len(list(ledger.opvanglocaties))}"}
    staten = [Staatwissel(locatie_id=0, staat=staat, vanaf=dag(1))] if staat else []
    made = add_locatie(ledger, Opvanglocatie(**{**values, **known}), staten)
    assert made.id is not None
    return made.id


def maanden(ledger: Ledger, op: datetime.date = OP, tot: datetime.date = TOT) -> dict[datetime.date, Maand]:
    return {each.begin: each for each in pijplijn(ledger, op, tot).maanden}


def events(ledger: Ledger, op: datetime.date = OP, tot: datetime.date = TOT) -> list[tuple[Any, ...]]:
    found: list[Gebeurtenis] = [each for maand in maanden(ledger, op, tot).values() for each in maand.gebeurtenissen]
    return [(each.datum, each.wat, each.plekken, each.zekerheid) for each in found]


def test_what_opens_counts_with_the_certainty_of_its_state(tafel: Ledger) -> None:
    add(tafel, capaciteit=400)
    add(tafel, "vergunning", capaciteit=101, open_vanaf=dag(11, 10))
    add(tafel, None, capaciteit=100, open_vanaf=dag(12))
    found = maanden(tafel)
    assert list(found) == [dag(9), dag(10), dag(11), dag(12), dag(1, jaar=2024), dag(2, jaar=2024)]
    assert events(tafel) == [(dag(11, 10), "opent", 101, 75), (dag(12), "opent", 100, 5)]
    assert [each.zeker for each in found.values()] == [400] * 6
    assert [each.verwacht for each in found.values()][1:4] == [400, Fraction(47575, 100), Fraction(48075, 100)]
    assert found[dag(12)].verwacht_plekken == 481
    (vergunning,) = tafel.zekerheden.where(staat="vergunning")
    edit_zekerheid(tafel, replace(vergunning, zekerheid=100))
    assert (maanden(tafel)[dag(11)].zeker, maanden(tafel)[dag(11)].verwacht) == (501, Fraction(501))


def test_without_a_certainty_nothing_is_expected(twente: Ledger) -> None:
    add(twente, "vergunning", open_vanaf=dag(11))
    assert events(twente) == [(dag(11), "opent", 300, None)]
    assert {each.verwacht for each in maanden(twente).values()} == {0}


def test_what_ends_is_gone_from_the_next_day(tafel: Ledger) -> None:
    add(tafel, capaciteit=100, open_tot=dag(10, 31))
    add(tafel, capaciteit=200, open_tot=dag(12, 10), overeenkomst_tot=dag(10, 10))
    add(tafel, capaciteit=40, overeenkomst_tot=dag(12, 31))
    assert events(tafel) == [
        (dag(11), "sluit", -100, 100),
        (dag(12, 11), "sluit", -200, 100),
        (dag(1, jaar=2024), "overeenkomst_eindigt", -40, 100),
    ]
    zeker = [each.zeker for each in maanden(tafel).values()]
    assert zeker == [340, 340, 240, 40, 0, 0]


def test_what_opens_and_ends_takes_back_as_much_as_it_gave(tafel: Ledger) -> None:
    add(tafel, "raadsbesluit", capaciteit=50, open_vanaf=dag(10), open_tot=dag(12, 31))
    assert events(tafel) == [(dag(10), "opent", 50, 60), (dag(1, jaar=2024), "sluit", -50, 60)]
    assert [each.verwacht for each in maanden(tafel).values()] == [0, 30, 30, 30, 0, 0]


def test_a_closing_that_was_decided(tafel: Ledger) -> None:
    id = add(tafel, open_tot=dag(1, jaar=2024))
    record_staat(tafel, Staatwissel(locatie_id=id, staat="gesloten", vanaf=dag(11)))
    assert events(tafel) == [(dag(11), "sluit", -300, 100)]


def test_what_should_have_opened_and_what_has_no_day_is_told_apart(tafel: Ledger) -> None:
    late = add(tafel, "in_aanbouw", open_vanaf=dag(9))
    dayless = add(tafel, "verkenning")
    add(tafel, "gesloten")
    add(tafel, "raadsbesluit", open_vanaf=OP + DAY)
    unknown = add(tafel, "vergunning", open_vanaf=dag(11), capaciteit=None)
    add(tafel, "vergunning", open_vanaf=dag(3, jaar=2024), capaciteit=None)  # after the months asked for
    ahead = pijplijn(tafel, OP, TOT)
    assert [each.id for each in ahead.zonder_datum] == [late, dayless]
    assert [each.id for each in ahead.zonder_plekken] == [unknown]
    assert events(tafel) == [(OP + DAY, "opent", 300, 60)]
    assert {each.zeker for each in ahead.maanden} == {0}


def test_opvang_and_housing_do_not_mix(tafel: Ledger) -> None:
    add(tafel, capaciteit=400)
    add(tafel, soort="amv_nidos", capaciteit=30)
    project = Woonproject(gemeente_id=1, naam="Hof", soort="tussenvoorziening", personen=60, oplevering=dag(10))
    add_project(tafel, project, Invulling(), [Staatwissel(project_id=0, staat="in_aanbouw", vanaf=dag(1))])
    open_ = replace(project, naam="Al open", personen=20, oplevering=dag(2), einde=dag(12, 31))
    add_project(tafel, open_, Invulling())
    ahead = pijplijn(tafel, OP, TOT)
    assert (ahead.zeker, ahead.wonen_zeker) == (400, 20)
    assert [each.zeker for each in ahead.maanden] == [400] * 6
    assert [each.wonen_zeker for each in ahead.maanden] == [20, 20, 20, 20, 0, 0]
    assert [each.wonen_verwacht for each in ahead.maanden] == [20, 74, 74, 74, 54, 54]
    assert [each.capaciteit for each in ahead.locaties] == [400] and len(ahead.projecten) == 2
    alone = pijplijn(tafel, OP, TOT, wonen=False)
    assert alone.locaties == ahead.locaties and not alone.projecten
    assert [each.zeker for each in alone.maanden] == [400] * 6


def test_against_the_opgave_of_every_month(twente: Ledger) -> None:
    with twente.operation("x"):
        for code, aantal in (("GM0141", 100), ("GM0147", 40), ("GM0153", 200)):
            for when, more in ((dag(4), 0), (dag(1, jaar=2024), 10)):
                cijfer = Opvangcijfer(gebied=code, soort="coa_regulier", peildatum=when, opgave=aantal + more)
                twente.opvangcijfers.save(cijfer)
        twente.gemeenten.save(Gemeente(gm_code="GM0193", naam="Zwolle", provincie="Overijssel", lid=False))
    add(twente, gemeente_id=4)
    ahead = pijplijn(twente, OP, TOT)
    assert [each.opgave for each in ahead.maanden] == [340, 340, 340, 340, 370, 370]
    assert ahead.zeker == 0  # of no member


day = st.dates(dag(6), dag(6, jaar=2024))
plan = st.tuples(st.sampled_from([None, *STATEN]), day, st.integers(0, 300), st.integers(0, 500))


@given(plans=st.lists(plan, max_size=6), op=day)
def test_the_end_of_the_way_does_not_depend_on_the_months(
    plans: list[tuple[str | None, datetime.date, int, int]], op: datetime.date
) -> None:
    """The last month is what there is on the day plus all that happens, and nothing is expected below 0."""
    ledger = Ledger.in_memory()
    with ledger.operation("x"):
        ledger.gemeenten.save(Gemeente(gm_code="GM0141", naam="Almelo", provincie="Overijssel"))
        for each in reference.meegeleverd(Zekerheid):
            ledger.zekerheden.save(each)
    for staat, begin, long, plekken in plans:
        add(ledger, staat, open_vanaf=begin, open_tot=begin + long * DAY, capaciteit=plekken)
    ahead = pijplijn(ledger, op, dag(12, jaar=2025))
    happened = [event for maand in ahead.maanden for event in maand.gebeurtenissen]
    assert ahead.maanden[-1].verwacht == ahead.zeker + sum(each.verwacht for each in happened) == 0
    assert all(0 <= each.zeker <= each.verwacht for each in ahead.maanden)
    ledger.close()
