"""The point that is on: how one goes to it, and what stands, is said and can be opened with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from regietafel.actions.agenda import remove_punt, save_punt
from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.domain.agenda import STAND, Agendapunt
from regietafel.queries.agenda import agenda
from tests.core.documents.bundels import png
from tests.ui.meeting import (
    CTRL,
    SHIFT,
    in_file,
    press,
    said,
)
from ui.kit.pdf_window import PdfWindow
from ui.wizards.vergadering_venster import Vergadering

Key = Qt.Key


class Reader(QObject):
    """What the computer has for a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


def test_to_the_next_point_with_and_without_ticking(window: Vergadering, overleg_id: int) -> None:
    press(window, Key.Key_PageDown)
    press(window, Key.Key_PageDown, SHIFT)
    press(window, Key.Key_Down, CTRL)
    done = [each.nummer for each in agenda(window.session.ledger, overleg_id) if each.besproken]
    assert done == ["1", "2.1"]
    press(window, Key.Key_PageUp)
    press(window, Key.Key_Up, CTRL)
    assert window.punt is not None and window.punt.nummer == "2"
    press(window, Key.Key_D, CTRL)
    assert window.punt.besproken
    press(window, Key.Key_D, CTRL)
    assert not window.punt.besproken


def test_a_line_that_goes_along_to_another_point_says_so(window: Vergadering, path: Path, overleg_id: int) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "B Nog niet vastgelegd")
    press(window, Key.Key_PageDown)
    assert "nog niet vastgelegd: met Enter komt zij bij punt 2." in said(window.beeld.invoer)
    press(window, Key.Key_PageUp)
    assert "komt zij bij punt 1." in said(window.beeld.invoer)
    press(window, Key.Key_Return)
    (regel,) = in_file(path, overleg_id)
    assert (regel.tekst, regel.punt_nummer) == ("Nog niet vastgelegd", "1")
    press(window, Key.Key_PageDown)
    assert "nog niet vastgelegd" not in said(window.beeld.invoer)


def test_a_title_of_any_length_leaves_room_for_the_other_points(window: Vergadering, overleg_id: int) -> None:
    punt = save_punt(window.session.ledger, Agendapunt(overleg_id=overleg_id, titel="Wonen in Twente " * 300))
    window.go_to(punt.id or 0)
    QApplication.processEvents()
    agenda = window.beeld.agenda
    shown = [agenda.visualItemRect(agenda.item(row)) for row in range(agenda.count())]
    assert sum(agenda.viewport().rect().contains(each) for each in shown) > 4
    assert punt.titel in said(window.beeld.punt)


def test_a_point_that_comes_on_is_announced_with_what_is_on_paper(
    window: Vergadering, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.beeld.invoer.line.accessibleDescription().startswith("1 Opening en vaststellen agenda. Ter besluit")
    heard: list[str] = []
    announced = lambda event: heard.append(event.message())  # noqa: E731
    monkeypatch.setattr(QAccessible, "updateAccessibility", announced)
    while window.punt and window.punt.nummer != "3.1":
        press(window, Key.Key_PageDown)
    assert heard[-1] == (
        "3.1 Samen zoeken naar locaties. Ter besluitvorming · burgemeester van Hengelo."
        " De memo stelt voor hoe de gemeenten percelen beoordelen."
        " Bijlagen: Memo: samen zoeken naar locaties"
    )
    press(window, Key.Key_I, CTRL)
    assert window.punt is not None and heard[-1] == (window.punt.intern or "Geen aantekening.")


def test_the_figures_of_a_point_are_heard_and_walked_through_by_keyboard(
    window: Vergadering, overleg_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    punt = next(each for each in agenda(window.session.ledger, overleg_id) if each.deel == STAND)
    deel = make_deel(window.session.ledger, STAND, window.session.op, overleg_id)
    heard: list[str] = []
    announced = lambda event: heard.append(event.message())  # noqa: E731
    with monkeypatch.context() as patch:
        patch.setattr(QAccessible, "updateAccessibility", announced)
        window.go_to(punt.id)
    for told in (heard[-1], window.beeld.invoer.line.accessibleDescription()):
        assert deel.zin.rstrip(".") in told and "Ctrl+T toont de cijfers in een tabel" in told
    press(window, Key.Key_T, CTRL)
    table = window.focusWidget()
    assert isinstance(table, QTableView) and deel.zin in table.accessibleName()
    press(window, Key.Key_Down)
    press(window, Key.Key_Right)
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{deel.koppen[1].tekst}: {deel.rijen[1].cellen[1]}"
    press(window, Key.Key_Escape)
    assert window.focusWidget() is window.beeld.invoer.line and window.isVisible()


def test_the_note_of_the_chair_is_shown_when_asked(window: Vergadering) -> None:
    press(window, Key.Key_PageDown)
    assert "Vraag Enschede en Borne" not in said(window)
    press(window, Key.Key_I, CTRL)
    assert "Vraag Enschede en Borne" in said(window)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_PageUp)
    assert "Vraag Enschede en Borne" not in said(window)  # asked for at one point is not asked for at all


def test_a_point_that_is_taken_off_leaves_no_note_of_another_on_the_wall(window: Vergadering) -> None:
    ledger, punt = window.session.ledger, window.punt
    assert punt is not None
    press(window, Key.Key_I, CTRL)
    assert "Voor de voorzitter" in said(window)
    remove_punt(ledger, ledger.agendapunten.get(punt.id))
    assert window.punt is not None and window.punt.id != punt.id
    assert "Voor de voorzitter" not in said(window)


def test_figures_and_annexes_of_a_point(qtbot: Any, window: Vergadering) -> None:
    press(window, Key.Key_PageDown)
    press(window, Key.Key_PageDown)
    assert "Stand van de taakstelling 2023-II" in said(window) and "Rijssen-Holten" in said(window)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PdfWindow)))
    (shown,) = window.findChildren(PdfWindow)
    assert shown.windowTitle() == "Memo: samen zoeken naar locaties"
    QTest.keyClick(shown, Key.Key_Escape)
    assert window.isVisible()


def test_another_program_gets_a_copy_that_goes(qtbot: Any, window: Vergadering, overleg_id: int) -> None:
    punt = agenda(window.session.ledger, overleg_id)[0]
    add_agendabijlage(window.session.ledger, punt.id, "Kaart", "kaart.png", png())
    add_agendabijlage(window.session.ledger, punt.id, "Stuk", "stuk.pdf", b"%PDF")
    reader = Reader()
    QDesktopServices.setUrlHandler("file", reader, "show")  # type: ignore[arg-type] # the stub is wrong
    try:
        press(window, Key.Key_1, CTRL)
        qtbot.waitUntil(lambda: bool(reader.shown))
        assert reader.shown[0].read_bytes() == png()
        press(window, Key.Key_2, CTRL)
        qtbot.waitUntil(lambda: "stuk.pdf" in said(window))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    window.close()
    assert not reader.shown[0].exists()
