"""The yearly rhythm of a table: days that come back every year (domein §6)."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _


@dataclass(frozen=True, kw_only=True)
class Termijn(Record):
    """A day of the year by which something must be there. Dated reference data, with its source."""

    omschrijving: str
    maand: int
    dag: int
    geldig_vanaf: datetime.date | None = None
    geldig_tot: datetime.date | None = None
    bron: str = ""
    gecontroleerd_op: datetime.date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.omschrijving.strip():
            raise RuleError(_("Schrijf wat er op die dag moet zijn gebeurd."))
        if not 1 <= self.maand <= 12 or not 1 <= self.dag <= calendar.monthrange(2023, self.maand)[1]:
            raise RuleError(_("{dag}-{maand} is geen dag van het jaar.").format(dag=self.dag, maand=self.maand))
        if self.geldig_vanaf and self.geldig_tot and self.geldig_tot < self.geldig_vanaf:
            raise RuleError(_("“Geldig tot” ligt voor “geldig vanaf”."))

    def next_on(self, today: datetime.date) -> datetime.date | None:
        """The first such day from ``today`` on; None when the rule does not hold then (any more)."""
        for year in (today.year, today.year + 1):
            day = datetime.date(year, self.maand, self.dag)
            if day >= today and (self.geldig_vanaf is None or day >= self.geldig_vanaf):
                return None if self.geldig_tot and day > self.geldig_tot else day
        return None
