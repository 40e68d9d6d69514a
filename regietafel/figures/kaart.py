"""The map of a region or of the country: every gemeente by its state, or by how much it has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regietafel.catalog import FIGUUR
from regietafel.fields import AANTAL, Field
from regietafel.figures.kaartbeeld import Beeld, Place, Room, labels, not_on_map, project
from regietafel.figures.layout import Sample, legend, nothing, ticks
from regietafel.figures.shapes import Figuur, Line, Polygon, Shape, disc, down, moved, up
from regietafel.i18n import _, format_number, sort_key

_COUNTRY = 120  # a map of more gemeenten shows provincies too
_MARKS = {"behind": up, "level": disc, "ahead": down}
_STATES = {
    "behind": Sample(words=_("Achterstand"), fill="behind-tint", pattern="stripes", ink="behind", mark=up(0, 0, 10)),
    "level": Sample(words=_("Op schema"), fill="level-tint", ink="level", mark=disc(0, 0, 9)),
    "ahead": Sample(words=_("Voorsprong"), fill="ahead-tint", pattern="dots", ink="ahead", mark=down(0, 0, 10)),
    "": Sample(words=_("Onbekend"), fill="surface", edge="secondary"),
}
_COUNTED = {
    "behind": _("met een achterstand"),
    "level": _("op schema"),
    "ahead": _("met een voorsprong"),
    "": _("onbekend"),
}
# From pale to strong, by the number of bounds between the classes.
_SHADES = (
    ("class-2",),
    ("class-1", "class-4"),
    ("class-1", "class-3", "class-4"),
    tuple(f"class-{n}" for n in range(1, 5)),
)


@dataclass(frozen=True, kw_only=True)
class Plek:
    """One gemeente on the map. ``staat`` is behind, level, ahead or empty for unknown; ``waarde`` is in persons."""

    code: str  # GM-code
    gemeente: str
    waarde: int | None
    staat: str = ""


def kaart(
    plekken: Sequence[Plek], *, titel: str, waarde: str = "", breedte: float = 600.0, hoogte: float = 560.0
) -> Figuur:
    """The gemeenten by state; ``waarde`` is the word for their number (``Saldo``), which stands at each with room."""
    waarde = waarde or _("Saldo")
    samples = [sample for state, sample in _STATES.items() if state or any(not plek.staat for plek in plekken)]
    velden = (*(field for field in FIGUUR if field.name in ("gemeente", "staat")), _waarde(waarde))
    zin = _zin_staten(plekken, waarde)
    return _figuur(plekken, velden, samples, _state_of, titel=titel, zin=zin, size=(breedte, hoogte))


def klassenkaart(
    plekken: Sequence[Plek], *, titel: str, waarde: str, breedte: float = 600.0, hoogte: float = 560.0
) -> Figuur:
    """The gemeenten by at most four classes of ``waarde`` (for instance ``Opgave per 100.000 inwoners``)."""
    known = sorted(plek.waarde for plek in plekken if plek.waarde is not None)
    bounds = _bounds(known)
    samples = [
        Sample(words=words, fill=fill, edge="secondary")
        for words, fill in zip(_class_words(bounds), _SHADES[len(bounds)], strict=True)
    ]

    def sample_of(plek: Plek) -> Sample:
        return _STATES[""] if plek.waarde is None else samples[bisect_right(bounds, plek.waarde)]

    unknown = [_STATES[""]] if len(known) < len(plekken) else []
    velden = (next(field for field in FIGUUR if field.name == "gemeente"), _waarde(waarde))
    zin = _zin_klassen(plekken, waarde)
    return _figuur(plekken, velden, [*samples, *unknown], sample_of, titel=titel, zin=zin, size=(breedte, hoogte))


def _bounds(known: Sequence[int]) -> list[int]:
    """Where a next class begins: round numbers among the middle eight tenths, so that no outlier takes them all."""
    if not known:
        return []
    tenth = len(known) // 10
    low, high = known[tenth], known[-1 - tenth]
    return [tick for tick in ticks(low, high, len(_SHADES) - 1) if low < tick <= high]


def _class_words(bounds: Sequence[int]) -> list[str]:
    if not bounds:
        return [_("Alle gemeenten")]
    between = [
        format_number(low)
        if low == high - 1
        else _("{low} t/m {high}").format(low=format_number(low), high=format_number(high - 1))
        for low, high in pairwise(bounds)
    ]
    first = _("t/m {high}").format(high=format_number(bounds[0] - 1))
    return [first, *between, _("vanaf {low}").format(low=format_number(bounds[-1]))]


def _waarde(label: str) -> Field:
    return Field(name="waarde", label=label, kind=AANTAL)


def _state_of(plek: Plek) -> Sample:
    return _STATES[plek.staat]


def _figuur(
    plekken: Sequence[Plek],
    velden: tuple[Field, ...],
    samples: Sequence[Sample],
    sample_of: Callable[[Plek], Sample],
    *,
    titel: str,
    zin: str,
    size: tuple[float, float],
) -> Figuur:
    width, height = size
    key, key_height = legend(samples, width)
    beeld = project(tuple(plek.code for plek in plekken), width, height - key_height - 8)
    shapes: tuple[Shape, ...]
    if beeld.places:
        drawn = tuple(_shapes(plekken, beeld, velden, sample_of))
        shapes = (*drawn, *moved(key, 0, height - key_height))
    else:
        shapes = nothing(_("Geen van deze gemeenten staat op de kaart."), width, height)
    missing = [plek.gemeente for plek in plekken if plek.code not in beeld.places]
    zin += not_on_map(missing)
    rijen = tuple(sorted(plekken, key=lambda plek: sort_key(plek.gemeente)))
    return Figuur(titel=titel, zin=zin, velden=velden, rijen=rijen, breedte=width, hoogte=height, vormen=shapes)


def _shapes(
    plekken: Sequence[Plek], beeld: Beeld, velden: Sequence[Field], sample_of: Callable[[Plek], Sample]
) -> Iterator[Shape]:
    for points in beeld.buren:
        yield Line(points=points, color="border")
    known: dict[str, Plek] = {plek.code: plek for plek in plekken if plek.code in beeld.places}
    for code, plek in sorted(known.items(), key=lambda pair: sort_key(pair[1].gemeente)):
        sample = sample_of(plek)
        yield Polygon(
            rings=beeld.places[code].rings,
            fill=sample.fill,
            pattern=sample.pattern,
            ink=sample.ink,
            edge="secondary",
            thickness=0.6,
            key=code,
            tip=_tip(plek, velden),
        )
    if len(known) > _COUNTRY:
        for points in beeld.provinciegrens:
            yield Line(points=points, color="secondary", thickness=1.2)
    yield from labels(_rooms(known, beeld.places, sample_of), words=len(known) <= _COUNTRY)


def _rooms(
    known: Mapping[str, Plek], places: Mapping[str, Place], sample_of: Callable[[Plek], Sample]
) -> Iterator[Room]:
    for code, plek in known.items():
        sample = sample_of(plek)
        yield Room(
            place=places[code],
            name=plek.gemeente,
            number=format_number(plek.waarde),
            mark=_MARKS.get(plek.staat) if sample.mark else None,
            ink=sample.ink or "text",
            ground=sample.fill,
            color="surface" if sample.fill == "class-4" else "text",
        )


def _tip(plek: Plek, velden: Sequence[Field]) -> str:
    said = ", ".join(
        field.show(plek) if field.choices else f"{field.label.lower()} {field.show(plek)}" for field in velden[1:]
    )
    return f"{plek.gemeente}: {said}"


def _zin_staten(plekken: Sequence[Plek], waarde: str) -> str:
    if not plekken:
        return _("Er zijn nog geen gemeenten.")
    counts = [(word, sum(plek.staat == state for plek in plekken)) for state, word in _COUNTED.items()]
    counted = ", ".join(f"{count} {word}" for word, count in counts if count)
    said = _("Van de gemeenten op de kaart: {counted}.").format(counted=counted)
    behind = [plek for plek in plekken if plek.staat == "behind" and plek.waarde is not None]
    if behind:
        most = max(behind, key=lambda plek: plek.waarde or 0)
        said += " " + _("De grootste achterstand heeft {gemeente}: {waarde} {aantal}.").format(
            gemeente=most.gemeente, waarde=waarde.lower(), aantal=format_number(most.waarde)
        )
    return said


def _zin_klassen(plekken: Sequence[Plek], waarde: str) -> str:
    known = sorted((plek.waarde, plek.gemeente) for plek in plekken if plek.waarde is not None)
    if not known:
        return _("{waarde}: er zijn nog geen cijfers.").format(waarde=waarde)
    (least, first), (most, last) = known[0], known[-1]
    return _("{waarde}: van {least} ({first}) tot {most} ({last}).").format(
        waarde=waarde, least=format_number(least), first=first, most=format_number(most), last=last
    )
