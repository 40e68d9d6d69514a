"""What stands beside a herverdeling: koppelingen handed over, and bestuurlijke afspraken. Neither changes a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from regietafel.fields import AANTAL, DATUM, WIJZIGING, Field
from regietafel.i18n import _

_GEEN_NAMEN = _("Geen namen: over mensen die worden gehuisvest bewaart dit programma niets.")

KOPPELING = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True, help=_("De dag bepaalt bij welk halfjaar.")),
    Field(name="aantal", label=_("Huishoudens"), kind=AANTAL, required=True),
    Field(
        name="grootte",
        label=_("Personen per huishouden"),
        kind=AANTAL,
        required=True,
        help=_("Huishoudens van een andere grootte legt u apart vast."),
    ),
    Field(name="toelichting", label=_("Toelichting"), multiline=True, help=_GEEN_NAMEN),
)
KOPPELING_REGEL = (
    KOPPELING[0],
    Field(name="van", label=_("Gekoppeld aan")),
    Field(name="naar", label=_("Gehuisvest in")),
    KOPPELING[1],
    replace(KOPPELING[2], label=_("Grootte"), help=KOPPELING[2].label + "."),
    Field(name="personen", label=_("Personen"), kind=AANTAL, help=_("Huishoudens keer personen per huishouden.")),
    KOPPELING[3],
)


def koppeling_velden(gemeenten: Mapping[str, int | None]) -> tuple[Field, ...]:
    """To record one: what is known of it, from which gemeente to which (by name, their ids)."""
    _datum, van, naar, *_rest = KOPPELING_REGEL
    return (
        replace(van, name="van_id", choices=gemeenten, required=True),
        replace(naar, name="naar_id", choices=gemeenten, required=True),
        *KOPPELING,
    )


WIE_HUISVEST = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="overgenomen", label=_("Huishoudens overgenomen"), kind=AANTAL),
    Field(name="overgenomen_personen", label=_("Personen overgenomen"), kind=AANTAL),
    Field(name="afgestaan", label=_("Huishoudens afgestaan"), kind=AANTAL),
    Field(name="afgestaan_personen", label=_("Personen afgestaan"), kind=AANTAL),
    Field(
        name="netto_personen",
        label=_("Netto personen"),
        kind=WIJZIGING,
        help=_("Zoveel personen meer (+) of minder (−) te huisvesten. Over alle gemeenten samen is dat 0."),
    ),
)
BESTUURLIJKE_AFSPRAAK = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
    Field(
        name="onderwerp",
        label=_("Onderwerp"),
        required=True,
        help=_("Bijvoorbeeld: opvang in ruil voor huisvesting."),
    ),
    Field(name="partijen", label=_("Partijen"), help=_("Welke gemeenten, en wie er verder meedoen.")),
    Field(name="tekst", label=_("Wat is afgesproken"), required=True, multiline=True, help=_GEEN_NAMEN),
)
