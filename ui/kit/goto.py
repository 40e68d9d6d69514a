"""“Ga naar…”: type a few letters of a page, a gemeente or anything else there is, and be there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from regietafel.i18n import _, sort_key
from ui.kit import style
from ui.kit.icons import icon
from ui.kit.places import Destination

_SHOWN = 50
_WALK = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class GoTo(QDialog):
    """Accepted when something was chosen: :attr:`chosen`."""

    def __init__(self, destinations: Sequence[Destination], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Ga naar"))
        self._all = [(sort_key(each.label), each) for each in destinations]
        self._shown: list[Destination] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Een onderdeel, gemeente, herverdeling of scenario"))
        self.search.setAccessibleName(_("Ga naar"))
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._go)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Waar u heen kunt"))
        self.list.setSpacing(2)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.itemClicked.connect(lambda _item: self._go())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.resize(480, 400)
        self._find("")

    @property
    def chosen(self) -> Destination | None:
        """What the cursor is on."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALK:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = [sort_key(word) for word in text.split()]
        found = [each for key, each in self._all if all(word in key for word in words)]
        self._shown = sorted(found, key=lambda each: not (words and sort_key(each.label).startswith(words[0])))[:_SHOWN]
        self.list.clear()
        self.list.addItems([each.label for each in self._shown] or [_("Niets gevonden; probeer een ander woord.")])
        self.list.setCurrentRow(0 if self._shown else -1)

    def _go(self) -> None:
        if self.chosen is not None:
            self.accept()
