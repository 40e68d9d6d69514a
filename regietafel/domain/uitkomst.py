"""What a calculation comes to, with its steps: amounts in euros, exact.

An amount is computed as a fraction and rounded once, half up, to whole cents; shares of it add up to it exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.afronding import largest_remainders, with_decimals
from regietafel.i18n import format_decimal, format_number


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One step: what is computed, the formula with its numbers, and what comes out; None when that is no amount."""

    omschrijving: str
    formule: str
    bedrag: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Aandeel:
    """Who bears or gets which part."""

    wie: str
    bedrag: Decimal


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What it comes to, None when an amount is unknown; ``delen`` add up to it. ``voorbehoud``: what may change it."""

    onderwerp: str
    bedrag: Decimal | None
    stappen: tuple[Stap, ...]
    delen: tuple[Aandeel, ...] = ()
    voorbehoud: tuple[str, ...] = ()
    bron: str = ""


def verdeeld(bedrag: Decimal, procenten: Mapping[str, int]) -> tuple[Aandeel, ...]:
    """An amount in parts of so many percent, to the cent; the last cents go to the largest remainders."""
    delen, _gelijk = largest_remainders({(wie,): deel for wie, deel in procenten.items()}, int(bedrag * 100))
    return tuple(Aandeel(wie=wie, bedrag=Decimal(cents).scaleb(-2)) for (wie,), cents in delen.items())


def euro(bedrag: Decimal | int | None) -> str:
    """``€ 1.234`` or ``€ 1.234,50``: cents only where there are any."""
    if bedrag is None:
        return format_number(None)
    whole = bedrag == int(bedrag)
    return f"€ {format_number(int(bedrag)) if whole else format_decimal(with_decimals(Fraction(bedrag), 2))}"


def cents(bedrag: Fraction) -> Decimal:
    """To whole cents, half up."""
    return with_decimals(bedrag, 2)
