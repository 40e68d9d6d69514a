"""What goes and what stays in a publication version: a list to tick, the reason and ground of one, and one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from regietafel.documents.woo.gronden import GRONDEN, PERSOON
from regietafel.documents.woo.reeks import Gevonden
from regietafel.documents.woo.tekst import same
from regietafel.errors import RegietafelError
from regietafel.i18n import _, sort_key
from ui.kit import style
from ui.kit.buttons import button, literal
from ui.kit.inputs import choice_box
from ui.kit.session import Session

_ROW = 28
_CHOICES = {f"{grond}  {words}": grond for grond, words in GRONDEN.items()}


class Gegevenslijst(QWidget):
    """Every choice is one step that can be undone; what the ledger then says is shown again with :meth:`show_found`.

    ``choose`` is given a text and its ground, ``take_back`` a text (``documents.woo.keuze``).
    """

    def __init__(
        self, session: Session, choose: Callable[[str, str], object], take_back: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._session, self._choose, self._forget = session, choose, take_back
        self._found: Sequence[Gevonden] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Wat weggaat"))
        self.list.setAccessibleDescription(_("Wat is aangevinkt, gaat weg. Met de spatiebalk wisselt u."))
        self.list.setEnabled(session.can_write)
        self.list.itemChanged.connect(self._tick)
        self.list.currentRowChanged.connect(lambda row: self._show_reason())
        self._reason = style.label(_("Het programma zoekt wat weggaat…"), "secondary")
        self._reason.setWordWrap(True)
        self.ground = choice_box(_CHOICES)
        self.ground.setAccessibleName(_("Grond in de Woo"))
        self.ground.setSizePolicy(self.ground.sizePolicy().Policy.Ignored, self.ground.sizePolicy().Policy.Fixed)
        self.ground.activated.connect(self._choose_ground)
        self.ground.setEnabled(False)
        self.back = button(_("Keuze terugnemen"), self._take_back, "link")
        self.back.hide()
        self.own = QLineEdit()
        self.own.setPlaceholderText(_("Nog iets weglaten"))
        self.own.setAccessibleName(_("Tekst die u ook wilt weglaten"))
        self.own.setEnabled(session.can_write)
        self.own.returnPressed.connect(self._add)
        self.add = button(_("Weglaten"), self._add)
        self.add.setEnabled(session.can_write)
        self._problem = style.label("", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._build()

    def show_found(self, found: Sequence[Gevonden]) -> None:
        """Show what was found; the cursor stays on its text."""
        before = self._current()
        # What stands nowhere comes last; no row moves when it is ticked.
        self._found = found = sorted(found, key=lambda each: (not each.aantal, sort_key(each.tekst)))
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for each in found:
            count = _("{n}×").format(n=each.aantal) if each.aantal else _("staat nergens")
            item = QListWidgetItem("  ".join(filter(None, (each.tekst, each.gegeven.grond, count))), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if each.gegeven.grond else Qt.CheckState.Unchecked)
            item.setToolTip(each.waarom)
            item.setSizeHint(QSize(0, _ROW))
        rows = [row for row, each in enumerate(found) if before and same(each.tekst, before.tekst)]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(blocked)
        self._show_reason()

    def _build(self) -> None:
        name = style.label(literal(_("Grond")), "strong")
        name.setBuddy(self.ground)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.own, 1)
        row.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(style.label(_("Wat weggaat"), "section"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self._reason)
        layout.addWidget(name)
        layout.addWidget(self.ground)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row)
        layout.addWidget(self._problem)

    def _current(self) -> Gevonden | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_reason(self) -> None:
        current = self._current()
        self._reason.setText(current.waarom if current else _("Er zijn geen persoonsgegevens gevonden."))
        self.back.setVisible(bool(current and current.gegeven.eigen) and self._session.can_write)
        self.ground.setEnabled(bool(current and current.gegeven.grond) and self._session.can_write)
        grounds = list(_CHOICES.values())
        shown = current.gegeven.grond if current else ""
        self.ground.setCurrentIndex(grounds.index(shown) if shown in grounds else -1)
        if line := self.ground.lineEdit():
            line.setCursorPosition(0)

    def _tick(self, item: QListWidgetItem) -> None:
        each = self._found[self.list.row(item)]
        self.list.setCurrentItem(item)
        goes = item.checkState() == Qt.CheckState.Checked
        self._do(partial(self._choose, each.tekst, PERSOON if goes else ""))

    def _choose_ground(self, place: int) -> None:
        if current := self._current():
            ground = list(_CHOICES.values())[place]
            self._do(partial(self._choose, current.tekst, ground))

    def _take_back(self) -> None:
        if current := self._current():
            self._do(partial(self._forget, current.tekst))
            self.list.setFocus()

    def _add(self) -> None:
        if self._do(partial(self._choose, self.own.text(), PERSOON)):
            self.own.clear()

    def _do(self, action: Callable[[], object]) -> bool:
        """Do it and say what was wrong; then the list shows again what the ledger says."""
        try:
            action()
        except RegietafelError as error:
            self._problem.setText(str(error))
            self._problem.show()
            self.show_found(self._found)
            return False
        self._problem.hide()
        return True
