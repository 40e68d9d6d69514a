"""Money around homes: the formula of each calculation, to the cent, with its steps."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.domain.regeling import Regeling
from regietafel.domain.rekenen import (
    GEMEENTE,
    INVESTEERDER,
    RIJK,
    Garantie,
    bijdrage,
    doorstroom,
    gezinnen,
    herplaatsing,
)
from regietafel.domain.uitkomst import euro, verdeeld
from regietafel.errors import RuleError
from regietafel.queries.regelingen import find_regeling, garantie

DAY = datetime.date(2026, 9, 1)
TERMS = Garantie(minstens=10, rijk=60, gemeente=25)
SFT, RHA, DOORSTROOM, GEZINNEN = (
    find_regeling(None, each, DAY) for each in ("SFT", "RHA", "Doorstroomlocatie", "grote gezinnen")
)


def plaats(**other: int) -> Any:
    values = {"investering": 1_000_000, "afschrijving": 30, "geplaatst": 12, "verkoopwaarde": 123_457, **other}
    return herplaatsing(**values, garantie=TERMS)


def test_the_loss_is_the_linear_rest_minus_the_sale_and_three_bear_it() -> None:
    outcome = plaats()
    # 1.000.000 × 18/30 − 123.457
    assert outcome.bedrag == Decimal(476_543)
    assert {each.wie: each.bedrag for each in outcome.delen} == {
        RIJK: Decimal("285925.80"),
        GEMEENTE: Decimal("119135.75"),
        INVESTEERDER: Decimal("71481.45"),
    }
    assert [each.formule for each in outcome.stappen] == [
        "12 jaar; de garantie geldt vanaf 10 jaar",
        "€ 1.000.000 × (30 − 12) ÷ 30",
        "restwaarde € 600.000 − verkoopwaarde € 123.457; nooit minder dan € 0",
        "60 % van € 476.543",
        "25 % van € 476.543",
        "15 % van € 476.543",
    ]
    assert "afschrijving in 30 jaar" in outcome.voorbehoud[0]  # what was assumed is said


def test_the_terms_that_ship_are_the_agreed_ones() -> None:
    assert replace(garantie(None, DAY), bron="") == TERMS


def test_before_ten_years_on_one_place_nothing_is_covered() -> None:
    assert plaats(geplaatst=10).bedrag > 0
    outcome = plaats(geplaatst=9)
    assert outcome.bedrag == 0 == sum(each.bedrag for each in outcome.delen)
    assert outcome.stappen[2].bedrag == Decimal(576_543)  # the loss is there all the same
    assert "9 jaar" in outcome.voorbehoud[0]
    assert "10 jaar" in outcome.voorbehoud[0]


@pytest.mark.parametrize(
    "other", [{"verkoopwaarde": 600_000}, {"geplaatst": 30}, {"geplaatst": 41}, {"investering": 0}]
)
def test_without_a_loss_there_is_nothing_to_bear(other: dict[str, int]) -> None:
    outcome = plaats(**other)
    assert outcome.bedrag == 0
    assert outcome.voorbehoud[0] == "Er is geen verlies: de verkoopwaarde is minstens de restwaarde."


@given(
    investering=st.integers(0, 10**9),
    afschrijving=st.integers(1, 60),
    geplaatst=st.integers(0, 70),
    verkoopwaarde=st.integers(0, 10**9),
)
def test_shares_add_up_to_the_cent(investering: int, afschrijving: int, geplaatst: int, verkoopwaarde: int) -> None:
    outcome = plaats(
        investering=investering, afschrijving=afschrijving, geplaatst=geplaatst, verkoopwaarde=verkoopwaarde
    )
    exact = Fraction(investering * max(0, afschrijving - geplaatst), afschrijving) - verkoopwaarde
    loss = max(Fraction(0), exact) if geplaatst >= 10 else Fraction(0)
    assert sum(each.bedrag for each in outcome.delen) == outcome.bedrag
    assert abs(Fraction(outcome.bedrag) - loss) <= Fraction(1, 200)
    for each in outcome.delen:  # no share is a cent away from its own part
        assert abs(Fraction(each.bedrag) - Fraction(outcome.bedrag) * TERMS.delen[each.wie] / 100) < Fraction(1, 100)


@given(st.integers(0, 10**11), st.integers(0, 100))
def test_an_amount_is_divided_whole(cents: int, percent: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    assert sum(each.bedrag for each in verdeeld(amount, {"a": percent, "b": 100 - percent})) == amount


@pytest.mark.parametrize("other", [{"investering": -1}, {"verkoopwaarde": -1}, {"geplaatst": -1}, {"afschrijving": 0}])
def test_what_cannot_be_is_refused(other: dict[str, int]) -> None:
    with pytest.raises(RuleError):
        plaats(**other)


def test_percentages_of_the_terms_are_at_most_all() -> None:
    with pytest.raises(RuleError, match="hooguit 100 %"):
        Garantie(minstens=10, rijk=80, gemeente=25)


def test_a_contribution_is_homes_times_the_amount_and_never_more_than_they_cost() -> None:
    assert bijdrage(SFT, 40, op=DAY).bedrag == 560_000
    assert bijdrage(RHA, 40, op=DAY).bedrag == 340_000
    capped = bijdrage(RHA, 40, op=DAY, kosten=300_000)
    assert capped.bedrag == 300_000
    assert [each.bedrag for each in capped.stappen] == [340_000, 300_000]
    assert capped.stappen[0].formule == "40 × € 8.500 per woning"


def test_who_starts_to_build_too_late_gets_nothing() -> None:
    granted = datetime.date(2026, 1, 31)
    in_time = bijdrage(SFT, 40, op=DAY, toekenning=granted, start=datetime.date(2027, 7, 31))
    assert in_time.bedrag == 560_000
    assert "De bouw begint uiterlijk op 31-07-2027." in in_time.voorbehoud
    late = bijdrage(SFT, 40, op=DAY, toekenning=granted, start=datetime.date(2027, 8, 1))
    assert late.bedrag == 0
    assert late.stappen[-1].formule == "begin op 01-08-2027, maar uiterlijk op 31-07-2027: 18 maanden na de toekenning"


def test_whether_one_can_apply_is_told() -> None:
    closed = bijdrage(GEZINNEN, 2, op=datetime.date(2026, 10, 16))
    assert "Op 16-10-2026 is het loket niet open." in closed.voorbehoud
    lapsed = bijdrage(DOORSTROOM, 2, op=datetime.date(2029, 1, 1))
    assert "De regeling geldt niet op 01-01-2029, maar tot en met 31-12-2028." in lapsed.voorbehoud
    checked = replace(SFT, gecontroleerd_op=DAY)
    assert [each for each in bijdrage(checked, 1, op=DAY).voorbehoud if "nagegaan" in each] == []


def test_a_doorstroomlocatie_is_paid_per_person_per_day_while_the_regeling_holds() -> None:
    whole = doorstroom(DOORSTROOM, 40, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    assert whole.bedrag == 40 * 365 * 60
    one_day = doorstroom(DOORSTROOM, 40, DAY, DAY)
    assert one_day.bedrag == 2400
    over_the_edge = doorstroom(DOORSTROOM, 40, datetime.date(2028, 12, 1), datetime.date(2029, 2, 1))
    assert over_the_edge.bedrag == 40 * 31 * 60
    assert over_the_edge.stappen[1].formule == "31 van de 63 dagen"
    after = doorstroom(DOORSTROOM, 40, datetime.date(2029, 1, 1), datetime.date(2029, 2, 1))
    assert after.bedrag == 0
    with pytest.raises(RuleError, match="vóór het begin"):
        doorstroom(DOORSTROOM, 40, DAY, DAY - datetime.timedelta(days=1))


def test_one_day_one_person_and_one_household_are_singular() -> None:
    one = doorstroom(DOORSTROOM, 1, DAY, DAY)
    assert (one.stappen[0].omschrijving, one.stappen[-1].formule) == ("1 dag gevraagd", "1 persoon × 1 dag × € 60")
    alone = gezinnen(replace(GEZINNEN, minstens_personen=1), [1], DAY).stappen[0]
    assert (alone.omschrijving, alone.formule) == (
        "Huishoudens van minstens 1 persoon",
        "1 van 1 huishouden, samen 1 persoon",
    )


def test_only_large_households_count_and_an_unknown_amount_stays_unknown() -> None:
    unknown = gezinnen(GEZINNEN, [6, 5, 8, 1], DAY)
    assert unknown.bedrag is None
    assert unknown.stappen[0].formule == "2 van de 4 huishoudens, samen 14 personen"
    assert "nog niet ingevuld" in unknown.voorbehoud[0]
    assert gezinnen(replace(GEZINNEN, bedrag=50_000), [6, 5, 8, 1], DAY).bedrag == 100_000
    per_person = Regeling(naam="Gezinnen", bedrag=1000, per="persoon", minstens_personen=6)
    assert gezinnen(per_person, [6, 5, 8], DAY).bedrag == 14_000


def test_a_regeling_is_found_by_a_part_of_its_name() -> None:
    assert SFT.naam.endswith("(SFT)")
    assert SFT in reference.meegeleverd(Regeling)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(1234, "€ 1.234"), (Decimal("1234.50"), "€ 1.234,50"), (Decimal("600000.00"), "€ 600.000"), (None, "–")],
)
def test_euros_in_words(amount: Decimal | int | None, text: str) -> None:
    assert euro(amount) == text
