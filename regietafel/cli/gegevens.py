"""Commands about numbers others set and the table may edit: norms, how certain a state makes it, and regelingen."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import click

from regietafel.actions.normen import edit_norm, edit_regeling, edit_zekerheid, remove_norm, remove_regeling
from regietafel.catalog import NORM, REGELING, ZEKERHEID
from regietafel.catalog.vraag import REGELING_REGEL
from regietafel.cli.kit import (
    DATUM,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    picked,
    print_json,
    print_rows,
    print_table,
    reading,
    writing,
)
from regietafel.cli.velden import edit_record, parse_settings, zetten_option
from regietafel.domain.norm import SLEUTELS
from regietafel.domain.staat import STATEN, Zekerheid
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.queries.regelingen import regelingen as query

_GELDIG_KEYS = "geldig_vanaf geldig_tot bron gecontroleerd_op"
_NORM_KEYS = f"id sleutel omschrijving waarde eenheid {_GELDIG_KEYS}"
_ZEKERHEID_KEYS = f"staat zekerheid {_GELDIG_KEYS}"
_REGELING_KEYS = (
    "id naam voorwaarden woonvormen bedrag per minstens_personen start_binnen open_vanaf open_tot"
    f" {_GELDIG_KEYS} geldt open opmerkingen"
)
_PROJECT_KEYS = "gemeente project let_op"


@click.command(cls=Opdracht)
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Gezien op deze dag; anders vandaag."))
@als_json
def regelingen(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon de regelingen: welke projecten ze gebruiken of kunnen gebruiken, en wat bijna sluit of vervalt.

    JSON: een lijst van [id, naam, voorwaarden, woonvormen, bedrag, per, minstens_personen, start_binnen, open_vanaf,
    open_tot, geldig_vanaf, geldig_tot, bron, gecontroleerd_op, geldt, open, gebruikt: [gemeente, project, let_op],
    mogelijk: als gebruikt, opmerkingen]. start_binnen is in maanden; geldt en open zijn true of false.
    """
    with reading(bestand) as ledger:
        rows = query(ledger, op or today())
    if als_json:
        print_json(
            [
                {
                    **picked(row, _REGELING_KEYS),
                    "gebruikt": [picked(each, _PROJECT_KEYS) for each in row.gebruikt],
                    "mogelijk": [picked(each, _PROJECT_KEYS) for each in row.mogelijk],
                }
                for row in rows
            ]
        )
        return
    if not rows:
        click.echo(_("In dit bestand staan geen regelingen; vul ze aan met “regietafel aanvullen”."))
        return
    print_table(REGELING_REGEL, rows)
    for row in rows:
        lines = [
            *row.opmerkingen,
            *(_("gebruikt door {project}. {let_op}").format(**_told(each)) for each in row.gebruikt),
            *(_("mogelijk voor {project}. {let_op}").format(**_told(each)) for each in row.mogelijk),
        ]
        if lines:
            click.echo(f"\n{row.naam}")
        for line in lines:
            click.echo(f"  {line}".rstrip())


def _told(each: object) -> dict[str, object]:
    row = picked(each, _PROJECT_KEYS)
    return {"project": f"{row['project']} ({row['gemeente']})", "let_op": row["let_op"]}


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, zoals bedrag=14000."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de regeling; kan alleen als geen project haar gebruikt."))
@overnemen
def regeling(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een regeling, of voeg er een toe.

    Met ID (zie regelingen --json) de regeling die er is, zonder ID een nieuwe. Wie haar naging, zet
    gecontroleerd_op=DATUM.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("regeling"),
        fields=REGELING,
        table=lambda ledger: ledger.regelingen,
        save=edit_regeling,
        remove=remove_regeling,
    )


@click.command(cls=Opdracht)
@bestand
@als_json
def normen(bestand: Path, als_json: bool) -> None:
    """Toon de normen, waaronder die waarmee het programma rekent: van wanneer tot wanneer ze gelden en waar ze staan.

    JSON: een lijst van [id, sleutel, omschrijving, waarde, eenheid, geldig_vanaf, geldig_tot, bron, gecontroleerd_op].
    """
    with reading(bestand) as ledger:
        rows = sorted(ledger.normen, key=lambda each: (SLEUTELS.index(each.sleutel), str(each.geldig_vanaf or "")))
    print_rows(
        NORM, rows, als_json, _NORM_KEYS, _("In dit bestand staan geen normen; vul ze aan met “regietafel aanvullen”.")
    )


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@click.option(
    "--sleutel",
    type=click.Choice(SLEUTELS),
    metavar="SLEUTEL",
    help=_("Waarvoor een nieuwe norm is; zie normen --json."),
)
@zetten_option(_("Zet een gegeven, zoals waarde=95."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de norm; dan rekent niets er meer mee."))
@overnemen
def norm(
    bestand: Path, id: int | None, sleutel: str | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool
) -> None:
    """Wijzig of verwijder een norm, of voeg er een toe.

    Met ID (zie normen --json) de norm die er is, zonder ID een nieuwe; geef dan --sleutel. Wie haar naging, zet
    gecontroleerd_op=DATUM.
    """
    if (id is None) != (sleutel is not None):
        raise WrongUsage(_("Geef een ID, of --sleutel voor een nieuwe norm."))
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("norm"),
        fields=NORM,
        table=lambda ledger: ledger.normen,
        save=edit_norm,
        remove=remove_norm,
        start={"sleutel": sleutel, "eenheid": ""},
    )


@click.command(cls=Opdracht)
@bestand
@als_json
def zekerheden(bestand: Path, als_json: bool) -> None:
    """Toon hoe zeker het per staat is dat een locatie of project op zijn dag opengaat, in procent.

    JSON: een lijst van [staat, zekerheid, geldig_vanaf, geldig_tot, bron, gecontroleerd_op].
    """
    with reading(bestand) as ledger:
        rows = sorted(ledger.zekerheden, key=lambda each: STATEN.index(each.staat))
    print_rows(
        ZEKERHEID,
        rows,
        als_json,
        _ZEKERHEID_KEYS,
        _("In dit bestand staan geen zekerheden; vul ze aan met “regietafel aanvullen”."),
    )


@click.command(cls=Opdracht)
@bestand
@click.argument("staat", type=click.Choice(STATEN), metavar="STAAT")
@zetten_option(_("Zet een gegeven, zoals zekerheid=70."))
@overnemen
def zekerheid(bestand: Path, staat: str, zetten: tuple[str, ...], overnemen: bool) -> None:
    """Wijzig hoe zeker een staat het maakt dat een locatie of project op zijn dag opengaat.

    STAAT is idee, verkenning, collegebesluit, raadsbesluit, vergunning, in_aanbouw, open of gesloten.
    """
    given = parse_settings(zetten, ZEKERHEID[1:])
    if not given:
        raise WrongUsage(_("Geef --zet veld=waarde."))
    with writing(bestand, overnemen) as ledger:
        old = ledger.zekerheden.find(staat=staat)
        if old is None and "zekerheid" not in given:
            raise RegietafelError(_("Geef ook zekerheid=N: van deze staat staat er nog niets."))
        edit_zekerheid(ledger, replace(old, **given) if old else Zekerheid(staat=staat, **given))


COMMANDS = (regelingen, regeling, normen, norm, zekerheden, zekerheid)
