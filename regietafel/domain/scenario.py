"""Scenario's: a what-if beside the register. It changes no figure; an agreement can be made of it."""

from __future__ import annotations

from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _


class Scenario(Record):
    """Overdrachten one might agree for a half-year."""

    AT_THE_DOOR = True

    naam: str
    periode: Periode
    toelichting: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.naam.strip():
            raise RuleError(_("Geef het scenario een naam."))


class Scenariodeel(Record):
    """One overdracht of a scenario, in persons, and perhaps why it was proposed."""

    AT_THE_DOOR = True

    scenario_id: int
    van_id: int
    naar_id: int
    aantal: int
    waarom: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.aantal <= 0:
            raise RuleError(_("Een overdracht in een scenario is een geheel aantal groter dan 0."))


class Scenarioregel(Deel, kw_only=False):
    """One overdracht of a scenario by name, and why; no reason need be known."""

    waarom: str = ""
