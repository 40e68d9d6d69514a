"""Will the opgave be met? The schedule, the pace and what follows from them (domein §2). Exact until it is shown.

Months are half-years in six: the first of month k after the begin is exactly k months, a day in between adds its part
of that month. A day stands for how it begins, as COA counts on the first of a month: the half-year is over on the
first day of the next one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from regietafel.domain.afronding import rounded
from regietafel.domain.periode import Periode, days_in_month
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.value import Value

MAANDEN = 6
# Two counts nearer to each other say more about the days of the count than about the pace.
RECENT_VANAF = datetime.timedelta(days=25)

# Zuid-Holland steps in after so many half-years in a row with an achterstand (domein §2).
REEKS_GRENS = 4
REEKS_BRON = _("werkwijze Zuid-Holland")


class Verloop(StrEnum):
    """A count beside the schedule of its day. On schedule: they are the same in whole persons."""

    ACHTER = _("achter op schema")
    OP = _("op schema")
    VOOR = _("voor op schema")

    @classmethod
    def of(cls, verschil: int) -> Verloop:
        """``verschil`` is schema − realisatie."""
        return cls.OP if verschil == 0 else cls.ACHTER if verschil > 0 else cls.VOOR


class Telling(Value):
    """Persons housed since the begin of the half-year, up to a day."""

    peildatum: datetime.date
    aantal: int


class Aanbod(Value):
    """Homes that are coming: for how many persons, when, and how certain in percent.

    ``personen`` is negative for who must be housed again: from that day on they have no home.
    """

    datum: datetime.date
    personen: int
    zekerheid: int = 100
    omschrijving: str = ""

    @property
    def verwacht(self) -> Fraction:
        """Persons to expect: each counts for what it is certain."""
        return Fraction(self.personen * self.zekerheid, 100)

    def __post_init__(self) -> None:
        if not 0 <= self.zekerheid <= 100:
            raise RuleError(_("De zekerheid is een percentage: 0 tot en met 100."))


class Vooruitzicht(Value):
    """What one gemeente may expect of a half-year, in persons and not rounded; None is unknown."""

    opgave: int | None
    telling: Telling | None  # the newest
    schema: Fraction | None  # on the peildatum, or on the day asked for without one
    resterend: Fraction  # months from that day to the end
    tempo: Fraction | None  # persons a month since the begin
    tempo_recent: Fraction | None  # persons a month between the last two counts
    komend: tuple[Aanbod, ...]  # what opens and ends from that day to the end
    nodig_per_maand: Fraction | None  # to end at 0; 0 when the opgave will be met without
    verwacht: Fraction | None  # housed at the end

    @property
    def aanbod(self) -> Fraction:
        """Expected of what opens and ends; negative when more persons must be housed again."""
        return total(self.komend)

    @property
    def verschil(self) -> int | None:
        """Schema, in whole persons, − realisatie: positive is behind, as with a saldo."""
        return None if self.schema is None or self.telling is None else rounded(self.schema) - self.telling.aantal

    @property
    def verwacht_saldo(self) -> int | None:
        """Opgave − what will be housed, in whole persons: positive is achterstand."""
        return None if self.opgave is None or self.verwacht is None else self.opgave - rounded(self.verwacht)


class Reeks(Value):
    """Finished half-years in a row that ended with an achterstand, counted back from the last one."""

    aantal: int
    onbekend: Periode | None  # where counting stopped because the saldo is unknown; None: it was met there

    @property
    def bekend(self) -> int | None:
        """The number as far as it is known; None when nothing is."""
        return None if self.onbekend and not self.aantal else self.aantal


def verstreken(periode: Periode, dag: datetime.date) -> Fraction:
    """Months of the half-year that have passed: 0 up to the begin, 6 from the first day after it."""
    if dag <= periode.begin:
        return Fraction(0)
    if dag > periode.einde:
        return Fraction(MAANDEN)
    return dag.month - periode.begin.month + Fraction(dag.day - 1, days_in_month(dag))


def schema(opgave: int, periode: Periode, dag: datetime.date) -> Fraction:
    """Persons to have housed on a day: a sixth of the opgave a month; 0 when there is nothing (left) to house."""
    return max(opgave, 0) * verstreken(periode, dag) / MAANDEN


def vooruitzicht(
    opgave: int | None,
    tellingen: Sequence[Telling],
    periode: Periode,
    op: datetime.date,
    aanbod: Sequence[Aanbod] = (),
) -> Vooruitzicht:
    """What follows from the counts up to and including ``op``.

    verwacht = realisatie + tempo x the months left + what is coming after the peildatum, each times its certainty.
    The pace is that since the begin; it is unknown until a month has passed.
    """
    known = sorted((each for each in tellingen if each.peildatum <= op), key=lambda each: each.peildatum)
    telling = known[-1] if known else None
    dag = telling.peildatum if telling else op
    voorbij = verstreken(periode, dag)
    resterend = MAANDEN - voorbij
    komend = tuple(
        each
        for each in aanbod
        # What opened on the peildatum is in the count of that day; without a count all of the half-year is coming.
        if (dag < each.datum if telling else periode.begin <= each.datum) and each.datum <= periode.einde
    )
    coming = total(komend)
    tempo = verwacht = nodig = None
    if telling and voorbij >= 1:
        tempo = telling.aantal / voorbij
        verwacht = telling.aantal + tempo * resterend + coming
    if telling and opgave is not None and resterend:
        nodig = max(opgave - telling.aantal - coming, Fraction(0)) / resterend
    return Vooruitzicht(
        opgave=opgave,
        telling=telling,
        schema=None if opgave is None else schema(opgave, periode, dag),
        resterend=resterend,
        tempo=tempo,
        tempo_recent=_recent(known, periode),
        komend=komend,
        nodig_per_maand=nodig,
        verwacht=verwacht,
    )


def total(aanbod: Iterable[Aanbod]) -> Fraction:
    """What to expect of it together."""
    return sum((each.verwacht for each in aanbod), Fraction(0))


def _recent(known: Sequence[Telling], periode: Periode) -> Fraction | None:
    """The pace between the newest count and the one before it; counts too near each other are passed over."""
    if not known:
        return None
    last = known[-1]
    for before in reversed(known[:-1]):
        maanden = verstreken(periode, last.peildatum) - verstreken(periode, before.peildatum)
        if last.peildatum - before.peildatum >= RECENT_VANAF and maanden:
            return (last.aantal - before.aantal) / maanden
    return None


def reeks(saldi: Mapping[Periode, int], laatste: Periode) -> Reeks:
    """Counted back from ``laatste``, the last finished half-year; ``saldi`` holds what is known."""
    aantal, periode = 0, laatste
    while periode in saldi:
        if saldi[periode] <= 0:
            return Reeks(aantal=aantal, onbekend=None)
        aantal, periode = aantal + 1, periode.previous
    return Reeks(aantal=aantal, onbekend=periode)


def laatst_afgelopen(periode: Periode, op: datetime.date) -> Periode:
    """The last half-year up to and including ``periode`` that is over on ``op``."""
    return min(periode, Periode.of(op).previous)
