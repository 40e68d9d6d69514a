"""What must be there next, seen from a day: the days of the year and the clocks of agreements in one list."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.domain.termijn import in_days
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries import herverdelingen
from regietafel.queries.klokken import klokken

TABLES = herverdelingen.TABLES | {"termijn"}


@dataclass(frozen=True, kw_only=True)
class TermijnRegel:
    """The first time from now that a Termijn falls, or a step of an agreement that is still to be set."""

    datum: datetime.date
    dagen: int  # from the day asked for; 0 is that day, below 0 is too late
    omschrijving: str
    bron: str
    id: int | None = None  # of the Termijn
    herverdeling: str | None = None  # the kenmerk of the agreement
    stap: str | None = None  # of its Klok

    @property
    def titel(self) -> str:
        """What it is, and of which agreement."""
        return f"{self.herverdeling}: {self.omschrijving}" if self.herverdeling else self.omschrijving

    @property
    def rest(self) -> str:
        """How long there is left, in words."""
        return in_days(self.dagen)


def komende_termijnen(ledger: Ledger, op: datetime.date) -> tuple[TermijnRegel, ...]:
    """Each once, by day, so what is too late first; what no longer holds by then is left out."""
    coming = [
        TermijnRegel(
            id=termijn.id,
            datum=datum,
            dagen=(datum - op).days,
            omschrijving=termijn.omschrijving,
            bron=termijn.bron,
        )
        for termijn in ledger.termijnen
        if (datum := termijn.next_on(op))
    ]
    running = [
        TermijnRegel(
            datum=klok.uiterlijk,
            dagen=klok.dagen,
            omschrijving=klok.wat,
            bron=klok.bron,
            herverdeling=klok.kenmerk,
            stap=klok.stap,
        )
        for klok in klokken(ledger, op)
    ]
    coming.sort(key=lambda each: sort_key(each.omschrijving))  # steps keep the order they are set in
    return tuple(sorted([*coming, *running], key=lambda each: (each.datum, each.herverdeling or "")))
