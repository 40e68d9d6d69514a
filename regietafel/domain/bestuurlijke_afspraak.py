"""Bestuurlijke afspraak: what gemeenten agree beside a herverdeling, for instance opvang in exchange for housing.

It has no effect on any figure: trading opvang for housing was forbidden as a herverdeling in 2021, and no legal
exchange rate is known (domein §3).
"""

from __future__ import annotations

import datetime

from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _


class BestuurlijkeAfspraak(Record):
    """What was agreed on ``datum``; ``partijen`` names the gemeenten as the agreement does."""

    AT_THE_DOOR = True

    datum: datetime.date
    onderwerp: str
    partijen: str
    tekst: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.datum)
        if not self.onderwerp.strip():
            raise RuleError(_("Vul in waar de afspraak over gaat."))
        if not self.tekst.strip():
            raise RuleError(_("Vul in wat er is afgesproken."))
