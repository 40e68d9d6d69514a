"""The flow of an agreement: from who hands over, on the left, to who takes over, on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from regietafel.catalog.vooruit import STROOM
from regietafel.domain.herverdeling import Deel
from regietafel.figures.layout import nothing, shortened, text_width
from regietafel.figures.shapes import Anchor, Figuur, Pattern, Point, Polygon, Shape, Text, rect
from regietafel.i18n import _, format_number, sort_key

_HEAD, _SLOT, _BETWEEN, _APART = 30.0, 15.0, 9.0, 26.0  # heights: headings; a band with its number; gemeenten
_WIDEST, _ALL = 48.0, 300.0  # points: the widest band, and all bands together
_POST, _GAP, _BENDS, _NAME = 4.0, 7.0, 60.0, 0.27  # widths: a gemeente; between columns; the bands; names
_SHORTEST = 36.0  # of a name that must make room for numbers
_STEPS = 32  # of the curve of a band
_ROUNDS = 8  # of untangling; more change nothing any more
_SAID = 4  # overdrachten that a sentence bears
# Who hands over can be told apart where bands cross: tints and a pattern, in turn.
_LOOKS: tuple[tuple[str, Pattern], ...] = (("accent-tint", ""), ("class-1", "stripes"), ("class-3", ""))

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class _Side:
    """One column of gemeenten: where each stands, and where each of its bands ends on this side (its middle)."""

    totals: Mapping[str, int]
    spans: Mapping[str, tuple[float, float]]
    ends: Mapping[Pair, float]
    parts: Sequence[Pair]  # bands that say their own number: those of a gemeente with more than one


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """Where things stand from the edge of the picture inwards."""

    name: float
    total: float
    post: float
    part: float
    band: float


def stroom(titel: str, delen: Sequence[Deel], *, breedte: float = 600.0) -> Figuur:
    """A band per overdracht, its width in proportion to the persons; a gemeente that does both stands on both sides.

    Overdrachten between the same two are one band; those without persons are left out. The order is the one with few
    crossings. The picture is as high as the gemeenten need. Long numbers shorten the names; only on a ``breedte`` that
    cannot hold those either is it wider.
    """
    sums: dict[Pair, int] = {}
    for deel in delen:
        if deel.aantal > 0:
            sums[deel.van, deel.naar] = sums.get((deel.van, deel.naar), 0) + deel.aantal
    rijen = tuple(Deel(van, naar, aantal) for (van, naar), aantal in sums.items())
    zin = _zin(rijen)
    if rijen:
        vormen, breedte, hoogte = _drawn(sums, breedte)
    else:
        hoogte = 80.0
        vormen = nothing(zin, breedte, hoogte)
    return Figuur(titel=titel, zin=zin, velden=STROOM, rijen=rijen, breedte=breedte, hoogte=hoogte, vormen=vormen)


def _zin(delen: Sequence[Deel]) -> str:
    if not delen:
        return _("Er wordt niets overgedragen.")
    if len(delen) <= _SAID:
        return " ".join(_said(deel) + "." for deel in delen)
    most = max(delen, key=lambda deel: deel.aantal)
    return _("In {n} overdrachten gaan {personen} personen van {van} naar {naar}. De grootste: {most}.").format(
        n=len(delen),
        personen=format_number(sum(deel.aantal for deel in delen)),
        van=_gemeenten(len({deel.van for deel in delen})),
        naar=_gemeenten(len({deel.naar for deel in delen})),
        most=_said(most),
    )


def _said(deel: Deel) -> str:
    return _("{van} draagt {aantal} over aan {naar}").format(
        van=deel.van, aantal=format_number(deel.aantal), naar=deel.naar
    )


def _gemeenten(count: int) -> str:
    return _("{n} gemeente").format(n=count) if count == 1 else _("{n} gemeenten").format(n=count)


def _drawn(sums: Mapping[Pair, int], width: float) -> tuple[tuple[Shape, ...], float, float]:
    scale = min(_WIDEST / max(sums.values()), _ALL / sum(sums.values()))  # points per person
    givers, takers = _untangled(sums)
    order = sorted(sums, key=lambda pair: (givers.index(pair[0]), takers.index(pair[1])))
    slots = {pair: max(sums[pair] * scale, _SLOT) for pair in order}
    high = max(sum(slots.values()) + _BETWEEN * (len(names) - 1) for names in (givers, takers))
    left = _side({naam: _total(sums, 0, naam) for naam in givers}, 0, slots, high)
    right = _side({naam: _total(sums, 1, naam) for naam in takers}, 1, slots, high)
    near, far = _columns(left, sums, width), _columns(right, sums, width)
    width = max(width, near.band + _BENDS + far.band)
    shapes = [
        *_headings(sum(sums.values()), width),
        *_bands(sums, scale, left, right, (near.band, width - far.band)),
        *_gemeenten_of(left, sums, near, 0.0, 1),
        *_gemeenten_of(right, sums, far, width, -1),
    ]
    return tuple(shapes), width, _HEAD + high + _BETWEEN


def _untangled(sums: Mapping[Pair, int]) -> tuple[list[str], list[str]]:
    """Givers and takers, each placed near those it deals with: the best of some rounds, largest first to begin."""
    given, taken = (
        sorted({pair[side] for pair in sums}, key=lambda naam: (-_total(sums, side, naam), sort_key(naam), naam))
        for side in (0, 1)
    )
    best, least = (given, taken), _crossings(sums, given, taken)
    for first, by_persons in product((1, 0), (True, False)):
        weights = sums if by_persons else dict.fromkeys(sums, 1)
        sides = [list(given), list(taken)]
        for number in range(_ROUNDS if least else 0):
            side = (first + number) % 2
            _settle(weights, sides, side)
            if (count := _crossings(sums, *sides)) < least:
                best, least = (list(sides[0]), list(sides[1])), count
    return best


def _settle(weights: Mapping[Pair, int], sides: Sequence[list[str]], side: int) -> None:
    """Put each gemeente of one side in the middle of those it deals with."""
    other = {naam: place for place, naam in enumerate(sides[1 - side])}
    middle = dict.fromkeys(sides[side], 0)
    for pair, weight in weights.items():
        middle[pair[side]] += weight * other[pair[1 - side]]
    sides[side].sort(key=lambda naam: Fraction(middle[naam], _total(weights, side, naam)))


def _crossings(sums: Mapping[Pair, int], givers: Sequence[str], takers: Sequence[str]) -> int:
    """How many pairs of bands cross."""
    start = {naam: place for place, naam in enumerate(givers)}
    end = {naam: place for place, naam in enumerate(takers)}
    places = [(start[van], end[naar]) for van, naar in sums]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(places, 2))


def _total(sums: Mapping[Pair, int], side: int, naam: str) -> int:
    return sum(aantal for pair, aantal in sums.items() if pair[side] == naam)


def _side(totals: Mapping[str, int], side: int, slots: Mapping[Pair, float], high: float) -> _Side:
    """The gemeenten one below the other in the middle of ``high``, each as high as its bands and their numbers.

    ``slots`` is in the order of the givers and then of the takers, so at no gemeente do bands cross.
    """
    spare = high - sum(slots.values())
    between = min(spare / (len(totals) - 1), _APART) if len(totals) > 1 else 0.0
    y = _HEAD + (spare - between * (len(totals) - 1)) / 2
    spans: dict[str, tuple[float, float]] = {}
    ends: dict[Pair, float] = {}
    parts: list[Pair] = []
    for naam in totals:
        top, own = y, [pair for pair in slots if pair[side] == naam]
        for pair in own:
            ends[pair] = y + slots[pair] / 2
            y += slots[pair]
        spans[naam] = (top, y)
        parts += own if len(own) > 1 else ()
        y += between
    return _Side(totals=totals, spans=spans, ends=ends, parts=parts)


def _columns(side: _Side, sums: Mapping[Pair, int], width: float) -> _Columns:
    totals = _GAP + max(text_width(format_number(each), strong=True) for each in side.totals.values())
    parts = _GAP + max(text_width(format_number(sums[pair])) for pair in side.parts) if side.parts else 0.0
    bands = totals + _GAP + _POST + parts + (_GAP if side.parts else 0.0)
    room = max((width - _BENDS) / 2 - bands, _SHORTEST)
    name = min(max(text_width(naam) for naam in side.totals), width * _NAME, room)
    total = name + totals
    post = total + _GAP
    return _Columns(name=name, total=total, post=post, part=post + _POST + parts, band=name + bands)


def _headings(total: int, width: float) -> Iterator[Shape]:
    number = format_number(total)
    yield Text(words=_("Staat af: {n}").format(n=number), x=0, y=13, color="secondary", strong=True)
    taken = _("Neemt over: {n}").format(n=number)
    yield Text(words=taken, x=width, y=13, color="secondary", strong=True, anchor="end")


def _bands(
    sums: Mapping[Pair, int], scale: float, left: _Side, right: _Side, reach: tuple[float, float]
) -> Iterator[Shape]:
    """The bands, the widest below so that none is hidden."""
    looks = {naam: _LOOKS[number % len(_LOOKS)] for number, naam in enumerate(left.totals)}
    for pair in sorted(left.ends, key=sums.__getitem__, reverse=True):
        fill, pattern = looks[pair[0]]
        yield Polygon(
            rings=(_curve((reach[0], left.ends[pair]), (reach[1], right.ends[pair]), sums[pair] * scale),),
            fill=fill,
            pattern=pattern,
            ink="accent",
            edge="accent",
            thickness=0.8,
            key=f"{pair[0]}>{pair[1]}",
            tip=_said(Deel(*pair, sums[pair])),
        )


def _curve(start: Point, end: Point, width: float) -> tuple[Point, ...]:
    """A band between two points that leaves and arrives level, everywhere ``width`` from top to bottom."""
    middle = []
    for step in range(_STEPS + 1):
        part = step / _STEPS
        bend = part * part * (3 - 2 * part)
        middle.append((start[0] + part * (end[0] - start[0]), start[1] + bend * (end[1] - start[1])))
    half = width / 2
    return (*((x, y - half) for x, y in middle), *((x, y + half) for x, y in reversed(middle)))


def _gemeenten_of(side: _Side, sums: Mapping[Pair, int], at: _Columns, edge: float, inward: int) -> Iterator[Shape]:
    """Name, number and post of each gemeente, and the number of each of its bands; ``inward`` is 1 or −1."""
    to_the_bands: Anchor = "end" if inward > 0 else "start"
    for naam, (top, bottom) in side.spans.items():
        base = (top + bottom) / 2 + 4
        yield Text(words=shortened(naam, at.name), x=edge + inward * at.name, y=base, anchor=to_the_bands)
        yield Text(
            words=format_number(side.totals[naam]),
            x=edge + inward * at.total,
            y=base,
            anchor=to_the_bands,
            strong=True,
        )
        yield Polygon(rings=(rect(edge + inward * at.post, top, inward * _POST, bottom - top),), fill="secondary")
    for pair in side.parts:
        x = edge + inward * at.part
        yield Text(words=format_number(sums[pair]), x=x, y=side.ends[pair] + 4, color="secondary", anchor=to_the_bands)
