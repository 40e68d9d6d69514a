"""Dividing a national number over gemeenten by their inhabitants (Huisvestingswet 2014, art. 29 lid 1).

The law rounds every share up, so its numbers add up to more than the national number: 27.475 instead of 27.300 in
2023-II, each of the 342 gemeenten on its own (27.474 with the Wadden islands as one). What reproduces every number of
bijlage A of that period is Adams with the islands as one unit, and for the amv Adams in blocks of 4. That is a
reconstruction: the circulaire is the truth, this is a check on it and a forecast.

A gemeente is a key here, a code or a name as the caller likes. All arithmetic is exact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from regietafel.domain.afronding import (
    GEWOON,
    NAAR_BENEDEN,
    NAAR_BOVEN,
    Eenheid,
    deal,
    find_divisor,
    largest_remainders,
    round_up,
)
from regietafel.errors import RuleError
from regietafel.i18n import _, format_number

AMV_BLOK = 4  # “de aantallen 1, 2 en 3 worden afgerond naar nul” (circulaire taakstelling 2023-II)


class Methode(StrEnum):
    """How shares become whole numbers; explained to the user in :data:`UITLEG`."""

    WET = "wet"
    ADAMS = "adams"
    WEBSTER = "webster"
    JEFFERSON = "jefferson"
    HAMILTON = "hamilton"


UITLEG: Mapping[Methode, str] = {
    Methode.WET: _("Elk deel wordt naar boven afgerond, zoals in de wet staat; de som komt boven het totaal uit."),
    Methode.ADAMS: _("De inwoners worden gedeeld door één deler en naar boven afgerond; de som klopt precies."),
    Methode.WEBSTER: _("De inwoners worden gedeeld door één deler en gewoon afgerond; de som klopt precies."),
    Methode.JEFFERSON: _("De inwoners worden gedeeld door één deler en naar beneden afgerond; de som klopt precies."),
    Methode.HAMILTON: _("Elk deel wordt naar beneden afgerond; wat over is, gaat naar de grootste resten."),
}
_DREMPEL = {Methode.ADAMS: NAAR_BOVEN, Methode.WEBSTER: GEWOON, Methode.JEFFERSON: NAAR_BENEDEN}


@dataclass(frozen=True)
class Samen:
    """``leden`` count as one unit of their own; what it gets is added to ``naar`` and they themselves get 0."""

    leden: tuple[str, ...]
    naar: str

    def __post_init__(self) -> None:
        if not self.leden:
            raise RuleError(_("Noem minstens één gemeente die bij {naar} wordt geteld.").format(naar=self.naar))
        if self.naar in self.leden:
            raise RuleError(_("{naar} kan niet bij zichzelf worden geteld; haal die links weg.").format(naar=self.naar))


# Ameland, Schiermonnikoog, Terschelling and Vlieland, to Leeuwarden (bijlage A, noot 4).
WADDEN = Samen(("GM0060", "GM0088", "GM0093", "GM0096"), "GM0080")


def wadden(codes: Container[str]) -> tuple[Samen, ...]:
    """The Wadden islands with Leeuwarden, as far as they are among these gemeenten."""
    leden = tuple(code for code in WADDEN.leden if code in codes)
    return (Samen(leden, WADDEN.naar),) if leden and WADDEN.naar in codes else ()


@dataclass(frozen=True)
class Regel:
    """What one gemeente gets, in persons; ``amv`` is part of ``aantal``, None if it was not asked for."""

    gemeente: str
    inwoners: int
    aantal: int
    amv: int | None


@dataclass(frozen=True)
class Verdeling:
    """The outcome, in the order in which the inhabitants were given.

    ``deler``: the inhabitants per person. Divide the inhabitants of each unit by it, round as the method does, and its
    number appears. A method with a free divisor gives the shortest decimal number that does so. None for Hamilton, and
    where there is no such divisor: nothing to divide, or rounding up with fewer places than units.
    ``gelijk``, ``gelijk_amv``: gemeenten with an equal claim to a last place, mostly none. The place went to the one
    with the most inhabitants and then to the first key; the divisor puts each of them exactly on the edge.
    """

    methode: Methode
    totaal: int
    deler: Fraction | None
    regels: tuple[Regel, ...]
    gelijk: tuple[str, ...]
    gelijk_amv: tuple[str, ...]

    @property
    def som(self) -> int:
        """Equals ``totaal``, except for the law."""
        return sum(regel.aantal for regel in self.regels)

    @property
    def som_amv(self) -> int:
        """Less than was asked where the rest is too small for a block of 4, or more than the gemeenten can have."""
        return sum(regel.amv or 0 for regel in self.regels)


def verdeel(
    inwoners: Mapping[str, int], totaal: int, methode: Methode, samen: Sequence[Samen] = (), amv: int | None = None
) -> Verdeling:
    """Divide ``totaal`` persons, ``amv`` of whom are minors, by inhabitants. Raises RuleError.

    Without inhabitants a gemeente gets 0. Adams gives every other unit at least 1; with fewer places than units the
    largest get them. The amv of a gemeente are 0 or at least 4, and never more than its number.
    """
    _check(inwoners, totaal, amv)
    _check_samen(inwoners, samen)
    pools: dict[str, Samen] = {lid: pool for pool in samen for lid in pool.leden}
    ontvangers = {lid: pool.naar for lid, pool in pools.items()}
    delen, gelijk, deler = _divide(_eenheden(inwoners, pools), totaal, methode)
    aantallen = _per_gemeente(delen, ontvangers)
    amvs: Mapping[str, int] = {}
    gelijk_amv: tuple[str, ...] = ()
    if amv is not None:
        # Here the pool is no unit of its own: it is one with the gemeente it is added to.
        eenheden = _eenheden(inwoners, ontvangers)
        hoogstens = {eenheid: sum(aantallen[gemeente] for gemeente in eenheid) for eenheid in eenheden}
        delen, gelijk_amv = deal(eenheden, amv, NAAR_BOVEN, AMV_BLOK, hoogstens)
        amvs = _per_gemeente(delen, ontvangers)
    regels = tuple(
        Regel(gemeente, aantal, aantallen[gemeente], None if amv is None else amvs[gemeente])
        for gemeente, aantal in inwoners.items()
    )
    return Verdeling(methode, totaal, deler, regels, gelijk, gelijk_amv)


def lees_samen(text: str) -> Samen:
    """Read ``Ameland,Schiermonnikoog>Leeuwarden``. Raises RuleError."""
    links, teken, rechts = text.partition(">")
    leden, naar = tuple(naam.strip() for naam in links.split(",")), rechts.strip()
    if not teken or not all(leden) or not naar or "," in naar or ">" in naar:
        raise RuleError(
            _("“{text}” is niet te lezen; schrijf bijvoorbeeld Ameland,Vlieland>Leeuwarden.").format(text=text)
        )
    return Samen(leden, naar)


def herindeel(inwoners: Mapping[str, int], herindelingen: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Add the inhabitants of each dissolved gemeente (``oud``, ``nieuw``) to the new one, which may itself dissolve.

    An ``oud`` without inhabitants here has merged already. A gemeente that is split up is refused: how many of its
    inhabitants go where cannot be known. Raises RuleError.
    """
    nieuwe: dict[str, str] = {}
    for oud, nieuw in herindelingen:
        if nieuwe.setdefault(oud, nieuw) != nieuw:
            raise RuleError(
                _(
                    "{oud} gaat op in {nieuw} én in {ander}. Een splitsing kan het programma niet berekenen; "
                    "vul de inwoners van de nieuwe gemeenten zelf in."
                ).format(oud=oud, nieuw=nieuwe[oud], ander=nieuw)
            )
    einden = {oud: _einde(oud, nieuwe) for oud in nieuwe}
    result: Counter[str] = Counter()
    for gemeente, aantal in inwoners.items():
        result[einden.get(gemeente, gemeente)] += aantal
    return dict(result)


def _einde(gemeente: str, nieuwe: Mapping[str, str]) -> str:
    """The gemeente that is left at the end of a chain of mergers."""
    seen: set[str] = set()
    while gemeente in nieuwe:
        if gemeente in seen:
            raise RuleError(
                _("{gemeente} gaat via een omweg in zichzelf op; haal één herindeling weg.").format(gemeente=gemeente)
            )
        seen.add(gemeente)
        gemeente = nieuwe[gemeente]
    return gemeente


def _check(inwoners: Mapping[str, int], totaal: int, amv: int | None) -> None:
    for gemeente, aantal in inwoners.items():
        if aantal < 0:
            raise RuleError(
                _("{gemeente} heeft {aantal} inwoners; vul 0 of meer in.").format(
                    gemeente=gemeente, aantal=format_number(aantal)
                )
            )
    if totaal < 0:
        raise RuleError(_("Het totaal is {totaal}; vul 0 of meer in.").format(totaal=format_number(totaal)))
    if totaal and not any(inwoners.values()):
        raise RuleError(_("Er zijn geen inwoners om over te verdelen; geef eerst de inwoners per gemeente op."))
    if amv is not None and not 0 <= amv <= totaal:
        raise RuleError(
            _("Het aantal amv is {amv}; vul een getal in van 0 tot en met het totaal, {totaal}.").format(
                amv=format_number(amv), totaal=format_number(totaal)
            )
        )


def _check_samen(inwoners: Mapping[str, int], samen: Sequence[Samen]) -> None:
    times = Counter(lid for pool in samen for lid in pool.leden)
    for gemeente in (*times, *(pool.naar for pool in samen)):
        if gemeente not in inwoners:
            raise RuleError(
                _("{gemeente} moet worden samengeteld, maar staat niet bij de inwoners; controleer de naam.").format(
                    gemeente=gemeente
                )
            )
        if times[gemeente] > 1:
            raise RuleError(_("{gemeente} wordt twee keer samengeteld; noem die één keer.").format(gemeente=gemeente))
    for pool in samen:
        if pool.naar in times:
            raise RuleError(
                _("{gemeente} wordt zelf bij een andere gemeente geteld; kies een andere ontvanger.").format(
                    gemeente=pool.naar
                )
            )


def _eenheden(inwoners: Mapping[str, int], groepen: Mapping[str, Hashable]) -> dict[Eenheid, int]:
    """The inhabitants per unit: gemeenten of one group together, every other on its own."""
    leden: defaultdict[Hashable, list[str]] = defaultdict(list)
    for gemeente in inwoners:
        leden[groepen.get(gemeente, gemeente)].append(gemeente)
    return {tuple(sorted(group)): sum(inwoners[gemeente] for gemeente in group) for group in leden.values()}


def _per_gemeente(delen: Mapping[Eenheid, int], ontvangers: Mapping[str, str]) -> Counter[str]:
    """What each unit got, at the gemeente that receives it."""
    result: Counter[str] = Counter()
    for (gemeente, *_rest), aantal in delen.items():
        result[ontvangers.get(gemeente, gemeente)] += aantal
    return result


def _divide(
    inwoners: Mapping[Eenheid, int], totaal: int, methode: Methode
) -> tuple[Mapping[Eenheid, int], tuple[str, ...], Fraction | None]:
    """The numbers per unit, the gemeenten with an equal claim, the divisor."""
    if methode is Methode.WET:
        return round_up(inwoners, totaal), (), Fraction(sum(inwoners.values()), totaal) if totaal else None
    if methode is Methode.HAMILTON:
        return *largest_remainders(inwoners, totaal), None
    delen, gelijk = deal(inwoners, totaal, _DREMPEL[methode])
    return delen, gelijk, find_divisor(inwoners, delen, _DREMPEL[methode])
