"""The commands about the intekenlijst: what is to be done together, who signed up for it, and how far they are."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from regietafel.actions.intekenlijst import (
    remove_intekenactie,
    remove_intekening,
    save_intekenactie,
    save_intekening,
)
from regietafel.catalog.overlegregels import INTEKENACTIE_LIJST, INTEKENING_LIJST, REGISTER_LIJST
from regietafel.catalog.verslag import INTEKENACTIE, INTEKENING
from regietafel.cli.acties import note_voortgang
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
    writing,
)
from regietafel.cli.overlegkit import VAN_PARTIJ, edit_of_partij, regel_json, short
from regietafel.cli.velden import edit_record, numbered_row, zetten_option
from regietafel.domain.intekenlijst import DOET_MEE, TOEGEZEGD, Intekening
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.intekenlijst import IntekeningRegel, intekenlijst, voortgang_per_partij

_ACTIE_KEYS = "id titel toelichting thema bron voor trekkers is_open"
_INTEKENING_KEYS = "id actie partij rol toezegging voor staat is_open te_laat"
_op = click.option("--op", type=DATUM, metavar="DATUM", help=_("Zoals het op die dag is; anders vandaag."))


@click.group(cls=Groep)
def inteken() -> None:
    """Houd de intekenlijst bij: acties die partijen trekken, en waar zij aan te houden zijn."""


@inteken.command()
@bestand
@_op
@als_json
def lijst(bestand: Path, op: datetime.date | None, als_json: bool) -> None:
    """Toon de acties op de intekenlijst, en wie erop intekende.

    JSON: een lijst van [id, titel, toelichting, thema, bron, voor, trekkers, is_open, intekeningen: [id, actie, partij,
    rol, toezegging, voor, staat, is_open, te_laat, voortgang: [id, datum, tekst]]]. rol is trekker of doet_mee; staat
    is toegezegd, in_uitvoering, gereed of gestopt.
    """
    with reading(bestand) as ledger:
        rows = intekenlijst(ledger, op or today())
    if als_json:
        print_json(
            [{**picked(row, _ACTIE_KEYS), "intekeningen": [_json(each) for each in row.intekeningen]} for row in rows]
        )
    elif rows:
        print_table(short(INTEKENACTIE_LIJST), rows)
        if signed := [each for row in rows for each in row.intekeningen]:
            click.echo()
            print_table(short(INTEKENING_LIJST), signed)
    else:
        click.echo(_("Op de intekenlijst staat nog niets."))


@inteken.command()
@bestand
@click.option("--partij", metavar="NAAM", help=_("Alleen deze gemeente of organisatie."))
@_op
@als_json
def stand(bestand: Path, partij: str | None, op: datetime.date | None, als_json: bool) -> None:
    """Toon per partij waar zij aan te houden is: wat zij intekende, en haar open acties.

    JSON: een lijst van [partij, te_laat, intekeningen, acties]: te_laat is hoeveel; intekeningen als bij inteken lijst,
    acties als bij acties.
    """
    from regietafel.reference import spelling_key

    with reading(bestand) as ledger:
        rows = [
            each
            for each in voortgang_per_partij(ledger, op or today())
            if partij is None or spelling_key(each.partij) == spelling_key(partij)
        ]
    if partij is not None and not rows:
        sentence = _("“{naam}” is geen partij in dit bestand; zonder --partij staan ze er allemaal.")
        raise RegietafelError(sentence.format(naam=partij[:80]))
    if als_json:
        print_json(
            [
                {
                    **picked(row, "partij te_laat"),
                    "intekeningen": [_json(each) for each in row.intekeningen],
                    "acties": [regel_json(each) for each in row.acties],
                }
                for row in rows
            ]
        )
        return
    for row in rows:
        click.echo(row.partij)
        if not row.intekeningen and not row.acties:
            click.echo(_("  niets"))
        if row.intekeningen:
            print_table(short(INTEKENING_LIJST), row.intekeningen)
        if row.acties:
            print_table(short(REGISTER_LIJST), row.acties)
        click.echo()


@inteken.command()
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, zoals titel=…"))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de actie; kan alleen als niemand erop intekende."))
@overnemen
def actie(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een actie op de intekenlijst, of zet er een op: titel, toelichting, thema, bron en voor.

    Met ID (zie lijst) de actie die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("actie"),
        fields=INTEKENACTIE,
        table=lambda ledger: ledger.intekenacties,
        save=save_intekenactie,
        remove=remove_intekenactie,
    )


@inteken.command()
@bestand
@click.argument("id", type=int, required=False)
@click.option("--actie", type=int, metavar="NUMMER", help=_("Waarop een nieuwe intekening is; zie lijst."))
@VAN_PARTIJ
@zetten_option(_("Zet een gegeven, zoals rol=trekker of staat=in_uitvoering."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de intekening."))
@overnemen
def partij(
    bestand: Path,
    id: int | None,
    actie: int | None,
    gemeente: str | None,
    organisatie: str | None,
    zetten: tuple[str, ...],
    verwijder: bool,
    overnemen: bool,
) -> None:
    """Leg vast dat een partij intekent op een actie: --actie 1 --gemeente Almelo; of wijzig of verwijder dat.

    Met ID (zie lijst) de intekening die er is, zonder ID een nieuwe. Velden: rol, toezegging, voor en staat.
    """
    if (id is None) != (actie is not None):
        raise WrongUsage(_("Geef een ID, of --actie voor een nieuwe intekening."))
    edit_of_partij(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        (gemeente, organisatie),
        wat=_("intekening"),
        fields=INTEKENING[1:],
        table=lambda ledger: ledger.intekeningen,
        save=_sign_up,
        remove=remove_intekening,
        start={"intekenactie_id": actie, "rol": DOET_MEE, "staat": TOEGEZEGD},
    )


@inteken.command()
@bestand
@click.argument("id", type=int)
@click.option("--tekst", metavar="TEKST", help=_("Wat er over is gemeld."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De dag waarop; anders vandaag."))
@click.option("--verwijder", type=int, metavar="ID", help=_("Haal deze melding weg; zie het id in lijst --json."))
@overnemen
def voortgang(
    bestand: Path, id: int, tekst: str | None, datum: datetime.date | None, verwijder: int | None, overnemen: bool
) -> None:
    """Leg vast wat een partij over haar intekening meldde; ID is die van de intekening."""
    with writing(bestand, overnemen) as ledger:
        numbered_row(ledger.intekeningen, id, _("intekening"))  # or it says that there is none
        note_voortgang(ledger, tekst, datum, verwijder, intekening_id=id)


def _sign_up(ledger: Ledger, intekening: Intekening) -> None:
    numbered_row(ledger.intekenacties, intekening.intekenactie_id, _("actie"))  # or it says that there is none
    save_intekening(ledger, intekening)


def _json(regel: IntekeningRegel) -> dict[str, Any]:
    return {
        **picked(regel, _INTEKENING_KEYS),
        "voortgang": [picked(each, "id datum tekst") for each in regel.voortgang],
    }


COMMANDS = (inteken,)
