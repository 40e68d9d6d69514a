"""What is to be said of a project with homes on a day. Remarks, never refusals (domein §5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from regietafel.domain.periode import Periode
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.domain.woonproject import ONBEKEND, Woonproject
from regietafel.i18n import _, format_date, format_number


class Groep(NamedTuple):
    """Persons in a HAR: the last day of their time, None when there is no norm, and how many are still there."""

    einde: datetime.date | None
    over: int


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """A project with what is known of it on a day."""

    project: Woonproject
    staat: str | None
    staat_vanaf: datetime.date | None
    maten: Mapping[str, int]  # homes per kind of household
    regeling: Regeling | None
    groepen: Sequence[Groep]


def opmerkingen(feiten: Feiten, op: datetime.date) -> tuple[str, ...]:
    """Sentences about its dates, its place, for whom it counts, its homes, its groups and its regeling."""
    if feiten.staat == GESLOTEN:
        return tuple(_groups(feiten, op))
    return (*_dates(feiten, op), *_place(feiten.project, op), *_counts(feiten), *_groups(feiten, op))


def _dates(feiten: Feiten, op: datetime.date) -> Iterator[str]:
    project, staat, halfjaar = feiten.project, feiten.staat, Periode.of(op)
    begin, einde = project.oplevering, project.einde
    if staat is None and not (begin and begin <= op):
        yield _("De staat is onbekend; de zekerheid is die van een idee.")
    if staat not in {None, OPEN} and begin and begin < op:
        yield _("Had open moeten zijn sinds {dag}.").format(dag=format_date(begin))
    if einde and einde < op:
        yield _("Zou eindigen op {dag}, maar is niet gesloten.").format(dag=format_date(einde))
    elif einde and einde <= halfjaar.einde:
        yield _("Eindigt op {dag}; wie er dan woont, moet opnieuw worden gehuisvest.").format(dag=format_date(einde))


def _place(project: Woonproject, op: datetime.date) -> Iterator[str]:
    tot = project.plaats_tot
    if not tot or (project.einde and project.einde <= tot):
        return
    if not project.daarna:
        yield _("De plaats is er tot en met {dag}; wat daarna komt, is niet bekend.").format(dag=format_date(tot))
    elif tot <= Periode.of(op).einde:
        yield _("De plaats is er tot en met {dag}; daarna: {daarna}.").format(
            dag=format_date(tot), daarna=project.daarna.rstrip(".")
        )


def _counts(feiten: Feiten) -> Iterator[str]:
    if feiten.project.telt_mee == ONBEKEND:
        yield _("Of het project meetelt voor de taakstelling, is onbekend.")
    if feiten.project.eenheden and not feiten.maten:
        yield _("Voor welke huishoudens de woningen zijn, is niet ingevuld.")


def _groups(feiten: Feiten, op: datetime.date) -> Iterator[str]:
    for groep in feiten.groepen:
        if groep.over and groep.einde and groep.einde < op:
            yield _("De termijn van {n} personen in de HAR eindigde op {dag}.").format(
                n=format_number(groep.over), dag=format_date(groep.einde)
            )
