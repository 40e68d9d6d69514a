"""A location of opvang: added with what is known of it, changed, taken out. What is doubtful is asked in the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from regietafel.actions import opvanglocaties as actions
from regietafel.catalog.opvang import HOOFDLOCATIE, LOCATIE, LOCATIEREGEL, STAATWISSEL
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.staat import Staatwissel
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.locaties import LocatieRegel
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen

_STAAT = replace(
    STAATWISSEL[0],
    required=False,
    choices={UNKNOWN: None, **(STAATWISSEL[0].choices or {})},
    help=_("Later voegt u er een staat bij; de geschiedenis blijft staan."),
)
_SINDS = replace(STAATWISSEL[1], name="staat_vanaf", label=_("In deze staat vanaf"), required=False)


def add(screen: Screen, _record: object) -> None:
    """A new location, perhaps with the state it is in."""
    session = screen.session

    def save(values: dict[str, Any]) -> None:
        staat, vanaf = values.pop("staat"), values.pop("staat_vanaf")
        if (staat is None) != (vanaf is None):
            raise RegietafelError(_("Vul de staat in met de dag waarop die begon, of geen van beide."))
        states = [Staatwissel(locatie_id=0, staat=staat, vanaf=vanaf)] if staat else []
        screen.select(actions.add_locatie(session.ledger, Opvanglocatie(**values), states).id)

    title, fields = _("Locatie toevoegen"), (*_fields(session.ledger, None), _STAAT, _SINDS)
    EditDialog(title, fields, save, record={}, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, regel: LocatieRegel) -> None:
    """Change what is known of it."""
    ledger = screen.session.ledger
    old = ledger.opvanglocaties.get(regel.id)

    def save(values: dict[str, Any], *, toch: bool = False) -> None:
        actions.edit_locatie(ledger, replace(old, **values), toch=toch)

    title, insist = _("Locatie wijzigen"), partial(save, toch=True)
    EditDialog(title, _fields(ledger, old), save, record=old, insist=insist, parent=screen).exec()


def remove(screen: Screen, regel: LocatieRegel) -> None:
    """Take it out, with its states and counts; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_locatie(ledger, ledger.opvanglocaties.get(regel.id))


def _fields(ledger: Ledger, locatie: Opvanglocatie | None) -> tuple[Field, ...]:
    gemeenten = by_name(ledger.gemeenten)
    gemeente = replace(LOCATIEREGEL[0], name="gemeente_id", choices=gemeenten, required=True)
    hoofd = replace(HOOFDLOCATIE, name="hoofdlocatie_id", choices=_mains(ledger, locatie))
    return (gemeente, *LOCATIE[:7], hoofd, *LOCATIE[7:])


def _mains(ledger: Ledger, locatie: Opvanglocatie | None) -> Mapping[str, int | None]:
    """The locations that stand on their own, by a name that is of one."""
    rows = sorted(ledger.opvanglocaties, key=lambda each: sort_key(each.naam))
    namen = {each.id: each.naam for each in ledger.gemeenten}
    mains = [each for each in rows if each.hoofdlocatie_id is None and (locatie is None or each.id != locatie.id)]
    return {UNKNOWN: None, **{f"{each.naam} ({namen[each.gemeente_id]})": each.id for each in mains}}


ADD = Command(label=_("Locatie toevoegen"), run=add, icon="plus")
EDIT = Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
