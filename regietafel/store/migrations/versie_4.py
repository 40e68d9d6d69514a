"""Documents: how they look, the user's own wording, what goes with them, and what was made.

``inhoud`` holds files by the sha-256 of what is in them. It is no part of the journal: an inhoud never changes, and
what no row refers to any more is cleared when the file is closed, and from every copy (``store/contents.py``).
"""

SQL = """
    CREATE TABLE inhoud (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE sjabloon (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        tekst TEXT NOT NULL REFERENCES inhoud,
        basis TEXT NOT NULL REFERENCES inhoud -- the standard wording from which it was changed
    ) STRICT;
    CREATE TABLE huisstijl (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER REFERENCES gemeente, -- of the table itself when there is none
        logo TEXT REFERENCES inhoud,
        logo_tekst TEXT NOT NULL,
        logo_breedte INTEGER NOT NULL CHECK (logo_breedte BETWEEN 15 AND 80), -- mm
        kleur TEXT NOT NULL CHECK (kleur = '' OR kleur GLOB '#' || replace('000000', '0', '[0-9A-F]')),
        letter TEXT NOT NULL, -- what the font is called, and under which licence it may be used
        letter_licentie TEXT NOT NULL,
        gewoon TEXT REFERENCES inhoud,
        vet TEXT REFERENCES inhoud,
        cursief TEXT REFERENCES inhoud,
        afzender TEXT NOT NULL,
        voettekst TEXT NOT NULL,
        venster TEXT NOT NULL CHECK (venster IN ('links', 'rechts')),
        bindmarge INTEGER NOT NULL CHECK (bindmarge BETWEEN 0 AND 20), -- mm
        word TEXT REFERENCES inhoud
    ) STRICT;
    CREATE UNIQUE INDEX huisstijl_van ON huisstijl (ifnull(gemeente_id, 0));
    CREATE TABLE bijlage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        titel TEXT NOT NULL CHECK (titel <> ''),
        bestandsnaam TEXT NOT NULL CHECK (bestandsnaam <> ''),
        inhoud TEXT NOT NULL REFERENCES inhoud,
        openbaar INTEGER NOT NULL CHECK (openbaar IN (0, 1))
    ) STRICT;
    CREATE TABLE weglating (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        grond TEXT NOT NULL, -- of the Woo; empty when it stays
        UNIQUE (herverdeling_id, tekst)
    ) STRICT;
    CREATE TABLE archiefstuk (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER REFERENCES herverdeling,
        onderwerp TEXT NOT NULL CHECK (onderwerp <> ''),
        soort TEXT NOT NULL CHECK (soort <> ''),
        voor TEXT NOT NULL,
        titel TEXT NOT NULL,
        bestandsnaam TEXT NOT NULL CHECK (bestandsnaam <> ''),
        vorm TEXT NOT NULL CHECK (vorm <> ''),
        openbaar INTEGER NOT NULL CHECK (openbaar IN (0, 1)),
        datum TEXT NOT NULL,
        gemaakt_op TEXT NOT NULL,
        sjabloon TEXT NOT NULL,
        sjabloon_sha TEXT NOT NULL,
        feiten TEXT NOT NULL REFERENCES inhoud,
        inhoud TEXT NOT NULL REFERENCES inhoud
    ) STRICT;
"""
