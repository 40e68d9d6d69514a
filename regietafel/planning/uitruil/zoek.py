"""The search for one answer: coverage, then the fewest overdrachten, then the evenest burden, then neighbours.

Each step keeps what the steps before it reached. A network is taken apart in independent parts first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from regietafel.planning.uitruil.groepen import Groepen, division, groepen
from regietafel.planning.uitruil.mip import Doel, Gevonden, Klok, compact, cover
from regietafel.planning.uitruil.net import (
    Net,
    Paar,
    Stroom,
    as_forest,
    connected,
    greedy,
    max_stroom,
    split,
    taken,
)

_ROUNDS = 12  # divisions that are tried
_SMALL = 30  # pairs up to which the whole puzzle at once is quickest


@dataclass(frozen=True, kw_only=True)
class Gedekt:
    """The most that can change hands: the independent parts, a first answer for each, whether it is proven."""

    delen: tuple[Net, ...]
    eerste: tuple[Mapping[Paar, int], ...]
    bewezen: bool

    @property
    def totaal(self) -> int:
        """Persons."""
        return sum(deel.totaal for deel in self.delen)


def dekking(net: Net, klok: Klok) -> Gedekt:
    """As many persons as can change hands within every limit."""
    delen: list[Net] = []
    eerste: list[Mapping[Paar, int]] = []
    bewezen = True
    for part in connected(net):
        flow, whole = _most(part, klok)
        most = sum(max_stroom(part).values()) if part.has_minima else sum(flow.values())
        bewezen &= whole
        if sum(flow.values()) == most:
            pieces = split(part, flow if not part.has_minima else max_stroom(part))
        else:
            pieces = (replace(part, totaal=sum(flow.values())),)
        for piece in pieces:
            if piece.totaal:
                delen.append(piece)
                eerste.append({pair: amount for pair, amount in flow.items() if pair in piece.paren})
    return Gedekt(delen=tuple(delen), eerste=tuple(eerste), bewezen=bewezen)


def _most(part: Net, klok: Klok) -> tuple[Mapping[Paar, int], bool]:
    """A first answer that covers the most, and whether that is proven."""
    flow, quick = as_forest(max_stroom(part)), greedy(part)
    total = sum(flow.values())
    tries = [each for each in (quick, flow) if replace(part, totaal=sum(each.values())).keeps(each)]
    best: Mapping[Paar, int] = max(tries, key=lambda each: (sum(each.values()), -len(each)))
    if sum(best.values()) == total:
        return best, True
    found = compact(part, Doel.DEKKING, klok, start=best)
    if found.stroom is not None and sum(found.stroom.values()) > sum(best.values()):
        best = found.stroom
    return best, found.af or sum(best.values()) >= found.grens


@dataclass(frozen=True, kw_only=True)
class Minste:
    """The fewest overdrachten found for a part, what no answer can better, and the groups that were seen."""

    stroom: Mapping[Paar, int] | None
    ondergrens: int
    groepen: Groepen | None = None


def minste(
    net: Net,
    klok: Klok,
    start: Stroom | None = None,
    hoogstens: int | None = None,
    meld: Callable[[int, int], object] = lambda _aantal, _grens: None,
) -> Minste:
    """The fewest overdrachten with which everything in ``vol`` is full and the total is reached.

    With ``hoogstens`` it only asks whether so many will do: ``ondergrens`` beyond it, or no ``stroom``, means no when
    the time was not up. ``meld`` hears the best number so far and the bound.
    """
    best = start
    lower = simple_bound(net)
    cap = len(net.paren) if best is None else len(best)

    def report() -> bool:
        if best is not None:
            meld(len(best), lower)
        enough = best is not None and len(best) <= max(lower, hoogstens or 0)
        return enough or (hoogstens is not None and lower > hoogstens)

    if report():
        return Minste(stroom=best, ondergrens=lower)
    seen = groepen(net, klok.part(0.6), cap) if len(net.paren) > _SMALL else None
    if seen:
        lower = seen.ondergrens = max(lower, seen.ondergrens)
        short = klok.part(0.4)
        for ronde in range(_ROUNDS):
            if report() or not short.rest:
                break
            met = division(seen, short, ronde)
            if met is not None and (best is None or len(met) < len(best)):
                best = met
    if not report() and klok.rest:
        whole = compact(net, Doel.AANTAL, klok, start=best, minstens=lower, hoogstens=hoogstens)
        if whole.stroom is not None and (best is None or len(whole.stroom) < len(best)):
            best = whole.stroom
        if whole.af:
            lower = len(whole.stroom) if whole.stroom is not None else (hoogstens or len(net.paren)) + 1
        lower = max(lower, whole.grens)
        report()
    return Minste(stroom=best, ondergrens=lower, groepen=seen)


def simple_bound(net: Net) -> int:
    """What can be seen at once: everyone who must be full needs partners enough, and so does the total."""
    bound = 0
    for side, caps, others in ((0, net.gevers, net.nemers), (1, net.nemers, net.gevers)):
        full = 0
        for id in net.vol & caps.keys():
            mine = [others[pair[1 - side]] for pair in net.paren if pair[side] == id]
            full += cover(caps[id], mine) or len(mine)
        bound = max(bound, full, cover(net.totaal, list(caps.values())) or 0)
    return bound


def lasten(stroom: Stroom, inwoners: Mapping[int, int]) -> Fraction:
    """The burden: the most any receiver takes over per inhabitant; who has no known inhabitants does not count."""
    return max((Fraction(n, inwoners[id]) for id, n in taken(stroom).items() if inwoners.get(id)), default=Fraction(0))


def capped(net: Net, inwoners: Mapping[int, int], last: Fraction) -> Net | None:
    """The network in which no receiver has more than ``last`` per inhabitant; None when that is impossible."""
    nemers = {}
    for id, most in net.nemers.items():
        less = min(most, last.numerator * inwoners[id] // last.denominator) if inwoners.get(id) else most
        if id in net.vol and less < most:
            return None
        nemers[id] = less
    paren = {pair: least for pair, least in net.paren.items() if least <= min(net.gevers[pair[0]], nemers[pair[1]])}
    return replace(net, nemers={id: most for id, most in nemers.items() if most}, paren=paren)


def can_cover(net: Net) -> bool:
    """Whether the total can still be reached, minima apart."""
    return sum(max_stroom(net).values()) >= net.totaal


def evenest(
    delen: Sequence[Net], best: Sequence[Mapping[Paar, int]], inwoners: Mapping[int, int], klok: Klok
) -> tuple[tuple[Mapping[Paar, int], ...], bool]:
    """The same numbers of overdrachten with the least burden, and whether that is proven.

    The burden is one of finitely many fractions; those are halved with the question whether it can be that low.
    """
    now = [level(deel, stroom, inwoners) for deel, stroom in zip(delen, best, strict=True)]
    floor, proven = Fraction(0), True
    for deel in delen:
        fixed = [Fraction(deel.nemers[id], inwoners[id]) for id in deel.vol & deel.nemers.keys() if inwoners.get(id)]
        floor = max([floor, *fixed])
    for k in sorted(range(len(delen)), key=lambda k: -lasten(now[k], inwoners)):
        deel, count = delen[k], len(now[k])
        steps = _candidates(deel, inwoners, floor, lasten(now[k], inwoners))
        low, high = 0, len(steps) - 1  # steps[high] is what we have
        while low < high:
            middle = (low + high) // 2
            tight = capped(deel, inwoners, steps[middle])
            if tight is None or not can_cover(tight):
                low = middle + 1
                continue
            found = minste(tight, klok, hoogstens=count)
            if found.stroom is not None and len(found.stroom) <= count:
                now[k] = level(deel, found.stroom, inwoners)
                high = max(low, min(middle, steps.index(max(steps[0], lasten(now[k], inwoners)))))
            else:
                proven &= found.ondergrens > count
                low = middle + 1
            if not klok.rest:
                return tuple(now), proven and low >= high
        floor = max(floor, lasten(now[k], inwoners))
    return tuple(now), proven


def _candidates(deel: Net, inwoners: Mapping[int, int], floor: Fraction, have: Fraction) -> list[Fraction]:
    """Every burden this part can have between what is unavoidable and what it has now, ascending."""
    steps = {floor} if floor < have else {have}
    for id, most in deel.nemers.items():
        if inwoners.get(id):
            steps |= {last for n in range(1, most + 1) if floor < (last := Fraction(n, inwoners[id])) < have}
    return sorted(steps | {max(have, floor)} if have > floor else {have})


def level(net: Net, stroom: Stroom, inwoners: Mapping[int, int]) -> Mapping[Paar, int]:
    """The same pairs with the burden as low as those pairs allow, minima apart."""
    if any(net.paren[pair] > 1 for pair in stroom) or net.vol.issuperset(net.nemers):
        return stroom
    own = replace(net, paren=dict.fromkeys(stroom, 1))
    best, high = stroom, lasten(stroom, inwoners)
    steps = _candidates(net, inwoners, Fraction(0), high)
    low, top = 0, len(steps) - 1
    while low < top:
        middle = (low + top) // 2
        tight = capped(own, inwoners, steps[middle])
        flow = max_stroom(tight) if tight else {}
        if net.keeps(flow):
            best, top = flow, middle
        else:
            low = middle + 1
    return best if len(best) <= len(stroom) else stroom


def neighbourly(
    delen: Sequence[Net],
    best: Sequence[Mapping[Paar, int]],
    buren: Collection[Paar],
    inwoners: Mapping[int, int],
    klok: Klok,
) -> tuple[tuple[Mapping[Paar, int], ...], bool]:
    """No more overdrachten and no more burden, and the most between neighbours; and whether that is proven."""
    burden = max((lasten(stroom, inwoners) for stroom in best), default=Fraction(0))
    now, proven = [], True
    for deel, stroom in zip(delen, best, strict=True):
        tight = capped(deel, inwoners, burden) or deel
        found = most_neighbours(tight, stroom, buren, klok)
        now.append(found.stroom if found.stroom is not None else stroom)
        proven &= found.af
    return tuple(now), proven


def most_neighbours(net: Net, stroom: Stroom, buren: Collection[Paar], klok: Klok) -> Gevonden:
    """The most overdrachten between neighbours with no more overdrachten than ``stroom`` has."""
    near = {pair for pair in net.paren if pair in buren}
    now = sum(pair in near for pair in stroom)
    if now == len(stroom) or not near:
        return Gevonden(stroom=dict(stroom), grens=now, af=True)
    if not klok.rest:
        return Gevonden(stroom=dict(stroom), grens=len(stroom), af=False)
    found = compact(net, Doel.BUREN, klok, start=stroom, hoogstens=len(stroom), voorkeur=near)
    better = found.stroom is not None and sum(pair in near for pair in found.stroom) >= now
    return Gevonden(stroom=found.stroom if better else dict(stroom), grens=found.grens, af=found.af)
