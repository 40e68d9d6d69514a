"""The taakstelling as a table: read and planned by the same functions as every other kind.

gelezen = read_taakstelling(path)
plan = plan_import(ledger, gelezen, periode, datum)
import_taakstelling(ledger, periode=…, datum=…, landelijk=…, bron=…, regels=plan.regels)
"""

from __future__ import annotations

import datetime
from pathlib import Path

from regietafel.domain.periode import Periode
from regietafel.exchange.gelezen import Gelezen, Overgeslagen, Probleem, Regel
from regietafel.exchange.herkennen import Keuzes
from regietafel.exchange.importplan import Importplan, Planrij, Plek, Uitkomst
from regietafel.exchange.inlezen import make_plan
from regietafel.exchange.lezen import read
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger

__all__ = [
    "Gelezen",
    "Importplan",
    "Overgeslagen",
    "Planrij",
    "Plek",
    "Probleem",
    "Regel",
    "Uitkomst",
    "plan_import",
    "read_taakstelling",
]


def read_taakstelling(path: Path, periode: Periode | None = None) -> Gelezen:
    """Read the taakstellingen in a file. Raises RegietafelError when it cannot be read or is of another period."""
    return read(read_sheets(path), TAAKSTELLING, periode, naam=path.name)


def plan_import(
    ledger: Ledger,
    gelezen: Gelezen,
    periode: Periode,
    datum: datetime.date,
    *,
    keuzes: Keuzes | None = None,
    akkoord: bool = False,
) -> Importplan:
    """Compare what was read with the version of ``periode`` of ``datum``, or else with the newest of the period."""
    return make_plan(ledger, gelezen, periode, datum, keuzes=keuzes, akkoord=akkoord)
