"""The region: its table, its gemeenten and those it writes to."""

from __future__ import annotations

import re

from regietafel.domain.record import Gegeven, Record
from regietafel.errors import RuleError
from regietafel.i18n import _


class Regio(Record):
    """The regietafel this file belongs to; one per file. Chair and secretary are officials, never housed persons."""

    naam: str
    provincie: str = ""
    veiligheidsregio: str = ""
    voorzitter: str = ""
    secretaris: str = ""
    postadres: str = ""
    postcode: str = ""
    plaats: str = ""
    e_mail: str = ""
    telefoon: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.naam.strip():
            raise RuleError(_("Geef de regietafel een naam."))


class Gemeente(Record):
    """A gemeente in this file: a member of the table, or one it deals with from outside (``lid`` is False)."""

    gm_code: str
    naam: str
    provincie: str = ""
    lid: bool = True
    postadres: str = ""
    postcode: str = ""
    plaats: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_gm_code(self.gm_code)
        if not self.naam.strip():
            raise RuleError(_("Geef de gemeente een naam."))


def check_gm_code(code: str) -> None:
    """Raises RuleError for what is no CBS code of a gemeente."""
    if not re.fullmatch(r"GM\d{4}", code, re.ASCII):
        raise RuleError(_("“{code}” is geen gemeentecode; schrijf bijvoorbeeld GM0153.").format(code=code))


class Adressaat(Gegeven):
    """An organisation letters go to."""

    sleutel: str  # "coa": what the program looks it up by
    organisatie: str
    onderdeel: str = ""
    postadres: str = ""
    postcode: str = ""
    plaats: str = ""
