"""What is to be said of a project with homes on a day. Remarks, never refusals (domein §5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.periode import Periode
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.domain.woonproject import GROOTSTE, NEE, ONBEKEND, Woonproject
from regietafel.i18n import _, format_date, format_number
from regietafel.value import Value


class Groep(NamedTuple):
    """Persons in a HAR: the last day of their time, None when there is no norm, and how many are still there."""

    einde: datetime.date | None
    over: int


class Feiten(Value):
    """A project with what is known of it on a day."""

    project: Woonproject
    staat: str | None
    bouw_vanaf: datetime.date | None  # since when it is being built, or was there
    maten: Mapping[str, int]  # homes per kind of household
    regeling: Regeling | None
    groepen: Sequence[Groep]


def opmerkingen(feiten: Feiten, op: datetime.date) -> tuple[str, ...]:
    """Sentences about its dates, its place, for whom it counts, its homes, its groups and its regeling."""
    if feiten.staat == GESLOTEN:
        return tuple(_groups(feiten, op))
    money = _regeling(feiten, feiten.regeling, op) if feiten.regeling else ()
    return (*_dates(feiten, op), *_place(feiten.project, op), *_counts(feiten), *_groups(feiten, op), *money)


def _dates(feiten: Feiten, op: datetime.date) -> Iterator[str]:
    project, staat, halfjaar = feiten.project, feiten.staat, Periode.of(op)
    begin, einde = project.oplevering, project.einde
    if staat is None and not (begin and begin <= op):
        yield _("De staat is onbekend; de zekerheid is die van een idee.")
    if begin is None and staat != OPEN and project.telt_mee != NEE and not feiten.groepen:
        yield _("De oplevering is onbekend; tot die bekend is, telt het project niet mee in de prognose.")
    if staat not in {None, OPEN} and begin and begin < op:
        yield _("Had open moeten zijn sinds {dag}.").format(dag=format_date(begin))
    if einde and einde < op:
        yield _("Zou eindigen op {dag}, maar is niet gesloten.").format(dag=format_date(einde))
    elif einde and einde <= halfjaar.einde:
        yield _("Eindigt op {dag}; wie er dan woont, moet opnieuw worden gehuisvest.").format(dag=format_date(einde))


def _place(project: Woonproject, op: datetime.date) -> Iterator[str]:
    """What then, when the place is no longer there: always asked, and said as soon as it comes in sight."""
    tot, daarna = project.plaats_tot, project.daarna.rstrip(".")
    if not tot or (project.einde and project.einde <= tot):
        return
    eindigt = _("eindigde") if tot < op else _("eindigt")
    if not daarna:
        yield _("De plaats {eindigt} op {dag}; wat daarna komt, is onbekend.").format(
            eindigt=eindigt, dag=format_date(tot)
        )
    elif tot <= Periode.of(op).next.einde:
        yield _("De plaats {eindigt} op {dag}; daarna: {daarna}.").format(
            eindigt=eindigt, dag=format_date(tot), daarna=daarna
        )


def _counts(feiten: Feiten) -> Iterator[str]:
    project = feiten.project
    if project.telt_mee == ONBEKEND:
        yield _("Of het project meetelt voor de taakstelling, is onbekend.")
    if project.vergunninghouders is None and not feiten.groepen:
        yield _("Voor hoeveel vergunninghouders het project is, is onbekend.")
    if project.eenheden and not feiten.maten:
        yield _("Voor welke huishoudens de woningen zijn, is onbekend.")


def _groups(feiten: Feiten, op: datetime.date) -> Iterator[str]:
    for groep in feiten.groepen:
        if groep.over and groep.einde and groep.einde < op:
            yield _("De termijn van {n} personen in de HAR eindigde op {dag}.").format(
                n=format_number(groep.over), dag=format_date(groep.einde)
            )


def _regeling(feiten: Feiten, regeling: Regeling, op: datetime.date) -> Iterator[str]:
    """Which of its conditions the project does not meet, as far as that is known."""
    project, naam = feiten.project, regeling.naam
    if not regeling.is_for(project.soort):
        yield _("{regeling} is niet voor deze woonvorm.").format(regeling=naam)
        return
    least = regeling.minstens_personen
    if least and feiten.maten and not any(GROOTSTE.get(maat, 0) >= least for maat in feiten.maten):
        yield _("{regeling} is voor huishoudens vanaf {n} personen; het project heeft daar geen woningen voor.").format(
            regeling=naam, n=least
        )
    loket = min((each for each in (regeling.open_tot, regeling.geldig_tot) if each), default=None)
    if loket and loket < op and project.bedrag is None:
        yield _("Aanvragen van {regeling} kon tot en met {dag}; er staat geen bedrag bij het project.").format(
            regeling=naam, dag=format_date(loket)
        )
    if loket and regeling.start_binnen:
        # When it was granted is not known; it cannot have been long after the last day to apply.
        last = plain_einde(loket, regeling.start_binnen, "maand")
        if (feiten.bouw_vanaf or op) > last:
            yield _("Voor {regeling} moest de bouw uiterlijk op {dag} beginnen.").format(
                regeling=naam, dag=format_date(last)
            )
    if (
        regeling.per == "plek per dag"
        and regeling.geldig_tot
        and (project.einde or datetime.date.max) > regeling.geldig_tot
    ):
        yield _("{regeling} vervalt na {dag}; het project loopt langer door.").format(
            regeling=naam, dag=format_date(regeling.geldig_tot)
        )
    if (most := _most(project, regeling)) is not None and (project.bedrag or 0) > most:
        yield _("Het bedrag is hoger dan {regeling} toestaat: hoogstens {n} euro.").format(
            regeling=naam, n=format_number(most)
        )


def _most(project: Woonproject, regeling: Regeling) -> int | None:
    """Euro the regeling gives at most; None when that is not to be said."""
    number = {"woning": project.eenheden, "persoon": project.personen, "project": 1}.get(regeling.per)
    return None if regeling.bedrag is None or number is None else regeling.bedrag * number
