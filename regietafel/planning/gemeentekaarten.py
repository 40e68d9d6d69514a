"""Per gemeente in a few numbers what there is of opvang and homes on a day, what is coming and what ends."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.domain.woonproject import JA, NEE
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.locaties import TABLES as LOCATIETABELLEN
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.woonprojecten import TABLES as PROJECTTABELLEN
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten

TABLES = LOCATIETABELLEN | PROJECTTABELLEN
"""Who shows it asks again when one of these changes."""
_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Einde:
    """The last day of a location or a project, or of its agreement or place when that comes first."""

    datum: datetime.date
    naam: str


@dataclass(frozen=True, kw_only=True)
class Gemeentekaart:
    """One member on a day. Places of opvang; homes and persons in the projects that stand there."""

    gemeente_id: int
    code: str  # GM-code; empty when it has none
    gemeente: str
    locaties: int  # that are open
    plekken: int
    bezet: int | None  # of those, as far as counted
    locaties_komend: int
    plekken_komend: int
    projecten: int  # that are lived in
    personen: int
    projecten_komend: int
    woningen_komend: int
    personen_komend: int
    telt_mee: int  # persons in projects to come that count for this gemeente, wherever they stand
    telt_onbekend: int  # persons likewise, of whom nobody knows whether they count
    einden: tuple[Einde, ...]  # within a year, of what is there now, the first one first


def gemeentekaarten(ledger: Ledger, op: datetime.date) -> tuple[Gemeentekaart, ...]:
    """All members, by name."""
    places, homes = defaultdict(list), defaultdict(list)
    for each in locaties(ledger, op):
        places[each.gemeente_id].append(each)
    projects = woonprojecten(ledger, op)
    for project in projects:
        homes[project.gemeente_id].append(project)
    counts, unknown = Counter[int](), Counter[int]()
    for project in projects:
        if is_komend(project.staat, project.oplevering, op) and not is_bewoond(project, op):
            for id, personen in project.aandelen:
                if project.telt_mee != NEE:
                    (counts if project.telt_mee == JA else unknown)[id] += personen
    found = []
    for member in ledger.gemeenten.where(lid=True):
        assert member.id is not None
        open_ = [each for each in places[member.id] if each.is_open]
        coming = [each for each in places[member.id] if not each.is_open and is_komend(each.staat, each.open_vanaf, op)]
        used = [each for each in homes[member.id] if is_bewoond(each, op)]
        rest = [each for each in homes[member.id] if not is_bewoond(each, op)]
        built = [each for each in rest if is_komend(each.staat, each.oplevering, op)]
        known = [each.bezet for each in open_ if each.bezet is not None]
        kaart = Gemeentekaart(
            gemeente_id=member.id,
            code=member.gm_code or "",
            gemeente=member.naam,
            locaties=len(open_),
            plekken=sum(each.capaciteit or 0 for each in open_),
            bezet=sum(known) if known else None,
            locaties_komend=len(coming),
            plekken_komend=sum(each.capaciteit or 0 for each in coming),
            projecten=len(used),
            personen=sum(each.personen or 0 for each in used),
            projecten_komend=len(built),
            woningen_komend=sum(each.eenheden or 0 for each in built),
            personen_komend=sum(each.personen or 0 for each in built),
            telt_mee=counts[member.id],
            telt_onbekend=unknown[member.id],
            einden=tuple(sorted(_einden(open_, used, op), key=lambda each: (each.datum, sort_key(each.naam)))),
        )
        found.append(kaart)
    return tuple(sorted(found, key=lambda each: sort_key(each.gemeente)))


def is_bewoond(regel: ProjectRegel, op: datetime.date) -> bool:
    """Whether a project is there on the day; without a state its dates say so (as for the pipeline)."""
    known = regel.staat == OPEN or (regel.staat is None and regel.oplevering is not None)
    return known and (regel.oplevering or op) <= op <= (regel.einde or op)


def is_komend(staat: str | None, begin: datetime.date | None, op: datetime.date) -> bool:
    """Whether what is not open is still to open: it is on its way, or its day has yet to come."""
    return staat != GESLOTEN and (staat not in (None, OPEN) or (begin is not None and begin > op))


def _einden(open_: Iterable[LocatieRegel], used: Iterable[ProjectRegel], op: datetime.date) -> Iterator[Einde]:
    days = [(each.naam, (each.open_tot, each.overeenkomst_tot)) for each in open_]
    days += [(each.naam, (each.einde, each.plaats_tot)) for each in used]
    for naam, ends in days:
        first = min((day for day in ends if day and op <= day), default=None)
        if first and first < op + _YEAR:
            yield Einde(datum=first, naam=naam)
