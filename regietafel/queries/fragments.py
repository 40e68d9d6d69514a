"""Pieces of SQL, and what comes out of it, that more than one query needs."""

from __future__ import annotations

import datetime

# What each overdracht does to either side: persons off for who hands over, persons on for who takes over.
DEEL = """
    deel AS (
        SELECT herverdeling_id, van_id AS gemeente_id, -aantal AS aantal FROM overdracht
        UNION ALL SELECT herverdeling_id, naar_id, aantal FROM overdracht)"""
# The agreements that counted on the day :op: in force, and not rejected by what the COA had last said.
GELDEND = """
    geldend AS (
        SELECT id, kenmerk, periode, coalesce(tot_en_met, periode) AS laatste, in_werking_op FROM herverdeling
        WHERE in_werking_op <= :op AND NOT coalesce((
            SELECT afgekeurd FROM verwerking WHERE herverdeling_id = herverdeling.id AND datum <= :op
            ORDER BY datum DESC LIMIT 1), 0))"""
# The agreements that are still on their way on the day :op: neither in force, nor refused, nor withdrawn.
LOPEND = """
    lopend AS (
        SELECT id, kenmerk, periode, coalesce(tot_en_met, periode) AS laatste FROM herverdeling
        WHERE (in_werking_op IS NULL OR in_werking_op > :op) AND (ingetrokken_op IS NULL OR ingetrokken_op > :op)
        AND NOT EXISTS (
            SELECT 1 FROM behandeling WHERE herverdeling_id = herverdeling.id AND geweigerd AND besluit_op <= :op))"""
# The taakstelling of the half-year :periode that counted on the day :op, or the newest of all where none was published
# by then: SQLite gives the columns of the row that holds the maximum.
NEWEST = """
    newest AS (
        SELECT gemeente_id, aantal, datum, max((datum <= :op) || datum) FROM taakstelling
        JOIN taakstellingsversie AS versie ON versie.id = versie_id
        WHERE versie.periode = :periode GROUP BY gemeente_id)"""
END_OF_TIME = "9999-12-31"
# Of a point, or of what is at it: whether it, or the point it is under, is confidential.
VERTROUWELIJK = "coalesce(punt.vertrouwelijk OR hoofd.vertrouwelijk, punt.vertrouwelijk, 0) AS vertrouwelijk"
# Of a row of a list: an action that was not done on the day :op.
OPEN_ACTIE = "(verslagregel.soort = 'actie' AND (gereed_op IS NULL OR gereed_op > :op))"


def stored_day(text: str | None) -> datetime.date | None:
    """A day as SQLite keeps it."""
    return datetime.date.fromisoformat(text) if text else None
