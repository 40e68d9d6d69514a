"""The audit log: what was done, by whom, when, and what each row was before and after."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class LogRegel:
    """One operation."""

    id: int
    tijd: datetime.datetime
    gebruiker: str
    wat: str
    wijzigingen: int  # rows changed


@dataclass(frozen=True, kw_only=True)
class RijWijziging:
    """One row that an operation changed; ``voor`` is None for a new row, ``na`` for a deleted one."""

    tabel: str
    row_id: int
    voor: Mapping[str, Any] | None
    na: Mapping[str, Any] | None


def logboek(ledger: Ledger) -> tuple[LogRegel, ...]:
    """All operations, newest first."""
    rows = ledger.db.execute(
        "SELECT operation.id, tijd, gebruiker, label, count(change.id) FROM operation"
        " LEFT JOIN change ON operation_id = operation.id GROUP BY operation.id ORDER BY operation.id DESC"
    )
    return _regels(rows)


def last_done(ledger: Ledger) -> str:
    """What the newest operation did; empty when nothing was done yet."""
    row = ledger.db.execute("SELECT label FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    return row["label"] if row else ""


def logboek_of_herverdeling(ledger: Ledger, herverdeling_id: int) -> tuple[LogRegel, ...]:
    """The operations that touched one agreement or anything recorded of it, newest first. An id is never used again."""
    rows = ledger.db.execute(
        """
        SELECT operation.id, tijd, gebruiker, label, count(change.id)
        FROM change JOIN operation ON operation.id = operation_id
        WHERE table_name IN ('herverdeling', 'overdracht', 'partij', 'behandeling', 'kennisgeving', 'verwerking',
                'bijlage', 'weglating', 'archiefstuk')
            AND :id = CASE table_name WHEN 'herverdeling' THEN row_id
                ELSE json_extract(coalesce(after, before), '$.herverdeling_id') END
        GROUP BY operation.id ORDER BY operation.id DESC
        """,
        {"id": herverdeling_id},
    )
    return _regels(rows)


def rij_wijzigingen(ledger: Ledger, operation_id: int) -> tuple[RijWijziging, ...]:
    """Every row change of one operation, in the order in which it happened."""
    rows = ledger.db.execute(
        "SELECT table_name, row_id, before, after FROM change WHERE operation_id = ? ORDER BY id", [operation_id]
    )
    return tuple(
        RijWijziging(tabel=tabel, row_id=row_id, voor=_row(before), na=_row(after))
        for tabel, row_id, before, after in rows
    )


def _regels(rows: Iterable[Sequence[Any]]) -> tuple[LogRegel, ...]:
    return tuple(
        LogRegel(id=id, tijd=datetime.datetime.fromisoformat(tijd), gebruiker=gebruiker, wat=wat, wijzigingen=count)
        for id, tijd, gebruiker, wat, count in rows
    )


def _row(text: str | None) -> Mapping[str, Any] | None:
    return None if text is None else json.loads(text)
