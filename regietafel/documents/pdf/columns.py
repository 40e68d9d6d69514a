"""The columns of a table: which belong together, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from regietafel.documents.blocks import Table, text
from regietafel.documents.kolommen import share_width
from regietafel.documents.pdf.lines import natural_widths
from regietafel.documents.pdf.type import SEMIBOLD, Style

CELL = Style(size=10, leading=14)
STRONG = Style(face=SEMIBOLD, size=10, leading=14)
GAP = 14.0  # between columns


class Place(NamedTuple):
    """Where a column stands on the paper; ``shift`` is the part of the free room that comes before its text."""

    left: float
    width: float
    shift: float


class Group(NamedTuple):
    """The columns from ``first`` up to ``end`` under one header."""

    header: str
    first: int
    end: int


def find_groups(table: Table) -> list[Group]:
    """The columns beside each other that have one header over their own."""
    groups: list[Group] = []
    for header, columns in groupby(enumerate(table.columns), key=lambda column: column[1].group):
        numbers = [number for number, _column in columns]
        if header:
            groups.append(Group(header, numbers[0], numbers[-1] + 1))
    return groups


def place_columns(table: Table, left: float, width: float) -> list[Place]:
    """Where the columns stand: the numbers as narrow as they can be, the texts share what is left."""
    room = width - GAP * (len(table.columns) - 1)
    needs = [need(table, number) for number in range(len(table.columns))]
    for group in find_groups(table):
        count = group.end - group.first
        low = natural_widths(text(group.header), STRONG)[0] + 0.01 - GAP * (count - 1)
        short = max(0.0, low - sum(low for low, _high in needs[group.first : group.end])) / count
        for number in range(group.first, group.end):
            least, whole = needs[number]
            needs[number] = (least + short, max(whole, least + short))
    wide = [number for number, column in enumerate(table.columns) if not column.numeric] or list(range(len(needs)))
    least = sum(low for low, _high in needs)
    # Numbers do not break: with too little room they keep to their least, and the heads above them break.
    most = sum(high for _low, high in needs)
    if shares := share_width([column.parts for column in table.columns], [low for low, _high in needs], room):
        return _placed(table, shares, left)
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
    return _placed(table, sizes, left)


def _placed(table: Table, sizes: Sequence[float], left: float) -> list[Place]:
    places = []
    for column, size in zip(table.columns, sizes, strict=True):
        places.append(Place(left, size, 1.0 if column.numeric else 0.0))
        left += size + GAP
    return places


def _cap(sizes: Sequence[float], room: float) -> float:
    """The size to which the largest are cut so that together they fit in ``room``; the smaller stay as they are."""
    for number, size in enumerate(sorted(sizes)):
        share = room / (len(sizes) - number)
        if size > share:
            return share
        room -= size
    return max(sizes)


def need(table: Table, number: int) -> tuple[float, float]:
    """The width of the longest word in a column, and of its longest cell."""
    cells = [natural_widths(text(row[number]), CELL) for row in table.rows]
    cells.append(natural_widths(text(table.columns[number].header), STRONG))
    if table.total is not None:
        cells.append(natural_widths(text(table.total[number]), STRONG))
    return max(cell[0] for cell in cells) + 0.01, max(cell[1] for cell in cells) + 0.01
