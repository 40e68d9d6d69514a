"""What the menus of the window are made of: a line to choose, the files opened lately, how the program looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from regietafel.i18n import _
from ui.kit import recent, style
from ui.kit.icons import icon


def add_line(menu: QMenu, text: str, chosen: Callable[[], object], keys: str = "", shape: str = "") -> QAction:
    """A line that does something, perhaps with a shortcut, and an icon by its name."""
    made = QAction(text, menu)
    made.triggered.connect(lambda checked=False: chosen())
    made.setShortcut(QKeySequence(keys))
    if shape:
        made.setIcon(icon(shape, "secondary"))
    menu.addAction(made)
    return made


def fill_recent(menu: QMenu, open_file: Callable[[Path], object]) -> None:
    """The files that were opened lately, each time the menu is shown."""
    menu.clear()
    for file in recent.recent_files():
        menu.addAction(file.name, partial(open_file, file.path)).setEnabled(file.exists)
    if menu.isEmpty():
        menu.addAction(_("Nog geen bestanden")).setEnabled(False)


def add_modes(menu: QMenu) -> None:
    """How the program looks: as the system, light or dark."""
    group = QActionGroup(menu)
    for text, mode in style.MODES.items():
        line = add_line(menu, text, partial(style.appearance().choose, mode))
        line.setCheckable(True)
        group.addAction(line)
        menu.aboutToShow.connect(lambda line=line, mode=mode: line.setChecked(style.appearance().mode == mode))
