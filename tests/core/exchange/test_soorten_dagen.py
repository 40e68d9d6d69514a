"""Which day the numbers of a table are of: in a heading, a title, a column, the name of the file or as text."""

from __future__ import annotations

import datetime

import pytest

from regietafel.domain.periode import Periode
from regietafel.exchange.datum import datums, read_date
from regietafel.exchange.soorten import REALISATIE
from tests.core.exchange import files
from tests.core.exchange.bladen import AUGUSTUS, SEPTEMBER, Cells, lees, refusal, values


@pytest.mark.parametrize(
    "heading", ["Realisatie per 1-9-2023", "Realisatie 2023-09-01", "Realisatie t/m 1 september 2023"]
)
def test_the_day_in_the_heading(heading: str) -> None:
    rows: list[Cells] = [["Gemeente", heading], ["Almelo", 5]]
    assert lees(REALISATIE, *rows).peildatum == SEPTEMBER
    assert lees(REALISATIE, *rows, dag=SEPTEMBER).som == 5
    assert refusal(REALISATIE, *rows, dag=AUGUSTUS) == (
        "In de tabel is “Realisatie” van 01-09-2023 (Blad1, rij 1), niet van 01-08-2023. "
        "Kies die dag, of een ander bestand."
    )
    assert "van 01-09-2023" in refusal(REALISATIE, *rows, periode=Periode(2024, 1))


def test_of_two_days_the_one_that_is_asked() -> None:
    rows: list[Cells] = [["Gemeente", "Realisatie 1-8-2023", "Realisatie 1-9-2023"], ["Almelo", 5, 7]]
    assert values(lees(REALISATIE, *rows, dag=AUGUSTUS)) == [{"realisatie": 5}]
    assert values(lees(REALISATIE, *rows, dag=SEPTEMBER)) == [{"realisatie": 7}]
    assert "2 kolommen heten “realisatie”" in refusal(REALISATIE, *rows)


@pytest.mark.parametrize(
    ("title", "dag"),
    [
        ("Stand per 1 september 2023", SEPTEMBER),
        ("Peildatum: 01-09-2023", SEPTEMBER),
        ("Gemaakt 1 september 2023", None),
        ("Noot: stand per 1 september 2023", None),
        ("Stand per 1-8-2023 en per 1-9-2023", None),
    ],
)
def test_the_day_in_a_title(title: str, dag: datetime.date | None) -> None:
    rows: list[Cells] = [[title], [], ["Gemeente", "Realisatie"], ["Almelo", 5]]
    assert lees(REALISATIE, *rows).peildatum == dag
    assert lees(REALISATIE, *rows, dag=AUGUSTUS).som == 5  # a title alone refuses nothing


def test_a_column_with_the_day_of_each_row() -> None:
    rows: list[Cells] = [
        ["Gemeente", "Peildatum", "Realisatie"],
        ["Almelo", AUGUSTUS, 5],
        ["Borne", None, 6],  # merged with the cell above
        ["Almelo", "1-9-2023", 7],
        ["Losser", "soms", 8],
    ]
    gelezen = lees(REALISATIE, *rows)
    assert [(regel.naam, regel.peildatum) for regel in gelezen.regels] == [
        ("Almelo", AUGUSTUS),
        ("Borne", AUGUSTUS),
        ("Almelo", SEPTEMBER),
    ]
    assert [(each.rij, each.veld, each.melding) for each in gelezen.problemen] == [
        (5, "peildatum", "“soms” is geen datum; schrijf bijvoorbeeld 01-09-2023")
    ]
    assert gelezen.peildatum is None
    gelezen = lees(REALISATIE, *rows, dag=SEPTEMBER)
    assert ([regel.naam for regel in gelezen.regels], gelezen.peildatum) == (["Almelo"], SEPTEMBER)
    assert gelezen.opmerkingen == ("Blad1: 2 rijen van een andere peildatum zijn niet ingelezen.",)
    one = lees(REALISATIE, *rows[:2], rows[3], dag=SEPTEMBER)
    assert one.opmerkingen == ("Blad1: 1 rij van een andere peildatum is niet ingelezen.",)


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["1-9-2023", "13-9-2023"], SEPTEMBER),
        (["9/1/2023", "9/13/2023"], SEPTEMBER),  # of these only the second says that the month goes first
        (["2023-09-01", "2023-09-13"], SEPTEMBER),
        (["1 sep 2023", "13 september 2023"], SEPTEMBER),
    ],
)
def test_the_order_of_day_and_month_follows_from_the_whole_column(texts: list[str], day: datetime.date) -> None:
    rows: list[Cells] = [["Almelo", texts[0], 5], ["Almelo", texts[1], 6]]
    gelezen = lees(REALISATIE, ["Gemeente", "Peildatum", "Realisatie"], *rows)
    assert [regel.peildatum for regel in gelezen.regels] == [day, datetime.date(2023, 9, 13)]


@pytest.mark.parametrize("value", ["31-2-2023", "13-13-2023", "45170", 45170, "1-9-23", "", None])
def test_what_is_no_day(value: files.Cell) -> None:
    with pytest.raises(ValueError, match="datum"):
        read_date(value)


def test_days_in_a_text() -> None:
    assert datums("van 1-7-2023 tot 2023-09-01, gemaakt 3 oktober 2023") == {
        datetime.date(2023, 7, 1),
        SEPTEMBER,
        datetime.date(2023, 10, 3),
    }
    assert datums("2023-II, 2022 en 31-2-2023") == set()
