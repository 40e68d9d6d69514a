"""Bars: opgave and realisatie per gemeente, and over half-years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from regietafel.catalog import FIGUUR
from regietafel.domain.afronding import rounded
from regietafel.figures.layout import (
    LINE,
    Axis,
    Sample,
    horizontal_grid,
    legend,
    nothing,
    shortened,
    text_width,
    value_axis,
    widest_number,
)
from regietafel.figures.shapes import Figuur, Line, Polygon, Shape, Text, disc, down, rect, up
from regietafel.i18n import _, format_number

_BAND, _WIDE, _NARROW = 28.0, 18.0, 8.0  # of a horizontal bar
_BLANK, _NAMED, _BROADEST = 24.0, 18.0, 56.0  # between half-years; the width of a bar that is named, and of any

_TAAKSTELLING = Sample(words=_("Taakstelling"), fill="surface", edge="secondary")
_OPGAVE = Sample(words=_("Opgave"), fill="accent-tint", pattern="stripes", ink="accent", edge="accent")
_REALISATIE = Sample(words=_("Realisatie"), fill="accent", edge="accent")


@dataclass(frozen=True, kw_only=True)
class Staaf:
    """One gemeente, or another name to put at the bars; None is unknown. ``code`` is what choosing it gives."""

    code: str
    gemeente: str
    opgave: int | None
    realisatie: int | None


@dataclass(frozen=True, kw_only=True)
class Halfjaar:
    """One half-year, in persons; None is unknown. ``saldo`` at the last count: + achterstand, − voorsprong."""

    periode: str
    taakstelling: int | None
    opgave: int | None
    realisatie: int | None
    saldo: int | None


def per_100_000(aantal: int | None, inwoners: int | None) -> int | None:
    """A number per 100.000 inhabitants, rounded half up; None when that cannot be said."""
    if aantal is None or not inwoners:
        return None
    return rounded(Fraction(aantal * 100_000, inwoners))


def staven_grafiek(
    staven: Sequence[Staaf], *, titel: str, eenheid: str = "", breedte: float = 600.0, hoogte: float = 320.0
) -> Figuur:
    """Per gemeente a wide bar for the opgave and in it a narrow one for the realisatie, in the order given.

    ``eenheid`` says what the numbers are when they are no persons (``per 100.000 inwoners``). The picture is higher
    than ``hoogte`` when the gemeenten need it.
    """
    zin = _zin_staven(staven, eenheid)
    if any(value is not None for s in staven for value in (s.opgave, s.realisatie)):
        shapes, hoogte = _staven(staven, eenheid, breedte, hoogte)
    else:
        shapes = nothing(zin, breedte, hoogte)
    velden = tuple(field for field in FIGUUR if field.name in ("gemeente", "opgave", "realisatie"))
    return Figuur(
        titel=titel, zin=zin, velden=velden, rijen=tuple(staven), breedte=breedte, hoogte=hoogte, vormen=shapes
    )


def verloop_grafiek(
    halfjaren: Sequence[Halfjaar], *, titel: str, breedte: float = 600.0, hoogte: float = 360.0
) -> Figuur:
    """Bars of taakstelling, opgave and realisatie per half-year, and below them the line of the saldo."""
    zin = _zin_verloop(halfjaren)
    if any(v is not None for h in halfjaren for v in (h.taakstelling, h.opgave, h.realisatie, h.saldo)):
        shapes = _verloop(halfjaren, breedte, hoogte)
    else:
        shapes = nothing(zin, breedte, hoogte)
    names = ("periode", "taakstelling", "opgave", "realisatie", "saldo")
    velden = tuple(field for field in FIGUUR if field.name in names)
    return Figuur(
        titel=titel, zin=zin, velden=velden, rijen=tuple(halfjaren), breedte=breedte, hoogte=hoogte, vormen=shapes
    )


def _zin_staven(staven: Sequence[Staaf], eenheid: str) -> str:
    known = [(s.opgave - s.realisatie, s) for s in staven if s.opgave is not None and s.realisatie is not None]
    if not known:
        return _("Er zijn nog geen cijfers per gemeente.")
    most = max(known, key=lambda pair: pair[0])
    done = sum(open_ <= 0 for open_, _staaf in known)
    said = _("Bij {done} van de {count} gemeenten is de opgave gehaald.").format(done=done, count=len(known))
    if most[0] > 0:
        said += " " + _("Het meeste te doen heeft {gemeente}: {aantal}{eenheid}.").format(
            gemeente=most[1].gemeente, aantal=format_number(most[0]), eenheid=f" {eenheid}" if eenheid else ""
        )
    return said


def _staven(staven: Sequence[Staaf], eenheid: str, width: float, height: float) -> tuple[tuple[Shape, ...], float]:
    key, key_height = legend((_OPGAVE, _REALISATIE), width)
    top = key_height + 8
    bottom = top + len(staven) * _BAND
    height = max(height, bottom + 2 * LINE + 4)
    left = min(max(text_width(s.gemeente) for s in staven), width * 0.35) + 12
    right = width - 12 - max(text_width(_van(s)) for s in staven)
    values = [value for s in staven for value in (s.opgave, s.realisatie) if value is not None]
    axis = value_axis(values, left, max(right, left + 40), 72)
    shapes: list[Shape] = [*key]
    for tick in axis.ticks:
        x = axis.place(tick)
        shapes.append(Line(points=((x, top), (x, bottom)), color="input" if tick == 0 else "border"))
        shapes.append(Text(words=format_number(tick), x=x, y=bottom + LINE, color="secondary", anchor="middle"))
    if eenheid:
        shapes.append(Text(words=eenheid, x=axis.end, y=bottom + 2 * LINE, color="secondary", anchor="end"))
    for number, staaf in enumerate(staven):
        shapes += _staaf(staaf, top + number * _BAND, left, width, axis)
    return tuple(shapes), height


def _staaf(staaf: Staaf, y: float, left: float, width: float, axis: Axis) -> Iterator[Shape]:
    middle, zero = y + _BAND / 2, axis.place(0)
    yield Text(words=shortened(staaf.gemeente, left - 12), x=left - 8, y=middle + 4, anchor="end")
    end = zero
    for value, size, sample in ((staaf.opgave, _WIDE, _OPGAVE), (staaf.realisatie, _NARROW, _REALISATIE)):
        if value:
            place = axis.place(value)
            yield _bar(rect(zero, middle - size / 2, place - zero, size), sample)
            end = max(end, place)
    yield Text(words=_van(staaf), x=end + 6, y=middle + 4, halo="surface")
    tip = _("{gemeente}: realisatie {van}").format(gemeente=staaf.gemeente, van=_van(staaf))
    yield Polygon(rings=(rect(0, y, width, _BAND),), key=staaf.code, tip=tip)


def _van(staaf: Staaf) -> str:
    return _("{realisatie} van {opgave}").format(
        realisatie=format_number(staaf.realisatie), opgave=format_number(staaf.opgave)
    )


def _bar(ring: tuple[tuple[float, float], ...], sample: Sample) -> Polygon:
    return Polygon(rings=(ring,), fill=sample.fill, pattern=sample.pattern, ink=sample.ink, edge=sample.edge)


def _zin_verloop(halfjaren: Sequence[Halfjaar]) -> str:
    known = [h for h in halfjaren if h.saldo is not None]
    if not known:
        return _("Er is nog geen halfjaar met een saldo.")
    first, last = known[0], known[-1]
    said = _("Bij de laatste telling van {periode} was het saldo {aantal}{woord}.").format(
        periode=last.periode, aantal=format_number(last.saldo), woord=_woord(last.saldo)
    )
    if first is not last:
        said += " " + _("Bij die van {periode} was dat {aantal}.").format(
            periode=first.periode, aantal=format_number(first.saldo)
        )
    return said


def _woord(saldo: int | None) -> str:
    if not saldo:
        return ""
    return _(", een achterstand") if saldo > 0 else _(", een voorsprong")


def _verloop(halfjaren: Sequence[Halfjaar], width: float, height: float) -> tuple[Shape, ...]:
    key, key_height = legend((_TAAKSTELLING, _OPGAVE, _REALISATIE, _SALDO), width)
    names = height - 6
    middle = key_height + (names - LINE - key_height) * 0.64
    bars = [v for h in halfjaren for v in (h.taakstelling, h.opgave, h.realisatie) if v is not None]
    above = value_axis(bars, middle - 14, key_height + 40, 44)
    below = value_axis((h.saldo for h in halfjaren if h.saldo is not None), names - 2 * LINE - 4, middle + 28, 36)
    left = max(widest_number(above), widest_number(below), text_width(_("Saldo"))) + 12
    shapes: list[Shape] = [*key, *horizontal_grid(above, left, width), *horizontal_grid(below, left, width)]
    group = (width - left) / len(halfjaren)
    skip = next(n for n in range(1, len(halfjaren) + 1) if n * group > 52 or n == len(halfjaren))
    shapes.append(Text(words=_("Saldo"), x=left - 8, y=middle + 10, strong=True, anchor="end"))
    points = []
    for number, halfjaar in enumerate(halfjaren):
        x = left + number * group
        shapes += _groep(halfjaar, x, group, above)
        if number % skip == 0:
            words = Text(words=halfjaar.periode, x=x + group / 2, y=names, color="secondary", anchor="middle")
            shapes.append(words)
        if halfjaar.saldo is not None:
            points.append((x + group / 2, below.place(halfjaar.saldo), halfjaar.saldo))
    shapes.append(Line(points=tuple((x, y) for x, y, _saldo in points), color="secondary", thickness=2))
    room = skip == 1
    for x, y, saldo in points:
        shapes += _saldo_mark(x, y, saldo, named=room)
    for number, halfjaar in enumerate(halfjaren):
        band = rect(left + number * group, key_height, group, height - key_height)
        shapes.append(Polygon(rings=(band,), key=halfjaar.periode, tip=_tip(halfjaar)))
    return tuple(shapes)


_SALDO = Sample(words=_("Saldo"), line="secondary", ink="secondary", mark=disc(0, 0, 9))


def _groep(halfjaar: Halfjaar, start: float, group: float, axis: Axis) -> Iterator[Shape]:
    """The three bars of one half-year, with their numbers where those fit."""
    blank = min(_BLANK, group * 0.3)
    width = min((group - blank) / 3, _BROADEST)
    numbers = (halfjaar.taakstelling, halfjaar.opgave, halfjaar.realisatie)
    taken: list[tuple[float, float, float]] = []  # middle, baseline and half the width of a number
    texts: list[Shape] = []
    for place, (value, sample) in enumerate(zip(numbers, (_TAAKSTELLING, _OPGAVE, _REALISATIE), strict=True)):
        at = start + group / 2 + (place - 1.5) * width
        if value:
            top = axis.place(value)
            yield _bar(rect(at, axis.place(0), width - 2, top - axis.place(0)), sample)
        if width >= _NAMED and value is not None:
            half = text_width(format_number(value)) / 2 + 1
            x, y = at + width / 2 - 1, axis.place(max(value, 0)) - 5
            while any(abs(x - other) < half + room and abs(y - height) < LINE - 4 for other, height, room in taken):
                y -= 1
            taken.append((x, y, half))
            texts.append(Text(words=format_number(value), x=x, y=y, anchor="middle", halo="surface"))
    yield from texts


def _saldo_mark(x: float, y: float, saldo: int, *, named: bool) -> Iterator[Shape]:
    shape, color = (disc, "level") if saldo == 0 else (up, "behind") if saldo > 0 else (down, "ahead")
    yield Polygon(rings=(shape(x, y, 11),), fill=color, edge="surface")
    if named:
        yield Text(
            words=format_number(saldo),
            x=x,
            y=y - 10 if saldo >= 0 else y + 19,
            color=color,
            anchor="middle",
            strong=True,
            halo="surface",
        )


def _tip(halfjaar: Halfjaar) -> str:
    return _("{periode}: taakstelling {taakstelling}, opgave {opgave}, realisatie {realisatie}, saldo {saldo}").format(
        periode=halfjaar.periode,
        taakstelling=format_number(halfjaar.taakstelling),
        opgave=format_number(halfjaar.opgave),
        realisatie=format_number(halfjaar.realisatie),
        saldo=format_number(halfjaar.saldo),
    )
