"""COA's list in this file: taken out again, or believed."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import Periode
from regietafel.i18n import _
from regietafel.ledger import Ledger


def remove_overzicht(ledger: Ledger, periode: Periode, peildatum: datetime.date) -> None:
    """Take out a list that was read in by mistake; nothing else changes, for a list is never written over figures."""
    with ledger.operation(_("COA-overzicht van {datum} verwijderd").format(datum=f"{peildatum:%d-%m-%Y}")):
        for regel in ledger.overzichtregels.where(periode=periode, peildatum=peildatum):
            ledger.overzichtregels.delete(regel)
