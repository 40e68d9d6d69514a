"""The proposal that asks one college to decide. Giver, receiver and who ends up even read a different text."""

from __future__ import annotations

from regietafel.documents.blocks import Document
from regietafel.documents.stukken.herverdeling import (
    College,
    Gegevens,
    address,
    college_values,
    compose,
    list_overdrachten,
    reference,
)
from regietafel.i18n import _


def make_collegevoorstel(gegevens: Gegevens, college: College) -> Document:
    """The proposal to this college. Raises RegietafelError when the template is not right."""
    gemeente, wijziging = college.gemeente, college.regel.wijziging
    own = [deel for deel in gegevens.view.delen if gemeente.naam in (deel.van, deel.naar)]
    onderwerp = _("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd)
    adres = address(
        _("College van burgemeester en wethouders"),
        _("van de gemeente {naam}").format(naam=gemeente.naam),
        postadres=gemeente.postadres,
        postcode=gemeente.postcode,
        plaats=gemeente.plaats,
    )
    return compose(
        gegevens,
        "collegevoorstel_afstaan.txt" if wijziging < 0
        else "collegevoorstel_overnemen.txt" if wijziging > 0
        else "collegevoorstel_gelijk.txt",
        title=_("Collegevoorstel {naam}: herverdeling taakstelling {periode}").format(
            naam=gemeente.naam, periode=gegevens.view.periode
        ),
        subject=onderwerp,
        college=college,
        values=college_values(gegevens, college),
        blocks={
            "adres": [adres],
            "kenmerk": [reference(gegevens, onderwerp)],
            "eigen_overdrachten": [list_overdrachten(own)],
        },
    )  # fmt: skip
