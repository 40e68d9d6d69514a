"""The documents about opvang on a day."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from regietafel.documents.stuk import Mislukt, Reeks, Stuk
from regietafel.documents.stukken.commissaris import make_overzicht_commissaris
from regietafel.documents.stukken.opvang import make_stand_opvang
from regietafel.domain.feestdagen import plain_einde
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger

STAND, COMMISSARIS = "stand-opvang", "overzicht-commissaris"
SOORTEN: Mapping[str, str] = {
    STAND: _("Stand van zaken opvangplekken"),
    COMMISSARIS: _("Overzicht voor de commissaris"),
}
_VOORUIT = 12  # months that are looked ahead, when nothing else is asked


def make_opvangstukken(
    ledger: Ledger,
    op: datetime.date,
    datum: datetime.date,
    *,
    tot: datetime.date | None = None,
    soorten: Collection[str] = tuple(SOORTEN),
) -> Reeks:
    """Those of these kinds, as known on ``op`` and ahead until ``tot`` or a year; with what could not be made."""
    made: list[Stuk] = []
    failed: list[Mislukt] = []
    for soort in SOORTEN:
        if soort not in soorten:
            continue
        try:
            if soort == STAND:
                made.append(make_stand_opvang(ledger, op, tot or plain_einde(op, _VOORUIT, "maand"), datum))
            else:
                made.append(make_overzicht_commissaris(ledger, op, datum))
        except RegietafelError as error:
            failed.append(Mislukt(SOORTEN[soort], str(error)))
    return Reeks(stukken=tuple(made), mislukt=tuple(failed))
