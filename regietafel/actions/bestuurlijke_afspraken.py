"""Bestuurlijke afspraken: kept as they were made, without effect on any figure."""

from __future__ import annotations

from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.i18n import _
from regietafel.ledger import Ledger


def record_afspraak(ledger: Ledger, afspraak: BestuurlijkeAfspraak) -> BestuurlijkeAfspraak:
    """Record what was agreed."""
    with ledger.operation(_("Bestuurlijke afspraak vastgelegd: {naam}").format(naam=afspraak.onderwerp)):
        return ledger.bestuurlijkeafspraken.save(afspraak)


def edit_afspraak(ledger: Ledger, afspraak: BestuurlijkeAfspraak) -> None:
    """Change what was recorded."""
    with ledger.operation(_("Bestuurlijke afspraak gewijzigd: {naam}").format(naam=afspraak.onderwerp)):
        ledger.bestuurlijkeafspraken.save(afspraak)


def remove_afspraak(ledger: Ledger, afspraak: BestuurlijkeAfspraak) -> None:
    """Take out what was recorded by mistake."""
    with ledger.operation(_("Bestuurlijke afspraak verwijderd: {naam}").format(naam=afspraak.onderwerp)):
        ledger.bestuurlijkeafspraken.delete(afspraak)
