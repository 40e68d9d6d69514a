"""The life of an agreement, and what stands beside it."""

SQL = (
    """
    ALTER TABLE herverdeling ADD COLUMN tot_en_met TEXT;
    ALTER TABLE herverdeling ADD COLUMN reden_langer TEXT NOT NULL DEFAULT '';
    ALTER TABLE herverdeling ADD COLUMN overleg TEXT NOT NULL DEFAULT '';
    ALTER TABLE herverdeling ADD COLUMN buiten_tafel INTEGER NOT NULL DEFAULT 0 CHECK (buiten_tafel IN (0, 1));
    ALTER TABLE herverdeling ADD COLUMN bezwaarclausule INTEGER NOT NULL DEFAULT 0 CHECK (bezwaarclausule IN (0, 1));
    ALTER TABLE herverdeling ADD COLUMN vervolg_op_id INTEGER REFERENCES herverdeling;
    ALTER TABLE herverdeling ADD COLUMN ingetrokken_op TEXT;
    ALTER TABLE herverdeling ADD COLUMN reden_intrekking TEXT NOT NULL DEFAULT '';
    CREATE TABLE behandeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        contact TEXT NOT NULL,
        voorgelegd_op TEXT,
        besluit_op TEXT,
        besluitnummer TEXT NOT NULL,
        ondertekenaar TEXT NOT NULL,
        geweigerd INTEGER NOT NULL CHECK (geweigerd = 0 OR geweigerd = 1 AND besluit_op IS NOT NULL AND reden <> ''),
        reden TEXT NOT NULL,
        bekendgemaakt_op TEXT CHECK (bekendgemaakt_op IS NULL OR geweigerd = 0 AND besluit_op <= bekendgemaakt_op),
        vindplaats TEXT NOT NULL,
        UNIQUE (herverdeling_id, gemeente_id)
    ) STRICT;
    CREATE TABLE kennisgeving (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        aan TEXT NOT NULL CHECK (aan IN ('coa', 'provincie', 'aenm', 'vro')),
        datum TEXT NOT NULL,
        wijze TEXT NOT NULL,
        ontvangst_op TEXT,
        UNIQUE (herverdeling_id, aan)
    ) STRICT;
    CREATE TABLE verwerking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        datum TEXT NOT NULL,
        afgekeurd INTEGER NOT NULL CHECK (afgekeurd = 0 OR afgekeurd = 1 AND reden <> ''),
        reden TEXT NOT NULL,
        UNIQUE (herverdeling_id, datum)
    ) STRICT;
    CREATE TRIGGER herverdeling_made BEFORE INSERT ON herverdeling WHEN new.in_werking_op IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'Een nieuwe herverdeling is nog niet in werking.'); END;
    CREATE TRIGGER herverdeling_complete BEFORE UPDATE ON herverdeling
        WHEN new.in_werking_op IS NOT NULL AND (new.ingetrokken_op IS NOT NULL OR EXISTS (
            SELECT 1 FROM (
                SELECT van_id AS gemeente_id FROM overdracht WHERE herverdeling_id = new.id
                UNION SELECT naar_id FROM overdracht WHERE herverdeling_id = new.id
            ) AS deelnemer WHERE NOT EXISTS (
                SELECT 1 FROM behandeling WHERE herverdeling_id = new.id
                AND gemeente_id = deelnemer.gemeente_id AND bekendgemaakt_op IS NOT NULL)))
        BEGIN SELECT RAISE(ABORT, 'Nog niet elk college heeft besloten en bekendgemaakt.'); END;
    CREATE TRIGGER behandeling_frozen_insert BEFORE INSERT ON behandeling
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        AND (new.besluit_op IS NOT NULL OR new.voorgelegd_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    CREATE TRIGGER behandeling_frozen_update BEFORE UPDATE ON behandeling
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        AND (old.herverdeling_id, old.gemeente_id, old.voorgelegd_op, old.besluit_op, old.geweigerd,
            old.bekendgemaakt_op)
        IS NOT (new.herverdeling_id, new.gemeente_id, new.voorgelegd_op, new.besluit_op, new.geweigerd,
            new.bekendgemaakt_op)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    CREATE TRIGGER behandeling_frozen_delete BEFORE DELETE ON behandeling
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        AND old.besluit_op IS NOT NULL
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    CREATE TABLE procestermijn (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        omschrijving TEXT NOT NULL CHECK (omschrijving <> ''),
        stap TEXT NOT NULL,
        na TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        eenheid TEXT NOT NULL CHECK (eenheid IN ('dag', 'week', 'maand')),
        geldig_vanaf TEXT,
        geldig_tot TEXT,
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
    CREATE TABLE koppelingoverdracht (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        van_id INTEGER NOT NULL REFERENCES gemeente,
        naar_id INTEGER NOT NULL REFERENCES gemeente,
        datum TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        grootte INTEGER NOT NULL CHECK (grootte > 0),
        toelichting TEXT NOT NULL,
        CHECK (van_id <> naar_id)
    ) STRICT;
    CREATE TABLE bestuurlijkeafspraak (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        datum TEXT NOT NULL,
        onderwerp TEXT NOT NULL CHECK (onderwerp <> ''),
        partijen TEXT NOT NULL,
        tekst TEXT NOT NULL CHECK (tekst <> '')
    ) STRICT;
    CREATE TABLE scenario (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        periode TEXT NOT NULL,
        toelichting TEXT NOT NULL
    ) STRICT;
    CREATE TABLE scenariodeel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        scenario_id INTEGER NOT NULL REFERENCES scenario,
        van_id INTEGER NOT NULL REFERENCES gemeente,
        naar_id INTEGER NOT NULL REFERENCES gemeente,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        waarom TEXT NOT NULL,
        CHECK (van_id <> naar_id),
        UNIQUE (scenario_id, van_id, naar_id)
    ) STRICT;
    CREATE TABLE grens (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        max_afstaan INTEGER CHECK (max_afstaan >= 0),
        max_overnemen INTEGER CHECK (max_overnemen >= 0),
        partners TEXT NOT NULL,
        minimum INTEGER CHECK (minimum > 0),
        toelichting TEXT NOT NULL,
        UNIQUE (gemeente_id, periode)
    ) STRICT;
    CREATE TABLE partij_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        oud INTEGER NOT NULL, -- may be below 0: lowered after an agreement, and mended by the next
        UNIQUE (herverdeling_id, gemeente_id)
    ) STRICT;
    INSERT INTO partij_new SELECT id, herverdeling_id, gemeente_id, oud FROM partij;
    DROP TABLE partij;
    ALTER TABLE partij_new RENAME TO partij;
    """
    + "".join(
        f"""
    CREATE TRIGGER partij_frozen_{event.lower()} BEFORE {event} ON partij
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = {row}.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    """
        for event, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old"))
    )
    + "".join(
        f"""
    CREATE TRIGGER {table}_frozen_move BEFORE UPDATE OF herverdeling_id ON {table}
        WHEN new.herverdeling_id <> old.herverdeling_id
        AND EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    """
        for table in ("overdracht", "partij", "behandeling")
    )
)
