"""Opvanglocaties and woonvormen: what is there, what is coming, what ends, and for whom."""

_GEGEVEN = """
        geldig_vanaf TEXT,
        geldig_tot TEXT CHECK (geldig_tot IS NULL OR geldig_vanaf IS NULL OR geldig_vanaf <= geldig_tot),
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT"""
_STATEN = "'idee', 'verkenning', 'collegebesluit', 'raadsbesluit', 'vergunning', 'in_aanbouw', 'open', 'gesloten'"
_MATEN = "'alleen', 'duo', '3-5', '6', '7+', 'amv', 'medisch'"

SQL = f"""
    CREATE TABLE norm (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sleutel TEXT NOT NULL CHECK (sleutel <> ''),
        omschrijving TEXT NOT NULL CHECK (omschrijving <> ''),
        waarde INTEGER NOT NULL CHECK (waarde > 0),
        eenheid TEXT NOT NULL,{_GEGEVEN}
    ) STRICT;
    CREATE TABLE zekerheid (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        staat TEXT NOT NULL UNIQUE CHECK (staat IN ({_STATEN})),
        zekerheid INTEGER NOT NULL CHECK (zekerheid BETWEEN 0 AND 100),{_GEGEVEN}
    ) STRICT;
    CREATE TABLE regeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL CHECK (naam <> ''),
        voorwaarden TEXT NOT NULL,
        woonvormen TEXT NOT NULL,
        bedrag INTEGER CHECK (bedrag >= 0),
        per TEXT NOT NULL CHECK (per IN ('woning', 'persoon', 'plek per dag', 'project')),
        minstens_personen INTEGER CHECK (minstens_personen >= 0),
        start_binnen INTEGER CHECK (start_binnen >= 0),
        open_vanaf TEXT,
        open_tot TEXT CHECK (open_tot IS NULL OR open_vanaf IS NULL OR open_vanaf <= open_tot),{_GEGEVEN}
    ) STRICT;
    CREATE TABLE opvanglocatie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        naam TEXT NOT NULL CHECK (naam <> ''),
        soort TEXT NOT NULL CHECK (soort IN ('azc', 'coa_noodopvang', 'crisisnoodopvang', 'oekraine',
            'amv_procesopvang', 'amv_kleinschalig', 'amv_nidos', 'rol')),
        capaciteit INTEGER CHECK (capaciteit BETWEEN 0 AND 20000),
        open_vanaf TEXT,
        open_tot TEXT CHECK (open_tot IS NULL OR open_vanaf IS NULL OR open_vanaf <= open_tot),
        overeenkomst_tot TEXT,
        doelgroep TEXT NOT NULL,
        hoofdlocatie_id INTEGER REFERENCES opvanglocatie CHECK (hoofdlocatie_id <> id),
        contact TEXT NOT NULL,
        bron TEXT NOT NULL,
        opmerking TEXT NOT NULL
    ) STRICT;
    CREATE TABLE bezetting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        locatie_id INTEGER NOT NULL REFERENCES opvanglocatie,
        peildatum TEXT NOT NULL,
        bezet INTEGER NOT NULL CHECK (bezet >= 0),
        bron TEXT NOT NULL,
        UNIQUE (locatie_id, peildatum)
    ) STRICT;
    CREATE TABLE opvanguitruil (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        van_id INTEGER NOT NULL REFERENCES gemeente,
        naar_id INTEGER NOT NULL REFERENCES gemeente CHECK (naar_id <> van_id),
        soort TEXT NOT NULL CHECK (soort IN ('oekraine', 'coa_regulier', 'coa_noodopvang', 'crisisnoodopvang',
            'amv_coa', 'amv_nidos')),
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        datum TEXT NOT NULL,
        bron TEXT NOT NULL
    ) STRICT;
    CREATE TABLE partner (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL CHECK (naam <> ''),
        contact TEXT NOT NULL
    ) STRICT;
    CREATE TABLE woonproject (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente, -- where it stands; for whom it counts: telgemeente
        naam TEXT NOT NULL CHECK (naam <> ''),
        soort TEXT NOT NULL CHECK (soort IN ('sociale_huur', 'flexwoning', 'tussenvoorziening', 'har',
            'doorstroomlocatie', 'transformatie', 'woningdelen', 'particuliere_huur', 'groot_gezin')),
        partner_id INTEGER REFERENCES partner,
        eenheden INTEGER CHECK (eenheden >= 0),
        personen INTEGER CHECK (personen >= 0),
        vergunninghouders INTEGER CHECK (vergunninghouders BETWEEN 0 AND ifnull(personen, vergunninghouders)),
        oplevering TEXT,
        einde TEXT CHECK (einde IS NULL OR oplevering IS NULL OR oplevering <= einde),
        plaats_tot TEXT CHECK (plaats_tot IS NULL OR oplevering IS NULL OR oplevering <= plaats_tot),
        daarna TEXT NOT NULL,
        regeling_id INTEGER REFERENCES regeling,
        bedrag INTEGER CHECK (bedrag >= 0),
        telt_mee TEXT NOT NULL CHECK (telt_mee = 'onbekend' OR telt_mee IN ('ja', 'nee') AND telt_mee_bron <> ''),
        telt_mee_bron TEXT NOT NULL,
        contact TEXT NOT NULL,
        bron TEXT NOT NULL,
        opmerking TEXT NOT NULL
    ) STRICT;
    CREATE TABLE telgemeente (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        personen INTEGER NOT NULL CHECK (personen > 0),
        UNIQUE (project_id, gemeente_id)
    ) STRICT;
    CREATE TABLE woningmaat (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        maat TEXT NOT NULL CHECK (maat IN ({_MATEN})),
        woningen INTEGER NOT NULL CHECK (woningen > 0),
        UNIQUE (project_id, maat)
    ) STRICT;
    CREATE TABLE harinstroom (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        begin TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        vertrokken INTEGER NOT NULL CHECK (vertrokken BETWEEN 0 AND aantal)
    ) STRICT;
    CREATE TABLE staatwissel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        locatie_id INTEGER REFERENCES opvanglocatie,
        project_id INTEGER REFERENCES woonproject,
        staat TEXT NOT NULL CHECK (staat IN ({_STATEN})),
        vanaf TEXT NOT NULL,
        toelichting TEXT NOT NULL,
        CHECK ((locatie_id IS NULL) <> (project_id IS NULL)),
        UNIQUE (locatie_id, vanaf),
        UNIQUE (project_id, vanaf)
    ) STRICT;
    CREATE TABLE koppelstand (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        peildatum TEXT NOT NULL,
        maat TEXT NOT NULL CHECK (maat IN ({_MATEN})),
        huishoudens INTEGER NOT NULL CHECK (huishoudens >= 0),
        woningen INTEGER NOT NULL CHECK (woningen >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, peildatum, maat)
    ) STRICT;
    CREATE TABLE doorlooptijd (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        maand TEXT NOT NULL CHECK (maand GLOB '*-01'),
        dagen INTEGER NOT NULL CHECK (dagen >= 0),
        huisvestingen INTEGER NOT NULL CHECK (huisvestingen >= 0),
        regioplaatsingen INTEGER NOT NULL CHECK (regioplaatsingen BETWEEN 0 AND huisvestingen),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, maand)
    ) STRICT;
    CREATE TABLE prestatieafspraak (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        partner_id INTEGER NOT NULL REFERENCES partner,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        jaar INTEGER NOT NULL CHECK (jaar BETWEEN 1990 AND 2200),
        doelgroep TEXT NOT NULL CHECK (doelgroep <> ''),
        woningen INTEGER CHECK (woningen >= 0),
        promille INTEGER CHECK (promille BETWEEN 0 AND 1000),
        aandeel INTEGER CHECK (aandeel BETWEEN 0 AND 100),
        aantal INTEGER CHECK (aantal >= 0),
        gerealiseerd INTEGER CHECK (gerealiseerd >= 0),
        bron TEXT NOT NULL,
        CHECK (aandeel IS NOT NULL OR aantal IS NOT NULL),
        UNIQUE (partner_id, gemeente_id, jaar, doelgroep)
    ) STRICT;
    CREATE TABLE aandachtsgroep (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        jaar INTEGER NOT NULL CHECK (jaar BETWEEN 1990 AND 2200),
        groep TEXT NOT NULL CHECK (groep <> ''),
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, jaar, groep)
    ) STRICT;
"""
