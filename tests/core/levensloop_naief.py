"""The rules of agreements and of the stand a second time: short, slow and straight from the law."""

from __future__ import annotations

import datetime
from typing import Any

from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger

NAMEN = ("Almelo", "Borne", "Dinkelland", "Enschede", "Zwolle")  # Zwolle is no member
PERIODES = (Periode(2023, 2), Periode(2024, 1), Periode(2024, 2))
NOW = datetime.date(2024, 6, 30)
DAYS = tuple(
    datetime.date(2023, 5, 1) + datetime.timedelta(days=n) for n in (0, 31, 32, 60, 61, 62, 130, 184, 250, 335)
)
ONE_DAY = datetime.timedelta(days=1)
ASKED = sorted({*DAYS, *(day + ONE_DAY for day in DAYS), NOW})

# On :id, an agreement in force, and :other, another one.
RAW = """
    UPDATE herverdeling SET toelichting = 'anders' WHERE id = :id
    UPDATE herverdeling SET in_werking_op = NULL WHERE id = :id
    UPDATE herverdeling SET tot_en_met = '2030-I' WHERE id = :id
    UPDATE herverdeling SET ingetrokken_op = '2023-06-01' WHERE id = :id
    UPDATE herverdeling SET id = id + 1000 WHERE id = :id
    DELETE FROM herverdeling WHERE id = :id
    REPLACE INTO herverdeling (id, kenmerk, periode, toelichting) VALUES (:id, 'HV', '2023-II', '')
    REPLACE INTO herverdeling (kenmerk, periode, toelichting) SELECT kenmerk, periode, '' FROM herverdeling WHERE id = :id
    UPDATE OR REPLACE herverdeling SET id = :id WHERE id = :other
    UPDATE overdracht SET aantal = aantal + 1 WHERE herverdeling_id = :id
    UPDATE overdracht SET herverdeling_id = :other WHERE herverdeling_id = :id
    UPDATE overdracht SET herverdeling_id = :id WHERE herverdeling_id = :other
    DELETE FROM overdracht WHERE herverdeling_id = :id
    INSERT INTO overdracht (herverdeling_id, van_id, naar_id, aantal) VALUES (:id, 1, 5, 1)
    REPLACE INTO overdracht SELECT id, :other, van_id, naar_id, aantal FROM overdracht WHERE herverdeling_id = :id
    UPDATE partij SET oud = oud + 1 WHERE herverdeling_id = :id
    UPDATE partij SET herverdeling_id = :id WHERE herverdeling_id = :other
    DELETE FROM partij WHERE herverdeling_id = :id
    INSERT INTO partij (herverdeling_id, gemeente_id, oud) VALUES (:id, 5, 1)
    REPLACE INTO partij SELECT id, :other, gemeente_id, oud FROM partij WHERE herverdeling_id = :id
    UPDATE behandeling SET bekendgemaakt_op = date(bekendgemaakt_op, '1 day') WHERE herverdeling_id = :id
    UPDATE behandeling SET besluit_op = date(besluit_op, '-1 day') WHERE herverdeling_id = :id
    UPDATE behandeling SET voorgelegd_op = '2023-01-01' WHERE herverdeling_id = :id
    UPDATE behandeling SET bekendgemaakt_op = NULL, geweigerd = 1, reden = 'x' WHERE herverdeling_id = :id
    UPDATE behandeling SET herverdeling_id = :other WHERE herverdeling_id = :id
    UPDATE behandeling SET herverdeling_id = :id WHERE herverdeling_id = :other
    DELETE FROM behandeling WHERE herverdeling_id = :id
    REPLACE INTO behandeling SELECT id, :other, gemeente_id, contact, NULL, NULL, '', '', 0, '', NULL, '' FROM behandeling WHERE herverdeling_id = :id
    REPLACE INTO behandeling SELECT NULL, :id, gemeente_id, contact, NULL, NULL, '', '', 0, '', NULL, '' FROM behandeling WHERE herverdeling_id = :id
""".strip().splitlines()  # noqa: E501


def naive_status(ledger: Ledger, id: int, day: datetime.date) -> str:  # noqa: PLR0911 - as one would tell it
    """Where it stands, from the rows, as one would tell it."""
    op = day.isoformat()
    begun, withdrawn = ledger.db.execute(
        "SELECT in_werking_op, ingetrokken_op FROM herverdeling WHERE id = ?", [id]
    ).fetchone()
    colleges = ledger.db.execute(
        """SELECT voorgelegd_op, besluit_op, geweigerd, bekendgemaakt_op FROM (
            SELECT van_id AS party FROM overdracht WHERE herverdeling_id = :id
            UNION SELECT naar_id FROM overdracht WHERE herverdeling_id = :id)
        LEFT JOIN behandeling ON herverdeling_id = :id AND gemeente_id = party""",
        {"id": id},
    ).fetchall()
    told = ledger.db.execute("SELECT count(*) FROM kennisgeving WHERE herverdeling_id = ? AND datum <= ?", [id, op])
    said = ledger.db.execute(
        "SELECT afgekeurd FROM verwerking WHERE herverdeling_id = ? AND datum <= ? ORDER BY datum", [id, op]
    ).fetchall()
    if withdrawn and withdrawn <= op:
        return "ingetrokken"
    if said:
        return "afgekeurd" if said[-1]["afgekeurd"] else "verwerkt"
    if begun and begun <= op:
        return "gemeld" if told.fetchone()[0] == 4 else "in werking"
    if any(row["geweigerd"] and row["besluit_op"] <= op for row in colleges):
        return "geweigerd"
    if all(row["bekendgemaakt_op"] and row["bekendgemaakt_op"] <= op for row in colleges):
        return "bekendgemaakt"
    if all(row["besluit_op"] and row["besluit_op"] <= op for row in colleges):
        return "besloten"
    asked = [day for row in colleges for day in (row["voorgelegd_op"], row["besluit_op"]) if day]
    return "ter besluitvorming" if asked and min(asked) <= op else "concept"


def naive_stand(ledger: Ledger, periode: Periode, day: datetime.date) -> tuple[dict[int, int], dict[int, int]]:
    """Per gemeente id the taakstelling known that day, and what agreements do to it."""
    op = day.isoformat()
    known: dict[int, int] = {}
    for id, aantal in ledger.db.execute(
        "SELECT gemeente_id, aantal FROM taakstelling JOIN taakstellingsversie AS v ON v.id = versie_id"
        " WHERE v.periode = ? AND v.datum <= ? ORDER BY v.datum",
        [str(periode), op],
    ):
        known[id] = aantal
    moved: dict[int, int] = {}
    for agreed in ledger.herverdelingen:
        said = sorted(
            (each for each in ledger.verwerkingen.where(herverdeling_id=agreed.id) if each.datum <= day),
            key=lambda each: each.datum,
        )
        if agreed.in_werking_op is None or agreed.in_werking_op > day or (said and said[-1].afgekeurd):
            continue
        if not agreed.periode <= periode <= (agreed.tot_en_met or agreed.periode):
            continue
        for deel in ledger.overdrachten.where(herverdeling_id=agreed.id):
            moved[deel.van_id] = moved.get(deel.van_id, 0) - deel.aantal
            moved[deel.naar_id] = moved.get(deel.naar_id, 0) + deel.aantal
    return known, moved


def frozen(ledger: Ledger) -> dict[int, Any]:
    """Of every agreement in force what may never change."""
    found = {}
    for (id,) in ledger.db.execute("SELECT id FROM herverdeling WHERE in_werking_op IS NOT NULL").fetchall():
        found[id] = [
            [tuple(row) for row in ledger.db.execute(f"SELECT {columns} FROM {table} WHERE {key} = ?", [id])]  # noqa: S608
            for table, key, columns in (
                ("herverdeling", "id", "*"),
                ("overdracht", "herverdeling_id", "*"),
                ("partij", "herverdeling_id", "*"),
                (
                    "behandeling",
                    "herverdeling_id",
                    "id, gemeente_id, voorgelegd_op, besluit_op, geweigerd, bekendgemaakt_op",
                ),
            )
        ]
    return found
