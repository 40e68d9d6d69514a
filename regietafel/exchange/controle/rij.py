"""The rows of a table of official figures: what each counts, and the number in a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache

from regietafel.domain.periode import Periode
from regietafel.exchange.aantal import read_number
from regietafel.exchange.spreadsheet import Waarde
from regietafel.i18n import _
from regietafel.reference import (
    Gebied,
    gemeenten,
    known_gemeente,
    known_provincie,
    known_veiligheidsregio,
    spelling_key,
)

_BLANK = {"", "-", "–", "—", "−", ".", "x", "n.v.t.", "nvt", "n.b.", "nb", "onbekend", "n.n.b.", "nnb"}

TOTAL = re.compile(r"\b(sub|eind)?tota(al|len)\b|^som\b", re.IGNORECASE)
_LONGEST = 40  # signs; no number is longer
_SUBTOTAL = re.compile(r"\bsubtotaal\b", re.IGNORECASE)
_LAND = re.compile(r"\b(heel )?nederland\b|\blandelijk\b", re.IGNORECASE)
_FILLERS = re.compile(r"\b(provincie|veiligheidsregio|regio|gemeenten|van|in|de|het|generaal|nederland|land)\b|:")
AREA = re.compile(r"^(provincie|veiligheidsregio|regio)\b:?\s*", re.IGNORECASE)


class Niveau(IntEnum):
    """What a row counts; a higher one is a sum of lower ones."""

    DEEL = 0  # a gemeente, or whatever the rows of this table are
    SUBTOTAAL = 1
    REGIO = 2
    PROVINCIE = 3
    LAND = 4  # the total of the table


_NIVEAUS = {
    "gemeente": Niveau.DEEL,
    "veiligheidsregio": Niveau.REGIO,
    "provincie": Niveau.PROVINCIE,
    "totaal": Niveau.LAND,
    "land": Niveau.LAND,
}


@dataclass(frozen=True, eq=False)
class Rij:
    """One row; ``nummer`` counts from 1, as the user sees it. ``getallen`` are those that are known, by column."""

    nummer: int
    naam: str
    niveau: Niveau
    blok: int  # goes up after every total and at every heading
    getallen: dict[int, int]
    periode: Periode | None
    provincie: str  # a code, or the name as written when it is unknown; empty: unknown
    regio: str
    zeker: bool  # the table says itself that this is a total of what it lists

    @property
    def label(self) -> str:
        """How to name the row in a sentence."""
        named = " ".join(filter(None, (self.naam, str(self.periode or ""))))
        return named or _("rij {rij}").format(rij=self.nummer)


def read_count(value: Waarde) -> int | None:
    """As :func:`read_number`, below zero as well; None for an empty cell and a dash. Raises ValueError in Dutch."""
    return None if is_blank(value) else read_number(value, negatief=True)


def is_count(value: Waarde) -> bool:
    """Whether there is a whole number in the cell."""
    if isinstance(value, str):
        return _is_count_text(value[:_LONGEST])
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


@lru_cache(maxsize=65_536)
def _is_count_text(text: str) -> bool:
    try:
        return read_count(text) is not None
    except ValueError:
        return False


def is_blank(value: Waarde) -> bool:
    """Whether the cell says that nothing is known or nothing is there."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in _BLANK)


def niveau_of(written: str, naam: str, own: str, lists_gemeenten: bool, kop: str) -> tuple[Niveau, Gebied | None]:
    """What a row counts, and of which area when that is known.

    ``written``: what a column “Niveau” says; ``own``: the provincie beside the name; ``kop``: the heading above it.
    """
    if (niveau := _NIVEAUS.get(written.casefold())) is not None:
        areas = {Niveau.PROVINCIE: known_provincie, Niveau.REGIO: known_veiligheidsregio}
        return niveau, areas[niveau](naam) if niveau in areas else None
    if _SUBTOTAL.search(naam):
        return Niveau.SUBTOTAAL, None
    if TOTAL.search(naam) or _LAND.fullmatch(naam):
        rest = " ".join(_FILLERS.sub(" ", TOTAL.sub(" ", naam).casefold()).split()) or own
        return _area(rest, naam, Niveau.LAND)
    bare = AREA.sub("", naam)
    if lists_gemeenten and bare == naam and known_gemeente(naam):
        return Niveau.DEEL, None
    return _area(bare, kop if bare == naam else naam, Niveau.DEEL)


def _area(bare: str, said: str, otherwise: Niveau) -> tuple[Niveau, Gebied | None]:
    """The area with this name. “Utrecht” is the provincie, unless ``said`` speaks of regio’s."""
    provincie, regio = known_provincie(bare), known_veiligheidsregio(bare)
    said = said.casefold()
    if regio and (provincie is None or ("regio" in said and "provincie" not in said)):
        return Niveau.REGIO, regio
    return (Niveau.PROVINCIE, provincie) if provincie else (otherwise, None)


def is_total_of_all(niveau: Niveau, naam: str) -> bool:
    """Whether the name says that the row adds up what is listed; “Nederland” can stand there for comparison."""
    return niveau in {Niveau.LAND, Niveau.SUBTOTAAL} and bool(TOTAL.search(naam)) and not _LAND.search(naam)


def areas_of(niveau: Niveau, area: Gebied | None, naam: str, provincie: str, regio: str) -> tuple[str, str]:
    """The provincie and the veiligheidsregio of a row: what stands beside it, or else where it is known to lie."""
    if niveau is Niveau.PROVINCIE:
        return code_of(area, provincie or naam), ""
    if niveau is Niveau.REGIO:
        return provincie or (_provincie_of_regio().get(area.code, "") if area else ""), code_of(area, naam)
    known = known_gemeente(naam) if niveau is Niveau.DEEL else None
    own = code_of(known_veiligheidsregio(regio), regio)
    return provincie or (known.provincie_code if known else ""), own or (known.veiligheidsregio_code if known else "")


def code_of(gebied: Gebied | None, otherwise: str) -> str:
    """What tells an area apart."""
    return gebied.code if gebied else otherwise


def settle_namesakes(rijen: Sequence[Rij]) -> list[Rij]:
    """Of two rows “Utrecht” among gemeenten the larger one is the provincie."""
    result = list(rijen)
    places: dict[tuple[str, Periode | None], list[int]] = {}
    for place, rij in enumerate(rijen):
        if rij.niveau is Niveau.DEEL and known_provincie(rij.naam):
            places.setdefault((spelling_key(rij.naam), rij.periode), []).append(place)
    for found in places.values():
        if len(found) == 2:
            largest = max(found, key=lambda place: sum(rijen[place].getallen.values()))
            provincie = code_of(known_provincie(rijen[largest].naam), "")
            result[largest] = replace(rijen[largest], niveau=Niveau.PROVINCIE, provincie=provincie, regio="")
    return result


def split_at_totals(rijen: Sequence[Rij], lists_gemeenten: bool) -> list[Rij]:
    """A total ends its block, as a heading begins one."""
    blok, heading, result = 0, -1, []
    for rij in rijen:
        if rij.blok != heading:
            blok, heading = blok + 1, rij.blok
        result.append(replace(rij, blok=blok))
        if TOTAL.search(rij.naam) or (lists_gemeenten and rij.niveau is not Niveau.DEEL):
            blok += 1
    return result


@cache
def _provincie_of_regio() -> dict[str, str]:
    return {gemeente.veiligheidsregio_code: gemeente.provincie_code for gemeente in gemeenten()}
