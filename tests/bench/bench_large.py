"""A file of 342 gemeenten, 20 periods, 6 peildata and 200 agreements: opening it, its stand and what the agreements
ask, against bare SQLite on the same file.

Prints ratios measured in one run; the seconds say nothing about another machine.
"""

from __future__ import annotations

import datetime
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from regietafel.actions.nieuw import make_file, of_land  # noqa: E402
from regietafel.actions.taakstelling import import_taakstelling  # noqa: E402
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving  # noqa: E402
from regietafel.domain.herverdeling import Herverdeling, Overdracht, Partij  # noqa: E402
from regietafel.domain.periode import Periode  # noqa: E402
from regietafel.domain.taakstelling import Realisatie  # noqa: E402
from regietafel.ledger import Ledger  # noqa: E402
from regietafel.planning.kort import kort  # noqa: E402
from regietafel.planning.prognose import prognose  # noqa: E402
from regietafel.queries.geschiedenis import geschiedenis  # noqa: E402
from regietafel.queries.herverdelingen import herverdelingen  # noqa: E402
from regietafel.queries.opvolging import opvolging  # noqa: E402
from regietafel.queries.stand import stand  # noqa: E402
from regietafel.queries.termijnen import alle_termijnen  # noqa: E402

LAST = Periode(2026, 1)
DAY = datetime.date(2026, 3, 1)
AGREEMENTS = 200


def make_large_file(path: Path) -> None:
    """342 × 20 taakstellingen and 342 × 20 × 6 realisaties."""

    def fill(ledger: Ledger) -> None:
        ids = [gemeente.id for gemeente in ledger.gemeenten if gemeente.id is not None]
        periode = LAST
        with ledger.operation("Cijfers gemaakt"):
            for _period in range(20):
                import_taakstelling(
                    ledger,
                    periode=periode,
                    datum=periode.begin - datetime.timedelta(days=60),
                    landelijk=None,
                    bron="gemaakt",
                    regels=[(id, 60 + id % 40, None, None) for id in ids],
                )
                for month in range(6):
                    day = periode.begin + datetime.timedelta(days=31 * (month + 1))
                    for id in ids:
                        ledger.realisaties.save(
                            Realisatie(
                                gemeente_id=id, periode=periode, peildatum=day, aantal=(month + 1) * (9 + id % 3)
                            )
                        )
                periode = periode.previous
            make_agreements(ledger, ids)

    make_file(path, of_land(), fill=fill)


def make_agreements(ledger: Ledger, ids: Sequence[int]) -> None:
    """Ten in each half-year, of three gemeenten; of four one each is a concept, decided, in force and told."""
    periode = LAST
    for number in range(AGREEMENTS):
        if number and number % 10 == 0:
            periode = periode.previous
        made = ledger.herverdelingen.save(
            Herverdeling(kenmerk=f"HV-{periode}-{number % 10 + 1:02}", periode=periode),
        )
        assert made.id is not None
        parties = [ids[(3 * number + n) % len(ids)] for n in range(3)]
        for naar in parties[1:]:
            ledger.overdrachten.save(Overdracht(herverdeling_id=made.id, van_id=parties[0], naar_id=naar, aantal=2))
        day = periode.begin + datetime.timedelta(days=20)
        decided, in_force, told = number % 4 > 0, number % 4 > 1, number % 4 > 2
        for id in parties if decided else ():
            ledger.behandelingen.save(
                Behandeling(
                    herverdeling_id=made.id,
                    gemeente_id=id,
                    besluit_op=day,
                    bekendgemaakt_op=day if in_force else None,
                )
            )
        if in_force:
            for id in parties:
                ledger.partijen.save(Partij(herverdeling_id=made.id, gemeente_id=id, oud=100))
            ledger.herverdelingen.save(replace(made, in_werking_op=day + datetime.timedelta(days=1)))
        for aan in ADRESSATEN if told else ():
            ledger.kennisgevingen.save(Kennisgeving(herverdeling_id=made.id, aan=aan, datum=day))


def bare(path: Path) -> int:
    """What the figures cost without us: the same rows grouped by the same keys."""
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT gemeente_id, periode, aantal, max(peildatum) FROM realisatie GROUP BY gemeente_id, periode"
    ).fetchall()
    rows += db.execute(
        "SELECT gemeente_id, periode, aantal, max(datum) FROM taakstelling"
        " JOIN taakstellingsversie AS v ON v.id = versie_id GROUP BY gemeente_id, periode"
    ).fetchall()
    db.close()
    return len(rows)


def seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return median(once() for _ in range(7))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "land.regietafel"
        make_large_file(path)
        ledger = Ledger.open_for_reading(path)
        base = seconds(lambda: bare(path))
        opening = seconds(lambda: Ledger.open(path).close())
        asking = seconds(lambda: stand(ledger, LAST))
        ahead = seconds(lambda: prognose(ledger, LAST, LAST.next.begin))
        back = seconds(lambda: geschiedenis(ledger, LAST.next.begin))
        agreements = {
            "alle herverdelingen": seconds(lambda: herverdelingen(ledger, op=DAY)),
            "opvolging": seconds(lambda: opvolging(ledger, DAY)),
            "alle termijnen": seconds(lambda: alle_termijnen(ledger, DAY)),
            "het halfjaar in het kort": seconds(lambda: kort(ledger, LAST, DAY)),
        }
        ledger.close()
        print(f"bench_large: bestand van {path.stat().st_size / 1e6:.1f} MB; kale SQLite-sommen {base * 1000:.0f} ms")
        print(f"bench_large: openen met controle {opening * 1000:.0f} ms = {opening / base:.2f}x kaal")
        print(
            f"bench_large: stand van 342 gemeenten over 20 perioden {asking * 1000:.0f} ms = {asking / base:.2f}x kaal"
        )
        print(f"bench_large: prognose van dezelfde {ahead * 1000:.0f} ms = {ahead / base:.2f}x kaal")
        print(f"bench_large: geschiedenis van dezelfde {back * 1000:.0f} ms = {back / base:.2f}x kaal")
        for name, taken in agreements.items():
            print(f"bench_large: {name}, van {AGREEMENTS} {taken * 1000:.0f} ms = {taken / base:.2f}x kaal")


if __name__ == "__main__":
    main()
