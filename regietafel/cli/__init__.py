"""The command line: everything the window can do, on the same functions.

Exit 0 when done, 1 with one sentence on stderr when the user must do something, 2 for wrong usage; never a traceback
for what a user can mend.
"""

from __future__ import annotations

import io
import os
import sys

import click

from regietafel.cli.kit import ReaderGone, dutch_usage_error
from regietafel.cli.venster import venster
from regietafel.errors import RegietafelError, StaatErAl
from regietafel.files import reason
from regietafel.i18n import _
from regietafel.ledger import SUFFIX


def main() -> None:
    """Run the command line and end the process with the exit code the commands promise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # UTF-8 also where Windows would choose an older one; what is no text at all is shown by its number.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(_run(sys.argv[1:] or ["venster"]))
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
    except ReaderGone:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be flushed
        sys.exit(0)
    except OSError as error:
        click.echo(_("Dat lukt niet: {reason}.").format(reason=reason(error)), err=True)
        sys.exit(1)


def _run(arguments: list[str]) -> int:
    """Who opens the window waits for no other command: loading them all takes longer than the window itself."""
    command: click.Command = venster
    name = "regietafel venster"
    if arguments[0] == venster.name:
        arguments = arguments[1:]
    elif not arguments[0].endswith(SUFFIX):
        from regietafel.cli.opdrachten import regietafel

        command, name = regietafel, "regietafel"
    return command(arguments, prog_name=name, standalone_mode=False) or 0
