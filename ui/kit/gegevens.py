"""Dated reference data a user keeps: to add one, change one and take it out, by dialogs that are all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from regietafel.domain.record import Gegeven
from regietafel.fields import Field
from regietafel.i18n import _, format_date
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Command, Screen

Save = Callable[[Any, Any], object]  # an action: the ledger, the record


@dataclass(frozen=True, kw_only=True)
class Soort:
    """A kind of record: what its dialogs are called and ask, and the actions. Without ``remove`` it always is there."""

    naam: str
    fields: Sequence[Field]
    save: Save
    make: Callable[..., Any] | None = None  # of what was filled in; without it none can be added
    remove: Save | None = None
    start: Callable[[Any], Mapping[str, Any]] = lambda _ledger: {}  # what a new one begins with


def edit(screen: Screen, record: Any, title: str, fields: Sequence[Field], save: Save) -> None:
    """Change a record in a dialog."""
    ledger = screen.session.ledger
    EditDialog(
        title, fields, lambda values: save(ledger, replace(record, **values)), record=record, parent=screen
    ).exec()


def adding(soort: Soort) -> Command:
    """To add one."""
    title = _("{naam} toevoegen").format(naam=soort.naam)

    def add(screen: Screen, _record: object) -> None:
        ledger, make = screen.session.ledger, soort.make
        assert make is not None
        EditDialog(
            title,
            soort.fields,
            lambda values: soort.save(ledger, make(**values)),
            record=soort.start(ledger),
            verb=_("Toevoegen"),
            parent=screen,
        ).exec()

    return Command(label=title, run=add, icon="plus")


def of_line(soort: Soort) -> tuple[Command, ...]:
    """To change one, and to take it out."""
    title = _("{naam} wijzigen").format(naam=soort.naam)
    change = Command(
        label=_("Wijzigen"),
        run=lambda screen, record: edit(screen, record, title, soort.fields, soort.save),
        icon="pencil",
        keys="F2",
    )
    if (remove := soort.remove) is None:
        return (change,)
    take_out = Command(
        label=_("Verwijderen"),
        run=lambda screen, record: remove(screen.session.ledger, record),
        icon="trash-2",
        keys="Del",
    )
    return (change, take_out)


def gecontroleerd(gegeven: Gegeven) -> str:
    """When someone looked whether it is still so."""
    return format_date(gegeven.gecontroleerd_op) if gegeven.gecontroleerd_op else _("niet gecontroleerd")


def holds(gegeven: Gegeven) -> str:
    """From when until when, and who says so."""
    since = _("vanaf {datum}").format(datum=format_date(gegeven.geldig_vanaf)) if gegeven.geldig_vanaf else ""
    until = _("tot en met {datum}").format(datum=format_date(gegeven.geldig_tot)) if gegeven.geldig_tot else ""
    return " · ".join(filter(None, (f"{since} {until}".strip(), gegeven.bron)))
