"""What an uitruil is asked about and what comes out: plain frozen records, without a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from regietafel.domain.herverdeling import Deel
from regietafel.planning.uitruil.net import Net, Paar, pruned


@dataclass(frozen=True, kw_only=True)
class Deelnemer:
    """A gemeente with its expected saldo (+ achterstand, − voorsprong) and what it wants, in persons.

    It never hands over more than ``afstaanbaar``: its taakstelling. ``partners`` is with whom it trades, None with
    everyone; ``minimum`` the smallest overdracht it takes part in. ``buren`` are the ids of its neighbours.
    """

    id: int
    naam: str
    saldo: int
    afstaanbaar: int
    inwoners: int | None = None
    max_afstaan: int | None = None
    max_overnemen: int | None = None
    partners: frozenset[int] | None = None
    minimum: int = 1
    buren: frozenset[int] = frozenset()

    @property
    def wil_afstaan(self) -> int:
        """The most it can hand over, its own limit apart."""
        return max(0, min(self.saldo, self.afstaanbaar))

    @property
    def wil_overnemen(self) -> int:
        """The most it can take over, its own limit apart."""
        return max(0, -self.saldo)

    @property
    def afstaan(self) -> int:
        """The most it hands over."""
        return self.wil_afstaan if self.max_afstaan is None else min(self.wil_afstaan, self.max_afstaan)

    @property
    def overnemen(self) -> int:
        """The most it takes over."""
        return self.wil_overnemen if self.max_overnemen is None else min(self.wil_overnemen, self.max_overnemen)

    def accepts(self, other: Deelnemer) -> bool:
        """Whether it trades with the other."""
        return self.partners is None or other.id in self.partners

    def without_limits(self) -> Deelnemer:
        """The same gemeente, that wants everything."""
        return replace(self, max_afstaan=None, max_overnemen=None, partners=None, minimum=1)


@dataclass(frozen=True, kw_only=True)
class Buiten:
    """A gemeente that takes no part, and why in a Dutch sentence."""

    gemeente: str
    reden: str


@dataclass(frozen=True, kw_only=True)
class Vraagstuk:
    """The gemeenten among which to look for an uitruil, and those left out."""

    deelnemers: tuple[Deelnemer, ...]
    buiten: tuple[Buiten, ...] = ()

    @property
    def tekort(self) -> int:
        """Expected achterstand together, persons."""
        return sum(max(0, each.saldo) for each in self.deelnemers)

    @property
    def overschot(self) -> int:
        """Expected voorsprong together, persons."""
        return sum(each.wil_overnemen for each in self.deelnemers)

    @property
    def namen(self) -> dict[int, str]:
        """The name of each gemeente by id."""
        return {each.id: each.naam for each in self.deelnemers}

    @property
    def inwoners(self) -> dict[int, int]:
        """The inhabitants by id, where they are known and there are any."""
        return {each.id: each.inwoners for each in self.deelnemers if each.inwoners}

    def buren(self) -> frozenset[Paar]:
        """The pairs of giver and receiver that are neighbours, as either says."""
        return frozenset(
            (van.id, naar.id)
            for van in self.deelnemers
            for naar in self.deelnemers
            if van.id in naar.buren or naar.id in van.buren
        )

    def net(self) -> Net:
        """Who can give, who can take, which pairs may trade."""
        vans = [each for each in self.deelnemers if each.afstaan]
        naars = [each for each in self.deelnemers if each.overnemen]
        return pruned(
            {each.id: each.afstaan for each in vans},
            {each.id: each.overnemen for each in naars},
            {
                (van.id, naar.id): max(van.minimum, naar.minimum)
                for van in vans
                for naar in naars
                if van.accepts(naar) and naar.accepts(van)
            },
        )


@dataclass(frozen=True, kw_only=True)
class Uitruil:
    """One proposed overdracht, and why in a Dutch sentence or two."""

    van_id: int
    naar_id: int
    van: str
    naar: str
    aantal: int
    waarom: str
    buren: bool


@dataclass(frozen=True, kw_only=True)
class Alternatief:
    """One proposal. ``opgelost`` persons change hands, ``rest`` of the expected achterstand stays.

    ``ondergrens``: no proposal that covers as much has fewer overdrachten. ``bewezen``: the coverage is the most
    there can be and ``aantal_overdrachten`` is that ``ondergrens``. ``geheel_bewezen``: the evenest burden and the
    most neighbours are proven too. ``last``: the most a receiver takes over per inhabitant.
    """

    overdrachten: tuple[Uitruil, ...]
    opgelost: int
    rest: int
    bewezen: bool
    geheel_bewezen: bool
    ondergrens: int
    last: Fraction
    kenschets: str

    @property
    def aantal_overdrachten(self) -> int:
        """How many agreements between two gemeenten it takes."""
        return len(self.overdrachten)

    @property
    def tussen_buren(self) -> int:
        """How many of those are between neighbours."""
        return sum(each.buren for each in self.overdrachten)

    @property
    def delen(self) -> tuple[Deel, ...]:
        """As the parts of a herverdeling."""
        return tuple(Deel(each.van, each.naar, each.aantal) for each in self.overdrachten)


@dataclass(frozen=True, kw_only=True)
class Opheffing:
    """A limit of one gemeente and the least it must become: another number, one more partner, or nothing (None)."""

    gemeente_id: int
    veld: str  # max_afstaan, max_overnemen, partners or minimum
    nieuw: int | frozenset[int] | None


@dataclass(frozen=True, kw_only=True)
class Blokkade:
    """A limit (or two together) that keeps ``effect`` persons from changing hands, and what would let them."""

    grens: str
    effect: int
    zin: str
    opheffing: tuple[Opheffing, ...]


@dataclass(frozen=True, kw_only=True)
class Voortgang:
    """How far the search is: what it works on, persons covered, the fewest overdrachten so far and the bound."""

    fase: str
    opgelost: int
    aantal: int | None
    ondergrens: int

    @property
    def verschil(self) -> int | None:
        """How many overdrachten fewer might still be possible."""
        return None if self.aantal is None else max(0, self.aantal - self.ondergrens)


@dataclass(frozen=True, kw_only=True)
class Oplossing:
    """The proposals, best first, what blocks more, and remarks; ``afgebroken`` when it was stopped or out of time."""

    alternatieven: tuple[Alternatief, ...]
    blokkades: tuple[Blokkade, ...]
    opmerkingen: tuple[str, ...]
    afgebroken: bool


def with_change(vraagstuk: Vraagstuk, *changes: Opheffing) -> Vraagstuk:
    """The same question with other limits."""
    new = {each.id: each for each in vraagstuk.deelnemers}
    for change in changes:
        values: dict[str, Any] = {change.veld: change.nieuw}
        if change.veld == "minimum":
            values = {"minimum": change.nieuw or 1}
        new[change.gemeente_id] = replace(new[change.gemeente_id], **values)
    return replace(vraagstuk, deelnemers=tuple(new.values()))
