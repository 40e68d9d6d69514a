"""Dividing the strips of a document over pages. Knows no reportlab; all measures are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Pen = TypeVar("Pen")


def paginate(strips: Sequence[Strip[Pen]], height: float) -> list[list[Placed[Pen]]]:
    """Put the strips on pages of ``height``.

    A page ends before a strip that does not fit or starts a new page, moved up so that strips that belong together
    stay together. Strips that together are higher than a page are parted anyway.
    """
    pages: list[list[Placed[Pen]]] = []
    start = 0
    while start < len(strips):
        page, end = _fill_page(strips, start, height)
        pages.append(page)
        start = end
    return pages


def _fill_page(strips: Sequence[Strip[Pen]], start: int, height: float) -> tuple[list[Placed[Pen]], int]:
    """The page that begins with strip ``start``, and the number of the strip that begins the next one."""
    page: list[Placed[Pen]] = []
    cursor = 0.0
    repeated = 0
    if header := strips[start].header:
        page.append(Placed(header, 0.0))
        cursor, repeated = header.height, 1
    for index in range(start, len(strips)):
        strip = strips[index]
        top = max(cursor + (strip.before if index > start else 0.0), strip.not_above)
        full = top + strip.height > height and index > start
        if full or (strip.new_page and index > start):
            end = index if strip.new_page else _last_break(strips, start, index)
            return page[: repeated + end - start], end
        page.append(Placed(strip, top))
        cursor = top + strip.height
    return page, len(strips)


def _last_break(strips: Sequence[Strip[Pen]], start: int, end: int) -> int:
    """The last strip up to ``end`` that need not stand with the one before it; ``end`` when there is none."""
    return next((index for index in range(end, start, -1) if not strips[index - 1].with_next), end)


@dataclass(kw_only=True)
class Strip(Generic[Pen]):
    """Something over the whole width that is never cut: a line of text, a row of a table.

    ``draw`` gets the pen and the distance from the top of the page's body to the top of the strip. ``before`` is the
    space above it, except at the top of a page. ``header`` is drawn first when a page begins with this strip.
    """

    height: float
    draw: Callable[[Pen, float], None]
    before: float = 0.0
    with_next: bool = False
    new_page: bool = False
    not_above: float = 0.0
    header: Strip[Pen] | None = None

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
