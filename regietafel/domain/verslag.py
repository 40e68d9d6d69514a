"""What a meeting led to: who was there, and the rows of the actie- en besluitenlijst (domein §6)."""

from __future__ import annotations

import datetime
from typing import ClassVar

from regietafel.domain.record import Record, check_day, check_naam
from regietafel.errors import RuleError
from regietafel.i18n import _

BESLUIT, KNELPUNT, ACTIE, NOTITIE = "besluit", "knelpunt", "actie", "notitie"
SOORTEN = (BESLUIT, KNELPUNT, ACTIE, NOTITIE)
"""``notitie`` is what was typed and is none of the three yet."""
AANWEZIG, AFWEZIG_MK, AFWEZIG = "aanwezig", "afwezig_mk", "afwezig"
AANWEZIGHEDEN = (AANWEZIG, AFWEZIG_MK, AFWEZIG)
"""``afwezig_mk`` is with kennisgeving."""


class Aanwezigheid(Record):
    """Whether someone of a gemeente, or of an ``organisatie`` that is none, was there: a bestuurder or an official."""

    AT_THE_DOOR = True

    overleg_id: int
    gemeente_id: int | None = None
    organisatie: str = ""
    naam: str = ""
    voorzitter: bool = False
    aanwezig: str = AANWEZIG  # one of AANWEZIGHEDEN

    def __post_init__(self) -> None:
        super().__post_init__()
        check_partij(self.gemeente_id, self.organisatie)
        if self.aanwezig not in AANWEZIGHEDEN:
            raise RuleError(_("Iemand is aanwezig, afwezig met kennisgeving of afwezig."))


class Verslagregel(Record):
    """A besluit, knelpunt or actie, at a point of a meeting. ``invoer`` is what was typed during the meeting.

    ``vraag`` is what is not certain about it yet, as whom it is meant for; the list is not adopted before it is gone.
    """

    AT_THE_DOOR = True

    overleg_id: int
    agendapunt_id: int | None = None
    soort: str  # one of SOORTEN
    tekst: str
    thema: str = ""
    voor: datetime.date | None = None  # of an action: the last day
    gereed_op: datetime.date | None = None
    vraag: str = ""
    invoer: str = ""
    herverdeling_id: int | None = None
    locatie_id: int | None = None
    project_id: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.soort not in SOORTEN:
            raise RuleError(_("Een regel is een besluit, een knelpunt of een actie."))
        if not self.tekst.strip():
            raise RuleError(_("Schrijf op wat er is besloten, wat er knelt of wat er gebeurt."))
        check_day(self.voor, self.gereed_op)
        if self.gereed_op and self.soort != ACTIE:
            raise RuleError(_("Alleen een actie kan gereed zijn."))


class Actiehouder(Record):
    """Who does an action: a gemeente, or an organisation by its name. An action may have several."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("regel_id", "gemeente_id", "organisatie")

    regel_id: int
    gemeente_id: int | None = None
    organisatie: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_partij(self.gemeente_id, self.organisatie)


class Voortgang(Record):
    """What was reported on a day about an action of a list, or about what a party signed up for."""

    AT_THE_DOOR = True

    regel_id: int | None = None
    intekening_id: int | None = None
    datum: datetime.date
    tekst: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.regel_id is None) == (self.intekening_id is None):
            raise RuleError(_("Voortgang hoort bij een actie of bij een intekening."))
        check_day(self.datum)
        if not self.tekst.strip():
            raise RuleError(_("Schrijf op wat de voortgang is."))


class Kennis(Record):
    """A measure or a good practice: a note of the table itself, with where it comes from and of when that is."""

    AT_THE_DOOR = True

    titel: str
    tekst: str = ""
    thema: str = ""
    bron: str = ""
    datum: datetime.date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.titel, _("Geef de maatregel een titel."))
        check_day(self.datum)


class Kennislink(Record):
    """A measure that may help with a knelpunt of a list."""

    KEY: ClassVar[tuple[str, ...]] = ("regel_id", "kennis_id")

    regel_id: int
    kennis_id: int


def check_partij(gemeente_id: int | None, organisatie: str) -> None:
    """Raises RuleError unless it is a gemeente, or an organisation by name, and not both."""
    if (gemeente_id is None) == (not organisatie.strip()):
        raise RuleError(_("Kies een gemeente, of noem een andere organisatie."))
    if organisatie:
        check_naam(organisatie, "")
