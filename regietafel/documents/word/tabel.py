"""Tables in the XML of Word: those with numbers, and the one for the eye alone in which people sign."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.documents import blocks
from regietafel.documents.blocks import Said, plain_text
from regietafel.documents.word.basis import twips
from regietafel.documents.word.gemeen import INK, LIGHT, LONG_CELL, MM, Kop, column_widths, header_rows, xml_text
from regietafel.documents.word.regels import Alinea, Regels


def write_table(table: blocks.Table, regels: Regels, room: float) -> str:
    """The table as wide as ``room`` points; its head comes back on every page."""
    widths = [twips(width) for width in column_widths(table, room)]
    heads = header_rows(table.columns)
    rows = [_head(row, widths, regels, last=row is heads[-1]) for row in heads]
    total = table.total is not None
    for number, row in enumerate(table.rows, start=1):
        last = number == len(table.rows)
        rows.append(_row(regels, "RTCel", row, table.columns, widths, last=last, with_next=last and total))
    if table.total is not None:
        rows.append(_row(regels, "RTCelVet", table.total, table.columns, widths))
    says = f'<w:tblDescription w:val="{xml_text(table.summary)}"/>' if table.summary else ""
    look = (
        f'<w:tblLook w:val="{0x06E0 if total else 0x06A0:04X}" w:firstRow="1" w:lastRow="{int(total)}"'
        ' w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return _table(regels.styles["RTTabel"], look + says, widths, rows)


def write_places_to_sign(signatories: Sequence[blocks.Signatory], regels: Regels, room: float) -> list[str]:
    """Two beside each other, each with room above a line; a table without head, for it says nothing itself."""
    half = twips(room / 2)
    rows = []
    for start in range(0, len(signatories), 2):
        cells = []
        for signatory in (*signatories[start : start + 2], None)[:2]:
            lines = regels.line("RTAdres", "")
            if signatory is not None:
                lines = regels.line("RTAdres", signatory.role, Alinea(keep_next=True))
                lines += regels.line("RTTekenen", signatory.name)
            cells.append(_cell(f'<w:tcW w:w="{half}" w:type="dxa"/>', lines))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    margin = twips(6 * MM)
    margins = f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
    look = (
        '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        ' w:noVBand="1"/>'
    )
    return [_table(regels.styles["TableNormal"], margins + look, [half, half], rows)] if rows else []


def _table(style: str, properties: str, widths: Sequence[int], rows: Sequence[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f"{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _head(cells: Sequence[Kop | None], widths: Sequence[int], regels: Regels, *, last: bool) -> str:
    written, column = [], 0
    for cell in cells:
        span = cell.kolommen if cell else 1
        deep = cell is not None and cell.rijen > 1
        properties = f'<w:tcW w:w="{sum(widths[column : column + span])}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        properties += '<w:vMerge w:val="restart"/>' if deep else "" if cell else "<w:vMerge/>"
        properties += (_bottom(INK, 6) if last or deep else _bottom(LIGHT, 4)) + '<w:vAlign w:val="bottom"/>'
        more = Alinea(keep_next=True, right=cell is not None and cell.rechts)
        written.append(_cell(properties, regels.line("RTCelVet", cell.tekst if cell else "", more)))
        column += span
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(written)}</w:tr>"


def _row(
    regels: Regels,
    style: str,
    row: Sequence[Said],
    columns: Sequence[blocks.Column],
    widths: Sequence[int],
    *,
    last: bool = False,
    with_next: bool = False,
) -> str:
    """A row; below the last one is a line, and it stays on the page of the total."""
    rule = _bottom(INK, 6) if last else ""
    whole = "" if max(map(len, map(plain_text, row))) > LONG_CELL else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = [
        _cell(
            f'<w:tcW w:w="{width}" w:type="dxa"/>{rule}',
            regels.line(style, said, Alinea(keep_next=with_next, right=column.numeric)),
        )
        for said, column, width in zip(row, columns, widths, strict=True)
    ]
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _cell(properties: str, lines: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def _bottom(colour: str, eighths: int) -> str:
    """The line under a cell, so many eighths of a point thick."""
    line = f'<w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'
    return f"<w:tcBorders>{line}</w:tcBorders>"
