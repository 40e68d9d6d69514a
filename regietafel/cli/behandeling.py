"""Commands that record what happens to an agreement: by colleges, to addressees, by the COA."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen, record_verwerking
from regietafel.actions.herverdeling import withdraw_herverdeling
from regietafel.cli.blad import print_status
from regietafel.cli.kit import DATUM, KENMERK, F, Opdracht, WrongUsage, bestand, overnemen, writing
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Status, Verwerking
from regietafel.i18n import _, enumerate_some, format_date
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import (
    HerverdelingBlad,
    Partijregel,
    blad,
    find,
    find_partijen,
    summarise,
    weigeraars,
    zonder,
)

_REDEN = click.option("--reden", metavar="TEKST", help=_("Waarom."))


def _datum(text: str) -> Callable[[F], F]:
    return click.option("--datum", type=DATUM, required=True, metavar="DATUM", help=text)


def _gemeenten(*, required: bool = True) -> Callable[[F], F]:
    text = _("De gemeente, met naam of code; mag vaker.")
    if not required:
        text = _("De gemeente, met naam of code; mag vaker. Anders elke partij die nog niets heeft.")
    return click.option("--gemeente", "gemeenten", multiple=True, required=required, metavar="NAAM", help=text)


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten(required=False)
@_datum(_("De dag waarop het voorstel is verstuurd."))
@overnemen
def voorleggen(bestand: Path, kenmerk: str, gemeenten: tuple[str, ...], datum: datetime.date, overnemen: bool) -> None:
    """Leg vast dat het voorstel aan colleges is voorgelegd; zonder --gemeente aan elk college dat het nog niet had."""
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        named = find_partijen(ledger, view, gemeenten)
        parties = named if gemeenten else [each for each in view.partijen if not each.behandeling.voorgelegd(view.op)]
        facts = [replace(each.behandeling, voorgelegd_op=datum) for each in parties]
        said = _("Voorgelegd op {datum}").format(datum=format_date(datum))
        _record(ledger, view, parties, facts, said)


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten()
@click.option("--contact", required=True, metavar="TEKST", help=_("De ambtenaar die u kunt bellen of mailen."))
@overnemen
def contact(bestand: Path, kenmerk: str, gemeenten: tuple[str, ...], contact: str, overnemen: bool) -> None:
    """Leg vast wie u bij een gemeente over de herverdeling kunt bellen of mailen."""
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        parties = find_partijen(ledger, view, gemeenten)
        facts = [replace(each.behandeling, contact=contact) for each in parties]
        _record(ledger, view, parties, facts, _("Contact"))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten()
@_datum(_("De dag waarop het college besloot."))
@click.option("--nummer", metavar="TEKST", help=_("Het nummer van het besluit."))
@click.option("--ondertekenaar", metavar="TEKST", help=_("Wie tekende, bijvoorbeeld: burgemeester en secretaris."))
@click.option("--geweigerd", is_flag=True, help=_("Het college weigert; geef ook --reden."))
@_REDEN
@overnemen
def besluit(
    bestand: Path,
    kenmerk: str,
    gemeenten: tuple[str, ...],
    datum: datetime.date,
    nummer: str | None,
    ondertekenaar: str | None,
    geweigerd: bool,
    reden: str | None,
    overnemen: bool,
) -> None:
    """Leg het besluit van een college vast. Een nieuw besluit komt in de plaats van een weigering, en andersom.

    Een nummer of ondertekenaar die u niet noemt, blijft staan.
    """
    _check_reden(reden, geweigerd, "--geweigerd")
    given = {"besluitnummer": nummer, "ondertekenaar": ondertekenaar}

    def decided(facts: Behandeling) -> Behandeling:
        if facts.geweigerd != geweigerd:  # another decision than the one it had
            facts = replace(facts, besluitnummer="", ondertekenaar="")
        named: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        return replace(facts, besluit_op=datum, geweigerd=geweigerd, reden=reden or "", **named)

    said = _("Geweigerd op {datum}") if geweigerd else _("Besluit van {datum}")
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        parties = find_partijen(ledger, view, gemeenten)
        facts = [decided(each.behandeling) for each in parties]
        _record(ledger, view, parties, facts, said.format(datum=format_date(datum)))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten()
@_datum(_("De dag van publicatie in het gemeenteblad."))
@click.option("--vindplaats", required=True, metavar="TEKST", help=_("Bijvoorbeeld: Gemeenteblad 2023, 345678."))
@overnemen
def bekendmaking(
    bestand: Path, kenmerk: str, gemeenten: tuple[str, ...], datum: datetime.date, vindplaats: str, overnemen: bool
) -> None:
    """Leg vast dat een gemeente haar besluit heeft bekendgemaakt.

    Met de laatste bekendmaking treedt de herverdeling in werking, op de dag erna. Dan verandert zij niet meer.
    """
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        parties = find_partijen(ledger, view, gemeenten)
        facts = [replace(each.behandeling, bekendgemaakt_op=datum, vindplaats=vindplaats) for each in parties]
        _record(ledger, view, parties, facts, _("Bekendgemaakt op {datum}").format(datum=format_date(datum)))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@click.option(
    "--aan",
    "adressaten",
    type=click.Choice([*ADRESSATEN]),
    multiple=True,
    required=True,
    metavar="|".join(ADRESSATEN),
    help=_("Wie het weet; mag vaker."),
)
@_datum(_("De dag waarop de kennisgeving is verstuurd."))
@click.option("--wijze", metavar="TEKST", help=_("Hoe, bijvoorbeeld: e-mail of post."))
@click.option("--ontvangst", type=DATUM, metavar="DATUM", help=_("De dag waarop de ontvangst is bevestigd."))
@overnemen
def kennisgeving(
    bestand: Path,
    kenmerk: str,
    adressaten: tuple[str, ...],
    datum: datetime.date,
    wijze: str | None,
    ontvangst: datetime.date | None,
    overnemen: bool,
) -> None:
    """Leg vast dat het COA, de provincie of een ministerie bericht kreeg. Wat u niet noemt, blijft staan."""
    named: dict[str, Any] = {
        name: value for name, value in (("wijze", wijze), ("ontvangst_op", ontvangst)) if value is not None
    }
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        known = {each.aan: each for each in view.kennisgevingen}
        told = [
            replace(known.get(aan) or Kennisgeving(herverdeling_id=view.id, aan=aan, datum=datum), datum=datum, **named)
            for aan in dict.fromkeys(adressaten)
        ]
        record_kennisgevingen(ledger, told)
        namen = ", ".join(ADRESSATEN[each.aan] for each in told)
        said = _("Kennisgeving van {datum} aan {namen}").format(datum=format_date(datum), namen=namen)
        _tell(ledger, view, said, all(each in view.kennisgevingen for each in told))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_datum(_("De dag waarop het COA het liet weten."))
@click.option("--afgekeurd", is_flag=True, help=_("De som klopt niet volgens het COA; geef ook --reden."))
@_REDEN
@overnemen
def verwerkt(
    bestand: Path, kenmerk: str, datum: datetime.date, afgekeurd: bool, reden: str | None, overnemen: bool
) -> None:
    """Leg vast dat het COA de herverdeling heeft verwerkt of afgekeurd; het nieuwste bericht telt.

    Na een afkeuring telt vanaf die dag weer de oude taakstelling, tot het COA haar toch verwerkt.
    """
    _check_reden(reden, afgekeurd, "--afgekeurd")
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        said = Verwerking(herverdeling_id=view.id, datum=datum, afgekeurd=afgekeurd, reden=reden or "")
        record_verwerking(ledger, said)
        text = _("Afgekeurd door het COA op {datum}") if afgekeurd else _("Verwerkt door het COA op {datum}")
        _tell(
            ledger,
            view,
            text.format(datum=format_date(datum)),
            said in [replace(e, id=None) for e in view.verwerkingen],
        )


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_datum(_("De dag waarop de partijen ervan afzagen."))
@click.option("--reden", required=True, metavar="TEKST", help=_("Waarom."))
@overnemen
def intrekken(bestand: Path, kenmerk: str, datum: datetime.date, reden: str, overnemen: bool) -> None:
    """Trek een herverdeling in die nog niet in werking is."""
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        withdraw_herverdeling(ledger, view.id, datum, reden)
        _tell(ledger, view, _("Ingetrokken op {datum}").format(datum=format_date(datum)), known=False)


def _check_reden(reden: str | None, needed: bool, switch: str) -> None:
    if reden is not None and not needed:
        raise WrongUsage(_("Geef --reden alleen samen met {switch}.").format(switch=switch))


def _record(
    ledger: Ledger, view: HerverdelingBlad, parties: Sequence[Partijregel], facts: Sequence[Behandeling], said: str
) -> None:
    """Record what colleges did, and say so."""
    record_behandelingen(ledger, facts)
    namen = ", ".join(each.gemeente for each in parties)
    _tell(ledger, view, f"{said}: {namen}" if namen else said, all(each in view.behandelingen for each in facts))


def _tell(ledger: Ledger, before: HerverdelingBlad, said: str, known: bool) -> None:
    """What was recorded, where the agreement stands now, and the next step."""
    now = blad(ledger, before.id)
    click.echo(_("Dit stond er al.") if known else _("{said}.").format(said=said))
    if now.in_werking_op and not before.in_werking_op:
        sentence = _("{kenmerk} is in werking vanaf {datum} en verandert niet meer; alleen een nieuwe kan volgen.")
        click.echo(sentence.format(kenmerk=now.kenmerk, datum=format_date(now.in_werking_op)))
    print_status(now)
    if now.stand is Status.GEWEIGERD and (refused := weigeraars(now)):
        left, fallen = zonder(now, refused)
        sentence = _("Zonder {namen} vervalt {vervallen}; er blijft {rest}.")
        rest = summarise(left) or _("niets over")
        click.echo(sentence.format(namen=enumerate_some(refused), vervallen=summarise(fallen), rest=rest))


FEITEN = (voorleggen, contact, besluit, bekendmaking, kennisgeving, verwerkt, intrekken)
