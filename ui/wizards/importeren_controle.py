"""The step that shows what every row would do, and in which the user decides what the program cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from regietafel.exchange.importplan import Importplan, Planrij, Plek, Uitkomst
from regietafel.fields import Field
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.icons import icon
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, sums
from ui.kit.wizard import StepWidget
from ui.wizards.importeren_besluit import Decision, gebieden, gemeenten
from ui.wizards.importeren_lezing import Bron, Inlezing, is_conflict, plan
from ui.wizards.importeren_rijen import (
    OPEN,
    SHAPES,
    added_up,
    changes,
    fields_of,
    rank,
    remarks,
    sentence_of_sums,
    shown,
    tone,
)

_NAME_WIDTH = 200


class Controle(StepWidget):
    """Gives ``keuzes`` and ``blijft``."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._draft = Inlezing()
        self._plan: Importplan | None = None
        self._keuzes: dict[Plek, str | None] = {}
        self._blijft: frozenset[Plek] = frozenset()
        self._order: list[Plek] = []
        self._updates: frozenset[bool] = frozenset()
        self._sums, self._remarks = style.label("", "strong"), style.label("", "quiet")
        for each in (self._sums, self._remarks):
            each.setWordWrap(True)
        self._sums.setObjectName("sommen")
        self._remarks.setObjectName("opmerkingen")
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Zoeken"))
        self._search.setAccessibleName(_("Zoeken in de rijen"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(200)
        self._search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(lambda text: self._filter())
        self._chips = {uitkomst: self._chip(uitkomst) for uitkomst in Uitkomst}
        self._fields: tuple[Field, ...] = ()
        self._framed = QFrame()
        self._framed.setProperty("panel", True)
        self._inside = QVBoxLayout(self._framed)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._decision = Decision(self._choose, self._update, self._take_all, self._update_all)
        self._model, self._table = self._make_table(())
        self._build()

    def load(self, draft: Inlezing) -> None:
        """Compare the table with the ledger; choices stay as long as it is the same table."""
        if self._draft.lezing is None or self._draft.gelezen != draft.gelezen:
            self._keuzes, self._blijft = dict(draft.keuzes), draft.blijft
        self._draft = draft
        made = self._make_plan()
        place = {rij.plek: number for number, rij in enumerate(made.rijen)}
        self._order = [rij.plek for rij in sorted(made.rijen, key=lambda rij: (rank(rij), place[rij.plek]))]
        known = gebieden if made.soort.gebieden else gemeenten
        self._decision.offer(known(self._ledger), gebieden=made.soort.gebieden)
        fields = fields_of(made)
        if [(each.name, each.label, each.help) for each in fields] != [
            (each.name, each.label, each.help) for each in self._fields
        ]:
            self._fields = fields
            self._model, self._table = self._make_table(fields)
        self._show(made)
        view = self._table.view
        view.fit_columns()
        name = [each.name for each in fields].index("naam")
        view.setColumnWidth(name, min(view.columnWidth(name), _NAME_WIDTH))
        view.selectRow(0)

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether something was decided."""
        return bool(self._keuzes or self._blijft)

    @property
    def herkomst(self) -> Bron | None:
        """The table that is shown."""
        return self._draft.herkomst if self._plan else None

    def values(self) -> dict[str, Any]:
        """What was decided; the wizard checks whether that is enough."""
        return {"keuzes": dict(self._keuzes), "blijft": self._blijft}

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(style.GAP)
        filters.addWidget(self._search)
        for chip in self._chips.values():
            filters.addWidget(chip)
        filters.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._sums)
        layout.addWidget(self._remarks)
        layout.addLayout(filters)
        layout.addWidget(self._framed, 1)
        layout.addWidget(self._decision)

    def _make_table(self, fields: tuple[Field, ...]) -> tuple[RecordTableModel, RecordTable]:
        """The table with the columns of this kind, in place of the one that was there."""
        for place in reversed(range(self._inside.count())):
            item = self._inside.takeAt(place)
            if item is not None and (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        model = RecordTableModel(fields, {"uitkomst": tone})
        counted = added_up(fields, self._draft.soort)
        table = RecordTable(model, _("Rijen van het rekenblad"), sums(*counted) if counted else None)
        table.view.setProperty("start", True)
        table.view.selectionModel().currentRowChanged.connect(self._show_decision)
        header = table.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self._inside.addWidget(table)
        return model, table

    def _chip(self, uitkomst: Uitkomst) -> QPushButton:
        made = button("", lambda: self._press(uitkomst), "chip")
        made.setCheckable(True)
        return made

    def _press(self, uitkomst: Uitkomst) -> None:
        for each, chip in self._chips.items():
            if each is not uitkomst:
                chip.setChecked(False)
        self._filter()

    def _filter(self) -> None:
        on = [uitkomst for uitkomst, chip in self._chips.items() if chip.isChecked() and chip.isVisibleTo(self)]
        keep = (lambda rij: rij.uitkomst == on[0]) if on else None
        current = self._current()
        self._model.set_filter(self._search.text(), keep)
        self._select(None if current is None else current.plek)

    def _sort(self, column: int) -> None:
        current = self._current()
        self._model.sort_next(column)
        self._select(None if current is None else current.plek)

    def _make_plan(self) -> Importplan:
        self._plan = plan(self._ledger, replace(self._draft, keuzes=self._keuzes, blijft=self._blijft))
        return self._plan

    def _show(self, made: Importplan) -> None:
        by_plek = {rij.plek: rij for rij in made.rijen}
        self._model.set_records([shown(by_plek[plek], self._keuzes) for plek in self._order])
        self._sums.setText(sentence_of_sums(made, self._draft))
        self._remarks.setText("\n".join(remarks(made, self._draft)))
        for uitkomst, chip in self._chips.items():
            count = made.aantallen[uitkomst]
            chip.setText(f"{SHAPES[uitkomst]} {uitkomst} {format_number(count)}")
            chip.setVisible(bool(count) or chip.isChecked())
        self._updates = frozenset(rij.schrijft for rij in made.rijen if is_conflict(made, rij))
        self._decision.all.setVisible(bool(made.voorstellen))
        self._decision.setVisible(bool(made.voorstellen or made.problemen or self._keuzes or self._updates))

    def _current(self) -> Any:
        row = self._table.view.currentIndex().row()
        return self._model.records[row] if 0 <= row < len(self._model.records) else None

    def _select(self, plek: Plek | None) -> None:
        places = [row for row, rij in enumerate(self._model.records) if rij.plek == plek]
        if places or self._model.records:
            self._table.view.selectRow(places[0] if places else 0)
        self._show_decision()

    def _show_decision(self, *_indexes: QModelIndex) -> None:
        current, made = self._current(), self._plan
        rij: Planrij | None = current.plan if current else None
        conflict = changes(rij, made.soort) if rij and made and is_conflict(made, rij) else ""
        chosen = rij is not None and rij.plek in self._keuzes
        self._decision.show_row(rij, chosen=chosen, conflict=conflict, all_=self._updates)

    def _choose(self, plek: Plek, code: str | None, *, take_back: bool) -> None:
        """Decide about a row, and go to the next that waits."""
        if take_back:
            self._keuzes.pop(plek, None)
        else:
            self._keuzes[plek] = code
        self._decided()
        waiting = [rij.plek for rij in self._model.records if rij.uitkomst in OPEN]
        self._select(plek if take_back or not waiting else waiting[0])

    def _take_all(self) -> None:
        assert self._plan is not None
        self._keuzes |= {rij.plek: rij.gm_code for rij in self._plan.voorstellen}
        self._decided()
        self._select(None)

    def _update(self, plek: Plek, new: bool) -> None:
        """Whether the new number of a row counts; the cursor goes to the next row."""
        row = self._table.view.currentIndex().row()
        self._blijft = self._blijft - {plek} if new else self._blijft | {plek}
        self._decided()
        rows = self._model.records
        self._select(rows[min(row + 1, len(rows) - 1)].plek if rows else None)

    def _update_all(self, new: bool) -> None:
        assert self._plan is not None
        changed = frozenset(rij.plek for rij in self._plan.rijen if is_conflict(self._plan, rij))
        current = self._current()
        self._blijft = frozenset() if new else self._blijft | changed
        self._decided()
        self._select(current.plek if current else None)

    def _decided(self) -> None:
        self._show(self._make_plan())
        self._table.view.setFocus()
        self.changed.emit()
