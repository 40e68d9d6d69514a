"""Commands that explain: where a number comes from, and why COA says something else."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from regietafel.cli.kit import Opdracht, als_json, bestand, periode_option, print_json, reading
from regietafel.domain.periode import Periode
from regietafel.i18n import _
from regietafel.queries.herkomst import VELDEN, in_words
from regietafel.queries.herkomst import herkomst as query_herkomst
from regietafel.queries.herverdelingen import find_gemeente


@click.command(cls=Opdracht)
@bestand
@periode_option()
@click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code; zonder: het totaal van de tafel."))
@click.option("--veld", default="saldo", metavar="VELD", help=_("Een van: {velden}.").format(velden=", ".join(VELDEN)))
@als_json
def herkomst(bestand: Path, periode: Periode, gemeente: str | None, veld: str, als_json: bool) -> None:
    """Waar komt een getal van de stand vandaan? Toont de regels waaruit het is opgebouwd, met bron en handeling.

    JSON: titel, aantal, zin, regels: [diepte, wat, aantal, telt, bron, handeling, gebruiker, tijd]. De regels die één
    dieper staan en meetellen (telt), tellen op tot de regel erboven; die met diepte 0 tot aantal.
    """
    with reading(bestand) as ledger:
        origin = query_herkomst(ledger, periode, find_gemeente(ledger, gemeente).id if gemeente else None, veld)
    if als_json:
        print_json(asdict(origin))
    else:
        click.echo("\n".join(in_words(origin)))


COMMANDS = (herkomst,)
