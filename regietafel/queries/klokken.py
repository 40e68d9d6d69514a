"""The clocks of agreements: what must be done by when, what is done, and how many days are left."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from regietafel.domain.behandeling import Status, verwerkt_sinds
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.termijn import in_days
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, herverdelingen
from regietafel.value import Value

IN_WERKING = "in werking"  # the step that must be set before the end of the half-year


class Klok(Value):
    """One term of one agreement, seen from a day."""

    herverdeling_id: int
    kenmerk: str
    stap: str  # of a Procestermijn, or IN_WERKING
    wat: str
    uiterlijk: datetime.date
    voldaan_op: datetime.date | None
    dagen: int  # until the last day, from the day asked for or from the day it was done; below 0 is too late
    bron: str

    @property
    def loopt(self) -> bool:
        """Whether it is still to be done."""
        return self.voldaan_op is None

    @property
    def te_laat(self) -> bool:
        """Whether the last day was passed."""
        return self.dagen < 0

    @property
    def rest(self) -> str:
        """How much time is left, in words: ``nog 3 dagen``, ``2 dagen te laat``, ``op tijd gedaan``."""
        return in_days(self.dagen) if self.loopt or self.te_laat else _("op tijd gedaan")


def termijnen_ontbreken(ledger: Ledger) -> bool:
    """Whether there are agreements in a file that knows no terms for them: one an older version made."""
    return ledger.herverdelingen.find() is not None and ledger.procestermijnen.find() is None


def klokken_of(view: HerverdelingBlad, termijnen: Iterable[Procestermijn], *, gedaan: bool = True) -> tuple[Klok, ...]:
    """The terms of one agreement, the first to end in front; none once it is refused or withdrawn.

    Without ``gedaan`` only those that run: then the holidays are asked for only when a term needs them.
    """
    if view.stand in {Status.GEWEIGERD, Status.INGETROKKEN}:
        return ()
    found = [klok for klok in (_of_periode(view), *_of_terms(view, termijnen, gedaan)) if gedaan or klok.loopt]
    return tuple(sorted(found, key=lambda klok: klok.uiterlijk))


def klokken(ledger: Ledger, op: datetime.date, *, gedaan: bool = False) -> tuple[Klok, ...]:
    """What is still to be done for all agreements, the most urgent first; with ``gedaan`` also what was done."""
    termijnen = tuple(ledger.procestermijnen)
    found = [klok for view in herverdelingen(ledger, op=op) for klok in klokken_of(view, termijnen, gedaan=gedaan)]
    return tuple(sorted(found, key=lambda klok: (klok.uiterlijk, klok.kenmerk)))


def _of_periode(view: HerverdelingBlad) -> Klok:
    """It must be in force within the half-year it is about."""
    done = view.in_werking_op if view.in_werking_op and view.in_werking_op <= view.op else None
    return Klok(
        herverdeling_id=view.id,
        kenmerk=view.kenmerk,
        stap=IN_WERKING,
        wat=_("In werking, voor het einde van het halfjaar"),
        uiterlijk=view.periode.einde,
        voldaan_op=done,
        dagen=(view.periode.einde - (done or view.op)).days,
        bron=_("de taakstelling geldt voor een kalenderhalfjaar"),
    )


def _of_terms(view: HerverdelingBlad, termijnen: Iterable[Procestermijn], gedaan: bool) -> Iterator[Klok]:
    told = {each.aan: each.datum for each in view.kennisgevingen if each.datum <= view.op}
    done = {**told, "verwerkt": verwerkt_sinds(view.verwerkingen, view.op)}
    announced = view.bekendgemaakt_op if view.bekendgemaakt_op and view.bekendgemaakt_op <= view.op else None
    begins = {"bekendmaking": announced, "coa": told.get("coa")}
    for termijn in termijnen:
        begin, made = begins.get(termijn.na), done.get(termijn.stap)
        if begin and termijn.holds_on(begin) and (gedaan or made is None):
            last = termijn.uiterlijk(begin)
            yield Klok(
                herverdeling_id=view.id,
                kenmerk=view.kenmerk,
                stap=termijn.stap,
                wat=termijn.omschrijving,
                uiterlijk=last,
                voldaan_op=made,
                dagen=(last - (made or view.op)).days,
                bron=termijn.bron,
            )
