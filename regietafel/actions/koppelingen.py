"""Koppelingen that one gemeente hands over to another: who houses changes, the taakstelling does not."""

from __future__ import annotations

from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.i18n import _
from regietafel.ledger import Ledger


def record_koppelingen(ledger: Ledger, overdracht: Koppelingoverdracht) -> Koppelingoverdracht:
    """Record koppelingen handed over. Raises RegietafelError when a gemeente is not in this file."""
    with ledger.operation(_("Koppelingen overgedragen: {wie}").format(wie=_wie(ledger, overdracht))):
        return ledger.koppelingoverdrachten.save(overdracht)


def edit_koppelingen(ledger: Ledger, overdracht: Koppelingoverdracht) -> None:
    """Change what was recorded about koppelingen handed over."""
    with ledger.operation(_("Overdracht van koppelingen gewijzigd: {wie}").format(wie=_wie(ledger, overdracht))):
        ledger.koppelingoverdrachten.save(overdracht)


def remove_koppelingen(ledger: Ledger, overdracht: Koppelingoverdracht) -> None:
    """Take out koppelingen recorded by mistake."""
    with ledger.operation(_("Overdracht van koppelingen verwijderd: {wie}").format(wie=_wie(ledger, overdracht))):
        ledger.koppelingoverdrachten.delete(overdracht)


def _wie(ledger: Ledger, overdracht: Koppelingoverdracht) -> str:
    van, naar = (ledger.gemeenten.get(id).naam for id in (overdracht.van_id, overdracht.naar_id))
    return f"{van} → {naar}"
