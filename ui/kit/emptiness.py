"""What a list says when there is nothing in it: what this is, one button to begin, one link to the manual."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from regietafel.i18n import _
from regietafel.value import Value
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.screen import Command, Screen


class Empty(Value):
    """One sentence, and perhaps the command that begins."""

    sentence: str
    begin: Command | None = None


class EmptyState(QFrame):
    """Stands where the table would stand."""

    def __init__(self, empty: Empty, screen: Screen) -> None:
        super().__init__()
        self._empty, self._screen = empty, screen
        self.setProperty("panel", True)
        sentence = style.label(empty.sentence, "quiet")
        sentence.setWordWrap(True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence.setMaximumWidth(420)
        self._button = button(empty.begin.label if empty.begin else "", self._begin, "primary")
        manual = button(_("Meer hierover in de handleiding"), self._read, "link")
        self._manual = manual
        layout = QVBoxLayout(self)
        layout.setSpacing(style.SPACE)
        layout.addStretch(2)
        for widget in (sentence, self._button, manual):
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(widget, int(widget is sentence))
            row.addStretch()
            layout.addLayout(row)
        layout.addStretch(3)
        self.refresh()

    def take_focus(self) -> None:
        """To the button that begins, or to the manual. (A focus proxy would keep Tab from leaving.)"""
        (self._manual if self._button.isHidden() else self._button).setFocus()

    def refresh(self) -> None:
        """Offer the button only when it can do something."""
        begin = self._empty.begin
        self._button.setVisible(begin is not None and self._screen.can_run(begin, None))

    def _begin(self) -> None:
        if self._empty.begin:
            self._screen.run(self._empty.begin)

    def _read(self) -> None:
        self._screen.session.manual_requested.emit(self._screen.manual)
