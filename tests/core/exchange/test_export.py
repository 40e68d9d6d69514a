"""Lists out: real numbers and dates, text that is never a formula, a complete file or none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.export import export_table
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from tests.core.exchange.test_spreadsheet import NAMES


@dataclass
class Rij:
    naam: str = ""
    aantal: int | None = None
    saldo: int | None = None
    datum: datetime.date | None = None
    lid: bool = True
    periode: Periode = Periode(2023, 2)  # noqa: RUF009 - frozen


FIELDS = (
    Field(name="naam", label="Gemeente"),
    Field(name="aantal", label="Taakstelling", kind=AANTAL),
    Field(name="saldo", label="Saldo", kind=WIJZIGING),
    Field(name="datum", label="Peildatum", kind=DATUM),
    Field(name="lid", label="Lid", kind=JA_NEE),
    Field(name="periode", label="Periode"),
)
DATE = datetime.date(2023, 7, 1)


def sheet_of(path: Path) -> Any:
    return load_workbook(path).active


def test_workbook(tmp_path: Path) -> None:
    path = tmp_path / "stand.xlsx"
    export_table(path, "Stand: 2023-II", FIELDS, [Rij("Almelo", 1113, -4, DATE), Rij("Borne")], source="COA")
    sheet = sheet_of(path)
    assert sheet.title == "Stand  2023-II"
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=6)] == [
        ["Stand: 2023-II", *[None] * 5],
        ["Bron: COA", *[None] * 5],
        [None] * 6,
        ["Gemeente", "Taakstelling", "Saldo", "Peildatum", "Lid", "Periode"],
        ["Almelo", 1113, -4, datetime.datetime(2023, 7, 1), "ja", "2023-II"],  # noqa: DTZ001
        ["Borne", None, None, None, "ja", "2023-II"],
    ]
    assert [cell.number_format for cell in sheet[5]][1:4] == ["#,##0;−#,##0", "+#,##0;−#,##0;0", "dd-mm-yyyy"]
    assert all(cell.font.bold for cell in sheet[4])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:F6")
    assert sheet.column_dimensions["B"].width > len("Taakstelling")


def test_the_table_stands_alone_without_title(tmp_path: Path) -> None:
    export_table(tmp_path / "t.xlsx", "", FIELDS[:1], [])
    sheet = sheet_of(tmp_path / "t.xlsx")
    assert (sheet.title, sheet["A1"].value, sheet.auto_filter.ref) == ("Blad1", "Gemeente", "A1:A1")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_text_is_never_a_formula_and_comes_back_as_it_was(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    names = [*NAMES, "\tTab", '=HYPERLINK("http://x")']
    export_table(path, "=1+1", FIELDS[:2], [Rij(naam, -5) for naam in names], source="=2+2")
    (blad,) = read_sheets(path)
    assert [row[0] for row in blad.rijen[-len(names) :]] == names
    assert {str(row[1]) for row in blad.rijen[-len(names) :]} == {"-5"}
    if suffix == ".xlsx":
        cells = [cell for row in sheet_of(path).iter_rows() for cell in row if isinstance(cell.value, str)]
        assert {cell.data_type for cell in cells} == {"s"}
        assert {cell.value for cell in cells if cell.quotePrefix} == {
            "=1+1",
            "+31 53",
            "-Zuid",
            "@allen",
            "\tTab",
            '=HYPERLINK("http://x")',
        }
    else:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert not [line for line in lines if line.lstrip('"')[:1] in "=+-@\t"]


def test_csv_is_what_dutch_excel_opens(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    export_table(path, "Stand", FIELDS, [Rij("'s-Gravenhage; e.o.", 1113, -4, DATE)], source="COA")
    assert (
        path.read_bytes()
        == (
            "\ufeffGemeente;Taakstelling;Saldo;Peildatum;Lid;Periode\r\n"
            '"\'s-Gravenhage; e.o.";1113;-4;01-07-2023;ja;2023-II\r\n'
        ).encode()
    )


def test_choices_are_written_as_their_label(tmp_path: Path) -> None:
    fields = (Field(name="aantal", label="Keuze", kind=AANTAL, choices={"Vijf": 5}),)
    export_table(tmp_path / "t.csv", "", fields, [Rij(aantal=5)])
    assert read_sheets(tmp_path / "t.csv")[0].rijen == (("Keuze",), ("Vijf",))


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_text("oud", encoding="utf-8")
    with pytest.raises(RegietafelError, match=r"t\.xlsx bestaat al"):
        export_table(path, "T", FIELDS, [])
    assert path.read_text(encoding="utf-8") == "oud"
    export_table(path, "T", FIELDS, [], overwrite=True)
    assert sheet_of(path)["A1"].value == "T"


def test_complete_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.xlsx"
    path.write_text("oud", encoding="utf-8")

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "in gebruik")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RegietafelError, match=r"t\.xlsx is niet geschreven in .*: u hebt er geen rechten voor"):
        export_table(path, "T", FIELDS, [], overwrite=True)
    assert [found.name for found in tmp_path.iterdir()] == ["t.xlsx"]
    assert path.read_text(encoding="utf-8") == "oud"


def test_places_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(RegietafelError, match=r"kies een naam die eindigt op \.xlsx of \.csv"):
        export_table(tmp_path / "t.pdf", "T", FIELDS, [])
    (tmp_path / "bestand").write_text("")
    with pytest.raises(RegietafelError, match="niet geschreven"):
        export_table(tmp_path / "bestand" / "t.csv", "T", FIELDS, [])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200), suffix=st.sampled_from([".xlsx", ".csv"]))
def test_any_text_can_be_written(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    export_table(path, text, FIELDS[:2], [Rij(text, 1)], source=text, overwrite=True)
    assert str(read_sheets(path)[0].rijen[-1][1]) == "1"
