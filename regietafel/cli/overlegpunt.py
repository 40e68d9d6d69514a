"""The commands about the points of an agenda."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.agenda import fill_agenda, order_punten, remove_punt, save_punt, set_besproken
from regietafel.catalog.overleg import PUNT
from regietafel.catalog.overlegregels import PUNT_LIJST
from regietafel.cli.kit import Groep, WrongUsage, als_json, overnemen, print_json, print_table, together
from regietafel.cli.overlegkit import VAN_OVERLEG, changing, one_punt, punt_json, short
from regietafel.cli.velden import check_complete, parse_settings, zetten_option
from regietafel.domain.agenda import Agendapunt, numbered
from regietafel.domain.verslag import ACTIE
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.herverdelingen import find
from regietafel.queries.locaties import find_locatie
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.woonprojecten import find_project

OVER = together(
    click.option("--herverdeling", metavar="KENMERK", help=_("De herverdeling waar het over gaat; leeg haalt weg.")),
    click.option("--locatie", metavar="LOCATIE", help=_("De locatie waar het over gaat; leeg haalt weg.")),
    click.option("--project", metavar="PROJECT", help=_("Het woonproject waar het over gaat; leeg haalt weg.")),
)
_gegevens = together(
    zetten_option(_("Zet een gegeven, zoals titel=… of minuten=10.")),
    click.option("--onder", metavar="NR", help=_("Maak het een subpunt van dit punt; leeg maakt het weer los.")),
    OVER,
    click.option("--actie", metavar="NUMMER", help=_("De actie waar het over gaat; leeg haalt weg.")),
)
_nummer = click.argument("nummer")


@click.group(cls=Groep)
def punt() -> None:
    """Stel de agenda van een overleg samen. Een punt noemt u met zijn nummer, zoals 2 of 2.1."""


@punt.command()
@VAN_OVERLEG
@_gegevens
@overnemen
@als_json
def nieuw(
    bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool, als_json: bool, **given: Any
) -> None:
    """Zet een punt op de agenda, met ten minste --zet titel=…; het komt vóór de punten aan het einde.

    soort is informatie, bespreking of besluit; deel is stand, opvang, herverdelingen, termijnen, acties of verslag.
    JSON: de agenda, een lijst van [id, nummer, titel, toelichting, intern, minuten, duur, begin, inbrenger, soort,
    vertrouwelijk, terugkerend, besproken, deel, verwijzing, verslag_van, komt_terug_van, regels, acties_open, bijlagen:
    [id, titel, bestandsnaam, openbaar]].
    """
    settings = parse_settings(given["zetten"], PUNT)
    check_complete({"soort": "", **settings}, PUNT)
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        save_punt(ledger, Agendapunt(overleg_id=found.id, **settings, **_links(ledger, found, given)))
        _show(ledger, found, als_json)


@punt.command()
@VAN_OVERLEG
@_nummer
@_gegevens
@overnemen
@als_json
def wijzig(
    bestand: Path, datum_overleg: datetime.date, reeks: str, nummer: str, overnemen: bool, als_json: bool, **given: Any
) -> None:
    """Wijzig een punt; wat u niet geeft, blijft. JSON: als bij punt nieuw."""
    settings = parse_settings(given["zetten"], PUNT)
    if not given["zetten"] and all(given[name] is None for name in given if name != "zetten"):
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet minuten=15."))
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        save_punt(ledger, replace(one_punt(ledger, found, nummer), **settings, **_links(ledger, found, given)))
        _show(ledger, found, als_json)


@punt.command()
@VAN_OVERLEG
@_nummer
@overnemen
def verwijder(bestand: Path, datum_overleg: datetime.date, reeks: str, nummer: str, overnemen: bool) -> None:
    """Haal een punt van de agenda, met zijn subpunten en bijlagen."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        remove_punt(ledger, one_punt(ledger, found, nummer))


@punt.command()
@VAN_OVERLEG
@click.argument("nummers", nargs=-1, required=True, metavar="NR…")
@overnemen
@als_json
def volgorde(
    bestand: Path, datum_overleg: datetime.date, reeks: str, nummers: tuple[str, ...], overnemen: bool, als_json: bool
) -> None:
    """Orden de agenda: noem alle punten in hun nieuwe volgorde, of alle subpunten van één punt.

    Subpunten gaan met hun punt mee. JSON: als bij punt nieuw.
    """
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        order_punten(ledger, found.id, _order(ledger, found, nummers))
        _show(ledger, found, als_json)


@punt.command()
@VAN_OVERLEG
@_nummer
@click.option("--niet", is_flag=True, help=_("Toch niet besproken; het komt terug."))
@overnemen
def besproken(
    bestand: Path, datum_overleg: datetime.date, reeks: str, nummer: str, niet: bool, overnemen: bool
) -> None:
    """Leg vast dat een punt is besproken; wat niet besproken is, komt terug."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        set_besproken(ledger, one_punt(ledger, found, nummer).id or 0, not niet)
        _show(ledger, found, False)


@punt.command()
@VAN_OVERLEG
@overnemen
@als_json
def vul(bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool, als_json: bool) -> None:
    """Zet op de agenda wat er vanzelf op komt en er (nog) niet staat. JSON: als bij punt nieuw."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        fill_agenda(ledger, found.id)
        _show(ledger, found, als_json)


def about(ledger: Ledger, given: dict[str, Any]) -> dict[str, Any]:
    """What a point or a row of a list is about, by id; an empty name is nothing."""
    found: dict[str, Any] = {}
    if (kenmerk := given["herverdeling"]) is not None:
        found["herverdeling_id"] = find(ledger, kenmerk).id if kenmerk else None
    if (locatie := given["locatie"]) is not None:
        found["locatie_id"] = find_locatie(ledger, locatie).id if locatie else None
    if (project := given["project"]) is not None:
        found["project_id"] = find_project(ledger, project).id if project else None
    return found


def _links(ledger: Ledger, overleg: OverlegRegel, given: dict[str, Any]) -> dict[str, Any]:
    found = about(ledger, given)
    if (onder := given["onder"]) is not None:
        found["hoofdpunt_id"] = one_punt(ledger, overleg, onder).id if onder else None
    if (actie := given["actie"]) is not None:
        regel = ledger.verslagregels.find(id=int(actie), soort=ACTIE) if actie.isdecimal() else None
        if actie and regel is None:
            raise RegietafelError(_("Er is geen actie {nummer}; zie “regietafel acties”.").format(nummer=actie[:20]))
        found["actie_id"] = regel.id if regel else None
    return found


def _order(ledger: Ledger, overleg: OverlegRegel, nummers: Sequence[str]) -> list[tuple[int, int | None]]:
    """All points of the meeting in the new order. Raises a usage error unless whole of one level is named."""
    known = numbered(ledger.agendapunten.where(overleg_id=overleg.id))
    named = [one_punt(ledger, overleg, nummer) for nummer in nummers]
    whole = [each for _nummer, each in known if each.hoofdpunt_id == named[0].hoofdpunt_id]
    if sorted(each.id or 0 for each in named) != sorted(each.id or 0 for each in whole):
        raise WrongUsage(_("Noem alle punten één keer, of alle subpunten van één punt."))
    if named[0].hoofdpunt_id is None:
        moved = [each for head in named for _nummer, each in known if head.id in {each.id, each.hoofdpunt_id}]
    else:
        in_turn = iter(named)
        moved = [next(in_turn) if each in named else each for _nummer, each in known]
    return [(each.id or 0, each.hoofdpunt_id) for each in moved]


def _show(ledger: Ledger, overleg: OverlegRegel, as_json: bool) -> None:
    punten = agenda(ledger, overleg.id)
    if as_json:
        print_json([punt_json(each) for each in punten])
    else:
        print_table(short(PUNT_LIJST), punten)
