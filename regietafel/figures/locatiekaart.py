"""The map of where the places are: per gemeente a sign as large as what there is, and around it what is to come."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from regietafel.catalog.vooruit import LOCATIEKAART, PROJECTKAART
from regietafel.figures.grenzen import Box
from regietafel.figures.kaartbeeld import Beeld, free, not_on_map, project
from regietafel.figures.layout import SIZE, Sample, legend, nothing, text_width, ticks
from regietafel.figures.shapes import Figuur, Line, Point, Polygon, Ring, Shape, Text, disc, moved, square
from regietafel.i18n import _, format_number, sort_key

_COUNTRY = 120  # a map of more gemeenten has no names
_LARGEST, _PART, _LEAST = 44.0, 0.5, 5.0  # across a sign: at most, also as a part of a gemeente on average; at least
_LINE = 14.0
_NU = Sample(words="", fill="accent", edge="surface")
_KOMEND = Sample(words="", fill="surface", pattern="stripes", ink="accent", edge="accent")


@dataclass(frozen=True, kw_only=True)
class Locatieplek:
    """One gemeente: how many locations or projects, the places in them now, and those that are to come."""

    code: str  # GM-code
    gemeente: str
    aantal: int
    nu: int
    komend: int


@dataclass(frozen=True, kw_only=True)
class _Signs:
    """What a number looks like: its area is in proportion."""

    shape: Callable[[float, float, float], Ring]  # around a point, so much across
    most: int  # as many as the largest stands for
    across: float  # the largest

    def size(self, number: int) -> float:
        return max(self.across * math.sqrt(number / self.most), _LEAST) if number > 0 and self.most else 0.0

    def drawn(self, number: int, sample: Sample, at: Point) -> Polygon:
        ring = self.shape(*at, self.size(number))
        return Polygon(rings=(ring,), fill=sample.fill, pattern=sample.pattern, ink=sample.ink, edge=sample.edge)


def locatiekaart(
    plekken: Sequence[Locatieplek], *, titel: str, wonen: bool = False, breedte: float = 600.0, hoogte: float = 560.0
) -> Figuur:
    """Circles for locations of opvang, or with ``wonen`` squares for projects with homes; the area is the number."""
    velden = PROJECTKAART if wonen else LOCATIEKAART
    rijen = tuple(sorted(plekken, key=lambda plek: sort_key(plek.gemeente)))
    signs = _Signs(
        shape=square if wonen else disc,
        most=max((plek.nu + plek.komend for plek in plekken), default=0),
        across=min(_LARGEST, _PART * math.sqrt(breedte * hoogte / max(len(plekken), 1))),
    )
    key, key_height = _key(signs, (velden[2].label, velden[3].label), breedte)
    room = breedte, hoogte - key_height - 8
    beeld = project(tuple(plek.code for plek in rijen), *room)
    shapes: tuple[Shape, ...]
    if beeld.places:
        shapes = (*_shapes(rijen, beeld, signs, room, wonen=wonen), *moved(key, 0, hoogte - key_height))
    else:
        shapes = nothing(_("Geen van deze gemeenten staat op de kaart."), breedte, hoogte)
    missing = [plek.gemeente for plek in rijen if plek.code not in beeld.places]
    zin = _zin(rijen, wonen=wonen) + not_on_map(missing)
    return Figuur(titel=titel, zin=zin, velden=velden, rijen=rijen, breedte=breedte, hoogte=hoogte, vormen=shapes)


def _key(signs: _Signs, words: tuple[str, str], width: float) -> tuple[tuple[Shape, ...], float]:
    """What the two looks mean, and how large round numbers are."""
    samples = [replace(look, words=said) for look, said in zip((_NU, _KOMEND), words, strict=True)]
    shapes, height = legend(samples, width)
    row: list[Shape] = []
    x = 0.0
    for number in _round_numbers(signs.most):
        size = signs.size(number)
        row.append(signs.drawn(number, Sample(words="", edge="secondary"), (x + size / 2 + 1, signs.across / 2)))
        said = format_number(number)
        row.append(Text(words=said, x=x + size + 6, y=signs.across / 2 + 4, color="secondary"))
        x += size + text_width(said) + 24
    if not row:
        return shapes, height
    return (*shapes, *moved(row, 0, height + 4)), height + signs.across + 8


def _round_numbers(most: int) -> list[int]:
    """The largest that is round and not too large, its half and its tenth, as far as they are whole."""
    if most < 1:
        return []
    top = [tick for tick in ticks(0, most, 4) if tick <= most][-1]
    return [top // part for part in (10, 2, 1) if top % part == 0]


def _shapes(
    rijen: Sequence[Locatieplek], beeld: Beeld, signs: _Signs, room: tuple[float, float], *, wonen: bool
) -> Iterator[Shape]:
    for points in beeld.buren:
        yield Line(points=points, color="border")
    known = [plek for plek in rijen if plek.code in beeld.places]
    for plek in known:
        yield Polygon(
            rings=beeld.places[plek.code].rings,
            fill="surface",
            edge="secondary",
            thickness=0.6,
            key=plek.code,
            tip=_tip(plek, wonen=wonen),
        )
    for points in beeld.provinciegrens if len(known) > _COUNTRY else ():
        yield Line(points=points, color="secondary", thickness=1.2)
    taken: dict[str, Box] = {}
    for plek in sorted(known, key=lambda plek: -plek.nu - plek.komend):  # the small ones on top
        at = beeld.places[plek.code].label
        if plek.nu + plek.komend:
            yield signs.drawn(plek.nu + plek.komend, _KOMEND if plek.komend else _NU, at)
        if plek.nu and plek.komend:
            yield signs.drawn(plek.nu, _NU, at)
        half = signs.size(plek.nu + plek.komend) / 2
        taken[plek.code] = (at[0] - half, at[1] - half, at[0] + half, at[1] + half)
    yield from _words(known, taken, room, named=len(known) <= _COUNTRY)


def _words(
    known: Sequence[Locatieplek], signs: Mapping[str, Box], room: tuple[float, float], *, named: bool
) -> Iterator[Shape]:
    """Name and numbers beside the sign, or one of the two, wherever nothing else stands."""
    taken, waiting = list(signs.values()), sorted(known, key=lambda plek: -plek.nu - plek.komend)
    tries = ((True, True), (False, True), (True, False)) if named else ((False, True),)
    for (with_name, with_number), side in product(tries, range(4)):
        for plek in tuple(waiting):  # first all that have the best place
            number, own = _number(plek), signs[plek.code]
            lines = [line for line in (with_name and plek.gemeente, with_number and number) if line]
            box = _beside(own, side, lines)
            inside = min(box[:2]) >= 0 and box[2] <= room[0] and box[3] <= room[1]
            if lines and inside and free(box, (each for each in taken if each is not own)):
                waiting.remove(plek)
                taken.append(box)
                for place, line in enumerate(lines):
                    yield Text(
                        words=line,
                        x=(box[0] + box[2]) / 2,
                        y=box[1] + place * _LINE + SIZE - 2,
                        anchor="middle",
                        color="text" if number else "secondary",
                        strong=line == number,
                        halo="surface",
                    )


def _beside(sign: Box, side: int, lines: Sequence[str]) -> Box:
    """Where the lines stand: below the sign, above it, to its right or its left."""
    left, top, right, bottom = sign
    wide = max((text_width(line, strong=True) for line in lines), default=0.0) + 2
    high = len(lines) * _LINE
    across, down = (left + right - wide) / 2, (top + bottom - high) / 2
    x, y = ((across, bottom + 1), (across, top - high - 1), (right + 2, down), (left - wide - 2, down))[side]
    return x, y, x + wide, y + high


def _number(plek: Locatieplek) -> str:
    """``450 + 60 (3)``: the places now, those to come, and how many locations."""
    if not plek.aantal:
        return ""
    now = format_number(plek.nu)
    coming = f" + {format_number(plek.komend)}" if plek.komend else ""
    return f"{now}{coming} ({format_number(plek.aantal)})"


def _tip(plek: Locatieplek, *, wonen: bool) -> str:
    velden = PROJECTKAART if wonen else LOCATIEKAART
    said = ", ".join(f"{veld.label.lower()} {veld.show(plek)}" for veld in velden[1:])
    return f"{plek.gemeente}: {said}"


def _zin(plekken: Sequence[Locatieplek], *, wonen: bool) -> str:
    having = [plek for plek in plekken if plek.aantal]
    if not having:
        return _("Er zijn nog geen projecten.") if wonen else _("Er zijn nog geen locaties.")
    count, now, coming = (sum(getattr(plek, name) for plek in having) for name in ("aantal", "nu", "komend"))
    one, more = (_("project"), _("projecten")) if wonen else (_("locatie"), _("locaties"))
    said = _("{n} {wat} in {m} van de {all} gemeenten: nu {nu} {eenheid}, en {komend} die erbij komen.").format(
        n=format_number(count),
        wat=one if count == 1 else more,
        m=len(having),
        all=len(plekken),
        nu=format_number(now),
        eenheid=_("personen") if wonen else _("plekken"),
        komend=format_number(coming),
    )
    return said + " " + _("Bij elke gemeente: nu + wat erbij komt (aantal {wat}).").format(wat=more)
