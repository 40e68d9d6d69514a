"""The letters after the last bekendmaking: to the COA and the provincie within one week, and to two ministries.

Each has its own template and its own request: the COA books it, the provincie judges on the new numbers, and the
ministries are told (Huisvestingswet 2014, art. 29 lid 2; stappenplan herverdeling taakstelling).
"""

from __future__ import annotations

from regietafel.documents.blocks import Document
from regietafel.documents.stuk import UW_KENMERK, with_facts
from regietafel.documents.stukken.herverdeling import Gegevens, address, compose, ontvanger_values, reference
from regietafel.documents.stukken.ontvangers import Ontvanger
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date_long


def make_kennisgeving(gegevens: Gegevens, ontvanger: Ontvanger) -> Document:
    """The letter to one of them. Raises RegietafelError when its address has expired or its template is not right."""
    adressaat = ontvanger.adressaat
    if adressaat is None:
        raise RegietafelError(
            _("Er is op {datum} geen adres van “{naam}” bekend; vul dat eerst in.").format(
                datum=format_date_long(gegevens.datum), naam=ontvanger.kort
            )
        )
    onderwerp = _("Kennisgeving van herverdeling van de taakstelling voor {looptijd}").format(
        looptijd=gegevens.looptijd
    )
    adres = address(
        adressaat.organisatie,
        adressaat.onderdeel,
        postadres=adressaat.postadres,
        postcode=adressaat.postcode,
        plaats=adressaat.plaats,
    )
    bijlage = _("Gezamenlijk besluit {kenmerk} en de bekendmakingen").format(kenmerk=gegevens.view.kenmerk)
    document = compose(
        gegevens,
        f"kennisgeving_{ontvanger.aan}.txt",
        title=_("Kennisgeving {naam}: herverdeling taakstelling {periode}").format(
            naam=ontvanger.kort, periode=gegevens.view.periode
        ),
        subject=onderwerp,
        values=ontvanger_values(ontvanger),
        blocks={"adres": [adres], "kenmerk": [reference(gegevens, onderwerp, bijlage, gegevens.uw_kenmerk)]},
    )
    return with_facts(document, **{UW_KENMERK: gegevens.uw_kenmerk})
