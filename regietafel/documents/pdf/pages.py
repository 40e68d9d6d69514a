"""Dividing the strips of a document over pages. Knows no reportlab; all measures are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Pen = TypeVar("Pen")


def paginate(strips: Sequence[Strip[Pen]], height: float) -> list[list[Placed[Pen]]]:
    """Put the strips on pages of ``height``, and their footnotes at the foot of the same page.

    A page ends before a strip that does not fit or starts a new page, moved up so that strips that belong together
    stay together. Strips that together are higher than a page are parted anyway. A footnote begins on the page of its
    strip; what does not fit goes on at the foot of the next page.
    """
    pages: list[list[Placed[Pen]]] = []
    left: list[Strip[Pen]] = []  # lines of footnotes that go on on the next page
    start = 0
    while start < len(strips) or left:
        page, end = _fill_page(strips, start, height, left)
        foot = left + [line for strip in strips[start:end] for note in strip.notes for line in note]
        filled = page[-1].top + page[-1].strip.height if page else 0.0
        count = _count_fitting(foot, height - filled, at_least=0 if page else 1)
        pages.append(page + _place(foot[:count], height))
        left = foot[count:]
        start = end
    return pages


def _fill_page(
    strips: Sequence[Strip[Pen]], start: int, height: float, left: Sequence[Strip[Pen]]
) -> tuple[list[Placed[Pen]], int]:
    """The page that begins with strip ``start``, and the number of the strip that begins the next one.

    ``left`` are lines of footnotes that have to come on this page before others.
    """
    page: list[Placed[Pen]] = []
    cursor = 0.0
    repeated = 0
    foot = list(left)
    room = height - _stack_height(foot)
    if start < len(strips) and (header := strips[start].header):
        page.append(Placed(header, 0.0))
        cursor, repeated = header.height, 1
    for index in range(start, len(strips)):
        strip = strips[index]
        top = max(cursor + (strip.before if index > start else 0.0), strip.not_above)
        if strip.notes:
            *before, last = strip.notes
            foot += [line for note in before for line in note]
            room = height - _stack_height([*foot, *_beginning(last)])
            foot += last
        full = top + strip.height > room and (index > start or left)
        if full or (strip.new_page and index > start):
            end = index if strip.new_page else _last_break(strips, start, index)
            return (page[: repeated + end - start] if end > start else []), end
        page.append(Placed(strip, top))
        cursor = top + strip.height
    return page, len(strips)


def _beginning(note: Sequence[Strip[Pen]]) -> Sequence[Strip[Pen]]:
    """The lines of a footnote that may not be parted from its first."""
    return note[: next((count for count, line in enumerate(note, start=1) if not line.with_next), len(note))]


def _stack_height(lines: Sequence[Strip[Pen]]) -> float:
    """The height of the lines under each other, with the header of the first."""
    if not lines:
        return 0.0
    header = lines[0].header.height if lines[0].header else 0.0
    return header + sum(line.height + line.before for line in lines) - lines[0].before


def _count_fitting(lines: Sequence[Strip[Pen]], height: float, at_least: int) -> int:
    """How many of the lines can come in ``height`` so that the others go on on the next page."""
    count = len(lines)
    while count > at_least and _stack_height(lines[:count]) > height:
        count -= 1
    if count == len(lines):
        return count
    return next((fitting for fitting in range(count, 0, -1) if not lines[fitting - 1].with_next), at_least)


def _place(lines: Sequence[Strip[Pen]], bottom: float) -> list[Placed[Pen]]:
    """The lines under each other, the last one on ``bottom``."""
    placed: list[Placed[Pen]] = []
    top = bottom - _stack_height(lines)
    for line in lines:
        if not placed and line.header:
            placed.append(Placed(line.header, top))
            top += line.header.height
        elif placed:
            top += line.before
        placed.append(Placed(line, top))
        top += line.height
    return placed


def _last_break(strips: Sequence[Strip[Pen]], start: int, end: int) -> int:
    """The last strip up to ``end`` that need not stand with the one before it; ``end`` when there is none."""
    return next((index for index in range(end, start, -1) if not strips[index - 1].with_next), end)


@dataclass(kw_only=True)
class Strip(Generic[Pen]):
    """Something over the whole width that is never cut: a line of text, a row of a table.

    ``draw`` gets the pen and the distance from the top of the page's body to the top of the strip. ``before`` is the
    space above it, except at the top of a page. ``header`` is drawn first when a page, or the foot of one, begins with
    this strip. ``notes`` are the lines of each footnote to which it refers.
    """

    height: float
    draw: Callable[[Pen, float], None]
    before: float = 0.0
    with_next: bool = False
    new_page: bool = False
    not_above: float = 0.0
    header: Strip[Pen] | None = None
    notes: Sequence[Sequence[Strip[Pen]]] = ()

    def draw_first(self, extra: Callable[[Pen, float], None]) -> None:
        """Let the strip draw something more, before what it draws now."""
        draw = self.draw

        def draw_both(pen: Pen, top: float) -> None:
            extra(pen, top)
            draw(pen, top)

        self.draw = draw_both


class Placed(NamedTuple, Generic[Pen]):
    """A strip and where its top is, below the top of the page's body."""

    strip: Strip[Pen]
    top: float
