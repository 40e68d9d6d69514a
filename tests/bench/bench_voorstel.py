"""Proposals for every veiligheidsregio and provincie with random saldi, against the rule of thumb.

python tests/bench/bench_voorstel.py [seeds]

Per area: members, seconds until the number of overdrachten is proven and until everything is done, how many times the
rule of thumb that is, overdrachten, overdrachten by the rule of thumb, and what is proven.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from regietafel.planning.uitruil import Voortgang, los_op
from regietafel.planning.uitruil.net import greedy
from tests.core.gebieden import gebieden, random_vraagstuk

KINDS = {"vrij": {}, "gelijk": {"gelijk": True}, "grenzen": {"grenzen": True}}


def main() -> None:
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for kind, options in KINDS.items():
        slowest, unproven = 0.0, 0
        for seed in range(seeds):
            for naam, members in gebieden():
                vraagstuk = random_vraagstuk(members, seed, **options)
                begin = time.perf_counter()
                quick = greedy(vraagstuk.net())
                thumb = time.perf_counter() - begin
                proof: list[float] = []

                def heard(now: Voortgang, proof: list[float] = proof) -> None:
                    if now.verschil == 0:
                        proof.append(time.perf_counter())

                begin = time.perf_counter()
                found = los_op(vraagstuk, alternatieven=1, voortgang=heard)
                took = time.perf_counter() - begin
                first = proof[0] - begin if proof else took
                best = found.alternatieven[0] if found.alternatieven else None
                sure = best is None or best.bewezen
                slowest, unproven = max(slowest, first), unproven + (not sure)
                said = (
                    "niet bewezen"
                    if not sure
                    else "geheel bewezen"
                    if best is None or best.geheel_bewezen
                    else "bewezen"
                )
                print(
                    f"bench_voorstel: {kind:<7} {naam:<34} {len(members):>2} gemeenten {first:6.2f} s bewezen"
                    f" {took:6.2f} s klaar = {took / thumb:7.0f}x vuistregel"
                    f" {best.aantal_overdrachten if best else 0:>2} overdrachten (vuistregel {len(quick):>2} voor"
                    f" {sum(quick.values())} van {best.opgelost if best else 0}) {said}"
                )
        print(f"bench_voorstel: {kind}: langzaamste bewijs {slowest:.1f} s, {unproven} niet bewezen")


if __name__ == "__main__":
    main()
