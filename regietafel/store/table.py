"""Store and fetch frozen dataclasses, one table per class. The class is the schema's other face; a test compares."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Generic, TypeVar

from regietafel.domain.periode import Periode
from regietafel.domain.record import MAX_NUMBER, MAX_TEXT, Record
from regietafel.errors import RegietafelError
from regietafel.i18n import _

R = TypeVar("R", bound=Record)

_TO_SQL: Mapping[type, Callable[[Any], Any]] = {datetime.date: datetime.date.isoformat, Periode: str, bool: int}
_FROM_SQL: Mapping[object, Callable[[Any], Any]] = {
    datetime.date: datetime.date.fromisoformat,
    Periode: Periode.parse,
    bool: bool,
}
# What no record can hold: it would end in an error of SQLite or Python instead of a sentence.
_WRONG: Mapping[object, str] = {
    datetime.date: "date({0}) IS NOT {0}",
    Periode: "{0} NOT GLOB '[12][0-9][0-9][0-9]-I' AND {0} NOT GLOB '[12][0-9][0-9][0-9]-II'"
    " OR {0} NOT BETWEEN '1990-I' AND '2200-II'",
    int: f"{{0}} NOT BETWEEN {-MAX_NUMBER} AND {MAX_NUMBER}",
    str: f"length({{0}}) > {MAX_TEXT} OR instr({{0}}, char(0)) OR {{0}} GLOB '*[\x01-\x08\x0b-\x1f\x7f-\x9f]*'",
}
_NAMED: Mapping[str, type] = {"datetime.date": datetime.date, "Periode": Periode, "bool": bool, "int": int, "str": str}


class Table(Generic[R]):
    """All rows of one kind. Writing outside ``Ledger.operation`` is refused by the journal."""

    def __init__(self, db: sqlite3.Connection, record: type[R]) -> None:
        self._db, self.record, self.name = db, record, record.__name__.lower()
        self._columns = [field.name for field in fields(record)]
        self._types = {field.name: _plain_type(str(field.type)) for field in fields(record)}
        self._from_sql = {name: _FROM_SQL[type_] for name, type_ in self._types.items() if type_ in _FROM_SQL}

    def __iter__(self) -> Iterator[R]:
        return self.where()

    def where(self, **equals: object) -> Iterator[R]:
        """The rows whose columns have these values, in the order in which they were made."""
        for column in equals:
            if column not in self._columns:
                raise TypeError(f"{self.name} has no {column}")
        condition = " AND ".join(f"{column} IS ?" for column in equals) or "1"
        sql = f"SELECT {', '.join(self._columns)} FROM {self.name} WHERE {condition} ORDER BY id"
        try:
            rows = self._db.execute(sql, [to_sql(value) for value in equals.values()]).fetchall()
        except OverflowError:  # a number that no row can hold
            return iter(())
        return map(self._load, rows)

    def find(self, **equals: object) -> R | None:
        """The only such row, or None."""
        return next(self.where(**equals), None)

    def get(self, id: int) -> R:
        """The row with this id. Raises RegietafelError when it is gone."""
        if (record := self.find(id=id)) is None:
            raise RegietafelError(_("Deze regel bestaat niet meer; hij is intussen verwijderd."))
        return record

    def save(self, record: R) -> R:
        """Insert a record without id, update one with; return it as stored. An unchanged record writes nothing."""
        row = {name: to_sql(getattr(record, name)) for name in self._columns if name != "id"}
        if record.id is None:
            marks = ", ".join("?" * len(row))
            sql = f"INSERT INTO {self.name} ({', '.join(row)}) VALUES ({marks})"
            return replace(record, id=self._db.execute(sql, list(row.values())).lastrowid)
        if self.get(record.id) != record:
            sets = ", ".join(f"{column} = ?" for column in row)
            self._db.execute(f"UPDATE {self.name} SET {sets} WHERE id = ?", [*row.values(), record.id])
        return record

    def put(self, record: R) -> R:
        """Save a record in place of the one that has the same :attr:`Record.KEY`, if there is one."""
        old = self.find(**{column: getattr(record, column) for column in record.KEY})
        return self.save(replace(record, id=old.id if old else None))

    def delete(self, record: R) -> None:
        """Remove a row."""
        assert record.id is not None
        self._db.execute(f"DELETE FROM {self.name} WHERE id = ?", [record.id])

    def is_sound(self) -> bool:
        """False when a row can be no record: someone else wrote it. The rules in the schema were checked before."""
        if self._db.execute(f"SELECT 1 FROM {self.name} LIMIT 1").fetchone() is None:
            return True  # as many are; finding nothing wrong in it would take longer
        wrong = [_WRONG[type_].format(name) for name, type_ in self._types.items() if type_ in _WRONG]
        sql = f"SELECT 1 FROM {self.name} WHERE {' OR '.join(wrong) or '0'} LIMIT 1"
        if self._db.execute(sql).fetchone():
            return False
        try:
            return not self.record.AT_THE_DOOR or all(True for _row in self)
        except RegietafelError:
            return False

    def _load(self, row: sqlite3.Row) -> R:
        values = dict(row)
        for name, convert in self._from_sql.items():
            if values[name] is not None:
                values[name] = convert(values[name])
        return self.record(**values)


def to_sql(value: object) -> Any:
    """A date or a Periode as SQLite keeps it; other values as they are."""
    return convert(value) if (convert := _TO_SQL.get(type(value))) else value


def _plain_type(annotation: str) -> object:
    """``date`` for ``datetime.date`` as well as for ``datetime.date | None``: read as text, evaluating it is slow."""
    return _NAMED[annotation.removesuffix(" | None")]
