"""The table, its gemeenten with their inhabitants, and those it writes to."""

from __future__ import annotations

from regietafel.catalog.delen import BRON, GELDIGHEID, POSTADRES
from regietafel.fields import AANTAL, DATUM, JA_NEE, Field
from regietafel.i18n import _

REGIO = (
    Field(name="naam", label=_("Naam van de tafel"), required=True),
    Field(name="provincie", label=_("Provincie")),
    Field(name="veiligheidsregio", label=_("Veiligheidsregio")),
    Field(name="voorzitter", label=_("Voorzitter"), help=_("De functie volstaat, bijvoorbeeld: burgemeester van …")),
    Field(name="secretaris", label=_("Secretaris")),
    *POSTADRES,
    Field(name="e_mail", label=_("E-mail")),
    Field(name="telefoon", label=_("Telefoon")),
)
GEMEENTE = (
    Field(name="naam", label=_("Gemeente"), required=True),
    Field(name="gm_code", label=_("Code"), required=True, help=_("De CBS-code, bijvoorbeeld GM0153.")),
    Field(name="provincie", label=_("Provincie")),
    Field(name="lid", label=_("Lid van de tafel"), kind=JA_NEE),
    *POSTADRES,
)
ADRESSAAT = (
    Field(name="organisatie", label=_("Organisatie"), required=True),
    Field(name="onderdeel", label=_("Onderdeel")),
    *POSTADRES,
    *GELDIGHEID,
)
TERMIJN = (
    Field(name="omschrijving", label=_("Wat"), required=True),
    Field(name="dag", label=_("Dag"), kind=AANTAL, required=True),
    Field(name="maand", label=_("Maand"), kind=AANTAL, required=True, help=_("1 is januari.")),
    *GELDIGHEID,
)
STAPPEN = {
    _("kennisgeving aan het COA"): "coa",
    _("kennisgeving aan de provincie"): "provincie",
    _("bericht aan A&M"): "aenm",
    _("bericht aan VRO"): "vro",
    _("verwerking door het COA"): "verwerkt",
}
PROCESTERMIJN = (
    Field(name="omschrijving", label=_("Wat"), required=True),
    Field(
        name="stap", label=_("Stap"), choices=STAPPEN, required=True, help=_("Is deze stap gezet, dan is het klaar.")
    ),
    Field(
        name="na",
        label=_("Begint na"),
        choices={_("de laatste bekendmaking"): "bekendmaking", _("de kennisgeving aan het COA"): "coa"},
        required=True,
    ),
    Field(name="aantal", label=_("Duurt"), kind=AANTAL, required=True),
    Field(
        name="eenheid",
        label=_("Eenheid"),
        choices={_("dag"): "dag", _("week"): "week", _("maand"): "maand"},
        required=True,
        help=_("Weekenden en feestdagen tellen zoals in de Algemene termijnenwet."),
    ),
    *GELDIGHEID,
)
ALIAS = (
    Field(name="naam", label=_("Zoals gedrukt"), required=True),
    Field(name="gm_code", label=_("Gemeente"), required=True),
)
TERMIJN_REGEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="rest", label=_("Nog")),
    Field(name="herverdeling", label=_("Herverdeling")),
    Field(name="omschrijving", label=_("Wat")),
    BRON,
)
INWONERS = (
    Field(name="gm_code", label=_("Gemeente"), required=True),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True, help=_("1 januari van een jaar.")),
    Field(name="aantal", label=_("Inwoners"), kind=AANTAL, required=True),
    BRON,
)
HERINDELING = (
    Field(name="oud", label=_("Oude gemeente"), required=True, help=_("De naam, of de CBS-code.")),
    Field(
        name="nieuw",
        label=_("Gaat op in"),
        required=True,
        help=_("De naam, of de CBS-code; zo ook van een gemeente die nog niet bestaat."),
    ),
    Field(name="datum", label=_("Vanaf"), kind=DATUM, required=True),
    BRON,
)
