"""Herverdeling (uitruil): gemeenten take over part of each other's taakstelling.

Source: Huisvestingswet 2014, art. 29 lid 2; stappenplan herverdeling taakstelling.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_number


@dataclass(frozen=True, kw_only=True)
class Herverdeling(Record):
    """One agreement, for one period. Once in force it is never changed; only a new agreement can follow."""

    kenmerk: str
    periode: Periode
    toelichting: str = ""
    in_werking_op: datetime.date | None = None  # after the last bekendmaking

    def __post_init__(self) -> None:
        super().__post_init__()
        # Colleges may decide once the taakstelling is published, in the half-year before; later is about the past.
        first, last = self.periode.previous.begin, self.periode.next.einde
        if self.in_werking_op and not first <= self.in_werking_op <= last:
            raise RuleError(
                _("Een herverdeling voor {periode} treedt in werking tussen {first} en {last}.").format(
                    periode=self.periode, first=format_date(first), last=format_date(last)
                )
            )


@dataclass(frozen=True, kw_only=True)
class Overdracht(Record):
    """``van`` hands over ``aantal`` persons of its taakstelling to ``naar``."""

    herverdeling_id: int
    van_id: int
    naar_id: int
    aantal: int


@dataclass(frozen=True, kw_only=True)
class Partij(Record):
    """The taakstelling of a party at the moment the agreement came into force."""

    herverdeling_id: int
    gemeente_id: int
    oud: int


@dataclass(frozen=True)
class Deel:
    """One overdracht as agreed between gemeenten, by name: before it is stored and as it is shown."""

    van: str
    naar: str
    aantal: int


@dataclass(frozen=True)
class Wijziging:
    """What the agreement does to one party: persons before, the change, persons after."""

    gemeente: str
    oud: int
    wijziging: int

    @property
    def nieuw(self) -> int:
        """The taakstelling after the agreement."""
        return self.oud + self.wijziging


def wijzigingen(delen: Iterable[Deel], oud: Mapping[str, int]) -> tuple[Wijziging, ...]:
    """Old, change and new per party, in the order in which the parties appear."""
    change: dict[str, int] = {}
    for deel in delen:
        change[deel.van] = change.get(deel.van, 0) - deel.aantal
        change[deel.naar] = change.get(deel.naar, 0) + deel.aantal
    return tuple(Wijziging(naam, oud[naam], aantal) for naam, aantal in change.items())


def check_two_parties(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """An agreement is made by at least two gemeenten (art. 29 lid 2)."""
    if not delen:
        raise RuleError(_("Een herverdeling heeft minstens één overdracht tussen twee gemeenten."))


def check_not_to_itself(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """A gemeente hands over to another gemeente."""
    for deel in delen:
        if deel.van == deel.naar:
            raise RuleError(_("{gemeente} kan niet aan zichzelf overdragen.").format(gemeente=deel.van))


def check_positive(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """Numbers in black and white: whole persons, more than zero."""
    for deel in delen:
        if deel.aantal <= 0:
            raise RuleError(
                _("De overdracht van {van} aan {naar} moet een geheel aantal groter dan 0 zijn.").format(
                    van=deel.van, naar=deel.naar
                )
            )


def check_named_once(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """Between two gemeenten one number is agreed, in one direction."""
    pairs: set[frozenset[str]] = set()
    for deel in delen:
        pair = frozenset((deel.van, deel.naar))
        if pair in pairs:
            raise RuleError(
                _("Tussen {van} en {naar} staat meer dan één overdracht; maak er één van.").format(
                    van=deel.van, naar=deel.naar
                )
            )
        pairs.add(pair)


def check_known(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """Only a published taakstelling can be handed over."""
    for deel in delen:
        for naam in (deel.van, deel.naar):
            if naam not in oud:
                raise RuleError(
                    _("Van {gemeente} is in deze periode geen taakstelling bekend; lees die eerst in.").format(
                        gemeente=naam
                    )
                )


def check_not_below_zero(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """No gemeente's taakstelling goes below 0."""
    for partij in wijzigingen(delen, oud):
        if partij.nieuw < 0:
            raise RuleError(
                _("{gemeente} heeft een taakstelling van {oud} en kan er geen {aantal} afstaan.").format(
                    gemeente=partij.gemeente,
                    oud=format_number(partij.oud),
                    aantal=format_number(-partij.wijziging),
                )
            )


def check_sum(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """The sum over the parties may not change."""
    partijen = wijzigingen(delen, oud)
    before, after = sum(partij.oud for partij in partijen), sum(partij.nieuw for partij in partijen)
    if before != after:
        raise RuleError(
            _("De som verandert van {oud} in {nieuw}; dat mag niet.").format(
                oud=format_number(before), nieuw=format_number(after)
            )
        )


Rule = Callable[[Sequence[Deel], Mapping[str, int]], None]
RULES: tuple[Rule, ...] = (
    check_two_parties,
    check_not_to_itself,
    check_positive,
    check_named_once,
    check_known,
    check_not_below_zero,
    check_sum,
)


def check(delen: Sequence[Deel], oud: Mapping[str, int]) -> None:
    """Every rule in order; raises RuleError with the sentence of the first that is broken."""
    for rule in RULES:
        rule(delen, oud)
