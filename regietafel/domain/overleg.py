"""A series of meetings, the meetings in it, and how far each of them is (domein §6)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from regietafel.domain.record import Gegeven, Record, check_day, check_naam
from regietafel.errors import RuleError
from regietafel.i18n import _

REGIETAFEL, VOOROVERLEG, PRT = "regietafel", "vooroverleg", "prt"
OVERLEGSOORTEN = (REGIETAFEL, VOOROVERLEG, PRT)
CONCEPT, VERZONDEN, BEZIG, VERSLAG_CONCEPT, VASTGESTELD, VERVALLEN = (
    "concept",
    "verzonden",
    "bezig",
    "verslag_concept",
    "vastgesteld",
    "vervallen",
)
VOLGT_OP: Mapping[str, frozenset[str]] = {
    VERZONDEN: frozenset({CONCEPT}),
    BEZIG: frozenset({CONCEPT, VERZONDEN, VERSLAG_CONCEPT}),
    VERSLAG_CONCEPT: frozenset({BEZIG, VASTGESTELD}),
    VASTGESTELD: frozenset({VERSLAG_CONCEPT}),
    VERVALLEN: frozenset({CONCEPT, VERZONDEN}),
}
"""Every state after concept, and those it may follow on."""
STATEN = (CONCEPT, *VOLGT_OP)
NOG_TE_HOUDEN = frozenset({CONCEPT, VERZONDEN})
GEHOUDEN = frozenset({VERSLAG_CONCEPT, VASTGESTELD})
ALLEEN_LEZEN = frozenset({VASTGESTELD, VERVALLEN})
REGIOS = ("noord", "midden", "zuid")
"""The regions of the school holidays."""

_TIJD = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LINK = re.compile(r"https?://\S+")
_UID = re.compile(r"[0-9A-Za-z@._-]{8,120}")
_LONGEST = 24 * 60


class Overlegreeks(Record):
    """Meetings of one kind, and how they usually are; each meeting may be otherwise."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("naam",)

    naam: str
    soort: str  # one of OVERLEGSOORTEN
    begin: str = "10:00"
    minuten: int = 120
    locatie: str = ""
    link: str = ""  # to take part online
    voorzitter: str = ""
    secretaris: str = ""
    per_jaar: int = 6  # how many the planning of a year proposes
    dagen_vooraf: int = 7  # when the agenda goes out
    vakantieregio: str = ""  # one of REGIOS; empty when the planning need not look

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef de reeks een naam."))
        if self.soort not in OVERLEGSOORTEN:
            raise RuleError(_("“{soort}” is geen soort overleg.").format(soort=self.soort))
        _check_when(self.begin, self.minuten)
        check_link(self.link)
        if not 1 <= self.per_jaar <= 52:
            raise RuleError(_("Een reeks heeft 1 tot 52 overleggen per jaar."))
        if not 0 <= self.dagen_vooraf <= 60:
            raise RuleError(_("De agenda gaat hooguit 60 dagen vooraf uit."))
        if self.vakantieregio and self.vakantieregio not in REGIOS:
            raise RuleError(_("De vakantieregio is noord, midden of zuid."))


class Overleg(Record):
    """One meeting. ``uid`` and ``volgnummer`` are how calendars know it: a later message has a higher number."""

    AT_THE_DOOR = True

    reeks_id: int
    datum: datetime.date
    begin: str
    minuten: int
    locatie: str = ""
    link: str = ""
    voorzitter: str = ""
    secretaris: str = ""
    uid: str
    volgnummer: int = 0
    opmerking: str = ""
    samengevoegd_id: int | None = None  # the meeting its points went to

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.datum)
        _check_when(self.begin, self.minuten)
        check_link(self.link)
        if not _UID.fullmatch(self.uid) or self.volgnummer < 0:
            raise RuleError(_("Een overleg in dit bestand is beschadigd. Zet een reservekopie terug."))

    @property
    def einde(self) -> str:
        """When it ends, as ``12:00``; past midnight the time of the next day."""
        hours, minutes = map(int, self.begin.split(":"))
        end = (hours * 60 + minutes + self.minuten) % _LONGEST
        return f"{end // 60:02d}:{end % 60:02d}"


class Overlegstap(Record):
    """From that moment on a meeting is in this state; before the first step it is ``concept``."""

    AT_THE_DOOR = True

    overleg_id: int
    staat: str  # one of STATEN
    tijd: str  # ISO 8601 with the time
    toelichting: str = ""  # as why it was reopened or cancelled

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.staat not in STATEN:
            raise RuleError(_("“{staat}” is geen staat van een overleg.").format(staat=self.staat))
        try:
            moment = datetime.datetime.fromisoformat(self.tijd)
        except ValueError:
            raise RuleError(_("“{text}” is geen tijdstip.").format(text=self.tijd)) from None
        check_day(moment.date())


class Schoolvakantie(Gegeven):
    """A school holiday in one of the three regions: days on which a meeting is not planned by choice."""

    AT_THE_DOOR = True

    naam: str
    regio: str  # one of REGIOS
    begin: datetime.date
    einde: datetime.date  # the last day

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef de vakantie een naam."))
        check_day(self.begin, self.einde)
        if self.regio not in REGIOS:
            raise RuleError(_("De vakantieregio is noord, midden of zuid."))
        if self.einde < self.begin:
            raise RuleError(_("Het einde ligt voor het begin."))


def staat_van(stappen: Iterable[Overlegstap]) -> str:
    """The state after these steps of one meeting, in the order in which they were taken."""
    return max(stappen, key=lambda each: each.id or 0).staat if (stappen := [*stappen]) else CONCEPT


def may_follow(staat: str, nieuw: str) -> bool:
    """Whether a meeting may go from one state to the other."""
    return staat in VOLGT_OP.get(nieuw, ())


def check_link(link: str) -> None:
    """Raises RuleError for what is no address on the web: a click on it must do nothing else."""
    if link and not _LINK.fullmatch(link):
        raise RuleError(_("“{link}” is geen webadres; het begint met https://.").format(link=link[:80]))


def _check_when(begin: str, minuten: int) -> None:
    if not _TIJD.fullmatch(begin):
        raise RuleError(_("“{tijd}” is geen tijd; schrijf bijvoorbeeld 09:30.").format(tijd=begin[:20]))
    if not 5 <= minuten < _LONGEST:
        raise RuleError(_("Een overleg duurt 5 minuten tot een dag."))
