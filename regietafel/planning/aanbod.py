"""The supply a half-year may count on, per gemeente: what opens, and who must be housed again when a form ends."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from regietafel.catalog.woonvorm import WOONVORMEN
from regietafel.domain.periode import Periode
from regietafel.domain.prognose import Aanbod
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.domain.woonproject import JA, NEE
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import HarRegel, ProjectRegel, woonprojecten

_DAY = datetime.timedelta(days=1)


class Reden(StrEnum):
    """Why supply is not counted, while it might be."""

    TELT_MEE = _("of het meetelt, is onbekend")
    OPLEVERING = _("de oplevering is onbekend")
    TE_LAAT = _("de oplevering is voorbij, maar het is niet open")
    AANTAL = _("het aantal vergunninghouders is onbekend")
    ZEKERHEID = _("hoe zeker het is, is onbekend")


@dataclass(frozen=True, kw_only=True)
class Onzeker:
    """Supply that is not counted; as in :class:`Aanbod`, None is unknown."""

    reden: Reden
    omschrijving: str
    personen: int | None
    datum: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Aanbodstand:
    """What is known of the supply of a half-year, per gemeente id, by day."""

    telt: Mapping[int, tuple[Aanbod, ...]]
    onzeker: Mapping[int, tuple[Onzeker, ...]]


def aanbod(ledger: Ledger, periode: Periode, op: datetime.date) -> Mapping[int, tuple[Aanbod, ...]]:
    """The supply that counts in ``periode`` by what is known on ``op``, per gemeente id; what ends is negative."""
    return aanbodstand(ledger, periode, op).telt


def aanbodstand(ledger: Ledger, periode: Periode, op: datetime.date) -> Aanbodstand:
    """As :func:`aanbod`, with what is not counted and why."""
    telt: defaultdict[int, list[Aanbod]] = defaultdict(list)
    onzeker: defaultdict[int, list[Onzeker]] = defaultdict(list)
    for regel in woonprojecten(ledger, op):
        for gemeente_id, each in _events(regel, op):
            if isinstance(each, Aanbod):
                if periode.begin <= each.datum <= periode.einde:
                    telt[gemeente_id].append(each)
            elif periode.begin <= (each.datum or op) <= periode.einde or (each.datum is None and op < periode.begin):
                onzeker[gemeente_id].append(each)
    return Aanbodstand(
        telt={id: tuple(sorted(rows, key=lambda each: each.datum)) for id, rows in telt.items()},
        onzeker={id: tuple(rows) for id, rows in onzeker.items()},
    )


Event = tuple[int, Aanbod | Onzeker]


def _events(regel: ProjectRegel, op: datetime.date) -> Iterator[Event]:
    """Per gemeente id what the project brings and takes, on whatever day."""
    if regel.telt_mee == NEE:
        return
    yield from _groups(regel, op) if regel.harinstromen else _homes(regel, op)


def _homes(regel: ProjectRegel, op: datetime.date) -> Iterator[Event]:
    naam, begin, einde = _naam(regel), _opening(regel), _sluiting(regel)
    was_open = regel.staat == OPEN or (regel.staat == GESLOTEN and regel.open_sinds is not None)
    if regel.staat == GESLOTEN and not was_open:
        return
    if regel.vergunninghouders is None and not regel.aandelen:
        yield regel.gemeente_id, Onzeker(reden=Reden.AANTAL, omschrijving=naam, personen=None, datum=begin)
        return
    for id, personen in regel.aandelen:
        reden = None
        if begin is None:
            reden = Reden.OPLEVERING
        elif begin < op and not was_open and regel.staat is not None:
            reden = Reden.TE_LAAT
        if reden:
            yield id, Onzeker(reden=reden, omschrijving=naam, personen=personen)
            continue
        assert begin
        yield id, _event(regel, naam, begin, personen, 100 if was_open else regel.zekerheid)
        if einde:
            yield id, _event(regel, naam, einde, -personen, 100 if was_open else regel.zekerheid)


def _groups(regel: ProjectRegel, op: datetime.date) -> Iterator[Event]:
    """Who came into a HAR counts from that day; who is still there when the time is over must be housed again."""
    naam, dicht = _naam(regel), _sluiting(regel)
    for groep in regel.harinstromen:
        zekerheid = 100 if groep.begin <= op else regel.zekerheid
        yield groep.gemeente_id, _event(regel, naam, groep.begin, groep.aantal, zekerheid)
        if groep.over and (terug := _terug(groep, dicht)):
            yield groep.gemeente_id, _event(regel, naam, terug, -groep.over, zekerheid)


def _event(
    regel: ProjectRegel, naam: str, datum: datetime.date, personen: int, zekerheid: int | None
) -> Aanbod | Onzeker:
    if regel.telt_mee != JA:
        return Onzeker(reden=Reden.TELT_MEE, omschrijving=naam, personen=personen, datum=datum)
    if zekerheid is None:
        return Onzeker(reden=Reden.ZEKERHEID, omschrijving=naam, personen=personen, datum=datum)
    return Aanbod(datum=datum, personen=personen, zekerheid=zekerheid, omschrijving=naam)


def _opening(regel: ProjectRegel) -> datetime.date | None:
    """The day it opened or is to open: the first of the day planned and the day it was said to be open."""
    return min((each for each in (regel.oplevering, regel.open_sinds) if each), default=None)


def _sluiting(regel: ProjectRegel) -> datetime.date | None:
    """The first day that nobody lives there."""
    days = [regel.einde + _DAY] if regel.einde else []
    if regel.staat == GESLOTEN and regel.staat_vanaf:
        days.append(regel.staat_vanaf)
    return min(days, default=None)


def _terug(groep: HarRegel, dicht: datetime.date | None) -> datetime.date | None:
    days = [each for each in (groep.einde + _DAY if groep.einde else None, dicht) if each]
    return max(min(days), groep.begin) if days else None


def _naam(regel: ProjectRegel) -> str:
    """``tussenvoorziening Hof van Borne``."""
    naam = f"{WOONVORMEN[regel.soort]} {regel.naam}"
    if regel.staat is None and not (regel.oplevering and regel.zekerheid == 100):
        naam += _(" (staat onbekend, gerekend als idee)")
    return naam
