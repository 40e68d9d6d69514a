"""A plain text to work on: lines with numbers, marks where something is wrong, and its signs coloured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QToolTip, QWidget

from ui.kit import style
from ui.kit.inputs import TextBox

_MARK, _ROOM, _TALLEST = 10, 6, 16_777_215  # the last is Qt's "no limit"
_LONGEST = 5_000  # characters of a line that is coloured; of more, each key would take half a second
_HEADING = re.compile(r"#+\s")
_REMARK = "%%"
_RULE = re.compile(r"\s*\[(?!\^)[^\[\]]*\]\s*")
_FIELD = re.compile(r"\$\w+(?::\w+)?")


class Mark(NamedTuple):
    """What is to be said of a line, counted from 1: ``wrong`` is a full triangle, otherwise an open circle."""

    line: int
    sentence: str
    wrong: bool


class TextEditor(TextBox):
    """Tab leaves the field; Ctrl+Z and Ctrl+Y work on what was typed. Every document has a history of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(96)
        self.setMaximumHeight(_TALLEST)
        self._marks: dict[int, list[Mark]] = {}
        self._margin = _Margin(self)
        self.blockCountChanged.connect(lambda count: self._make_room())
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self._margin.update)
        self._make_room()

    def new_document(self, text: str) -> QTextDocument:
        """A text to show with ``setDocument``."""
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        _Signs(made)
        made.setPlainText(text)
        return made

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these in the margin in place of those before."""
        self._marks = {}
        for mark in marks:
            self._marks.setdefault(mark.line, []).append(mark)
        self._margin.update()

    def marks_at(self, line: int) -> list[Mark]:
        """What is said of this line."""
        return self._marks.get(line, [])

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the begin of a line, counted from 1, and let the keyboard work there."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def skip_remarks(self) -> None:
        """Begin below the remarks at the top."""
        block = self.document().begin()
        while block.next().isValid() and (block.text().startswith(_REMARK) or not block.text().strip()):
            block = block.next()
        self.setTextCursor(QTextCursor(block))
        place = block.position()
        QTimer.singleShot(0, self, lambda: self._scroll_to_cursor(place))  # lines are counted when it has its width

    def _scroll_to_cursor(self, place: int) -> None:
        """Bring the line of the cursor to the top, unless the user went elsewhere meanwhile."""
        if self.textCursor().position() == place:
            self.verticalScrollBar().setValue(self.textCursor().block().firstLineNumber())

    def insert_line(self, text: str, then: str = "") -> None:
        """Insert lines of their own below that of the cursor; it ends up between ``text`` and ``then``."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(f"\n\n{text}\n" if cursor.block().text().strip() else f"{text}\n")
        place = cursor.position()
        cursor.insertText(f"\n{then}\n" if then else "")
        cursor.setPosition(place)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def replace_text(self, text: str) -> None:
        """Put another text in its place; Ctrl+Z gives the one before back."""
        replace_text(self.document(), text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_redo(event):
            self.redo()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_redo(event):
            event.accept()
            return True
        return super().event(event)

    def setReadOnly(self, on: bool) -> None:
        super().setReadOnly(on)
        if on:  # the keyboard can still go through it
            keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for each in self.findChildren(QSyntaxHighlighter):
                each.rehighlight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.viewport().geometry()
        self._margin.setGeometry(
            QRect(inside.left() - self._margin.wanted(), inside.top(), self._margin.wanted(), inside.height())
        )

    def lines_in_view(self) -> Iterator[tuple[int, QRect]]:
        """The number of every line in view, and where it stands."""
        block: QTextBlock = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > self.viewport().height():
                return
            yield block.blockNumber() + 1, place
            block = block.next()

    def _make_room(self) -> None:
        self.setViewportMargins(self._margin.wanted(), 0, 0, 0)

    def _follow(self, place: QRect, scrolled: int) -> None:
        if scrolled:
            self._margin.scroll(0, scrolled)
        else:
            self._margin.update(0, place.y(), self._margin.width(), place.height())


def text_of(document: QTextDocument) -> str:
    """The text as it is: ``toPlainText`` makes an ordinary space of one that does not break."""
    return document.toRawText().replace("\u2029", "\n")


def replace_text(document: QTextDocument, text: str) -> None:
    """Put another text in a document, as one step of its history."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y, which Qt takes for it on Windows only."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class _Margin(QWidget):
    """Left of the text. What it shows by shape, it tells in words under the pointer."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def wanted(self) -> int:
        """How wide it must be."""
        digits = max(2, len(str(self._editor.blockCount())))
        return _MARK + 3 * _ROOM + self.fontMetrics().horizontalAdvance("0" * digits)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted(), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.said_at(event.pos()), self)
            return True
        return super().event(event)

    def said_at(self, pos: QPoint) -> str:
        """The sentences about the line there."""
        lines = self._editor.lines_in_view()
        found = next((line for line, place in lines if place.top() <= pos.y() <= place.bottom()), 0)
        return "\n".join(mark.sentence for mark in self._editor.marks_at(found))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self._editor.textCursor().blockNumber() + 1
        height = self.fontMetrics().height()
        for line, place in self._editor.lines_in_view():
            if place.bottom() < event.rect().top() or place.top() > event.rect().bottom():
                continue
            painter.setPen(style.color("text" if line == here else "secondary"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(0, place.top(), self.width() - _ROOM, height, right, str(line))
            if marks := self._editor.marks_at(line):
                middle = QPointF(_ROOM + _MARK / 2, place.top() + height / 2)
                _draw_mark(painter, middle, wrong=any(mark.wrong for mark in marks))
        painter.end()


def _draw_mark(painter: QPainter, middle: QPointF, *, wrong: bool) -> None:
    half = _MARK / 2
    if wrong:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("error"))
        corners = (QPointF(0, -half), QPointF(half, half - 1), QPointF(-half, half - 1))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    else:
        painter.setPen(QPen(style.color("secondary"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, half - 1, half - 1)


class _Signs(QSyntaxHighlighter):
    """What of the text is not to be read as it stands: headings, fields, rules between brackets, remarks."""

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST:
            return
        if text.startswith(_REMARK):
            self.setFormat(0, len(text), _form("secondary", italic=True))
        elif _RULE.fullmatch(text):
            self.setFormat(0, len(text), _form("ahead", bold=True))
        else:
            heading = bool(_HEADING.match(text))
            if heading:
                self.setFormat(0, len(text), _form("text", bold=True))
            for match in _FIELD.finditer(text):
                self.setFormat(match.start(), len(match[0]), _form("accent", bold=heading))


def _form(role: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(style.color(role)))
    made.setFontItalic(italic)
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
