"""A user with only a keyboard: Tab to what has a name, and type in the dialog that opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QWidget

from tests.ui.agreement_page import said

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_STOPS = 120  # more than any page has


def key(
    window: QWidget, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key where the keyboard is in this window."""
    for _time in range(times):
        _activate(window)
        QTest.keyClick(QApplication.focusWidget() or window, pressed, modifier)
    QApplication.processEvents()


def tab_to(window: QWidget, name: str) -> QWidget:
    """Press Tab until what has this name, or is the input of the field with it, has the keyboard."""
    _activate(window)
    for _stop in range(_STOPS):
        here = QApplication.focusWidget()
        if here is not None and name in {here.accessibleName(), here.objectName()}:
            return here
        QTest.keyClick(here or window, Key.Key_Tab)
    raise AssertionError(f"no way to {name} by Tab")


def press(window: QWidget, name: str) -> None:
    """Go to a button with Tab, and press it with the space bar."""
    tab_to(window, name)
    key(window, Key.Key_Space)


def then(do: Callable[[QDialog], object]) -> None:
    """What is typed in the dialog that opens next; the test fails when it is still open after that."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            QTimer.singleShot(20, act)
            return
        try:
            _activate(dialog)
            do(dialog)
            assert not dialog.isVisible(), said(dialog)
        finally:
            if dialog.isVisible():  # or the test would wait for ever
                dialog.done(0)

    QTimer.singleShot(20, act)


def typed(**values: str) -> Callable[[QDialog], None]:
    """Fill in these inputs, by the name of their field, and finish with Ctrl+Enter.

    A tick changes, whatever its value; of a list to choose from the beginning of a label is enough.
    """

    def do(dialog: QDialog) -> None:
        for name, value in values.items():
            here = tab_to(dialog, name)
            if isinstance(here, QCheckBox):
                QTest.keyClick(here, Key.Key_Space)
            elif isinstance(here, QComboBox):
                QTest.keyClick(here, Key.Key_Home)
                while not here.currentText().startswith(value) and here.currentIndex() + 1 < here.count():
                    QTest.keyClick(here, Key.Key_Down)
                assert here.currentText().startswith(value)
            else:
                QTest.keyClick(here, Key.Key_A, CTRL)
                QTest.keyClicks(here, value)
        QTest.keyClick(dialog, Key.Key_Return, CTRL)

    return do


def typed_and_agreed(**values: str) -> Callable[[QDialog], None]:
    """As :func:`typed`, and agree to what the dialog then asks."""
    do = typed(**values)

    def agree(dialog: QDialog) -> None:
        do(dialog)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Key.Key_Return, CTRL)

    return agree


def go_to_row(window: QWidget, table: str, row: int) -> None:
    """With Tab to a table, and down to a row, counted from 0."""
    tab_to(window, table)
    key(window, Key.Key_Home, CTRL)
    key(window, Key.Key_Down, times=row)


def _activate(window: QWidget) -> None:
    """Without a screen nobody gives the keyboard back when a dialog was closed."""
    for _attempt in range(100):
        QApplication.processEvents()
        if QApplication.activeWindow() is window.window():
            return
        window.window().activateWindow()
        QTest.qWait(10)
