"""The place Acties in the window: from an action to its meeting and back, from a knelpunt to what helps and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from regietafel.actions.verslag import set_kennislinks
from regietafel.queries.verslag import open_acties, register
from tests.ui.acties_pages import BRIEF, DAG, KNELPUNT, Typing, fill_meetings, key, press, typing
from tests.ui.names import nameless
from tests.ui.pages import gemeente, said, window
from ui.kit.session import Session
from ui.overlegplekken import ACTIES


@pytest.fixture
def sessie(sessie: Session) -> Session:
    fill_meetings(sessie.ledger)
    sessie.op = DAG
    return sessie


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Typing:
    return typing(monkeypatch)


def test_from_an_action_to_its_meeting_and_back(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie, "acties/Acties")
    key(shell, Qt.Key.Key_Down)
    key(shell, Qt.Key.Key_Return)
    assert shell.page.is_record and "5 juni 2023" in shell.page.title
    key(shell, Qt.Key.Key_Escape)
    assert not shell.page.is_record


def test_the_page_of_a_party_and_back_to_its_row(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie, "acties/Per partij")
    key(shell, Qt.Key.Key_Down)
    key(shell, Qt.Key.Key_Return)
    assert shell.page.is_record and shell.page.title == "Borne"
    key(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page: Any = shell.page
    assert page.current.partij == "Borne"


def test_from_a_knelpunt_to_what_helps_and_back(qtbot: Any, sessie: Session) -> None:
    set_kennislinks(sessie.ledger, KNELPUNT, [1])
    shell = window(qtbot, sessie, "acties/Register")
    page: Any = shell.page
    page.select(KNELPUNT)
    press(shell, "Maatregel openen: Woningdelen")
    there: Any = shell.page
    assert there.title == "Kennis" and there.current.titel == "Woningdelen"
    press(shell, "Knelpunt openen: Te weinig woningen voor grote gezinnen")
    back: Any = shell.page
    assert back is page and page.current.id == KNELPUNT


def test_what_one_comes_for_is_not_hidden_by_what_was_typed_before(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie, "acties/Register")
    page: Any = shell.page
    page.filter.search.setText("uitruil")
    assert KNELPUNT not in ids(page.model.records)
    shell.go("acties/Kennis")
    sessie.record_requested.emit("acties/Register", KNELPUNT)
    QApplication.processEvents()
    assert page.isVisible() and page.current.id == KNELPUNT
    page.filter.search.setText("grote gezinnen")
    sessie.record_requested.emit("acties/Register", KNELPUNT)
    assert page.filter.search.text() == "grote gezinnen"  # it does not hide that row


def test_what_is_done_leaves_the_next_agenda_and_stays_in_the_register(
    qtbot: Any, sessie: Session, type_in: Typing
) -> None:
    ledger = sessie.ledger
    shell = window(qtbot, sessie, "acties/Acties")
    assert BRIEF in ids(open_acties(ledger, DAG, 2))
    key(shell, Qt.Key.Key_Down)
    type_in(gereed_op="30-10-2023")
    key(shell, Qt.Key.Key_Space)
    assert BRIEF not in ids(open_acties(ledger, DAG, 2)) and BRIEF in ids(register(ledger, DAG))
    shell.go("acties/Register")
    page: Any = shell.page
    page.select(BRIEF)
    assert "✓ gereed op 30-10-2023" in said(page.panel)


@pytest.mark.parametrize("address", [*ACTIES.addresses])
def test_everything_tab_reaches_has_a_name(qtbot: Any, sessie: Session, address: str) -> None:
    shell = window(qtbot, sessie, address)
    page: Any = shell.page
    page.select(page.listing.identity(page.model.records[0]))
    QApplication.processEvents()
    assert not nameless(shell)


def test_everything_on_the_page_of_a_party_has_a_name(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie, "acties/Per partij")
    sessie.record_requested.emit("acties/Per partij", (gemeente(sessie.ledger, "Almelo"), "Almelo"))
    QApplication.processEvents()
    assert shell.page.title == "Almelo" and not nameless(shell)


def ids(rows: Sequence[Any]) -> set[int]:
    return {each.id for each in rows}
