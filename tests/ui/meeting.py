"""A meeting of Twente with seven points, and what a user presses while it is held."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from regietafel.actions.agenda import save_punt
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.overleg import Overleg
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.queries.verslag import LijstRegel, lijst
from ui.kit.session import Session
from ui.wizards.vergadering import open_vergadering
from ui.wizards.vergadering_venster import Vergadering

DAG = datetime.date(2023, 9, 4)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_example(path: Path) -> Session:
    """The example of Twente as it is on the day of its second meeting."""
    make_example(path)
    return reopened(path)


def reopened(path: Path) -> Session:
    """That file, opened for writing."""
    made = Session(Ledger.open(path), None)
    made.op = DAG
    return made


def prepared(ledger: Ledger) -> Overleg:
    """The meeting of which the agenda is ready: seven points, some with subpoints, and two annexes."""
    found = ledger.overleggen.find(datum=DAG)
    assert found is not None
    return found


def add_points(ledger: Ledger, overleg: Overleg, number: int) -> None:
    assert overleg.id is not None
    for n in range(number):
        save_punt(ledger, Agendapunt(overleg_id=overleg.id, titel=f"Onderwerp {n + 1} van de tafel", minuten=5))


def hold(qtbot: Any, session: Session, overleg: Overleg, size: tuple[int, int] = (1280, 800)) -> Vergadering:
    """The meeting on the screen, with the keyboard in the line."""
    assert overleg.id is not None
    made = open_vergadering(session, overleg.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.showNormal()
    made.resize(*size)
    with qtbot.waitActive(made):
        made.activateWindow()
    QApplication.processEvents()
    return made


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    if not window.isActiveWindow():  # without a screen nobody gives it back after a dialog
        window.activateWindow()
        QApplication.processEvents()
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def write(window: Vergadering, text: str) -> None:
    """Type a line and press Enter."""
    QTest.keyClicks(window.focusWidget() or window, text)
    press(window, Qt.Key.Key_Return)


def said(widget: QWidget) -> str:
    """All that can be read."""
    QApplication.processEvents()
    labels = [each for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]
    return "\n".join(each.text().replace("\u200b", "") for each in labels)


def in_file(path: Path, overleg_id: int) -> list[LijstRegel]:
    """The rows that someone who opens the file now would find: what a crash of the program leaves."""
    ledger = Ledger.open_for_reading(path)
    try:
        return sorted(lijst(ledger, overleg_id), key=lambda each: each.id)
    finally:
        ledger.close()


def then(action: Callable[[QWidget], object]) -> None:
    """What is pressed in the dialog that comes next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(20, act)
            return
        assert isinstance(dialog, QDialog)
        try:
            action(dialog)
        finally:
            if dialog.isVisible():  # or the test would wait for ever
                print(said(dialog))
                dialog.done(0)

    QTimer.singleShot(20, act)


def finish(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
