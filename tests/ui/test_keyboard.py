"""What the keyboard does where it matters most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from regietafel.actions.nieuw import make_file, of_names
from regietafel.fields import Field
from ui.app import PLACES, periodes
from ui.kit import dialogs, recent
from ui.kit.dialogs import EditDialog
from ui.main_window import MainWindow


@pytest.mark.parametrize(("press_cancel", "saved"), [(True, 0), (False, 1)])
def test_enter_presses_the_button_that_has_the_focus(qtbot: Any, press_cancel: bool, saved: int) -> None:
    calls: list[object] = []
    dialog = EditDialog("T", [Field(name="naam", label="Naam")], calls.append)
    qtbot.addWidget(dialog)
    dialog.show()
    chosen = dialog.cancel if press_cancel else dialog.verb
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert len(calls) == saved and not dialog.isVisible()


@pytest.mark.parametrize(("keys", "done"), [(["Return"], False), (["Tab", "Return"], True), (["Escape"], False)])
def test_what_cannot_be_undone_is_not_done_by_enter_alone(qtbot: Any, keys: list[str], done: bool) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or dialog, getattr(Qt.Key, f"Key_{key}"))
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(50, answer)
    assert dialogs.confirm(None, "T", "Zeker weten?", "Doen") is done


def test_tab_goes_round_an_empty_page(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "leeg.regietafel"
    make_file(path, of_names(["Borne", "Almelo"]))
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show()
    window.open_file(path)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    first, seen = QApplication.focusWidget(), set()
    for _step in range(12):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
        if QApplication.focusWidget() is first:
            break
    assert first in seen and len(seen) >= 4  # the button, the manual, the place and the period chooser


def test_a_form_says_what_is_wrong_where_it_can_be_read(qtbot: Any) -> None:
    fields = [Field(name=f"veld{number}", label=f"Veld {number}", required=True) for number in range(30)]
    dialog = EditDialog("T", fields, lambda values: None)
    qtbot.addWidget(dialog)
    dialog.resize(480, 300)
    dialog.show()
    dialog.form.findChildren(QLineEdit)[-1].setFocus()
    dialog.accept()
    problem = dialog.form.findChild(QLabel, "problem-veld0")
    assert isinstance(problem, QLabel)
    qtbot.waitUntil(lambda: not problem.visibleRegion().isEmpty())


def test_a_recent_file_one_may_no_longer_reach(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    recent.remember(tmp_path / "x.regietafel")

    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert [file.exists for file in recent.recent_files()] == [False]
