"""A meeting that is held by keyboard alone; what counts is what is in the file, after every key."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from regietafel.actions.agenda import remove_punt, set_besproken
from regietafel.domain.overleg import BEZIG, VERSLAG_CONCEPT
from regietafel.domain.verslag import ACTIE, AFWEZIG, AFWEZIG_MK, BESLUIT, KNELPUNT
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import aanwezigheid
from tests.ui.meeting import (
    CTRL,
    finish,
    hold,
    in_file,
    prepared,
    press,
    said,
    then,
    write,
)
from ui.kit.dialogs import EditDialog
from ui.kit.session import Session
from ui.wizards.vergadering_slot import closing_words
from ui.wizards.vergadering_venster import Vergadering

Key = Qt.Key


def test_a_meeting_by_keyboard_from_opening_to_close(window: Vergadering, path: Path, overleg_id: int) -> None:
    ledger = window.session.ledger
    assert staat(ledger, overleg_id) == BEZIG

    press(window, Key.Key_G, CTRL)  # attendance: all are expected; Tubbergen is the twelfth and sent word
    for _down in range(11):
        press(window, Key.Key_Down)
    press(window, Key.Key_M)
    press(window, Key.Key_Escape)
    rows = aanwezigheid(ledger, overleg_id)
    assert [each.partij for each in rows if each.aanwezig == AFWEZIG_MK] == ["Tubbergen"]
    assert sum(each.aanwezig == "aanwezig" for each in rows) == 13
    assert [each.partij for each in rows if each.voorzitter] == ["Almelo"]

    typed = {
        "1": ["B De agenda is vastgesteld."],
        "2": ["K De bezetting van de noodopvang is niet bekend."],
        "2.1": ["B De stand gaat naar alle colleges."],
        "3": ["A Enschede: stuurt de brief van het COA rond, voor 1 oktober 2023"],
        "3.1": ["B De memo is het kader.", "A Hengelo en Borne: zoeken samen naar percelen, voor 15-11-2023"],
        "3.2": ["K De omwonenden weten het nog niet."],
        "4": ["B Het verslag is vastgesteld."],
        "6": ["A COA: meldt de plekken in de winter, voor 1 december"],
    }
    count = 0
    for punt in agenda(ledger, overleg_id):
        assert window.punt is not None and window.punt.nummer == punt.nummer
        for line in typed.get(punt.nummer, ()):
            write(window, line)
            count += 1
            stored = in_file(path, overleg_id)
            assert len(stored) == count
            assert (stored[-1].invoer, stored[-1].punt_nummer, stored[-1].vraag) == (line, punt.nummer, "")
            assert window.beeld.invoer.text == ""
        press(window, Key.Key_PageDown)

    soorten = [each.soort for each in in_file(path, overleg_id)]
    assert (soorten.count(BESLUIT), soorten.count(KNELPUNT), soorten.count(ACTIE)) == (4, 2, 3)
    acties = {each.houders: each.voor for each in in_file(path, overleg_id) if each.soort == ACTIE}
    assert acties == {
        ("Enschede",): datetime.date(2023, 10, 1),
        ("Borne", "Hengelo"): datetime.date(2023, 11, 15),
        ("COA",): datetime.date(2023, 12, 1),
    }
    assert all(each.besproken for each in agenda(ledger, overleg_id))

    then(finish)
    press(window, Key.Key_Return, CTRL)
    assert staat(ledger, overleg_id) == VERSLAG_CONCEPT
    assert not window.isVisible()


def test_what_comes_back_is_said_before_closing(window: Vergadering, overleg_id: int) -> None:
    write(window, "A Xyz: belt")
    press(window, Key.Key_Return)
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        seen.append(said(dialog))
        QTest.keyClick(dialog, Key.Key_Escape)

    then(look)
    press(window, Key.Key_Return, CTRL)
    assert "Niet besproken: 9 punten. Op de volgende agenda komen terug: 2.1, 3.1 en 3.2." in seen[0]
    assert "Er staat nog een vraag bij 1 regel." in seen[0]
    assert staat(window.session.ledger, overleg_id) == BEZIG and window.isVisible()


def test_one_point_that_comes_back_is_one_and_an_empty_agenda_was_not_discussed(
    sessie: Session, overleg_id: int
) -> None:
    ledger = sessie.ledger
    for each in agenda(ledger, overleg_id):
        set_besproken(ledger, each.id, each.nummer != "3.1")
    assert "Op de volgende agenda komt terug: 3.1." in closing_words(ledger, overleg_id)
    for head in [*ledger.agendapunten.where(overleg_id=overleg_id, hoofdpunt_id=None)]:
        remove_punt(ledger, head)
    assert "besproken" not in closing_words(ledger, overleg_id)


def test_a_meeting_is_not_closed_over_a_line(window: Vergadering, overleg_id: int) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "B Bijna")
    press(window, Key.Key_Return, CTRL)
    assert "Leg deze regel eerst vast" in said(window)
    assert staat(window.session.ledger, overleg_id) == BEZIG


def test_names_of_who_is_there_are_not_cut_off_in_a_small_window(window: Vergadering) -> None:
    window.resize(800, 600)
    press(window, Key.Key_G, CTRL)
    table = window.beeld.aanwezig.table
    cells = [table.model().index(row, 1) for row in range(table.model().rowCount())]
    for cell in cells:
        place, words = table.visualRect(cell), str(cell.data())
        width = place.width() - 18  # of the style sheet
        asked = table.fontMetrics().boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWordWrap, words)
        assert asked.height() <= place.height() and asked.width() <= width, words


def test_attendance_by_keyboard(window: Vergadering, path: Path, overleg_id: int) -> None:
    ledger = window.session.ledger
    press(window, Key.Key_G, CTRL)
    press(window, Key.Key_F)
    press(window, Key.Key_Down)
    press(window, Key.Key_V)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, EditDialog)
        for name, value in (("organisatie", "COA"), ("naam", "regievoerder")):
            line = dialog.form.editor(name)
            assert isinstance(line, QLineEdit)
            line.setText(value)
        finish(dialog)

    then(fill)
    press(window, Key.Key_Plus)
    rows = aanwezigheid(ledger, overleg_id)
    assert (rows[0].partij, rows[0].aanwezig, rows[0].voorzitter) == ("Almelo", AFWEZIG, False)
    assert [each.partij for each in rows if each.voorzitter] == ["Borne"]
    assert (rows[-1].partij, rows[-1].naam, rows[-1].gemeente_id) == ("COA", "regievoerder", None)
    press(window, Key.Key_Space)
    assert aanwezigheid(ledger, overleg_id)[1].aanwezig == AFWEZIG_MK
    press(window, Key.Key_Z, CTRL)
    assert aanwezigheid(ledger, overleg_id)[1].aanwezig == "aanwezig"
    press(window, Key.Key_G, CTRL)
    assert window.focusWidget() is window.beeld.invoer.line


def test_a_question_mark_in_an_empty_line_lists_the_keys(window: Vergadering) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "?")
    assert "de laatste regel wijzigen" in said(window)
    press(window, Key.Key_Escape)
    QTest.keyClicks(window.beeld.invoer.line, "B Wie?")
    assert window.beeld.invoer.text == "B Wie?"


def test_a_file_to_read_only_says_why(qtbot: Any, sessie: Session, path: Path) -> None:
    sessie.close()
    reading = Session(Ledger.open_for_reading(path), None)
    window = hold(qtbot, reading, prepared(reading.ledger))
    assert not window.beeld.invoer.line.isEnabled()
    assert reading.ledger.read_only in said(window)
    press(window, Key.Key_PageDown)
    assert window.punt is not None and window.punt.nummer == "2"
    window.close()
    reading.close()
