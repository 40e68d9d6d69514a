"""The command that lists what is waited for."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.catalog.opvolging import OPVOLGING
from regietafel.cli.kit import DATUM, Opdracht, als_json, bestand, print_rows, reading
from regietafel.i18n import _, today
from regietafel.queries.opvolging import opvolging as query

_KEYS = "herverdeling_id kenmerk soort wie wat uiterlijk dagen contact aan"


@click.command(cls=Opdracht)
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Gezien op deze dag; anders vandaag."))
@als_json
def opvolging(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon waar de tafel op wacht bij alle lopende herverdelingen, wat er het eerst moet zijn bovenaan.

    Vastleggen wat binnenkwam doet u met herverdeling besluit, bekendmaking, kennisgeving en verwerkt.

    JSON: een lijst met herverdeling_id, kenmerk, soort (voorleggen, besluit, bekendmaking, kennisgeving, ontvangst of
    verwerking), wie, wat, uiterlijk (of null), dagen (tot die dag; onder 0 is te laat; of null), contact, aan (coa,
    provincie, aenm of vro; null bij een college).
    """
    with reading(bestand) as ledger:
        rows = query(ledger, op or today())
    print_rows(OPVOLGING, rows, als_json, _KEYS, _("De tafel wacht nergens op."))


COMMANDS = (opvolging,)
