"""One journal serves the audit log, undo/redo and change notification."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

from regietafel.errors import RegietafelError
from regietafel.i18n import _

OWN_TABLES = frozenset({"operation", "change"})
FILES = "inhoud"  # what never changes needs no record of its changes
_FIXED = "RAISE(ABORT, 'Een bewaard stuk verandert niet.')"


def install(db: sqlite3.Connection, current: Callable[[], int]) -> None:
    """Record every row change, by whatever SQL, under the current operation; ``current`` raises outside one."""
    db.create_function("current_operation", 0, current)
    for event, what in (("INSERT", "current_operation()"), ("UPDATE", _FIXED), ("DELETE", _FIXED)):
        db.execute(f"CREATE TEMP TRIGGER guard_{FILES}_{event} BEFORE {event} ON main.{FILES} BEGIN SELECT {what}; END")
    for table in data_tables(db):
        columns = [row["name"] for row in db.execute(f"PRAGMA table_info({table})")]
        old, new = (
            "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"
            for row in ("old", "new")
        )
        for event, row, before, after in (
            ("INSERT", "new", "NULL", new),
            ("UPDATE", "old", old, new),
            ("DELETE", "old", old, "NULL"),
        ):
            db.execute(
                f"CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main.{table} BEGIN"
                f" INSERT INTO change (operation_id, table_name, row_id, before, after)"
                f" VALUES (current_operation(), '{table}', {row}.id, {before}, {after}); END"
            )


def is_sound(db: sqlite3.Connection) -> bool:
    """False when the log holds what no operation of ours can have written."""
    sql = """
        SELECT 1 FROM change WHERE NOT (before IS NULL OR json_valid(before) AND json_type(before) = 'object')
            OR NOT (after IS NULL OR json_valid(after) AND json_type(after) = 'object')
        UNION ALL SELECT 1 FROM operation WHERE datetime(tijd) IS NULL LIMIT 1"""
    return db.execute(sql).fetchone() is None


def data_tables(db: sqlite3.Connection) -> tuple[str, ...]:
    """The names of all tables of records."""
    names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return tuple(row["name"] for row in names if row["name"] not in {*OWN_TABLES, FILES})


def begin(db: sqlite3.Connection, label: str, user: str, time: str, reverses: int | None) -> int:
    """Write the heading of an operation and return its id."""
    cursor = db.execute(
        "INSERT INTO operation (label, gebruiker, tijd, reverses) VALUES (?, ?, ?, ?)", [label, user, time, reverses]
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def reverse(db: sqlite3.Connection, operation_id: int) -> None:
    """Put every row touched by an operation back as it was, last change first.

    Raises RegietafelError when a row is no longer what the operation made of it.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")
    changes = db.execute(
        "SELECT table_name, row_id, before, after FROM change WHERE operation_id = ? ORDER BY id DESC", [operation_id]
    ).fetchall()
    for table, row_id, before, after in changes:
        found = db.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id]).fetchone()
        if (dict(found) if found else None) != (json.loads(after) if after else None):
            raise RegietafelError(
                _("Dit is intussen door iets anders gewijzigd en kan niet meer worden teruggedraaid.")
            )
        if before is None:
            db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
            continue
        row = json.loads(before)
        if after is None:
            marks = ", ".join("?" * len(row))
            db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        else:
            sets = ", ".join(f"{column} = ?" for column in row)
            db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*row.values(), row_id])


def changed_tables(db: sqlite3.Connection, operation_id: int) -> frozenset[str]:
    """The tables an operation touched."""
    rows = db.execute("SELECT DISTINCT table_name FROM change WHERE operation_id = ?", [operation_id])
    return frozenset(row["table_name"] for row in rows)
