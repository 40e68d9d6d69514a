"""What parties sign up for, to pull it or to take part, and can be held to (domein §6)."""

from __future__ import annotations

import datetime

from regietafel.domain.record import Record, check_day, check_naam
from regietafel.domain.verslag import check_partij
from regietafel.errors import RuleError
from regietafel.i18n import _

TREKKER, DOET_MEE = "trekker", "doet_mee"
INTEKENROLLEN = (TREKKER, DOET_MEE)
TOEGEZEGD, IN_UITVOERING, GEREED, GESTOPT = "toegezegd", "in_uitvoering", "gereed", "gestopt"
INTEKENSTATEN = (TOEGEZEGD, IN_UITVOERING, GEREED, GESTOPT)


class Intekenactie(Record):
    """Something to be done together, for which parties can sign up."""

    AT_THE_DOOR = True

    titel: str
    toelichting: str = ""
    thema: str = ""
    bron: str = ""
    voor: datetime.date | None = None  # the last day

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.titel, _("Geef de actie een titel."))
        check_day(self.voor)


class Intekening(Record):
    """A party that signed up: as what, for what precisely, by when, and how far it is."""

    AT_THE_DOOR = True

    intekenactie_id: int
    gemeente_id: int | None = None
    organisatie: str = ""
    rol: str = DOET_MEE  # one of INTEKENROLLEN
    toezegging: str = ""
    voor: datetime.date | None = None  # earlier than that of the action, when agreed so
    staat: str = TOEGEZEGD  # one of INTEKENSTATEN

    def __post_init__(self) -> None:
        super().__post_init__()
        check_partij(self.gemeente_id, self.organisatie)
        if self.rol not in INTEKENROLLEN:
            raise RuleError(_("Een partij trekt de actie of doet mee."))
        if self.staat not in INTEKENSTATEN:
            raise RuleError(_("Een intekening is toegezegd, in uitvoering, gereed of gestopt."))
        check_day(self.voor)
