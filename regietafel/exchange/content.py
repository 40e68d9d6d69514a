"""What a spreadsheet file is, judged by its content, and whether it is safe to open.

Files come by mail. The parser behind ``python_calamine`` allocates the rectangle between the first and the last cell;
for a file of some kilobytes with one cell at XFD1048576 that is half a terabyte, and the process is aborted. The same
with an announced number of texts. Hence all is counted here before anything is handed to it.
"""

from __future__ import annotations

import contextlib
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat

from regietafel.errors import RegietafelError
from regietafel.exchange import xls
from regietafel.exchange.cellen import MAX_CELLS, Cellen, Feiten
from regietafel.i18n import _, format_number

MAX_BYTES = 50_000_000
MAX_ROWS = 1_000_000

Bestandssoort = Literal["xlsx", "xls", "ods", "tekst"]


@dataclass(frozen=True)
class Inhoud:
    """What a file is, and what its XML tells about its sheets, by name; of an xls that is not known."""

    soort: Bestandssoort
    feiten: Mapping[str, Feiten] = field(default_factory=dict)


_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
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
                soort: Bestandssoort = "ods"
                if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                    raise protected(naam)
            elif "xl/workbook.xml" in names:
                soort = "xlsx"
            else:
                raise _no_spreadsheet(naam)
            seen = {member.filename: _check_xml(archive.read(member), naam) for member in members}
            feiten = _by_sheet(archive, seen) if soort == "xlsx" else seen["content.xml"].tables
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise damaged(naam) from None
    return Inhoud(soort, feiten)


def _by_sheet(archive: zipfile.ZipFile, seen: Mapping[str, Cellen]) -> dict[str, Feiten]:
    """The facts of each sheet under its name; the workbook says in which member of the zip a sheet is."""
    places: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship"):
            places[attributes.get("Id", "")] = posixpath.join("/xl", attributes.get("Target", ""))[1:]

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            relations = [value for key, value in attributes.items() if key.endswith(":id")]
            sheets[attributes.get("name", "")] = relations[0] if relations else ""

    for member, handler in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        parser = expat.ParserCreate()
        parser.StartElementHandler = handler
        with contextlib.suppress(KeyError):
            parser.Parse(archive.read(member), True)
    found = {naam: seen.get(places.get(relations, "")) for naam, relations in sheets.items()}
    return {naam: cells.feiten for naam, cells in found.items() if cells}


def _check_xml(data: bytes, naam: str) -> Cellen:
    """Count the cells; refuse XML that is not well formed and XML that defines entities."""
    parser = expat.ParserCreate()
    count = Cellen(parser)
    if not data.lstrip().startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return count  # a picture, a font, macros: not read

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
    count.close()
    return count


def _no_spreadsheet(naam: str) -> RegietafelError:
    return RegietafelError(
        _("{naam} is geen rekenblad. Kies een bestand van Excel (xlsx, xls), LibreOffice (ods) of een csv.").format(
            naam=naam
        )
    )
