"""A picture on paper: drawn by reportlab in the light colours, as one thing in the tree of tags."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from regietafel.documents.pdf.lines import one_line
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import REGULAR, SEMIBOLD, Colour, Line, Style, set_in
from regietafel.figures.colours import PAPER
from regietafel.figures.shapes import Figuur, Pattern, Point, Polygon, Ring, Text

_AROUND = 5.0  # above and below the drawing
_HALO, _TILE, _STRIPE, _DOT = 4.0, 8.0, 1.1, 2.4  # in points of the picture
_EVEN_ODD = 0  # reportlab's name for it

Place = Callable[[Point], Point]


def drawing_strip(figuur: Figuur, owner: Element, left: float, width: float, height: float) -> Strip[Pen]:
    """The picture, scaled to ``width``, or to less when it would be higher than ``height``; it belongs to ``owner``."""
    scale = min(width / figuur.breedte, (height - 2 * _AROUND) / figuur.hoogte)
    wide, high = figuur.breedte * scale, figuur.hoogte * scale

    def draw(pen: Pen, top: float) -> None:
        upper = pen.height - top - _AROUND
        box = (left, upper - high, left + wide, upper)
        with set_in({}):  # the picture was measured in our own fonts
            pen.picture(owner, box, lambda canvas: _draw(canvas, figuur, box, scale))

    return Strip(height=high + 2 * _AROUND, draw=draw)


def _draw(canvas: Any, figuur: Figuur, box: tuple[float, float, float, float], scale: float) -> None:
    left, _bottom, _right, upper = box

    def place(point: Point) -> Point:
        return left + point[0] * scale, upper - point[1] * scale

    for shape in figuur.vormen:
        if isinstance(shape, Text):
            _draw_text(canvas, shape, place, scale)
        elif isinstance(shape, Polygon):
            _draw_polygon(canvas, shape, place, scale)
        elif len(shape.points) > 1:
            _set_stroke(canvas, shape.color, shape.thickness * scale)
            canvas.setDash([shape.dash * scale] if shape.dash else [])
            canvas.drawPath(_path(canvas, [shape.points], place, closed=False))
            canvas.setDash([])


def _draw_polygon(canvas: Any, shape: Polygon, place: Place, scale: float) -> None:
    path = _path(canvas, shape.rings, place, closed=True)
    if shape.fill:
        canvas.setFillColor(_colour(shape.fill))
        canvas.drawPath(path, stroke=0, fill=1, fillMode=_EVEN_ODD)
    if shape.pattern:
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0, fillMode=_EVEN_ODD)
        points = [place(point) for ring in shape.rings for point in ring]
        _draw_pattern(canvas, shape.pattern, shape.ink, points, scale)
        canvas.restoreState()
    if shape.edge:
        _set_stroke(canvas, shape.edge, shape.thickness * scale)
        canvas.drawPath(path, stroke=1, fill=0)


def _draw_pattern(canvas: Any, pattern: Pattern, ink: str, points: Sequence[Point], scale: float) -> None:
    """Stripes or dots over all the points, on one grid of the paper, so that neighbours join."""
    step = _TILE * scale
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    columns = range(math.floor(min(xs) / step), math.ceil(max(xs) / step) + 1)
    rows = range(math.floor(min(ys) / step), math.ceil(max(ys) / step) + 1)
    path = canvas.beginPath()
    if pattern == "dots":
        _set_stroke(canvas, ink, _DOT * scale)
        canvas.setLineCap(1)  # a line without length is a dot
        for x, y in ((column * step, row * step) for column in columns for row in rows):
            path.moveTo(x, y)
            path.lineTo(x, y)
    else:
        _set_stroke(canvas, ink, _STRIPE * scale)
        bottom, top = rows[0] * step, rows[-1] * step
        for column in range(columns[0] - len(rows), columns[-1] + 1):
            path.moveTo(column * step, bottom)
            path.lineTo(column * step + top - bottom, top)
    canvas.drawPath(path, stroke=1, fill=0)


def _draw_text(canvas: Any, shape: Text, place: Place, scale: float) -> None:
    style = Style(face=SEMIBOLD if shape.strong else REGULAR, size=shape.size * scale)
    line = one_line(shape.words, style, math.inf)
    x, y = place((shape.x, shape.y))
    x -= {"start": 0.0, "middle": line.width / 2, "end": line.width}[shape.anchor]
    if shape.halo:
        canvas.saveState()  # or what follows would be drawn as outlines too
        _set_stroke(canvas, shape.halo, _HALO * scale)
        _write(canvas, line, style, (x, y), outlined=True)
        canvas.restoreState()
    canvas.setFillColor(_colour(shape.color))
    _write(canvas, line, style, (x, y))


def _write(canvas: Any, line: Line, style: Style, at: Point, *, outlined: bool = False) -> None:
    drawn = canvas.beginText(*at)
    drawn.setTextRenderMode(1 if outlined else 0)
    for fragment in line.fragments:
        drawn.setFont(fragment.face, style.size)
        drawn.textOut(fragment.text)
    canvas.drawText(drawn)


def _path(canvas: Any, rings: Sequence[Ring], place: Place, *, closed: bool) -> Any:
    path = canvas.beginPath()
    for ring in rings:
        for number, point in enumerate(ring):
            (path.lineTo if number else path.moveTo)(*place(point))
        if closed and ring:
            path.close()
    return path


def _set_stroke(canvas: Any, role: str, thickness: float) -> None:
    canvas.setStrokeColor(_colour(role))
    canvas.setLineWidth(thickness)
    canvas.setLineJoin(1)


def _colour(role: str) -> Colour:
    name = PAPER[role]
    return int(name[1:3], 16) / 255, int(name[3:5], 16) / 255, int(name[5:7], 16) / 255
