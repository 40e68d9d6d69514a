"""A line that was typed during a meeting, on record."""

from __future__ import annotations

from regietafel.actions.verslag import Rij, record_regel
from regietafel.domain.verslag import Verslagregel
from regietafel.exchange.vergaderregel import Invoerregel
from regietafel.ledger import Ledger


def row_of(overleg_id: int, agendapunt_id: int | None, invoer: Invoerregel) -> Rij:
    """What a line says at a point, as a row of the list, with what is still to be asked about it.

    Of a line without words, as a single letter, what was typed is the text. Raises RuleError for one that is too long.
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
    return Rij(regel, tuple((each.gemeente_id, each.naam) for each in invoer.houders))


def record_invoer(ledger: Ledger, overleg_id: int, agendapunt_id: int | None, invoer: Invoerregel) -> Verslagregel:
    """Record what a line says at a point. Raises RuleError as :func:`row_of` and ``record_regel`` do."""
    return record_regel(ledger, *row_of(overleg_id, agendapunt_id, invoer))
