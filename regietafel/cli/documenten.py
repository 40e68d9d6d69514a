"""The command that makes the documents of an agreement."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.cli.kit import DATUM, PAD, Opdracht, bestand, reading
from regietafel.documents.soorten import SOORTEN
from regietafel.i18n import _, today
from regietafel.queries.herverdelingen import find


@click.command(cls=Opdracht)
@bestand
@click.option("--herverdeling", "kenmerk", required=True, metavar="KENMERK", help=_("De herverdeling."))
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option(
    "--soort",
    "soorten",
    multiple=True,
    type=click.Choice(list(SOORTEN)),
    help=_("Alleen deze soort; mag vaker. Anders alle."),
)
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op de brieven; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang documenten die al in de map staan."))
def documenten(
    bestand: Path,
    kenmerk: str,
    naar: Path,
    soorten: tuple[str, ...],
    datum: datetime.date | None,
    overschrijven: bool,
) -> None:
    """Maak de documenten bij een herverdeling als PDF.

    Per gemeente: collegevoorstel (tot haar college heeft besloten), besluit, tekst voor de bekendmaking en
    raadsinformatiebrief. Voor allen samen: het gezamenlijk besluit en de kennisgevingen aan het COA, de provincie en de
    ministeries van A&M en VRO.
    """
    from regietafel.documents.maken import write_stukken
    from regietafel.documents.reeks import make_reeks, open_ends

    with reading(bestand) as ledger:
        id, datum = find(ledger, kenmerk).id, datum or today()
        reeks, missing = make_reeks(ledger, id, datum, soorten), open_ends(ledger, id, datum, soorten)
    for path in write_stukken(reeks.complete(), naar, overwrite=overschrijven).paden:
        click.echo(path)
    for text in missing:
        click.echo(_("Nog open: {text}.").format(text=text), err=True)
