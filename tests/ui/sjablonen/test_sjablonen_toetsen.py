"""Templates by the keyboard, and for who may only read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from regietafel.ledger import Ledger
from tests.ui.sjablonen.templates_page import (
    CTRL,
    NAAM,
    P,
    Visit,
    can_press,
    own,
    type_at_end,
)
from ui.app import PLACES, periodes
from ui.kit.session import Session
from ui.main_window import MainWindow
from ui.screens.sjablonen import SjablonenScreen


def test_who_reads_only_can_read_and_not_change(path: Path, qtbot: Any, visit: Visit, sessie: Session) -> None:
    reader = Session(Ledger.open(path), P)
    assert not reader.can_write
    page = visit(reader)
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    before = page.editor.toPlainText()
    type_at_end(qtbot, page, "x")
    page._insert(page.fields.list.item(0).data(Qt.ItemDataRole.UserRole))
    assert page.editor.toPlainText() == before
    assert not any(can_press(page, each) for each in ("Gebruiken", "Terug naar standaard", "Importeren…"))
    assert can_press(page, "Exporteren… (Ctrl+E)")
    page.editor.go_to_line(1)
    qtbot.keyClick(page.editor, Qt.Key.Key_Down)
    assert page.editor.textCursor().blockNumber() == 1  # the keyboard goes through it
    reader.close()


def test_tab_goes_past_everything_and_everything_has_a_name(qtbot: Any, path: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open_file(path)
    assert window.shell is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    window.shell.go("documenten/Sjablonen")
    page = window.shell.page
    assert isinstance(page, SjablonenScreen)
    page.select(NAAM)
    type_at_end(qtbot, page, "Tot ziens.\n[als: x]")
    qtbot.waitUntil(page.problems.isVisible)
    before = page.editor.toPlainText()
    page.templates.setFocus()
    past: list[str] = []
    while not (past and page.templates.hasFocus()) and len(past) < 40:
        here = QApplication.focusWidget()
        assert here is not None
        past.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    wanted = (
        "Sjablonen, Zoeken in beschikbare velden, Beschikbare velden, Tekst van Bekendmaking (deelnemende gemeente),"
        " Wat er niet klopt, Voor, Documenten, Onderdelen, Terug naar standaard, Verschil met de standaard,"
        " Importeren…, Exporteren… (Ctrl+E), Gebruiken"
    )
    assert [each for each in past if each in wanted.split(", ")] == wanted.split(", ")
    assert all(past) and page.editor.toPlainText() == before
    window.close()


def test_ctrl_z_undoes_typing_in_the_text_and_the_last_thing_done_elsewhere(qtbot: Any, path: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show()
    window.open_file(path)
    shell = window.shell
    assert shell is not None
    shell.go("documenten/Sjablonen")
    page = shell.page
    assert isinstance(page, SjablonenScreen)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.select(NAAM)
    type_at_end(qtbot, page, "abc")
    page.use()
    type_at_end(qtbot, page, "def")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert page.editor.toPlainText().endswith("abc") and own(shell.session)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL)
    assert page.editor.toPlainText().endswith("abcdef") and own(shell.session)
    page.templates.setFocus()
    qtbot.keyClick(page.templates, Qt.Key.Key_Z, CTRL)
    assert not own(shell.session) and page.editor.toPlainText().endswith("abcdef")
    window.close()
