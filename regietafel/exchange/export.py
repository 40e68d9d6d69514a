"""Lists out: as a workbook (xlsx, ods) or a csv, described by the same fields as the table on the screen.

What a user typed never becomes a formula. In xlsx and ods such a text is stored as text, so the value stays exactly
what it was. A csv has no types: there a text that starts with ``= + - @`` gets an apostrophe in front, which Excel
would otherwise calculate; :mod:`.spreadsheet` takes it off again.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from regietafel.errors import RegietafelError
from regietafel.exchange.tabel import FORMULA_START, Cel, Tabel, cel
from regietafel.fields import Field
from regietafel.files import write_files
from regietafel.i18n import _


def export_table(
    path: Path,
    title: str,
    fields: Sequence[Field],
    records: Iterable[Any],
    *,
    source: str = "",
    overwrite: bool = False,
) -> None:
    """Write one table to ``path``; the suffix (.xlsx, .ods or .csv) decides the kind.

    A workbook starts with the title and the source; a csv, which other programs read, holds only the table.
    Raises RegietafelError as :func:`write_tables` does.
    """
    tabel = Tabel(titel=title, fields=fields, records=list(records), bron=source)
    write_tables(path, [tabel], title=title, overwrite=overwrite)


def write_tables(path: Path, tabellen: Sequence[Tabel], *, title: str = "", overwrite: bool = False) -> None:
    """Write the tables to one file, a sheet for each; the suffix (.xlsx, .ods, or .csv for one table) decides the kind.

    ``title`` is the name of the whole. The file is complete or not there. Raises RegietafelError: it exists already
    (unless ``overwrite``), unknown suffix, several tables for a csv, or it cannot be written.
    """
    if path.exists() and not overwrite:
        raise RegietafelError(_("{naam} bestaat al. Kies een andere naam.").format(naam=path.name))
    write_files([(path, _content(path, tabellen, title))])


def _content(path: Path, tabellen: Sequence[Tabel], title: str) -> bytes:
    match path.suffix.lower():
        case ".xlsx":
            from regietafel.exchange.export_xlsx import to_xlsx

            return to_xlsx(tabellen, title)
        case ".ods":
            from regietafel.exchange.export_ods import to_ods

            return to_ods(tabellen, title)
        case ".csv" if len(tabellen) == 1:
            return _to_csv(tabellen[0])
        case ".csv":
            raise RegietafelError(
                _("{naam}: een csv bevat één tabel. Kies een onderdeel, of een naam die eindigt op .xlsx.").format(
                    naam=path.name
                )
            )
    raise RegietafelError(_("{naam}: kies een naam die eindigt op .xlsx, .ods of .csv.").format(naam=path.name))


def _to_csv(tabel: Tabel) -> bytes:
    """Semicolons and a byte order mark: what Excel with Dutch settings opens at a double click. Without the total."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_plain(field.label) for field in tabel.fields])
    for record in tabel.records:
        writer.writerow([_plain(cel(field, record)) for field in tabel.fields])
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: Cel) -> str:
    if isinstance(value, datetime.datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_START) else text
