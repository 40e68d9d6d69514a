"""What must be there next, seen from a day: the days of the year and the clocks of agreements in one list."""

from __future__ import annotations

import datetime

from regietafel.domain.termijn import with_shape
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries import herverdelingen
from regietafel.queries.klokken import klokken
from regietafel.value import Value

TABLES = herverdelingen.TABLES | {"termijn"}


class TermijnRegel(Value):
    """The first time from now that a Termijn falls, or a step of an agreement."""

    datum: datetime.date
    dagen: int  # from the day asked for, or from the day it was done; 0 is that day, below 0 is too late
    omschrijving: str
    bron: str
    id: int | None = None  # of the Termijn
    herverdeling: str | None = None  # the kenmerk of the agreement
    stap: str | None = None  # of its Klok
    herverdeling_id: int | None = None
    voldaan_op: datetime.date | None = None

    @property
    def sleutel(self) -> tuple[object, ...]:
        """By which the row is found again."""
        return self.id, self.herverdeling_id, self.stap, self.omschrijving

    @property
    def te_laat(self) -> bool:
        """Whether it is still to be done and the last day was passed."""
        return self.voldaan_op is None and self.dagen < 0

    @property
    def titel(self) -> str:
        """What it is, and of which agreement."""
        return f"{self.herverdeling}: {self.omschrijving}" if self.herverdeling else self.omschrijving

    @property
    def rest(self) -> str:
        """How long there is left, or whether it was in time, in words and shape."""
        if self.voldaan_op is None:
            return with_shape(self.dagen)
        return _("✓ op tijd gedaan") if self.dagen >= 0 else _("{rest} gedaan").format(rest=with_shape(self.dagen))


def komende_termijnen(ledger: Ledger, op: datetime.date, n: int | None = None) -> tuple[TermijnRegel, ...]:
    """The next ``n`` (or all), each once, what is too late first; what no longer holds by then is left out."""
    return _termijnen(ledger, op, gedaan=False)[:n]


def alle_termijnen(ledger: Ledger, op: datetime.date) -> tuple[TermijnRegel, ...]:
    """As :func:`komende_termijnen`, and after them the steps of agreements that were set, the latest first."""
    found = _termijnen(ledger, op, gedaan=True)
    running = [each for each in found if each.voldaan_op is None]
    done = [each for each in found if each.voldaan_op is not None]
    return (*running, *sorted(done, key=lambda each: each.datum, reverse=True))


def _termijnen(ledger: Ledger, op: datetime.date, *, gedaan: bool) -> tuple[TermijnRegel, ...]:
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
    steps = [
        TermijnRegel(
            datum=klok.uiterlijk,
            dagen=klok.dagen,
            omschrijving=klok.wat,
            bron=klok.bron,
            herverdeling=klok.kenmerk,
            stap=klok.stap,
            herverdeling_id=klok.herverdeling_id,
            voldaan_op=klok.voldaan_op,
        )
        for klok in klokken(ledger, op, gedaan=gedaan)
    ]
    coming.sort(key=lambda each: sort_key(each.omschrijving))  # steps keep the order they are set in
    return tuple(sorted([*coming, *steps], key=lambda each: (each.datum, each.herverdeling or "")))
