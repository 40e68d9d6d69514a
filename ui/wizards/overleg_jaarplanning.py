"""What is done with the planning of a year: another date, and making meetings of those that are ticked."""

from __future__ import annotations

from typing import Any

from regietafel.actions.overleggen import make_overleggen
from regietafel.catalog.overleg import OVERLEG
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date
from regietafel.planning.jaarplanning import Datumvoorstel, botsing
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Command


def plan(screen: Any, _record: object) -> None:
    """Make meetings of the dates that are ticked, in one operation. Raises RegietafelError when none is."""
    days = [each.datum for each in screen.ticked]
    if not days:
        raise RegietafelError(_("Kies eerst een of meer data: met een klik of de spatiebalk."))
    make_overleggen(screen.session.ledger, screen.reeks_id, days)


def move(screen: Any, rij: Datumvoorstel) -> None:
    """Another day; what is in its way is asked here."""
    ledger, reeks_id = screen.session.ledger, screen.reeks_id

    def save(values: dict[str, Any]) -> None:
        screen.choose_day(rij, values["datum"])

    EditDialog(
        _("Andere dag dan {datum}").format(datum=format_date(rij.datum)),
        OVERLEG[:1],
        save,
        record=rij,
        warning=lambda values: botsing(ledger, reeks_id, values["datum"]),
        warned_verb=_("Toch kiezen"),
        parent=screen,
    ).exec()


PLANNEN = Command(label=_("Overleggen plannen"), run=plan, icon="plus")
DATUM = Command(label=_("Andere dag kiezen…"), run=move, icon="pencil", keys="F2")
