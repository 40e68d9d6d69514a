"""A line typed in a meeting of thirty points, and the step to the next point: the window against the core alone.

python tests/bench/bench_vergadering.py

The core reads the same line and records it in a file; the window does that too and paints. Prints medians, the slowest
and the ratio of one run; runs without a screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from regietafel.exchange.vergaderinvoer import record_invoer
from regietafel.exchange.vergaderregel import read_regel
from regietafel.ledger import Ledger
from regietafel.queries.partijen import partijen
from tests.ui.meeting import add_points, open_example, prepared, press
from ui.kit import style
from ui.wizards.vergadering import open_vergadering

LINE = "A Borne, Hengelo: doet {n}, voor 1 oktober 2023"
TIMES = 30


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def record(ledger: Ledger, line: str) -> None:
    overleg = prepared(ledger)
    record_invoer(ledger, overleg.id or 0, None, read_regel(line, partijen(ledger), overleg.datum))


def main() -> None:
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    app = QApplication([])
    style.Appearance(app)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        alone, session = (open_example(Path(folder) / f"{name}.regietafel") for name in ("kern", "venster"))
        for each in (alone, session):
            add_points(each.ledger, prepared(each.ledger), 23)
        window = open_vergadering(session, prepared(session.ledger).id or 0)
        window.showNormal()
        window.resize(1280, 800)
        app.processEvents()
        core, entry, step = [], [], []
        for n in range(TIMES):
            core.append(milliseconds(partial(record, alone.ledger, LINE.format(n=n))))
            QTest.keyClicks(window.beeld.invoer.line, LINE.format(n=n))
            entry.append(milliseconds(partial(press, window, Qt.Key.Key_Return)))
            step.append(milliseconds(partial(press, window, Qt.Key.Key_PageDown)))
        for name, took in (("regel, kern", core), ("regel, venster", entry), ("volgend punt", step)):
            print(f"{name:16} mediaan {median(took):6.1f} ms   langste {max(took):6.1f} ms")
        print(f"venster / kern: {median(entry) / median(core):.1f}")
        for each in (alone, session):
            each.close()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
