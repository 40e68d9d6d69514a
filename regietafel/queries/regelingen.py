"""Regelingen on a day: which projects use them, which could, and what is about to close."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regietafel import reference
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.norm import HERPLAATSING_GEMEENTE, HERPLAATSING_NA, HERPLAATSING_RIJK, Norm, norm_op
from regietafel.domain.regeling import Regeling
from regietafel.domain.rekenen import Garantie
from regietafel.domain.staat import GESLOTEN, IN_AANBOUW, has_reached
from regietafel.domain.woonproject import GROOTSTE
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten

WAARSCHUWEN = 90  # days before a loket closes or a regeling lapses


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


def regelingen(ledger: Ledger, op: datetime.date) -> tuple[RegelingRegel, ...]:
    """All in the file, by name, with the projects that are not over."""
    projecten = [each for each in woonprojecten(ledger, op) if each.staat != GESLOTEN and (each.einde or op) >= op]
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


def _regel(regeling: Regeling, projecten: Sequence[ProjectRegel], op: datetime.date) -> RegelingRegel:
    assert regeling.id is not None
    gebruikt = [_named(each, _lapses_first(regeling, each)) for each in projecten if each.regeling_id == regeling.id]
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


def _could_use(regeling: Regeling, each: ProjectRegel, op: datetime.date) -> bool:
    """Of its kind, with homes large enough, without money already, and not too far: most is for what is to come."""
    if each.regeling_id is not None or not regeling.is_for(each.soort) or _is_past(regeling, op):
        return False
    if regeling.start_binnen and each.staat and has_reached(each.staat, IN_AANBOUW):
        return False
    if each.open_sinds and regeling.per in {"woning", "project"}:
        return False
    least = regeling.minstens_personen or 0
    return not each.maten or not least or any(GROOTSTE.get(maat, 0) >= least for maat, _woningen in each.maten)


def _is_past(regeling: Regeling, op: datetime.date) -> bool:
    """Whether nobody can apply any more."""
    return min(regeling.open_tot or op, regeling.geldig_tot or op) < op


def _let_op(regeling: Regeling, each: ProjectRegel, op: datetime.date) -> str:
    """What is to be seen to before this project can use it."""
    found = []
    if regeling.minstens_personen and not each.maten:
        sentence = _("Vul in voor welke huishoudens het is: minstens {n} personen.")
        found.append(sentence.format(n=regeling.minstens_personen))
    if regeling.start_binnen:
        last = plain_einde(op, regeling.start_binnen, "maand")
        found.append(
            _("Bij toekenning op {dag} begint de bouw uiterlijk op {uiterlijk}.").format(
                dag=format_date(op), uiterlijk=format_date(last)
            )
        )
    if lapses := _lapses_first(regeling, each):
        found.append(lapses)
    return " ".join(found)


def _lapses_first(regeling: Regeling, project: ProjectRegel) -> str:
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


def _named(each: ProjectRegel, let_op: str) -> RegelingProject:
    return RegelingProject(
        project_id=each.id, project=each.naam, gemeente_id=each.gemeente_id, gemeente=each.gemeente, let_op=let_op
    )
