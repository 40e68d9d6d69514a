"""Norms: numbers others set for the work, dated, which a user may edit (domein §4 and §5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from regietafel.domain.record import Gegeven
from regietafel.errors import RuleError
from regietafel.i18n import _

BEZETTING, BEZETTING_LAND = "bezetting", "bezetting_land"  # percent of the places that can be in use
GEWENST_VAN, GEWENST_TOT, MINSTENS = "gewenst_van", "gewenst_tot", "minstens"  # places of a location
AMV_HOOGSTENS, KLEINSCHALIG = "amv_hoogstens", "kleinschalig"  # places
REGIOPLAATSING = "regioplaatsing"  # km
KOPPELEN, WONING, VERHUIZEN, DOORLOOPTIJD = "koppelen", "woning", "verhuizen", "doorlooptijd"  # days
HAR_MAANDEN = "har_maanden"
VRAAG_KLEIN, VRAAG_MIDDEN, VRAAG_GROOT = "vraag_klein", "vraag_midden", "vraag_groot"  # percent of the households
FLEX_AFSCHRIJVING, HERPLAATSING_NA = "flex_afschrijving", "herplaatsing_na"  # years
HERPLAATSING_RIJK, HERPLAATSING_GEMEENTE = "herplaatsing_rijk", "herplaatsing_gemeente"  # percent; the rest: investor
SLEUTELS = (
    BEZETTING, BEZETTING_LAND, GEWENST_VAN, GEWENST_TOT, MINSTENS, AMV_HOOGSTENS, KLEINSCHALIG, REGIOPLAATSING,
    KOPPELEN, WONING, VERHUIZEN, DOORLOOPTIJD, HAR_MAANDEN, VRAAG_KLEIN, VRAAG_MIDDEN, VRAAG_GROOT,
    FLEX_AFSCHRIJVING, HERPLAATSING_NA, HERPLAATSING_RIJK, HERPLAATSING_GEMEENTE,
)  # fmt: skip
_PERCENT = "%"
_MOST = 10_000  # of whatever; no calendar can count on for many more months


class Norm(Gegeven):
    """A number others set, while it holds; ``sleutel`` is what the program looks it up by.

    It computes with most; bezetting_land, regioplaatsing and the three parts of the doorlooptijd are only shown.
    """

    AT_THE_DOOR = True

    sleutel: str  # one of SLEUTELS
    omschrijving: str
    waarde: int
    eenheid: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.sleutel not in SLEUTELS:
            raise RuleError(_("Het programma kent geen norm “{sleutel}”.").format(sleutel=self.sleutel))
        if not self.omschrijving.strip():
            raise RuleError(_("Schrijf waar de norm over gaat."))
        if not 1 <= self.waarde <= _MOST:
            raise RuleError(_("Een norm is een geheel getal van 1 tot en met 10.000."))
        if self.eenheid == _PERCENT and self.waarde > 100:
            raise RuleError(_("Een percentage is 1 tot en met 100."))


def norm_op(normen: Iterable[Norm], sleutel: str, op: datetime.date) -> Norm | None:
    """The norm that holds that day, the one that began last; None when there is none: then nothing is judged by it."""
    holding = [each for each in normen if each.sleutel == sleutel and each.holds_on(op)]
    return max(holding, key=lambda each: each.geldig_vanaf or datetime.date.min, default=None)
