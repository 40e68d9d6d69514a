"""Lists out: real numbers and dates, text that is never a formula, a complete file or none."""

from __future__ import annotations

import datetime
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from openpyxl import load_workbook

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.export import export_table, write_tables
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.exchange.tabel import Tabel, sheet_names
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from tests.core.exchange.files import NAMES


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


def member(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_a_workbook_has_title_source_and_typed_cells(tmp_path: Path) -> None:
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


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
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
    elif suffix == ".ods":
        assert not re.search(rb"formula|office:value-type=.float. office:value=.[^-]", member(path, "content.xml"))
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
    with pytest.raises(RegietafelError, match=r"kies een naam die eindigt op \.xlsx, \.ods of \.csv"):
        export_table(tmp_path / "t.pdf", "T", FIELDS, [])
    (tmp_path / "bestand").write_text("")
    with pytest.raises(RegietafelError, match="niet geschreven"):
        export_table(tmp_path / "bestand" / "t.csv", "T", FIELDS, [])


@settings(max_examples=40)
@given(text=st.text(max_size=200), suffix=st.sampled_from([".xlsx", ".ods", ".csv"]))
def test_any_text_can_be_written(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    export_table(path, text, FIELDS[:2], [Rij(text, 1)], source=text, overwrite=True)
    assert str(read_sheets(path)[0].rijen[-1][1]) == "1"


TWEE = Tabel(
    titel="Stand",
    fields=FIELDS[:3],
    records=[Rij("Almelo", 1113, -4), Rij("B&W <Zuid>", 12, 0)],
    bron="COA",
    opmerkingen=["Onverklaard verschil: " + "heel lang " * 20],
    totaal=Rij("Totaal", 1125, None),
)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_sheet_per_table_with_its_remarks_and_total(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"boek{suffix}"
    leeg = Tabel(titel="stand", fields=FIELDS, records=[])
    write_tables(path, [TWEE, leeg], title="Cijferboek")
    stand, tweede = read_sheets(path)
    assert (stand.naam, tweede.naam) == ("Stand", "stand (2)")
    kop, bron, eerste, *_, koppen, almelo, zuid, totaal = [row for row in stand.rijen if any(row)]
    assert (kop[0], bron[0]) == ("Stand", "Bron: COA")
    assert str(eerste[0]).startswith("Onverklaard verschil") and len(str(eerste[0])) <= 110
    assert koppen == ("Gemeente", "Taakstelling", "Saldo")
    assert almelo == ("Almelo", 1113, -4) and zuid == ("B&W <Zuid>", 12, 0)
    assert totaal == ("Totaal", 1125, None)
    assert tweede.rijen[2] == tuple(field.label for field in FIELDS)


def test_a_workbook_prints_as_it_is(tmp_path: Path) -> None:
    write_tables(tmp_path / "t.xlsx", [TWEE], title="Boek & co")
    sheet = sheet_of(tmp_path / "t.xlsx")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    header = next(cell.row for cell in sheet["A"] if cell.value == "Gemeente")
    assert sheet.print_title_rows == f"${header}:${header}" and sheet.freeze_panes == f"A{header + 1}"
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("Stand", "Pagina &P van &N")
    assert all(cell.font.bold and cell.border.top.style == "thin" for cell in sheet[sheet.max_row])
    assert sheet.auto_filter.ref == f"A{header}:C{header + 2}"  # a filter leaves the total where it is


def test_the_footer_has_no_codes_of_the_user(tmp_path: Path) -> None:
    export_table(tmp_path / "t.xlsx", "B&W &P", FIELDS[:1], [])
    assert b"B&amp;&amp;W &amp;&amp;P" in member(tmp_path / "t.xlsx", "xl/worksheets/sheet1.xml")


def test_ods_holds_numbers_dates_and_dutch_forms(tmp_path: Path) -> None:
    path = tmp_path / "t.ods"
    naam = "twee  spaties\ten een tab\nen een regel"
    export_table(path, "Stand", FIELDS, [Rij(naam, 1113, -4, DATE)], source="COA")
    assert read_sheets(path)[0].rijen[4][1:] == (1113, -4, DATE, "ja", "2023-II")
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name != "mimetype"}
    space = {name: urn for name, urn in parts["content.xml"].nsmap.items() if name}

    def find(part: str, path: str) -> Any:
        return parts[part].xpath(path, namespaces=space)

    styles = set(find("content.xml", "//style:style/@style:name"))
    used = set(find("content.xml", "//@table:style-name | //@style:data-style-name | //@style:apply-style-name"))
    assert used <= styles | set(find("content.xml", "//number:*/@style:name"))
    (row,) = find("content.xml", "//table:table-row[table:table-cell/@office:value-type='float']")
    assert [cell.get(f"{{{space['table']}}}style-name") for cell in row] == [
        *("lang", "aantal", "wijziging", "datum", "tekst", "tekst"),
    ]
    assert [(s.tag.split("}")[1], s.get(f"{{{space['text']}}}c")) for s in row[0].iter()] == [
        *(("table-cell", None), ("p", None), ("s", "1"), ("tab", None), ("p", None)),
    ]
    assert len(find("content.xml", "//table:table-header-rows/table:table-row/table:table-cell")) == len(FIELDS)
    assert find("content.xml", "//table:database-range/@table:target-range-address") == ["'Stand'.A4:'Stand'.F5"]
    frozen = find("settings.xml", "//config:config-item[@config:name='VerticalSplitPosition']/text()")
    assert frozen == ["4"]
    assert find("styles.xml", "//@style:print-orientation") == ["landscape"]
    assert "".join(find("styles.xml", "//style:footer//text()")) == "Blad · Pagina 1 van 1"


def test_no_sheet_is_named_twice_or_as_excel_forbids() -> None:
    long = "x" * 300
    assert sheet_names(["a/b", "A B", "History", "'q'", "", long, long, "\x00"]) == [
        *("a b", "A B (2)", "History (2)", "q", "Blad1", "x" * 31, "x" * 27 + " (2)", "Blad1 (2)"),
    ]


def test_a_csv_holds_one_table_and_no_total(tmp_path: Path) -> None:
    with pytest.raises(RegietafelError, match="een csv bevat één tabel"):
        write_tables(tmp_path / "t.csv", [TWEE, TWEE])
    write_tables(tmp_path / "t.csv", [TWEE])
    assert (tmp_path / "t.csv").read_text("utf-8-sig").splitlines() == [
        *("Gemeente;Taakstelling;Saldo", "Almelo;1113;-4", "B&W <Zuid>;12;0"),
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_column_is_as_wide_as_what_is_in_it_and_no_wider_than_a_screen(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    export_table(path, "", FIELDS[:2], [Rij("=1+1"), Rij("n" * 300, 5)])
    assert read_sheets(path)[0].rijen[1:] == (("=1+1", None), ("n" * 300, 5))
    if suffix == ".xlsx":
        sheet = sheet_of(path)
        assert [sheet.column_dimensions[letter].width for letter in "AB"] == [63, 17]
        assert sheet["A3"].alignment.wrap_text and not sheet["A2"].alignment.wrap_text
    else:
        assert re.findall(rb'column-width="(.*?)"', member(path, "content.xml")) == [b"3.23cm", b"11.97cm"]
