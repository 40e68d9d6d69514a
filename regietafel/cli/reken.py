"""Commands that compute money around homes, with every step; with a file by its norms and regelingen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from regietafel.catalog.vraag import STAP
from regietafel.cli.kit import AANTAL, DATUM, PAD, Groep, als_json, picked, print_json, print_table, reading, together
from regietafel.domain import rekenen
from regietafel.domain.norm import FLEX_AFSCHRIJVING
from regietafel.domain.uitkomst import Uitkomst, euro
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.regelingen import find_regeling, garantie, norm_of

_KOSTEN = click.option("--kosten", type=AANTAL, metavar="EURO", help=_("De kosten; meer wordt het nooit."))
_DAG = together(
    click.option("--op", type=DATUM, metavar="DATUM", help=_("De dag van de aanvraag; anders vandaag.")),
    click.option("--bestand", type=PAD, metavar="PAD", help=_("Reken met de bedragen en normen in dit bestand.")),
    als_json,
)
_WONINGEN = together(
    click.option("--woningen", type=AANTAL, required=True, metavar="N", help=_("Het aantal woningen.")),
    _KOSTEN,
    click.option("--toekenning", type=DATUM, metavar="DATUM", help=_("De dag van de toekenning.")),
    click.option("--start", type=DATUM, metavar="DATUM", help=_("De dag waarop de bouw begint.")),
)


@click.group(cls=Groep)
def reken() -> None:
    """Reken een bijdrage of vergoeding uit, met elke stap."""


@reken.command()
@click.option("--investering", type=AANTAL, required=True, metavar="EURO", help=_("Wat de woningen hebben gekost."))
@click.option("--jaren", type=AANTAL, metavar="N", help=_("In hoeveel jaar zij worden afgeschreven."))
@click.option(
    "--geplaatst", type=AANTAL, required=True, metavar="N", help=_("Hoeveel hele jaren zij op één plek staan.")
)
@click.option("--verkoopwaarde", type=AANTAL, required=True, metavar="EURO", help=_("Wat de verkoop opbrengt."))
@_DAG
def herplaatsing(
    investering: int,
    jaren: int | None,
    geplaatst: int,
    verkoopwaarde: int,
    op: datetime.date | None,
    bestand: Path | None,
    als_json: bool,
) -> None:
    """Reken uit wie het verlies draagt als flexwoningen geen nieuwe plek vinden: de herplaatsingsgarantie.

    Het verlies is de restwaarde min de verkoopwaarde; de restwaarde daalt elk jaar even veel, van de investering tot
    nul na --jaren. Zonder --jaren geldt de norm voor de afschrijving.

    JSON: onderwerp, bedrag (het deel van het verlies waarvoor de garantie geldt), delen: [wie, bedrag], stappen:
    [omschrijving, formule, bedrag], voorbehoud (een lijst van zinnen), bron. Bedragen zijn in euro.
    """
    day = op or today()
    with _ledger(bestand) as ledger:
        terms = garantie(ledger, day)
        term = norm_of(ledger, FLEX_AFSCHRIJVING, day).waarde if jaren is None else jaren
    outcome = rekenen.herplaatsing(
        investering=investering, afschrijving=term, geplaatst=geplaatst, verkoopwaarde=verkoopwaarde, garantie=terms
    )
    _show(outcome, als_json)


@reken.command()
@_WONINGEN
@_DAG
def sft(**given: Any) -> None:
    """Reken de bijdrage uit de Stimuleringsregeling flex- en transformatiewoningen uit. JSON: als bij herplaatsing."""
    _bijdrage("SFT", **given)


@reken.command()
@_WONINGEN
@_DAG
def rha(**given: Any) -> None:
    """Reken de bijdrage uit de Regeling huisvesting aandachtsgroepen uit. JSON: als bij herplaatsing."""
    _bijdrage("RHA", **given)


@reken.command()
@click.option("--personen", type=AANTAL, required=True, metavar="N", help=_("Het aantal personen."))
@click.option("--van", type=DATUM, required=True, metavar="DATUM", help=_("De eerste dag."))
@click.option("--tot", type=DATUM, required=True, metavar="DATUM", help=_("De laatste dag."))
@click.option("--bestand", type=PAD, metavar="PAD", help=_("Reken met het bedrag in dit bestand."))
@als_json
def doorstroom(personen: int, van: datetime.date, tot: datetime.date, bestand: Path | None, als_json: bool) -> None:
    """Reken de vergoeding voor een doorstroomlocatie uit, per persoon per dag. JSON: als bij herplaatsing."""
    with _ledger(bestand) as ledger:
        regeling = find_regeling(ledger, "doorstroomlocatie", van)
    _show(rekenen.doorstroom(regeling, personen, van, tot), als_json)


@reken.command()
@click.option(
    "--huishouden",
    "huishoudens",
    type=AANTAL,
    multiple=True,
    required=True,
    metavar="N",
    help=_("Personen in een huishouden; geef elk huishouden apart."),
)
@_DAG
def gezinnen(huishoudens: tuple[int, ...], op: datetime.date | None, bestand: Path | None, als_json: bool) -> None:
    """Reken uit hoeveel huishoudens groot genoeg zijn voor Huisvesting grote gezinnen, en de bijdrage.

    JSON: als bij herplaatsing; bedrag is null zolang de regeling geen bedrag noemt.
    """
    day = op or today()
    with _ledger(bestand) as ledger:
        regeling = find_regeling(ledger, "grote gezinnen", day)
    _show(rekenen.gezinnen(regeling, huishoudens, day), als_json)


def _bijdrage(
    naam: str,
    *,
    woningen: int,
    kosten: int | None,
    toekenning: datetime.date | None,
    start: datetime.date | None,
    op: datetime.date | None,
    bestand: Path | None,
    als_json: bool,
) -> None:
    day = op or today()
    with _ledger(bestand) as ledger:
        regeling = find_regeling(ledger, naam, day)
    outcome = rekenen.bijdrage(regeling, woningen, op=day, kosten=kosten, toekenning=toekenning, start=start)
    _show(outcome, als_json)


@contextmanager
def _ledger(path: Path | None) -> Iterator[Ledger | None]:
    """The file, or none: then what ships with the program counts."""
    if path is None:
        yield None
        return
    with reading(path) as ledger:
        yield ledger


def _show(outcome: Uitkomst, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                **picked(outcome, "onderwerp bedrag voorbehoud bron"),
                "delen": [picked(each, "wie bedrag") for each in outcome.delen],
                "stappen": [picked(each, "omschrijving formule bedrag") for each in outcome.stappen],
            }
        )
        return
    click.echo(outcome.onderwerp)
    print_table(STAP, outcome.stappen)
    amount = _("onbekend") if outcome.bedrag is None else euro(outcome.bedrag)
    click.echo(_("\nUitkomst: {bedrag}").format(bedrag=amount))
    for sentence in outcome.voorbehoud:
        click.echo(f"  {sentence}")
    if outcome.bron:
        click.echo(_("Bron: {bron}").format(bron=outcome.bron))


COMMANDS = (reken,)
