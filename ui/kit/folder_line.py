"""Where files are written to: typed, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from regietafel.errors import RegietafelError
from regietafel.i18n import _
from ui.kit import dialogs, style
from ui.kit.buttons import button
from ui.kit.papers import CANCEL, REPLACE, ask_to_replace


class FolderLine(QWidget):
    """A folder, which is proposed."""

    def __init__(self, proposed: Path, title: str) -> None:
        super().__init__()
        self._title = title
        self.line = QLineEdit(str(proposed))
        self.line.setAccessibleName(_("Map"))
        name = style.label(_("Map"), "strong")
        name.setBuddy(self.line)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.line, 1)
        row.addWidget(button(_("Map kiezen…"), self._choose, shape="folder"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addLayout(row)

    def take(self, names: tuple[str, ...]) -> tuple[Path, bool] | None:
        """The folder for files of these names, and whether to replace what is there; None when another is wanted.

        Raises RegietafelError for what is no folder.
        """
        folder = Path(self.line.text().strip()).expanduser()
        if not folder.is_absolute() or folder.is_file():
            raise RegietafelError(_("“{map}” is geen map. Kies een map.").format(map=self.line.text()))
        existing = [name for name in names if (folder / name).exists()]
        answer = ask_to_replace(self, folder, existing) if existing else REPLACE
        if answer not in {REPLACE, CANCEL}:
            self._choose()
        return (folder, bool(existing)) if answer == REPLACE else None

    def _choose(self) -> None:
        if folder := dialogs.choose_folder(self, self._title):
            self.line.setText(str(folder))
