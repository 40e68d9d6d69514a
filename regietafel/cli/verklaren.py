"""Commands that explain: where a number comes from, and why COA says something else."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from regietafel.catalog import VERSCHIL
from regietafel.cli.inleesverslag import problemen_json
from regietafel.cli.invoer import Tabel, bron_options
from regietafel.cli.kit import DATUM, Opdracht, als_json, bestand, periode_option, print_json, print_table, reading
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.inlezen import make_plan, printed
from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.exchange.soort import Vraag
from regietafel.exchange.soorten import OVERZICHT
from regietafel.i18n import _
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.herkomst import VELDEN, in_words
from regietafel.queries.herkomst import herkomst as query_herkomst
from regietafel.queries.vergelijking import Verschil, samenvatting
from regietafel.queries.vergelijking import vergelijk as query_vergelijk


@click.command(cls=Opdracht)
@bestand
@periode_option()
@click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code; zonder: het totaal van de tafel."))
@click.option(
    "--veld",
    type=click.Choice(list(VELDEN)),
    default="saldo",
    metavar="VELD",
    help=_("Een van: {velden}.").format(velden=", ".join(VELDEN)),
)
@als_json
def herkomst(bestand: Path, periode: Periode, gemeente: str | None, veld: str, als_json: bool) -> None:
    """Waar komt een getal van de stand vandaan? Toont de regels waaruit het is opgebouwd, met bron en handeling.

    JSON: titel, aantal, zin, regels: [diepte, wat, aantal, telt, bron, handeling, gebruiker, tijd]. De regels die één
    dieper staan en meetellen (telt), tellen op tot de regel erboven; die met diepte 0 tot aantal.
    """
    with reading(bestand) as ledger:
        origin = query_herkomst(ledger, periode, find_gemeente(ledger, gemeente).id if gemeente else None, veld)
    if als_json:
        print_json(asdict(origin))
    else:
        click.echo("\n".join(in_words(origin)))


@click.command(cls=Opdracht)
@bron_options
@periode_option()
@click.option("--peildatum", type=DATUM, metavar="DATUM", help=_("De peildatum van het overzicht."))
@als_json
def vergelijk(
    bestand: Path,
    bron: Path,
    periode: Periode,
    peildatum: datetime.date | None,
    kolom: tuple[str, ...],
    blad: str,
    akkoord: bool,
    als_json: bool,
) -> None:
    """Leg het overzicht van het COA (BRON: xlsx, xls, ods, csv of - voor een geplakte tabel) naast de eigen cijfers.

    De eigen stand is die van de peildatum. Elk verschil krijgt zijn oorzaak, of heet onverklaard; er wordt niets
    geschreven.

    JSON: periode, peildatum, verschillen: [gemeente, gm_code, veld, eigen, coa, verschil, onverklaard, oorzaken:
    [soort, aantal, zin]], gelijk, niet_vergeleken, ontbreekt, problemen: [blad, rij, veld, melding, voorstel].
    Verschil is coa − eigen; soort is herverdeling, versie, peildatum, correctie, beginstand of realisatie.
    """
    tabel = Tabel(bron=bron, kolom=kolom, blad=blad)
    with reading(bestand) as ledger:
        gelezen, _kept = tabel.read(ledger, tabel.sheets(), Vraag(OVERZICHT, periode, peildatum))
        plan = make_plan(ledger, gelezen, periode, peildatum, akkoord=akkoord)
        if plan.datum is None:
            raise RegietafelError(_("De tabel noemt meer dan één peildatum; geef --peildatum."))
        outcome = query_vergelijk(ledger, periode, plan.datum, printed(plan, gelezen, tabel.naam))
    for remark in plan_remarks(plan, gelezen, None):
        click.echo(remark, err=True)
    if als_json:
        print_json(
            {
                "periode": str(periode),
                "peildatum": outcome.peildatum,
                "verschillen": [_verschil_json(each) for each in outcome.verschillen],
                "gelijk": outcome.gelijk,
                "niet_vergeleken": outcome.niet_vergeleken,
                "ontbreekt": list(outcome.ontbreekt),
                "problemen": problemen_json(plan),
            }
        )
        return
    for probleem in problemen_json(plan):
        click.echo(_("{blad}, rij {rij}: {melding}").format(**probleem), err=True)
    if outcome.verschillen:
        print_table(VERSCHIL, outcome.verschillen)
    click.echo(samenvatting(outcome))


def _verschil_json(verschil: Verschil) -> dict[str, Any]:
    keys = ("gemeente", "gm_code", "veld", "eigen", "coa", "verschil", "onverklaard")
    causes = [asdict(oorzaak) for oorzaak in verschil.oorzaken]
    return {**{key: getattr(verschil, key) for key in keys}, "oorzaken": causes}


COMMANDS = (herkomst, vergelijk)
