"""Commands about the annexes of a herverdeling, or of the points of a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.bijlagen import add_agendabijlage, add_bijlage, edit_bijlage, remove_bijlage
from regietafel.catalog.bijlage import BIJLAGE_REGEL, PERSONEN
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    print_rows,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.cli.overlegkit import PUNT, REEKS, one_overleg, one_punt
from regietafel.domain.document import Bijlage
from regietafel.errors import RegietafelError
from regietafel.files import write_files
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.bijlagen import bijlagen, find_bijlage
from regietafel.queries.herverdelingen import find

_bij = together(
    click.option("--herverdeling", "kenmerk", metavar="KENMERK", help=_("De herverdeling.")),
    click.option("--overleg", "datum", type=DATUM, metavar="DATUM", help=_("Of de dag van het overleg.")),
    REEKS,
    PUNT,
)
_nummer = click.argument("nummer", type=int)
_openbaar = click.option("--openbaar/--niet-openbaar", default=None, help=_("Of zij mee mag in de openbare versie."))
_van_bijlage = together(bestand, _nummer, _bij)


@click.group(cls=Groep)
def bijlage() -> None:
    """Houd bij welke bestanden met een herverdeling meegaan, of met een punt van een overleg.

    Noem --herverdeling, of --overleg met --punt.
    """


@bijlage.command()
@bestand
@click.argument("pad", type=PAD)
@_bij
@click.option("--titel", metavar="TEKST", help=_("Hoe zij in de inhoud heet; anders de naam van het bestand."))
@_openbaar
@overnemen
@als_json
def toevoegen(
    bestand: Path,
    pad: Path,
    titel: str | None,
    openbaar: bool | None,
    overnemen: bool,
    als_json: bool,
    **bij: Any,
) -> None:
    """Voeg een bijlage toe: een PDF, Word (docx), Excel (xlsx), PNG of JPEG van hooguit 25 MB.

    Zij wordt eerst nagekeken; een bestand met macro's, een programma of een wachtwoord wordt geweigerd. Voeg niets toe
    waarin mensen staan die gehuisvest worden. JSON: id, titel, bestandsnaam, openbaar, meldingen.
    """
    from regietafel.documents.bundel.bijlage import load_bijlage

    _check(bij)
    if bij["datum"] and not bij["punt"]:
        raise WrongUsage(_("Geef ook --punt."))
    found, content = load_bijlage(pad)
    with writing(bestand, overnemen) as ledger:
        naam, mag = titel or pad.stem, bool(openbaar)
        if bij["datum"]:
            id = one_punt(ledger, one_overleg(ledger, bij["datum"], bij["reeks"]), bij["punt"]).id or 0
            made = add_agendabijlage(ledger, id, naam, found.bestandsnaam, content, openbaar=mag)
        else:
            id = find(ledger, bij["kenmerk"]).id
            made = add_bijlage(ledger, id, naam, found.bestandsnaam, content, openbaar=mag)
    for each in (*found.meldingen, PERSONEN):
        click.echo(each, err=True)
    _show(made, als_json, meldingen=list(found.meldingen))


@bijlage.command()
@bestand
@_bij
@als_json
def lijst(bestand: Path, als_json: bool, **bij: Any) -> None:
    """Toon de bijlagen bij een herverdeling of een overleg. JSON: een lijst met id, titel, bestandsnaam, openbaar."""
    _check(bij)
    with reading(bestand) as ledger:
        found = _there(ledger, bij)
    print_rows(BIJLAGE_REGEL, found, als_json, _json, _("Er zijn geen bijlagen."))


@bijlage.command()
@_van_bijlage
@click.option("--titel", metavar="TEKST", help=_("De nieuwe titel."))
@_openbaar
@overnemen
@als_json
def wijzig(
    bestand: Path,
    nummer: int,
    titel: str | None,
    openbaar: bool | None,
    overnemen: bool,
    als_json: bool,
    **bij: Any,
) -> None:
    """Wijzig de titel van een bijlage, of of zij openbaar mag. JSON: id, titel, bestandsnaam, openbaar."""
    if titel is None and openbaar is None:
        raise WrongUsage(_("Geef wat er verandert: {names}.").format(names="--titel, --openbaar"))
    _check(bij)
    with writing(bestand, overnemen) as ledger:
        old = _one(ledger, bij, nummer)
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
def verwijder(bestand: Path, nummer: int, overnemen: bool, **bij: Any) -> None:
    """Verwijder een bijlage."""
    _check(bij)
    with writing(bestand, overnemen) as ledger:
        remove_bijlage(ledger, _one(ledger, bij, nummer))


@bijlage.command()
@_van_bijlage
@click.option("--naar", type=PAD, required=True, metavar="PAD", help=_("De map of het bestand."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al staat."))
def bewaar(bestand: Path, nummer: int, naar: Path, overschrijven: bool, **bij: Any) -> None:
    """Bewaar een kopie van een bijlage."""
    from regietafel.documents.maken import refuse_existing

    _check(bij)
    with reading(bestand) as ledger:
        found = _one(ledger, bij, nummer)
        content = ledger.inhoud.get(found.inhoud)
    target = naar / found.bestandsnaam if naar.is_dir() else naar
    refuse_existing(target.parent, [target], overwrite=overschrijven)
    write_files([(target, content)])
    click.echo(target)


def _check(bij: Mapping[str, Any]) -> None:
    """Raises a usage error unless one place is named."""
    if (bij["kenmerk"] is None) == (bij["datum"] is None):
        raise WrongUsage(_("Geef --herverdeling of --overleg."))


def _there(ledger: Ledger, bij: Mapping[str, Any]) -> Sequence[Bijlage]:
    """The annexes of the agreement, of the meeting, or of its point that is named."""
    if not bij["datum"]:
        return bijlagen(ledger, find(ledger, bij["kenmerk"]).id)
    overleg = one_overleg(ledger, bij["datum"], bij["reeks"])
    only = one_punt(ledger, overleg, bij["punt"]).id if bij["punt"] else None
    return [each for punt in agenda(ledger, overleg.id) if only in {None, punt.id} for each in punt.bijlagen]


def _one(ledger: Ledger, bij: Mapping[str, Any], nummer: int) -> Bijlage:
    if not bij["datum"]:
        return find_bijlage(ledger, find(ledger, bij["kenmerk"]).id, nummer)
    for each in _there(ledger, bij):
        if each.id == nummer:
            return each
    raise RegietafelError(_("Bij dit overleg is geen bijlage {nummer}.").format(nummer=nummer))


def _show(made: Bijlage, as_json: bool, **more: object) -> None:
    if as_json:
        print_json({**_json(made), **more})
    else:
        print_table(BIJLAGE_REGEL, [made])


def _json(made: Bijlage) -> dict[str, object]:
    return {field.name: getattr(made, field.name) for field in BIJLAGE_REGEL}


COMMANDS = (bijlage,)
