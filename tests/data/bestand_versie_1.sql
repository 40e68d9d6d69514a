PRAGMA application_id = 1380406342;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "adressaat" VALUES(1,'coa','COA','','','','',NULL,NULL,'',NULL);
CREATE TABLE beginstand (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode)
    ) STRICT;
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        operation_id INTEGER NOT NULL REFERENCES operation,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT;
INSERT INTO "change" VALUES(1,1,'regio',1,NULL,'{"id":1,"naam":"Regietafel Twente","provincie":"","veiligheidsregio":"","voorzitter":"","secretaris":"","postadres":"","postcode":"","plaats":"","e_mail":"","telefoon":""}');
INSERT INTO "change" VALUES(2,1,'gemeente',1,NULL,'{"id":1,"gm_code":"GM0141","naam":"Almelo","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(3,1,'gemeente',2,NULL,'{"id":2,"gm_code":"GM0147","naam":"Borne","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(4,1,'gemeente',3,NULL,'{"id":3,"gm_code":"GM0153","naam":"Enschede","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(5,1,'adressaat',1,NULL,'{"id":1,"sleutel":"coa","organisatie":"COA","onderdeel":"","postadres":"","postcode":"","plaats":"","geldig_vanaf":null,"geldig_tot":null,"bron":"","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(6,2,'taakstellingsversie',1,NULL,'{"id":1,"periode":"2023-II","datum":"2023-05-02","landelijk":27300,"bron":"circulaire"}');
INSERT INTO "change" VALUES(7,2,'taakstelling',1,NULL,'{"id":1,"versie_id":1,"gemeente_id":1,"aantal":113,"amv":9,"inwoners":73155}');
INSERT INTO "change" VALUES(8,2,'taakstelling',2,NULL,'{"id":2,"versie_id":1,"gemeente_id":2,"aantal":38,"amv":0,"inwoners":24007}');
INSERT INTO "change" VALUES(9,2,'taakstelling',3,NULL,'{"id":3,"versie_id":1,"gemeente_id":3,"aantal":248,"amv":20,"inwoners":160640}');
INSERT INTO "change" VALUES(10,3,'herverdeling',1,NULL,'{"id":1,"kenmerk":"HV-2023-II-01","periode":"2023-II","toelichting":"","in_werking_op":null}');
INSERT INTO "change" VALUES(11,3,'overdracht',1,NULL,'{"id":1,"herverdeling_id":1,"van_id":3,"naar_id":2,"aantal":10}');
CREATE TABLE correctie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal <> 0),
        reden TEXT NOT NULL CHECK (reden <> ''),
        datum TEXT NOT NULL,
        bron TEXT NOT NULL
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
INSERT INTO "gemeente" VALUES(1,'GM0141','Almelo','Overijssel',1,'','','');
INSERT INTO "gemeente" VALUES(2,'GM0147','Borne','Overijssel',1,'','','');
INSERT INTO "gemeente" VALUES(3,'GM0153','Enschede','Overijssel',1,'','','');
CREATE TABLE herverdeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kenmerk TEXT NOT NULL UNIQUE,
        periode TEXT NOT NULL,
        toelichting TEXT NOT NULL,
        in_werking_op TEXT
    ) STRICT;
INSERT INTO "herverdeling" VALUES(1,'HV-2023-II-01','2023-II','',NULL);
CREATE TABLE operation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        gebruiker TEXT NOT NULL,
        tijd TEXT NOT NULL,
        reverses INTEGER REFERENCES operation
    ) STRICT;
INSERT INTO "operation" VALUES(1,'Regio gemaakt: Regietafel Twente','gebruiker','2026-11-21T02:53:30+00:00',NULL);
INSERT INTO "operation" VALUES(2,'Taakstelling ingelezen: 2023-II','gebruiker','2026-11-21T02:53:30+00:00',NULL);
INSERT INTO "operation" VALUES(3,'Herverdeling HV-2023-II-01 gemaakt','gebruiker','2026-11-21T02:53:30+00:00',NULL);
CREATE TABLE overdracht (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        van_id INTEGER NOT NULL REFERENCES gemeente,
        naar_id INTEGER NOT NULL REFERENCES gemeente,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        CHECK (van_id <> naar_id),
        UNIQUE (herverdeling_id, van_id, naar_id)
    ) STRICT;
INSERT INTO "overdracht" VALUES(1,1,3,2,10);
CREATE TABLE partij (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        oud INTEGER NOT NULL CHECK (oud >= 0),
        UNIQUE (herverdeling_id, gemeente_id)
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
INSERT INTO "regio" VALUES(1,'Regietafel Twente','','','','','','','','','');
CREATE TABLE taakstelling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        versie_id INTEGER NOT NULL REFERENCES taakstellingsversie,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        amv INTEGER CHECK (amv BETWEEN 0 AND aantal),
        inwoners INTEGER CHECK (inwoners >= 0),
        UNIQUE (versie_id, gemeente_id)
    ) STRICT;
INSERT INTO "taakstelling" VALUES(1,1,1,113,9,73155);
INSERT INTO "taakstelling" VALUES(2,1,2,38,0,24007);
INSERT INTO "taakstelling" VALUES(3,1,3,248,20,160640);
CREATE TABLE taakstellingsversie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        periode TEXT NOT NULL,
        datum TEXT NOT NULL,
        landelijk INTEGER CHECK (landelijk >= 0),
        bron TEXT NOT NULL,
        UNIQUE (periode, datum)
    ) STRICT;
INSERT INTO "taakstellingsversie" VALUES(1,'2023-II','2023-05-02',27300,'circulaire');
CREATE INDEX change_operation ON change (operation_id);
CREATE TRIGGER operation_kept BEFORE DELETE ON operation
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewist.'); END;
CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewist.'); END;
CREATE TRIGGER change_fixed BEFORE UPDATE ON change
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE INDEX correctie_periode ON correctie (periode);
CREATE TRIGGER herverdeling_frozen_update BEFORE UPDATE ON herverdeling
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER herverdeling_frozen_delete BEFORE DELETE ON herverdeling
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER overdracht_frozen_insert BEFORE INSERT ON overdracht
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER overdracht_frozen_update BEFORE UPDATE ON overdracht
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER overdracht_frozen_delete BEFORE DELETE ON overdracht
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER partij_frozen_insert BEFORE INSERT ON partij
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER partij_frozen_update BEFORE UPDATE ON partij
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER partij_frozen_delete BEFORE DELETE ON partij
        WHEN EXISTS (SELECT 1 FROM herverdeling WHERE id = old.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('operation',3);
INSERT INTO "sqlite_sequence" VALUES('change',11);
INSERT INTO "sqlite_sequence" VALUES('regio',1);
INSERT INTO "sqlite_sequence" VALUES('gemeente',3);
INSERT INTO "sqlite_sequence" VALUES('adressaat',1);
INSERT INTO "sqlite_sequence" VALUES('taakstellingsversie',1);
INSERT INTO "sqlite_sequence" VALUES('taakstelling',3);
INSERT INTO "sqlite_sequence" VALUES('herverdeling',1);
INSERT INTO "sqlite_sequence" VALUES('overdracht',1);
COMMIT;
