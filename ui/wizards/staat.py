"""How far a location or a project is: recorded with its day. What goes back is asked in the dialog itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from regietafel.actions import staten
from regietafel.catalog import STAATWISSEL
from regietafel.domain.staat import Staatwissel
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Command, Screen


def record_of_project(screen: Screen, regel: Any) -> None:
    """The state of a project from a day on; ``regel`` has its ``id`` and ``naam``."""
    _record(screen, regel.naam, partial(Staatwissel, project_id=regel.id))


def record_of_locatie(screen: Screen, regel: Any) -> None:
    """The state of a location from a day on; ``regel`` has its ``id`` and ``naam``."""
    _record(screen, regel.naam, partial(Staatwissel, locatie_id=regel.id))


def edit(screen: Screen, wissel: Staatwissel) -> None:
    """Change what was recorded of a state."""

    def save(values: dict[str, Any], *, toch: bool = False) -> None:
        staten.record_staat(screen.session.ledger, replace(wissel, **values), toch=toch)

    insist = partial(save, toch=True)
    EditDialog(_("Staat wijzigen"), STAATWISSEL, save, record=wissel, insist=insist, parent=screen).exec()


def _record(screen: Screen, naam: str, make: Callable[..., Staatwissel]) -> None:
    ledger: Ledger = screen.session.ledger

    def save(values: dict[str, Any], *, toch: bool = False) -> None:
        staten.record_staat(ledger, make(**values), toch=toch)

    EditDialog(
        _("Staat van {naam}").format(naam=naam),
        STAATWISSEL,
        save,
        record={"vanaf": screen.session.op},
        verb=_("Vastleggen"),
        insist=partial(save, toch=True),
        parent=screen,
    ).exec()


VAN_PROJECT = Command(label=_("Staat vastleggen"), run=record_of_project, icon="circle-check")
VAN_LOCATIE = Command(label=_("Staat vastleggen"), run=record_of_locatie, icon="circle-check")
OF_LINE = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil"),
    Command(
        label=_("Verwijderen"),
        run=lambda screen, wissel: staten.remove_staat(screen.session.ledger, wissel),
        icon="trash-2",
    ),
)
