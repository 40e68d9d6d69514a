"""The panel on the right of a list: what is known of one record, and what can be done with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _, shorten
from regietafel.value import Value
from ui.kit import style
from ui.kit.buttons import button, quiet_button, scrolled
from ui.kit.cards import State
from ui.kit.screen import Command, Screen

_INDENT = 16
_LONG, _PIECE = re.compile(r"\S{25,}"), re.compile(r"\S{4}")
_MAY_BREAK = "\u200b"
_TITLE = 80  # characters; what is longer leaves no room for the rest


class Line(Value):
    """One line of a part: its texts, and what can be done with the record behind it."""

    texts: tuple[str, ...]
    record: Any = None
    strong: bool = False
    quiet: bool = False
    depth: int = 0  # under which line before it this belongs
    note: str = ""  # a sentence below the line


class Part(Value):
    """A small table: with two columns facts, with more a list. Columns in ``right`` hold numbers.

    Columns in ``narrow`` take no more room than they need.
    """

    lines: Sequence[Line]
    title: str = ""
    headings: tuple[str, ...] = ()
    right: frozenset[int] = frozenset()
    narrow: frozenset[int] = frozenset()
    empty: str = ""
    commands: Sequence[Command] = ()  # on a line


class Detail(Value):
    """What the panel shows of a record."""

    title: str
    subtitle: str = ""
    state: State | None = None
    parts: Sequence[Part] = ()
    commands: Sequence[Command] = field(default=())


def facts(fields: Sequence[Field], record: Any, title: str = "") -> Part:
    """The attributes of a record, label and value."""
    lines = [Line(texts=(each.label, each.show(record) or UNKNOWN)) for each in fields]
    return Part(title=title, lines=lines)


class DetailPanel(QFrame):
    """Shows a :class:`Detail`; Esc closes it."""

    def __init__(self, screen: Screen, closed: Callable[[], None]) -> None:
        super().__init__()
        self._screen, self._closed = screen, closed
        self.setProperty("panel", True)
        self.setMinimumWidth(280)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(style.SPACE, 12, 12, style.SPACE)
        self._body: QWidget | None = None
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, closed)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def show_detail(self, detail: Detail, record: Any) -> None:
        """Show another record."""
        old, had_focus = self._body, QApplication.focusWidget()
        words = had_focus.text() if isinstance(had_focus, QPushButton) and self.isAncestorOf(had_focus) else ""
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(style.GAP)
        column.addLayout(self._head(detail))
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(style.PAGE)
        offered = QVBoxLayout()
        offered.setSpacing(style.GAP)
        for command in detail.commands:
            if self._screen.can_run(command, record):
                run = partial(self._screen.run, command, record)
                offered.addWidget(button(command.label, run, shape=command.icon))
        inner.addLayout(offered)
        for part in detail.parts:
            inner.addWidget(part_widget(self._screen, part))
        inner.addStretch()
        column.addWidget(scrolled(content), 1)
        self._layout.addWidget(self._body)
        self.setAccessibleName(detail.title)
        if old is not None:
            old.hide()
            old.deleteLater()
        self.show()
        if words:  # the keyboard stays where it was
            again = (each for each in self._body.findChildren(QPushButton) if each.text() == words)
            if (same := next(again, None)) is not None:
                same.setFocus()

    def _head(self, detail: Detail) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(2)
        row = QHBoxLayout()
        short = shorten(detail.title, _TITLE)
        title = _wrapped(short, "section")
        title.setToolTip("" if short == detail.title else detail.title)
        title.setAccessibleName(detail.title)
        row.addWidget(title, 1)
        row.addWidget(quiet_button("x", _("Paneel sluiten"), self._closed), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        if detail.subtitle:
            head.addWidget(_wrapped(detail.subtitle, "secondary"))
        if detail.state:
            head.addWidget(style.label(str(detail.state), detail.state.tone))
        return head


def part_widget(screen: Screen | None, part: Part) -> QWidget:
    """A part as a grid of texts, with its commands (which need a screen) at the end of each line."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    columns = max((len(line.texts) for line in part.lines), default=1)
    if part.title:
        grid.addWidget(style.label(part.title, "strong"), 0, 0, 1, -1)
    if not part.lines:
        grid.addWidget(_cell(part.empty or UNKNOWN, "quiet", right=False), 1, 0)
    for column, text in enumerate(part.headings if part.lines else ()):
        grid.addWidget(_cell(text, "secondary", right=column in part.right), 1, column)
    plain = columns == 2 and not part.headings  # facts: label and value
    for number, line in enumerate(part.lines, 1):
        row = 2 * number
        for column, text in enumerate(line.texts):
            quiet = line.quiet or (plain and column == 0 and not line.note)
            role = "strong" if line.strong else "quiet" if quiet else "body"
            cell = _cell(
                text, role, right=column in part.right, wrap=not (column in part.narrow or (plain and column == 0))
            )
            if column == 0:
                cell.setContentsMargins(_INDENT * line.depth, 0, 0, 0)
            grid.addWidget(cell, row, column)
        if line.note:
            note = _cell(line.note, "secondary", right=False)
            note.setContentsMargins(_INDENT * line.depth, 0, 0, 4)
            grid.addWidget(note, row + 1, 0, 1, columns)
        for column, command in enumerate(part.commands, columns):
            if screen and screen.can_run(command, line.record):
                name = f"{command.label}: {line.texts[0]}"
                made_button = quiet_button(command.icon, name, partial(screen.run, command, line.record))
                grid.addWidget(made_button, row, column, 2 if line.note else 1, 1, Qt.AlignmentFlag.AlignTop)
    for column in range(columns):
        narrow = column in part.right | part.narrow or (plain and column == 0)
        grid.setColumnStretch(column, int(not narrow))
    return made


def breakable(text: str) -> str:
    """The text for a label of several lines; a word that is longer than a line, say the name of a file, may break."""
    return _LONG.sub(lambda word: _PIECE.sub(rf"\g<0>{_MAY_BREAK}", word[0]), text)


def _wrapped(text: str, role: str) -> QLabel:
    """A label of as many lines as it takes."""
    made = style.label(breakable(text), role)
    made.setWordWrap(True)
    made.setAccessibleName(text)
    return made


def _cell(text: str, role: str, *, right: bool, wrap: bool = True) -> QWidget:
    made = _wrapped(text, role) if wrap and not right else style.label(text, role)
    if _MAY_BREAK not in made.text():  # it would be copied too
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return made
