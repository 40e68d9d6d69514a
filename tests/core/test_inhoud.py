"""Files inside the region's file: kept once, never changed, and gone when nothing refers to them any more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from regietafel.actions import bijlagen, herverdeling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.store import contents

P = Periode(2023, 2)
SECRET = b"wat een gebruiker er per ongeluk in zette " * 40


@pytest.fixture
def path(twente: Ledger, tmp_path: Path) -> Path:
    herverdeling.make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    target = tmp_path / "twente.regietafel"
    twente.save_copy(target)
    return target


def test_the_same_file_is_kept_once_and_comes_back_as_it_was(path: Path) -> None:
    ledger = Ledger.open(path)
    made = [bijlagen.add_bijlage(ledger, 1, titel, "brief.pdf", SECRET) for titel in ("Brief", "Nog eens")]
    assert made[0].inhoud == made[1].inhoud and ledger.inhoud.get(made[0].inhoud) == SECRET
    assert ledger.db.execute("SELECT count(*) FROM inhoud").fetchone()[0] == 1
    ledger.close()
    reader = Ledger.open_for_reading(path)
    assert reader.inhoud.get(made[0].inhoud) == SECRET
    reader.close()


def test_what_was_taken_out_can_come_back_until_the_file_is_closed_and_then_is_nowhere(path: Path) -> None:
    ledger = Ledger.open(path)
    bijlage = bijlagen.add_bijlage(ledger, 1, "Brief", "brief.pdf", SECRET)
    bijlagen.remove_bijlage(ledger, bijlage)
    ledger.undo()
    assert ledger.inhoud.get(next(iter(ledger.bijlagen)).inhoud) == SECRET
    ledger.redo()
    copy = path.with_name("kopie.regietafel")
    ledger.save_copy(copy)
    assert SECRET[:40] not in copy.read_bytes()  # a copy for someone else holds nothing of it
    ledger.close()
    assert SECRET[:40] not in path.read_bytes()


def test_what_is_kept_cannot_be_changed_nor_added_outside_an_operation(path: Path) -> None:
    ledger = Ledger.open(path)
    bijlagen.add_bijlage(ledger, 1, "Brief", "brief.pdf", SECRET)
    replacing = "INSERT OR REPLACE INTO inhoud SELECT * FROM inhoud"
    for sql in ("UPDATE inhoud SET bytes = x'00'", "DELETE FROM inhoud", replacing):
        with pytest.raises(sqlite3.Error):
            ledger.db.execute(sql)
    with pytest.raises((RuntimeError, sqlite3.Error)):
        ledger.inhoud.put(b"los")
    ledger.close()


def test_what_someone_else_changed_is_noticed(path: Path) -> None:
    ledger = Ledger.open(path)
    sha = bijlagen.add_bijlage(ledger, 1, "Brief", "brief.pdf", SECRET).inhoud
    ledger.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE inhoud SET bytes = x'00'")
    raw.commit()
    raw.close()
    ledger = Ledger.open(path)
    with pytest.raises(RegietafelError, match="beschadigd"):
        ledger.inhoud.get(sha)
    ledger.close()


def test_a_file_that_is_too_large_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MAX_BYTES", 1_000_000)
    ledger = Ledger.open(path)
    with pytest.raises(RuleError, match="hooguit 1 MB"):
        bijlagen.add_bijlage(ledger, 1, "Film", "film.pdf", b"x" * 2_000_000)
    assert not list(ledger.bijlagen)
    ledger.close()


def test_an_agreement_that_is_thrown_away_takes_its_annexes_along(path: Path) -> None:
    ledger = Ledger.open(path)
    bijlagen.add_bijlage(ledger, 1, "Brief", "brief.pdf", SECRET)
    herverdeling.remove_herverdeling(ledger, 1)
    assert not list(ledger.bijlagen)
    ledger.undo()
    assert [each.titel for each in ledger.bijlagen] == ["Brief"]
    ledger.close()
