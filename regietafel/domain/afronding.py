"""Rounding. One number, half up; and shares to whole numbers: by a divisor, in steps, or by the largest remainders.

All exact. Shares are of units of gemeenten. Where units have an equal claim to a last place it goes to the one with
the most inhabitants and then the first key, so that the order in which they are given does not matter. Those gemeenten
are returned beside the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from heapq import heappop, heappush

Eenheid = tuple[str, ...]  # gemeenten that count as one, in the order of their keys

# A unit goes from k to k + 1 at the divisor: inhabitants / (k + drempel/2).
NAAR_BOVEN, GEWOON, NAAR_BENEDEN = 0, 1, 2


def rounded(number: Fraction) -> int:
    """To a whole number, half up."""
    return (2 * number + 1) // 2


def with_decimals(number: Fraction, decimals: int) -> Decimal:
    """To so many decimals, half up."""
    return Decimal(rounded(number * 10**decimals)).scaleb(-decimals)


def round_up(inwoners: Mapping[Eenheid, int], totaal: int) -> dict[Eenheid, int]:
    """Every share of ``totaal`` rounded up; the sum may exceed it."""
    som = max(sum(inwoners.values()), 1)
    return {eenheid: -(-totaal * aantal // som) for eenheid, aantal in inwoners.items()}


def largest_remainders(inwoners: Mapping[Eenheid, int], totaal: int) -> tuple[dict[Eenheid, int], tuple[str, ...]]:
    """Every share of ``totaal`` rounded down, and one more for the largest remainders; and the equal claims."""
    som = max(sum(inwoners.values()), 1)
    delen = {eenheid: totaal * aantal // som for eenheid, aantal in inwoners.items()}
    resten = {eenheid: totaal * aantal % som for eenheid, aantal in inwoners.items()}
    order = sorted(inwoners, key=lambda eenheid: (-resten[eenheid], -inwoners[eenheid], eenheid))
    over = totaal - sum(delen.values())
    for eenheid in order[:over]:
        delen[eenheid] += 1
    # Remainders are less than 1 and add up to what is over, so there is always one that gets none.
    if not over or resten[order[over - 1]] != resten[order[over]]:
        return delen, ()
    return delen, _gemeenten(eenheid for eenheid in order if resten[eenheid] == resten[order[over]])


def deal(
    inwoners: Mapping[Eenheid, int],
    totaal: int,
    drempel: int,
    blok: int = 1,
    hoogstens: Mapping[Eenheid, int] | None = None,
) -> tuple[dict[Eenheid, int], tuple[str, ...]]:
    """Give ``totaal`` out in steps, each to the unit that takes it at the highest divisor; and the equal claims.

    A first step is ``blok`` persons, every next one is 1. A unit drops out once its step no longer fits in what is
    left or would bring it above ``hoogstens``; so with blocks or a ceiling some may be left over.
    """
    aantallen = dict.fromkeys(inwoners, 0)
    groot = {eenheid: aantal for eenheid, aantal in inwoners.items() if aantal}
    queue: list[tuple[tuple[bool, Fraction], int, Eenheid, int]] = []

    def enqueue(eenheid: Eenheid) -> None:
        nieuw = max(aantallen[eenheid] + 1, blok)
        if hoogstens is None or nieuw <= hoogstens[eenheid]:
            noemer = 2 * (nieuw - 1) + drempel
            # Rounding up gives a first 1 at any divisor: before every other step, the largest unit first.
            claim = (noemer > 0, Fraction(-2 * groot[eenheid], noemer or 1))
            heappush(queue, (claim, -groot[eenheid], eenheid, nieuw))

    # At the divisor som / zeker even rounding up leaves something over: what lies above it is taken at once.
    som, zeker = sum(groot.values()), max(totaal - len(groot), 0)
    for eenheid, aantal in groot.items():
        begin = -((drempel * som - 2 * aantal * zeker) // (2 * som))  # ceil(aantal / divisor - drempel/2)
        if hoogstens is not None:
            begin = min(begin, hoogstens[eenheid])
        aantallen[eenheid] = begin if begin >= blok else 0
        enqueue(eenheid)
    over = totaal - sum(aantallen.values())
    gelijk: list[Eenheid] = []
    while over and queue:
        claim, before = queue[0][0], over
        winners, losers = [], []
        while queue and queue[0][0] == claim:
            *_claim, eenheid, nieuw = heappop(queue)
            stap = nieuw - aantallen[eenheid]
            if stap <= over:
                over -= stap
                aantallen[eenheid] = nieuw
                winners.append(eenheid)
            elif stap <= before:
                losers.append(eenheid)
        if losers:
            gelijk += winners + losers
        for eenheid in winners:
            enqueue(eenheid)
    return aantallen, _gemeenten(gelijk)


def find_divisor(inwoners: Mapping[Eenheid, int], delen: Mapping[Eenheid, int], drempel: int) -> Fraction | None:
    """The shortest decimal number that gives ``delen``; the edge itself on equal claims; None if none does."""
    taken: list[Fraction] = []  # the divisors at which the last step of each unit was taken
    left: list[Fraction] = []  # and those at which it would take one more
    for eenheid, aantal in inwoners.items():
        noemer = 2 * delen[eenheid] + drempel
        if aantal and not noemer:
            return None  # rounding up gives this unit 1 at any divisor
        if aantal:
            left.append(Fraction(2 * aantal, noemer))
        if delen[eenheid] and noemer > 2:
            taken.append(Fraction(2 * aantal, noemer - 2))
    if not left:
        return None
    low, high = max(left), min(taken, default=None)
    if low == high:
        return low
    schaal = 1
    while (deler := Fraction(low * schaal // 1 + 1, schaal)) and high is not None and deler >= high:
        schaal *= 10
    return deler


def _gemeenten(eenheden: Iterable[Eenheid]) -> tuple[str, ...]:
    return tuple(sorted({gemeente for eenheid in eenheden for gemeente in eenheid}))
