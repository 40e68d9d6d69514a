"""Herverdeling (uitruil): gemeenten take over part of each other's taakstelling.

Source: Huisvestingswet 2014, art. 29 lid 2; stappenplan herverdeling taakstelling. The rules an agreement must keep
are in ``herverdelingsregels``, what happens to it afterwards in ``behandeling``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import TypeVar

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date
from regietafel.value import Value


class Bepalingen(Value):
    """What the parties agree beside the numbers."""

    toelichting: str = ""
    tot_en_met: Periode | None = None  # the last half-year; None: only the one it is made for
    reden_langer: str = ""
    overleg: str = ""  # when COA, A&M and VRO were consulted about the longer term
    buiten_tafel: bool = False  # a party from outside the table takes part, and that is meant
    bezwaarclausule: bool = False  # whether the decisions say how to object

    @property
    def bepalingen(self) -> Bepalingen:
        """These alone, of something that has more."""
        return Bepalingen(**{each.name: getattr(self, each.name) for each in fields(Bepalingen)})


class Herverdeling(Bepalingen, Record):
    """One agreement. Once in force it is never changed; only a new agreement can follow.

    ``in_werking_op`` is set by the program when the last bekendmaking is recorded: the day after it. A longer
    agreement has the same numbers in every half-year from ``periode`` to ``tot_en_met``.
    """

    AT_THE_DOOR = True

    kenmerk: str
    periode: Periode
    in_werking_op: datetime.date | None = None
    vervolg_op_id: int | None = None  # the agreement this one follows
    ingetrokken_op: datetime.date | None = None
    reden_intrekking: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.ingetrokken_op)
        if self.tot_en_met and self.tot_en_met < self.periode:
            raise RuleError(_("De afspraak eindigt voor zij begint: kies een later halfjaar dan {periode}.").format(
                periode=self.periode
            ))  # fmt: skip
        # Colleges may decide once the taakstelling is published, in the half-year before; later is about the past.
        first, last = self.periode.previous.begin, self.laatste.next.einde
        if self.in_werking_op and not first <= self.in_werking_op <= last:
            raise RuleError(
                _("Een herverdeling voor {periode} treedt in werking tussen {first} en {last}.").format(
                    periode=self.periode, first=format_date(first), last=format_date(last)
                )
            )

    @property
    def laatste(self) -> Periode:
        """The last half-year in which it holds."""
        return self.tot_en_met or self.periode

    def overlaps(self, other: Herverdeling) -> bool:
        """Whether there is a half-year in which both hold."""
        return self.periode <= other.laatste and other.periode <= self.laatste


class Overdracht(Record):
    """``van`` hands over ``aantal`` persons of its taakstelling to ``naar``."""

    herverdeling_id: int
    van_id: int
    naar_id: int
    aantal: int


class Partij(Record):
    """The taakstelling of a party at the moment the agreement came into force."""

    herverdeling_id: int
    gemeente_id: int
    oud: int


class Deel(Value, kw_only=False):
    """One overdracht as agreed between gemeenten, by name: before it is stored and as it is shown."""

    van: str
    naar: str
    aantal: int


D = TypeVar("D", bound=Deel)


class Wijziging(Value, kw_only=False):
    """What the agreement does to one party: persons before, the change, persons after."""

    gemeente: str
    oud: int
    wijziging: int

    @property
    def nieuw(self) -> int:
        """The taakstelling after the agreement."""
        return self.oud + self.wijziging


def partijen(delen: Iterable[Deel]) -> tuple[str, ...]:
    """The gemeenten that take part, in the order in which they appear."""
    return tuple(dict.fromkeys(naam for deel in delen for naam in (deel.van, deel.naar)))


def groepen(delen: Iterable[D]) -> tuple[tuple[D, ...], ...]:
    """The overdrachten that hang together: no gemeente is in two groups, so one can go through without another."""
    found: list[list[D]] = []
    for deel in delen:
        names = {deel.van, deel.naar}
        touched = [group for group in found if names & set(partijen(group))]
        found = [group for group in found if group not in touched]
        found.append([*(each for group in touched for each in group), deel])
    return tuple(tuple(group) for group in found)


def wijzigingen(delen: Iterable[Deel], oud: Mapping[str, int]) -> tuple[Wijziging, ...]:
    """Old, change and new per party, in the order in which the parties appear."""
    return tuple(Wijziging(naam, oud[naam], aantal) for naam, aantal in saldering(delen).items())


def saldering(delen: Iterable[Deel]) -> dict[str, int]:
    """What the overdrachten together do to each party, in persons, in the order in which the parties appear."""
    change: dict[str, int] = {}
    for deel in delen:
        change[deel.van] = change.get(deel.van, 0) - deel.aantal
        change[deel.naar] = change.get(deel.naar, 0) + deel.aantal
    return change
