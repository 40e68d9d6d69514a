"""Tables as strips: a strip for each row, and for a row that could fill a page one for every few lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from pikepdf import Name, String

from regietafel.documents.blocks import Said, Table, text
from regietafel.documents.pdf.lines import break_lines, natural_widths
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.tags import LAYOUT, Element, Pen
from regietafel.documents.pdf.type import INK, SEMIBOLD, Colour, Line, Style

CELL = Style(size=10, leading=14)
STRONG = Style(face=SEMIBOLD, size=10, leading=14)

_LIGHT: Colour = (0xD5 / 255, 0xDA / 255, 0xE1 / 255)
_PADDING = 3.5  # above and below the text of a row
_GAP = 14.0  # between columns
_MAX_LINES = 8  # a row with more is cut when the page ends, in parts of this many lines


def table_strips(table: Table, parent: Element, left: float, width: float) -> list[Strip[Pen]]:
    """The strips of the table; its header comes back, as an artifact, on every page where it goes on."""
    element = parent.add("Table")
    if table.summary:
        element.attributes = {"O": Name.Table, "Summary": String(table.summary)}
    columns = _place_columns(table, left, width)
    names = [column.header for column in table.columns]

    def end(pen: Pen, y: float) -> None:
        pen.rule(left, y, width, thickness=0.75, colour=INK)

    def between(pen: Pen, y: float) -> None:
        pen.rule(left, y, width, thickness=0.5, colour=_LIGHT)

    head = element.add("THead").add("TR")
    owners = [head.add("TH", O=Name.Table, Scope=Name.Column) for _name in names]
    [header] = _row(names, columns, owners, STRONG, end, bottom=True)
    [again] = _row(names, columns, [LAYOUT] * len(names), STRONG, end, bottom=True)
    header.with_next = True
    strips = [header]

    body = element.add("TBody")  # without rows too: a table with a head has a body (ISO 14289-1, 7.2)
    for number, row in enumerate(table.rows, start=1):
        rule = end if number == len(table.rows) else between
        strips += _row(row, columns, _row_elements(body, len(row)), CELL, rule)
    for lonely in (strips[1:2], strips[-2:-1]) if len(strips) > 2 else ():
        lonely[0].with_next = True
    if table.total is not None:
        strips[-1].with_next = True
        foot = element.add("TFoot")
        strips += _row(table.total, columns, _row_elements(foot, len(names)), STRONG, None)
    for strip in strips[1:]:
        strip.header = again
    return strips


def _row_elements(section: Element, count: int) -> list[Element | str]:
    """A row whose first cell names it."""
    row = section.add("TR")
    return [row.add("TH", O=Name.Table, Scope=Name.Row), *(row.add("TD") for _cell in range(1, count))]


def _row(
    texts: Sequence[Said],
    columns: Sequence[_Place],
    owners: Sequence[Element | str],
    style: Style,
    rule: Callable[[Pen, float], None] | None,
    *,
    bottom: bool = False,
) -> list[Strip[Pen]]:
    """One row; ``rule`` draws what is under it, ``bottom`` puts the text of low cells down."""
    broken = [break_lines(text(t), style, column.width) for t, column in zip(texts, columns, strict=True)]
    count = max(1, *map(len, broken))
    if bottom:
        broken = [[_EMPTY] * (count - len(lines)) + lines for lines in broken]
    step = count if bottom or count <= _MAX_LINES else _MAX_LINES
    strips = []
    for first in range(0, count, step):
        part = [lines[first : first + step] for lines in broken]
        cells = [_Cell(*cell) for cell in zip(owners, columns, part, strict=True)]
        above = _PADDING if first == 0 else 0.0
        below = _PADDING if first + step >= count else 0.0
        height = above + min(step, count - first) * style.leading + below
        strips.append(Strip[Pen](height=height, draw=partial(_draw_cells, cells, style, above)))
    if rule is not None:
        down = strips[-1].height
        strips[-1].draw_first(lambda pen, top: rule(pen, top + down))
    return strips


def _draw_cells(cells: Sequence[_Cell], style: Style, above: float, pen: Pen, top: float) -> None:
    for cell in cells:
        y = top + above + style.baseline
        for line in cell.lines:
            x = cell.place.left + (cell.place.width - line.width if cell.place.numeric else 0.0)
            pen.write(cell.owner, x, y, line.fragments, style)
            y += style.leading


def _place_columns(table: Table, left: float, width: float) -> list[_Place]:
    """Where the columns stand: the numbers as narrow as they can be, the texts share what is left."""
    room = width - _GAP * (len(table.columns) - 1)
    needs = [_need(table, number) for number in range(len(table.columns))]
    wide = [number for number, column in enumerate(table.columns) if not column.numeric] or list(range(len(needs)))
    least = sum(low for low, _high in needs)
    # Numbers do not break: with too little room they keep to their least, and the heads above them break.
    most = sum(high for _low, high in needs)
    if most > room:
        needs = [(low, high if number in wide else low) for number, (low, high) in enumerate(needs)]
        most = sum(high for _low, high in needs)
    if most <= room:
        sizes = [
            high + ((room - most) / len(wide) if number in wide else 0.0) for number, (_, high) in enumerate(needs)
        ]
    elif least <= room:
        sizes = [low + (high - low) * (room - least) / (most - least) for low, high in needs]
    else:  # words break before numbers do, the longest first
        fixed = sum(low for number, (low, _high) in enumerate(needs) if number not in wide)
        if fixed >= room:
            fixed, wide = 0.0, list(range(len(needs)))
        most = _cap([needs[number][0] for number in wide], room - fixed)
        sizes = [min(low, most) if number in wide else low for number, (low, _high) in enumerate(needs)]
    places = []
    for column, size in zip(table.columns, sizes, strict=True):
        places.append(_Place(left, size, column.numeric))
        left += size + _GAP
    return places


def _cap(sizes: Sequence[float], room: float) -> float:
    """The size to which the largest are cut so that together they fit in ``room``; the smaller stay as they are."""
    for number, size in enumerate(sorted(sizes)):
        share = room / (len(sizes) - number)
        if size > share:
            return share
        room -= size
    return max(sizes)


def _need(table: Table, number: int) -> tuple[float, float]:
    """The width of the longest word in a column, and of its longest cell."""
    cells = [natural_widths(text(row[number]), CELL) for row in table.rows]
    cells.append(natural_widths(text(table.columns[number].header), STRONG))
    if table.total is not None:
        cells.append(natural_widths(text(table.total[number]), STRONG))
    return max(cell[0] for cell in cells) + 0.01, max(cell[1] for cell in cells) + 0.01


class _Place(NamedTuple):
    """Where a column stands on the paper; the text of a numeric one stands to the right in it."""

    left: float
    width: float
    numeric: bool


class _Cell(NamedTuple):
    owner: Element | str
    place: _Place
    lines: Sequence[Line]


_EMPTY = Line((), 0.0)
