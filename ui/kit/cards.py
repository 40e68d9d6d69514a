"""Cards: the few numbers that matter, large, with a state as shape and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import style

_WIDE = 264  # of a card in a grid, at least


@dataclass(frozen=True)
class State:
    """How something stands: never a colour alone. ``tone`` is behind, level or ahead."""

    shape: str
    word: str
    tone: str

    def __str__(self) -> str:
        return f"{self.shape} {self.word}"


@dataclass(frozen=True, kw_only=True)
class Card:
    """A label, a number as text, and what must be known to read it."""

    label: str
    figure: str
    note: str = ""
    state: State | None = None

    def __str__(self) -> str:
        said = f"{self.label}: {self.figure}"
        return ", ".join(part for part in (said, self.state.word if self.state else "", self.note) if part)


class CardRow(QWidget):
    """Cards side by side, equally wide."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in cards:
            self._layout.addWidget(_card(card), 1)


class CardGrid(QWidget):
    """Cards of one width in as many columns as fit beside each other."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self._cards = [_card(card) for card in cards]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.SPACE)
        self._columns = 0
        self._wide = max([_WIDE, *(card.minimumSizeHint().width() for card in self._cards)])
        self.setMinimumWidth(self._wide)  # or as many as are beside each other now would keep it from being narrower
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, (event.size().width() + style.SPACE) // (self._wide + style.SPACE)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, columns))
            self._grid.setColumnStretch(number % columns, 1)


def _card(card: Card) -> QFrame:
    frame = QFrame()
    frame.setProperty("panel", True)
    frame.setAccessibleName(str(card))
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(style.SPACE, 12, style.SPACE, 12)
    layout.setSpacing(4)
    layout.addWidget(style.label(card.label, "secondary"))
    figures = QHBoxLayout()
    figures.setSpacing(style.GAP)
    figures.addWidget(style.label(card.figure, "figure"))
    if card.state:
        figures.addWidget(style.label(str(card.state), card.state.tone), 0, Qt.AlignmentFlag.AlignBottom)
    figures.addStretch()
    layout.addLayout(figures)
    note = style.label(card.note or " ", "secondary")
    note.setWordWrap(True)
    layout.addWidget(note)
    layout.addStretch()
    return frame
