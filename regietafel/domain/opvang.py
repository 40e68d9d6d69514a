"""Places for opvang per gebied: opgave, realisatie and verschil of a kind on a day, as published (domein §4)."""

from __future__ import annotations

import datetime
import re

from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _

OEKRAINE, COA_REGULIER, COA_NOODOPVANG = "oekraine", "coa_regulier", "coa_noodopvang"
CRISISNOODOPVANG, AMV_COA, AMV_NIDOS = "crisisnoodopvang", "amv_coa", "amv_nidos"
SOORTEN = (OEKRAINE, COA_REGULIER, COA_NOODOPVANG, CRISISNOODOPVANG, AMV_COA, AMV_NIDOS)
LAND, PROVINCIE, VEILIGHEIDSREGIO, GEMEENTE = "land", "provincie", "veiligheidsregio", "gemeente"

_NIVEAUS = {"NL": LAND, "PV": PROVINCIE, "VR": VEILIGHEIDSREGIO, "GM": GEMEENTE}
_CODE = re.compile(r"NL00|(PV|VR)\d{2}|GM\d{4}", re.ASCII)


class Opvangcijfer(Record):
    """One kind of opvang in one gebied, in places; None is what the table does not print.

    ``verschil`` is as printed and need not be opgave − realisatie; negative means more than was asked.
    """

    KEY = ("gebied", "soort", "peildatum")

    gebied: str  # PV21, VR05, GM0153, NL00
    soort: str  # one of SOORTEN
    peildatum: datetime.date
    opgave: int | None = None
    realisatie: int | None = None
    verschil: int | None = None
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_gebied(self.gebied)
        if self.soort not in SOORTEN:
            raise RuleError(_("“{soort}” is geen soort opvang.").format(soort=self.soort))
        if all(each is None for each in (self.opgave, self.realisatie, self.verschil)):
            raise RuleError(_("Een regel over opvang bevat ten minste één aantal."))
        if min(self.opgave or 0, self.realisatie or 0) < 0:
            raise RuleError(_("Een aantal plekken kan niet negatief zijn."))


def check_gebied(code: str) -> None:
    """Raises RuleError for what is no code of the country, a provincie, a veiligheidsregio or a gemeente."""
    if not _CODE.fullmatch(code):
        raise RuleError(_("“{code}” is geen code van een gebied; schrijf bijvoorbeeld PV23.").format(code=code))


def niveau(code: str) -> str:
    """What kind of gebied a code is of."""
    return _NIVEAUS[code[:2]]
