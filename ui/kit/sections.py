"""A page of sections in one or two columns, perhaps with the figures that matter on top: settings, a dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.cards import Card, CardRow
from ui.kit.details import Part, part_widget
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Section:
    """A title, a sentence, what is known, what can be done; ``build`` makes an input that works at once.

    Without a title it is only what ``build`` makes: a picture brings its own card.
    """

    title: str = ""
    intro: str = ""
    part: Part | None = None
    commands: Sequence[Command] = ()
    build: Callable[[], QWidget] | None = None
    column: int = 0


@dataclass(frozen=True, kw_only=True)
class Board:
    """What a page of sections shows. ``cards`` stand on top; nothing to show is ``empty``."""

    title: str
    manual: str
    tables: frozenset[str]
    sections: Callable[[Session], Sequence[Section]]
    columns: int = 1
    cards: Callable[[Session], Sequence[Card]] | None = None
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
        sections = self._board.sections(self.session)
        for section in sections:
            made = section.build() if section.build and not section.title else self._card(section)
            self._columns[section.column].addWidget(made)
        for column in self._columns:
            column.addStretch()
        cards = self._board.cards(self.session) if self._board.cards and sections else ()
        self._cards.setVisible(bool(cards))
        self._cards.set_cards(cards)
        if self._nothing:
            self._body.setVisible(bool(sections))
            self._nothing.setVisible(not sections)
            self._nothing.refresh()
        self._body.verticalScrollBar().setValue(scroll)

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
