"""What the chair wants to know at a glance: who is behind, what changed since the last count, what is still open."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from regietafel.domain.periode import Periode
from regietafel.domain.prognose import REEKS_GRENS, Verloop
from regietafel.i18n import _, enumerate_some, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.planning.prognose import Prognose, PrognoseRegel, prognose
from regietafel.queries.herverdelingen import herverdelingen, summarise
from regietafel.queries.klokken import termijnen_ontbreken
from regietafel.queries.stand import Stand, StandRegel, peildata, stand
from regietafel.value import Value

_DELEN = 3  # overdrachten a sentence bears
_COLUMNS = ("taakstelling", "herverdeling", "beginstand", "correctie", "opgave", "realisatie", "saldo")


class Verandering(Value):
    """What changed for one gemeente between two counts, in persons; None was or is unknown."""

    gemeente: str
    opgave_oud: int | None
    opgave: int | None
    realisatie_oud: int | None
    realisatie: int | None

    @property
    def erbij(self) -> int | None:
        """Persons housed in between; negative when the count went down."""
        return None if self.realisatie is None or self.realisatie_oud is None else self.realisatie - self.realisatie_oud


class Actie(Value):
    """Something that waits for someone; ``waar`` is the part of the program where it is done."""

    zin: str
    waar: str  # herverdelingen, stand, coa, toezicht or instellingen
    herverdeling_id: int | None = None  # of the agreement it is about


class Kort(Value):
    """One period at a glance, with what was known on ``op``."""

    periode: Periode
    op: datetime.date
    stand: Stand
    prognose: Prognose
    achter: tuple[PrognoseRegel, ...]  # behind schedule, furthest first
    sinds: datetime.date | None  # the count before the last; None when there are no two
    veranderingen: tuple[Verandering, ...]
    acties: tuple[Actie, ...]


def dag_van(periode: Periode, vandaag: datetime.date) -> datetime.date:
    """The day to look at a period from: today, or its first day as long as it has not begun."""
    return max(vandaag, periode.begin)


def kort(ledger: Ledger, periode: Periode, op: datetime.date) -> Kort:
    """The period as one looks at it on ``op``."""
    forecast = prognose(ledger, periode, op)
    behind = [regel for regel in forecast.regels if regel.verloop is Verloop.ACHTER]
    now = stand(ledger, periode, op)
    sinds = _count_before(ledger, periode, op)
    return Kort(
        periode=periode,
        op=op,
        stand=now,
        prognose=forecast,
        achter=tuple(sorted(behind, key=lambda regel: -(regel.verschil_met_schema or 0))),
        sinds=sinds,
        veranderingen=tuple(_changes(stand(ledger, periode, sinds).regels, now.regels)) if sinds else (),
        acties=tuple(_actions(ledger, periode, op, now.regels, forecast)),
    )


def _count_before(ledger: Ledger, periode: Periode, op: datetime.date) -> datetime.date | None:
    counted = [day for day in peildata(ledger, periode) if day <= op]
    return counted[1] if len(counted) > 1 else None


def _changes(before: tuple[StandRegel, ...], after: tuple[StandRegel, ...]) -> Iterator[Verandering]:
    old = {regel.gemeente_id: regel for regel in before}
    for regel in after:
        was = old[regel.gemeente_id]
        if any(getattr(was, name) != getattr(regel, name) for name in _COLUMNS):
            yield Verandering(
                gemeente=regel.gemeente,
                opgave_oud=was.opgave,
                opgave=regel.opgave,
                realisatie_oud=was.realisatie,
                realisatie=regel.realisatie,
            )


def _actions(
    ledger: Ledger, periode: Periode, op: datetime.date, regels: tuple[StandRegel, ...], forecast: Prognose
) -> Iterator[Actie]:
    for each in herverdelingen(ledger, periode, op):
        if each.volgende_stap:
            zin = _("{kenmerk} ({wat}), {status}: {stap}.")
            step = each.volgende_stap[0].lower() + each.volgende_stap[1:]
            wat = enumerate_some([summarise([deel]) for deel in each.delen], _DELEN)
            said = zin.format(kenmerk=each.kenmerk, wat=wat, status=each.status, stap=step)
            yield Actie(zin=said, waar="herverdelingen", herverdeling_id=each.id)
    if termijnen_ontbreken(ledger):
        zin = _("Dit bestand kent de termijnen bij een herverdeling nog niet; vul ze aan.")
        yield Actie(zin=zin, waar="instellingen")
    known = [regel for regel in regels if regel.taakstelling is not None]
    counted = [regel.peildatum for regel in known if regel.peildatum]
    if known and (missing := len(known) - len(counted)):
        zin = (
            _("Van 1 gemeente ontbreekt de realisatie.")
            if missing == 1
            else _("Van {n} gemeenten ontbreekt de realisatie.")
        )
        yield Actie(zin=zin.format(n=format_number(missing)), waar="stand")
    if counted and (due := _newer_list(max(counted), periode, op)):
        zin = _("De laatste telling is van {laatste}; het COA-overzicht van {volgende} is nog niet ingelezen.")
        yield Actie(zin=zin.format(laatste=format_date(max(counted)), volgende=format_date(due)), waar="stand")
    if odd := [regel for regel in regels if regel.begin_verschil]:
        zin = _("De ingevulde beginstand van {namen} wijkt af van het saldo van het vorige halfjaar.")
        yield Actie(zin=zin.format(namen=enumerate_some([regel.gemeente for regel in odd])), waar="stand")
    if ledger.overzichtregels.find(periode=periode):
        yield from _unexplained(ledger, periode)
    if long := [regel.gemeente for regel in forecast.regels if (regel.reeks or 0) >= REEKS_GRENS]:
        zin = _("{n} of meer halfjaren op rij niet gehaald: {namen}.")
        yield Actie(zin=zin.format(n=REEKS_GRENS, namen=enumerate_some(long)), waar="toezicht")


def _unexplained(ledger: Ledger, periode: Periode) -> Iterator[Actie]:
    """What nobody can explain on COA's newest list."""
    from regietafel.queries.vergelijking import lijsten, overzicht, vergelijk  # only now: the window is up sooner

    newest = lijsten(ledger, periode)[0].peildatum
    outcome = vergelijk(ledger, periode, newest, overzicht(ledger, periode, newest))
    if open_ := sum(1 for each in outcome.verschillen if each.onverklaard):
        zin = _("Op het COA-overzicht van {datum} staan {n} onverklaarde verschillen.")
        yield Actie(zin=zin.format(datum=format_date(newest), n=format_number(open_)), waar="coa")


def _newer_list(last: datetime.date, periode: Periode, op: datetime.date) -> datetime.date | None:
    """The newest first of a month, up to ``op`` and the day after the period, when no count is from then or later.

    COA publishes the standing on the first of each month (domein §2).
    """
    first = min(op, periode.next.begin).replace(day=1)
    return first if last < first else None
