"""The window on the example with a figure of every kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions import boekingen, herverdeling
from regietafel.actions.taakstelling import edit_versie
from regietafel.domain.herverdeling import Deel
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstellingsversie
from regietafel.ledger import Ledger
from tests.ui.main_window.reading import PERIODE
from ui.app import PLACES, periodes
from ui.main_window import MainWindow


@pytest.fixture
def file(voorbeeld: Path) -> Path:
    ledger = Ledger.open(voorbeeld)
    for gemeente in list(ledger.gemeenten)[:12]:
        assert gemeente.id is not None
        which: dict[str, Any] = {"gemeente_id": gemeente.id, "periode": PERIODE}
        boekingen.record_realisatie(ledger, Realisatie(peildatum=datetime.date(2023, 9, 1), aantal=40, **which))
    boekingen.record_beginstand(ledger, Beginstand(aantal=-3, **which))
    correctie = Correctie(aantal=4, reden="Dubbel", datum=datetime.date(2023, 9, 1), **which)
    boekingen.record_correctie(ledger, correctie)
    herverdeling.make_herverdeling(ledger, PERIODE, [Deel("Enschede", "Borne", 10)])
    edit_versie(ledger, Taakstellingsversie(periode=PERIODE, datum=datetime.date(2023, 3, 1)))
    ledger.close()
    return voorbeeld


@pytest.fixture
def empty_window(qtbot: Any) -> Iterator[MainWindow]:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    yield window
    window.close()


@pytest.fixture
def window(empty_window: MainWindow, file: Path) -> MainWindow:
    empty_window.open_file(file)
    return empty_window
