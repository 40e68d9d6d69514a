"""The quiet bar that says what was done and how to undo it, what was refused, or what is special about this file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button, quiet_button, set_words
from ui.kit.icons import SMALL, pixmap

__all__ = ["DONE", "ERROR", "REMARK", "Notice", "quiet_button"]

DONE, ERROR, REMARK = "done", "error", "remark"
_ICONS = {DONE: ("circle-check", "done"), ERROR: ("triangle-alert", "error"), REMARK: ("info", "secondary")}
_SECONDS = 12


class Notice(QFrame):
    """One sentence with at most one thing to do. What was done goes away by itself, what was refused stays."""

    def __init__(self, parent: QWidget | None = None, *, can_close: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._shape = QLabel()
        self._sentence = style.label("")
        self._sentence.setWordWrap(True)
        self._kind = REMARK
        self._action: Callable[[], object] = lambda: None
        self.button = button("", self._act, "link")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(style.GAP)
        row.addWidget(self._shape)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        if can_close:
            row.addWidget(quiet_button("x", _("Melding sluiten"), self.hide))
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._draw_shape()

    def _draw_shape(self) -> None:
        shape, role = _ICONS[self._kind]
        self._shape.setPixmap(pixmap(shape, role, SMALL, self.devicePixelRatio()))

    def _act(self) -> None:
        self._action()

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()

    def say(
        self, sentence: str, kind: str = DONE, *, verb: str = "", action: Callable[[], object] = lambda: None
    ) -> None:
        """Show a sentence; ``verb`` and ``action`` are the thing to do about it."""
        self._kind = kind
        self._draw_shape()
        self._sentence.setText(sentence)
        self._action = action
        set_words(self.button, verb)
        self.button.setVisible(bool(verb))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # only now: the window is up sooner

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if kind == DONE:
            self._timer.start(_SECONDS * 1000)
        else:
            self._timer.stop()
