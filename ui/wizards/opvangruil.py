"""Gemeenten swap opgave for opvang: recorded, changed, taken out. The total of the provincie stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel.actions import opvanglocaties as actions
from regietafel.catalog.opvang import UITRUIL, UITRUIL_NAAR, UITRUIL_VAN
from regietafel.domain.opvanglocatie import Opvanguitruil
from regietafel.fields import Field
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen


def record(screen: Screen, _regel: object) -> None:
    """Ask what is swapped."""
    session = screen.session

    def save(values: dict[str, Any]) -> None:
        made = actions.save_opvanguitruil(session.ledger, Opvanguitruil(**values))
        screen.select(made.id)

    title, begin = _("Opvangplekken ruilen"), {"datum": session.op}
    EditDialog(title, _fields(session.ledger), save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit(screen: Screen, regel: Any) -> None:
    """Change what was recorded."""
    ledger = screen.session.ledger
    old = ledger.opvanguitruilen.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_opvanguitruil(ledger, replace(old, **values))

    EditDialog(_("Uitruil wijzigen"), _fields(ledger), save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: Any) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_opvanguitruil(ledger, ledger.opvanguitruilen.get(regel.id))


def _fields(ledger: Ledger) -> tuple[Field, ...]:
    gemeenten = by_name(ledger.gemeenten)
    van, naar = (replace(field, name=f"{field.name}_id", choices=gemeenten) for field in (UITRUIL_VAN, UITRUIL_NAAR))
    return (van, naar, *UITRUIL)


RECORD = Command(label=_("Plekken ruilen"), run=record, icon="plus")
EDIT = Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
