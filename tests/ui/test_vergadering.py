"""A meeting that is held by keyboard alone; what counts is what is in the file, after every key."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView, QWidget

from regietafel.actions.agenda import save_punt
from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.actions.overleggen import adopt_verslag, end_overleg
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.domain.agenda import STAND, Agendapunt
from regietafel.domain.overleg import BEZIG, VERSLAG_CONCEPT
from regietafel.domain.verslag import ACTIE, AFWEZIG, AFWEZIG_MK, BESLUIT, KNELPUNT, NOTITIE
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import LijstRegel, aanwezigheid, lijst
from tests.core.documents.bundels import png
from tests.ui.meeting import CTRL, SHIFT, add_points, hold, open_example, prepared, press, reopened, said, write
from ui.kit.dialogs import EditDialog
from ui.kit.pdf_window import PdfWindow
from ui.kit.session import Session
from ui.wizards.vergadering_venster import Vergadering

Key = Qt.Key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Twente.regietafel"


@pytest.fixture
def sessie(qapp: QApplication, path: Path) -> Iterator[Session]:
    made = open_example(path)
    yield made
    if not made.is_closed:
        made.close()


@pytest.fixture
def overleg_id(sessie: Session) -> int:
    return prepared(sessie.ledger).id or 0


@pytest.fixture
def window(qtbot: Any, sessie: Session) -> Vergadering:
    return hold(qtbot, sessie, prepared(sessie.ledger))


def in_file(path: Path, overleg_id: int) -> list[LijstRegel]:
    """The rows that someone who opens the file now would find: what a crash of the program leaves."""
    ledger = Ledger.open_for_reading(path)
    try:
        return sorted(lijst(ledger, overleg_id), key=lambda each: each.id)
    finally:
        ledger.close()


def then(action: Callable[[QWidget], object]) -> None:
    """What is pressed in the dialog that comes next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(20, act)
            return
        assert isinstance(dialog, QDialog)
        try:
            action(dialog)
        finally:
            if dialog.isVisible():  # or the test would wait for ever
                print(said(dialog))
                dialog.done(0)

    QTimer.singleShot(20, act)


def finish(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Key.Key_Return, CTRL)


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


def test_a_meeting_is_not_closed_over_a_line(window: Vergadering, overleg_id: int) -> None:
    QTest.keyClicks(window.beeld.invoer.line, "B Bijna")
    press(window, Key.Key_Return, CTRL)
    assert "Leg deze regel eerst vast" in said(window)
    assert staat(window.session.ledger, overleg_id) == BEZIG


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


def test_the_note_of_the_chair_is_shown_when_asked(window: Vergadering) -> None:
    press(window, Key.Key_PageDown)
    assert "Vraag Enschede en Borne" not in said(window)
    press(window, Key.Key_I, CTRL)
    assert "Vraag Enschede en Borne" in said(window)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_PageUp)
    assert "Vraag Enschede en Borne" not in said(window)  # asked for at one point is not asked for at all


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


class Reader(QObject):
    """What the computer has for a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


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
