"""A taakstelling as a circulaire announces it, by the number of the gemeente in the file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger


def announce(
    ledger: Ledger, periode: Periode, datum: datetime.date, aantallen: Mapping[int, int], landelijk: int | None = None
) -> None:
    """Later numbers of the same period are a revision."""
    regels = [(id, aantal, None, None) for id, aantal in aantallen.items()]
    import_taakstelling(ledger, periode=periode, datum=datum, landelijk=landelijk, bron="", regels=regels)
