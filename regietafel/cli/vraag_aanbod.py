"""Commands about what waits for a home, what is free, and how long housing takes."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.woonprojecten import (
    record_doorlooptijden,
    record_koppelstanden,
    remove_doorlooptijd,
    remove_koppelstand,
)
from regietafel.catalog.vraag import (
    DOORLOOPTIJD_REGEL,
    KOPPELSTAND_REGEL,
    KOPPELVOORSTEL,
    MAATREGEL,
    MOGELIJKHEID,
    VRAAGDEEL,
)
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    picked,
    print_json,
    print_rows,
    print_table,
    reading,
    writing,
)
from regietafel.domain.woonproject import MATEN, Doorlooptijd, Koppelstand
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, format_date, today
from regietafel.ledger import Ledger
from regietafel.planning.vraag_aanbod import VraagAanbod
from regietafel.planning.vraag_aanbod import vraag_aanbod as query
from regietafel.queries.doorlooptijd import doorlooptijden
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.koppelstanden import koppelstanden

_MAAT_KEYS = "gemeente gm_code maat huishoudens vrij peildatum komend verwacht tekort over over_straks"
_BUUR_KEYS = "gemeente over over_straks"
_DEEL_KEYS = "maten huishoudens aandeel norm woningen aandeel_woningen verschil"
_VOORSTEL_KEYS = "maat van naar aantal buren waarom"
_MOGELIJK_KEYS = "gemeente maat tekort grotere_maat over"
_STAND_KEYS = "gemeente peildatum maat huishoudens woningen bron"
_TIJD_KEYS = "gemeente maand dagen norm boven_norm huisvestingen regioplaatsingen aandeel_regio"
_GEMEENTE = click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code."))
_BRON = click.option("--bron", metavar="TEKST", help=_("Waar het aantal vandaan komt."))
_VERWIJDER = click.option("--verwijder", is_flag=True, help=_("Verwijder wat er van die dag of maand staat."))


@click.command(cls=Opdracht, name="vraag-aanbod")
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Met wat op deze dag bekend was; anders vandaag."))
@als_json
def vraag_aanbod(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon per gemeente welke huishoudens op een woning wachten, wat er vrij is en wat er dit halfjaar komt.

    Een koppeling gaat alleen over naar een woning die nu vrij is, voor zo’n huishouden, en die de andere gemeente zelf
    niet nodig heeft. Voorgesteld worden zo weinig mogelijk overdrachten; de gemeenten beslissen, met het COA.

    JSON: op, tot (de laatste dag van het halfjaar), regels: [gemeente, gm_code, maat, huishoudens, vrij, peildatum,
    komend, verwacht, tekort, over, over_straks, buren: [gemeente, over, over_straks], uitleg], totalen: als regels,
    delen: [maten, huishoudens, aandeel, norm, woningen, aandeel_woningen, verschil], voorstellen: [maat, van, naar,
    aantal, buren, waarom], mogelijkheden: [gemeente, maat, tekort, grotere_maat, over], opmerkingen. maat is alleen,
    duo, 3-5, 6, 7+, amv of medisch; bij voorstellen is buren true of false. aandeel, norm en aandeel_woningen zijn
    percentages. null is onbekend.
    """
    with reading(bestand) as ledger:
        outcome = query(ledger, op or today())
    if als_json:
        print_json(_json(outcome))
        return
    click.echo(_("Vraag en aanbod op {dag}").format(dag=format_date(outcome.op)))
    if told := [each for each in outcome.regels if each.huishoudens is not None or each.komend]:
        print_table(MAATREGEL, told)
        click.echo()
        print_table(MAATREGEL[1:-1], outcome.totalen)
        click.echo()
        print_table(VRAAGDEEL, outcome.delen)
    _print_found(_("Over te dragen koppelingen"), KOPPELVOORSTEL[:-1], outcome.voorstellen)
    for each in outcome.voorstellen:
        click.echo(f"  {each.waarom}")
    _print_found(_("Een grotere woning die over is"), MOGELIJKHEID, outcome.mogelijkheden)
    for sentence in outcome.opmerkingen:
        click.echo(sentence)


def _print_found(title: str, fields: Sequence[Field], rows: Sequence[object]) -> None:
    if rows:
        click.echo(f"\n{title}")
        print_table(fields, rows)


def _json(outcome: VraagAanbod) -> dict[str, object]:
    rows: dict[str, object] = {
        name: [
            {
                **picked(each, _MAAT_KEYS),
                "buren": [picked(buur, _BUUR_KEYS) for buur in each.buren],
                "uitleg": each.uitleg,
            }
            for each in regels
        ]
        for name, regels in (("regels", outcome.regels), ("totalen", outcome.totalen))
    }
    return {
        "op": outcome.op,
        "tot": outcome.tot,
        **rows,
        "delen": [picked(each, _DEEL_KEYS) for each in outcome.delen],
        "voorstellen": [picked(each, _VOORSTEL_KEYS) for each in outcome.voorstellen],
        "mogelijkheden": [picked(each, _MOGELIJK_KEYS) for each in outcome.mogelijkheden],
        "opmerkingen": outcome.opmerkingen,
    }


@click.command(cls=Opdracht)
@bestand
@_GEMEENTE
@click.option("--peildatum", type=DATUM, metavar="DATUM", help=_("Van welke dag."))
@click.option("--maat", type=click.Choice(MATEN), help=_("Het soort huishouden."))
@click.option("--huishoudens", type=AANTAL, metavar="N", help=_("Huishoudens die op een woning wachten."))
@click.option("--woningen", type=AANTAL, metavar="N", help=_("Woningen die voor hen vrij zijn."))
@_BRON
@_VERWIJDER
@overnemen
@als_json
def koppelstand(
    bestand: Path,
    gemeente: str | None,
    peildatum: datetime.date | None,
    maat: str | None,
    huishoudens: int | None,
    woningen: int | None,
    bron: str | None,
    verwijder: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Toon welke huishoudens wachten en welke woningen vrij zijn, of leg het vast voor één gemeente.

    Vastleggen: --gemeente, --peildatum, --maat, en --huishoudens of --woningen; wat u niet geeft, blijft. Leg alleen
    aantallen vast, nooit wie er wachten.

    JSON: een lijst van [gemeente, peildatum, maat, huishoudens, woningen, bron], na de wijziging.
    """
    given = _given(huishoudens=huishoudens, woningen=woningen, bron=bron)
    if gemeente is None:
        if given or peildatum or maat or verwijder:
            raise WrongUsage(_("Noem de gemeente met --gemeente."))
        with reading(bestand) as ledger:
            _show_standen(ledger, als_json)
        return
    if peildatum is None or maat is None or bool(given) == verwijder:
        raise WrongUsage(_("Geef --peildatum, --maat, en --huishoudens, --woningen of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        id = find_gemeente(ledger, gemeente).id
        assert id is not None
        old = ledger.koppelstanden.find(gemeente_id=id, peildatum=peildatum, maat=maat)
        if not verwijder:
            new = old or Koppelstand(gemeente_id=id, peildatum=peildatum, maat=maat)
            record_koppelstanden(ledger, [replace(new, **given)])
        elif old:
            remove_koppelstand(ledger, old)
        else:
            raise RegietafelError(_("Daarvan staat niets in het bestand; zie regietafel koppelstand."))
        _show_standen(ledger, als_json)


@click.command(cls=Opdracht)
@bestand
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Tot en met deze dag; anders vandaag."))
@_GEMEENTE
@click.option("--maand", type=DATUM, metavar="DATUM", help=_("Een dag in de maand."))
@click.option("--dagen", type=AANTAL, metavar="N", help=_("Gemiddeld van koppeling tot verhuizing."))
@click.option("--huisvestingen", type=AANTAL, metavar="N", help=_("Huishoudens die verhuisden."))
@click.option("--regioplaatsingen", type=AANTAL, metavar="N", help=_("Huishoudens die uit de regio kwamen."))
@_BRON
@_VERWIJDER
@overnemen
@als_json
def doorlooptijd(
    bestand: Path,
    op: datetime.date | None,
    gemeente: str | None,
    maand: datetime.date | None,
    dagen: int | None,
    huisvestingen: int | None,
    regioplaatsingen: int | None,
    bron: str | None,
    verwijder: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Toon per maand hoe lang huisvesten duurde, naast de norm, of leg het vast voor één gemeente.

    De regio telt elke gemeente naar haar huisvestingen. Vastleggen: --gemeente, --maand en --dagen.

    JSON: regels: [gemeente, maand, dagen, norm, boven_norm, huisvestingen, regioplaatsingen, aandeel_regio], regio:
    als regels; na de wijziging. aandeel_regio is een percentage.
    """
    given = _given(dagen=dagen, huisvestingen=huisvestingen, regioplaatsingen=regioplaatsingen, bron=bron)
    if gemeente is None:
        if given or maand or verwijder:
            raise WrongUsage(_("Noem de gemeente met --gemeente."))
        with reading(bestand) as ledger:
            _show_tijden(ledger, op, als_json)
        return
    if maand is None or bool(given) == verwijder:
        raise WrongUsage(_("Geef --maand, en wat u vastlegt of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        id, first = find_gemeente(ledger, gemeente).id, maand.replace(day=1)
        assert id is not None
        old = ledger.doorlooptijden.find(gemeente_id=id, maand=first)
        if not verwijder:
            if old is None and dagen is None:
                raise RegietafelError(_("Geef ook --dagen: van deze maand staat er nog niets."))
            new = old or Doorlooptijd(gemeente_id=id, maand=first, dagen=dagen or 0)
            record_doorlooptijden(ledger, [replace(new, **given)])
        elif old:
            remove_doorlooptijd(ledger, old)
        else:
            raise RegietafelError(_("Daarvan staat niets in het bestand; zie regietafel doorlooptijd."))
        _show_tijden(ledger, op, als_json)


def _show_standen(ledger: Ledger, as_json: bool) -> None:
    rows = koppelstanden(ledger)
    print_rows(KOPPELSTAND_REGEL, rows, as_json, _STAND_KEYS, _("Er zijn nog geen koppelingen vastgelegd."))


def _show_tijden(ledger: Ledger, op: datetime.date | None, as_json: bool) -> None:
    found = doorlooptijden(ledger, op or today())
    if as_json:
        print_json(
            {
                "regels": [picked(each, _TIJD_KEYS) for each in found.regels],
                "regio": [picked(each, _TIJD_KEYS) for each in found.regio],
            }
        )
    elif found.regels:
        print_table(DOORLOOPTIJD_REGEL, [*found.regels, *found.regio])
    else:
        click.echo(_("Er is nog geen doorlooptijd vastgelegd."))


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


COMMANDS = (vraag_aanbod, koppelstand, doorlooptijd)
