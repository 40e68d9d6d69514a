"""The places of the program, one below the other on the left of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from ui.kit import style
from ui.kit.buttons import button
from ui.kit.icons import NORMAL
from ui.kit.places import Place


class Rail(QFrame):
    """A button for each place, by key; ``chosen`` gets the key of the one the user wants."""

    def __init__(self, places: Sequence[Place], chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(style.NAVIGATION)
        self.buttons = {place.key: _place_button(place, partial(chosen, place.key)) for place in places}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, style.SPACE, 12, style.SPACE)
        column.setSpacing(4)
        for place in places:
            if not place.at_bottom:
                column.addWidget(self.buttons[place.key])
        column.addStretch()
        for place in places:
            if place.at_bottom:
                column.addWidget(self.buttons[place.key])
        group = QButtonGroup(self)
        for made in self.buttons.values():
            group.addButton(made)

    def show_place(self, key: str) -> None:
        """Mark where one is. That is the one stop for Tab; from there the arrow keys walk along the places."""
        self.buttons[key].setChecked(True)
        for each, made in self.buttons.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)


def _place_button(place: Place, clicked: Callable[[], None]) -> QPushButton:
    made = button(place.title, clicked, "place", place.icon)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setIconSize(QSize(NORMAL, NORMAL))
    return made
