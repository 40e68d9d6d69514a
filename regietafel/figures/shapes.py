"""A picture without a toolkit: shapes in a box, the sentence that says what it shows and the table behind it.

Coordinates are points from the upper left corner, x to the right and y down. Colours are roles (see ``colours.py``);
a painter turns them into the colours of its screen or paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from regietafel.fields import Field

Point = tuple[float, float]
Ring = tuple[Point, ...]
Pattern = Literal["", "stripes", "dots"]
Anchor = Literal["start", "middle", "end"]

TITLE_SIZE, TITLE_ROOM, MARGIN = 15.0, 32.0, 12.0
_CIRCLE = [(math.cos(math.tau * number / 24), math.sin(math.tau * number / 24)) for number in range(24)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """One or more closed rings, filled by the even-odd rule: a ring inside a ring is a hole.

    ``pattern`` is drawn over ``fill`` in the colour ``ink``. A shape with a ``key`` can be chosen; ``tip`` is what is
    said about it.
    """

    rings: tuple[Ring, ...]
    fill: str = ""
    pattern: Pattern = ""
    ink: str = ""
    edge: str = ""
    thickness: float = 1.0
    key: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through points; ``dash`` is the length of its dashes, 0 for none."""

    points: Ring
    color: str
    thickness: float = 1.0
    dash: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text with its baseline at ``y``; ``halo`` is the colour drawn around the letters."""

    words: str
    x: float
    y: float
    color: str = "text"
    size: float = 12.0
    anchor: Anchor = "start"
    strong: bool = False
    halo: str = ""


Shape = Polygon | Line | Text


@dataclass(frozen=True, kw_only=True)
class Figuur:
    """A picture: its title, the sentence a screen reader says, the table behind it, and the shapes, lowest first.

    ``velden`` and ``rijen`` are that table: the columns and the records they show.
    """

    titel: str
    zin: str
    velden: tuple[Field, ...]
    rijen: tuple[Any, ...]
    breedte: float
    hoogte: float
    vormen: tuple[Shape, ...]


def rect(x: float, y: float, width: float, height: float) -> Ring:
    """The corners of a rectangle; a negative width or height runs the other way."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def up(x: float, y: float, size: float) -> Ring:
    """A triangle that points up, ``size`` wide, around a point: achterstand."""
    half = size / 2
    return ((x - half, y + half * 0.8), (x, y - half * 0.9), (x + half, y + half * 0.8))


def down(x: float, y: float, size: float) -> Ring:
    """A triangle that points down: voorsprong."""
    return tuple((px, 2 * y - py) for px, py in up(x, y, size))


def disc(x: float, y: float, size: float) -> Ring:
    """A circle as a polygon: op schema."""
    half = size / 2
    return tuple((x + half * across, y + half * down) for across, down in _CIRCLE)


def diamond(x: float, y: float, size: float) -> Ring:
    """A square on its point: what ends, on a timeline."""
    half = size / 2
    return ((x - half, y), (x, y - half), (x + half, y), (x, y + half))


def square(x: float, y: float, size: float) -> Ring:
    """A square around a point: woonvormen, where a circle is opvang."""
    return rect(x - size / 2, y - size / 2, size, size)


def moved(shapes: Iterable[Shape], x: float, y: float) -> tuple[Shape, ...]:
    """The shapes, shifted."""
    return tuple(_moved(shape, x, y) for shape in shapes)


def titled(figuur: Figuur) -> Figuur:
    """The picture with a margin and its title above it: for a file that travels without the page it stood on."""
    title = Text(words=figuur.titel, x=MARGIN, y=MARGIN + TITLE_SIZE, size=TITLE_SIZE, strong=True)
    return replace(
        figuur,
        breedte=figuur.breedte + 2 * MARGIN,
        hoogte=figuur.hoogte + TITLE_ROOM + 2 * MARGIN,
        vormen=(title, *moved(figuur.vormen, MARGIN, MARGIN + TITLE_ROOM)),
    )


def _moved(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    if isinstance(shape, Line):
        return replace(shape, points=tuple((px + x, py + y) for px, py in shape.points))
    return replace(shape, rings=tuple(tuple((px + x, py + y) for px, py in ring) for ring in shape.rings))
