"""An agreement on its page, in the window: its whole life by what a user presses; what counts is the ledger."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from regietafel import reference
from regietafel.actions import herverdeling as actions
from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.regio import edit_regio
from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.regio import Adressaat
from regietafel.queries.herverdelingen import herverdelingen
from tests.core.agreements import bring_into_force
from tests.ui.agreement_page import fill, finish, in_dialog, next_step, page, press, primary, said, table, view
from tests.ui.herverdelingen.regio import ADDRESS, LONG, P, fill_region
from tests.ui.pages import window
from ui.kit.dialogs import EditDialog
from ui.kit.record import RecordScreen
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.kit.wizard import DraftWizard

DAY = datetime.date(2023, 9, 1)
NAMES = ("Almelo", "Borne", "Losser", "Wierden", "B&W <Zuid>", LONG)


@pytest.fixture
def sessie(session: Session) -> Session:
    fill_region(session.ledger, NAMES, [*reference.meegeleverd(Adressaat), *reference.meegeleverd(Procestermijn)])
    session.periode = P
    return session


@pytest.fixture
def id(sessie: Session) -> int:
    return actions.make_herverdeling(sessie.ledger, P, [Deel("Almelo", "Borne", 10)])


@pytest.fixture
def shell(qtbot: Any, sessie: Session, id: int) -> Shell:
    """The window, at the page of the agreement."""
    return window(qtbot, sessie, ADDRESS, id)


def until_in_table(qtbot: Any, shell: Shell) -> None:
    qtbot.waitUntil(lambda: shell.window().focusWidget() is table(shell).table.view)


def test_the_whole_life_of_an_agreement(shell: Shell, sessie: Session, id: int) -> None:
    assert shell._title.text() == "Herverdeling HV-2023-II-01" and primary(shell) == "Voorleggen…"
    assert "○ concept" in said(page(shell)) and "● concept" in said(page(shell))
    next_step(shell, finish(voorgelegd_op="21-8-2023"))
    assert [each.voorgelegd_op for each in view(sessie, id).behandelingen] == [datetime.date(2023, 8, 21)] * 2
    assert primary(shell) == "Besluit vastleggen…"
    next_step(shell, finish(besluit_op="1-9-2023", besluitnummer="2023-12", ondertekenaar="burgemeester"))
    next_step(shell, finish(besluit_op="2-9-2023"))
    first, second = view(sessie, id).behandelingen
    assert (first.besluitnummer, first.ondertekenaar, second.besluit_op) == (
        "2023-12",
        "burgemeester",
        DAY.replace(day=2),
    )
    assert view(sessie, id).stand is Status.BESLOTEN and primary(shell) == "Bekendmaking vastleggen…"
    next_step(shell, finish(bekendgemaakt_op="5-9-2023", vindplaats="Gemeenteblad 2023, 1"))

    def last(dialog: EditDialog) -> None:
        fill(dialog, bekendgemaakt_op="6-9-2023", vindplaats="Gemeenteblad 2023, 2")
        dialog.accept()
        assert dialog.isVisible() and "7 september 2023" in dialog.question.text
        assert view(sessie, id).in_werking_op is None
        dialog.accept()

    next_step(shell, last)
    assert view(sessie, id).in_werking_op == datetime.date(2023, 9, 7) and sessie.ledger.undo_label is None
    assert "● in werking" in said(page(shell)) and primary(shell) == "Kennisgeving vastleggen…"
    next_step(shell, finish(datum="8-9-2023", wijze="e-mail", vro=False))
    assert {each.aan for each in view(sessie, id).kennisgevingen} == set(ADRESSATEN) - {"vro"}
    next_step(shell, finish(datum="9-9-2023"))
    assert view(sessie, id).stand is Status.GEMELD and primary(shell) == "COA heeft geantwoord…"
    next_step(shell, finish(datum="3-10-2023"))
    assert view(sessie, id).stand is Status.VERWERKT and not primary(shell)
    assert "✓ verwerkt" in said(page(shell)) and "Vervolgafspraak maken" in buttons(shell)


def buttons(shell: Shell) -> set[str]:
    QApplication.processEvents()
    return {each.text().strip() for each in page(shell).findChildren(QPushButton) if each.isVisible()}


def test_before_what_cannot_be_undone_one_is_asked(qtbot: Any, shell: Shell, sessie: Session, id: int) -> None:
    facts = [replace(each, besluit_op=DAY) for each in view(sessie, id).behandelingen]
    record_behandelingen(sessie.ledger, [replace(facts[0], bekendgemaakt_op=DAY), facts[1]])

    def try_out(dialog: EditDialog) -> None:
        assert dialog.verb.isDefault()
        fill(dialog, bekendgemaakt_op="1-1-2100")
        dialog.accept()
        assert "toekomst" in said(dialog) and dialog.question.isHidden()
        fill(dialog, bekendgemaakt_op="5-9-2023")
        dialog.accept()
        assert "treedt in werking op 6 september 2023" in dialog.question.text
        assert "kan niet ongedaan worden gemaakt" in dialog.question.text
        assert not dialog.verb.isDefault() and dialog.focusWidget() is dialog.cancel
        assert dialog.verb.text() == "In werking laten treden"
        fill(dialog, bekendgemaakt_op="7-9-2023")
        assert dialog.question.isHidden() and dialog.verb.text() == "Vastleggen"
        dialog.accept()
        assert "8 september 2023" in dialog.question.text
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    next_step(shell, try_out)
    assert view(sessie, id).in_werking_op is None and view(sessie, id).stand is Status.BESLOTEN


def test_one_refusal_says_what_falls_away_and_goes_on_without(
    qtbot: Any, shell: Shell, sessie: Session, id: int
) -> None:
    agreed = Bepalingen(toelichting="Borne bouwt.")
    big = actions.make_herverdeling(
        sessie.ledger, P, [Deel("Almelo", "Borne", 10), Deel("Losser", "Wierden", 5)], agreed
    )
    shell.open_record(ADDRESS, big)
    next_step(shell, finish(voorgelegd_op="21-8-2023"))

    def refuse(dialog: EditDialog) -> None:
        fill(dialog, partij="Wierden", besluit_op="1-9-2023", geweigerd=True)
        dialog.accept()
        assert "de reden" in said(dialog)
        fill(dialog, reden="Geen woningen")
        dialog.accept()

    next_step(shell, refuse)
    text = said(page(shell))
    assert "Het college van Wierden weigert. Daarmee vervalt de hele afspraak." in text
    assert "Wat wegvalt: Losser → Wierden 5. Zonder Wierden blijft over: Almelo → Borne 10." in text
    assert ("✕ geweigerd" in text and "Er lopen geen termijnen." in text) or shell
    assert primary(shell) == "Nieuw concept zonder Wierden"
    shell._primary.click()
    QApplication.processEvents()
    newest = herverdelingen(sessie.ledger)[0]
    assert newest.delen == (Deel("Almelo", "Borne", 10),) and newest.toelichting == "Borne bouwt."
    assert page(shell).identity == newest.id and newest.kenmerk in shell._title.text()
    (back,) = [each for each in page(shell).findChildren(QToolButton) if "Vervolg op" in each.accessibleName()]
    back.click()
    QApplication.processEvents()
    assert page(shell).identity == big and "Daarna gemaakt: HV-2023-II-03." in said(page(shell))
    assert not primary(shell)


def test_when_nothing_remains_it_says_so(shell: Shell, sessie: Session, id: int) -> None:
    first, _second = view(sessie, id).behandelingen
    record_behandelingen(sessie.ledger, [replace(first, besluit_op=DAY, geweigerd=True, reden="Vol")])
    assert "Zonder Almelo blijft er geen overdracht over." in said(page(shell)) and not primary(shell)

    in_dialog(finish(datum="2-9-2023", reden="Er blijft niets over."))
    press(shell, "Intrekken…")
    assert view(sessie, id).stand is Status.INGETROKKEN
    assert "Ingetrokken op 02-09-2023: Er blijft niets over." in said(page(shell))
    sessie.ledger.undo()
    assert view(sessie, id).stand is Status.GEWEIGERD and "weigert" in said(page(shell))


def test_a_row_is_edited_with_the_keyboard(qtbot: Any, shell: Shell, sessie: Session, id: int) -> None:
    until_in_table(qtbot, shell)
    shown = table(shell).table.view
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    in_dialog(finish(contact="afdeling Wonen", voorgelegd_op="21-8-2023"))
    qtbot.keyClick(shown, Qt.Key.Key_F2)
    assert [each.contact for each in view(sessie, id).behandelingen] == ["", "afdeling Wonen"]
    until_in_table(qtbot, shell)
    assert table(shell).current.gemeente == "Borne"  # the keyboard stays where it was
    in_dialog(finish(besluit_op="1-9-2023"))
    qtbot.keyClick(table(shell).table.view, Qt.Key.Key_Return)
    assert view(sessie, id).behandelingen[1].besluit_op == DAY
    sessie.ledger.undo()
    assert view(sessie, id).behandelingen[1].besluit_op is None


def test_what_is_in_force_changes_only_beside_the_decision(qtbot: Any, shell: Shell, sessie: Session, id: int) -> None:
    bring_into_force(sessie.ledger, id, DAY)

    def number(dialog: EditDialog) -> None:
        assert not dialog.findChildren(QLineEdit, "besluit_op")
        fill(dialog, besluitnummer="2023-99")
        dialog.accept()

    in_dialog(number)
    qtbot.keyClick(table(shell).table.view, Qt.Key.Key_F2)
    assert view(sessie, id).behandelingen[0].besluitnummer == "2023-99"
    assert "Wijzigen…" in buttons(shell)
    assert not buttons(shell) & {"Verwijderen", "Intrekken…", "Besluit vastleggen…", "Bekendmaking vastleggen…"}


def test_a_kennisgeving_is_acknowledged_and_taken_out(shell: Shell, sessie: Session, id: int) -> None:
    bring_into_force(sessie.ledger, id, DAY)
    next_step(shell, finish(datum="2-9-2023", provincie=False, aenm=False, vro=False))

    def tool(name: str) -> QToolButton:
        QApplication.processEvents()
        tools = [each for each in page(shell).findChildren(QToolButton) if each.isVisible()]
        return next(each for each in tools if each.accessibleName() == name)

    in_dialog(finish(ontvangst_op="4-9-2023"))
    tool("Wijzigen…: Het COA").click()
    assert view(sessie, id).kennisgevingen[0].ontvangst_op == datetime.date(2023, 9, 4)
    QApplication.processEvents()
    assert "ontvangst bevestigd op 04-09-2023" in said(page(shell))
    in_dialog(finish(datum="5-10-2023", afgekeurd=True, reden="De som klopt niet"))
    press(shell, "COA heeft geantwoord…")
    assert view(sessie, id).stand is Status.AFGEKEURD
    assert "Het COA heeft de herverdeling afgekeurd: De som klopt niet." in said(page(shell))
    tool("Verwijderen: 05-10-2023").click()
    QApplication.processEvents()
    tool("Verwijderen: Het COA").click()
    assert not view(sessie, id).kennisgevingen and view(sessie, id).stand is Status.IN_WERKING


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)])
def test_back_to_the_list(qtbot: Any, shell: Shell, id: int, key: Any) -> None:
    assert shell._back.isVisible() and not shell._tabs.isVisible() and not shell._chooser.isVisible()
    until_in_table(qtbot, shell)
    qtbot.keyClick(table(shell).table.view, *(key if isinstance(key, tuple) else (key,)))
    assert not isinstance(shell.page, RecordScreen) and shell._title.text() == "Herverdelingen"
    assert shell._tabs.isVisible() and not shell._back.isVisible()
    listing: Any = shell.page
    assert listing.current.id == id
    qtbot.keyClick(listing.table.view, Qt.Key.Key_Return)
    assert page(shell).identity == id


def test_a_concept_that_is_thrown_away_leads_back(qtbot: Any, shell: Shell, sessie: Session, id: int) -> None:
    press(shell, "Verwijderen")
    qtbot.waitUntil(lambda: not isinstance(shell.page, RecordScreen))
    assert not herverdelingen(sessie.ledger)
    sessie.ledger.undo()
    shell.open_record(ADDRESS, id)
    assert shell._title.text() == "Herverdeling HV-2023-II-01"


def test_a_follow_up_is_opened(shell: Shell, sessie: Session, id: int) -> None:
    bring_into_force(sessie.ledger, id, DAY)
    press(shell, "Vervolgafspraak maken")
    (wizard,) = page(shell).findChildren(DraftWizard)
    for _step in range(3):
        wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    QApplication.processEvents()
    newest = herverdelingen(sessie.ledger)[0]
    assert newest.vervolg_op == "HV-2023-II-01" and page(shell).identity == newest.id
    assert "HV-2023-II-01" in said(page(shell))


def test_what_takes_long_comes_after_the_page(qtbot: Any, shell: Shell) -> None:
    def complete() -> bool:
        text = said(page(shell))
        parts = ("Van wie naar wie", "Gezamenlijk besluit", "✓ klopt", "In werking, voor het einde van het halfjaar")
        return all(part in text for part in parts)

    shell.resize(1280, 3000)
    qtbot.waitUntil(complete)
    assert "Nog open: " in said(page(shell)) and "Herverdeling HV-2023-II-01 gemaakt" in said(page(shell))


def test_everything_has_a_name_and_texts_are_literal(shell: Shell, sessie: Session) -> None:
    id = actions.make_herverdeling(sessie.ledger, P, [Deel(LONG, "Borne", 10)], Bepalingen(toelichting="<b>Vet</b>"))
    shell.open_record(ADDRESS, id)
    shell.resize(1024, 700)
    QApplication.processEvents()
    assert page(shell).width() <= 1024 - 200 and "<b>Vet</b>" in said(page(shell))
    stops = [
        each
        for each in page(shell).findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert stops and all(each.accessibleName() for each in stops)
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in page(shell).findChildren(QLabel) if each.text())


def test_an_ampersand_is_a_sign_like_any_other(shell: Shell, sessie: Session) -> None:
    delen = [Deel("Almelo", "B&W <Zuid>", 1), Deel("Almelo", "Borne", 1)]
    id = actions.make_herverdeling(sessie.ledger, P, delen)
    shell.open_record(ADDRESS, id)

    def look(dialog: EditDialog) -> None:
        boxes = [each.text() for each in dialog.findChildren(QCheckBox)]
        assert "College van B&&W <Zuid>" in boxes  # && is how Qt writes &
        dialog.accept()

    next_step(shell, look)
    facts = {each.gemeente: each.behandeling for each in view(sessie, id).partijen}
    record_behandelingen(
        sessie.ledger,
        [replace(facts["B&W <Zuid>"], voorgelegd_op=DAY, besluit_op=DAY, geweigerd=True, reden="Vol")],
    )
    assert primary(shell) == "Nieuw concept zonder B&&W <Zuid>"
    assert shell._primary.accessibleName() == "Nieuw concept zonder B&W <Zuid>"


def test_who_may_only_read_is_offered_nothing(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, shell: Shell, sessie: Session, id: int
) -> None:
    monkeypatch.setattr(sessie.ledger, "read_only", "alleen lezen")
    shell.open_record(ADDRESS, id)
    QApplication.processEvents()
    assert not primary(shell)
    assert {"Documenten bekijken", "Documenten maken…", "Openbare versie…"} >= {
        each for each in buttons(shell) if each not in {"Tabel", "Kopiëren als afbeelding", "Opslaan als…"}
    }


def test_what_was_withdrawn_offers_no_documents(shell: Shell, sessie: Session, id: int) -> None:
    shell.open_record(ADDRESS, id)
    QApplication.processEvents()
    assert "Documenten bekijken" in buttons(shell)
    actions.withdraw_herverdeling(sessie.ledger, id, DAY, "De tafel ziet ervan af")
    QApplication.processEvents()
    assert not {"Documenten bekijken", "Documenten maken…"} & set(buttons(shell))
    assert "er zijn geen documenten meer" in said(page(shell))


def test_another_change_shows_at_once(shell: Shell, sessie: Session, id: int) -> None:
    actions.edit_herverdeling(sessie.ledger, id, [Deel("Almelo", "Borne", 11)])
    assert "Almelo → Borne 11" in said(page(shell))
    (regio,) = sessie.ledger.regio
    edit_regio(sessie.ledger, replace(regio, naam="Regietafel Achterhoek"))
    assert isinstance(shell.page, RecordScreen)
