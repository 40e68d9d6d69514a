"""The window with the publication version: choosing by keyboard, before and after, undoing, saving."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import edit_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.ui.importing import P, make_twente
from ui.kit.session import Session
from ui.wizards.herverdeling_stukken import COMMANDS
from ui.wizards.leveren import LeverDialog
from ui.wizards.openbaar import OpenbaarWindow, of_herverdeling

OFFICIAL, MAIL, CHAIR = "Q. Zwiebelmuts", "q.zwiebelmuts@twente.example", "burgemeester van Almelo"


@pytest.fixture
def sessie(qapp: QApplication) -> Iterator[Session]:
    made = Session(Ledger.in_memory(), P)
    make_twente(made.ledger)
    regels = [(number, 100, None, None) for number, _gemeente in enumerate(made.ledger.gemeenten, 1)]
    day = datetime.date(2023, 5, 2)
    import_taakstelling(made.ledger, periode=P, datum=day, landelijk=None, bron="circulaire", regels=regels)
    [regio] = made.ledger.regio
    edit_regio(made.ledger, replace(regio, voorzitter=CHAIR, secretaris=OFFICIAL, e_mail=MAIL))
    yield made
    made.close()


@pytest.fixture
def id(sessie: Session) -> int:
    return make_herverdeling(sessie.ledger, P, [Deel("Enschede", "Borne", 3)])


@pytest.fixture
def window(qtbot: Any, sessie: Session, id: int) -> Iterator[OpenbaarWindow]:
    host = QWidget()
    qtbot.addWidget(host)
    made = OpenbaarWindow(sessie, of_herverdeling(sessie, blad(sessie.ledger, id)), host)
    made.open()
    yield settled(made)
    made.close()


def settled(window: OpenbaarWindow) -> OpenbaarWindow:
    """Once it has found out what goes."""
    while window.looking:
        QTest.qWait(5)
    return window


def rows(window: OpenbaarWindow) -> dict[str, bool]:
    """The rows by their text, and whether they are ticked."""
    settled(window)
    items = [window.found.list.item(row) for row in range(window.found.list.count())]
    return {item.text().split("  ")[0]: item.checkState() == Qt.CheckState.Checked for item in items}


def go_to(window: OpenbaarWindow, tekst: str) -> None:
    window.found.list.setCurrentRow(list(rows(window)).index(tekst))


def pages(data: bytes) -> str:
    read = pypdfium2.PdfDocument(data)
    said = " ".join(page.get_textpage().get_text_bounded() for page in read)
    read.close()
    return said


def shown(qtbot: Any, window: OpenbaarWindow, label: str) -> None:
    window.document.setCurrentText(label)
    window.document.activated.emit(window.document.currentIndex())
    qtbot.waitUntil(lambda: label in window.before.accessibleName())


def test_officials_are_ticked_and_bestuurders_not(window: OpenbaarWindow) -> None:
    assert rows(window) == {CHAIR: False, OFFICIAL: True, MAIL: True, "Zwiebelmuts": True}
    go_to(window, OFFICIAL)
    assert window.found.list.accessibleName() == "Wat weggaat"
    assert window.found.ground.currentText().startswith("5.1.2e")
    go_to(window, CHAIR)
    assert not window.found.ground.isEnabled()


def test_space_lets_a_text_stay_and_undo_brings_it_back(qtbot: Any, window: OpenbaarWindow, sessie: Session) -> None:
    go_to(window, MAIL)
    qtbot.keyClick(window.found.list, Qt.Key.Key_Space)
    assert not rows(window)[MAIL]
    assert [(each.tekst, each.grond) for each in sessie.ledger.weglatingen] == [(MAIL, "")]
    assert window.found.list.currentItem().text().startswith(MAIL)
    assert settled(window).found.back.isVisible()
    qtbot.keyClick(window.found.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(window)[MAIL] and not [*sessie.ledger.weglatingen]


def test_another_ground_and_taking_it_back(qtbot: Any, window: OpenbaarWindow, sessie: Session) -> None:
    go_to(window, OFFICIAL)
    place = window.found.ground.findText("5.2.1", Qt.MatchFlag.MatchStartsWith)
    window.found.ground.activated.emit(place)
    assert [each.grond for each in sessie.ledger.weglatingen] == ["5.2.1"]
    assert settled(window).found.ground.currentText().startswith("5.2.1")
    qtbot.mouseClick(window.found.back, Qt.MouseButton.LeftButton)
    assert not [*sessie.ledger.weglatingen]


def test_one_adds_a_text_of_ones_own(qtbot: Any, window: OpenbaarWindow, sessie: Session) -> None:
    qtbot.keyClicks(window.found.own, "o")
    qtbot.keyClick(window.found.own, Qt.Key.Key_Return)
    assert "minstens twee tekens" in window.found._problem.text()
    window.found.own.setText("staat nergens in")
    qtbot.keyClick(window.found.own, Qt.Key.Key_Return)
    assert window.found.own.text() == "" and not window.found._problem.isVisible()
    found = settled(window).found.list
    assert "staat nergens" in found.item(found.count() - 1).text()  # below what does stand somewhere


def test_before_and_after_stand_beside_each_other(qtbot: Any, window: OpenbaarWindow) -> None:
    shown(qtbot, window, "Kennisgeving COA")
    assert window.after.accessibleName().endswith("(openbaar)")
    assert window.before.page_count and window.after.page_count


def test_small_counts_lead_to_their_document(qtbot: Any, window: OpenbaarWindow) -> None:
    assert "Enschede, Wijziging: −3" in window.small.item(0).text()
    last = window.small.item(window.small.count() - 1)
    window.small.itemActivated.emit(last)
    assert last.text().startswith(window.document.currentText())


def test_all_is_saved_under_public_names_without_what_goes(
    qtbot: Any, tmp_path: Path, window: OpenbaarWindow, sessie: Session
) -> None:
    def order() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeverDialog)
        dialog.folder.line.setText(str(tmp_path))
        for name in ("dossier", "zip", "eml"):
            dialog.form.editor(name).setProperty("checked", True)
        dialog.accept()
        dialog.reject()

    QTimer.singleShot(50, order)
    qtbot.mouseClick(window.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.notice.isVisible)
    saved = sorted(tmp_path.glob("HV*.pdf"))
    assert saved and all(path.name.endswith(" (openbaar).pdf") for path in saved)
    assert {path.suffix for path in tmp_path.glob("HV*")} == {".pdf", ".zip", ".eml"}
    said = " ".join(pages(path.read_bytes()) for path in saved)
    assert "wiebelmuts" not in said and CHAIR in said and "Weggelaten bij openbaarmaking" in said
    assert {each.openbaar for each in sessie.ledger.archiefstukken} == {True}


def test_when_the_agreement_is_withdrawn_nothing_can_be_saved(window: OpenbaarWindow, sessie: Session, id: int) -> None:
    withdraw_herverdeling(sessie.ledger, id, P.begin, "Toch niet.")
    assert not window.all.isEnabled() and "ingetrokken" in window.notice.text


def test_the_page_of_an_agreement_offers_it(sessie: Session, id: int) -> None:
    assert "Openbare versie…" in [command.label for command in COMMANDS]
