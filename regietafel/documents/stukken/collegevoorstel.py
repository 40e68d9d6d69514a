"""The proposal that asks one college to decide, on the paper of its own gemeente.

Giver, receiver and who ends up even read a different text.
"""

from __future__ import annotations

from regietafel.documents.blocks import Document, Reference
from regietafel.documents.stukken.herverdeling import (
    College,
    Gegevens,
    college_values,
    compose,
    letterhead_gemeente,
    list_overdrachten,
)
from regietafel.i18n import _, format_date_long


def make_collegevoorstel(gegevens: Gegevens, college: College) -> Document:
    """The proposal to this college. Raises RegietafelError when the template is not right."""
    gemeente, wijziging = college.gemeente, college.regel.wijziging
    own = [deel for deel in gegevens.view.delen if gemeente.naam in (deel.van, deel.naar)]
    onderwerp = _("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd)
    pairs = (
        (_("Aan"), _("het college van burgemeester en wethouders van {naam}").format(naam=gemeente.naam)),
        (_("Van"), _("de ambtelijke organisatie")),
        (_("Datum"), format_date_long(gegevens.datum)),
        (_("Onderwerp"), onderwerp),
        (_("Kenmerk"), gegevens.view.kenmerk),
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
            "briefhoofd_gemeente": [letterhead_gemeente(gemeente)],
            "kenmerk": [Reference(pairs=pairs)],
            "eigen_overdrachten": [list_overdrachten(own)],
        },
    )  # fmt: skip
