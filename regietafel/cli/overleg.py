"""The commands about meetings: plan them, look at them, and record how far they are."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import click

from regietafel.actions.overleggen import (
    adopt_verslag,
    begin_overleg,
    cancel_overleg,
    end_overleg,
    make_overleggen,
    merge_overleggen,
    remove_overleg,
    reopen_overleg,
    save_overleg,
)
from regietafel.catalog.overleg import OVERLEG
from regietafel.catalog.overlegregels import AANWEZIG_LIJST, OVERLEG_LIJST, PUNT_LIJST, VERSLAG_LIJST
from regietafel.cli.kit import (
    DATUM,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    picked,
    print_json,
    print_table,
    reading,
    toch,
    writing,
)
from regietafel.cli.overlegkit import (
    EEN_REEKS,
    VAN_OVERLEG,
    changing,
    one_overleg,
    one_reeks,
    overleg_json,
    print_overleggen,
    punt_json,
    regel_json,
    short,
    tell,
)
from regietafel.cli.overleglijst import aanwezig, regel
from regietafel.cli.overlegplanning import planning, schoolvakantie, schoolvakanties
from regietafel.cli.overlegpunt import punt
from regietafel.cli.overlegreeks import reeks
from regietafel.cli.overlegverwerk import verwerk
from regietafel.cli.velden import parse_settings, zetten_option
from regietafel.domain.overleg import STATEN
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.overleggen import OverlegRegel, overleg_regel, overleggen
from regietafel.queries.verslag import aanwezigheid
from regietafel.queries.verslag import lijst as regels


@click.group(cls=Groep)
def overleg() -> None:
    """Plan, houd en sluit overleggen, met hun agenda en hun actie- en besluitenlijst.

    Een overleg noemt u met --overleg DATUM, en met --reeks als er op die dag meer zijn.
    """


@overleg.command()
@bestand
@click.option("--reeks", default="", metavar="NAAM", help=_("Alleen deze reeks."))
@click.option("--staat", type=click.Choice(STATEN), help=_("Alleen wat zo ver is."))
@als_json
def lijst(bestand: Path, reeks: str, staat: str | None, als_json: bool) -> None:
    """Toon de overleggen, het nieuwste bovenaan.

    JSON: een lijst van [id, reeks, soort, datum, begin, einde, locatie, link, voorzitter, secretaris, staat, punten,
    besluiten, knelpunten, acties_open, versie, agenda_voor, opmerking]. staat is concept, verzonden, bezig,
    verslag_concept, vastgesteld of vervallen; versie is die van de laatst verzonden agenda, of 0; agenda_voor is de dag
    waarop de agenda uiterlijk weg moet.
    """
    with reading(bestand) as ledger:
        id = one_reeks(ledger, reeks).id if reeks else None
        rows = [each for each in overleggen(ledger) if id in {None, each.reeks_id} and staat in {None, each.staat}]
    print_overleggen(rows, als_json)


@overleg.command()
@VAN_OVERLEG
@als_json
def toon(bestand: Path, datum_overleg: datetime.date, reeks: str, als_json: bool) -> None:
    """Toon één overleg: de agenda, wie er was, en de actie- en besluitenlijst.

    JSON: als bij lijst, met agenda: [id, nummer, titel, toelichting, intern, minuten, duur, begin, inbrenger, soort,
    vertrouwelijk, terugkerend, besproken, deel, verwijzing, verslag_van, komt_terug_van, regels, acties_open, bijlagen:
    [id, titel, bestandsnaam, openbaar]], aanwezig: [id, partij, naam, voorzitter, aanwezig], lijst: [id, overleg_datum,
    reeks, punt_nummer, punt_titel, soort, tekst, thema, houders, voor, gereed_op, is_open, te_laat, vraag, invoer,
    vertrouwelijk, verwijzing, voortgang: [id, datum, tekst], kennis: [id, titel]], versies: [nummer, verzonden_op,
    peildatum, wijzigingen], stappen: [staat, tijd, toelichting], samengevoegd_met: een datum of null.

    aanwezig is aanwezig, afwezig_mk (met kennisgeving) of afwezig; vraag is wat nog niet zeker is, invoer wat er is
    getypt.
    """
    with reading(bestand) as ledger:
        _show(ledger, one_overleg(ledger, datum_overleg, reeks), als_json)


@overleg.command()
@bestand
@click.argument("datums", nargs=-1, required=True, type=DATUM, metavar="DATUM…")
@EEN_REEKS
@overnemen
@als_json
def nieuw(bestand: Path, datums: tuple[datetime.date, ...], reeks: str, overnemen: bool, als_json: bool) -> None:
    """Plan overleggen van een reeks; elk krijgt de punten die vanzelf op de agenda komen. JSON: als bij lijst."""
    with writing(bestand, overnemen) as ledger:
        made = make_overleggen(ledger, one_reeks(ledger, reeks).id or 0, datums)
        print_overleggen([overleg_regel(ledger, each.id or 0) for each in made], als_json)


@overleg.command()
@VAN_OVERLEG
@zetten_option(_("Zet een gegeven, zoals datum=2023-06-12 of begin=09:30."))
@overnemen
@als_json
def wijzig(
    bestand: Path, datum_overleg: datetime.date, reeks: str, zetten: tuple[str, ...], overnemen: bool, als_json: bool
) -> None:
    """Wijzig of verplaats een overleg, met alles wat erbij hoort; wat u niet geeft, blijft. JSON: als bij toon."""
    if not zetten:
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet datum=2023-06-12."))
    settings = parse_settings(zetten, OVERLEG)
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        save_overleg(ledger, replace(ledger.overleggen.get(found.id), **settings))
        _show(ledger, overleg_regel(ledger, found.id), als_json)


@overleg.command()
@VAN_OVERLEG
@overnemen
def verwijder(bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool) -> None:
    """Verwijder een overleg dat bij vergissing is gepland; anders laat u het vervallen."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        remove_overleg(ledger, found.id)


@overleg.command()
@VAN_OVERLEG
@click.option("--reden", default="", metavar="TEKST", help=_("Waarom; u kunt dit weglaten."))
@overnemen
def vervalt(bestand: Path, datum_overleg: datetime.date, reeks: str, reden: str, overnemen: bool) -> None:
    """Leg vast dat een overleg niet doorgaat. Zijn punten komen op het volgende."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        cancel_overleg(ledger, found.id, reden)
        tell(ledger, found.id)


@overleg.command()
@VAN_OVERLEG
@click.option("--met", type=DATUM, required=True, metavar="DATUM", help=_("Het overleg dat blijft."))
@overnemen
def samenvoegen(bestand: Path, datum_overleg: datetime.date, reeks: str, met: datetime.date, overnemen: bool) -> None:
    """Zet de punten van een overleg op de agenda van een ander van dezelfde reeks; het eerste vervalt."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        other = one_overleg(ledger, met, reeks or found.reeks)
        merge_overleggen(ledger, found.id, other.id)
        tell(ledger, other.id)


@overleg.command()
@VAN_OVERLEG
@overnemen
def begin(bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool) -> None:
    """Leg vast dat een overleg begint, of verder gaat nadat het te vroeg is gesloten."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        begin_overleg(ledger, found.id)
        tell(ledger, found.id)


@overleg.command()
@VAN_OVERLEG
@overnemen
def sluit(bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool) -> None:
    """Leg vast dat een overleg is gehouden; zijn lijst komt op de volgende agenda om vast te stellen."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        end_overleg(ledger, found.id)
        tell(ledger, found.id)


@overleg.command()
@VAN_OVERLEG
@toch
@overnemen
def vaststellen(bestand: Path, datum_overleg: datetime.date, reeks: str, toch: bool, overnemen: bool) -> None:
    """Leg vast dat de actie- en besluitenlijst is vastgesteld; daarna verandert zij niet meer."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        adopt_verslag(ledger, found.id, toch=toch)
        tell(ledger, found.id)


@overleg.command()
@VAN_OVERLEG
@click.option("--reden", required=True, metavar="TEKST", help=_("Waarom."))
@overnemen
def heropen(bestand: Path, datum_overleg: datetime.date, reeks: str, reden: str, overnemen: bool) -> None:
    """Laat een vastgestelde lijst weer veranderen; dat het gebeurde, en waarom, blijft staan."""
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        reopen_overleg(ledger, found.id, reden)
        tell(ledger, found.id)


def _show(ledger: Ledger, regel: OverlegRegel, as_json: bool) -> None:
    punten, rijen, lijst = agenda(ledger, regel.id), aanwezigheid(ledger, regel.id), regels(ledger, regel.id, today())
    if as_json:
        naar = regel.samengevoegd_id
        versies = sorted(ledger.agendaversies.where(overleg_id=regel.id), key=lambda each: each.nummer)
        stappen = sorted(ledger.overlegstappen.where(overleg_id=regel.id), key=lambda each: each.id or 0)
        print_json(
            {
                **overleg_json(regel),
                "agenda": [punt_json(each) for each in punten],
                "aanwezig": [picked(each, "id partij naam voorzitter aanwezig") for each in rijen],
                "lijst": [regel_json(each) for each in lijst],
                "versies": [picked(each, "nummer verzonden_op peildatum wijzigingen") for each in versies],
                "stappen": [picked(each, "staat tijd toelichting") for each in stappen],
                "samengevoegd_met": ledger.overleggen.get(naar).datum if naar else None,
            }
        )
        return
    print_table(OVERLEG_LIJST, [regel])
    for fields, rows in ((PUNT_LIJST, punten), (AANWEZIG_LIJST, rijen), (VERSLAG_LIJST, lijst)):
        if rows:
            click.echo()
            print_table(short(fields), rows)


for _command in (reeks, punt, verwerk, regel, aanwezig, planning):
    overleg.add_command(_command)
COMMANDS = (overleg, schoolvakanties, schoolvakantie)
