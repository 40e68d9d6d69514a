"""The way of an agreement in steps: which are behind it, where it is, what ended it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.domain.behandeling import ADRESSATEN, Status, oordeel_coa
from regietafel.domain.herverdeling import Deel
from regietafel.i18n import _, enumerate_some, format_date
from regietafel.queries.herverdelingen import HerverdelingBlad, Partijregel, weigeraars, zonder

WEG = (
    Status.CONCEPT,
    Status.TER_BESLUITVORMING,
    Status.BESLOTEN,
    Status.BEKENDGEMAAKT,
    Status.IN_WERKING,
    Status.GEMELD,
    Status.VERWERKT,
)
_ENDS = {
    Status.GEWEIGERD: Status.BESLOTEN,
    Status.AFGEKEURD: Status.VERWERKT,
}
"""What ends the way of an agreement, and the step that is not reached because of it."""


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One step on the way. ``status`` may be what ended the agreement here."""

    status: Status
    gedaan: bool = False  # it is passed, or reached
    nu: bool = False  # where the agreement stands
    einde: bool = False  # it ended here
    datum: datetime.date | None = None  # since when
    telling: str = ""  # ``1 van 3``: of those who must, how many have


@dataclass(frozen=True)
class Collegeregel:
    """One party as a row: what the agreement does to it, and in words what its college did."""

    view: HerverdelingBlad
    partij: Partijregel

    def __getattr__(self, name: str) -> object:
        """What the agreement does to it, and what is known of its college."""
        return getattr(self.partij if hasattr(self.partij, name) else self.partij.behandeling, name)

    @property
    def voorgelegd(self) -> str:
        """When its college was asked."""
        day = self.partij.behandeling.voorgelegd_op
        return format_date(day) if day else ""

    @property
    def besluit(self) -> str:
        """What its college decided, with a shape."""
        facts = self.partij.behandeling
        if facts.besluit_op is None:
            return ""
        said = _("✕ geweigerd {datum}") if facts.geweigerd else "✓ {datum}"
        return said.format(datum=format_date(facts.besluit_op))

    @property
    def bekendmaking(self) -> str:
        """When its college announced the decision, with a shape."""
        day = self.partij.behandeling.bekendgemaakt_op
        return f"✓ {format_date(day)}" if day else ""


def collegeregels(view: HerverdelingBlad) -> tuple[Collegeregel, ...]:
    """Every party, in the order of the agreement."""
    return tuple(Collegeregel(view, partij) for partij in view.partijen)


def voortgang(view: HerverdelingBlad) -> tuple[Stap, ...]:
    """Every step of :data:`WEG` as it is on ``view.op``; what ended the agreement stands in place of the next step."""
    days, counts = _days(view), _counts(view)
    end = _end(view)
    return tuple(
        Stap(status=view.stand, einde=True, nu=True, datum=_ended_on(view))
        if each is end
        else Stap(
            status=each,
            gedaan=each in days,
            nu=each is view.stand,
            datum=days.get(each),
            telling="" if end or each in days else counts.get(each, ""),
        )
        for each in WEG
    )


def gevolg_van_weigering(view: HerverdelingBlad) -> str:
    """Who refuses, what falls away by it and what would remain; empty when nobody refuses."""
    names = weigeraars(view)
    if not names:
        return ""
    left, gone = zonder(view, names)
    who = _("Het college van {namen} weigert.") if len(names) == 1 else _("De colleges van {namen} weigeren.")
    said = [
        who.format(namen=enumerate_some(names)),
        _("Daarmee vervalt de hele afspraak."),
        _("Zonder {namen} blijft over: {delen}.").format(namen=enumerate_some(names), delen=_said(left))
        if left
        else _("Zonder {namen} blijft er geen overdracht over.").format(namen=enumerate_some(names)),
    ]
    if left:
        said.insert(2, _("Wat wegvalt: {delen}.").format(delen=_said(gone)))
    if view.vervolgen:
        said.append(_("Daarna gemaakt: {kenmerken}.").format(kenmerken=enumerate_some(view.vervolgen)))
    return " ".join(said)


def _said(delen: Sequence[Deel]) -> str:
    return enumerate_some([f"{deel.van} → {deel.naar} {deel.aantal}" for deel in delen])


def _days(view: HerverdelingBlad) -> dict[Status, datetime.date | None]:
    """Since when each step that is reached holds; a concept has no day."""
    facts = view.behandelingen
    said = oordeel_coa(view.verwerkingen, view.op)
    asked = [day for each in facts for day in (each.voorgelegd_op, each.besluit_op) if day]
    sent = [each.datum for each in view.kennisgevingen]
    found: dict[Status, datetime.date | None] = {
        Status.TER_BESLUITVORMING: min(asked, default=None),
        Status.BESLOTEN: max((each.besluit_op for each in facts if each.besluit_op), default=None)
        if all(each.besloten(view.op) for each in facts)
        else None,
        Status.BEKENDGEMAAKT: view.bekendgemaakt_op,
        Status.IN_WERKING: view.in_werking_op,
        Status.GEMELD: max(sent) if {each.aan for each in view.kennisgevingen} >= set(ADRESSATEN) else None,
        Status.VERWERKT: said.datum if said and not said.afgekeurd else None,
    }
    return {Status.CONCEPT: None, **{step: day for step, day in found.items() if day and day <= view.op}}


def _counts(view: HerverdelingBlad) -> dict[Status, str]:
    """How many of those who must have done their part."""
    facts, told = view.behandelingen, {each.aan for each in view.kennisgevingen if each.datum <= view.op}
    of = _("{n} van {all}")
    return {
        Status.BESLOTEN: of.format(n=sum(each.besloten(view.op) for each in facts), all=len(facts)),
        Status.BEKENDGEMAAKT: of.format(n=sum(each.bekendgemaakt(view.op) for each in facts), all=len(facts)),
        Status.GEMELD: of.format(n=len(told), all=len(ADRESSATEN)),
    }


def _end(view: HerverdelingBlad) -> Status | None:
    """The step in whose place the end stands."""
    if view.stand is Status.INGETROKKEN:
        days = _days(view)
        return next((each for each in WEG if each not in days), None)
    return _ENDS.get(view.stand)


def _ended_on(view: HerverdelingBlad) -> datetime.date | None:
    if view.stand is Status.INGETROKKEN:
        return view.herverdeling.ingetrokken_op
    if view.stand is Status.AFGEKEURD:
        said = oordeel_coa(view.verwerkingen, view.op)
        return said.datum if said else None
    refusals = [each.besluit_op for each in view.behandelingen if each.heeft_geweigerd(view.op)]
    return min((day for day in refusals if day), default=None)
