"""The user's own wording beside the standard: kept, compared, merged, and shown before it is kept."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from regietafel import paths
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import edit_adressaat
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.documents.blocks import Document, Heading, Paragraph, plain_text
from regietafel.documents.maken import render
from regietafel.documents.plain import as_text
from regietafel.documents.reeks import make_reeks
from regietafel.documents.sjabloon.aanbod import voor_wie
from regietafel.documents.sjabloon.eigen import (
    differences,
    fields_for,
    list_sjablonen,
    look,
    merge,
    problems,
    save_sjabloon,
    text_of,
)
from regietafel.documents.sjabloon.template import read_source
from regietafel.domain.document import Sjabloon
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core.documents.conftest import DATUM, P

NAAM = "bekendmaking.txt"
OWN = "# Bekendmaking $gemeente\n\n[voor elk: overdrachten]\n- $van: $aantal\n[einde]\n"
NAMEN = sorted(path.name for path in paths.template().glob("*.txt"))


def preview(ledger: Ledger, naam: str, tekst: str, herverdeling_id: int | None = None, voor: str = "") -> Document:
    document = look(ledger, naam, tekst, herverdeling_id, voor).document
    assert document
    return document


@pytest.fixture
def hv(tafel: Ledger) -> int:
    return make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)])


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("filled", [True, False])
def test_every_standard_is_right_and_can_be_shown(ledger: Ledger, tafel: Ledger, naam: str, filled: bool) -> None:
    """In a file with an agreement, and by an example in a file with no more than names."""
    if filled:
        make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)])
    assert problems(tafel, naam, read_source(naam)) == ()
    document = preview(tafel, naam, read_source(naam))
    assert document.sjabloon == naam and document.blocks
    assert fields_for(tafel, naam)


def test_a_preview_is_the_document_that_will_be_made(tafel: Ledger, hv: int) -> None:
    for stuk in make_reeks(tafel, hv, preview(tafel, NAAM, OWN).datum).complete():
        naam = stuk.document.sjabloon
        shown = preview(tafel, naam, text_of(tafel, naam), hv, stuk.voor)
        assert as_text(shown.blocks) == as_text(stuk.document.blocks)
        assert (shown.title, shown.kenmerk, shown.sjabloon_sha) == (
            stuk.document.title, stuk.document.kenmerk, stuk.document.sjabloon_sha
        )  # fmt: skip


def test_a_document_of_an_unsaved_text(tafel: Ledger, hv: int) -> None:
    document = preview(tafel, NAAM, OWN, hv, "Borne")
    assert as_text(document.blocks) == "Bekendmaking Borne\n\n- Enschede: 10"
    assert dict(document.feiten) == {"gemeente": "Borne", "overdrachten": "van: Enschede, aantal: 10"}
    assert render(document).startswith(b"%PDF")
    assert not [*tafel.sjablonen]
    wrong = look(tafel, NAAM, "$onbekend\n[einde]", hv)
    assert [problem.regel for problem in wrong.problemen] == [1, 2] and wrong.document is None


def test_for_whom_it_can_be_shown(tafel: Ledger, hv: int) -> None:
    assert voor_wie(tafel, NAAM, hv) == ("Enschede", "Borne")
    assert voor_wie(tafel, "collegevoorstel_afstaan.txt", hv) == ("Enschede",)
    assert voor_wie(tafel, "collegevoorstel_overnemen.txt", hv) == ("Borne",)
    assert voor_wie(tafel, "collegevoorstel_gelijk.txt", hv) == ("Enschede", "Borne")  # none has that role here
    assert voor_wie(tafel, "kennisgeving_provincie.txt", hv) == ("provincie Overijssel",)
    for naam in ("gezamenlijk_besluit.txt", "bezwaarclausule.txt", "stand_van_zaken.txt"):
        assert voor_wie(tafel, naam, hv) == ()
    with pytest.raises(RegietafelError, match="kies uit Enschede, Borne"):
        fields_for(tafel, NAAM, hv, "Almelo")
    with pytest.raises(RegietafelError, match="geen naam van een sjabloon"):
        fields_for(tafel, "niets.txt", hv)


def test_the_fields_with_what_they_say_now(tafel: Ledger, hv: int) -> None:
    said = {veld.schrijfwijze: veld.waarde for veld in fields_for(tafel, NAAM, hv, "Borne")}
    assert said["$gemeente"] == "Borne" and said["$wijziging"] == "10"
    assert said["[voor elk: overdrachten]"] == "van: Enschede, naar: Borne, aantal: 10, personen: 10\u00a0personen"
    assert said["[tabel: taakstellingen]"].splitlines()[-1] == "Totaal | 286 | 0 | 286"
    assert said["[figuur: stroom]"] == said["[blok: toelichting]"] == ""
    period = {veld.naam: veld.waarde for veld in fields_for(tafel, "stand_van_zaken.txt", periode=Periode(2023, 2))}
    assert period["periode"] == "2023-II" and period["regietafel"] == "Regietafel Twente"
    with pytest.raises(RegietafelError, match="nog geen taakstelling"):
        fields_for(tafel, "stand_van_zaken.txt", periode=Periode(2030, 1))


def test_an_agreement_that_came_to_nothing_is_passed_over(tafel: Ledger, hv: int) -> None:
    other = make_herverdeling(tafel, P, [Deel("Almelo", "Borne", 1)])
    assert fields_for(tafel, NAAM)[0].waarde == "HV-2023-II-02"
    withdraw_herverdeling(tafel, other, DATUM, "Toch niet.")
    assert fields_for(tafel, NAAM)[0].waarde == "HV-2023-II-01"


def test_an_address_that_has_expired_keeps_no_wording_from_being_set(tafel: Ledger, hv: int) -> None:
    [coa] = tafel.adressaten.where(sleutel="coa")
    edit_adressaat(tafel, replace(coa, geldig_tot=datetime.date(2020, 1, 1)))
    assert save_sjabloon(tafel, "kennisgeving_coa.txt", "# Aan $ontvanger") == ()
    with pytest.raises(RegietafelError, match="geen adres"):
        look(tafel, "kennisgeving_coa.txt", "# Aan $ontvanger", hv)


def test_own_wording_is_kept_and_used(tafel: Ledger, hv: int) -> None:
    assert save_sjabloon(tafel, NAAM, OWN) == ()
    assert text_of(tafel, NAAM) == OWN
    [row] = [regel for regel in list_sjablonen(tafel) if regel.eigen]
    assert (row.naam, row.document, row.rollen) == (NAAM, "Bekendmaking", ("deelnemende gemeente",))
    assert not row.standaard_gewijzigd
    made = make_reeks(tafel, hv, DATUM, ["bekendmaking"]).complete()
    assert as_text(made[0].document.blocks) == "Bekendmaking Enschede\n\n- Enschede: 10"
    save_sjabloon(tafel, NAAM, read_source(NAAM))  # the standard is no wording of one's own
    assert not [*tafel.sjablonen]
    tafel.undo()
    assert text_of(tafel, NAAM) == OWN


def test_a_text_that_is_wrong_is_not_kept_and_one_that_is_only_open_now_is(tafel: Ledger, hv: int) -> None:
    with pytest.raises(RegietafelError, match=r"Regel 2: Het veld \$gemeent is niet bekend. Bedoelt u \$gemeente\?"):
        save_sjabloon(tafel, NAAM, "a\n$gemeent")
    with pytest.raises(RegietafelError, match="houdt niet op"):
        save_sjabloon(tafel, NAAM, "[als: gemeente]")
    assert not [*tafel.sjablonen]
    for naam in ("../x.txt", "niets.txt", ""):
        with pytest.raises(RegietafelError, match="sjabloon"):
            save_sjabloon(tafel, naam, "a")


def test_the_clause_stands_under_its_heading_and_in_the_other_documents(tafel: Ledger) -> None:
    save_sjabloon(tafel, "bezwaarclausule.txt", "Bel $gemeente.")
    blocks = preview(tafel, "bezwaarclausule.txt", "Mail $gemeente.").blocks
    assert [plain_text(block.content) for block in blocks if isinstance(block, Heading | Paragraph)] == [
        "Bezwaar", "Mail de gemeente die het aangaat."
    ]  # fmt: skip
    shown = as_text(preview(tafel, NAAM, read_source(NAAM)).blocks)  # by the example, which has the clause
    assert shown.endswith("Bezwaar\n\nBel Enschede.")


@pytest.fixture
def old_standard(tafel: Ledger, hv: int) -> str:
    """The user's wording began from a standard that has changed since."""
    old = read_source(NAAM).replace("## Wat verandert er", "## Wat er verandert")
    set_sjabloon(tafel, NAAM, old.replace("maakt bekend dat", "laat weten dat"), old)
    return old


def test_a_new_standard_is_offered_and_never_forced(tafel: Ledger, old_standard: str) -> None:
    [row] = [regel for regel in list_sjablonen(tafel) if regel.eigen]
    assert row.standaard_gewijzigd
    tekst, conflicten, _overgenomen = merge(tafel, NAAM)
    assert tekst == read_source(NAAM).replace("maakt bekend dat", "laat weten dat") and not conflicten
    assert "## Wat er verandert" in text_of(tafel, NAAM)
    said = [each.tekst for each in differences(tafel, NAAM) if each.soort == "erbij"]
    assert said[-1] == "## Wat er verandert" and len(said) == 2
    assert not [each for each in differences(tafel, NAAM, read_source(NAAM)) if each.soort != "gelijk"]


def test_a_merge_is_settled_only_when_it_is_taken(tafel: Ledger, old_standard: str) -> None:
    save_sjabloon(tafel, NAAM, text_of(tafel, NAAM) + "\nNog iets.\n")
    assert next(regel for regel in list_sjablonen(tafel) if regel.eigen).standaard_gewijzigd
    save_sjabloon(tafel, NAAM, merge(tafel, NAAM).tekst, samengevoegd=True)
    assert not next(regel for regel in list_sjablonen(tafel) if regel.eigen).standaard_gewijzigd
    assert "Nog iets." in text_of(tafel, NAAM) and "## Wat verandert er" in text_of(tafel, NAAM)


def test_without_own_wording_there_is_nothing_to_merge(tafel: Ledger) -> None:
    with pytest.raises(RegietafelError, match="niets samen te voegen"):
        merge(tafel, NAAM)


def test_a_text_in_the_file_that_is_none_is_told(tafel: Ledger, hv: int) -> None:
    with tafel.operation("vreemd"):
        sha = tafel.inhoud.put(b"\xff\xfe")
        tafel.sjablonen.put(Sjabloon(naam=NAAM, tekst=sha, basis=sha))
    with pytest.raises(RegietafelError, match="UTF-8"):
        make_reeks(tafel, hv, DATUM)
    assert next(regel for regel in list_sjablonen(tafel) if regel.eigen).standaard_gewijzigd


def test_the_scenarios_of_the_file_are_shown(tafel: Ledger) -> None:
    from regietafel.actions.scenarios import make_scenario
    from regietafel.domain.scenario import Scenarioregel

    make_scenario(tafel, P, "Van ons", [Scenarioregel("Enschede", "Borne", 3)])
    shown = as_text(preview(tafel, "scenario_bijlage.txt", "[blok: scenarios]").blocks)
    assert "Van ons" in shown


def test_looking_loads_no_pdf_library() -> None:
    code = "import sys, regietafel.documents.sjabloon.eigen; assert not {'reportlab', 'pikepdf'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
