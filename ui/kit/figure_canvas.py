"""The drawing of a picture: sharp at every size, to be walked through with mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from regietafel.figures.shapes import Figuur, Polygon, Shape, Text
from ui.kit import style
from ui.kit.figure_paint import colors, outline, paint

Make = Callable[[float, float], Figuur]  # for a width and a height in points; may turn out higher

_LEAST_WIDTH = 240
_NEAR = 32  # no letter or edge reaches further than this beside its points
_SIDEWAYS = 3  # how much worse a step aside is than a step in the direction of the key


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ALONG: dict[Qt.Key, Callable[[int, int], int]] = {
    Qt.Key.Key_Home: lambda number, count: 0,
    Qt.Key.Key_End: lambda number, count: count - 1,
    Qt.Key.Key_PageUp: lambda number, count: max(number - 1, 0),
    Qt.Key.Key_PageDown: lambda number, count: min(number + 1, count - 1),
}
_STEPS = {*_ARROWS, *_ALONG}


class FigureCanvas(QWidget):
    """The drawing alone, at least ``height`` high. What has a key can be pointed at, walked to and picked."""

    picked = Signal(str)
    laid_out = Signal()

    def __init__(self, make: Make, height: int) -> None:
        super().__init__()
        self._make, self._least = make, height
        self._figure: Figuur | None = None
        self._laid_out_for = QSize()
        self._keyed: list[tuple[Polygon, QPainterPath]] = []
        self._drawn: tuple[object, tuple[QPixmap, QPixmap]] | None = None
        self._stretch = QRect()  # what is drawn of it
        self._current = -1  # where the keys are
        self._hovered = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_WIDTH, height)
        self._say()

    @property
    def figure(self) -> Figuur:
        """The picture for the size it has now."""
        if self._figure is None:
            self._lay_out()
        assert self._figure is not None
        return self._figure

    @property
    def current(self) -> str:
        """The key of the shape where the keyboard is; empty for none."""
        return self._keyed[self._current][0].key if self._current >= 0 else ""

    def set_make(self, make: Make) -> None:
        """Show another picture; the keyboard stays at the same key if there is one."""
        key, self._make = self.current, make
        if self.minimumHeight() > self._least:  # higher than its page: what stays as high stays where it is scrolled to
            made = make(float(self.width()), float(self._least))
            needed = max(self._least, math.ceil(made.hoogte))
            self._lay_out(made, QSize(self.width(), needed))
            self.setMinimumHeight(needed)
        else:
            self._lay_out()
        self.select(key)

    def select(self, key: str) -> None:
        """Put the keyboard at the shape with this key, or at none."""
        self.figure  # noqa: B018 - the shapes are known once it is laid out
        self._current = next((n for n, (shape, _path) in enumerate(self._keyed) if shape.key == key), -1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST_WIDTH, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lay it out again when it was given another size than it was laid out for."""
        if self.size() != self._laid_out_for:
            key = self.current
            self._lay_out()
            self.select(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit()
        painter = QPainter(self)
        top, below, words = self._pictures(event.rect())
        painter.drawPixmap(0, top, below)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in {self._hovered, self._current} - {-1}:
            focused = number == self._current and self.hasFocus()
            painter.strokePath(self._keyed[number][1], QPen(style.color("accent"), 3 if focused else 2))
        painter.drawPixmap(0, top, words)
        if self.hasFocus() and self._current < 0:
            painter.setPen(QPen(style.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            tip = self._keyed[hovered][0].tip if hovered >= 0 else ""
            self._tell(event.globalPosition().toPoint(), tip)
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(number)
            self.picked.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.picked.emit(self.current)
        elif (number := self._step(key)) is not None:
            self._go_to(number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._current = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say()
        self.update()

    def _lay_out(self, made: Figuur | None = None, size: QSize | None = None) -> None:
        """Show the picture for the size it has now; or ``made``, for the ``size`` it is about to get."""
        self._laid_out_for = size or self.size()
        self._figure = made or self._make(float(self.width()), float(self.height()))
        self._keyed = [(s, outline(s)) for s in self._figure.vormen if isinstance(s, Polygon) and s.key]
        self._drawn = None
        self._current = self._hovered = -1
        if self._figure.hoogte > self.height():
            needed = math.ceil(self._figure.hoogte)  # later: a layout that is giving out room does not listen
            QTimer.singleShot(0, self, lambda: self.setMinimumHeight(needed))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._keyed else Qt.FocusPolicy.NoFocus)
        self._say()
        self.laid_out.emit()
        self.update()

    def _say(self, words: str = "") -> None:
        """What a screen reader says of the picture, or of the shape where the keyboard is."""
        if self._figure is not None:
            self.setAccessibleName(self._figure.titel)
            self.setAccessibleDescription(words or self._figure.zin)

    def _pictures(self, asked: QRect) -> tuple[int, QPixmap, QPixmap]:
        """The shapes, and the words that lie over them and over what is marked; and how far down they begin.

        As they were drawn before, unless the size, the screen or the theme changed. Of a picture that is much higher
        than what is seen of it only that is drawn, with what is just above and below it.
        """
        wanted = (self.size(), self.devicePixelRatioF(), style.theme())
        if self._drawn is None or self._drawn[0] != wanted or not self._stretch.contains(asked):
            seen = asked.united(self.visibleRegion().boundingRect())
            self._stretch = self.rect() & seen.adjusted(-seen.left(), -seen.height(), self.width(), seen.height())
            shapes = self._within_stretch(self.figure.vormen)
            words = tuple(shape for shape in shapes if isinstance(shape, Text))
            below = tuple(shape for shape in shapes if not isinstance(shape, Text))
            ground, clear = style.color("surface"), QColor(Qt.GlobalColor.transparent)
            self._drawn = (wanted, (self._painted(below, ground), self._painted(words, clear)))
        return self._stretch.top(), *self._drawn[1]

    def _within_stretch(self, shapes: Sequence[Shape]) -> Sequence[Shape]:
        if self._stretch == self.rect():
            return shapes
        top, bottom = self._stretch.top() - _NEAR, self._stretch.bottom() + _NEAR
        return [shape for shape in shapes if any(low <= bottom and high >= top for low, high in _heights(shape))]

    def _painted(self, shapes: Sequence[Shape], ground: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(self._stretch.width() * ratio), round(self._stretch.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(ground)
        painter = QPainter(made)
        painter.translate(0, -self._stretch.top())
        paint(painter, shapes, colors())
        painter.end()
        return made

    def _at(self, point: QPointF) -> int:
        """The number of the shape there; −1 for none."""
        found = (n for n in range(len(self._keyed) - 1, -1, -1) if self._keyed[n][1].contains(point))
        return next(found, -1)

    def _go_to(self, number: int) -> None:
        shape, path = self._keyed[number]
        self._current = number
        self._say(shape.tip)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, shape.tip))
        if self.isVisible():
            self._tell(self.mapToGlobal(path.boundingRect().center().toPoint()), shape.tip)
        self.update()

    def _tell(self, place: QPoint, tip: str) -> None:
        """Show a tip; what a user typed in it is text."""
        QToolTip.showText(place, f"<span>{escape(tip)}</span>" if tip else "", self)

    def _step(self, key: Qt.Key) -> int | None:
        """Where a key leads: an arrow to the nearest in that direction, Page Up and Down along all of them."""
        count = len(self._keyed)
        if not count or key not in _STEPS:
            return None
        if self._current < 0:
            return 0
        if key in _ALONG:
            return _ALONG[key](self._current, count)
        centres = [path.boundingRect().center() for _shape, path in self._keyed]
        here, (across, along) = centres[self._current], _ARROWS[key]

        def distance(number: int) -> float:
            by = centres[number] - here
            forward, aside = by.x() * across + by.y() * along, abs(by.x() * along) + abs(by.y() * across)
            return math.hypot(forward, _SIDEWAYS * aside) if forward > 0.5 else math.inf

        nearest = min(range(count), key=distance)
        return nearest if distance(nearest) < math.inf else self._current


def _heights(shape: Shape) -> Iterator[tuple[float, float]]:
    """From where to where each part of a shape lies; of a text its baseline."""
    if isinstance(shape, Text):
        yield shape.y, shape.y
        return
    for points in shape.rings if isinstance(shape, Polygon) else (shape.points,):
        ys = [y for _x, y in points]
        if ys:
            yield min(ys), max(ys)
