"""The line of a meeting: whatever is typed, pasted or taken back, it is in the file or still in the line."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from regietafel.actions.overleggen import adopt_verslag, end_overleg
from regietafel.domain.overleg import BEZIG
from regietafel.domain.verslag import ACTIE, BESLUIT, NOTITIE
from regietafel.queries.agenda import agenda
from regietafel.queries.overlegstaat import staat
from tests.ui.meeting import (
    CTRL,
    add_points,
    finish,
    hold,
    in_file,
    prepared,
    press,
    reopened,
    said,
    then,
    write,
)
from ui.kit.dialogs import EditDialog
from ui.kit.session import Session
from ui.wizards.vergadering_venster import Vergadering

Key = Qt.Key


def test_a_question_stands_under_the_line_and_enter_keeps_it(window: Vergadering, path: Path, overleg_id: int) -> None:
    line = "A Bornee: belt het COA"
    write(window, line)
    assert in_file(path, overleg_id) == []
    assert "Wie is “Bornee”? Bedoelt u Borne? Voor welke datum?" in said(window)
    assert window.beeld.invoer.text == line

    press(window, Key.Key_Escape)  # Escape goes back to the line, not out of the meeting
    assert window.isVisible() and window.beeld.invoer.text == line and not window.beeld.invoer.is_asking

    press(window, Key.Key_Return)
    press(window, Key.Key_Return)
    (regel,) = in_file(path, overleg_id)
    assert (regel.soort, regel.tekst, regel.houders, regel.invoer) == (ACTIE, "belt het COA", ("Bornee",), line)
    assert "Wie is “Bornee”?" in regel.vraag


@pytest.mark.parametrize(
    ("line", "regel"),
    [
        ("B", (BESLUIT, "B")),
        ("A ", (ACTIE, "A")),
        ("iets zonder letter", (NOTITIE, "iets zonder letter")),
        ("...", (NOTITIE, "...")),
    ],
)
def test_nothing_is_refused(
    window: Vergadering, path: Path, overleg_id: int, line: str, regel: tuple[str, str]
) -> None:
    write(window, line)
    press(window, Key.Key_Return)
    (kept,) = in_file(path, overleg_id)
    assert ((kept.soort, kept.tekst), kept.invoer) == (regel, line)
    assert kept.vraag


def test_a_changed_line_is_asked_about_anew(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "A Xyz: belt, voor 1 oktober 2023")
    QTest.keyClicks(window.beeld.invoer.line, "!")
    press(window, Key.Key_Return)
    assert window.beeld.invoer.is_asking
    assert in_file(path, overleg_id) == []


def test_a_long_line_is_kept_whole(window: Vergadering, path: Path, overleg_id: int) -> None:
    long = "B " + "lang besluit " * 400
    window.beeld.invoer.line.insert(long)
    press(window, Key.Key_Return)
    (regel,) = in_file(path, overleg_id)
    assert regel.tekst == long[2:].strip()


def test_lines_that_are_pasted_are_taken_one_by_one(window: Vergadering, path: Path, overleg_id: int) -> None:
    QApplication.clipboard().setText("\nB Een.\r\n\nK Twee.\nWat was dit\n")
    window.beeld.invoer.line.paste()
    for kept in (["Een."], ["Een.", "Twee."], ["Een.", "Twee."], ["Een.", "Twee.", "Wat was dit"]):
        press(window, Key.Key_Return)
        assert [each.tekst for each in in_file(path, overleg_id)] == kept
    assert window.beeld.invoer.text == ""


def test_undo_of_a_filled_in_name_leaves_the_rows(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "B Eerste.")
    QTest.keyClicks(window.beeld.invoer.line, "A Alm")
    press(window, Key.Key_Tab)
    assert window.beeld.invoer.text == "A Almelo"
    for _time in range(3):
        press(window, Key.Key_Z, CTRL)
    assert len(in_file(path, overleg_id)) == 1 or window.beeld.invoer.text == ""


def test_what_the_file_cannot_hold_stays_in_the_line(window: Vergadering, path: Path, overleg_id: int) -> None:
    window.beeld.invoer.line.insert("B " + "x" * 40_000)
    press(window, Key.Key_Return)
    assert "Wilt u de regel verdelen?" in said(window)
    press(window, Key.Key_Return)
    assert in_file(path, overleg_id) == []
    assert len(window.beeld.invoer.text) == 40_002
    assert "▲" in said(window)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_drive_that_goes_away_loses_no_line(window: Vergadering, path: Path, overleg_id: int) -> None:
    gone = path.rename(path.with_name("elders.regietafel"))
    write(window, "B Ook zonder netwerk")
    assert "staat niet meer op zijn plek" in said(window.beeld.invoer)
    assert window.beeld.invoer.text == "B Ook zonder netwerk"
    gone.rename(path)
    press(window, Key.Key_Return)
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Ook zonder netwerk"]


def test_tab_fills_in_a_gemeente(window: Vergadering, path: Path, overleg_id: int) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "A twente")
    assert "Tab: Twenterand · Hof van Twente" in said(window)
    press(window, Key.Key_Tab)
    QTest.keyClicks(window.beeld.invoer.line, " en hof")
    press(window, Key.Key_Tab)
    write(window, ": bellen elkaar, voor 1 oktober 2023")
    (regel,) = in_file(path, overleg_id)
    assert regel.houders == ("Hof van Twente", "Twenterand")


def test_leaving_keeps_the_line_and_the_point(
    qtbot: Any, window: Vergadering, path: Path, sessie: Session, overleg_id: int
) -> None:
    press(window, Key.Key_PageDown)
    QTest.keyClicks(window.beeld.invoer.line, "B Nog niet af")
    press(window, Key.Key_Escape)
    assert not window.isVisible() and staat(sessie.ledger, overleg_id) == BEZIG
    sessie.close()

    again = reopened(path)
    window = hold(qtbot, again, prepared(again.ledger))
    assert window.beeld.invoer.text == "B Nog niet af"
    assert window.punt is not None and window.punt.nummer == "2"
    press(window, Key.Key_Return)
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Nog niet af"]
    window.close()
    again.close()


def test_closing_the_file_keeps_the_line(qtbot: Any, window: Vergadering, path: Path, sessie: Session) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "K Half")
    sessie.close()
    assert not window.isVisible()
    again = reopened(path)
    window = hold(qtbot, again, prepared(again.ledger))
    assert window.beeld.invoer.text == "K Half"
    window.close()
    again.close()


def test_undo_and_redo_in_the_meeting(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "B Eerste.")
    write(window, "B Tweede.")
    press(window, Key.Key_Z, CTRL)
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Eerste."]
    press(window, Key.Key_Y, CTRL)
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Eerste.", "Tweede."]
    for _time in range(6):
        press(window, Key.Key_Z, CTRL)
    assert in_file(path, overleg_id) == []
    assert staat(window.session.ledger, overleg_id) == BEZIG  # what was done before the screen was opened stays


def test_undo_of_letters_before_undo_of_rows(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "B Eerste.")
    QTest.keyClicks(window.beeld.invoer.line, "K foutje")
    press(window, Key.Key_Z, CTRL)
    assert window.beeld.invoer.text != "K foutje"
    assert len(in_file(path, overleg_id)) == 1


def test_f2_corrects_the_last_row(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "A Xyz: belt")
    press(window, Key.Key_Return)

    def correct(dialog: QWidget) -> None:
        assert isinstance(dialog, EditDialog)
        for name, value in (("houders", "Borne, hengelo"), ("voor", "01-10-2023"), ("vraag", "")):
            line = dialog.form.editor(name)
            assert isinstance(line, QLineEdit)
            line.setText(value)
        finish(dialog)

    then(correct)
    press(window, Key.Key_F2)
    (regel,) = in_file(path, overleg_id)
    assert (regel.houders, regel.voor, regel.vraag) == (("Borne", "Hengelo"), datetime.date(2023, 10, 1), "")
    assert regel.invoer == "A Xyz: belt"
    assert window.focusWidget() is window.beeld.invoer.line


def test_rows_are_chosen_and_taken_out_by_keyboard(window: Vergadering, path: Path, overleg_id: int) -> None:
    write(window, "B Eerste.")
    write(window, "B Tweede.")
    press(window, Key.Key_L, CTRL)
    press(window, Key.Key_Up)
    press(window, Key.Key_Delete)
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Tweede."]
    QTest.keyClicks(window.beeld.regels, "B")  # a letter goes to the line
    write(window, " Derde.")
    assert [each.tekst for each in in_file(path, overleg_id)] == ["Tweede.", "Derde."]


def test_a_list_that_was_adopted_meanwhile_is_not_typed_in(window: Vergadering, overleg_id: int) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "B Te laat.")
    end_overleg(window.session.ledger, overleg_id)
    adopt_verslag(window.session.ledger, overleg_id)
    assert not window.beeld.invoer.line.isEnabled()
    assert window.beeld.invoer.text == "B Te laat."
    assert "niet bezig" in said(window)


def test_at_every_point_the_next_entry_is_in_the_file(qtbot: Any, sessie: Session, path: Path, overleg_id: int) -> None:
    add_points(sessie.ledger, prepared(sessie.ledger), 23)
    assert len(agenda(sessie.ledger, overleg_id)) > 30
    window = hold(qtbot, sessie, prepared(sessie.ledger))
    for n in range(12):
        QTest.keyClicks(window.beeld.invoer.line, f"A Borne, Hengelo: doet {n}, voor 1 oktober 2023")
        press(window, Key.Key_Return)
        press(window, Key.Key_PageDown)
    assert len(in_file(path, overleg_id)) == 12
