"""Hold a meeting: begin it when that was not done yet, and show it full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from regietafel.actions.overleggen import begin_overleg
from regietafel.domain.overleg import BEZIG
from regietafel.i18n import _
from regietafel.queries.overlegstaat import staat
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

if TYPE_CHECKING:
    from ui.wizards.vergadering_venster import Vergadering


def open_vergadering(session: Session, overleg_id: int, parent: QWidget | None = None) -> Vergadering:
    """Show a meeting, and begin it in a file that can change. Raises RegietafelError when it cannot be begun."""
    from ui.wizards.vergadering_venster import Vergadering

    _begin(session, overleg_id)
    made = Vergadering(session, overleg_id, parent)
    made.showFullScreen()
    return made


def _begin(session: Session, overleg_id: int) -> None:
    if session.can_write and staat(session.ledger, overleg_id) != BEZIG:
        begin_overleg(session.ledger, overleg_id, expect=True)


def hold(screen: Screen, overleg: Any) -> None:
    """Hold a meeting, found by its ``id``; what is open already comes in front, and goes on when it was closed."""
    from ui.wizards.vergadering_venster import Vergadering

    for each in screen.window().findChildren(Vergadering):
        if each.overleg_id == overleg.id and each.isVisible():
            _begin(screen.session, overleg.id)
            each.activateWindow()
            return
    open_vergadering(screen.session, overleg.id, screen.window())


HOUDEN = Command(
    label=_("Overleg houden"),
    run=hold,
    icon="users",
    changes=False,  # in a file that is read one can look
    allowed=lambda overleg: overleg.may_change,
)
