"""Limits to an uitruil, and proposals for one."""

from __future__ import annotations

from regietafel.fields import AANTAL, JA_NEE, Field
from regietafel.i18n import _

GEMEENTE = Field(name="gemeente", label=_("Gemeente"))
GRENS = (
    Field(
        name="max_afstaan", label=_("Wil afstaan"), kind=AANTAL, help=_("Hoogstens; 0 is niet, leeg is zonder grens.")
    ),
    Field(
        name="max_overnemen",
        label=_("Wil overnemen"),
        kind=AANTAL,
        help=_("Hoogstens; 0 is niet, leeg is zonder grens."),
    ),
    Field(name="partners", label=_("Alleen met"), help=_("Gemeenten, met een komma ertussen; leeg is met iedereen.")),
    Field(
        name="minimum", label=_("Kleinste overdracht"), kind=AANTAL, help=_("Minder dan dit is de moeite niet waard.")
    ),
    Field(name="toelichting", label=_("Toelichting"), multiline=True),
)
GRENS_REGEL = (GEMEENTE, *GRENS)
UITRUIL = (
    Field(name="van", label=_("Van")),
    Field(name="naar", label=_("Naar")),
    Field(name="aantal", label=_("Aantal"), kind=AANTAL),
    Field(name="buren", label=_("Buren"), kind=JA_NEE),
)
BLOKKADE = (
    Field(name="grens", label=_("Grens")),
    Field(name="effect", label=_("Kost"), kind=AANTAL, help=_("Zoveel personen meer zonder deze grens.")),
    Field(name="zin", label=_("Wat helpt")),
)
BUITEN = (GEMEENTE, Field(name="reden", label=_("Waarom zij niet meedoet")))
