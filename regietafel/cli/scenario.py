"""Commands about scenario's: what-ifs beside the register, and the concept one can make of them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from regietafel.actions.scenarios import copy_scenario, edit_scenario, make_concepten, make_scenario, remove_scenario
from regietafel.catalog.scenario import SCENARIO_LIJST
from regietafel.cli.documenten import tell
from regietafel.cli.herverdeling import parse_deel
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    op_option,
    overnemen,
    periode_option,
    print_json,
    print_rows,
    reading,
    registering,
    together,
    writing,
)
from regietafel.cli.scenarioblad import print_uitkomst, scenario_json, vergelijking_json
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenarioregel
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.scenario import Uitkomst, uitkomst, uitkomsten
from regietafel.queries import herverdelingen
from regietafel.queries.scenarios import blad, find, scenarios

_NAAM = click.argument("naam")
_NAMEN = click.argument("namen", nargs=-1, metavar="[NAAM …]")
_LIJST_KEYS = "naam periode aantal_overdrachten aantal opgelost rest oordeel"


_delen_options = together(
    click.option(
        "--overdracht",
        "overdrachten",
        multiple=True,
        metavar='"VAN>NAAR:N"',
        help=_("Wie aan wie hoeveel overdraagt; mag vaker."),
    ),
    click.option(
        "--waarom",
        "redenen",
        multiple=True,
        metavar="TEKST",
        help=_("Waarom, bij elke overdracht in dezelfde volgorde; mag ontbreken."),
    ),
    click.option("--toelichting", metavar="TEKST", help=_("Waar het scenario over gaat.")),
)


@click.group(cls=Groep)
def scenario() -> None:
    """Reken een mogelijke uitruil door zonder iets aan de cijfers te veranderen."""


@scenario.command()
@bestand
@_NAAM
@periode_option()
@_delen_options
@overnemen
@als_json
def nieuw(bestand: Path, naam: str, periode: Periode, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Bewaar een scenario. Het hoeft nog niet aan de regels van een herverdeling te voldoen.

    JSON: als bij toon.
    """
    delen = _parse_delen(given["overdrachten"], given["redenen"])
    with writing(bestand, overnemen) as ledger:
        _show(ledger, [make_scenario(ledger, periode, naam, delen, given["toelichting"] or "")], als_json)


@scenario.command()
@bestand
@_NAAM
@click.option("--naam", "andere_naam", metavar="NAAM", help=_("Een andere naam."))
@_delen_options
@overnemen
@als_json
def wijzig(bestand: Path, naam: str, andere_naam: str | None, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een scenario; wat u niet geeft, blijft. --overdracht vervangt alle overdrachten. JSON: als bij toon."""
    delen = _parse_delen(given["overdrachten"], given["redenen"])
    with writing(bestand, overnemen) as ledger:
        old = find(ledger, naam)
        text = old.toelichting if given["toelichting"] is None else given["toelichting"]
        edit_scenario(ledger, old.id, andere_naam or old.naam, delen or old.delen, text)
        _show(ledger, [old.id], als_json)


@scenario.command()
@bestand
@_NAAM
@overnemen
@als_json
def kopie(bestand: Path, naam: str, overnemen: bool, als_json: bool) -> None:
    """Maak een kopie om te wijzigen. JSON: als bij toon."""
    with writing(bestand, overnemen) as ledger:
        _show(ledger, [copy_scenario(ledger, find(ledger, naam).id)], als_json)


@scenario.command()
@bestand
@periode_option(required=False)
@op_option
@als_json
def lijst(bestand: Path, periode: Periode | None, op: datetime.date | None, als_json: bool) -> None:
    """Toon alle scenario's met wat zij oplossen.

    JSON: een lijst met naam, periode, aantal_overdrachten, aantal (personen), opgelost, rest, oordeel.
    """
    with reading(bestand) as ledger:
        regels = [
            regel
            for each in sorted({view.periode for view in scenarios(ledger, periode)})
            for regel in uitkomsten(ledger, each, op or dag_van(each, today()))
        ]
    print_rows(SCENARIO_LIJST, regels, als_json, _LIJST_KEYS, _("Er zijn nog geen scenario's."))


@scenario.command()
@bestand
@_NAAM
@op_option
@als_json
def toon(bestand: Path, naam: str, op: datetime.date | None, als_json: bool) -> None:
    """Toon een scenario: de overdrachten, wat de regels ervan zeggen, en de uitkomst per gemeente.

    JSON: naam, periode, op, toelichting, overdrachten: [van, naar, aantal, waarom], aantal_overdrachten, opgelost en
    rest (achterstand in personen), breuken en let_op: lijsten met zinnen, onbekend: [gemeente] zonder verwacht saldo,
    gemeenten: [gemeente, taakstelling, opgave, verwacht_saldo, na: wijziging, taakstelling, verwacht_saldo, per_1000
    (taakstelling per 1.000 inwoners)], totaal: dezelfde sleutels.
    """
    with reading(bestand) as ledger:
        _show(ledger, [find(ledger, naam).id], als_json, op)


@scenario.command()
@bestand
@_NAMEN
@periode_option(required=False)
@op_option
@als_json
def vergelijk(
    bestand: Path, namen: tuple[str, ...], periode: Periode | None, op: datetime.date | None, als_json: bool
) -> None:
    """Zet scenario's van één halfjaar naast elkaar: die u noemt, of met --periode alle van dat halfjaar.

    JSON: periode, op, achterstand (zonder scenario), onbekend, scenarios: [naam, aantal_overdrachten, aantal, opgelost,
    rest, breuken, let_op], gemeenten: [gemeente, taakstelling, opgave, verwacht_saldo, na: een lijst met per scenario
    wijziging, taakstelling, verwacht_saldo, per_1000], totaal: dezelfde sleutels.
    """
    with reading(bestand) as ledger:
        found = _chosen(ledger, namen, periode, op)
    if als_json:
        print_json(vergelijking_json(found))
    else:
        print_uitkomst(found)


@scenario.command()
@bestand
@_NAAM
@overnemen
def verwijder(bestand: Path, naam: str, overnemen: bool) -> None:
    """Verwijder een scenario; herverdelingen die ervan zijn gemaakt, blijven."""
    with writing(bestand, overnemen) as ledger:
        remove_scenario(ledger, find(ledger, naam).id)


@scenario.command()
@bestand
@_NAAM
@click.option("--buiten-tafel", is_flag=True, help=_("Een gemeente van buiten de tafel doet met opzet mee."))
@click.option("--samen", is_flag=True, help=_("Eén herverdeling van alles, ook van wie niet met elkaar ruilt."))
@overnemen
@als_json
def concept(bestand: Path, naam: str, buiten_tafel: bool, samen: bool, overnemen: bool, als_json: bool) -> None:
    """Maak van een scenario een concept; het scenario blijft.

    Gemeenten die niet met elkaar ruilen, krijgen elk hun eigen herverdeling: weigert een college, dan vervalt alleen
    de zijne. JSON: kenmerken: een lijst.
    """
    with writing(bestand, overnemen) as ledger:
        made = make_concepten(ledger, find(ledger, naam).id, buiten_tafel=buiten_tafel, samen=samen)
        kenmerken = [herverdelingen.blad(ledger, id).kenmerk for id in made]
    if als_json:
        print_json({"kenmerken": kenmerken})
    else:
        for kenmerk in kenmerken:
            click.echo(kenmerk)


@scenario.command()
@bestand
@_NAMEN
@periode_option(required=False)
@op_option
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor het document."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op het document; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang een document dat al in de map staat."))
def bijlage(bestand: Path, namen: tuple[str, ...], naar: Path, overschrijven: bool, **given: Any) -> None:
    """Maak de bijlage bij de agenda als PDF: scenario's naast elkaar, die u noemt of alle van --periode."""
    from regietafel.documents.maken import keep, write_stukken
    from regietafel.documents.stukken.scenario import make_scenariobijlage

    with registering(bestand) as ledger:
        found = _chosen(ledger, namen, given["periode"], given["op"])
        stuk = make_scenariobijlage(ledger, found, given["datum"] or today())
        made = write_stukken([stuk], naar, overwrite=overschrijven)
        keep(ledger, made.geschreven)
        tell(made, read_only=ledger.read_only)


def _parse_delen(overdrachten: tuple[str, ...], redenen: tuple[str, ...]) -> tuple[Scenarioregel, ...]:
    if len(redenen) > len(overdrachten):
        raise WrongUsage(_("Er is vaker --waarom dan --overdracht gegeven."))
    reasons = (*redenen, *[""] * (len(overdrachten) - len(redenen)))
    delen = [parse_deel(text) for text in overdrachten]
    return tuple(
        Scenarioregel(deel.van, deel.naar, deel.aantal, waarom) for deel, waarom in zip(delen, reasons, strict=True)
    )


def _chosen(ledger: Ledger, namen: tuple[str, ...], periode: Periode | None, op: datetime.date | None) -> Uitkomst:
    if bool(namen) == (periode is not None):
        raise WrongUsage(_("Noem de scenario's, of geef --periode."))
    views = [find(ledger, naam) for naam in dict.fromkeys(namen)] if namen else [*scenarios(ledger, periode)]
    if not views:
        raise RegietafelError(_("Er zijn nog geen scenario's voor {periode}.").format(periode=periode))
    return uitkomst(ledger, [view.id for view in views], op or dag_van(views[0].periode, today()))


def _show(ledger: Ledger, ids: list[int], als_json: bool, op: datetime.date | None = None) -> None:
    found = uitkomst(ledger, ids, op or dag_van(blad(ledger, ids[0]).periode, today()))
    if als_json:
        print_json(scenario_json(found))
    else:
        print_uitkomst(found)


COMMANDS = (scenario,)
