"""A house style: what one types, and the files that belong to it."""

from __future__ import annotations

from regietafel.fields import AANTAL, SHA, Field
from regietafel.i18n import _

LOGO = (
    Field(
        name="logo_tekst",
        label=_("Beschrijving van het logo"),
        help=_("Voor wie het niet ziet, bijvoorbeeld: Logo gemeente Borne."),
    ),
    Field(name="logo_breedte", label=_("Breedte in mm"), kind=AANTAL, required=True, help=_("15 tot 80.")),
)
KLEUR = (Field(name="kleur", label=_("Kleur van koppen en lijnen"), help=_("Bijvoorbeeld: #1D4ED8.")),)
LETTER = (
    Field(
        name="letter_licentie",
        label=_("Licentie van de letter"),
        help=_("Wie hem mag gebruiken, en waar dat staat."),
        multiline=True,
    ),
)
BRIEF = (
    Field(
        name="afzender",
        label=_("Naast de kenmerken"),
        help=_("Wie de brief behandelt en waar men belt; hooguit 8 regels."),
        multiline=True,
    ),
    Field(name="voettekst", label=_("Voettekst"), help=_("Onder elke pagina; hooguit 3 regels."), multiline=True),
    Field(
        name="venster",
        label=_("Venster van de envelop"),
        required=True,
        choices={_("links"): "links", _("rechts"): "rechts"},
    ),
    Field(
        name="bindmarge",
        label=_("Extra marge om in te binden, in mm"),
        kind=AANTAL,
        required=True,
        help=_("Links op elke pagina; 0 tot 20."),
    ),
)
HUISSTIJL = (*LOGO, *KLEUR, *LETTER, *BRIEF)
BESTANDEN = {
    "logo": _("Logo"),
    "gewoon": _("Gewone letter"),
    "vet": _("Vette letter"),
    "cursief": _("Cursieve letter"),
    "word": _("Voorbeeld voor Word"),
}
# What the log shows of a change.
LOG_HUISSTIJL = (
    Field(name="letter", label=_("Lettertype")),
    *HUISSTIJL,
    *(Field(name=name, label=label, kind=SHA) for name, label in BESTANDEN.items()),
)
