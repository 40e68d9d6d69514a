"""Numbers one divides over gemeenten or over kinds of household, with a sentence about their sum as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.fields import Field
from regietafel.i18n import _, format_number
from ui.kit import style
from ui.kit.entry_table import EntryModel, EntryTable


class Entries(QWidget):
    """A table one types numbers in, and under it a sentence about their sum."""

    def __init__(self, name: str, intro: str, about: Field, number: Field, records: Sequence[Any]) -> None:
        super().__init__()
        self._number = number
        self.model = EntryModel([about], [number], records, lambda _record, _field: True)
        self.table = EntryTable(self.model, name)
        self.sentence = style.label("", "quiet")
        self.sentence.setWordWrap(True)
        said = style.label(intro, "quiet")
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        self.table.pasted.connect(lambda lost: self.say(lost, wrong=True) if lost else None)

    def load(self, numbers: Sequence[int | None]) -> None:
        """Show these, in the order of the rows."""
        self.model.begin({(row, 1): format_number(number) for row, number in enumerate(numbers) if number is not None})
        self.table.begin()

    def numbers(self) -> list[int | None]:
        """What was typed per row. Raises RegietafelError that names the row."""
        return [values.get(self._number.name) for values in self.model.values()]

    def say(self, sentence: str, *, wrong: bool) -> None:
        """What the numbers come to."""
        self.sentence.setText(sentence)
        style.set_role(self.sentence, "problem" if wrong else "quiet")


def shares_said(shares: int, have: int | None) -> tuple[str, bool]:
    """Whether the shares add up to the persons for vergunninghouders, in words; and whether that is wrong."""
    if not shares:
        return _("Zonder aandelen telt het project voor de gemeente waar het staat."), False
    if have is None:
        return _("De aandelen zijn samen {n}. Vul ook in hoeveel vergunninghouders het project telt.").format(
            n=format_number(shares)
        ), True
    said = {"n": format_number(shares), "m": format_number(have), "rest": format_number(abs(have - shares))}
    if shares == have:
        return _("✓ De aandelen zijn samen {n}: alle vergunninghouders van het project.").format(**said), False
    if shares < have:
        sentence = _("De aandelen zijn samen {n}, het project telt {m} vergunninghouders: nog {rest} te verdelen.")
    else:
        sentence = _("De aandelen zijn samen {n}, het project telt {m} vergunninghouders: {rest} te veel.")
    return sentence.format(**said), True


def homes_said(homes: int, have: int | None) -> tuple[str, bool]:
    """The homes per kind of household against those of the project, in words; and whether that is wrong."""
    said = {"n": format_number(homes), "m": format_number(have)}
    if have is None:
        return _("Samen {n} woningen.").format(**said), False
    if homes > have:
        return _("Samen {n} woningen, maar het project telt er {m}.").format(**said), True
    return _("Samen {n} van de {m} woningen.").format(**said), False
