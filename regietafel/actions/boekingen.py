"""What is booked per gemeente and period: realisatie, beginstand and correctie."""

from __future__ import annotations

from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.i18n import _
from regietafel.ledger import Ledger


def record_realisatie(ledger: Ledger, realisatie: Realisatie) -> None:
    """Record the cumulative count on a peildatum; a count on the same peildatum is replaced."""
    with ledger.operation(
        _("Realisatie van {naam} per {datum}").format(
            naam=_naam(ledger, realisatie.gemeente_id), datum=f"{realisatie.peildatum:%d-%m-%Y}"
        )
    ):
        ledger.realisaties.put(realisatie)


def remove_realisatie(ledger: Ledger, realisatie: Realisatie) -> None:
    """Take out a count recorded by mistake."""
    with ledger.operation(_("Realisatie van {naam} verwijderd").format(naam=_naam(ledger, realisatie.gemeente_id))):
        ledger.realisaties.delete(realisatie)


def record_beginstand(ledger: Ledger, beginstand: Beginstand) -> None:
    """Enter what a gemeente starts the period with; it overrules the saldo that rolled over."""
    with ledger.operation(_("Beginstand van {naam} ingevuld").format(naam=_naam(ledger, beginstand.gemeente_id))):
        ledger.beginstanden.put(beginstand)


def remove_beginstand(ledger: Ledger, beginstand: Beginstand) -> None:
    """Let the saldo of the half-year before roll over again."""
    with ledger.operation(_("Beginstand van {naam} gewist").format(naam=_naam(ledger, beginstand.gemeente_id))):
        ledger.beginstanden.delete(beginstand)


def record_correctie(ledger: Ledger, correctie: Correctie) -> None:
    """Book a correction of the opgave, with its reason."""
    with ledger.operation(_("Correctie geboekt voor {naam}").format(naam=_naam(ledger, correctie.gemeente_id))):
        ledger.correcties.save(correctie)


def remove_correctie(ledger: Ledger, correctie: Correctie) -> None:
    """Take out a correction."""
    with ledger.operation(_("Correctie van {naam} verwijderd").format(naam=_naam(ledger, correctie.gemeente_id))):
        ledger.correcties.delete(correctie)


def _naam(ledger: Ledger, gemeente_id: int) -> str:
    return ledger.gemeenten.get(gemeente_id).naam
