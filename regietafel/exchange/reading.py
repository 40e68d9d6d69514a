"""Where the reading of one sheet is, and what it has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from regietafel.domain.periode import Periode
from regietafel.exchange.gelezen import Overgeslagen, Probleem, Regel
from regietafel.exchange.header import Kolommen
from regietafel.i18n import _
from regietafel.reference import Gebied

_ALL = -1


@dataclass
class Reading:
    """One sheet; the attributes change from row to row."""

    blad: str
    periode: Periode | None
    kolommen: Kolommen | None = None  # None where no table is being read
    provincie: Gebied | None = None
    block: int = 0  # goes up at every heading and total
    titel: frozenset[Periode] = frozenset()  # what the title above names, or else the name of the sheet
    above: bool = False  # no table has been read since the title
    rijperiode: frozenset[Periode] = frozenset()  # of a column “Periode”; a merged cell stands beside the first row
    genoemd: frozenset[Periode] = frozenset()
    waar: str = ""  # where the first period was named
    regels: list[tuple[int, Regel]] = field(default_factory=list)  # each with its block
    sums: dict[int, tuple[int, int]] = field(default_factory=dict)  # rows and their sum, of each block and of all
    problemen: list[Probleem] = field(default_factory=list)
    overgeslagen: list[Overgeslagen] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    def names(self, named: frozenset[Periode], rij: int) -> bool:
        """Note what is named; False when that is only another period than is asked for."""
        if named and not self.waar:
            self.waar = self.place(rij)
        self.genoemd |= named
        return self.periode is None or not named or self.periode in named

    def add(self, regel: Regel) -> None:
        """A row that is a gemeente."""
        self.regels.append((self.block, regel))
        for key in (self.block, _ALL):
            rows, som = self.sums.get(key, (0, 0))
            self.sums[key] = rows + 1, som + regel.aantal

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
        return _("{blad}, rij {rij}").format(blad=self.blad, rij=rij)
