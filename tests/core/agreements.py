"""The whole way of an agreement, as tests need it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from regietafel.actions.behandeling import record_behandelingen
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad


def bring_into_force(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> None:
    """Every college decides and announces on the day before ``datum``."""
    day = datum - datetime.timedelta(days=1)
    view = blad(ledger, herverdeling_id, datum)
    decided = [
        replace(each, besluit_op=each.besluit_op or day, bekendgemaakt_op=day, vindplaats="Gemeenteblad 2023, 1")
        for each in view.behandelingen
    ]
    record_behandelingen(ledger, decided)
