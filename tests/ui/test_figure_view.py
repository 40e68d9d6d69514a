"""Pictures on a page: readable in both themes, walked with keys and mouse, copied, saved and shown as a table."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from regietafel.fields import AANTAL, Field
from regietafel.figures.colours import PAPER, with_tints
from regietafel.figures.shapes import Figuur, Polygon, Text, rect
from regietafel.figures.staven import Staaf, staven_grafiek
from tests.ui.conftest import Row
from ui.kit import style
from ui.kit.figure_paint import image
from ui.kit.figure_view import FigureView

FIELDS = (Field(name="naam", label="Gemeente"), Field(name="aantal", label="Aantal", kind=AANTAL))
ROWS = (Row(1, "Borne", 76), Row(2, "B&W <Zuid>", None), Row(3, "Losser", -4), Row(4, "Almelo", 10))
KEYS = ("noord-west", "noord-oost", "zuid-west", "zuid-oost")


def squares(width: float, height: float) -> Figuur:
    """Four squares, two by two."""
    shapes = [
        Polygon(
            rings=(rect(20 + column * width / 2, 20 + row * height / 2, width / 2 - 40, height / 2 - 40),),
            fill="accent",
            key=KEYS[row * 2 + column],
            tip=f"{ROWS[row * 2 + column].naam}: vierkant",
        )
        for row in (0, 1)
        for column in (0, 1)
    ]
    words = Text(words="Vier vierkanten", x=width / 2, y=height / 2, anchor="middle", halo="surface")
    return Figuur(
        titel="Vierkanten", zin="Er zijn vier.", velden=FIELDS, rijen=ROWS, breedte=width, hoogte=height,
        vormen=(*shapes, words),
    )  # fmt: skip


def bars(count: int) -> list[Staaf]:
    return [Staaf(code=str(number), gemeente=f"Gemeente {number}", opgave=9, realisatie=3) for number in range(count)]


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    made = FigureView(squares)
    qtbot.addWidget(made)
    made.resize(500, 480)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.canvas.clearFocus()
    return made


def point_at(view: FigureView, place: QPoint) -> None:
    """Move the mouse, as Qt tells a widget."""
    none, at = Qt.MouseButton.NoButton, QPointF(place)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, view.canvas.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.canvas, move)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.1)."""
    lights: list[float] = []
    for name in (one, other):
        channels = [channel / 255 for channel in QColor(name).getRgb()[:3]]  # type: ignore[index]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_paper_has_the_colours_of_the_light_theme() -> None:
    light = with_tints(vars(style.LIGHT))
    assert {role: light[role] for role in PAPER} == PAPER


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_words_and_shapes_can_be_seen(theme: style.Theme) -> None:
    roles = with_tints(vars(theme))
    for ground in ("surface", "behind-tint", "level-tint", "ahead-tint", "class-1", "class-2", "class-3"):
        assert contrast(roles["text"], roles[ground]) >= 4.5, ground
    assert contrast(roles["surface"], roles["class-4"]) >= 4.5
    for words in ("secondary", "accent", "behind", "level", "ahead"):
        assert contrast(roles[words], roles["surface"]) >= 4.5, words
    for state in ("behind", "level", "ahead", "accent"):  # marks and patterns
        assert contrast(roles[state], roles[f"{state}-tint"]) >= 3, state
    steps = ["class-1", "class-2", "class-3", "class-4"]
    for pale, strong in pairwise(steps):
        assert contrast(roles[pale], roles[strong]) >= 1.2


def test_it_says_what_it_shows(view: FigureView) -> None:
    assert view.canvas.accessibleName() == "Vierkanten"
    assert view.canvas.accessibleDescription() == "Er zijn vier."


def test_arrows_go_to_the_nearest_in_that_direction(view: FigureView) -> None:
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    walk = [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Up, 0)]
    assert view.canvas.current == KEYS[0]
    for key, expected in walk:
        QTest.keyClick(view.canvas, key)
        assert view.canvas.current == KEYS[expected]
    assert view.canvas.accessibleDescription() == "Borne: vierkant"


def test_page_keys_reach_every_shape(view: FigureView) -> None:
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.canvas, Qt.Key.Key_Home)
    seen = [view.canvas.current]
    for _step in range(5):
        QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
        seen.append(view.canvas.current)
    assert seen == [*KEYS, KEYS[3], KEYS[3]]
    QTest.keyClick(view.canvas, Qt.Key.Key_PageUp)
    assert view.canvas.current == KEYS[2]
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    assert view.canvas.current == KEYS[3]


def test_enter_and_click_pick(view: FigureView) -> None:
    picked: list[str] = []
    view.picked.connect(picked.append)
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    width, height = view.canvas.width(), view.canvas.height()
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(width * 3 // 4, height * 3 // 4))
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(width // 2, 5))  # between the squares
    assert picked == [KEYS[0], KEYS[3]]


def test_pointing_marks_a_shape_and_leaving_unmarks_it(view: FigureView) -> None:
    before = view.canvas.grab().toImage()
    point_at(view, QPoint(view.canvas.width() // 4, view.canvas.height() // 4))
    assert view.canvas.grab().toImage() != before
    assert view.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    point_at(view, QPoint(view.canvas.width() // 2, 5))
    assert view.canvas.grab().toImage() == before


def test_the_keyboard_stays_at_its_shape(view: FigureView) -> None:
    view.select(KEYS[2])
    view.resize(700, 600)
    assert view.canvas.current == KEYS[2]
    view.set_make(squares)
    assert view.canvas.current == KEYS[2]
    view.set_make(lambda width, height: staven_grafiek(bars(2), titel="Staven", breedte=width, hoogte=height))
    assert view.canvas.current == ""


def test_it_follows_the_theme(view: FigureView) -> None:
    style.show(style.LIGHT)
    light = view.canvas.grab().toImage().pixelColor(5, 5)
    style.show(style.DARK)
    dark = view.canvas.grab().toImage().pixelColor(5, 5)
    style.show(style.LIGHT)
    assert (light, dark) == (QColor(style.LIGHT.surface), QColor(style.DARK.surface))


def test_a_picture_without_shapes_to_choose_takes_no_focus(view: FigureView) -> None:
    view.set_make(lambda width, height: staven_grafiek([], titel="Staven", breedte=width, hoogte=height))
    assert view.canvas.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_picture_that_needs_more_room_takes_it(qtbot: QtBot) -> None:
    made = FigureView(lambda width, height: staven_grafiek(bars(40), titel="Staven", breedte=width, hoogte=height))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    qtbot.addWidget(area)
    area.resize(500, 400)
    area.show()
    qtbot.waitUntil(lambda: made.canvas.height() >= 40 * 28)
    assert made.canvas.height() >= made.canvas.figure.hoogte
    made.set_make(lambda width, height: staven_grafiek(bars(2), titel="Staven", breedte=width, hoogte=height))
    qtbot.waitUntil(lambda: made.height() <= area.viewport().height())


def test_copy_gives_a_light_picture_at_twice_its_size(view: FigureView) -> None:
    style.show(style.DARK)
    view.copy_image()
    style.show(style.LIGHT)
    copied = QApplication.clipboard().image()
    assert copied.width() > 2 * view.canvas.width()
    assert copied.pixelColor(2, 2) == QColor(PAPER["surface"])


def test_saved_as_png_and_svg(view: FigureView, tmp_path: Path) -> None:
    view.save(tmp_path / "beeld.png")
    saved = QImage(str(tmp_path / "beeld.png"))
    assert saved == image(view.canvas.figure).convertToFormat(saved.format())
    view.save(tmp_path / "beeld.svg")
    assert '<title id="titel">Vierkanten</title>' in (tmp_path / "beeld.svg").read_text()
    assert view.problem.isHidden()


def test_a_refusal_is_said_below_the_picture(view: FigureView, tmp_path: Path) -> None:
    (tmp_path / "map.svg").mkdir()
    view.save(tmp_path / "map.svg")
    assert view.problem.isVisible()
    assert "map.svg is niet geschreven" in view.problem.text()
    view.save(tmp_path / "goed.svg")
    assert view.problem.isHidden()


def test_the_table_shows_the_data(view: FigureView, qtbot: QtBot) -> None:
    view.show_table()
    [dialog] = view.findChildren(QDialog)
    [table] = dialog.findChildren(QTableView)
    model = table.model()
    shown = [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]
    assert shown == [["Borne", "76"], ["B&W <Zuid>", "–"], ["Losser", "−4"], ["Almelo", "10"]]
    [copy] = [each for each in dialog.findChildren(QPushButton) if each.accessibleName() == "Kopiëren als tabel"]
    copy.click()
    assert QApplication.clipboard().text().splitlines()[1] == "Borne\t76"
    dialog.accept()
    qtbot.waitUntil(lambda: not view.findChildren(QDialog))
