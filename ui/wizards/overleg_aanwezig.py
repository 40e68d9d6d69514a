"""Who is at a meeting: the gemeenten by their contacts, others by name; present, absent with notice, or absent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel.actions import verslag as actions
from regietafel.catalog.overleg import ORGANISATIE
from regietafel.catalog.verslag import AANWEZIGHEDEN, AANWEZIGHEID, AANWEZIGREGEL, AANWEZIGVORMEN
from regietafel.domain.verslag import AANWEZIG, Aanwezigheid
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.verslag import AanwezigRegel, aanwezigheid
from ui.kit import style
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen
from ui.kit.table_card import TableCard
from ui.wizards.overleg_dicht import unless_closed


@dataclass(frozen=True, kw_only=True)
class Rij(AanwezigRegel):
    """Someone in the table."""

    @property
    def wie(self) -> str:
        """The name, and whether this is the chair."""
        return " · ".join(filter(None, (self.naam, _("voorzitter") if self.voorzitter else "")))

    @property
    def hoe(self) -> str:
        """Whether present, with a shape."""
        return f"{AANWEZIGVORMEN[self.aanwezig]} {AANWEZIGHEDEN[self.aanwezig]}"


def aanwezig_part(screen: Screen, regel: OverlegRegel) -> QWidget:
    """The table of who was there."""
    rows = [Rij(**vars(each)) for each in aanwezigheid(screen.session.ledger, regel.id)]
    if not rows:
        return style.label(_("Nog niemand vastgelegd."), "quiet")
    return TableCard(
        screen,
        _("Aanwezig"),
        AANWEZIGREGEL,
        rows,
        commands=unless_closed(screen, regel, VAN_RIJ),
        wrapped=frozenset({"wie"}),
    )


def add(screen: Screen, regel: OverlegRegel) -> None:
    """Someone else who is there."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        actions.save_aanwezigheid(ledger, Aanwezigheid(overleg_id=regel.id, **values))

    title = _("Aanwezige toevoegen")
    EditDialog(title, _fields(ledger), save, record={"aanwezig": AANWEZIG}, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, rij: AanwezigRegel) -> None:
    """Change who came, or whether anyone did."""
    ledger = screen.session.ledger
    old = ledger.aanwezigheden.get(rij.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_aanwezigheid(ledger, replace(old, **values))

    title = _("Aanwezigheid van {partij}").format(partij=rij.partij)
    EditDialog(title, _fields(ledger)[2:], save, record=old, parent=screen).exec()


def remove(screen: Screen, rij: AanwezigRegel) -> None:
    """Take someone off the list; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_aanwezigheid(ledger, ledger.aanwezigheden.get(rij.id))


def fill(screen: Any, regel: OverlegRegel) -> None:
    """A row for every gemeente that is not on the list; say so when all are."""
    if not actions.fill_aanwezigheid(screen.session.ledger, regel.id):
        screen.notice.say(_("Alle gemeenten van de tafel staan al op de lijst."))


def _fields(ledger: Ledger) -> tuple[Field, ...]:
    gemeenten = {UNKNOWN: None, **by_name(ledger.gemeenten.where(lid=True))}
    return (Field(name="gemeente_id", label=_("Gemeente"), choices=gemeenten), ORGANISATIE, *AANWEZIGHEID[1:])


AANVULLEN = Command(label=_("Gemeenten toevoegen"), run=fill, icon="users", allowed=lambda regel: regel.may_change)
TOEVOEGEN = Command(label=_("Aanwezige toevoegen…"), run=add, icon="plus", allowed=lambda regel: regel.may_change)
VAN_RIJ = (
    Command(label=_("Aanwezigheid wijzigen…"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Van de lijst halen"), run=remove, icon="trash-2", keys="Del"),
)
