"""Finding a text however it is written: capitals, accents, spaces, hyphens and what nobody sees make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from regietafel.documents.woo.naamdelen import widen

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_GAP = r"[\s()./-]*"
_ABROAD = rf"(?:(?:\+|00)\s?31{_GAP}(?:\(0\){_GAP})?|\(?0)"  # +31, 0031 or 0
TELEFOON = re.compile(rf"(?<![\w+]){_ABROAD}(?:{_GAP}\d){{9}}(?!\d)")

_BETWEEN = r"[\s_+-]*"  # parts of a name: Jan-Willem, Jan Willem, jan_willem
_STARTS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_GENITIVE = r"(?:'?s)?"


@dataclass(frozen=True, kw_only=True)
class Persoonsgegeven:
    """A text that may tell who someone is. It is left out on ``grond``, or stays when that is empty.

    ``waarom`` is the sentence for the user; ``eigen`` whether the user chose it. ``naam`` is the whole name when it is
    one, or the surname of one: then the rest of the name goes too, as far as it stands beside it.
    """

    tekst: str
    grond: str
    waarom: str
    eigen: bool = False
    naam: str = ""


class Plek(NamedTuple):
    """Where a text stands: from ``begin`` up to ``einde``, and on which ground it goes."""

    begin: int
    einde: int
    grond: str


def find(text: str, gegevens: Sequence[Persoonsgegeven]) -> list[Plek]:
    """What has to go from ``text``, in order and without overlap; what stays covers what is inside it."""
    folded, places = _fold(text)
    found: list[tuple[int, int, str, str]] = []
    stays: list[tuple[int, int]] = []
    for each in gegevens:
        for match in _pattern(each.tekst).finditer(folded):
            if match.end() > match.start():
                begin, einde = places[match.start()], places[match.end()]
                if each.grond:
                    found.append((begin, einde, each.grond, each.naam))
                else:
                    stays.append((begin, einde))
    joined: list[Plek] = []
    for begin, einde, grond, naam in sorted(found):
        if any(stay[0] <= begin and einde <= stay[1] and stay != (begin, einde) for stay in stays):
            continue
        plek = Plek(*(widen(text, begin, einde, naam) if naam else (begin, einde)), grond)
        while joined and plek.begin < joined[-1].einde:
            last = joined.pop()
            plek = Plek(min(last.begin, plek.begin), max(last.einde, plek.einde), last.grond)
        joined.append(plek)
    return joined


def occurs(text: str, gegevens: Sequence[Persoonsgegeven]) -> bool:
    """Whether something in a link or a text has to go, also when it is written with %40 and the like."""
    return bool(find(text, gegevens) or find(unquote(text), gegevens))


def same(one: str, other: str) -> bool:
    """Whether two texts are found in the same places."""
    return _pattern(one) == _pattern(other)


@lru_cache(maxsize=8192)
def _fold(text: str) -> tuple[str, list[int]]:
    """``text`` with every spelling alike; of each of its characters where it came from, and the end of the text."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in _spell(character):
            folded.append(part)
            places.append(place)
    return "".join(folded), [*places, len(text)]


@lru_cache(maxsize=4096)
def _spell(character: str) -> str:
    kind = unicodedata.category(character)
    if character.isspace() or kind[0] == "Z":
        return " "
    if kind == "Pd" or character == "\u2212":
        return "-"
    if character in "’‘ʼ`´":
        return "'"
    if kind in ("Mn", "Cf"):
        return ""
    if character.isascii():
        return character.casefold()
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf")).casefold()


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    folded = _fold(text)[0].strip()
    if TELEFOON.fullmatch(folded):
        digits = re.sub(r"^(?:\+|00)31|^0", "", re.sub(r"[^\d+]", "", folded.replace("(0)", "")))
        return re.compile(rf"(?<!\d){_ABROAD}{_GAP}" + _GAP.join(digits) + r"(?!\d)")
    parts = [re.escape(part).replace(r"\.", r"\.\s*") for part in re.split(r"[\s_+-]+", folded)]
    middle = _BETWEEN.join(part for part in parts if part) or re.escape(folded)
    first = _STARTS if folded[:1].isalnum() else ""
    last = (_GENITIVE if folded[-1:].isalpha() else "") + _ENDS if folded[-1:].isalnum() else ""
    return re.compile(first + middle + last)
