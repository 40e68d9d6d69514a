"""Inhabitants entered by hand, and mergers of gemeenten: what the verdeelsleutel divides by."""

from __future__ import annotations

from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.verdeelsleutel import herindeel
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import gemeente_namen


def record_inwoners(ledger: Ledger, inwoners: Inwoners) -> None:
    """Enter a gemeente's inhabitants on 1 January; they overrule what ships, and what was entered for that day."""
    naam = _naam(ledger, inwoners.gm_code)
    if (inwoners.peildatum.month, inwoners.peildatum.day) != (1, 1):
        raise RuleError(
            _("De verdeelsleutel rekent met de inwoners op 1 januari; kies 01-01-{jaar}.").format(
                jaar=inwoners.peildatum.year
            )
        )
    with ledger.operation(
        _("Inwoners van {naam} per {datum}").format(naam=naam, datum=format_date(inwoners.peildatum))
    ):
        ledger.inwoners.put(inwoners)


def remove_inwoners(ledger: Ledger, inwoners: Inwoners) -> None:
    """Take out what was entered; what ships with the program counts again."""
    with ledger.operation(_("Inwoners van {naam} verwijderd").format(naam=_naam(ledger, inwoners.gm_code))):
        ledger.inwoners.delete(inwoners)


def edit_herindeling(ledger: Ledger, herindeling: Herindeling) -> None:
    """Add a merger, or change one. Raises RuleError when the gemeente merges already, or would merge into itself."""
    others = [each for each in ledger.herindelingen if each.id != herindeling.id]
    oud = _naam(ledger, herindeling.oud)
    if any(each.oud == herindeling.oud for each in others):
        raise RuleError(_("{naam} staat al bij de herindelingen; wijzig die herindeling.").format(naam=oud))
    mergers = [(_naam(ledger, each.oud), _naam(ledger, each.nieuw)) for each in (*others, herindeling)]
    herindeel({}, mergers)  # refuses a circle, in names
    with ledger.operation(_("Herindeling van {naam}").format(naam=oud)):
        ledger.herindelingen.save(herindeling)


def remove_herindeling(ledger: Ledger, herindeling: Herindeling) -> None:
    """Take out a merger: the gemeente counts by itself again."""
    with ledger.operation(_("Herindeling van {naam} verwijderd").format(naam=_naam(ledger, herindeling.oud))):
        ledger.herindelingen.delete(herindeling)


def _naam(ledger: Ledger, gm_code: str) -> str:
    return gemeente_namen(ledger).get(gm_code, gm_code)
