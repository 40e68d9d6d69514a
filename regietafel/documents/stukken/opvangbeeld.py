"""The pictures in the stand van zaken opvangplekken, each on pages of its own size."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.documents.blocks import Block, Figure
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.figures.stapel import stapel
from regietafel.figures.tijdlijn import tijdlijnen
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.planning.opvangfiguren import balken, stapelpunten
from regietafel.planning.pijplijn import Pijplijn
from regietafel.planning.plekkenfiguren import kaart_opvang
from regietafel.queries.locaties import LocatieRegel

_KAART, _STAPEL, _PAGE = 420.0, 280.0, 740.0  # points: heights


def pictures(ledger: Ledger, ahead: Pijplijn, rows: Sequence[LocatieRegel]) -> dict[str, list[Block]]:
    """The places per gemeente on a map, month by month against the opgave, and every location on a timeline.

    None without locations.
    """
    if not rows:
        return {"kaart": [], "capaciteit": [], "tijdlijn": []}
    map_of = kaart_opvang(ledger, ahead.op, titel=_("Opvangplekken per gemeente"))
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
    return {
        "kaart": [Figure(figuur=map_of(FIGUUR_BREEDTE, _KAART))],
        "capaciteit": [Figure(figuur=capacity)],
        "tijdlijn": [Figure(figuur=each) for each in timeline],
    }
