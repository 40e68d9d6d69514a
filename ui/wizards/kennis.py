"""A measure or good practice: added, changed, taken out, and put with a knelpunt that it may help with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel.actions import kennis as actions
from regietafel.actions.verslag import set_kennislinks
from regietafel.catalog.verslag import KENNIS
from regietafel.domain.verslag import KNELPUNT, Kennis
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, format_date, today
from regietafel.queries.verslag import LijstRegel, register
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Command, Screen

_LONGEST = 60  # characters of a knelpunt to choose


def add(screen: Screen, _record: object) -> None:
    """Ask what it is and where it comes from."""

    def save(values: dict[str, Any]) -> None:
        screen.select(actions.save_kennis(screen.session.ledger, Kennis(**values)).id)

    EditDialog(_("Maatregel toevoegen"), KENNIS, save, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, regel: Any) -> None:
    """Change it; found by its ``id``."""
    ledger = screen.session.ledger
    old = ledger.kennis.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_kennis(ledger, replace(old, **values))

    EditDialog(_("Maatregel wijzigen"), KENNIS, save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: Any) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_kennis(ledger, ledger.kennis.get(regel.id))


def link(screen: Screen, regel: Any) -> None:
    """Choose the knelpunt that it may help with. Raises RegietafelError when there is none to choose."""
    ledger = screen.session.ledger
    known: dict[str, LijstRegel] = {}
    for each in register(ledger, today(), (KNELPUNT,)):
        if regel.id not in {one.id for one in each.kennis}:
            naam = f"{format_date(each.overleg_datum)} {each.tekst[:_LONGEST]}"
            known[naam if naam not in known else f"{naam} ({each.id})"] = each
    if not known:
        raise RegietafelError(_("Er is geen ander knelpunt; leg eerst in een overleg vast wat er knelt."))

    def save(values: dict[str, Any]) -> None:
        chosen: LijstRegel = values["knelpunt"]
        set_kennislinks(ledger, chosen.id, [*(each.id or 0 for each in chosen.kennis), regel.id])

    field = Field(name="knelpunt", label=_("Knelpunt"), choices=known, required=True)
    EditDialog(_("Bij een knelpunt zetten"), (field,), save, verb=_("Kiezen"), parent=screen).exec()


def unlink(screen: Screen, pair: tuple[LijstRegel, int]) -> None:
    """It does not help with this knelpunt after all."""
    regel, kennis_id = pair
    rest = [each.id or 0 for each in regel.kennis if each.id != kennis_id]
    set_kennislinks(screen.session.ledger, regel.id, rest)


def open_knelpunt(screen: Screen, pair: tuple[LijstRegel, int]) -> None:
    """Go to the knelpunt in the register."""
    screen.session.record_requested.emit("acties/" + _("Register"), pair[0].id)


ADD = Command(label=_("Maatregel toevoegen"), run=add, icon="plus")
VAN_KENNIS = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Bij een knelpunt zetten…"), run=link, icon="list-checks"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
)
VAN_KNELPUNT = (
    Command(label=_("Knelpunt openen"), run=open_knelpunt, icon="chevron-right", changes=False),
    Command(label=_("Niet meer bij dit knelpunt"), run=unlink, icon="x"),
)
