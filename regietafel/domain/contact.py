"""Officials and bestuurders that are written to, by their role; which roles get what of a series of meetings."""

from __future__ import annotations

import re
from typing import ClassVar

from regietafel.domain.record import Record, check_naam
from regietafel.domain.verslag import check_partij
from regietafel.errors import RuleError
from regietafel.i18n import _

BESTUURDER, WETHOUDER, AMBTENAAR, SECRETARIAAT, PARTNER = (
    "bestuurder",
    "wethouder",
    "ambtenaar",
    "secretariaat",
    "partner",
)
CONTACTROLLEN = (BESTUURDER, WETHOUDER, AMBTENAAR, SECRETARIAAT, PARTNER)
"""``bestuurder`` is who sits at the table, usually the burgemeester; ``partner`` is of COA, provincie or corporatie."""
LID, INFORMATIE = "lid", "informatie"
WIJZEN = (LID, INFORMATIE)

_WORD, _HOST = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+", r"[A-Za-z0-9-]+"
_MAIL = re.compile(rf"{_WORD}(?:\.{_WORD})*@{_HOST}(?:\.{_HOST})+")  # RFC 5322 dot-atom: no dot begins, ends or doubles


class Contact(Record):
    """Someone in an office; never a person who is housed. Without a name it is the office itself."""

    AT_THE_DOOR = True

    gemeente_id: int | None = None
    organisatie: str = ""
    naam: str = ""
    functie: str = ""
    rol: str = AMBTENAAR  # one of CONTACTROLLEN
    e_mail: str = ""
    telefoon: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_partij(self.gemeente_id, self.organisatie)
        if self.rol not in CONTACTROLLEN:
            raise RuleError(_("“{rol}” is geen rol van een contact.").format(rol=self.rol))
        if not (self.naam.strip() or self.e_mail):
            raise RuleError(_("Vul een naam of een e-mailadres in."))
        if self.naam.strip():
            check_naam(self.naam, "")
        if self.e_mail:
            check_mail(self.e_mail)


class Verzending(Record):
    """Contacts of this role get the agenda of a series: as a member, or for information."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("reeks_id", "rol")

    reeks_id: int
    rol: str  # one of CONTACTROLLEN
    wijze: str  # one of WIJZEN

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.rol not in CONTACTROLLEN or self.wijze not in WIJZEN:
            raise RuleError(_("Een rol krijgt de agenda als lid of ter informatie."))


def is_mail(text: str) -> bool:
    """Whether it is an e-mail address, and nothing but that."""
    return bool(_MAIL.fullmatch(text))


def check_mail(text: str) -> str:
    """The same e-mail address. Raises RuleError when it is none."""
    if not is_mail(text):
        shown = "".join(sign if sign.isprintable() else " " for sign in text[:80])
        raise RuleError(_("“{text}” is geen e-mailadres; schrijf bijvoorbeeld naam@gemeente.nl.").format(text=shown))
    return text
