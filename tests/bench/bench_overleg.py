"""Twenty years of meetings, 10.000 points and 50.000 rows of lists: what the pages of Overleg ask, against bare SQLite
that only reads the rows behind the answer.

Prints milliseconds and ratios measured in one run; they say nothing about another machine.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable, Mapping, Sized
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from regietafel.ledger import Ledger  # noqa: E402
from regietafel.planning.jaarplanning import jaarplanning  # noqa: E402
from regietafel.queries.agenda import agenda, next_overleg  # noqa: E402
from regietafel.queries.intekenlijst import voortgang_per_partij  # noqa: E402
from regietafel.queries.overleggen import overleggen  # noqa: E402
from regietafel.queries.verslag import lijst, open_acties, register  # noqa: E402
from tests.bench.bench_zoeken import make_meetings  # noqa: E402

DAY = datetime.date(2026, 1, 1)
YEAR = (datetime.date(2015, 1, 1), datetime.date(2015, 12, 31))
ONE = 500
_ROWS = "SELECT verslagregel.* FROM verslagregel JOIN overleg ON overleg.id = overleg_id"
_OPEN = f"{_ROWS} WHERE soort = 'actie' AND gereed_op IS NULL"


def asked(ledger: Ledger) -> Mapping[str, tuple[Callable[[], Sized], str]]:
    """What is asked, and the rows that it takes at least."""
    return {
        "overleggen": (lambda: overleggen(ledger, DAY), "SELECT * FROM overleg"),
        "agenda van één": (lambda: agenda(ledger, ONE), "SELECT * FROM agendapunt WHERE overleg_id = 500"),
        "lijst van één": (lambda: lijst(ledger, ONE, DAY), "SELECT * FROM verslagregel WHERE overleg_id = 500"),
        "volgend overleg": (lambda: [next_overleg(ledger, ONE)], "SELECT * FROM overleg WHERE id = 501"),
        "open acties": (lambda: open_acties(ledger, DAY), _OPEN),
        "open acties van een gemeente": (
            lambda: register(ledger, DAY, gemeente_id=4, open_only=True),
            "SELECT verslagregel.* FROM verslagregel JOIN actiehouder ON regel_id = verslagregel.id"
            " WHERE gemeente_id = 4 AND gereed_op IS NULL",
        ),
        "register van een jaar": (
            lambda: register(ledger, DAY, vanaf=YEAR[0], tot=YEAR[1]),
            f"{_ROWS} WHERE datum BETWEEN '{YEAR[0]}' AND '{YEAR[1]}'",
        ),
        "register, alles": (lambda: register(ledger, DAY), _ROWS),
        "voortgang per partij": (lambda: voortgang_per_partij(ledger, DAY), _OPEN),
        "jaarplanning": (lambda: jaarplanning(ledger, 1, 2027), "SELECT * FROM overleg"),
    }


def bare(ledger: Ledger, sql: str) -> Sized:
    return ledger.db.execute(sql).fetchall()


def timed(work: Callable[[], Sized], times: int = 7) -> tuple[float, int]:
    """The median of the seconds, and how much came out."""
    taken = []
    for _time in range(times):
        start = time.perf_counter()
        size = len(work())
        taken.append(time.perf_counter() - start)
    return median(taken), size


def main() -> None:
    ledger = make_meetings()
    with ledger.operation("Acties gereed"):  # all but one in fifty
        ledger.db.execute("UPDATE verslagregel SET gereed_op = '2025-01-01' WHERE soort = 'actie' AND id % 50 > 2")
        ledger.db.execute("UPDATE verslagregel SET voor = '2025-06-01' WHERE soort = 'actie'")
    for name, (work, sql) in asked(ledger).items():
        (mine, size), (least, _rows) = timed(work), timed(partial(bare, ledger, sql))
        print(f"{name:30} {mine * 1000:8.1f} ms {mine / least:8.1f} × SQLite {size:7} rijen")


if __name__ == "__main__":
    main()
