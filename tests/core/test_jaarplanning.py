"""When to meet in a year: as many dates as there should be, near what must be there, never on a day off."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.inlezen import import_regels
from regietafel.actions.overleggen import cancel_overleg, make_overleggen
from regietafel.actions.overlegreeksen import edit_schoolvakantie, save_overlegreeks
from regietafel.actions.regio import add_meegeleverd, make_regio
from regietafel.actions.termijnen import edit_termijn
from regietafel.domain.feestdagen import is_werkdag
from regietafel.domain.overleg import Overlegreeks, Schoolvakantie
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.taakstelling import Realisatie
from regietafel.domain.termijn import Termijn
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.planning.jaarplanning import Datumvoorstel, botsing, jaarplanning

WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def table() -> Ledger:
    ledger = Ledger.in_memory()
    make_regio(ledger, Regio(naam="Regietafel"), [Gemeente(gm_code="GM0141", naam="Almelo")])
    return ledger


def series(ledger: Ledger, naam: str = "Regietafel", **known: Any) -> int:
    made = save_overlegreeks(ledger, Overlegreeks(**{"naam": naam, "soort": "regietafel", **known}))
    assert made.id is not None
    return made.id


def check(found: tuple[Datumvoorstel, ...], jaar: int) -> None:
    """The law: in the year, in order, on working days, and never two in one week."""
    days = [each.datum for each in found]
    assert all(each.year == jaar and is_werkdag(each) for each in days)
    assert days == sorted(days)
    assert len({each.isocalendar()[:2] for each in days}) == len(days)
    assert all(each.waarom.endswith(".") for each in found)


@given(
    jaar=st.integers(1990, 2100), per_jaar=st.integers(1, 52), regio=st.sampled_from(["", "noord", "midden", "zuid"])
)
@settings(max_examples=40)
def test_there_are_always_as_many_dates_as_asked(jaar: int, per_jaar: int, regio: str) -> None:
    ledger = table()
    add_meegeleverd(ledger)
    found = jaarplanning(ledger, series(ledger, per_jaar=per_jaar, vakantieregio=regio), jaar)
    check(found, jaar)
    assert len(found) == per_jaar
    free = [each for each in found if not each.botst.startswith("Valt")]
    if per_jaar <= 35:  # of 52 weeks some 12 are school holidays
        assert len(free) == per_jaar


@given(
    days=st.lists(st.dates(day("2022-12-01"), day("2024-01-31")), max_size=12, unique=True),
    other=st.lists(st.dates(day("2023-01-01"), day("2023-12-31")), max_size=12, unique=True),
    soort=st.sampled_from(["regietafel", "vooroverleg", "prt"]),
    per_jaar=st.integers(1, 40),
)
@settings(max_examples=40)
def test_what_is_planned_already_counts(
    days: list[datetime.date], other: list[datetime.date], soort: str, per_jaar: int
) -> None:
    ledger = table()
    add_meegeleverd(ledger)
    own, tables = series(ledger, soort=soort, per_jaar=per_jaar, vakantieregio="noord"), series(ledger, "Andere")
    make_overleggen(ledger, own, days)
    make_overleggen(ledger, tables, other)
    found = jaarplanning(ledger, own, 2023)
    check(found, 2023)
    assert len(found) == max(0, per_jaar - sum(each.year == 2023 for each in days))
    assert not {each.datum.isocalendar()[:2] for each in found} & {each.isocalendar()[:2] for each in days}
    assert found == jaarplanning(ledger, own, 2023)


def test_six_meetings_are_spread_and_near_what_must_be_there() -> None:
    ledger = table()
    add_meegeleverd(ledger)
    found = jaarplanning(ledger, series(ledger, vakantieregio="noord"), 2025)
    assert all(not each.botst for each in found)
    gaps = [(after.datum - before.datum) // WEEK for before, after in pairwise(found)]
    assert min(gaps) >= 4 and max(gaps) <= 14
    assert sum(bool(each.bij) for each in found) >= 5
    for moment in ("2025-02-01", "2025-04-01", "2025-07-01", "2025-10-01", "2025-11-01"):
        assert min(abs((each.datum - day(moment)).days) for each in found) <= 14


def test_a_key_moment_draws_the_nearest_date() -> None:
    ledger = table()
    reeks = series(ledger, per_jaar=2)
    (_first, plain) = jaarplanning(ledger, reeks, 2023)
    assert plain.waarom == "Verdeeld over het jaar; er is geen termijn in de buurt." and plain.bij == ""
    edit_termijn(ledger, Termijn(omschrijving="Begroting", maand=11, dag=15))
    (_first, drawn) = jaarplanning(ledger, reeks, 2023)
    assert plain.datum < drawn.datum and drawn.bij == "Begroting"
    assert drawn.waarom == f"{(day('2023-11-15') - drawn.datum).days} dagen vóór 15 november: Begroting."


def test_a_moment_that_does_not_hold_that_year_draws_nothing() -> None:
    ledger = table()
    edit_termijn(ledger, Termijn(omschrijving="Wet", maand=9, dag=15, geldig_vanaf=day("2024-02-01")))
    reeks = series(ledger, per_jaar=4)
    assert [each.bij for each in jaarplanning(ledger, reeks, 2023)] == [""] * 4
    assert "Wet" in [each.bij for each in jaarplanning(ledger, reeks, 2024)]


def test_the_usual_day_of_the_week_is_kept() -> None:
    ledger = table()
    reeks = series(ledger)
    assert {each.datum.weekday() for each in jaarplanning(ledger, reeks, 2023)} == {3}
    make_overleggen(ledger, reeks, [day("2022-09-05"), day("2022-10-03"), day("2022-11-03")])  # Monday twice
    mondays = jaarplanning(ledger, reeks, 2023)
    assert {each.datum.weekday() for each in mondays} == {0}
    make_overleggen(ledger, reeks, [day("2022-12-01")])  # as often on a Thursday, and that last
    assert {each.datum.weekday() for each in jaarplanning(ledger, reeks, 2023)} == {3}


def test_a_cancelled_meeting_leaves_its_place() -> None:
    ledger = table()
    reeks = series(ledger, per_jaar=1)
    (made,) = make_overleggen(ledger, reeks, [day("2023-06-15")])
    assert jaarplanning(ledger, reeks, 2023) == ()
    cancel_overleg(ledger, made.id or 0, "te druk")
    assert len(jaarplanning(ledger, reeks, 2023)) == 1


def test_a_school_holiday_is_avoided_while_there_is_room() -> None:
    ledger = table()
    free, full = series(ledger, per_jaar=8, vakantieregio="noord"), series(ledger, "Wekelijks", per_jaar=52)
    weekly = series(ledger, "Wekelijks noord", per_jaar=52, vakantieregio="noord")
    summer = Schoolvakantie(
        naam="Zomervakantie 2023", regio="noord", begin=day("2023-07-22"), einde=day("2023-09-03"), bron="Rijk"
    )
    edit_schoolvakantie(ledger, summer)
    assert not [each for each in jaarplanning(ledger, free, 2023) if summer.begin <= each.datum <= summer.einde]
    assert not [each for each in jaarplanning(ledger, full, 2023) if each.botst]  # this series does not look
    said = {each.botst for each in jaarplanning(ledger, weekly, 2023)}
    unknown = "Na 3 september 2023 zijn geen schoolvakanties bekend."
    assert said == {"", "Valt in de zomervakantie 2023 (regio noord).", unknown}
    assert {each.botst for each in jaarplanning(ledger, weekly, 2024)} == {unknown}


def test_officials_meet_two_weeks_before_the_table() -> None:
    ledger = table()
    tables, officials = series(ledger), series(ledger, "Ambtelijk", soort="vooroverleg", per_jaar=3)
    make_overleggen(ledger, tables, [day("2023-03-16"), day("2023-06-15")])
    found = jaarplanning(ledger, officials, 2023)
    assert [each.datum for each in found][:2] == [day("2023-03-02"), day("2023-06-01")] and len(found) == 3
    assert found[0].waarom == "14 dagen vóór de regietafel van 16 maart 2023."
    assert found[0].bij == "de regietafel van 16 maart 2023" and found[2].bij == ""
    make_overleggen(ledger, officials, [day("2023-03-02")])
    assert next(each.datum for each in jaarplanning(ledger, officials, 2023)) == day("2023-06-01")


def test_a_table_early_in_the_year_is_prepared_in_the_year_before_or_shortly_before_it() -> None:
    ledger = table()
    tables, officials = series(ledger), series(ledger, "Ambtelijk", soort="vooroverleg", per_jaar=1)
    make_overleggen(ledger, tables, [day("2024-01-12")])
    assert [each.datum for each in jaarplanning(ledger, officials, 2023)] == [day("2023-12-28")]
    assert [each.datum for each in jaarplanning(ledger, officials, 2024)] == [day("2024-01-04")]


def test_the_newest_standing_is_told_when_it_will_be_there() -> None:
    ledger = table()
    reeks = series(ledger, per_jaar=12)
    assert not [each for each in jaarplanning(ledger, reeks, 2023) if "stand" in each.waarom]
    days = [datetime.date(2023, month, 1) for month in (2, 3, 4)] + [day("2023-05-16")]
    counts = [Realisatie(gemeente_id=1, periode=Periode(2023, 1), peildatum=each, aantal=1) for each in days]
    import_regels(ledger, "realisatie", counts)
    found = jaarplanning(ledger, reeks, 2023)
    told = [each for each in found if "De stand van 1 " in each.waarom]
    assert len(told) >= 10 and all(4 <= each.datum.day <= 17 for each in told)


def test_what_is_in_the_way_of_a_day_that_was_chosen() -> None:
    ledger = table()
    reeks, other = series(ledger, vakantieregio="midden"), series(ledger, "PRT", soort="prt", begin="09:00")
    edit_schoolvakantie(
        ledger,
        Schoolvakantie(naam="Herfstvakantie", regio="midden", begin=day("2023-10-14"), einde=day("2023-10-22")),
    )
    (own,) = make_overleggen(ledger, reeks, [day("2023-06-15")])
    make_overleggen(ledger, other, [day("2023-06-20")])
    assert botsing(ledger, reeks, day("2023-06-17")) == "Valt in een weekend."
    assert botsing(ledger, reeks, day("2023-12-26")) == "Valt op een feestdag."
    assert botsing(ledger, reeks, day("2023-10-17")) == "Valt in de herfstvakantie (regio midden)."
    assert botsing(ledger, other, day("2023-10-17")) == ""
    assert botsing(ledger, reeks, day("2023-06-20")) == "Die dag is er ook “PRT”, om 09:00."
    assert botsing(ledger, reeks, day("2023-06-14")) == "In die week is er al een overleg, op 15 juni 2023."
    assert botsing(ledger, reeks, day("2023-06-14"), own.id) == botsing(ledger, reeks, day("2023-06-22")) == ""


@pytest.mark.parametrize("jaar", [1989, 2101, 20231])
def test_a_year_of_which_the_holidays_are_not_known_is_refused(jaar: int) -> None:
    ledger = table()
    with pytest.raises(RuleError, match="Kies een jaar van 1990 tot en met 2100"):
        jaarplanning(ledger, series(ledger), jaar)


def test_the_school_holidays_that_ship_are_whole_and_apart() -> None:
    every = reference.meegeleverd(Schoolvakantie)
    for regio in ("noord", "midden", "zuid"):
        own = sorted((each for each in every if each.regio == regio), key=lambda each: each.begin)
        assert len(own) == 25 and len({(each.naam, each.begin.year) for each in own}) == 25  # five in five years
        assert all(before.einde < after.begin for before, after in pairwise(own))
        for each in own:  # from a Saturday up to a Sunday, and called after the year it begins in
            assert (each.begin.weekday(), each.einde.weekday()) == (5, 6)
            assert each.naam.endswith(str(each.begin.year))
            weeks = (each.einde - each.begin).days // 7
            assert weeks == 6 if "Zomer" in each.naam else weeks == 2 if "Kerst" in each.naam else weeks in {1, 2}
    assert all(each.bron and each.gecontroleerd_op is None for each in every)
