"""What the tests of the place Overleg share: a series with meetings, the window at a page, and its tables."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from regietafel.actions.contacten import save_contact
from regietafel.actions.overleggen import make_overleggen
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.domain.contact import Contact
from regietafel.domain.overleg import Overlegreeks
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.overlegstaat import staat
from tests.ui.agreement_page import press
from ui.kit.ordered_table import OrderedTable
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.kit.table_card import TableCard

MAART, JUNI, SEPTEMBER = (datetime.date(2031, month, 4) for month in (3, 6, 9))
FIRST, SECOND, THIRD = 1, 2, 3


def fill_overleg(ledger: Ledger) -> None:
    """A series with three meetings to come, and the contacts of two gemeenten."""
    for id, naam in ((1, "Almelo"), (2, "Borne")):
        found = ledger.gemeenten.find(naam=naam)
        assert found is not None
        mail = f"bestuur{id}@example.nl"
        save_contact(
            ledger, Contact(gemeente_id=found.id, naam=f"burgemeester van {naam}", rol="bestuurder", e_mail=mail)
        )
    reeks = save_overlegreeks(
        ledger,
        Overlegreeks(
            naam="Regietafel Twente",
            soort="regietafel",
            locatie="Raadzaal",
            link="https://vergaderen.example.nl/tafel",
            voorzitter="burgemeester van Almelo",
        ),
    )
    make_overleggen(ledger, reeks.id or 0, [MAART, JUNI, SEPTEMBER])


def card(shell: Shell, name: str) -> TableCard:
    """The table of that name on the page."""
    QApplication.processEvents()
    found = [each for each in shell.page.findChildren(TableCard) if each.table.view.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def points(shell: Shell) -> OrderedTable:
    """The agenda on the page."""
    made = card(shell, "Agenda")
    assert isinstance(made, OrderedTable)
    return made


def go_to(table: TableCard, row: int) -> None:
    """Put the keyboard on a row. A dialog that was closed leaves its window only in a moment, without a screen."""
    view = table.table.view
    for _attempt in range(100):
        QTest.qWait(10)
        if QApplication.focusWidget() is view and QApplication.activeWindow() is view.window():
            break
        view.window().activateWindow()
        view.setFocus()
    view.setCurrentIndex(table.model.index(row, 0))


def key(pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, pressed, modifier)
    QApplication.processEvents()


def titles(ledger: Ledger, overleg_id: int = FIRST) -> list[str]:
    """The agenda as it is read."""
    return [f"{each.nummer} {each.titel}" for each in agenda(ledger, overleg_id)]


def state(sessie: Session, overleg_id: int = FIRST) -> str:
    return staat(sessie.ledger, overleg_id)


def more(shell: Shell, label: str) -> None:
    """Do what is in the menu."""
    with pytest.MonkeyPatch.context() as patch:  # without a screen no menu can keep the keyboard
        patch.setattr(QMenu, "popup", lambda menu, _place: menu.setProperty("popped", True))
        press(shell, "Meer")
    (menu,) = [each for each in shell.page.findChildren(QMenu) if each.property("popped")]
    menu.setProperty("popped", False)
    next(each for each in menu.actions() if each.text() == label).trigger()
    QApplication.processEvents()
