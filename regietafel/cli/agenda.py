"""The command that makes the agenda of a meeting, with all that goes out with it."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.cli.documenten import deliver_overleg
from regietafel.cli.kit import (
    DATUM,
    PAD,
    Opdracht,
    WrongUsage,
    als_json,
    overnemen,
    registering,
    together,
    writing,
)
from regietafel.cli.overleg import overleg
from regietafel.cli.overlegkit import VAN_OVERLEG, one_overleg
from regietafel.documents.overlegsoorten import AGENDA, DRAAIBOEK
from regietafel.i18n import _, today

VORMEN = together(
    click.option("--docx", is_flag=True, help=_("Als Word in plaats van PDF.")),
    click.option("--odt", is_flag=True, help=_("Als OpenDocument in plaats van PDF.")),
    click.option(
        "--woo", is_flag=True, help=_("De openbare versie, zonder persoonsgegevens en vertrouwelijke punten.")
    ),
)
ROND = together(
    click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op de documenten; anders vandaag.")),
    click.option("--overschrijven", is_flag=True, help=_("Vervang documenten die al in de map staan.")),
)
_organisator = click.option(
    "--organisator",
    default="",
    metavar="ADRES",
    help=_("Naar welk e-mailadres de leden antwoorden; anders dat van de secretaris."),
)


@click.command(cls=Opdracht)
@VAN_OVERLEG
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option("--pakket", is_flag=True, help=_("Ook het vergaderpakket: de agenda met alle bijlagen als één PDF."))
@click.option("--ics", is_flag=True, help=_("Ook de uitnodiging voor de agenda's van de leden, of haar intrekking."))
@click.option("--eml", is_flag=True, help=_("Ook de concept-e-mails: aan de leden, en apart ter informatie."))
@click.option("--draaiboek", is_flag=True, help=_("Ook het draaiboek voor de voorzitter."))
@VORMEN
@click.option("--verzonden", is_flag=True, help=_("Leg vast dat deze agenda is verzonden, met zijn cijfers."))
@click.option("--versie", type=int, metavar="N", help=_("Maak nog eens de agenda die als versie N is verzonden."))
@click.option(
    "--peildatum",
    type=DATUM,
    metavar="DATUM",
    help=_("De dag van de cijfers; anders vandaag, en als het overleg voorbij is zijn dag."),
)
@_organisator
@ROND
@overnemen
@als_json
def agenda(
    bestand: Path,
    datum_overleg: datetime.date,
    reeks: str,
    naar: Path,
    pakket: bool,
    ics: bool,
    eml: bool,
    draaiboek: bool,
    docx: bool,
    odt: bool,
    woo: bool,
    verzonden: bool,
    versie: int | None,
    peildatum: datetime.date | None,
    organisator: str,
    datum: datetime.date | None,
    overschrijven: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Maak de agenda van een overleg, standaard als PDF.

    Staat er iets vertrouwelijks op, dan komt er ook een ter informatie, zonder dat. Dit programma verzendt niets: hebt
    u de agenda verzonden, geef dan --verzonden. Dan is het overleg verzonden, blijven de cijfers zoals ze waren, en
    heeft een volgende agenda het volgende nummer, met wat er anders is. Zonder --verzonden is het een concept.

    Wat niet te maken is, staat met de reden op stderr; de rest wordt gemaakt en de afsluitcode is 1. Dan is ook niet
    vastgelegd dat de agenda is verzonden.

    JSON: als bij documenten, met versie, verzonden (of het is vastgelegd) en wijzigingen (zinnen: wat er anders is dan
    in de versie ervoor).
    """
    from regietafel.documents.overlegleveren import OverlegVraag
    from regietafel.exchange.eml import eml_bytes
    from regietafel.exchange.overleguitnodiging import overleg_ics

    vorm = chosen_vorm(docx, odt)
    if verzonden and (woo or versie):
        raise WrongUsage(_("--verzonden gaat niet samen met --woo of --versie."))
    opened = writing(bestand, overnemen) if verzonden else registering(bestand)
    with opened as ledger:
        id = one_overleg(ledger, datum_overleg, reeks).id
        vraag = OverlegVraag(
            soorten=(AGENDA, DRAAIBOEK) if draaiboek else (AGENDA,),
            vorm=vorm,
            openbaar=woo,
            pakket=pakket,
            eml=eml_bytes if eml else None,
            ics=overleg_ics(ledger, id, organisator) if ics else b"",
            versie=versie,
            peildatum=peildatum,
        )
        deliver_overleg(
            ledger,
            id,
            naar,
            datum or today(),
            vraag,
            verzonden=verzonden,
            overwrite=overschrijven,
            als_json=als_json,
        )


@overleg.command()
@VAN_OVERLEG
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de uitnodiging."))
@_organisator
@click.option("--overschrijven", is_flag=True, help=_("Vervang een uitnodiging die er al staat."))
@als_json
def uitnodiging(
    bestand: Path,
    datum_overleg: datetime.date,
    reeks: str,
    naar: Path,
    organisator: str,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak alleen de uitnodiging (ics) voor de leden, nadat een overleg is verplaatst of vervallen.

    Een agendaprogramma vervangt of schrapt dan wat er al in stond. JSON: als bij documenten.
    """
    from regietafel.documents.overlegleveren import OverlegVraag
    from regietafel.exchange.overleguitnodiging import overleg_ics

    with registering(bestand) as ledger:
        id = one_overleg(ledger, datum_overleg, reeks).id
        vraag = OverlegVraag(soorten=(AGENDA,), los=False, ics=overleg_ics(ledger, id, organisator))
        deliver_overleg(ledger, id, naar, today(), vraag, overwrite=overschrijven, als_json=als_json)


def chosen_vorm(docx: bool, odt: bool) -> str:
    """The form that is asked for. Raises a usage error when both are."""
    if docx and odt:
        raise WrongUsage(_("Kies --docx of --odt, niet allebei."))
    return "docx" if docx else "odt" if odt else "pdf"


COMMANDS = (agenda,)
