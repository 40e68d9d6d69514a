"""Steps of a wizard in which one chooses: one of several ways, some of many, where to save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number, sort_key
from ui.kit import dialogs, style
from ui.kit.buttons import button
from ui.kit.icons import icon
from ui.kit.inputs import choice_box
from ui.kit.wizard import StepWidget

_TALL = 260  # room for some eight names


@dataclass(frozen=True, kw_only=True)
class Way:
    """One of several ways; with ``one_of`` or ``some_of`` the user then chooses among those."""

    key: str
    label: str
    one_of: Sequence[str] = ()
    some_of: Sequence[str] = ()


class CheckList(QWidget):
    """Tick some of many; typing narrows the list."""

    def __init__(self, name: str, items: Sequence[str]) -> None:
        super().__init__()
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Zoeken"))
        self._search.setAccessibleName(_("Zoeken in {name}").format(name=name))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self._count = style.label("", "secondary")
        for text in items:
            item = QListWidgetItem(text, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, 28))
        self.list.itemChanged.connect(self._show_count)
        self._show_count()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._count)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, also when it is not in view."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, text: str) -> None:
        """Tick one."""
        for item in self.list.findItems(text, Qt.MatchFlag.MatchExactly):
            item.setCheckState(Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(sort_key(text) not in sort_key(item.text()))

    def _show_count(self, _item: object = None) -> None:
        self._count.setText(_("{n} gekozen").format(n=format_number(len(self.chosen))))


class WayStep(StepWidget):
    """Radio buttons; below the one that is chosen stands what it needs. Gives ``way`` and ``chosen`` (a tuple)."""

    def __init__(self, ways: Sequence[Way]) -> None:
        super().__init__()
        self._ways = ways
        self.radios = [QRadioButton(way.label) for way in ways]
        self.inputs = [_input(way) for way in ways]
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        for radio, widget in zip(self.radios, self.inputs, strict=True):
            radio.setAccessibleName(radio.text())
            group.addButton(radio)
            layout.addWidget(radio)
            indented = QHBoxLayout()
            indented.setContentsMargins(style.PAGE, 0, 0, 0)
            indented.addWidget(widget)
            if isinstance(widget, CheckList):
                widget.setMinimumHeight(_TALL)
                widget.list.itemChanged.connect(self._touch)
            else:
                indented.addStretch()
            if isinstance(widget, QComboBox):
                widget.currentTextChanged.connect(self._touch)
            layout.addLayout(indented)
            radio.toggled.connect(widget.setVisible)
            radio.clicked.connect(self._touch)
            widget.hide()
        layout.addStretch(1)
        self.radios[0].setChecked(True)

    def values(self) -> dict[str, Any]:
        place = next(place for place, radio in enumerate(self.radios) if radio.isChecked())
        chosen = _chosen(self.inputs[place])
        if not chosen and (self._ways[place].one_of or self._ways[place].some_of):
            raise RegietafelError(_("Maak een keuze bij “{label}”.").format(label=self._ways[place].label))
        return {"way": self._ways[place].key, "chosen": chosen}


class PathStep(StepWidget):
    """Where to save a new file: proposed, and changed with a file chooser. Gives ``path``."""

    def __init__(self, kind: str, propose: Callable[[Any], Path]) -> None:
        super().__init__()
        self._kind, self._propose = kind, propose
        self._proposed = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Naam en map van het bestand"))
        self.line.textEdited.connect(self._touch)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.line, 1)
        row.addWidget(button(_("Andere map kiezen"), self._choose, shape="folder"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addStretch()

    def load(self, draft: Any) -> None:
        if self.line.text() == self._proposed:
            self._proposed = str(self._propose(draft))
            self.line.setText(self._proposed)

    def values(self) -> dict[str, Any]:
        path = Path(self.line.text().strip())
        if not path.name or not path.parent.is_dir():
            raise RegietafelError(_("De map {map} bestaat niet; kies een andere.").format(map=path.parent))
        if path.exists():
            raise RegietafelError(_("{name} bestaat al; kies een andere naam.").format(name=path.name))
        return {"path": path}

    def _choose(self) -> None:
        line = Path(self.line.text())
        if folder := dialogs.choose_folder(self, _("Map kiezen")):
            self.line.setText(str(folder / line.name))


def _input(way: Way) -> QWidget:
    if way.some_of:
        made: QWidget = CheckList(way.label, way.some_of)
    elif way.one_of:
        made = choice_box(dict.fromkeys(way.one_of))
        made.setMinimumWidth(300)
        made.setMaximumWidth(360)
    else:
        made = QWidget()
    made.setAccessibleName(way.label)
    return made


def _chosen(widget: QWidget) -> tuple[str, ...]:
    if isinstance(widget, CheckList):
        return widget.chosen
    text = getattr(widget, "currentText", str)()
    return (text,) if text else ()
