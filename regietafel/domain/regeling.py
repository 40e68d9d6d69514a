"""Regelingen: money for homes, under which conditions and until when (domein §5). Dated; a user may edit them."""

from __future__ import annotations

import datetime

from regietafel.domain.record import Gegeven, check_day, check_naam
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.errors import RuleError
from regietafel.i18n import _

_MAANDEN = 600  # more between a grant and the start of building is a slip
PER = ("woning", "persoon", "plek per dag", "project")


class Regeling(Gegeven):
    """A subsidy or compensation. ``geldig_tot`` is the day it lapses; applications only from ``open_vanaf`` on."""

    AT_THE_DOOR = True

    naam: str
    voorwaarden: str = ""
    woonvormen: str = ""  # those it is for, separated by spaces; empty for all
    bedrag: int | None = None  # euro, at most
    per: str = "woning"  # one of PER
    minstens_personen: int | None = None  # of a household
    start_binnen: int | None = None  # months between the grant and the start of building
    open_vanaf: datetime.date | None = None
    open_tot: datetime.date | None = None  # the last day to apply

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef de regeling een naam."))
        if self.per not in PER:
            raise RuleError(_("“{per}” is geen eenheid; kies uit {alle}.").format(per=self.per, alle=", ".join(PER)))
        if unknown := [each for each in self.woonvormen.split() if each not in WOONVORMEN]:
            raise RuleError(_("“{soort}” is geen woonvorm.").format(soort=unknown[0]))
        if min(self.bedrag or 0, self.minstens_personen or 0, self.start_binnen or 0) < 0:
            raise RuleError(_("Een aantal of bedrag kan niet negatief zijn."))
        if (self.start_binnen or 0) > _MAANDEN:
            raise RuleError(_("De bouw begint hooguit 600 maanden na de toekenning."))
        check_day(self.geldig_vanaf, self.geldig_tot, self.open_vanaf, self.open_tot)
        if self.open_vanaf and self.open_tot and self.open_tot < self.open_vanaf:
            raise RuleError(_("Het loket sluit voordat het opengaat; verbeter een van de datums."))

    def is_for(self, soort: str) -> bool:
        """Whether projects of this kind can use it."""
        return not self.woonvormen or soort in self.woonvormen.split()

    def takes_on(self, dag: datetime.date) -> bool:
        """Whether one can apply that day."""
        return self.holds_on(dag) and (self.open_vanaf or dag) <= dag <= (self.open_tot or dag)
