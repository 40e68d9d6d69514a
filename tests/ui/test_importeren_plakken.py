"""Read in a table from the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.importing import (
    COA,
    finish,
    line,
    press,
    texts,
    to_controle,
    wait,
    write,
)
from ui.kit.session import Session
from ui.wizards.importeren import open_import


def test_a_table_is_pasted(qtbot: Any, sessie: Session, host: QWidget) -> None:
    QGuiApplication.clipboard().setText("Gemeente\tGehuisvest per 1-9-2023\r\nBorne\t12\r\nLosser\t7\r\n")
    wizard = open_import(sessie, host)
    press(wizard, "Plakken")
    wait(qtbot, wizard)
    assert "geplakte tabel" in texts(wizard) and "2 rijen gelezen" in texts(wizard)
    finish(to_controle(wizard))
    assert {row.bron for row in sessie.ledger.realisaties} == {"geplakte tabel"}


def test_a_file_that_was_copied_is_read(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(write(tmp_path, COA, "COA-lijst 01-10-2023.csv")))])
    QGuiApplication.clipboard().setMimeData(copied)
    wizard = open_import(sessie, host)
    press(wizard, "Plakken")
    wait(qtbot, wizard)
    assert "COA-lijst 01-10-2023.csv" in texts(wizard) and "2 rijen gelezen" in texts(wizard)
    wizard.leave()


def test_a_table_that_is_pasted_in_a_line_is_for_the_page(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = open_import(sessie, host)
    with qtbot.waitActive(wizard):
        wizard.activateWindow()
    QGuiApplication.clipboard().setText("Gemeente\tGehuisvest per 1-9-2023\nBorne\t12\n")
    line(wizard, "bron").setFocus()
    qtbot.keyClick(line(wizard, "bron"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, wizard)
    assert "1 rij gelezen" in texts(wizard) and line(wizard, "bron").text() == "geplakte tabel"
    QGuiApplication.clipboard().setText("Brief")
    line(wizard, "bron").selectAll()
    qtbot.keyClick(line(wizard, "bron"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line(wizard, "bron").text() == "Brief"
    wizard.leave()


@pytest.mark.parametrize(
    "pasted",
    [
        ("Plaats\tTelling", "In de geplakte tabel staat"),
        ("", "Er is geen tabel gekopieerd"),
        ("x" * 2_000_001, "te groot"),
        ("a\x00b\tc", "geen tabel"),
    ],
)
def test_what_cannot_be_pasted_is_said(qtbot: Any, sessie: Session, host: QWidget, pasted: tuple[str, str]) -> None:
    QGuiApplication.clipboard().setText(pasted[0])
    wizard = open_import(sessie, host)
    press(wizard, "Plakken")
    wait(qtbot, wizard)
    assert pasted[1] in texts(wizard)
    wizard.leave()
