"""One sum that was done again, and what comes of it when the outcome is not what is printed."""

from __future__ import annotations

from dataclasses import dataclass

from regietafel.exchange.controle.kop import Kolom
from regietafel.exchange.controle.rij import Rij
from regietafel.i18n import _, format_change, format_number


@dataclass(frozen=True)
class Bevinding:
    """A cell that differs from what its table itself says it should be.

    ``rij`` as the user sees it, None in a file of ours; ``verschil`` is berekend − gedrukt. The three numbers are None
    where a text stands instead of a number. ``melding``: which row, which sum, in Dutch.
    """

    tabel: str
    rij: int | None
    kolom: str
    gedrukt: int | None
    berekend: int | None
    verschil: int | None
    melding: str


@dataclass(frozen=True)
class Som:
    """What was computed for one cell; ``uitleg`` says how, as the beginning of a sentence.

    ``onverklaard``: it is about a stand, of which published figures often do not say all.
    """

    rij: Rij
    kolom: Kolom
    berekend: int
    uitleg: str
    onverklaard: bool = False

    @property
    def gedrukt(self) -> int:
        """What is in the cell."""
        return self.rij.getallen[self.kolom.nummer]

    def bevinding(self, tabel: str) -> Bevinding:
        """The difference, for the user."""
        return bevinding(
            tabel,
            self.rij.nummer,
            self.kolom.kop,
            self.gedrukt,
            self.berekend,
            uitleg=f"{self.rij.label}: {self.uitleg}",
            onverklaard=self.onverklaard,
        )


def bevinding(
    tabel: str, rij: int | None, kolom: str, gedrukt: int, berekend: int, *, uitleg: str, onverklaard: bool = False
) -> Bevinding:
    """A difference between two numbers; ``uitleg`` is the beginning of the sentence."""
    verschil = berekend - gedrukt
    sentence = _("{uitleg} {berekend}; er staat {gedrukt}.")
    if onverklaard:
        sentence = _("{uitleg} {berekend}; er staat {gedrukt}. Onverklaard verschil: {verschil}.")
    melding = sentence.format(
        uitleg=uitleg,
        berekend=format_number(berekend),
        gedrukt=format_number(gedrukt),
        verschil=format_change(verschil),
    )
    return Bevinding(tabel, rij, kolom, gedrukt, berekend, verschil, melding)
