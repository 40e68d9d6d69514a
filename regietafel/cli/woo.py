"""Commands about the publication version of the documents of an agreement, or of a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from regietafel.cli.kit import (
    DATUM,
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
from regietafel.cli.overlegkit import REEKS, one_overleg
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import find

if TYPE_CHECKING:
    from regietafel.documents.woo.reeks import Voorbereiding

_VELDEN = (
    Field(name="tekst", label=_("Tekst")),
    Field(name="wat", label=_("Wat ermee gebeurt")),
    Field(name="aantal", label=_("Plaatsen"), kind=AANTAL),
    Field(name="waarom", label=_("Waarom")),
)
_tekst = click.argument("teksten", nargs=-1, required=True, metavar="TEKST…")


_bij = together(
    click.option("--herverdeling", "kenmerk", metavar="KENMERK", help=_("De herverdeling, met haar kenmerk.")),
    click.option("--overleg", "datum", type=DATUM, metavar="DATUM", help=_("Of de dag van het overleg.")),
    REEKS,
)


@click.group(cls=Groep)
def woo() -> None:
    """Kies wat u weglaat als u documenten openbaar maakt; met documenten --woo maakt u ze.

    Noem --herverdeling of --overleg.
    """


@woo.command()
@bestand
@_bij
@als_json
def lijst(bestand: Path, als_json: bool, **bij: Any) -> None:
    """Toon wat bij openbaarmaking wegvalt, wat blijft, en welke aantallen klein zijn.

    JSON: gegevens (lijst van tekst, grond, plaatsen, waarom, eigen; grond is leeg als de tekst blijft) en
    kleine_aantallen (lijst van document, waar, getal, zin).
    """
    _check(bij)
    with reading(bestand) as ledger:
        prepared = _prepared(ledger, bij)
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
@_bij
@click.option("--grond", default="5.1.2e", metavar="GROND", help=_("De grond in de Woo; anders 5.1.2e."))
@overnemen
def weg(bestand: Path, teksten: tuple[str, ...], grond: str, overnemen: bool, **bij: Any) -> None:
    """Laat teksten weg bij openbaarmaking, in elke schrijfwijze."""
    _choose(bestand, bij, teksten, grond, overnemen=overnemen)


@woo.command()
@bestand
@_tekst
@_bij
@overnemen
def blijft(bestand: Path, teksten: tuple[str, ...], overnemen: bool, **bij: Any) -> None:
    """Laat teksten staan bij openbaarmaking."""
    _choose(bestand, bij, teksten, "", overnemen=overnemen)


@woo.command()
@bestand
@_tekst
@_bij
@overnemen
def terug(bestand: Path, teksten: tuple[str, ...], overnemen: bool, **bij: Any) -> None:
    """Neem een keuze terug; het programma stelt dan weer zelf voor wat ermee gebeurt."""
    from regietafel.documents.woo.keuze import take_back

    _check(bij)
    with writing(bestand, overnemen) as ledger:
        herverdeling_id, overleg_id = _about(ledger, bij)
        for tekst in teksten:
            take_back(ledger, herverdeling_id, tekst, overleg_id=overleg_id)


def _choose(bestand: Path, bij: Mapping[str, Any], teksten: tuple[str, ...], grond: str, *, overnemen: bool) -> None:
    from regietafel.documents.woo.keuze import choose

    _check(bij)
    with writing(bestand, overnemen) as ledger:
        herverdeling_id, overleg_id = _about(ledger, bij)
        for tekst in teksten:
            choose(ledger, herverdeling_id, tekst, grond, overleg_id=overleg_id)


def _check(bij: Mapping[str, Any]) -> None:
    """Raises a usage error unless one of both is named."""
    if (bij["kenmerk"] is None) == (bij["datum"] is None):
        raise WrongUsage(_("Geef --herverdeling of --overleg."))


def _about(ledger: Ledger, bij: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The id of the agreement, or of the meeting."""
    if bij["datum"]:
        return None, one_overleg(ledger, bij["datum"], bij["reeks"]).id
    return find(ledger, bij["kenmerk"]).id, None


def _prepared(ledger: Ledger, bij: Mapping[str, Any]) -> Voorbereiding:
    from regietafel.documents.overlegleveren import OverlegVraag, read_overleglevering
    from regietafel.documents.stukken.herverdeling import collect
    from regietafel.documents.woo.reeks import prepare, prepare_reeks
    from regietafel.documents.woo.vinden import read_bekend

    herverdeling_id, overleg_id = _about(ledger, bij)
    if overleg_id is not None:
        levering = read_overleglevering(ledger, overleg_id, today(), OverlegVraag(openbaar=True))
        return prepare_reeks(levering.compose(levering.plannen), levering.bekend)
    assert herverdeling_id is not None
    return prepare(collect(ledger, herverdeling_id, today()), read_bekend(ledger, herverdeling_id))


COMMANDS = (woo,)
