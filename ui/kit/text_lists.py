"""Beside a text: which texts there are, what can be put in this one, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from regietafel.i18n import _, shorten, sort_key
from ui.kit import style
from ui.kit.icons import icon
from ui.kit.text_editor import Mark

_RECORD = Qt.ItemDataRole.UserRole
_SHORT, _LONG = 60, 600  # characters of a value in the list, and under the pointer
_ITEM, _HIGHEST = 44, 84  # pixels: an item of two lines, and the whole list


class NamedList(QListWidget):
    """What one chooses from by a text of several lines, and what it is called in the program."""

    def __init__(self, title: str, chosen: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        _wrap(self)
        self.currentItemChanged.connect(lambda _now, _before: chosen())

    @property
    def name(self) -> str:
        """Of what the cursor is on; empty when there is nothing."""
        item = self.currentItem()
        return str(item.data(_RECORD)) if item else ""

    def show_items(self, texts: Mapping[str, str]) -> None:
        """Show these by name; the cursor stays where it was, and begins at the first."""
        if [self.item(row).data(_RECORD) for row in range(self.count())] != list(texts):
            before = self.name
            self.blockSignals(True)
            self.clear()
            for name in texts:
                QListWidgetItem(self).setData(_RECORD, name)
            self.setCurrentRow(0)
            self.go_to(before)
            self.blockSignals(False)
        for row, text in enumerate(texts.values()):
            self.item(row).setText(text)
            self.item(row).setToolTip(text)

    def show_current(self, text: str) -> None:
        """Show another text for what the cursor is on."""
        self.currentItem().setText(text)
        self.scrollToItem(self.currentItem())

    def go_to(self, name: object) -> None:
        """Put the cursor on what is called so."""
        for row in range(self.count()):
            if self.item(row).data(_RECORD) == name:
                self.setCurrentRow(row)


class Offer(NamedTuple):
    """What can be put in a text: how it is written, what it is, and what it says now."""

    written: str
    kind: str
    value: str
    record: Any


class OfferList(QWidget):
    """Double click or Enter puts what is chosen in the text; typing in the line above narrows the list.

    From that line Enter and the arrow down do what they do in the list.
    """

    def __init__(self, name: str, insert: Callable[[Any], object]) -> None:
        super().__init__()
        self._insert = insert
        self._offers: Sequence[Offer] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Zoeken"))
        self.search.setAccessibleName(_("Zoeken in {name}").format(name=name.lower()))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._put)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        _wrap(self.list)
        self.list.itemActivated.connect(lambda _item: self._put())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(style.label(name, "strong"))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these; the cursor stays on the same place."""
        if list(offers) == self._offers:
            return
        self._offers = list(offers)
        row = self.list.currentRow()
        self.list.clear()
        for offer in offers:
            value = " ".join(offer.value.split()) or _("nog leeg")
            item = QListWidgetItem(f"{offer.written}\n{offer.kind} · {shorten(value, _SHORT)}", self.list)
            item.setData(_RECORD, offer.record)
            full = shorten(offer.value.strip() or value, _LONG)
            item.setToolTip(full)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, full)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._narrow(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        """Show what has this in it; the cursor does not stay on what is hidden."""
        shown = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(sort_key(text) not in sort_key(item.text()))
            if not item.isHidden():
                shown.append(row)
        if self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0] if shown else -1)

    def _put(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._insert(item.data(_RECORD))


class MarkList(QListWidget):
    """Enter or a click goes to the line; without marks it takes no room."""

    def __init__(self, name: str, go_to_line: Callable[[int], object]) -> None:
        super().__init__()
        self._marks: list[Mark] = []
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: go_to_line(self._marks[self.row(item)].line))
        self.itemActivated.connect(lambda item: go_to_line(self._marks[self.row(item)].line))
        self.hide()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these in place of those before."""
        if list(marks) != self._marks:
            self._marks = list(marks)
            self.clear()
            self.addItems([tell(mark) for mark in marks])
            self.setCurrentRow(0)
            self.setFixedHeight(min(style.GAP + _ITEM * len(marks), _HIGHEST))
        self.setVisible(bool(marks))


def _wrap(items: QListWidget) -> None:
    """Texts of several lines, none of which is cut off."""
    items.setSpacing(2)
    items.setWordWrap(True)
    items.setResizeMode(QListWidget.ResizeMode.Adjust)
    items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def tell(mark: Mark) -> str:
    """``▲ Regel 12: …``."""
    shape = "▲" if mark.wrong else "○"
    return _("{shape} Regel {n}: {sentence}").format(shape=shape, n=mark.line, sentence=mark.sentence)
