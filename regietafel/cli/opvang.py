"""The command about opvang: what is asked and published per gebied, the own locations, and what is to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from regietafel.catalog.opvang import OPVANGSTAND
from regietafel.catalog.pijplijn import GEBEURTENIS, MAAND
from regietafel.cli.kit import DATUM, Opdracht, WrongUsage, als_json, bestand, print_json, print_table, reading
from regietafel.cli.locatie import OP, locatie_json, print_locaties
from regietafel.i18n import _, format_date, today
from regietafel.planning.pijplijn import Pijplijn, pijplijn
from regietafel.queries.locaties import locaties
from regietafel.queries.optelling import niet_optellend
from regietafel.queries.opvang import opvangcijfers
from regietafel.queries.opvangstand import OpvangstandRegel, opvangstand, totalen


@click.command(cls=Opdracht)
@bestand
@OP
@click.option("--tot", type=DATUM, metavar="DATUM", help=_("Ook wat tot en met die maand opent en eindigt."))
@als_json
def opvang(bestand: Path, op: datetime.date | None, tot: datetime.date | None, als_json: bool) -> None:
    """Toon de opvang per soort en gebied: opgave, realisatie en verschil, met daarnaast de eigen locaties.

    Van elk gepubliceerd aantal telt het nieuwste dat niet van na die dag is. De eigen telling staat ernaast en komt
    er nooit voor in de plaats. Een min bij het verschil betekent: meer dan gevraagd. Een totaal is zonder amv Nidos;
    het verschil ervan is dat van de soorten met een opgave en een realisatie.

    JSON: op, cijfers: [gebied, naam, niveau, soort, opgave, realisatie, verschil, berekend, onverklaard, peildatum,
    bron], niet_optellend: een lijst met zinnen, stand: [gebied, naam, niveau, soort, opgave, uitruil, realisatie,
    verschil, eigen, bezet, met_norm, raadsbesluit, bronnen: opgave en realisatie, elk met peildatum en bron],
    totalen: als stand, locaties: als bij locatie lijst; met --tot ook pijplijn: zeker, maanden: [begin, zeker,
    verwacht, opgave, gebeurtenissen: [datum, wat, gemeente, naam, soort, staat, plekken, zekerheid]], zonder_plekken
    en zonder_datum: namen van locaties. cijfers is zoals gedrukt; in stand is het verschil berekend. gebied is regio
    of een code: NL00, PV23, VR05, GM0153. niveau is regio, land, provincie, veiligheidsregio of gemeente. soort is
    oekraine, coa_regulier, coa_noodopvang, crisisnoodopvang, amv_coa, amv_nidos, rol of totaal. wat is opent, sluit of
    overeenkomst_eindigt.
    """
    dag = op or today()
    if tot and tot < dag:
        raise WrongUsage(_("--tot: {tot} ligt vóór {dag}.").format(tot=format_date(tot), dag=format_date(dag)))
    with reading(bestand) as ledger:
        cijfers, said, stand = opvangcijfers(ledger, dag), niet_optellend(ledger, dag), opvangstand(ledger, dag)
        plaatsen = locaties(ledger, dag)
        ahead = pijplijn(ledger, dag, tot) if tot else None
    if als_json:
        print_json(
            {
                "op": dag,
                "cijfers": [{key: value for key, value in asdict(each).items() if key != "id"} for each in cijfers],
                "niet_optellend": said,
                "stand": [asdict(each) for each in stand],
                "totalen": [asdict(each) for each in totalen(stand)],
                "locaties": [locatie_json(each) for each in plaatsen],
                **({"pijplijn": _pijplijn_json(ahead)} if ahead else {}),
            }
        )
        return
    if not (stand or plaatsen):
        click.echo(_("Er is nog niets bekend over opvang."))
    if stand:
        print_table(OPVANGSTAND, [*_with_totals(stand)])
    for zin in said:
        click.echo(zin)
    if plaatsen:
        click.echo()
        print_locaties(plaatsen)
    if ahead:
        click.echo()
        _print_pijplijn(ahead)


def _with_totals(stand: Sequence[OpvangstandRegel]) -> Iterator[OpvangstandRegel]:
    """Below the kinds of a gebied what they are together."""
    for _gebied, rows in groupby(stand, key=lambda regel: regel.gebied):
        found = list(rows)
        yield from found
        if len(found) > 1:
            yield from totalen(found)


def _pijplijn_json(ahead: Pijplijn) -> dict[str, Any]:
    keys = [field.name for field in GEBEURTENIS]
    return {
        "zeker": ahead.zeker,
        "maanden": [
            {
                "begin": each.begin,
                "zeker": each.zeker,
                "verwacht": each.verwacht_plekken,
                "opgave": each.opgave,
                "gebeurtenissen": [{key: getattr(event, key) for key in keys} for event in each.gebeurtenissen],
            }
            for each in ahead.maanden
        ],
        "zonder_plekken": [each.naam for each in ahead.zonder_plekken],
        "zonder_datum": [each.naam for each in ahead.zonder_datum],
    }


def _print_pijplijn(ahead: Pijplijn) -> None:
    print_table(MAAND, ahead.maanden)
    if events := [event for each in ahead.maanden for event in each.gebeurtenissen]:
        click.echo()
        print_table(GEBEURTENIS, events)
    for sentence, found in (
        (_("Gaat open, maar het aantal plekken is onbekend: {namen}."), ahead.zonder_plekken),
        (_("Nog niet open, en zonder dag die nog komt: {namen}."), ahead.zonder_datum),
    ):
        if found:
            click.echo(sentence.format(namen=", ".join(each.naam for each in found)))


COMMANDS = (opvang,)
