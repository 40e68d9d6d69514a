"""The commands that plan a year of meetings, and keep the school holidays that the planning avoids."""

from __future__ import annotations

from pathlib import Path

import click

from regietafel.actions.overleggen import make_overleggen
from regietafel.actions.overlegreeksen import edit_schoolvakantie, remove_schoolvakantie
from regietafel.catalog.overleg import SCHOOLVAKANTIE
from regietafel.catalog.overlegregels import PLANNING_LIJST
from regietafel.cli.kit import (
    Opdracht,
    als_json,
    bestand,
    overnemen,
    print_rows,
    reading,
    writing,
)
from regietafel.cli.overlegkit import EEN_REEKS, one_reeks
from regietafel.cli.velden import edit_record, zetten_option
from regietafel.domain.overleg import Overlegreeks
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.planning.jaarplanning import Datumvoorstel, jaarplanning

_VAKANTIE_KEYS = "id naam regio begin einde geldig_vanaf geldig_tot bron gecontroleerd_op"


@click.command(cls=Opdracht)
@bestand
@click.option("--jaar", type=int, required=True, metavar="JAAR", help=_("Het jaar, bijvoorbeeld 2024."))
@EEN_REEKS
@click.option("--maak", is_flag=True, help=_("Plan deze overleggen; zonder dit verandert er niets."))
@overnemen
@als_json
def planning(bestand: Path, jaar: int, reeks: str, maak: bool, overnemen: bool, als_json: bool) -> None:
    """Stel dagen voor waarop een reeks dat jaar kan vergaderen, rond de dagen waarop er iets moet zijn.

    JSON: een lijst van [datum, waarom, bij, botst]; waarom is een zin, bij wat er dan speelt, botst een zin als er iets
    in de weg staat, zoals een schoolvakantie.
    """
    if maak:
        with writing(bestand, overnemen) as ledger:
            van, found = _found(ledger, reeks, jaar)
            make_overleggen(ledger, van.id or 0, [each.datum for each in found])
    else:
        with reading(bestand) as ledger:
            van, found = _found(ledger, reeks, jaar)
    if not van.vakantieregio:
        sentence = _(
            "Op schoolvakanties is niet gelet: bij “{naam}” is geen vakantieregio gekozen. Kies die met"
            " “regietafel overleg reeks wijzig”, --zet vakantieregio=noord, midden of zuid."
        )
        click.echo(sentence.format(naam=van.naam), err=True)
    print_rows(
        PLANNING_LIJST,
        found,
        als_json,
        "datum waarom bij botst",
        _("Er zijn al genoeg overleggen in {jaar}.").format(jaar=jaar),
    )


@click.command(cls=Opdracht)
@bestand
@als_json
def schoolvakanties(bestand: Path, als_json: bool) -> None:
    """Toon de schoolvakanties waar de planning van overleggen op let.

    JSON: een lijst van [id, naam, regio, begin, einde, geldig_vanaf, geldig_tot, bron, gecontroleerd_op].
    """
    with reading(bestand) as ledger:
        rows = sorted(ledger.schoolvakanties, key=lambda each: (each.begin, each.regio))
    print_rows(
        SCHOOLVAKANTIE,
        rows,
        als_json,
        _VAKANTIE_KEYS,
        _("In dit bestand staan geen schoolvakanties; vul ze aan met “regietafel aanvullen”."),
    )


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, zoals begin=2024-07-13."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de vakantie."))
@overnemen
def schoolvakantie(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een schoolvakantie, of voeg er een toe.

    Met ID (zie schoolvakanties --json) die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("schoolvakantie"),
        fields=SCHOOLVAKANTIE,
        table=lambda ledger: ledger.schoolvakanties,
        save=edit_schoolvakantie,
        remove=remove_schoolvakantie,
    )


def _found(ledger: Ledger, reeks: str, jaar: int) -> tuple[Overlegreeks, tuple[Datumvoorstel, ...]]:
    van = one_reeks(ledger, reeks)
    return van, jaarplanning(ledger, van.id or 0, jaar)
