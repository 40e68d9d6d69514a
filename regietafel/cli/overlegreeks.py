"""The commands about series of meetings: how they usually are, their usual points, and who gets their agenda."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from regietafel.actions.overlegreeksen import (
    order_vastpunten,
    remove_overlegreeks,
    remove_vastpunt,
    save_overlegreeks,
    save_vastpunt,
    set_verzendingen,
)
from regietafel.catalog.overleg import REEKS, VASTPUNT
from regietafel.cli.kit import (
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    picked,
    print_json,
    print_rows,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.cli.overlegkit import EEN_REEKS, one_reeks, short
from regietafel.cli.velden import check_complete, parse_settings, zetten_option
from regietafel.domain.agenda import Vastpunt
from regietafel.domain.contact import CONTACTROLLEN, INFORMATIE, LID
from regietafel.domain.overleg import Overlegreeks
from regietafel.errors import RegietafelError
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _
from regietafel.ledger import Ledger

_KEYS = (
    "id naam soort begin minuten locatie link voorzitter secretaris per_jaar dagen_vooraf vakantieregio"  # as in REEKS
)
_PUNT_KEYS = "nummer titel toelichting soort minuten deel aan_einde"
_DEFAULTS = {"begin": "10:00", "minuten": 120, "per_jaar": 6, "dagen_vooraf": 7}  # as in Overlegreeks
_NR = Field(name="volgorde", label=_("Nr."), kind=AANTAL)
_zetten = zetten_option(_("Zet een gegeven, zoals begin=09:30."))
_punt_zetten = zetten_option(_("Zet een gegeven, zoals titel=… of minuten=10."))
_nummer = click.argument("nummer", type=int)
_van_reeks = together(bestand, EEN_REEKS)


@click.group(cls=Groep)
def reeks() -> None:
    """Houd de reeksen van overleggen bij: hoe ze meestal zijn en wat er vast op hun agenda staat."""


@reeks.command()
@bestand
@als_json
def lijst(bestand: Path, als_json: bool) -> None:
    """Toon de reeksen.

    JSON: een lijst van [id, naam, soort, begin, minuten, locatie, link, voorzitter, secretaris, per_jaar, dagen_vooraf,
    vakantieregio, punten: [nummer, titel, toelichting, soort, minuten, deel, aan_einde], verzending: [rol, wijze]].
    soort is regietafel, vooroverleg of prt; wijze is lid of informatie.
    """
    with reading(bestand) as ledger:
        print_rows(
            REEKS,
            list(ledger.overlegreeksen),
            als_json,
            lambda each: _json(ledger, each),
            _("Er is nog geen reeks; maak er een met “regietafel overleg reeks nieuw”."),
        )


@reeks.command()
@bestand
@_zetten
@overnemen
@als_json
def nieuw(bestand: Path, zetten: tuple[str, ...], overnemen: bool, als_json: bool) -> None:
    """Maak een reeks, met ten minste --zet naam=… en --zet soort=regietafel, vooroverleg of prt.

    Zij krijgt de gebruikelijke vaste punten, en wie haar agenda krijgt. JSON: als één regel van reeks lijst.
    """
    settings = {**_DEFAULTS, **parse_settings(zetten, REEKS)}
    check_complete(settings, REEKS)
    with writing(bestand, overnemen) as ledger:
        _show(ledger, save_overlegreeks(ledger, Overlegreeks(**settings)), als_json)


@reeks.command()
@_van_reeks
@_zetten
@overnemen
@als_json
def wijzig(bestand: Path, reeks: str, zetten: tuple[str, ...], overnemen: bool, als_json: bool) -> None:
    """Wijzig een reeks; overleggen die er al zijn, blijven zoals ze zijn. JSON: als één regel van reeks lijst."""
    if not zetten:
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet begin=09:30."))
    settings = parse_settings(zetten, REEKS)
    with writing(bestand, overnemen) as ledger:
        _show(ledger, save_overlegreeks(ledger, replace(one_reeks(ledger, reeks), **settings)), als_json)


@reeks.command()
@_van_reeks
@overnemen
def verwijder(bestand: Path, reeks: str, overnemen: bool) -> None:
    """Verwijder een reeks zonder overleggen."""
    with writing(bestand, overnemen) as ledger:
        remove_overlegreeks(ledger, one_reeks(ledger, reeks))


@reeks.command()
@_van_reeks
@click.option("--lid", "leden", multiple=True, type=click.Choice(CONTACTROLLEN), help=_("Krijgt de agenda als lid."))
@click.option(
    "--informatie",
    "anderen",
    multiple=True,
    type=click.Choice(CONTACTROLLEN),
    help=_("Krijgt haar ter informatie, zonder wat vertrouwelijk is."),
)
@overnemen
@als_json
def verzending(
    bestand: Path, reeks: str, leden: tuple[str, ...], anderen: tuple[str, ...], overnemen: bool, als_json: bool
) -> None:
    """Leg vast welke rollen de agenda van een reeks krijgen; een rol die u niet noemt, krijgt haar niet.

    JSON: als één regel van reeks lijst.
    """
    if both := set(leden) & set(anderen):
        raise WrongUsage(_("Kies voor {rollen} --lid of --informatie.").format(rollen=", ".join(sorted(both))))
    if not leden and not anderen:
        raise WrongUsage(_("Geef --lid of --informatie."))
    with writing(bestand, overnemen) as ledger:
        found = one_reeks(ledger, reeks)
        set_verzendingen(ledger, found.id or 0, dict.fromkeys(leden, LID) | dict.fromkeys(anderen, INFORMATIE))
        _show(ledger, found, als_json)


@reeks.group()
def punt() -> None:
    """Houd bij wat vast op de agenda van een reeks staat. Agenda's die er al zijn, blijven zoals ze zijn."""


@punt.command(name="nieuw")
@_van_reeks
@_punt_zetten
@overnemen
@als_json
def punt_nieuw(bestand: Path, reeks: str, zetten: tuple[str, ...], overnemen: bool, als_json: bool) -> None:
    """Voeg een vast punt toe, met ten minste --zet titel=…; het komt achteraan. JSON: als bij reeks lijst."""
    settings = parse_settings(zetten, VASTPUNT)
    check_complete({"soort": "", **settings}, VASTPUNT)
    with writing(bestand, overnemen) as ledger:
        found = one_reeks(ledger, reeks)
        save_vastpunt(ledger, Vastpunt(reeks_id=found.id or 0, volgorde=0, **settings))
        _show(ledger, found, als_json)


@punt.command(name="wijzig")
@_van_reeks
@_nummer
@_punt_zetten
@overnemen
@als_json
def punt_wijzig(
    bestand: Path, reeks: str, nummer: int, zetten: tuple[str, ...], overnemen: bool, als_json: bool
) -> None:
    """Wijzig een vast punt. JSON: als bij reeks lijst."""
    if not zetten:
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet minuten=15."))
    settings = parse_settings(zetten, VASTPUNT)
    with writing(bestand, overnemen) as ledger:
        found = one_reeks(ledger, reeks)
        save_vastpunt(ledger, replace(_punt(ledger, found, nummer), **settings))
        _show(ledger, found, als_json)


@punt.command(name="verwijder")
@_van_reeks
@_nummer
@overnemen
def punt_verwijder(bestand: Path, reeks: str, nummer: int, overnemen: bool) -> None:
    """Verwijder een vast punt."""
    with writing(bestand, overnemen) as ledger:
        remove_vastpunt(ledger, _punt(ledger, one_reeks(ledger, reeks), nummer))


@punt.command(name="volgorde")
@_van_reeks
@click.argument("nummers", nargs=-1, required=True, type=int, metavar="NR…")
@overnemen
@als_json
def punt_volgorde(bestand: Path, reeks: str, nummers: tuple[int, ...], overnemen: bool, als_json: bool) -> None:
    """Orden de vaste punten: noem ze alle in hun nieuwe volgorde. JSON: als bij reeks lijst."""
    with writing(bestand, overnemen) as ledger:
        found = one_reeks(ledger, reeks)
        if sorted(nummers) != [*range(1, len(_punten(ledger, found)) + 1)]:
            raise WrongUsage(_("Noem alle punten één keer."))
        order_vastpunten(ledger, found.id or 0, [_punt(ledger, found, nummer).id or 0 for nummer in nummers])
        _show(ledger, found, als_json)


def _punten(ledger: Ledger, reeks: Overlegreeks) -> list[Vastpunt]:
    return sorted(ledger.vastpunten.where(reeks_id=reeks.id), key=lambda each: (each.volgorde, each.id or 0))


def _punt(ledger: Ledger, reeks: Overlegreeks, nummer: int) -> Vastpunt:
    """The usual point at that place, from 1. Raises RegietafelError."""
    known = _punten(ledger, reeks)
    if not 1 <= nummer <= len(known):
        sentence = _("{reeks} heeft geen vast punt {nummer}; wel 1 tot en met {laatste}.")
        raise RegietafelError(sentence.format(reeks=reeks.naam, nummer=nummer, laatste=len(known)))
    return known[nummer - 1]


def _json(ledger: Ledger, reeks: Overlegreeks) -> dict[str, object]:
    return {
        **picked(reeks, _KEYS),
        "punten": [
            {"nummer": nummer, **picked(each, _PUNT_KEYS.removeprefix("nummer "))}
            for nummer, each in enumerate(_punten(ledger, reeks), 1)
        ],
        "verzending": [picked(each, "rol wijze") for each in ledger.verzendingen.where(reeks_id=reeks.id)],
    }


def _show(ledger: Ledger, reeks: Overlegreeks, as_json: bool) -> None:
    if as_json:
        print_json(_json(ledger, reeks))
        return
    print_table(REEKS, [reeks])
    numbered = [replace(each, volgorde=nummer) for nummer, each in enumerate(_punten(ledger, reeks), 1)]
    click.echo()
    print_table(short((_NR, *VASTPUNT)), numbered)
