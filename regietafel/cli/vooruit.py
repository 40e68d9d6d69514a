"""Commands that look ahead: what to expect of a half-year, and which days are coming."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from regietafel.actions.termijnen import edit_procestermijn, edit_termijn, remove_procestermijn, remove_termijn
from regietafel.catalog import PROCESTERMIJN, PROGNOSE, TERMIJN, TERMIJN_REGEL
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    op_option,
    overnemen,
    periode_option,
    print_json,
    print_rows,
    print_table,
    reading,
)
from regietafel.cli.velden import edit_record, zetten_option
from regietafel.domain.periode import Periode
from regietafel.exchange.agenda import of_termijnen, write_ics
from regietafel.i18n import _, today
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import PrognoseRegel
from regietafel.planning.prognose import prognose as query_prognose
from regietafel.queries.klokken import termijnen_ontbreken
from regietafel.queries.termijnen import komende_termijnen

_PROGNOSE_KEYS = (
    "gm_code gemeente opgave realisatie peildatum schema verschil_met_schema tempo tempo_recent nodig_per_maand"
    " aanbod verwacht verwacht_saldo reeks uitleg"
)
_PROCESTERMIJN_KEYS = " ".join(("id", *(field.name for field in PROCESTERMIJN)))
_TERMIJN_KEYS = "id datum dagen omschrijving bron herverdeling stap"


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
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Gezien op deze dag; anders vandaag."))
@click.option("--ics", type=PAD, metavar="NAAM", help=_("Schrijf ze als agenda: een nieuw bestand (.ics)."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een agenda die er al is."))
@als_json
def termijnen(bestand: Path, op: datetime.date | None, ics: Path | None, overschrijven: bool, als_json: bool) -> None:
    """Toon wat eraan komt of te laat is: de dagen van het jaar en de stappen van herverdelingen, op datum.

    Een agendaprogramma leest de agenda in; doet u dat later nog eens, dan worden dezelfde termijnen bijgewerkt.

    JSON: een lijst met id (null bij een herverdeling), datum, dagen (tot die dag; onder 0 is te laat), omschrijving,
    bron, herverdeling (het kenmerk, of null), stap (coa, provincie, aenm, vro, verwerkt, “in werking”, of null).
    """
    if ics and als_json:
        raise WrongUsage(_("Geef --json of --ics, niet allebei."))
    with reading(bestand) as ledger:
        rows = komende_termijnen(ledger, op or today())
        table = ledger.regio.find()
        if termijnen_ontbreken(ledger):
            said = _(
                "Let op: dit bestand kent de termijnen bij een herverdeling nog niet; vul ze aan met “regietafel"
                " aanvullen”."
            )
            click.echo(said, err=True)
    if ics:
        write_ics(ics, of_termijnen(rows, table.naam if table else ""), overwrite=overschrijven)
        click.echo(ics)
    else:
        print_rows(TERMIJN_REGEL, rows, als_json, _TERMIJN_KEYS, _("Er komen geen termijnen aan."))


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, bijvoorbeeld dag=1."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de termijn."))
@overnemen
def termijn(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een termijn, of voeg er een toe.

    Met ID (zie termijnen --json) de termijn die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("termijn"),
        fields=TERMIJN,
        table=lambda ledger: ledger.termijnen,
        save=edit_termijn,
        remove=remove_termijn,
    )


@click.command(cls=Opdracht)
@bestand
@als_json
def procestermijnen(bestand: Path, als_json: bool) -> None:
    """Toon hoe lang elke stap van een herverdeling mag duren, en waar dat staat.

    Weekenden en feestdagen tellen zoals in de Algemene termijnenwet.

    JSON: een lijst met id, omschrijving, stap (coa, provincie, aenm, vro of verwerkt), na (bekendmaking of coa),
    aantal, eenheid (dag, week of maand), geldig_vanaf, geldig_tot, bron, gecontroleerd_op.
    """
    with reading(bestand) as ledger:
        rows = [*ledger.procestermijnen]
    print_rows(
        PROCESTERMIJN[:5], rows, als_json, _PROCESTERMIJN_KEYS, _("Er zijn nog geen termijnen bij een herverdeling.")
    )


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, zoals aantal=2."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de termijn."))
@overnemen
def procestermijn(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een termijn bij een herverdeling, of voeg er een toe.

    Met ID (zie procestermijnen --json) de termijn die er is, zonder ID een nieuwe. Schrijf stap, na en eenheid zoals
    procestermijnen ze toont, bijvoorbeeld eenheid=week.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("termijn"),
        fields=PROCESTERMIJN,
        table=lambda ledger: ledger.procestermijnen,
        save=edit_procestermijn,
        remove=remove_procestermijn,
    )


COMMANDS = (prognose, termijnen, termijn, procestermijnen, procestermijn)
