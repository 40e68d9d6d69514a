"""Everything that is waited for over all agreements that run: one row per thing, to be ticked off when it arrives."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Status, Verwerking, oordeel_coa
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.termijn import with_shape
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries import herverdelingen as agreements
from regietafel.queries.herverdelingen import HerverdelingBlad, Partijregel, herverdelingen
from regietafel.queries.klokken import IN_WERKING, klokken_of

TABLES = agreements.TABLES
SOORTEN: Mapping[str, str] = {
    "voorleggen": _("Voorleggen"),
    "besluit": _("Besluit"),
    "bekendmaking": _("Bekendmaking"),
    "kennisgeving": _("Kennisgeving"),
    "ontvangst": _("Ontvangstbevestiging"),
    "verwerking": _("Verwerking"),
}
"""What can be waited for; the first three of a college, the others of an addressee."""
_WIE = {"coa": _("COA"), "provincie": _("Provincie"), "aenm": _("Ministerie van A&M"), "vro": _("Ministerie van VRO")}


@dataclass(frozen=True, kw_only=True)
class Verwacht:
    """One thing that is waited for, seen from a day."""

    herverdeling_id: int
    kenmerk: str
    soort: str  # of SOORTEN
    wie: str  # the gemeente, or the addressee
    uiterlijk: datetime.date | None = None  # None when no term is set
    dagen: int | None = None  # until then; below 0 is too late
    contact: str = ""
    gemeente_id: int | None = None
    aan: str | None = None  # of ADRESSATEN

    @property
    def id(self) -> tuple[object, ...]:
        """By which the row is found again."""
        return self.herverdeling_id, self.soort, self.gemeente_id or self.aan

    @property
    def wat(self) -> str:
        """What is waited for, in words."""
        return SOORTEN[self.soort]

    @property
    def te_laat(self) -> bool:
        """Whether it should have been there."""
        return self.dagen is not None and self.dagen < 0

    @property
    def rest(self) -> str:
        """How much time is left, in words and shape; empty when no term is set."""
        return "" if self.dagen is None else with_shape(self.dagen)


def opvolging(ledger: Ledger, op: datetime.date) -> tuple[Verwacht, ...]:
    """What is waited for on that day, what must be there first in front, and what has no term last.

    Of each college only its next step. Nothing of an agreement that a college refused, or that was withdrawn: see the
    next step of the agreement.
    """
    contacts = {
        each.sleutel: ", ".join(
            filter(None, (each.onderdeel, each.postadres, f"{each.postcode} {each.plaats}".strip()))
        )
        for each in ledger.adressaten
    }
    termijnen = tuple(ledger.procestermijnen)
    found = [each for view in herverdelingen(ledger, op=op) for each in _of(view, termijnen, contacts)]
    found.sort(key=lambda each: (each.uiterlijk or datetime.date.max, each.kenmerk))
    return tuple(found)


def as_fact(
    view: HerverdelingBlad,
    row: Verwacht,
    datum: datetime.date,
    *,
    besluitnummer: str = "",
    vindplaats: str = "",
    wijze: str = "",
) -> Behandeling | Kennisgeving | Verwerking:
    """What must be recorded once it arrived that day; what was known stays. Raises RuleError when it cannot be."""
    if row.soort == "verwerking":
        return Verwerking(herverdeling_id=view.id, datum=datum)
    if row.soort == "kennisgeving":
        return Kennisgeving(herverdeling_id=view.id, aan=row.aan or "", datum=datum, wijze=wijze)
    if row.soort == "ontvangst":
        return replace(next(each for each in view.kennisgevingen if each.aan == row.aan), ontvangst_op=datum)
    fact = next(each for each in view.behandelingen if each.gemeente_id == row.gemeente_id)
    if row.soort == "voorleggen":
        return replace(fact, voorgelegd_op=datum)
    if row.soort == "besluit":
        return replace(fact, besluit_op=datum, besluitnummer=besluitnummer or fact.besluitnummer)
    return replace(fact, bekendgemaakt_op=datum, vindplaats=vindplaats or fact.vindplaats)


def _of(view: HerverdelingBlad, termijnen: Iterable[Procestermijn], contacts: Mapping[str, str]) -> Iterator[Verwacht]:
    if view.stand in {Status.GEWEIGERD, Status.INGETROKKEN}:
        return
    clocks = {klok.stap: klok.uiterlijk for klok in klokken_of(view, termijnen, gedaan=False)}
    if last := clocks.get(IN_WERKING):
        # It comes into force the day after the last bekendmaking.
        yield from (
            _expected(view, soort, last - datetime.timedelta(days=1), partij=each)
            for each in view.partijen
            if (soort := _step_of_college(each, view.op))
        )
    if view.bekendgemaakt_op and view.bekendgemaakt_op <= view.op:
        for soort, aan in _steps_of_addressees(view):
            last = clocks.get("verwerkt" if soort == "verwerking" else aan) if soort != "ontvangst" else None
            yield _expected(view, soort, last, aan=aan, contact=contacts.get(aan, ""))


def _step_of_college(partij: Partijregel, op: datetime.date) -> str:
    """What this college does next; empty when it is done."""
    fact = partij.behandeling
    if not fact.voorgelegd(op):
        return "voorleggen"
    if not fact.besloten(op):
        return "besluit"
    return "" if fact.bekendgemaakt(op) else "bekendmaking"


def _steps_of_addressees(view: HerverdelingBlad) -> Iterator[tuple[str, str]]:
    """What is still to be said to whom, and to hear from whom. Booked by the COA, nobody waits for a receipt."""
    told = {each.aan: each for each in view.kennisgevingen if each.datum <= view.op}
    said = oordeel_coa(view.verwerkingen, view.op)
    booked = said is not None and not said.afgekeurd
    for aan in ADRESSATEN:
        if aan not in told:
            yield "kennisgeving", aan
        elif not booked and not ((received := told[aan].ontvangst_op) and received <= view.op):
            yield "ontvangst", aan
    if "coa" in told and not booked:
        yield "verwerking", "coa"


def _expected(
    view: HerverdelingBlad,
    soort: str,
    uiterlijk: datetime.date | None,
    *,
    partij: Partijregel | None = None,
    aan: str | None = None,
    contact: str = "",
) -> Verwacht:
    return Verwacht(
        herverdeling_id=view.id,
        kenmerk=view.kenmerk,
        soort=soort,
        wie=partij.gemeente if partij else _WIE[aan or ""],
        uiterlijk=uiterlijk,
        dagen=(uiterlijk - view.op).days if uiterlijk else None,
        contact=partij.behandeling.contact if partij else contact,
        gemeente_id=partij.gemeente_id if partij else None,
        aan=aan,
    )
