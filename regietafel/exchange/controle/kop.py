"""The headings of a table of official figures: where they stand and which part each column plays in a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from regietafel.domain.periode import Periode
from regietafel.exchange.perioden import perioden

_SIGNS = re.compile(r"[^\w%€]+|_")
_YEAR_UNDERSCORE = re.compile(r"(?<=\d{4})_")
_MONTH = r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_DATE = re.compile(  # after words(): “per 1 4 2023”, “2023 04 01”, “1 april 2023”, “nov 2022”
    rf"\b(per |op )?(\d{{1,2}} \d{{1,2}} \d{{4}}|\d{{4}} \d{{1,2}} \d{{1,2}}|(\d{{1,2}} )?{_MONTH}( \d{{4}})?)\b"
)
_PERIODE = re.compile(r"\b\d{4} (ii?|[12])\b|\b(eerste|tweede|[12]e) (half ?jaar|helft)( van)?( \d{4})?\b")
_NO_COUNT = re.compile(  # such a column is never added up
    r"%|€|procent|percentage|aandeel|gemiddeld|\bcode\b|nummer|^nr\b|^no\b|\brang\b|noot|\bnoten\b|datum|^jaar$"
    r"|\blabel\b|\bkm2\b|\bha\b|oppervlakte|ratio|factor|postcode|telefoon|euro\b|bedrag|kosten|\bdagen\b|\bweken\b"
    r"|\bper (1 ?000|10 ?000|100 ?000|inwoner|duizend|gemeente)"
)


class Rol(Enum):
    """What a column is in a sum; the first whose words fit."""

    GEEN = auto()  # counts, but in no sum that is known here
    AMV = auto()
    EIND = auto()
    BEGIN = auto()
    VERHOGING = auto()
    DEEL = auto()  # what an opgave is made of
    VERSCHIL = auto()
    REALISATIE = auto()
    HERVERDELING = auto()
    CORRECTIE = auto()
    TOTALE_OPGAVE = auto()
    STAND = auto()  # a voorsprong or achterstand, not said of which moment
    OPGAVE = auto()
    TAAKSTELLING = auto()
    INWONERS = auto()
    REGULIER = auto()
    TOTAAL = auto()


_ROLLEN: tuple[tuple[Rol, re.Pattern[str]], ...] = (
    (Rol.GEEN, re.compile(r"onverklaard|\bvorige?\b|in voorbereiding")),
    (
        Rol.AMV,
        re.compile(r"^(?!.*(opgave|realisatie|verschil|coa|nidos|opvang)).*(\bamv\b|alleenstaande minderjarige)"),
    ),
    (Rol.EIND, re.compile(r"\beind(e|stand|saldo)?\b")),
    (Rol.BEGIN, re.compile(r"\bbegin(stand|saldo)?\b")),
    (Rol.VERHOGING, re.compile(r"\b(verhoging|toename|stijging|uitbreiding)\b")),
    (Rol.DEEL, re.compile(r"\bextra\b|\bverdeling\b")),
    (Rol.VERSCHIL, re.compile(r"\bverschil\b|\bsaldo\b|\bnog te (huisvesten|realiseren|plaatsen)\b")),
    (Rol.REALISATIE, re.compile(r"realisaties?\b|\bgerealiseerd|\bgehuisvest")),
    (Rol.HERVERDELING, re.compile(r"\bherverdel|\buitruil")),
    (Rol.CORRECTIE, re.compile(r"\bcorrecties?\b")),
    (
        Rol.TOTALE_OPGAVE,
        re.compile(r"\b(totale?|gecorrigeerde) (opgave|taakstelling)|(opgave|taakstelling) (totaal|incl)"),
    ),
    (Rol.STAND, re.compile(r"achterstand|voorsprong")),
    (Rol.OPGAVE, re.compile(r"opgave\b")),
    (Rol.TAAKSTELLING, re.compile(r"taakstelling\b")),
    (Rol.INWONERS, re.compile(r"\binwoner|\bbevolking\b")),
    (Rol.REGULIER, re.compile(r"\breguliere?\b|\bhuidige?\b|\bbestaande?\b")),
    (Rol.TOTAAL, re.compile(r"^(eind)?totaal\b|\btotaal$")),
)
_OF_ROL = re.compile(
    r"\b(totale?|achterstand|voorsprong|stand|begin(stand|saldo)?|eind(e|stand|saldo)?|opgave|taakstelling|realisaties?"
    r"|gerealiseerd|gehuisvest|verschil|saldo|nog te|aan|het|de|van|bij|per|waarvan|aantal|amv)\b"
)
HEADWORD = re.compile(  # what is said above a column of such tables, and seldom in a row
    r"gemeente|provincie|regio\b|niveau|naam|periode|halfjaar|taakstelling|opgave|realisatie|gerealiseerd|gehuisvest"
    r"|verschil|saldo|stand\b|inwoner|\bamv\b|aantal|totaal|herverdeling|correctie|capaciteit|bezet|plaatsen|plekken"
)


@dataclass(frozen=True)
class Kolom:
    """A column with counts. ``nummer`` from 0; ``kop`` as the user sees it; ``groep``: what else the heading says."""

    nummer: int
    kop: str
    rol: Rol
    groep: str
    periode: Periode | None
    telt: bool  # False: a percentage, a code, a year: never added up

    def belongs_to(self, other: Kolom) -> bool:
        """Whether both speak of the same thing and the same half-year, as far as their headings say."""
        return self.groep == other.groep and (
            self.periode is None or other.periode is None or self.periode == other.periode
        )


def kolom(nummer: int, kop: str) -> Kolom:
    """What a column with this heading holds."""
    plain = words(kop)
    rol = next((rol for rol, pattern in _ROLLEN if pattern.search(plain)), Rol.GEEN)
    named = sorted(perioden(_YEAR_UNDERSCORE.sub("-", kop)))
    groep = " ".join(_OF_ROL.sub(" ", _DATE.sub(" ", _PERIODE.sub(" ", plain))).split())
    return Kolom(nummer, kop, rol, groep, named[0] if len(named) == 1 else None, not _NO_COUNT.search(plain))


def words(text: str) -> str:
    """The words of a heading: ``opvang_oekraine_opgave`` is three."""
    return " ".join(_SIGNS.sub(" ", text.casefold()).split())


def joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """Headings of several lines as one. A heading above several columns stands in the first of them only."""
    width = max(map(len, lines))
    result = [""] * width
    for depth, line in enumerate(lines):
        below = lines[depth + 1] if depth + 1 < len(lines) else ()
        above = ""
        for place in range(width):
            own = line[place] if place < len(line) else ""
            under = below[place] if place < len(below) else ""
            # Only what has a heading below it reaches further than its own column.
            above = (own if under else "") if own else (above if under else "")
            if text := own or above:
                result[place] = f"{result[place]} {text}".strip()
    return result
