"""How an annex is shown and filled in."""

from __future__ import annotations

from regietafel.fields import AANTAL, JA_NEE, Field
from regietafel.i18n import _

PERSONEN = _("Een bijlage gaat mee zoals zij is. Voeg niets toe waarin mensen staan die gehuisvest worden.")
TITEL = Field(name="titel", label=_("Titel"), required=True, help=PERSONEN)
BESTANDSNAAM = Field(name="bestandsnaam", label=_("Bestand"))
OPENBAAR = Field(name="openbaar", label=_("Mag mee in de openbare versie"), kind=JA_NEE)
BIJLAGE = (TITEL, OPENBAAR)
BIJLAGE_REGEL = (Field(name="id", label=_("Nummer"), kind=AANTAL), TITEL, BESTANDSNAAM, OPENBAAR)
