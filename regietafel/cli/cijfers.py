"""Commands about figures: read in a taakstelling, book what happened, ask the stand."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.taakstelling import edit_taakstelling, import_taakstelling
from regietafel.catalog import STAND, TAAKSTELLING_REGEL, VERSIE_REGEL
from regietafel.cli.kit import (
    AANTAL,
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
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstelling
from regietafel.errors import RegietafelError
from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.exchange.taakstelling import Gelezen, Planrij, Uitkomst, plan_import, read_taakstelling
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import find_gemeente
from regietafel.queries.stand import StandRegel, newest_periode, remarks
from regietafel.queries.stand import stand as query_stand
from regietafel.queries.taakstellingen import versie_regels, versies

_GEMEENTE = click.option("--gemeente", required=True, metavar="NAAM", help=_("De gemeente, met naam of code."))
_AANTAL = click.option("--aantal", type=AANTAL, required=True, metavar="N", help=_("Het aantal personen."))
_BRON = click.option("--bron", default="", metavar="TEKST", help=_("Waar het aantal vandaan komt."))


@click.group(cls=Groep)
def importeer() -> None:
    """Lees cijfers in uit een bestand."""


@importeer.command(name="taakstelling")
@bestand
@click.argument("bron", type=PAD)
@periode_option()
@click.option("--landelijk", type=AANTAL, metavar="N", help=_("Het landelijke aantal."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum van publicatie; anders vandaag."))
@click.option("--droog", is_flag=True, help=_("Laat zien wat er zou gebeuren, schrijf niets."))
@click.option("--akkoord", is_flag=True, help=_("Neem de voorgestelde namen over."))
@overnemen
@als_json
def importeer_taakstelling(
    bestand: Path,
    bron: Path,
    periode: Periode,
    landelijk: int | None,
    datum: datetime.date | None,
    droog: bool,
    akkoord: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Lees bijlage A van een circulaire (BRON: xlsx, xls, ods of csv) in BESTAND.

    Een naam die niet bekend is, krijgt een voorstel en wordt pas met --akkoord overgenomen.

    JSON: gelezen, overgenomen, problemen: [blad, rij, veld, melding, voorstel], geschreven.
    """
    gelezen = read_taakstelling(bron, periode)
    with reading(bestand) if droog else writing(bestand, overnemen) as ledger:
        plan = plan_import(ledger, gelezen, periode, datum or _default_datum(ledger, gelezen, periode), akkoord=akkoord)
        write = not droog and plan.writes(landelijk)
        if write:
            import_taakstelling(
                ledger, periode=periode, datum=plan.datum, landelijk=landelijk, bron=bron.name, regels=plan.regels
            )
    problemen = [_probleem_json(rij) for rij in plan.rijen if rij in plan.problemen or rij in plan.voorstellen]
    for remark in plan_remarks(plan, gelezen, landelijk):
        click.echo(remark, err=True)
    if als_json:
        counts = {"gelezen": len(plan.rijen), "overgenomen": plan.overgenomen}
        print_json({**counts, "problemen": problemen, "geschreven": write})
    else:
        for uitkomst, aantal in plan.aantallen.items():
            if aantal:
                click.echo(f"{format_number(aantal):>6}  {uitkomst}")
        for probleem in problemen:
            click.echo(_("{blad}, rij {rij}: {melding}").format(**probleem), err=True)
    if not (plan.overgenomen or write):
        raise RegietafelError(
            _("Er is niets overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord.")
            if problemen
            else _("Er is niets overgenomen: in {naam} staat geen gemeente van dit bestand.").format(naam=bron.name)
        )
    said = _("Droog gelezen: er is niets geschreven.") if droog else _("Er viel niets te wijzigen.")
    if write:
        said = _("Ingelezen als versie van {datum}.").format(datum=format_date(plan.datum))
    if not als_json:
        click.echo(said)


def _default_datum(ledger: Ledger, gelezen: Gelezen, periode: Periode) -> datetime.date:
    """Today; but a table that says what the newest version says is that version, not a new one."""
    known = versies(ledger, periode)
    if known and not plan_import(ledger, gelezen, periode, known[0].datum, akkoord=True).regels:
        return known[0].datum
    return today()


def _probleem_json(rij: Planrij) -> dict[str, Any]:
    voorstel = rij.gemeente if rij.uitkomst is Uitkomst.VOORSTEL else None
    return {"blad": rij.blad, "rij": rij.rij, "veld": rij.veld, "melding": rij.melding, "voorstel": voorstel}


@click.command(cls=Opdracht)
@bestand
@periode_option(required=False)
@click.option("--op", type=DATUM, metavar="DATUM", help=_("De stand zoals die op deze dag bekend was."))
@als_json
def stand(bestand: Path, periode: Periode | None, op: datetime.date | None, als_json: bool) -> None:
    """Toon per gemeente de opgave, de realisatie en het saldo.

    JSON: periode, gemeenten: [gm_code, gemeente, taakstelling, herverdeling, beginstand, correctie, opgave,
    realisatie, peildatum, saldo], totaal: dezelfde sleutels. Een totaal telt op wat bekend is; het saldo alleen als
    dat van elke gemeente bekend is. In herverdeling telt een afspraak vanaf de dag waarop zij in werking is.
    """
    with reading(bestand) as ledger:
        outcome = query_stand(ledger, periode or newest_periode(ledger), op)
        said = remarks(ledger, outcome.periode, outcome.regels)
    if als_json:
        print_json(
            {
                "periode": str(outcome.periode),
                "gemeenten": [_stand_json(regel) for regel in outcome.regels],
                "totaal": _stand_json(outcome.totaal),
            }
        )
    else:
        click.echo(_("Stand {periode}").format(periode=outcome.periode))
        print_table(STAND, outcome.regels, outcome.totaal)
    for remark in said:
        click.echo(remark, err=True)


def _stand_json(regel: StandRegel) -> dict[str, Any]:
    keys = "gm_code gemeente taakstelling herverdeling beginstand correctie opgave realisatie peildatum saldo"
    return {key: getattr(regel, key) for key in keys.split()}


@click.command(cls=Opdracht)
@bestand
@periode_option()
@click.option(
    "--zet", nargs=2, type=(str, AANTAL), metavar="GEMEENTE N", help=_("Wijzig het aantal in de geldende versie.")
)
@overnemen
@als_json
def taakstelling(bestand: Path, periode: Periode, zet: tuple[str, int] | None, overnemen: bool, als_json: bool) -> None:
    """Toon de versies van een taakstelling en de aantallen van de versie die geldt.

    JSON: versies: [id, datum, landelijk, bron, gemeenten, som, geldt], gemeenten: [gemeente, gm_code, inwoners,
    aantal, amv].
    """
    if zet:
        with writing(bestand, overnemen) as ledger:
            _set_taakstelling(ledger, periode, *zet)
    with reading(bestand) as ledger:
        known = versies(ledger, periode)
        regels = versie_regels(ledger, known[0].id) if known else ()
    if als_json:
        fields = TAAKSTELLING_REGEL
        rows = [{field.name: getattr(regel, field.name) for field in fields} for regel in regels]
        print_json({"versies": [asdict(versie) for versie in known], "gemeenten": rows})
    elif not known:
        raise RegietafelError(_("Van {periode} is nog geen taakstelling ingelezen.").format(periode=periode))
    else:
        print_table(VERSIE_REGEL, known)
        click.echo()
        print_table(TAAKSTELLING_REGEL, regels)


def _set_taakstelling(ledger: Ledger, periode: Periode, naam: str, aantal: int) -> None:
    known = versies(ledger, periode)
    if not known:
        raise RegietafelError(_("Van {periode} is nog geen taakstelling ingelezen.").format(periode=periode))
    gemeente = find_gemeente(ledger, naam)
    assert gemeente.id is not None
    old = ledger.taakstellingen.find(versie_id=known[0].id, gemeente_id=gemeente.id)
    edit_taakstelling(
        ledger,
        Taakstelling(
            id=old.id if old else None,
            versie_id=known[0].id,
            gemeente_id=gemeente.id,
            aantal=aantal,
            amv=old.amv if old else None,
            inwoners=old.inwoners if old else None,
        ),
    )


@click.group(cls=Groep)
def boek() -> None:
    """Boek een realisatie, een beginstand of een correctie."""


def _gemeente_id(ledger: Ledger, naam: str) -> int:
    id = find_gemeente(ledger, naam).id
    assert id is not None
    return id


@boek.command()
@bestand
@periode_option()
@_GEMEENTE
@click.option("--peildatum", type=DATUM, required=True, metavar="DATUM", help=_("De dag van de telling."))
@_AANTAL
@_BRON
@overnemen
def realisatie(
    bestand: Path,
    periode: Periode,
    gemeente: str,
    peildatum: datetime.date,
    aantal: int,
    bron: str,
    overnemen: bool,
) -> None:
    """Boek hoeveel personen sinds het begin van het halfjaar zijn gehuisvest."""
    with writing(bestand, overnemen) as ledger:
        id = _gemeente_id(ledger, gemeente)
        record_realisatie(
            ledger, Realisatie(gemeente_id=id, periode=periode, peildatum=peildatum, aantal=aantal, bron=bron)
        )


@boek.command()
@bestand
@periode_option()
@_GEMEENTE
@_AANTAL
@_BRON
@overnemen
def beginstand(bestand: Path, periode: Periode, gemeente: str, aantal: int, bron: str, overnemen: bool) -> None:
    """Boek waarmee een gemeente het halfjaar begint: achterstand is +, voorsprong is −."""
    with writing(bestand, overnemen) as ledger:
        id = _gemeente_id(ledger, gemeente)
        record_beginstand(ledger, Beginstand(gemeente_id=id, periode=periode, aantal=aantal, bron=bron))


@boek.command()
@bestand
@periode_option()
@_GEMEENTE
@_AANTAL
@click.option("--reden", required=True, metavar="TEKST", help=_("Waarom de opgave wordt gecorrigeerd."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("Anders vandaag."))
@_BRON
@overnemen
def correctie(
    bestand: Path,
    periode: Periode,
    gemeente: str,
    aantal: int,
    reden: str,
    datum: datetime.date | None,
    bron: str,
    overnemen: bool,
) -> None:
    """Boek een correctie van de opgave, met de reden."""
    datum = datum or today()
    with writing(bestand, overnemen) as ledger:
        id = _gemeente_id(ledger, gemeente)
        record_correctie(
            ledger,
            Correctie(gemeente_id=id, periode=periode, aantal=aantal, reden=reden, datum=datum, bron=bron),
        )


COMMANDS = (importeer, stand, taakstelling, boek)
