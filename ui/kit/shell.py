"""The frame of the window around an open file: places on the left, the head of the page, notices, the status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button, set_words
from ui.kit.focus import tab_as_seen
from ui.kit.inputs import ComboBox
from ui.kit.notice import ERROR, REMARK, Notice
from ui.kit.places import Destination, Place
from ui.kit.progress import Progress
from ui.kit.rail import Rail
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.kit.tabs import TabBar

if TYPE_CHECKING:
    from ui.kit.record import RecordScreen


class Shell(QWidget):
    """Shows the places of one session."""

    page_changed = Signal(object)  # the Screen

    def __init__(
        self, session: Session, places: Sequence[Place], periodes: Callable[[Session], Sequence[object]]
    ) -> None:
        super().__init__()
        self.session, self._places, self._periodes = session, places, periodes
        self._pages: dict[tuple[str, int, bool], Screen] = {}  # of a place, its tab: the page, and that of one record
        self._place = places[0]
        self._tab = dict.fromkeys((place.key for place in places), 0)  # where one was last
        self._rail = Rail(places, self._visit)
        self._stack = QStackedWidget()
        self.notice = Notice()
        self.banner = Notice(can_close=False)
        self.progress = Progress(session)
        self._build()
        session.refused.connect(self._refuse)
        session.page_requested.connect(self.go)
        session.record_requested.connect(lambda address, identity: self.visit(Destination("", address, identity)))
        session.changed.connect(self._fill_chooser)
        session.periode_changed.connect(self._fill_chooser)
        self._number_places()
        if session.ledger.read_only:
            self.banner.say(session.ledger.read_only, REMARK)
        self._fill_chooser()

    @property
    def page(self) -> Screen:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Screen)
        return shown

    def go(self, key: str) -> None:
        """Show a place (``overzicht``), or a tab of it (``overzicht/Prognose``); let the keyboard work there."""
        place, tab = self._find(key)
        self._tab[place.key] = tab
        self._show(place.key)
        self.page.take_focus()

    def _find(self, address: str) -> tuple[Place, int]:
        """The place with this key or address, and the tab: the named one, or where one was last."""
        key, slash, _title = address.partition("/")
        place = next(each for each in self._places if each.key == key)
        return place, list(place.addresses).index(address) if slash else self._tab[key]

    def visit(self, destination: Destination) -> None:
        """Go to a page, and to a record on it: to its own page when it has one."""
        place, tab = self._find(destination.address)
        if destination.identity is not None and place.pages[tab].record:
            self.open_record(destination.address, destination.identity)
            return
        self.go(destination.address)
        if destination.identity is not None:
            self.page.reveal(destination.identity)

    def open_record(self, address: str, identity: Any) -> None:
        """Show the page of one record of a list; Esc or Alt+Left leads back to the list."""
        place, tab = self._find(address)
        self._tab[place.key] = tab
        self._show(place.key, identity)
        self.page.take_focus()

    def close_record(self) -> None:
        """Back to the list, to the record that was open."""
        page = self.page
        if page.is_record:
            self.go(self._place.key)
            if (record := cast("RecordScreen", page)).is_there:
                self.page.select(record.identity)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.take_focus()

    def _visit(self, key: str) -> None:
        """As :meth:`go`; who walks along the places with the arrow keys stays there."""
        self._show(key)
        if not self._rail.buttons[key].hasFocus():
            self.page.take_focus()

    def _show(self, key: str, identity: Any = None) -> None:
        """Show the page of a place where one was last, or that of one record of it."""
        place = self._place = next(place for place in self._places if place.key == key)
        page = self._page(place, record=identity is not None)
        self._tabs.show_pages([each.title for each in place.pages], self._tab[key])
        self._rail.show_place(key)
        if identity is not None:
            cast("RecordScreen", page).open(identity)
        self._stack.setCurrentWidget(page)
        self._show_head()
        tab_as_seen(self)
        self.page_changed.emit(page)

    def _page(self, place: Place, *, record: bool) -> Screen:
        tab = self._tab[place.key]
        where = place.key, tab, record
        if where not in self._pages:
            page = place.pages[tab]
            if record and page.record:
                made: Screen = self._watched(page.record(self.session))
            else:
                made = page.build(self.session)
            self._pages[where] = made
            self._stack.addWidget(made)
        return self._pages[where]

    def _watched(self, page: RecordScreen) -> Screen:
        page.shown.connect(self._show_head)
        page.gone.connect(self.close_record)
        return page

    def _show_head(self) -> None:
        """The title, and what one can do here."""
        page = self.page
        is_record = page.is_record
        self._title.setText(page.title if is_record else self._place.title)
        self._back.setVisible(is_record)
        self._tabs.setVisible(not is_record and len(self._place.pages) > 1)
        for shortcut in self._ways_back:
            shortcut.setEnabled(is_record)
        self._chooser.setVisible(page.by_periode)
        self._show_primary(page)

    def show_status(self, saved: str, file: str, remark: str = "") -> None:
        """Fill the status line."""
        self._saved.setText(saved)
        self._file.setText(file)
        self._remark.setText(remark)

    def _build(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._inset(self.banner))
        self._back = _way_back(self.close_record)
        page.addWidget(self._back)
        page.addLayout(self._head())
        self._tabs = TabBar(self._choose_tab)
        page.addWidget(self._tabs)
        page.addWidget(self._stack, 1)
        page.addLayout(self._inset(self.progress, self.notice))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status_line())

    def _choose_tab(self, number: int) -> None:
        """Show another page of this place; who walks along the tabs with the arrow keys stays there."""
        self._tab[self._place.key] = number
        self._show(self._place.key)
        if not self._tabs.hasFocus():
            self.page.take_focus()

    def _step(self, by: int) -> None:
        pages = self._place.pages
        if len(pages) > 1:
            self._choose_tab((self._tab[self._place.key] + by) % len(pages))

    def _inset(self, *frames: QFrame) -> QVBoxLayout:
        """As wide as the page; what is hidden takes hardly any room."""
        column = QVBoxLayout()
        column.setContentsMargins(style.PAGE, 0, style.PAGE, style.GAP)
        column.setSpacing(style.GAP)
        for frame in frames:
            column.addWidget(frame)
        return column

    def _head(self) -> QHBoxLayout:
        self._title = style.label("", "title")
        self._title.setWordWrap(True)
        self._title.setMinimumHeight(style.PRIMARY)  # a page without a button is not higher up
        self._chooser = ComboBox()
        self._chooser.setAccessibleName(_("Periode"))
        self._chooser.setToolTip(_("Periode"))
        self._chooser.setMinimumWidth(112)
        self._chooser.activated.connect(self._choose)
        self._primary = button("", self._run_primary, "primary")
        head = QHBoxLayout()
        head.setContentsMargins(style.PAGE, style.SPACE, style.PAGE, style.SPACE)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._chooser)
        head.addWidget(self._primary)
        return head

    def _number_places(self) -> None:
        for number, place in enumerate(self._places[:9], 1):
            keys = f"Alt+{number}"
            QShortcut(QKeySequence(keys), self, partial(self.go, place.key))
            self._rail.buttons[place.key].setToolTip(f"{place.title} ({keys})")
        self._ways_back = [QShortcut(QKeySequence(keys), self, self.close_record) for keys in ("Alt+Left", "Escape")]
        QShortcut(QKeySequence("Ctrl+PgDown"), self, partial(self._step, 1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, partial(self._step, -1))

    def _status_line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("statusline")
        line.setFixedHeight(28)
        self._saved, self._file, self._remark = (style.label("", "secondary") for _place in range(3))
        row = QHBoxLayout(line)
        row.setContentsMargins(style.SPACE, 0, style.SPACE, 0)
        row.setSpacing(style.PAGE)
        row.addWidget(self._saved)
        row.addWidget(self._remark)
        row.addStretch()
        row.addWidget(self._file)
        return line

    def _show_primary(self, page: Screen) -> None:
        command = page.primary
        self._primary.setVisible(command is not None and page.can_run(command, None))
        if command is not None:
            set_words(self._primary, command.label, command.icon or "plus")

    def _run_primary(self) -> None:
        if self.page.primary:
            self.page.run(self.page.primary)

    def _refuse(self, sentence: str) -> None:
        self.notice.say(sentence, ERROR)

    def _fill_chooser(self, _change: object = None) -> None:
        periodes = list(self._periodes(self.session))
        self._chooser.clear()
        for periode in periodes:
            self._chooser.addItem(str(periode), periode)
        self._chooser.setCurrentText(str(self.session.periode))

    def _choose(self, place: int) -> None:
        self.session.periode = self._periodes(self.session)[place]


def _way_back(back: Callable[[], object]) -> QWidget:
    """What stands above the title of one record."""
    made = QWidget()
    link = button(_("Terug naar de lijst"), back, "link", "chevron-left")
    link.setToolTip(_("Terug naar de lijst (Esc)"))
    row = QHBoxLayout(made)
    row.setContentsMargins(style.PAGE - 6, style.GAP, style.PAGE, 0)  # the icon stands above the title
    row.addWidget(link)
    row.addStretch()
    return made
