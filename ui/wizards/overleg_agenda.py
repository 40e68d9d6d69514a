"""The agenda of a meeting as one works on it: the points in their order, and below them what the chosen one says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.actions.agenda import order_punten
from regietafel.catalog.overleg import DELEN, PUNTREGEL
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.agenda import PuntRegel, agenda
from regietafel.queries.overleggen import OverlegRegel
from ui.kit import style
from ui.kit.details import Line, Part, part_widget
from ui.kit.ordered_table import IN, OrderedTable, follow
from ui.kit.screen import Screen
from ui.wizards import overleg_orde as orde
from ui.wizards import overleg_punt as punt
from ui.wizards.overleg_bijlagen import VAN_BIJLAGE, add_file
from ui.wizards.overleg_dicht import unless_closed

_HINT = _(
    "Volgorde: sleep een punt, of gebruik Alt met ↑ en ↓. Alt met → maakt er een subpunt van, Alt met ← weer een punt."
    " Een bestand dat u op een punt sleept, wordt een bijlage."
)


@dataclass(frozen=True, kw_only=True)
class Rij(PuntRegel):
    """A point in the table."""

    @property
    def erbij(self) -> str:
        """What must be known of it besides its title, in a few words."""
        annexes = _("1 bijlage") if len(self.bijlagen) == 1 else _("{n} bijlagen")
        said = (
            _("vertrouwelijk") if self.vertrouwelijk else "",
            annexes.format(n=format_number(len(self.bijlagen))) if self.bijlagen else "",
            DELEN[self.deel] if self.deel and self.verslag_van is None else "",
            _("komt terug van {datum}").format(datum=format_date(self.komt_terug_van)) if self.komt_terug_van else "",
            self.verwijzing,
        )
        return " · ".join(filter(None, said))


def agenda_part(screen: Screen, regel: OverlegRegel) -> QWidget:
    """The table, and what the point says that the cursor is on."""
    rows = [Rij(**vars(each)) for each in agenda(screen.session.ledger, regel.id)]
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE)
    if not rows:
        nothing = style.label(_("Er staan nog geen punten op de agenda."), "quiet")
        column.addWidget(nothing)
        return made
    changes = regel.may_change
    table = OrderedTable(
        screen,
        _("Agenda"),
        PUNTREGEL,
        rows,
        step=partial(_step, screen, regel, rows),
        place=partial(_place, screen, regel, rows),
        commands=unless_closed(screen, regel, punt.VAN_PUNT),
        drag=changes,
        take_file=partial(add_file, screen) if changes else None,
        wrapped=frozenset({"titel", "erbij"}),
    )
    column.addWidget(table)
    said, tone = _time(rows, screen.session.ledger.overleggen.get(regel.id).minuten)
    together = style.label(said, tone)
    together.setWordWrap(True)
    column.addWidget(together)
    if changes and screen.session.can_write and len(rows) > 1:
        hint = style.label(_HINT, "secondary")
        hint.setWordWrap(True)
        column.addWidget(hint)
    column.addWidget(_Under(screen, table, changes=changes))
    return made


class _Under(QWidget):
    """What the point says that the cursor is on: explanation, notes for the chair, annexes."""

    def __init__(self, screen: Screen, table: OrderedTable, *, changes: bool) -> None:
        super().__init__()
        self._screen, self._table, self._changes = screen, table, changes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE)
        table.table.view.selectionModel().currentRowChanged.connect(self._show)
        self._show()

    def _show(self, *_indexes: object) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        row = self._table.current
        for part in _parts(row, changes=self._changes) if row is not None else ():
            self._column.addWidget(part_widget(self._screen, part))
        self.setVisible(bool(self._column.count()))


def _parts(row: Rij, *, changes: bool) -> Sequence[Part]:
    said = (
        (_("Toelichting"), row.toelichting),
        (_("Voor de voorzitter"), row.intern),
        (_("Inbrenger"), row.inbrenger),
    )
    title = _("Bij punt {nummer}").format(nummer=row.nummer)
    facts = [Line(texts=(label, text)) for label, text in said if text]
    annexes = [Line(texts=(each.titel, each.bestandsnaam), record=each) for each in row.bijlagen]
    commands = VAN_BIJLAGE if changes else [each for each in VAN_BIJLAGE if not each.changes]
    found = [Part(title=title, lines=facts)] if facts else []
    if annexes:
        headings = (_("Bijlage"), _("Bestand"))
        found.append(Part(title="" if facts else title, lines=annexes, headings=headings, commands=commands))
    return found


def _step(screen: Screen, regel: OverlegRegel, rows: Sequence[Rij], row: Rij, way: str) -> None:
    new = orde.step(_order(rows), row.id, way)
    if new is None and way == IN and "." not in row.nummer and row.id != rows[0].id:
        raise RuleError(_("Dit punt heeft zelf subpunten; maak die eerst los."))
    _put(screen, regel, row, new)


def _place(screen: Screen, regel: OverlegRegel, rows: Sequence[Rij], row: Rij, before: Rij | None) -> None:
    _put(screen, regel, row, orde.place(_order(rows), row.id, before.id if before else None))


def _put(screen: Screen, regel: OverlegRegel, row: Rij, order: orde.Order | None) -> None:
    if order is not None:
        order_punten(screen.session.ledger, regel.id, order)
        follow(screen, row.id)


def _time(rows: Sequence[Rij], minuten: int) -> tuple[str, str]:
    """How long the points take together, as far as that is known, and how that looks; more than there is, is told."""
    heads = [each.duur for each in rows if each.hoofdpunt_id is None]
    known = sum(each for each in heads if each is not None)
    words = _("Samen {n} van de {m} minuten.").format(n=format_number(known), m=format_number(minuten))
    if known > minuten:
        over = _("▲ {n} minuten meer dan het overleg duurt.").format(n=format_number(known - minuten))
        return f"{words} {over}", "behind"
    if unknown := sum(each is None for each in heads):
        one, more = _("Van 1 punt is de duur niet bekend."), _("Van {n} punten is de duur niet bekend.")
        words = f"{words} {(one if unknown == 1 else more).format(n=format_number(unknown))}"
    return words, "secondary"


def _order(rows: Sequence[Rij]) -> orde.Order:
    return [(each.id, each.hoofdpunt_id) for each in rows]
