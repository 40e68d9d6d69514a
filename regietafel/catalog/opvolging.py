"""What is waited for, and by when."""

from __future__ import annotations

from dataclasses import replace

from regietafel.catalog.herverdeling import CONTACT
from regietafel.catalog.tafel import TERMIJN_REGEL
from regietafel.fields import DATUM, Field
from regietafel.i18n import _

OPVOLGING = (
    Field(name="wie", label=_("Wie")),
    Field(name="wat", label=_("Wat")),
    Field(name="kenmerk", label=_("Kenmerk")),
    Field(name="rest", label=_("Nog")),
    Field(name="uiterlijk", label=_("Uiterlijk"), kind=DATUM),
    replace(CONTACT, help=""),
)
TERMIJN_LIJST = (*TERMIJN_REGEL[:4], Field(name="voldaan_op", label=_("Gedaan op"), kind=DATUM), *TERMIJN_REGEL[4:])
