"""The commands about opgave for opvang that gemeenten of one provincie swap."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.opvanglocaties import remove_opvanguitruil, save_opvanguitruil
from regietafel.catalog import UITRUIL
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
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
from regietafel.domain.opvang import SOORTEN
from regietafel.domain.opvanglocatie import Opvanguitruil
from regietafel.fields import AANTAL as NUMMER
from regietafel.fields import Field
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.opvangruil import RuilRegel, find_ruil
from regietafel.queries.opvangruil import opvangruil as query

_FIELDS = (
    Field(name="id", label=_("Nummer"), kind=NUMMER),
    Field(name="van", label=_("Van")),
    Field(name="naar", label=_("Naar")),
    *UITRUIL,
)
_nummer = click.argument("nummer", type=int)
_ruil = together(
    click.option("--van", metavar="NAAM", help=_("De gemeente die plekken van haar opgave afstaat.")),
    click.option("--naar", metavar="NAAM", help=_("De gemeente die ze overneemt.")),
    click.option("--soort", type=click.Choice(SOORTEN), help=_("De soort opvang.")),
    click.option("--aantal", type=AANTAL, metavar="N", help=_("Het aantal plekken.")),
    click.option("--datum", type=DATUM, metavar="DATUM", help=_("Vanaf wanneer.")),
    click.option("--bron", metavar="TEKST", help=_("Het besluit of het overleg.")),
)


@click.group(cls=Groep)
def opvangruil() -> None:
    """Houd bij welke plekken van hun opgave gemeenten ruilen; het totaal van de provincie blijft gelijk."""


@opvangruil.command()
@bestand
@als_json
def lijst(bestand: Path, als_json: bool) -> None:
    """Toon alle uitruilen van opvangplekken; wat ze per gemeente doen, staat bij regietafel opvang.

    JSON: een lijst van [id, datum, van, naar, soort, aantal, bron].
    """
    with reading(bestand) as ledger:
        regels = query(ledger)
    print_rows(_FIELDS, regels, als_json, asdict, _("Er zijn geen opvangplekken geruild."))


@opvangruil.command()
@bestand
@_ruil
@overnemen
@als_json
def nieuw(bestand: Path, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Leg een uitruil vast. Geef --van, --naar, --soort, --aantal en --datum. JSON: als één regel van lijst."""
    if missing := [f"--{name}" for name in ("van", "naar", "soort", "aantal", "datum") if given[name] is None]:
        raise WrongUsage(_("Geef ook: {names}.").format(names=", ".join(missing)))
    with writing(bestand, overnemen) as ledger:
        made = save_opvanguitruil(ledger, Opvanguitruil(**_values(ledger, given)))
        assert made.id is not None
        _show(find_ruil(ledger, made.id), als_json)


@opvangruil.command()
@bestand
@_nummer
@_ruil
@overnemen
@als_json
def wijzig(bestand: Path, nummer: int, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een uitruil; wat u niet geeft, blijft. JSON: als één regel van lijst."""
    if all(value is None for value in given.values()):
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --aantal 20."))
    with writing(bestand, overnemen) as ledger:
        old = ledger.opvanguitruilen.get(find_ruil(ledger, nummer).id)
        save_opvanguitruil(ledger, replace(old, **_values(ledger, given)))
        _show(find_ruil(ledger, nummer), als_json)


@opvangruil.command()
@bestand
@_nummer
@overnemen
def verwijder(bestand: Path, nummer: int, overnemen: bool) -> None:
    """Verwijder een uitruil."""
    with writing(bestand, overnemen) as ledger:
        remove_opvanguitruil(ledger, ledger.opvanguitruilen.get(find_ruil(ledger, nummer).id))


def _values(ledger: Ledger, given: dict[str, Any]) -> dict[str, Any]:
    """What was given, gemeenten by id."""
    values = {name: value for name, value in given.items() if value is not None}
    for name in ("van", "naar"):
        if name in values:
            values[f"{name}_id"] = find_gemeente(ledger, values.pop(name)).id
    return values


def _show(regel: RuilRegel, as_json: bool) -> None:
    if as_json:
        print_json(asdict(regel))
    else:
        print_table(_FIELDS, [regel])


COMMANDS = (opvangruil,)
