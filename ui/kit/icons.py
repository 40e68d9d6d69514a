"""The icons: line drawings that take the colour of a role of the theme, drawn when they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from regietafel.paths import resource
from ui.kit.style import theme

SMALL, NORMAL = 16, 18


def icon(name: str, role: str = "text") -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colour of ``role``; it follows the theme by itself."""
    return QIcon(_Engine(name, role))


def pixmap(name: str, role: str = "text", size: int = NORMAL, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture, sharp on a screen with this device pixel ratio."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _drawing(name, getattr(theme(), role)).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=256)
def _drawing(name: str, color: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode())))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "input" if mode == QIcon.Mode.Disabled else self._role
        if state == QIcon.State.On and self._role != "on_accent":
            role = "accent"
        side = min(rect.width(), rect.height())
        square = QRect(QPoint(0, 0), QSize(side, side))
        square.moveCenter(rect.center())
        _drawing(self._name, getattr(theme(), role)).render(painter, QRectF(square))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._role)
        _clones.append(made)  # PySide would destroy it while Qt draws with it; Qt asks for one when an icon is changed
        return made


_clones: list[QIconEngine] = []
