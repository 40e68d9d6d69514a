"""All commands, in the order of the help."""

from __future__ import annotations

import click

from regietafel import __version__
from regietafel.cli.acties import COMMANDS as ACTIES
from regietafel.cli.agenda import COMMANDS as AGENDA
from regietafel.cli.beeld import COMMANDS as BEELD
from regietafel.cli.bestand import COMMANDS as BESTAND
from regietafel.cli.bijlagen import COMMANDS as BIJLAGEN
from regietafel.cli.cijfers import COMMANDS as CIJFERS
from regietafel.cli.contact import COMMANDS as CONTACT
from regietafel.cli.controleer import COMMANDS as CONTROLEER
from regietafel.cli.exporteer import COMMANDS as EXPORTEER
from regietafel.cli.gegevens import COMMANDS as GEGEVENS
from regietafel.cli.herverdeling import COMMANDS as HERVERDELING
from regietafel.cli.huisstijl import COMMANDS as HUISSTIJL
from regietafel.cli.importeer import COMMANDS as IMPORTEER
from regietafel.cli.inteken import COMMANDS as INTEKEN
from regietafel.cli.inwoners import COMMANDS as INWONERS
from regietafel.cli.kennis import COMMANDS as KENNIS
from regietafel.cli.keur import COMMANDS as KEUR
from regietafel.cli.kit import Groep
from regietafel.cli.koppelingen import COMMANDS as KOPPELINGEN
from regietafel.cli.locatie import COMMANDS as LOCATIE
from regietafel.cli.opvang import COMMANDS as OPVANG
from regietafel.cli.opvangruil import COMMANDS as OPVANGRUIL
from regietafel.cli.opvangstukken import COMMANDS as OPVANGSTUKKEN
from regietafel.cli.opvolging import COMMANDS as OPVOLGING
from regietafel.cli.overleg import COMMANDS as OVERLEG
from regietafel.cli.partners import COMMANDS as PARTNERS
from regietafel.cli.project import COMMANDS as PROJECT
from regietafel.cli.register import COMMANDS as REGISTER
from regietafel.cli.reken import COMMANDS as REKEN
from regietafel.cli.scenario import COMMANDS as SCENARIO
from regietafel.cli.sjabloon import COMMANDS as SJABLOON
from regietafel.cli.toezicht import COMMANDS as TOEZICHT
from regietafel.cli.venster import venster
from regietafel.cli.verdelen import COMMANDS as VERDELEN
from regietafel.cli.verklaren import COMMANDS as VERKLAREN
from regietafel.cli.verslag import COMMANDS as VERSLAG
from regietafel.cli.voorstel import COMMANDS as VOORSTEL
from regietafel.cli.vooruit import COMMANDS as VOORUIT
from regietafel.cli.vraag_aanbod import COMMANDS as VRAAG_AANBOD
from regietafel.cli.woo import COMMANDS as WOO
from regietafel.cli.woonvormen import COMMANDS as WOONVORMEN
from regietafel.cli.zoek import COMMANDS as ZOEK
from regietafel.i18n import _


@click.group(cls=Groep, invoke_without_command=True, context_settings={"help_option_names": ["--help", "-h"]})
@click.option("--versie", is_flag=True, help=_("Toon de versie."))
@click.pass_context
def regietafel(ctx: click.Context, versie: bool) -> None:
    """Taakstelling, herverdeling, overleg en brieven van een regionale regietafel.

    Zonder opdracht opent het venster. Met --json geven opdrachten hun uitkomst voor een ander programma: de
    sleutels die de uitleg van elke opdracht noemt, veranderen niet; onbekend is null.
    """
    if versie:
        click.echo(f"Regietafel {__version__}")
    elif ctx.invoked_subcommand is None:
        ctx.invoke(venster)


for _command in (
    venster,
    *BESTAND,
    *IMPORTEER,
    *CIJFERS,
    *EXPORTEER,
    *HERVERDELING,
    *BIJLAGEN,
    *KOPPELINGEN,
    *SCENARIO,
    *VOORSTEL,
    *OPVOLGING,
    *VERKLAREN,
    *CONTROLEER,
    *VOORUIT,
    *BEELD,
    *TOEZICHT,
    *VERDELEN,
    *INWONERS,
    *OPVANG,
    *LOCATIE,
    *OPVANGRUIL,
    *WOONVORMEN,
    *PROJECT,
    *OPVANGSTUKKEN,
    *VRAAG_AANBOD,
    *PARTNERS,
    *GEGEVENS,
    *REKEN,
    *HUISSTIJL,
    *SJABLOON,
    *KEUR,
    *WOO,
    *REGISTER,
    *ZOEK,
    *OVERLEG,
    *AGENDA,
    *VERSLAG,
    *ACTIES,
    *INTEKEN,
    *KENNIS,
    *CONTACT,
):
    regietafel.add_command(_command)
