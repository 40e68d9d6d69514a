"""A page of sections, one below the other: settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.details import Part, part_widget
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Section:
    """A title, a sentence, what is known, what can be done; ``build`` makes an input that works at once."""

    title: str
    intro: str = ""
    part: Part | None = None
    commands: Sequence[Command] = ()
    build: Callable[[], QWidget] | None = None


class SectionsScreen(Screen):
    """The sections are made again whenever the ledger changes."""

    def __init__(
        self,
        title: str,
        manual: str,
        tables: frozenset[str],
        sections: Callable[[Session], Sequence[Section]],
        session: Session,
    ) -> None:
        super().__init__(session, tables)
        self.title, self.manual, self._sections = title, manual, sections
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, style.GAP, style.SPACE)
        self._body.setSpacing(style.SPACE)
        content = QWidget()
        content.setLayout(self._body)
        content.setMaximumWidth(800)
        self.column.addWidget(scrolled(content))

    def refresh(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for section in self._sections(self.session):
            self._body.addWidget(self._card(section))
        self._body.addStretch()

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
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for command in section.commands:
            if self.can_run(command, None):
                row.addWidget(button(command.label, partial(self.run, command), shape=command.icon))
        row.addStretch()
        column.addLayout(row)
        return card
