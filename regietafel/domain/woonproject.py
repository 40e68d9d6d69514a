"""Woonvormen: projects with homes, for which gemeenten they count, and what becomes free or ends (domein §5)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar

from regietafel.domain.opvanglocatie import check_order
from regietafel.domain.record import Record, check_day, check_naam
from regietafel.errors import RuleError
from regietafel.i18n import _, format_number

FLEX, TUSSENVOORZIENING, HAR, DOORSTROOM = "flexwoning", "tussenvoorziening", "har", "doorstroomlocatie"
WOONVORMEN: Mapping[str, str] = {
    "sociale_huur": _("sociale huur"),
    FLEX: _("flexwoning"),
    TUSSENVOORZIENING: _("tussenvoorziening"),
    HAR: _("HAR (hotel- en accommodatieregeling)"),
    DOORSTROOM: _("doorstroomlocatie"),
    "transformatie": _("transformatie"),
    "woningdelen": _("woningdelen of kamergewijs"),
    "particuliere_huur": _("particuliere huur"),
    "groot_gezin": _("woning voor een groot gezin"),
}
"""What a project can be, and how that is called: the sentences about supply say it."""
JA, NEE, ONBEKEND = "ja", "nee", "onbekend"
TELT_MEE = (JA, NEE, ONBEKEND)
MATEN = ("alleen", "duo", "3-5", "6", "7+", "amv", "medisch")
"""Households by what they need: persons, or a home for a minor alone or for someone with a medical need."""
GROOTSTE: Mapping[str, int] = {"alleen": 1, "duo": 2, "3-5": 5, "6": 6, "7+": 99}
"""Persons of the largest household that lives in such a home."""


class Woonproject(Record):
    """A project; it may count for other gemeenten than where it stands (``Telgemeente``). None is not known yet."""

    AT_THE_DOOR = True

    gemeente_id: int  # where it stands
    naam: str
    soort: str  # one of WOONVORMEN
    partner_id: int | None = None
    eenheden: int | None = None
    personen: int | None = None
    vergunninghouders: int | None = None  # persons, of those
    oplevering: datetime.date | None = None
    einde: datetime.date | None = None  # the last day
    plaats_tot: datetime.date | None = None  # how long a flexwoning may stand where it is
    daarna: str = ""  # what then: as the place it moves to
    regeling_id: int | None = None
    bedrag: int | None = None  # euro, of that regeling
    telt_mee: str = ONBEKEND  # whether it counts for the taakstelling
    telt_mee_bron: str = ""
    contact: str = ""
    bron: str = ""
    opmerking: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef het project een naam."))
        if self.soort not in WOONVORMEN:
            raise RuleError(_("“{soort}” is geen woonvorm.").format(soort=self.soort))
        if self.telt_mee not in TELT_MEE:
            raise RuleError(_("“Telt mee” is ja, nee of onbekend."))
        if self.telt_mee != ONBEKEND and not self.telt_mee_bron.strip():
            raise RuleError(_("Schrijf waaruit blijkt dat het project wel of niet meetelt, of kies “onbekend”."))
        if min(self.eenheden or 0, self.personen or 0, self.vergunninghouders or 0, self.bedrag or 0) < 0:
            raise RuleError(_("Een aantal of bedrag kan niet negatief zijn."))
        if self.personen is not None and (self.vergunninghouders or 0) > self.personen:
            sentence = _("Het project telt {n} personen; daarvan kunnen er geen {m} vergunninghouder zijn.")
            raise RuleError(
                sentence.format(n=format_number(self.personen), m=format_number(self.vergunninghouders or 0))
            )
        check_day(self.oplevering, self.einde, self.plaats_tot)
        check_order(self.oplevering, self.einde)
        check_order(self.oplevering, self.plaats_tot)


class Telgemeente(Record):
    """For how many persons a project counts for a gemeente; together as many as it has for vergunninghouders."""

    KEY: ClassVar[tuple[str, ...]] = ("project_id", "gemeente_id")

    project_id: int
    gemeente_id: int
    personen: int

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.personen < 1:
            raise RuleError(_("Een aandeel is een geheel aantal personen groter dan 0."))


class Woningmaat(Record):
    """How many homes of a project suit a kind of household."""

    KEY: ClassVar[tuple[str, ...]] = ("project_id", "maat")

    project_id: int
    maat: str  # one of MATEN
    woningen: int

    def __post_init__(self) -> None:
        super().__post_init__()
        check_maat(self.maat)
        if self.woningen < 1:
            raise RuleError(_("Een aantal woningen is een geheel getal groter dan 0."))


class Harinstroom(Record):
    """Persons who came into a HAR together, and how many of them have left; for whom it counts. Only numbers."""

    AT_THE_DOOR = True

    project_id: int
    gemeente_id: int
    begin: datetime.date
    aantal: int
    vertrokken: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.begin)
        if self.aantal < 1:
            raise RuleError(_("Het aantal personen is minstens 1."))
        if not 0 <= self.vertrokken <= self.aantal:
            raise RuleError(_("Er kunnen niet meer personen vertrekken dan er kwamen."))


class Koppelstand(Record):
    """Households of one kind that wait for a home in a gemeente on a day, and homes for them that are free."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("gemeente_id", "peildatum", "maat")

    gemeente_id: int
    peildatum: datetime.date
    maat: str  # one of MATEN
    huishoudens: int = 0
    woningen: int = 0
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_maat(self.maat)
        check_day(self.peildatum)
        if min(self.huishoudens, self.woningen) < 0:
            raise RuleError(_("Een aantal kan niet negatief zijn."))


class Doorlooptijd(Record):
    """How long housing took in a month, from koppeling to moving in, and how many came from near by."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("gemeente_id", "maand")

    gemeente_id: int
    maand: datetime.date  # its first day
    dagen: int  # on average
    huisvestingen: int = 0  # households
    regioplaatsingen: int = 0  # of those, from opvang near by
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.maand)
        if self.maand.day != 1:
            raise RuleError(_("Een maand begint op de eerste."))
        if min(self.dagen, self.huisvestingen, self.regioplaatsingen) < 0:
            raise RuleError(_("Een aantal kan niet negatief zijn."))
        if self.regioplaatsingen > self.huisvestingen:
            raise RuleError(_("Er kunnen niet meer regioplaatsingen zijn dan huisvestingen."))


def check_maat(maat: str) -> None:
    """Raises RuleError for what is none of MATEN."""
    if maat not in MATEN:
        raise RuleError(
            _("“{maat}” is geen soort huishouden; kies uit {maten}.").format(maat=maat, maten=", ".join(MATEN))
        )
