"""Corporaties and others who build or let, what was agreed with them, and who else waits for the same homes."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from regietafel.domain.record import Record, check_naam
from regietafel.errors import RuleError
from regietafel.i18n import _, format_decimal

VERGUNNINGHOUDERS = "vergunninghouders"
_JAREN = range(1990, 2201)


class Partner(Record):
    """A corporatie, or another who provides homes."""

    AT_THE_DOOR = True

    naam: str
    contact: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_naam(self.naam, _("Geef de partner een naam."))


class Prestatieafspraak(Record):
    """What a partner and a gemeente agreed for a year: a share or a number of the homes that become free."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("partner_id", "gemeente_id", "jaar", "doelgroep")

    partner_id: int
    gemeente_id: int
    jaar: int
    doelgroep: str = VERGUNNINGHOUDERS
    woningen: int | None = None  # let by this partner in this gemeente
    promille: int | None = None  # mutatiegraad: of a thousand homes so many become free in a year
    aandeel: int | None = None  # percent of those, for the doelgroep
    aantal: int | None = None  # or so many homes
    gerealiseerd: int | None = None
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.jaar not in _JAREN:
            raise RuleError(_("Het jaar {jaar} kan niet kloppen.").format(jaar=self.jaar))
        if not self.doelgroep.strip():
            raise RuleError(_("Schrijf voor wie de afspraak is."))
        numbers = (self.woningen, self.promille, self.aandeel, self.aantal, self.gerealiseerd)
        if any(each is not None and each < 0 for each in numbers):
            raise RuleError(_("Een aantal kan niet negatief zijn."))
        if (self.promille or 0) > 1000 or (self.aandeel or 0) > 100:
            raise RuleError(_("De mutatiegraad is hooguit 100 % en het aandeel hooguit 100 %."))
        if self.aandeel is None and self.aantal is None:
            raise RuleError(_("Een prestatieafspraak noemt een aandeel of een aantal woningen."))

    @property
    def mutatiegraad(self) -> Decimal | None:
        """In percent, to one decimal."""
        return None if self.promille is None else Decimal(self.promille).scaleb(-1)

    @property
    def afgesproken(self) -> int | None:
        """Homes: the number, or else the share of what becomes free, rounded down; None when that is not known."""
        if self.aantal is not None:
            return self.aantal
        if None in (self.woningen, self.promille, self.aandeel):
            return None
        return (self.woningen or 0) * (self.promille or 0) * (self.aandeel or 0) // 100_000


class Aandachtsgroep(Record):
    """Households of another group that wait for the same homes in a gemeente in a year: only their number."""

    KEY: ClassVar[tuple[str, ...]] = ("gemeente_id", "jaar", "groep")

    gemeente_id: int
    jaar: int
    groep: str
    aantal: int
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.jaar not in _JAREN:
            raise RuleError(_("Het jaar {jaar} kan niet kloppen.").format(jaar=self.jaar))
        if not self.groep.strip():
            raise RuleError(_("Schrijf om welke groep het gaat."))
        if self.aantal < 0:
            raise RuleError(_("Een aantal kan niet negatief zijn."))


def promille(mutatiegraad: Decimal | None) -> int | None:
    """A mutatiegraad in percent as it is stored. Raises RuleError for more than one decimal."""
    if mutatiegraad is None:
        return None
    if (number := mutatiegraad.scaleb(1)) != int(number):
        told = format_decimal(mutatiegraad)
        raise RuleError(_("Schrijf de mutatiegraad met hooguit één cijfer achter de komma, niet {n} %.").format(n=told))
    return int(number)
