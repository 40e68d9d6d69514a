"""What belongs to rows of lists: the number of their point, who does it, what was reported, what may help.

``ids`` are those of the rows, as JSON: SQLite takes any number of them at once.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from regietafel.domain.agenda import numbered
from regietafel.domain.verslag import Kennis, Voortgang
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names


class _Plek(NamedTuple):
    id: int
    hoofdpunt_id: int | None
    volgorde: int


def nummers(ledger: Ledger, overleggen: Iterable[int]) -> Mapping[int, str]:
    """The numbers by point of these meetings."""
    agendas: defaultdict[int, list[_Plek]] = defaultdict(list)
    sql = """
        SELECT overleg_id, id, hoofdpunt_id, volgorde FROM agendapunt
        WHERE overleg_id IN (SELECT value FROM json_each(?))"""
    for overleg_id, *place in ledger.db.execute(sql, [json.dumps([*overleggen])]):
        agendas[overleg_id].append(_Plek(*place))
    return {punt.id: nummer for punten in agendas.values() for nummer, punt in numbered(punten)}


def alle_leden(ledger: Ledger) -> frozenset[int]:
    """The gemeenten of the table; empty when there is no more than one, so that nobody is “alle gemeenten” alone."""
    ids = frozenset(id for (id,) in ledger.db.execute("SELECT id FROM gemeente WHERE lid"))
    return ids if len(ids) > 1 else frozenset()


def wie(houders: Sequence[tuple[str, int | None]], leden: frozenset[int]) -> str:
    """Who does it, on one line: ``alle gemeenten`` when it is all of the table."""
    if not leden or len(houders) < len(leden) or not leden <= {id for _naam, id in houders}:
        return ", ".join(naam for naam, _id in houders)
    others = [naam for naam, id in houders if id not in leden]
    return ", ".join([_("alle gemeenten"), *others])


def houders(ledger: Ledger, ids: str) -> Mapping[int, tuple[tuple[str, int | None], ...]]:
    """By row who does it: gemeenten by name, then organisations."""
    names = gemeente_names(ledger)
    found: defaultdict[int, list[tuple[str, int | None]]] = defaultdict(list)
    sql = """
        SELECT regel_id, gemeente_id, organisatie FROM actiehouder
        WHERE regel_id IN (SELECT value FROM json_each(?))"""
    for id, gemeente_id, organisatie in ledger.db.execute(sql, [ids]):
        found[id].append((organisatie if gemeente_id is None else names[gemeente_id], gemeente_id))
    return {
        id: tuple(sorted(pairs, key=lambda each: (each[1] is None, sort_key(each[0])))) for id, pairs in found.items()
    }


def voortgang(ledger: Ledger, ids: str) -> Mapping[int, tuple[Voortgang, ...]]:
    """By row what was reported, oldest first."""
    found: defaultdict[int, list[Voortgang]] = defaultdict(list)
    sql = """
        SELECT id, regel_id, datum, tekst FROM voortgang
        WHERE regel_id IN (SELECT value FROM json_each(?)) ORDER BY datum, id"""
    for id, regel_id, datum, tekst in ledger.db.execute(sql, [ids]):
        note = Voortgang(id=id, regel_id=regel_id, datum=datetime.date.fromisoformat(datum), tekst=tekst)
        found[regel_id].append(note)
    return {id: tuple(notes) for id, notes in found.items()}


def kennis(ledger: Ledger, ids: str) -> Mapping[int, tuple[Kennis, ...]]:
    """By row the measures that may help."""
    found: defaultdict[int, list[Kennis]] = defaultdict(list)
    sql = "SELECT regel_id, kennis_id FROM kennislink WHERE regel_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    if pairs := ledger.db.execute(sql, [ids]).fetchall():
        known = {each.id: each for each in ledger.kennis}
        for regel_id, kennis_id in pairs:
            found[regel_id].append(known[kennis_id])
    return {id: tuple(measures) for id, measures in found.items()}
