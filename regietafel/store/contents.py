"""Files inside the file: logos, fonts, annexes, and the documents that were made, each once, by its sha-256."""

from __future__ import annotations

import hashlib
import sqlite3

from regietafel.errors import RegietafelError, RuleError
from regietafel.i18n import _, format_number

MAX_BYTES = 50_000_000


class Contents:
    """Kept as long as a row refers to them; see :func:`purge`. Adding is possible only within an operation."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return the sha-256 by which rows refer to it. Raises RuleError when it is too large."""
        if len(content) > MAX_BYTES:
            said = _("Dit bestand is {size} MB; hooguit {most} MB past erin.")
            raise RuleError(said.format(size=format_number(len(content) // 10**6), most=MAX_BYTES // 10**6))
        sha = hashlib.sha256(content).hexdigest()
        self._db.execute("INSERT INTO inhoud VALUES (?, ?) ON CONFLICT DO NOTHING", [sha, content])
        return sha

    def get(self, sha: str) -> bytes:
        """What was kept. Raises RegietafelError when it is gone or is not what it was."""
        row = self._db.execute("SELECT bytes FROM inhoud WHERE sha256 = ?", [sha]).fetchone()
        content: bytes = row[0] if row else b""
        if not row or hashlib.sha256(content).hexdigest() != sha:
            raise RegietafelError(_("Een stuk in dit bestand is beschadigd. Zet een reservekopie terug."))
        return content


def purge(db: sqlite3.Connection) -> None:
    """Clear what no row refers to: what a user took out is gone, in the file too."""
    columns = [
        f"SELECT {key['from']} FROM {table['name']} WHERE {key['from']} IS NOT NULL"
        for table in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for key in db.execute(f"PRAGMA foreign_key_list({table['name']})").fetchall()
        if key["table"] == "inhoud"
    ]
    db.execute("PRAGMA secure_delete = ON")
    db.execute(f"DELETE FROM inhoud WHERE sha256 NOT IN ({' UNION ALL '.join(columns)})")
