"""The commands about what a meeting led to: who was there, and the rows of its list."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.verslag import (
    fill_aanwezigheid,
    link_regel,
    record_regel,
    remove_aanwezigheid,
    remove_regel,
    save_aanwezigheid,
    set_kennislinks,
)
from regietafel.catalog.overlegregels import AANWEZIG_LIJST, VERSLAG_LIJST
from regietafel.catalog.verslag import VERSLAGREGEL, VOOR
from regietafel.cli.kit import (
    Groep,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    picked,
    print_json,
    print_table,
    together,
    writing,
)
from regietafel.cli.overlegkit import (
    PUNT,
    VAN_OVERLEG,
    VAN_PARTIJ,
    changing,
    one_partij,
    one_punt,
    regel_json,
    short,
)
from regietafel.cli.overlegpunt import OVER, about
from regietafel.cli.velden import check_complete, numbered_row, parse_settings, zetten_option
from regietafel.domain.verslag import AANWEZIG, AANWEZIGHEDEN, ACTIE, Aanwezigheid, Verslagregel
from regietafel.errors import RegietafelError
from regietafel.exchange.datum import read_day
from regietafel.i18n import _, parse_date, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.overleggen import overleg_regel
from regietafel.queries.verslag import aanwezigheid, lijstregel

_Houder = tuple[int | None, str]
_NUMMER = click.argument("nummer", type=int)
_gegevens = together(
    zetten_option(_("Zet een gegeven, zoals tekst=… of voor='1 nov'.")),
    PUNT,
    click.option("--gemeente", "gemeenten", multiple=True, metavar="NAAM", help=_("Wie de actie doet; mag vaker.")),
    click.option(
        "--organisatie", "organisaties", multiple=True, metavar="NAAM", help=_("Of wie geen gemeente is; mag vaker.")
    ),
    OVER,
)


@click.command(cls=Opdracht)
@VAN_OVERLEG
@click.option("--vul", is_flag=True, help=_("Zet elke gemeente van de tafel erop, met wie de agenda als lid krijgt."))
@VAN_PARTIJ
@click.option("--naam", metavar="NAAM", help=_("Wie van die partij: een bestuurder of ambtenaar."))
@click.option("--als", "hoe", type=click.Choice(AANWEZIGHEDEN), help=_("Of die er was; mk is met kennisgeving."))
@click.option("--voorzitter", is_flag=True, help=_("Die was de voorzitter."))
@click.option("--verwijder", is_flag=True, help=_("Haal die van de lijst."))
@overnemen
@als_json
def aanwezig(
    bestand: Path,
    datum_overleg: datetime.date,
    reeks: str,
    vul: bool,
    verwijder: bool,
    overnemen: bool,
    als_json: bool,
    **given: Any,
) -> None:
    """Leg vast wie er bij een overleg was: --gemeente Almelo --naam "burgemeester van Almelo".

    Staat die partij er één keer op, dan wijzigt dat; een andere --naam komt erbij. JSON: een lijst van [id, partij,
    naam, voorzitter, aanwezig]; aanwezig is aanwezig, afwezig_mk of afwezig.
    """
    named = given["gemeente"] is not None or given["organisatie"] is not None
    if vul == named or (vul and verwijder):
        raise WrongUsage(_("Geef --vul, of --gemeente of --organisatie."))
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        if vul:
            fill_aanwezigheid(ledger, found.id)
        else:
            _attend(ledger, found.id, verwijder, given)
        rows = aanwezigheid(ledger, found.id)
    if als_json:
        print_json([picked(each, "id partij naam voorzitter aanwezig") for each in rows])
    else:
        print_table(AANWEZIG_LIJST, rows)


@click.group(cls=Groep)
def regel() -> None:
    """Wijzig de actie- en besluitenlijst van een overleg; een regel noemt u met zijn nummer, zie overleg toon."""


@regel.command()
@VAN_OVERLEG
@_gegevens
@overnemen
@als_json
def nieuw(
    bestand: Path, datum_overleg: datetime.date, reeks: str, overnemen: bool, als_json: bool, **given: Any
) -> None:
    """Leg een regel vast, met ten minste --zet soort=besluit, knelpunt of actie en --zet tekst=…

    JSON: als bij overleg toon, één regel van de lijst.
    """
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, found):
        settings = _settings(given, found.datum)
        check_complete(settings, VERSLAGREGEL)
        links = about(ledger, given)
        if given["punt"]:
            links["agendapunt_id"] = one_punt(ledger, found, given["punt"]).id
        made = Verslagregel(overleg_id=found.id, **settings, **links)
        _show(ledger, record_regel(ledger, made, _houders(ledger, given)), als_json)


@regel.command()
@bestand
@_NUMMER
@_gegevens
@overnemen
@als_json
def wijzig(bestand: Path, nummer: int, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een regel; wat u niet geeft, blijft. Wie u noemt, komt in de plaats van wie er stond.

    Is het duidelijk, haal de vraag dan weg met --zet vraag=. JSON: als bij overleg toon, één regel van de lijst.
    """
    if not any(given.values()) and all(given[name] is None for name in ("herverdeling", "locatie", "project")):
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet vraag=."))
    with writing(bestand, overnemen) as ledger:
        old = _regel(ledger, nummer)
        settings = _settings(given, ledger.overleggen.get(old.overleg_id).datum)
        links = about(ledger, given)
        if given["punt"]:
            links["agendapunt_id"] = one_punt(ledger, overleg_regel(ledger, old.overleg_id), given["punt"]).id
        new = replace(old, **settings, **links)
        houders = _houders(ledger, given) or (_known(ledger, nummer) if new.soort == ACTIE else [])
        _show(ledger, record_regel(ledger, new, houders), als_json)


@regel.command()
@bestand
@_NUMMER
@overnemen
def verwijder(bestand: Path, nummer: int, overnemen: bool) -> None:
    """Haal een regel van de lijst, met wat er over is gemeld."""
    with writing(bestand, overnemen) as ledger:
        remove_regel(ledger, _regel(ledger, nummer))


@regel.command()
@bestand
@_NUMMER
@OVER
@overnemen
@als_json
def vervolg(bestand: Path, nummer: int, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Leg vast welke herverdeling, welke locatie of welk project uit een regel voortkwam.

    Dat kan ook als de lijst al is vastgesteld. JSON: als bij overleg toon, één regel van de lijst.
    """
    if not any(given.values()):
        raise WrongUsage(_("Geef --herverdeling, --locatie of --project."))
    with writing(bestand, overnemen) as ledger:
        found = _regel(ledger, nummer)
        link_regel(ledger, nummer, **{name: id for name, id in about(ledger, given).items() if id is not None})
        _show(ledger, found, als_json)


@regel.command()
@bestand
@_NUMMER
@click.argument("kennis", nargs=-1, type=int, metavar="[KENNIS]…")
@overnemen
@als_json
def kennis(bestand: Path, nummer: int, kennis: tuple[int, ...], overnemen: bool, als_json: bool) -> None:
    """Kies welke maatregelen (zie kennis lijst) bij een knelpunt kunnen helpen; zonder nummer geen.

    JSON: als bij overleg toon, één regel van de lijst.
    """
    with writing(bestand, overnemen) as ledger:
        found = _regel(ledger, nummer)
        for each in kennis:
            numbered_row(ledger.kennis, each, _("maatregel"))  # or it says that there is none
        set_kennislinks(ledger, nummer, kennis)
        _show(ledger, found, als_json)


def _settings(given: dict[str, Any], op: datetime.date) -> dict[str, Any]:
    """What is set. A day may be written as in a line typed during the meeting of ``op``: ``eind september``."""

    def read(text: str) -> datetime.date:
        return read_day(text, op) or parse_date(text)

    kind = replace(VOOR.kind, parse=read)
    fields = [replace(each, kind=kind) if each is VOOR else each for each in VERSLAGREGEL]
    return parse_settings(given["zetten"], fields)


def _attend(ledger: Ledger, overleg_id: int, verwijder: bool, given: dict[str, Any]) -> None:
    partij = one_partij(ledger, given["gemeente"], given["organisatie"])
    there = sorted(ledger.aanwezigheden.where(overleg_id=overleg_id, **partij), key=lambda each: each.id or 0)
    naam = given["naam"]
    same = [each for each in there if naam in {None, each.naam}] or [each for each in there if not each.naam]
    if len(same) > 1 or (verwijder and not same):
        names = ", ".join(each.naam or _("zonder naam") for each in there)
        sentence = _("Noem met --naam wie: {namen}.") if there else _("Die partij staat niet op de lijst.")
        raise RegietafelError(sentence.format(namen=names))
    if verwijder:
        remove_aanwezigheid(ledger, same[0])
        return
    old = same[0] if same else Aanwezigheid(overleg_id=overleg_id, **partij)
    save_aanwezigheid(
        ledger,
        replace(
            old,
            naam=old.naam if naam is None else naam.strip(),
            aanwezig=given["hoe"] or (old.aanwezig if same else AANWEZIG),
            voorzitter=given["voorzitter"] or old.voorzitter,
        ),
    )


def _regel(ledger: Ledger, nummer: int) -> Verslagregel:
    if (found := ledger.verslagregels.find(id=nummer)) is None:
        raise RegietafelError(_("Er is geen regel {nummer}; zie “regietafel overleg toon”.").format(nummer=nummer))
    return found


def _houders(ledger: Ledger, given: dict[str, Any]) -> list[_Houder]:
    """Who does it, as named on the command line."""
    return [
        *((find_gemeente(ledger, naam).id, "") for naam in given["gemeenten"]),
        *((None, naam.strip()) for naam in given["organisaties"]),
    ]


def _known(ledger: Ledger, regel_id: int) -> list[_Houder]:
    return [(each.gemeente_id, each.organisatie) for each in ledger.actiehouders.where(regel_id=regel_id)]


def _show(ledger: Ledger, regel: Verslagregel, as_json: bool) -> None:
    found = lijstregel(ledger, regel.id or 0, today())
    if as_json:
        print_json(regel_json(found))
    else:
        print_table(short(VERSLAG_LIJST), [found])
