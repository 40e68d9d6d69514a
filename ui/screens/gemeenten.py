"""The gemeenten of this file: members of the table and those it deals with from outside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel import catalog, reference
from regietafel.actions import regio
from regietafel.domain.regio import Gemeente
from regietafel.fields import JA_NEE, Field
from regietafel.i18n import _, sort_key
from ui.kit.details import Detail, facts
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def gemeenten(session: Session, export: Export) -> Screen:
    """The page."""
    return ListScreen(GEMEENTEN, session, export)


def rows(session: Session) -> list[Gemeente]:
    """All, by name."""
    return sorted(session.ledger.gemeenten, key=lambda gemeente: sort_key(gemeente.naam))


def add(screen: Screen, _record: Any) -> None:
    """Add one of the 342 that are not in the file."""
    ledger = screen.session.ledger
    present = {gemeente.gm_code for gemeente in ledger.gemeenten}
    known = sorted(reference.gemeenten(), key=lambda each: sort_key(each.naam))
    choices = {each.naam: each for each in known if each.code not in present}
    fields = [
        Field(
            name="gemeente", label=_("Gemeente"), required=True, choices=choices, help=_("Typ een deel van de naam.")
        ),
        Field(name="lid", label=_("Lid van de tafel"), kind=JA_NEE),
    ]

    def save(values: dict[str, Any]) -> None:
        each = values["gemeente"]
        made = Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie, lid=values["lid"])
        regio.add_gemeente(ledger, made)

    EditDialog(_("Gemeente toevoegen"), fields, save, record={"lid": True}, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, gemeente: Gemeente) -> None:
    """Change name, membership or address."""

    def save(values: dict[str, Any]) -> None:
        regio.edit_gemeente(screen.session.ledger, replace(gemeente, **values))

    EditDialog(gemeente.naam, catalog.GEMEENTE, save, record=gemeente, parent=screen).exec()


def switch_lid(screen: Screen, gemeente: Gemeente) -> None:
    """A member no longer is one, or the other way round."""
    regio.edit_gemeente(screen.session.ledger, replace(gemeente, lid=not gemeente.lid))


def remove(screen: Screen, gemeente: Gemeente) -> None:
    """Take it out of the file; refused when figures are recorded about it."""
    regio.remove_gemeente(screen.session.ledger, gemeente)


def detail(session: Session, gemeente: Gemeente) -> Detail:
    """What is known, and what can be done."""
    subtitle = _("lid van de tafel") if gemeente.lid else _("geen lid van de tafel")
    return Detail(
        title=gemeente.naam,
        subtitle=subtitle,
        parts=[facts(catalog.GEMEENTE[1:], gemeente)],
        commands=GEMEENTEN.commands,
    )


ADD = Command(label=_("Gemeente toevoegen"), run=add, icon="plus")
GEMEENTEN = Listing(
    key="gemeenten",
    title=_("Gemeenten"),
    manual="gemeenten",
    fields=catalog.GEMEENTE,
    hidden=frozenset({"postadres", "postcode", "plaats"}),
    rows=rows,
    tables=frozenset({"gemeente"}),
    empty=Empty(sentence=_("Hier staan de gemeenten van de regietafel."), begin=ADD),
    primary=ADD,
    commands=(
        Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
        Command(label=_("Lid of geen lid maken"), run=switch_lid, icon="users"),
        Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
    ),
    chips=(
        Chip(_("Leden"), lambda gemeente: gemeente.lid),
        Chip(_("Geen lid"), lambda gemeente: not gemeente.lid),
    ),
    detail=detail,
)
