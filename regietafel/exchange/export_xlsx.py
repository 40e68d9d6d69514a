"""Tables as an Excel workbook that can be worked with and printed as it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from regietafel.exchange.tabel import FORMULA_START, Cel, Tabel, breed, cel, printable, sheet_names, soort, width
from regietafel.i18n import MINUS, _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# Excel shows the separators of the reader's own country: 1.234.
FORMATS = {
    "aantal": "#,##0;" + MINUS + "#,##0",
    "wijziging": "+#,##0;" + MINUS + "#,##0;0",
    "decimaal": "#,##0.0;" + MINUS + "#,##0.0",
    "datum": "dd-mm-yyyy",
    "tijd": "dd-mm-yyyy hh:mm",
}
HEADING, LINE = "FFE8EBF0", "FF4A5565"
_A4, _POINTS = "9", 15  # a line of a heading, in points


def to_xlsx(tabellen: Sequence[Tabel], title: str) -> bytes:
    """One sheet per table, in order."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = printable(title)[:250], "Regietafel"
    for tabel, name in zip(tabellen, sheet_names(tabel.titel for tabel in tabellen), strict=True):
        _fill(book.create_sheet(name), tabel)
    return saved(book)


def saved(book: Any) -> bytes:
    """The workbook as a file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, tabel: Tabel) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    above = tabel.boven
    for row, text in enumerate(above, 1):
        put(sheet.cell(row, 1), text)
    if above:
        sheet.cell(1, 1).font = Font(bold=True, size=14)
    header = tabel.header_row
    bold, line = Font(bold=True), Side(style="thin", color=LINE)
    fill, below, over = PatternFill("solid", fgColor=HEADING), Border(bottom=line), Border(top=line)
    rijen, lines = tabel.rijen, 1
    for column, field in enumerate(tabel.fields, 1):
        heading = sheet.cell(header, column)
        put(heading, field.label)
        heading.font, heading.fill, heading.border = bold, fill, below
        side = "right" if field.kind.numeric else "left"
        heading.alignment = Alignment(horizontal=side, wrap_text=True, vertical="top")
        values = [cel(field, record) for record, _total in rijen]
        for row, (value, (_record, is_total)) in enumerate(zip(values, rijen, strict=True), header + 1):
            if value is None and not is_total:
                continue
            cell = sheet.cell(row, column)
            put(cell, value, soort(field, value))
            if field.multiline or breed(value):
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            if is_total:
                cell.font, cell.border = bold, over
        wide = width(field, values)
        lines = max(lines, -(-len(field.label) // (wide - 4)))
        sheet.column_dimensions[get_column_letter(column)].width = wide
    sheet.row_dimensions[header].height = _POINTS * lines + 3
    last = get_column_letter(max(len(tabel.fields), 1))
    sheet.freeze_panes = f"A{header + 1}"
    sheet.auto_filter.ref = f"A{header}:{last}{header + len(tabel.records)}"
    sheet.print_title_rows = f"{header}:{header}"
    set_up_page(sheet, tabel.titel)


def put(cell: Any, value: Cel, soort: str = "tekst") -> None:
    """Set the value; a text is text, whatever it begins with, with Excel's own mark for that (``quotePrefix``)."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(FORMULA_START):
            cell.quotePrefix = True
    elif soort in FORMATS:
        cell.number_format = FORMATS[soort]


def set_up_page(sheet: Worksheet, title: str) -> None:
    """A4, as wide as the paper, with the title and ``Pagina 1 van 2`` at the foot."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    foot = sheet.oddFooter
    assert foot is not None and foot.left is not None and foot.right is not None
    foot.left.text = printable(title)[:100].replace("&", "&&").replace("\n", " ")
    foot.right.text = _("Pagina {page} van {pages}").format(page="&P", pages="&N")
