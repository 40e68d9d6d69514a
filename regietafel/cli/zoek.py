"""The command that searches everything a file holds."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

import click

from regietafel.cli.kit import AANTAL, Opdracht, als_json, bestand, print_json, print_table, reading
from regietafel.fields import DATUM, Field
from regietafel.i18n import _, format_number, shorten
from regietafel.queries.zoeken import NAMEN, Treffer, filled

_SHORT = 60  # characters of a column
_MOST = 1000
_SOORTEN = ", ".join(NAMEN)


class _Regel(NamedTuple):
    soort: str
    titel: str
    datum: datetime.date | None
    tekst: str
    waar: str


_COLUMNS = (
    Field(name="soort", label=_("Soort")),
    Field(name="titel", label=_("Titel")),
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="tekst", label=_("Tekst")),
    Field(name="waar", label=_("Waar")),
)


def _in_range(_ctx: click.Context, _param: click.Parameter, value: int) -> int:
    if not 1 <= value <= _MOST:
        raise click.BadParameter(_("kies een aantal van 1 tot {most}.").format(most=format_number(_MOST)))
    return value


@click.command(cls=Opdracht)
@bestand
@click.argument("woorden", nargs=-1, required=True, metavar="WOORDEN…")
@click.option(
    "--soort",
    type=click.Choice([*NAMEN]),
    metavar="SOORT",
    help=_("Alleen deze soort: {soorten}.").format(soorten=_SOORTEN),
)
@click.option(
    "--max", "most", type=AANTAL, default=50, metavar="AANTAL", callback=_in_range, help=_("Hooguit zoveel; anders 50.")
)
@als_json
def zoek(bestand: Path, woorden: tuple[str, ...], soort: str | None, most: int, als_json: bool) -> None:
    """Zoek in alles wat in het bestand staat; elk van de WOORDEN moet er zijn, als begin van een woord.

    Eerst wat de woorden in de titel heeft, dan in de tekst; daarbinnen het nieuwste eerst. Een datum vindt wat er op
    die dag was. Hoofdletters en accenten tellen niet.

    JSON: een lijst met soort, titel, datum, fragment (het deel van de tekst waar het staat), plek (het onderdeel en de
    bladzijde), id (het nummer daar, of null), vertrouwelijk (bij een vertrouwelijk agendapunt) en intern (het fragment
    is alleen voor de voorzitter).
    """
    with reading(bestand) as ledger:
        found = filled(ledger).search(" ".join(woorden), most, soort)
    if als_json:
        print_json([_json(each) for each in found])
    elif found:
        print_table(_COLUMNS, [_regel(each) for each in found])
    else:
        click.echo(_("Niets gevonden."))


def _regel(treffer: Treffer) -> _Regel:
    marks = [_("vertrouwelijk")] * treffer.vertrouwelijk + [_("intern")] * treffer.intern
    waar = " · ".join([treffer.plek.replace("/", " › "), *marks])
    return _Regel(
        treffer.soort, shorten(str(treffer.titel), _SHORT), treffer.datum, shorten(str(treffer.fragment), _SHORT), waar
    )


def _json(treffer: Treffer) -> dict[str, object]:
    return {
        "soort": treffer.soort,
        "titel": str(treffer.titel),
        "datum": treffer.datum,
        "fragment": str(treffer.fragment),
        "plek": treffer.plek,
        "id": treffer.id,
        "vertrouwelijk": treffer.vertrouwelijk,
        "intern": treffer.intern,
    }


COMMANDS = (zoek,)
