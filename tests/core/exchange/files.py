"""Spreadsheets made for a test: xlsx by openpyxl, ods and xls by hand, csv; and bijlage A in several layouts."""

from __future__ import annotations

import csv
import datetime
import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.domain.periode import Periode
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.lezen import read
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.paths import resource

Cell = str | int | float | datetime.date | None
Rows = Sequence[Sequence[Cell]]

BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def read_taakstelling(path: Path, periode: Periode | None = None) -> Gelezen:
    return read(read_sheets(path), TAAKSTELLING, periode, naam=path.name)


def bijlage_a() -> list[dict[str, str]]:
    with BIJLAGE_A.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(*cells: Cell) -> list[Cell]:
    return list(cells)


def flat() -> list[list[Cell]]:
    """The table as one list, numbers as numbers."""
    header: list[Cell] = ["Provincie", "Gemeente", "Inwoners 1-1-2022", "Taakstelling 2023-II", "waarvan amv"]
    return [header, *[row(line["provincie"], line["gemeente"], *_numbers(line)) for line in bijlage_a()]]


def printed() -> list[list[Cell]]:
    """As the circulaire prints it: title, a block per provincie with its own header, subtotals, total, footnotes."""
    rows: list[list[Cell]] = [["Bijlage A: taakstelling per gemeente, tweede helft 2023"], []]
    land = [0, 0, 0]
    for provincie, block in groupby(bijlage_a(), key=lambda row: row["provincie"]):
        rows += [
            [provincie],
            ["Gemeente", "Inwoners", "Taakstelling ²", "waarvan amv ³"],
            [None, "1-1-2022", "2023-II"],
        ]
        total = [0, 0, 0]
        for row in block:
            numbers = _numbers(row)
            rows.append([row["gemeente"] + (" 4)" if row["noot"] else ""), *map(dutch, numbers)])
            total = [old + new for old, new in zip(total, numbers, strict=True)]
        rows += [[f"{provincie} totaal", *map(dutch, total)], []]
        land = [old + new for old, new in zip(land, total, strict=True)]
    rows += [
        ["Totaal", *map(dutch, land)],
        ["Noot 2: de taakstelling is naar boven afgerond."],
        ["3) De aantallen 1, 2 en 3 worden afgerond naar nul."],
        ["Noot 4: de taakstelling van Ameland, Schiermonnikoog, Terschelling en Vlieland is bij Leeuwarden geteld."],
    ]
    return rows


def dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _numbers(row: dict[str, str]) -> list[int]:
    return [int(row[name]) for name in ("inwoners_2022-01-01", "taakstelling_2023-II", "waarvan_amv")]


def fill(sheet: Worksheet, rows: Rows) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # also “=1+1”


def xlsx(path: Path, rows: Rows) -> Path:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    fill(book.active, rows)
    book.save(path)
    return path


def text(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ";") -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([["" if cell is None else cell for cell in row] for row in rows])
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def ods(path: Path, rows: Rows) -> Path:
    return ods_of(path, "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows))


def ods_of(path: Path, body: str, *, doctype: str = "", manifest: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="urn:x">{manifest}</m:manifest>')
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {NS}><office:body>'
            f'<office:spreadsheet><table:table table:name="Blad1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def _ods_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, datetime.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def change(path: Path, member: str, edit: Callable[[str], str]) -> Path:
    """Edit one member of a zip."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = edit(members[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def xls(path: Path, rows: Rows, *, filepass: bool = False, announce: int = 0) -> Path:
    """Excel 97: only texts and numbers."""
    path.write_bytes(compound({"Workbook": biff(rows, filepass=filepass, announce=announce)}))
    return path


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def cell_record(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        head = struct.pack("<HHHHB", row, column, 0, len(value), 1)
        return record(0x0204, head + value.encode("utf-16-le"))
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def biff(rows: Rows, *, filepass: bool = False, announce: int = 0) -> bytes:
    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))

    def bound(offset: int) -> bytes:
        return record(0x0085, struct.pack("<IBBBB", offset, 0, 0, 5, 0) + b"Blad1")

    head = begin(5) + (record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) if filepass else b"")
    head += record(0x0042, struct.pack("<H", 1200))
    if announce:
        head += record(0x00FC, struct.pack("<II", announce, announce))
    cells = b"".join(
        cell_record(r, c, value)
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if isinstance(value, str | int | float)
    )
    return head + bound(len(head) + len(bound(0)) + 4) + record(0x000A) + begin(0x10) + cells + record(0x000A)


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE container; every stream is at least 4096 bytes, so that there is no mini stream."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    chain: list[int] = []
    data = b""

    def place(content: bytes) -> int:
        nonlocal data
        start, sectors = len(chain), -(-len(content) // 512)
        chain.extend([*range(start + 1, start + sectors), end])
        data += content.ljust(sectors * 512, b"\0")
        return start

    def entry(name: str, kind: int, start: int, size: int, *, following: int, child: int) -> bytes:
        raw = name.encode("utf-16-le")
        links = struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, following, child)
        return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)

    placed = [(name, place(content.ljust(4096, b"\0")), max(len(content), 4096)) for name, content in streams.items()]
    directory = entry("Root Entry", 5, end, 0, following=free, child=1)
    for number, (name, start, size) in enumerate(placed, 1):
        following = number + 1 if number < len(placed) else free
        directory += entry(name, 2, start, size, following=following, child=free)
    directory_start = place(directory)
    tables = 1
    while len(chain) + tables > tables * 128:
        tables += 1
    first = len(chain)
    chain += [0xFFFFFFFD] * tables + [free] * (tables * 128 - len(chain) - tables)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, directory_start, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *[*range(first, first + tables), *[free] * (109 - tables)])
    return header + data + struct.pack(f"<{len(chain)}I", *chain)


def columns(rows: Rows, *wanted: int) -> list[list[Cell]]:
    """Only these columns, in this order."""
    return [[row[place] if place < len(row) else None for place in wanted] for row in rows]


def without(rows: Rows, *numbers: int) -> list[Sequence[Cell]]:
    """Without the rows of these numbers (from 1)."""
    return [row for number, row in enumerate(rows, 1) if number not in numbers]


WRITERS: dict[str, Callable[[Path, Rows], Path]] = {
    ".xlsx": xlsx,
    ".ods": ods,
    ".xls": xls,
    ".csv": text,
    ".txt": lambda path, rows: text(path, rows, encoding="utf-16", delimiter="\t"),
    ".cp1252.csv": lambda path, rows: text(path, rows, encoding="cp1252"),
    ".bom.csv": lambda path, rows: text(path, rows, encoding="utf-8-sig", delimiter=","),
}


def write(folder: Path, suffix: str, rows: Iterable[Sequence[Cell]]) -> Path:
    return WRITERS[suffix](folder / f"bijlage A{suffix}", list(rows))


NAMES = [
    "B&W <Zuid>",
    "=1+1",
    "O'Brien",
    "x" * 300,
    "+31 53",
    "-Zuid",
    "@allen",
    "Súdwest-Fryslân",
    'de "Oude" Maas',
    "’s",
]
