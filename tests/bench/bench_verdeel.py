"""Dividing 27.300 and 2.000 amv over 342 gemeenten: each method against the bare sum that rounds every share up.

python tests/bench/bench_verdeel.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from regietafel import reference
from regietafel.domain.verdeelsleutel import WADDEN, Methode, verdeel

TOTAAL, AMV, ROUNDS = 27_300, 2_000, 25


def main() -> None:
    inwoners = {gemeente.code: gemeente.inwoners_2022 for gemeente in reference.gemeenten()}
    bare = seconds(lambda: round_up(inwoners))
    print(f"bench_verdeel: kale som over {len(inwoners)} gemeenten {bare * 1000:.2f} ms")
    for methode in Methode:
        for amv in (None, AMV):
            took = seconds(partial(verdeel, inwoners, TOTAAL, methode, [WADDEN], amv))
            print(f"bench_verdeel: {methode:<9} amv {amv or '–':<5} {took * 1000:6.2f} ms = {took / bare:4.0f}x kaal")


def round_up(inwoners: dict[str, int]) -> dict[str, int]:
    """The least any method does: one multiplication and one division per gemeente."""
    som = sum(inwoners.values())
    return {gemeente: -(-TOTAAL * aantal // som) for gemeente, aantal in inwoners.items()}


def seconds(work: Callable[[], object]) -> float:
    """The median of some rounds."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return median(once() for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
