"""The usual points of a series, in their order: added, changed, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.actions import overlegreeksen as actions
from regietafel.catalog.overleg import VASTPUNT, VASTPUNTREGEL
from regietafel.domain.agenda import INFORMATIE, Vastpunt
from regietafel.domain.overleg import Overlegreeks
from regietafel.i18n import _
from ui.kit import style
from ui.kit.dialogs import EditDialog
from ui.kit.ordered_table import DOWN, UP, OrderedTable, follow
from ui.kit.screen import Command, Screen


def vaste_punten(screen: Screen, reeks: Overlegreeks) -> QWidget:
    """The table in which one puts them in order."""
    ledger = screen.session.ledger
    rows = sorted(ledger.vastpunten.where(reeks_id=reeks.id), key=lambda each: (each.volgorde, each.id or 0))
    rows = [replace(each, volgorde=number) for number, each in enumerate(rows, 1)]
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.GAP)
    if not rows:
        column.addWidget(style.label(_("Deze reeks heeft geen vaste punten."), "quiet"))
        return made
    table = OrderedTable(
        screen,
        _("Vaste punten"),
        VASTPUNTREGEL,
        rows,
        step=partial(_step, screen, rows),
        place=partial(_place, screen, rows),
        commands=VAN_PUNT,
        wrapped=frozenset({"titel", "deel"}),
    )
    column.addWidget(table)
    hint = style.label(_("Volgorde: sleep een punt, of gebruik Alt met ↑ en ↓."), "secondary")
    hint.setWordWrap(True)
    column.addWidget(hint)
    return made


def add(screen: Screen, reeks: Overlegreeks) -> None:
    """A new one; it comes last."""

    def save(values: dict[str, Any]) -> None:
        saved = actions.save_vastpunt(screen.session.ledger, Vastpunt(reeks_id=reeks.id or 0, volgorde=0, **values))
        follow(screen, saved.id)

    title, begin = _("Vast punt toevoegen"), {"soort": INFORMATIE, "deel": ""}
    EditDialog(title, VASTPUNT, save, record=begin, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, vast: Vastpunt) -> None:
    """Change it; agendas that were made stay as they are."""
    old = screen.session.ledger.vastpunten.get(vast.id or 0)

    def save(values: dict[str, Any]) -> None:
        actions.save_vastpunt(screen.session.ledger, replace(old, **values))

    EditDialog(_("Vast punt wijzigen"), VASTPUNT, save, record=old, parent=screen).exec()


def _step(screen: Screen, rows: Sequence[Vastpunt], vast: Vastpunt, way: str) -> None:
    to = rows.index(vast) + {UP: -1, DOWN: 1}.get(way, len(rows))
    if 0 <= to < len(rows):
        others = [each for each in rows if each != vast]
        _put(screen, vast, [*others[:to], vast, *others[to:]])


def _place(screen: Screen, rows: Sequence[Vastpunt], vast: Vastpunt, before: Vastpunt | None) -> None:
    if before != vast:
        others = [each for each in rows if each != vast]
        to = others.index(before) if before else len(others)
        _put(screen, vast, [*others[:to], vast, *others[to:]])


def _put(screen: Screen, vast: Vastpunt, rows: Sequence[Vastpunt]) -> None:
    actions.order_vastpunten(screen.session.ledger, vast.reeks_id, [each.id or 0 for each in rows])
    follow(screen, vast.id)


def _remove(screen: Screen, vast: Vastpunt) -> None:
    actions.remove_vastpunt(screen.session.ledger, screen.session.ledger.vastpunten.get(vast.id or 0))


TOEVOEGEN = Command(label=_("Vast punt toevoegen…"), run=add, icon="plus")
VAN_PUNT = (
    Command(label=_("Punt wijzigen…"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Punt verwijderen"), run=_remove, icon="trash-2", keys="Del"),
)
