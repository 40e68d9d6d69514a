"""The command that makes the documents of an agreement, or of a meeting."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regietafel.cli.kit import DATUM, PAD, Opdracht, WrongUsage, als_json, bestand, print_json, registering, together
from regietafel.cli.overlegkit import REEKS, one_overleg
from regietafel.documents.overlegsoorten import AGENDA, OVERLEGSOORTEN
from regietafel.documents.soorten import SOORTEN
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import find
from regietafel.queries.overlegstaat import sendable

if TYPE_CHECKING:
    from regietafel.documents.maken import Uitkomst
    from regietafel.documents.overlegleveren import OverlegVraag

_VORMEN = together(
    click.option("--docx", is_flag=True, help=_("Als Word in plaats van PDF.")),
    click.option("--odt", is_flag=True, help=_("Als OpenDocument in plaats van PDF.")),
    click.option("--dossier", is_flag=True, help=_("Ook alles met de bijlagen als één PDF.")),
    click.option("--zip", "als_zip", is_flag=True, help=_("Ook alles als zip voor het archief.")),
    click.option("--eml", is_flag=True, help=_("Ook een concept-e-mail per ontvanger, met de documenten erbij.")),
    click.option("--woo", is_flag=True, help=_("De openbare versie, zonder persoonsgegevens (Woo).")),
    click.option("--brondata", is_flag=True, help=_("Doe de getallen als xlsx in de besluiten.")),
)


@click.command(cls=Opdracht)
@bestand
@click.option("--herverdeling", "kenmerk", metavar="KENMERK", help=_("De herverdeling."))
@click.option("--overleg", "overleg_op", type=DATUM, metavar="DATUM", help=_("Of de dag van het overleg."))
@REEKS
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de documenten."))
@click.option(
    "--soort",
    "soorten",
    multiple=True,
    type=click.Choice([*SOORTEN, *OVERLEGSOORTEN]),
    help=_("Alleen deze soort; mag vaker. Anders alle."),
)
@_VORMEN
@click.option("--uw-kenmerk", default="", metavar="TEKST", help=_("Het kenmerk van wie een kennisgeving krijgt."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De datum op de brieven; anders vandaag."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang documenten die al in de map staan."))
@als_json
def documenten(
    bestand: Path,
    kenmerk: str | None,
    overleg_op: datetime.date | None,
    reeks: str,
    naar: Path,
    soorten: tuple[str, ...],
    docx: bool,
    odt: bool,
    dossier: bool,
    als_zip: bool,
    eml: bool,
    woo: bool,
    brondata: bool,
    uw_kenmerk: str,
    datum: datetime.date | None,
    overschrijven: bool,
    als_json: bool,
) -> None:
    """Maak de documenten bij een herverdeling of een overleg, standaard als PDF.

    Bij een herverdeling, per gemeente: collegevoorstel (tot haar college heeft besloten), besluit, tekst voor de
    bekendmaking en raadsinformatiebrief. Voor allen samen: het gezamenlijk besluit en de kennisgevingen aan het COA, de
    provincie en de ministeries van A&M en VRO. Bij een overleg: agenda, draaiboek en (zodra het is begonnen) actie- en
    besluitenlijst, met --dossier het vergaderpakket; zie ook agenda en verslag. --zip, --brondata en --uw-kenmerk horen
    bij een herverdeling. Wat is gemaakt, komt in het register.

    Wat niet te maken is, staat met de reden op stderr; de rest wordt gemaakt en de afsluitcode is 1.

    JSON: bestanden: een lijst met bestand, soort, voor en sha256 (soort bijlage: een los bestand naast het pakket);
    mislukt: een lijst met wat en reden; nog_open en meldingen: zinnen; geregistreerd: of het in het register staat. Bij
    een overleg ook versie (van de agenda), verzonden en wijzigingen.
    """
    from regietafel.documents.leveren import Vraag, deliver, read_levering
    from regietafel.documents.maken import keep
    from regietafel.documents.overlegleveren import OverlegVraag
    from regietafel.documents.stukken.open_einden import not_filled
    from regietafel.exchange.brondata import brondata as make_brondata
    from regietafel.exchange.eml import eml_bytes

    if docx and odt:
        raise WrongUsage(_("Kies --docx of --odt, niet allebei."))
    if (kenmerk is None) == (overleg_op is None):
        raise WrongUsage(_("Geef --herverdeling of --overleg."))
    vorm = "docx" if docx else "odt" if odt else "pdf"
    if overleg_op is not None:
        if als_zip or brondata or uw_kenmerk:
            raise WrongUsage(_("--zip, --brondata en --uw-kenmerk horen bij een herverdeling."))
        about = OverlegVraag(soorten=soorten, vorm=vorm, openbaar=woo, pakket=dossier, eml=eml_bytes if eml else None)
        with registering(bestand) as ledger:
            id = one_overleg(ledger, overleg_op, reeks).id
            deliver_overleg(ledger, id, naar, datum or today(), about, overwrite=overschrijven, als_json=als_json)
        return
    if wrong := [soort for soort in soorten if soort not in SOORTEN]:
        raise WrongUsage(_("“{soort}” hoort bij een overleg.").format(soort=wrong[0]))
    vraag = Vraag(
        soorten=soorten or tuple(SOORTEN),
        vorm=vorm,
        openbaar=woo,
        dossier=dossier,
        zip=als_zip,
        eml=eml_bytes if eml else None,
        brondata=make_brondata if brondata else None,
        uw_kenmerk=uw_kenmerk,
    )
    with registering(bestand) as ledger:
        levering = read_levering(ledger, find(ledger, kenmerk or "").id, datum or today(), vraag)
        made = deliver(levering, levering.plannen, naar, overwrite=overschrijven)
        keep(ledger, made.geschreven, openbaar=woo)
        nog_open = not_filled(levering.gegevens, vraag.soorten)
        tell(made, nog_open, als_json=als_json, read_only=ledger.read_only)


def deliver_overleg(
    ledger: Ledger,
    overleg_id: int,
    naar: Path,
    datum: datetime.date,
    vraag: OverlegVraag,
    *,
    verzonden: bool = False,
    overwrite: bool = False,
    als_json: bool = False,
) -> None:
    """Make what is asked for of a meeting, put it in the register and say so; see :func:`tell`.

    When it was ``verzonden`` that is recorded, unless something could not be made.
    """
    from regietafel.documents.leveren import deliver
    from regietafel.documents.maken import keep
    from regietafel.documents.overlegleveren import read_overleglevering
    from regietafel.documents.overlegverzenden import keep_verzonden

    levering = read_overleglevering(ledger, overleg_id, datum, vraag)
    if verzonden:
        sendable(ledger, overleg_id)  # before anything is written
    momentopname = levering.momentopname if verzonden else b""
    made = deliver(levering, levering.plannen, naar, overwrite=overwrite)
    sent = verzonden and not made.mislukt
    if sent:
        keep_verzonden(ledger, levering, made, datum, momentopname)
    else:
        keep(ledger, made.geschreven, openbaar=vraag.openbaar)
    told = [
        _("Anders dan versie {n}: {zin}").format(n=levering.gegevens.versie - 1, zin=zin)
        for zin in levering.wijzigingen
        if not vraag.soorten or AGENDA in vraag.soorten  # they are of the agenda
    ]
    if verzonden and not sent:
        told.append(_("Niet vastgelegd als verzonden, omdat er iets ontbreekt."))
    for line in () if als_json else told:
        click.echo(line, err=True)
    more = {"versie": levering.gegevens.versie, "verzonden": sent, "wijzigingen": levering.wijzigingen}
    tell(made, levering.nog_open, als_json=als_json, read_only=ledger.read_only, more=more)


def tell(
    made: Uitkomst,
    nog_open: Sequence[str] = (),
    *,
    als_json: bool = False,
    read_only: str = "",
    more: Mapping[str, object] | None = None,
) -> None:
    """Say what was made. Raises RegietafelError that names what was not, so that the command ends with 1.

    ``more`` is told to another program only.
    """
    if als_json:
        from hashlib import sha256

        print_json(
            {
                "bestanden": [
                    {
                        "bestand": each.pad,
                        "soort": each.stuk.soort,
                        "voor": each.stuk.voor,
                        "sha256": sha256(each.bestand).hexdigest(),
                    }
                    for each in made.geschreven
                ]
                + [
                    {"bestand": pad, "soort": "bijlage", "voor": "", "sha256": sha256(inhoud).hexdigest()}
                    for pad, inhoud in made.naast
                ],
                "mislukt": [{"wat": wat, "reden": reden} for wat, reden in made.mislukt],
                "nog_open": nog_open,
                "meldingen": made.meldingen,
                "geregistreerd": not read_only,
                **(more or {}),
            }
        )
    else:
        for path in made.paden:
            click.echo(path)
        for text in nog_open:
            click.echo(_("Nog open: {text}.").format(text=text), err=True)
        for text in made.meldingen:
            click.echo(text, err=True)
        if read_only and made.geschreven:
            click.echo(_("Niet in het register gezet: {reden}").format(reden=read_only), err=True)
    if made.mislukt:
        from regietafel.documents.stuk import describe

        raise RegietafelError(describe(made.mislukt))


COMMANDS = (documenten,)
