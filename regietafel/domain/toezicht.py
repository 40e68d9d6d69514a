"""Interbestuurlijk toezicht: on which step of its ladder a provincie puts a gemeente (domein §2)."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import Periode
from regietafel.domain.record import Gegeven, Record
from regietafel.errors import RuleError
from regietafel.i18n import _


class Trede(Gegeven):
    """One step of a provincie's interventieladder; names and colours differ per provincie."""

    provincie: str
    volgorde: int  # 1 is the lightest
    naam: str
    kleur: str = ""
    betekenis: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.naam.strip():
            raise RuleError(_("Geef de trede een naam."))
        if not 1 <= self.volgorde <= 20:
            raise RuleError(_("De volgorde van een trede is 1 (de lichtste) tot en met 20."))


class Oordeel(Record):
    """What the provincie found of one gemeente about one period; the newest of a period counts, older ones stay."""

    KEY = ("gemeente_id", "periode", "datum")

    gemeente_id: int
    periode: Periode
    datum: datetime.date
    trede_id: int
    verschoonbaar: bool = False
    reden: str = ""
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.verschoonbaar and not self.reden.strip():
            raise RuleError(_("Schrijf waarom de achterstand verschoonbaar is."))
