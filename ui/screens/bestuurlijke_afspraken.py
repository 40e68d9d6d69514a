"""Bestuurlijke afspraken: what gemeenten agree beside a herverdeling, without effect on any figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import bestuurlijke_afspraken as actions
from regietafel.catalog.koppeling import BESTUURLIJKE_AFSPRAAK
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.i18n import _, format_date, today
from regietafel.queries.bestuurlijke_afspraken import bestuurlijke_afspraken as query
from ui.kit.details import Detail, Line, Part
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def bestuurlijke_afspraken(session: Session, export: Export) -> Screen:
    """The page."""
    return ListScreen(AFSPRAKEN, session, export)


def remarks(_session: Session, afspraken: Sequence[BestuurlijkeAfspraak]) -> Sequence[str]:
    """What they do not do."""
    return (_("Deze afspraken veranderen niets aan de taakstelling, en aan geen enkel ander cijfer."),) * bool(
        afspraken
    )


def detail(_session: Session, afspraak: BestuurlijkeAfspraak) -> Detail:
    """The whole text."""
    partijen, tekst = BESTUURLIJKE_AFSPRAAK[2:]
    parts = [
        Part(title=field.label, lines=[Line(texts=(field.show(afspraak),))])
        for field in (partijen, tekst)
        if field.show(afspraak)
    ]
    return Detail(title=afspraak.onderwerp, subtitle=format_date(afspraak.datum), parts=parts, commands=(EDIT, REMOVE))


def record(screen: Screen, _afspraak: BestuurlijkeAfspraak | None) -> None:
    """Ask what was agreed."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        screen.select(actions.record_afspraak(ledger, BestuurlijkeAfspraak(**values)).id)

    EditDialog(
        _("Bestuurlijke afspraak"),
        BESTUURLIJKE_AFSPRAAK,
        save,
        record={"datum": today()},
        verb=_("Vastleggen"),
        parent=screen,
    ).exec()


def edit(screen: Screen, afspraak: BestuurlijkeAfspraak) -> None:
    """Change what was recorded."""

    def save(values: dict[str, Any]) -> None:
        actions.edit_afspraak(screen.session.ledger, replace(afspraak, **values))

    EditDialog(_("Afspraak wijzigen"), BESTUURLIJKE_AFSPRAAK, save, record=afspraak, parent=screen).exec()


def remove(screen: Screen, afspraak: BestuurlijkeAfspraak) -> None:
    """Take it out; the bar below offers to undo it."""
    actions.remove_afspraak(screen.session.ledger, afspraak)


RECORD = Command(label=_("Afspraak vastleggen"), run=record, icon="plus")
EDIT = Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
AFSPRAKEN = Listing(
    key="afspraken",
    title=_("Afspraken"),
    manual="afspraken",
    fields=BESTUURLIJKE_AFSPRAAK,
    hidden=frozenset({"tekst"}),
    rows=lambda session: query(session.ledger),
    tables=frozenset({"bestuurlijkeafspraak"}),
    remarks=remarks,
    primary=RECORD,
    commands=(EDIT, REMOVE),
    detail=detail,
    empty=Empty(
        sentence=_(
            "Een bestuurlijke afspraak staat naast de herverdeling, bijvoorbeeld opvang in ruil voor huisvesting."
            " Dit verandert niets aan de taakstelling. Er is er nog geen vastgelegd."
        ),
        begin=RECORD,
    ),
)
