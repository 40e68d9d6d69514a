"""Commands about corporaties and others: what was agreed with them, and who else waits for the same homes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.partners import (
    remove_aandachtsgroep,
    remove_partner,
    remove_prestatieafspraak,
    save_aandachtsgroep,
    save_partner,
    save_prestatieafspraak,
)
from regietafel.catalog import PARTNER, PRESTATIEAFSPRAAK
from regietafel.catalog.vraag import AFSPRAAK_REGEL, GEMEENTE_JAAR, GROEP_REGEL
from regietafel.cli.kit import (
    AANTAL,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    gemeente_option,
    overnemen,
    picked,
    print_json,
    print_table,
    reading,
    writing,
)
from regietafel.cli.velden import edit_record, parse_settings, zetten_option
from regietafel.domain.partner import VERGUNNINGHOUDERS, Aandachtsgroep, Prestatieafspraak, promille
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.partners import find_partner
from regietafel.queries.partners import partners as query

_AFSPRAAK_KEYS = (
    "gemeente partner jaar doelgroep woningen mutatiegraad vrijkomend aandeel aantal afgesproken gerealiseerd verschil"
    " bron"
)
_GROEP_KEYS = "gemeente jaar groep aantal bron"
_JAAR_KEYS = "gemeente jaar vrijkomend voor_vergunninghouders voor_anderen gerealiseerd verschil wachtend opmerkingen"
_TE_ZETTEN = tuple(each for each in PRESTATIEAFSPRAAK if each.name not in {"jaar", "doelgroep"})
_JAAR = click.option("--jaar", type=int, required=True, metavar="JAAR", help=_("Het jaar, bijvoorbeeld 2026."))
_VERWIJDER = click.option("--verwijder", is_flag=True, help=_("Verwijder wat er staat."))


@click.command(cls=Opdracht)
@bestand
@click.option("--jaar", type=int, metavar="JAAR", help=_("Alleen dit jaar."))
@click.option("--gemeente", metavar="NAAM", help=_("Alleen deze gemeente."))
@als_json
def partners(bestand: Path, jaar: int | None, gemeente: str | None, als_json: bool) -> None:
    """Toon de prestatieafspraken met partners, en wie er nog meer op dezelfde woningen wachten.

    JSON: partners: [id, naam, contact], afspraken: [gemeente, partner, jaar, doelgroep, woningen, mutatiegraad,
    vrijkomend, aandeel, aantal, afgesproken, gerealiseerd, verschil, bron], groepen: [gemeente, jaar, groep, aantal,
    bron], gemeenten: [gemeente, jaar, vrijkomend, voor_vergunninghouders, voor_anderen, gerealiseerd, verschil,
    wachtend, opmerkingen]. mutatiegraad en aandeel zijn percentages; verschil is wat nog moet.
    """
    with reading(bestand) as ledger:
        found = query(ledger, jaar, find_gemeente(ledger, gemeente).id if gemeente else None)
        known = [picked(each, "id naam contact") for each in ledger.partners]
    if als_json:
        print_json(
            {
                "partners": known,
                "afspraken": [picked(each, _AFSPRAAK_KEYS) for each in found.afspraken],
                "groepen": [picked(each, _GROEP_KEYS) for each in found.groepen],
                "gemeenten": [picked(each, _JAAR_KEYS) for each in found.gemeenten],
            }
        )
        return
    if found.afspraken:
        print_table(AFSPRAAK_REGEL, found.afspraken)
        click.echo()
    if found.groepen:
        print_table(GROEP_REGEL, found.groepen)
        click.echo()
    if not found.gemeenten:
        click.echo(_("Er zijn nog geen prestatieafspraken of andere aandachtsgroepen vastgelegd."))
        return
    print_table(GEMEENTE_JAAR, found.gemeenten)
    for each in found.gemeenten:
        for sentence in each.opmerkingen:
            click.echo(f"{each.gemeente} {each.jaar}: {sentence}")


@click.command(cls=Opdracht)
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, bijvoorbeeld naam=…"))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de partner; kan alleen zonder projecten en afspraken."))
@overnemen
def partner(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een partner, of voeg er een toe.

    Met ID (zie partners --json) de partner die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("partner"),
        fields=PARTNER,
        table=lambda ledger: ledger.partners,
        save=save_partner,
        remove=remove_partner,
    )


@click.command(cls=Opdracht)
@bestand
@gemeente_option
@click.option("--partner", "naam", required=True, metavar="NAAM", help=_("De partner, met naam."))
@_JAAR
@click.option("--doelgroep", default=VERGUNNINGHOUDERS, metavar="NAAM", help=_("Anders is het vergunninghouders."))
@zetten_option(_("Bijvoorbeeld aantal=40."))
@_VERWIJDER
@overnemen
def prestatieafspraak(
    bestand: Path,
    gemeente: str,
    naam: str,
    jaar: int,
    doelgroep: str,
    zetten: tuple[str, ...],
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast wat een partner met een gemeente voor een jaar afsprak; wat u niet geeft, blijft.

    Velden: woningen, mutatiegraad, aandeel, aantal, gerealiseerd en bron. Geef een aandeel (in procent) of een aantal.
    """
    if bool(zetten) == verwijder:
        raise WrongUsage(_("Geef --zet veld=waarde, of --verwijder."))
    given = parse_settings(zetten, _TE_ZETTEN)
    if "mutatiegraad" in given:
        given["promille"] = promille(given.pop("mutatiegraad"))
    with writing(bestand, overnemen) as ledger:
        key: dict[str, Any] = {
            "partner_id": find_partner(ledger, naam).id,
            "gemeente_id": find_gemeente(ledger, gemeente).id,
            "jaar": jaar,
            "doelgroep": doelgroep,
        }
        old = ledger.prestatieafspraken.find(**key)
        if not verwijder:
            new = replace(old, **given) if old else Prestatieafspraak(**key, **given)
            save_prestatieafspraak(ledger, new)
        elif old:
            remove_prestatieafspraak(ledger, old)
        else:
            raise RegietafelError(_("Die prestatieafspraak staat niet in het bestand; zie regietafel partners."))


@click.command(cls=Opdracht)
@bestand
@gemeente_option
@_JAAR
@click.option("--groep", required=True, metavar="NAAM", help=_("Bijvoorbeeld uitstroom beschermd wonen."))
@click.option("--aantal", type=AANTAL, metavar="N", help=_("Het aantal huishoudens."))
@click.option("--bron", default="", metavar="TEKST", help=_("Waar het aantal vandaan komt."))
@_VERWIJDER
@overnemen
def aandachtsgroep(
    bestand: Path,
    gemeente: str,
    jaar: int,
    groep: str,
    aantal: int | None,
    bron: str,
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast hoeveel huishoudens van een andere groep op dezelfde woningen wachten; alleen het aantal."""
    if (aantal is None) != verwijder:
        raise WrongUsage(_("Geef --aantal of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        id = find_gemeente(ledger, gemeente).id
        assert id is not None
        if aantal is not None:
            made = Aandachtsgroep(gemeente_id=id, jaar=jaar, groep=groep, aantal=aantal, bron=bron)
            save_aandachtsgroep(ledger, made)
        elif old := ledger.aandachtsgroepen.find(gemeente_id=id, jaar=jaar, groep=groep):
            remove_aandachtsgroep(ledger, old)
        else:
            raise RegietafelError(_("Die groep staat niet in het bestand; zie regietafel partners."))


COMMANDS = (partners, partner, prestatieafspraak, aandachtsgroep)
