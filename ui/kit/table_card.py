"""A table among other things on a page: as high as its rows, with what can be done with the row the cursor is on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from regietafel.fields import Field
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.icons import icon
from ui.kit.screen import Command, Screen
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, Tones, Totals


class TableCard(QWidget):
    """Enter and double click do the first command that is allowed; keys and buttons below do the others.

    The cursor starts on the row ``start``, and the keyboard of a page in its table.
    """

    def __init__(
        self,
        screen: Screen,
        name: str,
        fields: Sequence[Field],
        records: Sequence[Any],
        *,
        commands: Sequence[Command] = (),
        totals: Totals | None = None,
        tones: Tones | None = None,
        start: int = 0,
    ) -> None:
        super().__init__()
        self._screen, self._commands = screen, commands
        self.model = RecordTableModel(fields, tones, self)
        self.table = RecordTable(self.model, name, totals, self._open)
        self.model.set_records(records)
        view = self.table.view
        view.horizontalHeader().setSectionsMovable(False)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.fit_columns()
        self._height = len(records) * style.ROW + style.HEADER + (style.ROW + 1 if totals else 0) + 2
        # Only after Qt has laid it out: a height that changes meanwhile leaves the totals where they were.
        view.horizontalScrollBar().rangeChanged.connect(lambda low, high: QTimer.singleShot(0, self, self._fit))
        self._fit()
        self._buttons = [
            (command, button(command.label, partial(self._run, command), shape=command.icon))
            for command in commands
            if screen.session.can_write or not command.changes
        ]
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for _command, made in self._buttons:
            row.addWidget(made)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.table)
        column.addLayout(row)
        for command in commands:
            if command.keys:
                shortcut = QShortcut(QKeySequence(command.keys), view, partial(self._run, command))
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        view.selectionModel().currentRowChanged.connect(self._show_allowed)
        view.setProperty("start", True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.setCurrentIndex(self.model.index(start, 0))

    @property
    def current(self) -> Any:
        """The record the cursor is on, or None."""
        row = self.table.view.currentIndex().row()
        return self.model.records[row] if 0 <= row < len(self.model.records) else None

    def _fit(self) -> None:
        """As high as the rows, and the scroll bar when the columns do not fit."""
        bar = self.table.view.horizontalScrollBar()
        self.table.setFixedHeight(self._height + (bar.sizeHint().height() if bar.maximum() else 0))

    def _run(self, command: Command) -> None:
        if self.current is not None:
            self._screen.run(command, self.current)

    def _open(self, _index: QModelIndex) -> None:
        first = (each for each in self._commands if self._screen.can_run(each, self.current))
        if (command := next(first, None)) is not None:
            self._run(command)

    def _show_allowed(self, *_indexes: QModelIndex) -> None:
        for command, made in self._buttons:
            made.setEnabled(self.current is not None and self._screen.can_run(command, self.current))

    def _show_menu(self, place: QPoint) -> None:
        view = self.table.view
        if not view.rect().contains(place) or not view.indexAt(place).isValid():  # by key: at the cursor
            place = view.visualRect(view.currentIndex()).bottomLeft()
        menu = QMenu(self)
        for command, made in self._buttons:
            action = menu.addAction(command.label, partial(self._run, command))
            action.setEnabled(made.isEnabled())
            action.setIcon(icon(command.icon, "secondary"))
        menu.popup(view.viewport().mapToGlobal(place))
