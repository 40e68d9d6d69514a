"""What a user reads and presses on the page of an agreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from regietafel.queries.herverdelingen import HerverdelingBlad, blad
from tests.ui.pages import write
from ui.kit.dialogs import Dialog, EditDialog
from ui.kit.record import RecordScreen
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.kit.table_card import TableCard


def page(shell: Shell) -> RecordScreen:
    assert isinstance(shell.page, RecordScreen)
    return shell.page


def primary(shell: Shell) -> str:
    return shell._primary.text().strip() if shell._primary.isVisible() else ""


def table(shell: Shell) -> TableCard:
    QApplication.processEvents()
    found = [each for each in page(shell).findChildren(TableCard) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def fill(dialog: EditDialog, **values: str | bool) -> None:
    for name, value in values.items():
        write(dialog.form.editor(name), value)


def in_dialog(do: Callable[[Any], object], kind: type[Dialog] = EditDialog) -> None:
    """What the user does in the dialog of that kind that opens next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):  # not open yet
            QTimer.singleShot(30, act)
            return
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(30, act)


def finish(**values: str | bool) -> Callable[[EditDialog], None]:
    """Fill in and press the verb, once."""

    def do(dialog: EditDialog) -> None:
        fill(dialog, **values)
        dialog.accept()
        assert not dialog.isVisible(), said(dialog)

    return do


def next_step(shell: Shell, do: Callable[[EditDialog], object]) -> None:
    in_dialog(do)
    shell._primary.click()
    QApplication.processEvents()


def press(shell: Shell, text: str) -> None:
    QApplication.processEvents()
    (found,) = [
        each for each in page(shell).findChildren(QPushButton) if each.text().strip() == text and each.isVisible()
    ]
    found.click()
    QApplication.processEvents()


def view(sessie: Session, id: int) -> HerverdelingBlad:
    return blad(sessie.ledger, id)
