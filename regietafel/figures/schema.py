"""The chart of one half-year: what was asked by every date, what was done, and where it is going."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regietafel.catalog import FIGUUR
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
from regietafel.figures.shapes import Figuur, Line, Polygon, Shape, Text, disc
from regietafel.i18n import MAANDEN, _, format_date, format_date_long, format_number

VELDEN = tuple(field for field in FIGUUR if field.name in ("datum", "schema", "realisatie", "verwacht"))
_DOT, _DASH, _APART = 9.0, 5.0, 15.0


@dataclass(frozen=True, kw_only=True)
class Schemapunt:
    """One day, in persons since the start of the half-year; None is unknown or not the case that day."""

    datum: datetime.date
    schema: int | None = None  # what should have been done
    realisatie: int | None = None
    verwacht: int | None = None


def schema_grafiek(
    punten: Sequence[Schemapunt],
    *,
    titel: str,
    opgave: int | None = None,
    breedte: float = 600.0,
    hoogte: float = 320.0,
) -> Figuur:
    """The schedule as a dashed line, the realisatie as a line with dots, what is expected as a dotted line.

    Give a point for every day that has one of the numbers; days in any order. ``opgave``: what the sentence says it is;
    the last ``schema`` can be more, as no gemeente is asked less than nothing.
    """
    punten = sorted(punten, key=lambda punt: punt.datum)
    known = [value for p in punten for value in (p.schema, p.realisatie, p.verwacht) if value is not None]
    zin = _zin(punten, opgave)
    shapes: tuple[Shape, ...]
    if not known or punten[0].datum == punten[-1].datum:
        shapes = nothing(zin, breedte, hoogte)
    else:
        shapes = _shapes(punten, known, breedte, hoogte)
    return Figuur(
        titel=titel, zin=zin, velden=VELDEN, rijen=tuple(punten), breedte=breedte, hoogte=hoogte, vormen=shapes
    )


def _zin(punten: Sequence[Schemapunt], opgave: int | None) -> str:
    done = [p for p in punten if p.realisatie is not None]
    asked = [p for p in punten if p.schema is not None]
    expected = [p for p in punten if p.verwacht is not None]
    parts = []
    if done:
        parts.append(
            _("Op {datum} was de realisatie {aantal}.").format(
                datum=format_date_long(done[-1].datum), aantal=format_number(done[-1].realisatie)
            )
        )
    elif asked:
        parts.append(_("Er is nog geen realisatie bekend."))
    if done and done[-1].schema is not None:
        parts.append(_("Volgens schema was dat {aantal}.").format(aantal=format_number(done[-1].schema)))
    if opgave is not None:
        parts.append(_("De opgave is {aantal}.").format(aantal=format_number(opgave)))
    if expected:
        parts.append(
            _("Verwacht op {datum}: {aantal}.").format(
                datum=format_date_long(expected[-1].datum), aantal=format_number(expected[-1].verwacht)
            )
        )
    return " ".join(parts) or _("Er zijn nog geen cijfers voor dit halfjaar.")


def _shapes(punten: Sequence[Schemapunt], known: Sequence[int], width: float, height: float) -> tuple[Shape, ...]:
    samples = [
        Sample(words=_("Volgens schema"), line="secondary", dash=_DASH),
        Sample(words=_("Realisatie"), line="accent", ink="accent", mark=disc(0, 0, _DOT)),
    ]
    if any(p.verwacht is not None for p in punten):
        samples.append(Sample(words=_("Verwacht"), line="accent", dash=2))
    key, key_height = legend(samples, width)
    axis = value_axis(known, height - LINE - 8, key_height + 14, 44)
    left = widest_number(axis) + 12
    right = width - 10 - max(text_width(format_number(value), strong=True) for value in known)
    days = Axis(low=punten[0].datum.toordinal(), high=punten[-1].datum.toordinal(), ticks=(), start=left, end=right)
    shapes: list[Shape] = [*key, *horizontal_grid(axis, left, right)]
    shapes += _months(punten[0].datum, punten[-1].datum, days, axis.start)

    def place(punt: Schemapunt, value: int) -> tuple[float, float]:
        return days.place(punt.datum.toordinal()), axis.place(value)

    asked = tuple(place(p, p.schema) for p in punten if p.schema is not None)
    done = tuple(place(p, p.realisatie) for p in punten if p.realisatie is not None)
    expected = done[-1:] + tuple(place(p, p.verwacht) for p in punten if p.verwacht is not None)
    shapes.append(Line(points=asked, color="secondary", thickness=2, dash=_DASH))
    if len(expected) > len(done[-1:]):
        shapes.append(Line(points=expected, color="accent", thickness=2, dash=2))
    shapes.append(Line(points=done, color="accent", thickness=2.5))
    for p in punten:
        if p.realisatie is not None:
            dot = disc(*place(p, p.realisatie), _DOT)
            shapes.append(Polygon(rings=(dot,), fill="accent", edge="surface", key=p.datum.isoformat(), tip=_tip(p)))
    return (*shapes, *_ends(punten, axis, days))


def _tip(punt: Schemapunt) -> str:
    said = _("{datum}: realisatie {aantal}").format(
        datum=format_date(punt.datum), aantal=format_number(punt.realisatie)
    )
    if punt.schema is None:
        return said
    return _("{said}, volgens schema {aantal}").format(said=said, aantal=format_number(punt.schema))


def _ends(punten: Sequence[Schemapunt], axis: Axis, days: Axis) -> Iterator[Shape]:
    """The last number of each series beside its end, moved apart where they would touch."""
    taken: list[tuple[float, float]] = []
    for name, color in (("schema", "secondary"), ("verwacht", "accent"), ("realisatie", "accent")):
        last = next((p for p in reversed(punten) if getattr(p, name) is not None), None)
        if last is None:
            continue
        value: int = getattr(last, name)
        x, y = days.place(last.datum.toordinal()) + 8, axis.place(value) + 4
        if last is not punten[-1]:  # beside the line that goes on, and above the names of the months
            y += _APART if y + _APART < axis.start else -_APART
        while near := [other for at, other in taken if abs(at - x) < 48 and abs(other - y) < _APART]:
            y = near[0] + _APART
        taken.append((x, y))
        yield Text(words=format_number(value), x=x, y=y, color=color, strong=True, halo="surface")


def _months(first: datetime.date, last: datetime.date, days: Axis, y: float) -> Iterator[Shape]:
    """A tick at the first day of every month, named where there is room."""
    end = -1000.0
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = datetime.date.fromordinal(ordinal)
        if day.day != 1:
            continue
        x = days.place(ordinal)
        yield Line(points=((x, y), (x, y + 4)), color="input")
        words = f"1 {MAANDEN[day.month - 1][:3]}".replace("1 maa", "1 mrt")
        half = text_width(words) / 2
        if x - half > end:
            yield Text(words=words, x=x, y=y + LINE, color="secondary", anchor="middle")
            end = x + half + 8
