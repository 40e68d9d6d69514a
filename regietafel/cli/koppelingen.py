"""Commands about what stands beside a herverdeling: koppelingen handed over, and bestuurlijke afspraken."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.bestuurlijke_afspraken import edit_afspraak, record_afspraak, remove_afspraak
from regietafel.actions.koppelingen import edit_koppelingen, record_koppelingen, remove_koppelingen
from regietafel.catalog.koppeling import BESTUURLIJKE_AFSPRAAK, KOPPELING_REGEL, WIE_HUISVEST
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    periode_option,
    print_json,
    print_rows,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.periode import Periode
from regietafel.fields import AANTAL as NUMMER
from regietafel.fields import Field
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.bestuurlijke_afspraken import bestuurlijke_afspraken, find_afspraak
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.koppelingen import (
    KoppelingRegel,
    find_koppeling,
    koppelingen,
    totaal_huisvest,
    wie_huisvest,
)

_ID = Field(name="id", label=_("Nummer"), kind=NUMMER)
_KOPPELING = (_ID, *KOPPELING_REGEL[:-1])  # a toelichting may have more lines than one
_WIE_KEYS = "gemeente overgenomen afgestaan netto_personen overgenomen_personen afgestaan_personen"
_nummer = click.argument("nummer", type=int)


_koppeling_options = together(
    click.option("--van", metavar="NAAM", help=_("De gemeente waaraan het COA koppelde.")),
    click.option("--naar", metavar="NAAM", help=_("De gemeente die huisvest.")),
    click.option("--aantal", type=AANTAL, metavar="N", help=_("Het aantal huishoudens.")),
    click.option("--grootte", type=AANTAL, metavar="N", help=_("Het aantal personen per huishouden.")),
    click.option("--datum", type=DATUM, metavar="DATUM", help=_("De dag van de overdracht.")),
    click.option("--toelichting", metavar="TEKST", help=_("Waarom; geen namen van mensen.")),
)


_afspraak_options = together(
    click.option("--datum", type=DATUM, metavar="DATUM", help=_("De dag van de afspraak.")),
    click.option("--onderwerp", metavar="TEKST", help=_("Waarover, bijvoorbeeld opvang in ruil voor huisvesting.")),
    click.option("--partijen", metavar="TEKST", help=_("Welke gemeenten, en wie er verder meedoen.")),
    click.option("--tekst", metavar="TEKST", help=_("Wat is afgesproken; geen namen van mensen.")),
)


@click.group(cls=Groep)
def koppeling() -> None:
    """Houd bij welke koppelingen gemeenten aan elkaar overdragen; de taakstelling verandert daar niet door."""


@koppeling.command()
@bestand
@_koppeling_options
@overnemen
@als_json
def nieuw(bestand: Path, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Leg vast dat een gemeente koppelingen overdraagt: huishoudens van één grootte.

    Geef --van, --naar, --aantal, --grootte en --datum.

    JSON: id, datum, van, naar, aantal, grootte, personen, toelichting.
    """
    _check_given(given, "van", "naar", "aantal", "grootte", "datum")
    with writing(bestand, overnemen) as ledger:
        made = record_koppelingen(ledger, Koppelingoverdracht(**_values(ledger, given)))
        assert made.id is not None
        _show_koppeling(find_koppeling(ledger, made.id), als_json)


@koppeling.command()
@bestand
@_nummer
@_koppeling_options
@overnemen
@als_json
def wijzig(bestand: Path, nummer: int, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een overdracht van koppelingen; wat u niet geeft, blijft. JSON: als bij nieuw."""
    _check_any(given)
    with writing(bestand, overnemen) as ledger:
        old = ledger.koppelingoverdrachten.get(find_koppeling(ledger, nummer).id)
        edit_koppelingen(ledger, replace(old, **_values(ledger, given)))
        _show_koppeling(find_koppeling(ledger, nummer), als_json)


@koppeling.command()
@bestand
@_nummer
@overnemen
def verwijder(bestand: Path, nummer: int, overnemen: bool) -> None:
    """Verwijder een overdracht van koppelingen."""
    with writing(bestand, overnemen) as ledger:
        remove_koppelingen(ledger, ledger.koppelingoverdrachten.get(find_koppeling(ledger, nummer).id))


@koppeling.command()
@bestand
@periode_option(required=False)
@als_json
def lijst(bestand: Path, periode: Periode | None, als_json: bool) -> None:
    """Toon de overgedragen koppelingen, en per gemeente wat dat betekent voor wie huisvest.

    JSON: koppelingen: [id, datum, van, naar, aantal, grootte, personen, toelichting], gemeenten: [gemeente,
    overgenomen, afgestaan, netto_personen, overgenomen_personen, afgestaan_personen]. Hier zijn aantal, overgenomen
    en afgestaan huishoudens; netto_personen is plus als een gemeente meer huisvest.
    """
    with reading(bestand) as ledger:
        regels, gemeenten = koppelingen(ledger, periode), wie_huisvest(ledger, periode)
    if als_json:
        print_json(
            {
                "koppelingen": [asdict(each) for each in regels],
                "gemeenten": [{key: getattr(each, key) for key in _WIE_KEYS.split()} for each in gemeenten],
            }
        )
    elif regels:
        print_table(_KOPPELING, regels)
        click.echo()
        print_table(WIE_HUISVEST, gemeenten, totaal_huisvest(gemeenten))
    else:
        click.echo(_("Er zijn geen koppelingen overgedragen."))


@click.group(cls=Groep)
def afspraak() -> None:
    """Bewaar bestuurlijke afspraken, bijvoorbeeld opvang in ruil voor huisvesting; zij veranderen geen enkel cijfer."""


@afspraak.command(name="nieuw")
@bestand
@_afspraak_options
@overnemen
@als_json
def nieuwe_afspraak(bestand: Path, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Leg een bestuurlijke afspraak vast. Geef --datum, --onderwerp en --tekst.

    JSON: id, datum, onderwerp, partijen, tekst.
    """
    _check_given(given, "datum", "onderwerp", "tekst")
    values = {"partijen": "", **_known(given)}
    with writing(bestand, overnemen) as ledger:
        _show_afspraak(record_afspraak(ledger, BestuurlijkeAfspraak(**values)), als_json)


@afspraak.command(name="wijzig")
@bestand
@_nummer
@_afspraak_options
@overnemen
@als_json
def wijzig_afspraak(bestand: Path, nummer: int, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een bestuurlijke afspraak; wat u niet geeft, blijft. JSON: als bij nieuw."""
    _check_any(given)
    with writing(bestand, overnemen) as ledger:
        changed = replace(find_afspraak(ledger, nummer), **_known(given))
        edit_afspraak(ledger, changed)
        _show_afspraak(changed, als_json)


@afspraak.command(name="verwijder")
@bestand
@_nummer
@overnemen
def verwijder_afspraak(bestand: Path, nummer: int, overnemen: bool) -> None:
    """Verwijder een bestuurlijke afspraak."""
    with writing(bestand, overnemen) as ledger:
        remove_afspraak(ledger, find_afspraak(ledger, nummer))


@afspraak.command(name="lijst")
@bestand
@als_json
def lijst_afspraken(bestand: Path, als_json: bool) -> None:
    """Toon alle bestuurlijke afspraken, de nieuwste eerst.

    JSON: een lijst met id, datum, onderwerp, partijen, tekst.
    """
    with reading(bestand) as ledger:
        afspraken = bestuurlijke_afspraken(ledger)
    print_rows(
        (_ID, *BESTUURLIJKE_AFSPRAAK[:3]), afspraken, als_json, asdict, _("Er zijn nog geen bestuurlijke afspraken.")
    )


def _known(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


def _values(ledger: Ledger, given: dict[str, Any]) -> dict[str, Any]:
    """What was given, gemeenten by id."""
    values = _known(given)
    for name in ("van", "naar"):
        if name in values:
            values[f"{name}_id"] = find_gemeente(ledger, values.pop(name)).id
    return values


def _check_given(given: dict[str, Any], *names: str) -> None:
    if missing := [f"--{name}" for name in names if given[name] is None]:
        raise WrongUsage(_("Geef ook: {names}.").format(names=", ".join(missing)))


def _check_any(given: dict[str, Any]) -> None:
    if not _known(given):
        raise WrongUsage(
            _("Geef wat er verandert: {names}.").format(names=", ".join(f"--{name}" for name in sorted(given)))
        )


def _show_koppeling(regel: KoppelingRegel, as_json: bool) -> None:
    if as_json:
        print_json(asdict(regel))
    else:
        print_table(_KOPPELING, [regel])


def _show_afspraak(afspraak: BestuurlijkeAfspraak, as_json: bool) -> None:
    if as_json:
        print_json(asdict(afspraak))
    else:
        print_table((_ID, *BESTUURLIJKE_AFSPRAAK[:3]), [afspraak])


COMMANDS = (koppeling, afspraak)
