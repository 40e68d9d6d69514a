"""A file with no more than names and the numbers of bijlage A."""

from __future__ import annotations

import datetime

import pytest

from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.ledger import Ledger

P = Periode(2023, 2)
DATUM = datetime.date(2023, 7, 3)


@pytest.fixture
def tafel(ledger: Ledger) -> Ledger:
    """Almelo 113, Borne 38 and Enschede 248 in 2023-II; of the addressees only the COA."""
    gemeenten = [
        Gemeente(gm_code=code, naam=naam, provincie="Overijssel")
        for code, naam in (("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM0153", "Enschede"))
    ]
    coa = Adressaat(
        sleutel="coa", organisatie="COA", onderdeel="unit Plaatsing", postadres="Postbus 1", postcode="1234 AB"
    )
    make_regio(ledger, Regio(naam="Regietafel Twente"), gemeenten, [coa])
    regels = [(1, 113, 9, 73_155), (2, 38, 0, 24_007), (3, 248, 20, 160_640)]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=27_300, bron="bijlage A", regels=regels)
    return ledger


@pytest.fixture
def overleg(tafel: Ledger) -> Ledger:
    """The same with a meeting that was held, one to come, and one after that."""
    from tests.core.documents.overlegtafel import fill  # which needs P from here

    fill(tafel)
    return tafel
