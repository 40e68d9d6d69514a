"""Capacity over the months, one kind on top of the other, what is only expected above that, against what is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate

from regietafel.catalog.vooruit import STAPEL
from regietafel.domain.afronding import rounded
from regietafel.figures.layout import (
    LINE,
    Axis,
    Sample,
    horizontal_grid,
    legend,
    nothing,
    text_width,
    value_axis,
    widest_number,
)
from regietafel.figures.shapes import Figuur, Line, Point, Polygon, Ring, Shape, Text, rect
from regietafel.i18n import MAANDEN, _, format_number

_APART, _GAP = 16.0, 8.0
# Kinds from below, in turn; stripes are kept for what is expected.
_LOOKS = (
    Sample(words="", fill="accent"),
    Sample(words="", fill="class-2"),
    Sample(words="", fill="surface", pattern="dots", ink="accent"),
    Sample(words="", fill="level-tint"),
    Sample(words="", fill="class-3", pattern="dots", ink="surface"),
    Sample(words="", fill="surface"),
    Sample(words="", fill="level-tint", pattern="dots", ink="secondary"),
    Sample(words="", fill="class-3"),
    Sample(words="", fill="ahead-tint", pattern="dots", ink="ahead"),
)
_VERWACHT = Sample(words=_("Verwacht"), fill="surface", pattern="stripes", ink="accent", edge="accent")
_OPGAVE = Sample(words=_("Opgave"), line="behind")


@dataclass(frozen=True, kw_only=True)
class Stapelpunt:
    """How it stands at the end of a month, by kind as it is called; ``verwacht`` comes on top of ``zeker``, exact."""

    datum: datetime.date  # the first day of the month
    zeker: Mapping[str, int]
    verwacht: Mapping[str, Fraction] = field(default_factory=dict)
    opgave: int | None = None


@dataclass(frozen=True, kw_only=True)
class Stapelrij:
    """A row of the table: one kind, or all of them together, at the end of a month; only there ``opgave`` is known."""

    datum: datetime.date
    soort: str
    zeker: int
    verwacht: int
    opgave: int | None


@dataclass(frozen=True, kw_only=True)
class _Box:
    """Which number stands where, and which month."""

    values: Axis
    left: float
    step: float  # the width of a month

    def steps(self, values: Sequence[int]) -> list[Point]:
        """Two points for each month: where it begins, and where the next does."""
        return [
            (self.left + (number + side) * self.step, self.values.place(value))
            for number, value in enumerate(values)
            for side in (0, 1)
        ]


def stapel(
    punten: Sequence[Stapelpunt], *, titel: str, eenheid: str, breedte: float = 600.0, hoogte: float = 360.0
) -> Figuur:
    """The months in order; ``eenheid`` is what is counted (``plekken``). Kinds stand in the order they are given."""
    soorten = list(dict.fromkeys(soort for punt in punten for soort in (*punt.zeker, *punt.verwacht)))
    zin = _zin(punten, eenheid)
    if any(_met(punt) or punt.opgave for punt in punten):
        shapes = _shapes(punten, soorten, breedte, hoogte)
    else:
        shapes = nothing(zin, breedte, hoogte)
    rijen = tuple(rij for punt in punten for rij in _rijen(punt, soorten))
    return Figuur(titel=titel, zin=zin, velden=STAPEL, rijen=rijen, breedte=breedte, hoogte=hoogte, vormen=shapes)


def _rijen(punt: Stapelpunt, soorten: Sequence[str]) -> Iterator[Stapelrij]:
    for soort in soorten:
        verwacht = rounded(punt.verwacht.get(soort, Fraction()))
        yield Stapelrij(datum=punt.datum, soort=soort, zeker=punt.zeker.get(soort, 0), verwacht=verwacht, opgave=None)
    zeker = sum(punt.zeker.values())
    yield Stapelrij(datum=punt.datum, soort=_("Samen"), zeker=zeker, verwacht=_met(punt) - zeker, opgave=punt.opgave)


def _met(punt: Stapelpunt) -> int:
    """All that is certain or expected, rounded once."""
    return sum(punt.zeker.values()) + rounded(sum(punt.verwacht.values(), Fraction()))


def _zin(punten: Sequence[Stapelpunt], eenheid: str) -> str:
    if not any(_met(punt) or punt.opgave for punt in punten):
        return _("Er zijn nog geen {eenheid} bekend.").format(eenheid=eenheid)
    first, last = punten[0], punten[-1]
    said = _("Eind {maand}: {n} {eenheid} zeker.").format(
        maand=_month(first.datum), n=format_number(sum(first.zeker.values())), eenheid=eenheid
    )
    if last is not first:
        said += " " + _("Eind {maand}: {n} zeker, {m} met wat te verwachten is.").format(
            maand=_month(last.datum),
            n=format_number(sum(last.zeker.values())),
            m=format_number(_met(last)),
        )
    if last.opgave is None:
        return said
    short = last.opgave - _met(last)
    said += " " + _("De opgave is dan {opgave}").format(opgave=format_number(last.opgave))
    if short > 0:
        return said + _("; er zijn er {n} te weinig.").format(n=format_number(short))
    return said + (_("; er zijn er {n} meer.").format(n=format_number(-short)) if short else _("; dat is gelijk."))


def _month(day: datetime.date) -> str:
    return f"{MAANDEN[day.month - 1]} {day.year}"


def _shapes(punten: Sequence[Stapelpunt], soorten: Sequence[str], width: float, height: float) -> tuple[Shape, ...]:
    looks = [_LOOKS[number % len(_LOOKS)] for number in range(len(soorten))]
    samples = [
        Sample(words=soort, fill=look.fill, pattern=look.pattern, ink=look.ink, edge="secondary")
        for soort, look in zip(soorten, looks, strict=True)
    ]
    sure, whole = [sum(punt.zeker.values()) for punt in punten], [_met(punt) for punt in punten]
    if whole != sure:
        samples.append(_VERWACHT)
    if any(punt.opgave is not None for punt in punten):
        samples.append(_OPGAVE)
    key, key_height = legend(samples, width)
    known = [*sure, *whole, *(punt.opgave for punt in punten if punt.opgave is not None)]
    axis = value_axis(known, height - LINE - 8, key_height + 14, 44)
    ends = _ends(punten[-1])
    left = widest_number(axis) + 12
    right = width - _GAP - max(text_width(words, strong=True) for words, _value, _color in ends)
    box = _Box(values=axis, left=left, step=max(right - left, 1.0) / len(punten))
    shapes: list[Shape] = [*key, *horizontal_grid(axis, left, right)]
    under = [0] * len(punten)
    for soort, look in zip(soorten, looks, strict=True):
        over = [low + punt.zeker.get(soort, 0) for low, punt in zip(under, punten, strict=True)]
        ring = _between(box, under, over)
        shapes.append(Polygon(rings=(ring,), fill=look.fill, pattern=look.pattern, ink=look.ink, edge="secondary"))
        under = over
    if whole != sure:
        ring = _between(box, sure, whole)
        shapes.append(Polygon(rings=(ring,), fill="surface", pattern="stripes", ink="accent", edge="accent"))
    shapes += _opgave(punten, box)
    shapes += _months(punten, box)
    shapes += _named(ends, axis, right + _GAP, key_height + 14)
    for number, punt in enumerate(punten):
        band = rect(left + number * box.step, axis.end, box.step, axis.start - axis.end)
        shapes.append(Polygon(rings=(band,), key=punt.datum.isoformat(), tip=_tip(punt)))
    return tuple(shapes)


def _between(box: _Box, under: Sequence[int], over: Sequence[int]) -> Ring:
    return (*box.steps(over), *reversed(box.steps(under)))


def _opgave(punten: Sequence[Stapelpunt], box: _Box) -> Iterator[Shape]:
    """The stepped line; where it is not known there is none."""
    run: list[Point] = []
    for number, punt in enumerate(punten):
        if punt.opgave is None:
            yield from _step_line(run)
            run = []
        else:
            y = box.values.place(punt.opgave)
            run += [(box.left + number * box.step, y), (box.left + (number + 1) * box.step, y)]
    yield from _step_line(run)


def _step_line(points: Sequence[Point]) -> Iterator[Shape]:
    if points:
        yield Line(points=tuple(points), color="surface", thickness=5)
        yield Line(points=tuple(points), color="behind", thickness=2.5)


def _ends(last: Stapelpunt) -> list[tuple[str, int, str]]:
    """What stands at the end: words, number and colour."""
    sure, whole = sum(last.zeker.values()), _met(last)
    found = [(_("{n} zeker").format(n=format_number(sure)), sure, "text")]
    if whole != sure:
        found.append((_("{n} met verwacht").format(n=format_number(whole)), whole, "accent"))
    if last.opgave is not None:
        found.append((_("{n} opgave").format(n=format_number(last.opgave)), last.opgave, "behind"))
    return sorted(found, key=lambda each: each[1])


def _named(ends: Sequence[tuple[str, int, str]], axis: Axis, x: float, top: float) -> Iterator[Shape]:
    """From the lowest up, each beside its height or as near as there is room."""
    wanted = [axis.place(value) + 4 for _words, value, _color in ends]
    placed = list(accumulate(wanted, lambda below, y: min(y, below - _APART)))
    lower = max(top + 4 - placed[-1], 0.0)
    for (words, _value, color), y in zip(ends, placed, strict=True):
        yield Text(words=words, x=x, y=y + lower, color=color, strong=True)


def _months(punten: Sequence[Stapelpunt], box: _Box) -> Iterator[Shape]:
    """The first month, and each with which a quarter begins, named where there is room; a year at its first name."""
    end, year, y = -1000.0, 0, box.values.start
    for number, punt in enumerate(punten):
        if number and punt.datum.month % 3 != 1:
            continue
        x = box.left + number * box.step
        yield Line(points=((x, y), (x, y + 4)), color="input")
        words = MAANDEN[punt.datum.month - 1][:3].replace("maa", "mrt")
        words += f" {punt.datum.year}" if punt.datum.year != year else ""
        if x >= end and x + text_width(words) <= box.left + len(punten) * box.step + 2 * _GAP:
            yield Text(words=words, x=x, y=y + LINE, color="secondary")
            end, year = x + text_width(words) + _GAP, punt.datum.year


def _tip(punt: Stapelpunt) -> str:
    said = [f"{soort} {format_number(aantal)}" for soort, aantal in punt.zeker.items() if aantal]
    for soort, aantal in punt.verwacht.items():
        if rounded(aantal):
            said.append(_("{soort} nog verwacht {n}").format(soort=soort, n=format_number(rounded(aantal))))
    if punt.opgave is not None:
        said.append(_("opgave {n}").format(n=format_number(punt.opgave)))
    return f"{_month(punt.datum)}: " + (", ".join(said) or _("niets bekend"))
