"""What one sees before a file is open: make one, open one, or look at the example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import recent, style
from ui.kit.buttons import button
from ui.kit.notice import ERROR, Notice
from ui.kit.recent import RecentFile
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel

FIELDS = (
    Field(name="name", label=_("Bestand")),
    Field(name="folder", label=_("Map")),
    Field(name="remark", label=_("Geopend")),
)


class _Line:
    """A recent file as the list shows it; whether it is still there is asked once."""

    def __init__(self, file: RecentFile) -> None:
        self.file, self.name, self.folder, self.is_there = file, file.path.stem, file.folder, file.exists
        self.remark = f"{file.opened:%d-%m-%Y}" if self.is_there else _("niet gevonden")


class StartScreen(QWidget):
    """``actions`` are the buttons: word, and what it does. ``opened`` is called with a recent file."""

    def __init__(
        self, actions: Mapping[tuple[str, str], Callable[[], object]], opened: Callable[[Path], object]
    ) -> None:
        super().__init__()
        self._opened = opened
        self.notice = Notice()
        tone = {name: (lambda line: "" if line.is_there else "input") for name in ("name", "folder", "remark")}
        self.model = RecordTableModel(FIELDS, tone, self)
        self.table = RecordTable(self.model, _("Recente bestanden"), opened=self._open)
        self.table.view.clicked.connect(self._open)
        forget = QShortcut(QKeySequence.StandardKey.Delete, self.table.view, self._forget)
        forget.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._recent = QFrame()
        self._recent.setProperty("panel", True)
        inside = QVBoxLayout(self._recent)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        self._heading = style.label(_("Recent"), "section")
        self._build(actions)
        self.refresh()

    def refresh(self) -> None:
        """Read the recent files again."""
        self.model.set_records([_Line(file) for file in recent.recent_files()])
        self.table.view.fit_columns()
        some = bool(self.model.records)
        self._recent.setVisible(some)
        self._heading.setVisible(some)

    def say(self, sentence: str) -> None:
        """Say why a file was not opened."""
        self.notice.say(sentence, ERROR)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self, actions: Mapping[tuple[str, str], Callable[[], object]]) -> None:
        column = QVBoxLayout()
        column.setSpacing(style.SPACE)
        column.addSpacing(48)
        column.addWidget(style.label(_("Regietafel"), "figure"))
        column.addWidget(style.label(_("Taakstelling, herverdeling en brieven van een regionale regietafel"), "quiet"))
        column.addSpacing(style.GAP)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for place, ((text, shape), action) in enumerate(actions.items()):
            row.addWidget(button(text, action, "" if place else "primary", shape))
        row.addStretch()
        column.addLayout(row)
        column.addWidget(style.label(_("U kunt een bestand ook hierheen slepen."), "secondary"))
        column.addWidget(self.notice)
        column.addSpacing(style.SPACE)
        column.addWidget(self._heading)
        column.addWidget(self._recent, 1)
        column.addSpacing(style.PAGE)
        column.addStretch(0)
        middle = QWidget()
        middle.setMaximumWidth(800)
        middle.setLayout(column)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(middle, 6)
        layout.addStretch(1)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.records[index.row()]
        if line.is_there:
            self._opened(line.file.path)
        else:
            self.say(_("{path} is er niet meer. Met Delete haalt u het uit de lijst.").format(path=line.file.path))

    def _forget(self) -> None:
        row = self.table.view.currentIndex().row()
        if 0 <= row < len(self.model.records):
            recent.forget(self.model.records[row].file.path)
            self.refresh()
