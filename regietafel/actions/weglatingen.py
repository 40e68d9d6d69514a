"""What a user leaves out of the publication version of documents, or lets stay (Woo, artikel 5.1)."""

from __future__ import annotations

from regietafel.domain.document import Weglating
from regietafel.i18n import _
from regietafel.ledger import Ledger


def set_weglating(ledger: Ledger, weglating: Weglating) -> Weglating:
    """Leave a text out on that ground, or let it stay; in place of what was said of the same text before."""
    label = _("Weggelaten bij openbaarmaking: {tekst}") if weglating.grond else _("Blijft bij openbaarmaking: {tekst}")
    with ledger.operation(label.format(tekst=weglating.tekst)):
        return ledger.weglatingen.put(weglating)


def remove_weglating(ledger: Ledger, weglating: Weglating) -> None:
    """Say nothing any more of this text; whether it stays follows from the rules."""
    with ledger.operation(_("Keuze bij openbaarmaking verwijderd: {tekst}").format(tekst=weglating.tekst)):
        ledger.weglatingen.delete(weglating)
