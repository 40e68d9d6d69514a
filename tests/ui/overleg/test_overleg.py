"""A meeting in the window, from the first series to the adopted list; what counts is the ledger."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import (
    adopt_verslag,
    begin_overleg,
    end_overleg,
    make_overleggen,
    merge_overleggen,
    save_overleg,
)
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.actions.verslag import fill_aanwezigheid, record_regel
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.verslag import Verslagregel
from tests.ui.agreement_page import finish, in_dialog, next_step, press, primary, said
from tests.ui.overleg_pages import (
    FIRST,
    JUNI,
    MAART,
    SECOND,
    card,
    fill_overleg,
    go_to,
    key,
    more,
    state,
    titles,
)
from tests.ui.pages import window
from ui.kit.dialogs import Dialog
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.screens import overleg, overleggen
from ui.screens.overleggen import OverleggenScreen


def test_without_a_series_one_begins_with_that(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie)
    assert "Hier staan de overleggen van de tafel" in said(shell.page)

    def first(dialog: Any) -> None:
        in_dialog(finish(datum="4-3-2031"))  # what opens next
        finish(naam="Regietafel", locatie="Raadzaal")(dialog)

    in_dialog(first)
    begin = QApplication.focusWidget()
    assert isinstance(begin, QPushButton) and begin.accessibleName() == "Overleg plannen…"
    key(Qt.Key.Key_Return)
    (overleg,) = sessie.ledger.overleggen
    assert (overleg.datum, overleg.locatie) == (MAART, "Raadzaal")
    assert shell.page.is_record and shell.page.title == "Regietafel van 4 maart 2031"
    assert len(titles(sessie.ledger, overleg.id or 0)) == 6


def test_the_list_opens_a_meeting_and_filters(qtbot: Any, sessie: Session) -> None:
    fill_overleg(sessie.ledger)
    shell = window(qtbot, sessie)
    page = shell.page
    assert isinstance(page, ListScreen)
    assert [each.datum.month for each in page.model.records] == [9, 6, 3]
    begin_overleg(sessie.ledger, FIRST)
    assert page.model.records[0].stand == "○ concept"
    (held,) = [each for each in page.filter.findChildren(QPushButton) if each.text() == "Nog te houden"]
    held.click()
    assert [each.id for each in page.model.records] == [3, 2]
    page.take_focus()
    page.table.view.setCurrentIndex(page.model.index(1, 0))
    assert "Opening en vaststellen agenda" in said(page.panel)
    key(Qt.Key.Key_Return)
    assert shell.page.title == "Regietafel Twente van 4 juni 2031"
    key(Qt.Key.Key_Escape)
    assert shell.page is page and page.current.id == SECOND


def test_one_series_at_a_time(qtbot: Any, sessie: Session) -> None:
    fill_overleg(sessie.ledger)
    shell = window(qtbot, sessie)
    page = shell.page
    assert isinstance(page, OverleggenScreen) and page.choice.isHidden()
    other = save_overlegreeks(sessie.ledger, Overlegreeks(naam="Ambtelijk vooroverleg", soort="vooroverleg"))
    make_overleggen(sessie.ledger, other.id or 0, [datetime.date(2020, 3, 4)])
    assert page.choice.isVisible() and len(page.model.records) == 4
    assert page.model.records[-1].stand == "▲ concept, dag voorbij"
    page.reeks.setCurrentText("Ambtelijk vooroverleg")
    page.reeks.activated.emit(page.reeks.currentIndex())
    assert [each.reeks for each in page.model.records] == ["Ambtelijk vooroverleg"]
    page.select(FIRST)  # of another series
    assert page.current.id == FIRST and len(page.model.records) == 4


def test_a_day_that_is_in_the_way_is_asked(sessie: Session, shell: Shell) -> None:
    asked: list[str] = []

    def plan(dialog: Any) -> None:
        dialog.form.editor("datum").setText("25-12-2031")
        dialog.accept()
        asked.append(dialog.question.text)
        dialog.form.editor("datum").setText("4-3-2031")
        dialog.accept()  # that cannot be agreed to: it is refused at once
        asked.append(said(dialog))

    shell.go("overleg/Overleggen")
    shell.close_record()
    next_step(shell, plan)
    assert asked[0] == "Valt op een feestdag."
    assert "Op 04-03-2031 is er al een overleg van Regietafel Twente." in asked[1]
    assert len([*sessie.ledger.overleggen]) == 3


def test_a_meeting_is_moved_with_all_that_belongs_to_it(sessie: Session, shell: Shell) -> None:
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Flexwoningen"))
    before = titles(sessie.ledger)
    in_dialog(finish(datum="11-3-2031", begin="9.30 uur"))
    press(shell, "Overleg wijzigen…")
    overleg = sessie.ledger.overleggen.get(FIRST)
    assert (overleg.datum, overleg.begin, overleg.volgnummer) == (datetime.date(2031, 3, 11), "09:30", 1)
    assert titles(sessie.ledger) == before
    assert shell._title.text() == "Regietafel Twente van 11 maart 2031"
    assert "dinsdag 11 maart 2031, 09:30–11:30 · Raadzaal" in said(shell.page)


def test_what_was_planned_by_mistake_is_cancelled_merged_or_taken_out(sessie: Session, shell: Shell) -> None:
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Flexwoningen"))
    in_dialog(finish(reden="te weinig aanmeldingen"))
    more(shell, "Laten vervallen…")
    assert state(sessie) == "vervallen"
    assert "vervallen: te weinig aanmeldingen." in said(shell.page)
    assert any("Flexwoningen" in each for each in titles(sessie.ledger, SECOND))
    shell.open_record("overleg/Overleggen", SECOND)
    in_dialog(finish(naar_id="04-09-2031"))
    more(shell, "Samenvoegen…")
    assert state(sessie, SECOND) == "vervallen"
    assert shell.page.title == "Regietafel Twente van 4 september 2031"
    assert any("Flexwoningen" in each for each in titles(sessie.ledger, 3))
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    more(shell, "Verwijderen")
    assert "Laat het vervallen." in refused[0]
    for _step in range(3):
        sessie.ledger.undo()
    shell.open_record("overleg/Overleggen", SECOND)
    more(shell, "Verwijderen")
    assert sessie.ledger.overleggen.find(id=SECOND) is None
    assert not shell.page.is_record  # back at the list


def test_attendance(sessie: Session, shell: Shell) -> None:
    press(shell, "Gemeenten toevoegen")
    rows = [*sessie.ledger.aanwezigheden.where(overleg_id=FIRST)]
    assert len(rows) == 14
    table = card(shell, "Aanwezig")
    assert table.current.wie == "burgemeester van Almelo · voorzitter"
    go_to(table, 1)
    in_dialog(finish(aanwezig="afwezig m.k."))
    key(Qt.Key.Key_F2)
    assert card(shell, "Aanwezig").current.hoe == "○ afwezig m.k."
    in_dialog(finish(organisatie="COA", naam="regievoerder"))
    press(shell, "Aanwezige toevoegen…")
    assert len([*sessie.ledger.aanwezigheden.where(overleg_id=FIRST)]) == 15
    go_to(card(shell, "Aanwezig"), 14)
    assert card(shell, "Aanwezig").current.partij == "COA"
    key(Qt.Key.Key_Delete)
    assert len([*sessie.ledger.aanwezigheden.where(overleg_id=FIRST)]) == 14
    press(shell, "Gemeenten toevoegen")
    assert "staan al op de lijst" in shell.page.notice.text  # type: ignore[attr-defined]


def test_the_list_is_adopted_and_reopened(sessie: Session, shell: Shell) -> None:
    assert primary(shell) == "Agenda verzenden…"
    begin_overleg(sessie.ledger, FIRST)
    QApplication.processEvents()
    assert primary(shell) == "Verder met het overleg"
    record_regel(sessie.ledger, Verslagregel(overleg_id=FIRST, soort="besluit", tekst="Akkoord."))
    record_regel(sessie.ledger, Verslagregel(overleg_id=FIRST, soort="actie", tekst="Bellen", vraag="Wie doet dit?"))
    QApplication.processEvents()
    press(shell, "Overleg sluiten")
    assert state(sessie) == "verslag_concept"
    assert "Verslag van 4 maart 2031 vaststellen" in " ".join(titles(sessie.ledger, SECOND))
    asked: list[str] = []
    in_dialog(lambda dialog: asked.append(said(dialog)), Dialog)  # and leaves
    shell._primary.click()
    assert "Wie doet dit?" in asked[0] or "nog een vraag" in asked[0]
    assert state(sessie) == "verslag_concept"
    in_dialog(lambda dialog: dialog.accept(), Dialog)
    shell._primary.click()
    QApplication.processEvents()
    assert state(sessie) == "vastgesteld"
    assert primary(shell) == "" and "verandert niet meer" in said(shell.page)
    shown = [each.text().strip() for each in shell.page.findChildren(QPushButton) if each.isVisible()]
    assert "Punt toevoegen…" not in shown and "Aanwezige toevoegen…" not in shown and "Overleg wijzigen…" not in shown
    table = card(shell, "Actie- en besluitenlijst")
    assert [each.wat for each in table.model.records] == ["B besluit", "A actie"]
    in_dialog(finish(reden="Een naam klopte niet."))
    press(shell, "Heropenen…")
    assert state(sessie) == "verslag_concept"
    assert "Een naam klopte niet." in said(shell.page)


def test_reopening_needs_a_reason(sessie: Session, shell: Shell) -> None:
    begin_overleg(sessie.ledger, FIRST)
    end_overleg(sessie.ledger, FIRST)
    QApplication.processEvents()
    shell._primary.click()
    QApplication.processEvents()
    words: list[str] = []

    def leave_empty(dialog: Any) -> None:
        dialog.accept()
        words.append(said(dialog))

    in_dialog(leave_empty)
    press(shell, "Heropenen…")
    assert "Vul reden in." in words[0] and state(sessie) == "vastgesteld"


def test_only_an_address_of_the_web_is_opened(sessie: Session, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QToolButton

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    found = [
        each for each in shell.page.findChildren(QToolButton) if each.accessibleName().startswith("Online meedoen")
    ]
    next(each for each in found if each.isVisible()).click()
    assert opened == ["https://vergaderen.example.nl/tafel"]
    words: list[str] = []

    def elsewhere(dialog: Any) -> None:
        dialog.form.editor("link").setText("file:///etc/passwd")
        dialog.accept()
        words.append(said(dialog))

    in_dialog(elsewhere)
    press(shell, "Overleg wijzigen…")
    assert "is geen webadres" in words[0]


def test_a_file_that_is_only_read_offers_nothing_to_change(qtbot: Any, sessie: Session) -> None:
    fill_overleg(sessie.ledger)
    sessie.ledger.read_only = "Iemand anders heeft dit bestand open."
    shell = window(qtbot, sessie, id=FIRST)
    shown = {each.text().strip() for each in shell.page.findChildren(QPushButton) if each.isVisible()}
    assert shown <= {"Bekijken", "Stukken maken…", "Openbare versie…", "Overleg beginnen", "Meer", ""}
    go_to(card(shell, "Agenda"), 1)
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(sessie.ledger)[0] == "1 Opening en vaststellen agenda"
    assert JUNI and primary(shell) in {"", "Overleg beginnen"}


def test_a_meeting_that_went_into_another_says_where_its_points_are(sessie: Session, shell: Shell) -> None:
    merge_overleggen(sessie.ledger, FIRST, SECOND)
    assert "Dit overleg is vervallen. Zijn punten staan op de agenda van 04-06-2031." in said(shell.page)
    sessie.ledger.undo()
    assert said(shell.page).startswith("○ concept")


def test_a_meeting_that_is_only_read_is_not_begun(qtbot: Any, sessie: Session) -> None:
    fill_overleg(sessie.ledger)
    sessie.ledger.read_only = "Alleen lezen."
    shell = window(qtbot, sessie, id=FIRST)
    offered = {each.accessibleName() for each in shell.page.findChildren(QPushButton) if each.isVisible()}
    assert "Bekijken" in offered and not {"Overleg beginnen", "Overleg wijzigen…", "Meer"} & offered


def test_a_meeting_of_which_the_day_went_by_says_what_can_be_done(
    sessie: Session, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (overleg, overleggen):
        monkeypatch.setattr(module, "today", lambda: MAART)
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Nog een punt"))
    assert "De agenda had 25-02-2031 verzonden moeten zijn." in said(shell.page)
    for module in (overleg, overleggen):
        monkeypatch.setattr(module, "today", lambda: MAART + datetime.timedelta(days=1))
    sessie.ledger.undo()
    assert "De dag van dit overleg is voorbij." in said(shell.page)
    shell.go("overleg/Overleggen")
    assert isinstance(shell.page, ListScreen)
    assert [each.stand for each in shell.page.model.records if each.id == FIRST] == ["▲ concept, dag voorbij"]


def test_a_long_place_leaves_room_for_the_rest(sessie: Session, shell: Shell) -> None:
    save_overleg(sessie.ledger, replace(sessie.ledger.overleggen.get(FIRST), locatie="Raadzaal " * 500))
    longest = max((each for each in said(shell.page).splitlines() if each.startswith("dinsdag 4 maart")), key=len)
    assert len(longest) < 130 and longest.endswith("…")
    assert "Raadzaal " * 499 in said(shell.page)  # under Waar en wie


@pytest.mark.parametrize("width", [900, 1024, 1100, 1280])
def test_who_was_there_can_be_read_at_every_width(qtbot: Any, sessie: Session, shell: Shell, width: int) -> None:
    begin_overleg(sessie.ledger, FIRST)
    fill_aanwezigheid(sessie.ledger, FIRST)
    end_overleg(sessie.ledger, FIRST)
    adopt_verslag(sessie.ledger, FIRST, toch=True)
    shell.resize(width, 800)

    def fits() -> bool:
        view = card(shell, "Aanwezig").table.view
        area = next(each for each in shell.page.findChildren(QScrollArea) if each.isAncestorOf(view))
        bars = view.horizontalScrollBar(), area.horizontalScrollBar()
        return view.columnWidth(1) >= 110 and not any(bar.maximum() for bar in bars)

    qtbot.waitUntil(fits)
