"""The kennisgeving to the COA, within one week after the bekendmaking, with the request to book it within a month."""

from __future__ import annotations

from regietafel.documents.blocks import Document
from regietafel.documents.herverdeling import Gegevens, address, common_blocks, common_values, name_halfjaar, reference
from regietafel.documents.template import fill, read_template
from regietafel.i18n import _


def make_kennisgeving_coa(gegevens: Gegevens) -> Document:
    """The letter to the COA. Raises RegietafelError when the template is not right."""
    view, coa = gegevens.view, gegevens.coa
    onderwerp = _("Kennisgeving van herverdeling van de taakstelling in {halfjaar}").format(
        halfjaar=name_halfjaar(view.periode)
    )
    adres = address(coa.organisatie, coa.onderdeel, postadres=coa.postadres, postcode=coa.postcode, plaats=coa.plaats)
    bijlage = _("Gezamenlijk besluit {kenmerk} en de bekendmakingen").format(kenmerk=view.kenmerk)
    return Document(
        title=_("Kennisgeving COA: herverdeling taakstelling {periode}").format(periode=view.periode),
        author=gegevens.regio.naam,
        subject=onderwerp,
        kenmerk=view.kenmerk,
        datum=gegevens.datum,
        blocks=fill(
            read_template("kennisgeving_coa.txt"),
            common_values(gegevens),
            {**common_blocks(gegevens), "adres": [adres], "kenmerk": [reference(gegevens, onderwerp, bijlage)]},
        ),
    )
