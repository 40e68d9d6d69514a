"""Inhabitants, and gemeenten that merge: what a taakstelling is divided by (Huisvestingswet 2014, art. 29 lid 1)."""

from __future__ import annotations

import datetime

from regietafel.domain.record import Record
from regietafel.domain.regio import check_gm_code
from regietafel.errors import RuleError
from regietafel.i18n import _


class Inwoners(Record):
    """Inhabitants of a gemeente on 1 January, anywhere in the country: entered or read in, it overrules what ships."""

    KEY = ("gm_code", "peildatum")

    gm_code: str
    peildatum: datetime.date
    aantal: int
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_gm_code(self.gm_code)
        if self.aantal < 0:
            raise RuleError(_("Het aantal inwoners kan niet negatief zijn."))


class Herindeling(Record):
    """From ``datum`` on, the gemeente ``oud`` is part of ``nieuw``."""

    oud: str
    nieuw: str
    datum: datetime.date
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_gm_code(self.oud)
        check_gm_code(self.nieuw)
        if self.oud == self.nieuw:
            raise RuleError(_("Een gemeente kan niet in zichzelf opgaan; kies een andere nieuwe gemeente."))
