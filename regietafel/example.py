"""The built-in example: Twente with the real taakstelling of 2023-II, read in as a user would."""

from __future__ import annotations

import datetime
from pathlib import Path

from regietafel.actions.nieuw import make_file, of_veiligheidsregio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.exchange.taakstelling import plan_import, read_taakstelling
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
    gelezen = read_taakstelling(resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv"), PERIODE)
    plan = plan_import(ledger, gelezen, PERIODE, DATUM)
    import_taakstelling(ledger, periode=PERIODE, datum=DATUM, landelijk=LANDELIJK, bron=BRON, regels=plan.regels)
