"""Toezicht by the provincie: its findings about a gemeente, and the steps of its ladder."""

from __future__ import annotations

import datetime
from dataclasses import replace

from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.errors import RuleError
from regietafel.i18n import _, enumerate_some, format_date
from regietafel.ledger import Ledger
from regietafel.queries.toezicht import provincie_naam
from regietafel.reference import find_provincie


def record_oordeel(ledger: Ledger, oordeel: Oordeel) -> None:
    """Record what the provincie found; one of the same gemeente, half-year and date is replaced.

    Raises RuleError for a step of another provincie.
    """
    gemeente, trede = ledger.gemeenten.get(oordeel.gemeente_id), ledger.treden.get(oordeel.trede_id)
    _check_ladder(gemeente.naam, gemeente.provincie, trede)
    with ledger.operation(
        _("Oordeel over {naam} van {datum}").format(naam=gemeente.naam, datum=format_date(oordeel.datum))
    ):
        ledger.oordelen.put(oordeel)


def remove_oordeel(ledger: Ledger, oordeel: Oordeel) -> None:
    """Take out a finding recorded by mistake."""
    naam = ledger.gemeenten.get(oordeel.gemeente_id).naam
    with ledger.operation(_("Oordeel over {naam} verwijderd").format(naam=naam)):
        ledger.oordelen.delete(oordeel)


def edit_trede(ledger: Ledger, trede: Trede) -> Trede:
    """Add a step, or change one. Raises RuleError for two steps in one place, or one that leaves who stands on it."""
    trede = replace(
        trede,
        naam=trede.naam.strip(),
        provincie=find_provincie(trede.provincie).naam if trede.provincie.strip() else "",
    )
    for other in ledger.treden:
        same_place = (provincie_naam(other.provincie), other.volgorde) == (trede.provincie, trede.volgorde)
        if other.id != trede.id and same_place and _overlap(other, trede):
            raise RuleError(
                _(
                    "Op plaats {n} staat al “{naam}”. Kies een andere volgorde, of geef die trede een “geldig tot”."
                ).format(n=trede.volgorde, naam=other.naam)
            )
    if trede.id is not None:
        for oordeel in ledger.oordelen.where(trede_id=trede.id):
            gemeente = ledger.gemeenten.get(oordeel.gemeente_id)
            _check_ladder(gemeente.naam, gemeente.provincie, trede)
    with ledger.operation(_("Trede gewijzigd: {naam}").format(naam=trede.naam)):
        return ledger.treden.save(trede)


def remove_trede(ledger: Ledger, trede: Trede) -> None:
    """Take out a step nobody was put on. Raises RuleError that says who was."""
    used = list(ledger.oordelen.where(trede_id=trede.id))
    if used:
        names = sorted({ledger.gemeenten.get(oordeel.gemeente_id).naam for oordeel in used})
        raise RuleError(
            _(
                "Op “{naam}” staan oordelen over {wie}. Geef de trede een “geldig tot” in plaats van haar te wissen."
            ).format(naam=trede.naam, wie=enumerate_some(names))
        )
    with ledger.operation(_("Trede verwijderd: {naam}").format(naam=trede.naam)):
        ledger.treden.delete(trede)


def _check_ladder(gemeente: str, provincie: str, trede: Trede) -> None:
    if trede.provincie and not provincie.strip():
        raise RuleError(_("Vul eerst de provincie van {naam} in.").format(naam=gemeente))
    if trede.provincie and provincie_naam(trede.provincie) != provincie_naam(provincie):
        raise RuleError(
            _("“{trede}” is een trede van {een}; {naam} ligt in {ander}. Kies een trede van {ander}.").format(
                trede=trede.naam, een=trede.provincie, naam=gemeente, ander=provincie
            )
        )


def _overlap(one: Trede, other: Trede) -> bool:
    start = max(one.geldig_vanaf or datetime.date.min, other.geldig_vanaf or datetime.date.min)
    return start <= min(one.geldig_tot or datetime.date.max, other.geldig_tot or datetime.date.max)
