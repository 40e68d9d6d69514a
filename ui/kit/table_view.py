"""How a table looks on a page: a view that opens on Enter, and a row of totals below it that stays in view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from regietafel.i18n import UNKNOWN, _
from ui.kit import style
from ui.kit.tables import ROOT, STORY_ROLE, Index, RecordTableModel, Role, Totals, alignment

_WIDEST, _NARROWEST, _SAMPLE = 360, 72, 200
_BOX = 24
_PADDING, _UNDER = 12, 9  # of a number in its cell: from the right edge, and the line below its middle


class _TotalsModel(QAbstractTableModel):
    """One row under the table of another model: the totals of the records shown there."""

    def __init__(self, source: RecordTableModel, totals: Totals) -> None:
        super().__init__(source)
        self._source, self._totals = source, totals
        self._values: Mapping[str, Any] = {}
        source.modelReset.connect(self.refresh)

    def refresh(self) -> None:
        """Add up again."""
        self.beginResetModel()
        self._values = self._totals(self._source.records)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._source.fields)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        field = self._source.fields[index.column()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            if field.name in self._values:
                text = field.format(self._values[field.name])
            else:
                text = _("Totaal") if index.column() == 0 else ""
            return text if role == Role.DisplayRole else f"{_('Totaal')} {field.label}: {text or UNKNOWN}"
        if role == STORY_ROLE:
            return field.name in self._source.stories and self._values.get(field.name) is not None
        if role == Role.ToolTipRole and field.name in self._values:
            unknown = sum(getattr(record, field.name) is None for record in self._source.records)
            return _("Niet meegeteld: {n} regels waarvan dit onbekend is").format(n=unknown) if unknown else None
        return alignment(field) if role == Role.TextAlignmentRole else None


class _Cells(QStyledItemDelegate):
    """A dotted line under a number that has a story; the whole text in a tip when the cell is too narrow for it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(STORY_ROLE):
            width = option.fontMetrics.horizontalAdvance(str(index.data()))
            right, below = option.rect.right() - _PADDING, option.rect.center().y() + _UNDER
            painter.save()
            painter.setPen(QPen(style.color("input"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(max(option.rect.left(), right - width), below, right, below)
            painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            cut = self.sizeHint(option, index).width() > view.visualRect(index).width()
            text = index.data(Role.ToolTipRole) or (str(index.data() or "") if cut else "")
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)


class _Ticks(_Cells):
    """A box before the text, ticked when the row is chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.checkState = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked


class RecordView(QTableView):
    """A table view that opens on Enter and gives its columns the room there is."""

    columns_chosen = Signal()  # the user changed width or order

    def __init__(self, model: QAbstractTableModel, opened: Callable[[QModelIndex], None] | None = None) -> None:
        super().__init__()
        self._opened = opened
        self.below: QAbstractTableModel | None = None  # the totals, which must fit in the columns too
        self._box = 0  # the width it takes in the first column
        self._natural: list[int] = []  # widths that fit; empty when the user chose others
        self._spreading = False
        self._room = 0  # of the viewport; asking Qt for that widget makes PySide load every kind of widget: 9 ms
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(style.ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(style.HEADER)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self.columns_chosen)
        # Once Qt has done with the press: in a dialog that opens then, the page may be made again without this view.
        self.doubleClicked.connect(lambda _index: QTimer.singleShot(0, self, self._open_current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._opened:
            self._open_current()
            return
        super().keyPressEvent(event)

    def _open_current(self) -> None:
        if self._opened and self.currentIndex().isValid():
            self._opened(self.currentIndex())

    def show_ticks(self) -> None:
        """Let a click or Space choose a row beside those already chosen, and show a box for that."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setItemDelegateForColumn(0, _Ticks(self))
        self._box = _BOX

    def leave_right(self, width: int) -> None:
        """Leave room where the view above has a scroll bar."""
        self.setViewportMargins(0, 0, width, 0)

    def fit_columns(self) -> None:
        """Give every column the width of its label, the first records and the total, and its share of what is left."""
        heading, strong = QFont(self.font()), QFont(self.font())
        heading.setPixelSize(12)
        for font in (heading, strong):
            font.setWeight(QFont.Weight.DemiBold)
        label_metrics, metrics, model = QFontMetrics(heading), self.fontMetrics(), self.model()
        self._natural = []
        for column in range(model.columnCount()):
            label = label_metrics.horizontalAdvance(str(model.headerData(column, Qt.Orientation.Horizontal)))
            texts: set[str] = set()
            if isinstance(model, RecordTableModel) and not self.isColumnHidden(column):
                texts = model.texts(column, _SAMPLE)
            longest = sorted(texts, key=len)[-3:]  # measuring is slow
            widest = max((metrics.horizontalAdvance(text) for text in longest), default=0)
            if self.below:
                total = str(self.below.index(0, column).data())
                widest = max(widest, QFontMetrics(strong).horizontalAdvance(total))
            self._natural.append(max(_NARROWEST, min(_WIDEST, max(widest, label) + 28)))
        if self._natural:
            self._natural[0] += self._box
        self._spread()

    @property
    def keeps_columns(self) -> bool:
        """Whether the widths are those the user chose."""
        return not self._natural

    def keep_columns(self) -> None:
        """From now on the widths are those the user chose."""
        self._natural = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size().width()
        self._spread()

    def _spread(self) -> None:
        shown = [column for column in range(len(self._natural)) if not self.isColumnHidden(column)]
        if not shown:
            return
        left = max(0, self._room - sum(self._natural[column] for column in shown))
        self._spreading = True
        for place, column in enumerate(shown):
            share = left * (place + 1) // len(shown) - left * place // len(shown)
            self.setColumnWidth(column, self._natural[column] + share)
        self._spreading = False

    def _on_resized(self, _column: int, old: int, new: int) -> None:
        if old and new and not self._spreading:
            self.keep_columns()
            self.columns_chosen.emit()


class RecordTable(QWidget):
    """A view of a model and, when there are totals, a row below it that stays in view."""

    def __init__(
        self,
        model: RecordTableModel,
        name: str,
        totals: Totals | None = None,
        opened: Callable[[QModelIndex], None] | None = None,
    ) -> None:
        super().__init__()
        self.view = RecordView(model, opened)
        self.view.setAccessibleName(name)
        self.view.horizontalHeader().setAccessibleName(_("Kolommen van {name}").format(name=name))
        self.totals: RecordView | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        if totals:
            self.view.below = _TotalsModel(model, totals)
            self.totals = self._totals_row(self.view.below, name)
            layout.addWidget(self.totals)

    def _totals_row(self, model: _TotalsModel, name: str) -> RecordView:
        row = RecordView(model)
        row.setProperty("totals", True)
        row.setAccessibleName(_("Totaal van {name}").format(name=name))
        row.horizontalHeader().hide()
        row.setFixedHeight(style.ROW + 1)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        row.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header, mirror = self.view.horizontalHeader(), row.horizontalHeader()
        self.view.verticalScrollBar().rangeChanged.connect(
            lambda low, high: row.leave_right(self.view.verticalScrollBar().sizeHint().width() if high else 0)
        )
        header.sectionResized.connect(lambda column, old, new: self._mirror_width(row, column, new))
        header.sectionMoved.connect(lambda column, old, new: mirror.moveSection(old, new))
        self.view.horizontalScrollBar().valueChanged.connect(row.horizontalScrollBar().setValue)
        return row

    def _mirror_width(self, row: RecordView, column: int, width: int) -> None:
        row.setColumnHidden(column, width == 0)
        if width:
            row.setColumnWidth(column, width)
