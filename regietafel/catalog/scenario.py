"""Scenario's and what they would bring."""

from __future__ import annotations

from regietafel.fields import AANTAL, DECIMAAL, WIJZIGING, Field
from regietafel.i18n import _

SCENARIO_LIJST = (
    Field(name="naam", label=_("Scenario")),
    Field(name="aantal_overdrachten", label=_("Overdrachten"), kind=AANTAL),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="opgelost", label=_("Lost op"), kind=AANTAL, help=_("Zoveel minder achterstand is te verwachten.")),
    Field(name="rest", label=_("Blijft over"), kind=AANTAL, help=_("De achterstand die dan nog te verwachten is.")),
    Field(name="oordeel", label=_("Regels"), help=_("Of hier een herverdeling van kan worden gemaakt.")),
    Field(name="samenvatting", label=_("Wie aan wie")),
)
UITKOMST = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(
        name="verwacht_saldo",
        label=_("Verwacht saldo"),
        kind=AANTAL,
        help=_("Zonder scenario. Plus is een achterstand, min een voorsprong."),
    ),
)
EFFECT = (
    Field(name="wijziging", label=_("Wijziging"), kind=WIJZIGING),
    Field(name="taakstelling", label=_("Nieuwe taakstelling"), kind=AANTAL),
    Field(name="verwacht_saldo", label=_("Saldo daarna"), kind=AANTAL),
    Field(name="per_1000", label=_("Per 1.000 inwoners"), kind=DECIMAAL),
)
