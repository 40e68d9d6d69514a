"""A page of sections in one or two columns, perhaps with the figures that matter on top: settings, a dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from regietafel.value import Value
from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.cards import Card, CardRow
from ui.kit.details import Part, part_widget
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.flow import Flow
from ui.kit.focus import Stop, first_stop, tab_as_seen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_SOON = 200  # milliseconds


class Section(Value):
    """A title, a sentence, what is known, what can be done; ``build`` makes an input that works at once.

    ``kept`` is a widget that stays on the page, instead of what is made each time. Without a title it is only what
    ``build`` makes: a picture brings its own card. With ``later`` that is made once the page is up.
    """

    title: str = ""
    intro: str = ""
    part: Part | None = None
    commands: Sequence[Command] = ()
    build: Callable[[], QWidget] | None = None
    kept: QWidget | None = None
    later: int = 0  # the height that is kept free for what is made later
    column: int | None = 0  # None: above the columns, as wide as the page
    record: Any = None  # for the commands


class Content(Value, kw_only=False):
    """What is on the page now; ``cards`` stand on top."""

    sections: Sequence[Section]
    cards: Sequence[Card] = ()


class Board(Value):
    """A page of sections; without any section ``empty`` is shown."""

    title: str
    manual: str
    tables: frozenset[str]
    content: Callable[[Session], Content]
    columns: int = 1
    by_periode: bool = False
    primary: Command | None = None
    empty: Empty | None = None


class SectionsScreen(Screen):
    """The page of a :class:`Board`. The sections are made again whenever the ledger changes."""

    def __init__(self, board: Board, session: Session) -> None:
        super().__init__(session, board.tables)
        self._board = board
        self.title, self.manual, self.by_periode = board.title, board.manual, board.by_periode
        self.primary = board.primary
        self._kept: Sequence[QWidget] = ()
        self._cards = CardRow()
        self._wide = QVBoxLayout()
        self._columns = [QVBoxLayout() for _column in range(board.columns)]
        self._inside = _Body(self._wide, self._columns)
        if board.columns == 1:
            self._inside.setMaximumWidth(800)  # longer lines are hard to read
        self._body = self._inside.area
        self._nothing = EmptyState(board.empty, self) if board.empty else None
        self.column.addWidget(self._cards)
        self.column.addWidget(self._body, 1)
        if self._nothing:
            self.column.addWidget(self._nothing, 1)

    def refresh(self) -> None:
        scroll, stop = self._body.verticalScrollBar().value(), Stop.within(self._body)
        found = self._board.content(self.session)
        kept = [section.kept for section in found.sections if section.kept]
        for column in (self._wide, *self._columns):
            while (item := column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None and widget not in kept:
                    widget.hide()
                    if widget not in self._kept:
                        widget.deleteLater()
        for section in found.sections:
            column = self._wide if section.column is None else self._columns[section.column]
            column.addWidget(section_widget(self, section))
        for each in kept:
            each.show()
        self._kept = kept
        for column in self._columns:
            column.addStretch()
        self._cards.setVisible(bool(found.cards))
        self._cards.set_cards(found.cards)
        if self._nothing:
            self._body.setVisible(bool(found.sections))
            self._nothing.setVisible(not found.sections)
            self._nothing.refresh()
        self._inside.arrange()
        self._body.verticalScrollBar().setValue(scroll)
        if stop:
            QTimer.singleShot(0, self, partial(stop.return_to, self._body))

    def take_focus(self) -> None:
        """To the first thing one can do here."""
        if self._nothing and not self._nothing.isHidden():
            self._nothing.take_focus()
        elif first := first_stop(self._body):
            first.setFocus()
        else:
            self.setFocus()
            QTimer.singleShot(0, self, self._begin)  # what was just made can be gone to in a moment

    def _begin(self) -> None:
        if self.window().focusWidget() is self and (first := first_stop(self._body)):
            first.setFocus()


def section_widget(screen: Screen, section: Section) -> QWidget:
    """A section as a card on a page, or only what it builds."""
    return _card(screen, section) if section.title else _made(screen, section)


def _card(screen: Screen, section: Section) -> QFrame:
    card = QFrame()
    card.setProperty("panel", True)
    card.setAccessibleName(section.title)
    column = QVBoxLayout(card)
    column.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
    column.setSpacing(12)
    column.addWidget(style.label(section.title, "section"))
    if section.intro:
        intro = style.label(section.intro, "quiet")
        intro.setWordWrap(True)
        column.addWidget(intro)
    if section.part:
        column.addWidget(part_widget(screen, section.part))
    if section.build:
        column.addWidget(_made(screen, section))
    offered = [command for command in section.commands if screen.can_run(command, section.record)]
    if offered:
        row = Flow()
        for command in offered:
            row.addWidget(button(command.label, partial(screen.run, command, section.record), shape=command.icon))
        column.addLayout(row)
    return card


def _made(screen: Screen, section: Section) -> QWidget:
    if section.kept:
        return section.kept
    assert section.build is not None
    return _Later(screen.session, section.build, section.later) if section.later else section.build()


class _Body(QWidget):
    """What is wide, and under it the columns: beside each other where they fit, otherwise one below the other."""

    def __init__(self, wide: QVBoxLayout, columns: Sequence[QVBoxLayout]) -> None:
        super().__init__()
        self._columns = columns
        self.area = scrolled(self)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, style.GAP, style.SPACE)
        for layout in (body, self._beside, wide, *columns):
            layout.setSpacing(style.SPACE)
        for column in columns:
            self._beside.addLayout(column, 1)
        body.addLayout(wide)
        body.addLayout(self._beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # what is in it became wider or narrower
            self.arrange()
        return done

    def minimumSizeHint(self) -> QSize:
        """Never wider than the page, which does not scroll sideways: what needs more room scrolls by itself."""
        return QSize(0, super().minimumSizeHint().height())

    def arrange(self) -> None:
        """Ask again whether the columns fit."""
        needed = sum(column.minimumSize().width() + style.SPACE for column in self._columns)
        room = self.area.width() - self.area.verticalScrollBar().sizeHint().width()
        fits = needed - style.SPACE + style.GAP <= room
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


class _Later(QWidget):
    """Makes its content after the page was painted: what is heavy does not keep the rest waiting.

    What is not in view is made a moment later: the keyboard must be able to come there.
    """

    def __init__(self, session: Session, build: Callable[[], QWidget], height: int) -> None:
        super().__init__()
        self._session, self._build = session, build
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_SOON, self, self._fill)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._row.count():
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if self.isVisible() and not self._row.count() and not self._session.is_closed:
            self._row.addWidget(self._build())
            self.setMinimumHeight(0)
            if isinstance(page := self.parentWidget(), _Body):
                page.arrange()
                tab_as_seen(page)
