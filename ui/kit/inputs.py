"""Inputs that Qt does not have quite so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit

from regietafel.i18n import sort_key
from ui.kit.icons import icon

_MANY = 12


class ComboBox(QComboBox):
    """A list to choose from. The wheel, meant to scroll the page, does not change what was chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - 25, (self.height() - 14) // 2, 14, 14)
        icon("chevron-down", "secondary").paint(painter, place)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TextBox(QPlainTextEdit):
    """A text of several lines; Tab and Ctrl+Enter are left to the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(96)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


def by_name(records: Iterable[Any]) -> dict[str, Any]:
    """What a field offers to choose from: the ids of records by their names, in the order of an index."""
    return {each.naam: each.id for each in sorted(records, key=lambda each: sort_key(each.naam))}


def choice_box(choices: Mapping[str, Any]) -> ComboBox:
    """The labels to choose from; a long list can be searched by typing a part of the word."""
    box = ComboBox()
    box.setMaxVisibleItems(_MANY)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)  # a name of 300 letters does not push the rest away
    box.addItems(list(choices))
    if len(choices) > _MANY:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(list(choices), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
    box.setCurrentIndex(-1)
    return box


def instant_choice(name: str, choices: Mapping[str, Any], chosen: Any, choose: Callable[[Any], object]) -> ComboBox:
    """A choice that works at once."""
    box = choice_box(choices)
    box.setAccessibleName(name)
    box.setMaximumWidth(240)
    values = list(choices.values())
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    box.activated.connect(lambda place: choose(values[place]))
    return box


def choose_from(box: QComboBox, found: Sequence[tuple[str, Any]]) -> None:
    """Choose from these labels and values; what was chosen stays when it is there. A single one is no choice."""
    values, before = [value for _label, value in found], chosen_in(box)
    box.clear()
    for label, value in found:
        box.addItem(label, (value,))
    box.setCurrentIndex(values.index(before) if before in values else 0)
    box.setEnabled(len(found) > 1)


def chosen_in(box: QComboBox) -> Any:
    """The value that is chosen; None when there is nothing to choose."""
    kept = box.currentData()
    return kept[0] if kept else None
