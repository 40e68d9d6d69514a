"""Commands about the file: make it, copy it, who is in it, what was done to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from regietafel import example
from regietafel.actions import nieuw as nieuw_bestand
from regietafel.actions.regio import add_gemeente, add_meegeleverd, edit_gemeente, edit_regio, remove_gemeente
from regietafel.catalog import GEMEENTE, REGIO
from regietafel.cli.kit import (
    PAD,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    print_table,
    reading,
    writing,
)
from regietafel.cli.velden import parse_settings, zetten_option
from regietafel.domain.inwoners import Herindeling
from regietafel.domain.norm import Norm
from regietafel.domain.overleg import Schoolvakantie
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Record
from regietafel.domain.regeling import Regeling
from regietafel.domain.regio import Adressaat, Gemeente
from regietafel.domain.staat import Zekerheid
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.fields import Field
from regietafel.i18n import _, sort_key
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.logboek import logboek, rij_wijzigingen
from regietafel.queries.meegeleverd import missing
from regietafel.reference import MEEGELEVERD


@click.command(cls=Opdracht)
@click.argument("bestand", type=PAD)
def voorbeeld(bestand: Path) -> None:
    """Maak BESTAND met het voorbeeld Twente: de echte taakstelling van 2023-II."""
    example.make_example(bestand)
    click.echo(_("Gemaakt: {path}").format(path=bestand))


@click.command(cls=Opdracht)
@click.argument("bestand", type=PAD)
@click.option("--veiligheidsregio", metavar="NAAM", help=_("Alle gemeenten van deze veiligheidsregio."))
@click.option("--provincie", metavar="NAAM", help=_("Alle gemeenten van deze provincie."))
@click.option("--gemeenten", metavar='"A,B,C"', help=_("Deze gemeenten, met komma's ertussen."))
@click.option("--land", is_flag=True, help=_("Alle 342 gemeenten."))
@click.option("--tafel", metavar="NAAM", default="", help=_("De naam van de regietafel."))
def nieuw(
    bestand: Path, veiligheidsregio: str | None, provincie: str | None, gemeenten: str | None, land: bool, tafel: str
) -> None:
    """Maak BESTAND voor een regio: een veiligheidsregio, een provincie of gekozen gemeenten."""
    if sum(map(bool, (veiligheidsregio, provincie, gemeenten, land))) != 1:
        raise WrongUsage(_("Kies één van --veiligheidsregio, --provincie, --gemeenten of --land."))
    if veiligheidsregio:
        keuze = nieuw_bestand.of_veiligheidsregio(veiligheidsregio)
    elif provincie:
        keuze = nieuw_bestand.of_provincie(provincie)
    elif gemeenten:
        keuze = nieuw_bestand.of_names(gemeenten.split(","))
    else:
        keuze = nieuw_bestand.of_land()
    nieuw_bestand.make_file(bestand, keuze, tafel)
    click.echo(_("Gemaakt: {path} met {n} gemeenten.").format(path=bestand, n=len(keuze.gemeenten)))


@click.command(cls=Opdracht)
@bestand
@click.argument("naar", type=PAD)
@click.option("--overschrijven", is_flag=True, help=_("Vervang NAAR als het al bestaat."))
def kopie(bestand: Path, naar: Path, overschrijven: bool) -> None:
    """Sla een volledige kopie van BESTAND op als NAAR, ook als iemand erin werkt."""
    with reading(bestand) as ledger:
        ledger.save_copy(naar, overwrite=overschrijven)
    click.echo(_("Kopie opgeslagen: {path}").format(path=naar))


@click.command(cls=Opdracht)
@bestand
@zetten_option(_("Wijzig een gegeven, bijvoorbeeld voorzitter=…"))
@overnemen
@als_json
def regio(bestand: Path, zetten: tuple[str, ...], overnemen: bool, als_json: bool) -> None:
    """Toon of wijzig de gegevens van de regietafel.

    JSON: de velden naam, provincie, veiligheidsregio, voorzitter, secretaris, postadres, postcode, plaats, e_mail,
    telefoon.
    """
    if zetten:
        with writing(bestand, overnemen) as ledger:
            edit_regio(ledger, replace(ledger.regio.get(1), **parse_settings(zetten, REGIO)))
    with reading(bestand) as ledger:
        record = ledger.regio.get(1)
    if als_json:
        print_json({field.name: getattr(record, field.name) for field in REGIO})
    else:
        _show_record(record, REGIO)


@click.command(cls=Opdracht)
@bestand
@als_json
def gemeenten(bestand: Path, als_json: bool) -> None:
    """Toon de gemeenten in BESTAND.

    JSON: een lijst met gm_code, naam, provincie, lid, postadres, postcode, plaats.
    """
    with reading(bestand) as ledger:
        rows = sorted(ledger.gemeenten, key=lambda gemeente: sort_key(gemeente.naam))
    if als_json:
        print_json([{field.name: getattr(row, field.name) for field in GEMEENTE} for row in rows])
    else:
        print_table(GEMEENTE[:4], rows)


@click.command(cls=Opdracht)
@bestand
@click.argument("naam")
@zetten_option(_("Wijzig een gegeven, bijvoorbeeld lid=nee."))
@click.option("--nieuw", "code", metavar="GM0000", help=_("Voeg de gemeente NAAM toe met deze code."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de gemeente; kan alleen zonder cijfers."))
@overnemen
def gemeente(
    bestand: Path, naam: str, zetten: tuple[str, ...], code: str | None, verwijder: bool, overnemen: bool
) -> None:
    """Toon een gemeente, voeg haar toe, wijzig haar of verwijder haar."""
    if verwijder and (zetten or code):
        raise WrongUsage(_("--verwijder gaat niet samen met --zet of --nieuw."))
    settings = parse_settings(zetten, GEMEENTE)
    if not (settings or code or verwijder):
        with reading(bestand) as ledger:
            _show_record(find_gemeente(ledger, naam), GEMEENTE)
        return
    with writing(bestand, overnemen) as ledger:
        if code:
            add_gemeente(ledger, replace(Gemeente(gm_code=code, naam=naam), **settings))
        elif verwijder:
            remove_gemeente(ledger, find_gemeente(ledger, naam))
        else:
            edit_gemeente(ledger, replace(find_gemeente(ledger, naam), **settings))


@click.command(cls=Opdracht)
@bestand
@overnemen
@als_json
def aanvullen(bestand: Path, overnemen: bool, als_json: bool) -> None:
    """Neem over wat met het programma meekomt en in BESTAND ontbreekt, zoals na een oudere versie.

    Het gaat om de adressaten, de herindelingen, de treden van het toezicht, de termijnen, die bij een herverdeling
    (procestermijnen), de normen, de zekerheden per staat, de regelingen en de schoolvakanties. Wat er staat, verandert
    niet.

    JSON: adressaten, herindelingen, treden, termijnen, procestermijnen, normen, zekerheden, regelingen,
    schoolvakanties: hoeveel er bij kwamen.
    """
    with writing(bestand, overnemen) as ledger:
        added = {_MEERVOUD[record]: len(missing(ledger, record)) for record in MEEGELEVERD}
        add_meegeleverd(ledger)
    if als_json:
        print_json(added)
    else:
        click.echo(", ".join(f"{aantal} {wat}" for wat, aantal in added.items()))


def _show_record(record: object, fields: Sequence[Field]) -> None:
    for field in fields:
        click.echo(f"{field.label}: {field.show(record)}")


@click.command(cls=Opdracht, name="logboek")
@bestand
@als_json
def log(bestand: Path, als_json: bool) -> None:
    """Toon wat er met BESTAND is gedaan, door wie en wanneer; het nieuwste eerst.

    JSON: een lijst met id, tijd, gebruiker, wat, wijzigingen: [tabel, rij, voor, na].
    """
    with reading(bestand) as ledger:
        rows = logboek(ledger)
        if als_json:
            print_json(
                [
                    {
                        "id": row.id,
                        "tijd": row.tijd.isoformat(),
                        "gebruiker": row.gebruiker,
                        "wat": row.wat,
                        "wijzigingen": [
                            {"tabel": change.tabel, "rij": change.row_id, "voor": change.voor, "na": change.na}
                            for change in rij_wijzigingen(ledger, row.id)
                        ],
                    }
                    for row in rows
                ]
            )
        else:
            for row in rows:
                click.echo(f"{row.tijd:%d-%m-%Y %H:%M}  {row.gebruiker}  {row.wat}")


_MEERVOUD: Mapping[type[Record], str] = {
    Adressaat: "adressaten",
    Herindeling: "herindelingen",
    Trede: "treden",
    Termijn: "termijnen",
    Procestermijn: "procestermijnen",
    Norm: "normen",
    Zekerheid: "zekerheden",
    Regeling: "regelingen",
    Schoolvakantie: "schoolvakanties",
}

COMMANDS = (voorbeeld, nieuw, kopie, regio, gemeenten, gemeente, aanvullen, log)
