"""The Algemene termijnenwet on days that can be checked on a calendar, and the terms of a herverdeling."""

from __future__ import annotations

import datetime
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.domain.feestdagen import LANGSTE, feestdagen, is_werkdag, laatste_dag, plain_einde, werkdagen
from regietafel.domain.procestermijn import BEGINNEN, EENHEDEN, STAPPEN, Procestermijn
from regietafel.domain.termijn import in_days
from regietafel.errors import RuleError

DAYS = st.dates(date(2012, 1, 1), date(2060, 12, 31))
WEEK: dict[str, Any] = {"omschrijving": "kennisgeving", "stap": "coa", "na": "bekendmaking", "aantal": 1}


def test_the_holidays_of_a_year() -> None:
    assert sorted(day for day in feestdagen(2025) if day.weekday() != 6) == [
        date(2025, 1, 1),
        date(2025, 4, 18),  # Goede Vrijdag
        date(2025, 4, 21),  # tweede paasdag
        date(2025, 4, 26),  # Koningsdag: 27 April is a Sunday
        date(2025, 5, 5),
        date(2025, 5, 29),  # Hemelvaartsdag
        date(2025, 6, 9),  # tweede pinksterdag
        date(2025, 12, 25),
        date(2025, 12, 26),
    ]


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [
        (date(2025, 4, 28), True),  # the Monday after a Sunday 27 April is no Koningsdag
        (date(2026, 4, 27), False),
        (date(2023, 5, 5), False),  # 5 mei in a year that is no lustrum
        (date(2026, 5, 5), False),
        (date(2026, 5, 15), True),  # the Friday after Hemelvaartsdag, unless a decree says otherwise
        (date(2026, 4, 3), False),  # Goede Vrijdag
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
        (date(2026, 11, 21), False),  # a Saturday
    ],
)
def test_which_days_are_working_days(dag: date, werkdag: bool) -> None:
    assert is_werkdag(dag) is werkdag


@pytest.mark.parametrize(
    ("vanaf", "aantal", "eenheid", "uiterlijk"),
    [
        (date(2023, 6, 6), 1, "week", date(2023, 6, 13)),  # a week after Tuesday ends on Tuesday
        (date(2023, 7, 1), 1, "week", date(2023, 7, 10)),  # Saturday → Saturday → Monday
        (date(2026, 3, 30), 1, "week", date(2026, 4, 7)),  # ends on tweede paasdag → Tuesday
        (date(2026, 3, 27), 1, "week", date(2026, 4, 7)),  # ends on Goede Vrijdag → after all of Easter
        (date(2025, 4, 19), 1, "week", date(2025, 4, 28)),  # ends on Koningsdag, Saturday 26 April
        (date(2023, 4, 28), 1, "week", date(2023, 5, 8)),  # ends on Friday 5 mei 2023
        (date(2026, 5, 7), 1, "week", date(2026, 5, 15)),  # ends on Hemelvaartsdag
        (date(2023, 5, 22), 1, "week", date(2023, 5, 30)),  # ends on tweede pinksterdag
        (date(2021, 12, 18), 1, "week", date(2021, 12, 27)),  # Christmas on Saturday and Sunday
        (date(2026, 12, 18), 1, "week", date(2026, 12, 28)),  # Christmas on Friday and Saturday
        (date(2025, 12, 25), 1, "week", date(2026, 1, 2)),  # ends on New Year's Day
        (date(2021, 12, 25), 1, "week", date(2022, 1, 3)),  # New Year on a Saturday
        (date(2023, 6, 15), 1, "maand", date(2023, 7, 17)),  # 15 July is a Saturday
        (date(2023, 1, 31), 1, "maand", date(2023, 2, 28)),
        (date(2024, 1, 31), 1, "maand", date(2024, 2, 29)),
        (date(2023, 2, 28), 1, "maand", date(2023, 3, 28)),
        (date(2023, 6, 2), 1, "dag", date(2023, 6, 5)),  # Friday → Saturday → Monday
        (date(2023, 6, 1), 3, "dag", date(2023, 6, 5)),  # Friday and Monday are two
        (date(2026, 4, 2), 3, "dag", date(2026, 4, 8)),  # Goede Vrijdag up to Monday: Tuesday is one, so Wednesday
        (date(2026, 4, 2), 2, "dag", date(2026, 4, 7)),  # art. 2 is about three days or more
        (date(2026, 4, 1), 3, "dag", date(2026, 4, 7)),  # Thursday and Tuesday are two
        (date(2023, 7, 1), 13, "week", date(2023, 9, 30)),  # art. 4: longer than the law is about, ends on Saturday
        (date(2023, 7, 1), 12, "week", date(2023, 9, 25)),
        (date(2023, 7, 2), 90, "dag", date(2023, 10, 2)),  # 30 September is a Saturday
        (date(2023, 7, 1), 91, "dag", date(2023, 9, 30)),
        (date(2023, 7, 1), 3, "maand", date(2023, 10, 2)),
        (date(2023, 6, 1), 4, "maand", date(2023, 10, 1)),  # a Sunday
    ],
)
def test_the_last_day_of_a_term(vanaf: date, aantal: int, eenheid: str, uiterlijk: date) -> None:
    assert laatste_dag(vanaf, aantal, eenheid) == uiterlijk


@given(vanaf=DAYS, eenheid=st.sampled_from(EENHEDEN), aantal=st.integers(1, 90))
def test_what_holds_for_every_term(vanaf: date, eenheid: str, aantal: int) -> None:
    aantal = min(aantal, LANGSTE[eenheid])
    einde = laatste_dag(vanaf, aantal, eenheid)
    assert einde >= plain_einde(vanaf, aantal, eenheid) > vanaf and is_werkdag(einde)
    assert einde <= laatste_dag(vanaf + datetime.timedelta(days=1), aantal, eenheid)
    if (einde - vanaf).days > 2 and not (eenheid == "dag" and aantal < 3):
        assert werkdagen(vanaf, einde) >= 2


@given(vanaf=DAYS, eenheid=st.sampled_from(EENHEDEN), extra=st.integers(1, 20))
def test_a_long_term_ends_on_its_plain_day(vanaf: date, eenheid: str, extra: int) -> None:
    aantal = LANGSTE[eenheid] + extra
    assert laatste_dag(vanaf, aantal, eenheid) == plain_einde(vanaf, aantal, eenheid)


def test_a_term_of_a_herverdeling() -> None:
    termijn = Procestermijn(**WEEK, eenheid="week")
    assert termijn.uiterlijk(date(2026, 3, 27)) == date(2026, 4, 7)
    assert termijn.in_words() == "1 week na de laatste bekendmaking"
    twee = Procestermijn(omschrijving="boeken", stap="verwerkt", na="coa", aantal=2, eenheid="maand")
    assert twee.in_words() == "2 maanden na de kennisgeving aan het COA"
    assert set(EENHEDEN) == {"dag", "week", "maand"} and "verwerkt" in STAPPEN and BEGINNEN[0] == "bekendmaking"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"omschrijving": " "}, "Schrijf wat er binnen de termijn"),
        ({"stap": "gemeente"}, "“gemeente” kan niet; kies uit: coa, provincie"),
        ({"na": "besluit"}, "“besluit” kan niet; kies uit: bekendmaking, coa."),
        ({"na": "coa"}, "kan niet na zichzelf komen"),
        ({"eenheid": "jaar"}, "“jaar” kan niet; kies uit: dag, week, maand."),
        ({"aantal": 0}, "Een termijn duurt 1 tot 366"),
        ({"aantal": 367}, "Een termijn duurt 1 tot 366"),
    ],
)
def test_what_is_no_term(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        Procestermijn(**{**WEEK, "eenheid": "week", **change})


def test_the_terms_that_ship() -> None:
    known = reference.meegeleverd(Procestermijn)
    assert [termijn.stap for termijn in known] == list(STAPPEN)
    assert all(termijn.na == "bekendmaking" and termijn.bron and termijn.gecontroleerd_op is None for termijn in known)
    day = date(2023, 6, 15)
    assert {termijn.uiterlijk(day) for termijn in known[:4]} == {date(2023, 6, 22)}
    assert known[4].uiterlijk(day) == date(2023, 7, 17)
    assert all("geen termijn" in termijn.bron for termijn in known if termijn.stap in {"aenm", "vro"})


def test_days_left_in_words() -> None:
    assert [in_days(days) for days in (-1200, -2, -1, 0, 1, 2)] == [
        "1.200 dagen te laat", "2 dagen te laat", "1 dag te laat", "vandaag", "nog 1 dag", "nog 2 dagen",
    ]  # fmt: skip
