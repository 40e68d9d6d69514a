"""Commands that look ahead: what to expect of a half-year, and which days are coming."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from regietafel.actions.termijnen import edit_termijn, remove_termijn
from regietafel.catalog import PROGNOSE, TERMIJN, TERMIJN_REGEL
from regietafel.cli.kit import (
    DATUM,
    Opdracht,
    als_json,
    bestand,
    check_complete,
    check_edit,
    op_option,
    overnemen,
    parse_settings,
    periode_option,
    print_json,
    print_table,
    reading,
    today,
    writing,
)
from regietafel.domain.periode import Periode
from regietafel.domain.termijn import Termijn
from regietafel.i18n import _
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import PrognoseRegel
from regietafel.planning.prognose import prognose as query_prognose
from regietafel.queries.termijnen import komende_termijnen

_PROGNOSE_KEYS = (
    "gm_code gemeente opgave realisatie peildatum schema verschil_met_schema tempo tempo_recent nodig_per_maand"
    " aanbod verwacht verwacht_saldo reeks uitleg"
)
_TERMIJN_KEYS = "id datum dagen omschrijving bron"


@click.command(cls=Opdracht)
@bestand
@periode_option()
@op_option
@click.option("--uitleg", "met_uitleg", is_flag=True, help=_("Zeg per gemeente hoe elk getal ontstaat."))
@als_json
def prognose(bestand: Path, periode: Periode, op: datetime.date | None, met_uitleg: bool, als_json: bool) -> None:
    """Toon per gemeente of de opgave wordt gehaald: het schema, het tempo en wat er aan het einde te verwachten is.

    Schema is een zesde van de opgave per maand. Verwacht is de realisatie + het tempo × de maanden die resten + het
    bekende aanbod. Getallen zijn in personen, een half naar boven afgerond; het totaal telt de getoonde getallen op.

    JSON: periode, op, gemeenten: [gm_code, gemeente, opgave, realisatie, peildatum, schema, verschil_met_schema (+ is
    achter), tempo, tempo_recent, nodig_per_maand (per maand, met één decimaal), aanbod, verwacht, verwacht_saldo,
    reeks, uitleg: een lijst met zinnen], totaal: dezelfde sleutels.
    """
    with reading(bestand) as ledger:
        outcome = query_prognose(ledger, periode, op or dag_van(periode, today()))
    if als_json:
        print_json(
            {
                "periode": str(outcome.periode),
                "op": outcome.op,
                "gemeenten": [_prognose_json(regel) for regel in outcome.regels],
                "totaal": _prognose_json(outcome.totaal),
            }
        )
        return
    click.echo(_("Prognose {periode}").format(periode=outcome.periode))
    print_table(PROGNOSE, outcome.regels, outcome.totaal)
    for regel in (*outcome.regels, outcome.totaal) if met_uitleg else (outcome.totaal,):
        if not regel.uitleg:
            continue
        click.echo(f"\n{regel.gemeente}")
        for zin in regel.uitleg:
            click.echo(f"  {zin}")


def _prognose_json(regel: PrognoseRegel) -> dict[str, Any]:
    values = {key: getattr(regel, key) for key in _PROGNOSE_KEYS.split()}
    # One decimal, rounded exactly before this: the float prints as that decimal.
    return {key: float(value) if isinstance(value, Decimal) else value for key, value in values.items()}


@click.command(cls=Opdracht)
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Vanaf deze dag; anders vandaag."))
@als_json
def termijnen(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon de dagen van het jaar die eraan komen, de eerste vooraan.

    JSON: een lijst met id, datum, dagen (tot die dag), omschrijving, bron.
    """
    with reading(bestand) as ledger:
        rows = komende_termijnen(ledger, op or today())
    if als_json:
        print_json([{key: getattr(row, key) for key in _TERMIJN_KEYS.split()} for row in rows])
    elif rows:
        print_table(TERMIJN_REGEL, rows)
    else:
        click.echo(_("Er komen geen termijnen aan."))


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@click.option("--zet", "zetten", multiple=True, metavar="VELD=WAARDE", help=_("Zet een gegeven, bijvoorbeeld dag=1."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de termijn."))
@overnemen
def termijn(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een termijn, of voeg er een toe.

    Met ID (zie termijnen --json) de termijn die er is, zonder ID een nieuwe.
    """
    check_edit(id, zetten, verwijder)
    settings = parse_settings(zetten, TERMIJN)
    with writing(bestand, overnemen) as ledger:
        if id is None:
            check_complete(settings, TERMIJN)
            edit_termijn(ledger, Termijn(**settings))
        elif verwijder:
            remove_termijn(ledger, ledger.termijnen.get(id))
        else:
            edit_termijn(ledger, replace(ledger.termijnen.get(id), **settings))


COMMANDS = (prognose, termijnen, termijn)
