"""A file full of what is allowed and unwelcome: every place still draws, and shows it as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from regietafel.actions.taakstelling import import_taakstelling
from regietafel.ledger import Ledger
from tests.core.strange_files import DAY, P, fill_all, make_nasty
from tests.ui.importing import make_twente
from ui.app import PLACES, periodes
from ui.kit.listing import ListScreen
from ui.main_window import MainWindow

AGREEMENT, MEETING, SERIES = "herverdelingen/Herverdelingen", "overleg/Overleggen", "overleg/Reeksen"
RECORDS = [(AGREEMENT, 1), (AGREEMENT, 2), *((MEETING, id) for id in range(1, 7)), (SERIES, 1)]


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    ledger = Ledger.in_memory()
    make_twente(ledger)
    regels = [(id, 250, None, None) for id in (each.id for each in ledger.gemeenten) if id]
    import_taakstelling(ledger, periode=P, datum=DAY, landelijk=None, bron="circulaire", regels=regels)
    fill_all(ledger)
    path = tmp_path / "vreemd.regietafel"
    ledger.save_copy(path)
    make_nasty(path)
    Ledger.open(path).close()
    return path


def test_every_place_survives(qtbot: Any, nasty: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show()
    window.open_file(nasty)
    assert window.shell is not None
    shown = set()
    places = [(address, None) for place in PLACES for address in place.addresses]
    for address, record in [*places, *RECORDS]:
        if record is None:
            window.shell.go(address)
        else:
            window.shell.open_record(address, record)
        if isinstance(page := window.shell.page, ListScreen):
            page.table.view.selectRow(0)  # what is known of it stands beside it
        QApplication.processEvents()  # what was just made is shown now
        assert not window.grab().isNull()
        for label in window.findChildren(QLabel):
            if "onload" in label.text():
                shown.add(address)
            rich = label.textFormat() != Qt.TextFormat.PlainText and QtGui.Qt.mightBeRichText(label.text())
            assert not (rich and "<b onload" in label.text()), (address, label.text()[:200])
    assert {AGREEMENT, MEETING, "opvang/Locaties", "woonvormen/Projecten"} <= shown
    window.close()
