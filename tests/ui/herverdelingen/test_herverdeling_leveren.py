"""The documents of agreements to a folder: all or nothing, never over another file, and the rest when one fails."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from regietafel.actions import herverdeling as actions
from regietafel.actions.regio import edit_adressaat
from regietafel.domain.herverdeling import Deel
from tests.ui.herverdelingen.lijst_pages import (
    ALL,
    answering,
    choose,
    order,
    press,
    run,
    said,
)
from tests.ui.herverdelingen.regio import P
from ui.kit import papers
from ui.kit.papers_window import PapersWindow
from ui.kit.progress import Stopped, Watched
from ui.kit.session import Session
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards.leveren import LeverDialog


def test_everything_to_a_folder(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    order(screen, tmp_path / "nieuw")
    qtbot.waitUntil(screen.notice.isVisible)
    assert sorted(path.name for path in (tmp_path / "nieuw").iterdir()) == ALL
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "nieuw").iterdir())
    assert screen.notice.text == f"{len(ALL)} bestanden staan in {tmp_path / 'nieuw'}"
    opened: list[Path] = []
    monkeypatch.setattr(papers, "open_path", opened.append)
    press(screen.notice, "Map openen")
    assert opened == [tmp_path / "nieuw"] and not screen.progress.isVisible()


def test_what_is_in_the_folder_is_not_replaced_without_asking(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    mine = tmp_path / ALL[0]
    mine.write_text("van mij")
    heard = answering(lambda dialog: dialog.reject())
    order(screen, tmp_path)
    assert ALL[0] in heard[0] and ALL[1] not in heard[0]
    assert [path.name for path in tmp_path.glob("HV*")] == [ALL[0]] and mine.read_text() == "van mij"
    choose(monkeypatch, tmp_path / "anders")
    shown: list[str] = []

    def elsewhere(dialog: QDialog) -> None:
        press(dialog, "Andere map kiezen")
        (order,) = [each for each in screen.findChildren(LeverDialog) if each.isVisible()]
        QTimer.singleShot(0, lambda: (shown.append(order.folder.line.text()), order.accept()))  # type: ignore[func-returns-value]

    answering(elsewhere)
    order(screen, tmp_path, wait=True)
    qtbot.waitUntil(screen.notice.isVisible)
    assert shown == [str(tmp_path / "anders")]
    assert mine.read_text() == "van mij" and len(list((tmp_path / "anders").iterdir())) == len(ALL)
    screen.notice.hide()
    answering(lambda dialog: press(dialog, "Vervangen"))
    order(screen, tmp_path)
    qtbot.waitUntil(screen.notice.isVisible)
    assert mine.read_bytes().startswith(b"%PDF") and sorted(path.name for path in tmp_path.glob("HV*")) == ALL


def test_a_large_series_is_stopped_and_leaves_the_folder_as_it_was(
    qtbot: Any, tmp_path: Path, screen: HerverdelingenScreen, sessie: Session
) -> None:
    namen = [each.naam for each in sessie.ledger.gemeenten if each.lid]
    delen = [Deel(van, naar, 1) for van, naar in zip(namen[::2], namen[1::2], strict=False)]
    id = actions.make_herverdeling(sessie.ledger, P, delen)
    screen.select(id)
    before = threading.Event()  # whoever is faster: the work waits until the user has stopped it
    sessie.run_in_background(lambda: before.wait(600), lambda _done: None, lambda _error: None)
    order(screen, tmp_path / "map", "dossier", "zip", "eml")
    assert screen.progress.busy
    screen.progress.stop()
    before.set()
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.text == "Gestopt. Er is niets geschreven." and not [*tmp_path.iterdir()]
    assert not [*sessie.ledger.archiefstukken]


def test_stopping_during_the_last_one_stops_too() -> None:
    walked, watched = [], Watched([1, 2, 3])

    def walk() -> None:
        for number in watched:
            walked.append(number)
            if number == 3:
                watched.stop()

    with pytest.raises(Stopped):
        walk()
    assert walked == [1, 2, 3]


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    (tmp_path / "bestand").write_text("geen map")
    order(screen, tmp_path / "bestand" / "map")
    qtbot.waitUntil(screen.notice.isVisible)
    assert "niet geschreven" in screen.notice.text and not screen.progress.busy


def test_what_cannot_be_made_is_told_and_the_rest_is_made(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, sessie: Session
) -> None:
    """Without the address of the COA there is no kennisgeving; all else is made."""
    id = actions.make_herverdeling(sessie.ledger, P, [Deel("Almelo", "Borne", 10)])
    for adressaat in sessie.ledger.adressaten.where(sleutel="coa"):
        edit_adressaat(sessie.ledger, dataclasses.replace(adressaat, geldig_tot=datetime.date(2000, 1, 1)))
    screen.select(id)
    assert "geen adres van “COA” bekend" in said(screen.panel)
    run(screen, "Documenten bekijken")
    (made,) = screen.findChildren(PapersWindow)
    last = made.list.count() - 1
    assert made.list.item(last).text() == "Kennisgeving COA" and not made.list.item(last).icon().isNull()
    made.list.setCurrentRow(last)
    assert "geen adres van “COA” bekend" in made.notice.text and not made._save.isEnabled()
    made.list.setCurrentRow(0)
    assert not made.notice.isVisible() and made._save.isEnabled()
    made.close()
    order(screen, tmp_path)
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.text.startswith(f"12 bestanden staan in {tmp_path}; 1 niet: Kennisgeving COA (Er is op ")
    assert len(list(tmp_path.glob("HV*.pdf"))) == len([*sessie.ledger.archiefstukken]) == 12


def test_draft_mails_go_to_a_folder_and_into_the_register(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    order(screen, tmp_path, "eml", los=False)
    qtbot.waitUntil(screen.notice.isVisible)
    written = sorted(tmp_path.glob("HV*"))
    assert {path.suffix for path in written} == {".eml"} and len(written) == 6 == len(
        [*screen.session.ledger.archiefstukken]
    )
    assert all(path.read_bytes().startswith(b"X-Unsent: 1\r\n") for path in written)
    assert screen.notice.text == f"6 bestanden staan in {tmp_path}"
