"""Moving the day through two years of a region with 60 locations and 200 projects: the screens against a bare table.

python tests/bench/bench_opvang.py

One step is a month later: the screen asks the file again and paints. The bare side puts the very texts of that screen
anew in a plain QTableView of the same size, and paints. Prints medians, the slowest step and ratios of one run; runs
without a screen.
"""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from regietafel.actions.inlezen import import_regels
from regietafel.actions.opvanglocaties import add_locatie, record_bezettingen
from regietafel.actions.woonprojecten import Invulling, add_project, record_koppelstanden
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.opvang import SOORTEN, Opvangcijfer
from regietafel.domain.opvanglocatie import LOCATIESOORTEN, Bezetting, Opvanglocatie
from regietafel.domain.staat import STATEN, Staatwissel
from regietafel.domain.woonproject import HAR, MATEN, WOONVORMEN, Koppelstand, Woonproject
from regietafel.i18n import _
from regietafel.ledger import Ledger
from tests.bench.venster import opened
from ui.kit.listing import ListScreen
from ui.screens.opvang_planning import PlanningScreen

BEGIN, STEPS = datetime.date(2024, 1, 1), 24
LOCATIES, PROJECTEN = 60, 200
PAGES = (
    "opvang/" + _("Stand"),
    "opvang/" + _("Locaties"),
    "opvang/" + _("Planning"),
    "woonvormen/" + _("Projecten"),
    "woonvormen/" + _("Vraag en aanbod"),
)
Index = QModelIndex | QPersistentModelIndex


def fill(ledger: Ledger) -> None:
    """Locations and projects that pass through every state in and around the two years."""
    ids = [each.id for each in ledger.gemeenten if each.id is not None]
    figures = [
        Opvangcijfer(gebied=gebied, soort=soort, peildatum=month(4 * number), opgave=900 + number, realisatie=700)
        for gebied in ("VR05", "PV23", "NL00")
        for soort in SOORTEN
        for number in range(6)
    ]
    import_regels(ledger, "Opvang gemaakt", figures)
    for number in range(LOCATIES):
        begin = month(number % 30 - 3)
        made = add_locatie(
            ledger,
            Opvanglocatie(
                gemeente_id=ids[number % len(ids)],
                naam=f"Voorbeeldlocatie {number}",
                soort=[*LOCATIESOORTEN][number % len(LOCATIESOORTEN)],
                capaciteit=40 + 10 * (number % 40),
                open_vanaf=begin,
                open_tot=plain_einde(begin, 18, "maand"),
                overeenkomst_tot=plain_einde(begin, 20, "maand"),
            ),
            states(begin),
        )
        assert made.id is not None
        counts = [Bezetting(locatie_id=made.id, peildatum=month(3 * each), bezet=35) for each in range(8)]
        record_bezettingen(ledger, counts)
    standen = [
        Koppelstand(
            gemeente_id=id,
            maat=maat,
            peildatum=month(12 * year),
            huishoudens=(7 * number + 3 * place) % 11,
            woningen=(5 * number + 2 * place) % 9,
        )
        for year in range(3)
        for number, id in enumerate(ids)
        for place, maat in enumerate(MATEN)
    ]
    record_koppelstanden(ledger, standen)
    soorten = [soort for soort in WOONVORMEN if soort != HAR]
    for number in range(PROJECTEN):
        begin = month(number % 36 - 6)
        add_project(
            ledger,
            Woonproject(
                gemeente_id=ids[number % len(ids)],
                naam=f"Voorbeeldproject {number}",
                soort=soorten[number % len(soorten)],
                eenheden=20,
                personen=40,
                vergunninghouders=30,
                oplevering=begin,
                einde=plain_einde(begin, 24, "maand"),
                telt_mee="ja",
                telt_mee_bron="gemaakt",
            ),
            Invulling(telgemeenten={ids[number % len(ids)]: 20, ids[(number + 1) % len(ids)]: 10}, maten={"duo": 10}),
            states(begin),
        )


def states(begin: datetime.date) -> list[Staatwissel]:
    """Two months in each state, until it opens."""
    before = STATEN[:-2]
    days = [plain_einde(begin, 2 * (place - len(before)), "maand") for place in range(len(before))]
    wissels = [Staatwissel(locatie_id=0, staat=staat, vanaf=day) for staat, day in zip(before, days, strict=True)]
    return [*wissels, Staatwissel(locatie_id=0, staat="open", vanaf=begin)]


def month(number: int) -> datetime.date:
    return plain_einde(BEGIN, number, "maand")


class Bare(QAbstractTableModel):
    """Texts, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Sequence[str]] = ()

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return len(self.rows[0]) if self.rows else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def texts(page: ListScreen) -> list[list[str]]:
    """What the table of the screen says now."""
    rows, columns = page.model.rowCount(), page.model.columnCount()
    return [
        [str(page.model.data(page.model.index(row, column)) or "") for column in range(columns)] for row in range(rows)
    ]


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    QApplication.processEvents()
    return time.perf_counter() - began


def main() -> None:
    """Every screen by turns with the bare table, so that a busy machine is busy for both."""
    with opened(fill) as window:
        assert window.shell is not None
        for address in PAGES:
            window.shell.go(address)
            page = window.shell.page
            assert isinstance(page, ListScreen)
            measure(page, address)
            if isinstance(page, PlanningScreen):
                for view in range(1, page.view.count()):
                    page.view.setCurrentIndex(view)
                    page.line.changed.emit()
                    measure(page, f"{address}, {page.view.currentText()}")


def measure(page: ListScreen, name: str) -> None:
    """Print how long a step takes on this page; also when it shows a picture the bare table has its rows."""
    session = page.session
    table, model = QTableView(), Bare()
    table.setModel(model)
    table.resize(page.table.view.size())
    table.show()
    session.op = month(-1)
    QApplication.processEvents()
    ours, bare = [], []
    for number in range(STEPS):
        day = month(number)
        ours.append(seconds(lambda day=day: setattr(session, "op", day)))  # type: ignore[misc]
        said = texts(page)
        bare.append(seconds(lambda said=said: model.put(said)))  # type: ignore[misc]
    table.close()
    print(
        f"{name}: {len(model.rows)} regels, stap {median(ours) * 1000:.1f} ms (langste {max(ours) * 1000:.1f} ms),"
        f" kale tabel {median(bare) * 1000:.1f} ms, verhouding {median(ours) / median(bare):.1f}"
    )


if __name__ == "__main__":
    main()
