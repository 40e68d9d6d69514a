"""A meeting from the main window and back, and a program that is killed while one is held."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import end_overleg, make_overleggen
from regietafel.actions.verslag import remove_aanwezigheid
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.overleg import BEZIG, CONCEPT
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.queries.overleggen import find_overleg
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import aanwezigheid, lijst
from tests.ui.meeting import CTRL, DAG, hold, prepared, press, said, write
from ui.app import PLACES, periodes
from ui.kit.record import RecordScreen
from ui.kit.session import Session
from ui.main_window import MainWindow
from ui.wizards.vergadering_venster import Vergadering

Key = Qt.Key
KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
QStandardPaths.setTestModeEnabled(True)
app = QApplication([])
app.setOrganizationName("Regietafel")
app.setApplicationName("Regietafel")
from tests.ui.meeting import open_example, prepared, write
from ui.wizards.vergadering import open_vergadering
session = open_example(Path(sys.argv[1]))
window = open_vergadering(session, prepared(session.ledger).id)
write(window, "B Eerste.")
write(window, "K Tweede.")
QTest.keyClicks(window.beeld.invoer.line, "A Borne: half")
QTest.qWait(700)
os._exit(9)
"""


@pytest.fixture
def main(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    make_example(tmp_path / "Twente.regietafel")
    made = MainWindow(PLACES, periodes)
    qtbot.addWidget(made)
    made.open_file(tmp_path / "Twente.regietafel")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def test_from_the_page_of_a_meeting_and_back(main: MainWindow) -> None:
    shell = main.shell
    assert shell is not None
    regel = find_overleg(shell.session.ledger, DAG)
    shell.open_record("overleg/Overleggen", regel.id)
    QApplication.processEvents()
    assert isinstance(shell.page, RecordScreen)
    found = [each for each in main.findChildren(QPushButton) if each.accessibleName() == "Overleg beginnen"]
    button = next(each for each in found if each.isVisible())
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    (window,) = main.findChildren(Vergadering)
    assert window.isFullScreen() and not shell.isVisible()

    write(window, "B De agenda is vastgesteld.")
    press(window, Key.Key_Escape)
    assert shell.isVisible() and "▶ bezig" in said(shell.page)
    main.undo()
    assert not lijst(shell.session.ledger, regel.id)


def test_beginning_is_one_step_and_going_on_brings_nobody_back(qtbot: Any, main: MainWindow) -> None:
    assert main.shell is not None
    ledger = main.shell.session.ledger
    overleg = prepared(ledger)

    def there() -> list[str]:
        return [each.partij for each in aanwezigheid(ledger, overleg.id or 0)]

    hold(qtbot, main.shell.session, overleg).close()
    assert "Tubbergen" in there() and ledger.undo_label == "Overleg van 04-09-2023 begonnen"
    main.undo()
    assert not there() and staat(ledger, overleg.id or 0) == CONCEPT
    main.redo()
    end_overleg(ledger, overleg.id or 0)
    (row,) = (each for each in aanwezigheid(ledger, overleg.id or 0) if each.partij == "Tubbergen")
    remove_aanwezigheid(ledger, ledger.aanwezigheden.get(row.id))
    hold(qtbot, main.shell.session, overleg).close()
    assert staat(ledger, overleg.id or 0) == BEZIG and "Tubbergen" not in there()


def test_a_meeting_that_is_taken_out_is_not_held_on(qtbot: Any, main: MainWindow) -> None:
    assert main.shell is not None
    ledger = main.shell.session.ledger
    (planned,) = make_overleggen(ledger, prepared(ledger).reeks_id, [datetime.date(2024, 2, 5)])
    window = hold(qtbot, main.shell.session, planned)
    while ledger.overleggen.find(id=planned.id):
        assert window.isVisible()
        main.undo()
    assert not window.isVisible()
    main.redo()
    assert ledger.overleggen.find(id=planned.id) and not window.isVisible()


def test_what_is_undone_in_the_main_window_does_not_count_in_the_meeting(qtbot: Any, main: MainWindow) -> None:
    assert main.shell is not None
    ledger = main.shell.session.ledger
    overleg = prepared(ledger)
    window = hold(qtbot, main.shell.session, overleg)
    save_punt(ledger, Agendapunt(overleg_id=overleg.id or 0, titel="In het hoofdvenster"))
    press(window, Key.Key_Z, CTRL)
    assert ledger.agendapunten.find(titel="In het hoofdvenster")  # it was not done here
    main.undo()
    press(window, Key.Key_Y, CTRL)
    assert not ledger.agendapunten.find(titel="In het hoofdvenster")
    for _time in range(3):
        press(window, Key.Key_Z, CTRL)
    assert staat(ledger, overleg.id or 0) == BEZIG and "niets om ongedaan te maken" in said(window)
    press(window, Key.Key_PageDown)  # ticks a point
    assert ledger.agendapunten.find(overleg_id=overleg.id, besproken=True)
    main.undo()
    press(window, Key.Key_Z, CTRL)
    assert staat(ledger, overleg.id or 0) == BEZIG


def test_closing_the_program_closes_the_meeting_and_keeps_the_line(qtbot: Any, main: MainWindow) -> None:
    assert main.shell is not None
    session = main.shell.session
    window = hold(qtbot, session, prepared(session.ledger))
    QTest.keyClicks(window.beeld.invoer.line, "B Half")
    path = session.ledger.path
    assert path is not None
    main.close()
    assert not window.isVisible()
    again = Session(Ledger.open(path), None)
    window = hold(qtbot, again, prepared(again.ledger))
    assert window.beeld.invoer.text == "B Half"
    again.close()


def test_a_program_that_is_killed_loses_nothing(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "Twente.regietafel"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], cwd=Path(__file__).parents[3], timeout=600, check=False
    )
    assert done.returncode == 9
    session = Session(Ledger.open(path, take_over=True), None)
    overleg = prepared(session.ledger)
    assert [each.tekst for each in lijst(session.ledger, overleg.id or 0)] == ["Eerste.", "Tweede."]
    window = hold(qtbot, session, overleg)
    assert window.beeld.invoer.text == "A Borne: half"
    press(window, Key.Key_Return)
    press(window, Key.Key_Return)
    assert [each.invoer for each in lijst(session.ledger, overleg.id or 0)][-1] == "A Borne: half"
    session.close()
