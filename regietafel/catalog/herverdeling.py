"""Agreements, what happened to them, and what might be agreed."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from regietafel.i18n import _

STANDEN: Mapping[Status, tuple[str, str]] = {
    Status.CONCEPT: ("○", "level"),
    Status.TER_BESLUITVORMING: ("◐", "level"),
    Status.BESLOTEN: ("◐", "level"),
    Status.BEKENDGEMAAKT: ("◐", "level"),
    Status.IN_WERKING: ("●", "ahead"),
    Status.GEMELD: ("●", "ahead"),
    Status.VERWERKT: ("✓", "ahead"),
    Status.GEWEIGERD: ("✕", "behind"),
    Status.AFGEKEURD: ("✕", "behind"),
    Status.INGETROKKEN: ("–", "level"),
}
"""The shape before the word of a status, and the role of its colour; never the colour alone."""
TERMIJN = Field(name="termijn", label=_("Termijn"), help=_("De eerste termijn die nog loopt."))
HERVERDELING = (
    Field(name="kenmerk", label=_("Kenmerk")),
    Field(name="samenvatting", label=_("Overdrachten")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="status", label=_("Status")),
    Field(name="volgende_stap", label=_("Volgende stap")),
    Field(name="in_werking_op", label=_("In werking"), kind=DATUM),
)
WIJZIGING_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="oud", label=_("Taakstelling"), kind=AANTAL),
    Field(name="wijziging", label=_("Wijziging"), kind=WIJZIGING),
    Field(name="nieuw", label=_("Nieuwe taakstelling"), kind=AANTAL),
)
PARTIJ = (
    WIJZIGING_REGEL[0],
    Field(name="oud", label=_("Oud"), kind=AANTAL),
    WIJZIGING_REGEL[2],
    Field(name="nieuw", label=_("Nieuw"), kind=AANTAL),
    Field(name="voorgelegd", label=_("Voorgelegd")),
    Field(name="besluit", label=_("Besluit")),
    Field(name="besluitnummer", label=_("Nummer")),
    Field(name="bekendmaking", label=_("Bekendgemaakt")),
    Field(name="vindplaats", label=_("Vindplaats")),
    Field(name="contact", label=_("Contact")),
)
VOORLEGGING = Field(
    name="voorgelegd_op", label=_("Voorgelegd op"), kind=DATUM, help=_("De dag waarop het voorstel is verstuurd.")
)
CONTACT = Field(name="contact", label=_("Contact"), help=_("De ambtenaar die u kunt bellen of mailen."))
BESLUIT = (
    Field(name="besluit_op", label=_("Besluit op"), kind=DATUM, help=_("De dag waarop het college besloot.")),
    Field(name="besluitnummer", label=_("Besluitnummer")),
    Field(name="ondertekenaar", label=_("Ondertekend door"), help=_("Bijvoorbeeld: burgemeester en secretaris.")),
)
WEIGERING = (
    Field(name="geweigerd", label=_("Geweigerd"), kind=JA_NEE),
    Field(name="reden", label=_("Reden"), multiline=True),
)
BEKENDMAKING = (
    Field(name="bekendgemaakt_op", label=_("Bekendgemaakt op"), kind=DATUM),
    Field(name="vindplaats", label=_("Vindplaats"), help=_("Bijvoorbeeld: Gemeenteblad 2023, 345678.")),
)
BEHANDELING = (VOORLEGGING, *BESLUIT, *WEIGERING, *BEKENDMAKING, CONTACT)
KENNISGEVING = (
    Field(name="aan", label=_("Aan"), choices={naam: aan for aan, naam in ADRESSATEN.items()}, required=True),
    Field(name="datum", label=_("Verstuurd op"), kind=DATUM, required=True),
    Field(name="wijze", label=_("Wijze"), help=_("Bijvoorbeeld: e-mail, post of beveiligde mail.")),
    Field(name="ontvangst_op", label=_("Ontvangst bevestigd op"), kind=DATUM),
)
VERWERKING = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
    Field(name="afgekeurd", label=_("Afgekeurd"), kind=JA_NEE, help=_("Het COA zegt dat de som niet klopt.")),
    Field(name="reden", label=_("Reden"), multiline=True),
)
BEPALINGEN = (
    Field(
        name="tot_en_met",
        label=_("Geldt tot en met"),
        help=_("Een herverdeling geldt voor één halfjaar. Langer kan alleen met een reden en na overleg."),
    ),
    Field(
        name="reden_langer",
        label=_("Waarom langer dan één halfjaar"),
        multiline=True,
        help=_("De reden komt in het besluit en de brieven."),
    ),
    Field(
        name="overleg",
        label=_("Overleg met het COA, A&M en VRO"),
        help=_("Wanneer en met wie, bijvoorbeeld: 12 september 2023, telefonisch met het COA."),
    ),
    Field(
        name="buiten_tafel",
        label=_("Er doet een gemeente van buiten deze regietafel mee"),
        kind=JA_NEE,
        help=_("Vink dit aan als dat de bedoeling is."),
    ),
    Field(
        name="bezwaarclausule",
        label=_("De besluiten zeggen hoe men bezwaar kan maken"),
        kind=JA_NEE,
        help=_("Laat dit juridisch toetsen: de bronnen zijn het er niet over eens of bezwaar openstaat."),
    ),
)
KLOK = (
    Field(name="kenmerk", label=_("Kenmerk")),
    Field(name="wat", label=_("Wat")),
    Field(name="uiterlijk", label=_("Uiterlijk"), kind=DATUM),
    Field(name="voldaan_op", label=_("Gedaan op"), kind=DATUM),
    Field(name="rest", label=_("Nog")),
    Field(name="bron", label=_("Bron")),
)
REGEL = (
    Field(name="naam", label=_("Regel")),
    Field(name="klopt", label=_("Klopt"), kind=JA_NEE),
    Field(name="bron", label=_("Bron")),
    Field(name="melding", label=_("Melding")),
)
GEBEURTENIS = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="wat", label=_("Wat er gebeurde")),
)
