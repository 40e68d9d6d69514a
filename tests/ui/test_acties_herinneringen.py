"""Reminders: to whom is shown first, then the concepts are in the folder and open in any mail program."""

from __future__ import annotations

import subprocess
import sys
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QListWidget

from regietafel.actions.verslag import set_gereed
from tests.ui.acties_pages import BRIEF, LOCATIE, fill_meetings, key, shown, ticking
from tests.ui.pages import said
from ui.kit.session import Session
from ui.wizards.acties_herinneringen import HerinnerDialog


@pytest.fixture
def sessie(sessie: Session, tmp_path: Path) -> Session:
    fill_meetings(sessie.ledger)
    QSettings().setValue("map", str(tmp_path))
    return sessie


def mails(folder: Path) -> dict[str, EmailMessage]:
    found = {}
    for path in sorted(folder.glob("*/*.eml")):
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found[path.name] = message
    return found


def test_who_gets_one_is_shown_first(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Acties")
    dialog = HerinnerDialog(sessie, page)
    dialog.show()
    ticks = dialog.findChild(QListWidget)
    assert ticks is not None
    assert [ticks.item(row).text() for row in range(ticks.count())] == [
        "Almelo · 2 acties · geen adres bekend",
        "Borne · 1 actie · ▲ 1 te laat · wonen@borne.nl",
        "Provincie · 1 actie · ▲ 1 te laat · geen adres bekend",
    ]
    assert "3 concept-e-mails" in said(dialog) and any("Almelo en Provincie" in each for each in said(dialog))
    for _row in range(3):
        key(dialog, Qt.Key.Key_Space)
        key(dialog, Qt.Key.Key_Down)
    dialog.accept()
    assert dialog.isVisible() and "Vink aan wie een herinnering krijgt." in said(dialog)
    dialog.reject()


def test_the_concepts_are_in_the_folder(
    qtbot: Any, sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sessie, "Acties")
    ticking(monkeypatch, "Aan wie", 0)  # not Almelo
    page.run(page.primary)
    qtbot.waitUntil(lambda: not page.progress.busy)
    found = mails(tmp_path)
    assert [name.rpartition(" ")[2] for name in found] == ["Borne.eml", "Provincie.eml"]
    borne, provincie = found.values()
    assert borne["To"] == "wonen@borne.nl" and provincie["To"] is None
    text = borne.get_content()
    assert "Locatie zoeken" in text and "Brief aan het COA" not in text
    assert any("2 bestanden staan in" in each for each in said(page))
    assert {each.voor for each in sessie.ledger.archiefstukken} == {"Borne", "Provincie"}


def test_what_is_done_is_not_in_it_and_nothing_open_is_said(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Acties")
    for id in (LOCATIE, BRIEF, 7):
        set_gereed(sessie.ledger, id, sessie.op)
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.run(page.primary)
    assert "geen acties open" in refused[0]


def test_the_page_is_up_before_what_makes_the_concepts_is_loaded() -> None:
    code = "import sys, ui.screens.acties, ui.wizards.acties; print('regietafel.documents.leveren' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
