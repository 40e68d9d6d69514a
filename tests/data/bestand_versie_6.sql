PRAGMA application_id = 1380406342;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE aandachtsgroep (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        jaar INTEGER NOT NULL CHECK (jaar BETWEEN 1990 AND 2200),
        groep TEXT NOT NULL CHECK (groep <> ''),
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, jaar, groep)
    ) STRICT;
INSERT INTO "aandachtsgroep" VALUES(1,1,2023,'uitstroom beschermd wonen',14,'');
CREATE TABLE aanwezigheid (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        gemeente_id INTEGER REFERENCES gemeente,
        organisatie TEXT NOT NULL CHECK ((gemeente_id IS NULL) = (organisatie <> '')),
        naam TEXT NOT NULL,
        voorzitter INTEGER NOT NULL CHECK (voorzitter IN (0, 1)),
        aanwezig TEXT NOT NULL CHECK (aanwezig IN ('aanwezig', 'afwezig_mk', 'afwezig'))
    ) STRICT;
INSERT INTO "aanwezigheid" VALUES(1,1,1,'','burgemeester van Almelo',0,'aanwezig');
CREATE TABLE actiehouder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER NOT NULL REFERENCES verslagregel,
        gemeente_id INTEGER REFERENCES gemeente,
        organisatie TEXT NOT NULL CHECK ((gemeente_id IS NULL) = (organisatie <> '')),
        UNIQUE (regel_id, gemeente_id, organisatie)
    ) STRICT;
INSERT INTO "actiehouder" VALUES(1,3,1,'');
INSERT INTO "actiehouder" VALUES(2,3,NULL,'COA');
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
INSERT INTO "adressaat" VALUES(1,'coa','Centraal Orgaan opvang asielzoekers (COA)','unit Plaatsing','Postbus 30203','2500 GE','Den Haag',NULL,NULL,'nog niet nagegaan bij het COA; controleer dit adres vóór verzending',NULL);
INSERT INTO "adressaat" VALUES(2,'aenm','Ministerie van Asiel en Migratie','','','','',NULL,NULL,'nog niet nagegaan; vul het postadres in en controleer het vóór verzending',NULL);
INSERT INTO "adressaat" VALUES(3,'vro','Ministerie van Volkshuisvesting en Ruimtelijke Ordening','','','','',NULL,NULL,'nog niet nagegaan; vul het postadres in en controleer het vóór verzending',NULL);
INSERT INTO "adressaat" VALUES(4,'provincie Overijssel','Gedeputeerde staten van Overijssel','','','','',NULL,NULL,'nog niet nagegaan; vul het postadres in en controleer het vóór verzending',NULL);
CREATE TABLE agendapunt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        hoofdpunt_id INTEGER REFERENCES agendapunt CHECK (hoofdpunt_id <> id),
        volgorde INTEGER NOT NULL,
        titel TEXT NOT NULL CHECK (titel <> ''),
        toelichting TEXT NOT NULL,
        minuten INTEGER CHECK (minuten BETWEEN 0 AND 600),
        soort TEXT NOT NULL CHECK (soort IN ('informatie', 'bespreking', 'besluit')),
        deel TEXT NOT NULL CHECK (deel IN
            ('', 'stand', 'opvang', 'herverdelingen', 'termijnen', 'acties', 'verslag')),
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
INSERT INTO "agendapunt" VALUES(1,1,NULL,1,'Opening en vaststellen agenda','',5,'besluit','','','',0,1,1,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(2,1,NULL,2,'Stand van zaken taakstelling en opvangplekken','',15,'informatie','opvang','','',0,1,1,2,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(3,1,NULL,3,'Actualiteiten','',10,'informatie','','','',0,1,0,3,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(4,1,NULL,4,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,5,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(5,1,NULL,5,'Terugkoppeling PRT','',5,'informatie','','','',0,1,0,6,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(6,1,NULL,6,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,7,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(7,2,NULL,1,'Opening en vaststellen agenda','',5,'besluit','','','',0,1,0,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(8,2,NULL,2,'Stand van zaken taakstelling en opvangplekken','',15,'informatie','opvang','','',0,1,0,2,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(9,2,NULL,5,'Actualiteiten','',10,'informatie','','','',0,1,0,3,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(10,2,NULL,6,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,5,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(11,2,NULL,7,'Terugkoppeling PRT','',5,'informatie','','','',0,1,0,6,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(12,2,NULL,8,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,7,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(14,3,NULL,2,'Stand van zaken taakstelling en opvangplekken','',15,'informatie','opvang','','',0,1,0,2,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(15,3,NULL,3,'Actualiteiten','',10,'informatie','','','',0,1,0,3,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(16,3,NULL,4,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,5,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(17,3,NULL,5,'Terugkoppeling PRT','',5,'informatie','','','',0,1,0,6,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(18,3,NULL,6,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,7,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(19,4,NULL,1,'Opening en vaststellen agenda','',5,'besluit','','','',0,1,0,8,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(20,4,NULL,2,'Stand van zaken taakstelling','',15,'informatie','stand','','',0,1,0,9,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(21,4,NULL,3,'Voorbereiding van de regietafel','',30,'bespreking','','','',0,1,0,10,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(22,4,NULL,4,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,12,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(23,4,NULL,5,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,13,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(24,5,NULL,1,'Opening en vaststellen agenda','',5,'besluit','','','',0,1,0,8,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(25,5,NULL,2,'Stand van zaken taakstelling','',15,'informatie','stand','','',0,1,0,9,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(26,5,NULL,3,'Voorbereiding van de regietafel','',30,'bespreking','','','',0,1,0,10,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(27,5,NULL,5,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,12,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(28,5,NULL,6,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,13,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(29,6,NULL,1,'Opening en vaststellen agenda','',5,'besluit','','','',0,1,0,8,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(30,6,NULL,2,'Stand van zaken taakstelling','',15,'informatie','stand','','',0,1,0,9,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(31,6,NULL,3,'Voorbereiding van de regietafel','',30,'bespreking','','','',0,1,0,10,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(32,6,NULL,6,'Openstaande acties','',10,'bespreking','acties','','',0,1,0,12,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(33,6,NULL,7,'Wat verder ter tafel komt','',5,'informatie','','','',0,1,0,13,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(34,5,NULL,4,'Verslag van 5 juni 2023 vaststellen','',5,'besluit','verslag','','',0,0,0,11,NULL,4,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(35,6,NULL,4,'Verslag van 5 juni 2023 vaststellen','',5,'besluit','verslag','','',0,0,0,11,NULL,4,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(36,6,NULL,5,'Verslag van 5 september 2023 vaststellen','',5,'besluit','verslag','','',0,0,0,11,NULL,5,NULL,NULL,NULL,NULL);
INSERT INTO "agendapunt" VALUES(37,2,NULL,3,'Flexwoningen','',NULL,'bespreking','','','',0,0,0,NULL,NULL,NULL,NULL,1,1,NULL);
INSERT INTO "agendapunt" VALUES(38,2,37,4,'Financiering','',NULL,'bespreking','','','',0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "agendaversie" VALUES(1,3,1,'2023-09-05','2023-09-05','','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
CREATE TABLE alias (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        gm_code TEXT NOT NULL
    ) STRICT;
INSERT INTO "alias" VALUES(1,'Bornne','GM0147');
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
    , overleg_id INTEGER REFERENCES overleg) STRICT;
INSERT INTO "archiefstuk" VALUES(1,1,'HV-2023-II-01','besluit','Borne','Besluit','HV-2023-II-01 Besluit Borne.pdf','pdf',0,'2023-09-01','2023-09-01T10:00:00+02:00','','','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a','86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',NULL);
CREATE TABLE beginstand (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode)
    ) STRICT;
INSERT INTO "beginstand" VALUES(1,2,'2023-II',5,'');
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
INSERT INTO "behandeling" VALUES(1,2,3,'',NULL,'2023-09-01','B1','',0,'','2023-09-01','Gemeenteblad 2023, 1');
INSERT INTO "behandeling" VALUES(2,2,1,'',NULL,'2023-09-01','B1','',0,'','2023-09-01','Gemeenteblad 2023, 1');
CREATE TABLE bestuurlijkeafspraak (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        datum TEXT NOT NULL,
        onderwerp TEXT NOT NULL CHECK (onderwerp <> ''),
        partijen TEXT NOT NULL,
        tekst TEXT NOT NULL CHECK (tekst <> '')
    ) STRICT;
INSERT INTO "bestuurlijkeafspraak" VALUES(1,'2023-09-01','opvang','Almelo','te bespreken');
CREATE TABLE bezetting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        locatie_id INTEGER NOT NULL REFERENCES opvanglocatie,
        peildatum TEXT NOT NULL,
        bezet INTEGER NOT NULL CHECK (bezet >= 0),
        bron TEXT NOT NULL,
        UNIQUE (locatie_id, peildatum)
    ) STRICT;
INSERT INTO "bezetting" VALUES(1,1,'2023-09-01',280,'');
CREATE TABLE "bijlage" (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER REFERENCES herverdeling,
        agendapunt_id INTEGER REFERENCES agendapunt,
        titel TEXT NOT NULL CHECK (titel <> ''),
        bestandsnaam TEXT NOT NULL CHECK (bestandsnaam <> ''),
        inhoud TEXT NOT NULL REFERENCES inhoud,
        openbaar INTEGER NOT NULL CHECK (openbaar IN (0, 1)),
        CHECK ((herverdeling_id IS NULL) <> (agendapunt_id IS NULL))
    ) STRICT;
INSERT INTO "bijlage" VALUES(1,1,NULL,'Brief','brief.pdf','86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',0);
INSERT INTO "bijlage" VALUES(2,NULL,1,'Kaart','kaart.png','796120837694d3f3f29259cfeb25091698c2a0aa87873658d840b4993ee889b3',0);
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        operation_id INTEGER NOT NULL REFERENCES operation,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT;
INSERT INTO "change" VALUES(1,1,'regio',1,NULL,'{"id":1,"naam":"Regietafel Twente","provincie":"Overijssel","veiligheidsregio":"","voorzitter":"","secretaris":"","postadres":"","postcode":"","plaats":"","e_mail":"","telefoon":""}');
INSERT INTO "change" VALUES(2,1,'gemeente',1,NULL,'{"id":1,"gm_code":"GM0141","naam":"Almelo","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(3,1,'gemeente',2,NULL,'{"id":2,"gm_code":"GM0147","naam":"Borne","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(4,1,'gemeente',3,NULL,'{"id":3,"gm_code":"GM0153","naam":"Enschede","provincie":"Overijssel","lid":1,"postadres":"","postcode":"","plaats":""}');
INSERT INTO "change" VALUES(5,1,'adressaat',1,NULL,'{"id":1,"sleutel":"coa","organisatie":"Centraal Orgaan opvang asielzoekers (COA)","onderdeel":"unit Plaatsing","postadres":"Postbus 30203","postcode":"2500 GE","plaats":"Den Haag","geldig_vanaf":null,"geldig_tot":null,"bron":"nog niet nagegaan bij het COA; controleer dit adres vóór verzending","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(6,1,'adressaat',2,NULL,'{"id":2,"sleutel":"aenm","organisatie":"Ministerie van Asiel en Migratie","onderdeel":"","postadres":"","postcode":"","plaats":"","geldig_vanaf":null,"geldig_tot":null,"bron":"nog niet nagegaan; vul het postadres in en controleer het vóór verzending","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(7,1,'adressaat',3,NULL,'{"id":3,"sleutel":"vro","organisatie":"Ministerie van Volkshuisvesting en Ruimtelijke Ordening","onderdeel":"","postadres":"","postcode":"","plaats":"","geldig_vanaf":null,"geldig_tot":null,"bron":"nog niet nagegaan; vul het postadres in en controleer het vóór verzending","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(8,1,'adressaat',4,NULL,'{"id":4,"sleutel":"provincie Overijssel","organisatie":"Gedeputeerde staten van Overijssel","onderdeel":"","postadres":"","postcode":"","plaats":"","geldig_vanaf":null,"geldig_tot":null,"bron":"nog niet nagegaan; vul het postadres in en controleer het vóór verzending","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(9,1,'herindeling',1,NULL,'{"id":1,"oud":"GM1696","nieuw":"GM0402","datum":"2027-01-01","bron":"voorgenomen herindeling Wijdemeren en Hilversum per 1 januari 2027; controleer of zij is vastgesteld"}');
INSERT INTO "change" VALUES(10,1,'trede',1,NULL,'{"id":1,"provincie":"Overijssel","volgorde":1,"naam":"monitoren","kleur":"groen","betekenis":"De provincie volgt de cijfers.","geldig_vanaf":null,"geldig_tot":null,"bron":"indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(11,1,'trede',2,NULL,'{"id":2,"provincie":"Overijssel","volgorde":2,"naam":"ambtelijk gesprek","kleur":"oranje","betekenis":"De provincie volgt de cijfers en voert een ambtelijk gesprek.","geldig_vanaf":null,"geldig_tot":null,"bron":"indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(12,1,'trede',3,NULL,'{"id":3,"provincie":"Overijssel","volgorde":3,"naam":"bestuurlijk gesprek","kleur":"rood","betekenis":"De provincie volgt de cijfers, voert een ambtelijk gesprek en een bestuurlijk gesprek.","geldig_vanaf":null,"geldig_tot":null,"bron":"indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(13,1,'trede',4,NULL,'{"id":4,"provincie":"","volgorde":1,"naam":"signaleren","kleur":"","betekenis":"De provincie ziet dat de taakstelling mogelijk niet wordt gehaald.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(14,1,'trede',5,NULL,'{"id":5,"provincie":"","volgorde":2,"naam":"informatie opvragen en nagaan","kleur":"","betekenis":"De provincie vraagt de gemeente om uitleg en gaat na of de cijfers kloppen.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(15,1,'trede',6,NULL,'{"id":6,"provincie":"","volgorde":3,"naam":"afspraken maken","kleur":"","betekenis":"Provincie en gemeente spreken af wat de gemeente doet, voor welke dag en wat er anders volgt.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(16,1,'trede',7,NULL,'{"id":7,"provincie":"","volgorde":4,"naam":"vooraankondiging","kleur":"","betekenis":"De provincie kondigt aan dat zij de taak gaat overnemen als de gemeente haar afspraken niet nakomt.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(17,1,'trede',8,NULL,'{"id":8,"provincie":"","volgorde":5,"naam":"besluit met laatste termijn","kleur":"","betekenis":"De provincie besluit de taak over te nemen en geeft de gemeente nog één termijn om haar zelf uit te voeren.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(18,1,'trede',9,NULL,'{"id":9,"provincie":"","volgorde":6,"naam":"indeplaatsstelling","kleur":"","betekenis":"De provincie huisvest namens en op kosten van de gemeente.","geldig_vanaf":null,"geldig_tot":null,"bron":"Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(19,1,'termijn',1,NULL,'{"id":1,"omschrijving":"Taakstelling van het tweede halfjaar: uiterste dag van publicatie","maand":4,"dag":1,"geldig_vanaf":null,"geldig_tot":null,"bron":"Huisvestingswet 2014, art. 29: minstens 13 weken vooraf; komt vaak later","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(20,1,'termijn',2,NULL,'{"id":2,"omschrijving":"Taakstelling van het eerste halfjaar van volgend jaar: uiterste dag van publicatie","maand":10,"dag":1,"geldig_vanaf":null,"geldig_tot":null,"bron":"Huisvestingswet 2014, art. 29: minstens 13 weken vooraf; komt vaak later","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(21,1,'termijn',3,NULL,'{"id":3,"omschrijving":"Einde van het eerste halfjaar","maand":6,"dag":30,"geldig_vanaf":null,"geldig_tot":null,"bron":"kalenderhalfjaar","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(22,1,'termijn',4,NULL,'{"id":4,"omschrijving":"Einde van het tweede halfjaar","maand":12,"dag":31,"geldig_vanaf":null,"geldig_tot":null,"bron":"kalenderhalfjaar","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(23,1,'termijn',5,NULL,'{"id":5,"omschrijving":"Capaciteitsraming en provinciale opvangopgave (rond deze dag)","maand":2,"dag":1,"geldig_vanaf":"2024-02-01","geldig_tot":null,"bron":"Spreidingswet","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(24,1,'termijn',6,NULL,'{"id":6,"omschrijving":"Verslag van de provincie aan de minister","maand":11,"dag":1,"geldig_vanaf":"2024-02-01","geldig_tot":null,"bron":"Spreidingswet","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(25,1,'termijn',7,NULL,'{"id":7,"omschrijving":"Verdeelbesluit: vóór het nieuwe jaar","maand":12,"dag":31,"geldig_vanaf":"2024-02-01","geldig_tot":null,"bron":"Spreidingswet","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(26,1,'termijn',8,NULL,'{"id":8,"omschrijving":"Opvangplekken uit het verdeelbesluit gereed","maand":7,"dag":1,"geldig_vanaf":"2024-02-01","geldig_tot":null,"bron":"Spreidingswet","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(27,2,'taakstellingsversie',1,NULL,'{"id":1,"periode":"2023-II","datum":"2023-05-02","landelijk":27300,"bron":"circulaire"}');
INSERT INTO "change" VALUES(28,2,'taakstelling',1,NULL,'{"id":1,"versie_id":1,"gemeente_id":1,"aantal":113,"amv":9,"inwoners":73155}');
INSERT INTO "change" VALUES(29,2,'taakstelling',2,NULL,'{"id":2,"versie_id":1,"gemeente_id":2,"aantal":38,"amv":0,"inwoners":24007}');
INSERT INTO "change" VALUES(30,2,'taakstelling',3,NULL,'{"id":3,"versie_id":1,"gemeente_id":3,"aantal":248,"amv":20,"inwoners":160640}');
INSERT INTO "change" VALUES(31,3,'realisatie',1,NULL,'{"id":1,"gemeente_id":2,"periode":"2023-II","peildatum":"2023-09-01","aantal":12,"bron":""}');
INSERT INTO "change" VALUES(32,4,'beginstand',1,NULL,'{"id":1,"gemeente_id":2,"periode":"2023-II","aantal":5,"bron":""}');
INSERT INTO "change" VALUES(33,5,'correctie',1,NULL,'{"id":1,"gemeente_id":2,"periode":"2023-II","aantal":-1,"reden":"dubbel geteld","datum":"2023-09-01","bron":""}');
INSERT INTO "change" VALUES(34,6,'herverdeling',1,NULL,'{"id":1,"kenmerk":"HV-2023-II-01","periode":"2023-II","toelichting":"","in_werking_op":null,"tot_en_met":null,"reden_langer":"","overleg":"","buiten_tafel":0,"bezwaarclausule":0,"vervolg_op_id":null,"ingetrokken_op":null,"reden_intrekking":""}');
INSERT INTO "change" VALUES(35,6,'overdracht',1,NULL,'{"id":1,"herverdeling_id":1,"van_id":3,"naar_id":2,"aantal":10}');
INSERT INTO "change" VALUES(36,7,'inwoners',1,NULL,'{"id":1,"gm_code":"GM0147","peildatum":"2022-01-01","aantal":24007,"bron":"CBS"}');
INSERT INTO "change" VALUES(37,7,'alias',1,NULL,'{"id":1,"naam":"Bornne","gm_code":"GM0147"}');
INSERT INTO "change" VALUES(38,7,'kolomindeling',1,NULL,'{"id":1,"soort":"realisatie","kenmerk":"gemeente|gehuisvest","inhoud":"{}"}');
INSERT INTO "change" VALUES(39,7,'overzichtregel',1,NULL,'{"id":1,"gemeente_id":2,"periode":"2023-II","peildatum":"2023-09-01","taakstelling":null,"beginstand":null,"opgave":null,"realisatie":11,"saldo":null,"bron":"COA"}');
INSERT INTO "change" VALUES(40,7,'oordeel',1,NULL,'{"id":1,"gemeente_id":2,"periode":"2023-II","datum":"2023-09-01","trede_id":1,"verschoonbaar":1,"reden":"te weinig koppelingen","bron":""}');
INSERT INTO "change" VALUES(41,8,'herverdeling',2,NULL,'{"id":2,"kenmerk":"HV-2023-II-02","periode":"2023-II","toelichting":"","in_werking_op":null,"tot_en_met":null,"reden_langer":"","overleg":"","buiten_tafel":0,"bezwaarclausule":0,"vervolg_op_id":null,"ingetrokken_op":null,"reden_intrekking":""}');
INSERT INTO "change" VALUES(42,8,'overdracht',2,NULL,'{"id":2,"herverdeling_id":2,"van_id":3,"naar_id":1,"aantal":4}');
INSERT INTO "change" VALUES(43,9,'behandeling',1,NULL,'{"id":1,"herverdeling_id":2,"gemeente_id":3,"contact":"","voorgelegd_op":null,"besluit_op":"2023-09-01","besluitnummer":"B1","ondertekenaar":"","geweigerd":0,"reden":"","bekendgemaakt_op":"2023-09-01","vindplaats":"Gemeenteblad 2023, 1"}');
INSERT INTO "change" VALUES(44,9,'behandeling',2,NULL,'{"id":2,"herverdeling_id":2,"gemeente_id":1,"contact":"","voorgelegd_op":null,"besluit_op":"2023-09-01","besluitnummer":"B1","ondertekenaar":"","geweigerd":0,"reden":"","bekendgemaakt_op":"2023-09-01","vindplaats":"Gemeenteblad 2023, 1"}');
INSERT INTO "change" VALUES(45,9,'partij',1,NULL,'{"id":1,"herverdeling_id":2,"gemeente_id":3,"oud":248}');
INSERT INTO "change" VALUES(46,9,'partij',2,NULL,'{"id":2,"herverdeling_id":2,"gemeente_id":1,"oud":113}');
INSERT INTO "change" VALUES(47,9,'herverdeling',2,'{"id":2,"kenmerk":"HV-2023-II-02","periode":"2023-II","toelichting":"","in_werking_op":null,"tot_en_met":null,"reden_langer":"","overleg":"","buiten_tafel":0,"bezwaarclausule":0,"vervolg_op_id":null,"ingetrokken_op":null,"reden_intrekking":""}','{"id":2,"kenmerk":"HV-2023-II-02","periode":"2023-II","toelichting":"","in_werking_op":"2023-09-02","tot_en_met":null,"reden_langer":"","overleg":"","buiten_tafel":0,"bezwaarclausule":0,"vervolg_op_id":null,"ingetrokken_op":null,"reden_intrekking":""}');
INSERT INTO "change" VALUES(48,10,'kennisgeving',1,NULL,'{"id":1,"herverdeling_id":2,"aan":"coa","datum":"2023-09-04","wijze":"e-mail","ontvangst_op":null}');
INSERT INTO "change" VALUES(49,11,'verwerking',1,NULL,'{"id":1,"herverdeling_id":2,"datum":"2023-09-20","afgekeurd":0,"reden":""}');
INSERT INTO "change" VALUES(50,12,'procestermijn',1,NULL,'{"id":1,"omschrijving":"Kennisgeving aan het COA","stap":"coa","na":"bekendmaking","aantal":1,"eenheid":"week","geldig_vanaf":null,"geldig_tot":null,"bron":"Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(51,12,'procestermijn',2,NULL,'{"id":2,"omschrijving":"Kennisgeving aan de provincie","stap":"provincie","na":"bekendmaking","aantal":1,"eenheid":"week","geldig_vanaf":null,"geldig_tot":null,"bron":"Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(52,12,'procestermijn',3,NULL,'{"id":3,"omschrijving":"Kennisgeving aan het ministerie van A&M","stap":"aenm","na":"bekendmaking","aantal":1,"eenheid":"week","geldig_vanaf":null,"geldig_tot":null,"bron":"Het stappenplan herverdeling taakstelling noemt geen termijn; hier geldt dezelfde week","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(53,12,'procestermijn',4,NULL,'{"id":4,"omschrijving":"Kennisgeving aan het ministerie van VRO","stap":"vro","na":"bekendmaking","aantal":1,"eenheid":"week","geldig_vanaf":null,"geldig_tot":null,"bron":"Het stappenplan herverdeling taakstelling noemt geen termijn; hier geldt dezelfde week","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(54,12,'procestermijn',5,NULL,'{"id":5,"omschrijving":"Verwerking door het COA","stap":"verwerkt","na":"bekendmaking","aantal":1,"eenheid":"maand","geldig_vanaf":null,"geldig_tot":null,"bron":"Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(55,12,'koppelingoverdracht',1,NULL,'{"id":1,"van_id":1,"naar_id":2,"datum":"2023-09-01","aantal":2,"grootte":3,"toelichting":""}');
INSERT INTO "change" VALUES(56,12,'bestuurlijkeafspraak',1,NULL,'{"id":1,"datum":"2023-09-01","onderwerp":"opvang","partijen":"Almelo","tekst":"te bespreken"}');
INSERT INTO "change" VALUES(57,12,'scenario',1,NULL,'{"id":1,"naam":"A","periode":"2023-II","toelichting":""}');
INSERT INTO "change" VALUES(58,12,'scenariodeel',1,NULL,'{"id":1,"scenario_id":1,"van_id":1,"naar_id":2,"aantal":3,"waarom":""}');
INSERT INTO "change" VALUES(59,12,'grens',1,NULL,'{"id":1,"gemeente_id":1,"periode":"2023-II","max_afstaan":null,"max_overnemen":5,"partners":"","minimum":null,"toelichting":""}');
INSERT INTO "change" VALUES(60,13,'sjabloon',1,NULL,'{"id":1,"naam":"bekendmaking.txt","tekst":"fe6423812e0174554a86315e4f31bd3034ff40f46938f957affffa290f5b04d1","basis":"cf7fe979f2f4b5ca3c318578c5e0889311d9cbd86b9c06ea04e5da0a8d03bf59"}');
INSERT INTO "change" VALUES(61,14,'huisstijl',1,NULL,'{"id":1,"gemeente_id":2,"logo":null,"logo_tekst":"Logo gemeente Borne","logo_breedte":45,"kleur":"#1D4ED8","letter":"","letter_licentie":"","gewoon":null,"vet":null,"cursief":null,"afzender":"","voettekst":"","venster":"links","bindmarge":0,"word":null}');
INSERT INTO "change" VALUES(62,15,'bijlage',1,NULL,'{"id":1,"herverdeling_id":1,"titel":"Brief","bestandsnaam":"brief.pdf","inhoud":"86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b","openbaar":0}');
INSERT INTO "change" VALUES(63,16,'weglating',1,NULL,'{"id":1,"herverdeling_id":1,"tekst":"074 000 00 00","grond":"5.1.2e"}');
INSERT INTO "change" VALUES(64,17,'archiefstuk',1,NULL,'{"id":1,"herverdeling_id":1,"onderwerp":"HV-2023-II-01","soort":"besluit","voor":"Borne","titel":"Besluit","bestandsnaam":"HV-2023-II-01 Besluit Borne.pdf","vorm":"pdf","openbaar":0,"datum":"2023-09-01","gemaakt_op":"2023-09-01T10:00:00+02:00","sjabloon":"","sjabloon_sha":"","feiten":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","inhoud":"86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b"}');
INSERT INTO "change" VALUES(65,18,'norm',1,NULL,'{"id":1,"sleutel":"bezetting","omschrijving":"Bezetting","waarde":92,"eenheid":"%","geldig_vanaf":null,"geldig_tot":null,"bron":"","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(66,19,'zekerheid',1,NULL,'{"id":1,"staat":"vergunning","zekerheid":80,"geldig_vanaf":null,"geldig_tot":null,"bron":"","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(67,20,'regeling',1,NULL,'{"id":1,"naam":"SFT","voorwaarden":"","woonvormen":"flexwoning","bedrag":14000,"per":"woning","minstens_personen":null,"start_binnen":null,"open_vanaf":null,"open_tot":null,"geldig_vanaf":null,"geldig_tot":null,"bron":"","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(68,21,'partner',1,NULL,'{"id":1,"naam":"corporatie in Almelo","contact":""}');
INSERT INTO "change" VALUES(69,22,'partner',2,NULL,'{"id":2,"naam":"corporatie in Borne","contact":""}');
INSERT INTO "change" VALUES(70,23,'prestatieafspraak',1,NULL,'{"id":1,"partner_id":1,"gemeente_id":1,"jaar":2023,"doelgroep":"vergunninghouders","woningen":8000,"promille":65,"aandeel":20,"aantal":null,"gerealiseerd":null,"bron":""}');
INSERT INTO "change" VALUES(71,24,'aandachtsgroep',1,NULL,'{"id":1,"gemeente_id":1,"jaar":2023,"groep":"uitstroom beschermd wonen","aantal":14,"bron":""}');
INSERT INTO "change" VALUES(72,25,'opvanglocatie',1,NULL,'{"id":1,"gemeente_id":1,"naam":"De Vloedbeld","soort":"azc","capaciteit":300,"open_vanaf":"2023-09-01","open_tot":null,"overeenkomst_tot":null,"doelgroep":"","hoofdlocatie_id":null,"contact":"","bron":"","opmerking":""}');
INSERT INTO "change" VALUES(73,25,'staatwissel',1,NULL,'{"id":1,"locatie_id":1,"project_id":null,"staat":"open","vanaf":"2023-09-01","toelichting":""}');
INSERT INTO "change" VALUES(74,26,'opvanglocatie',2,NULL,'{"id":2,"gemeente_id":1,"naam":"Het Schip","soort":"azc","capaciteit":40,"open_vanaf":"2023-09-01","open_tot":null,"overeenkomst_tot":null,"doelgroep":"","hoofdlocatie_id":1,"contact":"","bron":"","opmerking":""}');
INSERT INTO "change" VALUES(75,27,'bezetting',1,NULL,'{"id":1,"locatie_id":1,"peildatum":"2023-09-01","bezet":280,"bron":""}');
INSERT INTO "change" VALUES(76,28,'opvanguitruil',1,NULL,'{"id":1,"van_id":1,"naar_id":2,"soort":"coa_regulier","aantal":20,"datum":"2023-09-01","bron":""}');
INSERT INTO "change" VALUES(77,29,'woonproject',1,NULL,'{"id":1,"gemeente_id":1,"naam":"Hof van Borne","soort":"tussenvoorziening","partner_id":null,"eenheden":30,"personen":60,"vergunninghouders":60,"oplevering":"2023-09-01","einde":null,"plaats_tot":null,"daarna":"","regeling_id":null,"bedrag":null,"telt_mee":"onbekend","telt_mee_bron":"","contact":"","bron":"","opmerking":""}');
INSERT INTO "change" VALUES(78,29,'telgemeente',1,NULL,'{"id":1,"project_id":1,"gemeente_id":1,"personen":25}');
INSERT INTO "change" VALUES(79,29,'telgemeente',2,NULL,'{"id":2,"project_id":1,"gemeente_id":2,"personen":20}');
INSERT INTO "change" VALUES(80,29,'telgemeente',3,NULL,'{"id":3,"project_id":1,"gemeente_id":3,"personen":15}');
INSERT INTO "change" VALUES(81,29,'woningmaat',1,NULL,'{"id":1,"project_id":1,"maat":"alleen","woningen":20}');
INSERT INTO "change" VALUES(82,29,'woningmaat',2,NULL,'{"id":2,"project_id":1,"maat":"duo","woningen":10}');
INSERT INTO "change" VALUES(83,29,'staatwissel',2,NULL,'{"id":2,"locatie_id":null,"project_id":1,"staat":"vergunning","vanaf":"2023-09-01","toelichting":""}');
INSERT INTO "change" VALUES(84,30,'woonproject',2,NULL,'{"id":2,"gemeente_id":3,"naam":"Hotel","soort":"har","partner_id":null,"eenheden":null,"personen":40,"vergunninghouders":40,"oplevering":null,"einde":null,"plaats_tot":null,"daarna":"","regeling_id":null,"bedrag":null,"telt_mee":"onbekend","telt_mee_bron":"","contact":"","bron":"","opmerking":""}');
INSERT INTO "change" VALUES(85,31,'harinstroom',1,NULL,'{"id":1,"project_id":2,"gemeente_id":3,"begin":"2023-09-01","aantal":12,"vertrokken":0}');
INSERT INTO "change" VALUES(86,32,'koppelstand',1,NULL,'{"id":1,"gemeente_id":1,"peildatum":"2023-09-01","maat":"alleen","huishoudens":9,"woningen":2,"bron":""}');
INSERT INTO "change" VALUES(87,33,'doorlooptijd',1,NULL,'{"id":1,"gemeente_id":1,"maand":"2023-09-01","dagen":91,"huisvestingen":12,"regioplaatsingen":4,"bron":""}');
INSERT INTO "change" VALUES(88,34,'contact',1,NULL,'{"id":1,"gemeente_id":1,"organisatie":"","naam":"burgemeester van Almelo","functie":"","rol":"bestuurder","e_mail":"bestuur@almelo.nl","telefoon":""}');
INSERT INTO "change" VALUES(89,35,'contact',2,NULL,'{"id":2,"gemeente_id":null,"organisatie":"COA","naam":"regievoerder","functie":"","rol":"partner","e_mail":"","telefoon":""}');
INSERT INTO "change" VALUES(90,36,'schoolvakantie',1,NULL,'{"id":1,"naam":"Zomervakantie","regio":"noord","begin":"2023-07-22","einde":"2023-09-05","geldig_vanaf":null,"geldig_tot":null,"bron":"","gecontroleerd_op":null}');
INSERT INTO "change" VALUES(91,37,'overlegreeks',1,NULL,'{"id":1,"naam":"Regietafel","soort":"regietafel","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","per_jaar":6,"dagen_vooraf":7,"vakantieregio":"noord"}');
INSERT INTO "change" VALUES(92,37,'vastpunt',1,NULL,'{"id":1,"reeks_id":1,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","aan_einde":0}');
INSERT INTO "change" VALUES(93,37,'vastpunt',2,NULL,'{"id":2,"reeks_id":1,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","aan_einde":0}');
INSERT INTO "change" VALUES(94,37,'vastpunt',3,NULL,'{"id":3,"reeks_id":1,"volgorde":3,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(95,37,'vastpunt',4,NULL,'{"id":4,"reeks_id":1,"volgorde":4,"titel":"Verslag vorig overleg","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","aan_einde":1}');
INSERT INTO "change" VALUES(96,37,'vastpunt',5,NULL,'{"id":5,"reeks_id":1,"volgorde":5,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","aan_einde":1}');
INSERT INTO "change" VALUES(97,37,'vastpunt',6,NULL,'{"id":6,"reeks_id":1,"volgorde":6,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(98,37,'vastpunt',7,NULL,'{"id":7,"reeks_id":1,"volgorde":7,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(99,37,'verzending',1,NULL,'{"id":1,"reeks_id":1,"rol":"bestuurder","wijze":"lid"}');
INSERT INTO "change" VALUES(100,37,'verzending',2,NULL,'{"id":2,"reeks_id":1,"rol":"secretariaat","wijze":"lid"}');
INSERT INTO "change" VALUES(101,37,'verzending',3,NULL,'{"id":3,"reeks_id":1,"rol":"wethouder","wijze":"informatie"}');
INSERT INTO "change" VALUES(102,37,'verzending',4,NULL,'{"id":4,"reeks_id":1,"rol":"ambtenaar","wijze":"informatie"}');
INSERT INTO "change" VALUES(103,38,'overlegreeks',2,NULL,'{"id":2,"naam":"Vooroverleg","soort":"vooroverleg","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","per_jaar":6,"dagen_vooraf":7,"vakantieregio":"noord"}');
INSERT INTO "change" VALUES(104,38,'vastpunt',8,NULL,'{"id":8,"reeks_id":2,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","aan_einde":0}');
INSERT INTO "change" VALUES(105,38,'vastpunt',9,NULL,'{"id":9,"reeks_id":2,"volgorde":2,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","aan_einde":0}');
INSERT INTO "change" VALUES(106,38,'vastpunt',10,NULL,'{"id":10,"reeks_id":2,"volgorde":3,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(107,38,'vastpunt',11,NULL,'{"id":11,"reeks_id":2,"volgorde":4,"titel":"Verslag vorig overleg","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","aan_einde":1}');
INSERT INTO "change" VALUES(108,38,'vastpunt',12,NULL,'{"id":12,"reeks_id":2,"volgorde":5,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","aan_einde":1}');
INSERT INTO "change" VALUES(109,38,'vastpunt',13,NULL,'{"id":13,"reeks_id":2,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(110,38,'verzending',5,NULL,'{"id":5,"reeks_id":2,"rol":"ambtenaar","wijze":"lid"}');
INSERT INTO "change" VALUES(111,38,'verzending',6,NULL,'{"id":6,"reeks_id":2,"rol":"secretariaat","wijze":"lid"}');
INSERT INTO "change" VALUES(112,39,'overlegreeks',3,NULL,'{"id":3,"naam":"Terugkoppeling","soort":"prt","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","per_jaar":6,"dagen_vooraf":7,"vakantieregio":"noord"}');
INSERT INTO "change" VALUES(113,39,'vastpunt',14,NULL,'{"id":14,"reeks_id":3,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","aan_einde":0}');
INSERT INTO "change" VALUES(114,39,'vastpunt',15,NULL,'{"id":15,"reeks_id":3,"volgorde":2,"titel":"Terugkoppeling uit de PRT","toelichting":"","minuten":20,"soort":"informatie","deel":"","aan_einde":0}');
INSERT INTO "change" VALUES(115,39,'vastpunt',16,NULL,'{"id":16,"reeks_id":3,"volgorde":3,"titel":"Verslag vorig overleg","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","aan_einde":1}');
INSERT INTO "change" VALUES(116,39,'vastpunt',17,NULL,'{"id":17,"reeks_id":3,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","aan_einde":1}');
INSERT INTO "change" VALUES(117,39,'vastpunt',18,NULL,'{"id":18,"reeks_id":3,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","aan_einde":1}');
INSERT INTO "change" VALUES(118,39,'verzending',7,NULL,'{"id":7,"reeks_id":3,"rol":"bestuurder","wijze":"lid"}');
INSERT INTO "change" VALUES(119,39,'verzending',8,NULL,'{"id":8,"reeks_id":3,"rol":"secretariaat","wijze":"lid"}');
INSERT INTO "change" VALUES(120,39,'verzending',9,NULL,'{"id":9,"reeks_id":3,"rol":"wethouder","wijze":"informatie"}');
INSERT INTO "change" VALUES(121,39,'verzending',10,NULL,'{"id":10,"reeks_id":3,"rol":"ambtenaar","wijze":"informatie"}');
INSERT INTO "change" VALUES(122,40,'overleg',1,NULL,'{"id":1,"reeks_id":1,"datum":"2023-06-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"7e30d1e2-c5c6-4033-a35d-acd1257e5056@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(123,40,'agendapunt',1,NULL,'{"id":1,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(124,40,'agendapunt',2,NULL,'{"id":2,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(125,40,'agendapunt',3,NULL,'{"id":3,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(126,40,'agendapunt',4,NULL,'{"id":4,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(127,40,'agendapunt',5,NULL,'{"id":5,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(128,40,'agendapunt',6,NULL,'{"id":6,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(129,40,'agendapunt',1,'{"id":1,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":1,"overleg_id":1,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(130,40,'agendapunt',2,'{"id":2,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":2,"overleg_id":1,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(131,40,'agendapunt',3,'{"id":3,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":3,"overleg_id":1,"hoofdpunt_id":null,"volgorde":3,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(132,40,'agendapunt',4,'{"id":4,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":4,"overleg_id":1,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(133,40,'agendapunt',5,'{"id":5,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":5,"overleg_id":1,"hoofdpunt_id":null,"volgorde":5,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(134,40,'agendapunt',6,'{"id":6,"overleg_id":1,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":6,"overleg_id":1,"hoofdpunt_id":null,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(135,40,'overleg',2,NULL,'{"id":2,"reeks_id":1,"datum":"2023-09-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"0d20678a-ecf0-4f42-92f3-4415c1532c28@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(136,40,'agendapunt',7,NULL,'{"id":7,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(137,40,'agendapunt',8,NULL,'{"id":8,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(138,40,'agendapunt',9,NULL,'{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(139,40,'agendapunt',10,NULL,'{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(140,40,'agendapunt',11,NULL,'{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(141,40,'agendapunt',12,NULL,'{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(142,40,'agendapunt',7,'{"id":7,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":7,"overleg_id":2,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(143,40,'agendapunt',8,'{"id":8,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":8,"overleg_id":2,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(144,40,'agendapunt',9,'{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":3,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(145,40,'agendapunt',10,'{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(146,40,'agendapunt',11,'{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":5,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(147,40,'agendapunt',12,'{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(148,40,'overleg',3,NULL,'{"id":3,"reeks_id":1,"datum":"2023-11-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"3c5e0763-a91b-4aa8-8390-4a186ec33707@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(149,40,'agendapunt',13,NULL,'{"id":13,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(150,40,'agendapunt',14,NULL,'{"id":14,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(151,40,'agendapunt',15,NULL,'{"id":15,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(152,40,'agendapunt',16,NULL,'{"id":16,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(153,40,'agendapunt',17,NULL,'{"id":17,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(154,40,'agendapunt',18,NULL,'{"id":18,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(155,40,'agendapunt',13,'{"id":13,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":13,"overleg_id":3,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(156,40,'agendapunt',14,'{"id":14,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":14,"overleg_id":3,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(157,40,'agendapunt',15,'{"id":15,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":15,"overleg_id":3,"hoofdpunt_id":null,"volgorde":3,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(158,40,'agendapunt',16,'{"id":16,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":16,"overleg_id":3,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(159,40,'agendapunt',17,'{"id":17,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":17,"overleg_id":3,"hoofdpunt_id":null,"volgorde":5,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(160,40,'agendapunt',18,'{"id":18,"overleg_id":3,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":18,"overleg_id":3,"hoofdpunt_id":null,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(161,41,'overleg',4,NULL,'{"id":4,"reeks_id":2,"datum":"2023-06-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"463f4374-f495-4ef5-98d3-3b90458798a7@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(162,41,'agendapunt',19,NULL,'{"id":19,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(163,41,'agendapunt',20,NULL,'{"id":20,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(164,41,'agendapunt',21,NULL,'{"id":21,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(165,41,'agendapunt',22,NULL,'{"id":22,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(166,41,'agendapunt',23,NULL,'{"id":23,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(167,41,'agendapunt',19,'{"id":19,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":19,"overleg_id":4,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(168,41,'agendapunt',20,'{"id":20,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":20,"overleg_id":4,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(169,41,'agendapunt',21,'{"id":21,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":21,"overleg_id":4,"hoofdpunt_id":null,"volgorde":3,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(170,41,'agendapunt',22,'{"id":22,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":22,"overleg_id":4,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(171,41,'agendapunt',23,'{"id":23,"overleg_id":4,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":23,"overleg_id":4,"hoofdpunt_id":null,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(172,41,'overleg',5,NULL,'{"id":5,"reeks_id":2,"datum":"2023-09-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"b63f993e-3130-4a85-a27f-2e631b4700ac@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(173,41,'agendapunt',24,NULL,'{"id":24,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(174,41,'agendapunt',25,NULL,'{"id":25,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(175,41,'agendapunt',26,NULL,'{"id":26,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(176,41,'agendapunt',27,NULL,'{"id":27,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(177,41,'agendapunt',28,NULL,'{"id":28,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(178,41,'agendapunt',24,'{"id":24,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":24,"overleg_id":5,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(179,41,'agendapunt',25,'{"id":25,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":25,"overleg_id":5,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(180,41,'agendapunt',26,'{"id":26,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":26,"overleg_id":5,"hoofdpunt_id":null,"volgorde":3,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(181,41,'agendapunt',27,'{"id":27,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":27,"overleg_id":5,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(182,41,'agendapunt',28,'{"id":28,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":28,"overleg_id":5,"hoofdpunt_id":null,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(183,41,'overleg',6,NULL,'{"id":6,"reeks_id":2,"datum":"2023-12-05","begin":"10:00","minuten":120,"locatie":"Raadzaal in Almelo","link":"","voorzitter":"","secretaris":"","uid":"8e8b5711-44d0-4773-9274-0eb0075a7960@regietafel","volgnummer":0,"opmerking":"","samengevoegd_id":null}');
INSERT INTO "change" VALUES(184,41,'agendapunt',29,NULL,'{"id":29,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(185,41,'agendapunt',30,NULL,'{"id":30,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(186,41,'agendapunt',31,NULL,'{"id":31,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(187,41,'agendapunt',32,NULL,'{"id":32,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(188,41,'agendapunt',33,NULL,'{"id":33,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(189,41,'agendapunt',29,'{"id":29,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":29,"overleg_id":6,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":8,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(190,41,'agendapunt',30,'{"id":30,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":30,"overleg_id":6,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling","toelichting":"","minuten":15,"soort":"informatie","deel":"stand","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":9,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(191,41,'agendapunt',31,'{"id":31,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":31,"overleg_id":6,"hoofdpunt_id":null,"volgorde":3,"titel":"Voorbereiding van de regietafel","toelichting":"","minuten":30,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":10,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(192,41,'agendapunt',32,'{"id":32,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":32,"overleg_id":6,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(193,41,'agendapunt',33,'{"id":33,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":33,"overleg_id":6,"hoofdpunt_id":null,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(194,42,'overlegstap',1,NULL,'{"id":1,"overleg_id":4,"staat":"bezig","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(195,43,'overlegstap',2,NULL,'{"id":2,"overleg_id":4,"staat":"verslag_concept","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(196,43,'agendapunt',34,NULL,'{"id":34,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(197,43,'agendapunt',34,'{"id":34,"overleg_id":5,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":34,"overleg_id":5,"hoofdpunt_id":null,"volgorde":4,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(198,43,'agendapunt',27,'{"id":27,"overleg_id":5,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":27,"overleg_id":5,"hoofdpunt_id":null,"volgorde":5,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(199,43,'agendapunt',28,'{"id":28,"overleg_id":5,"hoofdpunt_id":null,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":28,"overleg_id":5,"hoofdpunt_id":null,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(200,44,'overlegstap',3,NULL,'{"id":3,"overleg_id":5,"staat":"bezig","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(201,45,'overlegstap',4,NULL,'{"id":4,"overleg_id":5,"staat":"verslag_concept","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(202,45,'agendapunt',35,NULL,'{"id":35,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(203,45,'agendapunt',36,NULL,'{"id":36,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 september 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":5,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(204,45,'agendapunt',35,'{"id":35,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":35,"overleg_id":6,"hoofdpunt_id":null,"volgorde":4,"titel":"Verslag van 5 juni 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":4,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(205,45,'agendapunt',36,'{"id":36,"overleg_id":6,"hoofdpunt_id":null,"volgorde":0,"titel":"Verslag van 5 september 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":5,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":36,"overleg_id":6,"hoofdpunt_id":null,"volgorde":5,"titel":"Verslag van 5 september 2023 vaststellen","toelichting":"","minuten":5,"soort":"besluit","deel":"verslag","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":11,"vorige_id":null,"verslag_van_id":5,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(206,45,'agendapunt',32,'{"id":32,"overleg_id":6,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":32,"overleg_id":6,"hoofdpunt_id":null,"volgorde":6,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":12,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(207,45,'agendapunt',33,'{"id":33,"overleg_id":6,"hoofdpunt_id":null,"volgorde":5,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":33,"overleg_id":6,"hoofdpunt_id":null,"volgorde":7,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":13,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(208,46,'overlegstap',5,NULL,'{"id":5,"overleg_id":4,"staat":"vastgesteld","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(209,47,'agendapunt',37,NULL,'{"id":37,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Flexwoningen","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":1,"project_id":1,"actie_id":null}');
INSERT INTO "change" VALUES(210,47,'agendapunt',37,'{"id":37,"overleg_id":2,"hoofdpunt_id":null,"volgorde":0,"titel":"Flexwoningen","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":1,"project_id":1,"actie_id":null}','{"id":37,"overleg_id":2,"hoofdpunt_id":null,"volgorde":3,"titel":"Flexwoningen","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":1,"project_id":1,"actie_id":null}');
INSERT INTO "change" VALUES(211,47,'agendapunt',9,'{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":3,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":4,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(212,47,'agendapunt',10,'{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":4,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":5,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(213,47,'agendapunt',11,'{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":5,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":6,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(214,47,'agendapunt',12,'{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":6,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":7,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(215,48,'agendapunt',38,NULL,'{"id":38,"overleg_id":2,"hoofdpunt_id":37,"volgorde":0,"titel":"Financiering","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(216,48,'agendapunt',38,'{"id":38,"overleg_id":2,"hoofdpunt_id":37,"volgorde":0,"titel":"Financiering","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":38,"overleg_id":2,"hoofdpunt_id":37,"volgorde":4,"titel":"Financiering","toelichting":"","minuten":null,"soort":"bespreking","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":0,"besproken":0,"vastpunt_id":null,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(217,48,'agendapunt',9,'{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":4,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":9,"overleg_id":2,"hoofdpunt_id":null,"volgorde":5,"titel":"Actualiteiten","toelichting":"","minuten":10,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":3,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(218,48,'agendapunt',10,'{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":5,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":10,"overleg_id":2,"hoofdpunt_id":null,"volgorde":6,"titel":"Openstaande acties","toelichting":"","minuten":10,"soort":"bespreking","deel":"acties","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":5,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(219,48,'agendapunt',11,'{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":6,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":11,"overleg_id":2,"hoofdpunt_id":null,"volgorde":7,"titel":"Terugkoppeling PRT","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":6,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(220,48,'agendapunt',12,'{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":7,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":12,"overleg_id":2,"hoofdpunt_id":null,"volgorde":8,"titel":"Wat verder ter tafel komt","toelichting":"","minuten":5,"soort":"informatie","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":7,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(221,49,'bijlage',2,NULL,'{"id":2,"herverdeling_id":null,"agendapunt_id":1,"titel":"Kaart","bestandsnaam":"kaart.png","inhoud":"796120837694d3f3f29259cfeb25091698c2a0aa87873658d840b4993ee889b3","openbaar":0}');
INSERT INTO "change" VALUES(222,50,'agendapunt',13,'{"id":13,"overleg_id":3,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}',NULL);
INSERT INTO "change" VALUES(223,51,'overlegstap',6,NULL,'{"id":6,"overleg_id":3,"staat":"verzonden","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(224,51,'agendaversie',1,NULL,'{"id":1,"overleg_id":3,"nummer":1,"verzonden_op":"2023-09-05","peildatum":"2023-09-05","wijzigingen":"","inhoud":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}');
INSERT INTO "change" VALUES(225,52,'overlegstap',7,NULL,'{"id":7,"overleg_id":1,"staat":"bezig","tijd":"2026-11-21T18:17:48+00:00","toelichting":""}');
INSERT INTO "change" VALUES(226,53,'aanwezigheid',1,NULL,'{"id":1,"overleg_id":1,"gemeente_id":1,"organisatie":"","naam":"burgemeester van Almelo","voorzitter":0,"aanwezig":"aanwezig"}');
INSERT INTO "change" VALUES(227,54,'verslagregel',1,NULL,'{"id":1,"overleg_id":1,"agendapunt_id":1,"soort":"besluit","tekst":"De agenda is vastgesteld.","thema":"","voor":null,"gereed_op":null,"vraag":"","invoer":"","herverdeling_id":null,"locatie_id":null,"project_id":null}');
INSERT INTO "change" VALUES(228,54,'agendapunt',1,'{"id":1,"overleg_id":1,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":1,"overleg_id":1,"hoofdpunt_id":null,"volgorde":1,"titel":"Opening en vaststellen agenda","toelichting":"","minuten":5,"soort":"besluit","deel":"","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":1,"vastpunt_id":1,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(229,55,'verslagregel',2,NULL,'{"id":2,"overleg_id":1,"agendapunt_id":2,"soort":"knelpunt","tekst":"Te weinig locaties","thema":"opvang","voor":null,"gereed_op":null,"vraag":"","invoer":"","herverdeling_id":null,"locatie_id":null,"project_id":null}');
INSERT INTO "change" VALUES(230,55,'agendapunt',2,'{"id":2,"overleg_id":1,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":0,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}','{"id":2,"overleg_id":1,"hoofdpunt_id":null,"volgorde":2,"titel":"Stand van zaken taakstelling en opvangplekken","toelichting":"","minuten":15,"soort":"informatie","deel":"opvang","intern":"","inbrenger":"","vertrouwelijk":0,"terugkerend":1,"besproken":1,"vastpunt_id":2,"vorige_id":null,"verslag_van_id":null,"herverdeling_id":null,"locatie_id":null,"project_id":null,"actie_id":null}');
INSERT INTO "change" VALUES(231,56,'verslagregel',3,NULL,'{"id":3,"overleg_id":1,"agendapunt_id":2,"soort":"actie","tekst":"Een locatie zoeken","thema":"","voor":"2023-09-05","gereed_op":null,"vraag":"","invoer":"","herverdeling_id":null,"locatie_id":null,"project_id":null}');
INSERT INTO "change" VALUES(232,56,'actiehouder',1,NULL,'{"id":1,"regel_id":3,"gemeente_id":1,"organisatie":""}');
INSERT INTO "change" VALUES(233,56,'actiehouder',2,NULL,'{"id":2,"regel_id":3,"gemeente_id":null,"organisatie":"COA"}');
INSERT INTO "change" VALUES(234,57,'voortgang',1,NULL,'{"id":1,"regel_id":3,"intekening_id":null,"datum":"2023-09-05","tekst":"Twee gesprekken gevoerd"}');
INSERT INTO "change" VALUES(235,58,'kennis',1,NULL,'{"id":1,"titel":"Woningdelen","tekst":"Twee alleengaanden in één huis","thema":"","bron":"handreiking","datum":null}');
INSERT INTO "change" VALUES(236,59,'kennis',2,NULL,'{"id":2,"titel":"Hospitaverhuur","tekst":"","thema":"","bron":"","datum":null}');
INSERT INTO "change" VALUES(237,60,'kennislink',1,NULL,'{"id":1,"regel_id":2,"kennis_id":1}');
INSERT INTO "change" VALUES(238,61,'intekenactie',1,NULL,'{"id":1,"titel":"Campagne voor kamers","toelichting":"","thema":"woningdelen","bron":"","voor":null}');
INSERT INTO "change" VALUES(239,62,'intekenactie',2,NULL,'{"id":2,"titel":"Regionale monitor","toelichting":"","thema":"","bron":"","voor":null}');
INSERT INTO "change" VALUES(240,63,'intekening',1,NULL,'{"id":1,"intekenactie_id":1,"gemeente_id":1,"organisatie":"","rol":"trekker","toezegging":"","voor":null,"staat":"toegezegd"}');
CREATE TABLE contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER REFERENCES gemeente,
        organisatie TEXT NOT NULL CHECK ((gemeente_id IS NULL) = (organisatie <> '')),
        naam TEXT NOT NULL,
        functie TEXT NOT NULL,
        rol TEXT NOT NULL CHECK (rol IN ('bestuurder', 'wethouder', 'ambtenaar', 'secretariaat', 'partner')),
        e_mail TEXT NOT NULL,
        telefoon TEXT NOT NULL,
        CHECK (naam <> '' OR e_mail <> '')
    ) STRICT;
INSERT INTO "contact" VALUES(1,1,'','burgemeester van Almelo','','bestuurder','bestuur@almelo.nl','');
INSERT INTO "contact" VALUES(2,NULL,'COA','regievoerder','','partner','','');
CREATE TABLE correctie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal <> 0),
        reden TEXT NOT NULL CHECK (reden <> ''),
        datum TEXT NOT NULL,
        bron TEXT NOT NULL
    ) STRICT;
INSERT INTO "correctie" VALUES(1,2,'2023-II',-1,'dubbel geteld','2023-09-01','');
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
INSERT INTO "doorlooptijd" VALUES(1,1,'2023-09-01',91,12,4,'');
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
INSERT INTO "grens" VALUES(1,1,'2023-II',NULL,5,'',NULL,'');
CREATE TABLE harinstroom (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        begin TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal > 0),
        vertrokken INTEGER NOT NULL CHECK (vertrokken BETWEEN 0 AND aantal)
    ) STRICT;
INSERT INTO "harinstroom" VALUES(1,2,3,'2023-09-01',12,0);
CREATE TABLE herindeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        oud TEXT NOT NULL UNIQUE,
        nieuw TEXT NOT NULL,
        datum TEXT NOT NULL,
        bron TEXT NOT NULL,
        CHECK (oud <> nieuw)
    ) STRICT;
INSERT INTO "herindeling" VALUES(1,'GM1696','GM0402','2027-01-01','voorgenomen herindeling Wijdemeren en Hilversum per 1 januari 2027; controleer of zij is vastgesteld');
CREATE TABLE herverdeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kenmerk TEXT NOT NULL UNIQUE,
        periode TEXT NOT NULL,
        toelichting TEXT NOT NULL,
        in_werking_op TEXT
    , tot_en_met TEXT, reden_langer TEXT NOT NULL DEFAULT '', overleg TEXT NOT NULL DEFAULT '', buiten_tafel INTEGER NOT NULL DEFAULT 0 CHECK (buiten_tafel IN (0, 1)), bezwaarclausule INTEGER NOT NULL DEFAULT 0 CHECK (bezwaarclausule IN (0, 1)), vervolg_op_id INTEGER REFERENCES herverdeling, ingetrokken_op TEXT, reden_intrekking TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "herverdeling" VALUES(1,'HV-2023-II-01','2023-II','',NULL,NULL,'','',0,0,NULL,NULL,'');
INSERT INTO "herverdeling" VALUES(2,'HV-2023-II-02','2023-II','','2023-09-02',NULL,'','',0,0,NULL,NULL,'');
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
INSERT INTO "huisstijl" VALUES(1,2,NULL,'Logo gemeente Borne',45,'#1D4ED8','','',NULL,NULL,NULL,'','','links',0,NULL);
CREATE TABLE inhoud (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        bytes BLOB NOT NULL
    ) STRICT;
INSERT INTO "inhoud" VALUES('fe6423812e0174554a86315e4f31bd3034ff40f46938f957affffa290f5b04d1',X'232042656B656E646D616B696E670A');
INSERT INTO "inhoud" VALUES('cf7fe979f2f4b5ca3c318578c5e0889311d9cbd86b9c06ea04e5da0a8d03bf59',X'23205374616E64616172640A');
INSERT INTO "inhoud" VALUES('86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',X'255044462D312E37');
INSERT INTO "inhoud" VALUES('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',X'7B7D');
INSERT INTO "inhoud" VALUES('796120837694d3f3f29259cfeb25091698c2a0aa87873658d840b4993ee889b3',X'504E47');
CREATE TABLE intekenactie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        titel TEXT NOT NULL CHECK (titel <> ''),
        toelichting TEXT NOT NULL,
        thema TEXT NOT NULL,
        bron TEXT NOT NULL,
        voor TEXT
    ) STRICT;
INSERT INTO "intekenactie" VALUES(1,'Campagne voor kamers','','woningdelen','',NULL);
INSERT INTO "intekenactie" VALUES(2,'Regionale monitor','','','',NULL);
CREATE TABLE intekening (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        intekenactie_id INTEGER NOT NULL REFERENCES intekenactie,
        gemeente_id INTEGER REFERENCES gemeente,
        organisatie TEXT NOT NULL CHECK ((gemeente_id IS NULL) = (organisatie <> '')),
        rol TEXT NOT NULL CHECK (rol IN ('trekker', 'doet_mee')),
        toezegging TEXT NOT NULL,
        voor TEXT,
        staat TEXT NOT NULL CHECK (staat IN ('toegezegd', 'in_uitvoering', 'gereed', 'gestopt'))
    ) STRICT;
INSERT INTO "intekening" VALUES(1,1,1,'','trekker','',NULL,'toegezegd');
CREATE TABLE inwoners (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gm_code TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        aantal INTEGER NOT NULL CHECK (aantal >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gm_code, peildatum)
    ) STRICT;
INSERT INTO "inwoners" VALUES(1,'GM0147','2022-01-01',24007,'CBS');
CREATE TABLE kennis (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        titel TEXT NOT NULL CHECK (titel <> ''),
        tekst TEXT NOT NULL,
        thema TEXT NOT NULL,
        bron TEXT NOT NULL,
        datum TEXT
    ) STRICT;
INSERT INTO "kennis" VALUES(1,'Woningdelen','Twee alleengaanden in één huis','','handreiking',NULL);
INSERT INTO "kennis" VALUES(2,'Hospitaverhuur','','','',NULL);
CREATE TABLE kennisgeving (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        aan TEXT NOT NULL CHECK (aan IN ('coa', 'provincie', 'aenm', 'vro')),
        datum TEXT NOT NULL,
        wijze TEXT NOT NULL,
        ontvangst_op TEXT,
        UNIQUE (herverdeling_id, aan)
    ) STRICT;
INSERT INTO "kennisgeving" VALUES(1,2,'coa','2023-09-04','e-mail',NULL);
CREATE TABLE kennislink (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER NOT NULL REFERENCES verslagregel,
        kennis_id INTEGER NOT NULL REFERENCES kennis,
        UNIQUE (regel_id, kennis_id)
    ) STRICT;
INSERT INTO "kennislink" VALUES(1,2,1);
CREATE TABLE kolomindeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        soort TEXT NOT NULL,
        kenmerk TEXT NOT NULL,
        inhoud TEXT NOT NULL,
        UNIQUE (soort, kenmerk)
    ) STRICT;
INSERT INTO "kolomindeling" VALUES(1,'realisatie','gemeente|gehuisvest','{}');
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
INSERT INTO "koppelingoverdracht" VALUES(1,1,2,'2023-09-01',2,3,'');
CREATE TABLE koppelstand (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        peildatum TEXT NOT NULL,
        maat TEXT NOT NULL CHECK (maat IN ('alleen', 'duo', '3-5', '6', '7+', 'amv', 'medisch')),
        huishoudens INTEGER NOT NULL CHECK (huishoudens >= 0),
        woningen INTEGER NOT NULL CHECK (woningen >= 0),
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, peildatum, maat)
    ) STRICT;
INSERT INTO "koppelstand" VALUES(1,1,'2023-09-01','alleen',9,2,'');
CREATE TABLE norm (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sleutel TEXT NOT NULL CHECK (sleutel <> ''),
        omschrijving TEXT NOT NULL CHECK (omschrijving <> ''),
        waarde INTEGER NOT NULL CHECK (waarde > 0),
        eenheid TEXT NOT NULL,
        geldig_vanaf TEXT,
        geldig_tot TEXT CHECK (geldig_tot IS NULL OR geldig_vanaf IS NULL OR geldig_vanaf <= geldig_tot),
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
INSERT INTO "norm" VALUES(1,'bezetting','Bezetting',92,'%',NULL,NULL,'',NULL);
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
INSERT INTO "oordeel" VALUES(1,2,'2023-II','2023-09-01',1,1,'te weinig koppelingen','');
CREATE TABLE operation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        gebruiker TEXT NOT NULL,
        tijd TEXT NOT NULL,
        reverses INTEGER REFERENCES operation
    ) STRICT;
INSERT INTO "operation" VALUES(1,'Regio gemaakt: Regietafel Twente','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(2,'Taakstelling ingelezen: 2023-II','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(3,'Realisatie van Borne per 01-09-2023','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(4,'Beginstand van Borne ingevuld','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(5,'Correctie geboekt voor Borne','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(6,'Herverdeling HV-2023-II-01 gemaakt','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(7,'Ingelezen','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(8,'Herverdeling HV-2023-II-02 gemaakt','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(9,'HV-2023-II-02: bekendmaking, 2 colleges','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(10,'HV-2023-II-02: kennisgeving aan het COA','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(11,'HV-2023-II-02 verwerkt door het COA','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(12,'Vastgelegd','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(13,'Sjabloon gewijzigd: bekendmaking.txt','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(14,'Huisstijl gewijzigd: Borne','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(15,'Bijlage toegevoegd: Brief','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(16,'Weggelaten bij openbaarmaking: 074 000 00 00','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(17,'Document gemaakt: Besluit','gebruiker','2026-11-21T11:47:42+00:00',NULL);
INSERT INTO "operation" VALUES(18,'Norm gewijzigd: Bezetting','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(19,'Zekerheid gewijzigd: vergunning','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(20,'Regeling gewijzigd: SFT','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(21,'Partner gewijzigd: corporatie in Almelo','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(22,'Partner gewijzigd: corporatie in Borne','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(23,'Prestatieafspraak gewijzigd: corporatie in Almelo','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(24,'Aandachtsgroep gewijzigd: uitstroom beschermd wonen','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(25,'Locatie toegevoegd: De Vloedbeld','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(26,'Locatie toegevoegd: Het Schip','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(27,'Bezetting vastgelegd: De Vloedbeld','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(28,'Uitruil van opvangplekken: Almelo → Borne','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(29,'Project toegevoegd: Hof van Borne','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(30,'Project toegevoegd: Hotel','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(31,'Instroom vastgelegd: Hotel','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(32,'Koppelingen en vrije woningen vastgelegd','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(33,'Doorlooptijd vastgelegd','root','2026-11-21T15:34:33+00:00',NULL);
INSERT INTO "operation" VALUES(34,'Contact opgeslagen: burgemeester van Almelo','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(35,'Contact opgeslagen: regievoerder','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(36,'Schoolvakantie opgeslagen: Zomervakantie','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(37,'Overlegreeks opgeslagen: Regietafel','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(38,'Overlegreeks opgeslagen: Vooroverleg','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(39,'Overlegreeks opgeslagen: Terugkoppeling','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(40,'3 overleggen gepland: Regietafel','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(41,'3 overleggen gepland: Vooroverleg','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(42,'Overleg van 05-06-2023 begonnen','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(43,'Overleg van 05-06-2023 gesloten','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(44,'Overleg van 05-09-2023 begonnen','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(45,'Overleg van 05-09-2023 gesloten','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(46,'Verslag van 05-06-2023 vastgesteld','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(47,'Agendapunt opgeslagen: Flexwoningen','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(48,'Agendapunt opgeslagen: Financiering','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(49,'Bijlage toegevoegd: Kaart','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(50,'Agendapunt verwijderd: Opening en vaststellen agenda','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(51,'Agenda van 05-11-2023 verzonden, versie 1','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(52,'Overleg van 05-06-2023 begonnen','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(53,'Aanwezigheid bij het overleg van 05-06-2023','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(54,'Regel vastgelegd: De agenda is vastgesteld.','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(55,'Regel vastgelegd: Te weinig locaties','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(56,'Regel vastgelegd: Een locatie zoeken','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(57,'Voortgang van 05-09-2023 vastgelegd','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(58,'Maatregel opgeslagen: Woningdelen','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(59,'Maatregel opgeslagen: Hospitaverhuur','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(60,'Maatregelen gekozen bij: Te weinig locaties','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(61,'Op de intekenlijst: Campagne voor kamers','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(62,'Op de intekenlijst: Regionale monitor','root','2026-11-21T18:17:48+00:00',NULL);
INSERT INTO "operation" VALUES(63,'Intekening opgeslagen: Campagne voor kamers','root','2026-11-21T18:17:48+00:00',NULL);
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
INSERT INTO "opvanglocatie" VALUES(1,1,'De Vloedbeld','azc',300,'2023-09-01',NULL,NULL,'',NULL,'','','');
INSERT INTO "opvanglocatie" VALUES(2,1,'Het Schip','azc',40,'2023-09-01',NULL,NULL,'',1,'','','');
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
INSERT INTO "opvanguitruil" VALUES(1,1,2,'coa_regulier',20,'2023-09-01','');
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
INSERT INTO "overdracht" VALUES(2,2,3,1,4);
CREATE TABLE overleg (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        datum TEXT NOT NULL,
        begin TEXT NOT NULL CHECK (begin GLOB '[0-2][0-9]:[0-5][0-9]'),
        minuten INTEGER NOT NULL CHECK (minuten BETWEEN 5 AND 1439),
        locatie TEXT NOT NULL,
        link TEXT NOT NULL,
        voorzitter TEXT NOT NULL,
        secretaris TEXT NOT NULL,
        uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
        volgnummer INTEGER NOT NULL CHECK (volgnummer >= 0),
        opmerking TEXT NOT NULL,
        samengevoegd_id INTEGER REFERENCES overleg CHECK (samengevoegd_id <> id)
    ) STRICT;
INSERT INTO "overleg" VALUES(1,1,'2023-06-05','10:00',120,'Raadzaal in Almelo','','','','7e30d1e2-c5c6-4033-a35d-acd1257e5056@regietafel',0,'',NULL);
INSERT INTO "overleg" VALUES(2,1,'2023-09-05','10:00',120,'Raadzaal in Almelo','','','','0d20678a-ecf0-4f42-92f3-4415c1532c28@regietafel',0,'',NULL);
INSERT INTO "overleg" VALUES(3,1,'2023-11-05','10:00',120,'Raadzaal in Almelo','','','','3c5e0763-a91b-4aa8-8390-4a186ec33707@regietafel',0,'',NULL);
INSERT INTO "overleg" VALUES(4,2,'2023-06-05','10:00',120,'Raadzaal in Almelo','','','','463f4374-f495-4ef5-98d3-3b90458798a7@regietafel',0,'',NULL);
INSERT INTO "overleg" VALUES(5,2,'2023-09-05','10:00',120,'Raadzaal in Almelo','','','','b63f993e-3130-4a85-a27f-2e631b4700ac@regietafel',0,'',NULL);
INSERT INTO "overleg" VALUES(6,2,'2023-12-05','10:00',120,'Raadzaal in Almelo','','','','8e8b5711-44d0-4773-9274-0eb0075a7960@regietafel',0,'',NULL);
CREATE TABLE overlegreeks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        soort TEXT NOT NULL CHECK (soort IN ('regietafel', 'vooroverleg', 'prt')),
        begin TEXT NOT NULL CHECK (begin GLOB '[0-2][0-9]:[0-5][0-9]'),
        minuten INTEGER NOT NULL CHECK (minuten BETWEEN 5 AND 1439),
        locatie TEXT NOT NULL,
        link TEXT NOT NULL,
        voorzitter TEXT NOT NULL,
        secretaris TEXT NOT NULL,
        per_jaar INTEGER NOT NULL CHECK (per_jaar BETWEEN 1 AND 52),
        dagen_vooraf INTEGER NOT NULL CHECK (dagen_vooraf BETWEEN 0 AND 60),
        vakantieregio TEXT NOT NULL CHECK (vakantieregio IN ('', 'noord', 'midden', 'zuid'))
    ) STRICT;
INSERT INTO "overlegreeks" VALUES(1,'Regietafel','regietafel','10:00',120,'Raadzaal in Almelo','','','',6,7,'noord');
INSERT INTO "overlegreeks" VALUES(2,'Vooroverleg','vooroverleg','10:00',120,'Raadzaal in Almelo','','','',6,7,'noord');
INSERT INTO "overlegreeks" VALUES(3,'Terugkoppeling','prt','10:00',120,'Raadzaal in Almelo','','','',6,7,'noord');
CREATE TABLE overlegstap (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        overleg_id INTEGER NOT NULL REFERENCES overleg,
        staat TEXT NOT NULL CHECK (staat IN
            ('concept', 'verzonden', 'bezig', 'verslag_concept', 'vastgesteld', 'vervallen')),
        tijd TEXT NOT NULL,
        toelichting TEXT NOT NULL
    ) STRICT;
INSERT INTO "overlegstap" VALUES(1,4,'bezig','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(2,4,'verslag_concept','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(3,5,'bezig','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(4,5,'verslag_concept','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(5,4,'vastgesteld','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(6,3,'verzonden','2026-11-21T18:17:48+00:00','');
INSERT INTO "overlegstap" VALUES(7,1,'bezig','2026-11-21T18:17:48+00:00','');
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
INSERT INTO "overzichtregel" VALUES(1,2,'2023-II','2023-09-01',NULL,NULL,NULL,11,NULL,'COA');
CREATE TABLE "partij" (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        oud INTEGER NOT NULL, -- may be below 0: lowered after an agreement, and mended by the next
        UNIQUE (herverdeling_id, gemeente_id)
    ) STRICT;
INSERT INTO "partij" VALUES(1,2,3,248);
INSERT INTO "partij" VALUES(2,2,1,113);
CREATE TABLE partner (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL CHECK (naam <> ''),
        contact TEXT NOT NULL
    ) STRICT;
INSERT INTO "partner" VALUES(1,'corporatie in Almelo','');
INSERT INTO "partner" VALUES(2,'corporatie in Borne','');
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
INSERT INTO "prestatieafspraak" VALUES(1,1,1,2023,'vergunninghouders',8000,65,20,NULL,NULL,'');
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
INSERT INTO "procestermijn" VALUES(1,'Kennisgeving aan het COA','coa','bekendmaking',1,'week',NULL,NULL,'Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)',NULL);
INSERT INTO "procestermijn" VALUES(2,'Kennisgeving aan de provincie','provincie','bekendmaking',1,'week',NULL,NULL,'Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)',NULL);
INSERT INTO "procestermijn" VALUES(3,'Kennisgeving aan het ministerie van A&M','aenm','bekendmaking',1,'week',NULL,NULL,'Het stappenplan herverdeling taakstelling noemt geen termijn; hier geldt dezelfde week',NULL);
INSERT INTO "procestermijn" VALUES(4,'Kennisgeving aan het ministerie van VRO','vro','bekendmaking',1,'week',NULL,NULL,'Het stappenplan herverdeling taakstelling noemt geen termijn; hier geldt dezelfde week',NULL);
INSERT INTO "procestermijn" VALUES(5,'Verwerking door het COA','verwerkt','bekendmaking',1,'maand',NULL,NULL,'Stappenplan herverdeling taakstelling (Huisvestingswet 2014, art. 29)',NULL);
CREATE TABLE realisatie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        periode TEXT NOT NULL,
        peildatum TEXT NOT NULL,
        aantal INTEGER NOT NULL,
        bron TEXT NOT NULL,
        UNIQUE (gemeente_id, periode, peildatum)
    ) STRICT;
INSERT INTO "realisatie" VALUES(1,2,'2023-II','2023-09-01',12,'');
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
        open_tot TEXT CHECK (open_tot IS NULL OR open_vanaf IS NULL OR open_vanaf <= open_tot),
        geldig_vanaf TEXT,
        geldig_tot TEXT CHECK (geldig_tot IS NULL OR geldig_vanaf IS NULL OR geldig_vanaf <= geldig_tot),
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
INSERT INTO "regeling" VALUES(1,'SFT','','flexwoning',14000,'woning',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL);
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
INSERT INTO "regio" VALUES(1,'Regietafel Twente','Overijssel','','','','','','','','');
CREATE TABLE scenario (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        periode TEXT NOT NULL,
        toelichting TEXT NOT NULL
    ) STRICT;
INSERT INTO "scenario" VALUES(1,'A','2023-II','');
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
INSERT INTO "scenariodeel" VALUES(1,1,1,2,3,'');
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
INSERT INTO "schoolvakantie" VALUES(1,'Zomervakantie','noord','2023-07-22','2023-09-05',NULL,NULL,'',NULL);
CREATE TABLE sjabloon (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL UNIQUE CHECK (naam <> ''),
        tekst TEXT NOT NULL REFERENCES inhoud,
        basis TEXT NOT NULL REFERENCES inhoud -- the standard wording from which it was changed
    ) STRICT;
INSERT INTO "sjabloon" VALUES(1,'bekendmaking.txt','fe6423812e0174554a86315e4f31bd3034ff40f46938f957affffa290f5b04d1','cf7fe979f2f4b5ca3c318578c5e0889311d9cbd86b9c06ea04e5da0a8d03bf59');
CREATE TABLE staatwissel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        locatie_id INTEGER REFERENCES opvanglocatie,
        project_id INTEGER REFERENCES woonproject,
        staat TEXT NOT NULL CHECK (staat IN ('idee', 'verkenning', 'collegebesluit', 'raadsbesluit', 'vergunning', 'in_aanbouw', 'open', 'gesloten')),
        vanaf TEXT NOT NULL,
        toelichting TEXT NOT NULL,
        CHECK ((locatie_id IS NULL) <> (project_id IS NULL)),
        UNIQUE (locatie_id, vanaf),
        UNIQUE (project_id, vanaf)
    ) STRICT;
INSERT INTO "staatwissel" VALUES(1,1,NULL,'open','2023-09-01','');
INSERT INTO "staatwissel" VALUES(2,NULL,1,'vergunning','2023-09-01','');
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
CREATE TABLE telgemeente (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        gemeente_id INTEGER NOT NULL REFERENCES gemeente,
        personen INTEGER NOT NULL CHECK (personen > 0),
        UNIQUE (project_id, gemeente_id)
    ) STRICT;
INSERT INTO "telgemeente" VALUES(1,1,1,25);
INSERT INTO "telgemeente" VALUES(2,1,2,20);
INSERT INTO "telgemeente" VALUES(3,1,3,15);
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
INSERT INTO "termijn" VALUES(1,'Taakstelling van het tweede halfjaar: uiterste dag van publicatie',4,1,NULL,NULL,'Huisvestingswet 2014, art. 29: minstens 13 weken vooraf; komt vaak later',NULL);
INSERT INTO "termijn" VALUES(2,'Taakstelling van het eerste halfjaar van volgend jaar: uiterste dag van publicatie',10,1,NULL,NULL,'Huisvestingswet 2014, art. 29: minstens 13 weken vooraf; komt vaak later',NULL);
INSERT INTO "termijn" VALUES(3,'Einde van het eerste halfjaar',6,30,NULL,NULL,'kalenderhalfjaar',NULL);
INSERT INTO "termijn" VALUES(4,'Einde van het tweede halfjaar',12,31,NULL,NULL,'kalenderhalfjaar',NULL);
INSERT INTO "termijn" VALUES(5,'Capaciteitsraming en provinciale opvangopgave (rond deze dag)',2,1,'2024-02-01',NULL,'Spreidingswet',NULL);
INSERT INTO "termijn" VALUES(6,'Verslag van de provincie aan de minister',11,1,'2024-02-01',NULL,'Spreidingswet',NULL);
INSERT INTO "termijn" VALUES(7,'Verdeelbesluit: vóór het nieuwe jaar',12,31,'2024-02-01',NULL,'Spreidingswet',NULL);
INSERT INTO "termijn" VALUES(8,'Opvangplekken uit het verdeelbesluit gereed',7,1,'2024-02-01',NULL,'Spreidingswet',NULL);
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
INSERT INTO "trede" VALUES(1,'Overijssel',1,'monitoren','groen','De provincie volgt de cijfers.',NULL,NULL,'indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt',NULL);
INSERT INTO "trede" VALUES(2,'Overijssel',2,'ambtelijk gesprek','oranje','De provincie volgt de cijfers en voert een ambtelijk gesprek.',NULL,NULL,'indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt',NULL);
INSERT INTO "trede" VALUES(3,'Overijssel',3,'bestuurlijk gesprek','rood','De provincie volgt de cijfers, voert een ambtelijk gesprek en een bestuurlijk gesprek.',NULL,NULL,'indeling van de provincie Overijssel (groen/oranje/rood); controleer of zij nog geldt',NULL);
INSERT INTO "trede" VALUES(4,'',1,'signaleren','','De provincie ziet dat de taakstelling mogelijk niet wordt gehaald.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
INSERT INTO "trede" VALUES(5,'',2,'informatie opvragen en nagaan','','De provincie vraagt de gemeente om uitleg en gaat na of de cijfers kloppen.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
INSERT INTO "trede" VALUES(6,'',3,'afspraken maken','','Provincie en gemeente spreken af wat de gemeente doet, voor welke dag en wat er anders volgt.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
INSERT INTO "trede" VALUES(7,'',4,'vooraankondiging','','De provincie kondigt aan dat zij de taak gaat overnemen als de gemeente haar afspraken niet nakomt.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
INSERT INTO "trede" VALUES(8,'',5,'besluit met laatste termijn','','De provincie besluit de taak over te nemen en geeft de gemeente nog één termijn om haar zelf uit te voeren.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
INSERT INTO "trede" VALUES(9,'',6,'indeplaatsstelling','','De provincie huisvest namens en op kosten van de gemeente.',NULL,NULL,'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (rijksoverheid.nl, 8 maart 2011); de namen zijn niet bij de bron nagelezen, controleer ze bij uw provincie',NULL);
CREATE TABLE vastpunt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        volgorde INTEGER NOT NULL,
        titel TEXT NOT NULL CHECK (titel <> ''),
        toelichting TEXT NOT NULL,
        minuten INTEGER CHECK (minuten BETWEEN 0 AND 600),
        soort TEXT NOT NULL CHECK (soort IN ('informatie', 'bespreking', 'besluit')),
        deel TEXT NOT NULL CHECK (deel IN
            ('', 'stand', 'opvang', 'herverdelingen', 'termijnen', 'acties', 'verslag')),
        aan_einde INTEGER NOT NULL CHECK (aan_einde IN (0, 1))
    ) STRICT;
INSERT INTO "vastpunt" VALUES(1,1,1,'Opening en vaststellen agenda','',5,'besluit','',0);
INSERT INTO "vastpunt" VALUES(2,1,2,'Stand van zaken taakstelling en opvangplekken','',15,'informatie','opvang',0);
INSERT INTO "vastpunt" VALUES(3,1,3,'Actualiteiten','',10,'informatie','',1);
INSERT INTO "vastpunt" VALUES(4,1,4,'Verslag vorig overleg','',5,'besluit','verslag',1);
INSERT INTO "vastpunt" VALUES(5,1,5,'Openstaande acties','',10,'bespreking','acties',1);
INSERT INTO "vastpunt" VALUES(6,1,6,'Terugkoppeling PRT','',5,'informatie','',1);
INSERT INTO "vastpunt" VALUES(7,1,7,'Wat verder ter tafel komt','',5,'informatie','',1);
INSERT INTO "vastpunt" VALUES(8,2,1,'Opening en vaststellen agenda','',5,'besluit','',0);
INSERT INTO "vastpunt" VALUES(9,2,2,'Stand van zaken taakstelling','',15,'informatie','stand',0);
INSERT INTO "vastpunt" VALUES(10,2,3,'Voorbereiding van de regietafel','',30,'bespreking','',1);
INSERT INTO "vastpunt" VALUES(11,2,4,'Verslag vorig overleg','',5,'besluit','verslag',1);
INSERT INTO "vastpunt" VALUES(12,2,5,'Openstaande acties','',10,'bespreking','acties',1);
INSERT INTO "vastpunt" VALUES(13,2,6,'Wat verder ter tafel komt','',5,'informatie','',1);
INSERT INTO "vastpunt" VALUES(14,3,1,'Opening en vaststellen agenda','',5,'besluit','',0);
INSERT INTO "vastpunt" VALUES(15,3,2,'Terugkoppeling uit de PRT','',20,'informatie','',0);
INSERT INTO "vastpunt" VALUES(16,3,3,'Verslag vorig overleg','',5,'besluit','verslag',1);
INSERT INTO "vastpunt" VALUES(17,3,4,'Openstaande acties','',10,'bespreking','acties',1);
INSERT INTO "vastpunt" VALUES(18,3,5,'Wat verder ter tafel komt','',5,'informatie','',1);
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
INSERT INTO "verslagregel" VALUES(1,1,1,'besluit','De agenda is vastgesteld.','',NULL,NULL,'','',NULL,NULL,NULL);
INSERT INTO "verslagregel" VALUES(2,1,2,'knelpunt','Te weinig locaties','opvang',NULL,NULL,'','',NULL,NULL,NULL);
INSERT INTO "verslagregel" VALUES(3,1,2,'actie','Een locatie zoeken','','2023-09-05',NULL,'','',NULL,NULL,NULL);
CREATE TABLE verwerking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER NOT NULL REFERENCES herverdeling,
        datum TEXT NOT NULL,
        afgekeurd INTEGER NOT NULL CHECK (afgekeurd = 0 OR afgekeurd = 1 AND reden <> ''),
        reden TEXT NOT NULL,
        UNIQUE (herverdeling_id, datum)
    ) STRICT;
INSERT INTO "verwerking" VALUES(1,2,'2023-09-20',0,'');
CREATE TABLE verzending (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reeks_id INTEGER NOT NULL REFERENCES overlegreeks,
        rol TEXT NOT NULL CHECK (rol IN ('bestuurder', 'wethouder', 'ambtenaar', 'secretariaat', 'partner')),
        wijze TEXT NOT NULL CHECK (wijze IN ('lid', 'informatie')),
        UNIQUE (reeks_id, rol)
    ) STRICT;
INSERT INTO "verzending" VALUES(1,1,'bestuurder','lid');
INSERT INTO "verzending" VALUES(2,1,'secretariaat','lid');
INSERT INTO "verzending" VALUES(3,1,'wethouder','informatie');
INSERT INTO "verzending" VALUES(4,1,'ambtenaar','informatie');
INSERT INTO "verzending" VALUES(5,2,'ambtenaar','lid');
INSERT INTO "verzending" VALUES(6,2,'secretariaat','lid');
INSERT INTO "verzending" VALUES(7,3,'bestuurder','lid');
INSERT INTO "verzending" VALUES(8,3,'secretariaat','lid');
INSERT INTO "verzending" VALUES(9,3,'wethouder','informatie');
INSERT INTO "verzending" VALUES(10,3,'ambtenaar','informatie');
CREATE TABLE voortgang (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        regel_id INTEGER REFERENCES verslagregel,
        intekening_id INTEGER REFERENCES intekening,
        datum TEXT NOT NULL,
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        CHECK ((regel_id IS NULL) <> (intekening_id IS NULL))
    ) STRICT;
INSERT INTO "voortgang" VALUES(1,3,NULL,'2023-09-05','Twee gesprekken gevoerd');
CREATE TABLE "weglating" (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        herverdeling_id INTEGER REFERENCES herverdeling,
        overleg_id INTEGER REFERENCES overleg,
        tekst TEXT NOT NULL CHECK (tekst <> ''),
        grond TEXT NOT NULL, -- of the Woo; empty when it stays
        CHECK ((herverdeling_id IS NULL) <> (overleg_id IS NULL)),
        UNIQUE (herverdeling_id, tekst),
        UNIQUE (overleg_id, tekst)
    ) STRICT;
INSERT INTO "weglating" VALUES(1,1,NULL,'074 000 00 00','5.1.2e');
CREATE TABLE woningmaat (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL REFERENCES woonproject,
        maat TEXT NOT NULL CHECK (maat IN ('alleen', 'duo', '3-5', '6', '7+', 'amv', 'medisch')),
        woningen INTEGER NOT NULL CHECK (woningen > 0),
        UNIQUE (project_id, maat)
    ) STRICT;
INSERT INTO "woningmaat" VALUES(1,1,'alleen',20);
INSERT INTO "woningmaat" VALUES(2,1,'duo',10);
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
INSERT INTO "woonproject" VALUES(1,1,'Hof van Borne','tussenvoorziening',NULL,30,60,60,'2023-09-01',NULL,NULL,'',NULL,NULL,'onbekend','','','','');
INSERT INTO "woonproject" VALUES(2,3,'Hotel','har',NULL,NULL,40,40,NULL,NULL,NULL,'',NULL,NULL,'onbekend','','','','');
CREATE TABLE zekerheid (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        staat TEXT NOT NULL UNIQUE CHECK (staat IN ('idee', 'verkenning', 'collegebesluit', 'raadsbesluit', 'vergunning', 'in_aanbouw', 'open', 'gesloten')),
        zekerheid INTEGER NOT NULL CHECK (zekerheid BETWEEN 0 AND 100),
        geldig_vanaf TEXT,
        geldig_tot TEXT CHECK (geldig_tot IS NULL OR geldig_vanaf IS NULL OR geldig_vanaf <= geldig_tot),
        bron TEXT NOT NULL,
        gecontroleerd_op TEXT
    ) STRICT;
INSERT INTO "zekerheid" VALUES(1,'vergunning',80,NULL,NULL,'',NULL);
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
CREATE INDEX change_row ON change (table_name, row_id);
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
CREATE TRIGGER overdracht_frozen_move BEFORE UPDATE OF herverdeling_id ON overdracht
        WHEN new.herverdeling_id <> old.herverdeling_id
        AND EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER partij_frozen_move BEFORE UPDATE OF herverdeling_id ON partij
        WHEN new.herverdeling_id <> old.herverdeling_id
        AND EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE TRIGGER behandeling_frozen_move BEFORE UPDATE OF herverdeling_id ON behandeling
        WHEN new.herverdeling_id <> old.herverdeling_id
        AND EXISTS (SELECT 1 FROM herverdeling WHERE id = new.herverdeling_id AND in_werking_op IS NOT NULL)
        BEGIN SELECT RAISE(ABORT,
            'Een herverdeling die in werking is, verandert niet meer; alleen een nieuwe kan volgen.'); END;
CREATE UNIQUE INDEX huisstijl_van ON huisstijl (ifnull(gemeente_id, 0));
CREATE INDEX overlegstap_overleg ON overlegstap (overleg_id);
CREATE INDEX agendapunt_overleg ON agendapunt (overleg_id);
CREATE INDEX agendapunt_vorige ON agendapunt (vorige_id);
CREATE INDEX aanwezigheid_overleg ON aanwezigheid (overleg_id);
CREATE INDEX verslagregel_overleg ON verslagregel (overleg_id);
CREATE INDEX verslagregel_agendapunt ON verslagregel (agendapunt_id);
CREATE INDEX voortgang_regel ON voortgang (regel_id);
CREATE INDEX bijlage_agendapunt ON bijlage (agendapunt_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('partij',2);
INSERT INTO "sqlite_sequence" VALUES('operation',63);
INSERT INTO "sqlite_sequence" VALUES('change',240);
INSERT INTO "sqlite_sequence" VALUES('regio',1);
INSERT INTO "sqlite_sequence" VALUES('gemeente',3);
INSERT INTO "sqlite_sequence" VALUES('adressaat',4);
INSERT INTO "sqlite_sequence" VALUES('herindeling',1);
INSERT INTO "sqlite_sequence" VALUES('trede',9);
INSERT INTO "sqlite_sequence" VALUES('termijn',8);
INSERT INTO "sqlite_sequence" VALUES('taakstellingsversie',1);
INSERT INTO "sqlite_sequence" VALUES('taakstelling',3);
INSERT INTO "sqlite_sequence" VALUES('realisatie',1);
INSERT INTO "sqlite_sequence" VALUES('beginstand',1);
INSERT INTO "sqlite_sequence" VALUES('correctie',1);
INSERT INTO "sqlite_sequence" VALUES('herverdeling',2);
INSERT INTO "sqlite_sequence" VALUES('overdracht',2);
INSERT INTO "sqlite_sequence" VALUES('inwoners',1);
INSERT INTO "sqlite_sequence" VALUES('alias',1);
INSERT INTO "sqlite_sequence" VALUES('kolomindeling',1);
INSERT INTO "sqlite_sequence" VALUES('overzichtregel',1);
INSERT INTO "sqlite_sequence" VALUES('oordeel',1);
INSERT INTO "sqlite_sequence" VALUES('behandeling',2);
INSERT INTO "sqlite_sequence" VALUES('kennisgeving',1);
INSERT INTO "sqlite_sequence" VALUES('verwerking',1);
INSERT INTO "sqlite_sequence" VALUES('procestermijn',5);
INSERT INTO "sqlite_sequence" VALUES('koppelingoverdracht',1);
INSERT INTO "sqlite_sequence" VALUES('bestuurlijkeafspraak',1);
INSERT INTO "sqlite_sequence" VALUES('scenario',1);
INSERT INTO "sqlite_sequence" VALUES('scenariodeel',1);
INSERT INTO "sqlite_sequence" VALUES('grens',1);
INSERT INTO "sqlite_sequence" VALUES('sjabloon',1);
INSERT INTO "sqlite_sequence" VALUES('huisstijl',1);
INSERT INTO "sqlite_sequence" VALUES('archiefstuk',1);
INSERT INTO "sqlite_sequence" VALUES('norm',1);
INSERT INTO "sqlite_sequence" VALUES('zekerheid',1);
INSERT INTO "sqlite_sequence" VALUES('regeling',1);
INSERT INTO "sqlite_sequence" VALUES('partner',2);
INSERT INTO "sqlite_sequence" VALUES('prestatieafspraak',1);
INSERT INTO "sqlite_sequence" VALUES('aandachtsgroep',1);
INSERT INTO "sqlite_sequence" VALUES('opvanglocatie',2);
INSERT INTO "sqlite_sequence" VALUES('staatwissel',2);
INSERT INTO "sqlite_sequence" VALUES('bezetting',1);
INSERT INTO "sqlite_sequence" VALUES('opvanguitruil',1);
INSERT INTO "sqlite_sequence" VALUES('woonproject',2);
INSERT INTO "sqlite_sequence" VALUES('telgemeente',3);
INSERT INTO "sqlite_sequence" VALUES('woningmaat',2);
INSERT INTO "sqlite_sequence" VALUES('harinstroom',1);
INSERT INTO "sqlite_sequence" VALUES('koppelstand',1);
INSERT INTO "sqlite_sequence" VALUES('doorlooptijd',1);
INSERT INTO "sqlite_sequence" VALUES('bijlage',2);
INSERT INTO "sqlite_sequence" VALUES('weglating',1);
INSERT INTO "sqlite_sequence" VALUES('contact',2);
INSERT INTO "sqlite_sequence" VALUES('schoolvakantie',1);
INSERT INTO "sqlite_sequence" VALUES('overlegreeks',3);
INSERT INTO "sqlite_sequence" VALUES('vastpunt',18);
INSERT INTO "sqlite_sequence" VALUES('verzending',10);
INSERT INTO "sqlite_sequence" VALUES('overleg',6);
INSERT INTO "sqlite_sequence" VALUES('agendapunt',38);
INSERT INTO "sqlite_sequence" VALUES('overlegstap',7);
INSERT INTO "sqlite_sequence" VALUES('agendaversie',1);
INSERT INTO "sqlite_sequence" VALUES('aanwezigheid',1);
INSERT INTO "sqlite_sequence" VALUES('verslagregel',3);
INSERT INTO "sqlite_sequence" VALUES('actiehouder',2);
INSERT INTO "sqlite_sequence" VALUES('voortgang',1);
INSERT INTO "sqlite_sequence" VALUES('kennis',2);
INSERT INTO "sqlite_sequence" VALUES('kennislink',1);
INSERT INTO "sqlite_sequence" VALUES('intekenactie',2);
INSERT INTO "sqlite_sequence" VALUES('intekening',1);
COMMIT;
