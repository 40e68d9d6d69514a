"""Overleg: series, meetings, agendas, lists, what parties sign up for, what is known, and who is written to."""

_PARTIJ = """gemeente_id INTEGER REFERENCES gemeente,
        organisatie TEXT NOT NULL CHECK ((gemeente_id IS NULL) = (organisatie <> ''))"""
_PUNT = """titel TEXT NOT NULL CHECK (titel <> ''),
        toelichting TEXT NOT NULL,
        minuten INTEGER CHECK (minuten BETWEEN 0 AND 600),
        soort TEXT NOT NULL CHECK (soort IN ('informatie', 'bespreking', 'besluit')),
        deel TEXT NOT NULL CHECK (deel IN
            ('', 'stand', 'opvang', 'herverdelingen', 'termijnen', 'acties', 'verslag'))"""
_ROLLEN = "'bestuurder', 'wethouder', 'ambtenaar', 'secretariaat', 'partner'"
_WANNEER = """begin TEXT NOT NULL CHECK (begin GLOB '[0-2][0-9]:[0-5][0-9]'),
        minuten INTEGER NOT NULL CHECK (minuten BETWEEN 5 AND 1439),
        locatie TEXT NOT NULL,
        link TEXT NOT NULL,
        voorzitter TEXT NOT NULL,
        secretaris TEXT NOT NULL"""

SQL = f"""
    CREATE TABLE overlegreeks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        soort TEXT NOT NULL CHECK (soort IN ('regietafel', 'vooroverleg', 'prt')),
        {_WANNEER},
        per_jaar INTEGER NOT NULL CHECK (per_jaar BETWEEN 1 AND 52),
        dagen_vooraf INTEGER NOT NULL CHECK (dagen_vooraf BETWEEN 0 AND 60),
        vakantieregio TEXT NOT NULL CHECK (vakantieregio IN ('', 'noord', 'midden', 'zuid'))
    ) STRICT;
    CREATE TABLE vastpunt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        volgorde INTEGER NOT NULL,
        {_PUNT},
        aan_einde INTEGER NOT NULL CHECK (aan_einde IN (0, 1))
    ) STRICT;
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {_PARTIJ},
        naam TEXT NOT NULL,
        functie TEXT NOT NULL,
        rol TEXT NOT NULL CHECK (rol IN ({_ROLLEN})),
        e_mail TEXT NOT NULL,
        telefoon TEXT NOT NULL,
        CHECK (naam <> '' OR e_mail <> '')
    ) STRICT;
    CREATE TABLE verzending (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        rol TEXT NOT NULL CHECK (rol IN ({_ROLLEN})),
        wijze TEXT NOT NULL CHECK (wijze IN ('lid', 'informatie')),
        UNIQUE (reeks_id, rol)
    ) STRICT;
    CREATE TABLE schoolvakantie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL CHECK (naam <> ''),
        regio TEXT NOT NULL CHECK (regio IN ('noord', 'midden', 'zuid')),
        begin TEXT NOT NULL,
        einde TEXT NOT NULL CHECK (begin <= einde),
        geldig_vanaf TEXT,
        geldig_tot TEXT CHECK (geldig_tot IS NULL OR geldig_vanaf IS NULL OR geldig_vanaf <= geldig_tot),
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
    CREATE TABLE overleg (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        datum TEXT NOT NULL,
        {_WANNEER},
        uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
        volgnummer INTEGER NOT NULL CHECK (volgnummer >= 0),
        opmerking TEXT NOT NULL,
        samengevoegd_id INTEGER REFERENCES overleg CHECK (samengevoegd_id <> id)
    ) STRICT;
    CREATE TABLE overlegstap (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        staat TEXT NOT NULL CHECK (staat IN
            ('concept', 'verzonden', 'bezig', 'verslag_concept', 'vastgesteld', 'vervallen')),
        tijd TEXT NOT NULL,
        toelichting TEXT NOT NULL
    ) STRICT;
    CREATE INDEX overlegstap_overleg ON overlegstap (overleg_id);
    CREATE TABLE agendapunt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        hoofdpunt_id INTEGER REFERENCES agendapunt CHECK (hoofdpunt_id <> id),
        volgorde INTEGER NOT NULL,
        {_PUNT},
        intern TEXT NOT NULL,
        inbrenger TEXT NOT NULL,
        vertrouwelijk INTEGER NOT NULL CHECK (vertrouwelijk IN (0, 1)),
        terugkerend INTEGER NOT NULL CHECK (terugkerend IN (0, 1)),
        besproken INTEGER NOT NULL CHECK (besproken IN (0, 1)),
        vastpunt_id INTEGER REFERENCES vastpunt,
        vorige_id INTEGER REFERENCES agendapunt CHECK (vorige_id <> id),
        verslag_van_id INTEGER REFERENCES overleg CHECK (verslag_van_id <> overleg_id),
        herverdeling_id INTEGER REFERENCES herverdeling,
        locatie_id INTEGER REFERENCES opvanglocatie,
        project_id INTEGER REFERENCES woonproject,
        actie_id INTEGER REFERENCES verslagregel
    ) STRICT;
    CREATE INDEX agendapunt_overleg ON agendapunt (overleg_id);
    CREATE INDEX agendapunt_vorige ON agendapunt (vorige_id);
    CREATE TABLE agendaversie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        nummer INTEGER NOT NULL CHECK (nummer > 0),
        verzonden_op TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        wijzigingen TEXT NOT NULL,
        inhoud TEXT NOT NULL REFERENCES inhoud,
        UNIQUE (overleg_id, nummer)
    ) STRICT;
    CREATE TABLE aanwezigheid (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        {_PARTIJ},
        naam TEXT NOT NULL,
        voorzitter INTEGER NOT NULL CHECK (voorzitter IN (0, 1)),
        aanwezig TEXT NOT NULL CHECK (aanwezig IN ('aanwezig', 'afwezig_mk', 'afwezig'))
    ) STRICT;
    CREATE INDEX aanwezigheid_overleg ON aanwezigheid (overleg_id);
    CREATE TABLE verslagregel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        agendapunt_id INTEGER REFERENCES agendapunt,
        soort TEXT NOT NULL CHECK (soort IN ('besluit', 'knelpunt', 'actie', 'notitie')),
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        thema TEXT NOT NULL,
        voor TEXT,
        gereed_op TEXT CHECK (gereed_op IS NULL OR soort = 'actie'),
        vraag TEXT NOT NULL, -- what is not certain yet
        invoer TEXT NOT NULL, -- as it was typed
        herverdeling_id INTEGER REFERENCES herverdeling,
        locatie_id INTEGER REFERENCES opvanglocatie,
        project_id INTEGER REFERENCES woonproject
    ) STRICT;
    CREATE INDEX verslagregel_overleg ON verslagregel (overleg_id);
    CREATE INDEX verslagregel_agendapunt ON verslagregel (agendapunt_id);
    CREATE TABLE actiehouder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER NOT NULL REFERENCES verslagregel,
        {_PARTIJ},
        UNIQUE (regel_id, gemeente_id, organisatie)
    ) STRICT;
    CREATE TABLE kennis (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        titel TEXT NOT NULL CHECK (titel <> ''),
        tekst TEXT NOT NULL,
        thema TEXT NOT NULL,
        bron TEXT NOT NULL,
        datum TEXT
    ) STRICT;
    CREATE TABLE kennislink (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER NOT NULL REFERENCES verslagregel,
        kennis_id INTEGER NOT NULL REFERENCES kennis,
        UNIQUE (regel_id, kennis_id)
    ) STRICT;
    CREATE TABLE intekenactie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        titel TEXT NOT NULL CHECK (titel <> ''),
        toelichting TEXT NOT NULL,
        thema TEXT NOT NULL,
        bron TEXT NOT NULL,
        voor TEXT
    ) STRICT;
    CREATE TABLE intekening (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        intekenactie_id INTEGER NOT NULL REFERENCES intekenactie,
        {_PARTIJ},
        rol TEXT NOT NULL CHECK (rol IN ('trekker', 'doet_mee')),
        toezegging TEXT NOT NULL,
        voor TEXT,
        staat TEXT NOT NULL CHECK (staat IN ('toegezegd', 'in_uitvoering', 'gereed', 'gestopt'))
    ) STRICT;
    CREATE TABLE voortgang (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER REFERENCES verslagregel,
        intekening_id INTEGER REFERENCES intekening,
        datum TEXT NOT NULL,
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        CHECK ((regel_id IS NULL) <> (intekening_id IS NULL))
    ) STRICT;
    CREATE INDEX voortgang_regel ON voortgang (regel_id);

    CREATE TABLE bijlage_6 (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER REFERENCES herverdeling,
        agendapunt_id INTEGER REFERENCES agendapunt,
        titel TEXT NOT NULL CHECK (titel <> ''),
        bestandsnaam TEXT NOT NULL CHECK (bestandsnaam <> ''),
        inhoud TEXT NOT NULL REFERENCES inhoud,
        openbaar INTEGER NOT NULL CHECK (openbaar IN (0, 1)),
        CHECK ((herverdeling_id IS NULL) <> (agendapunt_id IS NULL))
    ) STRICT;
    INSERT INTO bijlage_6 SELECT id, herverdeling_id, NULL, titel, bestandsnaam, inhoud, openbaar FROM bijlage;
    DROP TABLE bijlage;
    ALTER TABLE bijlage_6 RENAME TO bijlage;
    CREATE INDEX bijlage_agendapunt ON bijlage (agendapunt_id);
    CREATE TABLE weglating_6 (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER REFERENCES herverdeling,
        overleg_id INTEGER REFERENCES overleg,
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        grond TEXT NOT NULL, -- of the Woo; empty when it stays
        CHECK ((herverdeling_id IS NULL) <> (overleg_id IS NULL)),
        UNIQUE (herverdeling_id, tekst),
        UNIQUE (overleg_id, tekst)
    ) STRICT;
    INSERT INTO weglating_6 SELECT id, herverdeling_id, NULL, tekst, grond FROM weglating;
    DROP TABLE weglating;
    ALTER TABLE weglating_6 RENAME TO weglating;
    ALTER TABLE archiefstuk ADD COLUMN overleg_id INTEGER REFERENCES overleg;
"""
