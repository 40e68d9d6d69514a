"""What the open file holds of a kind of table, to compare a row with; and a row as it is kept."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from regietafel.catalog.opvang import GETALLEN
from regietafel.domain import opvang
from regietafel.domain.inwoners import Inwoners
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.domain.taakstelling import Beginstand, Realisatie, Taakstellingsversie
from regietafel.domain.woonproject import MATEN, Doorlooptijd, Koppelstand
from regietafel.exchange.importplan import Importplan, Planrij
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import (
    BEGINSTAND,
    DOORLOOPTIJD,
    INWONERS,
    KOPPELINGEN,
    OPVANG,
    OVERZICHT,
    REALISATIE,
)
from regietafel.ledger import Ledger

Oud = Mapping[tuple[object, datetime.date | None], Mapping[str, int | None]]  # by gemeente and day


def old_taakstelling(ledger: Ledger, periode: Periode | None, same: Taakstellingsversie | None) -> Oud:
    """The numbers of the version itself, or else of the newest of the period."""
    versies = sorted(ledger.taakstellingsversies.where(periode=periode), key=lambda versie: versie.datum)
    versie = same or (versies[-1] if versies else None)
    rows = ledger.taakstellingen.where(versie_id=versie.id) if versie else ()
    return {
        (row.gemeente_id, None): {"taakstelling": row.aantal, "amv": row.amv, "inwoners": row.inwoners} for row in rows
    }


def old_of(ledger: Ledger, soort: Soort, periode: Periode | None) -> Oud:
    """The numbers of this kind in the open file."""
    if soort is REALISATIE:
        return {
            (r.gemeente_id, r.peildatum): {"realisatie": r.aantal} for r in ledger.realisaties.where(periode=periode)
        }
    if soort is BEGINSTAND:
        return {(r.gemeente_id, None): {"beginstand": r.aantal} for r in ledger.beginstanden.where(periode=periode)}
    if soort is INWONERS:
        return {(r.gm_code, r.peildatum): {"inwoners": r.aantal} for r in ledger.inwoners}
    if several := {OPVANG: _old_opvang, KOPPELINGEN: _old_koppelingen}.get(soort):
        return several(ledger)
    if soort is DOORLOOPTIJD:
        return {
            (r.gemeente_id, r.maand): {naam: getattr(r, naam) for naam in soort.waarden if naam != "peildatum"}
            for r in ledger.doorlooptijden
        }
    return {
        (r.gemeente_id, r.peildatum): {naam: getattr(r, naam) for naam in soort.waarden if naam != "peildatum"}
        for r in ledger.overzichtregels.where(periode=periode)
    }


def _old_opvang(ledger: Ledger) -> Oud:
    """Per gebied and day every number there can be, of all kinds beside each other as in a table."""
    found: dict[tuple[object, datetime.date | None], dict[str, int | None]] = {}
    for each in ledger.opvangcijfers:
        old = found.setdefault((each.gebied, each.peildatum), dict.fromkeys(OPVANG.nodig))
        old |= {f"{each.soort}_{getal}": getattr(each, getal) for getal in GETALLEN}
    return found


def _old_koppelingen(ledger: Ledger) -> Oud:
    """Per gemeente and day every number there can be, of all kinds of household."""
    found: dict[tuple[object, datetime.date | None], dict[str, int | None]] = {}
    for each in ledger.koppelstanden:
        old = found.setdefault((each.gemeente_id, each.peildatum), dict.fromkeys(KOPPELINGEN.nodig))
        old |= {f"{each.maat}_huishoudens": each.huishoudens, f"{each.maat}_woningen": each.woningen}
    return found


def _opvangcijfers(rij: Planrij, bron: str) -> list[Record]:
    """The kinds of opvang in a row of which a number is new; the others keep the source they have."""
    assert rij.gm_code and rij.peildatum
    found: list[Record] = []
    for soort in opvang.SOORTEN:
        names = {getal: f"{soort}_{getal}" for getal in GETALLEN}
        numbers = {getal: rij.waarden.get(naam) for getal, naam in names.items()}
        if any(numbers[getal] != rij.oud.get(naam) for getal, naam in names.items()):
            found.append(Opvangcijfer(gebied=rij.gm_code, soort=soort, peildatum=rij.peildatum, bron=bron, **numbers))
    return found


def _koppelstanden(rij: Planrij, bron: str) -> list[Record]:
    """The kinds of household in a row of which a number is new; what the table leaves out of those is 0."""
    assert rij.gemeente_id is not None and rij.peildatum
    found: list[Record] = []
    for maat in MATEN:
        names = (f"{maat}_huishoudens", f"{maat}_woningen")
        if any(rij.waarden.get(naam) != rij.oud.get(naam) for naam in names):
            huishoudens, woningen = (rij.waarden.get(naam) or 0 for naam in names)
            found.append(
                Koppelstand(
                    gemeente_id=rij.gemeente_id,
                    peildatum=rij.peildatum,
                    maat=maat,
                    huishoudens=huishoudens,
                    woningen=woningen,
                    bron=bron,
                )
            )
    return found


def records(plan: Importplan, rij: Planrij, bron: str) -> list[Record]:
    """The row as it is kept."""
    several = {OPVANG: _opvangcijfers, KOPPELINGEN: _koppelstanden}.get(plan.soort)
    return several(rij, bron) if several else [record_of(plan, rij, bron)]


def record_of(plan: Importplan, rij: Planrij, bron: str) -> Record:
    aantal, id, day = rij.aantal, rij.gemeente_id, rij.peildatum
    if plan.soort is INWONERS:
        assert rij.gm_code and day and aantal is not None
        return Inwoners(gm_code=rij.gm_code, peildatum=day, aantal=aantal, bron=bron)
    if plan.soort is DOORLOOPTIJD:
        assert id is not None and day and aantal is not None
        near = {naam: rij.waarden.get(naam) or 0 for naam in ("huisvestingen", "regioplaatsingen")}
        return Doorlooptijd(gemeente_id=id, maand=day, dagen=aantal, bron=bron, **near)
    assert plan.periode and id is not None
    if plan.soort is BEGINSTAND:
        assert aantal is not None
        return Beginstand(gemeente_id=id, periode=plan.periode, aantal=aantal, bron=bron)
    assert day
    if plan.soort is REALISATIE:
        assert aantal is not None
        return Realisatie(gemeente_id=id, periode=plan.periode, peildatum=day, aantal=aantal, bron=bron)
    assert plan.soort is OVERZICHT
    return Overzichtregel(gemeente_id=id, periode=plan.periode, peildatum=day, bron=bron, **rij.waarden)
