"""Commands that record who was told of an agreement, what the COA said of it, and that it goes no further."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.behandeling import (
    record_kennisgevingen,
    record_verwerking,
    remove_kennisgeving,
    remove_verwerking,
)
from regietafel.actions.herverdeling import withdraw_herverdeling
from regietafel.cli.behandeling import REDEN, check_datum, check_reden, datum_option, said_of, tell, verwijderbaar
from regietafel.cli.kit import DATUM, KENMERK, Opdracht, bestand, overnemen, writing
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving, Verwerking
from regietafel.i18n import _, format_date
from regietafel.queries.herverdelingen import find


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
@verwijderbaar(_("De dag waarop de kennisgeving is verstuurd."))
@click.option("--wijze", metavar="TEKST", help=_("Hoe, bijvoorbeeld: e-mail of post."))
@click.option("--ontvangst", type=DATUM, metavar="DATUM", help=_("De dag waarop de ontvangst is bevestigd."))
@overnemen
def kennisgeving(
    bestand: Path,
    kenmerk: str,
    adressaten: tuple[str, ...],
    datum: datetime.date | None,
    wijze: str | None,
    ontvangst: datetime.date | None,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast dat het COA, de provincie of een ministerie bericht kreeg. Wat u niet noemt, blijft staan."""
    check_datum(datum, verwijder)
    given = {"wijze": wijze, "ontvangst_op": ontvangst}
    named: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    namen = ", ".join(ADRESSATEN[aan] for aan in dict.fromkeys(adressaten))
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        known = {each.aan: each for each in view.kennisgevingen if each.aan in adressaten}
        if datum is None:
            for aan in filter(known.get, ADRESSATEN):  # the COA first: only that one may be refused
                remove_kennisgeving(ledger, known[aan])
            tell(ledger, view, _("Kennisgeving aan {namen} verwijderd").format(namen=namen), known=not known)
            return
        told = [
            replace(known.get(aan) or Kennisgeving(herverdeling_id=view.id, aan=aan, datum=datum), datum=datum, **named)
            for aan in dict.fromkeys(adressaten)
        ]
        record_kennisgevingen(ledger, told)
        said = _("Kennisgeving van {datum} aan {namen}").format(datum=format_date(datum), namen=namen)
        tell(ledger, view, said, known=all(each in view.kennisgevingen for each in told))


@click.command(cls=Opdracht)
@bestand
@KENMERK
@datum_option(_("De dag waarop het COA het liet weten."))
@click.option("--afgekeurd", is_flag=True, help=_("De som klopt niet volgens het COA; geef ook --reden."))
@REDEN
@click.option("--verwijder", is_flag=True, help=_("Haal het bericht van deze dag weg; het stond er bij vergissing."))
@overnemen
def verwerkt(
    bestand: Path,
    kenmerk: str,
    datum: datetime.date,
    afgekeurd: bool,
    reden: str | None,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast dat het COA de herverdeling heeft verwerkt of afgekeurd; het nieuwste bericht telt.

    Na een afkeuring telt vanaf die dag weer de oude taakstelling, tot het COA haar toch verwerkt.
    """
    check_reden(reden, afgekeurd, "--afgekeurd")
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        earlier = next((each for each in view.verwerkingen if each.datum == datum), None)
        if verwijder:
            if earlier:
                remove_verwerking(ledger, earlier)
            tell(ledger, view, said_of(_("Bericht van {datum} verwijderd"), datum), known=earlier is None)
            return
        said = Verwerking(
            id=earlier.id if earlier else None,
            herverdeling_id=view.id,
            datum=datum,
            afgekeurd=afgekeurd,
            reden=reden or "",
        )
        record_verwerking(ledger, said)
        text = _("Afgekeurd door het COA op {datum}") if afgekeurd else _("Verwerkt door het COA op {datum}")
        tell(ledger, view, said_of(text, datum), known=said == earlier)


@click.command(cls=Opdracht)
@bestand
@KENMERK
@datum_option(_("De dag waarop de partijen ervan afzagen."))
@click.option("--reden", required=True, metavar="TEKST", help=_("Waarom."))
@overnemen
def intrekken(bestand: Path, kenmerk: str, datum: datetime.date, reden: str, overnemen: bool) -> None:
    """Trek een herverdeling in die nog niet in werking is."""
    with writing(bestand, overnemen) as ledger:
        view = find(ledger, kenmerk)
        withdraw_herverdeling(ledger, view.id, datum, reden)
        tell(ledger, view, said_of(_("Ingetrokken op {datum}"), datum), known=False)


MELDINGEN = (kennisgeving, verwerkt, intrekken)
