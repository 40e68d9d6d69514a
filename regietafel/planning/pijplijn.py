"""What opens and what ends, month by month, and how many places there are then (domein §4). Exact until it is shown.

Opvang and housing run beside each other and are never added up: a place in an azc is no home.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.opvang import AMV_NIDOS
from regietafel.domain.opvanglocatie import LOCATIESOORTEN
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import gemeente_names
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.opvangstand import REGIO, opvangstand, totalen
from regietafel.queries.opvangstand import TABLES as STANDTABELLEN
from regietafel.queries.staten import Stand, staten_op, zekerheden_op

OPENT, SLUIT, OVEREENKOMST = "opent", "sluit", "overeenkomst_eindigt"
_DAY = datetime.timedelta(days=1)
TABLES = STANDTABELLEN | {"zekerheid", "woonproject"}
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


@dataclass(frozen=True, kw_only=True)
class Pijplijn:
    """From the day ``op`` to and including the month of ``tot``."""

    op: datetime.date
    tot: datetime.date
    zeker: int  # on the day itself
    wonen_zeker: int
    maanden: tuple[Maand, ...]
    zonder_datum: tuple[LocatieRegel, ...]  # not open, not closed, and without a day to come on which it opens


def pijplijn(ledger: Ledger, op: datetime.date, tot: datetime.date) -> Pijplijn:
    """What is known on ``op`` of the locations and projects of the members, to the end of the month of ``tot``.

    A location ends on its last day, or without one on that of its bestuursovereenkomst.
    """
    einde = plain_einde(tot.replace(day=1), 1, "maand") - _DAY
    leden = {each.id for each in ledger.gemeenten.where(lid=True)}
    own = [each for each in locaties(ledger, op) if each.gemeente_id in leden]
    certain = zekerheden_op(ledger, op)
    closing = _closing(ledger, op)
    events = [
        event
        for each in own
        if LOCATIESOORTEN[each.soort] != AMV_NIDOS
        for event in _of_location(each, certain, closing.get(each.id), op)
    ]
    projecten, wonen = _projecten(ledger, certain, leden, op)
    zeker = sum(each.capaciteit or 0 for each in own if each.is_open and LOCATIESOORTEN[each.soort] != AMV_NIDOS)
    return Pijplijn(
        op=op,
        tot=einde,
        zeker=zeker,
        wonen_zeker=wonen,
        maanden=tuple(_maanden(ledger, op, einde, (zeker, wonen), [*events, *projecten])),
        zonder_datum=tuple(
            each
            for each in own
            if not each.is_open and each.staat != GESLOTEN and (each.open_vanaf is None or each.open_vanaf <= op)
        ),
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
    begin = op.replace(day=1)
    while begin <= einde:
        after = plain_einde(begin, 1, "maand")
        found = sorted(
            (each for each in events if max(begin, op + _DAY) <= each.datum < after),
            key=lambda each: (each.datum, each.gemeente, each.naam),
        )
        for each in found:
            sure = each.plekken if each.zekerheid == 100 else 0
            if each.project_id is None:
                zeker, verwacht = zeker + sure, verwacht + each.verwacht
            else:
                wonen, wonen_verwacht = wonen + sure, wonen_verwacht + each.verwacht
        yield Maand(
            begin=begin,
            gebeurtenissen=tuple(found),
            zeker=zeker,
            verwacht=verwacht,
            wonen_zeker=wonen,
            wonen_verwacht=wonen_verwacht,
            opgave=_opgave(ledger, after - _DAY),
        )
        begin = after


def _opgave(ledger: Ledger, dag: datetime.date) -> int | None:
    """What is asked of the region on a day, with its swaps."""
    found = next((each for each in totalen(opvangstand(ledger, dag)) if each.gebied == REGIO), None)
    return None if found is None or found.opgave is None else found.opgave + found.uitruil


def _of_location(
    regel: LocatieRegel, certain: Mapping[str, int], closing: datetime.date | None, op: datetime.date
) -> Iterator[Gebeurtenis]:
    """Its opening and its end, as far as they lie after the day."""
    if regel.staat == GESLOTEN or not regel.capaciteit:
        return
    if regel.is_open:
        zekerheid: int | None = 100
    elif regel.open_vanaf and regel.open_vanaf > op:
        zekerheid = certain.get(regel.staat) if regel.staat else None
        yield _event(regel, regel.open_vanaf, OPENT, regel.capaciteit, zekerheid)
    else:
        return
    ends = [(regel.open_tot + _DAY, SLUIT)] if regel.open_tot else []
    ends += [(closing, SLUIT)] if closing else []
    if not ends and regel.overeenkomst_tot:
        ends = [(regel.overeenkomst_tot + _DAY, OVEREENKOMST)]
    if ends and min(ends)[0] > op:
        yield _event(regel, *min(ends), -regel.capaciteit, zekerheid)


def _event(regel: LocatieRegel, datum: datetime.date, wat: str, plekken: int, zekerheid: int | None) -> Gebeurtenis:
    return Gebeurtenis(
        datum=datum,
        wat=wat,
        locatie_id=regel.id,
        project_id=None,
        gemeente=regel.gemeente,
        naam=regel.naam,
        soort=regel.soort,
        staat=regel.staat,
        plekken=plekken,
        zekerheid=zekerheid,
    )


def _closing(ledger: Ledger, op: datetime.date) -> Mapping[int, datetime.date]:
    """The first day after this one on which the state of a location is to become closed."""
    sql = (
        "SELECT locatie_id, min(vanaf) FROM staatwissel"
        " WHERE locatie_id IS NOT NULL AND staat = ? AND vanaf > ? GROUP BY locatie_id"
    )
    rows = ledger.db.execute(sql, [GESLOTEN, op.isoformat()])
    return {id: datetime.date.fromisoformat(day) for id, day in rows}


def _projecten(
    ledger: Ledger, certain: Mapping[str, int], leden: set[int | None], op: datetime.date
) -> tuple[list[Gebeurtenis], int]:
    """What opens and ends of the projects, and for how many persons there is room now."""
    staten, gemeenten = staten_op(ledger, "project_id", op), gemeente_names(ledger)
    events: list[Gebeurtenis] = []
    now = 0
    for each in ledger.woonprojecten:
        assert each.id is not None
        stand: Stand | None = staten.get(each.id)
        staat = stand.staat if stand else None
        if each.gemeente_id not in leden or staat == GESLOTEN or not each.personen:
            continue
        is_open = staat == OPEN or (staat is None and each.oplevering is not None and each.oplevering <= op)
        if is_open and (each.oplevering or op) <= op <= (each.einde or op):
            now += each.personen
            zekerheid: int | None = 100
            days = []
        elif each.oplevering and each.oplevering > op:
            zekerheid = certain.get(staat) if staat else None
            days = [(each.oplevering, OPENT, each.personen)]
        else:
            continue
        if each.einde and each.einde >= op:
            days.append((each.einde + _DAY, SLUIT, -each.personen))
        events += [
            Gebeurtenis(
                datum=datum,
                wat=wat,
                locatie_id=None,
                project_id=each.id,
                gemeente=gemeenten[each.gemeente_id],
                naam=each.naam,
                soort=each.soort,
                staat=staat,
                plekken=personen,
                zekerheid=zekerheid,
            )
            for datum, wat, personen in days
        ]
    return events, now
