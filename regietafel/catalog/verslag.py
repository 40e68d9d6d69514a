"""Who was at a meeting, the rows of its list, the intekenlijst and what is known."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import BRON, TOELICHTING, choices_of
from regietafel.catalog.overleg import ORGANISATIE
from regietafel.domain import intekenlijst, verslag
from regietafel.fields import AANTAL, DATUM, JA_NEE, Field, Kind
from regietafel.i18n import _

REGELSOORTEN: Mapping[str, str] = {
    verslag.BESLUIT: _("besluit"),
    verslag.KNELPUNT: _("knelpunt"),
    verslag.ACTIE: _("actie"),
    verslag.NOTITIE: _("nog te duiden"),
}
LETTERS: Mapping[str, str] = {verslag.BESLUIT: "B", verslag.KNELPUNT: "K", verslag.ACTIE: "A", verslag.NOTITIE: "?"}
"""How a row is marked on the list and typed during the meeting."""
AANWEZIGHEDEN: Mapping[str, str] = {
    verslag.AANWEZIG: _("aanwezig"),
    verslag.AFWEZIG_MK: _("afwezig m.k."),
    verslag.AFWEZIG: _("afwezig"),
}
AANWEZIGVORMEN: Mapping[str, str] = {verslag.AANWEZIG: "✓", verslag.AFWEZIG_MK: "○", verslag.AFWEZIG: "✕"}
INTEKENROLLEN: Mapping[str, str] = {intekenlijst.TREKKER: _("trekker"), intekenlijst.DOET_MEE: _("doet mee")}
INTEKENSTATEN: Mapping[str, str] = {
    intekenlijst.TOEGEZEGD: _("toegezegd"),
    intekenlijst.IN_UITVOERING: _("in uitvoering"),
    intekenlijst.GEREED: _("gereed"),
    intekenlijst.GESTOPT: _("gestopt"),
}

ACTIESTANDEN: Mapping[str, str] = {"te_laat": _("▲ te laat"), "open": _("● open"), "gereed": _("✓ gereed")}
INTEKENSTANDEN: Mapping[str, str] = {
    "te_laat": _("▲ te laat"),
    intekenlijst.TOEGEZEGD: _("● toegezegd"),
    intekenlijst.IN_UITVOERING: _("● in uitvoering"),
    intekenlijst.GEREED: _("✓ gereed"),
    intekenlijst.GESTOPT: _("✕ gestopt"),
}
NAMEN = Kind(format=", ".join, parse=str)
"""Of several gemeenten and organisations."""


THEMA = Field(name="thema", label=_("Thema"), help=_("Bijvoorbeeld flexwonen, amv of doorstroom."))
VOOR = Field(name="voor", label=_("Vóór"), kind=DATUM, help=_("De laatste dag waarop het klaar is."))
SOORT_REGEL = Field(name="soort", label=_("Soort"), choices=choices_of(REGELSOORTEN), required=True)
VERSLAGREGEL = (
    SOORT_REGEL,
    Field(name="tekst", label=_("Tekst"), required=True, multiline=True),
    THEMA,
    VOOR,
    Field(
        name="vraag",
        label=_("Nog niet zeker"),
        help=_("Maak dit leeg zodra het duidelijk is."),
    ),
)
AANWEZIGHEID = (
    ORGANISATIE,
    Field(name="naam", label=_("Naam")),
    Field(name="voorzitter", label=_("Voorzitter"), kind=JA_NEE),
    Field(name="aanwezig", label=_("Aanwezig"), choices=choices_of(AANWEZIGHEDEN), required=True),
)
AANWEZIGREGEL = (
    Field(name="partij", label=_("Gemeente")),
    Field(name="wie", label=_("Naam")),
    Field(name="hoe", label=_("Aanwezig")),
)
LIJSTREGEL = (
    Field(name="punt_nummer", label=_("Punt")),
    Field(name="wat", label=_("Soort")),
    Field(name="inhoud", label=_("Tekst")),
    Field(name="wie", label=_("Wie")),
    VOOR,
    Field(name="stand", label=_("Stand"), choices=choices_of({**ACTIESTANDEN, "": ""})),
)
VOORTGANG = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
    Field(name="tekst", label=_("Voortgang"), required=True, multiline=True),
)
KENNIS = (
    Field(name="titel", label=_("Titel"), required=True),
    Field(name="tekst", label=_("Wat het is en wanneer het werkt"), multiline=True),
    THEMA,
    BRON,
    Field(name="datum", label=_("Van wanneer"), kind=DATUM),
)
INTEKENACTIE = (
    Field(name="titel", label=_("Actie"), required=True),
    TOELICHTING,
    THEMA,
    BRON,
    VOOR,
)
INTEKENING = (
    ORGANISATIE,
    Field(name="rol", label=_("Rol"), choices=choices_of(INTEKENROLLEN), required=True),
    Field(name="toezegging", label=_("Wat deze partij doet"), multiline=True),
    VOOR,
    Field(name="staat", label=_("Stand"), choices=choices_of(INTEKENSTATEN), required=True),
)
GEREED_OP = Field(name="gereed_op", label=_("Gereed op"), kind=DATUM)
LOG_REGEL = (*VERSLAGREGEL, GEREED_OP)
# The rows of lists, over all meetings.
WIE = Field(name="wie", label=_("Wie"))
STAND_ACTIE = Field(name="stand", label=_("Stand"), choices=choices_of({**ACTIESTANDEN, "": ""}))
_VAN_OVERLEG = (
    Field(name="overleg_datum", label=_("Overleg van"), kind=DATUM),
    Field(name="reeks", label=_("Reeks")),
    Field(name="punt", label=_("Agendapunt")),
)
_LAATSTE = Field(name="laatste_voortgang", label=_("Laatste voortgang"))
_VERWIJZING = Field(name="verwijzing", label=_("Waarover"))
ACTIEREGEL = (
    STAND_ACTIE,
    VOOR,
    Field(name="tekst", label=_("Wat")),
    WIE,
    *_VAN_OVERLEG,
    _LAATSTE,
    GEREED_OP,
    THEMA,
    _VERWIJZING,
)
REGISTERREGEL = (
    SOORT_REGEL,
    Field(name="tekst", label=_("Tekst")),
    *_VAN_OVERLEG,
    WIE,
    VOOR,
    STAND_ACTIE,
    THEMA,
    _VERWIJZING,
)
# The intekenlijst, and what each party can be held to.
INTEKENACTIE_REGEL = (
    Field(name="titel", label=_("Actie")),
    Field(name="trekkers", label=_("Trekker"), kind=NAMEN),
    Field(name="deelnemers", label=_("Doet mee"), kind=NAMEN),
    Field(name="stand", label=_("Stand")),
    VOOR,
    THEMA,
    BRON,
)
INTEKENING_REGEL = (
    Field(name="stand", label=_("Stand"), choices=choices_of(INTEKENSTANDEN)),
    VOOR,
    Field(name="actie", label=_("Actie")),
    *INTEKENING[1:3],
    _LAATSTE,
)
PARTIJ_VOORTGANG = (
    Field(name="partij", label=_("Partij")),
    Field(name="ingetekend", label=_("Ingetekend"), kind=AANTAL),
    Field(name="gereed", label=_("Gereed"), kind=AANTAL),
    Field(name="open_acties", label=_("Open acties"), kind=AANTAL),
    Field(name="te_laat", label=_("Te laat"), kind=AANTAL),
    Field(name="zin", label=_("In het kort")),
)
KENNISREGEL = (
    *KENNIS,
    Field(name="knelpunten", label=_("Knelpunten"), kind=AANTAL),
)
