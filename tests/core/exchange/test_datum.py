"""A day as it is typed during a meeting, read on the day of that meeting."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.exchange.datum import read_day
from regietafel.i18n import MAANDEN, format_date, format_date_long

OP = datetime.date(2023, 9, 14)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 oktober", "2023-10-01"),
        ("1 Oktober", "2023-10-01"),
        ("1 okt", "2023-10-01"),
        ("1 okt.", "2023-10-01"),
        ("1 oktober 2023", "2023-10-01"),
        ("1 oktober 2022", "2022-10-01"),
        ("1 okt '24", "2024-10-01"),
        ("1 okt ’24", "2024-10-01"),
        ("1e oktober", "2023-10-01"),
        ("1 oktober a.s.", "2023-10-01"),
        ("22 sept", "2023-09-22"),
        ("1 mrt", "2024-03-01"),
        ("14 september", "2023-09-14"),
        ("13 september", "2024-09-13"),
        ("29 februari", "2024-02-29"),
        ("1-10-2023", "2023-10-01"),
        ("1 - 10 - 2023", "2023-10-01"),
        ("01-10-'23", "2023-10-01"),
        ("1/10", "2023-10-01"),
        ("1-10", "2023-10-01"),
        ("1.10.2023", "2023-10-01"),
        ("2023-10-01", "2023-10-01"),
        ("vrijdag 6 oktober", "2023-10-06"),
        ("vr 6 okt. 2023", "2023-10-06"),
        ("a.s. vrijdag 6 oktober", "2023-10-06"),
        ("begin oktober", "2023-10-01"),
        ("half oktober", "2023-10-15"),
        ("medio oktober 2024", "2024-10-15"),
        ("eind september", "2023-09-30"),
        ("eind februari", "2024-02-29"),
        ("begin september", "2024-09-01"),
        ("eind Q3", "2023-09-30"),
        ("half Q1", "2024-02-15"),
        ("eind van het derde kwartaal 2024", "2024-09-30"),
        ("eind van het jaar", "2023-12-31"),
        ("eind dit jaar", "2023-12-31"),
        ("eind volgend jaar", "2024-12-31"),
        ("begin 2024", "2024-01-01"),
        ("half 2024", "2024-07-01"),
        ("eind van de maand", "2023-09-30"),
        ("eind volgende maand", "2023-10-31"),
        ("vandaag", "2023-09-14"),
        ("morgen", "2023-09-15"),
        ("overmorgen", "2023-09-16"),
        ("donderdag", "2023-09-14"),
        ("a.s. donderdag", "2023-09-21"),
        ("donderdag a.s.", "2023-09-21"),
        ("vrijdag", "2023-09-15"),
        ("komende woensdag", "2023-09-20"),
        ("deze week", "2023-09-15"),
        ("volgende week", "2023-09-22"),
        ("begin volgende week", "2023-09-18"),
        ("volgende week vrijdag", "2023-09-22"),
        ("maandag volgende week", "2023-09-18"),
        ("week 40", "2023-10-06"),
        ("wk 40", "2023-10-06"),
        ("in wk.40", "2023-10-06"),
        ("1‑10‑2023", "2023-10-01"),  # as a word processor has it
        ("1–10–2023", "2023-10-01"),
        ("week 36", "2024-09-06"),
        ("eind week 1 2025", "2025-01-03"),
        ("over twee weken", "2023-09-28"),
        ("over één week", "2023-09-21"),
        ("over 3 maanden", "2023-12-14"),
        ("binnen 10 dagen", "2023-09-24"),
        ("over een jaar", "2024-09-14"),
    ],
)
def test_a_day_in_words(text: str, day: str) -> None:
    assert read_day(text, OP) == datetime.date.fromisoformat(day)
    assert read_day(f"  {text.upper()}\t", OP) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "volgend overleg",
        "31 september",
        "29 februari 2023",
        "31-9-2023",
        "1-13-2023",
        "0 oktober",
        "donderdag 6 oktober",  # it is a Friday
        "op 1 oktober",
        "1.10",
        "1 oktober 1723",
        "1 oktober en 2 oktober",
        "oktober",
        "week 54",
        "eind Q5",
        "over 999 jaar",
        "over nul weken",
        "volgende vrijdag",  # this one or the one after it
        "1 oktober" * 1000,
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text, OP) is None


def test_a_month_has_a_last_day_to_count_to() -> None:
    assert read_day("over een maand", datetime.date(2024, 1, 31)) == datetime.date(2024, 2, 29)
    assert read_day("eind december", datetime.date(2023, 12, 31)) == datetime.date(2023, 12, 31)


DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2200, 12, 31))


@given(DAYS, DAYS)
def test_a_day_with_its_year_is_that_day_whenever_it_is_said(day: datetime.date, op: datetime.date) -> None:
    assert {read_day(text, op) for text in (day.isoformat(), format_date(day), format_date_long(day))} == {day}


@given(DAYS, st.integers(1, 31), st.sampled_from(MAANDEN))
def test_without_a_year_no_such_day_comes_sooner(op: datetime.date, number: int, maand: str) -> None:
    found = read_day(f"{number} {maand}", op)
    if found and found.month * 100 + found.day != 229:
        assert op <= found <= op.replace(day=min(op.day, 28), year=op.year + 1) + datetime.timedelta(3)


@given(st.text(), DAYS)
def test_any_text_is_a_day_or_is_not(text: str, op: datetime.date) -> None:
    found = read_day(text, op)
    assert found is None or found.year in range(1990, 2202)
