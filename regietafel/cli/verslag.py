"""The commands that make the actie- en besluitenlijst of a meeting, and the reminders of what is still to be done."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.cli.acties import actie
from regietafel.cli.agenda import ROND, VORMEN, chosen_vorm
from regietafel.cli.documenten import deliver_overleg, tell
from regietafel.cli.kit import DATUM, PAD, Opdracht, als_json, bestand, registering
from regietafel.cli.overlegkit import VAN_OVERLEG, name_partij, one_overleg
from regietafel.documents.overlegsoorten import LIJST
from regietafel.i18n import _, today


@click.command(cls=Opdracht)
@VAN_OVERLEG
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option("--eml", is_flag=True, help=_("Ook de concept-e-mails: aan de leden, en apart ter informatie."))
@VORMEN
@ROND
@als_json
def verslag(
    bestand: Path,
    datum_overleg: datetime.date,
    reeks: str,
    naar: Path,
    eml: bool,
    docx: bool,
    odt: bool,
    woo: bool,
    datum: datetime.date | None,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak de actie- en besluitenlijst van een overleg dat is begonnen, standaard als PDF.

    Gaat er iets over een vertrouwelijk punt, dan komt er ook een ter informatie, zonder dat. JSON: als bij documenten.
    """
    from regietafel.documents.overlegleveren import OverlegVraag
    from regietafel.exchange.eml import eml_bytes

    vorm = chosen_vorm(docx, odt)
    vraag = OverlegVraag(soorten=(LIJST,), vorm=vorm, openbaar=woo, eml=eml_bytes if eml else None)
    with registering(bestand) as ledger:
        id = one_overleg(ledger, datum_overleg, reeks).id
        deliver_overleg(ledger, id, naar, datum or today(), vraag, overwrite=overschrijven, als_json=als_json)


@actie.command()
@bestand
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de e-mails."))
@click.option("--aan", "houders", multiple=True, metavar="NAAM", help=_("Alleen aan deze gemeente of organisatie."))
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Wat op die dag openstaat; anders vandaag."))
@ROND
@als_json
def herinnering(
    bestand: Path,
    naar: Path,
    houders: tuple[str, ...],
    op: datetime.date | None,
    datum: datetime.date | None,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak per gemeente of organisatie een concept-e-mail met haar open acties. JSON: als bij documenten."""
    from regietafel.documents.herinneringen import read_herinneringen
    from regietafel.documents.leveren import deliver
    from regietafel.documents.maken import keep
    from regietafel.exchange.eml import eml_bytes

    with registering(bestand) as ledger:
        named = [name_partij(ledger, naam) for naam in houders]
        found = read_herinneringen(ledger, op or today(), datum or today(), eml_bytes, houders=named)
        made = deliver(found, found.plannen, naar, overwrite=overschrijven)
        keep(ledger, made.geschreven)
        tell(made, found.nog_open, als_json=als_json, read_only=ledger.read_only)


COMMANDS = (verslag,)
