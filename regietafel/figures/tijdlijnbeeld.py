"""What a timeline is drawn of: its columns, the days above it, and a row for every bar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.figures.layout import LINE, Axis, Sample, legend, shortened, text_width
from regietafel.figures.shapes import Line, Point, Polygon, Ring, Shape, Text, diamond, disc, rect, square
from regietafel.i18n import MAANDEN, _, format_date, format_number

Rows = Sequence[tuple[str, Sequence["Balk"]]]  # by heading

ROW, HEAD = 20.0, 26.0  # heights: a bar with its room, a gemeente
DAYS = 2 * LINE  # the height of the days
_BAR, _POINT, _MARK, _SIGN, _GAP = 12.0, 7.0, 10.0, 8.0, 8.0
_NAME, _SHORTEST, _LEAST = 0.4, 36.0, 130.0  # of the width at most a name; a name at least; the bars at least
_LINES, _LABEL = 10.0, 36.0  # between lines of days at least; between their names
_BEFORE, _AFTER = 2, 5  # years around the day that are shown at most

# Each stage of the way has its look, and every bar its word.
_IDEE = Sample(words=_("Idee of verkenning"), fill="surface", pattern="dots", ink="secondary", edge="secondary")
_BESLUIT = Sample(words=_("Besluit"), fill="accent-tint", pattern="dots", ink="accent", edge="accent")
_BOUW = Sample(words=_("Vergunning of bouw"), fill="accent-tint", pattern="stripes", ink="accent", edge="accent")
_OPEN = Sample(words=_("Open"), fill="accent", edge="accent")
_GESLOTEN = Sample(words=_("Gesloten"), fill="level-tint", edge="level")
_ONBEKEND = Sample(words=_("Staat onbekend"), fill="surface", edge="secondary")
_STAGES = (_IDEE, _IDEE, _BESLUIT, _BESLUIT, _BOUW, _BOUW, _OPEN, _GESLOTEN)
_LOOKS = dict(zip(STAAT_NAMEN, _STAGES, strict=True)) | {"": _ONBEKEND}


@dataclass(frozen=True, kw_only=True)
class Balk:
    """A location or project. Days are the first and the last one; None is not known. ``key`` is what choosing gives."""

    key: str
    groep: str  # the gemeente
    naam: str
    soort: str = ""  # as it is called
    project: bool = False
    staat: str = ""  # a key of STAAT_NAMEN; empty for unknown
    aantal: int | None = None  # places, or persons
    begin: datetime.date | None = None
    einde: datetime.date | None = None
    termijn: datetime.date | None = None  # the agreement or the place ends


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What is the same on every page: how wide things are, and which day stands where."""

    width: float
    name: float
    days: Axis
    staat: float  # where the words begin
    signs: bool  # a location looks different from a project
    op: datetime.date

    def place(self, day: datetime.date) -> float:
        return self.days.place(min(max(day.toordinal(), self.days.low), self.days.high))


def height_of(rows: Rows) -> float:
    return sum(HEAD + len(balken) * ROW for _title, balken in rows)


def columns_of(balken: Sequence[Balk], op: datetime.date, width: float) -> Columns:
    signs = len({balk.project for balk in balken}) > 1
    words = _("Staat"), *{_word(balk) for balk in balken}
    numbers = _("Aantal"), *{format_number(balk.aantal) for balk in balken}
    staat, aantal = max(map(text_width, words)), max(map(text_width, numbers))
    after = staat + aantal + 2 * _GAP + _POINT
    before = _GAP + (_SIGN + 4 if signs else 0)
    longest = max(text_width(naam) for naam in {balk.naam for balk in balken})
    name = max(min(longest, width * _NAME, width - _LEAST - after - before), _SHORTEST)
    width = max(width, before + name + _LEAST + after)
    low, high = _years(balken, op)
    days = Axis(low=low, high=high, ticks=(), start=before + name, end=width - after)
    return Columns(width=width, name=name, days=days, staat=width - aantal - staat - _GAP, signs=signs, op=op)


def _years(balken: Sequence[Balk], op: datetime.date) -> tuple[int, int]:
    """Whole years around the day, as far as there is something."""
    days = [op, *(day for balk in balken for day in (balk.begin, balk.einde, balk.termijn) if day)]
    first = max(min(days).year, op.year - _BEFORE)
    last = min(max(days).year, op.year + _AFTER)
    return datetime.date(first, 1, 1).toordinal(), datetime.date(last + 1, 1, 1).toordinal()


def _word(balk: Balk) -> str:
    return STAAT_NAMEN.get(balk.staat, _("onbekend"))


def legend_of(balken: Sequence[Balk], columns: Columns) -> tuple[tuple[Shape, ...], float]:
    present = {id(_LOOKS[balk.staat]) for balk in balken}
    samples = [sample for sample in dict.fromkeys(_LOOKS.values()) if id(sample) in present]
    if any(balk.begin and not balk.einde and balk.staat != GESLOTEN for balk in balken):
        samples.append(Sample(words=_("Einde onbekend"), ink="secondary", mark=_arrow(-12, -6, 24)))
    if any(balk.termijn for balk in balken):
        samples.append(Sample(words=_("Overeenkomst of plaats loopt af"), ink="behind", mark=diamond(0, 0, _MARK)))
    if columns.signs:
        samples.append(Sample(words=_("Locatie"), ink="secondary", mark=disc(0, 0, _SIGN)))
        samples.append(Sample(words=_("Project"), ink="secondary", mark=square(0, 0, _SIGN)))
    shapes, height = legend(samples, columns.width)
    return shapes, height + _GAP


def stretch(rows: Rows, columns: Columns, top: float) -> Iterator[Shape]:
    """The days, and below them the bars with their names and states."""
    y, bottom = top + DAYS, top + DAYS + height_of(rows)
    axis = tuple(_axis(columns, top, bottom))
    yield from (shape for shape in axis if not isinstance(shape, Text))
    written: list[Shape] = [shape for shape in axis if isinstance(shape, Text)]  # over the line of the day
    for title, balken in rows:
        yield Line(points=((0, y), (columns.width, y)), color="input")
        written.append(Text(words=shortened(title, columns.width), x=0, y=y + 17, strong=True, halo="surface"))
        y += HEAD
        for balk in balken:
            span = _span(balk, columns)
            yield from _drawn(balk, span, columns, y)
            written += _written(balk, span, columns, y)
            y += ROW
    at = columns.place(columns.op)
    yield Line(points=((at, top + LINE), (at, bottom)), color="behind", thickness=1.5)
    yield from written


def _axis(columns: Columns, top: float, bottom: float) -> Iterator[Shape]:
    """The years and, with room, their quarters; above them which day the line is."""
    days, base = columns.days, top + DAYS - 4
    first, last = datetime.date.fromordinal(days.low).year, datetime.date.fromordinal(days.high).year
    year_room = (days.end - days.start) / (last - first)
    skip = int(_LABEL // year_room) + 1
    shown = [month for month, parts in ((1, 1), (7, 2), (4, 4), (10, 4)) if year_room / parts >= _LINES]
    named = [month for month, parts in ((7, 2), (4, 4), (10, 4)) if year_room / parts >= _LABEL]
    for year in range(first, last):
        for month in shown or [1]:
            x = columns.place(datetime.date(year, month, 1))
            yield Line(points=((x, top + DAYS), (x, bottom)), color="border", thickness=1.0 if month == 1 else 0.5)
            if month == 1 and (year - first) % skip == 0:
                yield Text(words=str(year), x=x, y=base, halo="surface")
            elif month in named:
                yield Text(words=MAANDEN[month - 1][:3], x=x, y=base, color="secondary", halo="surface")
    yield Text(words=_("Staat"), x=columns.staat, y=base, color="secondary")
    yield Text(words=_("Aantal"), x=columns.width, y=base, color="secondary", anchor="end")
    words = _("op {datum}").format(datum=format_date(columns.op))
    half, at = text_width(words, strong=True) / 2, columns.place(columns.op)
    x = min(max(at, half), columns.width - half)
    yield Text(words=words, x=x, y=top + 13, color="behind", anchor="middle", strong=True)


def _drawn(balk: Balk, span: tuple[float, float] | None, columns: Columns, y: float) -> Iterator[Shape]:
    """The bar and its marks, and over the whole row what can be chosen."""
    look = _LOOKS[balk.staat]
    if span:
        ring = _bar(*span, y + (ROW - _BAR) / 2, balk, columns)
        yield Polygon(rings=(ring,), fill=look.fill, pattern=look.pattern, ink=look.ink, edge=look.edge)
    if balk.termijn and columns.days.low <= balk.termijn.toordinal() <= columns.days.high:
        mark = diamond(columns.place(balk.termijn), y + ROW / 2, _MARK)
        yield Polygon(rings=(mark,), fill="behind", edge="surface")
    yield Polygon(rings=(rect(0, y, columns.width, ROW),), key=balk.key, tip=_tip(balk))


def _span(balk: Balk, columns: Columns) -> tuple[float, float] | None:
    """From where to where; None when that is not known, or not among the days shown."""
    running = balk.staat in (OPEN, GESLOTEN)
    if not (balk.begin or running):
        return None
    begin = balk.begin.toordinal() if balk.begin else columns.days.low
    end = balk.einde or (columns.op if balk.staat == GESLOTEN else None)
    last = end.toordinal() + 1 if end else columns.days.high
    if last <= columns.days.low or begin >= columns.days.high:
        return None
    left, right = columns.days.place(max(begin, columns.days.low)), columns.days.place(min(last, columns.days.high))
    return left, max(right, left + 2)


def _bar(left: float, right: float, y: float, balk: Balk, columns: Columns) -> Ring:
    """A bar; with a point where the end, or of what is open the begin, is not known."""
    points: list[Point] = [(left, y)]
    if balk.einde or balk.staat == GESLOTEN:
        points += [(right, y), (right, y + _BAR)]
    else:
        points += [(right, y), (right + _POINT, y + _BAR / 2), (right, y + _BAR)]
    points.append((left, y + _BAR))
    if not balk.begin:
        points.append((left - _POINT + 1, y + _BAR / 2))
    return tuple(points)


def _arrow(x: float, y: float, width: float) -> Ring:
    """What a bar without a known end looks like."""
    end = x + width
    return ((x, y), (end - _POINT, y), (end, y + _BAR / 2), (end - _POINT, y + _BAR), (x, y + _BAR))


def _written(balk: Balk, span: tuple[float, float] | None, columns: Columns, y: float) -> Iterator[Shape]:
    """Name, state and number; and in words when it is, if that is not among the days shown."""
    base, x = y + ROW / 2 + 4, 0.0
    if columns.signs:
        sign = (square if balk.project else disc)(_SIGN / 2, y + ROW / 2, _SIGN)
        yield Polygon(rings=(sign,), fill="secondary")
        x = _SIGN + 4
    yield Text(words=shortened(balk.naam, columns.name), x=x, y=base)
    yield Text(words=_word(balk), x=columns.staat, y=base)
    yield Text(words=format_number(balk.aantal), x=columns.width, y=base, anchor="end", strong=True)
    if not span:
        if balk.begin and balk.begin.toordinal() >= columns.days.high:
            words, at, anchor = _("vanaf {datum}").format(datum=format_date(balk.begin)), columns.days.end, "end"
        elif balk.einde and (balk.begin or balk.staat in (OPEN, GESLOTEN)):
            words, at, anchor = _("tot en met {datum}").format(datum=format_date(balk.einde)), columns.days.start, ""
        else:
            words, at, anchor = _("nog geen datum"), columns.days.start, ""
        x = at - 4 if anchor else at + 4
        yield Text(words=words, x=x, y=base, color="secondary", anchor="end" if anchor else "start", halo="surface")


def _tip(balk: Balk) -> str:
    kind = f" ({balk.soort})" if balk.soort else ""
    said = [f"{balk.groep}, {balk.naam}{kind}: {_word(balk)}"]
    if balk.aantal is not None:
        said.append(_("aantal {n}").format(n=format_number(balk.aantal)))
    if balk.begin:
        said.append(_("vanaf {datum}").format(datum=format_date(balk.begin)))
    said.append(_("tot en met {datum}").format(datum=format_date(balk.einde)) if balk.einde else _("einde onbekend"))
    if balk.termijn:
        said.append(_("overeenkomst of plaats tot en met {datum}").format(datum=format_date(balk.termijn)))
    return ", ".join(said)
