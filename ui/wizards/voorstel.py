"""What one does on the page with proposals: say what a gemeente wants, and keep a proposal as a scenario."""

from __future__ import annotations

from dataclasses import replace

from regietafel.actions.grenzen import remove_grens, set_grens
from regietafel.actions.scenarios import free_name, make_scenario
from regietafel.catalog.grens import GRENS
from regietafel.domain.grens import Grens
from regietafel.domain.scenario import Scenarioregel
from regietafel.i18n import _, format_date, today
from regietafel.planning.uitruil import Alternatief
from regietafel.planning.voorstel_woorden import Invoerregel
from regietafel.queries.grenzen import partner_codes, partner_names
from ui.kit.dialogs import EditDialog
from ui.kit.forms import Values
from ui.kit.screen import Command, Screen

_SCENARIOS = "herverdelingen/" + _("Scenario's")


def edit(screen: Screen, regel: Invoerregel) -> None:
    """Ask what a gemeente wants of an uitruil."""
    ledger, periode = screen.session.ledger, screen.session.periode
    key = {"gemeente_id": regel.gemeente_id, "periode": periode}
    old = ledger.grenzen.find(**key) or Grens(**key)

    def save(values: Values) -> None:
        set_grens(ledger, replace(old, **{**values, "partners": partner_codes(ledger, values["partners"])}))

    begin = {field.name: getattr(old, field.name) for field in GRENS} | {"partners": partner_names(ledger, old)}
    title = _("Grenzen van {gemeente}, {periode}").format(gemeente=regel.gemeente, periode=periode)
    EditDialog(title, GRENS, save, record=begin, parent=screen).exec()


def remove(screen: Screen, regel: Invoerregel) -> None:
    """Take out the limits of a gemeente; the bar below offers to undo it."""
    if found := screen.session.ledger.grenzen.find(gemeente_id=regel.gemeente_id, periode=screen.session.periode):
        remove_grens(screen.session.ledger, found)


def save(screen: Screen, chosen: tuple[int, Alternatief]) -> None:
    """Keep a proposal as a scenario, and show that."""
    place, each = chosen
    ledger = screen.session.ledger
    naam = _("Voorstel {n} van {datum}").format(n=place + 1, datum=format_date(today()))
    delen = [Scenarioregel(row.van, row.naar, row.aantal, row.waarom) for row in each.overdrachten]
    made = make_scenario(ledger, screen.session.periode, free_name(ledger, naam), delen)
    screen.session.record_requested.emit(_SCENARIOS, made)


EDIT = Command(label=_("Grenzen wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Grenzen wissen"), run=remove, icon="trash-2", keys="Del")
SAVE = Command(label=_("Bewaren als scenario"), run=save, icon="save")
