"""What a spreadsheet file is, judged by its content, and whether it is safe to open.

Files come by mail. The parser behind ``python_calamine`` allocates the rectangle between the first and the last cell;
for a file of some kilobytes with one cell at XFD1048576 that is half a terabyte, and the process is aborted. The same
with an announced number of texts. Hence all is counted here before anything is handed to it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from xml.parsers import expat

from regietafel.errors import RegietafelError
from regietafel.exchange import xls
from regietafel.i18n import _, format_number

MAX_BYTES = 50_000_000
MAX_ROWS = 1_000_000
MAX_CELLS = 5_000_000  # the rectangle, empty cells included

Soort = Literal["xlsx", "xls", "ods", "tekst"]


@dataclass(frozen=True)
class Inhoud:
    """What a file is; ``verborgen_cellen``: cells are filled in rows or columns that are hidden (never of an xls)."""

    soort: Soort
    verborgen_cellen: bool = False


_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_TRUE = {"1", "true"}
_MAX_HIDDEN = 100
_OF_ODS = {"table", "table-column", "table-row", "table-cell", "covered-table-cell"}
_MARKUP = re.compile(rb"\s*<(!doctype|\?xml|html|table|head|body|meta)", re.IGNORECASE)
_OTHERS = {
    b"%PDF": _("{naam} is een pdf. Vraag om de tabel als Excel-bestand, of neem hem over in een rekenblad."),
    b"{\\rtf": _("{naam} is een tekstdocument (rtf). Neem de tabel over in een rekenblad."),
    b"\x1f\x8b": _("{naam} is een gecomprimeerd bestand. Pak het eerst uit."),
    b"7z\xbc\xaf": _("{naam} is een gecomprimeerd bestand. Pak het eerst uit."),
    b"Rar!": _("{naam} is een gecomprimeerd bestand. Pak het eerst uit."),
}


def check(data: bytes, naam: str) -> Inhoud:
    """What kind of spreadsheet this is. Raises RegietafelError when it is none, protected, damaged or hostile."""
    if not data.strip():
        raise RegietafelError(_("{naam} is leeg. Vraag de afzender het opnieuw te sturen.").format(naam=naam))
    for start, sentence in _OTHERS.items():
        if data.startswith(start):
            raise RegietafelError(sentence.format(naam=naam))
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        return _check_zip(data, naam)
    if data.startswith(xls.MAGIC):
        return _check_xls(data, naam)
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise RegietafelError(
            _("{naam} is een webpagina of xml-bestand. Open het in Excel en sla het op als Excel-werkmap.").format(
                naam=naam
            )
        )
    return Inhoud("tekst")


def damaged(naam: str) -> RegietafelError:
    """The sentence for a file that cannot be read."""
    return RegietafelError(
        _("{naam} is beschadigd. Open het in Excel of LibreOffice en sla het opnieuw op.").format(naam=naam)
    )


def protected(naam: str) -> RegietafelError:
    """The sentence for a file with a password."""
    return RegietafelError(
        _("{naam} is beveiligd met een wachtwoord. Sla het in Excel of LibreOffice op zonder wachtwoord.").format(
            naam=naam
        )
    )


def too_large(naam: str) -> RegietafelError:
    """The sentence for a file of more than :data:`MAX_BYTES`, as it is or unpacked."""
    return RegietafelError(
        _("{naam} is te groot: meer dan {max} MB. Sla alleen het blad met de tabel op.").format(
            naam=naam, max=MAX_BYTES // 1_000_000
        )
    )


def check_size(rows: int, cells: int, naam: str) -> None:
    """Refuse more rows or cells than a list of gemeenten can ever have."""
    if rows > MAX_ROWS:
        raise RegietafelError(
            _("{naam} heeft meer dan {max} rijen. Sla alleen de rijen van de tabel op.").format(
                naam=naam, max=format_number(MAX_ROWS)
            )
        )
    if cells > MAX_CELLS:
        raise RegietafelError(
            _("{naam} heeft een blad van meer dan {max} cellen. Sla alleen de tabel op.").format(
                naam=naam, max=format_number(MAX_CELLS)
            )
        )


def _check_xls(data: bytes, naam: str) -> Inhoud:
    try:
        streams = xls.streams(data)
        if "EncryptedPackage" in streams:
            raise protected(naam)
        workbook = streams.get("Workbook") or streams.get("Book")
        if workbook is None:
            raise _no_spreadsheet(naam)
        extent = xls.extent(workbook)
    except xls.DamagedError:
        raise damaged(naam) from None
    if extent is None:
        raise protected(naam)
    check_size(*extent, naam)
    return Inhoud("xls")


def _check_zip(data: bytes, naam: str) -> Inhoud:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_BYTES:
                raise too_large(naam)
            if any(member.flag_bits & 1 for member in members):
                raise protected(naam)
            names = set(archive.namelist())
            if "mimetype" in names and archive.read("mimetype").strip() == _ODS:
                soort: Soort = "ods"
                if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                    raise protected(naam)
            elif "xl/workbook.xml" in names:
                soort = "xlsx"
            else:
                raise _no_spreadsheet(naam)
            hidden = [_check_xml(archive.read(member), naam) for member in members]
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise damaged(naam) from None
    return Inhoud(soort, any(hidden))


def _check_xml(data: bytes, naam: str) -> bool:
    """Count the cells; refuse XML that is not well formed and XML that defines entities. True: some are hidden."""
    if not data.lstrip().startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return False  # a picture, a font, macros: not read
    count = _Cells()
    parser = expat.ParserCreate()
    parser.StartElementHandler = count.start

    def refuse(*_args: object) -> None:
        sentence = _(
            "{naam} bevat verwijzingen die in een rekenblad niet horen. Open het niet; vraag een ander bestand."
        )
        raise RegietafelError(sentence.format(naam=naam))

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise damaged(naam) from None
    if count.announces_too_much:
        raise damaged(naam)
    check_size(count.last_row, count.last_row * count.last_column, naam)
    return count.hidden


class _Cells:
    """How far the filled cells of an xlsx sheet or of all the tables of an ods document reach."""

    def __init__(self) -> None:
        self.last_row = self.last_column = 0
        self._row = self._column = 0  # where the reading is, 1-based
        self._rows = self._columns = 1  # how often the current row and cell are repeated (ods)
        self.announces_too_much = self.hidden = False
        self._row_hidden = False
        self._columns_hidden: list[range] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Called for every element; the cell and its value are most of them."""
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            if reference := attributes.get("r"):
                letters = reference.rstrip("0123456789")
                self._column = _column_number(letters)
                self._row = _number(reference[len(letters) :], self._row)
            else:
                self._column += 1
        elif name in {"v", "is", "f"}:
            self._filled()
        elif name == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            self._row_hidden = attributes.get("hidden") in _TRUE
        elif name == "col":
            if attributes.get("hidden") in _TRUE:
                self._hide(_number(attributes.get("min"), 1), _number(attributes.get("max"), 1))
        elif name in _OF_ODS:
            self._start_ods(name, attributes)
        elif "count" in attributes or "uniqueCount" in attributes:  # the parser makes room for what is announced
            announced = max(len(attributes.get("count", "")), len(attributes.get("uniqueCount", "")))
            self.announces_too_much |= announced > len(str(MAX_CELLS))

    def _start_ods(self, name: str, attributes: dict[str, str]) -> None:
        hidden = attributes.get("table:visibility", "visible") != "visible"
        if name == "table":
            self._row, self._rows, self._column = 0, 1, 0
            self._columns_hidden = []
        elif name == "table-column":
            first = self._column + 1
            self._column += _number(attributes.get("table:number-columns-repeated"), 1)
            if hidden:
                self._hide(first, self._column)
        elif name == "table-row":
            self._row += self._rows
            self._rows = _number(attributes.get("table:number-rows-repeated"), 1)
            self._column, self._columns = 0, 1
            self._row_hidden = hidden
        else:
            self._column += self._columns
            self._columns = _number(attributes.get("table:number-columns-repeated"), 1)
            if any("value" in key or "formula" in key for key in attributes):
                self._filled()

    def _filled(self) -> None:
        row, column = self._row + self._rows - 1, self._column + self._columns - 1
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        if not self.hidden:
            self.hidden = self._row_hidden or any(self._column in each for each in self._columns_hidden)

    def _hide(self, first: int, last: int) -> None:
        self.hidden |= len(self._columns_hidden) >= _MAX_HIDDEN  # every filled cell is held against all of them
        if not self.hidden:
            self._columns_hidden.append(range(first, last + 1))


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else default


@lru_cache(20_000)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + ord(letter) - 64
    return number


def _no_spreadsheet(naam: str) -> RegietafelError:
    return RegietafelError(
        _("{naam} is geen rekenblad. Kies een bestand van Excel (xlsx, xls), LibreOffice (ods) of een csv.").format(
            naam=naam
        )
    )
