"""What was made stays in the register; when it would be another document now, it is out of date."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.bijlagen import add_bijlage
from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    remove_herverdeling,
    withdraw_herverdeling,
)
from regietafel.actions.regio import edit_regio
from regietafel.actions.scenarios import make_scenario, remove_scenario
from regietafel.actions.sjablonen import restore_sjabloon, set_sjabloon
from regietafel.actions.weglatingen import set_weglating
from regietafel.documents.leveren import Vraag, deliver, read_levering
from regietafel.documents.maken import Geschreven, file_name_in, keep, write_stukken
from regietafel.documents.opnieuw import again
from regietafel.documents.reeks import make_reeks
from regietafel.documents.sjabloon.template import read_source
from regietafel.documents.stuk import Reeks
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.verouderd import Nazicht, changes
from regietafel.domain.document import Weglating
from regietafel.domain.herverdeling import Deel
from regietafel.domain.scenario import Scenarioregel
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst
from regietafel.queries.archief import Archiefregel, archief
from regietafel.queries.herverdelingen import blad
from tests.core.documents.conftest import DATUM, P


@pytest.fixture
def id(tafel: Ledger) -> int:
    return make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)])


def make(ledger: Ledger, id: int, folder: Path, *soorten: str, uw_kenmerk: str = "") -> Reeks:
    """Made and kept, without a pdf each: what is in the file does not matter here."""
    reeks = make_reeks(ledger, id, DATUM, soorten, uw_kenmerk=uw_kenmerk)
    keep(ledger, write_stukken(reeks.stukken, folder, vorm="docx", overwrite=True).geschreven)
    return reeks


def deliver_kept(ledger: Ledger, id: int, folder: Path, vraag: Vraag) -> None:
    levering = read_levering(ledger, id, DATUM, vraag)
    keep(ledger, deliver(levering, levering.plannen, folder).geschreven, openbaar=vraag.openbaar)


def remade(ledger: Ledger, regel: Archiefregel) -> Geschreven:
    wanted = again(ledger, regel.stuk, eml=eml_bytes, brondata=brondata)
    return wanted.make(wanted.plannen)


def old(ledger: Ledger) -> set[str]:
    """Which documents are out of date."""
    nazicht = Nazicht(ledger)
    return {regel.wat for regel in archief(ledger) if nazicht.changes(regel.stuk)}


def test_only_what_says_something_else_is_out_of_date(tafel: Ledger, id: int, tmp_path: Path) -> None:
    made = make(tafel, id, tmp_path)
    assert len(archief(tafel)) == len(made.stukken) and old(tafel) == set()
    first, _second = blad(tafel, id).behandelingen  # Enschede
    day = datetime.date(2023, 6, 20)
    record_behandelingen(tafel, [replace(first, besluit_op=day, besluitnummer="B 12")], today=DATUM)
    found = old(tafel)
    assert {"Besluit college Enschede", "Collegevoorstel Enschede", "Bekendmaking Enschede"} <= found
    assert "Besluit college Borne" not in found and "Collegevoorstel Borne" not in found
    besluit = next(each for each in archief(tafel) if each.wat == "Besluit college Enschede")
    assert any("B 12" in each.nu and "B 12" not in each.toen for each in changes(tafel, besluit.stuk))
    voorstel = next(each for each in archief(tafel) if each.wat == "Collegevoorstel Enschede")
    (said,) = changes(tafel, voorstel.stuk)
    assert said.nu == "Dit college heeft besloten; er is geen collegevoorstel meer."
    tafel.undo()
    assert old(tafel) == set()


def test_other_words_of_a_template_are_another_document(tafel: Ledger, id: int, tmp_path: Path) -> None:
    make(tafel, id, tmp_path, "bekendmaking", "besluit")
    standard = read_source("bekendmaking.txt")
    set_sjabloon(tafel, "bekendmaking.txt", standard + "\nTot slot.\n", standard)
    assert old(tafel) == {"Bekendmaking Enschede", "Bekendmaking Borne"}
    assert {each.wording.split(" · ")[0] for each in archief(tafel)} == {"standaard"}
    make(tafel, id, tmp_path, "bekendmaking")
    assert {each.wording.split(" · ")[0] for each in archief(tafel) if not each.vervangen} == {"standaard", "eigen"}
    restore_sjabloon(tafel, "bekendmaking.txt")
    assert "eerdere tekst" in {each.wording.split(" · ")[0] for each in archief(tafel)}


def test_making_again_keeps_the_old_one(tafel: Ledger, id: int, tmp_path: Path) -> None:
    make(tafel, id, tmp_path, "gezamenlijk-besluit")
    make(tafel, id, tmp_path, "gezamenlijk-besluit")
    (same,) = archief(tafel)  # to the last byte
    edit_herverdeling(tafel, id, [Deel("Enschede", "Borne", 11)])
    make(tafel, id, tmp_path, "gezamenlijk-besluit")
    new, before = archief(tafel)
    assert before.id == same.id and before.vervangen and not new.vervangen and new.sha256 != before.sha256
    assert changes(tafel, before.stuk) and not changes(tafel, new.stuk)
    assert tafel.inhoud.get(before.sha256) != tafel.inhoud.get(new.sha256)
    assert len(list(tmp_path.iterdir())) == 1


def test_what_can_no_longer_be_made_says_so(tafel: Ledger, id: int, tmp_path: Path) -> None:
    make(tafel, id, tmp_path, "besluit")
    withdraw_herverdeling(tafel, id, DATUM, "Geen overeenstemming", today=DATUM)
    said = {changes(tafel, each.stuk)[0].nu for each in archief(tafel)}
    assert len(said) == 1 and "ingetrokken" in said.pop()
    tafel.undo()
    edit_herverdeling(tafel, id, [Deel("Enschede", "Almelo", 10)])
    nu = [changes(tafel, each.stuk)[0].nu for each in archief(tafel) if each.voor == "Borne"]
    assert nu == ["Borne is geen partij of ontvanger meer."]
    remove_herverdeling(tafel, id)
    assert {changes(tafel, each.stuk)[0].nu for each in archief(tafel)} == {"Herverdeling HV-2023-II-01 is verwijderd."}


def test_the_kenmerk_of_who_is_told_is_a_fact(tafel: Ledger, id: int, tmp_path: Path) -> None:
    make(tafel, id, tmp_path, "coa", uw_kenmerk="COA 12/é")
    (regel,) = archief(tafel)
    assert not changes(tafel, regel.stuk)
    document = remade(tafel, regel).stuk.document
    assert "Uw kenmerk: COA 12/é" in dict(document.feiten)["kenmerk"]


def test_dossier_zip_and_mail_are_looked_after_too(tafel: Ledger, id: int, tmp_path: Path) -> None:
    soorten = ["besluit", "gezamenlijk-besluit"]
    deliver_kept(tafel, id, tmp_path, Vraag(soorten=soorten, los=False, dossier=True, zip=True, eml=eml_bytes))
    assert [each.vorm for each in archief(tafel)] == ["eml", "eml", "zip", "pdf"] and old(tafel) == set()
    edit_herverdeling(tafel, id, [Deel("Enschede", "Borne", 9)])
    assert len([each for each in archief(tafel) if changes(tafel, each.stuk)]) == 4


def test_a_mail_is_out_of_date_when_a_document_with_it_is(tafel: Ledger, id: int, tmp_path: Path) -> None:
    deliver_kept(tafel, id, tmp_path, Vraag(soorten=["besluit", "coa"], los=False, eml=eml_bytes))
    mails = {each.voor: each for each in archief(tafel)}
    assert [*sorted(mails)] == ["Borne", "COA", "Enschede"] and old(tafel) == set()
    first, _second = blad(tafel, id).behandelingen  # Enschede; the words of no e-mail name its besluitnummer
    record_behandelingen(tafel, [replace(first, besluit_op=datetime.date(2023, 6, 20), besluitnummer="B")], today=DATUM)
    assert old(tafel) == {"E-mail aan Enschede", "E-mail aan COA"}
    assert {each.naam for each in changes(tafel, mails["COA"].stuk)} == {"Kennisgeving COA"}
    tafel.undo()
    standard = read_source("kennisgeving_coa.txt")
    set_sjabloon(tafel, "kennisgeving_coa.txt", standard + "\nTot slot.\n", standard)
    assert old(tafel) == {"E-mail aan COA"}


def test_a_publication_version_is_out_of_date_when_other_text_must_go(tafel: Ledger, id: int, tmp_path: Path) -> None:
    deliver_kept(tafel, id, tmp_path, Vraag(soorten=["besluit"], openbaar=True))
    assert all(each.openbaar for each in archief(tafel)) and old(tafel) == set()
    set_weglating(tafel, Weglating(herverdeling_id=id, tekst="Enschede", grond="5.1.2e"))
    assert old(tafel) == {"Besluit college Enschede", "Besluit college Borne"}


def test_stand_van_zaken_and_scenarios(tafel: Ledger, tmp_path: Path) -> None:
    scenario = make_scenario(tafel, P, "Klein", [Scenarioregel("Enschede", "Borne", 5, "")])
    stukken = [
        make_stand_van_zaken(tafel, P, DATUM, DATUM),
        make_scenariobijlage(tafel, uitkomst(tafel, [scenario], DATUM), DATUM),
    ]
    keep(tafel, write_stukken(stukken, tmp_path, vorm="docx").geschreven)
    assert len(archief(tafel)) == 2 and old(tafel) == set()
    regio = next(iter(tafel.regio))
    edit_regio(tafel, replace(regio, naam="Regietafel Oost"))
    assert len(old(tafel)) == 2
    remove_scenario(tafel, scenario)
    assert "Een scenario is verwijderd." in {each.nu for regel in archief(tafel) for each in changes(tafel, regel.stuk)}


def test_everything_is_made_again_as_it_was_asked_for(tafel: Ledger, id: int, tmp_path: Path) -> None:
    add_bijlage(tafel, id, "De getallen", "getallen.xlsx", brondata(blad(tafel, id)), openbaar=True)
    soorten = ["gezamenlijk-besluit", "besluit", "coa"]
    vraag = Vraag(
        soorten=soorten, vorm="docx", dossier=True, zip=True, eml=eml_bytes, brondata=brondata, uw_kenmerk="COA 12"
    )
    deliver_kept(tafel, id, tmp_path / "a", vraag)
    deliver_kept(tafel, id, tmp_path / "b", replace(vraag, vorm="pdf", openbaar=True))
    before = archief(tafel)
    assert {(each.soort, each.vorm) for each in before} >= {("zip", "zip"), ("dossier", "pdf"), ("e-mail", "eml")}
    assert old(tafel) == set() and len(before) == 2 * (4 + 2 + 3)
    for regel in before:
        made = remade(tafel, regel)
        assert made.bestand == tafel.inhoud.get(regel.sha256), regel.titel  # nothing changed: the same file
        assert file_name_in(made.stuk, made.vorm) == regel.bestandsnaam
    edit_herverdeling(tafel, id, [Deel("Enschede", "Borne", 11)])
    for regel in before:
        made = remade(tafel, regel)
        assert made.bestand != tafel.inhoud.get(regel.sha256)
        keep(tafel, [made], openbaar=regel.openbaar)
    assert len(archief(tafel)) == 2 * len(before)
    nazicht = Nazicht(tafel)
    newest = archief(tafel)[: len(before)]
    assert not any(nazicht.changes(each.stuk) or each.vervangen for each in newest)


def test_another_annex_or_party_makes_a_dossier_out_of_date(tafel: Ledger, id: int, tmp_path: Path) -> None:
    deliver_kept(tafel, id, tmp_path, Vraag(soorten=["besluit"], los=False, dossier=True))
    add_bijlage(tafel, id, "De kaart", "kaart.txt", b"kaart")
    (regel,) = archief(tafel)
    (said,) = changes(tafel, regel.stuk)
    assert said.naam == "bijlagen erbij" and said.nu.startswith("De kaart (")
    tafel.undo()
    assert old(tafel) == set()
    edit_herverdeling(tafel, id, [Deel("Enschede", "Borne", 5), Deel("Enschede", "Almelo", 5)])
    assert "Besluit college Almelo" in {each.naam for each in changes(tafel, regel.stuk)}


def test_what_cannot_be_asked_for_again_says_why(tafel: Ledger, id: int, tmp_path: Path) -> None:
    deliver_kept(tafel, id, tmp_path, Vraag(soorten=["besluit", "collegevoorstel"], eml=eml_bytes, dossier=True))
    before = {(each.soort, each.voor): each for each in archief(tafel)}
    first = blad(tafel, id).behandelingen[0]  # Enschede
    record_behandelingen(tafel, [replace(first, besluit_op=DATUM)], today=DATUM)
    with pytest.raises(RegietafelError, match="er is geen collegevoorstel meer"):
        remade(tafel, before["collegevoorstel", "Enschede"])
    tafel.undo()
    edit_herverdeling(tafel, id, [Deel("Enschede", "Almelo", 10)])
    for soort in ("besluit", "e-mail"):
        with pytest.raises(RegietafelError, match="Borne is geen partij of ontvanger meer"):
            remade(tafel, before[soort, "Borne"])
    withdraw_herverdeling(tafel, id, DATUM, "Geen overeenstemming", today=DATUM)
    with pytest.raises(RegietafelError, match="ingetrokken"):
        remade(tafel, before["dossier", ""])
