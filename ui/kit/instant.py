"""Forms without a button: what was typed is done at once, and can be undone like everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button, set_words
from ui.kit.forms import Form


class InstantForm(Form):
    """Does what was typed when one leaves the input or presses Enter; a choice is done at once.

    ``action`` gets the values that changed; what it refuses is said under the input, which keeps what was typed.
    """

    def __init__(self, fields: Sequence[Field], action: Callable[[Mapping[str, Any]], object]) -> None:
        super().__init__(fields)
        self._action = action
        for row in self._rows:
            row.editor.installEventFilter(self)
            if isinstance(row.editor, QLineEdit):
                row.editor.returnPressed.connect(self.commit)
            elif isinstance(row.editor, QComboBox):
                row.editor.activated.connect(lambda _index: self.commit())

    def show_record(self, record: Any) -> None:
        """Show what is known now; where something wrong was typed that stays, with what is wrong about it."""
        for number, row in enumerate(self._rows):
            text = row.field.format(getattr(record, row.field.name))
            if row.text == self._loaded[number] != text:
                row.show_value(getattr(record, row.field.name))
            if row.text == text:
                row.show_problem("")
            self._loaded[number] = text

    def commit(self) -> None:
        """Do what was typed since the last time."""
        for number, row in enumerate(self._rows):
            if row.text == self._loaded[number]:
                row.show_problem("")
                continue
            before, self._loaded[number] = self._loaded[number], row.text
            try:
                self._action({row.field.name: row.field.parse(row.text)})
            except RegietafelError as error:
                self._loaded[number] = before
                row.show_problem(str(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)


class FileChoice(QWidget):
    """A file that belongs to something: which it is, a button to choose one and a button to take it out.

    ``choose`` and ``remove`` may refuse with a RegietafelError, which is said below.
    """

    def __init__(self, name: str, choose: Callable[[], object], remove: Callable[[], object], help: str = "") -> None:
        super().__init__()
        self._name = name
        self._state = style.label("", "secondary")
        self._picture = style.label("")
        self._picture.setFixedHeight(56)
        self._picture.setAccessibleName(_("{naam} zoals hij nu is").format(naam=name))
        self._picture.hide()
        self._problem = style.label("", "problem")
        self._problem.hide()
        self.choose_button = button("", lambda: self._try(choose), shape="upload")
        self.remove_button = button(_("Weghalen"), lambda: self._try(remove), shape="trash-2")
        self.remove_button.setAccessibleName(_("{naam} weghalen").format(naam=name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(style.label(name, "strong"))
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for made in (self.choose_button, self.remove_button):
            row.addWidget(made)
        row.addStretch()
        helped = style.label(help, "secondary")
        for words in (self._state, helped, self._problem):
            words.setWordWrap(True)
        for each in (self._state, self._picture):
            layout.addWidget(each)
        layout.addLayout(row)
        if help:
            layout.addWidget(helped)
        layout.addWidget(self._problem)
        self.show_file("", can_write=True)

    def show_file(self, said: str, picture: bytes = b"", *, can_write: bool) -> None:
        """Show which file it is, perhaps as a picture; ``said`` is empty when there is none."""
        self._state.setText(said or _("geen"))
        self._problem.hide()
        verb = _("Vervangen") if said else _("Kiezen")
        set_words(self.choose_button, verb, "upload")
        self.choose_button.setAccessibleName(f"{self._name} {verb.lower()}")
        self.choose_button.setEnabled(can_write)
        self.remove_button.setVisible(bool(said))
        self.remove_button.setEnabled(can_write)
        shown = QPixmap()
        shown.loadFromData(picture)
        self._picture.setVisible(not shown.isNull())
        self._state.setVisible(shown.isNull())
        if not shown.isNull():
            ratio = self.devicePixelRatioF()
            size = (round(220 * ratio), round(56 * ratio))
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(*size, keep, smooth)
            shown.setDevicePixelRatio(ratio)
            self._picture.setPixmap(shown)

    def show_problem(self, sentence: str) -> None:
        """Say below what is wrong with the file that was chosen; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.choose_button.setAccessibleDescription(sentence)

    def _try(self, action: Callable[[], object]) -> None:
        self.show_problem("")
        try:
            action()
        except RegietafelError as error:
            self.show_problem(str(error))
