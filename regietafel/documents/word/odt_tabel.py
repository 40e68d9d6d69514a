"""Tables of OpenDocument text: those with numbers, and the one for the eye alone in which people sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regietafel.documents.blocks import Said, Signatory, Table, plain_text
from regietafel.documents.word.gemeen import LONG_CELL, Kop, column_widths, header_rows, xml_text

if TYPE_CHECKING:
    from regietafel.documents.word.odt import Tekst


_SHORT = (15, 80)  # rows, and characters of the longest cell: such a table fits on a page however it is laid out


def stays_whole(rows: Sequence[Sequence[Said]]) -> bool:
    """Whether a table goes to the next page as a whole: LibreOffice may lose rows of one that it parts.

    It does when the line before the table stays with it, so it does not before a longer one.
    """
    longest = max((len(plain_text(said)) for row in rows for said in row), default=0)
    return len(rows) <= _SHORT[0] and longest <= _SHORT[1]


def table_xml(table: Table, tekst: Tekst, name: str) -> str:
    """The table as wide as the text; its head comes back on every page."""
    heads = header_rows(table.columns)
    head = "".join(_head(row, tekst, last=row is heads[-1]) for row in heads)
    numeric = [column.numeric for column in table.columns]
    rows = [
        _row(row, numeric, tekst, "RTCelEind" if number == len(table.rows) else "RTCel", "RTCel")
        for number, row in enumerate(table.rows, start=1)
    ]
    if table.total is not None:
        rows.append(_row(table.total, numeric, tekst, "RTCelKaal", "RTCelVet"))
    says = f"<table:title>{xml_text(table.summary)}</table:title>" if table.summary else ""
    inside = f"<table:table-header-rows>{head}</table:table-header-rows>{''.join(rows)}"
    return _table(name, says, column_widths(table, tekst.room), inside, tekst, whole=stays_whole(table.rows))


def places_to_sign(signatories: Sequence[Signatory], tekst: Tekst, name: str) -> str:
    """Two beside each other, each with room above a line; a table without head, for it says nothing itself."""
    rows = []
    for start in range(0, len(signatories), 2):
        cells = ""
        for signatory in (*signatories[start : start + 2], None)[:2]:
            lines = tekst.line("RTAdres", "")
            if signatory is not None:
                lines = tekst.line("RTAdres", signatory.role) + tekst.line("RTTekenen", signatory.name)
            cells += _cell("RTCelKaal", lines)
        rows.append(f'<table:table-row table:style-name="RTRijHeel">{cells}</table:table-row>')
    return _table(name, "", [tekst.room / 2] * 2, "".join(rows), tekst, whole=False)


def _table(name: str, says: str, widths: Sequence[float], rows: str, tekst: Tekst, *, whole: bool) -> str:
    columns, parts = [], "false" if whole else "true"
    tekst.styles.append(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties'
        f' style:width="{sum(widths):.2f}pt" table:align="left" fo:margin-top="6pt" fo:margin-bottom="14pt"'
        f' table:border-model="collapsing" style:may-break-between-rows="{parts}"/></style:style>'
    )
    for number, width in enumerate(widths, start=1):
        tekst.styles.append(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width:.2f}pt"/></style:style>'
        )
        columns.append(f'<table:table-column table:style-name="{name}.{number}"/>')
    return f'<table:table table:name="{name}" table:style-name="{name}">{says}{"".join(columns)}{rows}</table:table>'


def _head(cells: Sequence[Kop | None], tekst: Tekst, *, last: bool) -> str:
    written = []
    for cell in cells:
        if cell is None:
            written.append("<table:covered-table-cell/>")
            continue
        spans = f' table:number-columns-spanned="{cell.kolommen}"' if cell.kolommen > 1 else ""
        spans += f' table:number-rows-spanned="{cell.rijen}"' if cell.rijen > 1 else ""
        line = tekst.line("RTCelVetRechts" if cell.rechts else "RTCelVet", cell.tekst)
        written.append(_cell("RTCelKop" if last or cell.rijen > 1 else "RTCelGroep", line, spans))
        written += ["<table:covered-table-cell/>"] * (cell.kolommen - 1)
    return f'<table:table-row table:style-name="RTRijHeel">{"".join(written)}</table:table-row>'


def _row(row: Sequence[Said], numeric: Sequence[bool], tekst: Tekst, cell: str, style: str) -> str:
    cells = "".join(
        _cell(cell, tekst.line(style + "Rechts" * right, said)) for said, right in zip(row, numeric, strict=True)
    )
    how = "RTRijDeelbaar" if max(len(plain_text(said)) for said in row) > LONG_CELL else "RTRijHeel"
    return f'<table:table-row table:style-name="{how}">{cells}</table:table-row>'


def _cell(style: str, lines: str, spans: str = "") -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string"{spans}>{lines}</table:table-cell>'
