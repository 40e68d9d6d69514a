"""Every change ever made to the schema, oldest first. Append; never edit what was released.

``PRAGMA user_version`` is the number of entries a file has had.
"""

from regietafel.store.migrations import versie_1, versie_2, versie_3, versie_4

MIGRATIONS: tuple[str, ...] = (versie_1.SQL, versie_2.SQL, versie_3.SQL, versie_4.SQL)
