"""The map of the whole country: reading, first paint and hover, against QPainter alone on the same polygons.

python tests/bench/bench_kaart.py

The bare side builds the same paths from the same points and fills and strokes them, without patterns, marks, legend or
provincies. Prints medians and ratios measured in one run; runs without a screen.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from regietafel import reference
from regietafel.figures import grenzen, kaartbeeld
from regietafel.figures.kaart import Plek, kaart
from regietafel.figures.shapes import Figuur, Polygon
from ui.kit import figure_paint, style
from ui.kit.figure_canvas import FigureCanvas

WIDTH, HEIGHT, ROUNDS = 760, 860, 15
STATES = ("behind", "level", "ahead")


def country(width: float, height: float) -> Figuur:
    """Every gemeente with a state; the patterns take turns."""
    rows = [
        Plek(code=gemeente.code, gemeente=gemeente.naam, waarde=number % 60, staat=STATES[number % 3])
        for number, gemeente in enumerate(reference.gemeenten())
    ]
    return kaart(rows, titel="Nederland", breedte=width, hoogte=height)


def bare(figuur: Figuur) -> QImage:
    """The same polygons by QPainter and nothing else."""
    made = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#4A5565"), 0.6))
    painter.setBrush(QColor("#E9EAEC"))
    for shape in figuur.vormen:
        if isinstance(shape, Polygon) and shape.key:
            path = QPainterPath()
            for ring in shape.rings:
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
            painter.drawPath(path)
    painter.end()
    return made


def milliseconds(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000


def first_paint() -> float:
    """From nothing laid out to pixels."""
    kaartbeeld.project.cache_clear()
    figure_paint.outline.cache_clear()

    def paint() -> None:
        canvas = FigureCanvas(country, 240)
        canvas.resize(WIDTH, HEIGHT)
        canvas.grab()

    return milliseconds(paint)


def hovers(canvas: FigureCanvas) -> list[float]:
    """What every move of the mouse over the map costs, until it is painted again."""
    none, times = Qt.MouseButton.NoButton, []
    for step in range(60):
        at = QPointF(canvas.width() * (0.3 + step / 200), canvas.height() * (0.25 + step / 150))
        move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)

        def point(move: QMouseEvent = move) -> None:
            QApplication.sendEvent(canvas, move)
            canvas.repaint()

        times.append(milliseconds(point))
    return times


def main() -> None:
    app = QApplication([])
    style.Appearance(app)
    reference.gemeenten()

    def read() -> None:
        grenzen.grenzen.cache_clear()
        grenzen.grenzen()

    reading = median(milliseconds(read) for _round in range(ROUNDS))
    cold = first_paint()
    layout, paint, plain = [], [], []
    for _round in range(ROUNDS):
        kaartbeeld.project.cache_clear()
        layout.append(milliseconds(lambda: country(WIDTH, HEIGHT)))
        paint.append(first_paint())
        figuur = country(WIDTH, HEIGHT)
        plain.append(milliseconds(lambda figuur=figuur: bare(figuur)))  # type: ignore[misc]
    canvas = FigureCanvas(country, 240)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    app.processEvents()
    hover = median(hovers(canvas))
    ours, theirs = median(paint), median(plain)
    print(f"read the boundaries {reading:7.1f} ms   (once)")
    print(f"lay out the country {median(layout):7.1f} ms")
    print(f"first paint         {ours:7.1f} ms   (first time {cold:.1f} ms)")
    print(f"bare QPainter       {theirs:7.1f} ms   the same polygons, one plain fill")
    print(f"ratio               {ours / theirs:7.2f}   first paint / bare")
    print(f"hover               {hover:7.2f} ms")
    print(f"ratio               {hover / theirs:7.2f}   hover / bare")


if __name__ == "__main__":
    main()
