"""What must be there next: the days of the year, seen from a day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.i18n import sort_key
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class TermijnRegel:
    """The first time from now that a Termijn falls."""

    id: int
    datum: datetime.date
    dagen: int  # from the day asked for; 0 is that day
    omschrijving: str
    bron: str


def komende_termijnen(ledger: Ledger, op: datetime.date, n: int | None = None) -> tuple[TermijnRegel, ...]:
    """The next ``n`` (or all), each once, the nearest first; what no longer holds by then is left out."""
    coming = [
        TermijnRegel(
            id=termijn.id,
            datum=datum,
            dagen=(datum - op).days,
            omschrijving=termijn.omschrijving,
            bron=termijn.bron,
        )
        for termijn in ledger.termijnen
        if termijn.id is not None and (datum := termijn.next_on(op))
    ]
    return tuple(sorted(coming, key=lambda each: (each.datum, sort_key(each.omschrijving)))[:n])
