"""Headers of more than one line, titles between the rows, and what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.core.exchange import files
from tests.core.exchange.files import read_taakstelling
from tests.core.exchange.koppen import NO_TABLE, P, Rows, read, refusal, summary

# The second line of a header


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ([None, "totaal", "waarvan amv"], (5, 4)),
        ([None, "totaal", "zonder status"], (5, None)),
        ([None, "waarvan amv", "totaal"], (4, 5)),  # not the column that the first line alone would give
        ([None, "realisatie", "totaal"], (4, None)),
        (["Provincie Overijssel"], (5, None)),
        ([None, "Overijssel"], (5, None)),
        ([None, "x" * 200, "waarvan amv"], (5, None)),
        ([], (5, None)),
    ],
)
def test_the_second_line_of_a_header(
    tmp_path: Path, second: list[files.Cell], expected: tuple[int, int | None]
) -> None:
    gelezen = read(tmp_path, [["Gemeente", "Taakstelling", None], second, ["Almelo", 5, 4]])
    if expected == (4, 5):
        assert gelezen.problemen[0].melding == "waarvan amv (5) is meer dan de taakstelling (4)"
    else:
        assert summary(gelezen) == [("Almelo", expected[0], expected[1], None)]


def test_a_second_line_that_makes_it_no_taakstelling(tmp_path: Path) -> None:
    assert NO_TABLE in refusal(tmp_path, [["Gemeente", "Taakstelling"], [None, "realisatie"], ["Almelo", 5]])


def test_a_heading_of_a_provincie_is_no_second_line(tmp_path: Path) -> None:
    rows: Rows = [["Code", "Gemeente", "Taakstelling"], ["Overijssel"], ["GM0141", "Almelo", 5]]
    assert [(regel.naam, regel.provincie) for regel in read(tmp_path, rows).regels] == [("Almelo", "Overijssel")]


def test_a_year_above_means_both_halves(tmp_path: Path) -> None:
    rows: Rows = [
        ["Gemeente", "Taakstelling 2022", "amv 2022", "Taakstelling 2023", "amv 2023"],
        ["Almelo", 9, 1, 5, 2],
    ]
    assert summary(read(tmp_path, rows)) == [("Almelo", 5, 2, None)]


def test_a_title_above_all_columns_is_no_column(tmp_path: Path) -> None:
    rows: Rows = [
        ["Taakstelling 2023-II", None, None, None, None],
        ["Gemeente", "Provincie", "Inwoners", "totaal", "waarvan amv"],
        ["Almelo", "Overijssel", 9, 5, 4],
    ]
    assert summary(read(tmp_path, rows)) == [("Almelo", 5, 4, 9)]


# Another table below


@pytest.mark.parametrize("second", [["Gemeente", "Achterstand"], ["Gemeente", "Aantal"], ["Gemeenten"]])
def test_a_table_without_taakstelling_ends_the_table(tmp_path: Path, second: list[files.Cell]) -> None:
    rows: Rows = [["Gemeente", "Taakstelling"], ["Almelo", 5], second, ["Borne", 9], ["Almelo", -3]]
    gelezen = read(tmp_path, rows)
    assert (summary(gelezen), gelezen.problemen) == ([("Almelo", 5, None, None)], ())
    assert gelezen.opmerkingen == ("Sheet, rij 3: die tabel heeft geen kolom “Taakstelling” en is niet ingelezen.",)
    rows += [["Gemeente", "Taakstelling"], ["Losser", 7]]
    assert read(tmp_path, rows).som == 12


def test_a_row_with_a_number_is_no_heading_and_one_with_texts_no_title(tmp_path: Path) -> None:
    header: list[files.Cell] = ["Gemeente", "Taakstelling"]
    gelezen = read(tmp_path, [header, ["Almelo", 5], ["Gemeente", 6], ["Borne", "vanaf 2022-I"], header, ["Losser", 7]])
    assert [regel.naam for regel in gelezen.regels] == ["Almelo", "Gemeente", "Losser"]
    assert ([each.naam for each in gelezen.problemen], gelezen.opmerkingen) == (["Borne"], ())


# What the user does not see


@pytest.mark.parametrize("hidden", ["row", "column", "empty row", "empty column", "nothing"])
def test_hidden_rows_and_columns_are_said(tmp_path: Path, hidden: str) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    files.fill(sheet, [["Gemeente", "Taakstelling"], ["Almelo", 5], ["Borne", 6]])
    if "row" in hidden:
        sheet.row_dimensions[9 if "empty" in hidden else 3].hidden = True
    if "column" in hidden:
        sheet.column_dimensions["F" if "empty" in hidden else "B"].hidden = True
    book.save(tmp_path / "t.xlsx")
    gelezen = read_taakstelling(tmp_path / "t.xlsx", P)
    assert gelezen.som == 11
    said = {"row": "Sheet: rij 3 is verborgen", "column": "Sheet: kolom B is verborgen"}.get(hidden)
    assert gelezen.opmerkingen == ((f"{said} en wel ingelezen. Kijk na of die meetelt.",) if said else ())


@pytest.mark.parametrize(("place", "said"), [("row", 1), ("column", 1), ("other column", 0)])
def test_hidden_cells_of_an_ods(tmp_path: Path, place: str, said: int) -> None:
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="5"/>'
    collapse = ' table:visibility="collapse"'
    columns = f"<table:table-column/><table:table-column{collapse if place == 'column' else ''}/>"
    columns += f"<table:table-column{collapse if place == 'other column' else ''}/>"
    head = f"<table:table-row>{text.format('Gemeente')}{text.format('Taakstelling')}</table:table-row>"
    row = f"<table:table-row{collapse if place == 'row' else ''}>{text.format('Almelo')}{number}</table:table-row>"
    gelezen = read_taakstelling(files.ods_of(tmp_path / "t.ods", columns + head + row), P)
    assert (gelezen.som, len(gelezen.opmerkingen)) == (5, said)
