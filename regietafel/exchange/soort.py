"""What a kind of table is: which columns it has, and by which words a heading is recognised.

Beside its own columns every table names its gemeenten: by name, by code, or both; perhaps with a provincie or periode.
A table of gebieden names provincies, veiligheidsregio's and the country too; then no row is a mere total.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from regietafel.domain.periode import Periode
from regietafel.i18n import _

LONGEST_HEADING = 120  # a longer text is a note

_SIGNS = re.compile(r"[^\w%]+|_")
# “Voorsprong (+)” and “+ = voorsprong”: what the sign of a number means must survive when the signs are taken out.
_MEANING = re.compile(r"(voorsprong|achterstand)\s*(?:\(|=|\bis\b)\s*([+\-−–])", re.IGNORECASE)
_MEANT = re.compile(r"([+\-−–])\s*(?:=|is\b)\s*(voorsprong|achterstand)", re.IGNORECASE)

_REST = {"provincie": _("Provincie"), "periode": _("Periode")}
_PERIODE = ("periode", re.compile(r"^(taakstellings)?(periode|halfjaar)$"))
_SHARED = (
    ("code", re.compile(r"\bcode\b|(gemeente|regio)code|gemeentenummer|^gm$")),
    ("provincie", re.compile(r"(?<!\bper )\bprovincie$")),
    ("gemeente", re.compile("gemeente")),
    ("provincie", re.compile("provincie")),
)
_OF_GEBIEDEN = (
    ("niveau", re.compile(r"^(niveau|soort gebied)$")),
    ("code", re.compile(r"\bcode\b|(gemeente|regio|gebieds?)code")),
    ("gebied", re.compile(r"^naam\b|(?<!\bper )(\bgebied|veiligheidsregio|\bregio(s|naam)?\b)")),
    ("gebied", re.compile(r"^(naam )?(van )?(de )?gemeente")),
    ("provincie", re.compile(r"(?<!\bper )\bprovincie")),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Kolom:
    """A column of numbers (or of days), for every gemeente one.

    ``naar`` and ``teken``: the value it is counted in, when that is another; a voorsprong is a negative beginstand.
    ``bij``: the column it stands beside and is a part of. ``begin``: what it is when its heading names the first day
    of the periode. ``jaarlijks``: of 1 January of the year in its heading.
    """

    veld: str
    label: str
    woorden: re.Pattern[str]
    naar: str = ""
    teken: int = 1
    negatief: bool = False
    datum: bool = False
    jaarlijks: bool = False
    bij: str = ""
    begin: str = ""
    uitleg: str = ""  # what one must know of how the column was read; {kop} is its heading

    @property
    def waarde(self) -> str:
        """The name of the value in a row."""
        return self.naar or self.veld


@dataclass(frozen=True, kw_only=True, eq=False)
class Soort:
    """A kind of table. ``nodig``: the values of which a row has at least one; the first is what totals are of.

    ``anders``: words of columns that count something else. ``zwak``: a heading that is enough when nothing better is
    there. ``gemeld``: what is not read and yet worth a sentence. ``wie``: what a row is of, “gemeente” or “gebied”; so
    is the column of names called. ``groep``: words of a heading above several columns, ``onder``: of those below it.
    """

    naam: str
    label: str
    aangeduid: str  # with its article, in a sentence
    kolommen: tuple[Kolom, ...]
    nodig: tuple[str, ...]
    anders: re.Pattern[str]
    zwak: re.Pattern[str] | None = None
    gemeld: re.Pattern[str] | None = None
    heeft_periode: bool = True
    heeft_peildatum: bool = False
    hele_land: bool = False  # also of gemeenten the open file does not have
    wie: str = "gemeente"
    groep: re.Pattern[str] | None = None
    onder: re.Pattern[str] | None = None

    @property
    def waarden(self) -> dict[str, str]:
        """The values of a row with their labels, in order."""
        own = {kolom.veld: kolom.label for kolom in self.kolommen}
        return {kolom.waarde: own[kolom.waarde] for kolom in self.kolommen}

    @property
    def velden(self) -> dict[str, str]:
        """Everything a column can be, with its label, in the order in which one asks for it."""
        own = {kolom.veld: kolom.label for kolom in self.kolommen}
        if self.gebieden:
            return {"gebied": _("Gebied"), "code": _("Code"), **own, "niveau": _("Niveau"), **_REST}
        return {"gemeente": _("Gemeente"), "code": _("Gemeentecode"), **own, **_REST}

    @property
    def gebieden(self) -> bool:
        """Whether a row can be of a provincie, a veiligheidsregio or the country."""
        return self.wie == "gebied"

    @property
    def gevraagd(self) -> str:
        """The columns of which one is needed, as a sentence calls them."""
        named = [f"“{self.waarden[naam]}”" for naam in self.nodig]
        return _(" of ").join(named if len(named) < 4 else [*named[:2], _("een andere van deze soort")])

    def kolom(self, veld: str) -> Kolom | None:
        """The column of that name; None for what says of whom and of when the row is."""
        return next((kolom for kolom in self.kolommen if kolom.veld == veld), None)

    @property
    def eerste(self) -> Kolom:
        """The column that one asks for when there is none."""
        return next(kolom for kolom in self.kolommen if kolom.veld == self.nodig[0])


@dataclass(frozen=True)
class Vraag:
    """What is asked of a file: a kind of table, of which periode and on which day."""

    soort: Soort
    periode: Periode | None = None
    peildatum: datetime.date | None = None

    @property
    def inwoners_jaar(self) -> int | None:
        """The year whose inhabitants are meant."""
        if self.soort.hele_land and self.peildatum:
            return self.peildatum.year
        return self.periode.inwoners_peildatum.year if self.periode else None


@lru_cache(4_000)
def veld_of(soort: Soort, text: str) -> str:
    """What a column with this heading holds; empty when it is nothing of this kind of table."""
    spoken = words(text) if len(text) <= LONGEST_HEADING else ""
    if not spoken or soort.anders.search(spoken) or (soort.gemeld and soort.gemeld.search(spoken)):
        return ""
    own = ((kolom.veld, kolom.woorden) for kolom in soort.kolommen)
    shared = _OF_GEBIEDEN if soort.gebieden else _SHARED
    return next((veld for veld, pattern in (_PERIODE, *own, *shared) if pattern.search(spoken)), "")


def words(text: str) -> str:
    """A heading without capitals and signs: “Taakstelling² (incl. amv)” → “taakstelling² incl amv”."""
    text = _MEANT.sub(lambda match: f"{match[2]}{_spoken(match[1])} ", text)
    text = _MEANING.sub(lambda match: f"{match[1]}{_spoken(match[2])} ", text)
    return " ".join(_SIGNS.sub(" ", text).casefold().split())


def _spoken(sign: str) -> str:
    return "plus" if sign == "+" else "min"
