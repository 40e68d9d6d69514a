"""The line above a list: search, chips, how many there are, and the buttons of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from regietafel.i18n import _, format_number
from ui.kit import style
from ui.kit.buttons import button, quiet_button
from ui.kit.flow import Flow
from ui.kit.icons import icon

Keep = Callable[[Any], bool]


@dataclass(frozen=True)
class Chip:
    """A ready-made filter."""

    label: str
    keep: Keep


class FilterLine(QWidget):
    """Calls ``filtered`` with the text and the rule of the chip that is on, if any."""

    def __init__(self, name: str, chips: Sequence[Chip], filtered: Callable[[str, Keep | None], None]) -> None:
        super().__init__()
        self._chips, self._filtered = chips, filtered
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Zoeken"))
        self.search.setAccessibleName(_("Zoeken in {name}").format(name=name))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(280)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda text: self._apply())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search, self.search.clear)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._buttons = [self._chip(chip) for chip in chips]
        self._count = style.label("", "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self.search, 1)
        beside = Flow()
        beside.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for made in self._buttons:
            beside.addWidget(made)
        self._row.addLayout(beside)
        self._row.addStretch()
        self._row.addWidget(self._count)

    def add_button(self, shape: str, name: str, clicked: Callable[[], object]) -> None:
        """Put an icon at the end of the line."""
        self._row.addWidget(quiet_button(shape, name, clicked))

    def take_focus(self) -> None:
        """Let the user type a search."""
        self.search.setFocus()
        self.search.selectAll()

    def clear(self) -> None:
        """Filter nothing."""
        self.search.clear()
        for each in self._buttons:
            each.setChecked(False)
        self._apply()

    def show_count(self, shown: int, all_: int) -> None:
        """Say how many of how many are shown."""
        if shown == all_:
            text = _("1 regel") if all_ == 1 else _("{n} regels").format(n=format_number(all_))
        else:
            text = _("{n} van {all} regels").format(n=format_number(shown), all=format_number(all_))
        self._count.setText(text)

    def _chip(self, chip: Chip) -> QPushButton:
        made = button(chip.label, lambda: self._choose(made), "chip")
        made.setCheckable(True)
        return made

    def _choose(self, chosen: QPushButton) -> None:
        for each in self._buttons:
            if each is not chosen:
                each.setChecked(False)
        self._apply()

    def _apply(self) -> None:
        keep = next(
            (chip.keep for chip, made in zip(self._chips, self._buttons, strict=True) if made.isChecked()), None
        )
        self._filtered(self.search.text(), keep)
