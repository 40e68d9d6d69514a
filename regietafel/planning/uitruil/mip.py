"""The whole puzzle at once as a mixed integer program for HiGHS: exact for small or odd networks, slow for large ones.

What the solver finds is rounded to integers and believed only when it keeps every limit.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any

from regietafel.planning.uitruil.net import Net, Paar, Stroom

_ALMOST = 1e-6  # what a bound of the solver may lie beside an integer


@dataclass(frozen=True, kw_only=True)
class Klok:
    """How long there is: until ``einde`` (of :func:`time.monotonic`), or until ``stop`` says so."""

    einde: float
    stop: Callable[[], bool] = field(default=lambda: False)

    @property
    def rest(self) -> float:
        """Seconds left; 0 when it is time."""
        return 0.0 if self.stop() else max(0.0, self.einde - time.monotonic())

    def part(self, share: float) -> Klok:
        """A clock that leaves the rest of the time for what follows."""
        return Klok(einde=time.monotonic() + share * max(0.0, self.einde - time.monotonic()), stop=self.stop)


class Doel(Enum):
    """What to look for."""

    DEKKING = auto()  # most persons
    AANTAL = auto()  # fewest overdrachten
    BUREN = auto()  # most overdrachten between preferred pairs


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """``stroom`` is the best found, None when nothing; ``grens`` what no answer can better.

    ``af`` when the search is over: the best there is, or proven that there is nothing.
    """

    stroom: Mapping[Paar, int] | None
    grens: int
    af: bool


def solver(klok: Klok) -> Any:
    """A silent solver that stops when it is time."""
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("time_limit", klok.rest)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.99)  # every aim is a whole number

    def look(event: Any) -> None:
        if klok.stop():
            event.interrupt()

    highs.cbMipInterrupt.subscribe(look)
    return highs


def compact(
    net: Net,
    doel: Doel,
    klok: Klok,
    *,
    start: Stroom | None = None,
    minstens: int = 0,
    hoogstens: int | None = None,
    voorkeur: Collection[Paar] = (),
    apart: Sequence[tuple[Collection[Paar], int]] = (),
) -> Gevonden:
    """The best answer for one aim, with between ``minstens`` and ``hoogstens`` overdrachten.

    ``apart`` holds collections of pairs of which an answer may use only so many.
    """
    import highspy

    worst = 0 if doel is not Doel.AANTAL else minstens
    if not net.paren:
        return Gevonden(stroom={} if not net.totaal else None, grens=worst, af=True)
    highs, infinity = solver(klok), highspy.kHighsInf
    single = _single(net, hoogstens)
    pairs = sorted(pair for pair in net.paren if _fills(net, pair, single))
    n = len(pairs)
    sizes = [min(net.gevers[van], net.nemers[naar]) for van, naar in pairs]
    for size in sizes:
        highs.addCol(-1.0 if doel is Doel.DEKKING else 0.0, 0, size, 0, [], [])
    for pair in pairs:
        wanted = doel is Doel.BUREN and pair in voorkeur
        highs.addCol(1.0 if doel is Doel.AANTAL else -1.0 if wanted else 0.0, 0, 1, 0, [], [])
    highs.changeColsIntegrality(n, list(range(n, 2 * n)), [highspy.HighsVarType.kInteger] * n)
    for k, pair in enumerate(pairs):
        highs.addRow(0 if single.keys() & pair else -infinity, 0, 2, [k, n + k], [1.0, -sizes[k]])
        if net.paren[pair] > 1:
            highs.addRow(0, infinity, 2, [k, n + k], [1.0, -net.paren[pair]])
    rows = _rows(net, pairs)
    if rows is None:
        return Gevonden(stroom=None, grens=worst, af=True)
    if doel is not Doel.DEKKING:
        rows.append((net.totaal, net.totaal, range(n)))
    rows.append((minstens, len(pairs) if hoogstens is None else hoogstens, range(n, 2 * n)))
    rows += [(0, most, [n + k for k, pair in enumerate(pairs) if pair in some]) for some, most in apart]
    for low, high, columns in rows:
        highs.addRow(low, high, len(columns), columns, [1.0] * len(columns))
    if start is not None:
        first = highspy.HighsSolution()
        first.col_value = [float(start.get(pair, 0)) for pair in pairs] + [float(pair in start) for pair in pairs]
        highs.setSolution(first)
    if doel is Doel.AANTAL:
        highs.setOptionValue("objective_target", minstens + 0.5)
    highs.run()
    return _read(highs, net, pairs, doel, worst)


def _single(net: Net, hoogstens: int | None) -> Mapping[int, int]:
    """Who must be full with one overdracht, as there may be no more than everyone of that side needs at least."""
    for side, caps, others in ((0, net.gevers, net.nemers), (1, net.nemers, net.gevers)):
        if net.vol.issuperset(caps):
            needed = {
                id: cover(most, [others[pair[1 - side]] for pair in net.paren if pair[side] == id])
                for id, most in caps.items()
            }
            if hoogstens == sum(count or 0 for count in needed.values()):
                return {id: most for id, most in caps.items() if needed[id] == 1}
    return {}


def _fills(net: Net, pair: Paar, single: Mapping[int, int]) -> bool:
    """Whether one overdracht of this pair can fill whoever of the two must be full with one."""
    most = min(net.gevers[pair[0]], net.nemers[pair[1]])
    return all(single.get(id, most) == most for id in pair)


def _rows(net: Net, pairs: Sequence[Paar]) -> list[tuple[int, int, Sequence[int]]] | None:
    """What everyone gives or takes, and with how many at least who must be full; None when that cannot be."""
    rows: list[tuple[int, int, Sequence[int]]] = []
    n = len(pairs)
    for side, caps, others in ((0, net.gevers, net.nemers), (1, net.nemers, net.gevers)):
        for id, most in caps.items():
            mine = [k for k, pair in enumerate(pairs) if pair[side] == id]
            rows.append((most if id in net.vol else 0, most, mine))
            if id in net.vol:
                needed = cover(most, [others[pairs[k][1 - side]] for k in mine])
                if needed is None:
                    return None
                rows.append((needed, len(mine), [n + k for k in mine]))
    return rows


def _read(highs: Any, net: Net, pairs: Sequence[Paar], doel: Doel, worst: int) -> Gevonden:
    import highspy

    status, info = highs.getModelStatus(), highs.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Gevonden(stroom=None, grens=worst, af=True)
    bound = info.mip_dual_bound
    sign = 1 if doel is Doel.AANTAL else -1
    grens = worst
    if math.isfinite(bound):
        least = math.ceil(bound - _ALMOST)  # of what is minimised
        grens = max(worst, least) if sign == 1 else -least
    elif sign == -1:
        grens = sum(net.gevers.values()) if doel is Doel.DEKKING else len(pairs)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Gevonden(stroom=None, grens=grens, af=False)
    values = list(highs.getSolution().col_value)
    stroom = {pair: amount for pair, value in zip(pairs, values, strict=False) if (amount := round(value)) > 0}
    found = net if doel is not Doel.DEKKING else replace(net, totaal=sum(stroom.values()))
    if not found.keeps(stroom):
        return Gevonden(stroom=None, grens=grens, af=False)
    return Gevonden(stroom=stroom, grens=grens, af=status == highspy.HighsModelStatus.kOptimal)


def cover(amount: int, others: Sequence[int]) -> int | None:
    """How many of the others it takes to move so much; None when all of them cannot."""
    total = 0
    for count, most in enumerate(sorted(others, reverse=True), 1):
        total += most
        if total >= amount:
            return count
    return None
