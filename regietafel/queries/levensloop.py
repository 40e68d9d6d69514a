"""What happened to an agreement, day by day: its facts in words, up to the day it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from regietafel.domain.behandeling import ADRESSATEN, Verwerking
from regietafel.i18n import _, format_date
from regietafel.queries.herverdelingen import HerverdelingBlad, Partijregel


@dataclass(frozen=True)
class Gebeurtenis:
    """One fact."""

    datum: datetime.date
    wat: str


def levensloop(view: HerverdelingBlad) -> tuple[Gebeurtenis, ...]:
    """Every fact known on ``view.op``, oldest first; of one day in the order in which they must come."""
    facts = [fact for fact in _facts(view) if fact.datum <= view.op]
    return tuple(sorted(facts, key=lambda fact: fact.datum))


def _facts(view: HerverdelingBlad) -> Iterator[Gebeurtenis]:
    for step in (_voorlegging, _besluit, _bekendmaking):
        for partij in view.partijen:
            yield from step(partij)
    if view.herverdeling.ingetrokken_op:
        yield _fact(view.herverdeling.ingetrokken_op, _("Ingetrokken"), view.herverdeling.reden_intrekking)
    for told in view.kennisgevingen:
        sent = _("Kennisgeving aan {naam}").format(naam=ADRESSATEN[told.aan])
        received = _("ontvangst bevestigd op {datum}").format(datum=format_date(told.ontvangst_op))
        yield _fact(told.datum, sent, told.wijze, received if _known(told.ontvangst_op, view.op) else "")
    if view.in_werking_op:
        yield _fact(view.in_werking_op, _("In werking"))
    yield from map(_verwerking, view.verwerkingen)


def _voorlegging(partij: Partijregel) -> Iterator[Gebeurtenis]:
    if partij.behandeling.voorgelegd_op:
        yield _fact(partij.behandeling.voorgelegd_op, _("Voorgelegd aan het college van {naam}"), naam=partij.gemeente)


def _besluit(partij: Partijregel) -> Iterator[Gebeurtenis]:
    facts = partij.behandeling
    if facts.besluit_op and facts.geweigerd:
        yield _fact(facts.besluit_op, _("Geweigerd door het college van {naam}"), facts.reden, naam=partij.gemeente)
    elif facts.besluit_op:
        said = _("Besluit van het college van {naam}")
        yield _fact(facts.besluit_op, said, facts.besluitnummer, facts.ondertekenaar, naam=partij.gemeente)


def _bekendmaking(partij: Partijregel) -> Iterator[Gebeurtenis]:
    facts = partij.behandeling
    if facts.bekendgemaakt_op:
        yield _fact(facts.bekendgemaakt_op, _("Bekendgemaakt door {naam}"), facts.vindplaats, naam=partij.gemeente)


def _verwerking(said: Verwerking) -> Gebeurtenis:
    return _fact(said.datum, _("Afgekeurd door het COA") if said.afgekeurd else _("Verwerkt door het COA"), said.reden)


def _fact(datum: datetime.date, wat: str, *more: str, naam: str = "") -> Gebeurtenis:
    return Gebeurtenis(datum, ", ".join(filter(None, (wat.format(naam=naam), *more))))


def _known(day: datetime.date | None, op: datetime.date) -> bool:
    return day is not None and day <= op
