"""Commands that read a table from a spreadsheet into a file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from regietafel.cli.inleesverslag import check_all_read, counts, report, say_changed, unwritten
from regietafel.cli.invoer import Tabel, regel_options, tabel_options
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Groep,
    WrongUsage,
    als_json,
    overnemen,
    periode_option,
    reading,
    writing,
)
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.indeling import guess_soort
from regietafel.exchange.inlezen import make_plan, write
from regietafel.exchange.opmerkingen import niet_optellend, plan_remarks
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.soorten import (
    BEGINSTAND,
    DOORLOOPTIJD,
    INWONERS,
    KOPPELINGEN,
    OPVANG,
    REALISATIE,
    SOORTEN,
    TAAKSTELLING,
)
from regietafel.exchange.spreadsheet import Blad
from regietafel.i18n import _, format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.taakstellingen import versies


@click.group(cls=Groep)
def importeer() -> None:
    """Lees cijfers in uit een bestand.

    Wat niet te lezen is, staat op stderr en bij problemen; de rest wordt ingelezen en de afsluitcode is 1.
    """


@importeer.command(name="taakstelling")
@tabel_options
@periode_option()
@click.option("--landelijk", type=AANTAL, metavar="N", help=_("Het landelijke aantal."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum van publicatie; anders vandaag."))
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
    kolom: tuple[str, ...],
    blad: str,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Lees bijlage A van een circulaire in.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Een naam die niet bekend is, krijgt een
    voorstel en wordt pas met --akkoord overgenomen.

    JSON: gelezen, overgenomen, problemen: [blad, rij, veld, melding, voorstel], geschreven.
    """
    tabel = Tabel(bron=bron, kolom=kolom, blad=blad)
    bladen = tabel.sheets()
    with reading(bestand) if droog else writing(bestand, overnemen) as ledger:
        gelezen, kept = tabel.read(ledger, bladen, Vraag(TAAKSTELLING, periode))
        plan = make_plan(ledger, gelezen, periode, datum or _default_datum(ledger, gelezen, periode), akkoord=akkoord)
        written = not droog and write(ledger, plan, bron=tabel.naam, landelijk=landelijk, kolommen=kept)
    told = {"gelezen": len(plan.rijen), "overgenomen": plan.overgenomen}
    report(plan, plan_remarks(plan, gelezen, landelijk), told, tabel.naam, written, als_json=als_json)
    if not als_json:
        click.echo(
            _("Ingelezen als versie van {datum}.").format(datum=format_date(plan.datum))
            if written
            else unwritten(plan, droog)
        )
    check_all_read(plan)


@importeer.command(name="realisatie")
@regel_options(periode=True)
def importeer_realisatie(**options: Any) -> None:
    """Lees in hoeveel personen zijn gehuisvest.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. De peildatum staat in de
    tabel of in --peildatum. Een aantal dat in BESTAND anders is, blijft zoals het is; met --bijwerken wordt het
    overgenomen. Nog eens inlezen verandert niets.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, problemen: [blad, rij, veld, melding, voorstel],
    geschreven.
    """
    _import(REALISATIE, **options)


@importeer.command(name="beginstand")
@regel_options(periode=True)
def importeer_beginstand(**options: Any) -> None:
    """Lees in waarmee gemeenten het halfjaar beginnen.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Achterstand is +, voorsprong
    is −. Onder een kop “Voorsprong” is een positief aantal een voorsprong.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, problemen: [blad, rij, veld, melding, voorstel],
    geschreven.
    """
    _import(BEGINSTAND, **options)


@importeer.command(name="inwoners")
@regel_options(periode=False)
def importeer_inwoners(**options: Any) -> None:
    """Lees de inwoners van gemeenten in het hele land in.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Het jaar staat in de kop van
    de kolom of in --peildatum (1 januari); met --periode geldt het jaar ervóór.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, problemen: [blad, rij, veld, melding, voorstel],
    geschreven.
    """
    _import(INWONERS, **options)


@importeer.command(name="opvang")
@regel_options(periode=None)
def importeer_opvang(**options: Any) -> None:
    """Lees een tabel over opvang in: opgave, realisatie en verschil per gebied.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Een rij is een provincie,
    een veiligheidsregio, een gemeente of het hele land. De peildatum staat in de tabel of in --peildatum. Elk aantal
    wordt bewaard zoals het er staat, ook als het niet optelt; dat wordt dan gezegd.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, niet_optellend: een lijst met zinnen,
    problemen: [blad, rij, veld, melding, voorstel], geschreven.
    """
    _import(OPVANG, periode=None, **options)


@importeer.command(name="koppelingen")
@regel_options(periode=None)
def importeer_koppelingen(**options: Any) -> None:
    """Lees in hoeveel huishoudens op een woning wachten en welke woningen vrij zijn, per soort huishouden.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Elke rij is een gemeente, elke kolom een
    soort huishouden: alleen, duo, 3-5, 6, 7+, amv of medisch. Kolommen met “vrij” of “woningen” in de kop zijn vrije
    woningen. De peildatum staat in de tabel of in --peildatum. Lees alleen aantallen in, nooit wie er wachten.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, problemen: [blad, rij, veld, melding, voorstel],
    geschreven.
    """
    _import(KOPPELINGEN, periode=None, **options)


@importeer.command(name="doorlooptijd")
@regel_options(periode=None)
def importeer_doorlooptijd(**options: Any) -> None:
    """Lees in hoe lang huisvesten per maand duurde, van koppeling tot verhuizing.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. Elke rij is een gemeente, met de dagen en
    zo mogelijk de huisvestingen en regioplaatsingen. De maand staat in de tabel als datum, of in --peildatum: een dag
    in die maand.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, problemen: [blad, rij, veld, melding, voorstel],
    geschreven.
    """
    _import(DOORLOOPTIJD, periode=None, **options)


@importeer.command(name="tabel")
@regel_options(periode=False)
@click.option("--soort", default="", metavar="SOORT", help=_("Wat de tabel is; anders wordt het geraden."))
def importeer_tabel(soort: str, **options: Any) -> None:
    """Lees een tabel in, ook het overzicht van het COA.

    BRON is een bestand (xlsx, xls, ods, csv), of - voor een geplakte tabel. SOORT is taakstelling, realisatie,
    beginstand, inwoners, overzicht, opvang, koppelingen of doorlooptijd. Van een taakstelling is --peildatum de datum
    van publicatie, van een doorlooptijd een dag in de maand.

    JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, niet_optellend (alleen van opvang): een lijst met
    zinnen, problemen: [blad, rij, veld, melding, voorstel], geschreven.
    """
    if soort and soort not in SOORTEN:
        raise WrongUsage(_("--soort: kies uit {namen}.").format(namen=", ".join(SOORTEN)))
    _import(SOORTEN.get(soort), **options)


def _import(
    soort: Soort | None,
    *,
    bestand: Path,
    bron: Path,
    periode: Periode | None,
    peildatum: datetime.date | None,
    bijwerken: bool,
    droog: bool,
    akkoord: bool,
    kolom: tuple[str, ...],
    blad: str,
    overnemen: bool,
    als_json: bool,
) -> None:
    tabel = Tabel(bron=bron, kolom=kolom, blad=blad)
    bladen = tabel.sheets()
    if soort is None:
        soort = _guessed(bladen, tabel.naam)
    if soort.heeft_periode and periode is None:
        raise WrongUsage(_("Er ontbreekt iets: --periode."))
    with reading(bestand) if droog else writing(bestand, overnemen) as ledger:
        gelezen, kept = tabel.read(ledger, bladen, Vraag(soort, periode, peildatum))
        day = peildatum
        if soort is TAAKSTELLING and periode and day is None:
            day = _default_datum(ledger, gelezen, periode)
        plan = make_plan(ledger, gelezen, periode, day, akkoord=akkoord, bijwerken=bijwerken)
        written = not droog and write(ledger, plan, bron=tabel.naam, kolommen=kept)
    if plan.datum and peildatum is None and plan.datum == gelezen.peildatum:
        click.echo(
            _("De peildatum is {datum}; zo staat het in de tabel.").format(datum=format_date(plan.datum)), err=True
        )
    told = counts(plan) | ({"niet_optellend": niet_optellend(plan, gelezen)} if soort is OPVANG else {})
    report(plan, plan_remarks(plan, gelezen, None), told, tabel.naam, written, als_json=als_json)
    say_changed(plan)
    if not als_json:
        click.echo(_("Ingelezen.") if written else unwritten(plan, droog))
    check_all_read(plan)


def _guessed(bladen: Sequence[Blad], naam: str) -> Soort:
    """What the table is. Raises RegietafelError when nothing fits."""
    found = guess_soort(bladen)
    if not found:
        sentence = _("In {naam} staat geen tabel die dit programma herkent. Geef --soort, en zo nodig --kolom.")
        raise RegietafelError(sentence.format(naam=naam))
    sentence = _("De tabel is gelezen als {soort}; geef --soort als het iets anders is.")
    click.echo(sentence.format(soort=found[0].naam), err=True)
    return found[0]


def _default_datum(ledger: Ledger, gelezen: Gelezen, periode: Periode) -> datetime.date:
    """Today; but a table that says what the newest version says is that version, not a new one."""
    known = versies(ledger, periode)
    if known and not make_plan(ledger, gelezen, periode, known[0].datum, akkoord=True).regels:
        return known[0].datum
    return today()


COMMANDS = (importeer,)
