"""The agenda of one meeting as it is read: numbered, with begin times, annexes and what each point is about."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regietafel.domain.agenda import numbered
from regietafel.domain.document import Bijlage
from regietafel.domain.overleg import VERVALLEN, Overleg
from regietafel.i18n import _, shorten
from regietafel.ledger import Ledger
from regietafel.queries.fragments import END_OF_TIME, OPEN_ACTIE, stored_day
from regietafel.queries.overlegstaat import staat

TABLES = frozenset(
    {"overleg", "overlegstap", "agendapunt", "verslagregel", "bijlage", "herverdeling", "opvanglocatie", "woonproject"}
)
"""Who shows an agenda asks again when one of these changes."""
_DAY = 24 * 60  # minutes
_ACTIE = 60  # characters of an action that a point is about


@dataclass(frozen=True, kw_only=True)
class PuntRegel:
    """One point or subpoint.

    ``minuten`` is as recorded. ``duur`` is how long it takes: its own minutes, else those of its subpoints together,
    None when that is not known. Subpoints fall within their point. ``begin`` is empty from the first point on before
    which a duration is not known.
    """

    id: int
    nummer: str  # "2.1"
    titel: str
    toelichting: str
    intern: str
    minuten: int | None
    duur: int | None
    begin: str  # "10:15"
    inbrenger: str
    soort: str
    vertrouwelijk: bool  # or its point is
    terugkerend: bool
    besproken: bool
    deel: str
    hoofdpunt_id: int | None
    bijlagen: tuple[Bijlage, ...]
    verwijzing: str  # what it is about, as "Herverdeling HV-2023-01"
    verslag_van: datetime.date | None  # of the meeting whose list is to be adopted
    komt_terug_van: datetime.date | None  # of the meeting it comes back from
    regels: int  # of the list, at this point
    acties_open: int  # among those


def agenda(ledger: Ledger, overleg_id: int) -> tuple[PuntRegel, ...]:
    """The points in their order. Raises RegietafelError when the meeting is gone."""
    overleg = ledger.overleggen.get(overleg_id)
    numbers = numbered(ledger.agendapunten.where(overleg_id=overleg_id))
    about = _about(ledger, overleg_id)
    heads = {punt.id: punt for nummer, punt in numbers if "." not in nummer}
    times = _times(overleg.begin, [(nummer, punt.minuten) for nummer, punt in numbers])
    found = []
    for nummer, punt in numbers:
        assert punt.id is not None
        known, (begin, duur) = about[punt.id], times[nummer]
        head = heads.get(punt.hoofdpunt_id) if "." in nummer else None
        found.append(
            PuntRegel(
                id=punt.id,
                nummer=nummer,
                titel=punt.titel,
                toelichting=punt.toelichting,
                intern=punt.intern,
                minuten=punt.minuten,
                duur=duur,
                begin=begin,
                inbrenger=punt.inbrenger,
                soort=punt.soort,
                vertrouwelijk=punt.vertrouwelijk or (head is not None and head.vertrouwelijk),
                terugkerend=punt.terugkerend,
                besproken=punt.besproken,
                deel=punt.deel,
                hoofdpunt_id=head.id if head else None,
                bijlagen=tuple(ledger.bijlagen.where(agendapunt_id=punt.id)) if known["bijlagen"] else (),
                verwijzing=verwijzing(known),
                verslag_van=stored_day(known["verslag_van"]),
                komt_terug_van=stored_day(known["komt_terug_van"]),
                regels=known["regels"],
                acties_open=known["acties_open"],
            )
        )
    return tuple(found)


def next_overleg(ledger: Ledger, overleg_id: int) -> Overleg | None:
    """The first meeting of the same series after this one that was not cancelled."""
    here = ledger.overleggen.get(overleg_id)
    sql = """
        SELECT id FROM overleg WHERE reeks_id = ? AND (datum, begin, id) > (?, ?, ?) ORDER BY datum, begin, id"""
    rows = ledger.db.execute(sql, [here.reeks_id, here.datum.isoformat(), here.begin, here.id])
    found = next((id for (id,) in rows if staat(ledger, id) != VERVALLEN), None)
    return None if found is None else ledger.overleggen.get(found)


def verwijzing(row: Mapping[str, Any]) -> str:
    """What a point or a row of a list is about, from ``herverdeling``, ``locatie``, ``project`` and ``actie``."""
    if not (row["herverdeling"] or row["locatie"] or row["project"] or row["actie"]):
        return ""  # as of most
    named = (
        (_("Herverdeling {naam}"), row["herverdeling"]),
        (_("Locatie {naam}"), row["locatie"]),
        (_("Project {naam}"), row["project"]),
        (_("Actie: {naam}"), shorten(" ".join((row["actie"] or "").split()), _ACTIE)),
    )
    return " · ".join(text.format(naam=naam) for text, naam in named if naam)


def _about(ledger: Ledger, overleg_id: int) -> Mapping[int, Mapping[str, Any]]:
    """By point: the names of what it is about, and the numbers."""
    sql = f"""
        SELECT punt.id, kenmerk AS herverdeling, locatie.naam AS locatie, project.naam AS project, actie.tekst AS actie,
            verslag.datum AS verslag_van, eerder.datum AS komt_terug_van,
            (SELECT count(*) FROM bijlage WHERE agendapunt_id = punt.id) AS bijlagen,
            (SELECT count(*) FROM verslagregel WHERE agendapunt_id = punt.id) AS regels,
            (SELECT count(*) FROM verslagregel WHERE agendapunt_id = punt.id AND {OPEN_ACTIE}) AS acties_open
        FROM agendapunt AS punt
        LEFT JOIN herverdeling ON herverdeling.id = punt.herverdeling_id
        LEFT JOIN opvanglocatie AS locatie ON locatie.id = punt.locatie_id
        LEFT JOIN woonproject AS project ON project.id = punt.project_id
        LEFT JOIN verslagregel AS actie ON actie.id = punt.actie_id
        LEFT JOIN overleg AS verslag ON verslag.id = punt.verslag_van_id
        LEFT JOIN agendapunt AS vorige ON vorige.id = punt.vorige_id
        LEFT JOIN overleg AS eerder ON eerder.id = vorige.overleg_id
        WHERE punt.overleg_id = :overleg"""
    rows = ledger.db.execute(sql, {"overleg": overleg_id, "op": END_OF_TIME})
    return {row["id"]: dict(row) for row in rows}


def _times(begin: str, minutes: Sequence[tuple[str, int | None]]) -> Mapping[str, tuple[str, int | None]]:
    """By number when it begins and how long it takes."""
    hours, rest = map(int, begin.split(":"))
    now: int | None = hours * 60 + rest
    found: dict[str, tuple[str, int | None]] = {}
    for nummer, own in minutes:
        if "." in nummer:
            continue
        below = [each for each in minutes if each[0].startswith(f"{nummer}.")]
        duur = own if own is not None or not below else _total(each for _nummer, each in below)
        found[nummer] = _clock(now), duur
        within = now
        for sub, each in below:
            found[sub] = _clock(within), each
            within = _plus(within, each)
        now = _plus(now, duur)
    return found


def _total(minutes: Iterable[int | None]) -> int | None:
    total: int | None = 0
    for each in minutes:
        total = _plus(total, each)
    return total


def _plus(now: int | None, minutes: int | None) -> int | None:
    return None if now is None or minutes is None else now + minutes


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else "{:02d}:{:02d}".format(*divmod(minutes % _DAY, 60))
