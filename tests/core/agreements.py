"""The whole way of an agreement, as tests need it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from datetime import date
from typing import Any

from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.stand import stand

P = Periode(2023, 2)
TODAY = date(2023, 9, 1)


def bring_into_force(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> None:
    """Every college decides and announces on the day before ``datum``."""
    day = datum - datetime.timedelta(days=1)
    view = blad(ledger, herverdeling_id, datum)
    decided = [
        replace(each, besluit_op=each.besluit_op or day, bekendgemaakt_op=day, vindplaats="Gemeenteblad 2023, 1")
        for each in view.behandelingen
    ]
    record_behandelingen(ledger, decided)


def record(ledger: Ledger, id: int, *namen: str, **facts: Any) -> None:
    """The same facts of these colleges; of all when none is named."""
    parties = [each for each in blad(ledger, id).partijen if not namen or each.gemeente in namen]
    record_behandelingen(ledger, [replace(each.behandeling, **facts) for each in parties], today=TODAY)


def status(ledger: Ledger, id: int, op: date = TODAY) -> str:
    return blad(ledger, id, op).status


def moved(ledger: Ledger, op: date, periode: Periode = P) -> dict[str, int]:
    return {regel.gemeente: regel.herverdeling for regel in stand(ledger, periode, op).regels if regel.herverdeling}


def tell(ledger: Ledger, id: int, day: date, *aan: str, today: date = TODAY) -> None:
    told = [Kennisgeving(herverdeling_id=id, aan=each, datum=day) for each in aan or ADRESSATEN]
    record_kennisgevingen(ledger, told, today=today)
