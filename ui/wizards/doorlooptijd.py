"""How long housing took in a month, typed per gemeente."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import woonprojecten as actions
from regietafel.catalog.vraag import DOORLOOPTIJD_REGEL
from regietafel.catalog.woonvorm import DOORLOOPTIJD
from regietafel.domain.woonproject import Doorlooptijd
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, sort_key
from regietafel.queries.doorlooptijd import DoorlooptijdRegel
from ui.kit.dialogs import EditDialog
from ui.kit.entry_dialog import EntryDialog
from ui.kit.entry_table import EntryModel
from ui.kit.screen import Command, Screen

_MAAND, *_COUNTS, _BRON = DOORLOOPTIJD
_DAGEN = _COUNTS[0]


def record_all(screen: Screen, _record: object) -> None:
    """Of every member in one month; a gemeente without a number of days is not told."""
    session = screen.session
    members = sorted(session.ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam))

    def save(shared: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], _agreed: bool) -> None:
        maand, tijden = shared["maand"].replace(day=1), []
        for gemeente, row in zip(members, rows, strict=True):
            if row and _DAGEN.name not in row:
                raise RegietafelError(_("{naam}: vul in hoeveel dagen het duurde.").format(naam=gemeente.naam))
            if row and gemeente.id is not None:
                tijden.append(Doorlooptijd(gemeente_id=gemeente.id, maand=maand, bron=shared["bron"], **row))
        if not tijden:
            raise RegietafelError(_("Vul bij ten minste één gemeente in hoeveel dagen het duurde."))
        actions.record_doorlooptijden(session.ledger, tijden)

    name = replace(DOORLOOPTIJD_REGEL[0], name="naam")
    inputs = [replace(each, required=False) for each in _COUNTS]
    model = EntryModel([name], inputs, members, lambda _gemeente, _field: True)
    EntryDialog(
        _("Doorlooptijd invullen"),
        (replace(_MAAND, help=_("Een dag in die maand.")), _BRON),
        model,
        save,
        record={"maand": (session.op.replace(day=1))},
        hint=_("Dagen: gemiddeld van koppeling tot verhuizing. Een lege regel telt niet mee."),
        parent=screen,
    ).exec()


def edit(screen: Screen, regel: DoorlooptijdRegel) -> None:
    """Change what was told of a gemeente and month."""
    ledger = screen.session.ledger
    old = ledger.doorlooptijden.get(regel.id or 0)

    def save(values: dict[str, Any]) -> None:
        actions.record_doorlooptijden(ledger, [replace(old, **values)])

    fields: tuple[Field, ...] = (*_COUNTS, _BRON)
    EditDialog(_("Doorlooptijd wijzigen"), fields, save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: DoorlooptijdRegel) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_doorlooptijd(ledger, ledger.doorlooptijden.get(regel.id or 0))


RECORD = Command(label=_("Doorlooptijd invullen"), run=record_all, icon="table")
OF_LIST = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
)
