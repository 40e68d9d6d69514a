"""Households that wait for a home per gemeente and kind, and homes that are free for them: the newest numbers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.domain.woonproject import MATEN, Koppelstand
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names


@dataclass(frozen=True, kw_only=True)
class KoppelstandRegel:
    """What was told of one kind of household in a gemeente on a day."""

    id: int
    gemeente_id: int
    gemeente: str
    peildatum: datetime.date
    maat: str
    huishoudens: int
    woningen: int
    bron: str


def koppelstanden(ledger: Ledger, op: datetime.date | None = None) -> tuple[KoppelstandRegel, ...]:
    """All that was told, newest first; up to and including ``op`` only the newest of each gemeente and kind."""
    names = gemeente_names(ledger)
    rows = tuple(ledger.koppelstanden) if op is None else tuple(newest(ledger, op).values())
    regels = [
        KoppelstandRegel(
            id=each.id,
            gemeente_id=each.gemeente_id,
            gemeente=names[each.gemeente_id],
            peildatum=each.peildatum,
            maat=each.maat,
            huishoudens=each.huishoudens,
            woningen=each.woningen,
            bron=each.bron,
        )
        for each in rows
        if each.id is not None
    ]
    regels.sort(key=lambda each: (sort_key(each.gemeente), MATEN.index(each.maat)))
    return tuple(sorted(regels, key=lambda each: each.peildatum, reverse=True) if op is None else regels)


def newest(ledger: Ledger, op: datetime.date) -> dict[tuple[int, str], Koppelstand]:
    """By gemeente id and kind of household what was last told up to and including ``op``."""
    found: dict[tuple[int, str], Koppelstand] = {}
    for each in ledger.koppelstanden:
        key = (each.gemeente_id, each.maat)
        if each.peildatum <= op and (key not in found or found[key].peildatum < each.peildatum):
            found[key] = each
    return found
