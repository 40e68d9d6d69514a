"""The division of a region with other inhabitants, methods or mergers."""

from __future__ import annotations

import datetime

from regietafel import reference
from regietafel.actions.inwoners import record_inwoners
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.periode import Periode
from regietafel.domain.verdeelsleutel import Methode, wadden
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import InwonersRegel, landelijke_inwoners
from regietafel.queries.verdeling import LandelijkeVerdeling, verdeling
from tests.core.conftest import P

BORNE, LEEUWARDEN, AMELAND, WIJDEMEREN, HILVERSUM = "GM0147", "GM0080", "GM0060", "GM1696", "GM0402"
HERINDELING = Herindeling(oud=WIJDEMEREN, nieuw=HILVERSUM, datum=datetime.date(2027, 1, 1))


def new_year(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


def enter(ledger: Ledger, code: str, year: int, aantal: int) -> None:
    record_inwoners(ledger, Inwoners(gm_code=code, peildatum=new_year(year), aantal=aantal, bron="CBS StatLine"))


def enter_country(ledger: Ledger, year: int, *, without: str = "") -> None:
    """What an import of the whole country leaves in the file, one more in every gemeente than in 2024."""
    with ledger.operation("ingelezen"):
        for gemeente in reference.gemeenten():
            if gemeente.code != without:
                row = Inwoners(gm_code=gemeente.code, peildatum=new_year(year), aantal=gemeente.inwoners_2024 + 1)
                ledger.inwoners.save(row)


def divide(ledger: Ledger, periode: Periode = P, methode: Methode = Methode.ADAMS) -> LandelijkeVerdeling:
    land = landelijke_inwoners(ledger, periode)
    return verdeling(ledger, periode, 27_300, methode, samen=wadden(land.inwoners), amv=2_000)


def line(ledger: Ledger, periode: Periode, code: str) -> InwonersRegel:
    return next(each for each in landelijke_inwoners(ledger, periode).regels if each.gm_code == code)
