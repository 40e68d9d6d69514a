"""Opvang per gebied: its kinds, and the figures."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import BRON
from regietafel.domain import opvang
from regietafel.fields import AANTAL, DATUM, WIJZIGING, Field
from regietafel.i18n import _

SOORTEN: Mapping[str, str] = {
    opvang.OEKRAINE: _("Opvang Oekraïne"),
    opvang.COA_REGULIER: _("COA regulier"),
    opvang.COA_NOODOPVANG: _("COA noodopvang"),
    opvang.CRISISNOODOPVANG: _("Crisisnoodopvang"),
    opvang.AMV_COA: _("Amv COA"),
    opvang.AMV_NIDOS: _("Amv Nidos"),
}
GETALLEN: Mapping[str, str] = {
    "opgave": _("Opgave"),
    "realisatie": _("Realisatie"),
    "verschil": _("Verschil"),
}
_SOORT = Field(name="soort", label=_("Soort opvang"), choices={label: soort for soort, label in SOORTEN.items()})
_PEILDATUM = Field(name="peildatum", label=_("Peildatum"), kind=DATUM)
_PLEKKEN = (
    Field(name="opgave", label=GETALLEN["opgave"], kind=AANTAL),
    Field(name="realisatie", label=GETALLEN["realisatie"], kind=AANTAL),
    Field(
        name="verschil",
        label=GETALLEN["verschil"],
        kind=WIJZIGING,
        help=_("Zoals het in de tabel staat. Een min betekent: meer dan gevraagd."),
    ),
)
OPVANGCIJFER = (Field(name="gebied", label=_("Gebied")), _SOORT, _PEILDATUM, *_PLEKKEN, BRON)
OPVANGREGEL = (
    Field(name="naam", label=_("Gebied")),
    Field(name="niveau", label=_("Niveau")),
    _SOORT,
    *_PLEKKEN,
    Field(name="berekend", label=_("Berekend verschil"), kind=WIJZIGING, help=_("De opgave min de realisatie.")),
    Field(
        name="onverklaard",
        label=_("Onverklaard verschil"),
        kind=WIJZIGING,
        help=_("Het gedrukte verschil min het berekende."),
    ),
    _PEILDATUM,
    BRON,
)
