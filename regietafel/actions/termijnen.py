"""The days of the year a table keeps, and the terms that run after a step of a herverdeling."""

from __future__ import annotations

from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.termijn import Termijn
from regietafel.i18n import _
from regietafel.ledger import Ledger


def edit_termijn(ledger: Ledger, termijn: Termijn) -> None:
    """Add a day of the year, or change one."""
    with ledger.operation(_("Termijn gewijzigd: {naam}").format(naam=termijn.omschrijving)):
        ledger.termijnen.save(termijn)


def remove_termijn(ledger: Ledger, termijn: Termijn) -> None:
    """Take out a day of the year."""
    with ledger.operation(_("Termijn verwijderd: {naam}").format(naam=termijn.omschrijving)):
        ledger.termijnen.delete(termijn)


def edit_procestermijn(ledger: Ledger, termijn: Procestermijn) -> None:
    """Add a term of a step, or change one."""
    with ledger.operation(_("Termijn bij een herverdeling gewijzigd: {naam}").format(naam=termijn.omschrijving)):
        ledger.procestermijnen.save(termijn)


def remove_procestermijn(ledger: Ledger, termijn: Procestermijn) -> None:
    """Take out a term of a step: no clock runs for it any more."""
    with ledger.operation(_("Termijn bij een herverdeling verwijderd: {naam}").format(naam=termijn.omschrijving)):
        ledger.procestermijnen.delete(termijn)
