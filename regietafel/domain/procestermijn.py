"""Within how long something must be done after a step of a herverdeling (domein §3)."""

from __future__ import annotations

import datetime

from regietafel.domain.behandeling import ADRESSATEN
from regietafel.domain.feestdagen import LANGSTE, laatste_dag
from regietafel.domain.record import Gegeven
from regietafel.errors import RuleError
from regietafel.i18n import _

STAPPEN = (*ADRESSATEN, "verwerkt")
"""What must be done: a kennisgeving to that addressee, or the COA has booked it."""
BEGINNEN = ("bekendmaking", "coa")
"""From when a term runs: the last bekendmaking, or the kennisgeving to the COA."""
EENHEDEN = tuple(LANGSTE)

_MEERVOUD = {"dag": _("dagen"), "week": _("weken"), "maand": _("maanden")}
_NA = {"bekendmaking": _("na de laatste bekendmaking"), "coa": _("na de kennisgeving aan het COA")}

_MOST = 366  # of any unit: a term that no calendar holds is a slip


class Procestermijn(Gegeven):
    """A term that runs after a step of a herverdeling; it counts as the Algemene termijnenwet does."""

    AT_THE_DOOR = True

    omschrijving: str
    stap: str  # one of STAPPEN
    na: str  # one of BEGINNEN
    aantal: int
    eenheid: str  # one of EENHEDEN

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.omschrijving.strip():
            raise RuleError(_("Schrijf wat er binnen de termijn moet zijn gebeurd."))
        for value, known in ((self.stap, STAPPEN), (self.na, BEGINNEN), (self.eenheid, EENHEDEN)):
            if value not in known:
                raise RuleError(_("“{value}” kan niet; kies uit: {known}.").format(value=value, known=", ".join(known)))
        if self.stap == self.na:
            raise RuleError(_("De kennisgeving aan het COA kan niet na zichzelf komen; kies “bekendmaking”."))
        if not 1 <= self.aantal <= _MOST:
            raise RuleError(_("Een termijn duurt 1 tot {most} dagen, weken of maanden.").format(most=_MOST))

    def in_words(self) -> str:
        """``2 weken na de laatste bekendmaking``."""
        return f"{self.aantal} {self.eenheid if self.aantal == 1 else _MEERVOUD[self.eenheid]} {_NA[self.na]}"

    def uiterlijk(self, vanaf: datetime.date) -> datetime.date:
        """The last day on which it is in time, when the term runs from ``vanaf``."""
        return laatste_dag(vanaf, self.aantal, self.eenheid)
