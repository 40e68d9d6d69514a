"""The way of something in steps on one line: what is done, where it is now, what is still to come, what ended it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from regietafel.i18n import _
from ui.kit import style


class Stage(Enum):
    """How far a step is; the value is its shape and what a screen reader says."""

    DONE = ("✓", _("gedaan"))
    NOW = ("●", _("nu"))
    ENDED = ("✕", _("geëindigd"))
    COMING = ("○", _("nog niet"))


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step; ``note`` is when it was reached, or what is waited for."""

    word: str
    stage: Stage
    note: str = ""

    def __str__(self) -> str:
        said = f"{self.word}: {self.stage.value[1]}"
        return f"{said}, {self.note}" if self.note else said


class StepLine(QFrame):
    """A line per step, thick as far as it has come; below it the word and the note."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.setAccessibleName("; ".join(map(str, steps)))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for column, step in enumerate(steps):
            line = QFrame()
            line.setObjectName("step")
            line.setProperty("stage", step.stage.name.lower())
            line.setFixedHeight(4)
            here = step.stage in {Stage.NOW, Stage.ENDED}
            word = style.label(f"{step.stage.value[0]} {step.word}", "step-now" if here else "step")
            note = style.label(step.note, "secondary")
            for text in (word, note):
                text.setWordWrap(True)
                text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)  # one may take two lines
            grid.addWidget(line, 0, column)
            grid.addWidget(word, 1, column)
            grid.addWidget(note, 2, column)
            grid.setColumnStretch(column, 1)
