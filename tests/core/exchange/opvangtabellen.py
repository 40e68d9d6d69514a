"""The published tables of opvang, read in, and as they were printed."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.importplan import Importplan
from regietafel.exchange.inlezen import make_plan, write
from regietafel.exchange.lezen import read
from regietafel.exchange.soorten import OPVANG
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.reference import find_provincie, find_veiligheidsregio
from tests.core.exchange.bladen import Cells, blad

DATA = Path(__file__).parents[2] / "data"
TABEL1, TABEL2 = DATA / "opgaven_2023-05-02_tabel1.csv", DATA / "opgaven_2023-05-02_tabel2_amv.csv"
MEI, JUNI = datetime.date(2023, 5, 2), datetime.date(2023, 6, 1)
HEAD: Cells = ["Gebied", "Opvang Oekraïne opgave", "Opvang Oekraïne realisatie"]


def lees(*rows: Cells) -> Gelezen:
    return read(blad(*rows), OPVANG, peildatum=MEI)


def plan_of(ledger: Ledger, *rows: Cells, dag: datetime.date = MEI, **wishes: object) -> Importplan:
    return make_plan(ledger, read(blad(*rows), OPVANG, peildatum=dag), None, dag, **wishes)  # type: ignore[arg-type]


def codes(plan: Importplan) -> list[str | None]:
    return [rij.gm_code for rij in plan.rijen]


def import_file(ledger: Ledger, path: Path) -> bool:
    gelezen = read(read_sheets(path), OPVANG, peildatum=MEI, naam=path.name)
    return write(ledger, make_plan(ledger, gelezen, None, MEI), bron=path.name)


def printed(path: Path) -> dict[tuple[str, str], int]:
    """Every number of a published table that is on opvang, by gebied and column, without this program."""
    found = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, niveau = row.get("naam", row["provincie"]), row.get("niveau", "provincie")
            if name == "Totaal":
                code = "NL00"
            else:
                code = (find_veiligheidsregio if niveau == "veiligheidsregio" else find_provincie)(name).code
            for column, text in row.items():
                if (text and "opvang" in column) or (text and column.startswith(("coa_", "amv_"))):
                    found[code, column.removeprefix("opvang_")] = int(text)
    return found
