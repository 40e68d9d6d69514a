"""Schedule, pace, expectation and the row of half-years (domein §2), each with numbers worked out by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.boekingen import record_beginstand, record_realisatie
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.afronding import rounded, with_decimals
from regietafel.domain.periode import Periode
from regietafel.domain.prognose import (
    Aanbod,
    Telling,
    Verloop,
    laatst_afgelopen,
    reeks,
    schema,
    verstreken,
    vooruitzicht,
)
from regietafel.domain.taakstelling import Beginstand, Realisatie
from regietafel.errors import RuleError
from regietafel.i18n import format_decimal, parse_decimal
from regietafel.ledger import Ledger
from regietafel.planning.prognose import PrognoseRegel, prognose
from regietafel.queries.geschiedenis import geschiedenis

P = Periode(2023, 2)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3

PERIODES = st.builds(Periode, st.integers(1990, 2200), st.sampled_from((1, 2)))
DAYS_IN = st.integers(0, 400)


def day(month: int, number: int = 1, year: int = 2023) -> datetime.date:
    return datetime.date(year, month, number)


def count(ledger: Ledger, id: int, peildatum: datetime.date, aantal: int, periode: Periode = P) -> None:
    record_realisatie(ledger, Realisatie(gemeente_id=id, periode=periode, peildatum=peildatum, aantal=aantal))


def import_of(ledger: Ledger, periode: Periode, datum: datetime.date, numbers: dict[int, int]) -> None:
    import_taakstelling(
        ledger,
        periode=periode,
        datum=datum,
        landelijk=None,
        bron="",
        regels=[(id, aantal, None, None) for id, aantal in numbers.items()],
    )


def regel(ledger: Ledger, gemeente: str, op: datetime.date, periode: Periode = P) -> PrognoseRegel:
    return next(each for each in prognose(ledger, periode, op).regels if each.gemeente == gemeente)


def numbers(view: object, names: str) -> tuple[object, ...]:
    return tuple(getattr(view, name) for name in names.split())


# schedule


@given(PERIODES, st.integers(-500, 5000), st.integers(-10, 400), st.integers(-10, 400))
def test_the_schedule_never_goes_down(periode: Periode, opgave: int, one: int, other: int) -> None:
    first, last = (periode.begin + datetime.timedelta(days=days) for days in sorted((one, other)))
    assert schema(opgave, periode, first) <= schema(opgave, periode, last)


@given(PERIODES, st.integers(0, 5000))
def test_the_schedule_runs_from_0_to_the_opgave(periode: Periode, opgave: int) -> None:
    before = periode.begin - datetime.timedelta(days=1)
    assert schema(opgave, periode, before) == schema(opgave, periode, periode.begin) == 0
    assert schema(opgave, periode, periode.next.begin) == schema(opgave, periode, periode.next.einde) == opgave
    assert schema(opgave, periode, periode.einde) < opgave or opgave == 0


@given(PERIODES, st.lists(st.integers(0, 900), max_size=20), DAYS_IN)
def test_the_schedules_of_all_add_up_to_that_of_their_sum(periode: Periode, opgaven: list[int], days: int) -> None:
    dag = periode.begin + datetime.timedelta(days=days)
    assert sum(schema(each, periode, dag) for each in opgaven) == schema(sum(opgaven), periode, dag)


@given(PERIODES, st.integers(0, 6))
def test_the_first_of_a_month_is_a_whole_number_of_sixths(periode: Periode, maanden: int) -> None:
    dag = (periode.begin + datetime.timedelta(days=31 * maanden)).replace(day=1)
    assert verstreken(periode, dag) == maanden and schema(6, periode, dag) == maanden


def test_a_day_within_a_month_adds_its_part_of_that_month() -> None:
    assert verstreken(P, day(9, 16)) == 2 + Fraction(15, 30)
    assert verstreken(Periode(2024, 1), day(2, 15, 2024)) == 1 + Fraction(14, 29)  # 2024 is a leap year
    assert verstreken(P, day(12, 31)) == 5 + Fraction(30, 31)


@pytest.mark.parametrize("opgave", [0, -12])
def test_nothing_to_house_means_a_schedule_of_0(opgave: int) -> None:
    view = vooruitzicht(opgave, [Telling(peildatum=day(9), aantal=3)], P, day(9))
    assert numbers(view, "schema verschil nodig_per_maand") == (0, -3, 0)
    assert view.verwacht_saldo == opgave - 9


@pytest.mark.parametrize(("aantal", "verloop"), [(19, Verloop.ACHTER), (20, Verloop.OP), (21, Verloop.VOOR)])
def test_on_schedule_is_the_same_in_whole_persons(aantal: int, verloop: Verloop) -> None:
    # 59 a half-year is 19⅔ after two months: 20 persons.
    view = vooruitzicht(59, [Telling(peildatum=day(9), aantal=aantal)], P, day(9))
    assert view.schema == Fraction(59, 3) and view.verschil is not None and Verloop.of(view.verschil) is verloop


@pytest.mark.parametrize(
    ("number", "whole", "tenth"),
    [
        (Fraction(5, 2), 3, "2.5"),
        (Fraction(-5, 2), -2, "-2.5"),
        (Fraction(1, 20), 0, "0.1"),
        (Fraction(-1, 3), 0, "-0.3"),
        (Fraction(7), 7, "7.0"),
    ],
)
def test_halves_are_rounded_up(number: Fraction, whole: int, tenth: str) -> None:
    assert (rounded(number), with_decimals(number, 1)) == (whole, Decimal(tenth))


# pace and expectation


def test_what_is_expected_and_what_is_needed() -> None:
    # 12 in two months is 6 a month; four more months give 24: 36 of 41 at the end. 29 left is 7¼ a month.
    view = vooruitzicht(41, [Telling(peildatum=day(9), aantal=12)], P, day(9, 20))
    assert numbers(view, "tempo verwacht verwacht_saldo") == (6, 36, 5)
    assert numbers(view, "nodig_per_maand tempo_recent") == (Fraction(29, 4), None)


def test_supply_counts_for_what_it_is_certain_between_the_count_and_the_end() -> None:
    coming = [
        Aanbod(datum=day(9), personen=100),  # on the peildatum: in the count already
        Aanbod(datum=day(10), personen=10, zekerheid=75),
        Aanbod(datum=day(12, 31), personen=3),
        Aanbod(datum=day(1, 1, 2024), personen=100),
    ]
    view = vooruitzicht(50, [Telling(peildatum=day(9), aantal=12)], P, day(9), coming)
    assert view.aanbod == Fraction(21, 2)
    assert view.verwacht == Fraction(93, 2) and view.verwacht_saldo == 50 - 47  # 46½ is rounded at the very end
    assert view.nodig_per_maand == (50 - 12 - Fraction(21, 2)) / 4
    with pytest.raises(RuleError):
        Aanbod(datum=day(9), personen=1, zekerheid=101)


def test_who_must_be_housed_again_is_needed_again() -> None:
    comes, goes = Aanbod(datum=day(10), personen=7, zekerheid=30), Aanbod(datum=day(12), personen=-7, zekerheid=30)
    plain, both, gone = (
        vooruitzicht(50, [Telling(peildatum=day(9), aantal=12)], P, day(9), known)
        for known in ((), (comes, goes), (goes,))
    )
    assert not both.aanbod
    assert (both.verwacht, both.nodig_per_maand) == (plain.verwacht, plain.nodig_per_maand)
    assert gone.aanbod == Fraction(-21, 10) and gone.verwacht == 36 - Fraction(21, 10)
    assert gone.nodig_per_maand == (50 - 12 + Fraction(21, 10)) / 4


@given(st.integers(-200, 900), st.integers(-200, 900), DAYS_IN)
def test_at_the_needed_pace_the_half_year_ends_at_0_or_better(opgave: int, aantal: int, days: int) -> None:
    view = vooruitzicht(
        opgave, [Telling(peildatum=P.begin + datetime.timedelta(days), aantal=aantal)], P, day(1, 1, 2026)
    )
    if view.nodig_per_maand is not None:
        assert aantal + view.nodig_per_maand * view.resterend == max(opgave, aantal)
    else:
        assert view.resterend == 0


def test_a_realisatie_may_be_negative_or_go_down() -> None:
    tellingen = [
        Telling(peildatum=day(8), aantal=10),
        Telling(peildatum=day(9, 20), aantal=-1),  # too near the newest to say anything of the pace
        Telling(peildatum=day(10), aantal=-3),
    ]
    view = vooruitzicht(30, tellingen, P, day(10))
    assert numbers(view, "tempo tempo_recent") == (-1, Fraction(-13, 2))
    assert numbers(view, "verwacht verwacht_saldo nodig_per_maand") == (-6, 36, 11)


def test_unknown_is_never_0() -> None:
    without_count = vooruitzicht(30, [], P, day(9))
    assert numbers(without_count, "schema tempo verwacht") == (10, None, None)
    assert numbers(without_count, "verschil verwacht_saldo nodig_per_maand") == (None, None, None)
    early = vooruitzicht(30, [Telling(peildatum=day(7, 31), aantal=4)], P, day(8))
    assert numbers(early, "tempo verwacht") == (None, None) and early.nodig_per_maand is not None
    without_opgave = vooruitzicht(None, [Telling(peildatum=day(9), aantal=4)], P, day(9))
    assert numbers(without_opgave, "schema verwacht verwacht_saldo") == (None, 12, None)


def test_after_the_end_nothing_is_expected_any_more() -> None:
    view = vooruitzicht(30, [Telling(peildatum=day(2, 1, 2024), aantal=24)], P, day(3, 1, 2024))
    assert numbers(view, "tempo verwacht verwacht_saldo nodig_per_maand") == (4, 24, 6, None)


# the row of half-years


def test_the_row_counts_back_to_a_half_year_that_was_met() -> None:
    saldi = {Periode(2022, 1): 9, Periode(2022, 2): 0, Periode(2023, 1): 4, Periode(2023, 2): 1}
    assert reeks(saldi, P).aantal == 2 and reeks(saldi, P).onbekend is None
    assert reeks(saldi, Periode(2022, 1)).onbekend == Periode(2021, 2)
    assert reeks({}, P).aantal == 0 and reeks({}, P).onbekend == P


def test_a_half_year_is_over_on_the_first_day_of_the_next() -> None:
    assert laatst_afgelopen(P, day(12, 31)) == P.previous
    assert laatst_afgelopen(P, day(1, 1, 2024)) == laatst_afgelopen(P, day(1, 1, 2030)) == P


# on a file


def test_each_gemeente_and_the_total(twente: Ledger) -> None:
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P, aantal=3))
    for id, aantal in ((ALMELO, 30), (BORNE, 12)):
        count(twente, id, day(9), aantal)
    view = prognose(twente, P, day(9, 20))
    borne = regel(twente, "Borne", day(9, 20))
    assert numbers(borne, "opgave realisatie schema verschil_met_schema") == (41, 12, 14, 2)
    assert numbers(borne, "tempo nodig_per_maand verwacht verwacht_saldo") == (
        Decimal("6.0"),
        Decimal("7.3"),
        36,
        5,
    )
    assert borne.verloop is Verloop.ACHTER and borne.reeks is None
    # Almelo 113/3, Borne 41/3; Enschede is not counted yet: 248 x 2.63 months (20 September) / 6 = 108.84…
    assert view.totaal.schema == 38 + 14 + rounded(248 * (2 + Fraction(19, 30)) / 6) == 161
    assert (view.totaal.opgave, view.totaal.realisatie) == (402, 42)
    assert (view.totaal.verwacht, view.totaal.verwacht_saldo, view.totaal.verschil_met_schema) == (None, None, None)
    count(twente, ENSCHEDE, day(9), 60)
    whole = prognose(twente, P, day(9, 20)).totaal
    assert numbers(whole, "schema realisatie verschil_met_schema") == (135, 102, 33)
    assert numbers(whole, "verwacht verwacht_saldo tempo peildatum") == (306, 96, Decimal("51.0"), day(9))


def test_a_revision_during_the_period_moves_the_schedule(twente: Ledger) -> None:
    count(twente, BORNE, day(10), 14)
    import_of(twente, P, day(11, 10), {BORNE: 24})
    before, after = regel(twente, "Borne", day(11, 9)), regel(twente, "Borne", day(11, 10))
    assert numbers(before, "opgave schema verwacht_saldo") == (38, 19, 10)
    assert numbers(after, "opgave schema verwacht_saldo") == (24, 12, -4)


def test_a_later_count_is_not_known_yet(twente: Ledger) -> None:
    count(twente, BORNE, day(9), 12)
    count(twente, BORNE, day(10), 30)
    assert regel(twente, "Borne", day(9, 30)).realisatie == 12
    later = regel(twente, "Borne", day(10))
    assert numbers(later, "realisatie tempo tempo_recent") == (30, Decimal("10.0"), Decimal("18.0"))


def test_every_number_says_how_it_arises(twente: Ledger) -> None:
    count(twente, BORNE, day(9), 12)
    assert regel(twente, "Borne", day(9, 20)).uitleg == (
        "De beginstand is onbekend; in de opgave zit geen achterstand of voorsprong.",
        "Schema: na 2 van de 6 maanden (01-09-2023) horen er 13 van de 38 gehuisvest te zijn.",
        "De realisatie is 12: 1 achter op schema.",
        "Tempo: 12 in 2 maanden is 6,0 per maand.",
        "Verwacht: 12 + 4 maanden × 6,0 is afgerond 36 aan het einde.",
        "Verwacht saldo: 38 − 36 is 2: een achterstand.",
        "Om op 0 te eindigen zijn er nog 6,5 per maand nodig, 4 maanden lang.",
        "Of 2023-I met een achterstand eindigde, is onbekend.",
    )
    assert (
        "Er is nog geen realisatie bekend; tempo en verwachting zijn daarom onbekend."
        in regel(twente, "Almelo", day(9, 20)).uitleg
    )


def test_four_half_years_in_a_row_is_said(twente: Ledger) -> None:
    periode = P
    for _half_year in range(5):
        import_of(twente, periode, periode.begin, {BORNE: 40})
        count(twente, BORNE, periode.next.begin, 10, periode)
        periode = periode.next
    four = regel(twente, "Borne", periode.begin, periode.previous.previous)
    assert four.reeks == 4 and any("Zuid-Holland" in each for each in four.uitleg)
    running = regel(twente, "Borne", datetime.date(2025, 4, 1), Periode(2025, 1))
    assert running.reeks == 3 and not any("Zuid-Holland" in each for each in running.uitleg)
    assert any("Van 2023-I is het saldo onbekend" in each for each in running.uitleg)


def test_a_last_count_before_the_end_is_said(twente: Ledger) -> None:
    count(twente, BORNE, day(12), 30)
    said = regel(twente, "Borne", day(3, 1, 2024), P.next)
    assert said.reeks == 1
    assert (
        "De laatste telling van 2023-II is van 01-12-2023, vóór het einde; de eindstand kan anders zijn." in said.uitleg
    )
    count(twente, BORNE, day(12, 31), 30)
    assert not any("kan anders zijn" in each for each in regel(twente, "Borne", day(3, 1, 2024), P.next).uitleg)


def test_a_negative_number_stands_in_parentheses(twente: Ledger) -> None:
    count(twente, BORNE, day(9), -4)
    said = regel(twente, "Borne", day(9)).uitleg
    assert "Verwacht: −4 + 4 maanden × (−2,0) is afgerond −12 aan het einde." in said
    assert "Verwacht saldo: 38 − (−12) is 50: een achterstand." in said


def test_the_history_of_gemeente_and_table(twente: Ledger) -> None:
    import_of(twente, P.next, day(10), {ALMELO: 50, BORNE: 20, ENSCHEDE: 100})
    for id, aantal in ((ALMELO, 113), (BORNE, 30), (ENSCHEDE, 250)):
        count(twente, id, day(1, 1, 2024), aantal)
    view = geschiedenis(twente, day(3, 1, 2024))
    assert view.periodes == (P, P.next)
    borne = view.regels[1]
    assert [(each.opgave, each.saldo) for each in borne.punten] == [(38, 8), (28, None)]
    first, second = view.totaal.punten
    assert numbers(first, "taakstelling realisatie saldo") == (399, 393, 6)
    assert numbers(second, "opgave realisatie saldo") == (176, None, None)
    count(twente, BORNE, day(3, 1, 2024), 30, P.next)
    assert geschiedenis(twente, day(2, 1, 2024)).regels[1].punten[1].saldo is None  # that was not known yet
    assert geschiedenis(twente, day(3, 1, 2024)).regels[1].punten[1].saldo == -2


def test_an_empty_file_has_no_history_and_an_unknown_prognose(ledger: Ledger) -> None:
    assert geschiedenis(ledger, day(9)).periodes == ()
    assert prognose(ledger, P, day(9)).totaal.opgave is None


@given(st.decimals(-(10**9), 10**9, places=1))
def test_decimals_read_back_in_dutch(number: Decimal) -> None:
    assert parse_decimal(format_decimal(number)) == number


def test_decimals_look_dutch() -> None:
    assert [format_decimal(each) for each in (Decimal("1234.5"), Decimal("-0.5"), None)] == ["1.234,5", "−0,5", "–"]
    for text in ("1,", ",5", "1,5x", "1.5"):
        with pytest.raises(ValueError):
            parse_decimal(text)
