"""Regelingen on a day: which projects use them, which could, and what is about to close."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regietafel import reference
from regietafel.domain.norm import HERPLAATSING_GEMEENTE, HERPLAATSING_NA, HERPLAATSING_RIJK, Norm, norm_op
from regietafel.domain.regeling import Regeling
from regietafel.domain.rekenen import Garantie, months_later
from regietafel.domain.staat import GESLOTEN, OPEN, has_reached
from regietafel.domain.woonproject import Woonproject
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import gemeente_names
from regietafel.queries.staten import staten_op

WAARSCHUWEN = 90  # days before a loket closes or a regeling lapses
_BUILDING = "in_aanbouw"
_MOST_PERSONS: Mapping[str, int] = {"alleen": 1, "duo": 2, "3-5": 5, "6": 6, "7+": 99}


@dataclass(frozen=True, kw_only=True)
class RegelingProject:
    """A project that uses a regeling or could; ``let_op`` says what is still to be seen to, empty when nothing."""

    project_id: int
    project: str
    gemeente_id: int
    gemeente: str
    let_op: str = ""


@dataclass(frozen=True, kw_only=True)
class RegelingRegel:
    """One regeling on a day. ``geldt``: it has not lapsed; ``open``: one can apply."""

    id: int
    naam: str
    voorwaarden: str
    woonvormen: str
    bedrag: int | None
    per: str
    minstens_personen: int | None
    start_binnen: int | None
    open_vanaf: datetime.date | None
    open_tot: datetime.date | None
    geldig_vanaf: datetime.date | None
    geldig_tot: datetime.date | None
    bron: str
    gecontroleerd_op: datetime.date | None
    geldt: bool
    open: bool
    gebruikt: tuple[RegelingProject, ...]
    mogelijk: tuple[RegelingProject, ...]
    opmerkingen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Project:
    """A project with what a regeling asks of it."""

    project: Woonproject
    gemeente: str
    staat: str | None
    maten: frozenset[str]  # the households it has homes for; empty when that is not known


def regelingen(ledger: Ledger, op: datetime.date) -> tuple[RegelingRegel, ...]:
    """All in the file, by name."""
    projecten = _projecten(ledger, op)
    return tuple(
        _regel(each, projecten, op) for each in sorted(ledger.regelingen, key=lambda each: sort_key(each.naam))
    )


def find_regeling(ledger: Ledger | None, text: str, op: datetime.date) -> Regeling:
    """By a part of its name: the one in the file that holds that day, else one in the file, else the one that ships.

    Raises RegietafelError that names those there are.
    """
    key = reference.spelling_key(text)
    own = tuple(ledger.regelingen) if ledger else ()
    for source in ([each for each in own if each.holds_on(op)], own, reference.meegeleverd(Regeling)):
        found = [each for each in source if key in reference.spelling_key(each.naam)]
        if found:
            return max(found, key=lambda each: each.geldig_vanaf or datetime.date.min)
    names = [each.naam for each in own or reference.meegeleverd(Regeling)]
    raise RegietafelError(
        _("Er is geen regeling “{naam}”; kies uit: {namen}.").format(naam=text[:80], namen=enumerate_some(names))
    )


def norm_of(ledger: Ledger | None, sleutel: str, op: datetime.date) -> Norm:
    """The norm of the file that holds that day, else the one that ships. Raises RegietafelError when neither does."""
    for normen in (tuple(ledger.normen) if ledger else (), reference.meegeleverd(Norm)):
        if norm := norm_op(normen, sleutel, op):
            return norm
    raise RegietafelError(_("Er is op {dag} geen norm “{sleutel}”.").format(dag=format_date(op), sleutel=sleutel))


def garantie(ledger: Ledger | None, op: datetime.date) -> Garantie:
    """The terms of the herplaatsingsgarantie on a day, by the norms of the file or those that ship."""
    minstens, rijk, gemeente = (
        norm_of(ledger, each, op) for each in (HERPLAATSING_NA, HERPLAATSING_RIJK, HERPLAATSING_GEMEENTE)
    )
    return Garantie(minstens=minstens.waarde, rijk=rijk.waarde, gemeente=gemeente.waarde, bron=rijk.bron)


def _projecten(ledger: Ledger, op: datetime.date) -> tuple[_Project, ...]:
    """Those that are not over, by gemeente and name."""
    names, staten = gemeente_names(ledger), staten_op(ledger, "project_id", op)
    maten: dict[int, set[str]] = defaultdict(set)
    for each in ledger.woningmaten:
        maten[each.project_id].add(each.maat)
    found = [
        _Project(
            project=each,
            gemeente=names[each.gemeente_id],
            staat=staten[each.id].staat if each.id in staten else None,
            maten=frozenset(maten[each.id]),
        )
        for each in ledger.woonprojecten
        if each.id is not None and (each.einde or op) >= op
    ]
    running = [each for each in found if each.staat != GESLOTEN]
    return tuple(sorted(running, key=lambda each: (sort_key(each.gemeente), sort_key(each.project.naam))))


def _regel(regeling: Regeling, projecten: Sequence[_Project], op: datetime.date) -> RegelingRegel:
    assert regeling.id is not None
    gebruikt = [
        _named(each, _lapses_first(regeling, each.project))
        for each in projecten
        if each.project.regeling_id == regeling.id
    ]
    mogelijk = [_named(each, _let_op(regeling, each, op)) for each in projecten if _could_use(regeling, each, op)]
    return RegelingRegel(
        id=regeling.id,
        naam=regeling.naam,
        voorwaarden=regeling.voorwaarden,
        woonvormen=regeling.woonvormen,
        bedrag=regeling.bedrag,
        per=regeling.per,
        minstens_personen=regeling.minstens_personen,
        start_binnen=regeling.start_binnen,
        open_vanaf=regeling.open_vanaf,
        open_tot=regeling.open_tot,
        geldig_vanaf=regeling.geldig_vanaf,
        geldig_tot=regeling.geldig_tot,
        bron=regeling.bron,
        gecontroleerd_op=regeling.gecontroleerd_op,
        geldt=regeling.holds_on(op),
        open=regeling.takes_on(op),
        gebruikt=tuple(gebruikt),
        mogelijk=tuple(mogelijk),
        opmerkingen=tuple(_opmerkingen(regeling, op)),
    )


def _could_use(regeling: Regeling, each: _Project, op: datetime.date) -> bool:
    """Of its kind, with homes large enough, not begun where building must still begin, and without money already."""
    if each.project.regeling_id is not None or not regeling.is_for(each.project.soort):
        return False
    if _is_past(regeling, op):
        return False
    if regeling.start_binnen and each.staat and has_reached(each.staat, _BUILDING):
        return False
    if each.staat == OPEN and regeling.per == "woning":
        return False  # such money is for homes that are still to come
    large = {maat for maat, most in _MOST_PERSONS.items() if most >= (regeling.minstens_personen or 0)}
    return not each.maten or bool(each.maten & large) or regeling.minstens_personen is None


def _is_past(regeling: Regeling, op: datetime.date) -> bool:
    """Whether nobody can apply any more."""
    return min(regeling.open_tot or op, regeling.geldig_tot or op) < op


def _let_op(regeling: Regeling, each: _Project, op: datetime.date) -> str:
    """What is to be seen to before this project can use it."""
    found = []
    if regeling.minstens_personen and not each.maten:
        sentence = _("Vul in voor welke huishoudens het is: minstens {n} personen.")
        found.append(sentence.format(n=regeling.minstens_personen))
    if regeling.start_binnen:
        last = months_later(op, regeling.start_binnen)
        found.append(
            _("Bij toekenning op {dag} begint de bouw uiterlijk op {uiterlijk}.").format(
                dag=format_date(op), uiterlijk=format_date(last)
            )
        )
    if lapses := _lapses_first(regeling, each.project):
        found.append(lapses)
    return " ".join(found)


def _lapses_first(regeling: Regeling, project: Woonproject) -> str:
    """Whether money that is paid per day stops before the project does; empty when not."""
    if regeling.per != "plek per dag" or regeling.geldig_tot is None:
        return ""
    if project.einde and project.einde <= regeling.geldig_tot:
        return ""
    if project.einde is None:
        return _("De regeling vervalt na {dag}; het project heeft nog geen einddatum.").format(
            dag=format_date(regeling.geldig_tot)
        )
    return _("De regeling vervalt na {dag}; het project loopt tot en met {einde}.").format(
        dag=format_date(regeling.geldig_tot), einde=format_date(project.einde)
    )


def _opmerkingen(regeling: Regeling, op: datetime.date) -> Iterator[str]:
    """What closes, lapses or was never checked."""
    for last, soon, over in (
        (
            regeling.open_tot,
            _("Het loket sluit over {n} dagen, na {dag}."),
            _("Het loket is gesloten na {dag}."),
        ),
        (
            regeling.geldig_tot,
            _("De regeling vervalt over {n} dagen, na {dag}."),
            _("De regeling is vervallen na {dag}."),
        ),
    ):
        if last is None:
            continue
        days = (last - op).days
        if days < 0:
            yield over.format(dag=format_date(last))
        elif days <= WAARSCHUWEN:
            yield soon.format(n=format_number(days), dag=format_date(last))
    if regeling.open_vanaf and regeling.open_vanaf > op:
        yield _("Het loket gaat open op {dag}.").format(dag=format_date(regeling.open_vanaf))
    if regeling.geldig_vanaf and regeling.geldig_vanaf > op:
        yield _("De regeling geldt vanaf {dag}.").format(dag=format_date(regeling.geldig_vanaf))
    if regeling.gecontroleerd_op is None:
        yield _("Nog niemand heeft deze regeling nagegaan.")


def _named(each: _Project, let_op: str = "") -> RegelingProject:
    assert each.project.id is not None
    return RegelingProject(
        project_id=each.project.id,
        project=each.project.naam,
        gemeente_id=each.project.gemeente_id,
        gemeente=each.gemeente,
        let_op=let_op,
    )
