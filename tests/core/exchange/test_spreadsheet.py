"""Every kind of spreadsheet gives the same values; what a sheet hides, merges or leaves without outcome is known."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.errors import RegietafelError
from regietafel.exchange import content
from regietafel.exchange.cellen import Feiten
from regietafel.exchange.spreadsheet import Formule, from_text, read_sheets
from tests.core.exchange import files
from tests.core.exchange.files import NAMES


@pytest.mark.parametrize("suffix", files.WRITERS)
def test_every_kind_gives_the_same_values(tmp_path: Path, suffix: str) -> None:
    rows: list[list[files.Cell]] = [["Gemeente", "Aantal"], [None, None], *[files.row(name, 5) for name in NAMES]]
    (blad,) = read_sheets(files.write(tmp_path, suffix, rows))
    expected = [tuple(row) for row in rows]
    if suffix.endswith(("csv", "txt")):
        expected = [tuple(None if cell is None else str(cell) for cell in row) for row in rows]
    assert list(blad.rijen) == expected
    assert not blad.verborgen


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_numbers_dates_and_truth_values(tmp_path: Path, suffix: str) -> None:
    date = datetime.date(2023, 7, 1)
    (blad,) = read_sheets(files.write(tmp_path, suffix, [[73155, 73155.0, 0.5, -4, date]]))
    assert blad.rijen == ((73155, 73155, 0.5, -4, date),)
    assert [type(value) for value in blad.rijen[0]] == [int, int, float, int, datetime.date]
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append([True, False, datetime.datetime(2023, 7, 1, 12, 30), datetime.time(12, 30)])  # noqa: DTZ001
    book.save(tmp_path / "w.xlsx")
    (blad,) = read_sheets(tmp_path / "w.xlsx")
    assert blad.rijen == (("WAAR", "ONWAAR", datetime.datetime(2023, 7, 1, 12, 30), "12:30:00"),)  # noqa: DTZ001


def test_row_numbers_are_those_of_the_sheet_and_hidden_sheets_are_marked(tmp_path: Path) -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["C4"] = "hier"
    book.create_sheet("oud").sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    first, second = read_sheets(tmp_path / "b.xlsx")
    assert first.rijen[3] == (None, None, "hier")
    assert len(first.rijen) == 4
    assert (first.verborgen, second.verborgen) == (False, True)
    assert second.rijen == ()


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = [["Gemeente", "Taakstelling"], ["Almelo", 113]]
    for number, suffix in enumerate(files.WRITERS):
        path = files.write(tmp_path, suffix, rows).rename(tmp_path / f"{number}.dat")
        assert read_sheets(path)[0].rijen[1][0] == "Almelo"


def test_a_formula_is_its_last_value_and_a_text_stays_a_text(tmp_path: Path) -> None:
    path = files.xlsx(tmp_path / "f.xlsx", [["=1+1"]])
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = "=HYPERLINK(1)"
    book.save(tmp_path / "g.xlsx")
    assert read_sheets(path)[0].rijen == (("=1+1",),)
    (blad,) = read_sheets(tmp_path / "g.xlsx")  # never calculated
    assert blad.rijen == (("cel A1 is een formule zonder uitkomst",),)
    assert isinstance(blad.rijen[0][0], Formule)


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        (b'a;"b;\r\nc"\r\nd;e', (("a", "b;\r\nc"), ("d", "e"))),
        (b"naam,tekst\nA,1\nB,2", (("naam", "tekst"), ("A", "1"), ("B", "2"))),
        (b'a,b\n"Nuenen, Gerwen en Nederwetten",38', (("a", "b"), ("Nuenen, Gerwen en Nederwetten", "38"))),
        (
            b"een zin, met komma, en nog een;\na;b\nc;d",
            (("een zin, met komma, en nog een", None), ("a", "b"), ("c", "d")),
        ),
        (b"S\xfadwest-Frysl\xe2n;1", (("Súdwest-Fryslân", "1"),)),
        (b"'=1+1;'s-Gravenhage", (("=1+1", "'s-Gravenhage"),)),
        (b"alleen dit", (("alleen dit",),)),
        (b"PK;2", (("PK", "2"),)),
    ],
)
def test_a_csv_is_read_whatever_its_separator_and_signs(tmp_path: Path, written: bytes, rows: object) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(written)
    (blad,) = read_sheets(path)
    assert (blad.naam, blad.rijen) == ("t", rows)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=300
)


@settings(max_examples=40)
@given(
    names=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=5), suffix=st.sampled_from([".xlsx", ".ods", ".csv"])
)
def test_any_name_survives_in_every_kind_of_file(tmp_path: Path, names: list[str], suffix: str) -> None:
    # A single space at an end, or two in a row, is lost by the formats themselves; hence the comparison by words.
    (blad,) = read_sheets(
        files.write(tmp_path, suffix, [["Gemeente", "Aantal"], *[files.row(name, 1) for name in names]])
    )
    read = [str(row[0]) for row in blad.rijen[1:]]
    guarded = [name[1:] if suffix == ".csv" and name[:1] == "'" and name[1:2] in {*"=+-@"} else name for name in names]
    assert [name.split() for name in read] == [name.split() for name in guarded]


def test_a_merged_title_counts_once(tmp_path: Path) -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = "Titel"
    book.active.merge_cells("A1:C1")
    book.save(tmp_path / "m.xlsx")
    assert [value for value in read_sheets(tmp_path / "m.xlsx")[0].rijen[0] if value] == ["Titel"]


# What the values alone do not tell


def test_what_is_hidden_merged_and_without_outcome(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first["A1"] = "niets"
    sheet = book.create_sheet("Blad & co")
    files.fill(sheet, [["Gemeente", "Realisatie", None], ["Almelo", 1, 2], ["Borne", 3, 4]])
    sheet["B3"] = "=B2+1"
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A2:A3")  # one below the other: no heading
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.protection.sheet = True
    book.save(tmp_path / "f.xlsx")
    other, blad = read_sheets(tmp_path / "f.xlsx")
    assert other.feiten == Feiten()
    assert blad.feiten == Feiten(rijen=(2,), kolommen=(3,), samengevoegd=((1, 2, 3),), formules=((3, 2),))
    assert blad.rijen[2] == (None, "cel B3 is een formule zonder uitkomst", 4)


def test_the_same_of_an_ods(tmp_path: Path) -> None:
    text = '<table:table-cell office:value-type="string"{}><text:p>a</text:p></table:table-cell>'
    formula = '<table:table-cell table:formula="of:=1+1"/><table:table-cell table:formula="of:=1" office:value="1"/>'
    wide = text.format(' table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (wide, formula))
    path = files.ods_of(tmp_path / "f.ods", rows)
    (blad,) = read_sheets(path)
    assert blad.feiten == Feiten(samengevoegd=((1, 1, 2),), formules=((2, 1),))


# From the clipboard


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\n1\t\r\n", (("a", "b"), ("1", None))),
        ('a\t"b\nc"\n', (("a", "b\nc"),)),
        ("Almelo, stad\t1", (("Almelo, stad", "1"),)),
        ("a;b\n1;2", (("a", "b"), ("1", "2"))),
    ],
)
def test_a_pasted_table_is_read_as_a_csv(text: str, rows: object) -> None:
    (blad,) = from_text(text)
    assert (blad.naam, blad.rijen) == ("Geplakt", rows)


def test_what_cannot_be_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, sentence in (
        (" \n", "Er is niets geplakt"),
        ("a\tb\x00", "De geplakte tekst is geen tabel"),
        ('a\t"b', "De geplakte tekst: de aanhalingstekens rond regel 1 kloppen niet"),
    ):
        with pytest.raises(RegietafelError, match=sentence):
            from_text(text)
    monkeypatch.setattr(content, "MAX_BYTES", 3)
    with pytest.raises(RegietafelError, match="te groot"):
        from_text("a\tbc")
