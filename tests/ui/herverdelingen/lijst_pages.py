"""What a user presses at the list of herverdelingen, and in the dialogs of their documents."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from tests.ui.herverdelingen.regio import LONG
from ui.kit import dialogs
from ui.kit.screen import Command
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards import herverdeling_handelingen as doing
from ui.wizards import herverdeling_stukken as stukken
from ui.wizards.leveren import LeverDialog

TODAY = datetime.date(2023, 9, 1)
MAKEN = "Documenten maken…"
COMMANDS = (doing.OPENEN, *stukken.COMMANDS, doing.WIJZIGEN, doing.VERWIJDEREN)
NAMES = ("Almelo", "Borne", "B&W <Zuid>", "=1+1", LONG)
LABELS = [
    "Gezamenlijk besluit",
    *(
        f"{soort} {naam}"
        for soort in ("Collegevoorstel", "Besluit college", "Bekendmaking", "Raadsinformatiebrief")
        for naam in ("Almelo", "Borne")
    ),
    "Kennisgeving COA",
    "Kennisgeving provincie Overijssel",
    "Kennisgeving ministerie asiel",
    "Kennisgeving ministerie volkshuisvesting",
]
ALL = sorted(f"HV-2023-II-01 {label}.pdf" for label in LABELS)


def command(screen: HerverdelingenScreen, label: str) -> Command:
    return next(each for each in screen.listing.commands if each.label == label)


def run(screen: HerverdelingenScreen, label: str) -> None:
    screen.run(command(screen, label), screen.current)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def in_dialog(do: Callable[[QDialog], object]) -> list[str]:
    """When the next dialog is open, do this; what it said is in the list afterwards."""
    heard: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        heard.append(said(dialog))
        do(dialog)

    QTimer.singleShot(50, act)
    return heard


def press(parent: QWidget, text: str) -> None:
    (found,) = [each for each in parent.findChildren(QPushButton) if each.text().strip() == text]
    found.click()


def choose(monkeypatch: pytest.MonkeyPatch, *folders: Path | None) -> None:
    """The folders the user chooses, one after the other."""
    left = list(folders)
    monkeypatch.setattr(dialogs, "choose_folder", lambda parent, title: left.pop(0))


def answering(do: Callable[[QDialog], object]) -> list[str]:
    """Do this with the question whether files may be replaced; what it said is in the list."""
    heard: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, LeverDialog):
            QTimer.singleShot(20, act)
            return
        heard.append(said(dialog))
        do(dialog)

    QTimer.singleShot(20, act)
    return heard


def order(screen: HerverdelingenScreen, folder: Path, *ticks: str, los: bool = True, wait: bool = False) -> None:
    """Ask for all documents in the dialog, with these besides; ``wait`` for who then answers a question."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, LeverDialog)
        dialog.folder.line.setText(str(folder))
        for name in ticks:
            dialog.form.editor(name).setProperty("checked", True)
        dialog.form.editor("los").setProperty("checked", los)
        dialog.accept()
        if dialog.isVisible() and not wait:
            dialog.reject()

    in_dialog(fill)
    run(screen, MAKEN)
