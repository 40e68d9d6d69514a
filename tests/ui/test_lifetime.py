"""What Qt is still busy with is not taken away under it: that makes the program crash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from regietafel.fields import Field
from ui.kit.dialogs import EditDialog
from ui.kit.icons import icon
from ui.kit.screen import Command
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session
from ui.kit.table_card import TableCard


def test_a_double_click_is_over_before_the_page_can_be_made_again(
    qtbot: Any, session: Session, fields: list[Field], rows: list[Any]
) -> None:
    tables: list[TableCard] = []
    opened: list[str] = []

    def edit(_screen: object, record: Any) -> None:
        """As a dialog in which something is saved: what is taken away on the page goes while it is open."""
        opened.append(record.naam)
        before = tables[-1]
        session.changed.emit(frozenset({"gemeente"}))
        for _turn in range(3):
            QEventLoop().processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        opened.append("" if isValid(before) else "weg")

    def build() -> TableCard:
        commands = [Command(label="Wijzigen", run=edit)]
        tables.append(TableCard(screen, "Rijen", fields, rows, commands=commands))
        return tables[-1]

    board = Board(
        title="Blad",
        manual="",
        tables=frozenset({"gemeente"}),
        content=lambda _session: Content([Section(title="Rijen", build=build)]),
    )
    screen = SectionsScreen(board, session)
    qtbot.addWidget(screen)
    screen.show()
    table = tables[-1]
    view = table.table.view
    place: QPoint = view.visualRect(table.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not opened
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened == ["'s-Hertogenbosch", "weg"] and len(tables) == 2


def test_an_icon_that_is_changed_can_still_be_drawn(qapp: QApplication) -> None:
    kept = icon("plus")
    for _turn in range(20):
        changed = QIcon(kept)
        changed.addPixmap(QPixmap(8, 8))  # Qt now asks for an engine of its own
        assert not changed.pixmap(16, 16).isNull() and not kept.pixmap(16, 16).isNull()


def test_a_dialog_that_is_gone_shows_no_problem(qtbot: Any, fields: list[Field]) -> None:
    dialog = EditDialog("Wijzigen", [replace(fields[0], required=True)], lambda _values: None)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    delete(dialog)
    with qtbot.captureExceptions() as told:
        qtbot.wait(20)
    assert not told
