"""The step that shows what every row would do, and in which the user decides what the program cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.exchange.taakstelling import Importplan, Planrij, Plek, Uitkomst, plan_import
from regietafel.fields import AANTAL, Field, Kind
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.icons import icon
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, sums
from ui.kit.wizard import StepWidget
from ui.wizards.importeren_besluit import OPEN, Decision, gemeenten

SHAPES = {
    Uitkomst.NIEUW: "+",
    Uitkomst.GEWIJZIGD: "→",
    Uitkomst.GELIJK: "=",
    Uitkomst.BUITEN: "○",
    Uitkomst.VOORSTEL: "?",
    Uitkomst.PROBLEEM: "▲",
    Uitkomst.OVERGESLAGEN: "×",
}
_TONES = {
    Uitkomst.NIEUW: "ahead",
    Uitkomst.GEWIJZIGD: "ahead",
    Uitkomst.BUITEN: "level",
    Uitkomst.OVERGESLAGEN: "level",
    Uitkomst.VOORSTEL: "behind",
    Uitkomst.PROBLEEM: "error",
}
_LAST = (Uitkomst.BUITEN, Uitkomst.GELIJK)
FIELDS = (
    Field(name="rij", label=_("Rij"), kind=AANTAL),
    Field(name="blad", label=_("Blad")),
    Field(name="naam", label=_("In het rekenblad")),
    Field(
        name="uitkomst", label=_("Uitkomst"), kind=Kind(format=lambda each: f"{SHAPES[each]} {each}", parse=Uitkomst)
    ),
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="oud_aantal", label=_("Was"), kind=AANTAL),
    Field(name="aantal", label=_("Wordt"), kind=AANTAL),
    Field(name="amv", label=_("Waarvan amv"), kind=AANTAL),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
    Field(name="melding", label=_("Bijzonderheid")),
)


@dataclass(frozen=True, kw_only=True)
class Getoond(Planrij):
    """A row of the plan with a column for each number of a taakstelling."""

    amv: int | None
    inwoners: int | None


_SHEET, _NAME = 1, 2  # columns: the sheet is shown when there is more than one
_NAME_WIDTH = 200


class Controle(StepWidget):
    """Gives ``keuzes``."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._draft: Any = None
        self._plan: Importplan | None = None
        self._keuzes: dict[Plek, str | None] = {}
        self._order: list[Plek] = []
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
        tones: dict[str, Callable[[Planrij], str]] = {"uitkomst": lambda rij: _TONES.get(rij.uitkomst, "")}
        self._model = RecordTableModel(FIELDS, tones)
        self._table = RecordTable(self._model, _("Rijen van het rekenblad"), sums("oud_aantal", "aantal", "amv"))
        self._table.view.setProperty("start", True)
        self._table.view.selectionModel().currentRowChanged.connect(self._show_decision)
        header = self._table.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self._decision = Decision(self._choose, self._take_all)
        self._build()

    def load(self, draft: Any) -> None:
        """Compare the file with the ledger; choices stay as long as it is the same file."""
        if self._draft is None or self._draft.gelezen != draft.gelezen:
            self._keuzes = dict(draft.keuzes)
        self._draft = draft
        made = self._make_plan()
        place = {rij.plek: number for number, rij in enumerate(made.rijen)}
        self._order = [rij.plek for rij in sorted(made.rijen, key=lambda rij: (_rank(rij), place[rij.plek]))]
        self._decision.offer(gemeenten(self._ledger))
        self._show(made)
        self._table.view.setColumnHidden(_SHEET, len({rij.blad for rij in made.rijen}) < 2)
        self._table.view.fit_columns()
        self._table.view.setColumnWidth(_NAME, min(self._table.view.columnWidth(_NAME), _NAME_WIDTH))
        self._table.view.selectRow(0)

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether something was decided."""
        return bool(self._keuzes)

    def values(self) -> dict[str, Any]:
        """What was decided; the wizard checks whether that is enough."""
        return {"keuzes": dict(self._keuzes)}

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(style.GAP)
        filters.addWidget(self._search)
        for chip in self._chips.values():
            filters.addWidget(chip)
        filters.addStretch()
        framed = QFrame()
        framed.setProperty("panel", True)
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._sums)
        layout.addWidget(self._remarks)
        layout.addLayout(filters)
        layout.addWidget(framed, 1)
        layout.addWidget(self._decision)

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
        draft = self._draft
        self._plan = plan_import(self._ledger, draft.gelezen, draft.periode, draft.datum, keuzes=self._keuzes)
        return self._plan

    def _show(self, made: Importplan) -> None:
        by_plek = {rij.plek: rij for rij in made.rijen}
        self._model.set_records([_explained(by_plek[plek], self._keuzes) for plek in self._order])
        self._sums.setText(sentence_of_sums(made, self._draft))
        self._remarks.setText("\n".join(remarks(made, self._draft)))
        for uitkomst, chip in self._chips.items():
            count = made.aantallen[uitkomst]
            chip.setText(f"{SHAPES[uitkomst]} {uitkomst} {format_number(count)}")
            chip.setVisible(bool(count) or chip.isChecked())
        self._decision.all.setVisible(bool(made.voorstellen))
        self._decision.setVisible(bool(made.voorstellen or made.problemen or self._keuzes))

    def _current(self) -> Planrij | None:
        row = self._table.view.currentIndex().row()
        return self._model.records[row] if 0 <= row < len(self._model.records) else None

    def _select(self, plek: Plek | None) -> None:
        places = [row for row, rij in enumerate(self._model.records) if rij.plek == plek]
        if places or self._model.records:
            self._table.view.selectRow(places[0] if places else 0)
        self._show_decision()

    def _show_decision(self, *_indexes: QModelIndex) -> None:
        current = self._current()
        self._decision.show_row(current, chosen=current is not None and current.plek in self._keuzes)

    def _choose(self, plek: Plek, code: str | None, *, take_back: bool) -> None:
        """Decide about a row, and go to the next that waits."""
        if take_back:
            self._keuzes.pop(plek, None)
        else:
            self._keuzes[plek] = code
        self._show(self._make_plan())
        waiting = [rij.plek for rij in self._model.records if rij.uitkomst in OPEN]
        self._select(plek if take_back or not waiting else waiting[0])
        self._table.view.setFocus()
        self.changed.emit()

    def _take_all(self) -> None:
        assert self._plan is not None
        self._keuzes |= {rij.plek: rij.gm_code for rij in self._plan.voorstellen}
        self._show(self._make_plan())
        self._select(None)
        self._table.view.setFocus()
        self.changed.emit()


def sentence_of_sums(made: Importplan, draft: Any) -> str:
    """The sums one compares with the circulaire."""
    said = [
        _("{n} gemeenten van uw bestand: {som}").format(n=format_number(made.overgenomen), som=format_number(made.som)),
        _("alle {n} rijen: {som}").format(n=format_number(len(made.rijen)), som=format_number(made.som_bestand)),
    ]
    if draft.gelezen.gedrukt_totaal is not None:
        said.append(_("totaal volgens het rekenblad: {som}").format(som=format_number(draft.gelezen.gedrukt_totaal)))
    return " · ".join(said)


def remarks(made: Importplan, draft: Any) -> list[str]:
    """What one should know before reading it in."""
    return [_version(made), *(f"▲ {remark}" for remark in plan_remarks(made, draft.gelezen, draft.landelijk))]


def _version(made: Importplan) -> str:
    date = format_date(made.datum)
    if not made.regels:
        return _("Er verandert niets: geen enkel aantal van {periode} wordt anders.").format(periode=made.periode)
    if made.versie:
        sentence = _("De versie van {datum} bestaat al; wat verandert, wordt daarin gewijzigd.")
    else:
        sentence = _("Er komt een versie van {periode} bij, met datum {datum}.")
    return sentence.format(periode=made.periode, datum=date)


def _rank(rij: Planrij) -> int:
    """What waits for the user stands first, what changes nothing last."""
    return 0 if rij.uitkomst in OPEN else 2 if rij.uitkomst in _LAST else 1


def _explained(rij: Planrij, keuzes: Mapping[Plek, str | None]) -> Getoond:
    """The row with a sentence, also when only amv or inhabitants change or when the user has chosen."""
    said = [rij.melding] if rij.melding else []
    if rij.uitkomst is Uitkomst.GEWIJZIGD:
        for veld, (old, new) in rij.verschillen.items():
            if veld != rij.hoofd:
                said.append(f"{veld} {format_number(old)} → {format_number(new)}")
    if rij.plek in keuzes:
        said.append(_("uw keuze"))
    shown = {**vars(rij), "melding": "; ".join(said)}
    return Getoond(**shown, amv=rij.waarden.get("amv"), inwoners=rij.waarden.get("inwoners"))
