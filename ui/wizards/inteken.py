"""What is to be done together: put on the intekenlijst, changed, taken off; and parties that sign up for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import intekenlijst as actions
from regietafel.catalog.verslag import INTEKENACTIE, INTEKENING
from regietafel.domain.intekenlijst import DOET_MEE, TOEGEZEGD, Intekenactie, Intekening
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.queries.intekenlijst import IntekenactieRegel, IntekeningRegel
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen


def add(screen: Screen, _record: object) -> None:
    """Put an action on the list."""

    def save(values: dict[str, Any]) -> None:
        screen.select(actions.save_intekenactie(screen.session.ledger, Intekenactie(**values)).id)

    EditDialog(_("Actie toevoegen"), INTEKENACTIE, save, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, regel: IntekenactieRegel) -> None:
    """Change an action."""
    ledger = screen.session.ledger
    old = ledger.intekenacties.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_intekenactie(ledger, replace(old, **values))

    EditDialog(_("Actie wijzigen"), INTEKENACTIE, save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: IntekenactieRegel) -> None:
    """Take it off the list; refused when someone signed up."""
    ledger = screen.session.ledger
    actions.remove_intekenactie(ledger, ledger.intekenacties.get(regel.id))


def sign_up(screen: Screen, regel: IntekenactieRegel) -> None:
    """A party signs up: as what, for what precisely, and by when."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        actions.save_intekening(ledger, Intekening(intekenactie_id=regel.id, **values))

    EditDialog(
        _("Intekenen op {actie}").format(actie=regel.titel),
        _fields(ledger),
        save,
        record={"rol": DOET_MEE, "staat": TOEGEZEGD},
        verb=_("Intekenen"),
        parent=screen,
    ).exec()


def edit_intekening(screen: Screen, regel: IntekeningRegel) -> None:
    """Change what a party said it would do, or how far it is."""
    ledger = screen.session.ledger
    old = ledger.intekeningen.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_intekening(ledger, replace(old, **values))

    EditDialog(_("Intekening wijzigen"), _fields(ledger, old.gemeente_id), save, record=old, parent=screen).exec()


def remove_intekening(screen: Screen, regel: IntekeningRegel) -> None:
    """Take it out, with what was reported; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_intekening(ledger, ledger.intekeningen.get(regel.id))


def open_intekenactie(screen: Screen, regel: IntekeningRegel) -> None:
    """Go to the action on the intekenlijst."""
    screen.session.record_requested.emit("acties/" + _("Intekenlijst"), regel.intekenactie_id)


def _fields(ledger: Ledger, signed: int | None = None) -> Sequence[Field]:
    """What one fills in; a gemeente that has ``signed`` can stay, also when it left the table."""
    there = [each for each in ledger.gemeenten if each.lid or each.id == signed]
    gemeenten = {UNKNOWN: None, **by_name(there)}
    return Field(name="gemeente_id", label=_("Gemeente"), choices=gemeenten), *INTEKENING


ADD = Command(label=_("Actie toevoegen"), run=add, icon="plus")
INTEKENEN = Command(label=_("Intekenen…"), run=sign_up, icon="users")
VAN_ACTIE = (
    INTEKENEN,
    Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
)
WIJZIGEN = Command(label=_("Wijzigen"), run=edit_intekening, icon="pencil", keys="F2")
VERWIJDEREN = Command(label=_("Verwijderen"), run=remove_intekening, icon="trash-2")
NAAR_INTEKENLIJST = Command(
    label=_("Naar de intekenlijst"), run=open_intekenactie, icon="list-checks", changes=False, allowed=bool
)
