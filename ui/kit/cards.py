"""Cards: the few numbers that matter, large, with a state as shape and word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from regietafel.value import Value
from ui.kit import style

_WIDE = 264  # of a card in a grid, at least


class State(Value, kw_only=False):
    """How something stands: never a colour alone. ``tone`` is behind, level or ahead."""

    shape: str
    word: str
    tone: str

    def __str__(self) -> str:
        return f"{self.shape} {self.word}"


class Card(Value):
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
        self._cards: list[_Card] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards."""
        while self._layout.count() > len(cards) and (item := self._layout.takeAt(self._layout.count() - 1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
                self._cards.pop()
        for made, card in zip(self._cards, cards, strict=False):
            made.tell(card)
        for card in cards[len(self._cards) :]:
            self._cards.append(_Card(card))
            self._layout.addWidget(self._cards[-1], 1)


class CardGrid(QWidget):
    """Cards of one width in as many columns as fit beside each other."""

    def __init__(self, cards: Sequence[Card] = ()) -> None:
        super().__init__()
        self._cards: list[_Card] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.SPACE)
        self._columns = 0
        self.set_cards(cards)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; as many as before are told anew, which is much faster than making them."""
        if len(cards) != len(self._cards):
            for made in self._cards:
                made.hide()
                made.deleteLater()
            self._cards = [_Card(card) for card in cards]
            self._columns = 0
        for made, card in zip(self._cards, cards, strict=True):
            made.tell(card)
        self._wide = max([_WIDE, *(made.minimumSizeHint().width() for made in self._cards)])
        self.setMinimumWidth(self._wide)  # or as many as are beside each other now would keep it from being narrower
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + style.SPACE) // (self._wide + style.SPACE))
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, columns))
            self._grid.setColumnStretch(number % columns, 1)


class _Card(QFrame):
    """One card; what changes in it is told anew."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.setProperty("panel", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, 12, style.SPACE, 12)
        layout.setSpacing(4)
        self._label, self._figure = style.label(card.label, "secondary"), style.label(card.figure, "figure")
        self._state = style.label("", card.state.tone if card.state else "body")
        self._note = style.label("", "secondary")
        self._note.setWordWrap(True)
        figures = QHBoxLayout()
        figures.setSpacing(style.GAP)
        figures.addWidget(self._figure)
        figures.addWidget(self._state, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addStretch()
        layout.addWidget(self._label)
        layout.addLayout(figures)
        layout.addWidget(self._note)
        layout.addStretch()
        self.tell(card)

    def tell(self, card: Card) -> None:
        """Show another number, note or state."""
        self.setAccessibleName(str(card))
        self._label.setText(card.label)
        self._figure.setText(card.figure)
        self._note.setText(card.note or " ")
        self._state.setText(str(card.state or ""))
        self._state.setHidden(card.state is None)
        if card.state and card.state.tone != self._state.property("role"):
            style.set_role(self._state, card.state.tone)
