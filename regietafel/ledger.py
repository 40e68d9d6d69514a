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
from typing import Any, Generic

from regietafel.domain.agenda import Agendapunt, Agendaversie, Vastpunt
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.contact import Contact, Verzending
from regietafel.domain.document import Archiefstuk, Bijlage, Sjabloon, Weglating
from regietafel.domain.grens import Grens
from regietafel.domain.herverdeling import Herverdeling, Overdracht, Partij
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.inlezen import Alias, Kolomindeling
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.norm import Norm
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.overleg import Overleg, Overlegreeks, Overlegstap, Schoolvakantie
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Record
from regietafel.domain.regeling import Regeling
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.domain.scenario import Scenario, Scenariodeel
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstelling, Taakstellingsversie
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.domain.verslag import Aanwezigheid, Actiehouder, Kennis, Kennislink, Verslagregel, Voortgang
from regietafel.domain.woonproject import (
    Doorlooptijd,
    Harinstroom,
    Koppelstand,
    Telgemeente,
    Woningmaat,
    Woonproject,
)
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.store import connection, journal, soundness
from regietafel.store import lock as locks
from regietafel.store.contents import Contents
from regietafel.store.lock import InUse, LeftByCrash, Lock
from regietafel.store.table import R, Table

__all__ = ["SUFFIX", "Ledger", "LeftByCrash"]

SUFFIX = ".regietafel"

Listener = Callable[[frozenset[str]], None]


class Rows(Generic[R]):
    """All rows of one kind in a ledger: ``ledger.gemeenten`` is its ``Table[Gemeente]``."""

    def __init__(self, record: type[R]) -> None:
        self.record = record

    def __get__(self, ledger: Ledger, owner: type[Ledger]) -> Table[R]:
        return ledger.table(self.record)


class Ledger:
    """Made by :meth:`open`, :meth:`open_for_reading` or :meth:`in_memory`.

    A new file is a ledger in memory, filled by actions and written by :meth:`save_copy`: complete or not there.
    """

    regio = Rows(Regio)
    gemeenten = Rows(Gemeente)
    adressaten = Rows(Adressaat)
    taakstellingsversies = Rows(Taakstellingsversie)
    taakstellingen = Rows(Taakstelling)
    realisaties = Rows(Realisatie)
    beginstanden = Rows(Beginstand)
    correcties = Rows(Correctie)
    herverdelingen = Rows(Herverdeling)
    overdrachten = Rows(Overdracht)
    partijen = Rows(Partij)
    inwoners = Rows(Inwoners)
    herindelingen = Rows(Herindeling)
    kolomindelingen = Rows(Kolomindeling)
    aliassen = Rows(Alias)
    overzichtregels = Rows(Overzichtregel)
    opvangcijfers = Rows(Opvangcijfer)
    treden = Rows(Trede)
    oordelen = Rows(Oordeel)
    termijnen = Rows(Termijn)
    procestermijnen = Rows(Procestermijn)
    behandelingen = Rows(Behandeling)
    kennisgevingen = Rows(Kennisgeving)
    verwerkingen = Rows(Verwerking)
    koppelingoverdrachten = Rows(Koppelingoverdracht)
    bestuurlijkeafspraken = Rows(BestuurlijkeAfspraak)
    scenarios = Rows(Scenario)
    scenariodelen = Rows(Scenariodeel)
    grenzen = Rows(Grens)
    sjablonen = Rows(Sjabloon)
    huisstijlen = Rows(Huisstijl)
    bijlagen = Rows(Bijlage)
    weglatingen = Rows(Weglating)
    archiefstukken = Rows(Archiefstuk)
    normen = Rows(Norm)
    zekerheden = Rows(Zekerheid)
    regelingen = Rows(Regeling)
    opvanglocaties = Rows(Opvanglocatie)
    bezettingen = Rows(Bezetting)
    opvanguitruilen = Rows(Opvanguitruil)
    partners = Rows(Partner)
    woonprojecten = Rows(Woonproject)
    telgemeenten = Rows(Telgemeente)
    woningmaten = Rows(Woningmaat)
    harinstromen = Rows(Harinstroom)
    staatwissels = Rows(Staatwissel)
    koppelstanden = Rows(Koppelstand)
    doorlooptijden = Rows(Doorlooptijd)
    prestatieafspraken = Rows(Prestatieafspraak)
    aandachtsgroepen = Rows(Aandachtsgroep)
    overlegreeksen = Rows(Overlegreeks)
    vastpunten = Rows(Vastpunt)
    contacten = Rows(Contact)
    verzendingen = Rows(Verzending)
    schoolvakanties = Rows(Schoolvakantie)
    overleggen = Rows(Overleg)
    overlegstappen = Rows(Overlegstap)
    agendapunten = Rows(Agendapunt)
    agendaversies = Rows(Agendaversie)
    aanwezigheden = Rows(Aanwezigheid)
    verslagregels = Rows(Verslagregel)
    actiehouders = Rows(Actiehouder)
    kennis = Rows(Kennis)
    kennislinks = Rows(Kennislink)
    intekenacties = Rows(Intekenactie)
    intekeningen = Rows(Intekening)
    voortgangen = Rows(Voortgang)

    def __init__(
        self, db: sqlite3.Connection, path: Path | None = None, lock: Lock | None = None, read_only: str = ""
    ) -> None:
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
        self._tables: dict[type[Record], Table[Any]] = {record: Table(db, record) for record in RECORDS}
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
        sound = (
            all(table.is_sound() for table in self._tables.values())
            and soundness.is_sound(self.db)
            and journal.is_sound(self.db)
        )
        if sound and self.regio.find():
            return self
        self.db.close()
        raise RegietafelError(
            _(
                "{name} is door iets anders dan Regietafel veranderd en wordt niet geopend. Zet een reservekopie terug."
            ).format(name=self.path.name if self.path else "")
        )

    def table(self, record: type[R]) -> Table[R]:
        """The table of this kind of record."""
        return self._tables[record]

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


RECORDS: tuple[type[Record], ...] = tuple(each.record for each in vars(Ledger).values() if isinstance(each, Rows))
"""Everything a file holds rows of."""
