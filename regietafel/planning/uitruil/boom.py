"""How a group of gemeenten can trade with one overdracht less than it has members."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.planning.uitruil.net import Net, Paar


def row_by_row(net: Net, vans: Sequence[int], naars: Sequence[int]) -> dict[Paar, int]:
    """Overdrachten in a group where everyone may trade with everyone: each in turn until someone is empty or full."""
    flow: dict[Paar, int] = {}
    i = j = 0
    gives, takes = net.gevers[vans[0]], net.nemers[naars[0]]
    while True:
        amount = min(gives, takes)
        flow[vans[i], naars[j]] = amount
        gives, takes = gives - amount, takes - amount
        if not gives:
            i += 1
        if not takes:
            j += 1
        if i == len(vans) or j == len(naars):
            return flow
        gives, takes = gives or net.gevers[vans[i]], takes or net.nemers[naars[j]]


def boom(net: Net, vans: Sequence[int], naars: Sequence[int], full: frozenset[int]) -> dict[Paar, int] | None:
    """Overdrachten in a group, one less than it has members, with everyone in ``full`` full; None if not found.

    By leaves: somebody who trades with one other only. Those who must be full go first.
    """
    left = {**{id: net.gevers[id] for id in vans}, **{id: net.nemers[id] for id in naars}}
    steps = [200]

    def grow(open_vans: frozenset[int], open_naars: frozenset[int], left: dict[int, int]) -> dict[Paar, int] | None:
        steps[0] -= 1
        if steps[0] < 0:
            return None
        if not open_vans or not open_naars:
            return {} if not any(left[id] for id in (*open_vans, *open_naars) if id in full) else None
        last = len(open_vans) + len(open_naars) == 2
        pairs = [(v, n) for v in open_vans for n in open_naars if (v, n) in net.paren]
        for van, naar in sorted(pairs, key=lambda p: (-min(left[p[0]], left[p[1]]), p)):
            amount = min(left[van], left[naar])
            if amount < net.paren[van, naar]:
                continue
            leaves = [id for id in (van, naar) if left[id] == amount]
            for leaf in sorted(leaves, key=lambda id: id not in full):
                if last and any(left[id] != amount for id in (van, naar) if id in full):
                    continue
                rest = {**left, van: left[van] - amount, naar: left[naar] - amount}
                if last:
                    return {(van, naar): amount}
                onward = grow(open_vans - {leaf}, open_naars - {leaf}, rest)
                if onward is not None:
                    return {(van, naar): amount, **onward}
        return None

    return grow(frozenset(vans), frozenset(naars), left)
