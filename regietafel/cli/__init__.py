"""The command line: everything the window can do, on the same functions.

Exit 0 when done, 1 with one sentence on stderr when the user must do something, 2 for wrong usage; never a traceback
for what a user can mend.
"""

from __future__ import annotations

import io
import sys

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
from regietafel.cli.kit import Groep, dutch_usage_error
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
from regietafel.cli.verdelen import COMMANDS as VERDELEN
from regietafel.cli.verklaren import COMMANDS as VERKLAREN
from regietafel.cli.verslag import COMMANDS as VERSLAG
from regietafel.cli.voorstel import COMMANDS as VOORSTEL
from regietafel.cli.vooruit import COMMANDS as VOORUIT
from regietafel.cli.vraag_aanbod import COMMANDS as VRAAG_AANBOD
from regietafel.cli.woo import COMMANDS as WOO
from regietafel.cli.woonvormen import COMMANDS as WOONVORMEN
from regietafel.cli.zoek import COMMANDS as ZOEK
from regietafel.errors import RegietafelError, StaatErAl
from regietafel.files import reason
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
        ctx.invoke(BESTAND[0])


for _command in (
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


def main() -> None:
    """Run the command line and end the process with the exit code the commands promise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # UTF-8 also where Windows would choose an older one; what is no text at all is shown by its number.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(regietafel(prog_name="regietafel", standalone_mode=False) or 0)
    except click.UsageError as error:
        click.echo(dutch_usage_error(error), err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except StaatErAl as error:
        click.echo(_("{error} Vervangen kan met --overschrijven.").format(error=error), err=True)
        sys.exit(1)
    except RegietafelError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader had enough (| head)
        sys.exit(0)
    except OSError as error:
        click.echo(_("Dat lukt niet: {reason}.").format(reason=reason(error)), err=True)
        sys.exit(1)
