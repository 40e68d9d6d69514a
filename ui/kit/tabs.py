"""The tabs of a place that has several pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar

from regietafel.i18n import _
from ui.kit import style


class TabBar(QTabBar):
    """Calls ``chosen`` with the number of the page the user wants; hidden when there is only one."""

    def __init__(self, chosen: Callable[[int], None]) -> None:
        super().__init__()
        self.setAccessibleName(_("Onderdelen"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContentsMargins(style.PAGE, 0, style.PAGE, 0)
        self._titles: list[str] = []
        self.currentChanged.connect(chosen)

    def show_pages(self, titles: Sequence[str], current: int) -> None:
        """Show the tabs of another place."""
        self.blockSignals(True)  # it is the program that chooses now
        if self._titles != list(titles):
            self._titles = list(titles)
            while self.count():
                self.removeTab(0)
            for title in titles:
                self.addTab(title)
        self.setCurrentIndex(current)
        self.setExpanding(False)  # measures again: of two tabs the first was measured as if it were the only one
        self.blockSignals(False)
        self.setVisible(len(titles) > 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the page, so the keyboard does not stay on the tab."""
        self.clearFocus()
        super().mousePressEvent(event)
