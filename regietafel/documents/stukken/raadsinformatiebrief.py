"""The letter in which a college tells its raad what was agreed; it asks nothing."""

from __future__ import annotations

from regietafel.documents.blocks import Block, Document, Reference, Remark, Signatory, Signatures, text
from regietafel.documents.stukken.herverdeling import (
    College,
    Gegevens,
    college_values,
    compose,
    letterhead_gemeente,
)
from regietafel.documents.stukken.wording import count_personen
from regietafel.domain.herverdeling import Wijziging
from regietafel.i18n import _, format_date_long, format_number


def make_raadsinformatiebrief(gegevens: Gegevens, college: College) -> Document:
    """The letter of this college. Raises RegietafelError when the template is not right."""
    gemeente = college.gemeente
    onderwerp = _("Herverdeling van de taakstelling huisvesting vergunninghouders")
    pairs = (
        (_("Aan"), _("de gemeenteraad van {naam}").format(naam=gemeente.naam)),
        (_("Van"), _("het college van burgemeester en wethouders")),
        (_("Datum"), format_date_long(gegevens.datum)),
        (_("Onderwerp"), onderwerp),
        (_("Kenmerk"), gegevens.view.kenmerk),
    )
    roles = (_("de burgemeester van {naam}"), _("de secretaris van {naam}"))
    signed = Signatures(
        opening=_("Het college van burgemeester en wethouders van {naam},").format(naam=gemeente.naam),
        signatories=tuple(Signatory(role=role.format(naam=gemeente.naam)) for role in roles),
    )
    return compose(
        gegevens,
        "raadsinformatiebrief.txt",
        title=_("Raadsinformatiebrief {naam}: herverdeling taakstelling {periode}").format(
            naam=gemeente.naam, periode=gegevens.view.periode
        ),
        subject=onderwerp,
        college=college,
        values={**college_values(gegevens, college), "gevolg": _gevolg(college.regel)},
        blocks={
            "briefhoofd_gemeente": [letterhead_gemeente(gemeente)],
            "kenmerk": [Reference(pairs=pairs)],
            "concept_raad": _concept(gegevens),
            "college": [signed],
        },
    )


def _gevolg(regel: Wijziging) -> str:
    """What the agreement does to the gemeente, and on what it is judged."""
    numbers = {"aantal": count_personen(abs(regel.wijziging)), "oud": format_number(regel.oud)}
    if regel.wijziging < 0:
        said = _(
            "{gemeente} draagt per saldo {aantal} over. De taakstelling gaat van {oud} naar {nieuw}. Voor het deel dat"
            " is overgedragen, beoordeelt de provincie {gemeente} niet meer."
        )
    elif regel.wijziging > 0:
        said = _(
            "{gemeente} neemt per saldo {aantal} over. De taakstelling gaat van {oud} naar {nieuw}. De provincie"
            " beoordeelt {gemeente} op de verhoogde taakstelling."
        )
    else:
        said = _("{gemeente} neemt evenveel over als zij overdraagt. De taakstelling blijft {nieuw}.")
    return said.format(gemeente=regel.gemeente, nieuw=count_personen(regel.nieuw), **numbers)


def _concept(gegevens: Gegevens) -> list[Block]:
    if not any(gegevens.is_asked(college) for college in gegevens.colleges):
        return []
    return [Remark(content=text(_("Concept. Verstuur deze brief pas als alle colleges hebben besloten.")))]
