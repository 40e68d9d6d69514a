"""One line of the step “Overdrachten”: who hands over, to whom, how many; and the headings above the lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.inputs import choice_box
from ui.kit.notice import quiet_button

_NUMBER_WIDTH = 96
Texts = tuple[str, str, str]


@dataclass(frozen=True, eq=False)
class Regel:
    """The inputs of one overdracht."""

    widget: QWidget
    van: QComboBox
    naar: QComboBox
    aantal: QLineEdit
    remove: QToolButton

    @property
    def texts(self) -> Texts:
        """What was typed."""
        return self.van.currentText().strip(), self.naar.currentText().strip(), self.aantal.text().strip()

    def show_number(self, number: int) -> None:
        """Tell the inputs of the lines apart for who cannot see them."""
        named = {
            _("Van, overdracht {n}"): self.van,
            _("Aan, overdracht {n}"): self.naar,
            _("Personen, overdracht {n}"): self.aantal,
            _("Overdracht {n} verwijderen"): self.remove,
        }
        for name, widget in named.items():
            widget.setAccessibleName(name.format(n=number))
            if isinstance(widget, QComboBox) and (typed := widget.lineEdit()) is not None:
                typed.setAccessibleName(name.format(n=number))
        self.remove.setToolTip(_("Overdracht {n} verwijderen (Ctrl+Delete)").format(n=number))


def make_regel(names: Sequence[str], texts: Texts) -> Regel:
    """The inputs, with ``texts`` in them; a name that is not among ``names`` is kept where one can type."""
    van, naar, aantal = choice_box(dict.fromkeys(names)), choice_box(dict.fromkeys(names)), QLineEdit()
    for box, text in ((van, texts[0]), (naar, texts[1])):
        box.setCurrentIndex(box.findText(text))
        if box.isEditable() and text and box.currentIndex() < 0:
            box.setEditText(text)
    aantal.setText(texts[2])
    aantal.setAlignment(Qt.AlignmentFlag.AlignRight)
    aantal.setFixedWidth(_NUMBER_WIDTH)
    remove = quiet_button("x", "", lambda: None)
    widget = QWidget()
    line = _line(van, naar, aantal, remove)
    line.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(line)
    return Regel(widget, van, naar, aantal, remove)


def headings() -> QHBoxLayout:
    """What stands above the lines."""
    return _line(style.label(_("Van"), "strong"), style.label(_("Aan"), "strong"), _heading_number())


def scrolled_column() -> tuple[QScrollArea, QVBoxLayout]:
    """An area that scrolls, and the column in it."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 4, 0)
    column.setSpacing(style.GAP)
    return scrolled(content), column


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.GAP)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place < 2 else 0)
    return row


def _heading_number() -> QWidget:
    """The heading above the numbers; right of it stands nothing above the buttons."""
    made = style.label(_("Personen"), "strong")
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setFixedWidth(_NUMBER_WIDTH)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(made)
    row.addSpacing(style.GAP + style.CONTROL)
    place = QWidget()
    place.setLayout(row)
    return place
