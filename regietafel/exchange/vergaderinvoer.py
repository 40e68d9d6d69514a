"""A line that was typed during a meeting, on record."""

from __future__ import annotations

from regietafel.actions.verslag import record_regel
from regietafel.domain.verslag import Verslagregel
from regietafel.exchange.vergaderregel import Invoerregel
from regietafel.ledger import Ledger


def record_invoer(ledger: Ledger, overleg_id: int, agendapunt_id: int | None, invoer: Invoerregel) -> Verslagregel:
    """Record what a line says at a point, with what is still to be asked about it.

    Of a line without words, as a single letter, what was typed is the text. Raises RuleError as ``record_regel`` does.
    """
    regel = Verslagregel(
        overleg_id=overleg_id,
        agendapunt_id=agendapunt_id,
        soort=invoer.soort,
        tekst=invoer.tekst.strip() or invoer.invoer.strip(),
        voor=invoer.voor,
        vraag=invoer.vraag,
        invoer=invoer.invoer,
    )
    return record_regel(ledger, regel, [(each.gemeente_id, each.naam) for each in invoer.houders])
