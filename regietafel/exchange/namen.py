"""Which gemeente a printed name or code means: known, or a proposal for the user, or nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from regietafel import reference
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.reference import spelling_key, without_brackets

LOWEST = 70  # of 100: “Hatterij” is 71 from Hattem; two different gemeenten are up to 87 alike
MARGIN = 3  # a runner-up this near is equally good: then nothing is proposed

# “Leeuwarden 4)”, “Ameland⁴”, “Vlieland*”, “Terschelling (4)”; from a pdf also “Leeuwarden4”.
_MARK = re.compile(r"\s*(?:[(\[]?\d{1,2}[)\]]|[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+|\*+)$|(?<=[\w.)])\s*\d{1,2}$")
_REGIO = re.compile(r"(?:provincie|veiligheidsregio|regio)\s+", re.IGNORECASE)
_PREFIX = re.compile(r"gemeente\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Kandidaat:
    """A gemeente a row can mean; ``gemeente_id`` is None when the open file does not have it.

    In a table of gebieden it can be a provincie, a veiligheidsregio or the country; ``gm_code`` is then its code.
    """

    gm_code: str
    naam: str
    provincie: str = ""
    gemeente_id: int | None = None


@dataclass(frozen=True)
class Namenlijst:
    """Every gemeente of the open file and of the country, by code and by spelling. The open file goes first.

    ``by_alias``: what the user once said that a name means, by spelling. ``niveaus``: of gebieden the list of each
    niveau. ``wat`` and ``code``: what a sentence says that a name or a code is not.
    """

    by_code: dict[str, Kandidaat]
    by_naam: dict[str, Kandidaat]  # exactly as in the open file
    by_key: dict[str, Kandidaat | None]  # None: two gemeenten of the file are written alike
    by_alias: dict[str, Kandidaat]
    wat: str = _("bekende gemeente")
    code: str = _("bekende gemeentecode")
    niveaus: Mapping[str, Namenlijst] = field(default_factory=dict)

    def of(self, niveau: str) -> Namenlijst:
        """The list of a niveau; of none the whole."""
        return self.niveaus.get(niveau, self)

    def by_printed_code(self, text: str) -> Kandidaat | None:
        """The one with this code, also written as 153."""
        return self.by_code.get(text.strip().upper()) or self.by_code.get(reference.gm_code(text) or "")


def namenlijst(ledger: Ledger) -> Namenlijst:
    """The names that are known now; users may have renamed or added gemeenten."""
    by_code: dict[str, Kandidaat] = {}
    by_naam: dict[str, Kandidaat] = {}
    by_key: dict[str, Kandidaat | None] = {}
    for gemeente in ledger.gemeenten:
        kandidaat = Kandidaat(gemeente.gm_code, gemeente.naam, gemeente.provincie, gemeente.id)
        by_code[gemeente.gm_code] = by_naam[gemeente.naam.strip()] = kandidaat
        key = spelling_key(gemeente.naam)
        by_key[key] = None if key in by_key else kandidaat
    for bekend in reference.gemeenten():
        if bekend.code not in by_code:
            by_code[bekend.code] = Kandidaat(bekend.code, bekend.naam, bekend.provincie)
    for key, bekend in reference.spellings().items():
        by_key.setdefault(key, by_code[bekend.code])
    by_key.pop("", None)
    by_alias = {
        spelling_key(alias.naam): by_code[alias.gm_code] for alias in ledger.aliassen if alias.gm_code in by_code
    }
    return Namenlijst(by_code, by_naam, by_key, by_alias)


def known(lijst: Namenlijst, naam: str, provincie: str = "") -> Kandidaat | None:
    """The gemeente with this name, in any legitimate spelling, also with a footnote mark after it, or its GM-code.

    A name that the user once explained counts, unless the file names another ``provincie`` beside it.
    """
    for printed in _printed(naam):
        if found := lijst.by_naam.get(printed) or lijst.by_key.get(spelling_key(printed)):
            return found
    return explained(lijst, naam, provincie) or lijst.by_code.get(naam.strip().upper())


def explained(lijst: Namenlijst, naam: str, provincie: str = "") -> Kandidaat | None:
    """The gemeente that the user once said this name is."""
    for printed in _printed(naam):
        if (found := lijst.by_alias.get(spelling_key(printed))) and _in_provincie(found, provincie):
            return found
    return None


def _printed(naam: str) -> Iterable[str]:
    """The name as it stands there, without its mark, and without what is said before it."""
    bare = without_mark(naam)
    return dict.fromkeys((naam.strip(), bare, _PREFIX.sub("", bare, count=1)))


def _in_provincie(kandidaat: Kandidaat, provincie: str) -> bool:
    bekend = reference.known_provincie(provincie)
    return bekend is None or reference.known_provincie(kandidaat.provincie) in (None, bekend)


def candidates(lijst: Namenlijst, provincie: str = "", taken: Collection[str] = frozenset()) -> dict[str, set[str]]:
    """The spellings of which one can be meant, each with its codes; what is in brackets may be left out of a name.

    ``provincie`` (as in the file, may be empty) narrows the choice; ``taken`` are codes that other rows have.
    """
    found: dict[str, set[str]] = {}
    for spelling, kandidaat in lijst.by_key.items():
        if kandidaat is None or kandidaat.gm_code in taken or not _in_provincie(kandidaat, provincie):
            continue
        for written in (spelling, spelling_key(without_brackets(kandidaat.naam))):
            found.setdefault(written, set()).add(kandidaat.gm_code)
    return found


def proposal(
    lijst: Namenlijst,
    naam: str,
    provincie: str = "",
    taken: Collection[str] = frozenset(),
    *,
    among: Mapping[str, set[str]] | None = None,
) -> Kandidaat | None:
    """The gemeente that is most like ``naam``; None when nothing is near or two are equally near.

    ``among``: the :func:`candidates`, when they are known already because there are more names to ask about.
    """
    from rapidfuzz import fuzz, process

    if is_regio(naam):
        return None
    key = spelling_key(_PREFIX.sub("", without_mark(naam), count=1))
    spellings = candidates(lijst, provincie, taken) if among is None else among
    scores: dict[str, float] = {}
    for spelling, score, _place in process.extract(key, list(spellings), scorer=fuzz.ratio, limit=10):
        for code in spellings[spelling]:
            scores[code] = max(score, scores.get(code, 0))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LOWEST or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return lijst.by_code[ranked[0][0]]


def is_regio(naam: str) -> bool:
    """Whether this is the name of a veiligheidsregio or provincie: what a subtotal is called."""
    bare = without_mark(naam)
    return spelling_key(_REGIO.sub("", bare, count=1) if _REGIO.match(bare) else bare) in _regios()


@cache
def _regios() -> frozenset[str]:
    gebieden = (*reference.veiligheidsregios(), *reference.provincies())
    return frozenset(spelling_key(naam) for gebied in gebieden for naam in gebied.namen)


def without_mark(naam: str) -> str:
    """The name without the footnote mark after it."""
    naam = naam.strip()
    return naam if naam[-1:].isalpha() else _MARK.sub("", naam).strip()
