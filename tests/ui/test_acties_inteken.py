"""The intekenlijst, what each party can be held to, and what is known: by keyboard, with the file looked at."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from regietafel.actions.verslag import record_regel
from regietafel.domain.verslag import ACTIE
from tests.ui.acties_pages import DAG, KNELPUNT, Typing, fill_meetings, key, press, shown, typing
from tests.ui.pages import gemeente, said
from ui.kit import dialogs, style
from ui.kit.session import Session
from ui.kit.table_card import TableCard
from ui.overlegplekken import ACTIES


@pytest.fixture
def sessie(sessie: Session) -> Session:
    fill_meetings(sessie.ledger)
    return sessie


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Typing:
    return typing(monkeypatch)


def opened(qtbot: Any, sessie: Session, identity: object) -> Any:
    """The page of a party."""
    build = ACTIES.addresses["acties/Per partij"].record
    assert build is not None
    sessie.op = DAG
    page = build(sessie)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(identity)
    page.take_focus()
    return page


def test_parties_sign_up_change_and_stop_by_keyboard(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Intekenlijst")
    assert [(each.titel, each.trekkers, each.stand) for each in page.model.records] == [
        ("Campagne voor kamers", ("Almelo",), "▲ te laat, 0 van 1 gereed")
    ]
    page.select(1)
    type_in(gemeente_id="Borne", toezegging="20 kamers", voor="1-12-2023")
    press(page, "Intekenen…")
    made = sessie.ledger.intekeningen.find(gemeente_id=gemeente(sessie.ledger, "Borne"))
    assert made is not None
    assert (made.rol, made.toezegging, made.staat) == ("doet_mee", "20 kamers", "toegezegd")
    assert made.voor == datetime.date(2023, 12, 1) and page.current.deelnemers == ("Borne",)
    type_in(staat="gereed")
    press(page, "Wijzigen: Borne")
    assert page.current.stand == "▲ te laat, 1 van 2 gereed"
    type_in(tekst="Drukker gevonden")
    press(page, "Voortgang vastleggen: Almelo")
    (note,) = sessie.ledger.voortgangen
    assert (note.intekening_id, note.tekst) == (1, "Drukker gevonden")
    assert "Voortgang van Almelo" in said(page.panel)
    press(page, "Verwijderen: Almelo")
    assert not list(sessie.ledger.voortgangen) and page.current.trekkers == ()
    sessie.ledger.undo()
    assert page.current.trekkers == ("Almelo",)


def test_what_a_gemeente_signed_up_for_stays_of_it_when_it_left_the_table(
    qtbot: Any, sessie: Session, type_in: Typing
) -> None:
    ledger = sessie.ledger
    almelo = ledger.gemeenten.get(gemeente(ledger, "Almelo"))
    with ledger.operation("Almelo gaat van de tafel"):
        ledger.gemeenten.save(replace(almelo, lid=False))
    page = shown(qtbot, sessie, "Intekenlijst")
    page.select(1)
    type_in(toezegging="Het plan en de posters")
    press(page, "Wijzigen: Almelo")
    (signed,) = ledger.intekeningen
    assert (signed.gemeente_id, signed.toezegging) == (almelo.id, "Het plan en de posters")


def test_an_organisation_signs_up_and_a_second_trekker_does_not(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Intekenlijst")
    page.select(1)
    words = type_in(organisatie="corporatie", rol="trekker")
    press(page, "Intekenen…")
    assert "“Campagne voor kamers” heeft al een trekker." in words
    assert len(list(sessie.ledger.intekeningen)) == 1
    type_in(organisatie="corporatie")
    press(page, "Intekenen…")
    assert page.current.deelnemers == ("corporatie",)


def test_an_action_is_added_changed_and_only_removed_when_nobody_signed_up(
    qtbot: Any, sessie: Session, type_in: Typing
) -> None:
    page = shown(qtbot, sessie, "Intekenlijst")
    type_in(titel="Regionale monitor", thema="cijfers")
    page.run(page.primary)
    assert page.current.titel == "Regionale monitor" and page.current.stand == "○ nog niemand"
    type_in(voor="1-3-2024")
    page.table.view.setFocus()
    key(page, Qt.Key.Key_F2)
    assert page.current.voor == datetime.date(2024, 3, 1)
    key(page, Qt.Key.Key_Delete)
    assert [each.titel for each in page.model.records] == ["Campagne voor kamers"]
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.select(1)
    page.table.view.setFocus()
    key(page, Qt.Key.Key_Delete)
    assert "is ingetekend" in refused[0] and len(page.model.records) == 1


def test_each_party_is_told_in_a_sentence(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Per partij")
    rows = {each.partij: each for each in page.model.records}
    assert len(rows) == 15 and list(rows)[-1] == "Provincie"
    assert rows["Almelo"].zin == "Tekende in op 1 actie: 0 gereed, 1 te laat. Er staan 2 acties open."
    assert rows["Borne"].zin == "Tekende nergens op in. Er staat 1 actie open, en die is te laat."
    assert rows["Hengelo"].zin == "Tekende nergens op in. Er staat geen actie open."
    asked: list[tuple[str, object]] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    key(page, Qt.Key.Key_Return)
    assert asked == [("acties/Per partij", (gemeente(sessie.ledger, "Almelo"), "Almelo"))]


def test_the_page_of_a_party_keeps_up_and_goes_out(
    qtbot: Any, sessie: Session, type_in: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, sessie, (gemeente(sessie.ledger, "Almelo"), "Almelo"))
    assert page.title == "Almelo" and "▲ 1 te laat" in said(page)
    type_in(gereed_op="30-10-2023")
    press(page, "Gereed melden")
    assert sum(each.gereed_op is not None for each in sessie.ledger.verslagregels) == 2
    assert any("Er staat 1 actie open." in each for each in said(page))
    targets: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        targets.append(name)
        return tmp_path / name

    monkeypatch.setattr(dialogs, "choose_to_save", choose)
    press(page, "Exporteren")
    assert targets == ["Open acties Almelo.xlsx"] and (tmp_path / targets[0]).stat().st_size > 1000
    sessie.op = datetime.date(2023, 6, 1)  # before anything was due
    assert "● op schema" in said(page)


def test_all_of_an_action_can_be_read_on_the_page_of_a_party(qtbot: Any, sessie: Session) -> None:
    ledger = sessie.ledger
    mine = next(each for each in ledger.verslagregels if each.soort == ACTIE and each.gereed_op is None)
    record_regel(ledger, replace(mine, tekst="percelen zoeken " * 40), [(gemeente(ledger, "Almelo"), "")])
    page = opened(qtbot, sessie, (gemeente(ledger, "Almelo"), "Almelo"))
    table = next(each for each in page.findChildren(TableCard) if each.table.view.accessibleName() == "Open acties")
    view = table.table.view
    rows = range(table.model.rowCount())
    qtbot.waitUntil(lambda: max(map(view.rowHeight, rows)) > 3 * style.ROW and not view.horizontalScrollBar().maximum())


def test_a_party_that_has_nothing_any_more_leaves_its_page(qtbot: Any, sessie: Session) -> None:
    page = opened(qtbot, sessie, (None, "Provincie"))
    assert page.is_there
    with qtbot.waitSignal(page.gone):
        page.open((None, "niemand"))


def test_measures_are_kept_searched_and_put_with_a_knelpunt(qtbot: Any, sessie: Session, type_in: Typing) -> None:
    page = shown(qtbot, sessie, "Kennis")
    type_in(
        titel="Splitsen", tekst="Een hoekwoning in twee huizen", thema="flexwonen", bron="handreiking", datum="1-2-2023"
    )
    page.run(page.primary)
    made = sessie.ledger.kennis.find(titel="Splitsen")
    assert made is not None and (made.bron, made.datum) == ("handreiking", datetime.date(2023, 2, 1))
    page.filter.take_focus()
    for letter in (Qt.Key.Key_H, Qt.Key.Key_O, Qt.Key.Key_E, Qt.Key.Key_K):
        key(page, letter)
    assert [each.titel for each in page.model.records] == ["Splitsen"]  # a word of the text, not of the title
    key(page, Qt.Key.Key_Escape)
    type_in(knelpunt="05-06-2023")
    press(page, "Bij een knelpunt zetten…")
    (link,) = sessie.ledger.kennislinks
    assert (link.regel_id, link.kennis_id) == (KNELPUNT, made.id)
    assert page.current.knelpunten == 1 and "Te weinig woningen voor grote gezinnen" in said(page.panel)
    asked: list[tuple[str, object]] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    press(page, "Knelpunt openen: Te weinig woningen voor grote gezinnen")
    assert asked == [("acties/Register", KNELPUNT)]
    press(page, "Niet meer bij dit knelpunt: Te weinig woningen voor grote gezinnen")
    assert not list(sessie.ledger.kennislinks)
    page.table.view.setFocus()
    key(page, Qt.Key.Key_Delete)
    assert sessie.ledger.kennis.find(titel="Splitsen") is None


def test_without_a_knelpunt_there_is_none_to_choose(qtbot: Any, session: Session, type_in: Typing) -> None:
    page = shown(qtbot, session, "Kennis")
    assert any("maatregelen en goede voorbeelden" in each for each in said(page))
    type_in(titel="Splitsen")
    press(page, "Maatregel toevoegen")
    refused: list[str] = []
    session.refused.connect(refused.append)
    press(page, "Bij een knelpunt zetten…")
    assert "Er is geen ander knelpunt" in refused[0]


@pytest.mark.parametrize("tab", ["Acties", "Register", "Per partij", "Intekenlijst", "Kennis"])
def test_a_file_to_read_only_offers_nothing_that_changes(qtbot: Any, sessie: Session, tab: str) -> None:
    sessie.ledger.read_only = "Alleen lezen."
    page = shown(qtbot, sessie, tab)
    page.select(page.listing.identity(page.model.records[0]))
    names = {each.accessibleName() for each in page.panel.findChildren(QPushButton)}
    assert page.manual == "acties" and not any(
        each.startswith(("Wijzigen", "Intekenen", "Verwijderen")) for each in names
    )
