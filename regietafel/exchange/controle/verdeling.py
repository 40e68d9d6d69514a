"""The numbers of all gemeenten against the rule that divides them by inhabitants (``domain.verdeelsleutel``).

That rule is a reconstruction: what is printed counts. A difference is a reason to ask, not a mistake by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from regietafel.domain.verdeelsleutel import Methode, Samen, verdeel, wadden
from regietafel.i18n import _, format_number
from regietafel.reference import gemeenten

_WHOLE = 95  # percent of the inhabitants that make a list one of the whole country
_MOST = 1_000  # gemeenten; there have not been so many since 1900
_TRIES = 4  # totals that are tried at a time


@dataclass(frozen=True)
class Regel:
    """One gemeente of a list; ``sleutel`` is its code, or else whatever tells it apart."""

    sleutel: str
    inwoners: int
    aantal: int
    amv: int | None


@dataclass(frozen=True)
class Narekening:
    """What the rule gives each gemeente, and as a sentence how; without amv when these are not known of all."""

    aantallen: Mapping[str, int]
    amvs: Mapping[str, int]
    uitleg: str
    uitleg_amv: str


def is_land(regels: Sequence[Regel]) -> bool:
    """Whether this is a list of (nearly) all gemeenten of the country, each once."""
    once = len({regel.sleutel for regel in regels}) == len(regels) <= _MOST
    return once and 100 * sum(regel.inwoners for regel in regels) >= _WHOLE * _inwoners_land()


def reken_na(regels: Sequence[Regel]) -> Narekening:
    """Divide again. The number to divide is the one that explains most of what is printed.

    The sum of what is printed would not do: one misprint in it changes what the others get.
    """
    inwoners = {regel.sleutel: regel.inwoners for regel in regels}
    samen = _samen(regels)
    gedrukt = {regel.sleutel: regel.aantal for regel in regels}

    def aantallen(totaal: int) -> dict[str, int]:
        outcome = verdeel(inwoners, totaal, Methode.ADAMS, samen)
        return _with_ties(outcome.gelijk, gedrukt, {regel.gemeente: regel.aantal for regel in outcome.regels})

    totaal, best = _closest(gedrukt, aantallen)
    text = _("volgens de verdeelsleutel (Adams, {totaal} over het land)")
    amvs = {regel.sleutel: regel.amv for regel in regels if regel.amv is not None}
    if len(amvs) < len(regels):
        return Narekening(best, {}, text.format(totaal=format_number(totaal)), "")

    def amv_aantallen(amv: int) -> dict[str, int]:
        outcome = verdeel(inwoners, totaal, Methode.ADAMS, samen, min(amv, totaal))
        return _with_ties(outcome.gelijk_amv, amvs, {regel.gemeente: regel.amv or 0 for regel in outcome.regels})

    amv, best_amv = _closest(amvs, amv_aantallen)
    text_amv = _("volgens de verdeelsleutel (Adams per blok van vier, {amv} amv over het land)")
    return Narekening(
        best, best_amv, text.format(totaal=format_number(totaal)), text_amv.format(amv=format_number(amv))
    )


def _closest(gedrukt: Mapping[str, int], divide: Callable[[int], dict[str, int]]) -> tuple[int, dict[str, int]]:
    """The total, and what it gives, with the fewest differences from what is printed; of two such the rounder.

    A misprint shifts the sum by about as much as it differs itself: such shifts are tried until none makes it better.
    """
    totaal = sum(gedrukt.values())
    best = divide(totaal)
    while shifts := {abs(best[sleutel] - aantal) for sleutel, aantal in gedrukt.items()} - {0}:
        likely = {1, 2, 3, *sorted(shifts)[-_TRIES:]}
        others = {totaal + sign * shift for shift in likely for sign in (1, -1)}
        tried = {totaal: best} | {other: divide(other) for other in sorted(others) if other >= 0}
        other = min(tried, key=lambda each: (_differences(gedrukt, tried[each]), each % 100 > 0, each % 10 > 0))
        if other == totaal:
            break
        totaal, best = other, tried[other]
    return totaal, best


def _differences(gedrukt: Mapping[str, int], berekend: Mapping[str, int]) -> int:
    return sum(berekend[sleutel] != aantal for sleutel, aantal in gedrukt.items())


def _with_ties(gelijk: Sequence[str], gedrukt: Mapping[str, int], berekend: dict[str, int]) -> dict[str, int]:
    """Who gets a last place to which several have an equal claim is not for us to say."""
    for sleutel in gelijk:
        if abs(berekend[sleutel] - gedrukt[sleutel]) <= 1:
            berekend[sleutel] = gedrukt[sleutel]
    return berekend


def _samen(regels: Sequence[Regel]) -> tuple[Samen, ...]:
    """The Wadden islands count with Leeuwarden, unless each has a number of its own."""
    aantallen = {regel.sleutel: regel.aantal for regel in regels}
    return tuple(pool for pool in wadden(aantallen) if not all(aantallen[code] for code in pool.leden))


@cache
def _inwoners_land() -> int:
    return sum(gemeente.inwoners_2022 for gemeente in gemeenten())
