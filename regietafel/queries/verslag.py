"""What meetings led to: who was there, the actie- en besluitenlijst of one, and the register over all of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regietafel.domain.overleg import ALLEEN_LEZEN
from regietafel.domain.verslag import ACTIE, Kennis, Voortgang
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries import lijstdelen
from regietafel.queries.agenda import verwijzing
from regietafel.queries.fragments import END_OF_TIME, OPEN_ACTIE, VERTROUWELIJK, stored_day
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.overlegstaat import staten

TABLES = frozenset(
    {"overleg", "overlegstap", "overlegreeks", "agendapunt", "aanwezigheid", "verslagregel", "actiehouder"}
    | {"voortgang", "kennis", "kennislink", "gemeente", "herverdeling", "opvanglocatie", "woonproject"}
)
"""Who shows a list asks again when one of these changes."""
_ZONDER_PUNT = (10_000,)  # after every point

# To whom a row is: an action to who does it; anything else also to the gemeente that it is about.
_VAN_GEMEENTE = """(EXISTS (SELECT 1 FROM actiehouder WHERE regel_id = verslagregel.id AND gemeente_id = :gemeente)
    OR verslagregel.soort <> 'actie' AND (
        EXISTS (SELECT 1 FROM opvanglocatie WHERE id = verslagregel.locatie_id AND gemeente_id = :gemeente)
        OR EXISTS (SELECT 1 FROM woonproject WHERE id = verslagregel.project_id AND gemeente_id = :gemeente)
        OR EXISTS (SELECT 1 FROM overdracht
            WHERE herverdeling_id = verslagregel.herverdeling_id AND :gemeente IN (van_id, naar_id))))"""


@dataclass(frozen=True, kw_only=True)
class AanwezigRegel:
    """Whether someone was there. ``partij`` is the gemeente or the organisation."""

    id: int
    overleg_id: int
    gemeente_id: int | None
    partij: str
    naam: str
    voorzitter: bool
    aanwezig: str  # one of AANWEZIGHEDEN


@dataclass(frozen=True, kw_only=True)
class LijstRegel:
    """One row of a list. ``houders`` and ``houder_ids`` go together; an organisation has no id."""

    id: int
    overleg_id: int
    overleg_datum: datetime.date
    reeks: str
    agendapunt_id: int | None
    punt_nummer: str  # empty when it is at no point
    punt_titel: str
    soort: str
    tekst: str
    thema: str
    wie: str  # who does it, on one line
    houders: tuple[str, ...]
    houder_ids: tuple[int | None, ...]
    voor: datetime.date | None
    gereed_op: datetime.date | None
    is_open: bool  # an action that was not done on the day
    te_laat: bool  # and of which the last day was before it
    vraag: str
    invoer: str
    vertrouwelijk: bool  # its point is
    herverdeling_id: int | None
    locatie_id: int | None
    project_id: int | None
    verwijzing: str  # what it is about, or else its point
    voortgang: tuple[Voortgang, ...]  # oldest first
    kennis: tuple[Kennis, ...]
    may_change: bool  # its list was not adopted

    @property
    def stand(self) -> str:
        """Of an action ``te_laat``, ``open`` or ``gereed``; nothing of what is none."""
        if self.soort != ACTIE:
            return ""
        return "te_laat" if self.te_laat else "open" if self.is_open else "gereed"

    @property
    def laatste_voortgang(self) -> str:
        """What was reported last."""
        return self.voortgang[-1].tekst if self.voortgang else ""

    @property
    def punt(self) -> str:
        """The point it is at, with its number."""
        return f"{self.punt_nummer}. {self.punt_titel}" if self.punt_nummer else ""


def aanwezigheid(ledger: Ledger, overleg_id: int) -> tuple[AanwezigRegel, ...]:
    """Gemeenten by name, then organisations; of each the chair first."""
    names = gemeente_names(ledger)
    rows = [
        AanwezigRegel(
            id=each.id or 0,
            overleg_id=each.overleg_id,
            gemeente_id=each.gemeente_id,
            partij=each.organisatie if each.gemeente_id is None else names[each.gemeente_id],
            naam=each.naam,
            voorzitter=each.voorzitter,
            aanwezig=each.aanwezig,
        )
        for each in ledger.aanwezigheden.where(overleg_id=overleg_id)
    ]
    rows.sort(key=lambda each: (each.gemeente_id is None, sort_key(each.partij), not each.voorzitter, each.id))
    return tuple(rows)


def lijst(ledger: Ledger, overleg_id: int, op: datetime.date | None = None) -> tuple[LijstRegel, ...]:
    """The rows of one meeting by point, as they were recorded; those at no point last.

    Without ``op`` an action is open that is not done, and none is too late.
    """
    return _regels(ledger, op, ["verslagregel.overleg_id = :overleg"], {"overleg": overleg_id})


def lijstregel(ledger: Ledger, id: int, op: datetime.date | None = None) -> LijstRegel:
    """One row. Raises RegietafelError when it is gone."""
    ledger.verslagregels.get(id)
    return _regels(ledger, op, ["verslagregel.id = :id"], {"id": id})[0]


def register(
    ledger: Ledger,
    op: datetime.date,
    soorten: Sequence[str] = (),
    *,
    gemeente_id: int | None = None,
    thema: str = "",
    vanaf: datetime.date | None = None,
    tot: datetime.date | None = None,
    open_only: bool = False,
    te_laat_only: bool = False,
) -> tuple[LijstRegel, ...]:
    """The rows of all meetings, the newest meeting first and each as its list reads; ``tot`` is the last day.

    Without ``soorten`` those of every kind, also what is none of the three yet. An action is of the gemeenten that do
    it; a besluit or knelpunt also of the gemeente whose location, project or agreement it is about.
    """
    asked = (
        ("verslagregel.soort IN (SELECT value FROM json_each(:soorten))", bool(soorten)),
        (_VAN_GEMEENTE, gemeente_id is not None),
        ("verslagregel.thema = :thema", bool(thema)),
        ("overleg.datum >= :vanaf", vanaf is not None),
        ("overleg.datum <= :tot", tot is not None),
        (OPEN_ACTIE, open_only or te_laat_only),
        ("voor < :op", te_laat_only),
    )
    values = {
        "soorten": json.dumps([*soorten]),
        "gemeente": gemeente_id,
        "thema": thema,
        "vanaf": vanaf and vanaf.isoformat(),
        "tot": tot and tot.isoformat(),
    }
    return _regels(ledger, op, [condition for condition, wanted in asked if wanted], values)


def open_acties(ledger: Ledger, op: datetime.date, overleg_id: int | None = None) -> tuple[LijstRegel, ...]:
    """The actions not done on that day, by the day they must be; those without a day last.

    With a meeting those of the meetings of its series before it: what its agenda shows.
    """
    conditions: list[str] = [OPEN_ACTIE]
    values: dict[str, object] = {}
    if overleg_id is not None:
        overleg = ledger.overleggen.get(overleg_id)
        conditions += ["overleg.reeks_id = :reeks", "overleg.id <> :overleg", "overleg.datum <= :datum"]
        values = {"reeks": overleg.reeks_id, "overleg": overleg.id, "datum": overleg.datum.isoformat()}
    found = _regels(ledger, op, conditions, values)
    return tuple(sorted(found, key=lambda each: (each.voor or datetime.date.max, each.overleg_datum, each.id)))


def besloten_in(
    ledger: Ledger,
    *,
    herverdeling_id: int | None = None,
    locatie_id: int | None = None,
    project_id: int | None = None,
) -> tuple[LijstRegel, ...]:
    """The rows of lists about one of these, or at a point about it; the newest meeting first."""
    values = {"herverdeling_id": herverdeling_id, "locatie_id": locatie_id, "project_id": project_id}
    about = [f":{each} IN (verslagregel.{each}, punt.{each})" for each, id in values.items() if id is not None]
    return _regels(ledger, None, about or ["0"], values)


def themas(ledger: Ledger) -> tuple[str, ...]:
    """Those in use: in lists, for measures and for what parties sign up for."""
    sql = "SELECT thema FROM verslagregel UNION SELECT thema FROM kennis UNION SELECT thema FROM intekenactie"
    return tuple(sorted((thema for (thema,) in ledger.db.execute(sql) if thema), key=sort_key))


def _regels(
    ledger: Ledger, op: datetime.date | None, conditions: Iterable[str], values: Mapping[str, Any]
) -> tuple[LijstRegel, ...]:
    """The newest meeting first, each as its list reads."""
    sql = f"""
        SELECT verslagregel.*, overleg.datum, overleg.begin, reeks.naam AS reeks, punt.titel AS punt_titel,
            {VERTROUWELIJK}, kenmerk AS herverdeling, locatie.naam AS locatie, project.naam AS project, '' AS actie
        FROM verslagregel
        JOIN overleg ON overleg.id = verslagregel.overleg_id
        JOIN overlegreeks AS reeks ON reeks.id = overleg.reeks_id
        LEFT JOIN agendapunt AS punt ON punt.id = verslagregel.agendapunt_id
        LEFT JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id
        LEFT JOIN herverdeling ON herverdeling.id = coalesce(verslagregel.herverdeling_id, punt.herverdeling_id)
        LEFT JOIN opvanglocatie AS locatie ON locatie.id = coalesce(verslagregel.locatie_id, punt.locatie_id)
        LEFT JOIN woonproject AS project ON project.id = coalesce(verslagregel.project_id, punt.project_id)
        WHERE {" AND ".join(conditions) or "1"}"""
    day = op.isoformat() if op else END_OF_TIME
    rows = ledger.db.execute(sql, {**values, "op": day}).fetchall()
    if not rows:
        return ()
    ids = json.dumps([row["id"] for row in rows])
    numbers = lijstdelen.nummers(ledger, {row["overleg_id"] for row in rows})
    houders, leden = lijstdelen.houders(ledger, ids), lijstdelen.alle_leden(ledger)
    known = staten(ledger)
    voortgang, kennis = lijstdelen.voortgang(ledger, ids), lijstdelen.kennis(ledger, ids)

    places = {id: tuple(map(int, nummer.split("."))) for id, nummer in numbers.items()}
    rows.sort(key=lambda row: (places.get(row["agendapunt_id"], _ZONDER_PUNT), row["id"]))
    rows.sort(key=lambda row: (row["datum"], row["begin"], row["overleg_id"]), reverse=True)  # stable
    found = []
    for row in rows:
        is_open = row["soort"] == ACTIE and (row["gereed_op"] is None or row["gereed_op"] > day)
        owners = houders.get(row["id"], ())
        found.append(
            LijstRegel(
                id=row["id"],
                overleg_id=row["overleg_id"],
                overleg_datum=datetime.date.fromisoformat(row["datum"]),
                reeks=row["reeks"],
                agendapunt_id=row["agendapunt_id"],
                punt_nummer=numbers.get(row["agendapunt_id"], ""),
                punt_titel=row["punt_titel"] or "",
                soort=row["soort"],
                tekst=row["tekst"],
                thema=row["thema"],
                wie=lijstdelen.wie(owners, leden),
                houders=tuple(naam for naam, _id in owners),
                houder_ids=tuple(id for _naam, id in owners),
                voor=stored_day(row["voor"]),
                gereed_op=stored_day(row["gereed_op"]),
                is_open=is_open,
                te_laat=bool(is_open and op and row["voor"] and row["voor"] < day),
                vraag=row["vraag"],
                invoer=row["invoer"],
                vertrouwelijk=bool(row["vertrouwelijk"]),
                herverdeling_id=row["herverdeling_id"],
                locatie_id=row["locatie_id"],
                project_id=row["project_id"],
                verwijzing=verwijzing(row),
                voortgang=voortgang.get(row["id"], ()),
                kennis=kennis.get(row["id"], ()),
                may_change=known[row["overleg_id"]] not in ALLEEN_LEZEN,
            )
        )
    return tuple(found)
