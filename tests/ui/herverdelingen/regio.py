"""A region of any names, each with a taakstelling of 100."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.domain.regio import Gemeente, Regio
from regietafel.ledger import Ledger

P = Periode(2023, 2)
ADDRESS = "herverdelingen/Herverdelingen"
LONG = "Zeer lange naam " * 18 + "einde"


def fill_region(ledger: Ledger, namen: Sequence[str], known: Iterable[Record] = (), periode: Periode = P) -> None:
    """Gemeenten in Overijssel, and whom and by when the program knows to tell."""
    gemeenten = [Gemeente(gm_code=f"GM{n:04}", naam=naam, provincie="Overijssel") for n, naam in enumerate(namen, 1)]
    make_regio(ledger, Regio(naam="Regietafel Twente"), gemeenten, [*known])
    give_taakstelling(ledger, periode)


def give_taakstelling(ledger: Ledger, periode: Periode = P) -> None:
    regels = [(each.id or 0, 100, None, None) for each in ledger.gemeenten]
    day = datetime.date(2023, 5, 2)
    import_taakstelling(ledger, periode=periode, datum=day, landelijk=None, bron="", regels=regels)
