"""The figures: inhabitants, what was read in, opvang, toezicht and the days of the year."""

SQL = """
    CREATE INDEX change_row ON change (table_name, row_id);
    CREATE TABLE inwoners (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gm_code TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gm_code, peildatum)
    ) STRICT;
    CREATE TABLE herindeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        oud TEXT NOT NULL UNIQUE,
        nieuw TEXT NOT NULL,
        datum TEXT NOT NULL,
        bron TEXT NOT NULL,
        CHECK (oud <> nieuw)
    ) STRICT;
    CREATE TABLE kolomindeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        soort TEXT NOT NULL,
        kenmerk TEXT NOT NULL,
        inhoud TEXT NOT NULL,
        UNIQUE (soort, kenmerk)
    ) STRICT;
    CREATE TABLE alias (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        gm_code TEXT NOT NULL
    ) STRICT;
    CREATE TABLE overzichtregel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        taakstelling INTEGER,
        beginstand INTEGER,
        opgave INTEGER,
        realisatie INTEGER,
        saldo INTEGER,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode, peildatum)
    ) STRICT;
    CREATE TABLE opvangcijfer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gebied TEXT NOT NULL,
        soort TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        opgave INTEGER CHECK (opgave >= 0),
        realisatie INTEGER CHECK (realisatie >= 0),
        verschil INTEGER,
        bron TEXT NOT NULL,
        UNIQUE (gebied, soort, peildatum)
    ) STRICT;
    CREATE TABLE trede (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        provincie TEXT NOT NULL,
        volgorde INTEGER NOT NULL CHECK (volgorde BETWEEN 1 AND 20),
        naam TEXT NOT NULL CHECK (naam <> ''),
        kleur TEXT NOT NULL,
        betekenis TEXT NOT NULL,
        geldig_vanaf TEXT,
        geldig_tot TEXT,
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
    CREATE TABLE oordeel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        datum TEXT NOT NULL,
        trede_id INTEGER NOT NULL REFERENCES trede,
        verschoonbaar INTEGER NOT NULL CHECK (verschoonbaar IN (0, 1)),
        reden TEXT NOT NULL CHECK (verschoonbaar = 0 OR reden <> ''),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode, datum)
    ) STRICT;
    CREATE TABLE termijn (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        omschrijving TEXT NOT NULL CHECK (omschrijving <> ''),
        maand INTEGER NOT NULL CHECK (maand BETWEEN 1 AND 12),
        dag INTEGER NOT NULL CHECK (dag BETWEEN 1 AND 31),
        geldig_vanaf TEXT,
        geldig_tot TEXT,
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
    """
