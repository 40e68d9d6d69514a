"""Persons who came into a HAR together, for whom they count, and how many have left. Only numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel.actions import woonprojecten as actions
from regietafel.catalog import HARINSTROOM
from regietafel.domain.woonproject import HAR, Harinstroom
from regietafel.fields import Field
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen


def record(screen: Screen, regel: Any) -> None:
    """A group that came into the project ``regel``."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        actions.save_harinstroom(ledger, Harinstroom(project_id=regel.id, **values))

    begin = {"gemeente_id": regel.gemeente_id, "begin": screen.session.op, "vertrokken": 0}
    title = _("Instroom in {naam}").format(naam=regel.naam)
    EditDialog(title, _fields(ledger), save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit(screen: Screen, groep: Any) -> None:
    """Change a group, found by its ``id``: as how many have left."""
    ledger = screen.session.ledger
    old = ledger.harinstromen.get(groep.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_harinstroom(ledger, replace(old, **values))

    EditDialog(_("Instroom wijzigen"), _fields(ledger), save, record=old, parent=screen).exec()


def remove(screen: Screen, groep: Any) -> None:
    """Take a group out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_harinstroom(ledger, ledger.harinstromen.get(groep.id))


def _fields(ledger: Ledger) -> tuple[Field, ...]:
    gemeenten = by_name(ledger.gemeenten)
    return (Field(name="gemeente_id", label=_("Telt voor"), choices=gemeenten, required=True), *HARINSTROOM)


RECORD = Command(
    label=_("Instroom vastleggen"), run=record, icon="users", allowed=lambda regel: regel and regel.soort == HAR
)
OF_LINE = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2"),
)
