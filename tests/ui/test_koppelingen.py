"""The pages beside the herverdelingen: koppelingen handed over, and bestuurlijke afspraken."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from regietafel.actions.koppelingen import record_koppelingen
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.periode import Periode
from tests.ui.pages import said, shown, write
from ui.app import periodes
from ui.kit.dialogs import EditDialog
from ui.kit.listing import ListScreen
from ui.kit.session import Session


@pytest.fixture
def koppelingen(qtbot: Any, sessie: Session) -> Any:
    return shown(qtbot, sessie, "herverdelingen/Koppelingen")


@pytest.fixture
def afspraken(qtbot: Any, sessie: Session) -> Any:
    return shown(qtbot, sessie, "herverdelingen/Afspraken")


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The next dialog is filled in like this and finished; returns what it said."""

    def answer(**values: str) -> list[str]:
        seen: list[str] = []

        def exec_(dialog: EditDialog) -> int:
            for name, value in values.items():
                write(dialog.form.editor(name), value)
            seen.extend(said(dialog.form))
            dialog.accept()
            seen.extend(said(dialog.form))
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", exec_)
        return seen

    return answer


def begin(page: ListScreen) -> None:
    assert page.primary
    page.run(page.primary)


def key(qtbot: Any, page: ListScreen, row: int, pressed: Qt.Key) -> None:
    page.table.view.setCurrentIndex(page.model.index(row, 0))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, pressed)


@pytest.mark.parametrize("address", ["herverdelingen/Koppelingen", "herverdelingen/Afspraken"])
def test_nothing_yet_says_what_it_does_not_do(qtbot: Any, sessie: Session, address: str) -> None:
    page = shown(qtbot, sessie, address)
    assert any("Dit verandert niets aan de taakstelling" in text for text in said(page))
    assert page.primary and any(each.text() == page.primary.label for each in page.findChildren(QPushButton))


def test_koppelingen_are_recorded_changed_removed_and_undone(
    qtbot: Any, koppelingen: ListScreen, sessie: Session, fill: Any
) -> None:
    words = fill(van_id="Enschede", naar_id="Borne", datum="1-9-2023", aantal="2", grootte="4")
    begin(koppelingen)
    assert any("Geen namen" in text for text in words)
    assert [each.personen for each in koppelingen.model.records] == [8]
    text = said(koppelingen)
    assert any("niets aan de taakstelling" in each for each in text)
    assert any("Meer te huisvesten: Borne +8. Minder: Enschede −8." in each for each in text)
    assert "Enschede → Borne" in said(koppelingen.panel)
    fill(aantal="3", toelichting="woning voor groot gezin")
    key(qtbot, koppelingen, 0, Qt.Key.Key_F2)
    assert koppelingen.current.personen == 12
    qtbot.waitUntil(lambda: "woning voor groot gezin" in said(koppelingen.panel))
    key(qtbot, koppelingen, 0, Qt.Key.Key_Delete)
    assert not koppelingen.model.records
    sessie.ledger.undo()
    assert [each.personen for each in koppelingen.model.records] == [12]
    assert koppelingen.table.totals is not None
    totals = koppelingen.table.totals.model()
    row = [totals.index(0, column).data() for column in range(totals.columnCount())]
    assert row.count("3") == 1 and row.count("12") == 1


def test_the_half_year_of_the_date_is_shown(koppelingen: ListScreen, sessie: Session, fill: Any) -> None:
    fill(van_id="Enschede", naar_id="Borne", datum="1-3-2019", aantal="2", grootte="4")
    begin(koppelingen)
    assert sessie.periode == Periode(2019, 1)
    assert sessie.periode in periodes(sessie.ledger)
    assert len(koppelingen.model.records) == 1


def test_a_mistake_stays_in_the_dialog(koppelingen: ListScreen, fill: Any) -> None:
    words = fill(van_id="Enschede", naar_id="Enschede", datum="1-9-2023", aantal="2", grootte="4")
    begin(koppelingen)
    assert any("aan zichzelf" in each for each in words)
    assert not koppelingen.model.records


def test_a_file_that_changed_elsewhere_is_shown(koppelingen: ListScreen, sessie: Session) -> None:
    day = datetime.date(2023, 9, 1)
    record_koppelingen(sessie.ledger, Koppelingoverdracht(van_id=1, naar_id=2, datum=day, aantal=1, grootte=1))
    assert len(koppelingen.model.records) == 1


def test_an_afspraak_is_recorded_changed_removed_and_undone(
    qtbot: Any, afspraken: ListScreen, sessie: Session, fill: Any
) -> None:
    fill(datum="2-10-2023", onderwerp="Opvang in Almelo", partijen="Almelo en Borne", tekst="Regel een.\nRegel twee.")
    begin(afspraken)
    assert [each.onderwerp for each in afspraken.model.records] == ["Opvang in Almelo"]
    assert "Regel een.\nRegel twee." in said(afspraken.panel)
    assert any("geen enkel ander cijfer" in each for each in said(afspraken))
    fill(onderwerp="Opvang in Almelo en Borne")
    key(qtbot, afspraken, 0, Qt.Key.Key_F2)
    assert afspraken.current.onderwerp == "Opvang in Almelo en Borne"
    key(qtbot, afspraken, 0, Qt.Key.Key_Delete)
    assert not afspraken.model.records
    sessie.ledger.undo()
    assert len(afspraken.model.records) == 1
