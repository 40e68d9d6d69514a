"""A document in the register, and what changed since it was made."""

from __future__ import annotations

import datetime

from regietafel.fields import DATUM, JA_NEE, SHA, Field, Kind
from regietafel.i18n import _


def _tijd(tijd: datetime.datetime) -> str:
    return f"{tijd:%d-%m-%Y %H:%M}"


ARCHIEFSTUK = (
    Field(name="wat", label=_("Document")),
    Field(name="stand", label=_("Stand")),
    Field(name="onderwerp", label=_("Bij")),
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="vorm", label=_("Vorm")),
    Field(name="gemaakt_op", label=_("Gemaakt op"), kind=Kind(format=_tijd, parse=str)),
    Field(name="voor", label=_("Voor")),
    Field(name="titel", label=_("Titel")),
    Field(name="openbaar", label=_("Openbare versie"), kind=JA_NEE),
    Field(name="wording", label=_("Sjabloon")),
    Field(name="bestandsnaam", label=_("Bestand")),
    Field(name="sha256", label=_("SHA-256")),
)
"""The list; a document itself has no ``stand`` and no ``wording``."""
# What the log shows of a change; files and texts themselves are not shown.
_LOGGED = {"titel", "voor", "onderwerp", "datum", "vorm", "openbaar", "bestandsnaam"}
LOG_ARCHIEFSTUK = tuple(field for field in ARCHIEFSTUK if field.name in _LOGGED)
SJABLOON = (Field(name="naam", label=_("Sjabloon")), Field(name="tekst", label=_("Tekst"), kind=SHA))
WEGLATING = (Field(name="tekst", label=_("Tekst")), Field(name="grond", label=_("Grond")))
