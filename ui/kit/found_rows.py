"""How the rows of a search look: headings, and below them what was found with the letters that were typed in bold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import style
from ui.kit.icons import SMALL

if TYPE_CHECKING:
    from ui.kit.goto import Choice, Marks

CHOICE = Qt.ItemDataRole.UserRole
HEADING, LINE, TWO_LINES = 28, 32, 48
_EDGE, _TEXT = 8, 12 + SMALL  # where a heading and what is below it begin
_DETAIL = 12  # pixels, of the second line
_OVER = "…"


class FoundRows(QStyledItemDelegate):
    """Paints a row with a Choice under :data:`CHOICE`, and a heading where there is none."""

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        choice = index.data(CHOICE)
        painter.save()
        if choice is None:
            _paint_heading(painter, option.rect, str(index.data()), index.data(Qt.ItemDataRole.DecorationRole))
        else:
            made = QStyleOptionViewItem(option)
            self.initStyleOption(made, index)
            made.text = ""  # it draws what is behind the text
            drawn_by = made.widget.style() if made.widget else QApplication.style()
            drawn_by.drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, made.widget)
            _paint_choice(painter, option.rect.adjusted(_EDGE + _TEXT, 0, -_EDGE, 0), choice)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, text: str, shape: QIcon | None) -> None:
    inner = rect.adjusted(_EDGE, 4, -_EDGE, 0)
    if shape is not None:
        shape.paint(painter, QRect(inner.left(), inner.center().y() - SMALL // 2, SMALL, SMALL))
        inner.setLeft(inner.left() + _TEXT)
    font = _font(painter, QFont.Weight.DemiBold, _DETAIL) if shape is not None else painter.font()
    _write(painter, inner, text, font, "secondary")


def _paint_choice(painter: QPainter, rect: QRect, choice: Choice) -> None:
    top, below = rect, None
    if choice.detail or choice.remark:
        top, below = rect.adjusted(0, 4, 0, -rect.height() // 2), rect.adjusted(0, rect.height() // 2, 0, -4)
    base, small = painter.font(), _font(painter, QFont.Weight.Normal, _DETAIL)
    aside = QFontMetrics(small).horizontalAdvance(choice.aside)
    _write(painter, QRect(top.right() - aside, top.top(), aside + 1, top.height()), choice.aside, small, "secondary")
    painter.setFont(base)
    room = top.adjusted(0, 0, -(aside + style.SPACE) if aside else 0, 0)
    _write_marked(painter, room, choice.label, choice.marks, "text")
    if below is not None:
        if choice.remark:
            font = _font(painter, QFont.Weight.DemiBold, _DETAIL)
            below.setLeft(_write(painter, below, choice.remark, font, "text") + style.GAP)
        _write_marked(painter, below, choice.detail, choice.detail_marks, "secondary")


def _write_marked(painter: QPainter, rect: QRect, text: str, marks: Marks, role: str) -> None:
    """The text on one line as far as there is room, what is marked in bold."""
    size = painter.font().pixelSize() if role == "text" else _DETAIL
    plain, bold = _font(painter, QFont.Weight.Normal, size), _font(painter, QFont.Weight.Bold, size)
    room, edges = QRect(rect), [0, *(edge for mark in marks for edge in mark), len(text)]
    for place, (begin, end) in enumerate(pairwise(edges)):
        font = bold if place % 2 else plain
        piece, metrics = text[begin:end], QFontMetrics(font)
        if not piece:
            continue
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room.width())
        room.setLeft(_write(painter, room, shown, font, role))
        if shown != piece or room.width() < metrics.horizontalAdvance(_OVER):
            return


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, role: str) -> int:
    """Where the text ends."""
    painter.setFont(font)
    painter.setPen(style.color(role))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
    return rect.left() + QFontMetrics(font).horizontalAdvance(text)


def _font(painter: QPainter, weight: QFont.Weight, size: int) -> QFont:
    font = QFont(painter.font())
    font.setWeight(weight)
    font.setPixelSize(size)
    return font
