"""A series of meetings: added, changed, taken out; who its agenda goes to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from regietafel.actions import overlegreeksen as actions
from regietafel.catalog.overleg import CONTACTROLLEN, REEKS, WIJZEN
from regietafel.domain.overleg import REGIETAFEL, Overlegreeks
from regietafel.i18n import _, format_number
from regietafel.queries.contacten import contacten
from ui.kit import style
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import instant_choice
from ui.kit.screen import Command, Screen

REEKSEN = "overleg/" + _("Reeksen")


def add(screen: Screen, _record: object) -> None:
    """A new series, with the usual points."""

    def save(values: dict[str, Any]) -> None:
        made = actions.save_overlegreeks(screen.session.ledger, Overlegreeks(**values))
        screen.select(made.id)

    begin = Overlegreeks(naam=_("Regietafel"), soort=REGIETAFEL)
    EditDialog(_("Reeks toevoegen"), REEKS, save, record=begin, verb=_("Toevoegen"), parent=screen).exec()


def edit(screen: Screen, reeks: Overlegreeks) -> None:
    """Change how its meetings usually are; those that were planned stay as they are."""

    def save(values: dict[str, Any]) -> None:
        actions.save_overlegreeks(screen.session.ledger, replace(reeks, **values))

    EditDialog(_("Reeks wijzigen"), REEKS, save, record=reeks, parent=screen).exec()


def verzendlijst(screen: Screen, reeks: Overlegreeks) -> QWidget:
    """Per role whether its contacts get the agenda, and how many they are; a choice is done at once."""
    ledger = screen.session.ledger
    wijzen = {each.rol: each.wijze for each in ledger.verzendingen.where(reeks_id=reeks.id)}
    known = contacten(ledger)
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(style.SPACE)
    grid.setVerticalSpacing(style.GAP)
    grid.setColumnStretch(0, 1)

    def choose(rol: str, wijze: str) -> None:
        chosen = {**wijzen, rol: wijze}
        kept = {each: how for each, how in chosen.items() if how}
        screen.session.attempt(lambda: actions.set_verzendingen(ledger, reeks.id or 0, kept))

    choices = {_("krijgt niets"): "", **{label: key for key, label in WIJZEN.items()}}
    for row, (rol, label) in enumerate(CONTACTROLLEN.items()):
        name = style.label(label)
        name.setWordWrap(True)
        those = [each for each in known if each.rol == rol]
        without = sum(not each.e_mail for each in those)
        said = _("1 contact") if len(those) == 1 else _("{n} contacten").format(n=format_number(len(those)))
        if without:
            said += _(", {n} zonder e-mail").format(n=format_number(without))
        box = instant_choice(label, choices, wijzen.get(rol, ""), partial(choose, rol))
        box.setEnabled(screen.session.can_write)
        grid.addWidget(name, row, 0)
        grid.addWidget(style.label(said, "secondary"), row, 1)
        grid.addWidget(box, row, 2)
    return made


TOEVOEGEN = Command(label=_("Reeks toevoegen"), run=add, icon="plus")
WIJZIGEN = Command(label=_("Wijzigen…"), run=edit, icon="pencil", keys="F2")
REEKS_WIJZIGEN = replace(WIJZIGEN, label=_("Reeks wijzigen…"))
VERWIJDEREN = Command(
    label=_("Verwijderen"),
    run=lambda screen, reeks: actions.remove_overlegreeks(screen.session.ledger, reeks),
    icon="trash-2",
    keys="Del",
)
OPENEN = Command(
    label=_("Openen"),
    run=lambda screen, reeks: screen.session.record_requested.emit(REEKSEN, reeks.id),
    icon="chevron-right",
    changes=False,
)
VAN_REGEL = (OPENEN, WIJZIGEN, VERWIJDEREN)
