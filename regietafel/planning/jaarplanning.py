"""When to meet in a year: dates spread over it, near the days by which something must be there.

The key moments are the Termijnen of the file, and the day of the month of which the COA publishes the standing, as the
recorded realisaties tell. A date is never in a weekend or on a holiday, two of one series are never
in one week, and a school holiday of the series' region or a day with another meeting is taken only when nothing else is
left; ``botst`` then says so. The same file gives the same dates.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regietafel.domain.feestdagen import is_werkdag
from regietafel.domain.overleg import REGIETAFEL, VERVALLEN, VOOROVERLEG, Overlegreeks, Schoolvakantie
from regietafel.errors import RuleError
from regietafel.i18n import MAANDEN, _, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.queries.overleggen import OverlegRegel, overleggen

JAREN = range(1990, 2101)
"""The years of which the holidays are known."""
_DAY = datetime.timedelta(days=1)
_DONDERDAG = 3  # for a series that has met on no day yet: on Tuesday most colleges meet
_NEAR = 14  # days before or after a key moment that are near it
_NAMED = 21  # days within which it is told
_PULL = 2  # how much a day nearer to a key moment weighs against a day off the even spread
_STUKKEN = 14  # days from a vooroverleg to its regietafel
_AROUND = range(7, 22)  # or else so many
_FAR = 30  # the most that weighs, in days
_STALE = 8  # what a standing weighs that is old or not out: a week, and a bit
_UNUSUAL = 8  # what another day of the week than usual weighs
_NEW = range(3, 17)  # days after its peildatum in which a standing is out and new


@dataclass(frozen=True, kw_only=True)
class Datumvoorstel:
    """A day to meet on."""

    datum: datetime.date
    waarom: str  # a sentence
    bij: str  # the key moment, or the regietafel it prepares; empty when there is none near
    botst: str  # a sentence when something is in the way


@dataclass(frozen=True)
class _Moment:
    dag: datetime.date
    wat: str


@dataclass(frozen=True)
class _Voorkeur:
    """What a good day is near to: the key moments of the year and around it, the day of the month of the standing (None
    when none is known), and the usual day of the week.
    """

    dagen: Sequence[_Moment]
    peildag: int | None
    weekdag: int

    def loss(self, dag: datetime.date) -> int:
        """How much a day loses, in days: far from these moments, a standing that is old or not out, an unusual day."""
        nearest = min((abs((dag - each.dag).days) for each in self.dagen), default=0)
        stale = 0 if self.peildag is None or self.stand(dag) else _STALE
        unusual = 0 if dag.weekday() == self.weekdag else _UNUSUAL
        return min(_FAR, _PULL * max(0, nearest - _NEAR)) + stale + unusual

    def stand(self, dag: datetime.date) -> datetime.date | None:
        """The day of the newest standing, when that is out and still new."""
        if self.peildag is None:
            return None
        found = next(each for n in range(32) if (each := dag - n * _DAY).day == self.peildag)
        return found if (dag - found).days in _NEW else None


@dataclass(frozen=True)
class _Agenda:
    """What is known when a year is planned: the days off of the region, and who meets when."""

    vakanties: Sequence[Schoolvakantie]
    overleggen: Mapping[datetime.date, OverlegRegel]  # of every series, without those that were cancelled
    reeks_id: int

    @property
    def own(self) -> list[datetime.date]:
        """When the series meets."""
        return sorted(dag for dag, each in self.overleggen.items() if each.reeks_id == self.reeks_id)

    def in_the_way(self, dag: datetime.date) -> str:
        """A sentence on a school holiday or another meeting that day; empty when there is none."""
        for vakantie in self.vakanties:
            if vakantie.begin <= dag <= vakantie.einde:
                sentence = _("Valt in de {naam} (regio {regio}).")
                return sentence.format(naam=vakantie.naam.lower(), regio=vakantie.regio)
        if other := self.overleggen.get(dag):
            return _("Die dag is er ook “{reeks}”, om {begin}.").format(reeks=other.reeks, begin=other.begin)
        return ""

    def remark(self, dag: datetime.date) -> str:
        """What is in the way, or that nobody knows the school holidays of that day yet."""
        last = max((each.einde for each in self.vakanties), default=dag)
        unknown = _("Na {dag} zijn geen schoolvakanties bekend.").format(dag=format_date_long(last))
        return self.in_the_way(dag) or (unknown if dag > last else "")


def jaarplanning(ledger: Ledger, reeks_id: int, jaar: int) -> tuple[Datumvoorstel, ...]:
    """As many dates as the series still lacks that year (``per_jaar`` when it has none), in order.

    Fewer only when there are not so many weeks. A vooroverleg comes about two weeks before each regietafel. Raises
    RuleError for a year of which the holidays are not known.
    """
    if jaar not in JAREN:
        raise RuleError(_("Kies een jaar van {van} tot en met {tot}.").format(van=JAREN[0], tot=JAREN[-1]))
    reeks = ledger.overlegreeksen.get(reeks_id)
    agenda = _agenda(ledger, reeks)
    own, weekdag = agenda.own, _weekdag(agenda.own)
    there = [dag for dag in own if dag.year == jaar]
    met = {_week(dag) for dag in own}
    free = [dag for week, dag in _weeks(agenda, jaar, weekdag).items() if week not in met]
    lacking = max(0, reeks.per_jaar - len(there))
    found = _before_tables(agenda, free)[:lacking] if reeks.soort == VOOROVERLEG else []
    taken = {each.datum for each in found}
    voorkeur = _voorkeur(ledger, jaar, weekdag)
    rest = [dag for dag in free if dag not in taken]
    for dag in _spread(agenda, rest, [*there, *taken], lacking - len(found), voorkeur):
        waarom, bij = _reason(dag, voorkeur)
        found.append(Datumvoorstel(datum=dag, waarom=waarom, bij=bij, botst=agenda.remark(dag)))
    return tuple(sorted(found, key=lambda each: each.datum))


def botsing(ledger: Ledger, reeks_id: int, dag: datetime.date, overleg_id: int | None = None) -> str:
    """What is in the way of a meeting of the series on a day that someone chose, as a sentence; empty when nothing.

    With ``overleg_id`` it is for that meeting: it is not in its own way.
    """
    if dag.weekday() > 4:
        return _("Valt in een weekend.")
    if dag.year in JAREN and not is_werkdag(dag):
        return _("Valt op een feestdag.")
    agenda = _agenda(ledger, ledger.overlegreeksen.get(reeks_id), overleg_id)
    if said := agenda.in_the_way(dag):
        return said
    for other in agenda.own:
        if _week(other) == _week(dag):
            return _("In die week is er al een overleg, op {datum}.").format(datum=format_date_long(other))
    return ""


def unseen(reeks: Overlegreeks) -> str:
    """What the planning of a series does not look at, as a sentence; empty when it looks at everything."""
    sentence = _("Op schoolvakanties wordt niet gelet: bij “{naam}” is geen vakantieregio gekozen.")
    return "" if reeks.vakantieregio else sentence.format(naam=reeks.naam)


def _agenda(ledger: Ledger, reeks: Overlegreeks, without: int | None = None) -> _Agenda:
    assert reeks.id is not None
    rows = [each for each in overleggen(ledger) if each.staat != VERVALLEN and each.id != without]
    rows.sort(key=lambda each: each.reeks_id == reeks.id)  # of two on one day its own is kept
    return _Agenda(
        vakanties=[*ledger.schoolvakanties.where(regio=reeks.vakantieregio)] if reeks.vakantieregio else [],
        overleggen={each.datum: each for each in rows},
        reeks_id=reeks.id,
    )


def _weekdag(days: Sequence[datetime.date]) -> int:
    """The day of the week on which the series met most; of two such days the one that was used last."""
    often = Counter(dag.weekday() for dag in days if dag.weekday() < 5)
    last = {dag.weekday(): dag for dag in sorted(days)}
    return max(often, key=lambda weekday: (often[weekday], last[weekday]), default=_DONDERDAG)


def _weeks(agenda: _Agenda, jaar: int, weekdag: int) -> Mapping[tuple[int, int], datetime.date]:
    """By week the best day: free if there is one, then nearest to the usual day of the week."""
    found: dict[tuple[int, int], datetime.date] = {}
    costs: dict[tuple[int, int], tuple[bool, int]] = {}
    dag = datetime.date(jaar, 1, 1)
    while dag.year == jaar:
        if is_werkdag(dag):
            week, cost = _week(dag), (bool(agenda.in_the_way(dag)), abs(dag.weekday() - weekdag))
            if week not in costs or cost < costs[week]:
                found[week], costs[week] = dag, cost
        dag += _DAY
    return found


def _before_tables(agenda: _Agenda, free: Iterable[datetime.date]) -> list[Datumvoorstel]:
    """One before every regietafel that has none yet."""
    left = set(free)
    tables = sorted(dag for dag, each in agenda.overleggen.items() if each.soort == REGIETAFEL)
    found = []
    for table in tables:
        target = table - _STUKKEN * _DAY
        days = [dag for dag in left if (table - dag).days in _AROUND]
        if not days or any((table - dag).days in range(1, _AROUND.stop) for dag in agenda.own):
            continue
        dag = min(days, key=lambda dag: (bool(agenda.in_the_way(dag)), abs((dag - target).days), dag))
        left.remove(dag)
        bij = _("de regietafel van {datum}").format(datum=format_date_long(table))
        waarom = _("{dagen} vóór {wat}.").format(dagen=_days((table - dag).days), wat=bij)
        found.append(Datumvoorstel(datum=dag, waarom=waarom, bij=bij, botst=agenda.remark(dag)))
    return found


def _spread(
    agenda: _Agenda,
    free: Sequence[datetime.date],
    there: Sequence[datetime.date],
    aantal: int,
    voorkeur: _Voorkeur,
) -> list[datetime.date]:
    """So many of the free days, even over the days on which nothing is in the way, and drawn to the key moments."""
    good = [dag for dag in free if not agenda.in_the_way(dag)]
    if aantal > len(good):  # all of those, and as few others as can be
        others = [dag for dag in free if dag not in set(good)]
        return [*good, *_even(others, [], aantal - len(good), voorkeur)]
    return _even(good, there, aantal, voorkeur)


def _even(
    days: Sequence[datetime.date], there: Sequence[datetime.date], aantal: int, voorkeur: _Voorkeur
) -> list[datetime.date]:
    """``there`` are the days on which is met already: they count for what is even.

    A key moment draws the one date that is nearest to it.
    """
    every = sorted({*days, *there})
    total = aantal + len(there)
    centres = [every[(2 * n + 1) * len(every) // (2 * total)] for n in range(total)] if every else []
    for dag in there:
        centres.remove(_nearest(dag, centres))
    left, found = [*days], []
    for centre in centres[: len(days)]:
        mine = replace(voorkeur, dagen=[each for each in voorkeur.dagen if _nearest(each.dag, centres) == centre])
        best = min(left, key=lambda dag: (abs((dag - centre).days) + mine.loss(dag), dag))
        left.remove(best)
        found.append(best)
    return found


def _nearest(dag: datetime.date, days: Iterable[datetime.date]) -> datetime.date:
    return min(days, key=lambda each: (abs((each - dag).days), each))


def _voorkeur(ledger: Ledger, jaar: int, weekdag: int) -> _Voorkeur:
    """The moments that hold, from the year before to the one after; the peildag is the one that is used most."""
    found = []
    for year in (jaar - 1, jaar, jaar + 1):
        for each in ledger.termijnen:
            dag = datetime.date(year, each.maand, each.dag)
            if each.holds_on(dag):
                found.append(_Moment(dag, each.omschrijving))
    sql = "SELECT substr(peildatum, 9) FROM realisatie GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    row = ledger.db.execute(sql).fetchone()
    return _Voorkeur(sorted(found, key=lambda each: (each.dag, each.wat)), int(row[0]) if row else None, weekdag)


def _reason(dag: datetime.date, voorkeur: _Voorkeur) -> tuple[str, str]:
    """Why that day, and the key moment it is near; of two as near the one to come."""
    nearest = min(voorkeur.dagen, key=lambda each: (abs((dag - each.dag).days), each.dag < dag), default=None)
    if nearest is None or abs((dag - nearest.dag).days) > _NAMED:
        said, wat = _("Verdeeld over het jaar; er is geen termijn in de buurt."), ""
    else:
        after, wat = (dag - nearest.dag).days, nearest.wat
        sentence = _("{dagen} na {dag}: {wat}.") if after > 0 else _("{dagen} vóór {dag}: {wat}.")
        sentence = sentence if after else _("Op {dag}: {wat}.")
        said = sentence.format(dagen=_days(abs(after)), dag=_dag(nearest.dag), wat=wat)
    if stand := voorkeur.stand(dag):
        said += " " + _("De stand van {dag} is er dan.").format(dag=_dag(stand))
    return said, wat


def _dag(dag: datetime.date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def _days(dagen: int) -> str:
    return _("1 dag") if dagen == 1 else _("{n} dagen").format(n=format_number(dagen))


def _week(dag: datetime.date) -> tuple[int, int]:
    year, week, _weekday = dag.isocalendar()
    return year, week
