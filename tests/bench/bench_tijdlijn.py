"""The pictures of 60 locations and 200 projects: building the timeline, and moving the day, against a bare table.

python tests/bench/bench_tijdlijn.py

One step is a month later: the page asks the file again, lays the picture out and paints. The bare side puts the texts
of the table behind that picture anew in a plain QTableView, and paints. Prints medians, the slowest step and ratios of
one run; runs without a screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication, QTableView

from regietafel.figures.shapes import Figuur
from regietafel.figures.tijdlijn import tijdlijn
from regietafel.ledger import Ledger
from regietafel.planning.figuren import SOORTEN
from regietafel.planning.plekkenfiguren import tijdlijn_balken
from tests.bench.bench_opvang import BEGIN, STEPS, Bare, fill, month, seconds
from tests.bench.venster import opened
from ui.kit.figure_screen import FigureScreen
from ui.kit.figure_view import FigureView
from ui.screens.beeld import WONEN

PAGE = "woonvormen/Beeld"


def building(ledger: Ledger) -> None:
    """Print how long the data and the picture of all bars take."""
    data, laid_out = [], []
    for number in range(STEPS):
        rows = tijdlijn_balken(ledger, month(number))
        data.append(seconds(lambda number=number: tijdlijn_balken(ledger, month(number))))  # type: ignore[misc]
        laid_out.append(seconds(lambda rows=rows: tijdlijn(rows, titel="", op=BEGIN, breedte=1000)))  # type: ignore[misc]
    print(f"{len(rows)} balken: gegevens {median(data) * 1000:.1f} ms, beeld {median(laid_out) * 1000:.1f} ms")


def moving(page: FigureScreen, soort: str) -> None:
    """Print how long a step takes with this picture."""
    page._kind.setCurrentText(SOORTEN[soort])
    page.session.op = month(-1)
    page.refresh()
    QApplication.processEvents()
    [view] = page.findChildren(FigureView)
    table, model = QTableView(), Bare()
    table.setModel(model)
    table.resize(page.size())
    table.show()
    ours, bare = [], []
    for number in range(STEPS):
        day = month(number)
        ours.append(seconds(lambda day=day: setattr(page.session, "op", day)))  # type: ignore[misc]
        said = texts(view.canvas.figure)
        bare.append(seconds(lambda said=said: model.put(said)))  # type: ignore[misc]
    table.close()
    print(
        f"{soort}: {len(model.rows)} regels, stap {median(ours) * 1000:.1f} ms (langste {max(ours) * 1000:.1f} ms),"
        f" kale tabel {median(bare) * 1000:.1f} ms, verhouding {median(ours) / median(bare):.1f}"
    )


def texts(figuur: Figuur) -> Sequence[Sequence[str]]:
    return [[veld.show(rij) for veld in figuur.velden] for rij in figuur.rijen]


def main() -> None:
    with opened(fill) as window:
        assert window.shell is not None
        window.shell.go(PAGE)
        building(window.shell.session.ledger)
        page = window.shell.page
        assert isinstance(page, FigureScreen)
        for soort in WONEN:
            moving(page, soort)


if __name__ == "__main__":
    main()
