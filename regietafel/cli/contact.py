"""The commands about whom the table writes to."""

from __future__ import annotations

from pathlib import Path

import click

from regietafel.actions.contacten import remove_contact, save_contact
from regietafel.catalog.overleg import CONTACT_VAN
from regietafel.catalog.overlegregels import CONTACT_LIJST
from regietafel.cli.kit import Groep, als_json, bestand, overnemen, picked, print_json, print_rows, print_table, reading
from regietafel.cli.overlegkit import EEN_REEKS, VAN_PARTIJ, edit_of_partij, one_reeks
from regietafel.cli.velden import zetten_option
from regietafel.domain.contact import AMBTENAAR, CONTACTROLLEN
from regietafel.i18n import _
from regietafel.queries.contacten import contacten, ontvangers

_KEYS = "id partij naam functie rol e_mail telefoon"


@click.group(cls=Groep)
def contact() -> None:
    """Houd bij aan wie de tafel schrijft: bestuurders en ambtenaren, nooit bewoners."""


@contact.command()
@bestand
@click.option("--rol", type=click.Choice(CONTACTROLLEN), help=_("Alleen deze rol."))
@als_json
def lijst(bestand: Path, rol: str | None, als_json: bool) -> None:
    """Toon de contacten. JSON: een lijst van [id, partij, naam, functie, rol, e_mail, telefoon]."""
    with reading(bestand) as ledger:
        rows = [each for each in contacten(ledger) if rol in {None, each.rol}]
    print_rows(CONTACT_LIJST, rows, als_json, _KEYS, _("Er zijn geen contacten."))


@contact.command(name="ontvangers")
@bestand
@EEN_REEKS
@als_json
def ontvangers_(bestand: Path, reeks: str, als_json: bool) -> None:
    """Toon wie de agenda van een reeks krijgt; overleg reeks verzending kiest de rollen.

    JSON: leden, informatie en zonder_adres: elk een lijst, als bij lijst.
    """
    with reading(bestand) as ledger:
        found = ontvangers(ledger, one_reeks(ledger, reeks).id or 0)
    groups = {"leden": found.leden, "informatie": found.informatie, "zonder_adres": found.zonder_adres}
    if als_json:
        print_json({name: [picked(each, _KEYS) for each in rows] for name, rows in groups.items()})
        return
    heads = {"leden": _("Als lid"), "informatie": _("Ter informatie"), "zonder_adres": _("Zonder e-mailadres")}
    for name, rows in groups.items():
        click.echo(f"{heads[name]}: {len(rows)}")
        if rows:
            print_table(CONTACT_LIJST, rows)


@contact.command()
@bestand
@click.argument("id", type=int, required=False)
@VAN_PARTIJ
@zetten_option(_("Zet een gegeven, zoals e_mail=naam@gemeente.nl."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder het contact."))
@overnemen
def zet(
    bestand: Path,
    id: int | None,
    gemeente: str | None,
    organisatie: str | None,
    zetten: tuple[str, ...],
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Wijzig of verwijder een contact, of voeg er een toe, met --gemeente of --organisatie.

    Met ID (zie lijst) het contact dat er is, zonder ID een nieuw. Velden: naam, functie, rol, e_mail en telefoon; rol
    is bestuurder, wethouder, ambtenaar, secretariaat of partner.
    """
    edit_of_partij(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        (gemeente, organisatie),
        wat=_("contact"),
        fields=CONTACT_VAN[1:],
        table=lambda ledger: ledger.contacten,
        save=save_contact,
        remove=remove_contact,
        start={"rol": AMBTENAAR},
    )


COMMANDS = (contact,)
