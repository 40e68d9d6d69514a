"""Dutch numbers and dates, both ways, and what a field does with what was typed."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import catalog
from regietafel.domain.document import Bijlage, Sjabloon, Weglating
from regietafel.domain.huisstijl import Huisstijl
from regietafel.errors import RegietafelError
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from regietafel.i18n import (
    enumerate_some,
    format_change,
    format_date,
    format_number,
    parse_date,
    parse_number,
    parse_time,
)
from regietafel.ledger import Ledger
from regietafel.store.journal import data_tables


@given(st.integers(-(10**12), 10**12))
def test_numbers_read_back(number: int) -> None:
    assert parse_number(format_number(number)) == parse_number(format_change(number)) == number


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_dates_read_back(date: datetime.date) -> None:
    assert parse_date(format_date(date)) == parse_date(date.isoformat()) == date


@pytest.mark.parametrize("text", ["31-02-2023", "9999-12-31", "01-01-0001", "1-1-23", "0223-07-01", "morgen"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)


def test_times_as_they_are_typed() -> None:
    assert [parse_time(text) for text in ("9:30", "09.30", " 9.30 uur", "9 u", "23:59", "0:00", "10UUR")] == [
        *["09:30"] * 3,
        "09:00",
        "23:59",
        "00:00",
        "10:00",
    ]


@pytest.mark.parametrize("text", ["", "25:61", "24:00", "9:60", "9:5", "930", "half tien", "١٠:٠٠", "9:30:15"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError):
        parse_time(text)


def test_numbers_look_dutch() -> None:
    assert [format_number(n) for n in (73155, -4, 0, None)] == ["73.155", "−4", "0", "–"]
    assert [format_change(n) for n in (10, -10, 0)] == ["+10", "−10", "0"]


def test_a_sentence_names_no_more_than_it_bears() -> None:
    assert enumerate_some(["Almelo", "Borne"]) == "Almelo en Borne"
    assert [enumerate_some(names) for names in ([], ["Almelo"], ["Almelo", "Borne", "Losser"])] == [
        "",
        "Almelo",
        "Almelo, Borne en Losser",
    ]
    assert enumerate_some(["Almelo", "Borne", "Losser", "Wierden"], 2) == "Almelo, Borne en nog 2"
    assert [parse_number(text) for text in ("73.155", "-4", "– 4", "+10", " 1 ")] == [73155, -4, -4, 10, 1]


@pytest.mark.parametrize("text", ["", "1.23", "1,5", "12.34.56", "1e3", "x", "--4", "٣", "1.2345"])
def test_what_is_no_whole_number(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text)


def test_a_field_says_what_it_wants() -> None:
    aantal = Field(name="aantal", label="Aantal", kind=AANTAL, required=True)
    assert aantal.parse(" 1.200 ") == 1200
    for text, sentence in (("", "Vul aantal in"), ("twaalf", "“twaalf” is niet te lezen; schrijf bijvoorbeeld 1.234")):
        with pytest.raises(RegietafelError, match=sentence):
            aantal.parse(text)
    assert Field(name="d", label="D", kind=DATUM).parse("") is None
    assert Field(name="t", label="T").parse("  ") == ""
    assert Field(name="w", label="W", kind=WIJZIGING).parse("−3") == -3
    assert Field(name="j", label="J", kind=JA_NEE).parse("nee") is False
    keuze = Field(name="k", label="K", choices={"Eén": 1})
    assert (keuze.parse("Eén"), keuze.format(1)) == (1, "Eén")
    with pytest.raises(RegietafelError):
        keuze.parse("Twee")


def test_the_log_can_name_every_table_and_shows_known_columns(ledger: Ledger) -> None:
    assert set(catalog.TABLES) == set(data_tables(ledger.db))


def test_the_log_says_every_change_of_what_belongs_to_documents() -> None:
    """Whatever a user changes of it has a label; what stays is who it is of, and the basis of a wording."""
    for record in (Sjabloon, Huisstijl, Bijlage, Weglating):
        said = {field.name for field in catalog.TABLES[record.__name__.lower()][1]}
        unsaid = {each.name for each in dataclasses.fields(record)} - said
        assert unsaid <= {"id", "gemeente_id", "herverdeling_id", "agendapunt_id", "overleg_id", "basis", "inhoud"}, (
            record
        )
    [logo] = [field for field in catalog.TABLES["huisstijl"][1] if field.name == "logo"]
    assert logo.format("0123456789abcdef" * 4) == "01234567"
