"""The columns of a sheet with their first rows, and above each the question what it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from regietafel.exchange.cellen import column_letters
from regietafel.exchange.indeling import Indeling, column_names, voorbeeld
from regietafel.exchange.soort import Soort
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _, format_date, format_number
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.inputs import ComboBox

_WIDTH, _ROWS = 160, 8
_MOST = 60  # columns; of a table on this subject never more


class Voorbeeld(QWidget):
    """Calls ``choose`` with the column (from 0) and the veld, empty for “niet inlezen”."""

    def __init__(self, choose: Callable[[int, str], object]) -> None:
        super().__init__()
        self._choose = choose
        self._shown: object = None
        self._boxes: dict[int, ComboBox] = {}
        self._cells: dict[int, list[QLabel]] = {}
        self._velden: list[str] = []
        self._more = style.label("", "quiet")
        self._area: QScrollArea | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.GAP)
        self._layout.addWidget(self._more)

    def show_columns(self, blad: Blad, indeling: Indeling, soort: Soort) -> None:
        """Show this sheet below this header; the same sheet again only changes the answers."""
        wanted = (blad, indeling.kop, indeling.kopregels, soort)
        if self._shown is None or any(a is not b and a != b for a, b in zip(wanted, self._shown, strict=True)):  # type: ignore[call-overload]
            self._shown = wanted
            self._build(blad, indeling, soort)
        self._answer(indeling.velden)

    def _build(self, blad: Blad, indeling: Indeling, soort: Soort) -> None:
        names = column_names(blad, indeling.kop, indeling.kopregels)
        rows = voorbeeld(blad, indeling.eerste_rij, _ROWS)
        places = _places(names, rows, indeling)
        self._velden, self._boxes, self._cells = ["", *soort.velden], {}, {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(12, 12, 12, style.SPACE)
        grid.setHorizontalSpacing(style.SPACE)
        grid.setVerticalSpacing(4)
        for number, place in enumerate(places[:_MOST]):
            self._add_column(grid, number, place, names[place], soort)
            self._cells[place] = [
                _cell(grid, number, 2 + row, _shown(values[place])) for row, values in enumerate(rows)
            ]
        grid.setRowStretch(2 + _ROWS, 1)
        grid.setColumnStretch(len(places), 1)
        area = scrolled(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setProperty("panel", True)
        if self._area is not None:
            self._layout.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self._area = area
        self._layout.insertWidget(0, area, 1)
        left = len(places) - _MOST
        self._more.setText(_("Nog {n} kolommen worden niet getoond.").format(n=format_number(left)) if left > 0 else "")
        self._more.setVisible(left > 0)

    def _add_column(self, grid: QGridLayout, number: int, place: int, name: str, soort: Soort) -> None:
        letter = column_letters(place + 1)
        _cell(grid, number, 0, f"{letter} · {name}" if name else letter, "strong")
        box = ComboBox()
        box.addItems([_("niet inlezen"), *soort.velden.values()])
        box.setMaxVisibleItems(len(soort.velden) + 1)
        box.setFixedWidth(_WIDTH)
        box.setObjectName(f"kolom-{letter}")
        box.setAccessibleName(_("Kolom {letter}: {kop}").format(letter=letter, kop=name or _("zonder kop")))
        box.activated.connect(lambda chosen: self._choose(place, self._velden[chosen]))
        grid.addWidget(box, 1, number)
        self._boxes[place] = box

    def _answer(self, velden: Mapping[str, int]) -> None:
        by_place = {place: veld for veld, place in velden.items()}
        for place, box in self._boxes.items():
            veld = by_place.get(place, "")
            box.setCurrentIndex(self._velden.index(veld) if veld in self._velden else 0)
            for cell in self._cells[place]:
                style.set_role(cell, "body" if veld else "quiet")


def _places(names: Sequence[str], rows: Sequence[Sequence[Waarde]], indeling: Indeling) -> list[int]:
    """The columns with something in them."""
    return [
        place
        for place, name in enumerate(names)
        if name or place in indeling.velden.values() or any(row[place] is not None for row in rows)
    ]


def _cell(grid: QGridLayout, column: int, row: int, text: str, role: str = "body") -> QLabel:
    made = style.label("", role)
    made.setFixedWidth(_WIDTH)
    made.ensurePolished()
    short = made.fontMetrics().elidedText(" ".join(text.split())[:200], Qt.TextElideMode.ElideRight, _WIDTH - 4)
    made.setText(short)
    made.setToolTip("" if short == text else text[:500].replace("<", "‹"))  # a tip would take it for markup
    grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
    return made


def _shown(value: Waarde) -> str:
    """A cell as the sheet shows it, more or less."""
    if isinstance(value, datetime.date):
        return format_date(value)
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return format_number(value) if isinstance(value, int) else value or ""
