"""The rows about meetings as the command line lists them: by their number, and as they are recorded."""

from __future__ import annotations

from regietafel.catalog.overleg import CONTACTREGEL, DATUMVOORSTEL, SOORT_PUNT, STAAT_OVERLEG
from regietafel.catalog.verslag import AANWEZIGHEID, GEREED_OP, INTEKENING, KENNIS, NAMEN, SOORT_REGEL, THEMA, VOOR
from regietafel.fields import AANTAL, DATUM, JA_NEE, Field
from regietafel.i18n import _

NUMMER = Field(name="id", label=_("Nummer"), kind=AANTAL)
PARTIJ = Field(name="partij", label=_("Partij"))
OVERLEG_LIJST = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="begin", label=_("Begin")),
    Field(name="reeks", label=_("Reeks")),
    STAAT_OVERLEG,
    Field(name="locatie", label=_("Locatie")),
    Field(name="punten", label=_("Punten"), kind=AANTAL),
    Field(name="besluiten", label=_("Besluiten"), kind=AANTAL),
    Field(name="knelpunten", label=_("Knelpunten"), kind=AANTAL),
    Field(name="acties_open", label=_("Open acties"), kind=AANTAL),
    Field(name="versie", label=_("Agenda verzonden, versie"), kind=AANTAL),
)
PUNT_LIJST = (
    Field(name="nummer", label=_("Nr.")),
    Field(name="begin", label=_("Begin")),
    Field(name="titel", label=_("Titel")),
    Field(name="duur", label=_("Minuten"), kind=AANTAL),
    SOORT_PUNT,
    Field(name="inbrenger", label=_("Inbrenger")),
    Field(name="vertrouwelijk", label=_("Vertrouwelijk"), kind=JA_NEE),
    Field(name="besproken", label=_("Besproken"), kind=JA_NEE),
    Field(name="verwijzing", label=_("Waarover")),
)
VERSLAG_LIJST = (
    NUMMER,
    Field(name="punt_nummer", label=_("Punt")),
    SOORT_REGEL,
    Field(name="tekst", label=_("Tekst"), multiline=True),
    Field(name="houders", label=_("Wie"), kind=NAMEN),
    VOOR,
    GEREED_OP,
    Field(name="vraag", label=_("Nog niet zeker"), multiline=True),
)
REGISTER_LIJST = (
    NUMMER,
    Field(name="overleg_datum", label=_("Overleg"), kind=DATUM),
    *VERSLAG_LIJST[1:-1],
    THEMA,
    Field(name="verwijzing", label=_("Waarover")),
)
AANWEZIG_LIJST = (PARTIJ, *AANWEZIGHEID[1:])
CONTACT_LIJST = (NUMMER, *CONTACTREGEL)
INTEKENACTIE_LIJST = (
    NUMMER,
    Field(name="titel", label=_("Actie")),
    THEMA,
    Field(name="trekkers", label=_("Trekker"), kind=NAMEN),
    VOOR,
)
INTEKENING_LIJST = (NUMMER, PARTIJ, Field(name="actie", label=_("Actie")), *INTEKENING[1:])
PLANNING_LIJST = tuple(each for each in DATUMVOORSTEL if each.name != "dag")
VERWERKT_LIJST = (
    Field(name="regel", label=_("Regel"), kind=AANTAL),
    Field(
        name="gedaan",
        label=_("Wat ermee is gedaan"),
        choices={
            _("vastgelegd"): "vastgelegd",
            _("stond er al"): "stond_er_al",
            _("agendapunt"): "punt",
            _("geweigerd"): "geweigerd",
            _("niet vastgelegd"): "niet_vastgelegd",
        },
    ),
    NUMMER,
    Field(name="punt_nummer", label=_("Punt")),
    *VERSLAG_LIJST[2:6],
)
KENNIS_LIJST = (NUMMER, *KENNIS)
