"""What holds on a day: the state of every location and project, the norms, and how certain a state makes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, NamedTuple

from regietafel.domain.norm import SLEUTELS, norm_op
from regietafel.domain.staat import RAADSBESLUIT, Staatwissel
from regietafel.ledger import Ledger


class Stand(NamedTuple):
    """A state and since when."""

    staat: str
    vanaf: datetime.date


def staten_op(ledger: Ledger, kolom: Literal["locatie_id", "project_id"], op: datetime.date) -> Mapping[int, Stand]:
    """The state on a day by id of the location or the project; those without a state are not in it."""
    # With max() SQLite gives the other columns of that very row.
    sql = (
        f"SELECT {kolom}, staat, max(vanaf) FROM staatwissel WHERE {kolom} IS NOT NULL AND vanaf <= ? GROUP BY {kolom}"
    )
    rows = ledger.db.execute(sql, [op.isoformat()])
    return {id: Stand(staat, datetime.date.fromisoformat(vanaf)) for id, staat, vanaf in rows}


def raadsbesluiten_op(ledger: Ledger, op: datetime.date) -> Mapping[int, Staatwissel]:
    """By id of the location the newest raadsbesluit among its states, no later than the day: on that it rests.

    Only what was recorded as one counts: a state that comes after it, as open, does not prove that there was one.
    """
    known = sorted(ledger.staatwissels.where(staat=RAADSBESLUIT), key=lambda wissel: wissel.vanaf)
    return {each.locatie_id: each for each in known if each.locatie_id is not None and each.vanaf <= op}


def normen_op(ledger: Ledger, op: datetime.date) -> Mapping[str, int]:
    """The norms that hold on a day, by their sleutel."""
    normen = tuple(ledger.normen)
    return {sleutel: norm.waarde for sleutel in SLEUTELS if (norm := norm_op(normen, sleutel, op))}


def zekerheden_op(ledger: Ledger, op: datetime.date) -> Mapping[str, int]:
    """How certain each state makes an opening, in percent, as it holds on a day; a state without one is not in it."""
    return {each.staat: each.zekerheid for each in ledger.zekerheden if each.holds_on(op)}
