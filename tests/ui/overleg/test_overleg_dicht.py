"""A meeting that only is read, by keyboard: a key says why; the way to the list that is to be adopted; room."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from regietafel.actions.overleggen import adopt_verslag, begin_overleg, cancel_overleg, end_overleg
from regietafel.actions.verslag import fill_aanwezigheid, record_regel
from regietafel.domain.verslag import Verslagregel
from tests.ui.overleg_pages import FIRST, SECOND, card, go_to, key, points, titles
from tests.ui.pages import OVERLEGGEN
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.kit.table_card import TableCard

ADOPTED = "Het verslag van 04-03-2031 is vastgesteld en verandert niet meer. Heropen het overleg eerst."
CANCELLED = "Het overleg van 04-03-2031 is vervallen."
NO_DRAG = QAbstractItemView.DragDropMode.NoDragDrop
ENTER, UP = Qt.Key.Key_Return, Qt.Key.Key_Up


def refusals(sessie: Session) -> list[str]:
    found: list[str] = []
    sessie.refused.connect(found.append)
    return found


def held(sessie: Session) -> None:
    """The first meeting was held, with one decision and one action."""
    begin_overleg(sessie.ledger, FIRST)
    fill_aanwezigheid(sessie.ledger, FIRST)
    for soort, tekst in (("besluit", "Akkoord."), ("actie", "Bellen")):
        record_regel(sessie.ledger, Verslagregel(overleg_id=FIRST, soort=soort, tekst=tekst))
    end_overleg(sessie.ledger, FIRST)


def buttons(table: TableCard) -> list[QPushButton]:
    return [each for each in table.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize("why", [ADOPTED, CANCELLED])
def test_every_key_says_why_a_meeting_only_is_read(sessie: Session, shell: Shell, why: str) -> None:
    if why == ADOPTED:
        held(sessie)
        adopt_verslag(sessie.ledger, FIRST)
    else:
        fill_aanwezigheid(sessie.ledger, FIRST)
        cancel_overleg(sessie.ledger, FIRST, "")
    before, attendance = titles(sessie.ledger), [*sessie.ledger.aanwezigheden.where(overleg_id=FIRST)]
    told = refusals(sessie)
    go_to(points(shell), 2)
    for pressed in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert, ENTER):
        key(pressed)
    key(UP, Qt.KeyboardModifier.AltModifier)
    assert told == [why] * 5
    assert points(shell).table.view.dragDropMode() == NO_DRAG
    assert not buttons(points(shell))
    go_to(card(shell, "Aanwezig"), 1)
    for pressed in (Qt.Key.Key_F2, Qt.Key.Key_Delete, ENTER):
        key(pressed)
    assert told == [why] * 8
    assert titles(sessie.ledger) == before
    assert [*sessie.ledger.aanwezigheden.where(overleg_id=FIRST)] == attendance


def test_what_still_changes_can_be_dragged(shell: Shell) -> None:
    assert points(shell).table.view.dragDropMode() != NO_DRAG
    assert len(buttons(points(shell))) == 4


def test_enter_begins_nothing_in_an_adopted_list(sessie: Session, shell: Shell) -> None:
    held(sessie)
    adopt_verslag(sessie.ledger, FIRST)
    told = refusals(sessie)
    go_to(card(shell, "Actie- en besluitenlijst"), 0)
    key(ENTER)
    assert QApplication.activeModalWidget() is None
    assert told == ["Het verslag is vastgesteld en verandert niet meer. Heropen het overleg eerst."]
    shown = [each.text().strip() for each in buttons(card(shell, "Actie- en besluitenlijst"))]
    assert "Uitvoering beginnen…" in shown  # its button still does


def test_from_the_point_to_the_list_that_is_to_be_adopted(sessie: Session, shell: Shell) -> None:
    held(sessie)
    shell.open_record(OVERLEGGEN, SECOND)
    table = points(shell)
    row = next(n for n, each in enumerate(table.model.records) if each.verslag_van)
    go_to(table, row - 1)
    assert "Naar dat verslag" not in [each.text().strip() for each in buttons(table)]
    go_to(table, row)
    (way,) = [each for each in buttons(table) if each.text().strip() == "Naar dat verslag"]
    for _step in range(10):
        if QApplication.focusWidget() is not way:
            key(Qt.Key.Key_Tab)
    key(ENTER)
    assert shell.page.title == "Regietafel Twente van 4 maart 2031"


def test_buttons_go_below_each_other_where_there_is_no_room(qtbot: Any, sessie: Session, shell: Shell) -> None:
    held(sessie)
    shell.open_record(OVERLEGGEN, SECOND)
    row = next(n for n, each in enumerate(points(shell).model.records) if each.verslag_van)
    go_to(points(shell), row)
    QApplication.processEvents()
    assert len({each.y() for each in buttons(points(shell))}) == 1
    shell.resize(800, 700)  # as small as the window gets
    qtbot.waitUntil(lambda: len({each.y() for each in buttons(points(shell))}) == 2)
    assert all(points(shell).rect().contains(each.geometry()) for each in buttons(points(shell)))
