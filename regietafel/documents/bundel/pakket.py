"""Documents as one zip for the archive: the files, a list of them, and metadata beside them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Sequence

from regietafel.documents.bundel.metadata import Bestand, Kop, write_metadata
from regietafel.documents.pdf.archive import printable
from regietafel.errors import RegietafelError
from regietafel.i18n import _

INVENTARIS, METADATA = "inventaris.csv", "metadata.xml"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a spreadsheet knows one
# What every system takes: no folders, no name of a device of Windows, no dot or space at an end.
_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9](?:[a-z0-9 .-]{0,198}[a-z0-9])?\.[a-z0-9]{1,8}",
    re.ASCII | re.IGNORECASE,
)
_MODE = 0o100644 << 16  # an ordinary file
_FIRST_YEAR = 1980  # of a zip


def make_zip(bestanden: Sequence[Bestand], kop: Kop) -> bytes:
    """The files by name, the list and the metadata; equal content gives equal bytes.

    Raises RegietafelError when two files have one name, or when a name is none that every system takes.
    """
    _check_names(bestanden)
    files = sorted(bestanden, key=lambda each: each.naam.casefold())
    moment = (max(kop.datum.year, _FIRST_YEAR), kop.datum.month, kop.datum.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in [
            (INVENTARIS, _inventaris(files)),
            (METADATA, write_metadata(files, kop)),
            *((each.naam, each.inhoud) for each in files),
        ]:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # on every system the same
            entry.external_attr = _MODE
            archive.writestr(entry, content)
    return target.getvalue()


def _check_names(bestanden: Sequence[Bestand]) -> None:
    seen = {INVENTARIS, METADATA}
    for each in bestanden:
        if not _NAME.fullmatch(each.naam):
            raise RegietafelError(_("“{naam}” is geen naam voor een bestand in een zip.").format(naam=each.naam))
        if each.naam.casefold() in seen:
            said = _("Er zijn twee bestanden met de naam “{naam}”. Geef een van beide een andere naam.")
            raise RegietafelError(said.format(naam=each.naam))
        seen.add(each.naam.casefold())


def _inventaris(bestanden: Sequence[Bestand]) -> bytes:
    """The list as a spreadsheet opens it: a byte order mark, semicolons, and no cell that it would calculate."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(["bestand", "titel", "datum", "soort", "voor", "grootte", "sha256"])
    for each in bestanden:
        dag = each.datum.isoformat() if each.datum else ""
        said = [each.naam, each.titel, dag, each.soort, each.voor]
        writer.writerow([*map(_harmless, said), str(len(each.inhoud)), hashlib.sha256(each.inhoud).hexdigest()])
    return target.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """On one line, and never a formula."""
    line = " ".join(printable(text).split())
    return f"'{line}" if line.startswith(_FORMULA) else line
