"""Swaps of opgave between gemeenten of one provincie, newest first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names


@dataclass(frozen=True, kw_only=True)
class RuilRegel:
    """``naar`` takes over ``aantal`` places of the opgave of ``van``."""

    id: int
    datum: datetime.date
    van: str
    naar: str
    soort: str
    aantal: int
    bron: str


def opvangruil(ledger: Ledger) -> tuple[RuilRegel, ...]:
    """All of them; what they do to each gemeente stands in the opvangstand."""
    names = gemeente_names(ledger)
    found = [
        RuilRegel(
            id=each.id,
            datum=each.datum,
            van=names[each.van_id],
            naar=names[each.naar_id],
            soort=each.soort,
            aantal=each.aantal,
            bron=each.bron,
        )
        for each in ledger.opvanguitruilen
        if each.id is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.datum, each.id), reverse=True))


def find_ruil(ledger: Ledger, id: int) -> RuilRegel:
    """The one with this number. Raises RegietafelError that says where the numbers are."""
    for each in opvangruil(ledger):
        if each.id == id:
            return each
    sentence = _("Er is geen uitruil van opvangplekken met nummer {id}; zie regietafel opvangruil lijst.")
    raise RegietafelError(sentence.format(id=id))
