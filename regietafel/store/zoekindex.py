"""A full-text index (SQLite FTS5) that lives in memory beside the open file and is gone when it closes.

Not in the file itself: an index keeps words of what a user took out, and a file that comes from anyone could then carry
tables of a kind that runs code of its own.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

BEGIN, END = "\x02", "\x03"  # around what matched: no text in a file can hold these
_OVER = "…"
_SHOWN = {"titel": 40, "tekst": 16, "intern": 16}  # words, of SQLite at most 64
_MOST_WORDS = 32
_LONGEST_WORD = 200  # characters
# A number of a row is its day, its source and its id, so that walking down the numbers is newest first. A row without a
# day is of now.
_DAY_ZERO = datetime.date(1900, 1, 1).toordinal()
_NO_DAY, _SOURCES, _IDS = 1 << 17, 1 << 6, 1 << 39


class Rij(NamedTuple):
    """What can be found: ``doel`` is what one goes to, ``kenmerken`` are words that find it and are not shown."""

    id: int
    doel: int | None
    datum: datetime.date | None
    titel: str
    tekst: str
    intern: str
    kenmerken: str
    vertrouwelijk: bool


class Vondst(NamedTuple):
    """A row that was found; in ``titel``, ``tekst`` and ``intern`` what matched stands between BEGIN and END.

    ``buiten_de_tekst`` when its title and text alone would not have found it.
    """

    bron: int
    rij: Rij
    buiten_de_tekst: bool


class Woordenindex:
    """Rows of numbered sources, found by the beginnings of words."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        self._seen: set[int] = set()  # the rows that a search found so far
        self._db.create_function("is_new", 1, lambda nr: nr not in self._seen)
        self._db.executescript(
            """
            CREATE TABLE rij (
                nr INTEGER PRIMARY KEY, bron INTEGER, id INTEGER, doel INTEGER, datum TEXT,
                titel TEXT, tekst TEXT, intern TEXT, kenmerken TEXT, vertrouwelijk INTEGER, UNIQUE (bron, id));
            CREATE VIRTUAL TABLE woord USING fts5 (
                titel, tekst, intern, kenmerken, content = 'rij', content_rowid = 'nr',
                tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');"""
        )

    def put(self, bron: int, after: int, upto: int | None, rows: Sequence[Rij]) -> None:
        """Make ``rows`` all there is of a source with an id above ``after`` up to ``upto``; what is the same stays."""
        known = self._rows(bron, after, upto)
        new = {row.id: row for row in rows}
        gone = [_columns(bron, row) for id, row in known.items() if new.get(id) != row]
        come = [_columns(bron, row) for id, row in new.items() if known.get(id) != row]
        self._db.execute("BEGIN")
        with self._db:
            self._db.executemany(
                "INSERT INTO woord (woord, rowid, titel, tekst, intern, kenmerken)"
                " VALUES ('delete', :nr, :titel, :tekst, :intern, :kenmerken)",
                gone,
            )
            self._db.executemany("DELETE FROM rij WHERE nr = :nr", gone)
            self._db.executemany(
                "INSERT INTO rij VALUES"
                " (:nr, :bron, :id, :doel, :datum, :titel, :tekst, :intern, :kenmerken, :vertrouwelijk)",
                come,
            )
            self._db.executemany(
                "INSERT INTO woord (rowid, titel, tekst, intern, kenmerken)"
                " VALUES (:nr, :titel, :tekst, :intern, :kenmerken)",
                come,
            )

    def find(self, words: Sequence[str], bronnen: frozenset[int] | None = None, limit: int = 50) -> list[Vondst]:
        """Rows in which each of ``words`` begins a word; of those ``bronnen`` alone.

        First what has them as whole words in its title, then as beginnings there, then in its text, then anywhere;
        newest first in each. Not by the relevance SQLite can compute: that looks at every row a letter finds.
        """
        asked = [phrase for word in words if (phrase := _phrase(word))][:_MOST_WORDS]
        if not asked:
            return []
        whole, begun = " AND ".join(asked), " AND ".join(f"{each} *" for each in asked)
        found: list[Vondst] = []
        self._seen.clear()
        for columns, match in (("{titel} :", whole), ("{titel} :", begun), ("{titel tekst} :", begun), ("", begun)):
            matched = self._match(f"{columns} ({match})", bronnen, limit - len(found))
            found += [Vondst(bron, rij, not columns) for bron, rij in matched]
        return found

    def _match(self, match: str, bronnen: frozenset[int] | None, limit: int) -> list[tuple[int, Rij]]:
        """The newest that were not found before; to show what matched is most of the work, so it is done once."""
        within = "" if bronnen is None else f"AND (woord.rowid / {_IDS}) % {_SOURCES} IN ({_numbers(bronnen)})"
        shown = ", ".join(
            f"snippet(woord, {column}, '{BEGIN}', '{END}', '{_OVER}', {length})"
            for column, length in enumerate(_SHOWN.values())
        )
        sql = f"""
            SELECT rij.nr, rij.bron, rij.id, doel, datum, {shown}, '', vertrouwelijk
            FROM woord JOIN rij ON rij.nr = woord.rowid WHERE woord MATCH ? AND is_new(woord.rowid) {within}
            ORDER BY woord.rowid DESC LIMIT ?"""
        rows = self._db.execute(sql, [match, limit]).fetchall()
        self._seen.update(nr for nr, *_rest in rows)
        return [(bron, _row(rest)) for _nr, bron, *rest in rows]

    def _rows(self, bron: int, after: int, upto: int | None) -> Mapping[int, Rij]:
        sql = """
            SELECT id, doel, datum, titel, tekst, intern, kenmerken, vertrouwelijk FROM rij
            WHERE bron = ? AND id > ? AND (id <= ? OR ? IS NULL)"""
        return {each[0]: _row(each) for each in self._db.execute(sql, [bron, after, upto, upto])}


def _phrase(word: str) -> str:
    """One typed word as FTS5 reads it: whatever it holds is text, never syntax. Empty when there is no word in it."""
    plain = word[:_LONGEST_WORD].encode(errors="ignore").decode().replace("\0", " ").replace('"', " ")
    return f'"{plain}"' if any(character.isalnum() for character in plain) else ""


def _columns(bron: int, row: Rij) -> dict[str, object]:
    day = _NO_DAY - 1 if row.datum is None else row.datum.toordinal() - _DAY_ZERO
    nr = (min(max(day, 0), _NO_DAY - 1) * _SOURCES + (_SOURCES - 1 - bron)) * _IDS + row.id
    return {**row._asdict(), "datum": row.datum and row.datum.isoformat(), "nr": nr, "bron": bron}


def _numbers(bronnen: frozenset[int]) -> str:
    return ", ".join(str(_SOURCES - 1 - each) for each in sorted(bronnen))


def _row(values: Sequence[object]) -> Rij:
    id, doel, datum, titel, tekst, intern, kenmerken, vertrouwelijk = values
    day = None if datum is None else datetime.date.fromisoformat(str(datum))
    return Rij(id, doel, day, titel, tekst, intern, kenmerken, bool(vertrouwelijk))  # type: ignore[arg-type]
