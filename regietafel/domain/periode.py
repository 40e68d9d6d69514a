"""The calendar half-year for which a taakstelling holds (Huisvestingswet 2014, art. 28)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MONTH = datetime.timedelta(days=31)
_HALVES = {"I": 1, "1": 1, "II": 2, "2": 2}
_WRITTEN = re.compile(r"(\d{4})\s*[-/ ]\s*(II|I|2|1)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Periode:
    """``Periode(2023, 2)`` is the second half of 2023, written ``2023-II``."""

    jaar: int
    helft: int

    def __post_init__(self) -> None:
        if self.helft not in (1, 2):
            raise ValueError(self.helft)

    @classmethod
    def parse(cls, text: str) -> Periode:
        """Read ``2023-II`` (also ``2023-2``). Raises RegietafelError."""
        match = _WRITTEN.fullmatch(text.strip())
        if not match:
            raise RegietafelError(_("“{text}” is geen periode; schrijf bijvoorbeeld 2023-II.").format(text=text))
        if not 1990 <= int(match[1]) <= 2200:
            raise RegietafelError(_("Een periode ligt tussen 1990-I en 2200-II; “{text}” niet.").format(text=text))
        return cls(int(match[1]), _HALVES[match[2].upper()])

    @classmethod
    def of(cls, date: datetime.date) -> Periode:
        """The half-year in which ``date`` falls."""
        return cls(date.year, 1 if date.month <= 6 else 2)

    def __str__(self) -> str:
        return f"{self.jaar}-{'I' * self.helft}"

    @property
    def begin(self) -> datetime.date:
        """First day: 1 January or 1 July."""
        return datetime.date(self.jaar, 1 if self.helft == 1 else 7, 1)

    @property
    def einde(self) -> datetime.date:
        """Last day: 30 June or 31 December."""
        return self.next.begin - datetime.timedelta(days=1)

    @property
    def next(self) -> Periode:
        """The half-year after this one."""
        return Periode(self.jaar, 2) if self.helft == 1 else Periode(self.jaar + 1, 1)

    def through(self, last: Periode) -> tuple[Periode, ...]:
        """Every half-year from this one up to and including ``last``; none when that is earlier."""
        found, current = [], self
        while current <= last:
            found.append(current)
            current = current.next
        return tuple(found)

    @property
    def previous(self) -> Periode:
        """The half-year before this one."""
        return Periode(self.jaar, 1) if self.helft == 2 else Periode(self.jaar - 1, 2)

    @property
    def inwoners_peildatum(self) -> datetime.date:
        """The inhabitants that count are those of 1 January of the year before (domein: circulaire, bijlage A)."""
        return datetime.date(self.jaar - 1, 1, 1)

    @property
    def voluit(self) -> str:
        """For a letter: ``tweede halfjaar van 2023``."""
        return (_("eerste halfjaar van {jaar}") if self.helft == 1 else _("tweede halfjaar van {jaar}")).format(
            jaar=self.jaar
        )


def days_in_month(dag: datetime.date) -> int:
    """How many days the month of that day has."""
    first = dag.replace(day=1)
    return ((first + _MONTH).replace(day=1) - first).days
