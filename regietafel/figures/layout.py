"""What charts and maps share: how wide a text is, round numbers on an axis, a legend that wraps."""

from __future__ import annotations

import itertools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from regietafel.figures.shapes import Line, Pattern, Polygon, Ring, Shape, Text, moved, rect
from regietafel.i18n import format_number

SIZE = 12.0  # of the letters
LINE = 18.0  # from one line of text to the next

# The advance of the characters U+0020 … U+007E of Open Sans, in thousandths of the size of the letters.
_ADVANCES = (
    260, 267, 401, 646, 572, 823, 730, 221, 296, 296, 552, 572, 245, 322, 266, 367, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 266, 266, 572, 572, 572, 429, 899, 633, 648, 631, 729, 556, 516, 728, 738, 279, 267, 614, 519, 903,
    754, 779, 602, 779, 618, 549, 553, 728, 595, 926, 577, 560, 571, 329, 367, 329, 542, 448, 577, 556, 613, 476, 613,
    561, 339, 548, 614, 253, 253, 525, 253, 930, 614, 604, 613, 613, 408, 477, 353, 614, 501, 778, 524, 504, 468, 379,
    551, 379, 572,
)  # fmt: skip
_OTHER, _STRONG = 600, 1.07
_SAMPLE, _GAP, _BETWEEN = 28.0, 6.0, 18.0  # of a legend


@lru_cache(maxsize=8192)  # the names and numbers of a picture that is drawn again for another day or size
def text_width(words: str, size: float = SIZE, *, strong: bool = False) -> float:
    """How wide a text is in Open Sans; a letter with an accent is as wide as without."""
    plain = (c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    thousandths = sum(_ADVANCES[ord(c) - 32] if " " <= c <= "~" else _OTHER for c in plain)
    return thousandths / 1000 * size * (_STRONG if strong else 1)


def shortened(words: str, room: float, size: float = SIZE) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if text_width(words, size) <= room:
        return words
    fits = bisect_right(range(len(words)), room, key=lambda count: text_width(words[:count] + "…", size))
    return words[: max(fits - 1, 0)].rstrip() + "…"


def ticks(low: int, high: int, most: int) -> list[int]:
    """Round numbers, evenly spaced, from at most ``low`` to at least ``high``: about ``most``, 0 among them if within.

    Steps are 1, 2 or 5 times a power of ten.
    """
    high = max(high, low + 1)
    steps = (factor * 10**power for power in itertools.count() for factor in (1, 2, 5))
    step = next(step for step in steps if high - low <= step * max(1, most))
    first, last = low // step * step, -(-high // step) * step
    return list(range(first, last + 1, step))


@dataclass(frozen=True, kw_only=True)
class Axis:
    """Places a number between ``start`` (of ``low``) and ``end`` (of ``high``)."""

    low: int
    high: int
    ticks: Sequence[int]
    start: float
    end: float

    def place(self, value: int) -> float:
        """Where a number stands; rounded, so that edges are sharp on a screen."""
        part = (value - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start))


def value_axis(values: Iterable[int], start: float, end: float, room: float) -> Axis:
    """An axis that holds the values and 0, with a tick for about every ``room`` points."""
    known = [0, *values]
    low, high = min(known), max(known)
    high = max(high, low + 1)
    within = [tick for tick in ticks(low, high, int(abs(end - start) // room)) if low <= tick <= high]
    return Axis(low=low, high=high, ticks=within, start=start, end=end)


def horizontal_grid(axis: Axis, left: float, right: float) -> list[Shape]:
    """Lines from left to right at the ticks, with their numbers before them; the line of 0 is stronger."""
    shapes: list[Shape] = []
    for tick in axis.ticks:
        y = axis.place(tick)
        shapes.append(Line(points=((left, y), (right, y)), color="input" if tick == 0 else "border"))
        shapes.append(Text(words=format_number(tick), x=left - 8, y=y + 4, color="secondary", anchor="end"))
    return shapes


def widest_number(axis: Axis) -> float:
    """The room that the numbers of an axis take."""
    return max(text_width(format_number(tick)) for tick in axis.ticks)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One entry of a legend: what it looks like, and what it is. With ``line`` it is a line, else an area."""

    words: str
    fill: str = ""
    pattern: Pattern = ""
    ink: str = ""
    edge: str = ""
    line: str = ""
    dash: float = 0.0
    mark: Ring = ()  # around (0, 0), in the colour ``ink``


def legend(samples: Sequence[Sample], width: float) -> tuple[tuple[Shape, ...], float]:
    """The legend at (0, 0), and how high it is."""
    shapes: list[Shape] = []
    x = y = 0.0
    for sample in samples:
        room = _SAMPLE + _GAP + text_width(sample.words)
        if x and x + room > width:
            x, y = 0.0, y + LINE
        shapes += moved(_sample(sample), x, y)
        x += room + _BETWEEN
    return tuple(shapes), y + LINE if samples else 0.0


def _sample(sample: Sample) -> list[Shape]:
    shapes: list[Shape] = [Text(words=sample.words, x=_SAMPLE + _GAP, y=13)]
    if sample.line:
        shapes.append(Line(points=((0, 9), (_SAMPLE, 9)), color=sample.line, thickness=2, dash=sample.dash))
    else:
        area = Polygon(rings=(rect(0, 2, _SAMPLE, 14),), fill=sample.fill, edge=sample.edge)
        shapes.append(replace(area, pattern=sample.pattern, ink=sample.ink))
    if sample.mark:
        ring = tuple((x + _SAMPLE / 2, y + 9) for x, y in sample.mark)
        shapes.append(Polygon(rings=(ring,), fill=sample.ink, edge=sample.fill))
    return shapes


def nothing(words: str, width: float, height: float) -> tuple[Shape, ...]:
    """What a picture without data shows: a sentence in its middle."""
    return (
        Polygon(rings=(rect(0.5, 0.5, width - 1, height - 1),), edge="border"),
        Text(words=shortened(words, width - 16), x=width / 2, y=height / 2 + 4, color="secondary", anchor="middle"),
    )
