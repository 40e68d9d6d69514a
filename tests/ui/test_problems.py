"""A bug in the program is logged and shown, once, with the trace to send along."""

from __future__ import annotations

import sys
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ui.kit import problems


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "map" / "regietafel.log"
    monkeypatch.setattr(problems, "log_path", lambda: path)
    return path


def test_bug_goes_to_the_log_and_to_one_dialog(
    qtbot: Any, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[QDialog] = []

    def exec_(dialog: QDialog) -> int:
        shown.append(dialog)
        problems._hook(ValueError, ValueError("nog een"), None)  # while the first dialog is open
        return 0

    monkeypatch.setattr(QDialog, "exec", exec_)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    problems.install()
    sys.excepthook(KeyError, KeyError("kapot"), None)
    written = log.read_text(encoding="utf-8")
    assert "KeyError: 'kapot'" in written and "nog een" in written and "Python" in written
    assert len(shown) == 1
    copy = next(each for each in shown[0].findChildren(QPushButton) if each.text() == "Kopieer melding")
    copy.click()
    assert "KeyError: 'kapot'" in QApplication.clipboard().text()


def test_a_bug_while_qt_paints_is_told_when_it_has_done(qtbot: Any, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    painting = [False]

    class Wrong(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            painting[0] = True
            problems._hook(ValueError, ValueError("kapot"), None)
            painting[0] = False

    monkeypatch.setattr(QDialog, "exec", lambda dialog: told.append(painting[0]))
    made = Wrong()
    qtbot.addWidget(made)
    made.show()
    loop = QEventLoop()
    QTimer.singleShot(0, made, made.repaint)
    QTimer.singleShot(50, loop, loop.quit)
    loop.exec()  # as the program does; waiting for something would not count as one
    assert told and not any(told) and "kapot" in log.read_text(encoding="utf-8")


def test_a_bug_keeps_nothing_of_where_it_happened(qtbot: Any, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[QObject]] = []

    def wrong() -> None:
        made = QObject()
        held.append(weakref.ref(made))
        raise ValueError("kapot")

    monkeypatch.setattr(QDialog, "exec", lambda dialog: 0)
    with pytest.raises(ValueError, match="kapot") as caught:
        wrong()
    assert held[0]() is not None
    problems._hook(caught.type, caught.value, caught.tb)
    assert held[0]() is None and "in wrong" in log.read_text(encoding="utf-8")


def test_log_does_not_grow_for_ever(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problems, "_BYTES", 2000)
    for _turn in range(20):
        problems.log("x" * 500)
    assert len(list(log.parent.iterdir())) == 1 + problems._KEPT
    assert all(path.stat().st_size <= 2000 for path in log.parent.iterdir())
