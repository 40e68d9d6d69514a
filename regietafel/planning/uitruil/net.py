"""The network of an uitruil: who can give, who can take, which pairs may trade. Exact integers, no solver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Paar = tuple[int, int]  # giver, receiver
Stroom = Mapping[Paar, int]  # persons per pair, each more than 0


@dataclass(frozen=True, kw_only=True)
class Net:
    """Givers and receivers by id with the most they can give or take (> 0), and the pairs that may trade.

    ``paren`` holds the smallest overdracht of each pair (>= 1). Those in ``vol`` give or take everything they can.
    Altogether ``totaal`` persons change hands.
    """

    gevers: Mapping[int, int]
    nemers: Mapping[int, int]
    paren: Mapping[Paar, int]
    vol: frozenset[int] = frozenset()
    totaal: int = 0

    @property
    def has_minima(self) -> bool:
        """Whether some pair may not trade as little as one person."""
        return any(least > 1 for least in self.paren.values())

    def keeps(self, stroom: Stroom) -> bool:
        """Whether an answer is right: every limit kept, everyone in ``vol`` full, the total as promised."""
        for (van, naar), aantal in stroom.items():
            if (van, naar) not in self.paren or aantal < self.paren[van, naar]:
                return False
        gives, takes = given(stroom), taken(stroom)
        return (
            all(gives[van] <= self.gevers[van] for van in gives)
            and all(takes[naar] <= self.nemers[naar] for naar in takes)
            and all(gives.get(id, takes.get(id)) == {**self.gevers, **self.nemers}[id] for id in self.vol)
            and sum(stroom.values()) == self.totaal
        )


def given(stroom: Stroom) -> dict[int, int]:
    """Persons handed over, per giver."""
    return _sums((van, aantal) for (van, _naar), aantal in stroom.items())


def taken(stroom: Stroom) -> dict[int, int]:
    """Persons taken over, per receiver."""
    return _sums((naar, aantal) for (_van, naar), aantal in stroom.items())


def pruned(gevers: Mapping[int, int], nemers: Mapping[int, int], paren: Mapping[Paar, int]) -> Net:
    """The network without those who can give or take nothing, and without pairs too small for their minimum."""
    usable = {
        (van, naar): least
        for (van, naar), least in paren.items()
        if least <= min(gevers.get(van, 0), nemers.get(naar, 0))
    }
    vans, naars = {van for van, _naar in usable}, {naar for _van, naar in usable}
    return Net(
        gevers={van: most for van, most in gevers.items() if van in vans},
        nemers={naar: most for naar, most in nemers.items() if naar in naars},
        paren=usable,
    )


def max_stroom(net: Net) -> dict[Paar, int]:
    """As many persons as can change hands, minima apart: augmenting paths (Edmonds and Karp), so exact."""
    flow: dict[Paar, int] = {}
    left_van, left_naar = dict(net.gevers), dict(net.nemers)
    # A first filling, largest first: most of the work, and few pairs.
    for van, naar in sorted(net.paren, key=lambda p: (-net.gevers[p[0]], -net.nemers[p[1]], p)):
        if amount := min(left_van[van], left_naar[naar]):
            flow[van, naar] = amount
            left_van[van] -= amount
            left_naar[naar] -= amount
    outward = _outward(net)
    while path := _augmenting(outward, flow, left_van, left_naar):
        forward = list(zip(path[::2], path[1::2], strict=True))
        backward = list(zip(path[2::2], path[1::2], strict=False))
        amount = min(left_van[path[0]], left_naar[path[-1]], *(flow[pair] for pair in backward))
        left_van[path[0]] -= amount
        left_naar[path[-1]] -= amount
        for pair in forward:
            flow[pair] = flow.get(pair, 0) + amount
        for pair in backward:
            flow[pair] -= amount
    return {pair: amount for pair, amount in flow.items() if amount}


def _augmenting(
    outward: Mapping[int, list[int]], flow: Stroom, left_van: Mapping[int, int], left_naar: Mapping[int, int]
) -> list[int]:
    """The shortest way from a giver with something left to a receiver with room: giver, receiver, giver, …"""
    before: dict[int, int | None] = {van: None for van, left in left_van.items() if left}
    inward: dict[int, list[int]] = {}
    for (van, naar), amount in flow.items():
        if amount:
            inward.setdefault(naar, []).append(van)
    queue = list(before)
    for van in queue:
        for naar in outward.get(van, ()):
            if naar in before:
                continue
            before[naar] = van
            if left_naar[naar]:
                path, at = [naar], van
                while True:
                    path.append(at)
                    previous = before[at]
                    if previous is None:
                        return path[::-1]
                    path.append(previous)
                    at = before[previous]  # type: ignore[assignment]
            for other in inward.get(naar, ()):
                if other not in before:
                    before[other] = naar
                    queue.append(other)
    return []


def split(net: Net, flow: Stroom) -> tuple[Net, ...]:
    """The independent parts of a network in which ``flow`` is the most that can change hands.

    By the least cuts nearest to the givers and to the receivers: before the first every receiver is full in every
    largest flow, behind the second every giver, between them both; and nothing crosses a cut (max-flow min-cut).
    """
    gives, takes = given(flow), taken(flow)
    spare = {van for van, most in net.gevers.items() if gives.get(van, 0) < most}
    room = {naar for naar, most in net.nemers.items() if takes.get(naar, 0) < most}
    outward, used_back = _outward(net), _outward(net, flow)
    inward = _reversed(outward)
    front = _reach(spare, outward, _reversed(used_back))
    back = _reach(room, inward, used_back)
    parts = []
    for group in (front, back, {*net.gevers, *net.nemers} - front - back):
        full = {*net.gevers, *net.nemers} & group
        full -= set(net.gevers) if group is front else set(net.nemers) if group is back else set()
        parts += list(_connected(net, group, frozenset(full), flow))
    return tuple(parts)


def connected(net: Net) -> tuple[Net, ...]:
    """The parts between which no pair may trade."""
    return tuple(_connected(net, {*net.gevers, *net.nemers}, frozenset(), {}))


def union(parts: Iterable[Net]) -> Net:
    """Parts together again."""
    parts = tuple(parts)
    return Net(
        gevers={id: most for part in parts for id, most in part.gevers.items()},
        nemers={id: most for part in parts for id, most in part.nemers.items()},
        paren={pair: least for part in parts for pair, least in part.paren.items()},
        vol=frozenset().union(*(part.vol for part in parts)),
        totaal=sum(part.totaal for part in parts),
    )


def greedy(net: Net) -> dict[Paar, int]:
    """The rule of thumb: the largest giver to the largest receiver it may trade with, until nothing is left."""
    left_van, left_naar, flow = dict(net.gevers), dict(net.nemers), {}
    open_pairs = dict(net.paren)
    while open_pairs:
        pair = max(open_pairs, key=lambda p: (left_van[p[0]], left_naar[p[1]], -p[0], -p[1]))
        amount = min(left_van[pair[0]], left_naar[pair[1]])
        if amount >= open_pairs.pop(pair):
            flow[pair] = amount
            left_van[pair[0]] -= amount
            left_naar[pair[1]] -= amount
    return flow


def as_forest(stroom: Stroom) -> dict[Paar, int]:
    """The same sums per gemeente without a cycle of overdrachten, so with fewer of them; for pairs without minimum."""
    flow = dict(stroom)
    while cycle := _cycle(flow):
        turned = [(cycle[k], cycle[(k + 1) % len(cycle)]) for k in range(len(cycle))]
        plus = [pair if pair in flow else pair[::-1] for pair in turned[::2]]
        minus = [pair if pair in flow else pair[::-1] for pair in turned[1::2]]
        least = min(flow[pair] for pair in minus)
        for pair in plus:
            flow[pair] += least
        for pair in minus:
            flow[pair] -= least
        flow = {pair: amount for pair, amount in flow.items() if amount}
    return flow


def _cycle(flow: Stroom) -> list[int]:
    """The gemeenten of some cycle, in order; empty when there is none."""
    beside: dict[int, set[int]] = {}
    for van, naar in flow:
        beside.setdefault(van, set()).add(naar)
        beside.setdefault(naar, set()).add(van)
    while leaves := [id for id, others in beside.items() if len(others) <= 1]:
        for leaf in leaves:
            for other in beside.pop(leaf):
                beside[other].discard(leaf)
    if not beside:
        return []
    path = [next(iter(beside))]
    while True:
        following = next(id for id in beside[path[-1]] if len(path) < 2 or id != path[-2])
        if following in path:
            return path[path.index(following) :]
        path.append(following)


def _outward(net: Net, only: Stroom | None = None) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for van, naar in net.paren if only is None else only:
        found.setdefault(van, []).append(naar)
    return found


def _reversed(beside: Mapping[int, Iterable[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, others in beside.items():
        for other in others:
            found.setdefault(other, []).append(one)
    return found


def _reach(begin: Iterable[int], there: Mapping[int, list[int]], again: Mapping[int, list[int]]) -> set[int]:
    """Everyone reached from ``begin`` by turns along ``there`` and ``again``."""
    found, queue = set(begin), list(begin)
    for id in queue:
        for other in (*there.get(id, ()), *again.get(id, ())):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found


def _connected(net: Net, group: set[int], full: frozenset[int], flow: Stroom) -> Iterator[Net]:
    inside = {pair: least for pair, least in net.paren.items() if group.issuperset(pair)}
    beside: dict[int, list[int]] = {}
    for van, naar in inside:
        beside.setdefault(van, []).append(naar)
        beside.setdefault(naar, []).append(van)
    todo = set(beside)
    while todo:
        part = _reach([min(todo)], beside, {})
        todo -= part
        yield Net(
            gevers={id: most for id, most in net.gevers.items() if id in part},
            nemers={id: most for id, most in net.nemers.items() if id in part},
            paren={pair: least for pair, least in inside.items() if pair[0] in part},
            vol=full & part,
            totaal=sum(amount for pair, amount in flow.items() if pair[0] in part),
        )


def _sums(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for id, aantal in pairs:
        found[id] = found.get(id, 0) + aantal
    return found
