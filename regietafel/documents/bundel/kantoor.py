"""Word and Excel files that anyone may have made: refused when they do more than be read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET

from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MAX_PARTS = 5_000
_MAX_UNPACKED = 200 * 2**20
_MAX_RATIO = 300  # of a part larger than _SMALL: text shrinks to a tenth, a bomb to a thousandth
_SMALL = 2**20
_MAX_RELATIONS = 2**20
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|macrosheets/|activeX/|.*oleObject[^/]*\.bin$)", re.IGNORECASE)
_LINKED_BOOKS = re.compile(r"^xl/(externalLinks|queryTables|connections)", re.IGNORECASE)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (zipfile.BadZipFile, zlib.error, ET.ParseError, RuntimeError, OSError, EOFError, ValueError)
_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def check_office(data: bytes, soort: str, naam: str) -> None:
    """Raises RegietafelError when ``data`` is no file of that kind, ``docx`` or ``xlsx``, is damaged, or is dangerous.

    Dangerous are macros, programs inside the file, links from which it would fetch something, and a file that grows
    without end when it is unpacked.
    """
    wrong = _("“{naam}” is geen leesbaar {soort}-bestand. Open het, sla het opnieuw op en voeg het daarna toe.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_size(parts, naam)
            names = {part.filename for part in parts}
            if not {_MAIN[soort], "[Content_Types].xml"} <= names:
                raise RegietafelError(wrong.format(naam=naam, soort=soort))
            if any(part.flag_bits & 1 for part in parts):
                raise RegietafelError(
                    _("“{naam}” heeft een wachtwoord. Sla het op zonder wachtwoord.").format(naam=naam)
                )
            _check_parts(archive, names, naam)
            if archive.testzip() is not None:
                raise RegietafelError(wrong.format(naam=naam, soort=soort))
    except _BROKEN as error:
        raise RegietafelError(wrong.format(naam=naam, soort=soort)) from error


def _check_size(parts: list[zipfile.ZipInfo], naam: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    bomb = any(part.file_size > max(_SMALL, _MAX_RATIO * part.compress_size) for part in parts)
    if bomb or unpacked > _MAX_UNPACKED or len(parts) > _MAX_PARTS:
        said = _("“{naam}” wordt bij het uitpakken veel te groot. Het is beschadigd of kwaadwillig; open het niet.")
        raise RegietafelError(said.format(naam=naam))


def _check_parts(archive: zipfile.ZipFile, names: set[str], naam: str) -> None:
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(map(_MACROS.search, names)):
        said = _("In “{naam}” zitten macro's of ingesloten programma's. Sla het op zonder, of maak er een PDF van.")
        raise RegietafelError(said.format(naam=naam))
    if any(map(_LINKED_BOOKS.search, names)) or any(
        _fetches(archive, each) for each in names if each.endswith(".rels")
    ):
        said = _("“{naam}” haalt gegevens uit andere bestanden. Verbreek die koppelingen, of maak er een PDF van.")
        raise RegietafelError(said.format(naam=naam))


def _fetches(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether these relations point outside the file at more than a page or an address one may click on."""
    data = archive.read(name)
    if len(data) > _MAX_RELATIONS or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return True
    for relation in ET.fromstring(data).iter(_RELATION):  # noqa: S314 - no entities: refused above
        if relation.get("TargetMode") != "External":
            continue
        clicked = relation.get("Type", "").endswith("/hyperlink")
        if not clicked or not relation.get("Target", "").startswith(("https://", "http://", "mailto:")):
            return True
    return False
