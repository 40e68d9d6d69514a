"""The places of the window, and what is read in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from regietafel.domain.periode import Periode
from ui.app import PLACES
from ui.kit.shell import Shell
from ui.main_window import MainWindow

PERIODE = Periode(2023, 2)
ADDRESSES = [address for place in PLACES for address in place.addresses]


def shell(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just made is shown now
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
