"""Ticking off what arrived: many rows at once, pasted numbers, one step back, and a question before no way back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton

from regietafel.actions.behandeling import record_behandelingen, tick_off
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import add_meegeleverd
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.behandeling import Kennisgeving
from regietafel.domain.herverdeling import Deel
from regietafel.i18n import format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.core.snapshots import snapshot
from tests.ui.importing import P
from tests.ui.opvolging_pages import JULY, Filled, answering, begin, choose, decide_all, fact, space
from tests.ui.pages import ADDRESSES, said, shown, shown_active
from ui.app import PLACES, periodes, search_index
from ui.kit.dialogs import EditDialog
from ui.kit.record import RecordScreen
from ui.kit.session import Session
from ui.kit.ticking import TickScreen
from ui.main_window import MainWindow
from ui.wizards.opvolging import TickDialog


@pytest.fixture
def sessie(sessie: Session) -> Session:
    """Two agreements, laid before the colleges."""
    numbers = [(each.id or 0, 100, None, None) for each in sessie.ledger.gemeenten]
    import_taakstelling(sessie.ledger, periode=P, datum=JULY, landelijk=None, bron="", regels=numbers)
    add_meegeleverd(sessie.ledger)
    for delen in ([Deel("Enschede", "Borne", 10)], [Deel("Enschede", "Almelo", 4), Deel("Enschede", "Borne", 1)]):
        made = blad(sessie.ledger, make_herverdeling(sessie.ledger, P, delen))
        record_behandelingen(sessie.ledger, [replace(each, voorgelegd_op=JULY) for each in made.behandelingen])
    return sessie


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> TickScreen:
    made = shown_active(qtbot, ADDRESSES["herverdelingen/Opvolging"].build(sessie))
    assert isinstance(made, TickScreen)
    return made


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[Filled], list[str]]:
    return answering(monkeypatch)


def test_space_ticks_and_the_panel_says_what(qtbot: Any, page: TickScreen) -> None:
    space(page)
    assert len(page.ticked) == 1 and "Wat er al was" in said(page.panel)
    choose(page, 2, "besluit")
    assert len(page.ticked) == 4
    qtbot.waitUntil(lambda: {"4 regels gekozen", "HV-2023-II-02"} <= set(said(page.panel)))
    space(page)
    assert len(page.ticked) == 3


def test_ticks_stay_while_one_filters_and_sorts(page: TickScreen, qtbot: Any) -> None:
    choose(page, 2, "besluit")
    page.filter.search.setText("Borne")
    assert len(page.model.records) == 2 and len(page.ticked) == 3
    qtbot.keyClick(page.table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.ticked) == 4
    page.filter.search.clear()
    page._sort(0)
    chosen = page.table.view.selectionModel().selectedRows()
    assert {page.model.records[index.row()].id for index in chosen} == {each.id for each in page.ticked}
    page.table.view.clearSelection()
    assert not page.ticked and not page.table.view.selectionModel().selectedRows()


def test_every_row_that_is_shown_is_ticked_by_one_button(page: TickScreen) -> None:
    names = {each.accessibleName(): each for each in page.findChildren(QToolButton)}
    next(chip for chip in page.findChildren(QPushButton) if chip.text() == "Bekendmakingen").click()
    names["Alle regels kiezen (Ctrl+A)"].click()
    assert not page.ticked
    next(chip for chip in page.findChildren(QPushButton) if chip.text() == "Besluiten").click()
    names["Alle regels kiezen (Ctrl+A)"].click()
    assert len(page.ticked) == 5


def test_decisions_of_two_agreements_are_ticked_off_and_taken_back_together(
    page: TickScreen, sessie: Session, fill: Callable[[Filled], list[str]]
) -> None:
    before = snapshot(sessie.ledger)
    page.table.view.selectAll()

    def filled(dialog: TickDialog) -> None:
        dialog.form.editor("datum").setProperty("text", "4-7-2023")
        QApplication.clipboard().setText(
            "Gemeente\tKenmerk\tNummer\tDatum\n"
            "Borne\tHV-2023-II-02\t23-002\t5-7-2023\n"
            "Borne\tHV-2023-II-01\t23-001\n"
            "Hengelo\tHV-2023-II-01\t23-009\n"
        )
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert "Geen plaats gevonden voor: Hengelo HV-2023-II-01 23-009." in said(dialog)

    fill(filled)
    begin(page)
    borne = fact(sessie, 2, "Borne")
    assert borne == replace(borne, voorgelegd_op=JULY, besluit_op=datetime.date(2023, 7, 5), besluitnummer="23-002")
    assert fact(sessie, 1, "Borne").besluitnummer == "23-001"
    assert fact(sessie, 1, "Enschede").besluit_op == datetime.date(2023, 7, 4)
    assert {each.soort for each in page.model.records} == {"bekendmaking"} and not page.ticked
    assert sessie.ledger.undo_label == "5 afgevinkt: HV-2023-II-01 en HV-2023-II-02"
    sessie.ledger.undo()
    assert snapshot(sessie.ledger) == before
    assert {each.soort for each in page.model.records} == {"besluit"}


def test_the_last_bekendmaking_is_asked_about_in_the_dialog(
    qtbot: Any, page: TickScreen, sessie: Session, fill: Callable[[Filled], list[str]]
) -> None:
    decide_all(sessie, 1)
    choose(page, 1, "bekendmaking")
    before = snapshot(sessie.ledger)

    def asked(dialog: TickDialog) -> None:
        dialog.form.editor("datum").setProperty("text", "4-7-2023")

    words = fill(asked)
    begin(page)
    assert any("HV-2023-II-01 is dan compleet en treedt in werking op 5 juli 2023." in each for each in words)
    assert snapshot(sessie.ledger) == before

    def changed(dialog: TickDialog) -> None:
        asked(dialog)
        dialog.accept()
        assert dialog.verb.text() == "In werking laten treden" and not dialog.verb.isDefault()
        assert dialog.cancel.hasFocus() or not dialog.isActiveWindow()
        dialog.form.editor("datum").setProperty("text", "5-7-2023")
        assert dialog.verb.text() == "Afvinken" and dialog.question.isHidden()
        dialog.accept()
        assert snapshot(sessie.ledger) == before

    fill(changed)
    begin(page)
    assert blad(sessie.ledger, 1).in_werking_op == datetime.date(2023, 7, 6)
    assert sessie.ledger.undo_label is None
    assert [each.aan for each in page.model.records if each.herverdeling_id == 1] == ["coa", "provincie", "aenm", "vro"]


def test_a_mistake_stays_in_the_dialog_and_names_the_row(
    page: TickScreen, sessie: Session, fill: Callable[[Filled], list[str]]
) -> None:
    choose(page, 1, "besluit")
    before = snapshot(sessie.ledger)
    datum = 3

    def wrong(text: str) -> Filled:
        return lambda dialog: dialog.model.setData(dialog.model.index(1, datum), text)

    tomorrow = format_date(today() + datetime.timedelta(days=1))
    for text, sentence in (
        ("morgen", "Borne: Datum: “morgen” is niet te lezen"),
        (tomorrow, "Borne (HV-2023-II-01): "),
        ("1-7-2023", "Borne (HV-2023-II-01): Het college kan niet besluiten voor 03-07-2023"),
    ):
        words = fill(wrong(text))
        begin(page)
        assert any(sentence in each for each in words), words
        assert snapshot(sessie.ledger) == before


def test_those_told_get_the_same_way_of_sending_and_a_receipt_follows(
    page: TickScreen, sessie: Session, fill: Callable[[Filled], list[str]]
) -> None:
    decide_all(sessie, 1)
    facts = blad(sessie.ledger, 1).behandelingen
    tick_off(sessie.ledger, [replace(each, bekendgemaakt_op=JULY) for each in facts])
    choose(page, 1, "kennisgeving")

    def sent(dialog: TickDialog) -> None:
        dialog.form.editor("datum").setProperty("text", "6-7-2023")
        dialog.form.editor("wijze").setProperty("text", "e-mail")

    fill(sent)
    begin(page)
    told = blad(sessie.ledger, 1).kennisgevingen
    assert {(each.aan, each.datum.day, each.wijze) for each in told} == {
        (aan, 6, "e-mail") for aan in ("coa", "provincie", "aenm", "vro")
    }
    choose(page, 1, "ontvangst")
    choose(page, 1, "verwerking")
    fill(lambda dialog: dialog.form.editor("datum").setProperty("text", "10-7-2023"))
    begin(page)
    view = blad(sessie.ledger, 1)
    assert isinstance(view.kennisgevingen[0], Kennisgeving)
    assert all(each.ontvangst_op == datetime.date(2023, 7, 10) for each in view.kennisgevingen)
    assert [each.datum.day for each in view.verwerkingen] == [10] and view.status == "verwerkt"
    assert not [each for each in page.model.records if each.herverdeling_id == 1]


def test_lines_without_a_name_go_down_and_enter_does_too(qtbot: Any, page: TickScreen, sessie: Session) -> None:
    choose(page, 2, "besluit")
    dialog = TickDialog(sessie, page.ticked, page)
    qtbot.addWidget(dialog)
    dialog.show()
    nummer = 4
    model, table = dialog.model, dialog.table
    lost = model.paste("A-1\nA-2\nA-3\nA-4", model.index(1, nummer))
    assert [model.index(row, nummer).data() for row in range(3)] == ["", "A-1", "A-2"]
    assert lost == "Geen plaats gevonden voor: A-3 en A-4."
    table.setCurrentIndex(model.index(0, nummer))
    QApplication.clipboard().setText("C-1\nC-2\n")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = next(each for each in table.findChildren(QLineEdit) if each.isVisible())
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # in the input of a cell
    assert [model.index(row, nummer).data() for row in range(3)] == ["C-1", "C-2", "A-2"]
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in table.findChildren(QLineEdit)))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = next(each for each in table.findChildren(QLineEdit) if each.isVisible())
    qtbot.keyClicks(editor, "B-7")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1)
    assert model.index(0, nummer).data() == "B-7" and dialog.isVisible()
    assert model.data(model.index(0, nummer), Qt.ItemDataRole.AccessibleTextRole) == "Enschede, Besluitnummer: B-7"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert model.index(1, nummer).data() == ""
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    dialog.leave()


def test_nothing_chosen_says_how_to_choose(page: TickScreen, sessie: Session, qtbot: Any) -> None:
    page.table.view.setCurrentIndex(page.model.index(-1, -1))
    page.table.view.clearSelection()
    with qtbot.waitSignal(sessie.refused) as told:
        begin(page)
    assert "Kies eerst een of meer regels" in told.args[0]


def test_a_refusal_goes_through_its_own_dialog(
    page: TickScreen, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def exec_(dialog: EditDialog) -> int:
        asked.append(dialog.windowTitle())
        for name, value in (("besluit_op", "5-7-2023"), ("reden", "te veel")):
            dialog.form.editor(name).setProperty("plainText" if name == "reden" else "text", value)
        dialog.form.editor("geweigerd").setProperty("checked", True)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(EditDialog, "exec", exec_)
    choose(page, 1, "besluit")
    first = page.model.records[0]
    decide = next(each for each in page.listing.commands if each.label == "Besluit of weigering…")
    answer = next(each for each in page.listing.commands if each.label == "COA heeft geantwoord…")
    assert page.can_run(decide, first) and not page.can_run(answer, first)
    page.run(decide, first)
    assert asked == [f"Besluit vastleggen: {first.wie}"]
    assert fact(sessie, 1, first.wie).geweigerd and fact(sessie, 1, first.wie).reden == "te veel"
    assert {each.herverdeling_id for each in page.model.records} == {2} and not page.ticked


def test_a_row_leads_to_its_agreement(page: TickScreen, sessie: Session, qtbot: Any) -> None:
    row = page.model.records[0]
    with qtbot.waitSignal(sessie.record_requested) as asked:
        page.run(page.listing.commands[-1], row)
    assert asked.args == ["herverdelingen/Herverdelingen", row.herverdeling_id]


def test_nothing_waited_for_says_so(page: TickScreen, sessie: Session) -> None:
    for id in (1, 2):
        withdraw_herverdeling(sessie.ledger, id, JULY, "geen draagvlak")
    assert any("Er staat nu niets open." in each for each in said(page))


def test_the_whole_way_by_keyboard(
    qtbot: Any, sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the list to a ticked decision, to the agreement, and back by undo: without a mouse."""
    sessie.ledger.save_copy(path := tmp_path / "twente.regietafel")
    window = MainWindow(PLACES, periodes, search_index)
    qtbot.addWidget(window)
    window.open_file(path)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.shell
    window.shell.go("herverdelingen/Opvolging")
    page = window.shell.page
    assert isinstance(page, TickScreen)
    qtbot.waitUntil(page.table.view.hasFocus)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(page.table.view, key)
    chosen = [(each.herverdeling_id, each.gemeente_id) for each in page.ticked]
    assert len(chosen) == 2

    def exec_(dialog: TickDialog) -> int:
        dialog.show()
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        qtbot.waitUntil(dialog.form.editor("datum").hasFocus)
        editor = dialog.form.editor("datum")
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, "4-7-2023")
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        assert dialog.table.hasFocus() and dialog.table.currentIndex().isValid()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)
        assert dialog.cancel.hasFocus() or dialog.verb.hasFocus()
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return dialog.result()

    monkeypatch.setattr(TickDialog, "exec", exec_)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    ledger = window.shell.session.ledger
    assert {(each.herverdeling_id, each.gemeente_id) for each in ledger.behandelingen if each.besluit_op} == set(chosen)
    page.run(page.listing.commands[-1], page.model.records[0])
    assert isinstance(window.shell.page, RecordScreen)
    window.undo()
    assert not [each for each in ledger.behandelingen if each.besluit_op]
    window.close()


def test_a_file_to_read_offers_nothing_to_tick(qtbot: Any, sessie: Session, tmp_path: Path) -> None:
    sessie.ledger.save_copy(path := tmp_path / "twente.regietafel")
    reading = Session(Ledger.open_for_reading(path), P)
    page = shown(qtbot, reading, "herverdelingen/Opvolging")
    assert isinstance(page, TickScreen)
    offered = [each.label for each in page.listing.commands if page.can_run(each, page.model.records[0])]
    assert offered == ["Herverdeling openen"] and page.primary and not page.can_run(page.primary, None)
    reading.close()
