"""A file of an older version with an agreement in force: brought up to date it says the same, and holds it as fast."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest

from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen, record_verwerking
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Status, Verwerking
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, find
from regietafel.queries.levensloop import levensloop
from regietafel.queries.stand import stand

DATA = Path(__file__).parents[1] / "data"
IN_FORCE = datetime.date(2023, 9, 2)
LATER = datetime.date(2023, 9, 20)


@pytest.fixture(params=(1, 2))  # from version 3 on a file knows how an agreement came into force
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The stored file of that version, in which its only agreement came into force."""
    target = tmp_path / "oud.regietafel"
    db = sqlite3.connect(target)
    db.executescript((DATA / f"bestand_versie_{request.param}.sql").read_text(encoding="utf-8"))
    db.execute(
        "INSERT INTO partij (herverdeling_id, gemeente_id, oud) SELECT 1, gemeente_id, aantal FROM taakstelling"
        " WHERE gemeente_id IN (SELECT van_id FROM overdracht UNION SELECT naar_id FROM overdracht)"
    )
    db.execute("UPDATE herverdeling SET in_werking_op = ?", [IN_FORCE.isoformat()])
    db.commit()
    assert db.execute("PRAGMA user_version").fetchone() == (request.param,)
    db.close()
    return target


def agreement(ledger: Ledger) -> HerverdelingBlad:
    return find(ledger, "HV-2023-II-01", LATER)


def counted(ledger: Ledger, op: datetime.date) -> dict[str, int]:
    found = stand(ledger, agreement(ledger).periode, op)
    return {each.gemeente: each.herverdeling for each in found.regels if each.herverdeling}


def test_it_says_the_same_read_only_and_after_the_update(path: Path) -> None:
    raw = sqlite3.connect(path)
    frozen = raw.execute("SELECT gemeente_id, oud FROM partij ORDER BY id").fetchall()
    raw.close()
    content = path.read_bytes()
    seen = []
    for opening in (Ledger.open_for_reading, Ledger.open):
        ledger = opening(path)
        view = agreement(ledger)
        assert view.stand is Status.IN_WERKING and view.in_werking_op == IN_FORCE
        assert sorted((each.gemeente_id, each.oud) for each in view.partijen) == sorted(frozen)
        assert not counted(ledger, IN_FORCE - datetime.timedelta(days=1)) and sum(counted(ledger, LATER).values()) == 0
        assert view.volgende_stap.startswith("Kennisgeving aan het COA") and not list(ledger.behandelingen)
        assert find(ledger, view.kenmerk, IN_FORCE - datetime.timedelta(days=1)).stand is Status.CONCEPT
        assert [each.wat for each in levensloop(view)] == ["In werking"]
        assert ledger.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert not ledger.db.execute("PRAGMA foreign_key_check").fetchall()
        seen.append((view.partijen, view.delen, counted(ledger, LATER)))
        ledger.close()
        if opening is Ledger.open_for_reading:
            assert path.read_bytes() == content
    assert seen[0] == seen[1] and seen[0][2]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE partij SET oud = oud + 1",
        "DELETE FROM partij",
        "INSERT OR REPLACE INTO partij SELECT id, herverdeling_id, gemeente_id, 7 FROM partij",
        "UPDATE overdracht SET aantal = 1",
        "UPDATE herverdeling SET toelichting = 'anders'",
        "UPDATE herverdeling SET in_werking_op = NULL",
        "INSERT INTO behandeling (herverdeling_id, gemeente_id, contact, besluit_op, besluitnummer, ondertekenaar,"
        " geweigerd, reden, vindplaats) SELECT 1, van_id, '', '2023-09-01', '', '', 0, '', '' FROM overdracht",
    ],
)
def test_it_stays_frozen(path: Path, statement: str) -> None:
    ledger = Ledger.open(path)
    before = agreement(ledger)
    with pytest.raises(RuleError, match=r"in werking|ligt vast|elk college"), ledger.operation("Geknoei"):
        ledger.db.execute(statement)
    assert agreement(ledger) == before and not ledger.undo_label
    ledger.close()


def test_its_life_goes_on(path: Path) -> None:
    ledger = Ledger.open(path)
    party = agreement(ledger).partijen[0]
    record_behandelingen(ledger, [Behandeling(herverdeling_id=1, gemeente_id=party.gemeente_id, contact="griffie")])
    with pytest.raises(RuleError, match=r"in werking|ligt vast"):
        record_behandelingen(
            ledger, [Behandeling(herverdeling_id=1, gemeente_id=party.gemeente_id, besluit_op=IN_FORCE)], today=LATER
        )
    told = [Kennisgeving(herverdeling_id=1, aan=aan, datum=LATER) for aan in ADRESSATEN]
    record_kennisgevingen(ledger, told, today=LATER)
    assert agreement(ledger).stand is Status.GEMELD
    record_verwerking(ledger, Verwerking(herverdeling_id=1, datum=LATER), today=LATER)
    assert agreement(ledger).stand is Status.VERWERKT
    ledger.undo()
    ledger.undo()
    assert agreement(ledger).stand is Status.IN_WERKING
    ledger.close()
