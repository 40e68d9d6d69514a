"""A choice above a list that decides what the list shows, with what can be done about the choice itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import style
from ui.kit.buttons import button
from ui.kit.inputs import ComboBox
from ui.kit.screen import Command, Screen


class Picker(QWidget):
    """The list asks :attr:`current` after :meth:`offer`."""

    picked = Signal()

    def __init__(self, name: str, text: Callable[[Any], str]) -> None:
        super().__init__()
        self._text, self._items, self._offered = text, list[Any](), list[tuple[QWidget, Command]]()
        self._box = ComboBox()
        self._box.setAccessibleName(name)
        self._box.setMinimumWidth(240)
        self._box.setMaximumWidth(400)
        self._box.activated.connect(lambda place: self.picked.emit())
        label = style.label(name, "strong")
        label.setBuddy(self._box)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)
        self._row.addWidget(label)
        self._row.addWidget(self._box, 1)
        self._row.addStretch()

    @property
    def current(self) -> Any:
        """What is chosen; None when there is nothing to choose."""
        place = self._box.currentIndex()
        return self._items[place] if 0 <= place < len(self._items) else None

    def add(self, screen: Screen, commands: Sequence[Command]) -> None:
        """Put commands on the choice at the end of the line."""
        for command in commands:
            made = button(command.label, partial(self._run, screen, command), shape=command.icon)
            self._row.addWidget(made)
            self._offered.append((made, command))
            made.setVisible(screen.can_run(command, None))

    def offer(self, items: Sequence[Any]) -> None:
        """Show these; the one that was chosen stays chosen when it is still there, otherwise the first is."""
        chosen = getattr(self.current, "id", None)
        self._items = list(items)
        self._box.clear()
        self._box.addItems([self._text(item) for item in items])
        places = [place for place, item in enumerate(items) if item.id == chosen]
        self._box.setCurrentIndex(places[0] if places else min(0, len(items) - 1))
        self.setVisible(bool(items))

    def _run(self, screen: Screen, command: Command) -> None:
        if self.current is not None:
            screen.run(command, self.current)
