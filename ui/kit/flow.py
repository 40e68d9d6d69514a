"""Things beside each other, and below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from ui.kit import style


class Flow(QLayout):
    """Each as wide as it wants; what does not fit in the width goes to the next line, as words do.

    They begin at the top, or stand in the middle when its alignment says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(style.GAP)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def minimumSize(self) -> QSize:
        sizes = [each.minimumSize() for each in self._shown()]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def sizeHint(self) -> QSize:
        """All beside each other."""
        sizes = [each.sizeHint() for each in self._shown()]
        width = sum(each.width() + self.spacing() for each in sizes) - self.spacing()
        return QSize(max(0, width), max((each.height() for each in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        start = rect.topLeft()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            start.setY(start.y() + max(0, rect.height() - self.heightForWidth(rect.width())) // 2)
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(start))

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """Where each comes, from the top left."""
        found: list[QRect] = []
        x = y = 0
        for size in (each.sizeHint() for each in self._shown()):
            if x and x + size.width() > width:
                x, y = 0, max(each.bottom() for each in found) + 1 + self.spacing()
            found.append(QRect(x, y, min(size.width(), max(width, 1)), size.height()))
            x += size.width() + self.spacing()
        return found
