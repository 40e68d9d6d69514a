"""The open file: the one object the rest of the program talks to.

Read through its tables and the functions in ``queries``; write only inside :meth:`Ledger.operation`, which only
``actions`` does.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.store import connection, journal, soundness
from regietafel.store import lock as locks
from regietafel.store.contents import Contents
from regietafel.store.lock import InUse, LeftByCrash, Lock
from regietafel.tables import Tables

__all__ = ["SUFFIX", "Ledger", "LeftByCrash"]

SUFFIX = ".regietafel"

Listener = Callable[[frozenset[str]], None]


class Ledger(Tables):
    """Made by :meth:`open`, :meth:`open_for_reading` or :meth:`in_memory`; read by table: ``ledger.gemeenten``.

    A new file is a ledger in memory, filled by actions and written by :meth:`save_copy`: complete or not there.
    """

    def __init__(
        self, db: sqlite3.Connection, path: Path | None = None, lock: Lock | None = None, read_only: str = ""
    ) -> None:
        super().__init__(db)
        self.db = db
        self.path = path
        self.read_only = read_only  # why this file cannot be changed, as a sentence; empty when it can
        self._lock = lock
        self._current: int | None = None
        self._undo: list[tuple[int, str]] = []
        self._redo: list[tuple[int, str]] = []
        self._listeners: list[Listener] = []
        self._journaled = False  # the journal is installed when it is first needed: most openings only read
        connection.make_query_only(db)
        self.inhoud = Contents(db)

    @classmethod
    def open(cls, path: Path, *, take_over: bool = False) -> Ledger:
        """An existing file, for writing; for reading when someone else writes (``read_only`` then says who).

        Raises LeftByCrash when a crashed program left its lock: ask the user, then pass ``take_over``.
        """
        path = connection.resolved(path)
        if not os.access(path, os.W_OK):
            reason = _("{name} is alleen-lezen; maak een kopie om te wijzigen.").format(name=path.name)
            return cls(connection.open_for_reading(path), path, read_only=reason)._checked()
        try:
            lock = locks.acquire(path, take_over=take_over)
        except InUse as in_use:
            return cls(connection.open_for_reading(path), path, read_only=str(in_use))._checked()
        try:
            return cls(connection.open_for_writing(path), path, lock)._checked()
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_for_reading(cls, path: Path) -> Ledger:
        """An existing file, without lock: for questions that change nothing."""
        path = connection.resolved(path)
        reason = _("Het bestand is geopend om te lezen.")
        return cls(connection.open_for_reading(path), path, read_only=reason)._checked()

    @classmethod
    def in_memory(cls) -> Ledger:
        """A complete, empty ledger without a file."""
        return cls(connection.in_memory())

    def _checked(self) -> Ledger:
        """Refuse a file in which something else than this program wrote what it cannot read."""
        sound = self.tables_are_sound() and soundness.is_sound(self.db) and journal.is_sound(self.db)
        if sound and self.regio.find():
            return self
        self.db.close()
        raise RegietafelError(
            _(
                "{name} is door iets anders dan Regietafel veranderd en wordt niet geopend. Zet een reservekopie terug."
            ).format(name=self.path.name if self.path else "")
        )

    def close(self) -> None:
        """Close the file and let others write."""
        self.db.close()
        if self._lock and self.path:
            with suppress(RegietafelError):  # the disk may be gone; the next opening does it
                connection.tidy(self.path)
        if self._lock:
            self._lock.release()

    def save_copy(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a complete copy elsewhere; this file stays the open one."""
        if self.path and target.exists() and target.samefile(self.path):
            raise RegietafelError(_("Kies een andere naam: dit is het geopende bestand zelf."))
        lock = locks.acquire(target) if overwrite and target.is_file() else None  # nobody may be working in it
        try:
            connection.save_copy(self.db, target, overwrite=overwrite)
        finally:
            if lock:
                lock.release()

    def subscribe(self, listener: Listener) -> None:
        """Call ``listener`` with the names of the changed tables after every operation."""
        self._listeners.append(listener)

    @contextmanager
    def operation(self, label: str, *, final: bool = False) -> Iterator[None]:
        """One user action: one transaction, one undo step, one audit entry, one change signal.

        ``label`` is what the user reads in the log and the undo menu. An operation inside another is part of it.
        An operation that changed nothing leaves no trace. After a ``final`` one nothing before it can be undone.
        """
        if self._current is not None:
            yield
            return
        with self._recorded(label) as id:
            yield
        if tables := journal.changed_tables(self.db, id):
            self._undo = [] if final else [*self._undo, (id, label)]
            self._redo = []
            self._announce(tables)

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` would undo."""
        return self._undo[-1][1] if self._undo else None

    @property
    def undo_id(self) -> int | None:
        """The number of the operation that :meth:`undo` would reverse; a later one, also of a redo, has a higher."""
        return self._undo[-1][0] if self._undo else None

    @property
    def redo_id(self) -> int | None:
        """The number of the operation that :meth:`redo` would do again."""
        return self._redo[-1][0] if self._redo else None

    @property
    def redo_label(self) -> str | None:
        """What :meth:`redo` would do again."""
        return self._redo[-1][1] if self._redo else None

    def undo(self) -> None:
        """Reverse the last operation, as a new one: history is never erased."""
        self._reverse(self._undo, self._redo, _("Ongedaan gemaakt: {label}"))

    def redo(self) -> None:
        """Do again what was last undone."""
        self._reverse(self._redo, self._undo, _("Opnieuw gedaan: {label}"))

    def _reverse(self, source: list[tuple[int, str]], target: list[tuple[int, str]], text: str) -> None:
        if not source:
            raise RegietafelError(_("Er is niets om ongedaan te maken of opnieuw te doen."))
        reversed_id, label = source[-1]
        with self._recorded(text.format(label=label), reverses=reversed_id) as id:
            journal.reverse(self.db, reversed_id)
        source.pop()
        target.append((id, label))
        self._announce(journal.changed_tables(self.db, id))

    def _announce(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(tables)

    @contextmanager
    def _recorded(self, label: str, reverses: int | None = None) -> Iterator[int]:
        if self.read_only:
            raise RegietafelError(self.read_only)
        with connection.explained(self.path), connection.writing(self.db):
            if not self._journaled:
                journal.install(self.db, self._current_id)
                self._journaled = True
            self.db.execute("BEGIN IMMEDIATE")
            try:
                now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
                id = self._current = journal.begin(self.db, label, locks.current_user(), now, reverses)
                yield id
                changed = journal.changed_tables(self.db, id)
                self.db.execute("COMMIT" if changed else "ROLLBACK")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            finally:
                self._current = None

    def _current_id(self) -> int:
        if self._current is None:
            raise RuntimeError("write outside Ledger.operation()")
        return self._current
