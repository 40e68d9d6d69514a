"""A table among other things on a page: as high as its rows, with what can be done with the row the cursor is on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from regietafel.fields import Field
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.flow import Flow
from ui.kit.icons import icon
from ui.kit.screen import Command, Screen
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, Tones, Totals

_SIDES, _LINES = 26, 12  # pixels in a cell beside and around its lines
_TALLEST = 1_000_000
_WORD = 160  # pixels at most for the longest word of a column that wraps
_REST = 0.4  # of what is left for what wraps, for all but the first


class TableCard(QWidget):
    """Enter and double click do the first command that is allowed with the row; keys and buttons below do the others.
    Where the very first is refused they say why: it is what one means.

    The cursor starts on the row ``start``, and the keyboard of a page in its table. Texts of the fields in ``wrapped``
    take as many lines as they need; those columns share the room that the others leave, the first of them most of it.
    Where not even their words fit the table scrolls sideways.
    """

    model_class = RecordTableModel

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
        wrapped: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._screen, self._commands = screen, commands
        self.model = self.model_class(fields, tones, self)
        self.table = RecordTable(self.model, name, totals, self._open)
        self.model.set_records(records)
        view = self.table.view
        view.horizontalHeader().setSectionsMovable(False)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wrapped = [place for place, field in enumerate(fields) if field.name in wrapped]
        self._least = 0  # pixels in which the words fit
        self._later = QTimer(self)  # once, after all columns have their width
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit_rows)
        self._height = len(records) * style.ROW + style.HEADER + (style.ROW + 1 if totals else 0) + 2
        # Only after Qt has laid it out: a height that changes meanwhile leaves the totals where they were.
        view.horizontalScrollBar().rangeChanged.connect(lambda low, high: QTimer.singleShot(0, self, self._fit))
        if wrapped:
            self._wrap()
        else:
            view.fit_columns()
        self._fit()
        self._buttons = [
            (command, button(command.label, partial(self._run, command), shape=command.icon))
            for command in commands
            if screen.session.can_write or not command.changes
        ]
        row = Flow()
        for _command, made in self._buttons:
            row.addWidget(made)
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

    def minimumSizeHint(self) -> QSize:
        """Wide enough for every word: what stands beside it goes below it."""
        return super().minimumSizeHint().expandedTo(QSize(self._least, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wrapped:
            self._later.start(0)

    def _wrap(self) -> None:
        """Let the texts of these columns take several lines, now and at every other width."""
        view, modes = self.table.view, QHeaderView.ResizeMode
        view.setWordWrap(True)
        view.keep_columns()
        for column in range(len(self.model.fields)):
            mode = modes.Fixed if column in self._wrapped else modes.ResizeToContents
            view.horizontalHeader().setSectionResizeMode(column, mode)
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self._later.start(0))

    def _share(self) -> None:
        """Give every column that wraps room for its longest word, and its share of what is left."""
        view, columns = self.table.view, self._wrapped
        words = [self._longest_word(column) for column in columns]
        others = view.horizontalHeader().length() - sum(map(view.columnWidth, columns))
        least = others + sum(words) + 2
        if least != self._least:
            self._least = least
            self.updateGeometry()
        left = max(0, view.maximumViewportSize().width() - others - sum(words))
        rest = int(left * _REST) // (len(columns) - 1) if len(columns) > 1 else 0
        for column, word in zip(columns, words, strict=True):
            share = left - rest * (len(columns) - 1) if column == columns[0] else rest
            view.setColumnWidth(column, word + share)

    def _longest_word(self, column: int) -> int:
        """Pixels for that of the cells, and for the heading."""
        view, rows = self.table.view, range(len(self.model.records))
        words = {word for row in rows for word in self.model.index(row, column).data().split()}
        widest = max(map(view.fontMetrics().horizontalAdvance, words), default=0)
        return min(_WORD, max(widest + _SIDES, view.horizontalHeader().sectionSizeHint(column)))

    def _fit_rows(self) -> None:
        self._share()
        view, free, columns = self.table.view, self._height, self._wrapped
        for row in range(len(self.model.records)):
            texts = ((view.columnWidth(each) - _SIDES, self.model.index(row, each).data()) for each in columns)
            height = max((_height(view.fontMetrics(), text, width) for width, text in texts), default=0)
            free += max(style.ROW, height + _LINES) - view.rowHeight(row)
            view.setRowHeight(row, max(style.ROW, height + _LINES))
        self._height = free
        self._fit()

    def _run(self, command: Command) -> None:
        if self.current is not None:
            self._screen.run(command, self.current)

    def _open(self, _index: QModelIndex) -> None:
        says = self._commands[0].refusal if self._commands and self._screen.session.can_write else ""
        first = (each for each in self._commands if says or self._screen.can_run(each, self.current))
        if (command := next(first, None)) is not None:
            self._run(command)

    def _show_allowed(self, *_indexes: QModelIndex) -> None:
        for command, made in self._buttons:
            made.setVisible(self.current is not None and self._screen.can_run(command, self.current))

    def _show_menu(self, place: QPoint) -> None:
        view = self.table.view
        if not view.rect().contains(place) or not view.indexAt(place).isValid():  # by key: at the cursor
            place = view.visualRect(view.currentIndex()).bottomLeft()
        menu = QMenu(self)
        for command, made in self._buttons:
            if made.isVisibleTo(self):
                menu.addAction(icon(command.icon, "secondary"), command.label, partial(self._run, command))
        menu.popup(view.viewport().mapToGlobal(place))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Of a text in lines of that width."""
    return metrics.boundingRect(0, 0, width, _TALLEST, Qt.TextFlag.TextWordWrap, text).height()
