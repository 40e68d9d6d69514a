"""The only form in the program: edits what a list of fields describes, in dialogs and on wizard pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, JA_NEE, TEXT, Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import literal
from ui.kit.inputs import TextBox, choice_box


class AlreadySaid(RegietafelError):
    """What is wrong stands under the inputs; nobody needs to say it again."""


Editor = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox
Values = dict[str, Any]

_SHORT, _LONG = 160, 520


class Form(QWidget):
    """One input per field, its label above and its help below; what is wrong is said under the input.

    The inputs stand one below the other, or ``side_by_side`` above a list they decide about.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None, *, side_by_side: bool = False) -> None:
        super().__init__(parent)
        self._rows = [_Row(field, field.label if side_by_side else _mark_optional(field)) for field in fields]
        self._problem = style.label("", "problem")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._loaded: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SPACE)
        inputs = QHBoxLayout() if side_by_side else QVBoxLayout()
        inputs.setSpacing(0)
        before: Field | None = None
        for row in self._rows:
            row.changed.connect(self.changed)
            if before and not side_by_side:
                ticks = before.kind is JA_NEE and row.field.kind is JA_NEE and not before.help  # one list
                inputs.addSpacing(4 if ticks else style.SPACE)
            inputs.addWidget(row)
            before = row.field
        if side_by_side:
            for row in self._rows:
                row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
                inputs.setAlignment(row, Qt.AlignmentFlag.AlignTop)
            inputs.setSpacing(style.SPACE)
            inputs.addStretch()
        layout.addLayout(inputs)
        layout.addWidget(self._problem)
        layout.addStretch()
        self.load({})

    @property
    def is_changed(self) -> bool:
        """Whether the user typed or chose something since :meth:`load`."""
        return bool(self.changed_labels)

    @property
    def changed_labels(self) -> list[str]:
        """The labels of the inputs in which something else stands than :meth:`load` put there."""
        rows = zip(self._rows, self._loaded, strict=True)
        return [row.field.label for row, loaded in rows if row.text != loaded]

    def load(self, record: Any) -> None:
        """Show the attributes of ``record`` (or the items of a mapping); what it lacks stays empty."""
        for row in self._rows:
            if isinstance(record, Mapping):
                row.show_value(record.get(row.field.name))
            else:
                row.show_value(getattr(record, row.field.name, None))
        self._loaded = [row.text for row in self._rows]
        self._clear()

    def values(self, *, go_to_problem: bool = True) -> Values:
        """What was filled in, by name of the field. Raises AlreadySaid when an input cannot be read.

        The cursor then goes to that input, unless the user is still typing.
        """
        self._clear()
        values: Values = {}
        wrong: list[_Row] = []
        for row in self._rows:
            try:
                values[row.field.name] = row.field.parse(row.text)
            except RegietafelError as error:
                row.show_problem(str(error))
                wrong.append(row)
        if wrong:
            if go_to_problem:
                wrong[0].editor.setFocus()
            raise AlreadySaid(_("Niet alles is goed ingevuld."))
        return values

    def submit(self, action: Callable[[Values], object]) -> bool:
        """Hand the values to ``action``; say what the user must correct, and then return False."""
        try:
            action(self.values())
        except AlreadySaid:
            return False
        except RegietafelError as error:
            self.show_problem(str(error))
            return False
        return True

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the form as a whole."""
        self._problem.setText(sentence)
        self._problem.show()

    def show_first_problem(self) -> None:
        """Scroll to what is wrong, when the form is taller than its place."""
        area = self.parent()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        wrong = [
            label for label in self.findChildren(QLabel) if label.objectName().startswith("problem") and label.text()
        ]
        if area is not None and wrong:
            area.ensureWidgetVisible(wrong[0])

    def editor(self, name: str) -> QWidget:
        """The input of the field with this name."""
        return next(row.editor for row in self._rows if row.field.name == name)

    def _clear(self) -> None:
        self._problem.clear()
        self._problem.hide()
        for row in self._rows:
            row.show_problem("")


class _Row(QWidget):
    """Label, input, help and problem of one field."""

    changed = Signal()

    def __init__(self, field: Field, words: str) -> None:
        super().__init__()
        self.field = field
        self.editor = _editor(field, self.changed.emit)
        self.editor.setObjectName(field.name)
        self.editor.setAccessibleName(field.label)
        self.editor.setAccessibleDescription(field.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if not isinstance(self.editor, QCheckBox):
            name = style.label(literal(words), "strong")
            name.setBuddy(self.editor)
            layout.addWidget(name)
        layout.addWidget(self.editor)
        if field.help:
            layout.addWidget(_wrapped(field.help, "secondary"))
        self._problem = _wrapped("", "problem")
        self._problem.setObjectName(f"problem-{field.name}")
        self._problem.hide()
        layout.addWidget(self._problem)

    @property
    def text(self) -> str:
        """What stands in the input."""
        if isinstance(self.editor, QCheckBox):
            return self.field.format(self.editor.isChecked())
        if isinstance(self.editor, QComboBox):
            return self.editor.currentText()
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return " ".join(self.editor.text().splitlines())  # an input of one line shows what was pasted so

    def show_value(self, value: Any) -> None:
        """Put a value in the input."""
        text = "" if value is None and self.field.choices is None else self.field.format(value)
        if isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findText(text))
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        else:
            self.editor.setText(text)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong under the input; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self.field.help)
        if self.editor.property("wrong") != bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)


def _editor(field: Field, changed: Callable[[], None]) -> Editor:
    if field.choices is not None:
        chooser = choice_box(field.choices)
        chooser.setMaximumWidth(_LONG)
        chooser.currentTextChanged.connect(lambda text: changed())
        return chooser
    if field.kind is JA_NEE:
        box = QCheckBox(literal(field.label))
        box.toggled.connect(lambda checked: changed())
        return box
    if field.multiline:
        area = TextBox()
        area.setMaximumWidth(_LONG)
        area.textChanged.connect(changed)
        return area
    line = QLineEdit()
    line.setMaximumWidth(_LONG if field.kind is TEXT else _SHORT)
    line.setPlaceholderText(_("dd-mm-jjjj") if field.kind is DATUM else "")
    if field.kind.numeric:
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
    line.textChanged.connect(lambda text: changed())
    return line


def _mark_optional(field: Field) -> str:
    return field.label if field.required else _("{label} (mag leeg)").format(label=field.label)


def _wrapped(text: str, role: str) -> QLabel:
    made = style.label(text, role)
    made.setWordWrap(True)
    return made
