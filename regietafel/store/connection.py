"""Open a file that may come from anyone: check it, back it up, bring it up to date. The file format lives here."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path, PurePath
from urllib.parse import quote

from regietafel.errors import RegietafelError, RuleError
from regietafel.files import reason
from regietafel.i18n import _
from regietafel.store.contents import purge
from regietafel.store.migrations import MIGRATIONS, SCHEMAS

APPLICATION_ID = 0x52475446  # "RGTF"


def in_memory() -> sqlite3.Connection:
    """A complete, empty file that exists only in memory."""
    db = _connect(None)
    _migrate(db, 0)
    return _ready(db)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Check an existing file, back it up when it must be migrated, and open it. The caller holds the lock."""
    with _opening(path, "rw") as db:
        version = _check(db, path)
        if version < len(MIGRATIONS):
            _copy(db, backup_path(path))
            _migrate(db, version)
        db.execute("PRAGMA journal_mode = DELETE")  # not WAL: files lie on network shares
        purge(_ready(db))
        return db


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Check an existing file and open it so that nothing can be written. An older file is migrated in memory."""
    # "rw" lets SQLite roll back what a crashed writer left; query_only keeps us from writing.
    with _opening(path, "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro") as db:
        version = _check(db, path)
        if version < len(MIGRATIONS):
            memory = _connect(None)
            db.backup(memory)
            db.close()
            _migrate(memory, version)
            return _ready(memory)
        return _ready(db)


def resolved(path: Path) -> Path:
    """The file itself, where ``path`` is a link to it: a lock lies beside the file. Raises RegietafelError."""
    with explained(path):
        if path.is_dir():
            raise RegietafelError(_("{path} is een map.").format(path=path))
        if not path.is_file():
            raise RegietafelError(_("{path} bestaat niet.").format(path=path))
        return path.resolve()


def make_query_only(db: sqlite3.Connection) -> None:
    """From now on the connection refuses to write, but within :func:`writing`."""
    db.execute("PRAGMA query_only = ON")


@contextlib.contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """For a while it writes, also what was made query only."""
    before = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.execute(f"PRAGMA query_only = {before}")


def tidy(path: Path) -> None:
    """Clear what was taken out of a file, after it was closed and before others may write."""
    with explained(path), contextlib.closing(_ready(_connect(path))) as db:
        purge(db)


def save_copy(db: sqlite3.Connection, target: Path, *, overwrite: bool) -> None:
    """Write a complete, compact copy: the target is the old file or the new one, never half."""
    with explained(target):
        if target.is_dir():
            raise RegietafelError(_("{path} is een map; geef ook een naam voor het bestand.").format(path=target))
        if target.exists() and not overwrite:
            raise RegietafelError(_("{path} bestaat al. Kies een andere naam.").format(path=target))
        journal = target.with_name(target.name + "-journal")
        if journal.exists():  # SQLite would apply it to whatever stands beside it
            raise RegietafelError(
                _(
                    "Naast {name} staat {journal}: wat een afgebroken programma naliet. Open {name} eerst, of kies een"
                    " andere naam."
                ).format(name=target.name, journal=journal.name)
            )
        _copy(db, target, clean=True)


def backup_path(path: Path) -> Path:
    """Where the dated backup of ``path`` goes: beside it, never over an earlier one."""
    stamp = datetime.datetime.now().astimezone().strftime("%Y-%m-%d_%H%M%S")
    candidate = path.with_name(f"{path.stem}.reserve-{stamp}{path.suffix}")
    number = 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}.reserve-{stamp}-{number}{path.suffix}")
    return candidate


def file_uri(path: PurePath) -> str:
    """The name by which SQLite opens an absolute path; also of a network share, which ``as_uri`` would spoil."""
    posix = path.as_posix()
    return "file://" + quote((posix if posix.startswith("/") else "/" + posix).encode(errors="surrogateescape"), "/:")


@contextlib.contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn what can go wrong with a disk or a rule of the file into a sentence; let bugs through."""
    name = path.name if path else _("het bestand")
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorname == "SQLITE_CONSTRAINT_TRIGGER":
            raise RuleError(str(error)) from error
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
        sentence = _SENTENCES.get(code) or _SENTENCES.get(code.split("_")[0])
        if sentence is None:
            raise
        raise RegietafelError(sentence.format(name=name)) from error
    except OSError as error:
        raise RegietafelError(
            _("{name} is niet bereikbaar: {reason}. Controleer de map en uw rechten.").format(
                name=name, reason=reason(error)
            )
        ) from error


_SENTENCES = {
    "FULL": _("De schijf is vol; {name} is niet gewijzigd. Maak ruimte en probeer het opnieuw."),
    "IOERR": _("{name} is niet bereikbaar (netwerkschijf weg?). De laatste handeling is niet uitgevoerd."),
    "CANTOPEN": _("{name} kan niet worden geopend. Bestaat de map nog en mag u daar schrijven?"),
    "READONLY_ROLLBACK": _(
        "{name} is niet goed afgesloten en staat op een plek waar u niet mag schrijven. Kopieer het bestand met het"
        " herstelbestand ernaast (-journal) naar een eigen map en open het daar."
    ),
    "READONLY_DBMOVED": _(
        "{name} staat niet meer op zijn plek (map verplaatst of netwerkschijf weg?). De laatste handeling is niet"
        " uitgevoerd."
    ),
    "READONLY": _("{name} is alleen-lezen; de wijziging is niet uitgevoerd."),
    "BUSY": _("{name} is even bezet door een ander programma. Probeer het zo opnieuw."),
    "NOTADB": _("{name} is geen Regietafelbestand."),
    "CORRUPT": _("{name} is beschadigd en wordt niet gebruikt. Zet een reservekopie terug."),
}


def _connect(path: Path | None, mode: str = "rw") -> sqlite3.Connection:
    uri = "file::memory:" if path is None else f"{file_uri(path.absolute())}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)
    db.text_factory = lambda text: text.decode(errors="replace")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA recursive_triggers = ON")  # a row that REPLACE takes out is guarded and logged as a deleted one
    return db


@contextlib.contextmanager
def _opening(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    with explained(path):
        db = _connect(path, mode)
        try:
            yield db
        except BaseException:
            db.close()
            raise


def _check(db: sqlite3.Connection, path: Path) -> int:
    """Refuse what is not ours, too new, tampered with or damaged; return its version."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise RegietafelError(_("{name} is geen Regietafelbestand.").format(name=path.name))
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise RegietafelError(
            _("{name} is gemaakt met een nieuwere versie van Regietafel. Werk het programma bij.").format(
                name=path.name
            )
        )
    if schema_digest(db) not in SCHEMAS[version - 1 : version] and (unknown := _unknown(db, version)):
        raise RegietafelError(
            _("{name} is door iets anders dan Regietafel veranderd ({what}) en wordt niet geopend.").format(
                name=path.name, what=", ".join(unknown[:3])
            )
        )
    if (
        db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok"
        or db.execute("PRAGMA foreign_key_check").fetchone()
    ):
        raise RegietafelError(_SENTENCES["CORRUPT"].format(name=path.name))
    return version


def schema_digest(db: sqlite3.Connection) -> str:
    """The sha-256 of how all tables, indexes and triggers were made."""
    return hashlib.sha256(repr(sorted(_schema(db))).encode()).hexdigest()


def _unknown(db: sqlite3.Connection, version: int) -> list[str]:
    """The names of what is in the schema and not in that of this version, or the other way round."""
    expected = _connect(None)
    _migrate(expected, 0, upto=version)
    return sorted({name for name, _sql in _schema(db) ^ _schema(expected)})


def _schema(db: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(db.execute("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"))


def _migrate(db: sqlite3.Connection, version: int, upto: int | None = None) -> None:
    """Apply the missing migrations in one transaction, foreign keys off so that tables can be rebuilt."""
    upto = len(MIGRATIONS) if upto is None else upto
    db.execute("PRAGMA foreign_keys = OFF")
    script = "".join(MIGRATIONS[version:upto])
    db.executescript(
        f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {upto}; COMMIT;"
    )


def _ready(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA foreign_keys = ON")
    db.row_factory = sqlite3.Row
    return db


def _copy(db: sqlite3.Connection, target: Path, *, clean: bool = False) -> None:
    """A ``clean`` one goes to others: what was taken out is not in it."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.kopie")
    try:
        with writing(db):  # otherwise it refuses this too, though only another file is written
            db.execute("VACUUM INTO ?", [str(temporary)])
        if clean:
            with contextlib.closing(_ready(_connect(temporary))) as copy:
                purge(copy)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
