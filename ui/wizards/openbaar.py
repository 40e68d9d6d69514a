"""The publication version of the documents of an agreement or a meeting: choose what goes, look before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.documents.maken import render
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.herverdeling import collect
from regietafel.documents.woo.keuze import choose, take_back
from regietafel.documents.woo.reeks import Voorbereiding, prepare
from regietafel.documents.woo.vinden import read_bekend
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number, today
from regietafel.queries.herverdelingen import HerverdelingBlad
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.inputs import choice_box
from ui.kit.notice import ERROR, Notice
from ui.kit.papers import tell_failure
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.pdf_window import zoom_keys
from ui.kit.progress import Progress
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.wizards.leveren import make_documents
from ui.wizards.openbaar_lijst import Gegevenslijst

_SIDE = 330
_ALONE = frozenset({"archiefstuk"})  # changed by saving; the documents stay as they are


@dataclass(frozen=True, kw_only=True)
class Onderwerp:
    """What the documents are about. ``read`` reads what they take now, and gives what finds on a thread what goes.

    ``make`` asks what to make without that, ``choose`` and ``take_back`` are as in ``documents.woo.keuze``.
    """

    naam: str
    read: Callable[[], Callable[[], Voorbereiding]]
    make: Callable[[OpenbaarWindow], object]
    choose: Callable[[str, str], object]
    take_back: Callable[[str], object]


def of_herverdeling(session: Session, view: HerverdelingBlad) -> Onderwerp:
    """The documents of an agreement."""
    ledger = session.ledger

    def read() -> Callable[[], Voorbereiding]:
        return partial(prepare, collect(ledger, view.id, today()), read_bekend(ledger, view.id))

    return Onderwerp(
        naam=view.kenmerk,
        read=read,
        make=lambda window: make_documents(window, session, window, view.id, openbaar=True),
        choose=partial(choose, ledger, view.id),
        take_back=partial(take_back, ledger, view.id),
    )


class OpenbaarWindow(QWidget):
    """A window beside the main one; what is changed there is shown here at once."""

    def __init__(self, session: Session, onderwerp: Onderwerp, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Openbare versie bij {kenmerk}").format(kenmerk=onderwerp.naam))
        self._session, self._about = session, onderwerp
        self._prepared: Voorbereiding | None = None
        self._wanted = self._found = 0  # the newest look at what goes, and the last that came; older ones are dropped
        self._asked = 0  # the newest request for a preview; older answers are dropped
        self._shown = ""  # the file name of the document in view
        self.found = Gegevenslijst(session, onderwerp.choose, onderwerp.take_back)
        self.small = QListWidget()
        self.small.setAccessibleName(_("Kleine aantallen"))
        self.small.setWordWrap(True)
        self.small.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.small.itemActivated.connect(self._go_to_small)
        self._small_title = style.label("", "section")
        self.document = choice_box({})
        self.document.setAccessibleName(_("Document"))
        self.document.setMinimumWidth(320)
        self.document.activated.connect(lambda place: self._show())
        self.before, self.after = PdfView(), PdfView()
        self.notice = Notice()
        self.progress = Progress(session)
        self.all = button(_("Openbare documenten maken…"), self.save_all, "primary")
        self.all.setEnabled(False)  # until it is known what goes
        for widget in (self._small_title, self.small):
            widget.hide()
        self._build()
        session.changed.connect(self._remake)
        for keys, action in (("Ctrl+S", self.save_all), ("Escape", self.close), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self, action)
        QShortcut(QKeySequence("Ctrl+Z"), self, self._undo)
        QShortcut(QKeySequence("F1"), self, lambda: session.manual_requested.emit("openbaar"))
        zoom_keys(self, self.after)
        resize_within_screen(self, 1360, 820)

    def open(self) -> None:
        """Show it. Raises RegietafelError when there are no documents."""
        self._prepare()
        self.show()
        self.found.list.setFocus()

    @property
    def looking(self) -> bool:
        """Whether it is still finding out what goes."""
        return self._found != self._wanted

    def save_all(self) -> None:
        """Ask what to make without what goes, and where to."""
        if self._prepared:
            self._session.attempt(lambda: self._about.make(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.progress.stop()
        super().closeEvent(event)

    def _build(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(style.GAP)
        left.addWidget(self.found, 3)
        left.addWidget(self._small_title)
        left.addWidget(self.small, 2)
        left.addWidget(self.all)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for title, view in ((_("Voor"), self.before), (_("Openbaar"), self.after)):
            splitter.addWidget(_titled(title, view))
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(style.SPACE)
        name = style.label(_("Document"), "strong")
        name.setBuddy(self.document)
        top = QHBoxLayout()
        top.setSpacing(style.GAP)
        top.addWidget(name)
        top.addWidget(self.document)
        top.addStretch()
        right = QVBoxLayout()
        right.setSpacing(style.GAP)
        right.addLayout(top)
        right.addWidget(splitter, 1)
        middle = QHBoxLayout()
        middle.setSpacing(style.SPACE)
        middle.addWidget(side)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        layout.setSpacing(style.SPACE)
        layout.addLayout(middle, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.notice)

    def _fill(self, prepared: Voorbereiding) -> None:
        self._prepared = prepared
        self.found.show_found(prepared.gevonden)
        self._small_title.setText(_("Kleine aantallen ({n})").format(n=format_number(len(prepared.klein))))
        self.small.clear()
        for stuk, klein in prepared.klein:
            item = QListWidgetItem(f"{stuk.label}: {klein.waar}", self.small)
            item.setToolTip(klein.zin)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, klein.zin)
            item.setData(Qt.ItemDataRole.UserRole, stuk.bestandsnaam)
        for widget in (self._small_title, self.small):
            widget.setVisible(bool(prepared.klein))
        names = [stuk.bestandsnaam for stuk in prepared.voor.stukken]
        self.document.clear()
        self.document.addItems([stuk.label for stuk in prepared.voor.stukken])
        self.document.setCurrentIndex(names.index(self._shown) if self._shown in names else 0)
        self.all.setEnabled(bool(names))
        self._show()

    def _prepare(self) -> None:
        """Read what it takes now, and find on a thread what goes. Raises RegietafelError."""
        find = self._about.read()
        self._wanted += 1
        wanted = self._wanted

        def done(prepared: Voorbereiding) -> None:
            if isValid(self) and wanted == self._wanted:
                self._found = wanted
                self._fill(prepared)

        self._session.run_in_background(find, done, self._failed)

    def _remake(self, tables: frozenset[str]) -> None:
        if tables <= _ALONE:
            return
        try:
            self._prepare()
        except RegietafelError as error:
            self._found = self._wanted = self._wanted + 1
            self._prepared = None
            self.all.setEnabled(False)
            for view in (self.before, self.after):
                view.show_pdf(b"", "")
            self.notice.say(str(error), ERROR)

    def _undo(self) -> None:
        """Undo the last step, wherever it was made; the main window says which it was."""
        ledger = self._session.ledger
        if ledger.undo_label and self._session.can_write:
            self._session.attempt(ledger.undo)

    def _go_to_small(self, item: QListWidgetItem) -> None:
        names = [stuk.bestandsnaam for stuk in self._prepared.voor.stukken] if self._prepared else []
        self.document.setCurrentIndex(names.index(item.data(Qt.ItemDataRole.UserRole)))
        self._show()

    def _show(self) -> None:
        place = self.document.currentIndex()
        if self._prepared is None or not 0 <= place < len(self._prepared.voor.stukken):
            return
        before, after = self._prepared.voor.stukken[place], self._prepared.na.stukken[place]
        self._shown = before.bestandsnaam
        self._asked += 1
        asked = self._asked

        def done(view: PdfView, stuk: Stuk, data: bytes) -> None:
            if isValid(self) and asked == self._asked:
                page = view.page
                view.show_pdf(data, stuk.bestandsnaam.removesuffix(".pdf"))
                view.go_to(page)

        for view, stuk in ((self.after, after), (self.before, before)):
            work = partial(render, stuk.document)
            self._session.run_in_background(work, partial(done, view, stuk), self._failed)

    def _failed(self, error: BaseException) -> None:
        if isValid(self):
            tell_failure(self.notice, error)


def _titled(title: str, view: PdfView) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.GAP)
    layout.addWidget(style.label(title, "strong"))
    layout.addWidget(with_toolbar(view), 1)
    return made
