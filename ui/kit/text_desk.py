"""Where one works on a text: which it is, whether it is in use, the text itself, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from regietafel.i18n import _, format_number
from ui.kit import style
from ui.kit.text_editor import Mark, TextEditor
from ui.kit.text_lists import MarkList, OfferList


class TextDesk(QWidget):
    """The title and the state stand above the text, the marks below it; a screen reader hears all with the text."""

    def __init__(self) -> None:
        super().__init__()
        self.editor = TextEditor()
        self.problems = MarkList(_("Wat er niet klopt"), self.editor.go_to_line)
        self._marks: Sequence[Mark] = ()
        self._title, self._state = style.label("", "section"), style.label("", "secondary")
        for label in (self._title, self._state):
            label.setWordWrap(True)
        fill_column(self, self._title, self._state, self.editor, self.problems)

    @property
    def is_wrong(self) -> bool:
        """Whether something stands in the text that cannot be read."""
        return any(mark.wrong for mark in self._marks)

    def show_title(self, title: str) -> None:
        """Show which text it is."""
        self._title.setText(title)
        self.editor.setAccessibleName(_("Tekst van {titel}").format(titel=title))

    def show_state(self, sentence: str, role: str) -> None:
        """Show whether it is in use."""
        self._state.setText(sentence)
        style.set_role(self._state, role)
        self._describe()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show what is to be said of its lines."""
        self._marks = tuple(marks)
        self.editor.show_marks(marks)
        self.problems.show_marks(marks)
        self._describe()

    def _describe(self) -> None:
        wrong = _("Wat er niet klopt: {n}.").format(n=format_number(len(self._marks))) if self._marks else ""
        self.editor.setAccessibleDescription(" ".join(filter(None, (self._state.text(), wrong))))


def fill_column(parent: QWidget, *widgets: QWidget) -> None:
    """Put these below each other; what scrolls gets the room."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.GAP)
    for widget in widgets:
        column.addWidget(widget, int(isinstance(widget, QListWidget | OfferList | QPlainTextEdit)))
