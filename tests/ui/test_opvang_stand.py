"""The stand of opvang: what was published beside what the locations count, each number explained."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from regietafel.actions.normen import edit_norm
from regietafel.domain.norm import Norm
from regietafel.queries.opvangstand import TOTAAL, opvangstand, totalen
from regietafel.queries.opvanguitleg import VELDEN, uitleg
from tests.ui.opvang_pages import DAG, choose, fill_opvang, shown
from tests.ui.pages import said
from ui.kit.listing import ListScreen
from ui.kit.session import Session


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> ListScreen:
    edit_norm(sessie.ledger, Norm(sleutel="bezetting", omschrijving="Bezetting", waarde=92, eenheid="%"))
    fill_opvang(sessie.ledger)
    return shown(qtbot, sessie, "Stand")


def row(page: ListScreen, niveau: str, soort: str) -> Any:
    (found,) = [each for each in page.model.records if (each.niveau, each.soort) == (niveau, soort)]
    return found


def test_nothing_yet_says_what_it_is(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Stand")
    assert not page.model.records and page.primary is not None
    assert any("de opgave naast wat er is" in text for text in said(page))


def test_the_region_is_first_and_its_own_count_stands_apart(page: ListScreen) -> None:
    assert page.model.records[0].niveau == "regio"
    azc = row(page, "regio", "coa_regulier")
    assert (azc.opgave, azc.realisatie, azc.verschil) == (1944, 794, 1150)
    assert (azc.eigen, azc.bezet, azc.met_norm, azc.raadsbesluit) == (300, 280, 276, 400)
    assert row(page, "provincie", "coa_regulier").opgave is None  # nobody published it
    assert row(page, "land", "coa_regulier").eigen == 300


def test_what_does_not_add_up_in_print_has_a_column(page: ListScreen) -> None:
    assert row(page, "veiligheidsregio", "oekraine").onverklaard == 1
    assert row(page, "veiligheidsregio", "coa_regulier").onverklaard == 0


def test_the_cards_are_of_the_region(page: ListScreen) -> None:
    text = said(page)
    assert {"5.548", "3.772", "1.776", "300", "en 400 op een raadsbesluit", "peildatum 02-05-2023"} <= set(text)
    choose(page, "COA regulier")
    assert {each.soort for each in page.model.records} == {"coa_regulier"}
    assert {"1.944", "794", "1.150"} <= set(said(page))
    choose(page, "Totaal zonder amv Nidos")
    assert {each.soort for each in page.model.records} == {TOTAAL}


def test_another_day_shows_what_was_known_then(page: ListScreen, sessie: Session) -> None:
    sessie.op = datetime.date(2024, 3, 2)
    assert row(page, "regio", "coa_regulier").raadsbesluit == 400  # it is not open by its state yet
    sessie.op = datetime.date(2022, 1, 2)
    azc = row(page, "regio", "coa_regulier")
    assert (azc.opgave, azc.eigen, azc.bezet) == (None, 300, None)


def test_every_number_is_explained_by_parts_that_add_up(page: ListScreen, sessie: Session) -> None:
    ledger = sessie.ledger
    regels = opvangstand(ledger, DAG)
    for regel in (*regels, *totalen(regels)):
        for veld in VELDEN - {"met_norm"}:
            found, number = uitleg(ledger, DAG, regel, veld), getattr(regel, veld)
            if number is not None and not (regel.soort == TOTAAL and veld == "verschil"):
                assert sum(part.aantal or 0 for part in found.onderdelen) == number, (regel, veld)


def test_a_number_tells_where_it_comes_from(page: ListScreen) -> None:
    place = [field.name for field in page.model.fields]
    azc = [each.soort for each in page.model.records].index("coa_regulier")
    page.table.view.setCurrentIndex(page.model.index(azc, place.index("raadsbesluit")))
    page._tell(page.table.view.currentIndex())
    text = said(page.panel)
    assert "Nieuwe Esch (Borne)" in text and "raadsbesluit sinds 01-06-2023" in text
    page._tell(page.model.index(azc, place.index("opgave")))
    assert {"Peildatum 02-05-2023", "tabel 1", "1.944"} <= set(said(page.panel))
    page._tell(page.model.index(azc, place.index("met_norm")))
    assert {"Daarvan 92 %, naar beneden afgerond", "276"} <= set(said(page.panel))
