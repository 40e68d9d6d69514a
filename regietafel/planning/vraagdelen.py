"""The households of the table by size against the norms of the demand, and the homes there are for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.afronding import with_decimals
from regietafel.domain.norm import VRAAG_GROOT, VRAAG_KLEIN, VRAAG_MIDDEN

GROEPEN: Mapping[str, tuple[str, ...]] = {
    VRAAG_KLEIN: ("alleen", "duo"),
    VRAAG_MIDDEN: ("3-5",),
    VRAAG_GROOT: ("6", "7+"),  # the norm speaks of more than 7, but with it the norms add up to everyone
}
"""The kinds of household each norm of the demand is about; amv and medisch stand outside it."""
OP_GROOTTE = tuple(maat for maten in GROEPEN.values() for maat in maten)
"""From small to large."""


@dataclass(frozen=True, kw_only=True)
class Vraagdeel:
    """A group of households of the table against its norm, in percent to one decimal; None without households."""

    norm_sleutel: str
    maten: tuple[str, ...]
    huishoudens: int
    aandeel: Decimal | None
    norm: int | None
    woningen: int  # free and expected
    aandeel_woningen: Decimal | None

    @property
    def verschil(self) -> int:
        """Households − homes: + is short."""
        return self.huishoudens - self.woningen


def vraagdelen(
    huishoudens: Mapping[str, int], woningen: Mapping[str, int], normen: Mapping[str, int]
) -> tuple[Vraagdeel, ...]:
    """``huishoudens`` and ``woningen`` per kind of household, ``normen`` in percent by their sleutel."""
    counts = {
        sleutel: (sum(huishoudens.get(maat, 0) for maat in maten), sum(woningen.get(maat, 0) for maat in maten))
        for sleutel, maten in GROEPEN.items()
    }
    all_asked, all_homes = (sum(pair[k] for pair in counts.values()) for k in (0, 1))
    return tuple(
        Vraagdeel(
            norm_sleutel=sleutel,
            maten=GROEPEN[sleutel],
            huishoudens=asked,
            aandeel=_percent(asked, all_asked),
            norm=normen.get(sleutel),
            woningen=homes,
            aandeel_woningen=_percent(homes, all_homes),
        )
        for sleutel, (asked, homes) in counts.items()
    )


def _percent(part: int, whole: int) -> Decimal | None:
    return with_decimals(Fraction(100 * part, whole), 1) if whole else None
