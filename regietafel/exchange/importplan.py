"""What an import would do: a row for every row of the sheet, and the sums one compares."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regietafel.domain.inlezen import Alias
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Taakstellingsversie
from regietafel.exchange.namen import without_mark
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import TAAKSTELLING

Plek = tuple[str, int]  # sheet and row: what a choice of the user is about


class Uitkomst(StrEnum):
    """What would happen to a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "gelijk"
    BUITEN = "buiten dit bestand"  # a gemeente the open file does not have
    VOORSTEL = "voorstel"  # the user decides
    PROBLEEM = "probleem"
    OVERGESLAGEN = "overgeslagen"  # by the user


TELT = {Uitkomst.NIEUW, Uitkomst.GEWIJZIGD, Uitkomst.GELIJK}


@dataclass(frozen=True, kw_only=True)
class Planrij:
    """One row of the sheet, in persons. ``naam`` is as printed; ``gemeente`` what it is taken for (or proposed).

    ``hoofd`` is the value that the row is about. ``schrijft``: importing writes this row; a changed one only when the
    user takes it over. ``bevestigd``: the user said which gemeente the name means. In a table of gebieden ``gemeente``
    and ``gm_code`` are those of the gebied.
    """

    blad: str
    rij: int
    naam: str
    uitkomst: Uitkomst
    gm_code: str | None = None
    gemeente: str = ""
    gemeente_id: int | None = None
    waarden: Mapping[str, int | None] = field(default_factory=dict)
    oud: Mapping[str, int | None] = field(default_factory=dict)
    peildatum: datetime.date | None = None
    hoofd: str = ""
    melding: str = ""
    veld: str = ""  # the column the sentence is about
    schrijft: bool = False
    bevestigd: bool = False

    @property
    def plek(self) -> Plek:
        """The key of this row in ``keuzes`` and ``bijwerken``."""
        return (self.blad, self.rij)

    @property
    def aantal(self) -> int | None:
        """The number that the row is about."""
        return self.waarden.get(self.hoofd)

    @property
    def oud_aantal(self) -> int | None:
        """The number that stands in the open file now."""
        return self.oud.get(self.hoofd)

    @property
    def verschillen(self) -> dict[str, tuple[int | None, int | None]]:
        """Which numbers would become another: what stands in the open file now, and what is in the sheet."""
        new = {naam: aantal for naam, aantal in self.waarden.items() if aantal is not None}
        return {naam: (self.oud[naam], new[naam]) for naam in self.oud if naam in new and new[naam] != self.oud[naam]}


@dataclass(frozen=True, kw_only=True)
class Importplan:
    """What an import would do, row by row in the order of the sheet.

    ``datum``: of publication of a taakstelling, else the peildatum of the rows that have none of their own.
    """

    soort: Soort = TAAKSTELLING
    periode: Periode | None
    datum: datetime.date | None
    rijen: tuple[Planrij, ...]
    ontbreekt: tuple[str, ...]  # gemeenten of the open file without a row
    versie: Taakstellingsversie | None = None  # that of this periode and datum, when it is there already

    @property
    def regels(self) -> tuple[tuple[int, int, int | None, int | None], ...]:
        """Of a taakstelling what to write: gemeente_id, aantal, amv, inwoners."""
        return tuple(
            (rij.gemeente_id, rij.aantal, rij.waarden.get("amv"), rij.waarden.get("inwoners"))
            for rij in self.rijen
            if rij.schrijft and rij.gemeente_id is not None and rij.aantal is not None
        )

    @property
    def aliassen(self) -> tuple[Alias, ...]:
        """The names of which the user said what they mean."""
        return tuple(
            Alias(naam=without_mark(rij.naam) or rij.naam, gm_code=rij.gm_code)
            for rij in self.rijen
            if rij.bevestigd and rij.gm_code and rij.uitkomst in TELT | {Uitkomst.BUITEN}
        )

    def writes(self, landelijk: int | None = None) -> bool:
        """Whether importing (with this national number) would change anything."""
        new_number = self.versie is not None and landelijk not in (None, self.versie.landelijk)
        return any(rij.schrijft for rij in self.rijen) or new_number

    @property
    def overgenomen(self) -> int:
        """How many rows are of gemeenten that can be taken over."""
        return sum(rij.uitkomst in TELT for rij in self.rijen)

    @property
    def niet_bijgewerkt(self) -> tuple[Planrij, ...]:
        """Rows with another number than the open file has, which stays as it is."""
        return tuple(rij for rij in self.rijen if rij.uitkomst is Uitkomst.GEWIJZIGD and not rij.schrijft)

    @property
    def aantallen(self) -> dict[Uitkomst, int]:
        """How many rows have each outcome; zeros included."""
        counted = Counter(rij.uitkomst for rij in self.rijen)
        return {uitkomst: counted[uitkomst] for uitkomst in Uitkomst}

    @property
    def som(self) -> int:
        """The sum over the gemeenten of the open file."""
        return sum(rij.aantal or 0 for rij in self.rijen if rij.uitkomst in TELT)

    @property
    def som_bestand(self) -> int:
        """The sum over every row that could be read: the whole country in a circulaire."""
        return sum(rij.aantal or 0 for rij in self.rijen)

    @property
    def problemen(self) -> tuple[Planrij, ...]:
        """Rows that cannot be taken over as they are."""
        return tuple(rij for rij in self.rijen if rij.uitkomst is Uitkomst.PROBLEEM)

    @property
    def voorstellen(self) -> tuple[Planrij, ...]:
        """Rows that wait for the user."""
        return tuple(rij for rij in self.rijen if rij.uitkomst is Uitkomst.VOORSTEL)
