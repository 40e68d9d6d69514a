"""Commands about the publication version of the documents of an agreement."""

from __future__ import annotations

from pathlib import Path

import click

from regietafel.cli.kit import F, Groep, als_json, bestand, overnemen, print_json, print_table, reading, writing
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _, today
from regietafel.queries.herverdelingen import find

_VELDEN = (
    Field(name="tekst", label=_("Tekst")),
    Field(name="wat", label=_("Wat ermee gebeurt")),
    Field(name="aantal", label=_("Plaatsen"), kind=AANTAL),
    Field(name="waarom", label=_("Waarom")),
)
_tekst = click.argument("teksten", nargs=-1, required=True, metavar="TEKST…")


def _herverdeling(function: F) -> F:
    help = _("De herverdeling, met haar kenmerk.")
    return click.option("--herverdeling", "kenmerk", required=True, metavar="KENMERK", help=help)(function)


@click.group(cls=Groep)
def woo() -> None:
    """Kies wat u weglaat als u documenten openbaar maakt; met documenten --woo maakt u ze."""


@woo.command()
@bestand
@_herverdeling
@als_json
def lijst(bestand: Path, kenmerk: str, als_json: bool) -> None:
    """Toon wat bij openbaarmaking wegvalt, wat blijft, en welke aantallen klein zijn.

    JSON: gegevens (lijst van tekst, grond, plaatsen, waarom, eigen; grond is leeg als de tekst blijft) en
    kleine_aantallen (lijst van document, waar, getal, zin).
    """
    from regietafel.documents.stukken.herverdeling import collect
    from regietafel.documents.woo.reeks import prepare
    from regietafel.documents.woo.vinden import read_bekend

    with reading(bestand) as ledger:
        id = find(ledger, kenmerk).id
        prepared = prepare(collect(ledger, id, today()), read_bekend(ledger, id))
    if als_json:
        gegevens = [
            {
                "tekst": each.gegeven.tekst,
                "grond": each.gegeven.grond,
                "plaatsen": each.aantal,
                "waarom": each.gegeven.waarom,
                "eigen": each.gegeven.eigen,
            }
            for each in prepared.gevonden
        ]
        small = [{"document": stuk.bestandsnaam, **klein._asdict()} for stuk, klein in prepared.klein]
        print_json({"gegevens": gegevens, "kleine_aantallen": small})
        return
    print_table(_VELDEN, prepared.gevonden)
    places: dict[tuple[str, str], list[str]] = {}
    for stuk, klein in prepared.klein:
        places.setdefault((stuk.bestandsnaam, klein.zin), []).append(klein.waar)
    for (naam, zin), where in places.items():
        more = _(" Dat staat op {n} plekken: {waar}.").format(n=len(where), waar="; ".join(where))
        click.echo(f"{naam}: {zin}{more if len(where) > 1 else ''}", err=True)


@woo.command()
@bestand
@_tekst
@_herverdeling
@click.option("--grond", default="5.1.2e", metavar="GROND", help=_("De grond in de Woo; anders 5.1.2e."))
@overnemen
def weg(bestand: Path, teksten: tuple[str, ...], kenmerk: str, grond: str, overnemen: bool) -> None:
    """Laat teksten weg bij openbaarmaking, in elke schrijfwijze."""
    _choose(bestand, kenmerk, teksten, grond, overnemen=overnemen)


@woo.command()
@bestand
@_tekst
@_herverdeling
@overnemen
def blijft(bestand: Path, teksten: tuple[str, ...], kenmerk: str, overnemen: bool) -> None:
    """Laat teksten staan bij openbaarmaking."""
    _choose(bestand, kenmerk, teksten, "", overnemen=overnemen)


@woo.command()
@bestand
@_tekst
@_herverdeling
@overnemen
def terug(bestand: Path, teksten: tuple[str, ...], kenmerk: str, overnemen: bool) -> None:
    """Neem een keuze terug; het programma stelt dan weer zelf voor wat ermee gebeurt."""
    from regietafel.documents.woo.keuze import take_back

    with writing(bestand, overnemen) as ledger:
        id = find(ledger, kenmerk).id
        for tekst in teksten:
            take_back(ledger, id, tekst)


def _choose(bestand: Path, kenmerk: str, teksten: tuple[str, ...], grond: str, *, overnemen: bool) -> None:
    from regietafel.documents.woo.keuze import choose

    with writing(bestand, overnemen) as ledger:
        id = find(ledger, kenmerk).id
        for tekst in teksten:
            choose(ledger, id, tekst, grond)


COMMANDS = (woo,)
