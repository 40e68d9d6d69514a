"""Pieces of SQL that more than one query needs."""

# What each overdracht does to either side: persons off for who hands over, persons on for who takes over.
DEEL = """
    deel AS (
        SELECT herverdeling_id, van_id AS gemeente_id, -aantal AS aantal FROM overdracht
        UNION ALL SELECT herverdeling_id, naar_id, aantal FROM overdracht)"""
# The taakstelling that counts: SQLite gives the columns of the row that holds the maximum.
NEWEST = """
    newest AS (
        SELECT versie.periode, gemeente_id, aantal, max(datum) AS datum FROM taakstelling
        JOIN taakstellingsversie AS versie ON versie.id = versie_id GROUP BY versie.periode, gemeente_id)"""
