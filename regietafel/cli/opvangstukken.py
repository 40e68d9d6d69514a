"""The command that makes the documents about opvang: for the agenda, and for the commissaris van de Koning."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import click

from regietafel.cli.documenten import tell
from regietafel.cli.kit import DATUM, PAD, Opdracht, WrongUsage, als_json, bestand, op_option, registering
from regietafel.i18n import _, format_date, today

_SOORTEN = ("stand-opvang", "overzicht-commissaris")  # as in documents.opvangreeks, which is loaded when it is needed


@click.command(name="opvangstukken", cls=Opdracht)
@bestand
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option(
    "--soort",
    "soorten",
    multiple=True,
    type=click.Choice(_SOORTEN),
    help=_("Alleen deze soort; mag vaker. Anders allebei."),
)
@op_option
@click.option("--tot", type=DATUM, metavar="DATUM", help=_("Tot en met deze maand vooruit; anders een jaar."))
@click.option("--docx", is_flag=True, help=_("Als Word in plaats van PDF."))
@click.option("--odt", is_flag=True, help=_("Als OpenDocument in plaats van PDF."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op de documenten; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang documenten die al in de map staan."))
@als_json
def opvangstukken(
    bestand: Path,
    naar: Path,
    soorten: tuple[str, ...],
    op: datetime.date | None,
    tot: datetime.date | None,
    docx: bool,
    odt: bool,
    datum: datetime.date | None,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak de documenten over opvang, standaard als PDF.

    stand-opvang is de stand van zaken voor bij de agenda: opgave, realisatie en verschil per gebied, de eigen telling,
    en wat erbij komt en eindigt. overzicht-commissaris noemt per locatie het besluit van de raad. Wat is gemaakt, komt
    in het register. Wat niet te maken is, staat met de reden op stderr; de rest wordt gemaakt en de afsluitcode is 1.

    JSON: bestanden: een lijst met bestand, soort, voor en sha256; mislukt: een lijst met wat en reden; nog_open en
    meldingen: zinnen; geregistreerd: of het in het register staat.
    """
    from regietafel.documents.maken import keep, write_stukken
    from regietafel.documents.opvangreeks import make_opvangstukken

    if docx and odt:
        raise WrongUsage(_("Kies --docx of --odt, niet allebei."))
    dag = op or today()
    if tot and tot < dag:
        raise WrongUsage(_("--tot: {tot} ligt vóór {dag}.").format(tot=format_date(tot), dag=format_date(dag)))
    vorm = "docx" if docx else "odt" if odt else "pdf"
    with registering(bestand) as ledger:
        reeks = make_opvangstukken(ledger, dag, datum or today(), tot=tot, soorten=soorten or _SOORTEN)
        made = write_stukken(reeks.stukken, naar, vorm=vorm, overwrite=overschrijven)
        keep(ledger, made.geschreven)
        tell(replace(made, mislukt=(*reeks.mislukt, *made.mislukt)), als_json=als_json, read_only=ledger.read_only)


COMMANDS = (opvangstukken,)
