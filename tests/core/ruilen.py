"""Small puzzles of exchange, tried in every way."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from regietafel.planning.uitruil import Deelnemer, Oplossing, Vraagstuk, los_op

CASES = 1000
AMPLE = 600  # seconds to search, on a slow and busy computer too: nothing here is about how long it may take


def try_everything(vraagstuk: Vraagstuk) -> tuple[int, int, Fraction, int]:
    """Persons, overdrachten, burden and neighbours of the best uitruil, giver by giver over every division.

    Independent of the program: after each giver, for every way in which the receivers can be filled, the fewest
    overdrachten and then the most neighbours. Persons and burden follow from how the receivers are filled.
    """
    vans = [each for each in vraagstuk.deelnemers if each.saldo > 0]
    naars = [each for each in vraagstuk.deelnemers if each.saldo < 0]
    caps = [most(-each.saldo, each.max_overnemen) for each in naars]
    states: dict[tuple[int, ...], tuple[int, int]] = {(0,) * len(naars): (0, 0)}
    for van in vans:
        after: dict[tuple[int, ...], tuple[int, int]] = {}
        stack = [(filled, 0, most(min(van.saldo, van.afstaanbaar), van.max_afstaan), value)
                 for filled, value in states.items()]  # fmt: skip
        while stack:
            filled, k, left, value = stack.pop()
            if k == len(naars):
                after[filled] = min(after.get(filled, value), value)
                continue
            stack.append((filled, k + 1, left, value))
            naar = naars[k]
            apart = (van.partners is not None and naar.id not in van.partners) or (
                naar.partners is not None and van.id not in naar.partners
            )
            if apart:
                continue
            near = naar.id in van.buren or van.id in naar.buren
            for n in range(max(van.minimum, naar.minimum), min(left, caps[k] - filled[k]) + 1):
                more = (*filled[:k], filled[k] + n, *filled[k + 1 :])
                stack.append((more, k + 1, left - n, (value[0] + 1, value[1] - near)))
        states = after
    best = min(
        (
            -sum(filled),
            count,
            max((Fraction(n, each.inwoners) for n, each in zip(filled, naars, strict=True) if each.inwoners),
                default=Fraction(0)),
            near,
        )
        for filled, (count, near) in states.items()
    )  # fmt: skip
    return -best[0], best[1], best[2], -best[3]


def most(amount: int, limit: int | None) -> int:
    return amount if limit is None else min(amount, limit)


def random_case(seed: int) -> Vraagstuk:
    """Up to 6 gemeenten, often with limits."""
    dice = random.Random(seed)  # noqa: S311 - cases, no secrets
    ids = range(1, dice.choice([2, 3, 4, 5, 6, 6, 6]) + 1)
    limited = dice.random() < 0.6
    top = dice.choice([4, 8, 12])

    def maybe(chance: float, value: int) -> int | None:
        return value if limited and dice.random() < chance else None

    return Vraagstuk(
        deelnemers=tuple(
            Deelnemer(
                id=id,
                naam=f"G{id}",
                saldo=dice.randint(1, top) * (1 if id == 1 else -1 if id == 2 else dice.choice([-1, 1])),
                afstaanbaar=dice.choice([top, top, dice.randint(0, top)]),
                inwoners=dice.choice([None, 1000, 2000, 3000, 5000, 7777]),
                max_afstaan=maybe(0.3, dice.randint(0, top)),
                max_overnemen=maybe(0.3, dice.randint(0, top)),
                partners=frozenset(other for other in ids if dice.random() < 0.6)
                if maybe(0.25, 1)
                else None,
                minimum=maybe(0.3, dice.randint(1, 4)) or 1,
                buren=frozenset(other for other in ids if other != id and dice.random() < 0.3),
            )
            for id in ids
        )
    )  # fmt: skip


def reached(outcome: Oplossing) -> tuple[int, int, Fraction, int]:
    if not outcome.alternatieven:
        return 0, 0, Fraction(0), 0
    best = outcome.alternatieven[0]
    return best.opgelost, best.aantal_overdrachten, best.last, best.tussen_buren


def sides(outcome: Oplossing) -> dict[tuple[int, int], int]:
    return {(each.van_id, each.naar_id): each.aantal for each in outcome.alternatieven[0].overdrachten}


def solve(vraagstuk: Vraagstuk, alternatieven: int = 1) -> Oplossing:
    return los_op(vraagstuk, alternatieven=alternatieven, seconden=AMPLE)


def table(*rows: tuple[str, int]) -> Vraagstuk:
    """Gemeenten by name with a saldo; inhabitants and a taakstelling that never matter."""
    return Vraagstuk(
        deelnemers=tuple(
            Deelnemer(id=k, naam=naam, saldo=saldo, afstaanbaar=1000, inwoners=10_000)
            for k, (naam, saldo) in enumerate(rows, 1)
        )
    )


def with_limit(vraagstuk: Vraagstuk, naam: str, **values: Any) -> Vraagstuk:
    return replace(
        vraagstuk,
        deelnemers=tuple(replace(each, **values) if each.naam == naam else each for each in vraagstuk.deelnemers),
    )


CASE = st.integers(min_value=CASES, max_value=10**9).map(random_case)
