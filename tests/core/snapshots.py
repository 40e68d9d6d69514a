"""The whole content of a ledger, to compare before and after."""

from __future__ import annotations

from typing import Any

from regietafel.ledger import Ledger
from regietafel.store.journal import data_tables


def snapshot(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: [tuple(row) for row in ledger.db.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608
        for table in data_tables(ledger.db)
    }


def count(ledger: Ledger, table: str) -> int:
    number: int = ledger.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return number
