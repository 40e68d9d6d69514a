"""A list is a declaration; this module turns it into a page with filter, table, totals, detail panel and menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.cards import Card, CardRow
from ui.kit.columns import Columns
from ui.kit.details import Detail, DetailPanel
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.filterline import Chip, FilterLine
from ui.kit.focus import tab_as_seen
from ui.kit.icons import icon
from ui.kit.notice import REMARK, Notice
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.table_view import RecordTable
from ui.kit.tables import STORY_ROLE, RecordTableModel, Tones, Totals, as_mime

Export = Callable[[QWidget, str, Sequence[Field], Sequence[Any]], object]


def _id(record: Any) -> Any:
    return getattr(record, "id", None)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What a list shows and what can be done with it. The first command is what Enter and double click do."""

    key: str  # under which this computer remembers the columns
    title: str
    fields: Sequence[Field]
    rows: Callable[[Session], Sequence[Any]]
    tables: frozenset[str]
    empty: Empty
    manual: str = "inhoud"
    by_periode: bool = False
    by_day: bool = False
    primary: Command | None = None
    commands: Sequence[Command] = ()
    totals: Totals | None = None
    tones: Tones = field(default_factory=dict)
    chips: Sequence[Chip] = ()
    hidden: frozenset[str] = frozenset()  # columns not shown until the user chooses them
    cards: Callable[[Session, Sequence[Any]], Sequence[Card]] | None = None  # of all records
    remarks: Callable[[Session, Sequence[Any]], Sequence[str]] | None = None
    above: Callable[[ListScreen], QWidget] | None = None
    below: Callable[[ListScreen], QWidget] | None = None  # under the table, beside the panel
    detail: Callable[[Session, Any], Detail] | None = None
    # Where the number in a column comes from; of a record, or of the total when that is None.
    story: Callable[[Session, Any, str], Detail] | None = None
    stories: frozenset[str] = frozenset()  # the columns whose numbers have one
    identity: Callable[[Any], Any] = _id  # by which a record is found again after a change


class ListScreen(Screen):
    """The page of a :class:`Listing`."""

    _shows_picture = False  # in the place of the table; then there is nothing to filter

    def __init__(self, listing: Listing, session: Session, export: Export | None = None) -> None:
        super().__init__(session, listing.tables)
        self.listing, self._export = listing, export
        self.title, self.manual = listing.title, listing.manual
        self.primary, self.by_periode, self.by_day = listing.primary, listing.by_periode, listing.by_day
        self.model = RecordTableModel(listing.fields, listing.tones, self, listing.stories)
        self.table = RecordTable(self.model, listing.title, listing.totals, self._open)
        self._columns = Columns(self.table.view, self.model, listing.key, listing.hidden, self._sort)
        self.filter = FilterLine(listing.title, listing.chips, self._filter)
        self.panel = DetailPanel(self, self._close_panel)
        self._remarks = Notice(can_close=False)
        self._cards = CardRow()
        self._quiet = False
        self._build()
        self._connect()

    @property
    def current(self) -> Any:
        """The record the cursor is on, or None."""
        row = self.table.view.currentIndex().row()
        return self.model.records[row] if 0 <= row < len(self.model.records) else None

    def refresh(self) -> None:
        """Ask the ledger again; cursor and scroll position stay."""
        current = self.current
        scroll = self.table.view.verticalScrollBar().value()
        self.model.set_records(self.listing.rows(self.session))
        self._show_parts()
        if self.model.records:
            self._columns.fit()
        self._keep_cursor(current)
        if not self.panel.isHidden():
            self._show_detail()
        self.table.view.verticalScrollBar().setValue(scroll)

    def take_focus(self) -> None:
        """To the table, or to the button that begins."""
        if self.current is None and self.model.records:
            self._quiet = True  # Qt would choose the first row itself, and the panel would open before anybody asked
            unselected = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.view.selectionModel().setCurrentIndex(self.model.index(0, 0), unselected)
            self._quiet = False
        if self.model.all_records:
            self.table.view.setFocus()
        else:
            self._nothing.take_focus()

    def select(self, identity: Any) -> None:
        """Put the cursor on the record with this identity, and show it."""
        for row, record in enumerate(self.model.records):
            if self.listing.identity(record) == identity:
                self.table.view.setCurrentIndex(self.model.index(row, 0))
                self._show_detail()

    def reveal(self, identity: Any) -> None:
        self.select(identity)
        if self.current is None or self.listing.identity(self.current) != identity:
            self.filter.clear()
            self.select(identity)

    def copy(self) -> None:
        """Copy the selected rows, or all that are shown, for a spreadsheet or a letter."""
        rows = sorted({index.row() for index in self.table.view.selectionModel().selectedRows()})
        records = [self.model.records[row] for row in rows] if len(rows) > 1 else self.model.records
        QApplication.clipboard().setMimeData(as_mime(self._columns.visible_fields(), records))

    def export(self) -> None:
        """Hand what is shown to the exporter."""
        if self._export:
            export, fields, records = self._export, self._columns.visible_fields(), list(self.model.records)
            self.session.attempt(lambda: export(self, self.title, fields, records))

    def _build(self) -> None:
        framed = QFrame()
        framed.setProperty("panel", True)
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        self._nothing = EmptyState(self.listing.empty, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed)
        self._stack.addWidget(self._nothing)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(style.SPACE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._with_below() if self.listing.below else self._stack)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, style.DETAIL])
        self.column.addWidget(self._remarks)
        self.column.addWidget(self._cards)
        if self.listing.above:
            self.column.addWidget(self.listing.above(self))
        self.column.addWidget(self.filter)
        self.column.addWidget(self._splitter, 1)

    def _with_below(self) -> QSplitter:
        assert self.listing.below is not None
        made = QSplitter(Qt.Orientation.Vertical)
        made.setHandleWidth(style.SPACE)
        made.setChildrenCollapsible(False)
        made.addWidget(self._stack)
        made.addWidget(self.listing.below(self))
        made.setStretchFactor(1, 1)
        made.setSizes([style.HEADER + 4 * style.ROW, 10_000])
        return made

    def _connect(self) -> None:
        view = self.table.view
        view.selectionModel().currentRowChanged.connect(self._show_detail)
        view.clicked.connect(self._on_clicked)
        if self.table.totals and self.listing.story:
            self.table.totals.clicked.connect(self._tell)
            self._shortcut("Shift+F4", self._tell_total, view)
        if self.listing.story:
            self._shortcut("F4", lambda: self._tell(view.currentIndex()), view)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        header = view.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.filter.add_button("columns-3", _("Kolommen kiezen"), self._columns.show_menu)
        self.filter.add_button("copy", _("Kopiëren als tabel (Ctrl+C)"), self.copy)
        if self._export:
            self.filter.add_button("download", _("Exporteren (Ctrl+E)"), self.export)
        self._shortcut("Ctrl+F", self.filter.take_focus)
        self._shortcut("Ctrl+E", self.export)
        self._shortcut("Ctrl+C", self.copy, view)
        self._shortcut("Escape", self._close_panel, view)
        for command in self.listing.commands:
            if command.keys:
                self._shortcut(command.keys, partial(self._run_on_current, command), view)

    def _shortcut(self, keys: str, action: Callable[[], object], scope: QWidget | None = None) -> None:
        made = QShortcut(QKeySequence(keys), scope or self, action)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _show_parts(self) -> None:
        remarks = self.listing.remarks(self.session, self.model.all_records) if self.listing.remarks else ()
        self._remarks.setVisible(bool(remarks))
        if remarks:
            self._remarks.say("\n".join(remarks), REMARK)
        cards = self.listing.cards(self.session, self.model.all_records) if self.listing.cards else ()
        self._cards.setVisible(bool(cards))
        self._cards.set_cards(cards)
        self._show_count()

    def _show_count(self) -> None:
        shown, all_ = len(self.model.records), len(self.model.all_records)
        self.filter.show_count(shown, all_)
        self.filter.setVisible(bool(all_) and not self._shows_picture)
        self._stack.setCurrentIndex(0 if all_ else 1)
        self._nothing.refresh()

    def _filter(self, text: str, keep: Callable[[Any], bool] | None) -> None:
        current = self.current
        self.model.set_filter(text, keep)
        self._show_count()
        self._keep_cursor(current)

    def _sort(self, column: int) -> None:
        current = self.current
        self.model.sort_next(column)
        self._keep_cursor(current)

    def _keep_cursor(self, record: Any) -> None:
        """After the rows were made again: back to the record that was current; when it is gone the panel closes."""
        wanted = None if record is None else self.listing.identity(record)
        rows = [row for row, each in enumerate(self.model.records) if self.listing.identity(each) == wanted]
        if wanted is None or not rows:
            self.panel.hide()
            return
        self._quiet = True
        self.table.view.setCurrentIndex(self.model.index(rows[0], 0))
        self._quiet = False

    def _show_detail(self, *_indexes: QModelIndex) -> None:
        if self.listing.detail and self.current is not None and not self._quiet:
            self.panel.show_detail(self.listing.detail(self.session, self.current), self.current)
            tab_as_seen(self)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._tell(index) if index.data(STORY_ROLE) else self._show_detail()

    def _tell(self, index: QModelIndex) -> None:
        """Show in the panel where the number under the cursor comes from, or that of the total."""
        if self.listing.story and index.data(STORY_ROLE):
            record = self.current if index.model() is self.model else None
            name = self.model.fields[index.column()].name
            self.panel.show_detail(self.listing.story(self.session, record, name), record)
            tab_as_seen(self)

    def _tell_total(self) -> None:
        if self.table.totals:
            self._tell(self.table.totals.model().index(0, self.table.view.currentIndex().column()))

    def _close_panel(self) -> None:
        self.panel.hide()
        self.table.view.setFocus()

    def _open(self, index: QModelIndex) -> None:
        if self.listing.commands:
            self.run(self.listing.commands[0], self.model.records[index.row()])

    def _run_on_current(self, command: Command) -> None:
        if self.current is not None:
            self.run(command, self.current)

    def _show_menu(self, place: QPoint) -> None:
        view = self.table.view
        if not view.rect().contains(place) or not view.indexAt(place).isValid():  # by key: at the cursor
            place = view.visualRect(view.currentIndex()).bottomLeft()
        record = self.current
        menu = QMenu(self)
        for command in self.listing.commands if record is not None else ():
            action = menu.addAction(command.label, partial(self.run, command, record))
            action.setEnabled(self.can_run(command, record))
            if command.icon:
                action.setIcon(icon(command.icon, "secondary"))
        menu.addSeparator()
        if view.currentIndex().data(STORY_ROLE):
            menu.addAction(
                icon("circle-help", "secondary"),
                _("Waar komt dit vandaan? (F4)"),
                partial(self._tell, view.currentIndex()),
            )
        menu.addAction(icon("copy", "secondary"), _("Kopiëren als tabel"), self.copy)
        menu.popup(view.viewport().mapToGlobal(place))
