"""The day one looks at: chosen in one place, and every page that shows it follows."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from regietafel.i18n import today
from ui.kit.day_line import DayLine
from ui.kit.screen import Screen
from ui.kit.session import Session

DAG = datetime.date(2023, 10, 31)


class Dagen(Screen):
    """Remembers the days it was asked to show."""

    by_day = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, frozenset())
        self.seen: list[datetime.date] = []
        self.line = DayLine(self)
        self.column.addWidget(self.line)

    def refresh(self) -> None:
        self.seen.append(self.session.op)


@pytest.fixture
def page(qtbot: Any, session: Session) -> Dagen:
    made = Dagen(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_today(page: Dagen) -> None:
    assert page.seen == [today()]


def test_a_typed_day_is_shown_at_once(qtbot: Any, page: Dagen) -> None:
    page.line.day.setText("31-10-2023")
    qtbot.keyClick(page.line.day, Qt.Key.Key_Return)
    assert page.session.op == DAG and page.seen[1:] == [DAG]


def test_what_is_no_day_goes_back(qtbot: Any, page: Dagen) -> None:
    page.session.op = DAG
    page.line.day.setText("31-31-2023")
    qtbot.keyClick(page.line.day, Qt.Key.Key_Return)
    assert page.line.day.text() == "31-10-2023" and page.session.op == DAG


def test_months_go_by_key_and_by_button(qtbot: Any, page: Dagen) -> None:
    page.session.op = DAG
    with qtbot.waitActive(page):
        page.activateWindow()
    page.line.day.setFocus()
    qtbot.keyClick(page.line.day, Qt.Key.Key_PageUp)
    assert page.session.op == datetime.date(2023, 11, 30)
    (back,) = [each for each in page.findChildren(QToolButton) if each.accessibleName() == "Een maand eerder"]
    back.click()
    assert page.session.op == datetime.date(2023, 10, 30)
    assert page.line.day.text() == "30-10-2023"


def test_another_page_follows(qtbot: Any, page: Dagen, session: Session) -> None:
    other = Dagen(session)
    qtbot.addWidget(other)
    page.session.op = DAG
    assert other.seen == []  # nobody sees it yet
    other.show()
    assert other.seen == [DAG]
    assert [each.text() for each in other.findChildren(QLineEdit)] == ["31-10-2023"]


def test_other_choices_stand_on_the_line(qtbot: Any, page: Dagen) -> None:
    box = page.line.add_choice("Soort", {"Alles": None, "Azc": "azc"})
    tot = page.line.add_date("Tot", DAG)
    with qtbot.waitSignal(page.line.changed):
        tot.step(1)
    assert tot.dag == datetime.date(2023, 11, 30) and page.session.op == today()
    box.setCurrentIndex(1)
    with qtbot.waitSignal(page.line.changed):
        box.activated.emit(1)
    assert box.currentData() == "azc"
