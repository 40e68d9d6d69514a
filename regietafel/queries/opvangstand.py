"""Opvang per gebied on a day: what is asked, what is published and, beside that, what the own locations count.

Published figures and an own count are never added up or put in each other's place.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regietafel import reference
from regietafel.domain.norm import BEZETTING
from regietafel.domain.opvang import AMV_NIDOS, GEMEENTE, LAND, PROVINCIE, SOORTEN, VEILIGHEIDSREGIO, niveau
from regietafel.domain.opvanglocatie import LOCATIESOORTEN, ROL
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import gemeente_namen
from regietafel.queries.locaties import TABLES as LOCATIETABELLEN
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.staten import normen_op
from regietafel.queries.totaal import sum_known

REGIO = "regio"  # the gebied and the niveau of the table's own region
TOTAAL = "totaal"  # the soort of a total: all opvang, so without amv Nidos
STANDSOORTEN = (*SOORTEN, ROL)
NIVEAUS = (REGIO, VEILIGHEIDSREGIO, PROVINCIE, LAND, GEMEENTE)
TABLES = LOCATIETABELLEN | {"opvangcijfer", "opvanguitruil", "regio"}
"""Who shows it asks again when one of these changes."""


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """Of one published number: from which day it is and who says so."""

    peildatum: datetime.date
    bron: str


@dataclass(frozen=True, kw_only=True)
class OpvangstandRegel:
    """One kind of opvang in one gebied, in places; None is not known."""

    gebied: str  # a code, or REGIO
    naam: str
    niveau: str  # one of NIVEAUS
    soort: str  # one of STANDSOORTEN, or TOTAAL
    opgave: int | None  # as published
    uitruil: int  # what its gemeenten took over (+) and handed over (−)
    realisatie: int | None  # as published
    eigen: int  # places of the open locations in this file
    bezet: int | None  # of those, as far as counted
    verschil: int | None  # opgave + uitruil − realisatie: negative is more than was asked
    raadsbesluit: int  # places that are not open yet and rest on a recorded raadsbesluit
    met_norm: int | None  # eigen x the norm for the use of a location, rounded down; None without a norm
    bronnen: Mapping[str, Herkomst]  # of opgave and realisatie, where they are published


_Key = tuple[str, str]  # gebied, soort
_Published = Mapping[_Key, tuple[int, Herkomst]]


@dataclass
class _Eigen:
    """What the locations of one kind in one gebied add up to."""

    plekken: int = 0
    bezet: int | None = None
    raadsbesluit: int = 0


@dataclass(frozen=True, kw_only=True)
class _Cijfers:
    """Everything that is known on one day, by gebied and soort."""

    opgave: _Published
    realisatie: _Published
    uitruil: Mapping[_Key, int]
    eigen: Mapping[_Key, _Eigen]
    norm: int | None


def opvangstand(ledger: Ledger, op: datetime.date) -> tuple[OpvangstandRegel, ...]:
    """Of every gebied of which something is known, per kind: the region, then larger and larger, then the gemeenten.

    Each published number is the newest that is not after the day. The region has those of the veiligheidsregio or the
    provincie it is; any other the sum of its gemeenten, if all are published of the same day. A location of which the
    places are not known counts as none.
    """
    gebieden = _Gebieden(ledger)
    cijfers = _Cijfers(
        opgave=_published(ledger, "opgave", op, gebieden),
        realisatie=_published(ledger, "realisatie", op, gebieden),
        uitruil=_uitruil(ledger, op, gebieden),
        eigen=_eigen(locaties(ledger, op), gebieden),
        norm=normen_op(ledger, op).get(BEZETTING),
    )
    keys = {*cijfers.opgave, *cijfers.realisatie, *cijfers.uitruil, *cijfers.eigen}
    regels = [_regel(key, gebieden, cijfers) for key in keys]
    return tuple(sorted(regels, key=lambda regel: (*gebieden.place(regel.gebied), STANDSOORTEN.index(regel.soort))))


def regio_opgaven(ledger: Ledger, dagen: Iterable[datetime.date]) -> Mapping[datetime.date, int | None]:
    """What is asked of the region on each day, with its swaps, of all kinds but amv Nidos; None is not known."""
    gebieden = _Gebieden(ledger)
    found = {}
    for dag in dagen:
        opgave = _published(ledger, "opgave", dag, gebieden, regio_only=True)
        uitruil = _uitruil(ledger, dag, gebieden)
        keys = [key for key in opgave if key[0] == REGIO and key[1] != AMV_NIDOS]
        found[dag] = sum_known(opgave[key][0] + uitruil.get(key, 0) for key in keys)
    return found


def totalen(regels: Iterable[OpvangstandRegel]) -> tuple[OpvangstandRegel, ...]:
    """Of every gebied all kinds together but amv Nidos, which counts for housing and not for opvang (domein §4).

    The verschil is that of the kinds that have both numbers; of the others the table prints none.
    """
    per_gebied: defaultdict[str, list[OpvangstandRegel]] = defaultdict(list)
    for regel in regels:
        if regel.soort != AMV_NIDOS:
            per_gebied[regel.gebied].append(regel)
    return tuple(_totaal(found) for found in per_gebied.values())


class _Gebieden:
    """Which gebieden each gemeente in the file is part of."""

    def __init__(self, ledger: Ledger) -> None:
        self.namen = gemeente_namen(ledger)
        gemeenten = tuple(ledger.gemeenten)
        self.regio = next((each.naam for each in ledger.regio), "")
        self.leden = frozenset(each.gm_code for each in gemeenten if each.lid)
        self.code = {each.id: each.gm_code for each in gemeenten}
        known = {each.code: each for each in reference.gemeenten()}
        self.boven: dict[str, tuple[str, ...]] = {}
        for code in {each.gm_code for each in gemeenten}:
            own = (REGIO,) if code in self.leden else ()
            found = known.get(code)
            larger = (found.veiligheidsregio_code, found.provincie_code) if found else ()
            self.boven[code] = (code, *own, *larger, reference.NEDERLAND.code)
        self.als = self._same_as(
            {each.code: (each.veiligheidsregio_code, each.provincie_code) for each in known.values()}
        )

    def _same_as(self, larger: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The veiligheidsregio and the provincie of exactly the members; Drenthe is both."""
        members: defaultdict[str, set[str]] = defaultdict(set)
        for code, gebieden in larger.items():
            for gebied in gebieden:
                members[gebied].add(code)
        return tuple(gebied for gebied, codes in members.items() if codes == self.leden)

    def niveau(self, gebied: str) -> str:
        return REGIO if gebied == REGIO else niveau(gebied)

    def naam(self, gebied: str) -> str:
        return self.regio if gebied == REGIO else self.namen.get(gebied) or reference.gebied_naam(gebied)

    def place(self, gebied: str) -> tuple[int, str]:
        kind = self.niveau(gebied)
        return NIVEAUS.index(kind), sort_key(self.naam(gebied)) if kind == GEMEENTE else gebied


def _published(
    ledger: Ledger, kolom: str, op: datetime.date, gebieden: _Gebieden, *, regio_only: bool = False
) -> _Published:
    """The newest number of this column, with the region's own; or of the region and what it is made of only."""
    codes = [*gebieden.leden, *gebieden.als] if regio_only else []
    within = f" AND gebied IN ({', '.join('?' * len(codes))})" if regio_only else ""
    # With max() SQLite gives the other columns of that very row.
    sql = (
        f"SELECT gebied, soort, {kolom}, bron, max(peildatum) FROM opvangcijfer"
        f" WHERE peildatum <= ? AND {kolom} IS NOT NULL{within} GROUP BY gebied, soort"
    )
    found = {
        (gebied, soort): (aantal, Herkomst(peildatum=datetime.date.fromisoformat(day), bron=bron))
        for gebied, soort, aantal, bron, day in ledger.db.execute(sql, [op.isoformat(), *codes])
    }
    for soort in SOORTEN:
        if own := _of_region(found, soort, gebieden):
            found[REGIO, soort] = own
    return found


def _of_region(found: _Published, soort: str, gebieden: _Gebieden) -> tuple[int, Herkomst] | None:
    if same := [found[code, soort] for code in gebieden.als if (code, soort) in found]:
        return max(same, key=lambda each: each[1].peildatum)
    parts = [found.get((code, soort)) for code in gebieden.leden]
    known = [each for each in parts if each]
    if not known or len(known) < len(parts) or len({herkomst.peildatum for _aantal, herkomst in known}) > 1:
        return None
    bronnen = sorted({herkomst.bron for _aantal, herkomst in known if herkomst.bron})
    herkomst = Herkomst(peildatum=known[0][1].peildatum, bron="; ".join(bronnen))
    return sum(aantal for aantal, _herkomst in known), herkomst


def _uitruil(ledger: Ledger, op: datetime.date, gebieden: _Gebieden) -> Mapping[_Key, int]:
    found: defaultdict[_Key, int] = defaultdict(int)
    for each in ledger.opvanguitruilen:
        if each.datum <= op:
            for id, aantal in ((each.van_id, -each.aantal), (each.naar_id, each.aantal)):
                for gebied in gebieden.boven[gebieden.code[id]]:
                    found[gebied, each.soort] += aantal
    return {key: aantal for key, aantal in found.items() if aantal}


def _eigen(regels: Iterable[LocatieRegel], gebieden: _Gebieden) -> Mapping[_Key, _Eigen]:
    found: defaultdict[_Key, _Eigen] = defaultdict(_Eigen)
    for regel in regels:
        for gebied in gebieden.boven[gebieden.code[regel.gemeente_id]]:
            own = found[gebied, LOCATIESOORTEN[regel.soort] or ROL]
            if regel.is_open:
                own.plekken += regel.capaciteit or 0
                own.bezet = sum_known([own.bezet, regel.bezet])
            elif regel.raadsbesluit:
                own.raadsbesluit += regel.capaciteit or 0
    return found


def _regel(key: _Key, gebieden: _Gebieden, cijfers: _Cijfers) -> OpvangstandRegel:
    gebied, soort = key
    opgave, realisatie = cijfers.opgave.get(key), cijfers.realisatie.get(key)
    uitruil, own = cijfers.uitruil.get(key, 0), cijfers.eigen.get(key, _Eigen())
    return OpvangstandRegel(
        gebied=gebied,
        naam=gebieden.naam(gebied),
        niveau=gebieden.niveau(gebied),
        soort=soort,
        opgave=opgave[0] if opgave else None,
        uitruil=uitruil,
        realisatie=realisatie[0] if realisatie else None,
        eigen=own.plekken,
        bezet=own.bezet,
        verschil=opgave[0] + uitruil - realisatie[0] if opgave and realisatie else None,
        raadsbesluit=own.raadsbesluit,
        met_norm=None if cijfers.norm is None else own.plekken * cijfers.norm // 100,
        bronnen={name: each[1] for name, each in (("opgave", opgave), ("realisatie", realisatie)) if each},
    )


def _totaal(regels: Sequence[OpvangstandRegel]) -> OpvangstandRegel:
    def known(of: Callable[[OpvangstandRegel], int | None]) -> int | None:
        return sum_known(map(of, regels))

    return replace(
        regels[0],
        soort=TOTAAL,
        opgave=known(lambda regel: regel.opgave),
        uitruil=sum(regel.uitruil for regel in regels),
        realisatie=known(lambda regel: regel.realisatie),
        eigen=sum(regel.eigen for regel in regels),
        bezet=known(lambda regel: regel.bezet),
        verschil=known(lambda regel: regel.verschil),
        raadsbesluit=sum(regel.raadsbesluit for regel in regels),
        met_norm=known(lambda regel: regel.met_norm),
        bronnen={},
    )
