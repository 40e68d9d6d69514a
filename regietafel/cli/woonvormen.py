"""The commands about projects with homes: all of them, and everything of one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from regietafel.catalog.opvang import STAATWISSEL
from regietafel.catalog.projecten import HAR_REGEL, PROJECT_REGEL
from regietafel.cli.kit import DATUM, Opdracht, als_json, bestand, print_json, print_table, reading
from regietafel.domain.woonproject import Woonproject
from regietafel.fields import AANTAL as NUMMER
from regietafel.fields import Field
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import ProjectRegel, projectblad
from regietafel.queries.woonprojecten import woonprojecten as query

_ID = Field(name="id", label=_("Nummer"), kind=NUMMER)
_LIJST = frozenset({"gemeente", "naam", "soort", "staat", "zekerheid", "vergunninghouders", "telgemeenten"})
_LIJST |= {"oplevering", "einde", "telt_mee"}
_SHORT = (_ID, *(field for field in PROJECT_REGEL if field.name in _LIJST))
_KEYS = (
    "id gemeente naam soort partner staat staat_vanaf open_sinds zekerheid eenheden personen vergunninghouders"
    " oplevering einde plaats_tot daarna regeling bedrag telt_mee telt_mee_bron contact bron opmerking opmerkingen"
)
_HAR_KEYS = "id gemeente begin einde aantal vertrokken over dagen_over"
OP = click.option("--op", type=DATUM, metavar="DATUM", help=_("Zoals het op die dag is; anders vandaag."))


@click.command(cls=Opdracht)
@bestand
@OP
@als_json
def woonvormen(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon de projecten met woningen: hoe ver ze zijn, voor wie ze tellen en wat er over te zeggen is.

    JSON: een lijst van [id, gemeente, naam, soort, partner, staat, staat_vanaf, open_sinds, zekerheid (in procenten),
    eenheden, personen, vergunninghouders, telgemeenten: [gemeente, personen], maten: [maat, woningen], oplevering,
    einde, plaats_tot, daarna, regeling, bedrag, telt_mee (ja, nee of onbekend), telt_mee_bron, contact, bron,
    opmerking, harinstromen: [id, gemeente, begin, einde, aantal, vertrokken, over, dagen_over], opmerkingen: een lijst
    met zinnen].
    """
    with reading(bestand) as ledger:
        regels = query(ledger, op or today())
    if als_json:
        print_json([_json(regel) for regel in regels])
    elif regels:
        print_table(_SHORT, regels)
        _say(regels)
    else:
        click.echo(_("Er zijn nog geen projecten."))


def _json(regel: ProjectRegel) -> dict[str, Any]:
    return {
        **{key: getattr(regel, key) for key in _KEYS.split()},
        "telgemeenten": [{"gemeente": gemeente, "personen": personen} for gemeente, personen in regel.telgemeenten],
        "maten": [{"maat": maat, "woningen": woningen} for maat, woningen in regel.maten],
        "harinstromen": [{key: getattr(each, key) for key in _HAR_KEYS.split()} for each in regel.harinstromen],
    }


def show_project(ledger: Ledger, project: Woonproject, op: datetime.date, as_json: bool) -> None:
    assert project.id is not None
    blad = projectblad(ledger, project.id, op)
    if as_json:
        staten = [{"staat": each.staat, "vanaf": each.vanaf, "toelichting": each.toelichting} for each in blad.staten]
        print_json({**_json(blad.regel), "staten": staten})
        return
    print_table(_SHORT, [blad.regel])
    for fields, rows in ((STAATWISSEL, blad.staten), ((_ID, *HAR_REGEL), blad.harinstromen)):
        if rows:
            click.echo()
            print_table(fields, rows)
    _say([blad.regel])


def _say(regels: Sequence[ProjectRegel]) -> None:
    """The remarks, per project."""
    for regel in regels:
        if regel.opmerkingen:
            click.echo(f"\n{regel.naam}, {regel.gemeente}")
        for zin in regel.opmerkingen:
            click.echo(f"  {zin}")


COMMANDS = (woonvormen,)
