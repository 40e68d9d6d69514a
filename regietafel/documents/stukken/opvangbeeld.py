"""The pictures in the stand van zaken opvangplekken, each on pages of its own size."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.documents.blocks import Block, Figure
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.figures.stapel import stapel
from regietafel.figures.tijdlijn import tijdlijnen
from regietafel.i18n import _
from regietafel.planning.opvangfiguren import balken, stapelpunten
from regietafel.planning.pijplijn import Pijplijn
from regietafel.queries.locaties import LocatieRegel

_STAPEL, _PAGE = 280.0, 740.0  # points: heights


def pictures(ahead: Pijplijn, rows: Sequence[LocatieRegel]) -> dict[str, list[Block]]:
    """The places month by month against the opgave, and every location on a timeline; none without locations."""
    if not rows:
        return {"capaciteit": [], "tijdlijn": []}
    capacity = stapel(
        stapelpunten(ahead),
        titel=_("Plekken per maand en de opgave, zonder amv Nidos"),
        eenheid=_("plekken"),
        breedte=FIGUUR_BREEDTE,
        hoogte=_STAPEL,
    )
    timeline = tijdlijnen(
        [*balken(rows)], titel=_("Locaties in de tijd"), op=ahead.op, breedte=FIGUUR_BREEDTE, hoogte=_PAGE
    )
    return {"capaciteit": [Figure(figuur=capacity)], "tijdlijn": [Figure(figuur=each) for each in timeline]}
