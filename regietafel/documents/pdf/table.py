"""Tables as strips: a strip for each row, and for a high row one for every line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pikepdf import Name, String

from regietafel.documents.blocks import Said, Table, text
from regietafel.documents.pdf.columns import CELL, STRONG, Place, place_columns
from regietafel.documents.pdf.lines import break_lines, ends_in_hyphen
from regietafel.documents.pdf.notes import Notes
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.prose import Frame
from regietafel.documents.pdf.tablehead import PADDING, Cell, Head, draw_cells, head_strip, refer
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import INK, Colour, Style

_LIGHT: Colour = (0xD5 / 255, 0xDA / 255, 0xE1 / 255)
_WHOLE = 5  # a row with more lines is parted when the page ends


def table_strips(table: Table, frame: Frame) -> list[Strip[Pen]]:
    """The strips of the table; its header comes back, as an artifact, on every page where it goes on."""
    table = _number_notes(table, frame.notes)
    prefix = f"tabel{len(frame.parent.kids) + 1}"
    element = frame.parent.add("Table")
    if table.summary:
        element.attributes = {"O": Name.Table, "Summary": String(table.summary)}
    columns = place_columns(table, frame.left, frame.width)

    def end(pen: Pen, y: float) -> None:
        pen.rule(frame.left, y, frame.width, thickness=0.75, colour=INK)

    def between(pen: Pen, y: float) -> None:
        pen.rule(frame.left, y, frame.width, thickness=0.5, colour=_LIGHT)

    head = Head(table, element.add("THead"), prefix)
    header = head_strip(table, columns, head, end)
    again = head_strip(table, columns, None, end)
    above_part = replace(again, height=again.height + PADDING)  # where a row goes on
    header.with_next = True
    strips = [header]

    body = element.add("TBody")  # without rows too: a table with a head has a body (ISO 14289-1, 7.2)
    for number, row in enumerate(table.rows, start=1):
        rule = end if number == len(table.rows) else between
        owners = _row_elements(body, head, f"{prefix}-rij{number}")
        strips += _repeat(_row(row, columns, owners, CELL, notes=frame.notes, rule=rule), again, above_part)
    for lonely in (strips[1:2], strips[-2:-1]) if len(strips) > 2 else ():
        lonely[0].with_next = True
    if table.total is not None:
        strips[-1].with_next = True
        owners = _row_elements(element.add("TFoot"), head, f"{prefix}-totaal")
        strips += _repeat(_row(table.total, columns, owners, STRONG, notes=frame.notes), again, above_part)
    return strips


def _repeat(row: list[Strip[Pen]], again: Strip[Pen], above_part: Strip[Pen]) -> list[Strip[Pen]]:
    """The strips of a row, under the head that comes back on a page that begins with one."""
    for number, strip in enumerate(row):
        strip.header = above_part if number else again
    return row


def _number_notes(table: Table, notes: Notes) -> Table:
    rows = tuple(tuple(notes.number(cell) for cell in row) for row in table.rows)
    total = None if table.total is None else tuple(notes.number(cell) for cell in table.total)
    return replace(table, rows=rows, total=total)


def _row_elements(section: Element, head: Head, name: str) -> list[Element]:
    """A row whose first cell names it; under a head of two rows every cell says which cells are its headers."""
    row = section.add("TR")
    first, *others = head.headers
    cells = [row.add("TH", O=Name.Table, Scope=Name.Row)]
    if not first:
        return [*cells, *(row.add("TD") for _cell in others)]
    cells[0].name = name
    cells[0].attributes = {**cells[0].attributes, "Headers": refer(first)}
    return [*cells, *(row.add("TD", O=Name.Table, Headers=refer([name, *headers])) for headers in others)]


def _row(
    texts: Sequence[Said],
    columns: Sequence[Place],
    owners: Sequence[Element],
    style: Style,
    *,
    notes: Notes,
    rule: Callable[[Pen, float], None] | None = None,
) -> list[Strip[Pen]]:
    """One row; ``rule`` draws what is under it."""
    broken = [break_lines(text(t), style, column.width) for t, column in zip(texts, columns, strict=True)]
    count = max(1, *map(len, broken))
    step = count if count <= _WHOLE else 1
    strips: list[Strip[Pen]] = []
    for first in range(0, count, step):
        parts = [lines[first : first + step] for lines in broken]
        cells = [Cell(*cell) for cell in zip(owners, columns, parts, strict=True)]
        above = PADDING if first == 0 else 0.0
        below = PADDING if first + step >= count else 0.0
        # A broken word stays on one page; with one in every line of some column the row could not be parted at all.
        hyphen = step < count and any(ends_in_hyphen(lines[-1]) for lines in parts if lines)
        strip = Strip[Pen](
            height=above + step * style.leading + below,
            draw=partial(draw_cells, cells, style, above),
            with_next=hyphen and not (strips and strips[-1].with_next),
            notes=notes.of(line for lines in parts for line in lines),
        )
        strips.append(strip)
    if len(strips) > 1:
        strips[0].with_next = strips[-2].with_next = True
    if rule is not None:
        down = strips[-1].height
        strips[-1].draw_first(lambda pen, top: rule(pen, top + down))
    return strips
