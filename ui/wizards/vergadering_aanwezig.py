"""Who is there: a row per gemeente or organisation, changed with one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from regietafel.actions.verslag import fill_aanwezigheid, remove_aanwezigheid, save_aanwezigheid
from regietafel.catalog.verslag import AANWEZIGHEID
from regietafel.domain.verslag import AANWEZIG, AANWEZIGHEDEN, AFWEZIG, AFWEZIG_MK, Aanwezigheid
from regietafel.fields import Field
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.queries.verslag import AanwezigRegel, aanwezigheid
from ui.kit import style
from ui.kit.dialogs import EditDialog
from ui.kit.tables import RecordTableModel
from ui.wizards.vergadering_cijfers import keep_readable

_LETTERS = {Qt.Key.Key_A: AANWEZIG, Qt.Key.Key_M: AFWEZIG_MK, Qt.Key.Key_F: AFWEZIG}
_FIELDS = {field.name: field for field in AANWEZIGHEID}
_COLUMNS = (
    Field(name="partij", label=_("Partij")),
    _FIELDS["naam"],
    _FIELDS["aanwezig"],
    Field(name="voorzitter", label=_("Voorzitter"), choices={_("voorzitter"): True, "": False}),
)
_NAAM = 1  # the column with room to spare
_KEYS = _(
    "A aanwezig · M afwezig met kennisgeving · F afwezig · spatie wisselt · V voorzitter · Enter naam · "
    "+ iemand erbij · Del weghalen · Esc terug"
)


class Aanwezig(QWidget):
    """``attempt`` does something and shows a refusal; a row is changed by the key of what it becomes."""

    def __init__(self, ledger: Ledger, overleg_id: int, attempt: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__()
        self._ledger, self._overleg_id, self._attempt = ledger, overleg_id, attempt
        self.model = RecordTableModel(_COLUMNS)
        self.table = _Table(self.model)
        self.table.pressed_key.connect(self._on_key)
        self._count = style.label("", "section")
        keys = style.label(_KEYS, "quiet")
        keys.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        column.addWidget(keys)

    def begin(self) -> None:
        """Take the keyboard; when nobody is on the list yet, whoever is expected comes on it."""
        self.table.setFocus()
        if not self._ledger.read_only and not self._ledger.aanwezigheden.find(overleg_id=self._overleg_id):
            self._attempt(lambda: fill_aanwezigheid(self._ledger, self._overleg_id))
        self.refresh()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def refresh(self) -> None:
        """Ask again; the keyboard stays at the same row."""
        row = self.table.currentIndex().row()
        current = self.model.records[row].id if 0 <= row < len(self.model.records) else None
        found = aanwezigheid(self._ledger, self._overleg_id)
        self.model.set_records(found)
        ids = [each.id for each in found]
        self.table.selectRow(ids.index(current) if current in ids else max(0, min(row, len(ids) - 1)))
        self._count.setText(summary(found))

    def _on_key(self, key: int) -> None:
        row = self.table.currentIndex().row()
        current = self.model.records[row] if 0 <= row < len(self.model.records) else None
        if key == Qt.Key.Key_Plus:
            self._attempt(lambda: self._ask(None))
        elif current is not None:
            self._attempt(lambda: self._change(current, key))

    def _change(self, regel: AanwezigRegel, key: int) -> None:
        rij = self._ledger.aanwezigheden.get(regel.id)
        if key in _LETTERS:
            self._save(replace(rij, aanwezig=_LETTERS[Qt.Key(key)]))
        elif key == Qt.Key.Key_Space:
            following = (AANWEZIGHEDEN.index(rij.aanwezig) + 1) % len(AANWEZIGHEDEN)
            self._save(replace(rij, aanwezig=AANWEZIGHEDEN[following]))
        elif key == Qt.Key.Key_V:
            self._save(replace(rij, voorzitter=not rij.voorzitter))
        elif key == Qt.Key.Key_Delete:
            remove_aanwezigheid(self._ledger, rij)
        else:
            self._ask(rij)

    def _save(self, rij: Aanwezigheid) -> None:
        if rij != self._ledger.aanwezigheden.get(rij.id or 0):
            save_aanwezigheid(self._ledger, rij)

    def _ask(self, rij: Aanwezigheid | None) -> None:
        """Change a row in a form, or add someone: of a gemeente, or of an organisation."""
        fields = AANWEZIGHEID if rij is None or rij.gemeente_id is None else AANWEZIGHEID[1:]
        record = rij or {"aanwezig": AANWEZIG}
        title = _("Wie is er nog meer") if rij is None else _("Wie er is")

        def save(values: dict[str, Any]) -> None:
            new = replace(rij, **values) if rij else Aanwezigheid(overleg_id=self._overleg_id, **self._partij(values))
            save_aanwezigheid(self._ledger, new)

        EditDialog(title, fields, save, record=record, parent=self.window()).exec()

    def _partij(self, values: dict[str, Any]) -> dict[str, Any]:
        """A gemeente when the name is of one: a second person of it may come too."""
        from regietafel.queries.partijen import partijen
        from regietafel.reference import spelling_key

        key = spelling_key(values["organisatie"])
        for each in partijen(self._ledger):
            if each.gemeente_id and key in map(spelling_key, (each.naam, *each.andere_namen)):
                return values | {"gemeente_id": each.gemeente_id, "organisatie": ""}
        return values


class _Table(QTableView):
    """Tells which key was pressed; the arrows go from row to row."""

    pressed_key = Signal(int)

    def __init__(self, model: RecordTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Aanwezig"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        keep_readable(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(_NAAM, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self.pressed_key.emit(Qt.Key.Key_Return))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doing = {*_LETTERS, Qt.Key.Key_Space, Qt.Key.Key_V, Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_F2}
        if event.key() in doing | {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_PLAIN:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)


_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def summary(rows: tuple[AanwezigRegel, ...]) -> str:
    """How many are there, and how many are not."""
    counts = {soort: sum(each.aanwezig == soort for each in rows) for soort in AANWEZIGHEDEN}
    words = _("{aanwezig} aanwezig · {mk} afwezig m.k. · {afwezig} afwezig")
    return words.format(
        aanwezig=format_number(counts[AANWEZIG]),
        mk=format_number(counts[AFWEZIG_MK]),
        afwezig=format_number(counts[AFWEZIG]),
    )
