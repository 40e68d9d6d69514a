"""A table of which one puts the rows in order, by dragging or with Alt and an arrow; a file can be dropped on a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from regietafel.fields import Field
from ui.kit.screen import Command, Screen
from ui.kit.table_card import TableCard
from ui.kit.tables import ROOT, Index, RecordTableModel

UP, DOWN, IN, OUT = "up", "down", "in", "out"
_KEYS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN, Qt.Key.Key_Right: IN, Qt.Key.Key_Left: OUT}
_ROW = "application/x-regietafel-row"


class OrderedModel(RecordTableModel):
    """Says what was dropped where: a row of its own before a row, or before none, or a file on a row."""

    moved = Signal(int, int)
    dropped = Signal(int, object)
    takes_files = False
    _dragged: int | None = None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [_ROW, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        self._dragged = indexes[0].row()
        data = QMimeData()
        data.setData(_ROW, b"")
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return (data.hasUrls() and self.takes_files) or (data.hasFormat(_ROW) and self._dragged is not None)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index = ROOT) -> bool:
        at = row if row >= 0 else parent.row() if parent.isValid() else len(self.records)
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        dragged, self._dragged = self._dragged, None
        # Once Qt has done with the drag: a dialog or another table in its midst it does not expect.
        if data.hasFormat(_ROW) and dragged is not None:
            QTimer.singleShot(0, self, lambda: self.moved.emit(dragged, at))
        elif len(paths) == 1 and at < len(self.records):
            QTimer.singleShot(0, self, lambda: self.dropped.emit(at, paths[0]))
        return False  # Qt need not take the row away


class OrderedTable(TableCard):
    """``step`` is asked to put a record one place up or down, or a level in or out; ``place`` to put it before another.

    ``take_file`` is given what was dropped on a record. Without ``drag`` nothing can be dragged, and ``step`` says why
    for a key. Who makes the table again keeps the cursor by :func:`follow`.
    """

    model_class = OrderedModel

    def __init__(
        self,
        screen: Screen,
        name: str,
        fields: Sequence[Field],
        records: Sequence[Any],
        *,
        step: Callable[[Any, str], object],
        place: Callable[[Any, Any], object],
        commands: Sequence[Command] = (),
        take_file: Callable[[Any, Path], object] | None = None,
        drag: bool = True,
        wrapped: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(screen, name, fields, records, commands=commands, wrapped=wrapped)
        self._step, self._place, self._take_file = step, place, take_file
        view, model = self.table.view, self.model
        assert isinstance(model, OrderedModel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.installEventFilter(self)
        if drag and screen.session.can_write:
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            view.setDefaultDropAction(Qt.DropAction.MoveAction)
            view.setDragDropOverwriteMode(False)
            model.takes_files = take_file is not None
            model.moved.connect(self._on_moved)
            model.dropped.connect(self._on_dropped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move the row, also where the window goes back with that key."""
        if isinstance(event, QKeyEvent) and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT:
            step = _KEYS.get(Qt.Key(event.key()))
            if step and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if step and event.type() == QEvent.Type.KeyPress:
                if self.current is not None and self._screen.session.can_write:
                    self._screen.session.attempt(lambda: self._step(self.current, step))
                return True
        return super().eventFilter(watched, event)

    def _on_moved(self, row: int, at: int) -> None:
        records = self.model.records
        before = records[at] if at < len(records) else None
        self._screen.session.attempt(lambda: self._place(records[row], before))

    def _on_dropped(self, row: int, path: Path) -> None:
        take_file, record = self._take_file, self.model.records[row]
        if take_file:
            self._screen.session.attempt(lambda: take_file(record, path))


def follow(page: QWidget, identity: int | None) -> None:
    """Once the page is made again, put the cursor of its ordered table on the record with that id."""

    def go() -> None:
        for table in page.findChildren(OrderedTable):
            for row, record in enumerate(table.model.records):
                if table.isVisible() and record.id == identity:
                    table.table.view.setCurrentIndex(table.model.index(row, 0))

    QTimer.singleShot(0, page, go)


_ALT = Qt.KeyboardModifier.AltModifier
