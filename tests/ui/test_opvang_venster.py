"""The place Opvang in the whole window: by keyboard alone, and the day that goes along from page to page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from regietafel.actions.nieuw import make_file, of_names
from regietafel.ledger import Ledger
from regietafel.queries.zoeken import filled
from tests.ui.opvang_pages import DAG, answering, fill_opvang
from ui.app import PLACES, periodes, search_index
from ui.kit.entry_dialog import EntryDialog
from ui.kit.listing import ListScreen
from ui.main_window import MainWindow
from ui.wizards.bezetting import ALL


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "twente.regietafel"
    make_file(path, of_names(["Almelo", "Borne"]))
    ledger = Ledger.open(path)
    fill_opvang(ledger)
    ledger.close()
    made = MainWindow(PLACES, periodes, search_index)
    qtbot.addWidget(made)
    made.open_file(path)
    made.resize(1280, 800)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.shell is not None
    made.shell.session.op = DAG
    yield made
    made.close()


def page(window: MainWindow, address: str = "") -> ListScreen:
    assert window.shell is not None
    if address:
        window.shell.go(address)
    found = window.shell.page
    assert isinstance(found, ListScreen)
    return found


def press(
    qtbot: Any, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def test_a_location_is_changed_removed_and_brought_back_by_keys(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    locaties, answer = page(window, "opvang/Locaties"), answering(monkeypatch)
    assert window.focusWidget() is locaties.table.view
    press(qtbot, window, Qt.Key.Key_Down)
    naam = locaties.current.naam
    answer(capaciteit="310")
    press(qtbot, window, Qt.Key.Key_F2)
    assert locaties.current.capaciteit == 310
    assert window.focusWidget() is locaties.table.view
    press(qtbot, window, Qt.Key.Key_Delete)
    assert naam not in [each.naam for each in locaties.model.records]
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.capaciteit for each in locaties.model.records if each.naam == naam] == [310]
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.capaciteit for each in locaties.model.records if each.naam == naam] == [400]


def test_counts_are_typed_from_the_first_cell_and_escape_asks(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    locaties = page(window, "opvang/Locaties")
    assert window.shell is not None
    before = list(window.shell.session.ledger.bezettingen)
    monkeypatch.setattr(QDialog, "exec", QDialog.show)
    locaties.run(ALL)
    (dialog,) = locaties.findChildren(EntryDialog)
    assert dialog.focusWidget() is dialog.table
    press(qtbot, dialog, Qt.Key.Key_2)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.model.values() == [{"bezet": 2}]
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()  # it is asked first
    dialog.cancel.click()
    assert not dialog.isVisible() and list(window.shell.session.ledger.bezettingen) == before


def test_the_day_goes_along(window: MainWindow) -> None:
    assert window.shell is not None
    stand = page(window, "opvang/Stand")
    assert max(each.eigen for each in stand.model.records) == 300
    window.shell.session.op = datetime.date(2021, 1, 1)
    assert not any(each.eigen for each in stand.model.records)
    assert {each.is_open for each in page(window, "opvang/Locaties").model.records} == {False}
    assert page(window, "opvang/Planning").model.records[0].begin == datetime.date(2021, 1, 1)


def test_a_location_is_gone_to_by_name(window: MainWindow) -> None:
    assert window.shell is not None
    (found,) = filled(window.shell.session.ledger).search("nieuwe esch", soort="locatie")
    window.shell.session.record_requested.emit(found.plek, found.id)
    assert page(window).current.naam == "Nieuwe Esch"
    assert page(window).panel.isVisible()
