"""The commands about measures and good practices that the table keeps."""

from __future__ import annotations

from pathlib import Path

import click

from regietafel.actions.kennis import remove_kennis, save_kennis
from regietafel.catalog.overlegregels import KENNIS_LIJST
from regietafel.catalog.verslag import KENNIS
from regietafel.cli.acties import one_thema
from regietafel.cli.kit import (
    Groep,
    als_json,
    bestand,
    overnemen,
    print_rows,
    reading,
)
from regietafel.cli.overlegkit import short
from regietafel.cli.velden import edit_record, zetten_option
from regietafel.i18n import _, sort_key

_KEYS = "id titel tekst thema bron datum"


@click.group(cls=Groep)
def kennis() -> None:
    """Bewaar maatregelen en goede voorbeelden; met overleg regel kennis kiest u ze bij een knelpunt."""


@kennis.command()
@bestand
@click.option("--zoek", default="", metavar="TEKST", help=_("Alleen waar dit in staat."))
@click.option("--thema", default="", metavar="THEMA", help=_("Alleen dit thema."))
@als_json
def lijst(bestand: Path, zoek: str, thema: str, als_json: bool) -> None:
    """Toon de maatregelen. JSON: een lijst van [id, titel, tekst, thema, bron, datum]."""
    asked = zoek.casefold()
    with reading(bestand) as ledger:
        thema = one_thema(ledger, thema)
        rows = [
            each
            for each in sorted(ledger.kennis, key=lambda each: sort_key(each.titel))
            if asked in f"{each.titel}\n{each.tekst}\n{each.thema}\n{each.bron}".casefold()
            and thema in {"", each.thema}
        ]
    print_rows(short(KENNIS_LIJST), rows, als_json, _KEYS, _("Er zijn geen maatregelen."))


@kennis.command()
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, zoals titel=…"))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de maatregel."))
@overnemen
def zet(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een maatregel, of voeg er een toe: titel, tekst, thema, bron en datum.

    Met ID (zie lijst) de maatregel die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("maatregel"),
        fields=KENNIS,
        table=lambda ledger: ledger.kennis,
        save=save_kennis,
        remove=remove_kennis,
    )


COMMANDS = (kennis,)
