"""Files in which someone wrote what the program never would."""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regietafel.actions.archief import Gemaakt, register
from regietafel.actions.behandeling import record_kennisgevingen, record_verwerking
from regietafel.actions.bestuurlijke_afspraken import record_afspraak
from regietafel.actions.bijlagen import add_bijlage
from regietafel.actions.grenzen import set_grens
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.actions.koppelingen import record_koppelingen
from regietafel.actions.regio import add_meegeleverd
from regietafel.actions.scenarios import make_scenario
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.actions.weglatingen import set_weglating
from regietafel.domain.behandeling import Kennisgeving, Verwerking
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.document import Archiefstuk, Weglating
from regietafel.domain.grens import Grens
from regietafel.domain.herverdeling import Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenarioregel
from regietafel.ledger import Ledger
from tests.core import opvang_scenarios, overleg_scenarios
from tests.core.agreements import bring_into_force

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)

NASTY = (
    "=1+1 <b onload='x'>B</b> &amp;\n[klik](file:///etc/passwd) **x** $kenmerk {0} {naam} %s ../../x \u202e\u200b\u2028"
)
TEXTS = {
    "herverdeling": ("toelichting", "reden_langer", "overleg", "kenmerk"),
    "behandeling": ("contact", "besluitnummer", "ondertekenaar", "vindplaats"),
    "kennisgeving": ("wijze",),
    "verwerking": ("reden",),
    "procestermijn": ("omschrijving", "bron"),
    "koppelingoverdracht": ("toelichting",),
    "bestuurlijkeafspraak": ("onderwerp", "partijen", "tekst"),
    "scenario": ("naam", "toelichting"),
    "scenariodeel": ("waarom",),
    "grens": ("toelichting",),
    "gemeente": ("naam",),
    "bijlage": ("titel",),
    "weglating": ("tekst",),
    "norm": ("omschrijving", "bron"),
    "regeling": ("naam", "voorwaarden", "bron"),
    "opvanglocatie": ("naam", "doelgroep", "contact", "bron", "opmerking"),
    "bezetting": ("bron",),
    "opvanguitruil": ("bron",),
    "partner": ("naam", "contact"),
    "prestatieafspraak": ("doelgroep", "bron"),
    "aandachtsgroep": ("groep", "bron"),
    "woonproject": ("naam", "daarna", "telt_mee_bron", "contact", "bron", "opmerking"),
    "staatwissel": ("toelichting",),
    "koppelstand": ("bron",),
    "doorlooptijd": ("bron",),
    "overlegreeks": ("naam", "locatie", "voorzitter", "secretaris"),
    "vastpunt": ("titel", "toelichting"),
    "contact": ("organisatie", "naam", "functie", "telefoon"),
    "overleg": ("locatie", "voorzitter", "secretaris", "opmerking"),
    "overlegstap": ("toelichting",),
    "agendapunt": ("titel", "toelichting", "intern", "inbrenger"),
    "agendaversie": ("wijzigingen",),
    "aanwezigheid": ("naam",),
    "verslagregel": ("tekst", "thema", "vraag", "invoer"),
    "kennis": ("titel", "tekst", "thema", "bron"),
    "intekenactie": ("titel", "toelichting", "thema", "bron"),
    "intekening": ("toezegging",),
    "voortgang": ("tekst",),
    "archiefstuk": ("onderwerp", "soort", "voor", "titel", "vorm"),
}
ON_ONE_LINE = {
    *((table, "naam") for table in ("regeling", "opvanglocatie", "partner", "woonproject", "overlegreeks", "contact")),
    *((table, "titel") for table in ("vastpunt", "agendapunt", "kennis", "intekenactie")),
    ("contact", "organisatie"),
}
LARGEST = (
    "UPDATE opvanglocatie SET open_tot = '2200-12-31', overeenkomst_tot = '2200-12-31', capaciteit = 20000",
    "UPDATE bezetting SET bezet = 1000000000",
    "UPDATE opvanguitruil SET aantal = 1000000000",
    "UPDATE woonproject SET einde = '2200-12-31', plaats_tot = '2200-12-31', regeling_id = 1, partner_id = 1",
    "UPDATE woonproject SET eenheden = 1000000000, personen = 1000000000, bedrag = 1000000000",
    "UPDATE woonproject SET vergunninghouders = 900000000, telt_mee = 'ja' WHERE id = 1",
    "UPDATE telgemeente SET personen = 300000000",
    "UPDATE woningmaat SET woningen = 500000000",
    "UPDATE harinstroom SET aantal = 1000000000",
    "UPDATE regeling SET bedrag = 1000000000, geldig_tot = '2200-12-31', start_binnen = 600",
    "UPDATE norm SET waarde = 10000 WHERE eenheid <> '%'",
    "UPDATE koppelstand SET huishoudens = 1000000000, woningen = 1000000000",
    "UPDATE doorlooptijd SET dagen = 1000000000",
    "UPDATE prestatieafspraak SET woningen = 1000000000",
    "UPDATE aandachtsgroep SET aantal = 1000000000",
    "UPDATE overleg SET minuten = 1439, begin = '23:59', volgnummer = 1000000000, link = 'https://' || char(60) || 'b'",
    "UPDATE agendapunt SET minuten = 600, volgorde = 1000000000 - id",
    "UPDATE verslagregel SET voor = '2200-12-31' WHERE soort = 'actie'",
)
STUK = Archiefstuk(
    herverdeling_id=1, onderwerp="HV-2023-II-01", soort="besluit", voor="Borne", titel="Besluit", vorm="pdf",
    bestandsnaam="HV-2023-II-01 Besluit Borne.pdf", datum=DAY, gemaakt_op="2023-09-01T10:00:00+02:00",
    sjabloon="besluit_college.txt", sjabloon_sha="0" * 64, feiten="0" * 64, inhoud="0" * 64,
)  # fmt: skip


def fill_all(twente: Ledger) -> None:
    """One of everything: of what is part of an agreement, or stands beside it, 1 is in force and 2 a concept."""
    opvang_scenarios.fill(twente)
    overleg_scenarios.fill(twente)
    add_meegeleverd(twente)
    bring_into_force(twente, make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)]), DAY)
    record_kennisgevingen(twente, [Kennisgeving(herverdeling_id=1, aan="coa", datum=DAY)])
    record_verwerking(twente, Verwerking(herverdeling_id=1, datum=DAY))
    make_herverdeling(twente, P, [Deel("Enschede", "Almelo", 5)], vervolg_op_id=1)
    record_koppelingen(twente, Koppelingoverdracht(van_id=1, naar_id=2, datum=DAY, aantal=1, grootte=4))
    record_afspraak(twente, BestuurlijkeAfspraak(datum=DAY, onderwerp="Opvang", partijen="Borne", tekst="Samen"))
    make_scenario(twente, P, "Klein", [Scenarioregel("Enschede", "Borne", 3)])
    set_grens(twente, Grens(gemeente_id=2, periode=P, max_overnemen=5))
    set_huisstijl(twente, Huisstijl(gemeente_id=2, kleur="#1D4ED8", afzender="Afdeling Wonen", voettekst="Borne"))
    set_sjabloon(twente, "bekendmaking.txt", "# Bekendmaking $gemeente", "# Bekendmaking")
    add_bijlage(twente, 1, "Brief", "brief.pdf", b"%PDF-", openbaar=True)
    set_weglating(twente, Weglating(herverdeling_id=1, tekst="074 000 00 00", grond="5.1.2e"))
    register(twente, [Gemaakt(STUK, b"%PDF-", b"{}")])


@contextmanager
def stranger(path: Path) -> Iterator[sqlite3.Connection]:
    """Write past every rule of the file and leave its schema as it was."""
    db = sqlite3.connect(path, isolation_level=None)
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA ignore_check_constraints = ON")
    yield db
    for _name, sql in triggers:
        db.execute(sql)
    db.close()


def put(path: Path, place: str, content: bytes, *, sha: str = "") -> None:
    """Let the column (``table.column``) hold this, past everything that judges it."""
    table, column = place.split(".")
    with stranger(path) as db:
        sha = sha or hashlib.sha256(content).hexdigest()
        db.execute("INSERT OR REPLACE INTO inhoud VALUES (?, ?)", [sha, content])
        also = ", logo_tekst = 'Logo', letter = 'Letter'" if table == "huisstijl" else ""
        statement = f"UPDATE {table} SET {column} = ?{also}"  # noqa: S608 - the names stand above
        assert db.execute(statement, [sha]).rowcount


def make_nasty(path: Path) -> None:
    """Write all that is allowed and unwelcome: markup, formulas, signs, and the largest numbers."""
    with stranger(path) as db:
        for table, columns in TEXTS.items():
            for column in columns:
                said = NASTY.replace("\n", " ") if (table, column) in ON_ONE_LINE else NASTY
                also = " WHERE organisatie <> ''" if column == "organisatie" else ""
                db.execute(f"UPDATE {table} SET {column} = ? || id{also}", [said])  # noqa: S608 - the names stand above
        db.execute("UPDATE herverdeling SET tot_en_met = '2200-II'")
        for table, column in (("overdracht", "aantal"), ("partij", "oud"), ("scenariodeel", "aantal")):
            db.execute(f"UPDATE {table} SET {column} = 1000000000")  # noqa: S608 - as above
        db.execute("UPDATE koppelingoverdracht SET aantal = 1000000000, grootte = 20, datum = '2200-12-31'")
        db.execute("UPDATE grens SET max_overnemen = 1000000000, minimum = 1000000000, partners = 'GM9999 GM0147'")
        db.execute("UPDATE procestermijn SET aantal = 366, eenheid = 'maand'")
        db.execute("DELETE FROM adressaat")
        for statement in LARGEST:
            db.execute(statement)
