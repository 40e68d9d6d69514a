"""Lists that exist only in an exported file."""

from __future__ import annotations

from regietafel.catalog.cijfers import OVERZICHTREGEL, TAAKSTELLING_REGEL
from regietafel.catalog.delen import BRON
from regietafel.catalog.tafel import INWONERS
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from regietafel.i18n import _

PERIODE = Field(name="periode", label=_("Periode"))
GEMEENTE_CODE = (Field(name="gemeente", label=_("Gemeente")), Field(name="gm_code", label=_("Code")))
ALLE_TAAKSTELLINGEN = (
    PERIODE,
    Field(name="datum", label=_("Versie van"), kind=DATUM),
    Field(name="geldt", label=_("Geldt"), kind=JA_NEE),
    *TAAKSTELLING_REGEL,
    BRON,
)
ALLE_BEGINSTANDEN = (
    PERIODE,
    *GEMEENTE_CODE,
    Field(name="aantal", label=_("Beginstand"), kind=WIJZIGING),
    Field(name="doorgerold", label=_("Saldo vorig halfjaar"), kind=WIJZIGING),
    Field(name="verschil", label=_("Onverklaard verschil"), kind=WIJZIGING),
    BRON,
)
ALLE_OVERDRACHTEN = (
    Field(name="kenmerk", label=_("Kenmerk")),
    PERIODE,
    Field(name="van", label=_("Afstaande gemeente")),
    Field(name="naar", label=_("Overnemende gemeente")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="status", label=_("Status")),
    Field(name="in_werking_op", label=_("In werking"), kind=DATUM),
    Field(name="toelichting", label=_("Toelichting"), multiline=True),
)
ALLE_OVERZICHTREGELS = (
    PERIODE,
    *GEMEENTE_CODE,
    *OVERZICHTREGEL[:-1],
    Field(name="verschil", label=_("Onverklaard verschil"), kind=WIJZIGING),
    BRON,
)
ALLE_INWONERS = (*GEMEENTE_CODE, *INWONERS[1:])
LOGREGEL = (
    Field(name="tijd", label=_("Wanneer"), kind=DATUM),
    Field(name="wat", label=_("Wat")),
    Field(name="gebruiker", label=_("Wie")),
    Field(name="wijzigingen", label=_("Regels"), kind=AANTAL),
)
LEESWIJZER = (
    Field(name="onderwerp", label=_("Onderwerp")),
    Field(name="uitleg", label=_("Uitleg"), multiline=True),
)
