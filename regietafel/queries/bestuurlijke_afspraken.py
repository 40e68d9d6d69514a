"""Bestuurlijke afspraken, newest first."""

from __future__ import annotations

from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


def bestuurlijke_afspraken(ledger: Ledger) -> tuple[BestuurlijkeAfspraak, ...]:
    """All of them: an agreement is bound to no half-year."""
    return tuple(sorted(ledger.bestuurlijkeafspraken, key=lambda each: (each.datum, each.id or 0), reverse=True))


def find_afspraak(ledger: Ledger, id: int) -> BestuurlijkeAfspraak:
    """The one with this number. Raises RegietafelError that says where the numbers are."""
    for each in ledger.bestuurlijkeafspraken:
        if each.id == id:
            return each
    raise RegietafelError(
        _("Er is geen bestuurlijke afspraak met nummer {id}; zie regietafel afspraak lijst.").format(id=id)
    )
