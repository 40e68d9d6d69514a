"""How the time of something grows: a ratio within one run, so that a slow or busy computer makes no difference."""

from __future__ import annotations

import time
from collections.abc import Callable

LINEAR = 2.5
"""Below this the time grows with the size alone: what looks through everything for each of its parts gives 4."""
LEAST = 0.001
"""What takes less than this, in seconds, is too short to compare and counts as this."""


def growth(work: Callable[[int], object], size: int, times: int = 4, rounds: int = 3) -> float:
    """How much more a part of the work costs when there is ``times`` as much of it: 1 when it is linear.

    In time of the processor for this thread; large and small are done some rounds in turn, the fastest counts.
    """

    def spent(size: int) -> float:
        begin = time.thread_time()
        work(size)
        return max(LEAST, time.thread_time() - begin)

    both = [(spent(size * times), spent(size)) for _round in range(rounds)]
    return min(large for large, _small in both) / min(small for _large, small in both) / times
