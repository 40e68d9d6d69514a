"""The command that opens the window."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path

import click

from regietafel.cli.kit import PAD, Opdracht
from regietafel.errors import RegietafelError
from regietafel.i18n import _


@click.command(cls=Opdracht)
@click.argument("bestand", type=PAD, required=False)
def venster(bestand: Path | None = None) -> int:
    """Open het venster, eventueel op BESTAND."""
    if bestand is not None and not bestand.exists():
        raise RegietafelError(_("{path} bestaat niet.").format(path=bestand))
    gc.disable()  # until the window is up there is nothing to collect, and looking for it takes time
    try:
        app = importlib.import_module("ui.app")  # the core runs without it
    except ImportError as error:
        raise RegietafelError(
            _("Het venster is niet geïnstalleerd ({reason}); de opdrachten werken wel.").format(reason=error.name)
        ) from error
    code: int = app.run(bestand)
    return code
