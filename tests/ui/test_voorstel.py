"""The page with proposals: limits in, a search that can be stopped, and proposals one can keep."""

from __future__ import annotations

import datetime
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.grenzen import set_grens
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.grens import Grens
from regietafel.domain.taakstelling import Realisatie
from regietafel.queries.scenarios import blad
from tests.ui.importing import P
from tests.ui.pages import said
from ui.app import PLACES
from ui.kit.dialogs import EditDialog
from ui.kit.figure_view import FigureView
from ui.kit.searching import Searching
from ui.kit.session import Session
from ui.screens.voorstel import VoorstelScreen

ADDRESSES = {address: page for place in PLACES for address, page in place.addresses.items()}
ADDRESS = "herverdelingen/Voorstel"
OP = datetime.date(2023, 10, 1)
# Taakstelling and count halfway; who has none is left out.
NUMBERS = {"Almelo": (113, 66), "Borne": (38, 29), "Enschede": (248, 100), "Hengelo": (126, 48), "Losser": (36, None)}


@pytest.fixture
def known(sessie: Session) -> Session:
    ids = {each.naam: each.id for each in sessie.ledger.gemeenten if each.id is not None}
    rows = [(ids[naam], aantal, None, None) for naam, (aantal, _counted) in NUMBERS.items()]
    day = datetime.date(2023, 5, 2)
    import_taakstelling(sessie.ledger, periode=P, datum=day, landelijk=None, bron="circulaire", regels=rows)
    for naam, (_taakstelling, aantal) in NUMBERS.items():
        if aantal is not None:
            counted = Realisatie(gemeente_id=ids[naam], periode=P, peildatum=OP, aantal=aantal)
            record_realisatie(sessie.ledger, counted)
    return sessie


@pytest.fixture
def page(qtbot: Any, known: Session) -> VoorstelScreen:
    return shown(qtbot, known)


def shown(qtbot: Any, session: Session) -> VoorstelScreen:
    made = ADDRESSES[ADDRESS].build(session)
    assert isinstance(made, VoorstelScreen)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def search(qtbot: Any, page: VoorstelScreen) -> None:
    assert page.primary
    page.run(page.primary)
    qtbot.waitUntil(lambda: not page.running.busy)
    qtbot.wait(50)


def id_of(session: Session, naam: str) -> int:
    found = session.ledger.gemeenten.find(naam=naam)
    assert found is not None and found.id is not None
    return found.id


def rows(page: VoorstelScreen) -> dict[str, tuple[str, str]]:
    model = page.model
    return {
        str(model.index(row, 0).data()): (str(model.index(row, 1).data()), str(model.index(row, 2).data()))
        for row in range(model.rowCount())
    }


def go(page: VoorstelScreen, naam: str) -> None:
    place = next(row for row, each in enumerate(page.model.records) if each.gemeente == naam)
    page.table.view.setCurrentIndex(page.model.index(place, 0))


def press(page: VoorstelScreen, text: str) -> None:
    found = [each for each in page.findChildren(QPushButton) if each.text().strip() == text and each.isVisibleTo(page)]
    found[0].click()


def test_without_counts_it_says_what_is_needed(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie)
    assert any("begint bij het verwachte saldo" in each for each in said(page))
    assert page.primary
    with qtbot.waitSignal(sessie.refused) as refused:
        page.run(page.primary)
    assert "geen taakstelling bekend" in refused.args[0] and not page.running.busy
    with qtbot.waitSignal(sessie.page_requested) as asked:
        press(page, "Naar de stand")
    assert asked.args[0] in ADDRESSES


def test_what_goes_in_and_who_is_left_out(page: VoorstelScreen) -> None:
    found = rows(page)
    assert found["Enschede"] == ("▲ 48", "")
    assert found["Borne"] == ("▼ −20", "")
    assert found["Losser"] == ("–", "Doet niet mee. De realisatie is onbekend.")
    assert found["Wierden"][1] == "Doet niet mee. De taakstelling is onbekend."
    assert "Achterstand samen 78, voorsprong samen 39: hoogstens 39 op te lossen." in said(page)
    assert any("De colleges beslissen" in each for each in said(page))


def test_a_search_gives_proposals_with_why_and_a_picture(qtbot: Any, page: VoorstelScreen) -> None:
    search(qtbot, page)
    text = said(page)
    assert "✓ bewezen het beste" in text
    assert any(each.startswith("Lost 39 op; 39 blijft over.") for each in text)
    assert any(each.startswith("Enschede geeft ") and "omdat" in each for each in text)
    (picture,) = page.findChildren(FigureView)
    assert "over aan" in picture.canvas.figure.zin
    count = page.tabs.count()
    assert 1 <= count <= 3
    if count > 1:
        page.tabs.setCurrentIndex(1)
        qtbot.waitUntil(lambda: "Voorstel 2" in said(page))


def test_a_proposal_becomes_a_scenario_to_edit(qtbot: Any, page: VoorstelScreen, known: Session) -> None:
    search(qtbot, page)
    with qtbot.waitSignal(known.record_requested) as asked:
        press(page, "Bewaren als scenario")
    address, id = asked.args
    assert address in ADDRESSES
    view = blad(known.ledger, id)
    assert view.naam.startswith("Voorstel 1 van ") and view.aantal == 39 and not view.breuken
    assert all("omdat" in deel.waarom for deel in view.delen)
    press(page, "Bewaren als scenario")
    assert blad(known.ledger, id + 1).naam == f"{view.naam} 2"
    known.ledger.undo()
    assert len([*known.ledger.scenarios]) == 1


def test_limits_are_typed_kept_and_taken_out(
    qtbot: Any, page: VoorstelScreen, known: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems: list[str] = []

    def fill(partners: str) -> None:
        def exec_(dialog: EditDialog) -> int:
            for name, value in {"max_overnemen": "5", "partners": partners}.items():
                editor = dialog.form.editor(name)
                assert isinstance(editor, QLineEdit)
                editor.setText(value)
            remark = dialog.form.editor("toelichting")
            assert isinstance(remark, QPlainTextEdit)
            dialog.accept()
            problems.extend(said(dialog.form))
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", exec_)

    go(page, "Borne")
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    fill("Enschedee")
    qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    assert any("Bedoelt u Enschede" in each for each in problems)
    assert rows(page)["Borne"][1] == ""
    fill("Enschede, Hengelo")
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert rows(page)["Borne"][1] == "hoogstens 5 overnemen; alleen met Enschede, Hengelo"
    assert page.model.records[page.table.view.currentIndex().row()].gemeente == "Borne"
    qtbot.keyClick(page.table.view, Qt.Key.Key_Delete)
    assert rows(page)["Borne"][1] == ""
    known.ledger.undo()
    assert rows(page)["Borne"][1] != ""


def test_a_limit_that_blocks_can_be_tried_wider(qtbot: Any, page: VoorstelScreen, known: Session) -> None:
    set_grens(known.ledger, Grens(gemeente_id=id_of(known, "Borne"), periode=P, max_overnemen=5))
    search(qtbot, page)
    text = said(page)
    assert any(each.startswith("Lost 24 op") for each in text)
    assert any("Als Borne er 20 wil overnemen in plaats van 5" in each for each in text)
    tries = [each for each in page.findChildren(QToolButton) if each.accessibleName().startswith("Proberen: Als Borne")]
    tries[0].click()
    qtbot.waitUntil(lambda: not page.running.busy)
    qtbot.waitUntil(lambda: any(each.startswith("Lost 39 op") for each in said(page)))
    assert "Dit is een proef; de grens zelf is niet veranderd." in page.notice.text
    assert rows(page)["Borne"][1] == "hoogstens 5 overnemen"
    press(page, "Opnieuw zoeken")
    qtbot.waitUntil(lambda: not page.running.busy)
    qtbot.waitUntil(lambda: any(each.startswith("Lost 24 op") for each in said(page)))
    assert page.notice.isHidden()


def test_what_changed_since_is_said(qtbot: Any, page: VoorstelScreen, known: Session) -> None:
    search(qtbot, page)
    assert page.notice.isHidden()
    set_grens(known.ledger, Grens(gemeente_id=id_of(known, "Borne"), periode=P, max_overnemen=5))
    assert "intussen veranderd" in page.notice.text and not page.notice.isHidden()
    known.ledger.undo()
    assert page.notice.isHidden()
    known.periode = P.next
    assert page.tabs.count() == 0 and any("begint bij het verwachte saldo" in each for each in said(page))


def test_nothing_to_solve_is_said(qtbot: Any, page: VoorstelScreen, known: Session) -> None:
    for naam in ("Enschede", "Hengelo"):
        day = datetime.date(2023, 11, 1)
        counted = Realisatie(gemeente_id=id_of(known, naam), periode=P, peildatum=day, aantal=300)
        record_realisatie(known.ledger, counted)
    search(qtbot, page)
    assert any("een uitruil is niet nodig" in each for each in said(page))
    assert page.tabs.count() == 0


def test_a_search_tells_how_far_it_is_and_stops_when_asked(qtbot: Any, session: Session) -> None:
    widget = Searching(session, 5, lambda how_far: ("Zoeken: tellen", f"Tot nu toe {how_far}."))
    qtbot.addWidget(widget)
    found: list[int] = []
    begun = threading.Event()

    def work(stop: Any, tell: Any) -> int:
        tell(7)
        begun.set()
        while not stop():
            time.sleep(0.01)
        return 7

    widget.run(work, found.append, lambda _error: None)
    assert widget.busy and widget.isVisible()
    begun.wait()
    qtbot.waitUntil(lambda: "Tot nu toe 7." in said(widget))
    widget.stop_button.click()
    assert not widget.stop_button.isEnabled()
    qtbot.waitUntil(lambda: not widget.busy)
    assert found == [7] and widget.isHidden()


def test_closing_the_file_does_not_wait_for_a_search(qtbot: Any, session: Session) -> None:
    widget = Searching(session, 60, lambda _how_far: ("", ""))
    qtbot.addWidget(widget)
    begun, told = threading.Event(), threading.Event()

    def work(stop: Any, _tell: Any) -> None:
        begun.set()
        while not stop():
            time.sleep(0.01)
        told.set()

    widget.run(work, lambda _found: None, lambda _error: None)
    begun.wait()
    session.close()
    assert told.wait(60)
