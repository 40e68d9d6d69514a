"""Dialogs for corporaties and others: who they are, what was agreed with them, and who else waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from regietafel.actions import partners as actions
from regietafel.catalog.woonvorm import AANDACHTSGROEP, PARTNER, PRESTATIEAFSPRAAK
from regietafel.domain.partner import VERGUNNINGHOUDERS, Aandachtsgroep, Partner, Prestatieafspraak, promille
from regietafel.fields import Field
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen


def add_partner(screen: Screen, _record: object) -> None:
    """Ask who it is."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        screen.select(actions.save_partner(ledger, Partner(**values)).id)

    EditDialog(_("Partner toevoegen"), PARTNER, save, verb=_("Toevoegen"), parent=screen).exec()


def edit_partner(screen: Screen, regel: Any) -> None:
    """Another name or contact; found by its ``id``."""
    ledger = screen.session.ledger
    old = ledger.partners.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_partner(ledger, replace(old, **values))

    EditDialog(_("Partner wijzigen"), PARTNER, save, record=old, parent=screen).exec()


def remove_partner(screen: Screen, regel: Any) -> None:
    """Take it out; refused when a project or an agreement names it."""
    ledger = screen.session.ledger
    actions.remove_partner(ledger, ledger.partners.get(regel.id))


def record_afspraak(screen: Screen, regel: Any) -> None:
    """What a partner and a gemeente agreed; starts with the gemeente and year of the row, if any.

    A partner that is not in the file yet is added by its name.
    """
    ledger = screen.session.ledger
    begin = {"jaar": regel.jaar if regel else screen.session.op.year, "doelgroep": VERGUNNINGHOUDERS}
    if regel:
        begin["gemeente_id"] = regel.gemeente_id

    def save(values: dict[str, Any]) -> None:
        partner = values.pop("partner")
        actions.make_prestatieafspraak(ledger, partner, Prestatieafspraak(partner_id=0, **_with_promille(values)))
        screen.select((values["gemeente_id"], values["jaar"]))

    title = _("Prestatieafspraak vastleggen")
    EditDialog(title, _afspraak_fields(ledger), save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit_afspraak(screen: Screen, regel: Any) -> None:
    """Change what was agreed or done; found by its ``id``."""
    ledger = screen.session.ledger
    old = ledger.prestatieafspraken.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_prestatieafspraak(ledger, replace(old, **_with_promille(values)))

    EditDialog(_("Prestatieafspraak wijzigen"), PRESTATIEAFSPRAAK[2:], save, record=old, parent=screen).exec()


def remove_afspraak(screen: Screen, regel: Any) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_prestatieafspraak(ledger, ledger.prestatieafspraken.get(regel.id))


def record_groep(screen: Screen, regel: Any) -> None:
    """How many of another group wait in a gemeente in a year."""
    ledger = screen.session.ledger
    begin = {"jaar": regel.jaar, "gemeente_id": regel.gemeente_id} if regel else {"jaar": screen.session.op.year}

    def save(values: dict[str, Any]) -> None:
        actions.save_aandachtsgroep(ledger, Aandachtsgroep(**values))
        screen.select((values["gemeente_id"], values["jaar"]))

    title = _("Aandachtsgroep vastleggen")
    fields = (_gemeente(ledger), *AANDACHTSGROEP)
    EditDialog(title, fields, save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit_groep(screen: Screen, regel: Any) -> None:
    """Change the number of a group; found by its ``id``."""
    ledger = screen.session.ledger
    old = ledger.aandachtsgroepen.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        actions.save_aandachtsgroep(ledger, replace(old, **values))

    EditDialog(_("Aandachtsgroep wijzigen"), AANDACHTSGROEP[2:], save, record=old, parent=screen).exec()


def remove_groep(screen: Screen, regel: Any) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_aandachtsgroep(ledger, ledger.aandachtsgroepen.get(regel.id))


def _afspraak_fields(ledger: Ledger) -> tuple[Field, ...]:
    known = ", ".join(sorted((each.naam for each in ledger.partners), key=sort_key))
    help_ = _("In dit bestand: {namen}. Een nieuwe naam wordt toegevoegd.").format(namen=known) if known else ""
    partner = Field(name="partner", label=_("Partner"), required=True, help=help_)
    return (_gemeente(ledger), partner, *PRESTATIEAFSPRAAK)


def _gemeente(ledger: Ledger) -> Field:
    gemeenten = by_name(ledger.gemeenten)
    return Field(name="gemeente_id", label=_("Gemeente"), choices=gemeenten, required=True)


def _with_promille(values: Mapping[str, Any]) -> dict[str, Any]:
    """The mutatiegraad as it is kept: of a thousand homes."""
    known = {name: value for name, value in values.items() if name != "mutatiegraad"}
    return {**known, "promille": promille(values["mutatiegraad"])}


AFSPRAAK = Command(label=_("Afspraak vastleggen"), run=record_afspraak, icon="plus")
GROEP = Command(label=_("Groep vastleggen"), run=record_groep, icon="users")
PARTNER_TOEVOEGEN = Command(label=_("Partner toevoegen"), run=add_partner, icon="plus")
VAN_AFSPRAAK = (
    Command(label=_("Wijzigen"), run=edit_afspraak, icon="pencil"),
    Command(label=_("Verwijderen"), run=remove_afspraak, icon="trash-2"),
)
VAN_GROEP = (
    Command(label=_("Wijzigen"), run=edit_groep, icon="pencil"),
    Command(label=_("Verwijderen"), run=remove_groep, icon="trash-2"),
)
VAN_PARTNER = (
    Command(label=_("Wijzigen"), run=edit_partner, icon="pencil", keys="F2"),
    Command(label=_("Verwijderen"), run=remove_partner, icon="trash-2", keys="Del"),
)
