"""The upper part of the first step: where the table comes from, and that an earlier import was not finished."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.details import breakable
from ui.kit.icons import pixmap

_BUSY_AFTER = 300  # milliseconds


class Bronplek(QFrame):
    """Choose a file, drop one or paste a table; then its name, what was read of it, and what is wrong with it."""

    def __init__(self, choose: Callable[[], object], paste: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._shape = style.label("")
        self._name = style.label(_("Sleep een bestand hierheen, kies er een, of plak een tabel (Ctrl+V)."), "strong")
        self._found, self._problem = style.label("", "quiet"), style.label("", "problem")
        self._problem.setObjectName("problem-bestand")
        self._choose = button(_("Bestand kiezen…"), choose)
        self._choose.setProperty("start", True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(_("De tabel wordt gelezen"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._bar.show)
        self._shape.setPixmap(pixmap("file-spreadsheet", "secondary", style.PAGE, self.devicePixelRatio()))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._shape)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        row.addWidget(button(_("Plakken"), paste))
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        column.setSpacing(style.GAP)
        column.addLayout(row)
        for below in (self._found, self._problem, self._bar):
            column.addWidget(below)
            below.hide()
        for each in (self._name, self._found, self._problem):
            each.setWordWrap(True)

    def busy(self, name: str) -> None:
        """The table is being read; a bar shows it when that takes a while."""
        self.say(name, _("Wordt gelezen…"), "")
        self._timer.start(_BUSY_AFTER)

    def say(self, name: str, found: str, problem: str) -> None:
        """Show how it went; without a name the one that is there stays."""
        self._timer.stop()
        self._bar.hide()
        if name:
            self._name.setText(breakable(name))
            self._name.setAccessibleName(name)
            self._choose.setText(_("Ander bestand kiezen…"))
        for each, text in ((self._found, found), (self._problem, problem)):
            each.setText(text)
            each.setVisible(bool(text))


class Oudebalk(QFrame):
    """Offers to go on with an import that was not finished."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._sentence = style.label("")
        self._sentence.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 4, 4)
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self._sentence, 1)
        self.hide()

    def offer(
        self, naam: str, moment: datetime.datetime, go_on: Callable[[], object], throw_away: Callable[[], object]
    ) -> None:
        """Show it, once."""
        sentence = _("Er is nog een inlezing van {naam} van {moment}.")
        self._sentence.setText(sentence.format(naam=naam, moment=moment_text(moment)))
        self.setAccessibleName(self._sentence.text())
        self._row.addWidget(button(_("Verder gaan"), go_on))
        self._row.addWidget(button(_("Weggooien"), throw_away))
        self.show()


def moment_text(moment: datetime.datetime) -> str:
    """Day and time, of something recent."""
    return f"{moment.astimezone():%d-%m %H:%M}"
