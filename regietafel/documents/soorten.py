"""The kinds of documents a herverdeling has, without what makes them: the command line names them in --help."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.domain.behandeling import ADRESSATEN
from regietafel.i18n import _

# By key, in the order in which a dossier has them; every letter has the key of who is told.
SOORTEN: Mapping[str, str] = {
    "gezamenlijk-besluit": _("Gezamenlijk besluit"),
    "collegevoorstel": _("Collegevoorstel"),
    "besluit": _("Besluit college"),
    "bekendmaking": _("Bekendmaking"),
    "raadsinformatiebrief": _("Raadsinformatiebrief"),
    **dict.fromkeys(ADRESSATEN, _("Kennisgeving")),
}
