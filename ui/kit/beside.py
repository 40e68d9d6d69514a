"""Two things beside each other; where there is no room for both, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.kit import style
from ui.kit.tabs import TabBar

_LEAST = 240


class Beside(QWidget):
    """What one works on, and what it makes. Narrower than ``room`` pixels there are tabs to choose one of the two."""

    def __init__(self, titles: tuple[str, str], work: QWidget, made: QWidget, sizes: Sequence[int], room: int) -> None:
        super().__init__()
        self._room = room
        self.panes = work, made
        self.tabs = TabBar(lambda _number: self._show())
        self.tabs.setAccessibleName(" / ".join(titles))
        self.tabs.setStyleSheet("QTabBar::tab:first { margin-left: 0; }")  # it stands on a page, not above one
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(style.SPACE)
        for pane in self.panes:
            split.addWidget(pane)
        split.setSizes(list(sizes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.tabs)
        column.addWidget(split, 1)
        self.tabs.show_pages(titles, 0)  # now, within this: alone it would be a window
        self._show()

    def show_work(self) -> None:
        """Bring what one works on in view."""
        self.tabs.setCurrentIndex(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        both = self.width() >= self._room
        self.tabs.setVisible(not both)
        for number, pane in enumerate(self.panes):
            pane.setVisible(both or number == self.tabs.currentIndex())
