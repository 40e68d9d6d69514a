"""The pictures and cards of locations and projects follow the day, keep their place, and tell what was picked."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from regietafel.figures.shapes import Figuur
from regietafel.figures.tijdlijn import tijdlijn
from regietafel.figures.tijdlijnbeeld import Balk
from regietafel.planning.figuren import SOORTEN
from regietafel.planning.gemeentekaarten import Gemeentekaart, gemeentekaarten
from tests.core.opvang_scenarios import fill
from ui.kit.cards import Card, CardGrid
from ui.kit.figure_screen import FigureScreen
from ui.kit.figure_view import FigureView
from ui.kit.screen import Command
from ui.kit.sections import SectionsScreen
from ui.kit.session import Session
from ui.screens import beeld
from ui.screens.gemeentekaarten import card, content, per_gemeente

DAY = datetime.date(2023, 10, 1)
BEGIN = Command(label="Locatie toevoegen", run=lambda _screen, _record: None)


def shown(qtbot: Any, screen: Any) -> Any:
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    QApplication.processEvents()
    return screen


def labels(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def view_of(screen: FigureScreen) -> FigureView:
    [view] = screen.findChildren(FigureView)
    return view


def choose(screen: FigureScreen, soort: str) -> None:
    screen._kind.setCurrentText(SOORTEN[soort])
    screen.refresh()


@pytest.fixture
def gevuld(sessie: Session) -> Session:
    fill(sessie.ledger)
    sessie.op = DAY
    return sessie


def test_the_picture_follows_the_day(qtbot: Any, gevuld: Session) -> None:
    screen = shown(qtbot, beeld.plekkenbeeld(gevuld, beeld.WONEN, BEGIN))
    view = view_of(screen)
    choose(screen, "tijdlijn")
    assert view.canvas.figure.zin.startswith("Op 1 oktober 2023: 2 locaties en 2 projecten, waarvan 1 open.")
    gevuld.op = datetime.date(2023, 8, 1)
    assert view.canvas.figure.zin.startswith("Op 1 augustus 2023: 2 locaties en 2 projecten, waarvan 0 open.")


@pytest.mark.parametrize("soorten", [beeld.OPVANG, beeld.WONEN], ids=["opvang", "wonen"])
def test_every_kind_is_drawn(qtbot: Any, gevuld: Session, soorten: tuple[str, ...]) -> None:
    screen = shown(qtbot, beeld.plekkenbeeld(gevuld, soorten, BEGIN))
    for soort in soorten:
        choose(screen, soort)
        assert view_of(screen).canvas.figure.titel.startswith(SOORTEN[soort])
        assert screen._subject.isEnabled() == soort.startswith("tijdlijn")


def test_a_timeline_of_one_gemeente(qtbot: Any, gevuld: Session) -> None:
    screen = shown(qtbot, beeld.plekkenbeeld(gevuld, beeld.WONEN, BEGIN))
    [project, _har] = gevuld.ledger.woonprojecten
    naam = gevuld.ledger.gemeenten.get(project.gemeente_id).naam
    screen._subject.setCurrentText(naam)
    screen.refresh()
    assert view_of(screen).canvas.figure.titel == f"Woonprojecten in de tijd, {naam}"
    assert [rij.naam for rij in view_of(screen).canvas.figure.rijen] == ["Hof van Borne"]


def test_what_is_picked_is_told(qtbot: Any, gevuld: Session) -> None:
    screen = shown(qtbot, beeld.plekkenbeeld(gevuld, beeld.WONEN, BEGIN))
    choose(screen, "tijdlijn")
    view_of(screen).picked.emit("locatie/1")
    assert {"De Vloedbeld", "open", "300"} <= set(labels(screen.panel))
    view_of(screen).picked.emit("project/1")
    assert {"Hof van Borne", "vergunning", "60"} <= set(labels(screen.panel))
    code = gevuld.ledger.gemeenten.get(1).gm_code
    view_of(screen).picked.emit(code)
    assert {"De Vloedbeld", "Het Schip", "Hof van Borne"} <= set(labels(screen.panel))
    view_of(screen).picked.emit("2023-10-01")
    assert screen.panel.isHidden()


def test_the_pictures_of_the_periode_know_them_too(qtbot: Any, gevuld: Session) -> None:
    screen = shown(qtbot, beeld.beeld(gevuld))
    choose(screen, "tijdlijn")
    view_of(screen).picked.emit("locatie/1")
    assert "De Vloedbeld" in labels(screen.panel)


def test_without_anything_one_can_begin(qtbot: Any, sessie: Session) -> None:
    screens = (beeld.plekkenbeeld(sessie, beeld.WONEN, BEGIN), per_gemeente(sessie, BEGIN))
    for screen in screens:
        shown(qtbot, screen)
        assert not any(isinstance(each, FigureView | CardGrid) for each in screen.findChildren(QWidget))
    assert any("één kaart" in text for text in labels(screens[1]))


def bars(count: int, op: datetime.date) -> Any:
    rows = [Balk(key=str(n), groep="Almelo", naam=f"Locatie {n}", staat="open", aantal=n) for n in range(count)]

    def make(width: float, height: float) -> Figuur:
        return tijdlijn(rows, titel="Tijdlijn", op=op, breedte=width, hoogte=height)

    return make


@pytest.fixture
def high(qtbot: Any) -> QScrollArea:
    """A timeline much higher than its window, scrolled down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(FigureView(bars(260, DAY), 300))
    shown(qtbot, area)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 4_000)
    area.verticalScrollBar().setValue(2_000)
    QApplication.processEvents()
    return area


def test_another_day_leaves_a_high_picture_where_it_was_scrolled_to(high: QScrollArea) -> None:
    view: Any = high.widget()
    before = view.canvas.height()
    view.set_make(bars(260, datetime.date(2024, 5, 1)))
    QApplication.processEvents()
    assert "1 mei 2024" in view.canvas.figure.zin
    assert (high.verticalScrollBar().value(), view.canvas.height()) == (2_000, before)
    view.set_make(bars(3, DAY))
    QApplication.processEvents()
    assert view.canvas.height() < 700


def test_a_high_picture_of_another_height_is_laid_out_once(high: QScrollArea) -> None:
    view: Any = high.widget()
    laid_out: list[None] = []
    view.canvas.laid_out.connect(lambda: laid_out.append(None))
    for count in (280, 240):
        view.set_make(bars(count, DAY))
        QApplication.processEvents()
        assert view.canvas.height() == math.ceil(view.canvas.figure.hoogte)
    assert len(laid_out) == 2


def test_only_what_is_seen_of_a_high_picture_is_drawn_and_it_is_the_same(high: QScrollArea) -> None:
    view: Any = high.widget()
    canvas = view.canvas
    assert canvas._stretch.height() < 4 * high.height()
    seen = QRect(0, 2_100, canvas.width(), 300)
    piece: QImage = canvas.grab(seen).toImage()
    whole: QImage = canvas.grab().toImage()
    assert whole.copy(seen) == piece
    assert whole.height() == canvas.height() > 5_000


def test_a_card_says_what_comes_and_what_ends(gevuld: Session) -> None:
    [first, *_others] = [kaart for kaart in gemeentekaarten(gevuld.ledger, DAY) if kaart.locaties]
    said = card(first)
    assert (said.label, said.figure, said.state) == (first.gemeente, "340 plekken", None)
    assert said.note.splitlines() == [
        "Opvang: 2 open, 280 bezet",
        "Wonen: 0 in gebruik; 1 op komst, 30 woningen voor 60 personen",
        "Telt mee: 0 personen, van 25 onbekend",
    ]


def test_every_member_has_a_card_of_the_day(qtbot: Any, gevuld: Session) -> None:
    screen = shown(qtbot, per_gemeente(gevuld, BEGIN))
    assert isinstance(screen, SectionsScreen)
    members: tuple[Gemeentekaart, ...] = gemeentekaarten(gevuld.ledger, DAY)
    [grid] = screen.findChildren(CardGrid)
    cards = [each for each in grid.children() if isinstance(each, QWidget)]
    assert [each.accessibleName().split(":")[0] for each in cards] == [each.gemeente for each in members]
    gevuld.op = datetime.date(2023, 8, 1)
    assert any(text == "0" for text in labels(screen))
    assert cards == [each for each in grid.children() if isinstance(each, QWidget)]  # told anew, not made anew
    expected = [str(card(kaart)) for kaart in gemeentekaarten(gevuld.ledger, gevuld.op)]
    assert [each.accessibleName() for each in cards] == expected
    assert content(gevuld, CardGrid()).cards[0].label == "Opvangplekken"


def test_cards_stand_in_as_many_columns_as_fit(qtbot: Any) -> None:
    grid = shown(
        qtbot, CardGrid([Card(label=f"Gemeente {n}", figure="1.410 plekken", note="a b " * 30) for n in range(9)])
    )
    for width, columns in ((1200, 4), (600, 2), (300, 1), (900, 3)):
        grid.resize(width, 900)
        QApplication.processEvents()
        places = [each.pos() for each in grid.children() if isinstance(each, QWidget)]
        assert len({place.x() for place in places}) == columns
        assert places[0].y() == places[columns - 1].y() < places[columns].y()
