"""The command about opvang: what was published, per gebied."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path

import click

from regietafel.catalog import OPVANGREGEL
from regietafel.cli.kit import DATUM, Opdracht, als_json, bestand, print_json, print_table, reading
from regietafel.i18n import _
from regietafel.queries.opvang import opvangcijfers


@click.command(cls=Opdracht)
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("De cijfers zoals ze op die dag bekend waren."))
@als_json
def opvang(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon de opvang per gebied: opgave, realisatie en verschil.

    Van elke soort opvang telt de nieuwste peildatum; met --op de nieuwste tot en met die dag. Het verschil is zoals
    het in de tabel staat; daarnaast staat de opgave min de realisatie, en wat die twee schelen.

    JSON: een lijst van [gebied, naam, niveau, soort, opgave, realisatie, verschil, berekend, onverklaard, peildatum,
    bron]. gebied is een code: NL00, PV23, VR05, GM0153. niveau is land, provincie, veiligheidsregio of gemeente.
    soort is oekraine, coa_regulier, coa_noodopvang, crisisnoodopvang, amv_coa of amv_nidos.
    """
    with reading(bestand) as ledger:
        regels = opvangcijfers(ledger, op)
    if als_json:
        print_json([{key: value for key, value in asdict(regel).items() if key != "id"} for regel in regels])
    elif regels:
        print_table(OPVANGREGEL, regels)
    else:
        click.echo(_("Er zijn nog geen cijfers over opvang."))


COMMANDS = (opvang,)
