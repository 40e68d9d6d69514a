"""The figures of a point as a table that one walks through with the keys, for who cannot read them from the screen."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from regietafel.documents.stukken.agendadelen import Deel, Deelrij, Kop
from regietafel.fields import TEXT, Field, Kind
from regietafel.i18n import _
from ui.kit import style
from ui.kit.tables import Index, RecordTableModel

_GETAL = Kind(format=str, parse=str, numeric=True)  # it comes in words that can be printed
_PADDING, _BETWEEN = 20, 4  # pixels: of a cell, at both sides together; and between the texts of rows
_NONE = _("Dit punt heeft geen cijfers.")


class Cijfertabel(QWidget):
    """The sentence, and the table below it; the table takes the keyboard and is called by both."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableView()
        self.table.setShowGrid(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        keep_readable(self.table)
        self._title, self._sentence = style.label("", "section"), style.label("", "body")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.table, 1)
        self.show_deel(None, everything=False)

    def show_deel(self, deel: Deel | None, *, everything: bool) -> None:
        """Show these figures, or that there are none."""
        self._title.setText(deel.titel if deel else "")
        self._sentence.setText(deel.zin if deel else _NONE)
        koppen: Sequence[Kop] = deel.koppen if deel else ()
        fields = [
            Field(name=f"cel{n}", label=kop.tekst, kind=_GETAL if kop.getal else TEXT) for n, kop in enumerate(koppen)
        ]
        cells = [rij.cellen for rij in seen(deel, everything=everything)] if deel else []
        cells += [deel.totaal] if deel and deel.totaal is not None else []
        old, model = self.table.model(), RecordTableModel(fields, parent=self.table)
        model.set_records([SimpleNamespace(**{f"cel{n}": text for n, text in enumerate(row)}) for row in cells])
        self.table.setModel(model)
        header, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for place, kop in enumerate(koppen):
            header.setSectionResizeMode(place, modes.ResizeToContents if kop.getal else modes.Stretch)
        if old is not None:
            old.deleteLater()
        self.table.setAccessibleName(f"{deel.titel}. {deel.zin}" if deel else _NONE)

    def begin(self) -> None:
        """Take the keyboard, at the first cell."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.model().index(0, 0))


def keep_readable(table: QTableView) -> None:
    """What does not fit beside each other stands below each other; nothing is cut off."""
    rows, fit = table.verticalHeader(), QHeaderView.ResizeMode.ResizeToContents
    rows.hide()
    rows.setSectionResizeMode(fit)
    table.setItemDelegate(_Padded(table))
    table.horizontalHeader().sectionResized.connect(lambda *_sizes: rows.resizeSections(fit))


class _Padded(QStyledItemDelegate):
    """Qt forgets the padding of the style sheet when it measures how many lines a text takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        rect: QRect = option.rect
        narrower.rect = rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(narrower, index) + QSize(0, _BETWEEN)


def seen(deel: Deel, *, everything: bool) -> Sequence[Deelrij]:
    """The rows that may be shown: those of confidential points only when ``everything`` may."""
    return [rij for rij in deel.rijen if everything or not rij.vertrouwelijk]
