"""The words of an e-mail that goes with the documents, to one college or to one who is told."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.documents.blocks import Block, Document, ListBlock, ListItem, Paragraph, text
from regietafel.documents.sjabloon.template import Prepared
from regietafel.documents.stukken.herverdeling import College, Gegevens, college_values, compose, ontvanger_values
from regietafel.documents.stukken.ontvangers import Ontvanger
from regietafel.i18n import _


def make_bericht_college(gegevens: Gegevens, college: College, bijlagen: Sequence[str]) -> Document:
    """The e-mail to a gemeente, with these attachments. Raises RegietafelError when the template is not right."""
    return compose(
        gegevens,
        "bericht_college.txt",
        title=_("E-mail aan {naam}: herverdeling {kenmerk}").format(
            naam=college.gemeente.naam, kenmerk=gegevens.view.kenmerk
        ),
        subject=_("Herverdeling {kenmerk}: documenten voor het college van {naam}").format(
            kenmerk=gegevens.view.kenmerk, naam=college.gemeente.naam
        ),
        values=college_values(gegevens, college),
        blocks=_blocks(gegevens, bijlagen),
    )


def make_bericht_kennisgeving(gegevens: Gegevens, ontvanger: Ontvanger, bijlagen: Sequence[str]) -> Document:
    """The e-mail to one who is told, with these attachments. Raises RegietafelError when the template is not right."""
    about = _("Kennisgeving van herverdeling {kenmerk}") if gegevens.view.in_werking_op else _(
        "Concept van de kennisgeving van herverdeling {kenmerk}"
    )  # fmt: skip
    known = _(" (uw kenmerk {kenmerk})").format(kenmerk=gegevens.uw_kenmerk) if gegevens.uw_kenmerk else ""
    return compose(
        gegevens,
        "bericht_kennisgeving.txt",
        title=_("E-mail aan {naam}: herverdeling {kenmerk}").format(naam=ontvanger.kort, kenmerk=gegevens.view.kenmerk),
        subject=about.format(kenmerk=gegevens.view.kenmerk) + known,
        values=ontvanger_values(ontvanger),
        blocks=_blocks(gegevens, bijlagen),
    )


def _blocks(gegevens: Gegevens, bijlagen: Sequence[str]) -> Prepared:
    regio = gegevens.regio
    lines = (regio.voorzitter, _("voorzitter van {regietafel}").format(regietafel=regio.naam), regio.telefoon)
    signed: list[Block] = [Paragraph(content=text("\n".join(filter(None, lines))))]
    return {"bijlagen": [ListBlock(items=tuple(ListItem(content=text(each)) for each in bijlagen))], "afzender": signed}
