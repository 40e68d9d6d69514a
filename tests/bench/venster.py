"""The window without a screen, on a region of Twente that is filled for the measurement."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from regietafel.actions.nieuw import make_file, of_veiligheidsregio
from regietafel.ledger import Ledger
from ui import app as program
from ui.kit import style
from ui.main_window import MainWindow


@contextmanager
def opened(fill: Callable[[Ledger], None]) -> Iterator[MainWindow]:
    with tempfile.TemporaryDirectory() as folder:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        qt = QApplication([])
        style.Appearance(qt)
        path = Path(folder) / "regio.regietafel"
        make_file(path, of_veiligheidsregio("Twente"), fill=fill)
        window = MainWindow(program.PLACES, program.periodes, program.search_index)
        window.open_file(path)
        window.resize(1280, 800)
        window.show()
        gc.freeze()  # as the program does
        yield window
        window.close()
