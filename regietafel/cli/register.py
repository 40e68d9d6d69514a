"""The commands about the register of documents: what was made and is out of date, the file, and making it again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.catalog.archief import ARCHIEFSTUK
from regietafel.cli.kit import DATUM, PAD, Groep, als_json, bestand, print_json, print_table, reading, registering
from regietafel.cli.overlegkit import REEKS, one_overleg
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _
from regietafel.queries import herverdelingen
from regietafel.queries.archief import ACTUEEL, VEROUDERD, archief
from regietafel.queries.archief import regel as find_regel

_LIJST = "lijst"
_SHOWN = "wat openbaar stand onderwerp datum vorm gemaakt_op wording"
_COLUMNS = (
    Field(name="id", label=_("Nr"), kind=AANTAL),
    *(field for field in ARCHIEFSTUK if field.name in _SHOWN.split()),
)
_KEYS = "id onderwerp soort titel voor datum gemaakt_op vorm openbaar bestandsnaam sha256 stand vervangen"


class _Register(Groep):
    """Without the name of a command it is the list."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args if args and args[0] in self.commands else [_LIJST, *args])


@click.group(cls=_Register)
def register() -> None:
    """Toon alle documenten die zijn gemaakt, en welke verouderd zijn: register BESTAND, of register lijst BESTAND."""


@register.command(name=_LIJST)
@bestand
@click.option("--herverdeling", "kenmerk", metavar="KENMERK", help=_("Alleen de documenten van deze herverdeling."))
@click.option("--overleg", "datum", type=DATUM, metavar="DATUM", help=_("Alleen de documenten van dat overleg."))
@REEKS
@click.option("--verouderd", is_flag=True, help=_("Alleen wat verouderd is en nog niet opnieuw is gemaakt."))
@als_json
def lijst(
    bestand: Path, kenmerk: str | None, datum: datetime.date | None, reeks: str, verouderd: bool, als_json: bool
) -> None:
    """Toon het register, het nieuwste bovenaan.

    Verouderd is een document dat nu anders zou zijn: een gegeven of de tekst van het sjabloon is sindsdien veranderd.

    JSON: een lijst met id, onderwerp (het kenmerk, het halfjaar of het overleg), soort, titel, voor, datum, gemaakt_op,
    vorm, openbaar, bestandsnaam, sha256, stand (actueel of verouderd), vervangen (er is een nieuwer document met die
    naam), sjabloon, sjabloon_sha, tekst (standaard, eigen of eerdere tekst, met het begin van die sha) en verschillen:
    een lijst met naam, toen en nu.
    """
    from regietafel.documents.verouderd import Nazicht

    with reading(bestand) as ledger:
        id = herverdelingen.find(ledger, kenmerk).id if kenmerk else None
        nazicht = Nazicht(ledger)
        overleg = one_overleg(ledger, datum, reeks).id if datum else None
        rows_of = [each for each in archief(ledger, id) if overleg in {None, each.stuk.overleg_id}]
        found = [(each, nazicht.changes(each.stuk)) for each in rows_of]
    rows = [(replace(each, stand=VEROUDERD if changed else ACTUEEL), changed) for each, changed in found]
    if verouderd:
        rows = [(each, changed) for each, changed in rows if changed and not each.vervangen]
    if als_json:
        print_json([{**_json(each), "verschillen": [diff._asdict() for diff in changed]} for each, changed in rows])
    elif rows:
        print_table(_COLUMNS, [each for each, _changed in rows])
    else:
        click.echo(_("Er is niets verouderd.") if verouderd else _("Er zijn nog geen documenten gemaakt."))


@register.command()
@bestand
@click.argument("id", type=int)
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor het document."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al is."))
def haal(bestand: Path, id: int, naar: Path, overschrijven: bool) -> None:
    """Schrijf een document uit het register, zoals het toen is gemaakt; ID is het nummer in de lijst."""
    from regietafel.documents.maken import refuse_existing
    from regietafel.files import write_files

    with reading(bestand) as ledger:
        found = find_regel(ledger, id)
        content = ledger.inhoud.get(found.sha256)
    target = naar / found.bestandsnaam
    refuse_existing(naar, [target], overwrite=overschrijven)
    write_files([(target, content)])
    click.echo(target)


@register.command()
@bestand
@click.argument("id", type=int)
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor het document."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al is."))
def opnieuw(bestand: Path, id: int, naar: Path, overschrijven: bool) -> None:
    """Maak een document uit het register opnieuw, uit wat nu geldt; ID is het nummer in de lijst.

    Zoals het toen is gevraagd: met dezelfde datum, in dezelfde vorm, en een dossier, zip of e-mail met dezelfde soorten
    documenten. Het nieuwe komt naast het oude in het register.
    """
    from regietafel.documents.maken import keep, refuse_existing
    from regietafel.documents.opnieuw import again
    from regietafel.exchange.brondata import brondata
    from regietafel.exchange.eml import eml_bytes
    from regietafel.files import write_files

    with registering(bestand) as ledger:
        found = find_regel(ledger, id)
        wanted = again(ledger, found.stuk, eml=eml_bytes, brondata=brondata)
        made = wanted.make(wanted.plannen)
        target = naar / made.pad.name
        refuse_existing(naar, [target], overwrite=overschrijven)
        write_files([(target, made.bestand)])
        keep(ledger, [made], openbaar=found.openbaar)
        read_only = ledger.read_only
    click.echo(target)
    if read_only:
        click.echo(_("Niet in het register gezet: {reden}").format(reden=read_only), err=True)


def _json(each: Any) -> dict[str, Any]:
    return {
        **{key: getattr(each, key) for key in _KEYS.split()},
        "gemaakt_op": each.stuk.gemaakt_op,
        "sjabloon": each.stuk.sjabloon,
        "sjabloon_sha": each.stuk.sjabloon_sha,
        "tekst": each.wording,
    }


COMMANDS = (register,)
