"""The days of the year a table keeps."""

from __future__ import annotations

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
