"""Commands that record what colleges do with an agreement."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.behandeling import (
    record_behandelingen,
)
from regietafel.cli.blad import print_status
from regietafel.cli.kit import DATUM, KENMERK, F, Opdracht, WrongUsage, bestand, overnemen, writing
from regietafel.domain.behandeling import Behandeling, Status
from regietafel.errors import RuleError
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

REDEN = click.option("--reden", metavar="TEKST", help=_("Waarom."))


def datum_option(text: str, *, required: bool = True) -> Callable[[F], F]:
    """``--datum 2023-06-20``: the day on which it happened."""
    return click.option("--datum", type=DATUM, required=required, metavar="DATUM", help=text)


def verwijderbaar(text: str) -> Callable[[F], F]:
    """``--datum``, or ``--verwijder`` for what was recorded by mistake."""
    erase = click.option("--verwijder", is_flag=True, help=_("Haal weg wat bij vergissing is vastgelegd."))

    def add(function: F) -> F:
        return datum_option(text, required=False)(erase(function))

    return add


def _gemeenten(*, required: bool = True) -> Callable[[F], F]:
    text = _("De gemeente, met naam of code; mag vaker.")
    if not required:
        text = _("De gemeente, met naam of code; mag vaker. Anders elke partij die nog niets heeft.")
    return click.option("--gemeente", "gemeenten", multiple=True, required=required, metavar="NAAM", help=text)


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten(required=False)
@verwijderbaar(_("De dag waarop het voorstel is verstuurd."))
@overnemen
def voorleggen(
    bestand: Path,
    kenmerk: str,
    gemeenten: tuple[str, ...],
    datum: datetime.date | None,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast dat het voorstel aan colleges is voorgelegd; zonder --gemeente aan elk college dat het nog niet had."""
    check_datum(datum, verwijder)
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        open_parties = [each for each in view.partijen if verwijder or not each.behandeling.voorgelegd(view.op)]
        parties = find_partijen(ledger, view, gemeenten) if gemeenten else open_parties
        facts = _facts(parties, lambda known: replace(known, voorgelegd_op=datum))
        _record(ledger, view, parties, facts, said_of(_("Voorgelegd op {datum}"), datum))


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
        facts = _facts(parties, lambda known: replace(known, contact=contact))
        _record(ledger, view, parties, facts, _("Contact"))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten()
@verwijderbaar(_("De dag waarop het college besloot."))
@click.option("--nummer", metavar="TEKST", help=_("Het nummer van het besluit."))
@click.option("--ondertekenaar", metavar="TEKST", help=_("Wie tekende, bijvoorbeeld: burgemeester en secretaris."))
@click.option("--geweigerd", is_flag=True, help=_("Het college weigert; geef ook --reden."))
@REDEN
@overnemen
def besluit(
    bestand: Path,
    kenmerk: str,
    gemeenten: tuple[str, ...],
    datum: datetime.date | None,
    nummer: str | None,
    ondertekenaar: str | None,
    geweigerd: bool,
    reden: str | None,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg het besluit van een college vast. Een nieuw besluit komt in de plaats van een weigering, en andersom.

    Een nummer of ondertekenaar die u niet noemt, blijft staan.
    """
    check_datum(datum, verwijder)
    check_reden(reden, geweigerd, "--geweigerd")
    given = {"besluitnummer": nummer, "ondertekenaar": ondertekenaar}

    def decided(facts: Behandeling) -> Behandeling:
        if verwijder or facts.geweigerd != geweigerd:  # another decision than the one it had
            facts = replace(facts, besluitnummer="", ondertekenaar="")
        named: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        return replace(facts, besluit_op=datum, geweigerd=geweigerd, reden=reden or "", **named)

    said = said_of(_("Geweigerd op {datum}") if geweigerd else _("Besluit van {datum}"), datum)
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        parties = find_partijen(ledger, view, gemeenten)
        facts = _facts(parties, decided)
        _record(ledger, view, parties, facts, said)


@click.command(cls=Opdracht)
@bestand
@KENMERK
@_gemeenten()
@verwijderbaar(_("De dag van publicatie in het gemeenteblad."))
@click.option("--vindplaats", metavar="TEKST", help=_("Bijvoorbeeld: Gemeenteblad 2023, 345678."))
@overnemen
def bekendmaking(
    bestand: Path,
    kenmerk: str,
    gemeenten: tuple[str, ...],
    datum: datetime.date | None,
    vindplaats: str | None,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast dat een gemeente haar besluit heeft bekendgemaakt: op welke dag, en waar.

    Met de laatste bekendmaking treedt de herverdeling in werking, op de dag erna. Dan verandert zij niet meer.
    """
    check_datum(datum, verwijder)
    if verwijder == bool(vindplaats):
        raise WrongUsage(_("Geef bij een bekendmaking --datum en --vindplaats."))
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        parties = find_partijen(ledger, view, gemeenten)
        facts = _facts(parties, lambda known: replace(known, bekendgemaakt_op=datum, vindplaats=vindplaats or ""))
        _record(ledger, view, parties, facts, said_of(_("Bekendgemaakt op {datum}"), datum))


def _facts(parties: Sequence[Partijregel], change: Callable[[Behandeling], Behandeling]) -> list[Behandeling]:
    """What is known of each college, changed. Raises RuleError that names the college of which it cannot be."""
    facts = []
    for each in parties:
        try:
            facts.append(change(each.behandeling))
        except RuleError as error:
            raise RuleError(f"{each.gemeente}: {error}") from None
    return facts


def said_of(text: str, datum: datetime.date | None) -> str:
    """What was recorded of that day; without a day it was erased."""
    return text.format(datum=format_date(datum)) if datum else _("Weggehaald")


def check_datum(datum: datetime.date | None, verwijder: bool) -> None:
    """Raises a usage error unless there is a day to record, or something to erase."""
    if verwijder == bool(datum):
        raise WrongUsage(_("Geef --datum, of --verwijder."))


def check_reden(reden: str | None, needed: bool, switch: str) -> None:
    """Raises a usage error for a reason without what it is the reason of."""
    if reden is not None and not needed:
        raise WrongUsage(_("Geef --reden alleen samen met {switch}.").format(switch=switch))


def _record(
    ledger: Ledger, view: HerverdelingBlad, parties: Sequence[Partijregel], facts: Sequence[Behandeling], said: str
) -> None:
    """Record what colleges did, and say so."""
    record_behandelingen(ledger, facts)
    namen = ", ".join(each.gemeente for each in parties)
    known = all(each in view.behandelingen for each in facts)
    tell(ledger, view, f"{said}: {namen}", known)


def tell(ledger: Ledger, before: HerverdelingBlad, said: str, known: bool) -> None:
    """What was recorded, where the agreement stands now, and the next step."""
    now = blad(ledger, before.id)
    click.echo(_("Er verandert niets.") if known else _("{said}.").format(said=said))
    if now.in_werking_op and not before.in_werking_op:
        sentence = _("{kenmerk} is in werking vanaf {datum} en verandert niet meer; alleen een nieuwe kan volgen.")
        click.echo(sentence.format(kenmerk=now.kenmerk, datum=format_date(now.in_werking_op)))
    print_status(now)
    if now.stand is Status.GEWEIGERD and (refused := weigeraars(now)):
        left, fallen = zonder(now, refused)
        sentence = _("Zonder {namen} vervalt {vervallen}; er blijft {rest}.")
        rest = summarise(left) or _("niets over")
        click.echo(sentence.format(namen=enumerate_some(refused), vervallen=summarise(fallen), rest=rest))


COLLEGES = (voorleggen, contact, besluit, bekendmaking)
