"""What an import would do: a row for every row of the sheet, and the sums one compares."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Taakstellingsversie

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
    """One row of the sheet, in persons. ``naam`` is as printed; ``gemeente`` what it is taken for (or proposed)."""

    blad: str
    rij: int
    naam: str
    uitkomst: Uitkomst
    gm_code: str | None = None
    gemeente: str = ""
    gemeente_id: int | None = None
    aantal: int | None = None
    amv: int | None = None
    inwoners: int | None = None
    oud_aantal: int | None = None
    oud_amv: int | None = None
    oud_inwoners: int | None = None
    melding: str = ""
    veld: str = ""  # the column the sentence is about

    @property
    def plek(self) -> Plek:
        """The key of this row in ``keuzes``."""
        return (self.blad, self.rij)


@dataclass(frozen=True, kw_only=True)
class Importplan:
    """What an import would do, row by row in the order of the sheet."""

    periode: Periode
    datum: datetime.date
    rijen: tuple[Planrij, ...]
    ontbreekt: tuple[str, ...]  # gemeenten of the open file without a row
    versie: Taakstellingsversie | None  # the version of this periode and datum, when it is there already

    @property
    def regels(self) -> tuple[tuple[int, int, int | None, int | None], ...]:
        """What to write: gemeente_id, aantal, amv, inwoners. A new version is written whole, equal rows included."""
        write = {Uitkomst.NIEUW, Uitkomst.GEWIJZIGD} if self.versie else TELT
        return tuple(
            (rij.gemeente_id, rij.aantal, rij.amv, rij.inwoners)
            for rij in self.rijen
            if rij.uitkomst in write and rij.gemeente_id is not None and rij.aantal is not None
        )

    def writes(self, landelijk: int | None) -> bool:
        """Whether importing with this national number would change anything."""
        new_number = self.versie is not None and landelijk not in (None, self.versie.landelijk)
        return bool(self.regels) or new_number

    @property
    def overgenomen(self) -> int:
        """How many rows are in the ledger as the sheet has them, once written."""
        return sum(rij.uitkomst in TELT for rij in self.rijen)

    @property
    def aantallen(self) -> dict[Uitkomst, int]:
        """How many rows have each outcome; zeros included."""
        counted = Counter(rij.uitkomst for rij in self.rijen)
        return {uitkomst: counted[uitkomst] for uitkomst in Uitkomst}

    @property
    def som(self) -> int:
        """The taakstelling over the gemeenten of the open file."""
        return sum(rij.aantal or 0 for rij in self.rijen if rij.uitkomst in TELT)

    @property
    def som_bestand(self) -> int:
        """The taakstelling over every row that could be read: the whole country in a circulaire."""
        return sum(rij.aantal or 0 for rij in self.rijen)

    @property
    def problemen(self) -> tuple[Planrij, ...]:
        """Rows that cannot be taken over as they are."""
        return tuple(rij for rij in self.rijen if rij.uitkomst is Uitkomst.PROBLEEM)

    @property
    def voorstellen(self) -> tuple[Planrij, ...]:
        """Rows that wait for the user."""
        return tuple(rij for rij in self.rijen if rij.uitkomst is Uitkomst.VOORSTEL)
