"""Opvang per gebied as it was published, with what does not add up in it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel import reference
from regietafel.domain.opvang import GEMEENTE, LAND, PROVINCIE, SOORTEN, VEILIGHEIDSREGIO, Opvangcijfer, niveau
from regietafel.domain.regio import Gemeente
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import gemeente_namen

_NIVEAUS = (LAND, PROVINCIE, VEILIGHEIDSREGIO, GEMEENTE)


@dataclass(frozen=True, kw_only=True)
class Opvangregel:
    """One kind of opvang in one gebied, in places.

    ``verschil`` is as printed; ``berekend`` is opgave − realisatie, ``onverklaard`` what they differ.
    """

    id: int
    gebied: str  # the code
    naam: str
    niveau: str
    soort: str
    opgave: int | None
    realisatie: int | None
    verschil: int | None
    berekend: int | None
    onverklaard: int | None
    peildatum: datetime.date
    bron: str


def opvangcijfers(ledger: Ledger, peildatum: datetime.date | None = None) -> tuple[Opvangregel, ...]:
    """Of each gebied and kind the figure of its newest day, or of the newest that is not after ``peildatum``.

    First the country, then the provincies, the veiligheidsregio's and the gemeenten.
    """
    rows = [each for each in ledger.opvangcijfers if peildatum is None or each.peildatum <= peildatum]
    newest: dict[tuple[str, str], Opvangcijfer] = {}
    for each in sorted(rows, key=lambda cijfer: cijfer.peildatum):
        newest[each.gebied, each.soort] = each
    namen = gemeente_namen(ledger)
    regels = [regel_of(each, namen.get(each.gebied, "")) for each in newest.values()]
    return tuple(
        sorted(
            regels,
            key=lambda regel: (_NIVEAUS.index(regel.niveau), _place(regel), SOORTEN.index(regel.soort)),
        )
    )


def peildatums(ledger: Ledger) -> list[datetime.date]:
    """The days of which there are figures, newest first."""
    return sorted({each.peildatum for each in ledger.opvangcijfers}, reverse=True)


def gebied_naam(code: str) -> str:
    """A name that says what it is of: Groningen (provincie), Groningen (veiligheidsregio); of a gemeente the name."""
    naam = reference.gebied_naam(code)
    return naam if niveau(code) in (GEMEENTE, LAND) else f"{naam} ({niveau(code)})"


def _place(regel: Opvangregel) -> str:
    return regel.gebied if regel.niveau != GEMEENTE else regel.naam


def regel_of(cijfer: Opvangcijfer, gemeente: str = "") -> Opvangregel:
    """The figure with what it adds up to."""
    assert cijfer.id is not None
    berekend = None if cijfer.opgave is None or cijfer.realisatie is None else cijfer.opgave - cijfer.realisatie
    return Opvangregel(
        id=cijfer.id,
        gebied=cijfer.gebied,
        naam=gemeente or reference.gebied_naam(cijfer.gebied),
        niveau=niveau(cijfer.gebied),
        soort=cijfer.soort,
        opgave=cijfer.opgave,
        realisatie=cijfer.realisatie,
        verschil=cijfer.verschil,
        berekend=berekend,
        onverklaard=None if berekend is None or cijfer.verschil is None else cijfer.verschil - berekend,
        peildatum=cijfer.peildatum,
        bron=cijfer.bron,
    )


def provincie_van(gemeente: Gemeente) -> str | None:
    """The code of its provincie, as the country knows it; None for a gemeente it does not know."""
    known = reference.known_gemeente(gemeente.gm_code)
    return known.provincie_code if known else None
