"""Scenario's and what they would bring."""

from __future__ import annotations

from dataclasses import replace

from regietafel.catalog.delen import TOELICHTING
from regietafel.fields import AANTAL, DECIMAAL, WIJZIGING, Field
from regietafel.i18n import _, format_number


def _show_saldo(saldo: int | None) -> str:
    if not saldo:
        return format_number(saldo)
    return ("▲ " if saldo > 0 else "▼ ") + format_number(saldo)


SALDO = replace(AANTAL, format=_show_saldo)  # with a shape: nobody need know what plus and minus are of a saldo
SCENARIO = (
    Field(name="naam", label=_("Naam"), required=True),
    Field(name="periode", label=_("Halfjaar")),
    TOELICHTING,
)
SCENARIODEEL = (
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="waarom", label=_("Waarom")),
)
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
INVOER = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(
        name="saldo",
        label=_("Verwacht saldo"),
        kind=SALDO,
        help=_("Wat aan het einde van het halfjaar te verwachten is. Plus is een achterstand, min een voorsprong."),
    ),
    Field(name="grenzen", label=_("Grenzen"), help=_("Wat de gemeente van een uitruil wil.")),
)
