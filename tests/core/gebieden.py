"""Made-up expected saldi for real areas of the country: what proposals are measured and tested with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from regietafel import reference
from regietafel.planning.uitruil import Deelnemer, Vraagstuk

LANDELIJK, INWONERS = 27_300, 17_590_672  # 2023-II: about 1 in 644


def gebieden() -> Iterator[tuple[str, tuple[reference.BekendeGemeente, ...]]]:
    """The 25 veiligheidsregio's and the 12 provincies with their gemeenten."""
    for gebied in (*reference.veiligheidsregios(), *reference.provincies()):
        members = tuple(
            each for each in reference.gemeenten() if gebied.code in {each.veiligheidsregio_code, each.provincie_code}
        )
        yield f"{gebied.code} {gebied.naam}", members


def random_vraagstuk(
    members: tuple[reference.BekendeGemeente, ...], seed: int, *, gelijk: bool = False, grenzen: bool = False
) -> Vraagstuk:
    """A saldo of around a third of the taakstelling, either way; ``gelijk``: achterstand and voorsprong are equal."""
    dice = random.Random(f"{seed} {members[0].code} {len(members)}")  # noqa: S311 - cases, no secrets
    ids = {each.code: k for k, each in enumerate(members, 1)}
    found = []
    for each in members:
        taakstelling = LANDELIJK * each.inwoners_2022 // INWONERS
        found.append(
            Deelnemer(
                id=ids[each.code],
                naam=each.naam,
                saldo=max(-taakstelling, min(taakstelling, round(dice.gauss(0, 0.35) * taakstelling))),
                afstaanbaar=taakstelling,
                inwoners=each.inwoners_2022,
                buren=frozenset(ids[code] for code in reference.buren()[each.code] if code in ids),
            )
        )
    if gelijk:
        _level(found, dice)
    if grenzen:
        found = [_limited(each, frozenset(ids.values()), dice) for each in found]
    return Vraagstuk(deelnemers=tuple(found))


def _level(found: list[Deelnemer], dice: random.Random) -> None:
    while total := sum(each.saldo for each in found):
        k = dice.randrange(len(found))
        step = -1 if total > 0 else 1
        if abs(found[k].saldo + step) <= found[k].afstaanbaar:
            found[k] = replace(found[k], saldo=found[k].saldo + step)


def _limited(each: Deelnemer, ids: frozenset[int], dice: random.Random) -> Deelnemer:
    """One in five a maximum, one in ten certain partners, one in ten a smallest overdracht."""
    if dice.random() < 0.2:
        each = replace(each, max_afstaan=dice.randint(0, 20), max_overnemen=dice.randint(0, 20))
    if dice.random() < 0.1:
        each = replace(each, partners=each.buren or ids)
    if dice.random() < 0.1:
        each = replace(each, minimum=dice.randint(2, 6))
    return each
