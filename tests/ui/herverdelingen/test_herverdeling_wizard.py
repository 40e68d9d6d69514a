"""Make and change a herverdeling as a user does; what counts is what is in the ledger afterwards."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from regietafel.actions import boekingen
from regietafel.actions import herverdeling as actions
from regietafel.actions.regio import edit_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import REGELS
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core.agreements import bring_into_force
from tests.ui.herverdelingen.regio import LONG, P, fill_region
from tests.ui.herverdelingen.wizard_pages import NAMES, at_overdrachten, problem, put, rule, step, to_controle, views
from ui.kit.session import Session
from ui.kit.table_view import RecordView
from ui.kit.wizard import DraftWizard
from ui.wizards.herverdeling import open_herverdeling

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sessie(session: Session) -> Session:
    fill_region(session.ledger, NAMES)
    session.periode = P
    return session


@pytest.fixture
def type_(qtbot: Any) -> Callable[..., None]:
    """Send keys to where a keyboard would: to the list that popped up, otherwise to what has the focus."""

    def target() -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        return widget

    def send(*keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        for key in keys:
            if isinstance(key, str):
                for sign in key:
                    qtbot.keyClicks(target(), sign)
            elif isinstance(key, tuple):
                qtbot.keyClick(target(), *key)
            else:
                qtbot.keyClick(target(), key)
            QApplication.processEvents()

    return send


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")  # the list that pops up, without a screen
def test_by_keyboard_only(sessie: Session, host: QWidget, type_: Callable[..., None]) -> None:
    made: list[int] = []
    wizard = open_herverdeling(sessie, host, made=made.append)
    QApplication.processEvents()
    forward = (Qt.Key.Key_Return, CONTROL)
    type_(forward, "enschede", Qt.Key.Key_Tab, "bor", Qt.Key.Key_Tab, "10", Qt.Key.Key_Return)
    type_("almelo", Qt.Key.Key_Tab, "hengelo", Qt.Key.Key_Tab, "7", Qt.Key.Key_Return)
    type_("losser", (Qt.Key.Key_Delete, CONTROL))
    assert rule(wizard) == "✓ De som over de gemeenten blijft 400."
    type_(forward)
    assert wizard.currentId() == 2
    type_(forward)
    assert wizard.currentId() == 3
    type_("Borne bouwt.", forward)
    (view,) = views(sessie)
    assert view.delen == (Deel("Enschede", "Borne", 10), Deel("Almelo", "Hengelo", 7))
    assert view.kenmerk == "HV-2023-II-01" and view.toelichting == "Borne bouwt." and view.periode == P
    assert made == [view.id] and not any(each.isVisible() for each in host.findChildren(DraftWizard))
    sessie.ledger.undo()
    assert not views(sessie)


def test_the_gevolgen_follow_what_is_typed(sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "10"), ("B&W <Zuid>", "=1+1", "3"))
    table, totals = wizard.currentPage().findChildren(RecordView)
    shown = [[table.model().index(row, column).data() for column in range(4)] for row in range(4)]
    assert shown[0] == ["Enschede", "100", "−10", "90"] and shown[1] == ["Borne", "100", "+10", "110"]
    assert shown[2] == ["B&W <Zuid>", "100", "−3", "97"] and shown[3] == ["=1+1", "100", "+3", "103"]
    assert [totals.model().index(0, column).data() for column in range(4)] == ["Totaal", "400", "0", "400"]
    wizard.leave()


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([("Borne", "Borne", "1")], "Borne kan niet aan zichzelf overdragen."),
        ([("Borne", "Almelo", "0")], "moet een geheel aantal groter dan 0 zijn."),
        ([("Borne", "Almelo", "-4")], "moet een geheel aantal groter dan 0 zijn."),
        ([("Borne", "Almelo", "2"), ("Almelo", "Borne", "1")], "staat meer dan één overdracht"),
        ([("Borne", "Almelo", "101")], "heeft in 2023-II een taakstelling van 100 en kan er geen 101 afstaan."),
        ([("Borne", "Almelo", "tien")], "Overdracht 1: Personen: “tien” is niet te lezen"),
        ([("Borne", "", "1")], "Overdracht 1: kies de gemeente die overneemt."),
        ([("", "Borne", "1")], "Overdracht 1: kies de gemeente die overdraagt."),
        ([("Borne", "Almelo", "")], "Overdracht 1: vul in hoeveel personen."),
        ([("Borne", "Atlantis", "1")], "“Atlantis” is geen gemeente met een taakstelling in 2023-II"),
        ([], "Kies wie overdraagt, aan wie, en hoeveel personen."),
    ],
)
def test_what_is_wrong_is_said_at_once_and_keeps_one_here(
    sessie: Session, host: QWidget, lines: list[tuple[str, str, str]], sentence: str
) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, *lines)
    assert sentence in rule(wizard)
    wizard.next()
    assert wizard.currentId() == 1 and problem(wizard)
    assert not views(sessie)
    wizard.leave()


def test_every_rule_has_its_sentence_on_the_checklist(sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "1"))
    to_controle(wizard)
    texts = [label.text() for label in wizard.currentPage().findChildren(QLabel)]
    assert texts.count("✓ klopt") == len(REGELS) and {regel.zin for regel in REGELS} <= set(texts)
    assert {f"Bron: {regel.bron}" for regel in REGELS} <= set(texts)
    assert any("Borne neemt 1 persoon over van Enschede." in text for text in texts)
    assert any("De taakstelling van Enschede gaat van 100 naar 99." in text for text in texts)
    assert any("Samen blijft de taakstelling 200." in text for text in texts)
    wizard.leave()


def test_a_rule_that_only_warns_does_not_hinder(sessie: Session, host: QWidget) -> None:
    boekingen.record_beginstand(sessie.ledger, Beginstand(gemeente_id=4, periode=P, aantal=5, bron="COA"))
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "1"))
    to_controle(wizard)
    text = wizard.currentPage().findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("In ruil voor opvangplekken.")
    texts = [label.text() for label in wizard.currentPage().findChildren(QLabel)]
    assert texts.count("▲ let op") == 1 and any("de achterstand blijft waar zij is" in text for text in texts)
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert len(views(sessie)) == 1


def test_longer_than_one_halfjaar_wants_a_reason_and_consultation(sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "1"))
    wizard.next()
    page = wizard.currentPage()
    until, consulted = page.findChild(QComboBox, "tot_en_met"), page.findChild(QLineEdit, "overleg")
    assert isinstance(until, QComboBox) and isinstance(consulted, QLineEdit)
    assert until.currentText() == "2023-II, alleen dit halfjaar" and not consulted.isVisible()
    assert page.findChild(QCheckBox, "buiten_tafel") is None  # all are members
    until.setCurrentText("2024-II")
    assert consulted.isVisible()
    wizard.next()
    assert wizard.currentId() == 2 and "Vul waarom langer dan één halfjaar in." in problem(wizard)
    reason = page.findChild(QPlainTextEdit, "reden_langer")
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("Er is één locatie.")
    consulted.setText("12 september 2023, met het COA")
    clause = page.findChild(QCheckBox, "bezwaarclausule")
    assert isinstance(clause, QCheckBox) and "juridisch toetsen" in clause.accessibleDescription()
    clause.setChecked(True)
    wizard.next()
    wizard.back()
    assert until.currentText() == "2024-II" and consulted.text().startswith("12 september")
    wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    (view,) = views(sessie)
    assert view.herverdeling.bepalingen == Bepalingen(
        tot_en_met=Periode(2024, 2),
        reden_langer="Er is één locatie.",
        overleg="12 september 2023, met het COA",
        bezwaarclausule=True,
    )


def test_a_party_from_outside_must_be_meant(sessie: Session, host: QWidget) -> None:
    edit_gemeente(sessie.ledger, dataclasses.replace(sessie.ledger.gemeenten.get(2), lid=False))
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "1"))
    assert rule(wizard).startswith("✓")
    wizard.next()
    wizard.next()
    assert wizard.currentId() == 2 and "Geen lid van deze regietafel: Borne." in problem(wizard)
    box = wizard.currentPage().findChild(QCheckBox, "buiten_tafel")
    assert isinstance(box, QCheckBox) and "Geen lid: Borne." in box.accessibleDescription()
    box.setChecked(True)
    wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert views(sessie)[0].herverdeling.buiten_tafel


def test_a_follow_up_begins_with_what_was_agreed(sessie: Session, host: QWidget) -> None:
    id = actions.make_herverdeling(sessie.ledger, P, [Deel("Enschede", "Borne", 10)])
    bring_into_force(sessie.ledger, id, datetime.date(2023, 9, 1))
    wizard = open_herverdeling(sessie, host, vervolg_op_id=id)
    assert wizard.windowTitle() == "Vervolg op HV-2023-II-01"
    wizard.next()
    assert step(wizard)._regels[0].texts == ("Enschede", "Borne", "10")
    to_controle(wizard)
    wizard.button(wizard.WizardButton.FinishButton).click()
    newest, first = views(sessie)
    assert newest.vervolg_op == first.kenmerk and first.vervolgen == (newest.kenmerk,)


def test_leaving_asks_and_writes_nothing(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()  # nothing was typed
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "10"))
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible() and step(wizard)._regels[0].texts == ("Enschede", "Borne", "10")
    (leave,) = [each for each in wizard.findChildren(QPushButton) if each.text() == "Stoppen"]
    leave.click()
    assert not wizard.isVisible() and not views(sessie)


def test_changes_an_agreement_in_preparation(sessie: Session, host: QWidget) -> None:
    id = actions.make_herverdeling(sessie.ledger, P, [Deel("Enschede", "Borne", 10)], Bepalingen(toelichting="Eerst."))
    wizard = open_herverdeling(sessie, host, herverdeling_id=id)
    assert wizard.windowTitle() == "Herverdeling HV-2023-II-01 wijzigen"
    assert step(wizard)._regels[0].texts == ("Enschede", "Borne", "10") and len(wizard.pageIds()) == 3
    assert rule(wizard) == "✓ De som over de gemeenten blijft 200."
    put(wizard, ("Enschede", "Borne", "12"), ("Almelo", "Losser", "1.0"))
    assert "niet te lezen" in rule(wizard)
    put(wizard, ("Enschede", "Borne", "12"), ("Almelo", "Losser", "1"))
    to_controle(wizard)
    text = wizard.currentPage().findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit) and text.toPlainText() == "Eerst."
    text.setPlainText("Nader besproken.")
    wizard.button(wizard.WizardButton.FinishButton).click()
    (view,) = views(sessie)
    assert (view.id, view.kenmerk) == (id, "HV-2023-II-01") and view.toelichting == "Nader besproken."
    assert view.delen == (Deel("Enschede", "Borne", 12), Deel("Almelo", "Losser", 1))
    sessie.ledger.undo()
    assert views(sessie)[0].delen == (Deel("Enschede", "Borne", 10),) and views(sessie)[0].toelichting == "Eerst."


def test_needs_a_taakstelling(qapp: QApplication, host: QWidget) -> None:
    empty = Session(Ledger.in_memory(), P)
    with pytest.raises(RegietafelError, match="Lees eerst een taakstelling in"):
        open_herverdeling(empty, host)
    empty.close()


def test_another_periode_keeps_what_was_typed(sessie: Session, host: QWidget) -> None:
    later = P.next
    regels = [(2, 5, None, None), (4, 50, None, None)]
    import_taakstelling(
        sessie.ledger, periode=later, datum=datetime.date(2023, 10, 1), landelijk=None, bron="", regels=regels
    )
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Almelo", "Borne", "10"))
    wizard.back()
    box = wizard.currentPage().findChild(QComboBox, "periode")
    assert isinstance(box, QComboBox) and box.currentText() == "2023-II"
    box.setCurrentText(str(later))
    wizard.next()
    assert step(wizard)._regels[0].texts == ("", "Borne", "10")  # Almelo cannot be chosen there
    assert [step(wizard)._regels[0].van.itemText(place) for place in range(2)] == ["Borne", "Enschede"]
    put(wizard, ("Enschede", "Borne", "10"))
    assert rule(wizard) == "✓ De som over de gemeenten blijft 55."
    to_controle(wizard)
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert views(sessie)[0].periode == later


def test_warns_for_another_agreement_in_preparation(sessie: Session, host: QWidget) -> None:
    actions.make_herverdeling(sessie.ledger, P, [Deel("Enschede", "Borne", 10)])
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Losser", "10"))
    to_controle(wizard)
    texts = [label.text() for label in wizard.currentPage().findChildren(QLabel)]
    assert any("HV-2023-II-01 is ook nog in voorbereiding" in text for text in texts)
    wizard.leave()


def test_texts_are_literal_and_inputs_have_names(sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("B&W <Zuid>", LONG, "3"), ("=1+1", "Borne", "2"))
    assert rule(wizard).startswith("✓")
    names = [widget.accessibleName() for regel in step(wizard)._regels for widget in (regel.van, regel.naar)]
    assert names == ["Van, overdracht 1", "Aan, overdracht 1", "Van, overdracht 2", "Aan, overdracht 2"]
    assert step(wizard)._regels[1].aantal.accessibleName() == "Personen, overdracht 2"
    to_controle(wizard)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in wizard.findChildren(QLabel) if label.text())
    summary = wizard.currentPage().findChild(QLabel, "samenvatting")
    assert isinstance(summary, QLabel) and f"{LONG} neemt 3 personen over van B&W <Zuid>." in summary.text()
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert views(sessie)[0].delen == (Deel("B&W <Zuid>", LONG, 3), Deel("=1+1", "Borne", 2))


def test_control_delete_removes_the_line_from_every_input(
    sessie: Session, host: QWidget, type_: Callable[..., None]
) -> None:
    wizard = at_overdrachten(sessie, host)
    for name in ("van", "naar", "aantal", "remove"):
        put(wizard, ("Enschede", "Borne", "10"), ("Almelo", "Losser", "12"))
        getattr(step(wizard)._regels[1], name).setFocus()
        type_((Qt.Key.Key_Delete, CONTROL))
        assert [regel.texts for regel in step(wizard)._regels] == [("Enschede", "Borne", "10")], name
        focused = QApplication.focusWidget()
        assert focused is not None and step(wizard)._regels[0].widget.isAncestorOf(focused)
    wizard.leave()


def test_a_line_can_be_removed_and_one_stays(sessie: Session, host: QWidget) -> None:
    wizard = at_overdrachten(sessie, host)
    put(wizard, ("Enschede", "Borne", "10"), ("Almelo", "Losser", "1"))
    for _time in range(3):
        remove = step(wizard)._regels[0].remove
        remove.click()
    assert [regel.texts for regel in step(wizard)._regels] == [("", "", "")]
    assert isinstance(step(wizard)._regels[0].aantal, QLineEdit)
    wizard.leave()
