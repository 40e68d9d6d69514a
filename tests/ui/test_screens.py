"""What each place shows and does, on the ledger."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QToolButton

from regietafel.actions import boekingen as actions
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Correctie, Realisatie
from regietafel.ledger import Ledger
from tests.ui.pages import said, shown, write
from ui.app import PLACES
from ui.kit.dialogs import EditDialog
from ui.kit.listing import ListScreen
from ui.kit.screen import Screen
from ui.kit.session import Session

PERIODE = Periode(2023, 2)
Fill = Callable[..., None]


@pytest.fixture
def sessie(voorbeeldsessie: Session) -> Session:
    return voorbeeldsessie


@pytest.fixture
def visit(qtbot: Any, sessie: Session) -> Callable[[str], Screen]:
    return partial(shown, qtbot, sessie)


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Fill:
    """The next dialog is filled in like this and finished."""

    def answer(**values: str | bool) -> None:
        def exec_(dialog: EditDialog) -> int:
            for name, value in values.items():
                write(dialog.form.editor(name), value)
            dialog.accept()
            assert dialog.result() == QDialog.DialogCode.Accepted, said(dialog)
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", exec_)

    return answer


def go_to(page: Screen, naam: str) -> ListScreen:
    assert isinstance(page, ListScreen)
    row = next(row for row, record in enumerate(page.model.records) if naam in vars(record).values())
    page.table.view.setCurrentIndex(page.model.index(row, 0))
    return page


def do(page: ListScreen, label: str) -> None:
    page.run(next(command for command in page.listing.commands if command.label == label), page.current)


def test_overzicht_shows_the_figures_of_the_file(visit: Callable[[str], Screen], sessie: Session) -> None:
    page = visit("overzicht/Stand")
    words = said(page)
    assert "985" in words and "nog niet ingevuld" in words and "versie van 02-05-2023" in words
    assert isinstance(page, ListScreen) and len(page.model.records) == 14
    assert page.table.totals is not None and page.table.totals.model().index(0, 1).data() == "985"


def test_every_number_of_the_stand_says_where_it_comes_from(
    visit: Callable[[str], Screen], sessie: Session, qtbot: Any
) -> None:
    borne = sessie.ledger.gemeenten.find(naam="Borne")
    assert borne is not None and borne.id is not None
    fix = Correctie(gemeente_id=borne.id, periode=PERIODE, aantal=-2, reden="dubbel", datum=datetime.date(2023, 9, 1))
    actions.record_correctie(sessie.ledger, fix)
    page = go_to(visit("overzicht/Stand"), "Borne")
    view = page.table.view
    column = next(number for number, field in enumerate(page.model.fields) if field.name == "opgave")
    cell = page.model.index(view.currentIndex().row(), column)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(cell).center())
    words = said(page.panel)
    assert "Opgave van Borne in 2023-II" in words and "36" in words
    assert "01-09-2023: dubbel" in words and any("Correctie geboekt voor Borne" in word for word in words)
    view.setCurrentIndex(page.model.index(cell.row(), column + 1))
    with qtbot.waitActive(page):
        page.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F4)
    assert "Realisatie van Borne in 2023-II" not in said(page.panel)  # unknown: there is no story
    view.setCurrentIndex(cell)
    qtbot.keyClick(view, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert "Opgave van de tafel in 2023-II" in said(page.panel) and "983" in said(page.panel)


def test_realisatie_beginstand_and_correctie_are_booked(
    visit: Callable[[str], Screen], fill: Fill, sessie: Session
) -> None:
    page = go_to(visit("overzicht/Stand"), "Borne")
    fill(peildatum="1-9-2023", aantal="20", bron="COA-lijst")
    do(page, "Realisatie invullen")
    fill(aantal="-3")
    do(page, "Beginstand invullen")
    fill(aantal="+2", reden="Dubbel geteld")
    do(page, "Correctie boeken")
    borne = page.current
    assert borne.gemeente == "Borne"
    assert (borne.taakstelling, borne.beginstand, borne.correctie, borne.opgave) == (38, -3, 2, 37)
    assert (borne.realisatie, borne.saldo) == (20, 17)
    words = said(page.panel)
    assert "▲ nog te huisvesten" in words and "COA-lijst" in words and "Dubbel geteld" in words


def test_next_realisatie_starts_with_the_last_peildatum(
    visit: Callable[[str], Screen], sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = Realisatie(gemeente_id=1, periode=PERIODE, peildatum=datetime.date(2023, 10, 1), aantal=5, bron="COA")
    actions.record_realisatie(sessie.ledger, count)
    seen: list[str] = []

    def exec_(dialog: EditDialog) -> int:
        seen.extend(line.text() for line in dialog.findChildren(QLineEdit))
        return 0

    monkeypatch.setattr(QDialog, "exec", exec_)
    do(go_to(visit("overzicht/Stand"), "Wierden"), "Realisatie invullen")
    assert seen == ["01-10-2023", "", "COA"]


def test_booking_is_taken_out_from_the_panel(visit: Callable[[str], Screen], sessie: Session) -> None:
    borne = sessie.ledger.gemeenten.find(naam="Borne")
    assert borne is not None and borne.id is not None
    count = Realisatie(gemeente_id=borne.id, periode=PERIODE, peildatum=datetime.date(2023, 10, 1), aantal=5)
    actions.record_realisatie(sessie.ledger, count)
    page = go_to(visit("overzicht/Stand"), "Borne")
    buttons = page.panel.findChildren(QToolButton)
    next(each for each in buttons if each.accessibleName() == "Verwijderen: 01-10-2023").click()
    assert not list(sessie.ledger.realisaties) and page.current.realisatie is None


def test_taakstelling_number_and_version_are_changed(
    visit: Callable[[str], Screen], fill: Fill, sessie: Session
) -> None:
    page = go_to(visit("taakstelling/Versies"), "Borne")
    fill(aantal="40", amv="4")
    do(page, "Aantal wijzigen")
    assert (page.current.aantal, page.current.amv) == (40, 4)
    from ui.screens.taakstelling import VERSIE_COMMANDS

    fill(datum="10-11-2023", landelijk="17.600")
    page.run(VERSIE_COMMANDS[1], None)
    assert [versie.landelijk for versie in sessie.ledger.taakstellingsversies] == [27_300, 17_600]
    assert len(page.model.records) == 14  # the version that is looked at stays


def test_new_version_lists_every_member_to_fill_in(visit: Callable[[str], Screen], fill: Fill, sessie: Session) -> None:
    sessie.periode = Periode(2026, 1)
    page = visit("taakstelling/Versies")
    assert isinstance(page, ListScreen) and not page.model.records
    from ui.screens.taakstelling import ADD

    fill(datum="01-10-2025")
    page.run(ADD, None)
    assert len(page.model.records) == 14 and {regel.aantal for regel in page.model.records} == {None}
    go_to(page, "Borne")
    fill(aantal="33")
    do(page, "Aantal wijzigen")
    assert page.current.aantal == 33


def test_gemeente_is_added_changed_and_taken_out(
    visit: Callable[[str], Screen], fill: Fill, sessie: Session, qtbot: Any
) -> None:
    page = visit("gemeenten")
    assert page.primary is not None and isinstance(page, ListScreen)
    fill(gemeente="Deventer", lid=False)
    page.run(page.primary)
    deventer = sessie.ledger.gemeenten.find(naam="Deventer")
    assert deventer is not None and deventer.gm_code == "GM0150" and not deventer.lid
    go_to(page, "Deventer")
    do(page, "Lid of geen lid maken")
    assert page.current.lid
    fill(plaats="Deventer")
    do(page, "Wijzigen")
    assert page.current.plaats == "Deventer"
    do(page, "Verwijderen")
    assert sessie.ledger.gemeenten.find(naam="Deventer") is None
    go_to(page, "Borne")
    with qtbot.waitSignal(sessie.refused) as refused:
        do(page, "Verwijderen")
    assert "geen lid" in refused.args[0]


def test_logboek_says_before_and_after_in_words(visit: Callable[[str], Screen], fill: Fill, sessie: Session) -> None:
    fill(aantal="41")
    do(go_to(visit("taakstelling/Versies"), "Borne"), "Aantal wijzigen")
    page = visit("logboek")
    assert isinstance(page, ListScreen)
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    words = said(page.panel)
    assert "Taakstelling van Borne gewijzigd" in words
    assert words[words.index("Borne") :] == ["Borne", "Taakstelling", "38", "41"]
    assert "gemeente_id" not in " ".join(words)


def test_logboek_does_not_drown_in_a_large_operation(visit: Callable[[str], Screen]) -> None:
    page = visit("logboek")
    assert isinstance(page, ListScreen)
    page.table.view.setCurrentIndex(page.model.index(len(page.model.records) - 1, 0))
    assert any("… en nog" in word for word in said(page.panel))


def test_instellingen_change_the_table_and_an_address(
    visit: Callable[[str], Screen], fill: Fill, sessie: Session
) -> None:
    page = visit("instellingen")
    fill(voorzitter="burgemeester van Borne")
    from ui.screens.instellingen import edit_adressaat, edit_regio

    edit_regio(page, None)
    assert "burgemeester van Borne" in said(page)
    coa = next(iter(sessie.ledger.adressaten))
    fill(gecontroleerd_op="20-11-2026", bron="www.coa.nl")
    edit_adressaat(page, coa)
    assert "20-11-2026" in said(page)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("INSERT INTO alias (naam, gm_code) VALUES ('Hatterij', 'GM9999')", ""),
        ("INSERT INTO kolomindeling (soort, kenmerk, inhoud) VALUES ('realisatie', 'gemeente', '{')", ""),
        (
            "INSERT INTO overzichtregel (gemeente_id, periode, peildatum, saldo, bron)"
            " VALUES (1, '2023-II', '2030-01-01', 5, '')",
            "hoort niet bij 2023-II",
        ),
        ("INSERT INTO inwoners (gm_code, peildatum, aantal, bron) VALUES ('x', '2022-01-01', 4, '')", "gemeentecode"),
        ("INSERT INTO termijn (omschrijving, maand, dag, bron) VALUES ('x', 2, 31, '')", "geen dag van het jaar"),
    ],
)
def test_what_another_wrote_in_the_file_is_a_sentence_on_the_page(
    voorbeeld: Path, qtbot: Any, statement: str, sentence: str
) -> None:
    with contextlib.closing(sqlite3.connect(voorbeeld)) as db:
        db.execute(statement)
        db.commit()
    session = Session(Ledger.open(voorbeeld), PERIODE)
    refusals: list[str] = []
    session.refused.connect(refusals.append)
    for place in PLACES:
        for page in place.pages:
            shown = page.build(session)
            qtbot.addWidget(shown)
            shown.show()
    session.close()
    assert bool(refusals) == bool(sentence)
    assert all(sentence in refusal for refusal in refusals)
