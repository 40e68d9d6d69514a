"""The yearly rhythm of a table: days that come back every year (domein §6)."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import days_in_month
from regietafel.domain.record import Gegeven
from regietafel.errors import RuleError
from regietafel.i18n import _, format_number


class Termijn(Gegeven):
    """A day of the year by which something must be there."""

    omschrijving: str
    maand: int
    dag: int

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.omschrijving.strip():
            raise RuleError(_("Schrijf wat er op die dag moet zijn gebeurd."))
        if not 1 <= self.maand <= 12 or not 1 <= self.dag <= days_in_month(datetime.date(2023, self.maand, 1)):
            raise RuleError(_("{dag}-{maand} is geen dag van het jaar.").format(dag=self.dag, maand=self.maand))

    def next_on(self, today: datetime.date) -> datetime.date | None:
        """The first such day from ``today`` on, within a year or two; None when it does not hold then."""
        days = (datetime.date(year, self.maand, self.dag) for year in (today.year, today.year + 1))
        return next((day for day in days if day >= today and self.holds_on(day)), None)


def in_days(days: int) -> str:
    """How long until a last day, in words: ``nog 3 dagen``, ``vandaag``, ``2 dagen te laat``."""
    if days < 0:
        return _("1 dag te laat") if days == -1 else _("{n} dagen te laat").format(n=format_number(-days))
    if days == 0:
        return _("vandaag")
    return _("nog 1 dag") if days == 1 else _("nog {n} dagen").format(n=format_number(days))


def with_shape(days: int) -> str:
    """:func:`in_days` with a shape before it, because colour alone says nothing to some: ``▲ 2 dagen te laat``."""
    return f"{'▲' if days < 0 else '●'} {in_days(days)}"
