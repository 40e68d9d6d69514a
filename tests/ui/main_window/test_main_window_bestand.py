"""Files in the window: opened, locked, dropped, copied, remembered."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from regietafel.ledger import Ledger
from regietafel.paths import resource
from tests.ui.main_window.reading import ADDRESSES, shell, texts
from ui.app import PLACES, periodes
from ui.kit import dialogs, recent
from ui.kit.listing import ListScreen
from ui.kit.wizard import DraftWizard
from ui.main_window import MainWindow


def test_second_window_reads_and_says_who_writes(qtbot: Any, window: MainWindow, file: Path) -> None:
    other = MainWindow(PLACES, periodes)
    qtbot.addWidget(other)
    other.show()
    other.open_file(file)
    QApplication.processEvents()
    assert "is in gebruik bij" in shell(other).banner.text and shell(other).banner.isVisible()
    assert "alleen lezen" in texts(shell(other))
    for address in ADDRESSES:
        shell(other).go(address)
        primary = shell(other).page.primary
        assert not shell(other)._primary.isVisible() or (primary and not primary.changes)
    other.close()


def leave_lock(file: Path) -> None:
    """As a program that has crashed."""
    holder = {"gebruiker": "jansen", "machine": platform.node(), "pid": 2**22 + 1, "teken": "x"}
    slot = file.with_name(file.name + ".slot")
    slot.write_text(json.dumps(holder | {"sinds": "2026-01-01T10:00:00+01:00"}), encoding="utf-8")


@pytest.mark.parametrize("answer", [True, False])
def test_lock_left_by_a_crash_is_taken_over_only_when_asked(
    empty_window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked: list[str] = []

    def confirm(parent: object, title: str, sentence: str, verb: str) -> bool:
        asked.append(sentence)
        return answer

    monkeypatch.setattr(dialogs, "confirm", confirm)
    leave_lock(file)
    empty_window.open_file(file)
    assert len(asked) == 1 and "jansen" in asked[0] and "overnemen?" in asked[0]
    assert (empty_window.shell is not None) is answer
    if answer:
        assert not shell(empty_window).session.ledger.read_only


def test_file_that_is_no_file_of_ours_is_refused_in_a_sentence(empty_window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "brief.regietafel"
    wrong.write_bytes(b"geen database")
    empty_window.open_file(wrong)
    assert empty_window.shell is None and "geen Regietafelbestand" in empty_window.show_start().notice.text
    empty_window.open_file(tmp_path / "weg.regietafel")
    assert "bestaat niet" in empty_window.show_start().notice.text


def test_wrong_file_leaves_the_open_one_open(window: MainWindow, tmp_path: Path, file: Path) -> None:
    window.open_file(tmp_path / "weg.regietafel")
    assert shell(window).session.ledger.path == file and "bestaat niet" in shell(window).notice.text


def test_closing_lets_others_write_and_shows_the_recent_file(qtbot: Any, window: MainWindow, file: Path) -> None:
    qtbot.waitUntil(lambda: len(recent.recent_files()) == 1)
    window.close_file()
    assert window.shell is None and not file.with_name(file.name + ".slot").exists()
    start = window.show_start()
    assert [line.file.path for line in start.model.records] == [file]
    start.table.view.clicked.emit(start.model.index(0, 0))
    assert shell(window).session.ledger.path == file


def test_recent_file_that_is_gone_is_remarked_and_can_be_forgotten(
    qtbot: Any, empty_window: MainWindow, tmp_path: Path
) -> None:
    recent.remember(tmp_path / "weg.regietafel")
    start = empty_window.show_start()
    start.refresh()
    assert start.model.index(0, 2).data() == "niet gevonden"
    start.table.view.clicked.emit(start.model.index(0, 0))
    assert "is er niet meer" in start.notice.text
    start.table.view.setCurrentIndex(start.model.index(0, 0))
    start._forget()
    assert recent.recent_files() == []


def test_at_most_ten_files_are_remembered(tmp_path: Path) -> None:
    for number in range(12):
        recent.remember(tmp_path / f"{number}.regietafel")
    recent.remember(tmp_path / "5.regietafel")
    names = [file.name for file in recent.recent_files()]
    assert len(names) == 10 and names[0] == "5.regietafel" and len(set(names)) == 10


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_file_dropped_on_the_window_is_opened(empty_window: MainWindow, file: Path) -> None:
    drop(empty_window, file)
    assert shell(empty_window).session.ledger.path == file


def test_spreadsheet_dropped_on_the_window_is_read_in(empty_window: MainWindow, file: Path) -> None:
    table = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
    drop(empty_window, table)  # without a file there is nothing to read it into
    assert not empty_window.findChildren(DraftWizard)
    empty_window.open_file(file)
    drop(empty_window, table)
    (wizard,) = empty_window.findChildren(DraftWizard)
    assert any(table.name == label.accessibleName() for label in wizard.findChildren(QLabel))
    wizard.leave()


def test_copy_is_a_whole_file(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "kopie.regietafel"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *arguments: target)
    window.save_copy()
    assert "Kopie opgeslagen" in shell(window).notice.text
    copy = Ledger.open(target)
    assert len(list(copy.gemeenten)) == 14
    copy.close()


def test_list_is_exported(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "stand.csv"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *arguments: target)
    shell(window).go("overzicht/Stand")
    page = shell(window).page
    assert isinstance(page, ListScreen)
    page.export()
    written = target.read_text(encoding="utf-8-sig")
    assert "Gemeente;Taakstelling" in written and "Almelo;113" in written


def test_example_is_made_among_the_documents_once(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "documents_folder", lambda: tmp_path)
    empty_window.open_example()
    made = tmp_path / "Voorbeeld Twente.regietafel"
    assert made.exists() and shell(empty_window).session.ledger.path == made
    empty_window.close_file()
    empty_window.open_example()
    assert shell(empty_window).session.ledger.path == made
