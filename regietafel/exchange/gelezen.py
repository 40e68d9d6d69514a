"""What was read from a file: the rows of gemeenten, and everything beside them with the reason why."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.i18n import _
from regietafel.reference import gemeenten

LAND = _("totaal van het land")  # why a row is no gemeente
_WHOLE_COUNTRY = 0.8  # of the gemeenten that are known now; there were more of them once

Waarden = Mapping[str, int | None]  # persons, by name of the value; None is what the sheet leaves open


@dataclass(frozen=True)
class Regel:
    """One gemeente as printed; ``rij`` counts from 1, as the user sees it. ``peildatum``: of a column of its own.

    Of a gebied also its ``niveau`` when the row says so, and the heading (``kop``) above the names.
    """

    blad: str
    rij: int
    naam: str
    gm_code: str | None
    waarden: Waarden
    provincie: str = ""
    peildatum: datetime.date | None = None
    niveau: str = ""
    kop: str = ""


@dataclass(frozen=True)
class Probleem:
    """Why a row cannot be taken over; ``veld`` is gemeente, periode or a column of the kind of table."""

    blad: str
    rij: int
    naam: str
    veld: str
    melding: str


@dataclass(frozen=True)
class Overgeslagen:
    """A row that is no gemeente: a total, a heading, a note."""

    blad: str
    rij: int
    tekst: str
    reden: str
    aantal: int | None = None


@dataclass(frozen=True)
class Gelezen:
    """What a file holds, in its order; ``bladen`` are the sheets with such a table.

    ``peildatum``: the day that the heading, the rows or else the title names, when it is one.
    """

    bladen: tuple[str, ...]
    regels: tuple[Regel, ...]
    problemen: tuple[Probleem, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    opmerkingen: tuple[str, ...] = ()  # sentences: what was left out, what one must look at
    soort: Soort = TAAKSTELLING
    peildatum: datetime.date | None = None

    @property
    def hoofd(self) -> str:
        """The value that totals are of."""
        present = {naam for regel in self.regels for naam, aantal in regel.waarden.items() if aantal is not None}
        return next((naam for naam in self.soort.nodig if naam in present), self.soort.nodig[0])

    @property
    def whole_country(self) -> bool:
        """Whether this is a list of all gemeenten, so that its total is the national number."""
        rows = {(regel.blad, regel.rij) for regel in self.regels}
        rows |= {(probleem.blad, probleem.rij) for probleem in self.problemen}
        return len(rows) >= _WHOLE_COUNTRY * len(gemeenten())

    @property
    def som(self) -> int:
        """The taakstelling (or what else the table is of) over all readable rows."""
        hoofd = self.hoofd
        return sum(regel.waarden.get(hoofd) or 0 for regel in self.regels)

    @property
    def gedrukt_totaal(self) -> int | None:
        """The total as the file prints it; it can differ from :attr:`som`."""
        totals = [row.aantal for row in self.overgeslagen if row.reden == LAND and row.aantal is not None]
        return totals[-1] if totals else None
