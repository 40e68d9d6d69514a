"""The supply a half-year may count on, per gemeente: what opens, and who must be housed again when a form ends."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from regietafel.domain.periode import Periode
from regietafel.domain.prognose import Aanbod
from regietafel.domain.staat import GESLOTEN
from regietafel.domain.woonproject import JA, NEE, WOONVORMEN
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten
from regietafel.value import Value

_DAY = datetime.timedelta(days=1)
ZEKER = 100


class Reden(StrEnum):
    """Why supply is not counted, while it might be."""

    TELT_MEE = _("of het meetelt, is onbekend")
    OPLEVERING = _("de oplevering is onbekend")
    TE_LAAT = _("de oplevering is voorbij, maar het is niet open")
    AANTAL = _("het aantal vergunninghouders is onbekend")
    ZEKERHEID = _("hoe zeker het is, is onbekend")
    TERMIJN = _("hoelang iemand in een HAR blijft, is onbekend")


class Onzeker(Value):
    """Supply that is not counted, as in :class:`Aanbod`; None is unknown."""

    reden: Reden
    omschrijving: str
    personen: int | None
    datum: datetime.date | None = None


class Aanbodstand(Value):
    """What is known of the supply of a half-year, per gemeente id, by day."""

    telt: Mapping[int, Sequence[Aanbod]]
    onzeker: Mapping[int, Sequence[Onzeker]]


Event = tuple[int, Aanbod | Onzeker]


def aanbod(ledger: Ledger, periode: Periode, op: datetime.date) -> Mapping[int, Sequence[Aanbod]]:
    """The supply that counts in ``periode`` by what is known on ``op``, per gemeente id; what ends is negative."""
    return aanbodstand(ledger, periode, op).telt


def aanbodstand(ledger: Ledger, periode: Periode, op: datetime.date) -> Aanbodstand:
    """As :func:`aanbod`, with what is not counted and why."""
    telt: defaultdict[int, list[Aanbod]] = defaultdict(list)
    onzeker: defaultdict[int, list[Onzeker]] = defaultdict(list)
    for regel in woonprojecten(ledger, op):
        for gemeente_id, each in () if regel.telt_mee == NEE else _events(regel, op):
            if isinstance(each, Aanbod):
                if periode.begin <= each.datum <= periode.einde:
                    telt[gemeente_id].append(each)
            elif op <= periode.einde if each.datum is None else periode.begin <= each.datum <= periode.einde:
                onzeker[gemeente_id].append(each)
    return Aanbodstand(
        telt={id: tuple(sorted(rows, key=lambda each: each.datum)) for id, rows in telt.items()},
        onzeker={id: tuple(rows) for id, rows in onzeker.items()},
    )


def _events(regel: ProjectRegel, op: datetime.date) -> Iterator[Event]:
    """Per gemeente id what the project brings and takes, on whatever day; a HAR by the groups that come into it."""
    naam = WOONVORMEN[regel.soort].partition(" (")[0] + " " + regel.naam
    if regel.staat is None and not regel.open_sinds:
        naam += _(" (staat onbekend, gerekend als idee)")
    yield from _groups(regel, naam, op) if regel.harinstromen else _homes(regel, naam, op)


def _homes(regel: ProjectRegel, naam: str, op: datetime.date) -> Iterator[Event]:
    """All its homes open on one day, and end on one."""
    begin, einde = regel.opening, _sluiting(regel)
    reden = _why_not(regel, begin, op)
    if (regel.staat == GESLOTEN and not regel.open_sinds) or (reden and einde and einde <= op):
        return  # it never opened, or it is not known to have
    zekerheid = ZEKER if regel.open_sinds else regel.zekerheid  # what was open, was there
    if not regel.aandelen and regel.vergunninghouders is None:
        yield regel.gemeente_id, Onzeker(reden=Reden.AANTAL, omschrijving=naam, personen=None, datum=begin)
    for id, personen in regel.aandelen:
        if reden or not begin:
            yield id, Onzeker(reden=reden or Reden.OPLEVERING, omschrijving=naam, personen=personen)
            continue
        yield id, _event(regel, naam, begin, personen, zekerheid)
        if einde:
            yield id, _event(regel, naam, max(einde, begin), -personen, zekerheid)


def _why_not(regel: ProjectRegel, begin: datetime.date | None, op: datetime.date) -> Reden | None:
    """Why nothing can be said of the day on which it opens."""
    if begin is None:
        return Reden.OPLEVERING
    return Reden.TE_LAAT if begin < op and not regel.open_sinds else None


def _groups(regel: ProjectRegel, naam: str, op: datetime.date) -> Iterator[Event]:
    """Who came into a HAR counts from that day; who is still there when the time is over must be housed again."""
    dicht = _sluiting(regel)
    for groep in regel.harinstromen:
        id, zekerheid = groep.gemeente_id, ZEKER if groep.begin <= op else regel.zekerheid
        yield id, _event(regel, naam, groep.begin, groep.aantal, zekerheid)
        if not groep.over:
            continue
        if groep.einde:
            over = groep.einde + _DAY
            yield id, _event(regel, naam, max(min(over, dicht or over), groep.begin), -groep.over, zekerheid)
        else:
            yield id, Onzeker(reden=Reden.TERMIJN, omschrijving=naam, personen=-groep.over)


def _event(
    regel: ProjectRegel, naam: str, datum: datetime.date, personen: int, zekerheid: int | None
) -> Aanbod | Onzeker:
    if regel.telt_mee != JA:
        return Onzeker(reden=Reden.TELT_MEE, omschrijving=naam, personen=personen, datum=datum)
    if zekerheid is None:
        return Onzeker(reden=Reden.ZEKERHEID, omschrijving=naam, personen=personen, datum=datum)
    return Aanbod(datum=datum, personen=personen, zekerheid=zekerheid, omschrijving=naam)


def _sluiting(regel: ProjectRegel) -> datetime.date | None:
    """The first day that nobody lives there."""
    days = [regel.einde + _DAY] if regel.einde else []
    if regel.staat == GESLOTEN and regel.staat_vanaf:
        days.append(regel.staat_vanaf)
    return min(days, default=None)
