"""Measures and good practices that the table keeps."""

from __future__ import annotations

from regietafel.domain.verslag import Kennis
from regietafel.i18n import _
from regietafel.ledger import Ledger


def save_kennis(ledger: Ledger, kennis: Kennis) -> Kennis:
    """Record a measure, or change it."""
    with ledger.operation(_("Maatregel opgeslagen: {titel}").format(titel=kennis.titel)):
        return ledger.kennis.save(kennis)


def remove_kennis(ledger: Ledger, kennis: Kennis) -> None:
    """Take out a measure; the knelpunten it was chosen for no longer name it."""
    with ledger.operation(_("Maatregel verwijderd: {titel}").format(titel=kennis.titel)):
        for link in ledger.kennislinks.where(kennis_id=kennis.id):
            ledger.kennislinks.delete(link)
        ledger.kennis.delete(kennis)
