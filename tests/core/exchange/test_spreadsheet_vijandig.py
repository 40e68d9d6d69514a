"""Files that cannot be read, or promise too much: one sentence, and never more work than the file is worth."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.errors import RegietafelError
from regietafel.exchange import content
from regietafel.exchange.cellen import Feiten
from regietafel.exchange.spreadsheet import read_sheets
from tests.core.exchange import files
from tests.tempo import LINEAR, growth


def refusal(path: Path) -> str:
    with pytest.raises(RegietafelError) as caught:
        read_sheets(path)
    sentence = str(caught.value)
    naam = path.name or str(path)
    assert sentence.startswith(naam)  # where
    assert sentence.endswith(".")
    return sentence.removeprefix(naam)


# Files that are no spreadsheet


def test_missing_empty_and_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "weg.xlsx") == " bestaat niet meer. Kies het bestand opnieuw."
    (tmp_path / "map.xlsx").mkdir()
    assert refusal(tmp_path / "map.xlsx") == " is een map. Kies een bestand in die map."
    for data in (b"", b" \r\n"):
        (tmp_path / "leeg.xlsx").write_bytes(data)
        assert refusal(tmp_path / "leeg.xlsx") == " is leeg. Vraag de afzender het opnieuw te sturen."


def test_what_is_no_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path()) == " is een map. Kies een bestand in die map."
    assert refusal(Path("/")) == " is een map. Kies een bestand in die map."
    os.mkfifo(tmp_path / "pijp.csv")
    for path in (Path("/dev/zero"), tmp_path / "pijp.csv"):
        assert refusal(path) == " is geen gewoon bestand. Sla de tabel op als bestand en kies dat."
    assert "die naam kan niet bestaan" in refusal(Path("a\0b.csv"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7 ...", "is een pdf"),
        (b"{\\rtf1 hallo}", "rtf"),
        (b"<html><table><tr><td>Gemeente</td></tr></table>", "webpagina"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "webpagina of xml"),
        (b"\x1f\x8b\x08\x00", "Pak het eerst uit"),
        (b"Gemeente;Aantal\x00;1", "geen rekenblad en geen leesbare tekst"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen rekenblad en geen leesbare tekst"),
        (b"\xff\xfea", "geen rekenblad en geen leesbare tekst"),
        (b"PK\x03\x04 en dan niets", "is beschadigd"),
        (files.compound({"WordDocument": b"x"}), "is geen rekenblad"),
        (files.compound({"Workbook": files.biff([["a"]])})[:1500], "is beschadigd"),
        (files.compound({"Workbook": b"\x09\x08"}), "is beschadigd"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "is beschadigd"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\x09\x00" * 600, "is beschadigd"),
        (b'a;b\n"c;d\ne;f', "aanhalingstekens rond regel 3"),
        (b'a;b\n"c"d;e', "aanhalingstekens rond regel 2"),
        (b"a;" + b"x" * 200_000, "aanhalingstekens"),
    ],
)
def test_what_is_no_readable_spreadsheet(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "b.xlsx").write_bytes(data)
    assert sentence in refusal(tmp_path / "b.xlsx")


def test_a_zip_that_is_no_spreadsheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brief.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert "is geen rekenblad" in refusal(tmp_path / "brief.xlsx")


@pytest.mark.parametrize("cut", [30, 200, 2000, -30])
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_file_that_breaks_off_is_said_to_be_damaged(tmp_path: Path, suffix: str, cut: int) -> None:
    path = files.write(tmp_path, suffix, files.flat())
    path.write_bytes(path.read_bytes()[:cut])
    assert "is beschadigd" in refusal(path)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".xls"])
def test_any_changed_byte_gives_rows_or_a_sentence(tmp_path: Path, suffix: str) -> None:
    path = files.write(tmp_path, suffix, files.flat()[:20])
    good = path.read_bytes()
    for place in range(0, len(good), max(1, len(good) // 150)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0x5A]) + good[place + 1 :])
        try:
            read_sheets(path)
        except RegietafelError as error:
            assert path.name in str(error)


def test_xml_that_is_not_well_formed(tmp_path: Path) -> None:
    path = files.change(files.xlsx(tmp_path / "x.xlsx", [["a"]]), "xl/worksheets/sheet1.xml", lambda xml: xml[:-20])
    assert "is beschadigd" in refusal(path)


# Protected


def test_a_file_with_a_password_is_said_to_be_protected(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(files.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x" * 9000}))
    assert "beveiligd met een wachtwoord" in refusal(path)
    assert "beveiligd met een wachtwoord" in refusal(files.xls(tmp_path / "p.xls", [["a"]], filepass=True))
    path = files.ods_of(tmp_path / "p.ods", "", manifest="<m:encryption-data/>")
    assert "beveiligd met een wachtwoord" in refusal(path)


# Hostile


def test_too_large_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(content.MAX_BYTES + 1)
    assert "te groot: meer dan 50 MB" in refusal(path)


def test_no_more_is_read_than_a_file_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MAX_BYTES", 4)
    (tmp_path / "t.csv").write_bytes(b"a;b\n")
    assert read_sheets(tmp_path / "t.csv")[0].rijen == (("a", "b"),)
    (tmp_path / "t.csv").write_bytes(b"a;b\nc")
    assert "te groot" in refusal(tmp_path / "t.csv")


def test_many_hidden_columns_are_not_held_against_every_cell(tmp_path: Path) -> None:
    xml = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

    def made(size: int) -> Path:
        columns = "".join(f'<col min="{n}" max="{n}" hidden="1"/>' for n in range(3, size))
        cells = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, size))
        sheet = f"{xml}<cols>{columns}</cols><sheetData>{cells}</sheetData></worksheet>"
        path = files.xlsx(tmp_path / f"{size}.xlsx", [["a"]])
        return files.change(path, "xl/worksheets/sheet1.xml", lambda _old: sheet)

    paths = {size: made(size) for size in (4_000, 16_000)}
    assert growth(lambda size: read_sheets(paths[size]), 4_000) < LINEAR
    assert read_sheets(paths[16_000])[0].feiten == Feiten()  # nothing is in them


def test_too_large_when_unpacked(tmp_path: Path) -> None:
    path = files.xlsx(tmp_path / "bom.xlsx", [["a"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/niets.bin", bytes(content.MAX_BYTES))
    assert path.stat().st_size < 100_000
    assert "te groot: meer dan 50 MB" in refusal(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY b{n} '&a;&a;'>" for n in range(9)) + "]>"
    path = files.ods_of(tmp_path / "lach.ods", "", doctype=laughs)
    assert "verwijzingen die in een rekenblad niet horen" in refusal(path)
    outside = "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    path = files.change(files.xlsx(tmp_path / "x.xlsx", [["a"]]), "xl/workbook.xml", lambda xml: outside + xml)
    assert "verwijzingen die in een rekenblad niet horen" in refusal(path)


def _sheet(path: Path, cells: str) -> Path:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )
    return files.change(files.xlsx(path, [["a"]]), "xl/worksheets/sheet1.xml", lambda _old: xml)


NUMBER = '<table:table-cell {} office:value-type="float" office:value="1"/>'


def hostile_files(folder: Path) -> dict[str, Path]:
    """Small files that the parser would make gigabytes of."""
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{0}"><c r="{1}{0}"><v>1</v></c></row>'
    row = "<table:table-row {}>{}</table:table-row>"
    wide = 'table:number-columns-repeated="16384"'
    high = 'table:number-rows-repeated="1048576"'
    found = {
        "meer dan 5.000.000 cellen": _sheet(folder / "ver.xlsx", far.format(900_000, "XFD")),
        "meer dan 1.000.000 rijen": _sheet(folder / "diep.xlsx", far.format(1_048_576, "XFD")),
        "meer dan 1.000.000 rijen ": files.ods_of(folder / "diep.ods", row.format(high, NUMBER.format(wide))),
        "meer dan 5.000.000 cellen ": files.ods_of(
            folder / "ver.ods", row.format('table:number-rows-repeated="999999"', NUMBER.format(wide))
        ),
        "is beschadigd": files.change(
            files.xlsx(folder / "belofte.xlsx", [["a"]]),
            "xl/styles.xml",
            lambda xml: xml.replace('count="', 'count="99999999', 1),
        ),
        "is beschadigd ": files.xls(folder / "belofte.xls", [["a"]], announce=0x7FFFFFFF),
    }
    path = folder / "ver.xls"
    cells = files.biff([["a"]]).replace(files.cell_record(0, 0, "a"), files.cell_record(65_535, 255, "a"))
    path.write_bytes(files.compound({"Workbook": cells}))
    return found | {"meer dan 5.000.000 cellen  ": path}


def test_files_that_promise_too_much_are_refused_before_the_parser_sees_them(tmp_path: Path) -> None:
    # In a process of its own: where this fails, the parser aborts the process instead of raising.
    found = hostile_files(tmp_path)
    code = (
        "import sys, pathlib\n"
        "from regietafel.errors import RegietafelError\n"
        "from regietafel.exchange.spreadsheet import Formule, from_text, read_sheets\n"
        "for name in sys.argv[1:]:\n"
        "    try: print(read_sheets(pathlib.Path(name)))\n"
        "    except RegietafelError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, found.values())], check=True, capture_output=True, text=True
    )
    sentences = done.stdout.splitlines()
    assert len(sentences) == len(found)
    for expected, path, sentence in zip(found, found.values(), sentences, strict=True):
        assert sentence.startswith(path.name)
        assert expected.strip() in sentence
        assert path.stat().st_size < 20_000


def test_a_csv_has_no_more_rows_than_are_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "veel.csv"
    monkeypatch.setattr(content, "MAX_ROWS", 100)
    path.write_text("a;b\n" * 100, encoding="utf-8")
    assert len(read_sheets(path)[0].rijen) == 100
    path.write_text("a;b\n" * 101, encoding="utf-8")
    assert "meer dan 100 rijen" in refusal(path)


def test_empty_space_and_formatting_are_no_cells(tmp_path: Path) -> None:
    """What LibreOffice writes to the edge of the sheet, and a cell far away that is only bold."""
    empty = (
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    path = files.ods_of(tmp_path / "r.ods", f"<table:table-row>{NUMBER.format('')}</table:table-row>{empty}")
    assert read_sheets(path)[0].rijen == ((1,),)
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = 1
    book.active["XFD1048576"].font = Font(bold=True)
    book.save(tmp_path / "r.xlsx")
    assert read_sheets(tmp_path / "r.xlsx")[0].rijen == ((1,),)
