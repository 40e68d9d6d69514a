"""The timeline of locations and projects: a bar from opening to end, per gemeente, and the day one looks from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from regietafel.catalog.vooruit import TIJDLIJN
from regietafel.domain.staat import OPEN
from regietafel.figures.layout import nothing
from regietafel.figures.shapes import Figuur, Shape
from regietafel.figures.tijdlijnbeeld import DAYS, HEAD, ROW, Balk, columns_of, height_of, legend_of, stretch
from regietafel.i18n import _, enumerate_some, format_date_long, format_number, sort_key

_STRETCH, _BETWEEN = 480.0, 8.0  # after so much the days stand there again: in a window that scrolls one sees them


def tijdlijn(
    balken: Sequence[Balk], *, titel: str, op: datetime.date, breedte: float = 600.0, hoogte: float = 320.0
) -> Figuur:
    """All bars under each other, by gemeente and begin; as high as they need. States are those of ``op``."""
    if not balken:
        return _figuur(titel, _zin(balken, op), (), nothing(_zin(balken, op), breedte, hoogte), (breedte, hoogte))
    balken = _ordered(balken)
    columns = columns_of(balken, op, breedte)
    key, y = legend_of(balken, columns)
    shapes = [*key]
    for rows in _stretches(balken, _STRETCH):
        shapes += stretch(rows, columns, y)
        y += DAYS + height_of(rows) + _BETWEEN
    return _figuur(titel, _zin(balken, op), balken, tuple(shapes), (columns.width, max(y, hoogte)))


def tijdlijnen(
    balken: Sequence[Balk], *, titel: str, op: datetime.date, breedte: float = 600.0, hoogte: float = 640.0
) -> tuple[Figuur, ...]:
    """The same for paper: as many pictures as pages are needed, none higher than ``hoogte``, all with the same days."""
    if not balken:
        return (tijdlijn(balken, titel=titel, op=op, breedte=breedte, hoogte=80.0),)
    columns = columns_of(balken, op, breedte)
    key, top = legend_of(balken, columns)
    pages = _stretches(_ordered(balken), hoogte - top - DAYS)
    found = []
    for number, page in enumerate(pages, start=1):
        shown = tuple(balk for _title, rows in page for balk in rows)
        called = _("{titel} ({n} van {all})").format(titel=titel, n=number, all=len(pages))
        zin = _zin(balken, op) if number == 1 else _zin_vervolg(shown)
        shapes = (*key, *stretch(page, columns, top))
        size = (columns.width, top + DAYS + height_of(page))
        found.append(_figuur(called if len(pages) > 1 else titel, zin, shown, shapes, size))
    return tuple(found)


def _figuur(
    titel: str, zin: str, rijen: Sequence[Balk], shapes: tuple[Shape, ...], size: tuple[float, float]
) -> Figuur:
    return Figuur(
        titel=titel, zin=zin, velden=TIJDLIJN, rijen=tuple(rijen), breedte=size[0], hoogte=size[1], vormen=shapes
    )


def _zin(balken: Sequence[Balk], op: datetime.date) -> str:
    if not balken:
        return _("Er zijn nog geen locaties of projecten.")
    year = datetime.timedelta(days=365)
    is_open = sum(balk.staat == OPEN for balk in balken)
    coming = sum(bool(balk.begin and op < balk.begin <= op + year) for balk in balken)
    ending = sum(bool(balk.einde and op <= balk.einde < op + year) for balk in balken)
    term = sum(bool(balk.termijn and op <= balk.termijn < op + year) for balk in balken)
    said = _("Op {datum}: {alle}, waarvan {open} open.").format(
        datum=format_date_long(op), alle=_counted(balken), open=format_number(is_open)
    )
    said += " " + _("In het jaar daarna: {coming} met een opening, {ending} met een einde.").format(
        coming=format_number(coming), ending=format_number(ending)
    )
    if term:
        said += " " + _("Van {n} loopt in dat jaar de overeenkomst of de plaats af.").format(n=format_number(term))
    return said


def _zin_vervolg(balken: Sequence[Balk]) -> str:
    namen = list(dict.fromkeys(balk.groep for balk in balken))
    return _("Vervolg, {alle}: {namen}.").format(alle=_counted(balken), namen=enumerate_some(namen))


def _counted(balken: Sequence[Balk]) -> str:
    projects = sum(balk.project for balk in balken)
    places = len(balken) - projects
    said = []
    if places:
        said.append(_("1 locatie") if places == 1 else _("{n} locaties").format(n=format_number(places)))
    if projects:
        said.append(_("1 project") if projects == 1 else _("{n} projecten").format(n=format_number(projects)))
    return _(" en ").join(said)


def _ordered(balken: Sequence[Balk]) -> tuple[Balk, ...]:
    """By gemeente; in it first the locations, by the day they open."""
    last = datetime.date.max
    return tuple(
        sorted(
            balken,
            key=lambda balk: (sort_key(balk.groep), balk.project, balk.begin or last, sort_key(balk.naam), balk.key),
        )
    )


_Rows = list[tuple[str, list[Balk]]]  # by heading


def _stretches(balken: Sequence[Balk], room: float) -> list[_Rows]:
    """The bars, in their order, in pieces no higher than ``room``; a gemeente that is cut has its name again."""
    pieces: list[_Rows] = [[]]
    left = room
    for groep, rows in groupby(balken, key=lambda balk: balk.groep):
        waiting, title = list(rows), groep
        while waiting:
            fits = int((left - HEAD) // ROW)
            if fits < min(len(waiting), 2) and pieces[-1]:  # no heading with one bar at the foot
                pieces.append([])
                left = room
                continue
            now, waiting = waiting[: max(fits, 1)], waiting[max(fits, 1) :]
            pieces[-1].append((title, now))
            left -= HEAD + len(now) * ROW
            title = _("{gemeente} (vervolg)").format(gemeente=groep)
    return pieces
