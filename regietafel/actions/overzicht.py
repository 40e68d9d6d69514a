"""COA's list in this file."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import Periode
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger


def remove_overzicht(ledger: Ledger, periode: Periode, peildatum: datetime.date) -> None:
    """Take out a list that was read in by mistake; nothing else changes, for a list is never written over figures."""
    with ledger.operation(_("COA-overzicht van {datum} verwijderd").format(datum=format_date(peildatum))):
        for regel in ledger.overzichtregels.where(periode=periode, peildatum=peildatum):
            ledger.overzichtregels.delete(regel)
