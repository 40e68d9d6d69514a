"""What opens and what ends: locations of opvang and projects with homes in one list."""

from __future__ import annotations

from regietafel.catalog.delen import choices_of
from regietafel.catalog.opvang import LOCATIESOORTEN, STAAT_NAMEN
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.fields import AANTAL, DATUM, WIJZIGING, Field
from regietafel.i18n import _

GEBEURTENIS = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="naam", label=_("Naam")),
    Field(
        name="soort",
        label=_("Soort"),
        choices=choices_of({**LOCATIESOORTEN, **WOONVORMEN}),
    ),
    Field(
        name="wat",
        label=_("Wat"),
        choices={_("opent"): "opent", _("sluit"): "sluit", _("overeenkomst eindigt"): "overeenkomst_eindigt"},
    ),
    Field(name="staat", label=_("Staat"), choices=choices_of(STAAT_NAMEN)),
    Field(name="plekken", label=_("Plekken"), kind=WIJZIGING, help=_("Bij een project: personen.")),
    Field(name="zekerheid", label=_("Zekerheid in %"), kind=AANTAL),
)
MAAND = (
    Field(name="begin", label=_("Maand vanaf"), kind=DATUM),
    Field(name="zeker", label=_("Zeker"), kind=AANTAL, help=_("Plekken aan het eind van de maand.")),
    Field(name="verwacht_plekken", label=_("Verwacht"), kind=AANTAL, help=_("Met wat komt maal de zekerheid.")),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL, help=_("Van de regio, zonder amv Nidos.")),
)
PLANNING = (
    Field(name="erbij", label=_("Gaat open"), kind=WIJZIGING, help=_("Plekken, ook wat nog niet zeker is.")),
    Field(name="eraf", label=_("Gaat dicht"), kind=WIJZIGING, help=_("Ook als de bestuursovereenkomst eindigt.")),
    *MAAND[1:],
    Field(
        name="tekort",
        label=_("Verschil"),
        kind=WIJZIGING,
        help=_("De opgave min wat te verwachten is. Een min betekent: meer dan gevraagd."),
    ),
)
