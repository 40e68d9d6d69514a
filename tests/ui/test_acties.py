"""The actions and the register: what is open first, progress and done by keyboard, back by undo, out to Excel."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from regietafel.actions.kennis import remove_kennis
from regietafel.actions.overleggen import adopt_verslag, begin_overleg, end_overleg, make_overleggen
from regietafel.actions.verslag import record_regel, set_gereed
from regietafel.domain.verslag import Verslagregel
from tests.ui.acties_pages import (
    BRIEF,
    CIJFERS,
    DAG,
    JUNI,
    KNELPUNT,
    LOCATIE,
    Typing,
    fill_meetings,
    key,
    press,
    shown,
    ticking,
    typing,
)
from tests.ui.pages import gemeente, said
from ui.kit import dialogs
from ui.kit.filterline import Chip
from ui.kit.session import Session
from ui.screens import acties


@pytest.fixture
def sessie(sessie: Session) -> Session:
    fill_meetings(sessie.ledger)
    return sessie


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Typing:
    return typing(monkeypatch)


def texts(page: Any) -> list[str]:
    return [each.tekst for each in page.model.records]


def chip(page: Any, label: str) -> None:
    made: Chip = next(each for each in page.listing.chips if each.label == label)
    press(page, made.label)


def test_what_is_open_stands_first_and_says_how_late_it_is(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Acties")
    assert texts(page) == ["Locatie zoeken", "Brief aan het COA", "Werkbezoek", "Cijfers aanleveren"]
    first = page.model.index(0, 0)
    assert first.data() == "▲ te laat" and page.model.index(3, 0).data() == "✓ gereed"
    assert page.model.index(0, 3).data() == "Borne, Provincie"
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Up)
    assert {"▲ 61 dagen te laat", "Borne, Provincie", "Nog niets gemeld."} <= set(said(page.panel))
    sessie.op = datetime.date(2023, 8, 20)  # on an earlier day it was not too late
    assert first.data() == "● open"


def test_progress_is_reported_changed_and_taken_out_by_keyboard(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Acties")
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Up)
    type_in(tekst="Twee gesprekken gevoerd")
    press(page, "Voortgang vastleggen")
    (note,) = sessie.ledger.voortgangen
    assert (note.regel_id, note.datum, note.tekst) == (LOCATIE, DAG, "Twee gesprekken gevoerd")
    assert page.current.laatste_voortgang == "Twee gesprekken gevoerd"
    type_in(datum="2-10-2023")
    press(page, "Wijzigen: 01-11-2023")
    (note,) = sessie.ledger.voortgangen
    assert note.datum == datetime.date(2023, 10, 2)
    press(page, "Verwijderen: 02-10-2023")
    assert not list(sessie.ledger.voortgangen)
    sessie.ledger.undo()
    assert len(list(sessie.ledger.voortgangen)) == 1


def test_done_asks_the_day_and_can_be_taken_back(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Acties")
    key(page, Qt.Key.Key_Down)
    type_in(gereed_op="15-10-2023")
    key(page, Qt.Key.Key_Space)
    assert sessie.ledger.verslagregels.get(BRIEF).gereed_op == datetime.date(2023, 10, 15)
    assert texts(page) == ["Locatie zoeken", "Werkbezoek", "Brief aan het COA", "Cijfers aanleveren"]
    assert "✓ gereed op 15-10-2023" in said(page.panel)
    press(page, "Weer open")
    assert sessie.ledger.verslagregels.get(BRIEF).gereed_op is None
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.select(CIJFERS)
    page.table.view.setFocus()
    key(page, Qt.Key.Key_Space)
    assert "al gereed" in refused[0]


def test_what_is_no_action_is_not_called_done(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Register")
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.select(KNELPUNT)
    page.table.view.setFocus()
    key(page, Qt.Key.Key_Space)
    assert refused[0].startswith("Alleen een actie die open is, meldt u gereed.")


def test_without_measures_it_says_where_they_are_added(qtbot: Any, sessie: Session) -> None:
    for each in [*sessie.ledger.kennis]:
        remove_kennis(sessie.ledger, each)
    page = shown(qtbot, sessie, "Register")
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.select(KNELPUNT)
    page.table.view.setFocus()
    press(page, "Maatregelen kiezen…")
    assert refused == ["Er zijn nog geen maatregelen. Voeg er eerst een toe bij Kennis."]


def test_a_day_is_asked_for(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Acties")
    key(page, Qt.Key.Key_Down)
    words = type_in(gereed_op=" ")
    key(page, Qt.Key.Key_Space)
    assert "Vul gereed op in." in words and sessie.ledger.verslagregels.get(BRIEF).gereed_op is None


def test_enter_goes_to_the_meeting(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Acties")
    asked: list[tuple[str, object]] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Return)
    assert asked == [("overleg/Overleggen", 2)]


def test_of_one_gemeente_thema_or_time(qtbot: Any, sessie: Session) -> None:
    make_overleggen(sessie.ledger, 1, [datetime.date(2024, 2, 5)])
    page = shown(qtbot, sessie, "Acties")
    boxes = {each.accessibleName(): each for each in page.findChildren(QComboBox)}
    gemeente_box, thema, tijd = (boxes[name] for name in ("Gemeente", "Thema", "Wanneer het overleg was"))
    gemeente_box.setFocus()
    key(page, Qt.Key.Key_A)
    assert gemeente_box.currentText() == "Almelo" and texts(page) == ["Brief aan het COA", "Werkbezoek"]
    tijd.setFocus()
    assert [tijd.itemText(row) for row in range(tijd.count())] == [
        "altijd", "2024", "2024-I", "2023", "2023-II", "2023-I"
    ]  # fmt: skip
    key(page, Qt.Key.Key_Down, times=4)
    assert tijd.currentText() == "2023-II" and texts(page) == ["Werkbezoek"]
    key(page, Qt.Key.Key_Home)
    gemeente_box.setFocus()
    key(page, Qt.Key.Key_Home)
    thema.setFocus()
    key(page, Qt.Key.Key_F)
    assert texts(page) == ["Locatie zoeken"]
    page.select(BRIEF)  # whatever was chosen
    assert thema.currentIndex() == 0 and page.current.id == BRIEF


def test_chips_show_open_late_or_done(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Acties")
    page.filter.take_focus()
    for label, shown_ in (("Te laat", ["Locatie zoeken"]), ("Gereed", ["Cijfers aanleveren"])):
        chip(page, label)
        assert texts(page) == shown_
    chip(page, "Gereed")
    assert len(texts(page)) == 4


def test_actions_go_out_as_a_table(
    qtbot: Any, sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    target = tmp_path / "Acties.xlsx"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *_args: target)
    page = shown(qtbot, sessie, "Acties")
    key(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    sheet: Any = load_workbook(target).active
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    (late,) = (row for row in rows if row[0] == "▲ te laat")
    assert late[1].date() == datetime.date(2023, 9, 1) and "Borne, Provincie" in late


def test_nothing_yet_begins_at_the_meetings(qtbot: Any, session: Session) -> None:
    for tab in ("Acties", "Register"):
        page = shown(qtbot, session, tab)
        asked: list[str] = []
        session.page_requested.connect(asked.append)
        press(page, "Naar de overleggen")
        assert asked[-1] == "overleg/Overleggen"


def test_the_register_has_everything_newest_first(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Register")
    assert [each.soort for each in page.model.records] == [
        "knelpunt", "actie", "besluit", "knelpunt", "actie", "actie", "actie"
    ]  # fmt: skip
    page.filter.take_focus()
    chip(page, "Knelpunten")
    assert texts(page) == ["Geen gezinnen", "Te weinig woningen voor grote gezinnen"]


def test_measures_are_chosen_at_a_knelpunt_and_open_from_there(
    qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sessie, "Register")
    page.select(KNELPUNT)

    ticking(monkeypatch, "Maatregelen", 0)
    page.table.view.setFocus()
    press(page, "Maatregelen kiezen…")
    (link,) = sessie.ledger.kennislinks
    assert (link.regel_id, sessie.ledger.kennis.get(link.kennis_id).titel) == (KNELPUNT, "Hospitaverhuur")
    asked: list[tuple[str, object]] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    press(page, "Maatregel openen: Hospitaverhuur")
    assert asked == [("acties/Kennis", 2)]


def test_a_besluit_has_no_progress_and_an_action_no_measures(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Register")
    for id, there, absent in ((1, "Uitvoering beginnen…", "Gereed melden"), (LOCATIE, "Gereed melden", "Maatregelen")):
        page.select(id)
        names = {each.accessibleName() for each in page.panel.findChildren(QWidget)}
        assert there in names and not any(each.startswith(absent) for each in names)


def test_a_file_to_read_only_shows_everything_and_changes_nothing(qtbot: Any, sessie: Session) -> None:
    sessie.ledger.read_only = "Alleen lezen."
    page = shown(qtbot, sessie, "Acties")
    page.select(LOCATIE)
    names = {each.accessibleName() for each in page.panel.findChildren(QWidget)}
    assert "Naar het overleg" in names and not {"Gereed melden", "Voortgang vastleggen", "Wijzigen"} & names
    assert gemeente(sessie.ledger, "Borne") in page.current.houder_ids


def test_many_rows_are_read_while_the_window_goes_on(
    qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = make_overleggen(sessie.ledger, 1, [datetime.date(2022, 2, 7)])
    begin_overleg(sessie.ledger, before.id or 0)
    old = Verslagregel(overleg_id=before.id or 0, soort="actie", tekst="Oude actie", voor=datetime.date(2022, 3, 1))
    id = record_regel(sessie.ledger, old).id
    monkeypatch.setattr(acties, "_SLICE", 1)  # a year is more than that
    page = shown(qtbot, sessie, "Acties")
    qtbot.waitUntil(lambda: len(page.model.records) == 5)
    assert texts(page)[0] == "Oude actie"  # all of them in their order
    set_gereed(sessie.ledger, BRIEF, DAG)
    assert len(page.model.records) == 5  # until all has been read it stays as it was
    page.select(id)
    assert page.current.id == id and "Brief aan het COA" in texts(page)[-2:]
    page.refresh()
    sessie.is_closed = True
    qtbot.wait(20)  # nothing is asked of a file that is closed
    sessie.is_closed = False


def test_a_row_of_an_adopted_list_is_not_offered_to_be_changed(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Register")
    ledger, refused = sessie.ledger, list[str]()
    sessie.refused.connect(refused.append)
    june = ledger.overleggen.find(datum=JUNI)
    assert june is not None and june.id is not None

    def offered() -> set[str]:
        key(page, Qt.Key.Key_Up)
        key(page, Qt.Key.Key_Down)  # on a row of the same meeting
        return {each.accessibleName() for each in page.panel.findChildren(QPushButton) if each.isVisible()}

    page.select(LOCATIE)
    assert {"Wijzigen", "Gereed melden"} <= offered()
    end_overleg(ledger, june.id)
    adopt_verslag(ledger, june.id, toch=True)
    page.select(LOCATIE)
    assert "Gereed melden" in offered() and "Wijzigen" not in offered()
    key(page, Qt.Key.Key_F2)
    assert ["Heropen het overleg eerst" in each for each in refused] == [True]
    ledger.undo()
    page.select(LOCATIE)
    assert "Wijzigen" in offered()
