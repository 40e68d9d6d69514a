"""Opening a file that may come from anyone, and sharing it with others."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from regietafel.actions.regio import add_gemeente, add_meegeleverd
from regietafel.domain.regio import Gemeente
from regietafel.domain.toezicht import Trede
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger, LeftByCrash
from regietafel.queries.meegeleverd import missing
from regietafel.store import connection
from regietafel.store.lock import lock_path
from regietafel.store.migrations import MIGRATIONS, SCHEMAS
from tests.core.snapshots import snapshot

ZWOLLE = Gemeente(gm_code="GM0193", naam="Zwolle")


@pytest.fixture
def path(twente: Ledger, tmp_path: Path) -> Path:
    target = tmp_path / "Regietafel Twente #1.regietafel"
    twente.save_copy(target)
    return target


def test_copy_is_the_same_and_complete(twente: Ledger, path: Path) -> None:
    copy = Ledger.open(path)
    assert snapshot(copy) == snapshot(twente)
    assert not copy.read_only
    copy.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_copy_does_not_overwrite_unasked(twente: Ledger, path: Path) -> None:
    old = path.read_bytes()
    add_gemeente(twente, ZWOLLE)
    with pytest.raises(RegietafelError, match="bestaat al"):
        twente.save_copy(path)
    assert path.read_bytes() == old
    twente.save_copy(path, overwrite=True)
    assert Ledger.open_for_reading(path).gemeenten.find(naam="Zwolle")


def test_copy_over_itself_is_refused(path: Path) -> None:
    ledger = Ledger.open(path)
    with pytest.raises(RegietafelError, match="zelf"):
        ledger.save_copy(path, overwrite=True)
    ledger.close()


def test_second_opener_reads_and_is_told_who_writes(path: Path) -> None:
    first, second = Ledger.open(path), Ledger.open(path)
    assert platform.node() in second.read_only and "in gebruik" in second.read_only
    with pytest.raises(RegietafelError, match="in gebruik"):
        add_gemeente(second, ZWOLLE)
    add_gemeente(first, ZWOLLE)
    assert second.gemeenten.find(naam="Zwolle")
    second.close()
    first.close()
    third = Ledger.open(path)
    assert not third.read_only
    third.close()


def test_reader_cannot_write_even_by_sql(path: Path) -> None:
    reader = Ledger.open_for_reading(path)
    with pytest.raises(sqlite3.OperationalError):
        reader.db.execute("DELETE FROM gemeente")
    reader.close()


def test_lock_left_by_a_crash_is_recognised_and_taken_over(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from regietafel.ledger import Ledger\n"
        "ledger = Ledger.open(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert lock_path(path).exists()
    with pytest.raises(LeftByCrash, match="niet goed afgesloten"):
        Ledger.open(path)
    ledger = Ledger.open(path, take_over=True)
    assert not ledger.read_only
    ledger.close()
    assert not lock_path(path).exists()


def test_lock_of_another_machine_is_respected(path: Path) -> None:
    houder = {
        "gebruiker": "griffie",
        "machine": "ergens-anders",
        "sinds": "2026-01-05T09:00:00+01:00",
        "pid": 1,
        "teken": "x",
    }
    lock_path(path).write_text(json.dumps(houder))
    ledger = Ledger.open(path)
    assert "griffie op ergens-anders, sinds 05-01-2026 09:00" in ledger.read_only
    ledger.close()
    assert lock_path(path).exists()


DEEP = "[" * 4000
OLD = json.dumps({"gebruiker": "x", "machine": platform.node(), "sinds": "0001-01-01", "pid": 1, "teken": "x"})
NEGATIVE = json.dumps({"gebruiker": "x", "machine": platform.node(), "sinds": "2026-01-05", "pid": -5, "teken": "x"})


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "x" * 10_000, DEEP, OLD, NEGATIVE])
def test_unreadable_lock_can_be_taken_over_after_a_question(path: Path, text: str) -> None:
    lock_path(path).write_text(text)
    with pytest.raises(LeftByCrash, match="onbekend programma"):
        Ledger.open(path)
    ledger = Ledger.open(path, take_over=True)
    assert not ledger.read_only
    ledger.close()


def test_lock_whose_process_number_went_to_a_later_program(path: Path) -> None:
    houder = {
        "gebruiker": "x",
        "machine": platform.node(),
        "sinds": "2001-01-01T00:00:00",
        "pid": os.getpid(),
        "teken": "x",
    }
    lock_path(path).write_text(json.dumps(houder))
    with pytest.raises(LeftByCrash):
        Ledger.open(path)


def test_a_link_to_the_file_is_the_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.regietafel"
    link.symlink_to(path)
    first, second = Ledger.open(path), Ledger.open(link)
    assert not first.read_only and "in gebruik" in second.read_only
    with pytest.raises(RegietafelError, match="zelf"):
        first.save_copy(link, overwrite=True)
    second.close()
    first.close()


def test_a_file_someone_works_in_is_not_overwritten(twente: Ledger, path: Path) -> None:
    other = Ledger.open(path)
    with pytest.raises(RegietafelError, match="in gebruik"):
        twente.save_copy(path, overwrite=True)
    other.close()
    twente.save_copy(path, overwrite=True)


def test_what_a_crash_left_is_not_mixed_into_a_new_file(twente: Ledger, tmp_path: Path) -> None:
    target = tmp_path / "nieuw.regietafel"
    target.with_name("nieuw.regietafel-journal").write_bytes(b"x")
    with pytest.raises(RegietafelError, match=r"nieuw\.regietafel-journal"):
        twente.save_copy(target)
    assert not target.exists()


def test_a_folder_is_no_file(twente: Ledger, tmp_path: Path) -> None:
    for attempt in (lambda: Ledger.open(tmp_path), lambda: twente.save_copy(tmp_path, overwrite=True)):
        with pytest.raises(RegietafelError, match="is een map"):
            attempt()


def test_names_of_files_on_shares_and_drives() -> None:
    assert (
        connection.file_uri(PureWindowsPath(r"\\srv\regio map\x#1.regietafel"))
        == "file:////srv/regio%20map/x%231.regietafel"
    )
    assert connection.file_uri(PureWindowsPath(r"C:\b\é.regietafel")) == "file:///C:/b/%C3%A9.regietafel"
    assert connection.file_uri(PurePosixPath("/b/a?b.regietafel")) == "file:///b/a%3Fb.regietafel"


def test_undo_does_not_overwrite_what_came_in_between(path: Path) -> None:
    ledger = Ledger.open(path)
    add_gemeente(ledger, ZWOLLE)
    stranger = sqlite3.connect(path)
    stranger.execute("UPDATE gemeente SET naam = 'Zwartewaterland' WHERE gm_code = 'GM0193'")
    stranger.commit()
    stranger.close()
    with pytest.raises(RegietafelError, match="intussen"):
        ledger.undo()
    assert ledger.gemeenten.find(naam="Zwartewaterland")
    ledger.close()


def _change(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("PRAGMA application_id = 1", "geen Regietafelbestand"),
        (f"PRAGMA user_version = {len(MIGRATIONS) + 1}", "nieuwere versie"),
        ("CREATE TABLE extra (x)", "extra"),
        ("CREATE VIEW gluren AS SELECT 1", "gluren"),
        ("CREATE TRIGGER kwaad AFTER INSERT ON gemeente BEGIN DELETE FROM regio; END", "kwaad"),
        ("DROP TRIGGER change_kept", "change_kept"),
        ("DELETE FROM gemeente WHERE id = 1", "beschadigd"),
        ("UPDATE taakstellingsversie SET datum = '2023-99-99'", "iets anders dan Regietafel"),
        ("UPDATE taakstellingsversie SET periode = 'ooit'", "iets anders dan Regietafel"),
        ("UPDATE taakstellingsversie SET periode = '1000-I'", "iets anders dan Regietafel"),
        ("UPDATE taakstelling SET aantal = 4611686018427387904", "iets anders dan Regietafel"),
        ("INSERT INTO change (operation_id, table_name, row_id, after) VALUES (1, 'regio', 1, '{')", "iets anders"),
        ("INSERT INTO operation (label, gebruiker, tijd) VALUES ('', '', 'toen')", "iets anders"),
        ("DELETE FROM regio", "iets anders"),
    ],
)
def test_strange_files_are_refused_untouched(path: Path, statement: str, sentence: str) -> None:
    _change(path, statement)
    before = path.read_bytes()
    for opening in (Ledger.open, Ledger.open_for_reading):
        with pytest.raises(RegietafelError, match=sentence):
            opening(path)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()


@pytest.mark.parametrize("content", [b"", b"hallo", b"SQLite format 3\0" + b"\0" * 100, b"PK\3\4" + os.urandom(500)])
def test_no_database_at_all(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.regietafel"
    path.write_bytes(content)
    with pytest.raises(RegietafelError):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_damaged_page_is_noticed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 3 * 4096 + 400] = os.urandom(400)
    path.write_bytes(content)
    with pytest.raises(RegietafelError, match=r"beschadigd|Regietafel"):
        Ledger.open(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    for opening in (Ledger.open, Ledger.open_for_reading):
        with pytest.raises(RegietafelError, match="bestaat niet"):
            opening(tmp_path / "weg.regietafel")


def test_older_file_is_backed_up_then_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;"))
    old = path.read_bytes()
    reader = connection.open_for_reading(path)  # migrated in memory
    assert reader.execute("SELECT count(*) FROM later").fetchone()[0] == 0
    reader.close()
    assert path.read_bytes() == old
    connection.open_for_writing(path).close()
    (backup,) = path.parent.glob("*reserve-*")
    assert backup.stem.startswith(path.stem)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS) + 1
    db.close()
    monkeypatch.undo()
    restored = Ledger.open_for_reading(backup)
    assert restored.gemeenten.find(naam="Borne")
    restored.close()


def test_the_schema_of_every_version_is_known_by_its_digest() -> None:
    """Without the digest a sound file opens too, but slower."""
    assert len(SCHEMAS) == len(MIGRATIONS)
    for version, digest in enumerate(SCHEMAS, start=1):
        db = sqlite3.connect(":memory:")
        db.executescript("".join(MIGRATIONS[:version]))
        assert connection.schema_digest(db) == digest
        db.close()


def test_every_released_version_opens(tmp_path: Path) -> None:
    dumps = sorted((Path(__file__).parents[1] / "data").glob("bestand_versie_*.sql"))
    assert len(dumps) == len(MIGRATIONS)
    for dump, digest in zip(dumps, SCHEMAS, strict=True):
        path = tmp_path / f"{dump.stem}.regietafel"
        db = sqlite3.connect(path)
        db.executescript(dump.read_text(encoding="utf-8"))
        assert connection.schema_digest(db) == digest
        db.close()
        ledger = Ledger.open(path)
        assert ledger.gemeenten.find(naam="Borne")
        add_meegeleverd(ledger)  # what an older version did not have
        assert [*ledger.treden] and [*ledger.termijnen] and [*ledger.procestermijnen] and [*ledger.herindelingen]
        assert not missing(ledger, Trede)
        told = {each.sleutel for each in ledger.adressaten}
        assert told == {"coa", "aenm", "vro", "provincie Overijssel"}
        operations = ledger.undo_label
        add_meegeleverd(ledger)
        assert ledger.undo_label == operations
        ledger.close()
