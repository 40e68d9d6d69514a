"""The line above a page that shows a day: which day, a month earlier or later, and what else decides what is shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from regietafel.domain.feestdagen import plain_einde
from regietafel.i18n import _, format_date, parse_date, today
from ui.kit import style
from ui.kit.buttons import button, quiet_button
from ui.kit.flow import Flow
from ui.kit.inputs import ComboBox
from ui.kit.screen import Command, Screen

_DATE = 104  # pixels: a date fits


class DateInput(QLineEdit):
    """A day; Page Up and Page Down go a month on or back. ``chosen`` gives a day one can read."""

    chosen = Signal(object)

    def __init__(self, name: str, dag: datetime.date) -> None:
        super().__init__()
        self._dag = dag
        self.setAccessibleName(name)
        self.setToolTip(_("Pagina omhoog en omlaag: een maand later of eerder."))
        self.setFixedWidth(_DATE)
        self.show_day(dag)
        self.editingFinished.connect(self._read)
        for keys, months in ((Qt.Key.Key_PageUp, 1), (Qt.Key.Key_PageDown, -1)):
            step = QShortcut(QKeySequence(keys), self, partial(self.step, months))
            step.setContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def dag(self) -> datetime.date:
        """The day that is chosen."""
        return self._dag

    def show_day(self, dag: datetime.date) -> None:
        """Show a day that was chosen elsewhere."""
        self._dag = dag
        self.setText(format_date(dag))

    def step(self, months: int) -> None:
        """So many months on, or back."""
        self._choose(plain_einde(self._dag, months, "maand"))

    def _read(self) -> None:
        """What is no day goes back to the day that was there."""
        try:
            self._choose(parse_date(self.text()))
        except ValueError:
            self.show_day(self._dag)

    def _choose(self, dag: datetime.date) -> None:
        changed = dag != self._dag
        self.show_day(dag)
        if changed:
            self.chosen.emit(dag)


class DayLine(QWidget):
    """Shows and chooses ``session.op``; ``changed`` says that a choice added to the line was made.

    Where there is no room the choices stand below the day.
    """

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, session = screen, screen.session
        self.day = DateInput(_("Op datum"), session.op)
        self.day.chosen.connect(lambda dag: setattr(session, "op", dag))
        session.op_changed.connect(self.day.show_day)
        self._row, self._choices = QHBoxLayout(self), Flow()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)
        self._add(
            self.day,
            quiet_button("chevron-left", _("Een maand eerder"), partial(self.day.step, -1)),
            quiet_button("chevron-right", _("Een maand later"), partial(self.day.step, 1)),
            quiet_button("calendar", _("Vandaag"), lambda: setattr(session, "op", today())),
        )
        self._row.addLayout(self._choices, 1)

    def add_choice(self, name: str, choices: Mapping[str, Any], *, labelled: bool = True) -> ComboBox:
        """Something else to choose; the data of an item is the value of the choice."""
        box = ComboBox()
        box.setAccessibleName(name)
        for label, value in choices.items():
            box.addItem(label, value)
        box.activated.connect(lambda _place: self.changed.emit())
        self._add(box, labelled=labelled)
        return box

    def add_date(self, name: str, dag: datetime.date) -> DateInput:
        """Another day to choose, say the last."""
        made = DateInput(name, dag)
        made.chosen.connect(lambda _dag: self.changed.emit())
        self._add(made)
        return made

    def add_commands(self, commands: Sequence[Command]) -> None:
        """What can be done with the page as a whole, at the end of the line."""
        for command in commands:
            made = button(command.label, partial(self._screen.run, command), shape=command.icon)
            made.setVisible(self._screen.can_run(command, None))
            self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)

    def _add(self, widget: QWidget, *beside: QWidget, labelled: bool = True) -> None:
        """What belongs together stays on one line."""
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        if labelled:
            label = style.label(widget.accessibleName(), "strong")
            label.setBuddy(widget)
            row.addWidget(label)
        for each in (widget, *beside):
            row.addWidget(each)
        self._choices.addWidget(group)
