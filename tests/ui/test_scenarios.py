"""The page with scenario's: try out, compare, and make a concept or an annex of one."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWizard

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.regio import edit_gemeente, make_regio
from regietafel.actions.scenarios import make_scenario
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Realisatie
from regietafel.queries import herverdelingen
from regietafel.queries.scenarios import blad
from regietafel.queries.zoeken import filled
from tests.ui.importing import P
from tests.ui.pages import said
from ui.app import PLACES
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Command
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.screens.scenarios import ScenariosScreen

ADDRESSES = {address: page for place in PLACES for address, page in place.addresses.items()}
ADDRESS = "herverdelingen/Scenario's"


def cells(page: ScenariosScreen) -> list[list[str]]:
    """The table side by side, headings first."""
    assert page.beside.table is not None
    model = page.beside.table.view.model()
    columns = range(model.columnCount())
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    return [heads, *([str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount()))]


@pytest.fixture
def sessie(session: Session) -> Session:
    """Almelo, Borne and Enschede with their taakstelling."""
    make_regio(
        session.ledger,
        Regio(naam="Regietafel Twente"),
        [
            Gemeente(gm_code="GM0141", naam="Almelo"),
            Gemeente(gm_code="GM0147", naam="Borne"),
            Gemeente(gm_code="GM0153", naam="Enschede"),
        ],
    )
    numbers = [(1, 113, None, None), (2, 38, None, None), (3, 248, None, None)]
    day = datetime.date(2023, 5, 2)
    import_taakstelling(session.ledger, periode=P, datum=day, landelijk=None, bron="circulaire", regels=numbers)
    session.periode = P
    return session


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> ScenariosScreen:
    for id, aantal in ((1, 57), (2, 29), (3, 100)):
        counted = Realisatie(gemeente_id=id, periode=P, peildatum=datetime.date(2023, 10, 1), aantal=aantal)
        record_realisatie(sessie.ledger, counted)
    made = ADDRESSES[ADDRESS].build(sessie)
    assert isinstance(made, ScenariosScreen)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def two(page: ScenariosScreen, sessie: Session) -> ScenariosScreen:
    make_scenario(
        sessie.ledger, P, "Klein", [Scenarioregel("Enschede", "Borne", 10, "Borne loopt voor.")], "Eerst dit."
    )
    make_scenario(sessie.ledger, P, "Te veel", [Scenarioregel("Borne", "Enschede", 39)])
    return page


def command(page: ScenariosScreen, label: str) -> Command:
    return next(each for each in page.listing.commands if each.label == label)


def go(page: ScenariosScreen, row: int) -> None:
    page.table.view.setCurrentIndex(page.model.index(row, 0))


def wizard_of(page: ScenariosScreen) -> DraftWizard:
    return page.findChildren(DraftWizard)[-1]


def next_step(wizard: DraftWizard) -> None:
    wizard.button(QWizard.WizardButton.NextButton).click()


def test_nothing_yet_says_what_it_is(page: ScenariosScreen) -> None:
    assert any("zonder dat er iets aan de cijfers verandert" in each for each in said(page))
    assert any(each.text().endswith("Scenario maken") for each in page.findChildren(QPushButton))
    assert not page.beside.isVisibleTo(page)


def test_without_taakstelling_the_wizard_says_so(page: ScenariosScreen, sessie: Session, qtbot: Any) -> None:
    sessie.periode = P.next
    assert page.primary
    with qtbot.waitSignal(sessie.refused) as refused:
        page.run(page.primary)
    assert "2024-I is geen taakstelling bekend" in refused.args[0]


def test_make_one_by_keyboard_and_change_it(page: ScenariosScreen, sessie: Session, qtbot: Any) -> None:
    assert page.primary
    page.run(page.primary)
    wizard = wizard_of(page)
    naam = wizard.findChild(QLineEdit, "naam")
    assert isinstance(naam, QLineEdit) and naam.text() == "Scenario"
    naam.setText("Klein")
    next_step(wizard)
    step: Any = wizard.pages[1]._content
    step._regels[0].van.setCurrentText("Borne")
    step._regels[0].naar.setCurrentText("Enschede")
    step._regels[0].aantal.setText("39")
    assert any("kan er geen 39 afstaan" in each for each in said(step))  # said, not refused
    next_step(wizard)
    why = wizard.pages[2]._content
    assert "Borne → Enschede, 39 (mag leeg)" in said(wizard.pages[2])
    why.findChild(QPlainTextEdit).setPlainText("Een proef.")  # type: ignore[attr-defined]
    wizard.button(QWizard.WizardButton.BackButton).click()
    step._regels[0].aantal.setText("3")
    next_step(wizard)
    assert why.values() == {"redenen": {("Borne", "Enschede"): "Een proef."}}
    wizard.button(QWizard.WizardButton.FinishButton).click()
    view = blad(sessie.ledger, 1)
    assert (view.naam, view.delen) == ("Klein", (Scenarioregel("Borne", "Enschede", 3, "Een proef."),))
    assert page.current.naam == "Klein" and "Klein" in said(page.panel)
    page.run(command(page, "Wijzigen"), page.current)
    wizard = wizard_of(page)
    for _step in range(2):
        next_step(wizard)
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert blad(sessie.ledger, 1) == view
    assert sessie.ledger.undo_label == "Scenario gemaakt: Klein"  # nothing changed, so nothing was done


def test_a_name_that_is_taken_stays_in_the_wizard(two: ScenariosScreen) -> None:
    assert two.primary
    two.run(two.primary)
    wizard = wizard_of(two)
    naam = wizard.findChild(QLineEdit, "naam")
    assert isinstance(naam, QLineEdit)
    naam.setText("klein")
    next_step(wizard)
    assert wizard.currentId() == 0
    assert any("Er is al een scenario “Klein”" in each for each in said(wizard))


def test_all_side_by_side_or_those_chosen(two: ScenariosScreen, sessie: Session) -> None:
    heads, *rows = cells(two)
    assert heads == ["Gemeente", "Verwacht saldo", "A: wijziging", "A: saldo daarna", "B: wijziging", "B: saldo daarna"]
    assert ["Borne", "▼ −20", "+10", "▼ −10", "−39", "▼ −59"] in rows
    assert any("A: Klein · B: Te veel" in each for each in said(two))
    make_scenario(sessie.ledger, P, "Groot", [Scenarioregel("Enschede", "Borne", 20)])
    flags = QItemSelectionModel.SelectionFlag
    go(two, 0)
    two.table.view.selectionModel().select(two.model.index(2, 0), flags.Select | flags.Rows)
    assert [each.naam for each in two.chosen] == ["Klein", "Groot"]
    assert any("A: Klein · B: Groot" in each for each in said(two))
    assert two.beside.table is not None and two.beside.table.totals is not None
    totals = two.beside.table.totals.model()
    assert [totals.index(0, column).data() for column in range(4)] == ["Totaal", "▲ 27", "0", "▲ 27"]


def test_the_panel_says_why_and_what_is_wrong(two: ScenariosScreen, qtbot: Any) -> None:
    go(two, 0)
    text = said(two.panel)
    assert "✓ voldoet aan de regels" in text and "Borne loopt voor." in text and "Eerst dit." in text
    assert "1 overdracht, 10 personen; lost 10 op, 38 blijft over" in text
    go(two, 1)
    qtbot.waitUntil(lambda: "✕ voldoet nog niet aan de regels" in said(two.panel))
    assert any("kan er geen 39 afstaan" in each for each in said(two.panel))
    assert not two.can_run(command(two, "Maak hier een concept van"), two.current)


def test_a_concept_is_made_and_shown(two: ScenariosScreen, sessie: Session, qtbot: Any) -> None:
    go(two, 0)
    with qtbot.waitSignal(sessie.record_requested) as asked:
        two.run(command(two, "Maak hier een concept van"), two.current)
    address, id = asked.args
    assert address in ADDRESSES
    made = herverdelingen.blad(sessie.ledger, id)
    assert made.samenvatting == "Enschede → Borne 10" and "Borne loopt voor." in made.toelichting
    sessie.ledger.undo()
    assert len(two.model.records) == 2 and not [*sessie.ledger.herverdelingen]


@pytest.mark.parametrize("agrees", [True, False])
def test_an_outsider_is_asked_about(
    two: ScenariosScreen, sessie: Session, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    edit_gemeente(sessie.ledger, Gemeente(id=2, gm_code="GM0147", naam="Borne", lid=False))
    answer = QDialog.DialogCode.Accepted if agrees else QDialog.DialogCode.Rejected
    monkeypatch.setattr(QDialog, "exec", lambda dialog: answer)
    two.run(command(two, "Maak hier een concept van"), two.model.records[0])
    assert len([*sessie.ledger.herverdelingen]) == int(agrees)


def test_one_can_go_to_a_scenario_of_another_half_year(two: ScenariosScreen, sessie: Session) -> None:
    id = make_scenario(sessie.ledger, P.next, "Later")
    (there,) = filled(sessie.ledger).search("later", soort="scenario")
    assert (there.plek, there.id) == (ADDRESS, id)
    two.select(id)
    assert sessie.periode == P.next and two.current.naam == "Later"


def test_a_copy_is_selected_and_removed_by_key(two: ScenariosScreen, sessie: Session, qtbot: Any) -> None:
    go(two, 0)
    two.run(command(two, "Kopie maken"), two.current)
    assert two.current.naam == "Kopie van Klein"
    with qtbot.waitActive(two):
        two.activateWindow()
    two.table.view.setFocus()
    qtbot.keyClick(two.table.view, Qt.Key.Key_Delete)
    assert [each.naam for each in two.model.records] == ["Klein", "Te veel"]
    sessie.ledger.undo()
    assert len(two.model.records) == 3


def test_the_annex_of_what_stands_side_by_side(two: ScenariosScreen, qtbot: Any) -> None:
    two.run(command(two, "Bijlage bekijken"), two.model.records[0])
    (window,) = two.findChildren(PapersWindow)
    assert window.list.count() == 1 and window.list.item(0).text() == "Scenario's"
    qtbot.waitUntil(lambda: window._made != {})
    assert next(iter(window._made.values())).startswith(b"%PDF")
    window.close()


def test_unknown_is_said(qtbot: Any, sessie: Session) -> None:
    make_scenario(sessie.ledger, P, "Klein", [Scenarioregel("Enschede", "Borne", 10)])
    page = ADDRESSES[ADDRESS].build(sessie)
    assert isinstance(page, ScenariosScreen)
    qtbot.addWidget(page)
    page.show()
    assert any("Zonder verwacht saldo, dus niet meegeteld" in each for each in said(page))
    assert cells(page)[0][1] == "Taakstelling"
    borne = next(row for row in cells(page) if row[0] == "Borne")
    assert borne[1:] == ["38", "–", "+10", "48", "–", "2,0"]
