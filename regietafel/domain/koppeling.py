"""Overdracht van koppelingen: a household that the COA coupled to one gemeente is housed in another.

A koppeling is the COA assigning a household to a gemeente. Handing it over is no herverdeling (domein §3): it never
changes a taakstelling, it says who houses. Households are counted, never named.
"""

from __future__ import annotations

import datetime

from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _

MAX_GROOTTE = 20  # persons; more is a typing error, not a household


class Koppelingoverdracht(Record):
    """On ``datum``, ``aantal`` households of ``grootte`` persons each go from ``van`` to ``naar``."""

    AT_THE_DOOR = True

    van_id: int
    naar_id: int
    datum: datetime.date
    aantal: int
    grootte: int
    toelichting: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.van_id == self.naar_id:
            raise RuleError(_("Een gemeente kan geen koppelingen aan zichzelf overdragen; kies een andere gemeente."))
        check_day(self.datum)
        if self.aantal < 1:
            raise RuleError(_("Het aantal huishoudens is minstens 1."))
        if not 1 <= self.grootte <= MAX_GROOTTE:
            raise RuleError(_("Een huishouden telt 1 tot en met {max} personen.").format(max=MAX_GROOTTE))

    @property
    def personen(self) -> int:
        """How many persons are housed elsewhere."""
        return self.aantal * self.grootte
