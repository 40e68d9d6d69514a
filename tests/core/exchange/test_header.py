"""Which column is taken, and of which period: the right one, or a sentence. Never another one in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.perioden import perioden
from tests.core.exchange import files
from tests.core.exchange.files import read_taakstelling
from tests.core.exchange.koppen import I_, II, NO_TABLE, P, Rows, read, refusal, summary

# Names of periods


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Taakstelling 2022-I", {Periode(2022, 1)}),
        ("taakstelling_2023-II_bijlage_A", {II}),
        ("2023 II", {II}),
        ("2023-2", {II}),
        ("2023–II²", {II}),
        ("2023-H1", {I_}),
        ("2023H2", {II}),
        ("Bijlage A: taakstelling per gemeente, tweede helft 2023", {II}),
        ("1e halfjaar van 2023", {I_}),
        ("2023, eerste helft", {I_}),
        ("van 2023-I en 2023-II", {I_, II}),
        ("Inwoners 1-1-2022", set()),
        ("inwoners_2022-01-01", set()),
        ("2022-1-1", set()),
        ("2023-2024", set()),
        ("2023-III", set()),
        ("kenmerk 12023-I", set()),
        ("Taakstelling 2023 1)", set()),
        ("Bijlage I 2023 2", set()),
    ],
)
def test_a_period_is_recognized_however_it_is_written(text: str, named: set[Periode]) -> None:
    assert perioden(text) == named


# The period that is asked for


OF_2022: dict[str, Rows] = {
    "heading": [["Gemeente", "Taakstelling 2022-I"], ["Almelo", 5]],
    "year in the heading": [["Gemeente", "Taakstelling 2022"], ["Almelo", 5]],
    "second line": [["Gemeente", "Taakstelling"], [None, "2022-I"], ["Almelo", 5]],
    "title": [["Taakstelling 2022-I"], [], ["Gemeente", "Taakstelling"], ["Almelo", 5]],
    "title in words": [["Taakstelling en realisatie eerste helft 2022"], ["Gemeente", "Taakstelling"], ["Almelo", 5]],
    "title of two cells": [["Periode:", "2022-I"], ["Gemeente", "Taakstelling"], ["Almelo", 5]],
    "column": [["Gemeente", "Periode", "Taakstelling"], ["Almelo", "2022-II", 5]],
    "merged column": [["Periode", "Gemeente", "Taakstelling"], ["2022-I", "Almelo", 5], [None, "Borne", 6]],
    "heading against the title": [["Circulaire 2023-II"], ["Gemeente", "Taakstelling 2022-I"], ["Almelo", 5]],
    "two columns": [["Gemeente", "Taakstelling 2022-I", "Taakstelling 2022-II"], ["Almelo", 4, 5]],
}


@pytest.mark.parametrize("rows", OF_2022.values(), ids=list(OF_2022))
def test_a_table_of_another_period_is_refused(tmp_path: Path, rows: Rows) -> None:
    sentence = refusal(tmp_path, rows)
    assert sentence.startswith("In t.xlsx staat de taakstelling van 2022-I")  # what; also of 2022-II
    assert "(Sheet, rij " in sentence  # where
    assert sentence.endswith("niet van 2023-II. Kies die periode, of het bestand van 2023-II.")  # what now
    half = 2 if "2022-II" in sentence and "2022-I " not in sentence else 1
    assert read_taakstelling(tmp_path / "t.xlsx", Periode(2022, half)).som in {4, 5, 11}


def test_the_name_of_the_sheet_or_else_of_the_file(tmp_path: Path) -> None:
    rows: Rows = [["Gemeente", "Taakstelling"], ["Almelo", 5]]
    assert "2022-I (Sheet, rij 1), niet van 2023-II" in refusal(tmp_path, rows, name="lijst 2022-I.xlsx")
    assert read(tmp_path, rows, Periode(2022, 1), name="lijst 2022-I.xlsx").som == 5
    path = files.text(tmp_path / "2022-I.csv", rows)
    with pytest.raises(RegietafelError, match=r"2022-I \(2022-I, rij 1\), niet van 2023-II"):
        read_taakstelling(path, P)
    book = Workbook()
    for number, name in enumerate(("2022-I", "2023-II"), 5):
        files.fill(book.create_sheet(name), [rows[0], ["Almelo", number]])
    book.save(tmp_path / "b.xlsx")
    gelezen = read_taakstelling(tmp_path / "b.xlsx", P)
    assert summary(gelezen) == [("Almelo", 6, None, None)]
    assert gelezen.opmerkingen == ("2022-I, rij 1: die tabel is van 2022-I en is niet ingelezen.",)
    with pytest.raises(RegietafelError, match="van 2022-I en 2023-II"):
        read_taakstelling(tmp_path / "b.xlsx", Periode(2024, 1))


@pytest.mark.parametrize(
    "above",
    [
        "In de periode 2022-I bedroeg de taakstelling 8.000 personen.",
        "Noot 2: bij 2022-II is de achterstand niet geteld",
        "Bron: circulaire 2022-II",
        "Ter vergelijking: 2022-II staat in bijlage B",
        "Peildatum 2022-1-1",
        "Een heel lange toelichting over de taakstelling van 2022-I, " * 3,
        "Taakstelling 2023-II; achterstand tot en met 2022-II",
    ],
)
def test_text_that_mentions_another_period_refuses_nothing(tmp_path: Path, above: str) -> None:
    rows: Rows = [[above], ["Gemeente", "Taakstelling"], ["Almelo", 5], [above], ["Borne", 6]]
    gelezen = read(tmp_path, rows)
    assert (gelezen.som, gelezen.opmerkingen) == (11, ())


def test_two_titles_above_a_table_belong_together(tmp_path: Path) -> None:
    rows: Rows = [["Taakstelling 2023-II"], ["Stand 2023-I"], ["Gemeente", "Taakstelling"], ["Almelo", 5]]
    assert read(tmp_path, rows).som == 5
    assert read(tmp_path, rows, I_).som == 5
    below: Rows = [*rows, ["Taakstelling 2022-I"], ["Gemeente", "Taakstelling"], ["Almelo", 4]]
    gelezen = read(tmp_path, below)
    assert (gelezen.som, gelezen.opmerkingen) == (5, ("Sheet, rij 6: die tabel is van 2022-I en is niet ingelezen.",))


def test_a_column_with_the_period_of_each_row(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lijst 2022-I en verder"],
        ["Periode", "Gemeente", "Taakstelling"],
        ["2022-II", "Almelo", 4],
        [None, "Borne", 4],
        ["2023-II", "Almelo", 5],
        [None, "Borne", 6],
        ["soms", "Losser", 7],
    ]
    gelezen = read(tmp_path, rows)
    assert summary(gelezen) == [("Almelo", 5, None, None), ("Borne", 6, None, None)]
    assert gelezen.opmerkingen == ("Sheet: 2 rijen van een andere periode zijn niet ingelezen.",)
    assert [(each.rij, each.veld, each.melding) for each in gelezen.problemen] == [
        (7, "periode", "“soms” is geen periode; schrijf bijvoorbeeld 2023-II")
    ]


# Columns that look alike


@pytest.mark.parametrize(
    "heading",
    [
        "Gerealiseerde taakstelling",
        "Realisatie taakstelling",
        "Taakstelling incl. achterstand",
        "Taakstelling (inclusief voorsprong)",
        "Resterende taakstelling",
        "Nog te realiseren taakstelling",
        "Taakstelling vorig halfjaar",
        "Taakstelling na herverdeling",
        "Taakstelling per 1.000 inwoners",
    ],
)
def test_what_is_not_the_taakstelling(tmp_path: Path, heading: str) -> None:
    assert NO_TABLE in refusal(tmp_path, [["Gemeente", heading], ["Almelo", 5]])
    rows: Rows = [["Gemeente", "Taakstelling", f"{heading} 2023-II"], ["Almelo", 5, 9]]
    assert summary(read(tmp_path, rows)) == [("Almelo", 5, None, None)]
    under: Rows = [["Gemeente", heading, "Taakstelling"], [None, "totaal", "totaal"], ["Almelo", 9, 5]]
    assert summary(read(tmp_path, under)) == [("Almelo", 5, None, None)]


PERIODS: dict[str, tuple[Rows, tuple[int | None, int | None]]] = {  # the amv of 2023-I and of 2023-II
    "merged heads": (
        [
            ["Gemeente", "Taakstelling 2023-I", None, "Taakstelling 2023-II", None],
            [None, "totaal", "waarvan amv", "totaal", "waarvan amv"],
        ],
        (1, 2),
    ),
    "merged heads, empty column": (
        [
            ["Gemeente", "Taakstelling 2023-I", None, "Taakstelling 2023-II", None, None, None],
            [None, "totaal", "amv", "totaal", "amv", None, "aantal woningen"],
        ],
        (1, 2),
    ),
    "each its own heading": (
        [["Gemeente", "Taakstelling 2023-I", "amv 2023-I", "Taakstelling 2023-II", "amv 2023-II"]],
        (1, 2),
    ),
    "all amv at the end": (
        [["Gemeente", "Taakstelling 2023-I", None, "Taakstelling 2023-II", None, "amv 2023-I", "amv 2023-II"]],
        (1, 2),
    ),
    "at the right of each": ([["Gemeente", "Taakstelling 2023-I", "amv", "Taakstelling 2023-II", "amv"]], (1, 2)),
    "only of the first": ([["Gemeente", "Taakstelling 2023-I", "amv", "Taakstelling 2023-II", "noot"]], (1, None)),
    "only of the last": ([["Gemeente", "Taakstelling 2023-I", "noot", "Taakstelling 2023-II", "amv"]], (None, 2)),
    "second line names the period": (
        [["Gemeente", "Taakstelling", "amv", "Taakstelling", "amv"], [None, "2023-I", "2023-I", "2023-II", "2023-II"]],
        (1, 2),
    ),
}


@pytest.mark.parametrize(("header", "amv"), PERIODS.values(), ids=list(PERIODS))
def test_the_amv_is_of_the_same_period(tmp_path: Path, header: Rows, amv: tuple[int | None, int | None]) -> None:
    for periode, aantal, expected in ((I_, 88, amv[0]), (II, 113, amv[1])):
        gelezen = read(tmp_path, [*header, ["Almelo", 88, 1, 113, 2, 1, 2]], periode)
        assert summary(gelezen) == [("Almelo", aantal, expected, None)]
        left_out = (f"Sheet, rij 1: “amv” is niet ingelezen; die kolom hoort niet bij {periode}.",)
        assert gelezen.opmerkingen == (() if expected else left_out)


@pytest.mark.parametrize(
    "heads", [["Inwoners 1-1-2021", "Inwoners 1-1-2022"], ["Inwoners per 1 januari 2021", "inwoners_2022-01-01"]]
)
def test_the_inhabitants_are_of_the_date_that_counts(tmp_path: Path, heads: list[files.Cell]) -> None:
    rows: Rows = [["Gemeente", *heads, "Taakstelling"], ["Almelo", 21, 22, 5]]
    assert summary(read(tmp_path, rows)) == [("Almelo", 5, None, 22)]
    assert summary(read(tmp_path, rows, Periode(2022, 1))) == [("Almelo", 5, None, 21)]
    gelezen = read(tmp_path, rows, Periode(2024, 1))
    assert summary(gelezen) == [("Almelo", 5, None, None)]
    assert gelezen.opmerkingen == (
        f"Sheet, rij 1: “{heads[0]}” is niet ingelezen; voor 2024-I gelden de inwoners op 01-01-2023.",
    )
    assert "2 kolommen heten “inwoners”" in refusal(tmp_path, rows, None)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (["Gemeente", "Taakstelling", "Taakstelling"], "rij 1: 2 kolommen heten “taakstelling”. Laat alleen de juiste"),
        (["Gemeente", "Taakstelling 2023-II", "Herziene taakstelling 2023-II"], "2 kolommen heten “taakstelling”"),
        (["Gemeente", "Taakstelling 2022-I", "Taakstelling"], "2 kolommen heten “taakstelling”"),
        (["Gemeente", "Taakstelling", "amv jongens", "amv meisjes"], "2 kolommen heten “amv”"),
        (["Gemeente", "amv", "Taakstelling 2023-I", "amv", "Taakstelling 2023-II"], "2 kolommen heten “amv”"),
        (["Gemeente", "Taakstelling", "Inwoners", "Inwoners"], "2 kolommen heten “inwoners”"),
        (["Gemeente", "Taakstelling", None, "Gemeente", "Taakstelling"], "2 kolommen heten “gemeente”. Zet tabellen"),
        (["Gemeente", "Taakstelling", None, "Gemeente", "Aantal"], "2 kolommen heten “gemeente”"),
    ],
)
def test_a_choice_that_is_not_unique_is_refused(tmp_path: Path, header: list[files.Cell], sentence: str) -> None:
    assert sentence in refusal(tmp_path, [header, ["Almelo", 1, 2, 3, 4]])
