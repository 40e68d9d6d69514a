"""Where the reading of one sheet is, and what it has found so far."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from regietafel.domain.periode import Periode
from regietafel.exchange.aantal import read_number
from regietafel.exchange.gelezen import Overgeslagen, Probleem, Regel
from regietafel.exchange.header import Kolommen, place_of
from regietafel.exchange.soort import Kolom, Vraag
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _
from regietafel.reference import Gebied

LEFT_OPEN = _("het aantal ontbreekt")

_ALL = -1


@dataclass
class Reading:
    """One sheet; the attributes change from row to row. ``getallen`` and ``datums``: how texts are written."""

    vel: Blad
    vraag: Vraag
    kolommen: Kolommen | None = None  # None where no table is being read
    getallen: str = "nl"
    datums: str = "dmj"
    mapped: list[Kolom] = field(default_factory=list)  # the columns of the last table, in order
    signed: set[str] = field(default_factory=set)  # those that may be below zero; of two that make one number neither
    hoofd: str = ""  # the value that totals are of
    provincie: Gebied | None = None
    block: int = 0  # goes up at every heading and total
    titel: frozenset[Periode] = frozenset()  # what the title above names, or else the name of the sheet
    above: bool = False  # no table has been read since the title
    rijperiode: frozenset[Periode] = frozenset()  # of a column “Periode”; a merged cell stands beside the first row
    rijdatum: datetime.date | None = None  # of a column “Peildatum”, likewise
    rijdatum_van: str = ""  # the name beside which that day stands
    genoemd: frozenset[Periode] = frozenset()
    data: frozenset[datetime.date] = frozenset()  # that headings name
    eigen: frozenset[datetime.date] = frozenset()  # that the headings of what is read name
    titeldata: frozenset[datetime.date] = frozenset()
    past: bool = False  # a table was of what is asked
    waar: str = ""  # where the first period or day was named
    regels: list[tuple[int, Regel]] = field(default_factory=list)  # each with its block
    sums: dict[int, tuple[int, int]] = field(default_factory=dict)  # rows and their sum, of each block and of all
    problemen: list[Probleem] = field(default_factory=list)
    overgeslagen: list[Overgeslagen] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    @property
    def blad(self) -> str:
        """The name of the sheet."""
        return self.vel.naam

    def begin(self, kolommen: Kolommen) -> None:
        """Below this header the rows of a table begin."""
        self.past = True
        self.kolommen = kolommen
        self.eigen |= kolommen.datums
        self.opmerkingen += kolommen.opmerkingen
        self.mapped = [kolom for kolom in self.vraag.soort.kolommen if kolom.veld in kolommen.velden]
        waarden = [kolom.waarde for kolom in self.mapped]
        self.signed = {kolom.veld for kolom in self.mapped if kolom.negatief and waarden.count(kolom.waarde) == 1}
        self.hoofd = next(naam for naam in self.vraag.soort.nodig if naam in waarden)

    def waarden(self, cells: Mapping[str, Waarde]) -> tuple[dict[str, int | None], list[tuple[str, str]]]:
        """The values of a row, and beside them the columns that cannot be read with the reason why."""
        found: dict[str, int | None] = {}
        problems = []
        for kolom in self.mapped:
            if kolom.datum:
                continue
            found.setdefault(kolom.waarde, None)
            if _open(value := cells.get(kolom.veld)):
                continue
            try:
                aantal = kolom.teken * read_number(value, negatief=kolom.veld in self.signed, getallen=self.getallen)
            except ValueError as error:
                problems.append((kolom.veld, str(error)))
            else:
                found[kolom.waarde] = (found[kolom.waarde] or 0) + aantal
        return found, problems

    def names(self, named: frozenset[Periode], rij: int) -> bool:
        """Note what is named; False when that is only another period than is asked for."""
        if named and not self.waar:
            self.waar = self.place(rij)
        self.genoemd |= named
        return self.vraag.periode is None or not named or self.vraag.periode in named

    def add(self, regel: Regel) -> None:
        """A row that is a gemeente."""
        self.regels.append((self.block, regel))
        for key in (self.block, _ALL):
            rows, som = self.sums.get(key, (0, 0))
            self.sums[key] = rows + 1, som + (regel.waarden.get(self.hoofd) or 0)

    def is_sum(self, aantal: int) -> bool:
        """Whether this is the sum of the rows, two or more, of the block or of the sheet."""
        known = [self.sums.get(key, (0, 0)) for key in (self.block, _ALL)]
        return any(rows > 1 and som == aantal for rows, som in known)

    def skip(self, rij: int, tekst: str, reden: str, aantal: int | None = None) -> None:
        """List a row that is no gemeente; an empty one is not worth it."""
        if tekst or aantal is not None:
            self.overgeslagen.append(Overgeslagen(self.blad, rij, tekst, reden, aantal))

    def refuse(self, rij: int, naam: str, veld: str, melding: str) -> None:
        """List a row that cannot be taken over."""
        self.problemen.append(Probleem(self.blad, rij, naam, veld, melding))

    def remark(self, rij: int, sentence: str) -> None:
        """Say something about a row to the user."""
        self.opmerkingen.append(f"{self.place(rij)}: {sentence}")

    def place(self, rij: int) -> str:
        """Where that is, as the user sees it."""
        return place_of(self.vel, rij)


def _open(value: Waarde) -> bool:
    """What a sheet does not fill in."""
    return value is None or (isinstance(value, str) and value.strip() in {"", "-", "–", "—"})
