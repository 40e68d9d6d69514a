"""A table as a command is given it: which file or paste, which sheet, which columns."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from regietafel.cli.kit import DATUM, PAD, F, WrongUsage, als_json, bestand, overnemen, periode_option, together
from regietafel.domain.inlezen import Kolomindeling
from regietafel.errors import RegietafelError
from regietafel.exchange.content import MAX_BYTES
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.indeling import pointed_out
from regietafel.exchange.inlezen import remembered, to_remember
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.spreadsheet import Blad, decode, from_text, read_sheets
from regietafel.i18n import _
from regietafel.ledger import Ledger

_STDIN = Path("-")


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """Where a table is, and how the user says that it must be read."""

    bron: Path
    kolom: tuple[str, ...]
    blad: str

    @property
    def naam(self) -> str:
        """What the log says that the numbers come from."""
        return _("geplakte tabel") if self.bron == _STDIN else self.bron.name

    def sheets(self) -> tuple[Blad, ...]:
        """The sheets to read from. Raises RegietafelError."""
        if self.bron == _STDIN:
            return from_text(decode(sys.stdin.buffer.read(MAX_BYTES + 1), self.naam))
        bladen = read_sheets(self.bron)
        chosen = tuple(each for each in bladen if not self.blad or each.naam == self.blad)
        if not chosen:
            namen = ", ".join(f"“{each.naam}”" for each in bladen)
            raise RegietafelError(_("Er is geen blad “{blad}”; kies uit: {namen}.").format(blad=self.blad, namen=namen))
        return chosen

    def columns(self, soort: Soort) -> dict[str, str]:
        """The columns that the user points out: veld → heading or letter. Raises a usage error."""
        found = {}
        for setting in self.kolom:
            veld, equals, kop = setting.partition("=")
            if not (equals and kop.strip()) or veld not in soort.velden:
                sentence = _("--kolom “{setting}” is niet te lezen; schrijf veld=kop met een van: {namen}.")
                raise WrongUsage(sentence.format(setting=setting, namen=", ".join(soort.velden)))
            found[veld] = kop.strip()
        return found

    def read(self, ledger: Ledger, bladen: Sequence[Blad], vraag: Vraag) -> tuple[Gelezen, Kolomindeling | None]:
        """What is in it; and what to remember of how it was read, when the user pointed out the columns."""
        chosen = self.columns(vraag.soort)
        indeling = pointed_out(bladen, vraag, chosen, self.blad) if chosen else None
        kept = to_remember(indeling, bladen, vraag.soort) if indeling else None
        earlier = None if indeling else remembered(ledger, bladen, vraag.soort)
        gelezen = read(
            bladen,
            vraag.soort,
            vraag.periode,
            peildatum=vraag.peildatum,
            indeling=indeling or earlier,
            eerder=earlier is not None,
            naam=self.naam,
        )
        return gelezen, kept


# For every command that looks into a table.
bron_options = together(
    bestand,
    click.argument("bron", type=PAD),
    click.option("--akkoord", is_flag=True, help=_("Neem de voorgestelde namen over.")),
    click.option(
        "--kolom",
        multiple=True,
        metavar="VELD=KOP",
        help=_("Welke kolom een veld is, met kop of letter; de volgende keer gaat dat vanzelf."),
    ),
    click.option("--blad", default="", metavar="NAAM", help=_("Het blad met de tabel; anders wordt het gezocht.")),
)


def tabel_options(function: F) -> F:
    """For every command that takes over a table."""
    dry = click.option("--droog", is_flag=True, help=_("Laat zien wat er zou gebeuren, schrijf niets."))
    return bron_options(dry(function))


def regel_options(*, periode: bool | None) -> Callable[[F], F]:
    """For a table whose rows stand beside those that are there: a changed number is only taken over when asked.

    ``periode``: whether it is required; None when the table is of none.
    """

    return together(
        tabel_options,
        *[] if periode is None else [periode_option(required=periode)],
        click.option("--peildatum", type=DATUM, metavar="DATUM", help=_("De dag van de telling.")),
        click.option("--bijwerken", is_flag=True, help=_("Neem ook aantallen over die in BESTAND anders zijn.")),
        overnemen,
        als_json,
    )
