"""The only table model in the program: shows any sequence of records, filters and sorts its own list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from regietafel.fields import Field
from regietafel.i18n import sort_key
from ui.kit import style

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Role.UserRole
STORY_ROLE = Role.UserRole + 1  # whether one can ask where the number comes from
Totals = Callable[[Sequence[Any]], Mapping[str, Any]]
Tones = Mapping[str, Callable[[Any], str]]

ROOT = QModelIndex()
_ARROW = {Qt.SortOrder.AscendingOrder: " ↑", Qt.SortOrder.DescendingOrder: " ↓"}


def sums(*names: str) -> Totals:
    """Totals of these attributes over the records of which they are known."""

    def add(records: Sequence[Any]) -> dict[str, Any]:
        columns = {name: [getattr(record, name) for record in records] for name in names}
        known = {name: [value for value in values if value is not None] for name, values in columns.items()}
        return {name: sum(values) if values else None for name, values in known.items()}

    return add


def signs(*names: str) -> Tones:
    """The tones of these attributes, numbers of what is yet to be done: above nought is behind, below it ahead."""

    def tone(name: str, record: Any) -> str:
        number = getattr(record, name) or 0
        return "behind" if number > 0 else "ahead" if number < 0 else ""

    return {name: partial(tone, name) for name in names}


def as_mime(fields: Sequence[Field], records: Sequence[Any]) -> QMimeData:
    """The records as a table for a spreadsheet (tabs) and for a letter (HTML)."""
    import html

    lines = [[field.label for field in fields], *([field.show(record) for field in fields] for record in records)]
    clean = [[" ".join(text.split()) for text in line] for line in lines]
    data = QMimeData()
    data.setText("\n".join("\t".join(line) for line in clean))
    marked = [
        "".join(
            f"<{cell}{_align(field)}>{html.escape(text)}</{cell}>" for field, text in zip(fields, line, strict=True)
        )
        for line, cell in zip(clean, ["th", *["td"] * len(records)], strict=True)
    ]
    data.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in marked) + "</table>")
    return data


def _align(field: Field) -> str:
    return ' align="right"' if field.kind.numeric else ' align="left"'


class RecordTableModel(QAbstractTableModel):
    """Any sequence of records, one column per field; filters and sorts its own list."""

    def __init__(
        self,
        fields: Sequence[Field],
        tones: Tones | None = None,
        parent: QObject | None = None,
        stories: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.fields = list(fields)
        self.stories = stories  # names of the fields whose numbers have a story
        self._tones = tones or {}
        self._all: Sequence[Any] = ()
        self._shown: list[Any] = []
        self._texts: list[str] | None = None  # what is searched, made at the first search
        self._words: list[str] = []
        self._keep: Callable[[Any], bool] | None = None
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def records(self) -> Sequence[Any]:
        """The records as shown: filtered and sorted."""
        return self._shown

    @property
    def all_records(self) -> Sequence[Any]:
        """The records before filtering."""
        return self._all

    def texts(self, column: int, most: int) -> set[str]:
        """What stands in the first cells of a column; asked through Qt it takes three times as long."""
        field = self.fields[column]
        return {field.show(record).replace("\n", " · ") for record in self._shown[:most]}

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other records; filter and order stay."""
        self._all = records
        self._texts = None
        self._arrange()

    def set_filter(self, text: str = "", keep: Callable[[Any], bool] | None = None) -> None:
        """Show only records in which every word of ``text`` occurs and that ``keep`` accepts."""
        self._words, self._keep = [sort_key(word) for word in text.split()], keep
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; what is unknown comes last. Column −1 is the order of the query."""
        self._order = (column, order) if column >= 0 else None
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.fields) - 1))

    def sort_next(self, column: int) -> None:
        """What a click on a heading does: the natural order, the reverse, the order of the query."""
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        first, second = (down, up) if self.fields[column].kind.numeric else (up, down)
        now = self._order[1] if self._order and self._order[0] == column else None
        if now is None:
            self.sort(column, first)
        else:
            self.sort(column if now == first else -1, second)

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = self._found() if self._words else list(self._all)
        if self._keep is not None:
            shown = [record for record in shown if self._keep(record)]
        if self._order is not None:
            name, descending = self.fields[self._order[0]].name, self._order[1] == Qt.SortOrder.DescendingOrder
            known = [record for record in shown if getattr(record, name) is not None]
            known.sort(key=lambda record: _order(getattr(record, name)), reverse=descending)
            shown = known + [record for record in shown if getattr(record, name) is None]
        self._shown = shown
        self.endResetModel()

    def _found(self) -> list[Any]:
        if self._texts is None:
            self._texts = [sort_key(" ".join(field.show(record) for field in self.fields)) for record in self._all]
        pairs = zip(self._all, self._texts, strict=True)
        return [record for record, text in pairs if all(word in text for word in self._words)]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in _ANSWERED:  # Qt asks some ten things of every cell it draws or measures
            return None
        field, record = self.fields[index.column()], self._shown[index.row()]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                said = field.show(record)
                return said.replace("\n", " · ") if role == Role.DisplayRole else f"{field.label}: {said}"
            case Role.TextAlignmentRole:
                return alignment(field)
            case Role.ForegroundRole:
                tone = self._tones[field.name](record) if field.name in self._tones else ""
                return style.color(tone) if tone else None
            case _ if role == STORY_ROLE:
                return field.name in self.stories and getattr(record, field.name) is not None
            case _:
                return getattr(record, field.name)  # SORT_ROLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == Role.DisplayRole:
            sorted_here = self._order is not None and self._order[0] == section
            return field.label + (_ARROW[self._order[1]] if sorted_here and self._order else "")
        if role == Role.TextAlignmentRole:
            return alignment(field)
        if role == Role.ToolTipRole:
            return field.help or None
        return None


def alignment(field: Field) -> Qt.AlignmentFlag:
    """Numbers right, text left."""
    return _RIGHT if field.kind.numeric else _LEFT


def _order(value: Any) -> Any:
    """By what a column is sorted: words as in an index, other values as they are."""
    return sort_key(value) if isinstance(value, str) else value


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ANSWERED = frozenset(
    {
        Role.DisplayRole,
        Role.TextAlignmentRole,
        Role.ForegroundRole,
        Role.AccessibleTextRole,
        STORY_ROLE,
        SORT_ROLE,
    }
)
