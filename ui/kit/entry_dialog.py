"""A dialog with a table one types in: above it what holds for every row, below it what is doubtful about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.errors import Twijfel
from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import set_words
from ui.kit.dialogs import Dialog
from ui.kit.entry_table import EntryModel, EntryTable
from ui.kit.forms import Form, Values
from ui.kit.notice import REMARK, Notice

_MOST_ROWS, _WIDTH = 10, 880  # rows shown without scrolling

Save = Callable[[Values, Sequence[Values], bool], object]  # for all, per row, and whether a Twijfel was agreed to


class EntryDialog(Dialog):
    """``shared`` holds for every row of ``model``. A Twijfel of ``save`` is asked here; then it is called with True."""

    def __init__(
        self,
        title: str,
        shared: Sequence[Field],
        model: EntryModel,
        save: Save,
        *,
        record: Any = None,
        hint: str = "",
        verb: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.form, self.model, self.table = Form(shared, side_by_side=True), model, EntryTable(model, title)
        self.question, self._save = Notice(can_close=False), save
        self._verb = verb or _("Vastleggen")
        super().__init__(title, self._content(hint), self._verb, parent)
        if record is not None:
            self.form.load(record)
        self.form.changed.connect(self._withdraw_question)
        self.model.typed.connect(self._withdraw_question)
        self.table.pasted.connect(self._say_lost)
        window = parent.window() if parent else None
        width = min(_WIDTH, window.width() - 2 * style.PAGE) if window else _WIDTH
        self.resize(width, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.begin()
        self.table.setFocus()

    @property
    def lost(self) -> Sequence[str]:
        return [*self.form.changed_labels, *self.model.changed_labels]

    def accept(self) -> None:
        if self.form.submit(self._save_or_ask):
            if self.question.isHidden():
                super().accept()
        elif self.model.wrong.isValid():
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.wrong)

    def _content(self, hint: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.form)
        self.table.setMinimumHeight(style.HEADER + min(len(self.model.records), _MOST_ROWS) * style.ROW + 4)
        column.addWidget(self.table, 1)
        said = style.label(
            " ".join(filter(None, (hint, _("Cellen uit Excel plakt u met Ctrl+V; met Enter gaat u omlaag.")))),
            "secondary",
        )
        said.setWordWrap(True)
        column.addWidget(said)
        column.addWidget(self.question)
        return page

    def _save_or_ask(self, shared: Values) -> None:
        agreed = not self.question.isHidden()
        try:
            self._save(shared, self.model.values(), agreed)
            self.question.hide()
        except Twijfel as doubt:
            self.question.say(str(doubt), REMARK)
            set_words(self.verb, _("Toch vastleggen"))
            self.verb.setDefault(False)
            self.cancel.setFocus()
            self.resize(self.width(), self.sizeHint().height())

    def _withdraw_question(self) -> None:
        """What was asked was about other values."""
        if not self.question.isHidden():
            self.question.hide()
            set_words(self.verb, self._verb)
            self.verb.setDefault(True)

    def _say_lost(self, lost: str) -> None:
        if lost:
            self.form.show_problem(lost)
