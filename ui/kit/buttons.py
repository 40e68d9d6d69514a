"""Buttons, with or without icon, and an area that scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QToolButton, QWidget

from ui.kit.icons import icon

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ROOM = "\u2002"  # Qt has no measure for it
_ROLES = {"primary": "on_accent", "link": "accent", "place": "secondary"}


class Button(QPushButton):
    """A button that Enter presses too, when it has the focus: never another button of the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str, clicked: Callable[[], object], kind: str = "", shape: str = "") -> QPushButton:
    """A push button; ``kind`` is primary, link, chip, place or nothing, ``shape`` the name of an icon."""
    made = Button()
    made.setAutoDefault(False)
    made.setProperty("kind", kind)
    set_words(made, text, shape)
    made.clicked.connect(lambda checked=False: clicked())
    return made


def set_words(made: QPushButton, text: str, shape: str = "") -> None:
    """Give a button its word and icon, with room between the two."""
    words = literal(text)
    made.setText(f"{_ROOM}{words}" if shape else words)
    made.setAccessibleName(text)
    if shape:
        made.setIcon(icon(shape, _ROLES.get(str(made.property("kind")), "text")))


def literal(text: str) -> str:
    """The text for what takes & as the sign of a shortcut: a button, or a label that has a buddy."""
    return text.replace("&", "&&")


def quiet_button(shape: str, name: str, clicked: Callable[[], object]) -> QToolButton:
    """A button that is only an icon; its name is a tip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setIcon(icon(shape, "secondary"))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.clicked.connect(lambda checked=False: clicked())
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """For a form that is taller than the screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
