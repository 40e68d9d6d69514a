"""What opens and what ends, month by month, and how many places there are then (domein §4). Exact until it is shown.

Opvang and housing run beside each other and are never added up: a place in an azc is no home.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from regietafel.domain.afronding import rounded
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.opvang import AMV_NIDOS
from regietafel.domain.opvanglocatie import LOCATIESOORTEN
from regietafel.domain.staat import GESLOTEN, IDEE
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.opvangstand import TABLES as STANDTABELLEN
from regietafel.queries.opvangstand import regio_opgaven
from regietafel.queries.staten import zekerheden_op
from regietafel.queries.woonprojecten import TABLES as PROJECTTABELLEN
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten

OPENT, SLUIT, OVEREENKOMST = "opent", "sluit", "overeenkomst_eindigt"
_DAY = datetime.timedelta(days=1)
TABLES = STANDTABELLEN | PROJECTTABELLEN
"""Who shows it asks again when one of these changes."""


@dataclass(frozen=True, kw_only=True)
class Gebeurtenis:
    """A location or a project opens or ends; it has one of the two ids."""

    datum: datetime.date  # the first day of how it is then
    wat: str  # OPENT, SLUIT or OVEREENKOMST
    locatie_id: int | None
    project_id: int | None
    gemeente: str
    naam: str
    soort: str
    staat: str | None
    plekken: int  # positive when they come, negative when they go; of a project persons
    zekerheid: int | None  # percent; None when nobody said how certain its state makes it: then it is not expected

    @property
    def verwacht(self) -> Fraction:
        """The places times the certainty."""
        return Fraction(self.plekken * (self.zekerheid or 0), 100)


@dataclass(frozen=True, kw_only=True)
class Maand:
    """One month, and where it ends."""

    begin: datetime.date  # its first day
    gebeurtenissen: tuple[Gebeurtenis, ...]
    zeker: int  # places of opvang on its last day, of what is open now or sure to open
    verwacht: Fraction  # the same, with what may open times its certainty
    wonen_zeker: int  # persons in projects, likewise
    wonen_verwacht: Fraction
    opgave: int | None  # of the region on that day, without amv Nidos

    @property
    def verwacht_plekken(self) -> int:
        """``verwacht`` in whole places, as it is shown."""
        return rounded(self.verwacht)


@dataclass(frozen=True, kw_only=True)
class Pijplijn:
    """From the day ``op`` to and including the month of ``tot``."""

    op: datetime.date
    tot: datetime.date
    zeker: int  # on the day itself
    wonen_zeker: int
    locaties: tuple[LocatieRegel, ...]  # of the members as they are that day, without amv Nidos
    projecten: tuple[ProjectRegel, ...]  # likewise
    maanden: tuple[Maand, ...]
    zonder_plekken: tuple[LocatieRegel, ...]  # to open in these months, but nobody knows with how many places
    zonder_datum: tuple[LocatieRegel, ...]  # not open yet, and without a day to come on which it opens


def pijplijn(ledger: Ledger, op: datetime.date, tot: datetime.date, *, wonen: bool = True) -> Pijplijn:
    """What is known on ``op`` of the locations and projects of the members, to the end of the month of ``tot``.

    Who shows opvang alone asks for no ``wonen``: then there are no projects in it. A location ends on its last day, or
    without one on that of its bestuursovereenkomst. What is to come and has no state is reckoned as an idee.
    """
    einde = plain_einde(tot.replace(day=1), 1, "maand") - _DAY
    leden = {each.id for each in ledger.gemeenten.where(lid=True)}
    own = (each for each in locaties(ledger, op) if each.gemeente_id in leden)
    opvang = [each for each in own if LOCATIESOORTEN[each.soort] != AMV_NIDOS]
    projecten = [each for each in woonprojecten(ledger, op) if each.gemeente_id in leden] if wonen else []
    certain, closing = zekerheden_op(ledger, op), _closing(ledger, op)
    events = [event for each in opvang for event in _of_location(each, certain, closing.get(each.id), op)]
    events += [event for each in projecten for event in _of_project(each, op)]
    zeker = sum(each.capaciteit or 0 for each in opvang if each.is_open)
    wonen_zeker = sum(each.personen or 0 for each in projecten if _is_open(each, op))
    return Pijplijn(
        op=op,
        tot=einde,
        zeker=zeker,
        wonen_zeker=wonen_zeker,
        locaties=tuple(opvang),
        projecten=tuple(projecten),
        maanden=tuple(_maanden(ledger, op, einde, (zeker, wonen_zeker), events)),
        zonder_plekken=tuple(
            each
            for each in opvang
            if each.capaciteit is None and each.staat != GESLOTEN and each.open_vanaf and op < each.open_vanaf <= einde
        ),
        zonder_datum=tuple(each for each in opvang if _is_waiting(each, op)),
    )


def _maanden(
    ledger: Ledger,
    op: datetime.date,
    einde: datetime.date,
    now: tuple[int, int],  # places of opvang, and persons in projects
    events: Sequence[Gebeurtenis],
) -> Iterator[Maand]:
    zeker, wonen = now
    verwacht, wonen_verwacht = Fraction(zeker), Fraction(wonen)
    begins = list(_begins(op, einde))
    opgaven = regio_opgaven(ledger, [after - _DAY for _begin, after in begins])
    found: defaultdict[datetime.date, list[Gebeurtenis]] = defaultdict(list)  # by the first day of the month
    for event in sorted(events, key=lambda each: (each.datum, sort_key(each.gemeente), sort_key(each.naam))):
        found[event.datum.replace(day=1)].append(event)
    for begin, after in begins:
        for each in found[begin]:
            sure = each.plekken if each.zekerheid == 100 else 0
            if each.project_id is None:
                zeker, verwacht = zeker + sure, verwacht + each.verwacht
            else:
                wonen, wonen_verwacht = wonen + sure, wonen_verwacht + each.verwacht
        yield Maand(
            begin=begin,
            gebeurtenissen=tuple(found[begin]),
            zeker=zeker,
            verwacht=verwacht,
            wonen_zeker=wonen,
            wonen_verwacht=wonen_verwacht,
            opgave=opgaven[after - _DAY],
        )


def _begins(op: datetime.date, einde: datetime.date) -> Iterator[tuple[datetime.date, datetime.date]]:
    """The first days of every month and of the next."""
    begin = op.replace(day=1)
    while begin <= einde:
        after = plain_einde(begin, 1, "maand")
        yield begin, after
        begin = after


def _of_location(
    regel: LocatieRegel, certain: Mapping[str, int], closing: datetime.date | None, op: datetime.date
) -> Iterator[Gebeurtenis]:
    """Its opening and its end, as far as they lie after the day."""
    if regel.staat == GESLOTEN or not regel.capaciteit:
        return
    if regel.is_open:
        zekerheid: int | None = 100
    elif regel.open_vanaf and regel.open_vanaf > op:
        zekerheid = certain.get(regel.staat or IDEE)
        yield _event(regel, regel.open_vanaf, OPENT, regel.capaciteit, zekerheid)
    else:
        return
    ends = [(regel.open_tot + _DAY, SLUIT)] if regel.open_tot else []
    ends += [(closing, SLUIT)] if closing else []
    if not ends and regel.overeenkomst_tot:
        ends = [(regel.overeenkomst_tot + _DAY, OVEREENKOMST)]
    if ends and min(ends)[0] > op:
        yield _event(regel, *min(ends), -regel.capaciteit, zekerheid)


def _closing(ledger: Ledger, op: datetime.date) -> Mapping[int, datetime.date]:
    """The first day after this one on which the state of a location is to become closed."""
    sql = (
        "SELECT locatie_id, min(vanaf) FROM staatwissel"
        " WHERE locatie_id IS NOT NULL AND staat = ? AND vanaf > ? GROUP BY locatie_id"
    )
    rows = ledger.db.execute(sql, [GESLOTEN, op.isoformat()])
    return {id: datetime.date.fromisoformat(day) for id, day in rows}


def _is_waiting(regel: LocatieRegel, op: datetime.date) -> bool:
    """Whether it may open, while nobody knows when."""
    if regel.is_open or regel.staat == GESLOTEN or (regel.open_tot and regel.open_tot < op):
        return False
    return regel.open_vanaf is None or regel.open_vanaf <= op


def _of_project(regel: ProjectRegel, op: datetime.date) -> Iterator[Gebeurtenis]:
    """As :func:`_of_location`, in persons."""
    if regel.staat == GESLOTEN or not regel.personen:
        return
    einde = regel.einde + _DAY if regel.einde else None
    if not regel.open_sinds:
        if regel.oplevering is None or regel.oplevering <= op:
            return
        yield _event(regel, regel.oplevering, OPENT, regel.personen, regel.zekerheid)
    if einde and einde > op:
        yield _event(regel, einde, SLUIT, -regel.personen, regel.zekerheid)


def _is_open(regel: ProjectRegel, op: datetime.date) -> bool:
    return regel.open_sinds is not None and regel.staat != GESLOTEN and op <= (regel.einde or op)


def _event(
    regel: LocatieRegel | ProjectRegel, datum: datetime.date, wat: str, plekken: int, zekerheid: int | None
) -> Gebeurtenis:
    return Gebeurtenis(
        datum=datum,
        wat=wat,
        locatie_id=regel.id if isinstance(regel, LocatieRegel) else None,
        project_id=regel.id if isinstance(regel, ProjectRegel) else None,
        gemeente=regel.gemeente,
        naam=regel.naam,
        soort=regel.soort,
        staat=regel.staat,
        plekken=plekken,
        zekerheid=zekerheid,
    )
