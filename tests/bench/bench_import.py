"""Reading, matching, planning and writing 342 rows, against openpyxl merely reading the same file.

python tests/bench/bench_import.py
"""

from __future__ import annotations

import datetime
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel import reference
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.importplan import Importplan
from regietafel.exchange.inlezen import make_plan
from regietafel.exchange.lezen import read
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.paths import resource

PERIODE, DATUM = Periode(2023, 2), datetime.date(2023, 5, 2)
ROUNDS = 15


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bijlage A.xlsx"
        make_workbook(path)
        ledgers = [new_ledger() for _round in range(ROUNDS + 1)]
        steps: dict[str, list[float]] = {"read": [], "match and plan": [], "write": []}
        whole, other = [], []
        for ledger in ledgers:
            seconds = [run(step) for step in import_steps(ledger, path)]
            for name, second in zip(steps, seconds, strict=True):
                steps[name].append(second)
            whole.append(sum(seconds))
            other.append(run(lambda: openpyxl_reads(path)))
        # The first round also imports the libraries.
        for name, values in steps.items():
            print(f"  {name:<16}{statistics.median(values[1:]) * 1000:7.1f} ms")
        ours, theirs = statistics.median(whole[1:]), statistics.median(other[1:])
        print(f"regietafel imports  {ours * 1000:7.1f} ms   (first time {whole[0] * 1000:.1f} ms)")
        print(f"openpyxl reads      {theirs * 1000:7.1f} ms   (first time {other[0] * 1000:.1f} ms)")
        print(f"ratio               {ours / theirs:7.2f}")


def make_workbook(path: Path) -> None:
    (blad,) = read_sheets(resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv"))
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    for row in blad.rijen:
        book.active.append([int(cell) if isinstance(cell, str) and cell.isdigit() else cell for cell in row])
    book.save(path)


def new_ledger() -> Ledger:
    ledger = Ledger.in_memory()
    gemeenten = [
        Gemeente(gm_code=gemeente.code, naam=gemeente.naam, provincie=gemeente.provincie)
        for gemeente in reference.gemeenten()
    ]
    make_regio(ledger, Regio(naam="Nederland"), gemeenten)
    return ledger


def import_steps(ledger: Ledger, path: Path) -> list[Callable[[], object]]:
    made: list[Gelezen | Importplan] = []

    def read_file() -> None:
        made.append(read(read_sheets(path), TAAKSTELLING))

    def plan() -> None:
        assert isinstance(made[0], Gelezen)
        made.append(make_plan(ledger, made[0], PERIODE, DATUM, akkoord=True))

    def write() -> None:
        assert isinstance(made[1], Importplan)
        regels = made[1].regels
        assert len(regels) == 342
        import_taakstelling(ledger, periode=PERIODE, datum=DATUM, landelijk=27_300, bron="circulaire", regels=regels)

    return [read_file, plan, write]


def openpyxl_reads(path: Path) -> None:
    sheet = load_workbook(path, data_only=True).active
    assert isinstance(sheet, Worksheet)
    assert len(list(sheet.iter_rows(values_only=True))) == 343


def run(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
