"""The annex about scenario's side by side: to look at, and to save for the agenda."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from regietafel.domain.periode import Periode
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.scenario import uitkomst
from ui.kit.papers import Bundle


def annex(ledger: Ledger, periode: Periode, ids: Sequence[int], datum: datetime.date) -> Bundle:
    """The document, dated ``datum``. Raises RegietafelError when it cannot be made."""
    from regietafel.documents.stukken.scenario import make_scenariobijlage
    from ui.wizards import stukken

    stuk = make_scenariobijlage(ledger, uitkomst(ledger, ids, dag_van(periode, today())), datum)
    return stukken.bundle(ledger, [stukken.Bron.of(stuk)])
