"""The annex with scenario's: the same figures as the screen, readable for everyone."""

from __future__ import annotations

import datetime

import page
import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.regio import edit_gemeente
from regietafel.actions.scenarios import make_scenario
from regietafel.documents.blocks import Figure, Heading, Paragraph, Remark, Table, plain_text
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Realisatie
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst

P = Periode(2023, 2)
OP = datetime.date(2023, 10, 1)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    for id, aantal in ((1, 57), (2, 29), (3, 100)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=OP, aantal=aantal))
    make_scenario(twente, P, "Klein", [Scenarioregel("Enschede", "Borne", 10, "Borne loopt voor.")], "Eerst met buren.")
    make_scenario(twente, P, "Te veel", [Scenarioregel("Borne", "Enschede", 39)])
    return twente


def test_each_scenario_and_all_side_by_side(counted: Ledger) -> None:
    stuk = make_scenariobijlage(counted, uitkomst(counted, [1, 2], OP), OP)
    assert stuk.bestandsnaam == "2023-II Scenarios.pdf"
    blocks = stuk.document.blocks
    titles = [plain_text(block.content) for block in blocks if isinstance(block, Heading)]
    assert titles == ["Scenario's voor een uitruil", "A: Klein", "B: Te veel", "Per gemeente"]
    said = [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)]
    assert "1 overdracht, 10 personen; lost 10 op, 38 blijft over." in said and "Eerst met buren." in said
    assert any("samen een achterstand van 48 te verwachten" in each for each in said)
    first, second, beside = (block for block in blocks if isinstance(block, Table))
    assert first.rows == (("Enschede", "Borne", "10", "Borne loopt voor."),)
    assert second.rows == (("Borne", "Enschede", "39"),)
    assert [column.header for column in beside.columns] == [
        "Gemeente",
        "Verwacht saldo",
        "A: wijziging",
        "A: saldo daarna",
        "B: wijziging",
        "B: saldo daarna",
    ]
    assert beside.rows[1] == ("Borne", "−20", "+10", "−10", "−39", "−59")
    assert beside.total == ("Totaal", "27", "0", "27", "0", "27")
    figures = [block.figuur for block in blocks if isinstance(block, Figure)]
    assert figures[0].zin == "Enschede draagt 10 over aan Borne."
    (remark,) = (block for block in blocks if isinstance(block, Remark))
    assert "kan er geen 39 afstaan" in plain_text(remark.content)


def test_more_than_fit_beside_each_other_go_in_more_tables(counted: Ledger) -> None:
    ids = [make_scenario(counted, P, f"Proef {n}", [Scenarioregel("Enschede", "Almelo", n)]) for n in range(1, 4)]
    blocks = make_scenariobijlage(counted, uitkomst(counted, [1, 2, *ids], OP), OP).document.blocks
    tables = [block for block in blocks if isinstance(block, Table) and block.columns[0].header == "Gemeente"]
    assert [len(table.columns) for table in tables] == [8, 6]
    assert [table.rows[0][0] for table in tables] == ["Almelo", "Almelo"]


def test_without_counts_it_says_that_nothing_is_known(twente: Ledger) -> None:
    make_scenario(twente, P, "Leeg")
    blocks = make_scenariobijlage(twente, uitkomst(twente, [1], OP), OP).document.blocks
    said = [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)]
    assert any("nog geen tellingen" in each for each in said)
    assert not [block for block in blocks if isinstance(block, Figure)]


def test_every_reader_can_read_it(counted: Ledger) -> None:
    edit_gemeente(counted, Gemeente(id=2, gm_code="GM0147", naam="B&W <Zuid>", provincie="Overijssel"))
    document = make_scenariobijlage(counted, uitkomst(counted, [1, 2], OP), OP).document
    data = render_pdf(document)
    assert data == render_pdf(document)
    for profile in ("ua1", "2a"):
        assert page.is_pdf_compliant_bytes(data, profile=profile)
