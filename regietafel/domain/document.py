"""What belongs to the documents of a table: the user's own wording, annexes, what is left out, and what was made.

Texts and files are kept apart, by their sha-256 (``store/contents.py``); a record holds that.
"""

from __future__ import annotations

import datetime
import re
from typing import ClassVar

from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _

_MAX_NAAM = 200  # characters of the name of a file

_SHA = re.compile(r"[0-9a-f]{64}")
_SJABLOON = re.compile(r"[a-z0-9_]{1,60}\.txt")
_GROND = re.compile(r"5\.[12]\.[1-5](?:\.?[a-i])?")


class Sjabloon(Record):
    """The user's version of the template ``naam``: its ``tekst``, and the standard wording it began from: ``basis``."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("naam",)

    naam: str
    tekst: str
    basis: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_sjabloon(self.naam)
        check_sha(self.tekst, self.basis)


class Bijlage(Record):
    """A file that goes with the documents of an agreement or with a point of an agenda; it has one of the two.

    ``openbaar`` when it may go into the publication version.
    """

    AT_THE_DOOR = True

    herverdeling_id: int | None = None
    agendapunt_id: int | None = None
    titel: str
    bestandsnaam: str
    inhoud: str
    openbaar: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.herverdeling_id is None) == (self.agendapunt_id is None):
            raise RuleError(_("Een bijlage hoort bij een herverdeling of bij een agendapunt."))
        check_sha(self.inhoud)
        if not self.titel.strip():
            raise RuleError(_("Geef de bijlage een titel."))
        _check_bestandsnaam(self.bestandsnaam)


class Weglating(Record):
    """A text left out of the publication version on that ground of the Woo, or that stays when ``grond`` is empty.

    It is about the documents of an agreement, or of a meeting.
    """

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("herverdeling_id", "overleg_id", "tekst")

    herverdeling_id: int | None = None
    overleg_id: int | None = None
    tekst: str
    grond: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.herverdeling_id is None) == (self.overleg_id is None):
            raise RuleError(_("Een weglating hoort bij een herverdeling of bij een overleg."))
        if len(self.tekst.strip()) < 2:
            raise RuleError(_("Vul de tekst in die u wilt weglaten, minstens twee tekens."))
        if self.grond:
            check_grond(self.grond)


class Archiefstuk(Record):
    """A document that was made: what, for whom, when, from which template and facts, and the file itself."""

    AT_THE_DOOR = True

    herverdeling_id: int | None = None
    overleg_id: int | None = None
    onderwerp: str  # the kenmerk of the agreement, the period, or the meeting
    soort: str  # a key of documents.soorten
    voor: str = ""  # the gemeente or the addressee
    titel: str
    bestandsnaam: str
    vorm: str  # "pdf", "docx", "odt", "eml", "zip"
    openbaar: bool = False  # the publication version
    datum: datetime.date  # on the document
    gemaakt_op: str  # ISO 8601 with the time
    sjabloon: str = ""
    sjabloon_sha: str = ""
    feiten: str
    inhoud: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_sha(self.feiten, self.inhoud)
        _check_bestandsnaam(self.bestandsnaam)
        if self.sjabloon:
            check_sjabloon(self.sjabloon)
        check_day(self.datum)
        try:
            datetime.datetime.fromisoformat(self.gemaakt_op)
        except ValueError:
            raise RuleError(_("“{text}” is geen tijdstip.").format(text=self.gemaakt_op)) from None


def check_grond(grond: str) -> None:
    """Raises RuleError for what is no ground of the Woo, as ``5.1.2e`` (artikel 5.1, tweede lid, onder e)."""
    if not _GROND.fullmatch(grond):
        raise RuleError(_("“{grond}” is geen grond van de Woo; schrijf bijvoorbeeld 5.1.2e.").format(grond=grond))


def check_sjabloon(naam: str) -> None:
    """Raises RuleError for what is no name of a template, as ``bekendmaking.txt``: it is looked for on the disk."""
    if not _SJABLOON.fullmatch(naam):
        raise RuleError(_("“{name}” is geen naam van een sjabloon.").format(name=naam))


def _check_bestandsnaam(naam: str) -> None:
    """A file in the region's file is written under its name: it may not lead out of the folder that the user chose."""
    if not naam.strip() or len(naam) > _MAX_NAAM or not naam.isprintable() or re.search(r'[/\\:*?"<>|]|^\.', naam):
        raise RuleError(_("“{naam}” is geen naam van een bestand.").format(naam=naam))


def check_sha(*values: str) -> None:
    """Raises RuleError for what no file is kept under."""
    if not all(map(_SHA.fullmatch, values)):
        raise RuleError(_("Een stuk in dit bestand is beschadigd. Zet een reservekopie terug."))
