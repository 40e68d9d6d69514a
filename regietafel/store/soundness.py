"""What no operation of ours can have written, though every row by itself can be: someone else changed the file."""

from __future__ import annotations

import sqlite3

_DEELNEMER = """
    deelnemer AS (
        SELECT herverdeling_id, van_id AS gemeente_id FROM overdracht
        UNION SELECT herverdeling_id, naar_id FROM overdracht)"""
_IMPOSSIBLE = (
    "SELECT 1 FROM herverdeling WHERE vervolg_op_id >= id",  # one follows an older one, so never itself
    "SELECT 1 FROM herverdeling WHERE in_werking_op IS NOT NULL AND ingetrokken_op IS NOT NULL",
    "SELECT 1 FROM herverdeling WHERE id NOT IN (SELECT herverdeling_id FROM overdracht)",
    f"""
    WITH {_DEELNEMER}
    SELECT 1 FROM behandeling
    WHERE (herverdeling_id, gemeente_id) NOT IN (SELECT herverdeling_id, gemeente_id FROM deelnemer)""",
    # In force the numbers are frozen; until then the taakstelling must be there.
    f"""
    WITH {_DEELNEMER}
    SELECT 1 FROM deelnemer JOIN herverdeling ON herverdeling.id = herverdeling_id
    WHERE CASE WHEN in_werking_op IS NULL THEN NOT EXISTS (
        SELECT 1 FROM taakstellingsversie AS versie JOIN taakstelling ON versie_id = versie.id
        WHERE versie.periode = herverdeling.periode AND taakstelling.gemeente_id = deelnemer.gemeente_id)
    ELSE NOT EXISTS (
        SELECT 1 FROM partij
        WHERE partij.herverdeling_id = herverdeling.id AND partij.gemeente_id = deelnemer.gemeente_id) END""",
    # A location that others belong to belongs to none itself; so no location belongs to itself in a roundabout way.
    """
    SELECT 1 FROM opvanglocatie AS klein JOIN opvanglocatie AS hoofd ON hoofd.id = klein.hoofdlocatie_id
    WHERE hoofd.hoofdlocatie_id IS NOT NULL""",
    """
    SELECT 1 FROM woonproject JOIN telgemeente ON project_id = woonproject.id
    GROUP BY woonproject.id HAVING sum(telgemeente.personen) IS NOT vergunninghouders""",
    """
    SELECT 1 FROM woonproject JOIN woningmaat ON project_id = woonproject.id
    GROUP BY woonproject.id HAVING sum(woningen) > eenheden""",
    # Points are of their own meeting and go one level deep; what comes back does not come from itself.
    """
    SELECT 1 FROM agendapunt AS punt JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id
    WHERE hoofd.hoofdpunt_id IS NOT NULL OR hoofd.overleg_id <> punt.overleg_id""",
    """
    WITH RECURSIVE begonnen (id) AS (
        SELECT id FROM agendapunt WHERE vorige_id IS NULL
        UNION SELECT agendapunt.id FROM agendapunt JOIN begonnen ON vorige_id = begonnen.id)
    SELECT 1 FROM agendapunt WHERE id NOT IN begonnen""",
    """
    SELECT 1 FROM verslagregel AS regel JOIN agendapunt AS punt ON punt.id = regel.agendapunt_id
    WHERE punt.overleg_id <> regel.overleg_id""",
    "SELECT 1 FROM actiehouder JOIN verslagregel ON verslagregel.id = regel_id WHERE soort <> 'actie'",
    "SELECT 1 FROM harinstroom JOIN woonproject ON woonproject.id = project_id WHERE soort <> 'har'",
)


def is_sound(db: sqlite3.Connection) -> bool:
    """Whether the rows of the tables agree with each other."""
    return not any(db.execute(f"{sql} LIMIT 1").fetchone() for sql in _IMPOSSIBLE)
