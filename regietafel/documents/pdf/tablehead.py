"""The head of a table: one row, or two when columns have a header in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from pikepdf import Array, Name, String

from regietafel.documents.blocks import Table, text
from regietafel.documents.pdf.columns import STRONG, Group, Place, find_groups
from regietafel.documents.pdf.lines import break_lines
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import LAYOUT, Pen
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import GREY, Line, Style, advance

PADDING = 3.5  # above and below the text of a row
_BETWEEN = 5.0  # from the common headers to those under them, with the line between


class Cell(NamedTuple):
    """The lines of one cell, which belong to ``owner``."""

    owner: Element | str
    place: Place
    lines: Sequence[Line]


def draw_cells(cells: Sequence[Cell], style: Style, above: float, pen: Pen, top: float) -> None:
    """Draw cells beside each other, ``above`` under ``top``."""
    for cell in cells:
        y = top + above + style.baseline
        for line in cell.lines:
            last = line.fragments[-1] if line.fragments else None
            # Numbers stay under each other, with the mark of a note beside them.
            beside = advance(last, style.size) if last and last.note and cell.place.shift == 1 else 0.0
            x = cell.place.left + (cell.place.width - line.width + beside) * cell.place.shift
            pen.hold(cell.owner, x, y, line.fragments, style)
            y += style.leading


class Head:
    """The cells of a head in the tree; ``headers`` are, per column, the names of the cells over it.

    With one row the scope of a cell says enough, and ``headers`` are empty.
    """

    def __init__(self, table: Table, section: Element, prefix: str) -> None:
        groups = find_groups(table)
        self.headers: list[list[str]] = [[] for _column in table.columns]
        self.over: list[Element] = []
        self.own: list[Element] = []
        first = section.add("TR")
        if not groups:
            self.own = [first.add("TH", O=Name.Table, Scope=Name.Column) for _column in table.columns]
            return
        second = section.add("TR")
        starts = {group.first: group for group in groups}
        grouped: list[str] = []  # the names of the common header over this column
        for number in range(len(table.columns)):
            if group := starts.get(number):
                cell = first.add("TH", O=Name.Table, Scope=Name.Column, ColSpan=group.end - group.first)
                cell.name = f"{prefix}-groep{number + 1}"
                self.over.append(cell)
                grouped = [cell.name]
            under = next((group for group in groups if group.first <= number < group.end), None)
            if under:
                own = second.add("TH", O=Name.Table, Scope=Name.Column, Headers=refer(grouped))
            else:
                own = first.add("TH", O=Name.Table, Scope=Name.Column, RowSpan=2)
                grouped = []
            own.name = f"{prefix}-kolom{number + 1}"
            self.own.append(own)
            self.headers[number] = [*grouped, own.name]


def refer(names: Sequence[str]) -> Array:
    """The names of cells, as the attribute ``Headers`` wants them."""
    return Array([String(name) for name in names])


def head_strip(
    table: Table, columns: Sequence[Place], head: Head | None, rule: Callable[[Pen, float], None]
) -> Strip[Pen]:
    """The head as one strip, an artifact when there is no ``head``; ``rule`` draws what is under it."""
    own = [break_lines(text(c.header), STRONG, place.width) for c, place in zip(table.columns, columns, strict=True)]
    groups = find_groups(table)
    spans = [_span(group, columns) for group in groups]
    over = [break_lines(text(group.header), STRONG, span.width) for group, span in zip(groups, spans, strict=True)]
    under = [number for group in groups for number in range(group.first, group.end)]
    low = max([1, *(len(lines) for number, lines in enumerate(own) if number in under or not groups)])
    high = max([0, *map(len, over), *(len(lines) - low for lines in own)])
    between = _BETWEEN if groups else 0.0
    bottom = PADDING + high * STRONG.leading + between + low * STRONG.leading

    def draw(pen: Pen, top: float) -> None:
        for number, (span, lines) in enumerate(zip(spans, over, strict=True)):
            above = PADDING + (high - len(lines)) * STRONG.leading
            draw_cells([Cell(head.over[number] if head else LAYOUT, span, lines)], STRONG, above, pen, top)
            pen.rule(span.left, top + PADDING + high * STRONG.leading + between / 2, span.width, colour=GREY)
        for number, (place, lines) in enumerate(zip(columns, own, strict=True)):
            above = bottom - len(lines) * STRONG.leading
            draw_cells([Cell(head.own[number] if head else LAYOUT, place, lines)], STRONG, above, pen, top)

    strip = Strip[Pen](height=bottom + PADDING, draw=draw)
    strip.draw_first(partial(_draw_under, rule, strip.height))
    return strip


def _draw_under(rule: Callable[[Pen, float], None], height: float, pen: Pen, top: float) -> None:
    rule(pen, top + height)


def _span(group: Group, columns: Sequence[Place]) -> Place:
    """The room of a common header, whose text stands in the middle."""
    left, last = columns[group.first].left, columns[group.end - 1]
    return Place(left, last.left + last.width - left, 0.5)
