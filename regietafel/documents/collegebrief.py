"""The letter that asks one college to decide. Giver, receiver and who ends up even read a different text."""

from __future__ import annotations

from regietafel.documents.blocks import AddressBlock, Document
from regietafel.documents.herverdeling import (
    Gegevens,
    address,
    common_blocks,
    common_values,
    count_personen,
    list_overdrachten,
    name_halfjaar,
    reference,
)
from regietafel.documents.template import fill, read_template
from regietafel.domain.regio import Gemeente
from regietafel.i18n import _


def make_collegebrief(gegevens: Gegevens, gemeente: Gemeente) -> Document:
    """The letter to the college of ``gemeente``. Raises RegietafelError when the template is not right."""
    view = gegevens.view
    [partij] = [partij for partij in view.partijen if partij.gemeente == gemeente.naam]
    own = [deel for deel in view.delen if gemeente.naam in (deel.van, deel.naar)]
    onderwerp = _("Herverdeling van de taakstelling in {halfjaar}").format(halfjaar=name_halfjaar(view.periode))
    return Document(
        title=_("Collegebrief {naam}: herverdeling taakstelling {periode}").format(
            naam=gemeente.naam, periode=view.periode
        ),
        author=gegevens.regio.naam,
        subject=onderwerp,
        kenmerk=view.kenmerk,
        datum=gegevens.datum,
        blocks=fill(
            read_template(_template_for(partij.wijziging)),
            {
                **common_values(gegevens),
                "gemeente": gemeente.naam,
                "oud": partij.oud,
                "nieuw": partij.nieuw,
                "oud_personen": count_personen(partij.oud),
                "nieuw_personen": count_personen(partij.nieuw),
                "verschil": count_personen(abs(partij.wijziging)),
            },
            {
                **common_blocks(gegevens),
                "adres": [_address(gemeente)],
                "kenmerk": [
                    reference(gegevens, onderwerp, _("Gezamenlijk besluit {kenmerk}").format(kenmerk=view.kenmerk))
                ],
                "eigen_overdrachten": [list_overdrachten(own)],
            },
        ),
    )


def _template_for(wijziging: int) -> str:
    if wijziging < 0:
        return "collegebrief_afstaan.txt"
    return "collegebrief_overnemen.txt" if wijziging > 0 else "collegebrief_gelijk.txt"


def _address(gemeente: Gemeente) -> AddressBlock:
    return address(
        _("College van burgemeester en wethouders"),
        _("van de gemeente {naam}").format(naam=gemeente.naam),
        postadres=gemeente.postadres,
        postcode=gemeente.postcode,
        plaats=gemeente.plaats,
    )
