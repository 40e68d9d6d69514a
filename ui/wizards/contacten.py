"""Whom the table writes to: added, changed, taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel.actions import contacten as actions
from regietafel.catalog.overleg import CONTACT_VAN
from regietafel.domain.contact import AMBTENAAR, Contact
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.queries.contacten import ContactRegel
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen


def add(screen: Screen, regel: ContactRegel | None) -> None:
    """A new contact; with a row, of the same gemeente or organisation."""
    ledger = screen.session.ledger
    begin: dict[str, Any] = {"rol": AMBTENAAR, "gemeente_id": None}
    if regel:
        begin |= {"gemeente_id": regel.gemeente_id, "organisatie": "" if regel.gemeente_id else regel.partij}

    def save(values: dict[str, Any]) -> None:
        screen.select(actions.save_contact(ledger, Contact(**values)).id)

    title = _("Contact toevoegen")
    EditDialog(title, _fields(ledger), save, record=begin, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, regel: ContactRegel) -> None:
    """Another name, role or address."""
    ledger = screen.session.ledger
    old = ledger.contacten.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_contact(ledger, replace(old, **values))

    EditDialog(_("Contact wijzigen"), _fields(ledger), save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: ContactRegel) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_contact(ledger, ledger.contacten.get(regel.id))


def _fields(ledger: Ledger) -> tuple[Field, ...]:
    gemeenten = {UNKNOWN: None, **by_name(ledger.gemeenten)}
    return (Field(name="gemeente_id", label=_("Gemeente"), choices=gemeenten), *CONTACT_VAN)


TOEVOEGEN = Command(label=_("Contact toevoegen"), run=lambda screen, _record: add(screen, None), icon="plus")
VAN_CONTACT = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Nog een contact hier"), run=add, icon="plus"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
)
