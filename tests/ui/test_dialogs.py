"""Leaving a dialog: what was filled in is not lost by a key that was pressed too often."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from regietafel.fields import AANTAL, Field
from tests.ui.pages import said, write
from ui.kit.dialogs import Dialog, EditDialog
from ui.kit.entry_dialog import EntryDialog
from ui.kit.entry_table import EntryModel

FIELDS = [Field(name="naam", label="Naam"), Field(name="aantal", label="Aantal", kind=AANTAL)]
LEAVE: dict[str, Callable[[Any, QWidget], object]] = {
    "Esc": lambda qtbot, dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
    "X": lambda qtbot, dialog: dialog.close(),
}


def shown(qtbot: Any, dialog: Dialog) -> None:
    qtbot.addWidget(dialog, before_close_func=Dialog.leave)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()


def answer(qtbot: Any, asked: list[str], key: Qt.Key, press: str = "") -> None:
    """What is pressed in the question that comes next: a key, or the button with these words."""

    def act() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Dialog) or not question.isActiveWindow():
            QTimer.singleShot(20, act)
            return
        asked.extend(said(question))
        try:
            if press:
                next(each for each in (question.verb, question.cancel) if each.text() == press).setFocus()
            qtbot.keyClick(QApplication.focusWidget(), key)
        finally:
            if question.isVisible():  # or the test would wait for ever
                question.leave()

    QTimer.singleShot(20, act)


@pytest.mark.parametrize("leave", LEAVE)
def test_what_was_filled_in_is_asked_about_before_it_is_lost(qtbot: Any, leave: str) -> None:
    dialog = EditDialog("Taakstelling", FIELDS, lambda _values: None, record={"naam": "Borne", "aantal": 5})
    shown(qtbot, dialog)
    line = dialog.form.editor("aantal")
    line.setFocus()
    write(line, "6")
    asked: list[str] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):  # both go on
        answer(qtbot, asked, key)
        LEAVE[leave](qtbot, dialog)
        assert dialog.isVisible() and dialog.form.values()["aantal"] == 6
        qtbot.waitUntil(line.hasFocus)
    answer(qtbot, asked, Qt.Key.Key_Space, "Weggooien")
    LEAVE[leave](qtbot, dialog)
    assert not dialog.isVisible()
    assert asked == ["Wat u invulde weggooien? Het gaat om: Aantal."] * 3


@pytest.mark.parametrize("leave", LEAVE)
def test_without_changes_one_leaves_at_once(qtbot: Any, leave: str) -> None:
    dialog = EditDialog("Taakstelling", FIELDS, lambda _values: None, record={"aantal": 5})
    shown(qtbot, dialog)
    write(dialog.form.editor("aantal"), "6")
    write(dialog.form.editor("aantal"), "5")  # after all
    LEAVE[leave](qtbot, dialog)
    assert not dialog.isVisible()


def test_annuleren_is_meant(qtbot: Any) -> None:
    dialog = EditDialog("Taakstelling", FIELDS, lambda _values: None)
    shown(qtbot, dialog)
    write(dialog.form.editor("aantal"), "6")
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_what_was_typed_in_a_table_is_asked_about_too(qtbot: Any) -> None:
    model = EntryModel(FIELDS[:1], FIELDS[1:], [SimpleNamespace(naam="Borne")], lambda _record, _field: True)
    dialog = EntryDialog("Bezetting", FIELDS[:1], model, lambda *_values: None)
    shown(qtbot, dialog)
    model.setData(model.index(0, 1), "76")
    asked: list[str] = []
    answer(qtbot, asked, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and asked == ["Wat u invulde weggooien? Het gaat om: Aantal."]
    model.setData(model.index(0, 1), "")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_answered_is_gone(qtbot: Any) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for _time in range(3):
        dialog = EditDialog("Gemeente", FIELDS, lambda values: None, parent=page)
        QTimer.singleShot(0, dialog, dialog.leave)
        assert dialog.exec() == Dialog.DialogCode.Rejected
    del dialog
    qtbot.waitUntil(lambda: not page.findChildren(EditDialog))
