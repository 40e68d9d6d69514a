"""How the documents of a gemeente, or of the table, look."""

from __future__ import annotations

import re
from typing import ClassVar

from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _

VENSTERS = ("links", "rechts")
LOGO_BREEDTES = range(15, 81)  # mm
BINDMARGES = range(21)  # mm
MAX_AFZENDER, MAX_VOETTEKST = 8, 3  # lines
MAX_REGEL = 100  # characters of such a line


class Huisstijl(Record):
    """Of a gemeente, or of the table when ``gemeente_id`` is None. Files are named by their sha-256."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("gemeente_id",)

    gemeente_id: int | None = None
    logo: str | None = None  # an opaque PNG
    logo_tekst: str = ""
    logo_breedte: int = 45
    kleur: str = ""
    letter: str = ""
    letter_licentie: str = ""
    gewoon: str | None = None
    vet: str | None = None
    cursief: str | None = None
    afzender: str = ""
    voettekst: str = ""
    venster: str = "links"
    bindmarge: int = 0
    word: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.kleur and not re.fullmatch(r"#[0-9A-F]{6}", self.kleur):
            raise RuleError(_("“{kleur}” is geen kleur; schrijf bijvoorbeeld #1D4ED8.").format(kleur=self.kleur))
        if self.logo and not self.logo_tekst.strip():
            raise RuleError(_("Beschrijf het logo voor wie het niet ziet, bijvoorbeeld “Logo gemeente Borne”."))
        if self.logo_breedte not in LOGO_BREEDTES:
            raise RuleError(_("Een logo is 15 tot 80 mm breed."))
        if self.venster not in VENSTERS:
            raise RuleError(_("Het adres staat links of rechts in het venster."))
        if self.bindmarge not in BINDMARGES:
            raise RuleError(_("De extra bindmarge is 0 tot 20 mm."))
        if (self.vet or self.cursief) and not self.gewoon:
            raise RuleError(_("Kies eerst de gewone letter; vet en cursief horen daarbij."))
        _check_lines(_("Het afzenderblok"), self.afzender, MAX_AFZENDER)
        _check_lines(_("De voettekst"), self.voettekst, MAX_VOETTEKST)


def _check_lines(what: str, text: str, most: int) -> None:
    lines = text.strip().splitlines()
    if len(lines) > most or any(len(line) > MAX_REGEL for line in lines):
        raise RuleError(
            _("{wat} heeft hooguit {regels} regels van {tekens} tekens.").format(
                wat=what, regels=most, tekens=MAX_REGEL
            )
        )
