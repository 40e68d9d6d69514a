"""A file by mail in which someone wrote what the program never would: refused, or every screen and letter survives."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from regietafel.actions.regio import add_meegeleverd
from regietafel.catalog import BESTUURLIJKE_AFSPRAAK, HERVERDELING, KLOK
from regietafel.catalog.koppeling import KOPPELING_REGEL
from regietafel.catalog.opvang import LOCATIEREGEL
from regietafel.catalog.projecten import PROJECT_REGEL
from regietafel.documents.maken import write_stukken
from regietafel.documents.opvangreeks import make_opvangstukken
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.errors import RegietafelError, RuleError
from regietafel.exchange.agenda import ics_bytes, of_termijnen
from regietafel.exchange.cijferboek import cijferboek
from regietafel.exchange.export import export_table, write_tables
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.planning.kort import kort
from regietafel.planning.pijplijn import pijplijn
from regietafel.planning.prognose import prognose
from regietafel.planning.scenario import naast_elkaar, uitkomst
from regietafel.planning.vraag_aanbod import vraag_aanbod
from regietafel.queries.doorlooptijd import doorlooptijden
from regietafel.queries.herverdelingen import herverdelingen
from regietafel.queries.klokken import klokken
from regietafel.queries.koppelingen import koppelingen
from regietafel.queries.levensloop import levensloop
from regietafel.queries.locaties import locatieblad, locaties
from regietafel.queries.opvangstand import opvangstand
from regietafel.queries.opvolging import opvolging
from regietafel.queries.partners import partners
from regietafel.queries.regelingen import regelingen
from regietafel.queries.termijnen import alle_termijnen
from regietafel.queries.woonprojecten import projectblad, woonprojecten
from tests.core.strange_files import DAY, NASTY, P, stranger

REFUSED = [
    "UPDATE behandeling SET bekendgemaakt_op = '9999-12-31'",
    "UPDATE behandeling SET besluit_op = '0001-01-01', voorgelegd_op = '0001-01-01'",
    "UPDATE behandeling SET besluit_op = 'gisteren'",
    "UPDATE behandeling SET reden = 'a' || char(0) || 'b'",
    "UPDATE behandeling SET gemeente_id = 1 WHERE gemeente_id = 2",
    "UPDATE behandeling SET geweigerd = 2",
    "UPDATE kennisgeving SET aan = 'x'",
    "UPDATE kennisgeving SET datum = '9999-12-31'",
    "UPDATE kennisgeving SET ontvangst_op = '1990-01-01'",
    "UPDATE verwerking SET datum = '9999-12-31'",
    "UPDATE verwerking SET afgekeurd = 1, reden = ' '",
    "UPDATE procestermijn SET stap = 'x'",
    "UPDATE procestermijn SET na = 'x'",
    "UPDATE procestermijn SET eenheid = 'eeuw'",
    "UPDATE procestermijn SET aantal = 1000000",
    "UPDATE procestermijn SET omschrijving = char(27) || '[2J'",
    "UPDATE koppelingoverdracht SET datum = '9999-12-31'",
    "UPDATE koppelingoverdracht SET grootte = 1000000",
    "UPDATE koppelingoverdracht SET naar_id = van_id",
    "UPDATE bestuurlijkeafspraak SET tekst = ' '",
    "UPDATE bestuurlijkeafspraak SET datum = '9999-12-31'",
    "UPDATE scenario SET naam = ' '",
    "UPDATE scenario SET periode = '9999-I'",
    "UPDATE scenariodeel SET aantal = 4611686018427387904",
    "UPDATE scenariodeel SET naar_id = van_id",
    "UPDATE scenariodeel SET naar_id = 77",
    "UPDATE grens SET partners = 'iedereen'",
    "UPDATE grens SET minimum = -1",
    "UPDATE herverdeling SET tot_en_met = '9999-II'",
    "UPDATE herverdeling SET tot_en_met = '2000-I'",
    "UPDATE herverdeling SET in_werking_op = '2100-01-01' WHERE in_werking_op IS NOT NULL",
    "UPDATE herverdeling SET ingetrokken_op = '2023-09-01' WHERE in_werking_op IS NOT NULL",
    "UPDATE herverdeling SET in_werking_op = '2023-09-01'",
    "UPDATE herverdeling SET vervolg_op_id = id",
    "UPDATE herverdeling SET vervolg_op_id = 3 - id",
    "UPDATE herverdeling SET toelichting = printf('%.*c', 20001, 'x')",
    "UPDATE overdracht SET aantal = -1",
    "DELETE FROM partij",
    "DELETE FROM overdracht",
    "DELETE FROM taakstelling",
    "UPDATE realisatie SET bron = char(7)",
    "UPDATE archiefstuk SET bestandsnaam = '../../' || bestandsnaam",
    "UPDATE archiefstuk SET bestandsnaam = 'C:' || char(92) || bestandsnaam",
    "UPDATE archiefstuk SET bestandsnaam = 'a' || char(10) || '.pdf'",
    "UPDATE archiefstuk SET bestandsnaam = printf('%.*c', 201, 'x')",
    "UPDATE archiefstuk SET sjabloon = '../../../etc/hostname'",
    "UPDATE archiefstuk SET sjabloon = '//elders/deel/a.txt'",
    "UPDATE archiefstuk SET gemaakt_op = 'gisteren'",
    "UPDATE archiefstuk SET inhoud = 'x'",
    "UPDATE bijlage SET bestandsnaam = '/etc/passwd'",
    "UPDATE bijlage SET bestandsnaam = '..'",
    "UPDATE bijlage SET bestandsnaam = 'fdp.' || char(8238) || 'exe'",
    "UPDATE sjabloon SET naam = '../x.txt'",
    "UPDATE weglating SET grond = '5.3'",
    "UPDATE huisstijl SET kleur = 'rood'",
    "UPDATE huisstijl SET logo_breedte = 1000000",
    "UPDATE staatwissel SET staat = 'bijna'",
    "UPDATE staatwissel SET vanaf = '9999-12-31'",
    "UPDATE staatwissel SET project_id = 2 WHERE locatie_id IS NOT NULL",
    "UPDATE staatwissel SET toelichting = char(27) || '[2J'",
    "UPDATE opvanglocatie SET soort = 'hotel'",
    "UPDATE opvanglocatie SET naam = ' '",
    "UPDATE opvanglocatie SET capaciteit = 1000000000",
    "UPDATE opvanglocatie SET open_tot = '9999-12-31'",
    "UPDATE opvanglocatie SET hoofdlocatie_id = id",
    "UPDATE opvanglocatie SET hoofdlocatie_id = 3 - id",
    "UPDATE opvanglocatie SET hoofdlocatie_id = 77",
    "UPDATE bezetting SET peildatum = '9999-12-31'",
    "UPDATE bezetting SET bezet = -5",
    "UPDATE opvanguitruil SET naar_id = van_id",
    "UPDATE opvanguitruil SET soort = 'azc'",
    "UPDATE partner SET naam = ' '",
    "UPDATE woonproject SET telt_mee = 'ja', telt_mee_bron = ' '",
    "UPDATE woonproject SET vergunninghouders = 59 WHERE id = 1",
    "UPDATE woonproject SET vergunninghouders = NULL WHERE id = 1",
    "UPDATE woonproject SET soort = 'flexwoning' WHERE soort = 'har'",
    "UPDATE woonproject SET plaats_tot = '2001-01-01'",
    "DELETE FROM telgemeente WHERE gemeente_id = 2",
    "UPDATE woningmaat SET woningen = 1000",
    "UPDATE harinstroom SET vertrokken = aantal + 1",
    "UPDATE harinstroom SET project_id = 1",
    "UPDATE norm SET sleutel = 'x'",
    "UPDATE norm SET waarde = 1000000000, eenheid = 'maanden'",
    "UPDATE zekerheid SET zekerheid = 101",
    "UPDATE regeling SET woonvormen = 'boot'",
    "UPDATE regeling SET start_binnen = 1000000000",
    "UPDATE regeling SET geldig_tot = '9999-12-31'",
    "UPDATE prestatieafspraak SET jaar = 9999",
    "UPDATE prestatieafspraak SET doelgroep = ' '",
    "UPDATE aandachtsgroep SET groep = char(7)",
    "UPDATE koppelstand SET peildatum = '9999-12-31'",
    "UPDATE koppelstand SET maat = 'reus'",
    "UPDATE doorlooptijd SET maand = '2023-09-02'",
    "UPDATE doorlooptijd SET maand = '9999-01-01'",
    "UPDATE overlegreeks SET link = 'file:///etc/passwd'",
    "UPDATE overleg SET link = 'javascript:alert(1)'",
    "UPDATE overleg SET begin = '29:00'",
    "UPDATE overleg SET uid = 'a' || char(13) || char(10) || 'ATTENDEE:x' WHERE id = 1",
    "UPDATE overleg SET datum = '9999-12-31'",
    "UPDATE overlegstap SET staat = 'bijna'",
    "UPDATE overlegstap SET tijd = 'gisteren'",
    "UPDATE vastpunt SET deel = 'alles'",
    "UPDATE agendapunt SET titel = 'a' || char(10) || 'b'",
    "UPDATE agendapunt SET hoofdpunt_id = id",
    "UPDATE agendapunt SET hoofdpunt_id = (SELECT min(id) FROM agendapunt) WHERE overleg_id = 2",
    "UPDATE agendapunt SET vorige_id = CASE id WHEN 1 THEN 2 ELSE 1 END WHERE id < 3",
    "UPDATE agendaversie SET inhoud = 'x'",
    "UPDATE agendaversie SET peildatum = '9999-12-31'",
    "UPDATE aanwezigheid SET aanwezig = 'misschien'",
    "UPDATE aanwezigheid SET organisatie = 'COA'",
    "UPDATE verslagregel SET tekst = ' '",
    "UPDATE verslagregel SET soort = 'x'",
    "UPDATE verslagregel SET gereed_op = '2023-09-01'",
    "UPDATE verslagregel SET agendapunt_id = 9",
    "UPDATE actiehouder SET regel_id = 1",
    "UPDATE voortgang SET intekening_id = 1",
    "UPDATE intekening SET rol = 'x'",
    "UPDATE contact SET e_mail = 'a@b.nl' || char(10) || 'Bcc: c@d.nl'",
    "UPDATE verzending SET wijze = 'allen'",
    "UPDATE schoolvakantie SET einde = '2000-01-01'",
    "UPDATE bijlage SET agendapunt_id = 1",
    "UPDATE weglating SET overleg_id = 1",
    "UPDATE change SET after = '[]' WHERE table_name = 'herverdeling'",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_what_cannot_be_is_refused_at_the_door(filled_file: Path, statement: str) -> None:
    with stranger(filled_file) as db:
        if "realisatie" in statement:
            db.execute(
                "INSERT INTO realisatie (gemeente_id, periode, peildatum, aantal, bron)"
                " VALUES (2, '2023-II', '2023-09-01', 1, '')"
            )
        assert db.execute(statement).rowcount
    for opening in (Ledger.open, Ledger.open_for_reading):
        with pytest.raises(RegietafelError, match=r"iets anders dan Regietafel|beschadigd"):
            opening(filled_file)


def test_the_file_itself_is_accepted(filled_file: Path) -> None:
    with stranger(filled_file):
        pass
    Ledger.open(filled_file).close()


@pytest.mark.parametrize(
    "make",
    [
        lambda day: Behandeling(herverdeling_id=1, gemeente_id=1, voorgelegd_op=day),
        lambda day: Kennisgeving(herverdeling_id=1, aan="coa", datum=day),
        lambda day: Verwerking(herverdeling_id=1, datum=day),
        lambda day: BestuurlijkeAfspraak(datum=day, onderwerp="x", partijen="", tekst="x"),
        lambda day: Koppelingoverdracht(van_id=1, naar_id=2, datum=day, aantal=1, grootte=1),
    ],
)
@pytest.mark.parametrize("year", [203, 1989, 2201, 9999])
def test_a_typing_error_in_a_year_is_said(make: Callable[[datetime.date], object], year: int) -> None:
    with pytest.raises(RuleError, match=f"Het jaar {year} kan niet kloppen"):
        make(datetime.date(year, 3, 1))


def test_what_is_only_unwelcome_is_read_and_exported(nasty_file: Path, tmp_path: Path) -> None:
    ledger = Ledger.open(nasty_file)
    for op in (datetime.date(1990, 1, 1), DAY, datetime.date(2200, 12, 31)):
        views = herverdelingen(ledger, op=op)
        assert len(views) == 2 and all(levensloop(view) is not None and view.status for view in views)
        assert len(klokken(ledger, op, gedaan=True)) >= 2
        opvolging(ledger, op)
        calendar = ics_bytes(of_termijnen(alle_termijnen(ledger, op), NASTY), datetime.datetime.now(datetime.UTC))
        assert b"\n<b" not in calendar and b"\n[klik" not in calendar and b"BEGIN:VEVENT" in calendar
    kort(ledger, P, DAY)
    outcome = uitkomst(ledger, [1], DAY)
    rows_of_koppelingen = koppelingen(ledger)
    tables = {
        "herverdelingen": (HERVERDELING, herverdelingen(ledger)),
        "termijnen": (KLOK, klokken(ledger, DAY, gedaan=True)),
        "koppelingen": (KOPPELING_REGEL, rows_of_koppelingen),
        "afspraken": (BESTUURLIJKE_AFSPRAAK, tuple(ledger.bestuurlijkeafspraken)),
        "scenario": (naast_elkaar(outcome).velden, naast_elkaar(outcome).rijen),
        "locaties": (LOCATIEREGEL, locaties(ledger, DAY)),
        "projecten": (PROJECT_REGEL, woonprojecten(ledger, DAY)),
    }
    for name, (fields, rows) in tables.items():
        for suffix in (".csv", ".xlsx", ".ods"):
            target = tmp_path / f"{name}{suffix}"
            export_table(target, name, fields, rows)
            assert rows and len(read_sheets(target)[0].rijen) > len(rows)
        text = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    write_tables(tmp_path / "boek.xlsx", cijferboek(ledger, P, vandaag=DAY), title=NASTY)
    ledger.close()


@pytest.mark.parametrize("op", [datetime.date(1990, 1, 1), DAY, datetime.date(2200, 12, 31)])
def test_every_question_about_places_has_an_answer(nasty_file: Path, op: datetime.date) -> None:
    ledger = Ledger.open(nasty_file)
    assert len(locaties(ledger, op)) == len(woonprojecten(ledger, op)) == 2
    assert locatieblad(ledger, 1, op).klein and locatieblad(ledger, 1, op).bezettingen
    assert projectblad(ledger, 1, op).staten and projectblad(ledger, 2, op).regel
    assert opvangstand(ledger, op) and pijplijn(ledger, op, op + datetime.timedelta(days=400)).maanden
    assert prognose(ledger, P, op) and vraag_aanbod(ledger, op) and doorlooptijden(ledger, op)
    assert regelingen(ledger, op) and partners(ledger).gemeenten
    ledger.close()


def test_documents_of_it_stay_in_their_folder(nasty_file: Path, tmp_path: Path) -> None:
    ledger = Ledger.open(nasty_file)
    add_meegeleverd(ledger)
    folder = tmp_path / "diep" / "map"
    with pytest.raises(RuleError, match="kan er geen"):
        make_reeks(ledger, 2, DAY).complete()
    stukken = [
        *make_reeks(ledger, 1, DAY).complete(),
        *make_opvangstukken(ledger, DAY, DAY).complete(),
        make_scenariobijlage(ledger, uitkomst(ledger, [1], DAY), DAY),
    ]
    written = write_stukken(stukken, folder).paden
    ledger.close()
    assert {each.parent for each in written} == {folder}
    assert {*tmp_path.iterdir()} == {nasty_file, tmp_path / "diep"}
