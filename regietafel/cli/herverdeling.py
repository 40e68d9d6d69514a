"""Commands about agreements and their documents."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    remove_herverdeling,
)
from regietafel.catalog import HERVERDELING, WIJZIGING_REGEL
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Groep,
    Opdracht,
    als_json,
    bestand,
    overnemen,
    periode_option,
    print_json,
    print_table,
    reading,
    today,
    writing,
)
from regietafel.domain.herverdeling import Bepalingen, Deel, Wijziging
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, parse_number
from regietafel.queries.herverdelingen import HerverdelingBlad, blad, find, herverdelingen

_KENMERK = click.argument("kenmerk")
_OVERDRACHT = click.option(
    "--overdracht",
    "overdrachten",
    multiple=True,
    required=True,
    metavar='"VAN>NAAR:N"',
    help=_("Wie aan wie hoeveel overdraagt; mag vaker."),
)
_TOELICHTING = click.option("--toelichting", metavar="TEKST", help=_("Waarom, in één of meer zinnen."))


@click.group(cls=Groep)
def herverdeling() -> None:
    """Bereid een herverdeling (uitruil) voor volgens artikel 29, tweede lid, van de Huisvestingswet 2014."""


@herverdeling.command()
@bestand
@periode_option()
@_OVERDRACHT
@_TOELICHTING
@overnemen
@als_json
def nieuw(
    bestand: Path,
    periode: Periode,
    overdrachten: tuple[str, ...],
    toelichting: str | None,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Maak een herverdeling.

    JSON: kenmerk, partijen: [gemeente, oud, wijziging, nieuw], som_oud, som_nieuw.
    """
    delen = [parse_deel(text) for text in overdrachten]
    with writing(bestand, overnemen) as ledger:
        _show(
            blad(ledger, make_herverdeling(ledger, periode, delen, Bepalingen(toelichting=toelichting or ""))), als_json
        )


@herverdeling.command()
@bestand
@_KENMERK
@_OVERDRACHT
@_TOELICHTING
@overnemen
@als_json
def wijzig(
    bestand: Path, kenmerk: str, overdrachten: tuple[str, ...], toelichting: str | None, overnemen: bool, als_json: bool
) -> None:
    """Vervang de overdrachten van een herverdeling in voorbereiding. JSON: als bij nieuw."""
    delen = [parse_deel(text) for text in overdrachten]
    with writing(bestand, overnemen) as ledger:
        old = find(ledger, kenmerk)
        bepalingen = old.herverdeling.bepalingen
        if toelichting is not None:
            bepalingen = replace(bepalingen, toelichting=toelichting)
        edit_herverdeling(ledger, old.id, delen, bepalingen)
        _show(blad(ledger, old.id), als_json)


@herverdeling.command()
@bestand
@_KENMERK
@als_json
def toon(bestand: Path, kenmerk: str, als_json: bool) -> None:
    """Toon een herverdeling.

    JSON: kenmerk, periode, status, in_werking_op, toelichting, overdrachten: [van, naar, aantal],
    partijen: [gemeente, oud, wijziging, nieuw], som_oud, som_nieuw.
    """
    with reading(bestand) as ledger:
        view = find(ledger, kenmerk)
    if als_json:
        print_json(
            {
                "kenmerk": view.kenmerk,
                "periode": str(view.periode),
                "status": view.status,
                "in_werking_op": view.in_werking_op,
                "toelichting": view.toelichting,
                "overdrachten": [{"van": d.van, "naar": d.naar, "aantal": d.aantal} for d in view.delen],
                **_partijen_json(view),
            }
        )
    else:
        _show(view, als_json=False)


@herverdeling.command()
@bestand
@periode_option(required=False)
@als_json
def lijst(bestand: Path, periode: Periode | None, als_json: bool) -> None:
    """Toon alle herverdelingen. JSON: een lijst met kenmerk, periode, status, in_werking_op, aantal."""
    with reading(bestand) as ledger:
        views = herverdelingen(ledger, periode)
    if als_json:
        keys = ("kenmerk", "periode", "status", "in_werking_op", "aantal")
        print_json([{key: getattr(view, key) for key in keys} for view in views])
    elif views:
        print_table(HERVERDELING, views)
    else:
        click.echo(_("Er zijn nog geen herverdelingen."))


@herverdeling.command()
@bestand
@_KENMERK
@overnemen
def verwijder(bestand: Path, kenmerk: str, overnemen: bool) -> None:
    """Verwijder een herverdeling in voorbereiding. Haar kenmerk wordt niet opnieuw gebruikt."""
    with writing(bestand, overnemen) as ledger:
        remove_herverdeling(ledger, find(ledger, kenmerk).id)


@click.command(cls=Opdracht)
@bestand
@click.option("--herverdeling", "kenmerk", required=True, metavar="KENMERK", help=_("De herverdeling."))
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op de brieven; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang documenten die al in de map staan."))
def documenten(bestand: Path, kenmerk: str, naar: Path, datum: datetime.date | None, overschrijven: bool) -> None:
    """Maak het gezamenlijk besluit, de collegebrieven en de kennisgeving aan het COA als PDF."""
    from regietafel.documents.dossier import make_dossier, open_ends, write_dossier

    with reading(bestand) as ledger:
        id, datum = find(ledger, kenmerk).id, datum or today()
        stukken, missing = make_dossier(ledger, id, datum), open_ends(ledger, id, datum)
    for path in write_dossier(stukken, naar, overwrite=overschrijven):
        click.echo(path)
    for text in missing:
        click.echo(_("Nog open: {text}.").format(text=text), err=True)


def parse_deel(text: str) -> Deel:
    """``Enschede>Borne:10``."""
    names, colon, aantal = text.rpartition(":")
    van, arrow, naar = names.partition(">")
    try:
        if not (colon and arrow and van.strip() and naar.strip()):
            raise ValueError
        return Deel(van.strip(), naar.strip(), parse_number(aantal))
    except ValueError:
        raise RegietafelError(
            _("“{text}” is geen overdracht; schrijf bijvoorbeeld Enschede>Borne:10.").format(text=text)
        ) from None


def _show(view: HerverdelingBlad, als_json: bool) -> None:
    if als_json:
        print_json({"kenmerk": view.kenmerk, **_partijen_json(view)})
        return
    click.echo(_("Herverdeling {kenmerk}, {status}").format(kenmerk=view.kenmerk, status=view.status))
    totaal = Wijziging(_("Totaal"), view.som_oud, view.som_nieuw - view.som_oud)
    print_table(WIJZIGING_REGEL, view.partijen, totaal)


def _partijen_json(view: HerverdelingBlad) -> dict[str, Any]:
    partijen = [
        {"gemeente": p.gemeente, "oud": p.oud, "wijziging": p.wijziging, "nieuw": p.nieuw} for p in view.partijen
    ]
    return {"partijen": partijen, "som_oud": view.som_oud, "som_nieuw": view.som_nieuw}


COMMANDS = (herverdeling, documenten)
