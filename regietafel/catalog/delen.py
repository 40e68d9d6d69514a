"""Pieces that several lists of fields share."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.fields import DATUM, Field
from regietafel.i18n import UNKNOWN, _

BRON = Field(name="bron", label=_("Bron"), help=_("Bijvoorbeeld de circulaire, de COA-lijst of een brief."))
TOELICHTING = Field(name="toelichting", label=_("Toelichting"), multiline=True)
POSTADRES = (
    Field(name="postadres", label=_("Postadres"), help=_("Straat en nummer, of postbus.")),
    Field(name="postcode", label=_("Postcode")),
    Field(name="plaats", label=_("Plaats")),
)
GELDIGHEID = (
    Field(name="geldig_vanaf", label=_("Geldig vanaf"), kind=DATUM),
    Field(name="geldig_tot", label=_("Geldig tot"), kind=DATUM),
    BRON,
    Field(name="gecontroleerd_op", label=_("Gecontroleerd op"), kind=DATUM),
)
JA_NEE_ONBEKEND = {_("ja"): True, _("nee"): False, UNKNOWN: None}


def choices_of(names: Mapping[str, str]) -> Mapping[str, str]:
    """What the user chooses from, as ``Field.choices`` wants it: the keys of these names by what they are called."""
    return {label: key for key, label in names.items()}
