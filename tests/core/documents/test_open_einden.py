"""What the documents leave open is said before anything is made, with the place to fill it in."""

from __future__ import annotations

import datetime
import itertools
import sqlite3
from dataclasses import replace
from pathlib import Path

from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen, record_verwerking
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_adressaat, edit_gemeente, edit_regio, make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.reeks import make_reeks, open_ends
from regietafel.documents.soorten import SOORTEN
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving, Verwerking
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.core.agreements import bring_into_force

P = Periode(2023, 2)
DATUM = datetime.date(2023, 7, 3)
DELEN = [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)]
KEYS = ("coa", "provincie Overijssel", "aenm", "vro")


def fill_addresses(ledger: Ledger) -> None:
    edit_regio(
        ledger,
        replace(ledger.regio.get(1), voorzitter="burgemeester van Almelo", postadres="Postbus 2", plaats="Almelo"),
    )
    for gemeente in ledger.gemeenten:
        edit_gemeente(ledger, replace(gemeente, postadres="Postbus 3", plaats=gemeente.naam))
    for key in KEYS:
        known = ledger.adressaten.find(sleutel=key) or Adressaat(sleutel=key, organisatie=key)
        edit_adressaat(ledger, replace(known, postadres="Postbus 4", plaats="Den Haag", gecontroleerd_op=DATUM))


def test_every_gap_is_said_with_its_place(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, DELEN, Bepalingen(bezwaarclausule=True))
    assert open_ends(tafel, id, DATUM) == (
        "voorzitter van Regietafel Twente (bij Instellingen)",
        "postadres van Regietafel Twente (bij Instellingen)",
        "postadres van Enschede, Almelo en Borne (bij Gemeenten)",
        "postadres van het COA, gedeputeerde staten van Overijssel, het ministerie van Asiel en Migratie en het"
        " ministerie van Volkshuisvesting en Ruimtelijke Ordening (bij Instellingen)",
        "datum en nummer van het besluit van Enschede, Almelo en Borne (bij Herverdelingen)",
        "de bezwaarclausule: laat juridisch toetsen of bezwaar openstaat",
    )
    assert make_reeks(tafel, id, DATUM).complete()  # nothing of it hinders


def test_what_is_filled_in_is_said_no_more(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, DELEN)
    fill_addresses(tafel)
    assert open_ends(tafel, id, DATUM) == (
        "datum en nummer van het besluit van Enschede, Almelo en Borne (bij Herverdelingen)",
    )
    record_behandelingen(tafel, [replace(each, besluit_op=DATUM) for each in blad(tafel, id).behandelingen])
    assert open_ends(tafel, id, DATUM) == ("besluitnummer van Enschede, Almelo en Borne (bij Herverdelingen)",)
    numbered = [replace(each, besluitnummer="2023-1") for each in blad(tafel, id).behandelingen]
    record_behandelingen(tafel, numbered)
    assert open_ends(tafel, id, DATUM) == ()
    first = blad(tafel, id).behandelingen[0]
    record_behandelingen(tafel, [replace(first, bekendgemaakt_op=DATUM, vindplaats="")])
    assert open_ends(tafel, id, DATUM) == ("vindplaats van de bekendmaking van Enschede (bij Herverdelingen)",)
    bring_into_force(tafel, id, DATUM + datetime.timedelta(days=1))
    assert open_ends(tafel, id, DATUM) == ()
    record_kennisgevingen(
        tafel, [Kennisgeving(herverdeling_id=id, aan="coa", datum=DATUM + datetime.timedelta(days=1))]
    )
    answered = DATUM + datetime.timedelta(days=9)
    record_verwerking(tafel, Verwerking(herverdeling_id=id, datum=answered, afgekeurd=True, reden="De som klopt niet."))
    assert open_ends(tafel, id, DATUM) == ("wat het COA afkeurde: De som klopt niet.",)


def test_an_address_that_nobody_checked_is_named(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, DELEN)
    fill_addresses(tafel)
    coa = tafel.adressaten.find(sleutel="coa")
    assert coa
    edit_adressaat(tafel, replace(coa, gecontroleerd_op=None))
    assert open_ends(tafel, id, DATUM)[0] == "of het adres van het COA nog klopt (bij Instellingen)"


def test_only_what_the_chosen_documents_leave_open(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, DELEN, Bepalingen(bezwaarclausule=True))
    assert open_ends(tafel, id, DATUM, ["raadsinformatiebrief"]) == ()
    [adres] = [said for said in open_ends(tafel, id, DATUM, ["vro"]) if "postadres van het" in said]
    assert "Volkshuisvesting" in adres and "COA" not in adres
    assert not any("bezwaar" in said or "Gemeenten" in said for said in open_ends(tafel, id, DATUM, list(ADRESSATEN)))
    together = {said for soort in SOORTEN for said in open_ends(tafel, id, DATUM, [soort])}
    assert {said for said in open_ends(tafel, id, DATUM) if "postadres van het COA" not in said} <= together


def test_of_an_older_version_in_force_only_the_paper_is_open(tmp_path: Path) -> None:
    """Of it no decisions were kept, and now they cannot be recorded any more."""
    dump = (Path(__file__).parents[2] / "data" / "bestand_versie_2.sql").read_text(encoding="utf-8")
    frozen = "".join(f'INSERT INTO "partij" VALUES({id},1,{id},{oud});\n' for id, oud in ((3, 248), (2, 38)))
    in_force = {
        "VALUES(1,'HV-2023-II-01','2023-II','',NULL);": "VALUES(1,'HV-2023-II-01','2023-II','','2023-09-01');",
        "CREATE TABLE realisatie (": frozen + "CREATE TABLE realisatie (",
    }
    for old, new in in_force.items():
        assert dump.count(old) == 1
        dump = dump.replace(old, new)
    db = sqlite3.connect(tmp_path / "oud.regietafel")
    db.executescript(dump)
    db.close()
    ledger = Ledger.open(tmp_path / "oud.regietafel")
    stukken = make_reeks(ledger, 1, DATUM).complete()
    assert "Collegevoorstel" not in {stuk.naam for stuk in stukken}
    assert not [stuk for stuk in stukken if "Concept." in str(stuk.document.blocks)]
    assert any(said.endswith("(met de hand, op papier)") for said in open_ends(ledger, 1, DATUM, ["besluit"]))
    ledger.close()


def test_many_gemeenten_are_counted(ledger: Ledger) -> None:
    names = [f"Gemeente {letter}" for letter in "ABCDEFG"]
    known = [Gemeente(gm_code=f"GM{number:04}", naam=naam) for number, naam in enumerate(names, 1)]
    make_regio(ledger, Regio(naam="Tafel"), known)
    regels = [(number, 100, None, None) for number in range(1, 8)]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=None, bron="", regels=regels)
    id = make_herverdeling(ledger, P, [Deel(van, naar, 1) for van, naar in itertools.pairwise(names)])
    assert "postadres van alle 7 gemeenten (bij Gemeenten)" in open_ends(ledger, id, DATUM)
    edit_gemeente(ledger, replace(ledger.gemeenten.get(1), postadres="Postbus 1", plaats="A"))
    some = ", ".join(names[1:6])
    assert f"postadres van {some} en nog 1 (bij Gemeenten)" in open_ends(ledger, id, DATUM)
