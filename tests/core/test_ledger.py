"""The mechanism: one door for writing, one journal for log, undo and refresh."""

from __future__ import annotations

import datetime
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import add_gemeente, edit_gemeente, remove_gemeente
from regietafel.domain.document import Weglating
from regietafel.domain.herverdeling import Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.store import journal
from regietafel.tables import RECORDS
from tests.core.agreements import bring_into_force
from tests.core.snapshots import count, snapshot

ZWOLLE = Gemeente(gm_code="GM0193", naam="Zwolle")


def test_every_record_is_its_table(ledger: Ledger) -> None:
    tables = [ledger.table(record) for record in RECORDS]
    assert {table.name for table in tables} == set(journal.data_tables(ledger.db))
    for table in tables:
        columns = [row["name"] for row in ledger.db.execute(f"PRAGMA table_info({table.name})")]
        assert sorted(columns) == sorted(field.name for field in fields(table.record))  # a base adds its own in front


def test_the_key_of_a_record_is_unique_in_its_table(ledger: Ledger) -> None:
    keyed = [ledger.table(record) for record in RECORDS if record.KEY]
    assert len(keyed) >= 7
    for table in keyed:
        indexes = [row["name"] for row in ledger.db.execute(f"PRAGMA index_list({table.name})") if row["unique"]]
        columns = [tuple(row["name"] for row in ledger.db.execute(f"PRAGMA index_info({name})")) for name in indexes]
        if table.record is Huisstijl:  # of an expression, for the table itself has no gemeente; and of no other column
            columns = [table.record.KEY for index in columns if index == (None,)]
        if table.record is Weglating:  # it has one of the two, and each of them an index of its own
            columns = (
                [table.record.KEY] if {*columns} == {("herverdeling_id", "tekst"), ("overleg_id", "tekst")} else []
            )
        assert table.record.KEY in columns and ledger.table(table.record) is table


def test_undo_and_redo_are_new_operations(twente: Ledger) -> None:
    before, operations = snapshot(twente), count(twente, "operation")
    add_gemeente(twente, ZWOLLE)
    after = snapshot(twente)
    assert twente.undo_label == "Gemeente toegevoegd: Zwolle"
    twente.undo()
    assert snapshot(twente) == before
    assert twente.redo_label == "Gemeente toegevoegd: Zwolle"
    twente.redo()
    assert snapshot(twente) == after
    assert count(twente, "operation") == operations + 3


def test_a_new_action_forgets_what_was_undone(twente: Ledger) -> None:
    add_gemeente(twente, ZWOLLE)
    twente.undo()
    edit_gemeente(twente, Gemeente(id=1, gm_code="GM0141", naam="Almelo", lid=False))
    assert twente.redo_label is None
    with pytest.raises(RegietafelError, match="niets"):
        twente.redo()


def test_undo_survives_swapped_unique_values(twente: Ledger) -> None:
    before = snapshot(twente)
    with twente.operation("wissel"):
        for id, naam in ((1, "tijdelijk"), (2, "Almelo"), (1, "Borne")):
            twente.db.execute("UPDATE gemeente SET naam = ? WHERE id = ?", [naam, id])
    twente.undo()
    assert snapshot(twente) == before


def test_write_outside_operation_is_refused(twente: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError):
        twente.gemeenten.save(ZWOLLE)
    with pytest.raises(sqlite3.OperationalError):
        twente.db.execute("UPDATE taakstelling SET aantal = 200")
    assert count(twente, "gemeente") == 3


def test_failed_operation_leaves_no_trace(twente: Ledger) -> None:
    before = snapshot(twente), count(twente, "operation"), count(twente, "change"), twente.undo_label
    with pytest.raises(ZeroDivisionError), twente.operation("mislukt"):
        twente.gemeenten.save(ZWOLLE)
        _ = 1 // 0
    assert (snapshot(twente), count(twente, "operation"), count(twente, "change"), twente.undo_label) == before


def test_operation_that_changes_nothing_leaves_no_trace(twente: Ledger) -> None:
    before = count(twente, "operation"), twente.undo_label
    heard: list[frozenset[str]] = []
    twente.subscribe(heard.append)
    edit_gemeente(twente, twente.gemeenten.get(1))
    assert (count(twente, "operation"), twente.undo_label, heard) == (*before, [])


def test_operation_within_an_operation_is_part_of_it(twente: Ledger) -> None:
    before = snapshot(twente)
    with twente.operation("buiten"):
        add_gemeente(twente, ZWOLLE)
        add_gemeente(twente, Gemeente(gm_code="GM0150", naam="Deventer"))
    assert twente.undo_label == "buiten"
    twente.undo()
    assert snapshot(twente) == before


def test_listeners_hear_which_tables_changed(twente: Ledger) -> None:
    heard: list[frozenset[str]] = []
    twente.subscribe(heard.append)
    make_herverdeling(twente, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    twente.undo()
    assert heard == [{"herverdeling", "overdracht"}] * 2


def test_log_cannot_be_rewritten(twente: Ledger) -> None:
    for sql in (
        "DELETE FROM change",
        "UPDATE change SET after = NULL",
        "DELETE FROM operation",
        "UPDATE operation SET label = ''",
    ):
        with pytest.raises(RuleError, match="logboek"), twente.operation("knoeien"):
            twente.db.execute(sql)


def test_what_is_in_force_is_frozen_for_action_sql_and_undo(twente: Ledger) -> None:
    id = make_herverdeling(twente, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    made = twente.db.execute("SELECT max(id) FROM operation").fetchone()[0]
    bring_into_force(twente, id, datetime.date(2023, 9, 1))
    frozen = snapshot(twente)
    assert twente.undo_label is None
    for sql in (
        "UPDATE herverdeling SET toelichting = 'x'",
        "DELETE FROM herverdeling",
        "UPDATE overdracht SET aantal = 1",
        "DELETE FROM overdracht",
        "INSERT INTO overdracht (herverdeling_id, van_id, naar_id, aantal) VALUES (1, 1, 2, 5)",
        "UPDATE partij SET oud = 1",
    ):
        with pytest.raises(RuleError, match="in werking"), twente.operation("knoeien"):
            twente.db.execute(sql)
    for operation_id in (made, made + 1):
        with pytest.raises(RuleError, match="in werking"), twente.operation("terugdraaien"):
            journal.reverse(twente.db, operation_id)
    assert snapshot(twente) == frozen


def test_gemeente_with_figures_stays(twente: Ledger) -> None:
    with pytest.raises(RuleError, match="geen lid"):
        remove_gemeente(twente, twente.gemeenten.get(1))


@pytest.mark.parametrize(
    "naam", ["B&W <Zuid>", "=1+1", "O'Brien", "Súdwest-Fryslân", "x" * 300, "**vet** $veld", "漢字 🏠"]
)
def test_names_survive_the_file(twente: Ledger, tmp_path: Path, naam: str) -> None:
    add_gemeente(twente, Gemeente(gm_code="GM9999", naam=naam))
    twente.undo()
    twente.redo()
    twente.save_copy(tmp_path / "kopie.regietafel")
    kopie = Ledger.open_for_reading(tmp_path / "kopie.regietafel")
    assert kopie.gemeenten.find(gm_code="GM9999") == twente.gemeenten.find(gm_code="GM9999")
    assert snapshot(kopie)["gemeente"][-1][2] == naam
    kopie.close()


@pytest.mark.parametrize("naam", ["a\0b", "\ud800", "x" * 20_001, "  "])
def test_impossible_names_are_refused(naam: str) -> None:
    with pytest.raises(RuleError):
        Gemeente(gm_code="GM0001", naam=naam)
