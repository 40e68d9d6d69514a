"""What the calculators ask."""

from __future__ import annotations

from regietafel.fields import AANTAL, DATUM, Field
from regietafel.i18n import _

_DAG = Field(name="op", label=_("Dag van de aanvraag"), kind=DATUM, required=True)
HERPLAATSING = (
    Field(name="investering", label=_("Investering in euro"), kind=AANTAL, required=True),
    Field(
        name="afschrijving",
        label=_("Afgeschreven in hoeveel jaar"),
        kind=AANTAL,
        required=True,
        help=_("Begint met de norm bij Instellingen."),
    ),
    Field(name="geplaatst", label=_("Jaren op één plek"), kind=AANTAL, required=True),
    Field(name="verkoopwaarde", label=_("Verkoopwaarde in euro"), kind=AANTAL, required=True),
)
BIJDRAGE = (
    Field(name="aantal", label=_("Aantal"), kind=AANTAL, required=True, help=_("Woningen, personen of projecten.")),
    Field(name="kosten", label=_("Kosten in euro"), kind=AANTAL, help=_("Meer dan de kosten wordt het nooit.")),
    _DAG,
    Field(name="toekenning", label=_("Toegekend op"), kind=DATUM),
    Field(name="start", label=_("Bouw begint op"), kind=DATUM),
)
DOORSTROOM = (
    Field(name="personen", label=_("Personen"), kind=AANTAL, required=True),
    Field(name="van", label=_("Van"), kind=DATUM, required=True),
    Field(name="tot", label=_("Tot en met"), kind=DATUM, required=True),
)
GEZINNEN = (
    Field(
        name="huishoudens",
        label=_("Grootte van elk huishouden"),
        required=True,
        help=_("Personen, met komma’s ertussen: 6, 7, 9. Geen namen."),
    ),
    _DAG,
)
REGELING = Field(name="regeling", label=_("Regeling"), required=True)
