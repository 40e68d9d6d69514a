"""The page of one record of a list: how it stands, the way it goes, what to do next, and all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.cards import State
from ui.kit.flow import Flow
from ui.kit.icons import icon
from ui.kit.notice import ERROR, REMARK, Notice
from ui.kit.progress import Progress
from ui.kit.screen import Command
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session
from ui.kit.steps import Step, StepLine

_WORDS = 280  # pixels beside the buttons of the head


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the page shows now. ``primary`` is the next step; ``remark`` what one must know first, with its command.

    What one seldom does is in ``more``: these commands are in a menu.
    """

    title: str
    record: Any  # what the commands are given
    sections: Sequence[Section]
    subtitle: str = ""
    state: State | None = None
    steps: Sequence[Step] = ()
    primary: Command | None = None
    commands: Sequence[Command] = ()
    more: Sequence[Command] = ()
    remark: str = ""
    remedy: Command | None = None


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """``sheet`` gives what is known of the record with an identity, or None when it is there no more."""

    title: str
    manual: str
    tables: frozenset[str]
    sheet: Callable[[Session, Any], Sheet | None]


class RecordScreen(SectionsScreen):
    """The page of a :class:`RecordPage`; the window shows its title and its primary command."""

    is_record = True
    shown = Signal()  # title or primary command may be others now
    gone = Signal()  # the record is there no more

    def __init__(self, page: RecordPage, session: Session) -> None:
        board = Board(title=page.title, manual=page.manual, tables=page.tables, content=self._content, columns=2)
        super().__init__(board, session)
        self._page = page
        self.identity: Any = None
        self.is_there = False
        self.progress, self.notice = Progress(session), Notice()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.notice)

    def open(self, identity: Any) -> None:
        """Show another record, from its top."""
        self.identity = identity
        self._stale = True
        self._body.verticalScrollBar().setValue(0)
        self._refresh_if_seen()

    def refresh(self) -> None:
        super().refresh()
        if self.is_there:
            self.shown.emit()
        else:
            QTimer.singleShot(0, self, self.gone.emit)  # whoever changed the file is still telling others

    def _content(self, session: Session) -> Content:
        sheet = self._page.sheet(session, self.identity)
        self.is_there = sheet is not None
        if sheet is None:
            return Content(())
        self.title = sheet.title
        self.primary = _with(sheet.primary, sheet.record) if sheet.primary else None
        head = Section(build=partial(self._head, sheet), column=None)
        return Content((head, *(replace(each, record=each.record or sheet.record) for each in sheet.sections)))

    def _head(self, sheet: Sheet) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        said = QVBoxLayout()
        said.setSpacing(2)
        if sheet.state:
            said.addWidget(style.label(str(sheet.state), f"{sheet.state.tone}-large"))
        subtitle = style.label(sheet.subtitle, "quiet")
        subtitle.setWordWrap(True)
        said.addWidget(subtitle)
        buttons = [
            button(command.label, partial(self.run, command, sheet.record), shape=command.icon)
            for command in sheet.commands
            if self.can_run(command, sheet.record)
        ]
        if seldom := [command for command in sheet.more if self.can_run(command, sheet.record)]:
            buttons.append(self._menu(seldom, sheet.record))
        column.addWidget(_Top(said, buttons))
        if sheet.steps:
            column.addWidget(StepLine(sheet.steps))
        if sheet.remark:
            notice = Notice(can_close=False)
            column.addWidget(notice)
            offered = sheet.remedy if sheet.remedy and self.can_run(sheet.remedy, sheet.record) else None
            action = partial(self.run, offered, sheet.record) if offered else lambda: None
            kind = ERROR if sheet.state and sheet.state.tone == "behind" else REMARK
            notice.say(sheet.remark, kind, verb=offered.label if offered else "", action=action)
        return made

    def _menu(self, commands: Sequence[Command], record: Any) -> QPushButton:
        made = button(_("Meer"), lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())), shape="chevron-down")
        menu = QMenu(made)
        for command in commands:
            menu.addAction(icon(command.icon, "secondary"), command.label, partial(self.run, command, record))
        return made


class _Top(QWidget):
    """What is said, with buttons beside it; below it where that leaves too little room for words."""

    def __init__(self, said: QVBoxLayout, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        words, self._buttons = QWidget(), QWidget()
        said.setContentsMargins(0, 0, 0, 0)
        words.setLayout(said)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flow = Flow()
        for each in buttons:
            flow.addWidget(each)
        self._buttons.setLayout(flow)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)
        self._row.addWidget(words, 1)
        self._row.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._buttons.sizeHint().width() + _WORDS <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _with(command: Command, record: Any) -> Command:
    """The command for who knows no record."""
    return replace(
        command,
        run=lambda screen, _none: command.run(screen, record),
        allowed=lambda _none: command.allowed(record),
    )
