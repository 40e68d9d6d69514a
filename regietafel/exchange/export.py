"""Lists out: as an Excel workbook or a csv, described by the same fields as the table on the screen.

What a user typed never becomes a formula. In xlsx such a text is stored as text with Excel's own mark for that
(``quotePrefix``), so the value stays exactly what it was. A csv has no types: there a text that starts with
``= + - @`` gets an apostrophe in front, which Excel would otherwise calculate; :mod:`.spreadsheet` takes it off again.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from regietafel.errors import RegietafelError
from regietafel.fields import WIJZIGING, Field
from regietafel.files import write_files
from regietafel.i18n import MINUS, _

_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBER_FORMAT = "#,##0;" + MINUS + "#,##0"  # Excel shows the separators of the reader's own country: 1.234
_CHANGE_FORMAT = "+#,##0;" + MINUS + "#,##0;0"
_DATE_FORMAT = "dd-mm-yyyy"
_WIDEST = 60  # characters


def export_table(
    path: Path,
    title: str,
    fields: Sequence[Field],
    records: Iterable[Any],
    *,
    source: str = "",
    overwrite: bool = False,
) -> None:
    """Write ``records`` to ``path``; the suffix (.xlsx or .csv) decides the kind.

    A workbook starts with the title and the source; a csv, which other programs read, holds only the table.
    The file is complete or not there. Raises RegietafelError: exists already (unless ``overwrite``), unknown
    suffix, or it cannot be written.
    """
    writers = {".xlsx": _workbook, ".csv": _csv}
    if (write := writers.get(path.suffix.lower())) is None:
        raise RegietafelError(_("{naam}: kies een naam die eindigt op .xlsx of .csv.").format(naam=path.name))
    if path.exists() and not overwrite:
        raise RegietafelError(_("{naam} bestaat al. Kies een andere naam.").format(naam=path.name))
    write_files([(path, write(title, fields, list(records), source))])


def _value(field: Field, record: Any) -> str | int | float | datetime.date | None:
    """A number or a date as itself, anything else as the text on the screen; unknown and empty are None."""
    value = getattr(record, field.name)
    if value is None or value == "":
        return None
    if field.choices is None and not isinstance(value, bool):
        if isinstance(value, datetime.datetime):
            return value.replace(tzinfo=None)
        if isinstance(value, datetime.date) or (field.kind.numeric and isinstance(value, int | float)):
            return value
    return _UNPRINTABLE.sub("", field.format(value)) or None


def _workbook(title: str, fields: Sequence[Field], records: Sequence[Any], source: str) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _NO_SHEET_NAME.sub(" ", title).strip("' ")[:31].strip("' ") or _("Blad1")
    book.properties.title, book.properties.creator = _UNPRINTABLE.sub("", title)[:250], "Regietafel"
    above = [text for text in (title, _("Bron: {bron}").format(bron=source) if source else "") if text]
    for row, text in enumerate(above, 1):
        _put(sheet.cell(row, 1), _UNPRINTABLE.sub("", text))
    if above:
        sheet.cell(1, 1).font = Font(bold=True, size=14)
    header = len(above) + 2 if above else 1
    for column, field in enumerate(fields, 1):
        cell = sheet.cell(header, column)
        _put(cell, field.label)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="right" if field.kind.numeric else "left", wrap_text=True, vertical="top")
        longest = len(field.label)
        for row, record in enumerate(records, header + 1):
            value = _value(field, record)
            if value is None:
                continue
            cell = sheet.cell(row, column)
            _put(cell, value)
            if isinstance(value, int) and field.kind.numeric:
                cell.number_format = _CHANGE_FORMAT if field.kind is WIJZIGING else _NUMBER_FORMAT
            elif field.multiline:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            longest = max(longest, len(field.format(getattr(record, field.name))))
        sheet.column_dimensions[get_column_letter(column)].width = min(longest, _WIDEST) + 3
    last = get_column_letter(max(len(fields), 1))
    sheet.freeze_panes = f"A{header + 1}"
    sheet.auto_filter.ref = f"A{header}:{last}{header + len(records)}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put(cell: Any, value: str | int | float | datetime.date) -> None:
    """Set the value; a text is text, whatever it begins with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_START)
    elif isinstance(value, datetime.datetime):
        cell.number_format = _DATE_FORMAT + " hh:mm"
    elif isinstance(value, datetime.date):
        cell.number_format = _DATE_FORMAT


def _csv(title: str, fields: Sequence[Field], records: Sequence[Any], source: str) -> bytes:
    """Semicolons and a byte order mark: what Excel with Dutch settings opens at a double click."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_plain(field.label) for field in fields])
    for record in records:
        writer.writerow([_plain(_value(field, record)) for field in fields])
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: str | int | float | datetime.date | None) -> str:
    if isinstance(value, datetime.datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_START) else text
