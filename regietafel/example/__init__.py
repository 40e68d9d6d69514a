"""The built-in example: Twente with the real taakstelling of 2023-II, read in as a user would.

The published figures of opvang are real as well. Locations, projects and meetings are made up; the names of
the places say so, and people are named by their office.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from regietafel.actions.nieuw import make_file, of_veiligheidsregio
from regietafel.domain.periode import Periode
from regietafel.example.opvang import fill_opvang
from regietafel.example.overleg import fill_overleg
from regietafel.example.woonvormen import fill_woonvormen
from regietafel.exchange.inlezen import make_plan, write
from regietafel.exchange.lezen import read
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.paths import resource

PERIODE = Periode(2023, 2)
DATUM = datetime.date(2023, 5, 2)
LANDELIJK = 27_300
BRON = "Circulaire taakstelling 2023-II van 2 mei 2023, bijlage A"


def make_example(path: Path) -> None:
    """Write the example. Raises RegietafelError when the file exists."""
    make_file(path, of_veiligheidsregio("Twente"), fill=_fill)


def _fill(ledger: Ledger) -> None:
    ids = {each.naam: each.id for each in ledger.gemeenten if each.id is not None}
    fill_opvang(ledger, ids)
    fill_woonvormen(ledger, ids)
    fill_overleg(ledger, ids)
    bladen = read_sheets(resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv"))
    plan = make_plan(ledger, read(bladen, TAAKSTELLING, PERIODE), PERIODE, DATUM)
    write(ledger, plan, bron=BRON, landelijk=LANDELIJK)
