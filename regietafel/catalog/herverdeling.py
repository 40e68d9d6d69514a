"""Agreements."""

from __future__ import annotations

from regietafel.fields import AANTAL, DATUM, WIJZIGING, Field
from regietafel.i18n import _

HERVERDELING = (
    Field(name="kenmerk", label=_("Kenmerk")),
    Field(name="samenvatting", label=_("Overdrachten")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="status", label=_("Status")),
    Field(name="in_werking_op", label=_("In werking"), kind=DATUM),
)
WIJZIGING_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="oud", label=_("Taakstelling"), kind=AANTAL),
    Field(name="wijziging", label=_("Wijziging"), kind=WIJZIGING),
    Field(name="nieuw", label=_("Nieuwe taakstelling"), kind=AANTAL),
)
