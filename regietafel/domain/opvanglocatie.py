"""Locations of opvang: where there are places, how many are in use, and swaps of opgave (domein §4)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar

from regietafel.domain import opvang
from regietafel.domain.record import Record, check_day, check_naam
from regietafel.errors import RuleError
from regietafel.i18n import _

AZC, ROL = "azc", "rol"
AMV_PROCES, AMV_KLEIN = "amv_procesopvang", "amv_kleinschalig"
LOCATIESOORTEN: Mapping[str, str | None] = {
    AZC: opvang.COA_REGULIER,
    opvang.COA_NOODOPVANG: opvang.COA_NOODOPVANG,
    opvang.CRISISNOODOPVANG: opvang.CRISISNOODOPVANG,
    opvang.OEKRAINE: opvang.OEKRAINE,
    AMV_PROCES: opvang.AMV_COA,
    AMV_KLEIN: opvang.AMV_COA,
    opvang.AMV_NIDOS: opvang.AMV_NIDOS,
    ROL: None,
}
"""What a location can be, and the kind of opvang for which its places count; a ROL has no opgave of its own."""
MAX_PLEKKEN = 20_000  # more at one location is a slip


class Opvanglocatie(Record):
    """A location, in places; None is not known yet. Its states stand in ``Staatwissel``, its use in ``Bezetting``."""

    AT_THE_DOOR = True

    gemeente_id: int
    naam: str
    soort: str  # a key of LOCATIESOORTEN
    capaciteit: int | None = None
    open_vanaf: datetime.date | None = None  # it opened, or is to open
    open_tot: datetime.date | None = None  # the last day
    overeenkomst_tot: datetime.date | None = None  # the last day of the bestuursovereenkomst
    doelgroep: str = ""  # for whom it is, and for whom not
    hoofdlocatie_id: int | None = None  # the location a small one belongs to
    contact: str = ""
    bron: str = ""
    opmerking: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef de locatie een naam."))
        if self.soort not in LOCATIESOORTEN:
            raise RuleError(_("“{soort}” is geen soort opvang.").format(soort=self.soort))
        if self.capaciteit is not None and not 0 <= self.capaciteit <= MAX_PLEKKEN:
            raise RuleError(_("De capaciteit is 0 tot en met 20.000 plekken."))
        if self.hoofdlocatie_id is not None and self.hoofdlocatie_id == self.id:
            raise RuleError(_("Een locatie hoort niet bij zichzelf; kies een andere hoofdlocatie."))
        check_day(self.open_vanaf, self.open_tot, self.overeenkomst_tot)
        check_order(self.open_vanaf, self.open_tot)
        if self.open_vanaf and self.overeenkomst_tot and self.overeenkomst_tot < self.open_vanaf:
            raise RuleError(_("De bestuursovereenkomst eindigt voordat de locatie opengaat; verbeter een datum."))

    def is_open_on(self, dag: datetime.date) -> bool:
        """Whether the day lies between opening and closing; it says nothing of the state."""
        return (self.open_vanaf or dag) <= dag <= (self.open_tot or dag)


class Bezetting(Record):
    """How many places of a location were in use on a day."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("locatie_id", "peildatum")

    locatie_id: int
    peildatum: datetime.date
    bezet: int
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.peildatum)
        if self.bezet < 0:
            raise RuleError(_("Een aantal bezette plekken kan niet negatief zijn."))


class Opvanguitruil(Record):
    """Gemeenten of one provincie agree that ``naar`` takes over places of the opgave of ``van``; the total stands."""

    AT_THE_DOOR = True

    van_id: int
    naar_id: int
    soort: str  # one of opvang.SOORTEN
    aantal: int
    datum: datetime.date  # from when
    bron: str = ""  # the besluit or the overleg

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.van_id == self.naar_id:
            raise RuleError(_("Een gemeente kan geen plekken met zichzelf ruilen; kies een andere gemeente."))
        if self.soort not in opvang.SOORTEN:
            raise RuleError(_("“{soort}” is geen soort opvang.").format(soort=self.soort))
        if self.aantal < 1:
            raise RuleError(_("Het aantal plekken is minstens 1."))
        check_day(self.datum)


def check_order(begin: datetime.date | None, einde: datetime.date | None) -> None:
    """Raises RuleError when it ends before it begins."""
    if begin and einde and einde < begin:
        raise RuleError(_("Het einde ligt vóór het begin; verbeter een van de datums."))
