"""Draws a picture (``regietafel.figures``) with QPainter, in the theme of the window or in the colours of paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from regietafel.figures.colours import PAPER, with_tints
from regietafel.figures.shapes import Figuur, Line, Polygon, Shape, Text, titled
from regietafel.figures.svg import to_svg
from ui.kit import style

_TILE = 8  # the size of a pattern
_HALO = 4.0


def colors() -> dict[str, str]:
    """The colours of pictures in the theme of the window."""
    return with_tints(vars(style.theme()))


def paint(painter: QPainter, shapes: Sequence[Shape], roles: Mapping[str, str]) -> None:
    """Draw the shapes of a picture at the origin of ``painter``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, Polygon):
            _paint_polygon(painter, shape, roles)
        elif isinstance(shape, Line):
            painter.setPen(_pen(shape, roles))
            painter.drawPolyline(_polygon(shape.points))
        else:
            _paint_text(painter, shape, roles)


def image(figuur: Figuur, scale: float = 2.0) -> QImage:
    """The picture with its title in the colours of paper, sharp when it is printed."""
    drawn = titled(figuur)
    made = QImage(round(drawn.breedte * scale), round(drawn.hoogte * scale), QImage.Format.Format_RGB32)
    made.fill(QColor(PAPER["surface"]))
    painter = QPainter(made)
    painter.scale(scale, scale)
    paint(painter, drawn.vormen, PAPER)
    painter.end()
    return made


def content(figuur: Figuur, suffix: str) -> bytes:
    """The picture as the content of a file: ``.png`` at twice its size, anything else as SVG."""
    if suffix.lower() != ".png":
        return to_svg(figuur).encode()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image(figuur))
    return bytes(buffer.data().data())


@lru_cache(maxsize=4096)  # of a map of the country: making a path takes longer than drawing it
def outline(shape: Polygon) -> QPainterPath:
    """What a shape covers."""
    path = QPainterPath()
    for ring in shape.rings:
        path.addPolygon(_polygon(ring))
        path.closeSubpath()
    return path


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _pen(shape: Line, roles: Mapping[str, str]) -> QPen:
    pen = QPen(QColor(roles[shape.color]), shape.thickness)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([shape.dash / shape.thickness] * 2)
    return pen


def _paint_polygon(painter: QPainter, shape: Polygon, roles: Mapping[str, str]) -> None:
    if not (shape.fill or shape.edge or shape.pattern):
        return
    path = outline(shape)
    if shape.fill:
        painter.fillPath(path, QColor(roles[shape.fill]))
    if shape.pattern:
        painter.fillPath(path, _pattern(shape.pattern, roles[shape.ink], _ratio(painter)))
    if shape.edge:
        pen = QPen(QColor(roles[shape.edge]), shape.thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def _ratio(painter: QPainter) -> float:
    """How many pixels of the screen or picture a point is."""
    return painter.transform().m11() * painter.device().devicePixelRatio()


@lru_cache(maxsize=64)
def _pattern(kind: str, color: str, ratio: float) -> QBrush:
    side = max(1, round(_TILE * ratio))
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _TILE, side / _TILE)
    if kind == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(QPointF(_TILE / 2, _TILE / 2), 1.2, 1.2)
    else:
        painter.setPen(QPen(QColor(color), 1.1))
        for shift in (-_TILE, 0, _TILE):  # the corners belong to the neighbours
            painter.drawLine(QPointF(shift - 1, _TILE + 1), QPointF(shift + _TILE + 1, -1))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(_TILE / side, _TILE / side))
    return brush


@lru_cache(maxsize=16)
def _font(size: float, strong: bool) -> QFont:
    font = QFont(style.FAMILIES)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _paint_text(painter: QPainter, shape: Text, roles: Mapping[str, str]) -> None:
    font = _font(shape.size, shape.strong)
    width = QFontMetricsF(font).horizontalAdvance(shape.words)
    at = QPointF(shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor], shape.y)
    if shape.halo:
        path = QPainterPath()
        path.addText(at, font, shape.words)
        pen = QPen(QColor(roles[shape.halo]), _HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.setFont(font)
    painter.setPen(QColor(roles[shape.color]))
    painter.drawText(at, shape.words)
