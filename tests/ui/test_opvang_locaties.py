"""Locations of opvang in the window: added, changed, counted, followed through their states, and undone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from regietafel.actions.staten import record_staat
from regietafel.domain.staat import Staatwissel
from tests.ui.opvang_pages import DAG, answering, choose, fill_opvang, key, shown
from tests.ui.pages import said
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.wizards import bezetting, locatie, staat

Answer = Callable[..., list[str]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    return answering(monkeypatch)


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> ListScreen:
    fill_opvang(sessie.ledger)
    return shown(qtbot, sessie, "Locaties")


def go_to(page: ListScreen, naam: str) -> None:
    page.select(next(each.id for each in page.model.records if each.naam == naam))


def test_nothing_yet_says_what_it_is_and_begins(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Locaties")
    assert any("Op een locatie worden mensen opgevangen" in text for text in said(page))
    answer(
        gemeente_id="Losser",
        naam="Het Zuiden",
        soort="amv kleinschalige woonvoorziening",
        capaciteit="24",
        open_vanaf="1-1-2023",
        staat="open",
        staat_vanaf="1-1-2023",
    )
    (begin,) = [each for each in page.findChildren(QPushButton) if each.accessibleName() == "Locatie toevoegen"]
    begin.click()
    (made,) = page.model.records
    assert (made.naam, made.gemeente, made.staat, made.is_open) == ("Het Zuiden", "Losser", "open", True)
    sessie.ledger.undo()
    assert not page.model.records


def test_a_state_and_its_day_belong_together(page: ListScreen, answer: Answer) -> None:
    words = answer(gemeente_id="Losser", naam="Het Zuiden", soort="azc", staat="idee")
    page.run(locatie.ADD)
    assert any("met de dag waarop die begon" in each for each in words)
    assert len(page.model.records) == 2


def test_everything_of_one_stands_beside_the_list(page: ListScreen) -> None:
    go_to(page, "Oude Kazerne")
    text = said(page.panel)
    assert {"Almelo · azc", "● open", "01-09-2023", "280", "Staten", "Bezetting"} <= set(text)
    assert {chip.label: sum(map(chip.keep, page.model.records)) for chip in page.listing.chips} == {
        "Gepland": 1,
        "Raadsbesluit": 1,
        "Open": 1,
        "Gesloten": 0,
        "Let op": sum(bool(each.opmerkingen) for each in page.model.records),
    }


def test_the_totals_count_what_is_open_that_day(page: ListScreen, sessie: Session) -> None:
    def below() -> list[str]:
        assert page.table.totals is not None
        model = page.table.totals.model()
        place = {field.name: column for column, field in enumerate(page.model.fields)}
        return [model.index(0, place[name]).data() for name in ("naam", "capaciteit", "bezet", "vrij")]

    assert {each.capaciteit for each in page.model.records} == {300, 400}  # that of 400 is planned
    assert below() == ["Totaal open", "300", "280", "20"]
    record_staat(sessie.ledger, Staatwissel(locatie_id=1, staat="gesloten", vanaf=DAG))
    assert page.model.records[0].vrij is None
    assert below() == ["Totaal open", "–", "–", "–"]


def test_a_kind_is_chosen_and_a_new_one_of_another_kind_is_shown(
    page: ListScreen, sessie: Session, answer: Answer
) -> None:
    choose(page, "opvang Oekraïne")
    assert not page.model.records and page.line.isVisibleTo(page)  # type: ignore[attr-defined]
    answer(gemeente_id="Borne", naam="Het Noorden", soort="azc")
    page.run(locatie.ADD)
    assert page.current.naam == "Het Noorden" and len(page.model.records) == 3


def test_it_is_changed_by_key_and_fewer_places_than_in_use_is_asked(
    qtbot: Any, page: ListScreen, sessie: Session, answer: Answer
) -> None:
    row = [each.naam for each in page.model.records].index("Oude Kazerne")
    words = answer(capaciteit="250", times=2)
    key(qtbot, page, row, Qt.Key.Key_F2)
    assert any("Oude Kazerne heeft 250 plekken, en op 01-09-2023 waren er 280 bezet. Klopt dat?" in w for w in words)
    assert page.current.capaciteit == 250 and page.current.vrij == -30
    sessie.ledger.undo()
    assert page.current.capaciteit == 300


def test_asked_once_and_not_answered_nothing_happens(page: ListScreen, answer: Answer) -> None:
    go_to(page, "Oude Kazerne")
    answer(capaciteit="250", times=1)
    page.run(locatie.EDIT, page.current)
    assert page.current.capaciteit == 300


def test_a_state_that_goes_back_is_asked_and_the_history_stays(page: ListScreen, answer: Answer) -> None:
    go_to(page, "Nieuwe Esch")
    words = answer(staat="verkenning", vanaf="1-9-2023", toelichting="bezwaar", times=2)
    page.run(staat.VAN_LOCATIE, page.current)
    assert any("teruggaan van “raadsbesluit” (01-06-2023) naar “verkenning”. Klopt dat?" in each for each in words)
    assert page.current.staat == "verkenning"
    text = said(page.panel)
    assert {"vanaf 01-06-2023", "vanaf 01-09-2023 · bezwaar", "raadsbesluit", "verkenning"} <= set(text)
    (remove,) = [
        each for each in page.panel.findChildren(QToolButton) if each.accessibleName() == "Verwijderen: verkenning"
    ]
    remove.click()
    assert page.current.staat == "raadsbesluit"


def test_removed_by_key_and_undone(qtbot: Any, page: ListScreen, sessie: Session) -> None:
    row = [each.naam for each in page.model.records].index("Nieuwe Esch")
    key(qtbot, page, row, Qt.Key.Key_Delete)
    assert [each.naam for each in page.model.records] == ["Oude Kazerne"]
    sessie.ledger.undo()
    assert len(page.model.records) == 2
    assert page.model.records[row].staat == "raadsbesluit"


def test_all_open_locations_are_counted_in_one_table(page: ListScreen, sessie: Session, answer: Answer) -> None:
    words = answer("310", peildatum="15-9-2023", bron="COA-lijst", times=2)
    page.run(bezetting.ALL)
    assert any("Oude Kazerne heeft 300 plekken, en op 15-09-2023 waren er 310 bezet. Klopt dat?" in w for w in words)
    go_to(page, "Oude Kazerne")
    assert (page.current.bezet, page.current.peildatum) == (310, DAG)
    sessie.ledger.undo()
    assert page.current.bezet == 280


def test_every_location_that_is_too_full_is_named(page: ListScreen, sessie: Session, answer: Answer) -> None:
    sessie.op = datetime.date(2024, 3, 2)
    record_staat(sessie.ledger, Staatwissel(locatie_id=2, staat="open", vanaf=datetime.date(2024, 3, 1)))
    words = answer("301", "401", peildatum="2-3-2024")
    page.run(bezetting.ALL)
    (asked,) = {each for each in words if each.endswith("Klopt dat?")}
    assert "Oude Kazerne heeft 300 plekken" in asked and "Nieuwe Esch heeft 400 plekken" in asked


def test_nothing_filled_in_is_said_and_so_is_what_is_no_number(page: ListScreen, answer: Answer) -> None:
    words = answer("", bron="COA-lijst")
    page.run(bezetting.ALL)
    assert any("Vul bij ten minste één locatie in" in each for each in words)
    words = answer("veel")
    page.run(bezetting.ALL)
    assert any("Oude Kazerne: Bezette plekken: “veel” is niet te lezen" in each for each in words)


def test_without_an_open_location_there_is_nothing_to_count(page: ListScreen, sessie: Session) -> None:
    sessie.op = datetime.date(2020, 1, 1)
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.run(bezetting.ALL)
    assert refused and "Op 01-01-2020 is er geen open locatie" in refused[0]


def test_one_is_counted_and_the_count_taken_out(page: ListScreen, answer: Answer) -> None:
    go_to(page, "Oude Kazerne")
    answer(peildatum="1-8-2023", bezet="260")
    page.run(bezetting.ONE, page.current)
    assert page.current.bezet == 280  # the newest count
    (remove,) = [
        each for each in page.panel.findChildren(QToolButton) if each.accessibleName() == "Verwijderen: 01-08-2023"
    ]
    remove.click()
    assert "01-08-2023" not in said(page.panel)


def test_a_reader_changes_nothing(qtbot: Any, sessie: Session) -> None:
    fill_opvang(sessie.ledger)
    sessie.ledger.read_only = "Alleen lezen."
    page = shown(qtbot, sessie, "Locaties")
    go_to(page, "Oude Kazerne")
    assert "Oude Kazerne" in said(page.panel)
    offered = {each.accessibleName() for each in page.findChildren(QPushButton) if each.isVisibleTo(page)}
    assert not offered & {"Wijzigen", "Staat vastleggen", "Bezetting vastleggen", "Verwijderen", "Bezetting invullen"}
    assert not [each for each in page.panel.findChildren(QToolButton) if "Verwijderen" in each.accessibleName()]
    key(qtbot, page, 0, Qt.Key.Key_Delete)
    assert len(page.model.records) == 2
