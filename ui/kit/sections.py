"""A page of sections in one or two columns, perhaps with the figures that matter on top: settings, a dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.cards import Card, CardRow
from ui.kit.details import Part, part_widget
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.focus import first_stop, tab_as_seen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Section:
    """A title, a sentence, what is known, what can be done; ``build`` makes an input that works at once.

    Without a title it is only what ``build`` makes, once the page is up: a picture brings its own card.
    """

    title: str = ""
    intro: str = ""
    part: Part | None = None
    commands: Sequence[Command] = ()
    build: Callable[[], QWidget] | None = None
    column: int = 0


@dataclass(frozen=True)
class Content:
    """What is on the page now; ``cards`` stand on top."""

    sections: Sequence[Section]
    cards: Sequence[Card] = ()


@dataclass(frozen=True, kw_only=True)
class Board:
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
        self._cards = CardRow()
        self._columns = [QVBoxLayout() for _column in range(board.columns)]
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, style.GAP, style.SPACE)
        body.setSpacing(style.SPACE)
        for column in self._columns:
            column.setSpacing(style.SPACE)
            body.addLayout(column, 1)
        content = QWidget()
        content.setLayout(body)
        if board.columns == 1:
            content.setMaximumWidth(800)  # longer lines are hard to read
        self._body = scrolled(content)
        self._nothing = EmptyState(board.empty, self) if board.empty else None
        self.column.addWidget(self._cards)
        self.column.addWidget(self._body, 1)
        if self._nothing:
            self.column.addWidget(self._nothing, 1)

    def refresh(self) -> None:
        scroll = self._body.verticalScrollBar().value()
        for column in self._columns:
            while (item := column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        found = self._board.content(self.session)
        for section in found.sections:
            made = _Later(section.build) if section.build and not section.title else self._card(section)
            self._columns[section.column].addWidget(made)
        for column in self._columns:
            column.addStretch()
        self._cards.setVisible(bool(found.cards))
        self._cards.set_cards(found.cards)
        if self._nothing:
            self._body.setVisible(bool(found.sections))
            self._nothing.setVisible(not found.sections)
            self._nothing.refresh()
        self._body.verticalScrollBar().setValue(scroll)

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
        if self.hasFocus() and (first := first_stop(self._body)):
            first.setFocus()

    def _card(self, section: Section) -> QFrame:
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
            column.addWidget(part_widget(self, section.part))
        if section.build:
            column.addWidget(section.build())
        offered = [command for command in section.commands if self.can_run(command, None)]
        if offered:
            row = QHBoxLayout()
            row.setSpacing(style.GAP)
            for command in offered:
                row.addWidget(button(command.label, partial(self.run, command), shape=command.icon))
            row.addStretch()
            column.addLayout(row)
        return card


class _Later(QWidget):
    """Makes its content after the page was painted: what is heavy does not keep the rest waiting."""

    def __init__(self, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(style.PICTURE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._row.count():
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if self.isVisible() and not self._row.count():  # meanwhile the file may have been closed
            self._row.addWidget(self._build())
            if page := self.parentWidget():
                tab_as_seen(page)
