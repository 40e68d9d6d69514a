"""Koppelingen handed over, and what that means for who houses. The taakstelling does not come into it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names


@dataclass(frozen=True, kw_only=True)
class KoppelingRegel:
    """``aantal`` households of ``grootte`` persons each, coupled to ``van``, are housed in ``naar``."""

    id: int
    datum: datetime.date
    van: str
    naar: str
    aantal: int
    grootte: int
    personen: int
    toelichting: str


@dataclass(frozen=True, kw_only=True)
class WieHuisvest:
    """What one gemeente took over and handed over, in households and persons."""

    gemeente: str
    overgenomen: int
    overgenomen_personen: int
    afgestaan: int
    afgestaan_personen: int

    @property
    def netto_personen(self) -> int:
        """Persons more (+) or fewer (−) to house; 0 over all gemeenten."""
        return self.overgenomen_personen - self.afgestaan_personen


def koppelingen(ledger: Ledger, periode: Periode | None = None) -> tuple[KoppelingRegel, ...]:
    """Those of one half-year, or all; newest first."""
    names = gemeente_names(ledger)
    found = [
        KoppelingRegel(
            id=each.id,
            datum=each.datum,
            van=names[each.van_id],
            naar=names[each.naar_id],
            aantal=each.aantal,
            grootte=each.grootte,
            personen=each.personen,
            toelichting=each.toelichting,
        )
        for each in ledger.koppelingoverdrachten
        if each.id is not None and (periode is None or periode.begin <= each.datum <= periode.einde)
    ]
    return tuple(sorted(found, key=lambda each: (each.datum, each.id), reverse=True))


def wie_huisvest(ledger: Ledger, periode: Periode | None = None) -> tuple[WieHuisvest, ...]:
    """The members of the table, and others that take part, by name."""
    regels = koppelingen(ledger, periode)
    namen = {gemeente.naam for gemeente in ledger.gemeenten.where(lid=True)}
    namen |= {naam for each in regels for naam in (each.van, each.naar)}
    return tuple(_wie_huisvest(naam, regels) for naam in sorted(namen, key=sort_key))


def totaal_huisvest(gemeenten: Sequence[WieHuisvest]) -> WieHuisvest:
    """All of them together; as many are handed over as taken over."""
    return WieHuisvest(
        gemeente=_("Totaal"),
        overgenomen=sum(each.overgenomen for each in gemeenten),
        overgenomen_personen=sum(each.overgenomen_personen for each in gemeenten),
        afgestaan=sum(each.afgestaan for each in gemeenten),
        afgestaan_personen=sum(each.afgestaan_personen for each in gemeenten),
    )


def find_koppeling(ledger: Ledger, id: int) -> KoppelingRegel:
    """The one with this number. Raises RegietafelError that says where the numbers are."""
    for each in koppelingen(ledger):
        if each.id == id:
            return each
    raise RegietafelError(
        _("Er is geen overdracht van koppelingen met nummer {id}; zie regietafel koppeling lijst.").format(id=id)
    )


def _wie_huisvest(naam: str, regels: Iterable[KoppelingRegel]) -> WieHuisvest:
    taken = [each for each in regels if each.naar == naam]
    handed = [each for each in regels if each.van == naam]
    return WieHuisvest(
        gemeente=naam,
        overgenomen=sum(each.aantal for each in taken),
        overgenomen_personen=sum(each.personen for each in taken),
        afgestaan=sum(each.aantal for each in handed),
        afgestaan_personen=sum(each.personen for each in handed),
    )
