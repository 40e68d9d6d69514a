"""What gemeenten want of an uitruil."""

from __future__ import annotations

from dataclasses import replace

from regietafel.domain.grens import Grens
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger


def set_grens(ledger: Ledger, grens: Grens) -> None:
    """Record the limits of a gemeente in a half-year, in place of those it had; without any limit they are taken out.

    Raises RuleError for a partner this file does not know, and for a gemeente that is its own partner.
    """
    gemeente = ledger.gemeenten.get(grens.gemeente_id)
    known = {each.gm_code for each in ledger.gemeenten}
    for code in sorted(grens.codes):
        if code == gemeente.gm_code:
            raise RuleError(_("{naam} kan niet met zichzelf ruilen.").format(naam=gemeente.naam))
        if code not in known:
            raise RuleError(_("{code} staat niet in dit bestand; voeg de gemeente eerst toe.").format(code=code))
    old = ledger.grenzen.find(gemeente_id=grens.gemeente_id, periode=grens.periode)
    with ledger.operation(_("Grens van {naam} in {periode}").format(naam=gemeente.naam, periode=grens.periode)):
        if not grens.is_empty:
            ledger.grenzen.put(replace(grens, partners=" ".join(sorted(grens.codes))))
        elif old:
            ledger.grenzen.delete(old)


def remove_grens(ledger: Ledger, grens: Grens) -> None:
    """Take out the limits of a gemeente."""
    naam = ledger.gemeenten.get(grens.gemeente_id).naam
    with ledger.operation(_("Grens van {naam} in {periode} verwijderd").format(naam=naam, periode=grens.periode)):
        ledger.grenzen.delete(grens)
