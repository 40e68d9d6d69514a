"""What was typed at the point: the rows of the list, to look at and to correct."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from regietafel.catalog.verslag import LETTERS, REGELSOORTEN
from regietafel.i18n import _, format_date_long, shorten
from regietafel.queries.verslag import LijstRegel

_SHOWN = 300  # characters of one row
_AROUND = 16  # pixels: the frame
_ANY = 16_777_215  # of Qt: no limit
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class Regels(QListWidget):
    """One row below the other, the newest in view. Enter or a double click corrects one, Del takes it out."""

    edit_asked = Signal(object)  # LijstRegel
    removal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._regels: Sequence[LijstRegel] = ()
        self.setAccessibleName(_("Vastgelegd bij dit punt"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fits = False  # whether it takes no more room than its rows
        self.gives_way = False  # to something else that then needs the room
        self.itemDoubleClicked.connect(lambda _item: self.edit_asked.emit(self._regels[self.currentRow()]))

    def show_regels(self, regels: Sequence[LijstRegel]) -> None:
        """Show these, in the order in which they were typed."""
        if regels == self._regels:
            return
        row, grown = self.currentRow(), len(regels) > len(self._regels)
        self._regels = regels
        self.clear()
        for each in regels:
            item = QListWidgetItem(_shown(each), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{REGELSOORTEN[each.soort]}: {_shown(each)}")
        if self.hasFocus():
            self.setCurrentRow(min(row, len(regels) - 1))
        self.fit()
        if grown:
            self.scrollToBottom()

    def fit(self) -> None:
        """Take the room that the rows need at most, or all there is."""
        last = self.count() - 1
        bottom = self.visualItemRect(self.item(last)).bottom() + self.verticalOffset() if last >= 0 else 0
        self.setMaximumHeight(bottom + _AROUND if self.fits else _ANY)
        self.setVisible(not self.fits or (last >= 0 and not self.gives_way))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)  # when the words stand on their lines

    def begin(self) -> None:
        """Take the keyboard, at the newest row; without rows it stays where it is."""
        if self.count():
            self.setFocus()
            self.setCurrentRow(self.count() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() in _ENTER and row >= 0:
            self.edit_asked.emit(self._regels[row])
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removal_asked.emit(self._regels[row])
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # the window puts it in the line
        else:
            super().keyPressEvent(event)


def _shown(regel: LijstRegel) -> str:
    """As on the list: the letter, who, what and before which day, and below it what is asked."""
    names = ", ".join(regel.houders)
    day = _(" (vóór {dag})").format(dag=format_date_long(regel.voor)) if regel.voor else ""
    said = f"{LETTERS[regel.soort]}   {names}{': ' if names else ''}{shorten(regel.tekst, _SHOWN)}{day}"
    return said + (f"\n▲ {regel.vraag}" if regel.vraag else "")
