"""The documents about opvang from the window: of the day that is looked at, and what cannot be made says why."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from regietafel.actions.opvanglocaties import remove_locatie
from regietafel.ledger import Ledger
from ui.app import PLACES, periodes
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Screen
from ui.main_window import MainWindow

OP = datetime.date(2023, 10, 1)


@pytest.fixture
def visit(qtbot: Any, voorbeeld: Path) -> Iterator[Callable[[Callable[[Ledger], object]], Screen]]:
    """The page Opvang, of the example after something was done to it."""
    windows = []

    def go(change: Callable[[Ledger], object]) -> Screen:
        ledger = Ledger.open(voorbeeld)
        change(ledger)
        ledger.close()
        window = MainWindow(PLACES, periodes)
        qtbot.addWidget(window)
        windows.append(window)
        window.open_file(voorbeeld)
        window.show()
        assert window.shell is not None
        window.shell.session.op = OP
        window.shell.go("opvang/Stand")
        return window.shell.page

    yield go
    for window in windows:
        window.close()


def press(page: Screen) -> PapersWindow:
    (button,) = (each for each in page.findChildren(QPushButton) if each.accessibleName() == "Stand van zaken maken")
    button.click()
    (window,) = page.findChildren(PapersWindow)
    return window


def labels(window: PapersWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_both_documents_are_of_the_day_that_is_looked_at(visit: Any, qtbot: Any, tmp_path: Path) -> None:
    page = visit(lambda ledger: None)
    window = press(page)
    assert labels(window) == ["Stand van zaken opvangplekken", "Overzicht voor de commissaris"]
    assert window.windowTitle() == "Stand van zaken opvangplekken, 01-10-2023"
    qtbot.waitUntil(lambda: window.view.page_count > 0)
    window.close()


def test_without_a_location_the_overview_says_why(visit: Any, qtbot: Any) -> None:
    def empty(ledger: Ledger) -> None:
        for each in sorted(ledger.opvanglocaties, key=lambda locatie: locatie.hoofdlocatie_id is None):
            remove_locatie(ledger, each)

    window = press(visit(empty))
    assert labels(window)[0] == "Stand van zaken opvangplekken" and len(labels(window)) == 2
    window.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "vul eerst een locatie in" in window.notice.text)
    window.close()
