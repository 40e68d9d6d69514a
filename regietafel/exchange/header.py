"""Find the header of a table of taakstellingen: which column holds what. It can be two lines deep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.namen import without_mark
from regietafel.exchange.spreadsheet import Waarde
from regietafel.i18n import _, parse_number
from regietafel.reference import Gebied, known_provincie

_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (  # the first that fits is what the column holds
    ("", re.compile(r"%|percentage|aandeel|exclusief|\bexcl\b|verschil|wijziging")),
    ("taakstelling", re.compile(r"taakstelling.*\bincl")),
    ("amv", re.compile(r"\bamv|alleenstaande minderjarige")),
    ("inwoners", re.compile(r"inwoner|bevolking")),
    ("code", re.compile(r"\bcode\b|gemeentecode|gm code|gemeentenummer|^gm$")),
    ("taakstelling", re.compile(r"taakstelling(?!.*\bgemeente)")),
    ("gemeente", re.compile(r"gemeente")),
    ("provincie", re.compile(r"provincie")),
)
_SIGNS = re.compile(r"[^\w%]+|_")


@dataclass(frozen=True)
class Kolommen:
    """What is in which column, from 0; ``kop_provincie``: the provincie that stands where “Gemeente” should."""

    velden: dict[str, int]
    kop_provincie: Gebied | None = None

    @property
    def complete(self) -> bool:
        """Enough to read a taakstelling per gemeente."""
        return "taakstelling" in self.velden and ("gemeente" in self.velden or "code" in self.velden)


def find_header(
    rows: Sequence[Sequence[Waarde]], index: int, periode: Periode | None, blad: str
) -> tuple[Kolommen, int] | None:
    """The columns when a header starts at ``rows[index]``, and how many rows it takes.

    Raises RegietafelError when two columns are headed “taakstelling” and ``periode`` does not tell which is meant.
    """
    row = rows[index]
    if sum(isinstance(value, str) for value in row) == 0 or any(map(_is_number, row)):
        return None
    following = rows[index + 1] if index + 1 < len(rows) else ()
    words = _words(row)
    alone = _kolommen(words, periode, blad, index)
    if alone is None and not _mentions(words):
        return None
    if not any(map(_is_number, following)):
        name = alone.velden.get("gemeente", alone.velden.get("code", 0)) if alone else None
        goes_on = name is None or name >= len(following) or following[name] is None
        second = _words(following)
        if goes_on and any(second) and (alone or not _kolommen(second, periode, blad, index + 1)):
            length = max(len(words), len(second))
            words += [""] * (length - len(words))
            second += [""] * (length - len(second))
            both = [f"{first} {last}".strip() for first, last in zip(words, second, strict=True)]
            if (merged := _kolommen(both, periode, blad, index)) and (alone is None or _more(merged, alone)):
                return merged, 2
    return (alone, 1) if alone else None


def _more(merged: Kolommen, alone: Kolommen) -> bool:
    """The second line adds a column and moves none."""
    return alone.velden.items() <= merged.velden.items() and len(merged.velden) >= len(alone.velden)


def _kolommen(words: Sequence[str], periode: Periode | None, blad: str, index: int) -> Kolommen | None:
    found: dict[str, list[int]] = {}
    for place, text in enumerate(words):
        if text and len(text) <= 120:
            veld = next((veld for veld, pattern in _WORDS if pattern.search(text)), "")
            found.setdefault(veld, []).append(place)
    velden = {veld: places[0] for veld, places in found.items() if veld}
    kop: Gebied | None = None
    if "taakstelling" in velden and "gemeente" not in velden:
        for place in found.get("", []) + found.get("provincie", []):
            name = re.sub(r"^provincie ", "", words[place])
            if kop := known_provincie(without_mark(name)):
                velden["gemeente"] = place
                if velden.get("provincie") == place:
                    del velden["provincie"]
                break
    kolommen = Kolommen(velden, kop)
    if not kolommen.complete:
        return None
    columns = found["taakstelling"]
    if periode and len(columns) > 1:
        named = " ".join(_SIGNS.sub(" ", str(periode)).casefold().split())
        columns = [place for place in columns if re.search(rf"\b{named}\b", words[place])] or columns
    if len(columns) > 1:
        raise RegietafelError(
            _("{blad}, rij {rij}: {n} kolommen heten “taakstelling”. Laat alleen de juiste staan.").format(
                blad=blad, rij=index + 1, n=len(columns)
            )
        )
    velden["taakstelling"] = columns[0]
    return kolommen


def _words(row: Sequence[Waarde]) -> list[str]:
    return ["" if value is None else " ".join(_SIGNS.sub(" ", str(value)).casefold().split()) for value in row]


def _mentions(words: Sequence[str]) -> bool:
    """A cell that can be a heading: what is above a second line of headings."""
    return any(veld and pattern.search(text) for text in words for veld, pattern in _WORDS)


def _is_number(value: Waarde) -> bool:
    if isinstance(value, str):
        try:
            parse_number(value)
        except ValueError:
            return False
        return True
    return isinstance(value, int | float)
