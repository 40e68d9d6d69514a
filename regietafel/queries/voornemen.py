"""What is known to judge an agreement by the rules of ``domain.herverdelingsregels``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import Voornemen
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.herverdelingen import HerverdelingBlad, current_taakstelling
from regietafel.queries.rekening import rekeningen


def voornemen(
    ledger: Ledger,
    periode: Periode,
    delen: Sequence[Deel],
    bepalingen: Bepalingen,
    op: datetime.date | None = None,
) -> Voornemen:
    """What gemeenten want to agree, with what this file knows to judge it; ``op`` as in current_taakstelling."""
    names = gemeente_names(ledger)
    later = periode.through(bepalingen.tot_en_met or periode)[1:]
    return Voornemen(
        periode=periode,
        delen=delen,
        oud=current_taakstelling(ledger, periode, op),
        leden=frozenset(gemeente.naam for gemeente in ledger.gemeenten.where(lid=True)),
        achterstand={names[id]: aantal for id, aantal in rekeningen(ledger, periode, op)[-1].beginstand.items()},
        later={each: current_taakstelling(ledger, each, op) for each in later},
        bepalingen=bepalingen,
    )


def voornemen_of(ledger: Ledger, view: HerverdelingBlad) -> Voornemen:
    """What is needed to judge an agreement that is made; one in force is judged by the numbers it froze."""
    made = voornemen(ledger, view.periode, view.delen, view.herverdeling.bepalingen)
    if view.in_werking_op is None:
        return made
    own = {partij.gemeente: partij.wijziging for partij in view.partijen if not view.is_afgekeurd}
    later = {
        periode: {naam: aantal - own.get(naam, 0) for naam, aantal in oud.items()}
        for periode, oud in made.later.items()
    }
    return replace(made, oud={partij.gemeente: partij.oud for partij in view.partijen}, later=later)
