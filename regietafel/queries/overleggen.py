"""The meetings of all series as a list: when, where, how far, and how much is on the agenda and in the list of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regietafel.domain.overleg import ALLEEN_LEZEN, VERVALLEN, Overleg
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_date
from regietafel.ledger import Ledger
from regietafel.queries.fragments import END_OF_TIME, OPEN_ACTIE
from regietafel.queries.overlegstaat import staten

TABLES = frozenset({"overleg", "overlegreeks", "overlegstap", "agendapunt", "agendaversie", "verslagregel"})
"""Who shows meetings asks again when one of these changes."""


@dataclass(frozen=True, kw_only=True)
class OverlegRegel:
    """One meeting. ``versie`` is the newest agenda that was sent, 0 as long as none was."""

    id: int
    reeks_id: int
    reeks: str
    soort: str  # of the series
    datum: datetime.date
    begin: str
    einde: str
    locatie: str
    link: str
    voorzitter: str
    secretaris: str
    staat: str
    punten: int  # without subpoints
    besluiten: int
    knelpunten: int
    acties_open: int
    versie: int
    agenda_voor: datetime.date  # the agenda is sent no later
    opmerking: str
    samengevoegd_id: int | None  # the meeting its points went to

    @property
    def may_change(self) -> bool:
        """Whether its list was not adopted, and it was not cancelled."""
        return self.staat not in ALLEEN_LEZEN

    def peildatum(self, vandaag: datetime.date) -> datetime.date:
        """Of which day its figures usually are: today, but of one that is over those of its own day."""
        return min(vandaag, self.datum)


def overleggen(ledger: Ledger, op: datetime.date | None = None) -> tuple[OverlegRegel, ...]:
    """All of them, newest first. An action is open that was not done on the day ``op``, or is not done now."""
    return _regels(ledger, [*ledger.overleggen], op, "1")


def overleg_regel(ledger: Ledger, id: int) -> OverlegRegel:
    """One meeting. Raises RegietafelError when it is gone."""
    return _regels(ledger, [ledger.overleggen.get(id)], None, "overleg_id = :id")[0]


def find_overleg(ledger: Ledger, datum: datetime.date, reeks: str = "") -> OverlegRegel:
    """The meeting on that day, of the series of that name or soort when one is given.

    A cancelled one only when it is the only one. Raises RegietafelError when there is none, or more than one.
    """
    from regietafel.reference import spelling_key  # only now: the window is up sooner

    key = spelling_key(reeks)
    day = [overleg_regel(ledger, id) for (id,) in _ids_on(ledger, datum)]
    found = [each for each in day if not key or key in {spelling_key(each.reeks), spelling_key(each.soort)}]
    found = [each for each in found if spelling_key(each.reeks) == key] or found
    found = [each for each in found if each.staat != VERVALLEN] or found
    if len(found) == 1:
        return found[0]
    names = [f"{each.reeks} ({each.begin})" for each in found or day]
    if found:
        sentence = _("Op {datum} zijn er {n} overleggen: {namen}. Noem ook de reeks.")
    elif day:
        sentence = _("Op {datum} is er geen overleg van “{reeks}”; wel: {namen}.")
    else:
        sentence = _("Op {datum} is er geen overleg; kijk welke er zijn.")
    raise RegietafelError(
        sentence.format(datum=format_date(datum), n=len(found), namen=enumerate_some(names), reeks=reeks[:80])
    )


def _ids_on(ledger: Ledger, datum: datetime.date) -> Iterable[tuple[int]]:
    return ledger.db.execute(
        "SELECT id FROM overleg WHERE datum = ? ORDER BY begin, id", [datum.isoformat()]
    ).fetchall()


def _regels(ledger: Ledger, rows: Iterable[Overleg], op: datetime.date | None, which: str) -> tuple[OverlegRegel, ...]:
    """``which`` is the condition on ``overleg_id`` that is true for these rows."""
    rows = sorted(rows, key=lambda each: (each.datum, each.begin, each.id or 0), reverse=True)
    asked = {"op": op.isoformat() if op else END_OF_TIME, "id": rows[0].id if rows else None}

    def counted(columns: str, table: str, extra: str = "1") -> Mapping[int, tuple[int, ...]]:
        sql = f"SELECT overleg_id, {columns} FROM {table} WHERE {which} AND {extra} GROUP BY overleg_id"
        return {id: tuple(values) for id, *values in ledger.db.execute(sql, asked)}

    known = staten(ledger)
    punten = counted("count(*)", "agendapunt", "hoofdpunt_id IS NULL")
    versies = counted("max(nummer)", "agendaversie")
    lijsten = counted(f"sum(soort = 'besluit'), sum(soort = 'knelpunt'), sum({OPEN_ACTIE})", "verslagregel")
    reeksen = {each.id: each for each in ledger.overlegreeksen}
    found = []
    for each in rows:
        assert each.id is not None
        reeks = reeksen[each.reeks_id]
        besluiten, knelpunten, acties = lijsten.get(each.id, (0, 0, 0))
        found.append(
            OverlegRegel(
                id=each.id,
                reeks_id=each.reeks_id,
                reeks=reeks.naam,
                soort=reeks.soort,
                datum=each.datum,
                begin=each.begin,
                einde=each.einde,
                locatie=each.locatie,
                link=each.link,
                voorzitter=each.voorzitter,
                secretaris=each.secretaris,
                staat=known[each.id],
                punten=punten.get(each.id, (0,))[0],
                besluiten=besluiten,
                knelpunten=knelpunten,
                acties_open=acties,
                versie=versies.get(each.id, (0,))[0],
                agenda_voor=each.datum - datetime.timedelta(days=reeks.dagen_vooraf),
                opmerking=each.opmerking,
                samengevoegd_id=each.samengevoegd_id,
            )
        )
    return tuple(found)
