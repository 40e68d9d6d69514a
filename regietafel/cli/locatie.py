"""The commands that keep the locations of opvang: what they are, how far they are and how full."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.opvanglocaties import (
    add_locatie,
    edit_locatie,
    record_bezettingen,
    remove_bezetting,
    remove_locatie,
)
from regietafel.actions.staten import record_staat, remove_staat
from regietafel.catalog import BEZETTING, LOCATIE, STAATWISSEL
from regietafel.catalog.opvang import LOCATIEREGEL
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    print_table,
    reading,
    toch,
    together,
    writing,
)
from regietafel.cli.velden import check_complete, parse_settings, zetten_option
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie
from regietafel.domain.staat import STATEN, Staatwissel
from regietafel.errors import RegietafelError
from regietafel.fields import AANTAL as NUMMER
from regietafel.fields import Field
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.locaties import LocatieRegel, find_locatie, locatieblad, locaties

OP = click.option("--op", type=DATUM, metavar="DATUM", help=_("Zoals het op die dag is; anders vandaag."))
_ID = Field(name="id", label=_("Nummer"), kind=NUMMER)
_SHOWN = {"gemeente", "naam", "soort", "staat", "capaciteit", "bezet", "vrij", "open_vanaf", "open_tot", "raadsbesluit"}
_SHORT = (_ID, *(field for field in LOCATIEREGEL if field.name in _SHOWN))
_MORE = tuple(field for field in LOCATIEREGEL if field.name not in {*_SHOWN, "staat_vanaf", "peildatum"})
"""What only the text of one location has; its days are in the lists of its states and counts."""
_locatie = click.argument("locatie")
_vanaf = click.option("--vanaf", type=DATUM, metavar="DATUM", help=_("Sinds wanneer het in die staat is."))
_toelichting = click.option(
    "--toelichting", default="", metavar="TEKST", help=_("Bijvoorbeeld het nummer van het besluit.")
)
_gegevens = together(
    zetten_option(_("Zet een gegeven, zoals capaciteit=300.")),
    click.option("--gemeente", metavar="NAAM", help=_("Waar de locatie ligt.")),
    click.option("--hoofdlocatie", metavar="LOCATIE", help=_("Waar een kleine locatie bij hoort; leeg haalt weg.")),
)


@click.group(cls=Groep)
def locatie() -> None:
    """Houd de locaties voor opvang bij: wat het zijn, hoe ver ze zijn en hoe vol."""


@locatie.command()
@bestand
@OP
@als_json
def lijst(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon alle locaties, met wat er over te zeggen is.

    JSON: een lijst van [id, gemeente, naam, soort, staat, staat_vanaf, capaciteit, bezet, peildatum, vrij, open_vanaf,
    open_tot, overeenkomst_tot, doelgroep, hoofdlocatie, contact, bron, opmerking, is_open, raadsbesluit,
    opmerkingen]. bezet is de telling van peildatum; raadsbesluit zegt of er een is vastgelegd bij de staten;
    opmerkingen is een lijst met zinnen.
    """
    with reading(bestand) as ledger:
        regels = locaties(ledger, op or today())
    if als_json:
        print_json([locatie_json(each) for each in regels])
    elif regels:
        print_locaties(regels)
    else:
        click.echo(_("Er zijn nog geen locaties."))


@locatie.command()
@bestand
@_locatie
@OP
@als_json
def toon(bestand: Path, locatie: str, op: datetime.date | None, als_json: bool) -> None:
    """Toon één locatie, met naam of nummer.

    JSON: als bij lijst, met staten: [staat, vanaf, toelichting], bezettingen: [peildatum, bezet, bron], klein: de
    namen van de locaties die erbij horen.
    """
    with reading(bestand) as ledger:
        _show(ledger, find_locatie(ledger, locatie), op or today(), als_json)


@locatie.command()
@bestand
@_gegevens
@click.option("--staat", type=click.Choice(STATEN), help=_("Hoe ver het is."))
@_vanaf
@_toelichting
@overnemen
@als_json
def nieuw(
    bestand: Path,
    staat: str | None,
    vanaf: datetime.date | None,
    toelichting: str,
    overnemen: bool,
    als_json: bool,
    **given: Any,
) -> None:
    """Voeg een locatie toe. Geef --gemeente en met --zet naam en soort.

    soort is azc, coa_noodopvang, crisisnoodopvang, oekraine, amv_procesopvang, amv_kleinschalig, amv_nidos of rol.
    JSON: als bij toon.
    """
    settings = parse_settings(given["zetten"], LOCATIE)
    if given["gemeente"] is None:
        raise WrongUsage(_("Geef ook: {names}.").format(names="--gemeente"))
    if (staat is None) != (vanaf is None):
        raise WrongUsage(_("Geef --staat en --vanaf samen."))
    check_complete(settings, LOCATIE)
    staten = [Staatwissel(locatie_id=0, staat=staat, vanaf=vanaf, toelichting=toelichting)] if staat and vanaf else []
    with writing(bestand, overnemen) as ledger:
        made = add_locatie(ledger, Opvanglocatie(**settings, **_links(ledger, given)), staten)
        _show(ledger, made, max(today(), vanaf or today()), als_json)


@locatie.command()
@bestand
@_locatie
@_gegevens
@toch
@overnemen
@als_json
def wijzig(bestand: Path, locatie: str, toch: bool, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een locatie; wat u niet geeft, blijft. JSON: als bij toon."""
    if not given["zetten"] and given["gemeente"] is None and given["hoofdlocatie"] is None:
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet capaciteit=300."))
    settings = parse_settings(given["zetten"], LOCATIE)
    with writing(bestand, overnemen) as ledger:
        new = replace(find_locatie(ledger, locatie), **settings, **_links(ledger, given))
        edit_locatie(ledger, new, toch=toch)
        _show(ledger, new, today(), als_json)


@locatie.command()
@bestand
@_locatie
@overnemen
def verwijder(bestand: Path, locatie: str, overnemen: bool) -> None:
    """Verwijder een locatie met haar staten en tellingen."""
    with writing(bestand, overnemen) as ledger:
        remove_locatie(ledger, find_locatie(ledger, locatie))


@locatie.command()
@bestand
@_locatie
@click.option("--staat", type=click.Choice(STATEN), help=_("Hoe ver het is."))
@_vanaf
@_toelichting
@click.option("--verwijder", is_flag=True, help=_("Haal de staat van die dag weg."))
@toch
@overnemen
@als_json
def staat(
    bestand: Path,
    locatie: str,
    staat: str | None,
    vanaf: datetime.date | None,
    toelichting: str,
    verwijder: bool,
    toch: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Leg vast hoe ver een locatie is: --staat raadsbesluit --vanaf 2023-09-01. JSON: als bij toon."""
    if (staat is None) != verwijder or vanaf is None:
        raise WrongUsage(_("Geef --vanaf, met --staat of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        found = find_locatie(ledger, locatie)
        if staat is not None:
            wissel = Staatwissel(locatie_id=found.id, staat=staat, vanaf=vanaf, toelichting=toelichting)
            record_staat(ledger, wissel, toch=toch)
        elif old := ledger.staatwissels.find(locatie_id=found.id, vanaf=vanaf):
            remove_staat(ledger, old)
        else:
            raise RegietafelError(_("Van die dag staat er geen staat bij {naam}.").format(naam=found.naam))
        _show(ledger, found, max(today(), vanaf), als_json)


@locatie.command()
@bestand
@_locatie
@click.option("--aantal", type=AANTAL, metavar="N", help=_("Hoeveel plekken in gebruik zijn; nooit door wie."))
@click.option("--peildatum", type=DATUM, required=True, metavar="DATUM", help=_("De dag van de telling."))
@click.option("--bron", default="", metavar="TEKST", help=_("Van wie de telling is."))
@click.option("--verwijder", is_flag=True, help=_("Haal de telling van die dag weg."))
@toch
@overnemen
@als_json
def bezet(
    bestand: Path,
    locatie: str,
    aantal: int | None,
    peildatum: datetime.date,
    bron: str,
    verwijder: bool,
    toch: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Leg vast hoeveel plekken van een locatie in gebruik zijn. JSON: als bij toon."""
    if (aantal is None) != verwijder:
        raise WrongUsage(_("Geef --aantal, of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        found = find_locatie(ledger, locatie)
        assert found.id is not None
        if aantal is not None:
            count = Bezetting(locatie_id=found.id, peildatum=peildatum, bezet=aantal, bron=bron)
            record_bezettingen(ledger, [count], toch=toch)
        elif old := ledger.bezettingen.find(locatie_id=found.id, peildatum=peildatum):
            remove_bezetting(ledger, old)
        else:
            raise RegietafelError(_("Van die dag staat er geen telling bij {naam}.").format(naam=found.naam))
        _show(ledger, found, max(today(), peildatum), als_json)


def print_locaties(regels: Sequence[LocatieRegel]) -> None:
    """The list, and below it what is to be said of each."""
    print_table(_SHORT, regels)
    said = [(regel, zin) for regel in regels for zin in regel.opmerkingen]
    if said:
        click.echo()
    for regel, zin in said:
        click.echo(f"{regel.naam} ({regel.gemeente}): {zin}")


def locatie_json(regel: LocatieRegel) -> dict[str, Any]:
    """All but what only this program can use."""
    return {key: value for key, value in asdict(regel).items() if key != "gemeente_id"}


def _links(ledger: Ledger, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the location refers to, by id."""
    found: dict[str, Any] = {}
    if given["gemeente"] is not None:
        found["gemeente_id"] = find_gemeente(ledger, given["gemeente"]).id
    if given["hoofdlocatie"] is not None:
        found["hoofdlocatie_id"] = find_locatie(ledger, given["hoofdlocatie"]).id if given["hoofdlocatie"] else None
    return found


def _show(ledger: Ledger, locatie: Opvanglocatie, op: datetime.date, as_json: bool) -> None:
    assert locatie.id is not None
    blad = locatieblad(ledger, locatie.id, op)
    parts = {
        "staten": [{field.name: getattr(each, field.name) for field in STAATWISSEL} for each in blad.staten],
        "bezettingen": [{field.name: getattr(each, field.name) for field in BEZETTING} for each in blad.bezettingen],
        "klein": [each.naam for each in blad.klein],
    }
    if as_json:
        print_json({**locatie_json(blad.regel), **parts})
        return
    print_locaties([blad.regel])
    if filled := [field for field in _MORE if getattr(blad.regel, field.name)]:
        click.echo()
    for field in filled:
        click.echo(f"{field.label}: {field.show(blad.regel)}")
    for fields, rows in ((STAATWISSEL, blad.staten), (BEZETTING, blad.bezettingen), (_SHORT, blad.klein)):
        if rows:
            click.echo()
            print_table(fields, rows)


COMMANDS = (locatie,)
