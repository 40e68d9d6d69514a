"""The locations of opvang as they are on a day: their state, their use, and what is to be said of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from regietafel.domain.locatieregels import Normen, is_open, opmerkingen
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie
from regietafel.domain.staat import GESLOTEN, Staatwissel
from regietafel.errors import RegietafelError
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.staten import Stand, normen_op, raadsbesluiten_op, staten_op

TABLES = frozenset({"opvanglocatie", "staatwissel", "bezetting", "norm", "gemeente"})
"""Who shows locations asks again when one of these changes."""


@dataclass(frozen=True, kw_only=True)
class LocatieRegel:
    """One location on one day, in places; None is not known."""

    id: int
    gemeente_id: int
    gemeente: str
    naam: str
    soort: str  # a key of LOCATIESOORTEN
    staat: str | None
    staat_vanaf: datetime.date | None
    capaciteit: int | None
    bezet: int | None  # on the newest day that is not after this one
    peildatum: datetime.date | None  # that day
    vrij: int | None  # of an open one the places not in use; negative when it is fuller than it can be
    open_vanaf: datetime.date | None
    open_tot: datetime.date | None
    overeenkomst_tot: datetime.date | None
    doelgroep: str
    hoofdlocatie: str  # its name; empty when it stands alone
    contact: str
    bron: str
    opmerking: str
    is_open: bool  # on the day
    raadsbesluit: bool  # one is recorded among its states, no later than the day, and it is not closed
    opmerkingen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Locatieblad:
    """Everything of one location."""

    regel: LocatieRegel
    staten: tuple[Staatwissel, ...]  # newest first, also those of later than the day
    bezettingen: tuple[Bezetting, ...]  # newest first, as well
    klein: tuple[LocatieRegel, ...]  # the locations that belong to it


class _Dag(NamedTuple):
    """What is known on one day of all locations."""

    op: datetime.date
    gemeenten: Mapping[int, str]
    staten: Mapping[int, Stand]
    besloten: Collection[int]
    bezet: Mapping[int, tuple[int, datetime.date]]
    normen: Normen


def locaties(ledger: Ledger, op: datetime.date) -> tuple[LocatieRegel, ...]:
    """All of them, by gemeente and name."""
    dag = _Dag(
        op=op,
        gemeenten=gemeente_names(ledger),
        staten=staten_op(ledger, "locatie_id", op),
        besloten=raadsbesluiten_op(ledger, op),
        bezet=_bezet(ledger, op),
        normen=normen_op(ledger, op),
    )
    rows = tuple(ledger.opvanglocaties)
    namen = {each.id: each.naam for each in rows}
    found = [_regel(each, namen.get(each.hoofdlocatie_id, "") if each.hoofdlocatie_id else "", dag) for each in rows]
    return tuple(sorted(found, key=lambda regel: (sort_key(regel.gemeente), sort_key(regel.naam), regel.id)))


def locatieblad(ledger: Ledger, id: int, op: datetime.date) -> Locatieblad:
    """One location. Raises RegietafelError when it is gone."""
    locatie = ledger.opvanglocaties.get(id)
    regels = {each.id: each for each in locaties(ledger, op)}
    klein = {each.id for each in ledger.opvanglocaties.where(hoofdlocatie_id=locatie.id)}
    return Locatieblad(
        regel=regels[id],
        staten=tuple(sorted(ledger.staatwissels.where(locatie_id=id), key=lambda wissel: wissel.vanaf, reverse=True)),
        bezettingen=tuple(
            sorted(ledger.bezettingen.where(locatie_id=id), key=lambda count: count.peildatum, reverse=True)
        ),
        klein=tuple(each for each in regels.values() if each.id in klein),
    )


def find_locatie(ledger: Ledger, text: str) -> Opvanglocatie:
    """By number or by name. Raises RegietafelError when it is none, or the name of more than one."""
    from regietafel.reference import spelling_key  # only now: the window is up sooner

    rows = tuple(ledger.opvanglocaties)
    found = [each for each in rows if spelling_key(each.naam) == spelling_key(text)]
    found = found or [each for each in rows if str(each.id) == text.strip()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RegietafelError(_("Er is geen locatie “{text}”; zie regietafel locatie lijst.").format(text=text[:80]))
    sentence = _("Er zijn {n} locaties met de naam “{text}”; geef het nummer, zie regietafel locatie lijst.")
    raise RegietafelError(sentence.format(n=len(found), text=text[:80]))


def _bezet(ledger: Ledger, op: datetime.date) -> Mapping[int, tuple[int, datetime.date]]:
    """The newest count of each location and its day."""
    sql = "SELECT locatie_id, bezet, max(peildatum) FROM bezetting WHERE peildatum <= ? GROUP BY locatie_id"
    rows = ledger.db.execute(sql, [op.isoformat()])
    return {id: (bezet, datetime.date.fromisoformat(day)) for id, bezet, day in rows}


def _regel(locatie: Opvanglocatie, hoofdlocatie: str, dag: _Dag) -> LocatieRegel:
    assert locatie.id is not None
    bezet, peildatum = dag.bezet.get(locatie.id, (None, None))
    stand = dag.staten.get(locatie.id)
    staat = stand.staat if stand else None
    opened = is_open(locatie, staat, dag.op)
    return LocatieRegel(
        id=locatie.id,
        gemeente_id=locatie.gemeente_id,
        gemeente=dag.gemeenten[locatie.gemeente_id],
        naam=locatie.naam,
        soort=locatie.soort,
        staat=staat,
        staat_vanaf=stand.vanaf if stand else None,
        capaciteit=locatie.capaciteit,
        bezet=bezet,
        peildatum=peildatum,
        vrij=None if not opened or locatie.capaciteit is None or bezet is None else locatie.capaciteit - bezet,
        open_vanaf=locatie.open_vanaf,
        open_tot=locatie.open_tot,
        overeenkomst_tot=locatie.overeenkomst_tot,
        doelgroep=locatie.doelgroep,
        hoofdlocatie=hoofdlocatie,
        contact=locatie.contact,
        bron=locatie.bron,
        opmerking=locatie.opmerking,
        is_open=opened,
        raadsbesluit=locatie.id in dag.besloten and staat != GESLOTEN,
        opmerkingen=opmerkingen(locatie, staat, bezet, dag.normen, dag.op),
    )
