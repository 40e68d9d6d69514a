"""The command that does the sums of a table again."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from regietafel.cli.kit import PAD, Opdracht, als_json, print_json, reading
from regietafel.exchange.controle.bestand import controleer_bestand
from regietafel.exchange.controle.nakijken import Bevinding
from regietafel.exchange.controle.nakijken import controleer as controleer_bladen
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.i18n import _, format_number
from regietafel.ledger import SUFFIX


@click.command(cls=Opdracht)
@click.argument("bron", type=PAD, nargs=-1, required=True, metavar="BESTAND|BRON...")
@als_json
def controleer(bron: tuple[Path, ...], als_json: bool) -> None:
    """Reken een officiële tabel na: totalen, verschillen, standen, gebieden en de verdeelsleutel.

    BRON is een rekenblad (xlsx, xls, ods of csv); van meer bestanden samen worden ook de sommen per gebied vergeleken.
    Van een BESTAND van Regietafel worden de cijfers erin nagerekend. Er verandert niets; een bevinding is een vraag aan
    de bron. De afsluitcode is ook dan 0.

    JSON: bevindingen: [tabel, rij, kolom, gedrukt, berekend, verschil, melding]. rij is de rij in het rekenblad, null
    in een BESTAND; verschil is berekend − gedrukt. De drie getallen zijn null als er tekst staat in plaats van een
    getal.
    """
    ledgers = [path for path in bron if path.suffix == SUFFIX]
    sources = [path for path in bron if path.suffix != SUFFIX]
    found: list[Bevinding] = []
    for path in ledgers:
        with reading(path) as ledger:
            found += controleer_bestand(ledger)
    if sources:
        found += controleer_bladen([blad for path in sources for blad in read_sheets(path)])
    if als_json:
        print_json({"bevindingen": [asdict(each) for each in found]})
        return
    for each in found:
        where = [each.tabel, *([_("rij {rij}").format(rij=each.rij)] if each.rij else []), each.kolom]
        click.echo(f"{', '.join(where)}: {each.melding}")
    click.echo(
        _("{n} bevindingen.").format(n=format_number(len(found)))
        if len(found) > 1
        else _("1 bevinding.")
        if found
        else _("Geen verschillen gevonden.")
    )


COMMANDS = (controleer,)
