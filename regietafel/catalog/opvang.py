"""Opvang: the figures per gebied, the locations, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import BRON, GELDIGHEID, TOELICHTING, choices_of
from regietafel.domain import opvang, opvanglocatie, staat
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
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

STAAT_NAMEN: Mapping[str, str] = {
    staat.IDEE: _("idee"),
    "verkenning": _("verkenning"),
    "collegebesluit": _("collegebesluit"),
    staat.RAADSBESLUIT: _("raadsbesluit"),
    "vergunning": _("vergunning"),
    "in_aanbouw": _("in aanbouw"),
    staat.OPEN: _("open"),
    staat.GESLOTEN: _("gesloten"),
}
"""How far a location or a project is, in the order in which it goes."""
STAAT = Field(name="staat", label=_("Staat"), choices=choices_of(STAAT_NAMEN), required=True)
STAATWISSEL = (STAAT, Field(name="vanaf", label=_("Vanaf"), kind=DATUM, required=True), TOELICHTING)
ZEKERHEID = (
    STAAT,
    Field(
        name="zekerheid",
        label=_("Zekerheid in %"),
        kind=AANTAL,
        required=True,
        help=_("Hoe zeker het is dat wat in deze staat is, op zijn dag opengaat."),
    ),
    *GELDIGHEID,
)
LOCATIESOORTEN: Mapping[str, str] = {
    opvanglocatie.AZC: _("azc"),
    opvang.COA_NOODOPVANG: _("COA noodopvang"),
    opvang.CRISISNOODOPVANG: _("crisisnoodopvang"),
    opvang.OEKRAINE: _("opvang Oekraïne"),
    opvanglocatie.AMV_PROCES: _("amv procesopvang"),
    opvanglocatie.AMV_KLEIN: _("amv kleinschalige woonvoorziening"),
    opvang.AMV_NIDOS: _("amv Nidos"),
    opvanglocatie.ROL: _("regionale opvanglocatie (ROL)"),
}
LOCATIE = (
    Field(name="naam", label=_("Naam"), required=True),
    Field(
        name="soort",
        label=_("Soort opvang"),
        choices=choices_of(LOCATIESOORTEN),
        required=True,
    ),
    Field(name="capaciteit", label=_("Plekken"), kind=AANTAL, help=_("Leeg zolang het niet bekend is.")),
    Field(name="open_vanaf", label=_("Open vanaf"), kind=DATUM),
    Field(name="open_tot", label=_("Open tot en met"), kind=DATUM),
    Field(
        name="overeenkomst_tot",
        label=_("Einde overeenkomst"),
        kind=DATUM,
        help=_("De laatste dag van de bestuursovereenkomst."),
    ),
    Field(name="doelgroep", label=_("Doelgroep"), help=_("Voor wie de locatie is, en voor wie niet.")),
    Field(name="contact", label=_("Contact"), help=_("Een ambtenaar of medewerker, nooit een bewoner.")),
    BRON,
    Field(name="opmerking", label=_("Opmerking"), multiline=True),
)
BEZETTING = (
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True),
    Field(name="bezet", label=_("Bezette plekken"), kind=AANTAL, required=True),
    BRON,
)
UITRUIL = (
    Field(
        name="soort", label=_("Soort opvang"), choices={label: soort for soort, label in SOORTEN.items()}, required=True
    ),
    Field(name="aantal", label=_("Plekken"), kind=AANTAL, required=True),
    Field(name="datum", label=_("Vanaf"), kind=DATUM, required=True),
    BRON,
)

STANDSOORTEN: Mapping[str, str] = {
    **SOORTEN,
    opvanglocatie.ROL: _("Regionale opvanglocatie (ROL)"),
    "totaal": _("Totaal zonder amv Nidos"),
}
OPVANGSTAND = (
    Field(name="naam", label=_("Gebied")),
    Field(name="niveau", label=_("Niveau")),
    Field(name="soort", label=_("Soort opvang"), choices={label: soort for soort, label in STANDSOORTEN.items()}),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL, help=_("Zoals gepubliceerd.")),
    Field(name="uitruil", label=_("Uitruil"), kind=WIJZIGING, help=_("Plekken overgenomen (+) of afgestaan (−).")),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL, help=_("Zoals gepubliceerd.")),
    Field(
        name="verschil",
        label=_("Verschil"),
        kind=WIJZIGING,
        help=_("De opgave met de uitruil, min de realisatie. Een min betekent: meer dan gevraagd."),
    ),
    Field(name="eigen", label=_("Eigen telling"), kind=AANTAL, help=_("Plekken van de open locaties in dit bestand.")),
    Field(
        name="met_norm",
        label=_("Met norm"),
        kind=AANTAL,
        help=_("Hoeveel van die plekken volgens de norm in gebruik kunnen zijn."),
    ),
    Field(name="bezet", label=_("Bezet"), kind=AANTAL, help=_("Voor zover geteld.")),
    Field(
        name="raadsbesluit",
        label=_("Op een raadsbesluit"),
        kind=AANTAL,
        help=_("Plekken die nog niet open zijn en waarvan een raadsbesluit is vastgelegd."),
    ),
)
HOOFDLOCATIE = Field(name="hoofdlocatie", label=_("Hoofdlocatie"), help=_("Waar een kleine locatie bij hoort."))
LOCATIEREGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    *LOCATIE[:2],
    Field(name="staat", label=_("Staat"), choices=choices_of(STAAT_NAMEN)),
    Field(name="staat_vanaf", label=_("Sinds"), kind=DATUM),
    LOCATIE[2],
    Field(name="bezet", label=_("Bezet"), kind=AANTAL),
    Field(
        name="vrij",
        label=_("Vrij"),
        kind=WIJZIGING,
        help=_("Plekken van een open locatie die niet in gebruik zijn."),
    ),
    Field(name="peildatum", label=_("Geteld op"), kind=DATUM),
    *LOCATIE[3:6],
    Field(
        name="raadsbesluit",
        label=_("Raadsbesluit"),
        kind=JA_NEE,
        help=_("Of bij de staten een raadsbesluit is vastgelegd."),
    ),
    HOOFDLOCATIE,
    *LOCATIE[6:],
)
LET_OP = Field(name="let_op", label=_("Let op"), help=_("Hoeveel er bij een locatie op te merken is."))
OPMERKINGEN = Field(name="zinnen", label=_("Opmerkingen"))
TELT_NIET_OP = Field(name="telt_niet_op", label=_("Telt niet op"), help=_("Hoeveel getallen niet kloppen met de rest."))
UITRUIL_VAN = Field(name="van", label=_("Van"), required=True, help=_("Deze gemeente hoeft minder plekken te maken."))
UITRUIL_NAAR = Field(name="naar", label=_("Naar"), required=True, help=_("En deze maakt er meer."))
UITRUIL_REGEL = (
    UITRUIL[2],
    UITRUIL_VAN,
    UITRUIL_NAAR,
    *UITRUIL[:2],
    Field(name="provincie", label=_("Provincie")),
    UITRUIL[3],
)
