"""Where a number of opvang comes from: the publication, the locations, the swaps or the other numbers behind it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regietafel import reference
from regietafel.catalog.opvang import OPVANGSTAND, STAAT_NAMEN, STANDSOORTEN
from regietafel.domain.norm import BEZETTING
from regietafel.domain.opvang import AMV_NIDOS, LAND, niveau
from regietafel.domain.opvanglocatie import LOCATIESOORTEN, ROL
from regietafel.i18n import _, format_change, format_date
from regietafel.ledger import Ledger
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.opvangstand import REGIO, TOTAAL, OpvangstandRegel, opvangstand
from regietafel.queries.staten import normen_op

LABELS = {field.name: field.label for field in OPVANGSTAND}
VELDEN = frozenset({"opgave", "uitruil", "realisatie", "verschil", "eigen", "bezet", "met_norm", "raadsbesluit"})
"""The numbers of an OpvangstandRegel that can be explained."""


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """A piece of a number: what it is, how many, and what else there is to say."""

    wat: str
    aantal: int | None
    noot: str = ""


@dataclass(frozen=True, kw_only=True)
class Uitleg:
    """A number and what it is made of."""

    titel: str
    zin: str
    aantal: int | None
    onderdelen: tuple[Onderdeel, ...]


def uitleg(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel, veld: str) -> Uitleg:
    """Of one number (one of VELDEN) of a row of the day."""
    if regel.soort == TOTAAL:
        zin = _("De soorten bij elkaar. Amv Nidos telt mee voor huisvesting, niet voor opvang.")
        parts = _per_soort(ledger, op, regel, veld)
    else:
        zin, make = _MAKERS[veld]
        parts = make(ledger, op, regel)
    naam = f"{regel.naam}, {STANDSOORTEN[regel.soort]}"
    return Uitleg(titel=f"{LABELS[veld]}: {naam}", zin=zin, aantal=getattr(regel, veld), onderdelen=tuple(parts))


def _per_soort(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel, veld: str) -> Iterator[Onderdeel]:
    for each in opvangstand(ledger, op):
        if each.gebied == regel.gebied and each.soort != AMV_NIDOS and getattr(each, veld) is not None:
            yield Onderdeel(wat=STANDSOORTEN[each.soort], aantal=getattr(each, veld))


def _gepubliceerd(veld: str) -> Callable[[Ledger, datetime.date, OpvangstandRegel], Iterator[Onderdeel]]:
    def make(_ledger: Ledger, _op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
        if veld in regel.bronnen:
            found = regel.bronnen[veld]
            wat = _("Peildatum {datum}").format(datum=format_date(found.peildatum))
            yield Onderdeel(wat=wat, aantal=getattr(regel, veld), noot=found.bron)

    return make


def _uitruil(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    namen, inside = {each.id: each.naam for each in ledger.gemeenten}, _inside(ledger, regel.gebied)
    for each in sorted(ledger.opvanguitruilen.where(soort=regel.soort), key=lambda swap: swap.datum):
        if each.datum <= op and (inside(each.van_id) or inside(each.naar_id)):
            count = each.aantal * (inside(each.naar_id) - inside(each.van_id))
            wat = _("{van} → {naar}: {n}").format(
                van=namen[each.van_id], naar=namen[each.naar_id], n=format_change(each.aantal)
            )
            noot = " · ".join(filter(None, (_("vanaf {dag}").format(dag=format_date(each.datum)), each.bron)))
            yield Onderdeel(wat=wat, aantal=count, noot=noot)


def _verschil(_ledger: Ledger, _op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    yield Onderdeel(wat=LABELS["opgave"], aantal=regel.opgave)
    if regel.uitruil:
        yield Onderdeel(wat=LABELS["uitruil"], aantal=regel.uitruil)
    yield Onderdeel(wat=LABELS["realisatie"], aantal=None if regel.realisatie is None else -regel.realisatie)


def _eigen(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    for each in _locaties(ledger, op, regel):
        if each.is_open:
            yield Onderdeel(wat=_plek(each), aantal=each.capaciteit, noot=each.bron)


def _bezet(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    for each in _locaties(ledger, op, regel):
        if each.is_open:
            noot = _("geteld op {dag}").format(dag=format_date(each.peildatum)) if each.peildatum else _("niet geteld")
            yield Onderdeel(wat=_plek(each), aantal=each.bezet, noot=noot)


def _met_norm(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    yield Onderdeel(wat=LABELS["eigen"], aantal=regel.eigen)
    if (norm := normen_op(ledger, op).get(BEZETTING)) is not None:
        wat = _("Daarvan {norm} %, naar beneden afgerond").format(norm=norm)
        yield Onderdeel(wat=wat, aantal=regel.met_norm)


def _raadsbesluit(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[Onderdeel]:
    for each in _locaties(ledger, op, regel):
        if each.raadsbesluit and not each.is_open and each.staat and each.staat_vanaf:
            noot = _("{staat} sinds {dag}").format(staat=STAAT_NAMEN[each.staat], dag=format_date(each.staat_vanaf))
            yield Onderdeel(wat=_plek(each), aantal=each.capaciteit, noot=noot)


def _locaties(ledger: Ledger, op: datetime.date, regel: OpvangstandRegel) -> Iterator[LocatieRegel]:
    inside = _inside(ledger, regel.gebied)
    for each in locaties(ledger, op):
        if inside(each.gemeente_id) and (LOCATIESOORTEN[each.soort] or ROL) == regel.soort:
            yield each


def _plek(regel: LocatieRegel) -> str:
    return f"{regel.naam} ({regel.gemeente})"


def _inside(ledger: Ledger, gebied: str) -> Callable[[int], bool]:
    """Whether a gemeente of the file, by id, lies in a gebied."""
    ids = set()
    for each in ledger.gemeenten:
        known = reference.known_gemeente(each.gm_code)
        larger = {known.provincie_code, known.veiligheidsregio_code} if known else set()
        whole = (gebied == REGIO and each.lid) or (gebied != REGIO and niveau(gebied) == LAND)
        if whole or gebied == each.gm_code or gebied in larger:
            ids.add(each.id)
    return lambda id: id in ids


_MAKERS = {
    "opgave": (_("Zoals gepubliceerd; het programma verandert dit getal niet."), _gepubliceerd("opgave")),
    "realisatie": (_("Zoals gepubliceerd; het programma verandert dit getal niet."), _gepubliceerd("realisatie")),
    "uitruil": (_("Opgave die gemeenten van elkaar overnemen. Over de provincie is dit altijd nul."), _uitruil),
    "verschil": (_("De opgave met de uitruil, min de realisatie. Een min betekent: meer dan gevraagd."), _verschil),
    "eigen": (_("De plekken van de locaties in dit bestand die op deze dag open zijn."), _eigen),
    "bezet": (_("De laatste telling van elke open locatie."), _bezet),
    "met_norm": (_("Hoeveel plekken volgens de norm in gebruik kunnen zijn."), _met_norm),
    "raadsbesluit": (_("Nog niet open, en er is een raadsbesluit vastgelegd."), _raadsbesluit),
}
