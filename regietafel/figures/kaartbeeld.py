"""Where gemeenten lie in a box: their borders as points of that box, and what can be written in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from regietafel.figures.grenzen import Box, Grenzen, grenzen, joined
from regietafel.figures.layout import SIZE, text_width
from regietafel.figures.shapes import Point, Polygon, Ring, Shape, Text, rect
from regietafel.i18n import _, enumerate_some
from regietafel.reference import gemeenten

_DETAIL = 0.9  # points nearer than this to the one before are left out
_AROUND = 4.0  # between the map and the box
_LINE, _MARK = 14.0, 9.0
_STICK_OUT = 1.2  # how much wider than its gemeente a name may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gemeente in the box: its rings, and the point where its name belongs."""

    rings: tuple[Ring, ...]
    label: Point


@dataclass(frozen=True, kw_only=True)
class Beeld:
    """The gemeenten asked for that exist, by GM-code, and around them the borders of their neighbours."""

    places: dict[str, Place]
    buren: tuple[Ring, ...]
    provinciegrens: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What to write in a gemeente: its name, its number after a mark; ``ground`` is the colour below."""

    place: Place
    name: str
    number: str
    mark: Callable[[float, float, float], Ring] | None
    ink: str
    ground: str
    color: str


@lru_cache(maxsize=4)
def project(codes: tuple[str, ...], width: float, height: float) -> Beeld:
    """The gemeenten as large as the box allows, in its middle. Unknown codes are left out."""
    land = grenzen()
    chosen = [code for code in codes if code in land.gemeenten]
    if not chosen or min(width, height) < 4 * _AROUND:
        return Beeld(places={}, buren=(), provinciegrens=())
    view = _View(land, _around([land.gemeenten[code].box for code in chosen]), width, height)
    points = {gemeente.code: (gemeente.label_x, gemeente.label_y) for gemeente in gemeenten()}
    places = {
        code: Place(rings=view.rings(land.gemeenten[code].ringen), label=view.point(points[code])) for code in chosen
    }
    others = [gebied for code, gebied in land.gemeenten.items() if code not in places and view.sees(gebied.box)]
    own = {max(index, ~index) for code in chosen for ring in land.gemeenten[code].ringen for index in ring}
    around = {max(index, ~index) for gebied in others for ring in gebied.ringen for index in ring}
    return Beeld(
        places=places,
        buren=tuple(run for index in sorted(around - own) for run in _within_box(view.arc(index), width, height)),
        provinciegrens=tuple(view.arc(index) for index in sorted(own & land.provinciegrens)),
    )


class _View:
    """Turns metres into points of the box; every arc once, so that neighbours keep the same border."""

    def __init__(self, land: Grenzen, box: Box, width: float, height: float) -> None:
        least_x, least_y, most_x, most_y = box
        room_x, room_y = width - 2 * _AROUND, height - 2 * _AROUND
        self._scale = min(room_x / (most_x - least_x), room_y / (most_y - least_y))
        self._left = width / 2 - (least_x + most_x) / 2 * self._scale
        self._top = height / 2 + (least_y + most_y) / 2 * self._scale
        self._size = width, height
        self._land = land
        self._arcs: dict[int, Ring] = {}

    def point(self, place: tuple[float, float]) -> Point:
        return self._left + place[0] * self._scale, self._top - place[1] * self._scale

    def sees(self, box: Box) -> bool:
        left, bottom = self.point(box[:2])
        right, top = self.point(box[2:])
        return right > 0 and left < self._size[0] and bottom > 0 and top < self._size[1]

    def arc(self, index: int) -> Ring:
        if index not in self._arcs:
            self._arcs[index] = _thinned(self.point(place) for place in self._land.bogen[index])
        return self._arcs[index]

    def rings(self, rings: Sequence[Sequence[int]]) -> tuple[Ring, ...]:
        for ring in rings:
            for index in ring:
                self.arc(max(index, ~index))
        return tuple(joined(ring, self._arcs) for ring in rings)


def _around(boxes: Sequence[Box]) -> Box:
    least_x, least_y, most_x, most_y = zip(*boxes, strict=True)
    return min(least_x), min(least_y), max(most_x), max(most_y)


def _thinned(points: Iterable[Point]) -> Ring:
    """The points that can be told apart; the first and the last stay."""
    kept: list[Point] = []
    point = (0.0, 0.0)
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > _DETAIL:
            kept.append(point)
    if kept[-1] != point:
        kept.append(point)
    return tuple(kept)


def _within_box(points: Ring, width: float, height: float) -> Iterator[Ring]:
    """The stretches of a line that lie in the box."""
    inside = [0 <= x <= width and 0 <= y <= height for x, y in points]
    for within, stretch in groupby(zip(inside, points, strict=True), key=lambda pair: pair[0]):
        if within and len(kept := tuple(point for _inside, point in stretch)) > 1:
            yield kept


def not_on_map(names: Sequence[str]) -> str:
    """What to add to the sentence of a map for gemeenten without a place on it; empty when there are none."""
    return " " + _("Niet op de kaart: {namen}.").format(namen=enumerate_some(names)) if names else ""


def labels(rooms: Iterable[Room], *, words: bool) -> Iterator[Shape]:
    """Name and number in every gemeente that has room for both; else the number, or the mark alone.

    A name may stick out a little, where nothing else is written. Without ``words`` only the marks are drawn.
    """
    taken: list[Box] = []
    waiting: list[Room] = []
    for room in rooms:
        if words and _fits(room, named=True) and free(_extent(room, named=True), taken):
            taken.append(_extent(room, named=True))
            yield from _written(room, named=True, plate=True)
        else:
            waiting.append(room)
    boxes = [_mark_box(room) for room in waiting]
    for number, room in enumerate(waiting):
        others = [*taken, *boxes[:number], *boxes[number + 1 :]]
        for named in (True, False) if words else ():
            suits = _sticks_out_little(room) if named else _fits(room, named=False)
            if suits and free(_extent(room, named=named), others):
                boxes[number] = _extent(room, named=named)
                yield from _written(room, named=named, plate=not named)
                break
        else:
            if room.mark is not None and _within(room.place, _MARK, _MARK):
                yield Polygon(rings=(room.mark(*room.place.label, _MARK),), fill=room.ink, edge=room.ground)


def _mark_box(room: Room) -> Box:
    x, y = room.place.label
    return x - _MARK / 2, y - _MARK / 2, x + _MARK / 2, y + _MARK / 2


def _sticks_out_little(room: Room) -> bool:
    across = [x for ring in room.place.rings for x, _y in ring]
    return text_width(room.name) <= _STICK_OUT * (max(across) - min(across))


def _number_width(room: Room) -> float:
    return text_width(room.number, strong=True) + (_MARK + 4 if room.mark else 0)


def _extent(room: Room, *, named: bool) -> Box:
    """What the text covers."""
    x, y = room.place.label
    half = max(text_width(room.name) if named else 0, _number_width(room)) / 2 + 1
    high = _LINE if named else _LINE / 2
    return x - half, y - high, x + half, y + high


def _fits(room: Room, *, named: bool) -> bool:
    left, top, right, bottom = _extent(room, named=named)
    return _within(room.place, right - left, bottom - top)


def _within(place: Place, width: float, height: float) -> bool:
    """Whether a block around the label point lies inside the rings: tried at its top, middle and bottom."""
    x, y = place.label
    lines = (y - height / 2, y, y + height / 2)
    before = [0, 0, 0]  # borders to the left, at each line
    for ring in place.rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if not (y1 < lines[0] and y2 < lines[0]) and not (y1 > lines[2] and y2 > lines[2]):
                for number, line in enumerate(lines):
                    if (y1 > line) != (y2 > line):
                        crossing = x1 + (line - y1) / (y2 - y1) * (x2 - x1)
                        if abs(crossing - x) < width / 2:
                            return False
                        before[number] += crossing < x
            x1, y1 = x2, y2
    return all(count % 2 for count in before)


def free(box: Box, taken: Iterable[Box]) -> bool:
    """Whether a box touches none of the others."""
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _written(room: Room, *, named: bool, plate: bool) -> Iterator[Shape]:
    """The text; on a plate over the pattern, or with the colour of the ground only around the letters."""
    left, top, right, bottom = _extent(room, named=named)
    halo = "" if plate else room.ground
    if plate:
        yield Polygon(rings=(rect(left - 2, top, right - left + 4, bottom - top),), fill=room.ground)
    x, y = room.place.label
    if named:
        yield Text(words=room.name, x=x, y=y - 3, color=room.color, anchor="middle", halo=halo)
        y += _LINE / 2 + 2
    left = x - _number_width(room) / 2
    if room.mark:
        yield Polygon(rings=(room.mark(left + _MARK / 2, y, _MARK),), fill=room.ink)
        left += _MARK + 4
    yield Text(words=room.number, x=left, y=y + SIZE * 0.37, color=room.color, strong=True, halo=halo)
