"""One page on which everything of a house style can be seen, before a letter is made in it."""

from __future__ import annotations

import datetime

from regietafel.documents import blocks
from regietafel.documents.blocks import Document, Run, text
from regietafel.documents.opmaak import Opmaak
from regietafel.i18n import _, format_date_long


def make_voorbeeld(opmaak: Opmaak, afzender: str, regels: tuple[str, ...], datum: datetime.date) -> Document:
    """A letter from ``afzender``, with under the name the ``regels`` of its letterhead."""
    onderwerp = _("Zo ziet een brief in deze huisstijl eruit")
    link = Run(text=_("een koppeling naar een website"), link="https://www.rijksoverheid.nl")
    lines = (_("een opsomming met een bolletje;"), _("en een tweede regel."))
    return Document(
        title=_("Voorbeeld van de huisstijl van {wie}").format(wie=afzender),
        author=afzender,
        subject=onderwerp,
        kenmerk=_("HV-2023-II-01"),
        datum=datum,
        opmaak=opmaak,
        blocks=(
            blocks.LetterHead(sender=afzender, lines=regels),
            blocks.AddressBlock(
                lines=(_("Naam van de organisatie"), _("naam van het onderdeel"), _("Postbus 1"), _("1234 AB Plaats"))
            ),
            blocks.Reference(
                pairs=(
                    (_("Uw kenmerk"), _("2023-123")),
                    (_("Ons kenmerk"), _("HV-2023-II-01")),
                    (_("Datum"), format_date_long(datum)),
                    (_("Onderwerp"), onderwerp),
                    (_("Bijlage"), _("geen")),
                )
            ),
            blocks.Heading(content=text(_("Een kop van een brief"))),
            blocks.Paragraph(
                content=(
                    Run(text=_("Dit is gewone tekst, met ")),
                    Run(text=_("vette letters"), bold=True),
                    Run(text=_(", ")),
                    Run(text=_("cursieve letters"), italic=True),
                    Run(text=_(" en ")),
                    link,
                    Run(text=_(". Ook tekens als é, ë, ï, € en “aanhalingstekens” horen erbij.")),
                )
            ),
            blocks.Heading(content=text(_("Een kop daaronder")), level=2),
            blocks.ListBlock(items=tuple(blocks.ListItem(content=text(line)) for line in lines)),
            blocks.Table(
                columns=(
                    blocks.Column(header=_("Gemeente")),
                    blocks.Column(header=_("Was"), numeric=True),
                    blocks.Column(header=_("Wordt"), numeric=True),
                ),
                rows=((_("Borne"), "38", "48"), (_("Enschede"), "248", "238")),
                total=(_("Totaal"), "286", "286"),
                summary=_("De taakstelling per gemeente, voor en na."),
            ),
            blocks.Remark(content=text(_("Een opmerking staat naast een streep."))),
        ),
    )
