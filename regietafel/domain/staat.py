"""How far a location or a project is: from idea to open to closed, and how certain each of that makes it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import ClassVar

from regietafel.domain.record import Gegeven, Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _

IDEE, RAADSBESLUIT, IN_AANBOUW, OPEN, GESLOTEN = "idee", "raadsbesluit", "in_aanbouw", "open", "gesloten"
STATEN = (IDEE, "verkenning", "collegebesluit", RAADSBESLUIT, "vergunning", IN_AANBOUW, OPEN, GESLOTEN)
"""In the order in which they follow each other; any may be skipped (domein §4)."""
_RANK = {staat: rank for rank, staat in enumerate(STATEN)}


class Staatwissel(Record):
    """From ``vanaf`` on a location or a project is in this state; it has one of the two."""

    AT_THE_DOOR = True

    locatie_id: int | None = None
    project_id: int | None = None
    staat: str
    vanaf: datetime.date
    toelichting: str = ""  # as the number of the besluit

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.locatie_id is None) == (self.project_id is None):
            raise RuleError(_("Een staat hoort bij een locatie of bij een project."))
        check_staat(self.staat)
        check_day(self.vanaf)


class Zekerheid(Gegeven):
    """How certain it is, in percent, that what is in this state opens on its day. The table's own estimate."""

    KEY: ClassVar[tuple[str, ...]] = ("staat",)

    staat: str
    zekerheid: int

    def __post_init__(self) -> None:
        super().__post_init__()
        check_staat(self.staat)
        if not 0 <= self.zekerheid <= 100:
            raise RuleError(_("De zekerheid is een percentage: 0 tot en met 100."))


def check_staat(staat: str) -> None:
    """Raises RuleError for what is none of STATEN."""
    if staat not in _RANK:
        raise RuleError(_("“{staat}” is geen staat; kies uit {staten}.").format(staat=staat, staten=", ".join(STATEN)))


def staat_op(wissels: Iterable[Staatwissel], op: datetime.date) -> Staatwissel | None:
    """The state on a day; None before the first is known."""
    return max((each for each in wissels if each.vanaf <= op), key=lambda each: each.vanaf, default=None)


def goes_back(before: str, after: str) -> bool:
    """Whether the second state comes before the first: possible, but seldom meant."""
    return _RANK[after] < _RANK[before]


def has_reached(staat: str, grens: str) -> bool:
    """Whether a state is ``grens`` or comes after it."""
    return _RANK[staat] >= _RANK[grens]
