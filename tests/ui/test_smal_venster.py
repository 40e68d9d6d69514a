"""The smallest window: nothing of a page lies outside it, and what needs more room scrolls by itself."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QPushButton, QWidget

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel
from tests.ui.opvang_pages import fill_opvang
from tests.ui.overleg_pages import FIRST, card, fill_overleg
from tests.ui.pages import OVERLEGGEN, window
from tests.ui.woonvormen_pages import fill_projects
from ui.kit.day_line import DayLine
from ui.kit.filterline import Chip, FilterLine
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.kit.shell import Shell

PAGES = (
    (OVERLEGGEN, FIRST),
    (OVERLEGGEN, None),
    ("overleg/Reeksen", 1),
    ("overleg/Jaarplanning", None),
    ("herverdelingen/Herverdelingen", 1),
)


def outside(shell: Shell) -> list[QWidget]:
    """What of the page sticks out at the right; a table may be wider within its own scroll bar."""
    tables = shell.page.findChildren(QAbstractItemView)
    found = []
    for each in shell.page.findChildren(QWidget):
        inside_table = any(table.isAncestorOf(each) for table in tables)
        right = each.mapTo(shell, QPoint(each.width(), 0)).x()
        if each.isVisible() and not inside_table and right > shell.width():
            found.append(each)
    return found


@pytest.mark.parametrize("size", [(800, 600), (900, 600), (1024, 700), (1280, 800)])
@pytest.mark.parametrize(("address", "id"), PAGES)
def test_nothing_lies_outside_the_window(
    qtbot: Any, sessie: Session, address: str, id: int | None, size: tuple[int, int]
) -> None:
    fill_overleg(sessie.ledger)
    regels = [(each.id or 0, 100, None, None) for each in sessie.ledger.gemeenten]
    day = datetime.date(2023, 5, 2)
    import_taakstelling(sessie.ledger, periode=sessie.periode, datum=day, landelijk=None, bron="", regels=regels)
    make_herverdeling(sessie.ledger, sessie.periode, [Deel("Almelo", "Borne", 10)])
    shell = window(qtbot, sessie, address, id)
    shell.resize(*size)
    if isinstance(shell.page, ListScreen):
        shell.page.table.view.setFocus()
        shell.page._show_detail()
        assert shell.page.panel.isVisible()

    def settled() -> None:  # what is heavy comes after the page
        assert shell.width() == size[0]
        assert not [(type(each).__name__, each.accessibleName()) for each in outside(shell)]
        buttons = [each for each in shell.page.findChildren(QPushButton) if each.isVisible()]
        narrow = [each.accessibleName() for each in buttons if each.width() < each.minimumSizeHint().width()]
        assert buttons and not narrow

    qtbot.wait(300)
    qtbot.waitUntil(settled)


@pytest.mark.parametrize(("address", "name"), [(OVERLEGGEN, "Agenda"), ("overleg/Reeksen", "Vaste punten")])
def test_every_word_of_a_table_can_be_read(qtbot: Any, sessie: Session, address: str, name: str) -> None:
    fill_overleg(sessie.ledger)
    shell = window(qtbot, sessie, address, 1)
    shell.resize(800, 600)
    qtbot.wait(50)
    table = card(shell, name)
    view, last = table.table.view, len(table.model.fields) - 1
    titel = [each.name for each in table.model.fields].index("titel")
    widest = max(
        view.fontMetrics().horizontalAdvance(word) for each in table.model.records for word in each.titel.split()
    )
    assert view.columnWidth(titel) > widest
    view.setCurrentIndex(table.model.index(0, last))  # by key or by the bar one comes to the last column
    assert view.visualRect(table.model.index(0, last)).right() <= view.maximumViewportSize().width()


@pytest.mark.parametrize("address", ["acties/Acties", "acties/Register"])
def test_what_was_chosen_can_be_read(qtbot: Any, sessie: Session, address: str) -> None:
    fill_overleg(sessie.ledger)
    shell = window(qtbot, sessie, address)
    shell.setFixedWidth(700)
    qtbot.wait(50)
    boxes = [each for each in shell.page.findChildren(QComboBox) if each.isVisible()]
    assert len(boxes) == 3 and not [each.accessibleName() for each in boxes if each.width() < each.sizeHint().width()]
    assert not [type(each).__name__ for each in outside(shell)]


DAY_LINES = ["opvang/Locaties", "opvang/Planning", "opvang/Stand", "woonvormen/Projecten"]


@pytest.mark.parametrize("address", DAY_LINES)
def test_what_stands_beside_the_day_can_be_read(qtbot: Any, sessie: Session, address: str) -> None:
    fill_opvang(sessie.ledger)
    fill_projects(sessie.ledger)
    shell = window(qtbot, sessie, address)
    shell.setFixedSize(800, 600)
    qtbot.wait(100)
    line = next(each for each in shell.page.findChildren(DayLine) if each.isVisible())
    shown = [each for each in line.findChildren(QWidget) if each.isVisible()]
    read = [each for each in shown if isinstance(each, QComboBox | QPushButton | QLabel)]
    assert not [each.accessibleName() for each in read if each.width() < each.sizeHint().width()]
    assert not [type(each).__name__ for each in outside(shell)]


@pytest.mark.parametrize("width", [320, 900])
def test_the_chips_stand_in_the_middle_of_their_line(qtbot: Any, width: int) -> None:
    chips = [Chip(label, bool) for label in ("Nog te houden", "Vastgesteld", "Vervallen")]
    line = FilterLine("overleggen", chips, lambda _text, _keep: None)
    qtbot.addWidget(line)
    line.show()
    line.resize(width, line.heightForWidth(width) + 20)
    places = [each.geometry() for each in line.findChildren(QPushButton)]
    middle = (min(each.top() for each in places) + max(each.bottom() for each in places)) / 2
    assert (len({each.top() for each in places}) > 1) is (width == 320)
    assert abs(middle - line.search.geometry().center().y()) <= 1
