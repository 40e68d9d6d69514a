"""A table one types in: on each row what it is about, and the cells to fill in. Lines copied from Excel can be pasted.

A cell that does not belong to its row cannot be gone to. Enter goes down, as in a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from regietafel.errors import RegietafelError
from regietafel.fields import TEXT, Field
from regietafel.i18n import UNKNOWN, _, enumerate_some, sort_key
from ui.kit import style
from ui.kit.tables import ROOT, Index, Role, alignment

Takes = Callable[[Any, Field], bool]
_EDIT = QAbstractItemView.EditTrigger
_NARROWEST, _MEASURED = 104, 40  # a date fits; rows whose texts decide how wide a column is


class EntryModel(QAbstractTableModel):
    """The records, what was typed for each, and what is wrong with that."""

    typed = Signal()

    def __init__(self, fixed: Sequence[Field], inputs: Sequence[Field], records: Sequence[Any], takes: Takes) -> None:
        super().__init__()
        self.fields = [*fixed, *inputs]
        self.records, self._takes, self._fixed = records, takes, len(fixed)
        self._typed: dict[tuple[int, int], str] = {}
        self._begun: dict[tuple[int, int], str] = {}
        self._wrong: tuple[int, int] | None = None
        self._otherwise: Mapping[str, str] = {}

    def set_otherwise(self, texts: Mapping[str, str]) -> None:
        """What counts for a cell that is left empty, by name of the field."""
        self._otherwise = texts
        self._all_changed()

    def is_input(self, column: int) -> bool:
        """Whether it is typed in."""
        return column >= self._fixed

    def takes(self, row: int, column: int) -> bool:
        """Whether there is something to type."""
        return self.is_input(column) and self._takes(self.records[row], self.fields[column])

    def values(self) -> list[dict[str, Any]]:
        """Per record what was typed, by name of the field; what is left empty is not there.

        Raises RegietafelError that names the row, and marks the cell.
        """
        self._mark(None)
        found: list[dict[str, Any]] = [{} for _record in self.records]
        for (row, column), text in sorted(self._typed.items()):
            field = self.fields[column]
            if text and self.takes(row, column):
                try:
                    found[row][field.name] = field.parse(text)
                except RegietafelError as error:
                    self._mark((row, column))
                    raise RegietafelError(f"{self.fields[0].show(self.records[row])}: {error}") from None
        return found

    def begin(self, texts: Mapping[tuple[int, int], str]) -> None:
        """What stands in the cells, by row and column, before anything is typed."""
        self._typed, self._begun = dict(texts), dict(texts)
        self._mark(None)
        self.typed.emit()

    @property
    def changed_labels(self) -> list[str]:
        """The labels of the columns in which something else stands than at the beginning."""
        cells = self._typed.keys() | self._begun.keys()
        changed = {cell[1] for cell in cells if self._typed.get(cell, "") != self._begun.get(cell, "")}
        return [self.fields[column].label for column in sorted(changed)]

    @property
    def wrong(self) -> QModelIndex:
        """The cell :meth:`values` could not read."""
        return self.index(*self._wrong) if self._wrong else QModelIndex()

    def paste(self, text: str, at: Index) -> str:
        """Fill in copied cells, and say what found no place.

        Lines that begin with what a row is about are put there; others go down from the cell ``at``.
        """
        lines = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
        names = {sort_key(self.fields[0].show(record)) for record in self.records}
        named = any(len(line) > 1 and sort_key(line[0]) in names for line in lines)
        lost = self._place_by_name(lines) if named else self._place_below(lines, at)
        self._mark(None)
        self.typed.emit()
        return _("Geen plaats gevonden voor: {regels}.").format(regels=enumerate_some(lost, 3)) if lost else ""

    def _place_by_name(self, lines: Sequence[Sequence[str]]) -> list[str]:
        about = [{sort_key(field.show(each)) for field in self.fields[: self._fixed]} for each in self.records]
        first = [sort_key(self.fields[0].show(each)) for each in self.records]
        free, lost = list(range(len(self.records))), []
        for number, line in enumerate(lines):
            keys = {sort_key(cell) for cell in line}
            fitting = [row for row in free if first[row] in keys]
            if fitting:
                row = max(fitting, key=lambda row: len(about[row] & keys))
                free.remove(row)
                self._fill(row, [cell for cell in line if sort_key(cell) not in about[row]])
            elif number or sort_key(line[0]) in first:  # the first line may be headings
                lost.append(" ".join(line))
        return lost

    def _fill(self, row: int, cells: Sequence[str]) -> None:
        """Each text in the first cell of the row that is still free and can read it."""
        free = [column for column in range(self._fixed, len(self.fields)) if self.takes(row, column)]
        for cell in filter(None, cells):
            for column in free:
                if _reads(self.fields[column], cell):
                    self._typed[row, column] = cell
                    free.remove(column)
                    break

    def _place_below(self, lines: Sequence[Sequence[str]], at: Index) -> list[str]:
        column = max(at.column(), self._fixed)
        rows = [row for row in range(max(at.row(), 0), len(self.records)) if self.takes(row, column)]
        for row, line in zip(rows, lines, strict=False):
            for place, cell in enumerate(line, column):
                if place < len(self.fields) and self.takes(row, place):
                    self._typed[row, place] = cell
        return [" ".join(line) for line in lines[len(rows) :]]

    def _mark(self, cell: tuple[int, int] | None) -> None:
        self._wrong = cell
        self._all_changed()

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.fields) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.takes(index.row(), index.column()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        field, record, cell = self.fields[index.column()], self.records[index.row()], (index.row(), index.column())
        fixed, typed = not self.is_input(index.column()), self._typed.get(cell, "")
        shown = field.show(record) if fixed else typed or self._otherwise.get(field.name, "")
        if not fixed and not self.takes(*cell):
            shown = UNKNOWN
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return shown
            case Role.EditRole:
                return typed
            case Role.TextAlignmentRole:
                return alignment(field)
            case Role.ForegroundRole:
                return style.color("error" if cell == self._wrong else "text" if fixed or typed else "secondary")
            case Role.AccessibleTextRole:
                return f"{self.fields[0].show(record)}, {field.label}: {shown}"
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role == Role.EditRole:
            self._typed[index.row(), index.column()] = str(value).strip()
            self._mark(None)
            self.typed.emit()
        return role == Role.EditRole

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        field = self.fields[section]
        if role == Role.TextAlignmentRole:
            return alignment(field)
        return field.label if role == Role.DisplayRole else None


class _Inputs(QStyledItemDelegate):
    """The input of a cell, aligned as the cell: lines pasted in it are for the table."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setAlignment(index.data(Role.TextAlignmentRole))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        table, lines = self.parent(), QApplication.clipboard().text()
        pasted = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if pasted and isinstance(table, EntryTable) and ("\n" in lines or "\t" in lines):
            if event.type() == QEvent.Type.KeyPress:
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
                table.paste()
            return True
        return super().eventFilter(editor, event)


class EntryTable(QTableView):
    """The view of an :class:`EntryModel`; ``pasted`` says what found no place, or nothing."""

    pasted = Signal(str)

    def __init__(self, model: EntryModel, name: str) -> None:
        super().__init__()
        self.entries = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("entries", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_EDIT.AnyKeyPressed | _EDIT.EditKeyPressed | _EDIT.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(style.ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(style.HEADER)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        for column, field in enumerate(model.fields):
            free = model.is_input(column) and field.kind is TEXT
            mode = QHeaderView.ResizeMode.Stretch if free else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_MEASURED)
        self.setItemDelegate(_Inputs(self))
        self.clicked.connect(self.edit)

    def begin(self) -> None:
        """To the first cell one can type in."""
        cells = ((row, column) for row in range(self.entries.rowCount()) for column in range(len(self.entries.fields)))
        first = next((cell for cell in cells if self.entries.takes(*cell)), None)
        if first and not self.currentIndex().isValid():
            self.setCurrentIndex(self.entries.index(*first))

    def paste(self) -> None:
        """Fill in what was copied, from the cell one is at."""
        self.pasted.emit(self.entries.paste(QApplication.clipboard().text(), self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.entries.setData(self.currentIndex(), "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() != QAbstractItemView.State.EditingState:  # else it comes from the input, which is done
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # Enter
            here = self.currentIndex()
            below = (row for row in range(here.row() + 1, self.entries.rowCount()))
            if (row := next((row for row in below if self.entries.takes(row, here.column())), None)) is not None:
                self.setCurrentIndex(self.entries.index(row, here.column()))


def _reads(field: Field, text: str) -> bool:
    try:
        field.parse(text)
    except RegietafelError:
        return False
    return True
