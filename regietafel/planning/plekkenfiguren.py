"""The pictures of locations and projects on a day, from the rows of the file, to be laid out at any size."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.shapes import Figuur
from regietafel.figures.stapel import stapel
from regietafel.figures.tijdlijn import tijdlijn
from regietafel.figures.tijdlijnbeeld import Balk
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.planning.gemeentekaarten import gemeentekaarten, is_bewoond
from regietafel.planning.opvangfiguren import balken, punten, stapelpunten
from regietafel.planning.pijplijn import Pijplijn, pijplijn
from regietafel.queries.locaties import locaties
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten

_AHEAD = 24  # months that a stack looks ahead
OPVANG, WONEN = "opvang", "woonvormen"
BOTH = frozenset({OPVANG, WONEN})


def tijdlijn_maker(
    ledger: Ledger, op: datetime.date, gemeente_id: int | None, *, titel: str, wat: frozenset[str] = BOTH
) -> Callable[[float, float], Figuur]:
    """Locations, projects or both of ``wat``: of all gemeenten, or of one."""
    bars = tijdlijn_balken(ledger, op, gemeente_id, wat)
    return lambda breedte, hoogte: tijdlijn(bars, titel=titel, op=op, breedte=breedte, hoogte=hoogte)


def tijdlijn_balken(
    ledger: Ledger, op: datetime.date, gemeente_id: int | None = None, wat: frozenset[str] = BOTH
) -> list[Balk]:
    """The bars of :func:`tijdlijn_maker`, for who draws them himself."""
    places = locaties(ledger, op) if OPVANG in wat else ()
    homes = woonprojecten(ledger, op) if WONEN in wat else ()
    return [
        *balken(each for each in places if gemeente_id in (None, each.gemeente_id)),
        *projectbalken(each for each in homes if gemeente_id in (None, each.gemeente_id)),
    ]


def projectbalken(rows: Iterable[ProjectRegel]) -> Iterator[Balk]:
    """A bar for every project."""
    for each in rows:
        yield Balk(
            key=f"project/{each.id}",
            groep=each.gemeente,
            naam=each.naam,
            soort=WOONVORMEN[each.soort],
            project=True,
            staat=each.staat or "",
            aantal=each.personen,
            begin=each.oplevering,
            einde=each.einde,
            termijn=each.plaats_tot,
        )


def stapel_opvang(ledger: Ledger, op: datetime.date, *, titel: str) -> Callable[[float, float], Figuur]:
    """The places of opvang of the members month by month against the opgave of the region, without amv Nidos."""
    rows = stapelpunten(_ahead(ledger, op, wonen=False))
    return lambda breedte, hoogte: stapel(rows, titel=titel, eenheid=_("plekken"), breedte=breedte, hoogte=hoogte)


def stapel_wonen(ledger: Ledger, op: datetime.date, *, titel: str) -> Callable[[float, float], Figuur]:
    """The persons for whom the projects of the members have room, month by month."""
    ahead, now = _ahead(ledger, op), Counter[str]()
    for each in ahead.projecten:
        if is_bewoond(each, op):
            now[each.soort] += each.personen or 0
    rows = punten(ahead, now, WOONVORMEN, wonen=True)
    return lambda breedte, hoogte: stapel(rows, titel=titel, eenheid=_("personen"), breedte=breedte, hoogte=hoogte)


def kaart_opvang(ledger: Ledger, op: datetime.date, *, titel: str) -> Callable[[float, float], Figuur]:
    """Per gemeente the places of opvang that are there and that are to come."""
    plekken = [
        Locatieplek(
            code=each.code,
            gemeente=each.gemeente,
            aantal=each.locaties + each.locaties_komend,
            nu=each.plekken,
            komend=each.plekken_komend,
        )
        for each in gemeentekaarten(ledger, op)
    ]
    return lambda breedte, hoogte: locatiekaart(plekken, titel=titel, breedte=breedte, hoogte=hoogte)


def kaart_wonen(ledger: Ledger, op: datetime.date, *, titel: str) -> Callable[[float, float], Figuur]:
    """Per gemeente the persons for whom projects that stand there have room, and will have."""
    plekken = [
        Locatieplek(
            code=each.code,
            gemeente=each.gemeente,
            aantal=each.projecten + each.projecten_komend,
            nu=each.personen,
            komend=each.personen_komend,
        )
        for each in gemeentekaarten(ledger, op)
    ]
    return lambda breedte, hoogte: locatiekaart(plekken, titel=titel, wonen=True, breedte=breedte, hoogte=hoogte)


def _ahead(ledger: Ledger, op: datetime.date, *, wonen: bool = True) -> Pijplijn:
    return pijplijn(ledger, op, plain_einde(op, _AHEAD, "maand"), wonen=wonen)
