"""Commands about agreements and their documents."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click

from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    make_zonder,
    remove_herverdeling,
)
from regietafel.catalog import HERVERDELING
from regietafel.catalog.herverdeling import REGEL
from regietafel.cli.behandeling import COLLEGES
from regietafel.cli.blad import (
    blad_json,
    delen_json,
    in_werking,
    partijen_json,
    print_blad,
    print_heading,
)
from regietafel.cli.documenten import documenten
from regietafel.cli.kit import (
    DATUM,
    KENMERK,
    PERIODE,
    F,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    periode_option,
    print_json,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.cli.melden import MELDINGEN
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import REGELS, waarschuwingen
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, parse_number, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, blad, find, herverdelingen, summarise
from regietafel.queries.klokken import klokken_of
from regietafel.queries.voornemen import voornemen_of

_OP = click.option("--op", type=DATUM, metavar="DATUM", help=_("Met wat op deze dag was gebeurd; anders vandaag."))


def _overdracht_option(*, required: bool) -> Callable[[F], F]:
    return click.option(
        "--overdracht",
        "overdrachten",
        multiple=True,
        required=required,
        metavar='"VAN>NAAR:N"',
        help=_("Wie aan wie hoeveel overdraagt; mag vaker."),
    )


# What is agreed beside the numbers; what is not given is None.
_bepalingen_options = together(
    click.option("--toelichting", metavar="TEKST", help=_("Waarom, in één of meer zinnen.")),
    click.option(
        "--tot-en-met", type=PERIODE, metavar="PERIODE", help=_("Het laatste halfjaar, als er meer dan één is.")
    ),
    click.option("--reden-langer", metavar="TEKST", help=_("Waarom de afspraak langer dan een halfjaar geldt.")),
    click.option("--overleg", metavar="TEKST", help=_("Wanneer met COA, A&M en VRO is overlegd over langer.")),
    click.option(
        "--buiten-tafel/--geen-buiten-tafel", default=None, help=_("Er doet een gemeente van buiten de tafel mee.")
    ),
    click.option(
        "--bezwaarclausule/--geen-bezwaarclausule", default=None, help=_("Zeg in de besluiten hoe bezwaar gaat.")
    ),
    click.option("--vervolg-op", metavar="KENMERK", help=_("De herverdeling waar deze op volgt.")),
)


@click.group(cls=Groep)
def herverdeling() -> None:
    """Bereid een herverdeling (uitruil) voor volgens artikel 29, tweede lid, van de Huisvestingswet 2014."""


@herverdeling.command()
@bestand
@periode_option()
@_overdracht_option(required=True)
@_bepalingen_options
@overnemen
@als_json
def nieuw(
    bestand: Path,
    periode: Periode,
    overdrachten: tuple[str, ...],
    vervolg_op: str | None,
    overnemen: bool,
    als_json: bool,
    **agreed: Any,
) -> None:
    """Maak een herverdeling. Wat een tweede blik vraagt, staat op stderr als “Let op”.

    JSON: kenmerk, partijen: [gemeente, oud, wijziging, nieuw], som_oud, som_nieuw.
    """
    delen = [parse_deel(text) for text in overdrachten]
    with writing(bestand, overnemen) as ledger:
        follows = find(ledger, vervolg_op).id if vervolg_op else None
        made = make_herverdeling(ledger, periode, delen, Bepalingen(**_given(agreed)), vervolg_op_id=follows)
        _show_made(ledger, made, als_json)


@herverdeling.command()
@bestand
@KENMERK
@_overdracht_option(required=False)
@_bepalingen_options
@overnemen
@als_json
def wijzig(
    bestand: Path,
    kenmerk: str,
    overdrachten: tuple[str, ...],
    vervolg_op: str | None,
    overnemen: bool,
    als_json: bool,
    **agreed: Any,
) -> None:
    """Wijzig een concept; wat u niet noemt, blijft. Genoemde overdrachten komen in de plaats van alle oude.

    Een langere afspraak wordt weer gewoon met --tot-en-met en het eerste halfjaar. JSON: als bij nieuw.
    """
    delen = [parse_deel(text) for text in overdrachten]
    given = _given(agreed)
    if not (delen or given or vervolg_op):
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --overdracht of --toelichting."))
    with writing(bestand, overnemen) as ledger:
        old = find(ledger, kenmerk)
        follows = find(ledger, vervolg_op).id if vervolg_op else None
        bepalingen = replace(old.herverdeling.bepalingen, **given)
        edit_herverdeling(ledger, old.id, delen or old.delen, bepalingen, vervolg_op_id=follows)
        _show_made(ledger, old.id, als_json)


@herverdeling.command(name="zonder")
@bestand
@KENMERK
@click.option("--gemeente", "gemeenten", multiple=True, required=True, metavar="NAAM", help=_("Wie niet meedoet."))
@overnemen
@als_json
def zonder(bestand: Path, kenmerk: str, gemeenten: tuple[str, ...], overnemen: bool, als_json: bool) -> None:
    """Maak een nieuw concept zonder deze gemeenten, bijvoorbeeld na een weigering. Het oude blijft zoals het is.

    JSON: als bij nieuw, en vervallen: [van, naar, aantal].
    """
    with writing(bestand, overnemen) as ledger:
        old = find(ledger, kenmerk)
        made = blad(ledger, make_zonder(ledger, old.id, gemeenten))
        fallen = tuple(deel for deel in old.delen if deel not in made.delen)
        if als_json:
            print_json({"kenmerk": made.kenmerk, **partijen_json(made), "vervallen": delen_json(fallen)})
        else:
            print_heading(made)
            click.echo(_("Vervallen: {delen}").format(delen=summarise(fallen)))
        _warn(ledger, made)


@herverdeling.command()
@bestand
@KENMERK
@_OP
@als_json
def toon(bestand: Path, kenmerk: str, op: datetime.date | None, als_json: bool) -> None:
    """Toon een herverdeling: de aantallen, wat elk college deed, de termijnen en wat er gebeurde.

    JSON: kenmerk, periode, status, in_werking_op, toelichting, overdrachten: [van, naar, aantal], partijen:
    [gemeente, oud, wijziging, nieuw, voorgelegd_op, besluit: {datum, nummer, ondertekenaar, geweigerd, reden} of
    null, bekendmaking: {datum, vindplaats} of null, contact], som_oud, som_nieuw, op, tot_en_met (null: één
    halfjaar), reden_langer, overleg, buiten_tafel, bezwaarclausule, ingetrokken_op, reden_intrekking,
    kennisgevingen: [aan (coa, provincie, aenm of vro), datum, wijze, ontvangst_op], verwerkingen: [datum, afgekeurd,
    reden], termijnen: [wat, uiterlijk, voldaan_op, dagen (tot de laatste dag, gezien op die dag of op de dag waarop
    het is gedaan; onder 0 is te laat)], volgende_stap (leeg: niets), vervolg_op (een kenmerk of null), vervolgen
    (kenmerken).

    Status is concept, ter besluitvorming, besloten, bekendgemaakt, in werking, gemeld, verwerkt, geweigerd,
    afgekeurd of ingetrokken.
    """
    with reading(bestand) as ledger:
        view = find(ledger, kenmerk, op or today())
        klokken = klokken_of(view, tuple(ledger.procestermijnen))
    if als_json:
        print_json(blad_json(view, klokken))
    else:
        print_blad(view, klokken)


@herverdeling.command()
@bestand
@periode_option(required=False)
@_OP
@als_json
def lijst(bestand: Path, periode: Periode | None, op: datetime.date | None, als_json: bool) -> None:
    """Toon alle herverdelingen. JSON: een lijst met kenmerk, periode, status, in_werking_op, aantal."""
    with reading(bestand) as ledger:
        views = herverdelingen(ledger, periode, op or today())
    if als_json:
        print_json(_as_known(views, ("kenmerk", "periode", "status", "in_werking_op", "aantal")))
    elif views:
        rows = _as_known(views, [field.name for field in HERVERDELING])
        print_table(HERVERDELING, [SimpleNamespace(**row) for row in rows])
    else:
        click.echo(_("Er zijn nog geen herverdelingen."))


def _as_known(views: Sequence[HerverdelingBlad], names: Sequence[str]) -> list[dict[str, Any]]:
    """These of each agreement, as known on the day it is asked for."""
    return [{name: getattr(view, name) for name in names} | {"in_werking_op": in_werking(view)} for view in views]


@herverdeling.command()
@bestand
@KENMERK
@als_json
def regels(bestand: Path, kenmerk: str, als_json: bool) -> None:
    """Toon de regels waaraan een herverdeling zich houdt, en waar ze staan.

    JSON: een lijst met naam, zin (wat er geldt), bron, klopt, melding (wat er niet klopt, of leeg).
    """
    with reading(bestand) as ledger:
        plan = voornemen_of(ledger, find(ledger, kenmerk))
    said = [(regel, regel.breuk(plan)) for regel in REGELS]
    rows = [
        {"naam": regel.naam, "zin": regel.zin, "bron": regel.bron, "klopt": not breuk, "melding": breuk}
        for regel, breuk in said
    ]
    if als_json:
        print_json(rows)
    else:
        print_table(REGEL, [SimpleNamespace(**row) for row in rows])


@herverdeling.command()
@bestand
@KENMERK
@overnemen
def verwijder(bestand: Path, kenmerk: str, overnemen: bool) -> None:
    """Verwijder een concept. Haar kenmerk wordt niet opnieuw gebruikt."""
    with writing(bestand, overnemen) as ledger:
        remove_herverdeling(ledger, find(ledger, kenmerk).id)


for _command in (*COLLEGES, *MELDINGEN):
    herverdeling.add_command(_command)


def parse_deel(text: str) -> Deel:
    """``Enschede>Borne:10``."""
    names, colon, aantal = text.rpartition(":")
    van, arrow, naar = names.partition(">")
    try:
        if not (colon and arrow and van.strip() and naar.strip()):
            raise ValueError
        return Deel(van.strip(), naar.strip(), parse_number(aantal))
    except ValueError:
        raise RegietafelError(
            _("“{text}” is geen overdracht; schrijf bijvoorbeeld Enschede>Borne:10.").format(text=text)
        ) from None


def _given(agreed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in agreed.items() if value is not None}


def _show_made(ledger: Ledger, id: int, as_json: bool) -> None:
    view = blad(ledger, id)
    if as_json:
        print_json({"kenmerk": view.kenmerk, **partijen_json(view)})
    else:
        print_heading(view)
    _warn(ledger, view)


def _warn(ledger: Ledger, view: HerverdelingBlad) -> None:
    for zin in waarschuwingen(voornemen_of(ledger, view)):
        click.echo(_("Let op: {zin}").format(zin=zin), err=True)


COMMANDS = (herverdeling, documenten)
