"""Ticking off what arrived: the day asked once, and per row what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.actions.behandeling import completes, tick_off
from regietafel.actions.herverdeling import refuse_future
from regietafel.catalog.herverdeling import BEKENDMAKING, BESLUIT, KENNISGEVING
from regietafel.catalog.opvolging import OPVOLGING
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, Field
from regietafel.i18n import _, format_date, format_date_long, today
from regietafel.queries.herverdelingen import blad
from regietafel.queries.opvolging import Verwacht, as_fact
from ui.kit import style
from ui.kit.buttons import set_words
from ui.kit.dialogs import Dialog
from ui.kit.entry_table import EntryModel, EntryTable
from ui.kit.forms import Form, Values
from ui.kit.notice import REMARK, Notice
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.ticking import TickScreen
from ui.wizards.behandeling import answered, decide

Fact = Behandeling | Kennisgeving | Verwerking

_DAG = Field(name="datum", label=_("Datum"), kind=DATUM, required=True)
_ASKED = {"besluit": replace(BESLUIT[1], help=""), "bekendmaking": replace(BEKENDMAKING[1], help="")}  # beside the day
_MOST_ROWS, _WIDTH = 8, 880  # rows shown without scrolling


class TickDialog(Dialog):
    """The rows, with one day for all and room for what differs; asks here before what has no way back."""

    def __init__(self, session: Session, rows: Sequence[Verwacht], parent: QWidget) -> None:
        self._session, self._rows = session, rows
        kinds = {row.soort for row in rows}
        self.form = Form([_DAG, *([KENNISGEVING[2]] if "kennisgeving" in kinds else [])], side_by_side=True)
        inputs = [_DAG, *(field for soort, field in _ASKED.items() if soort in kinds)]
        self.model = EntryModel(OPVOLGING[:3], inputs, rows, lambda row, field: field in (_DAG, _ASKED.get(row.soort)))
        self.table = EntryTable(self.model, _("Wat er binnenkwam"))
        self.question = Notice(can_close=False)
        title = _("1 regel afvinken") if len(rows) == 1 else _("{n} regels afvinken").format(n=len(rows))
        super().__init__(title, self._content(), _("Afvinken"), parent)
        self.form.load({"datum": today()})
        self._show_day()
        self.form.changed.connect(self._on_changed)
        self.model.typed.connect(self._on_changed)
        self.table.pasted.connect(self._say_lost)
        self.resize(min(_WIDTH, parent.window().width() - 2 * style.PAGE), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.editor("datum").setFocus()
        self.table.begin()

    @property
    def lost(self) -> Sequence[str]:
        return [*self.form.changed_labels, *self.model.changed_labels]

    def accept(self) -> None:
        agreed = not self.question.isHidden()
        if self.form.submit(self._record if agreed else self._record_or_ask):
            if agreed or self.question.isHidden():
                super().accept()
        elif self.model.wrong.isValid():
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.wrong)

    def _content(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.form)
        self.table.setMinimumHeight(style.HEADER + min(len(self._rows), _MOST_ROWS) * style.ROW + 4)
        if len(self._rows) <= _MOST_ROWS:
            self.table.setMaximumHeight(self.table.minimumHeight())
        column.addWidget(self.table, 1)
        hint = _(
            "Een lege datum is de datum hierboven. Regels uit Excel plakt u met Ctrl+V: vanaf de gekozen cel naar"
            " beneden, of bij de juiste regel als de naam erbij staat."
        )
        self._hint = style.label(hint, "secondary")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        column.addWidget(self.question)
        column.addStretch()
        return page

    def _facts(self, shared: Values) -> list[Fact]:
        """What was filled in. Raises RegietafelError that names the row."""
        made = []
        views = {id: blad(self._session.ledger, id) for id in {row.herverdeling_id for row in self._rows}}
        for row, own in zip(self._rows, self.model.values(), strict=True):
            values = {**shared, **own}
            try:
                refuse_future(values["datum"])
                made.append(as_fact(views[row.herverdeling_id], row, **values))
            except RegietafelError as error:
                raise RegietafelError(f"{row.wie} ({row.kenmerk}): {error}") from None
        return made

    def _record(self, shared: Values) -> None:
        tick_off(self._session.ledger, self._facts(shared))

    def _record_or_ask(self, shared: Values) -> None:
        facts = self._facts(shared)
        if not (final := self._final(facts)):
            tick_off(self._session.ledger, facts)
            return
        why = _("Wat in werking is, verandert niet meer. Wat u nu en eerder deed, kunt u dan niet ongedaan maken.")
        self.question.say("\n".join([*final, why]), REMARK)
        set_words(self.verb, _("In werking laten treden"))
        self.verb.setDefault(False)  # Enter alone does nothing that cannot be undone
        self.cancel.setFocus()
        self.resize(self.width(), self.sizeHint().height())

    def _final(self, facts: Sequence[Fact]) -> list[str]:
        """Which agreements come into force by these facts, and on which day."""
        found = []
        for id in dict.fromkeys(each.herverdeling_id for each in facts):
            view = blad(self._session.ledger, id)
            own = [each for each in facts if isinstance(each, Behandeling) and each.herverdeling_id == id]
            if day := completes(view, own):
                sentence = _("{kenmerk} is dan compleet en treedt in werking op {datum}.")
                found.append(sentence.format(kenmerk=view.kenmerk, datum=format_date_long(day)))
        return found

    def _on_changed(self) -> None:
        """What was asked was about other values."""
        self._show_day()
        if not self.question.isHidden():
            self.question.hide()
            set_words(self.verb, _("Afvinken"))
            self.verb.setDefault(True)

    def _show_day(self) -> None:
        """The day that counts for rows without one of their own."""
        try:
            day = format_date(self.form.values(go_to_problem=False)["datum"])
        except RegietafelError:
            day = ""
        self.model.set_otherwise({"datum": day})

    def _say_lost(self, lost: str) -> None:
        if lost:
            self.form.show_problem(lost)


def tick(screen: Screen, row: Verwacht | None) -> None:
    """Ask when the ticked rows arrived, or this one when none is ticked."""
    assert isinstance(screen, TickScreen)
    rows = screen.ticked or [each for each in (row or screen.current,) if each is not None]
    if not rows:
        raise RegietafelError(_("Kies eerst een of meer regels: klik erop, of druk op de spatiebalk."))
    TickDialog(screen.session, rows, screen).exec()


def decide_one(screen: Screen, row: Verwacht) -> None:
    """What one college decided, perhaps a refusal with its reason."""
    view = blad(screen.session.ledger, row.herverdeling_id)
    decide(screen, view, next(each for each in view.partijen if each.gemeente_id == row.gemeente_id))


def answer(screen: Screen, row: Verwacht) -> None:
    """What the COA said, perhaps that the sum is wrong."""
    answered(screen, blad(screen.session.ledger, row.herverdeling_id))


TICK = Command(label=_("Afvinken…"), run=tick, icon="check")
ONE_BY_ONE = (
    Command(
        label=_("Besluit of weigering…"),
        run=decide_one,
        icon="pencil",
        allowed=lambda row: row.soort in ("voorleggen", "besluit"),
    ),
    Command(label=_("COA heeft geantwoord…"), run=answer, icon="pencil", allowed=lambda row: row.soort == "verwerking"),
)
