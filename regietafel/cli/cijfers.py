"""Commands about figures: read in a taakstelling, book what happened, ask the stand."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.taakstelling import edit_taakstelling
from regietafel.catalog import STAND, TAAKSTELLING_REGEL, VERSIE_REGEL
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Groep,
    Opdracht,
    als_json,
    bestand,
    gemeente_option,
    overnemen,
    periode_option,
    print_json,
    print_table,
    reading,
    writing,
)
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstelling
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.stand import StandRegel, newest_periode, remarks
from regietafel.queries.stand import stand as query_stand
from regietafel.queries.taakstellingen import versie_regels, versies

_AANTAL = click.option("--aantal", type=AANTAL, required=True, metavar="N", help=_("Het aantal personen."))
_BRON = click.option("--bron", default="", metavar="TEKST", help=_("Waar het aantal vandaan komt."))


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
@gemeente_option
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
@gemeente_option
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
@gemeente_option
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


COMMANDS = (stand, taakstelling, boek)
