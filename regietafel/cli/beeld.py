"""Commands that show how the table stands: a picture as a file, and the document for the agenda."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.cli.documenten import tell
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    op_option,
    periode_option,
    print_json,
    reading,
    registering,
)
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.figures.svg import to_svg
from regietafel.files import write_files
from regietafel.i18n import _, today
from regietafel.planning.figuren import PLEKKEN, SOORTEN, Beeld
from regietafel.planning.figuren import figuur as make_figuur
from regietafel.planning.kort import dag_van
from regietafel.queries.gemeenten import find_gemeente

_SIZE = (800.0, 500.0)


@click.command(cls=Opdracht)
@bestand
@click.option("--soort", type=click.Choice(list(SOORTEN)), required=True, help=_("Welke afbeelding."))
@periode_option(required=False)
@op_option
@click.option(
    "--gemeente", metavar="NAAM", help=_("Eén gemeente, bij schema, verloop en tijdlijn; zonder: de hele tafel.")
)
@click.option("--naar", type=PAD, required=True, metavar="X.svg", help=_("Het bestand om te schrijven."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al is."))
@als_json
def figuur(
    bestand: Path,
    soort: str,
    periode: Periode | None,
    op: datetime.date | None,
    gemeente: str | None,
    naar: Path,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak een grafiek of kaart als SVG-bestand.

    De soorten over opvang en wonen (tijdlijn, stapel en kaart) laten de dag --op zien, anders vandaag; bij de andere
    hoort --periode.

    JSON: bestand, titel, zin, rijen: de tabel achter de afbeelding, met per rij waarover zij gaat (gemeente, periode of
    datum) en de getallen. Bij tijdlijn: groep (de gemeente), naam, soort, staat, aantal, begin, einde, termijn. Bij
    stapel: datum, soort, zeker, verwacht, opgave. Bij de kaarten van opvang en woonvormen: gemeente, aantal, nu en
    komend.
    """
    if naar.suffix.lower() != ".svg":
        raise RegietafelError(_("{naam}: kies een naam die eindigt op .svg.").format(naam=naar.name))
    if naar.exists() and not overschrijven:
        raise RegietafelError(_("{naam} bestaat al. Kies een andere naam.").format(naam=naar.name))
    if periode is None and soort not in PLEKKEN:
        raise WrongUsage(_("Geef ook: {names}.").format(names="--periode"))
    dag = op or (dag_van(periode, today()) if periode else today())
    with reading(bestand) as ledger:
        chosen = find_gemeente(ledger, gemeente).id if gemeente else None
        beeld = Beeld(periode=periode or Periode.of(dag), op=dag, gemeente_id=chosen)
        made = make_figuur(ledger, soort, beeld)(*_SIZE)
    write_files([(naar, to_svg(made).encode())])
    if als_json:
        rijen = [{veld.name: getattr(rij, veld.name) for veld in made.velden} for rij in made.rijen]
        print_json({"bestand": naar, "titel": made.titel, "zin": made.zin, "rijen": rijen})
    else:
        click.echo(naar)


@click.command(name="stand-van-zaken", cls=Opdracht)
@bestand
@periode_option()
@op_option
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor het document."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op het document; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een document dat al in de map staat."))
def stand_van_zaken(
    bestand: Path,
    periode: Periode,
    op: datetime.date | None,
    naar: Path,
    datum: datetime.date | None,
    overschrijven: bool,
) -> None:
    """Maak het overzicht voor bij de agenda als PDF: cijfers, grafiek, kaart en wat nog te doen is."""
    from regietafel.documents.maken import keep, write_stukken
    from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken

    with registering(bestand) as ledger:
        stuk = make_stand_van_zaken(ledger, periode, op or dag_van(periode, today()), datum or today())
        made = write_stukken([stuk], naar, overwrite=overschrijven)
        keep(ledger, made.geschreven)
        tell(made, read_only=ledger.read_only)


COMMANDS = (figuur, stand_van_zaken)
