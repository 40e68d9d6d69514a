"""What a gemeente wants of an uitruil: limits that every proposal keeps.

Source: the colleges decide themselves what they hand over and take over (Huisvestingswet 2014, art. 29 lid 2).
"""

from __future__ import annotations

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.domain.regio import check_gm_code
from regietafel.errors import RuleError
from regietafel.i18n import _


class Grens(Record):
    """The limits of one gemeente in one half-year, in persons; None is no limit, 0 is not at all.

    ``partners`` are the GM-codes it trades with, separated by spaces; empty is everyone. ``minimum`` is the smallest
    overdracht it takes part in.
    """

    AT_THE_DOOR = True
    KEY = ("gemeente_id", "periode")

    gemeente_id: int
    periode: Periode
    max_afstaan: int | None = None
    max_overnemen: int | None = None
    partners: str = ""
    minimum: int | None = None
    toelichting: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_afstaan is not None and self.max_afstaan < 0:
            raise RuleError(_("Hoeveel een gemeente wil afstaan kan niet negatief zijn; schrijf 0 voor niets."))
        if self.max_overnemen is not None and self.max_overnemen < 0:
            raise RuleError(_("Hoeveel een gemeente wil overnemen kan niet negatief zijn; schrijf 0 voor niets."))
        if self.minimum is not None and self.minimum < 1:
            raise RuleError(_("De kleinste overdracht is minstens 1 persoon."))
        for code in self.codes:
            check_gm_code(code)

    @property
    def codes(self) -> frozenset[str]:
        """The GM-codes of ``partners``; none means everyone."""
        return frozenset(self.partners.split())

    @property
    def is_empty(self) -> bool:
        """Whether it limits nothing."""
        return not self.partners.strip() and (self.max_afstaan, self.max_overnemen, self.minimum) == (None, None, None)
