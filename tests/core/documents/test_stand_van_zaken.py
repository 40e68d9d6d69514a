"""The stand van zaken: the same figures as the screens, with pictures, readable for everyone."""

from __future__ import annotations

import datetime

import page
import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_gemeente
from regietafel.actions.woonprojecten import Invulling, add_project
from regietafel.documents.blocks import Figure, Heading, ListBlock, Table, plain_text
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.plain import as_text
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.staat import Staatwissel
from regietafel.domain.taakstelling import Realisatie
from regietafel.domain.woonproject import Woonproject
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    for id, aantal in ((1, 30), (2, 13), (3, 50)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=DAY, aantal=aantal))
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    return twente


def test_it_holds_the_figures_the_pictures_and_what_is_open(counted: Ledger) -> None:
    stuk = make_stand_van_zaken(counted, P, DAY, DAY)
    assert stuk.bestandsnaam == "2023-II Stand van zaken.pdf"
    blocks = stuk.document.blocks
    figures, gemeenten = (block for block in blocks if isinstance(block, Table))
    assert figures.rows == (
        ("Opgave", "399"),
        ("Realisatie", "93"),
        ("Volgens schema", "134"),
        ("Saldo (nog te huisvesten)", "306"),
        ("Verwacht saldo aan het einde", "120"),
    )
    assert gemeenten.rows[0] == ("Almelo", "113", "30", "38", "+8", "23")
    assert gemeenten.total == ("Totaal", "399", "93", "134", "+41", "120")
    schedule, chart_map = (block.figuur for block in blocks if isinstance(block, Figure))
    assert "Volgens schema was dat 134" in schedule.zin and "2 met een achterstand" in chart_map.zin
    titles = [plain_text(block.content) for block in blocks if isinstance(block, Heading)]
    assert titles[-1] == "Nog te doen"
    (todo,) = (block for block in blocks if isinstance(block, ListBlock))
    assert "HV-2023-II-01" in plain_text(todo.items[0].content)


def test_known_supply_stands_beside_what_is_expected(counted: Ledger) -> None:
    opens = datetime.date(2023, 9, 2)
    project = Woonproject(
        gemeente_id=1,
        naam="Hof van Twente",
        soort="tussenvoorziening",
        vergunninghouders=20,
        oplevering=opens,
        telt_mee="ja",
        telt_mee_bron="brief van het COA",
    )
    add_project(counted, project, Invulling(), [Staatwissel(project_id=0, staat="open", vanaf=opens)])
    blocks = make_stand_van_zaken(counted, P, opens, opens).document.blocks
    figures = next(block for block in blocks if isinstance(block, Table))
    assert figures.rows[-2:] == (
        ("Bekend aanbod tot het einde, naar zekerheid", "20"),
        ("Verwacht saldo aan het einde", "100"),
    )


def test_nothing_open_is_no_heading(twente: Ledger) -> None:
    for id in (1, 2, 3):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=DAY, aantal=10))
    blocks = make_stand_van_zaken(twente, P, DAY, DAY).document.blocks
    assert not any(isinstance(block, ListBlock) for block in blocks)


def test_it_says_from_which_day_the_counts_are_or_that_nothing_is_counted(twente: Ledger) -> None:
    assert "Er is nog niets geteld." in as_text(make_stand_van_zaken(twente, P, DAY, DAY).document.blocks)
    record_realisatie(twente, Realisatie(gemeente_id=1, periode=P, peildatum=DAY, aantal=10))
    said = as_text(make_stand_van_zaken(twente, P, DAY, DAY).document.blocks)
    assert "De tellingen zijn van 1 september 2023." in said.replace("\u00a0", " ") and "niets geteld" not in said


def test_an_unknown_period_is_refused(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match=f"2030-I was op {DAY:%d-%m-%Y} nog geen taakstelling"):
        make_stand_van_zaken(twente, Periode(2030, 1), DAY, DAY)


def test_every_reader_can_read_it(counted: Ledger) -> None:
    edit_gemeente(counted, Gemeente(id=2, gm_code="GM0147", naam="B&W <Zuid>", provincie="Overijssel"))
    document = make_stand_van_zaken(counted, P, DAY, DAY).document
    data = render_pdf(document)
    assert data == render_pdf(document)
    for profile in ("ua1", "2a"):
        assert page.is_pdf_compliant_bytes(data, profile=profile)
