"""The agreements: as a list, and one in full with what it does to each party and what happened to it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from regietafel.domain.behandeling import (
    ADRESSATEN,
    Behandeling,
    Kennisgeving,
    Status,
    Verwerking,
    laatste_bekendmaking,
    status,
)
from regietafel.domain.herverdeling import Deel, Herverdeling, Overdracht, Partij, Wijziging, wijzigingen
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError, RuleError
from regietafel.i18n import _, enumerate_some, shorten, sort_key, today
from regietafel.ledger import Ledger
from regietafel.queries.fragments import DEEL, END_OF_TIME, GELDEND, NEWEST
from regietafel.queries.gemeenten import find_gemeente, gemeente_names
from regietafel.value import Value

# Who shows an agreement asks again when one of these changes.
TABLES = frozenset(
    {"herverdeling", "overdracht", "partij", "behandeling", "kennisgeving", "verwerking", "procestermijn"}
    | {"taakstelling", "taakstellingsversie", "gemeente", "regio", "adressaat", "beginstand"}
)


class Partijregel(Wijziging, kw_only=False):
    """One party: what the agreement does to it, and how its college handles it."""

    gemeente_id: int
    behandeling: Behandeling


class HerverdelingBlad(Value):
    """An agreement as it stands on the day ``op``. Numbers are frozen once it is complete; until then they follow."""

    herverdeling: Herverdeling
    op: datetime.date
    delen: tuple[Deel, ...]
    partijen: tuple[Partijregel, ...]  # givers first
    kennisgevingen: tuple[Kennisgeving, ...]
    verwerkingen: tuple[Verwerking, ...]  # oldest first
    vervolg_op: str  # the kenmerk of the agreement this one follows
    vervolgen: tuple[str, ...]  # the kenmerken of those that follow this one

    @property
    def id(self) -> int:
        """Of the agreement."""
        assert self.herverdeling.id is not None
        return self.herverdeling.id

    @property
    def kenmerk(self) -> str:
        """Of the agreement."""
        return self.herverdeling.kenmerk

    @property
    def periode(self) -> Periode:
        """The half-year, or the first of them."""
        return self.herverdeling.periode

    @property
    def toelichting(self) -> str:
        """Why it is agreed."""
        return self.herverdeling.toelichting

    @property
    def in_werking_op(self) -> datetime.date | None:
        """The day after the last bekendmaking, once everything is there."""
        return self.herverdeling.in_werking_op

    @property
    def behandelingen(self) -> tuple[Behandeling, ...]:
        """Of every party."""
        return tuple(partij.behandeling for partij in self.partijen)

    @property
    def bekendgemaakt_op(self) -> datetime.date | None:
        """The day of the last bekendmaking; None as long as one is missing."""
        if self.in_werking_op:
            return self.in_werking_op - datetime.timedelta(days=1)
        return laatste_bekendmaking(self.behandelingen)

    @property
    def som_oud(self) -> int:
        """Persons over all parties before; equal to :attr:`som_nieuw`."""
        return sum(partij.oud for partij in self.partijen)

    @property
    def som_nieuw(self) -> int:
        """Persons over all parties after."""
        return sum(partij.nieuw for partij in self.partijen)

    @property
    def aantal(self) -> int:
        """Persons handed over."""
        return sum(deel.aantal for deel in self.delen)

    @property
    def stand(self) -> Status:
        """Where it stands, derived from the facts."""
        return status(self.herverdeling, self.behandelingen, self.kennisgevingen, self.verwerkingen, self.op)

    @property
    def status(self) -> str:
        """:attr:`stand` in a word."""
        return self.stand.value

    @property
    def is_afgekeurd(self) -> bool:
        """Whether the COA had last said that the sum is wrong, of all it said up to now."""
        return bool(self.verwerkingen) and self.verwerkingen[-1].afgekeurd

    @property
    def volgende_stap(self) -> str:
        """What must happen now, and by whom; empty when nothing is to be done."""
        return _next_step(self)

    @property
    def samenvatting(self) -> str:
        """``Enschede → Borne 10``, for lists."""
        return summarise(self.delen)


def summarise(delen: Iterable[Deel]) -> str:
    """``Enschede → Borne 10, Enschede → Wierden 5``."""
    return ", ".join(f"{deel.van} → {deel.naar} {deel.aantal}" for deel in delen)


def herverdelingen(
    ledger: Ledger, periode: Periode | None = None, op: datetime.date | None = None
) -> tuple[HerverdelingBlad, ...]:
    """All agreements (that hold in one period), newest first, as they stood on ``op`` (today when not given)."""
    found = [each for each in ledger.herverdelingen if periode is None or each.periode <= periode <= each.laatste]
    return _bladen(ledger, found[::-1], op)


def find(ledger: Ledger, kenmerk: str, op: datetime.date | None = None) -> HerverdelingBlad:
    """The agreement with this kenmerk. Raises RegietafelError that names those that exist."""
    found = ledger.herverdelingen.find(kenmerk=kenmerk)
    if found is None or found.id is None:
        known = enumerate_some([each.kenmerk for each in ledger.herverdelingen], 20)
        sentence = (
            _("Er is geen herverdeling “{kenmerk}” in dit bestand; wel: {known}.")
            if known
            else _("In dit bestand is nog geen herverdeling, dus ook geen “{kenmerk}”.")
        )
        raise RegietafelError(sentence.format(kenmerk=shorten(kenmerk, 40), known=known))
    return blad(ledger, found.id, op)


def blad(ledger: Ledger, herverdeling_id: int, op: datetime.date | None = None) -> HerverdelingBlad:
    """One agreement in full. Raises RegietafelError when it is gone, or when a party's taakstelling is."""
    return _bladen(ledger, [ledger.herverdelingen.get(herverdeling_id)], op)[0]


def _bladen(ledger: Ledger, found: Sequence[Herverdeling], op: datetime.date | None) -> tuple[HerverdelingBlad, ...]:
    """Each of these in full. Every table is read once, and the taakstelling of a half-year is asked for once."""
    only = {"herverdeling_id": found[0].id} if len(found) == 1 else {}
    overdrachten = _per_herverdeling(ledger.overdrachten.where(**only))
    frozen = _per_herverdeling(ledger.partijen.where(**only))
    handled = _per_herverdeling(ledger.behandelingen.where(**only))
    told = _per_herverdeling(ledger.kennisgevingen.where(**only))
    said = _per_herverdeling(ledger.verwerkingen.where(**only))
    names = gemeente_names(ledger)
    chain = ledger.db.execute("SELECT id, kenmerk, vervolg_op_id FROM herverdeling ORDER BY id").fetchall()
    kenmerken = {id: kenmerk for id, kenmerk, _earlier in chain}
    followers: defaultdict[int, list[str]] = defaultdict(list)
    for _id, kenmerk, earlier in chain:
        followers[earlier].append(kenmerk)
    now = {each: current_taakstelling(ledger, each) for each in {each.periode for each in found if _runs(each)}}
    bladen = []
    for herverdeling in found:
        id = herverdeling.id
        assert id is not None
        if _runs(herverdeling):
            oud = now[herverdeling.periode]
        else:
            oud = {names[partij.gemeente_id]: partij.oud for partij in frozen[id]}
        delen = tuple(Deel(names[each.van_id], names[each.naar_id], each.aantal) for each in overdrachten[id])
        parties = {names[each]: each for row in overdrachten[id] for each in (row.van_id, row.naar_id)}
        colleges = {each.gemeente_id: each for each in handled[id]}
        if unknown := [naam for naam in parties if naam not in oud]:
            sentence = _("Van {gemeente} is in dit halfjaar geen taakstelling bekend; lees die eerst in.")
            raise RegietafelError(sentence.format(gemeente=enumerate_some(unknown)))
        rows = [
            Partijregel(
                gemeente=each.gemeente,
                oud=each.oud,
                wijziging=each.wijziging,
                gemeente_id=(gemeente_id := parties[each.gemeente]),
                behandeling=colleges.get(gemeente_id) or Behandeling(herverdeling_id=id, gemeente_id=gemeente_id),
            )
            for each in wijzigingen(delen, oud)
        ]
        bladen.append(
            HerverdelingBlad(
                herverdeling=herverdeling,
                op=op or today(),
                delen=delen,
                partijen=tuple(sorted(rows, key=lambda partij: partij.wijziging > 0)),
                kennisgevingen=tuple(told[id]),
                verwerkingen=tuple(sorted(said[id], key=lambda each: each.datum)),
                vervolg_op=kenmerken.get(herverdeling.vervolg_op_id, ""),
                vervolgen=tuple(followers[id]),
            )
        )
    return tuple(bladen)


def _runs(herverdeling: Herverdeling) -> bool:
    """Whether its numbers still follow the taakstelling."""
    return herverdeling.in_werking_op is None


_OfOne = TypeVar("_OfOne", Overdracht, Partij, Behandeling, Kennisgeving, Verwerking)


def _per_herverdeling(rows: Iterable[_OfOne]) -> Mapping[int, list[_OfOne]]:
    found: defaultdict[int, list[_OfOne]] = defaultdict(list)
    for each in rows:
        found[each.herverdeling_id].append(each)
    return found


def zonder(view: HerverdelingBlad, gemeenten: Sequence[str]) -> tuple[tuple[Deel, ...], tuple[Deel, ...]]:
    """The overdrachten that stay when these gemeenten do not take part, and those that fall away."""
    left = tuple(deel for deel in view.delen if deel.van not in gemeenten and deel.naar not in gemeenten)
    return left, tuple(deel for deel in view.delen if deel not in left)


def weigeraars(view: HerverdelingBlad) -> tuple[str, ...]:
    """The parties whose college had refused."""
    return tuple(partij.gemeente for partij in view.partijen if partij.behandeling.heeft_geweigerd(view.op))


def current_taakstelling(ledger: Ledger, periode: Periode, op: datetime.date | None = None) -> dict[str, int]:
    """What can be handed over: per gemeente by name, the newest taakstelling ± agreements, in persons.

    With ``op`` the version and the agreements of that day; a version published later counts where there is none.
    Without it every complete agreement counts, also one that comes into force tomorrow.
    """
    rows = ledger.db.execute(
        f"""
        WITH {NEWEST}, {DEEL}, {GELDEND}, agreed AS (
            SELECT gemeente_id, sum(deel.aantal) AS aantal FROM deel JOIN geldend ON geldend.id = herverdeling_id
            WHERE :periode BETWEEN geldend.periode AND laatste GROUP BY gemeente_id)
        SELECT naam, newest.aantal + coalesce(agreed.aantal, 0) FROM newest
        JOIN gemeente ON gemeente.id = newest.gemeente_id LEFT JOIN agreed ON agreed.gemeente_id = gemeente.id
        """,
        {"periode": str(periode), "op": op.isoformat() if op else END_OF_TIME},
    )
    return dict(rows)


def find_partijen(ledger: Ledger, view: HerverdelingBlad, gemeenten: Sequence[str]) -> tuple[Partijregel, ...]:
    """These parties, each once, in the order of the agreement. Raises RegietafelError that names who takes no part."""
    names = {find_gemeente(ledger, text).naam for text in gemeenten}
    if strangers := sorted(names - {partij.gemeente for partij in view.partijen}, key=sort_key):
        sentence = _("{namen} doet niet mee aan {kenmerk}.")
        raise RuleError(sentence.format(namen=enumerate_some(strangers), kenmerk=view.kenmerk))
    return tuple(partij for partij in view.partijen if partij.gemeente in names)


def _next_step(view: HerverdelingBlad) -> str:
    op, stand = view.op, view.stand
    told = {each.aan for each in view.kennisgevingen if each.datum <= op}
    undecided = [each.gemeente for each in view.partijen if not each.behandeling.besloten(op)]
    unannounced = [each.gemeente for each in view.partijen if not each.behandeling.bekendgemaakt(op)]
    untold = [naam for aan, naam in ADRESSATEN.items() if aan not in told]
    tell = _("Kennisgeving aan {namen}").format(namen=enumerate_some(untold))
    wait = _("Wachten op de verwerking door het COA")
    again = _("Intrekken, of een nieuw concept zonder {namen}").format(namen=enumerate_some(weigeraars(view)))
    steps = {
        Status.CONCEPT: _("Voorleggen aan de colleges"),
        Status.TER_BESLUITVORMING: _("Besluit van {namen}").format(namen=enumerate_some(undecided)),
        Status.BESLOTEN: _("Bekendmaking door {namen}").format(namen=enumerate_some(unannounced)),
        Status.BEKENDGEMAAKT: tell if untold else wait,
        Status.IN_WERKING: tell,
        Status.GEMELD: wait,
        Status.VERWERKT: tell if untold else "",
        Status.GEWEIGERD: "" if view.vervolgen else again,
        Status.AFGEKEURD: _("De som herstellen met het COA"),
    }
    return steps.get(stand, "")
