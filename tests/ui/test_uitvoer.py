"""The cijferboek and the forms, from the menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regietafel.exchange.spreadsheet import read_sheets
from ui.app import PLACES, periodes
from ui.kit import dialogs
from ui.main_window import MainWindow


@pytest.fixture
def window(voorbeeld: Path, qtbot: Any) -> Iterator[MainWindow]:
    made = MainWindow(PLACES, periodes)
    qtbot.addWidget(made)
    made.open_file(voorbeeld)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_the_cijferboek_is_saved(
    window: MainWindow, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    target = tmp_path / f"boek{suffix}"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *_args: target)
    window.save_cijferboek()
    assert window.shell is not None
    notice = window.shell.notice
    qtbot.waitUntil(lambda: "Cijferboek opgeslagen" in notice.text)
    assert [blad.naam for blad in read_sheets(target)][:2] == ["Leeswijzer", "Stand 2023-II"]


def test_a_place_where_nothing_can_be_written_is_said(
    window: MainWindow, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.xlsx").mkdir()
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *_args: tmp_path / "map.xlsx")
    window.save_cijferboek()
    assert window.shell is not None
    notice = window.shell.notice
    qtbot.waitUntil(lambda: "het is een map" in notice.text)


def test_forms_are_made_and_only_replaced_after_asking(
    window: MainWindow, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "formulieren"
    folder.mkdir()
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_args: folder)

    def refuse(_parent: object, title: str, *_rest: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    window.make_forms()
    assert window.shell is not None
    notice = window.shell.notice
    qtbot.waitUntil(lambda: "14 opgaveformulieren gemaakt" in notice.text)
    made = {path: path.read_bytes() for path in folder.iterdir()}
    assert len(made) == 14 and asked == []
    window.make_forms()
    assert asked == ["Formulieren vervangen"]
    assert {path: path.read_bytes() for path in folder.iterdir()} == made
