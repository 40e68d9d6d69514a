"""The boundaries of the gemeenten, read from TopoJSON: borders that neighbours share are stored once, as an arc.

In metres of the Dutch grid (RD, EPSG:28992), x to the east and y to the north. Source: ``resources/BRONNEN.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from regietafel.figures.shapes import Point, Ring
from regietafel.paths import resource

Box = tuple[float, float, float, float]  # least x, least y, largest x, largest y


@dataclass(frozen=True, kw_only=True)
class Gebied:
    """An area by its rings, each a row of arcs; ``~n`` is arc n the other way round. A ring in a ring is a hole."""

    provincie: str
    ringen: tuple[tuple[int, ...], ...]
    box: Box


@dataclass(frozen=True, kw_only=True)
class Grenzen:
    """All gemeenten by GM-code, the arcs they are made of, and which of those are a border of a provincie."""

    bogen: tuple[Ring, ...]
    gemeenten: dict[str, Gebied]
    provinciegrens: frozenset[int]


@cache
def grenzen() -> Grenzen:
    """The boundaries that ship with the program; read once."""
    return decode(json.loads(resource("kaart", "gemeenten.topojson").read_bytes()))


def decode(topology: dict[str, Any]) -> Grenzen:
    """A TopoJSON topology with the objects ``gemeenten`` (``gm``, ``pv``) and ``provincies``."""
    arcs = tuple(_decoded(arc, topology["transform"]) for arc in topology["arcs"])
    gemeenten = {}
    for geometry in topology["objects"]["gemeenten"]["geometries"]:
        rings = tuple(_rings(geometry))
        points = [point for ring in rings for index in ring for point in arcs[max(index, ~index)]]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        known = geometry["properties"]
        box = (min(xs), min(ys), max(xs), max(ys))
        gemeenten[known["gm"]] = Gebied(provincie=known["pv"], ringen=rings, box=box)
    provincies = topology["objects"]["provincies"]["geometries"]
    border = frozenset(max(i, ~i) for geometry in provincies for ring in _rings(geometry) for i in ring)
    return Grenzen(bogen=arcs, gemeenten=gemeenten, provinciegrens=border)


def joined(ring: Sequence[int], arcs: Sequence[Ring] | dict[int, Ring]) -> Ring:
    """The points of a ring; where two arcs meet the point counts once."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    """Points are stored as steps from the one before."""
    (scale_x, scale_y), (left, low) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + left, y * scale_y + low))
    return tuple(points)


def _rings(geometry: dict[str, Any]) -> Iterator[tuple[int, ...]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return (tuple(ring) for polygon in polygons for ring in polygon)
