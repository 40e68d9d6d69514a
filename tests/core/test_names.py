"""Names that break other programs: through import, file, stand, Excel, csv and PDF unharmed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.catalog import STAND
from regietafel.documents.maken import write_stukken
from regietafel.documents.reeks import make_reeks
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.exchange.export import export_table
from regietafel.exchange.inlezen import make_plan
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.queries.stand import stand
from tests.core.exchange.files import read_taakstelling

LATER = Periode(2024, 1)


@pytest.mark.parametrize(
    "naam", ["B&W <Zuid>", "=1+1", "O'Brien", "Súdwest-Fryslân", "@naam", "**x** $veld [a](b)", "Lang" * 75]
)
def test_a_name_comes_out_as_it_went_in(twente: Ledger, tmp_path: Path, naam: str) -> None:
    edit_gemeente(twente, Gemeente(id=2, gm_code="GM0147", naam=naam, provincie="Overijssel"))

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Gemeente", "Inwoners", "Taakstelling"])
    for row, (name, aantal) in enumerate((("Almelo", 100), (naam, 30), ("Enschede", 240)), 2):
        sheet.cell(row, 1, name).data_type = "s"
        sheet.cell(row, 2, 1000)
        sheet.cell(row, 3, aantal)
    book.save(tmp_path / "in.xlsx")
    plan = make_plan(twente, read_taakstelling(tmp_path / "in.xlsx"), LATER, datetime.date(2023, 10, 1))
    assert len(plan.regels) == 3 and plan.datum
    import_taakstelling(twente, periode=LATER, datum=plan.datum, landelijk=None, bron="in.xlsx", regels=plan.regels)
    outcome = stand(twente, LATER)
    assert {regel.gemeente: regel.taakstelling for regel in outcome.regels} == {
        "Almelo": 100,
        naam: 30,
        "Enschede": 240,
    }

    for suffix in (".xlsx", ".csv"):
        target = tmp_path / f"uit{suffix}"
        export_table(target, "Stand", STAND, outcome.regels)
        assert any(naam in row for row in read_sheets(target)[0].rijen)

    id = make_herverdeling(twente, LATER, [Deel("Enschede", naam, 5)])
    folder = tmp_path / "brieven"
    for path in write_stukken(make_reeks(twente, id, datetime.date(2024, 1, 8)).complete(), folder).paden:
        assert path.parent == folder
        assert "".join(naam.split()) in pdf_text(path)


def pdf_text(path: Path) -> str:
    """All text of a PDF without spaces: a long name may break over lines."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())
