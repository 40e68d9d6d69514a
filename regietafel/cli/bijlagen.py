"""Commands about the annexes of a herverdeling."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from regietafel.actions.bijlagen import add_bijlage, edit_bijlage, remove_bijlage
from regietafel.catalog.bijlage import BIJLAGE_REGEL, PERSONEN
from regietafel.cli.kit import (
    PAD,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.domain.document import Bijlage
from regietafel.files import write_files
from regietafel.i18n import _
from regietafel.queries.bijlagen import bijlagen, find_bijlage
from regietafel.queries.herverdelingen import find

_herverdeling = click.option("--herverdeling", "kenmerk", required=True, metavar="KENMERK", help=_("De herverdeling."))
_nummer = click.argument("nummer", type=int)
_openbaar = click.option("--openbaar/--niet-openbaar", default=None, help=_("Of zij mee mag in de openbare versie."))
_van_bijlage = together(bestand, _nummer, _herverdeling)


@click.group(cls=Groep)
def bijlage() -> None:
    """Houd bij welke bestanden met de documenten van een herverdeling meegaan."""


@bijlage.command()
@bestand
@click.argument("pad", type=PAD)
@_herverdeling
@click.option("--titel", metavar="TEKST", help=_("Hoe zij in de inhoud heet; anders de naam van het bestand."))
@_openbaar
@overnemen
@als_json
def toevoegen(
    bestand: Path, pad: Path, kenmerk: str, titel: str | None, openbaar: bool | None, overnemen: bool, als_json: bool
) -> None:
    """Voeg een bijlage toe: een PDF, Word (docx), Excel (xlsx), PNG of JPEG van hooguit 25 MB.

    Zij wordt eerst nagekeken; een bestand met macro's, een programma of een wachtwoord wordt geweigerd. Voeg niets toe
    waarin mensen staan die gehuisvest worden. JSON: id, titel, bestandsnaam, openbaar, meldingen.
    """
    from regietafel.documents.bundel.bijlage import load_bijlage

    found, content = load_bijlage(pad)
    with writing(bestand, overnemen) as ledger:
        id = find(ledger, kenmerk).id
        made = add_bijlage(ledger, id, titel or pad.stem, found.bestandsnaam, content, openbaar=bool(openbaar))
    for each in (*found.meldingen, PERSONEN):
        click.echo(each, err=True)
    _show(made, als_json, meldingen=list(found.meldingen))


@bijlage.command()
@bestand
@_herverdeling
@als_json
def lijst(bestand: Path, kenmerk: str, als_json: bool) -> None:
    """Toon de bijlagen bij een herverdeling. JSON: een lijst met id, titel, bestandsnaam, openbaar."""
    with reading(bestand) as ledger:
        found = bijlagen(ledger, find(ledger, kenmerk).id)
    if als_json:
        print_json([_json(each) for each in found])
    elif found:
        print_table(BIJLAGE_REGEL, found)
    else:
        click.echo(_("Er zijn geen bijlagen."))


@bijlage.command()
@_van_bijlage
@click.option("--titel", metavar="TEKST", help=_("De nieuwe titel."))
@_openbaar
@overnemen
@als_json
def wijzig(
    bestand: Path,
    nummer: int,
    kenmerk: str,
    titel: str | None,
    openbaar: bool | None,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Wijzig de titel van een bijlage, of of zij openbaar mag. JSON: id, titel, bestandsnaam, openbaar."""
    if titel is None and openbaar is None:
        raise WrongUsage(_("Geef wat er verandert: {names}.").format(names="--titel, --openbaar"))
    with writing(bestand, overnemen) as ledger:
        old = find_bijlage(ledger, find(ledger, kenmerk).id, nummer)
        made = replace(
            old,
            titel=old.titel if titel is None else titel.strip(),
            openbaar=old.openbaar if openbaar is None else openbaar,
        )
        edit_bijlage(ledger, made)
    _show(made, als_json)


@bijlage.command()
@_van_bijlage
@overnemen
def verwijder(bestand: Path, nummer: int, kenmerk: str, overnemen: bool) -> None:
    """Verwijder een bijlage."""
    with writing(bestand, overnemen) as ledger:
        remove_bijlage(ledger, find_bijlage(ledger, find(ledger, kenmerk).id, nummer))


@bijlage.command()
@_van_bijlage
@click.option("--naar", type=PAD, required=True, metavar="PAD", help=_("De map of het bestand."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al staat."))
def bewaar(bestand: Path, nummer: int, kenmerk: str, naar: Path, overschrijven: bool) -> None:
    """Bewaar een kopie van een bijlage."""
    from regietafel.documents.maken import refuse_existing

    with reading(bestand) as ledger:
        found = find_bijlage(ledger, find(ledger, kenmerk).id, nummer)
        content = ledger.inhoud.get(found.inhoud)
    target = naar / found.bestandsnaam if naar.is_dir() else naar
    refuse_existing(target.parent, [target], overwrite=overschrijven)
    write_files([(target, content)])
    click.echo(target)


def _show(made: Bijlage, as_json: bool, **more: object) -> None:
    if as_json:
        print_json({**_json(made), **more})
    else:
        print_table(BIJLAGE_REGEL, [made])


def _json(made: Bijlage) -> dict[str, object]:
    return {field.name: getattr(made, field.name) for field in BIJLAGE_REGEL}


COMMANDS = (bijlage,)
