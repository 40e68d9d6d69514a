"""The foundation: the journal, the table, the figures and the agreements."""

SQL = """
    CREATE TABLE operation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        gebruiker TEXT NOT NULL,
        tijd TEXT NOT NULL,
        reverses INTEGER REFERENCES operation
    ) STRICT;
    CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        operation_id INTEGER NOT NULL REFERENCES operation,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT;
    CREATE INDEX change_operation ON change (operation_id);
    CREATE TRIGGER operation_kept BEFORE DELETE ON operation
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewist.'); END;
    CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
    CREATE TRIGGER change_kept BEFORE DELETE ON change
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewist.'); END;
    CREATE TRIGGER change_fixed BEFORE UPDATE ON change
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;

    CREATE TABLE regio (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
        naam TEXT NOT NULL CHECK (naam <> ''),
        provincie TEXT NOT NULL,
        veiligheidsregio TEXT NOT NULL,
        voorzitter TEXT NOT NULL,
        secretaris TEXT NOT NULL,
        postadres TEXT NOT NULL,
        postcode TEXT NOT NULL,
        plaats TEXT NOT NULL,
        e_mail TEXT NOT NULL,
        telefoon TEXT NOT NULL
    ) STRICT;
    CREATE TABLE gemeente (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gm_code TEXT NOT NULL UNIQUE,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        provincie TEXT NOT NULL,
        lid INTEGER NOT NULL CHECK (lid IN (0, 1)),
        postadres TEXT NOT NULL,
        postcode TEXT NOT NULL,
        plaats TEXT NOT NULL
    ) STRICT;
    CREATE TABLE adressaat (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sleutel TEXT NOT NULL,
        organisatie TEXT NOT NULL,
        onderdeel TEXT NOT NULL,
        postadres TEXT NOT NULL,
        postcode TEXT NOT NULL,
        plaats TEXT NOT NULL,
        geldig_vanaf TEXT,
        geldig_tot TEXT,
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;

    CREATE TABLE taakstellingsversie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        periode TEXT NOT NULL,
        datum TEXT NOT NULL,
        landelijk INTEGER CHECK (landelijk >= 0),
        bron TEXT NOT NULL,
        UNIQUE (periode, datum)
    ) STRICT;
    CREATE TABLE taakstelling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        versie_id INTEGER NOT NULL REFERENCES taakstellingsversie,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        amv INTEGER CHECK (amv BETWEEN 0 AND aantal),
        inwoners INTEGER CHECK (inwoners >= 0),
        UNIQUE (versie_id, gemeente_id)
    ) STRICT;
    CREATE TABLE realisatie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        aantal INTEGER NOT NULL,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode, peildatum)
    ) STRICT;
    CREATE TABLE beginstand (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode)
    ) STRICT;
    CREATE TABLE correctie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal <> 0),
        reden TEXT NOT NULL CHECK (reden <> ''),
        datum TEXT NOT NULL,
        bron TEXT NOT NULL
    ) STRICT;
    CREATE INDEX correctie_periode ON correctie (periode);

    CREATE TABLE herverdeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kenmerk TEXT NOT NULL UNIQUE,
        periode TEXT NOT NULL,
        toelichting TEXT NOT NULL,
        in_werking_op TEXT
    ) STRICT;
    CREATE TABLE overdracht (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        van_id INTEGER NOT NULL REFERENCES gemeente,
        naar_id INTEGER NOT NULL REFERENCES gemeente,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        CHECK (van_id <> naar_id),
        UNIQUE (herverdeling_id, van_id, naar_id)
    ) STRICT;
    CREATE TABLE partij (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        oud INTEGER NOT NULL CHECK (oud >= 0),
        UNIQUE (herverdeling_id, gemeente_id)
    ) STRICT;
    """ + "".join(
    f"""
    CREATE TRIGGER {table}_frozen_{event.lower()} BEFORE {event} ON {table}
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = {row}.{key} AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
    """
    for table, key in (("herverdeling", "id"), ("overdracht", "herverdeling_id"), ("partij", "herverdeling_id"))
    for event, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old"))
    if (table, event) != ("herverdeling", "INSERT")
)
