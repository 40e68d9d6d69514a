"""Opening a file that may come from anyone, and sharing it with others."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from regietafel.actions.regio import add_gemeente
from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger, LeftByCrash
from regietafel.store import connection
from regietafel.store.lock import lock_path
from regietafel.store.migrations import MIGRATIONS
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


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "x" * 10_000])
def test_unreadable_lock_means_in_use(path: Path, text: str) -> None:
    lock_path(path).write_text(text)
    ledger = Ledger.open(path, take_over=True)
    assert "ander programma" in ledger.read_only
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


def test_missing_file(tmp_path: Path) -> None:
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


def test_every_released_version_opens(tmp_path: Path) -> None:
    dumps = sorted((Path(__file__).parents[1] / "data").glob("bestand_versie_*.sql"))
    assert len(dumps) == len(MIGRATIONS)
    for dump in dumps:
        path = tmp_path / f"{dump.stem}.regietafel"
        db = sqlite3.connect(path)
        db.executescript(dump.read_text(encoding="utf-8"))
        db.close()
        ledger = Ledger.open(path)
        assert ledger.gemeenten.find(naam="Borne")
        ledger.close()
