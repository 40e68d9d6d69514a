"""Series of meetings, meetings, agendas, and who is written to."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import GELDIGHEID, TOELICHTING, choices_of
from regietafel.domain import agenda, contact, overleg
from regietafel.fields import AANTAL, DATUM, JA_NEE, SHA, TIJD, Field
from regietafel.i18n import _

OVERLEGSOORTEN: Mapping[str, str] = {
    overleg.REGIETAFEL: _("regietafel"),
    overleg.VOOROVERLEG: _("ambtelijk vooroverleg"),
    overleg.PRT: _("terugkoppeling PRT"),
}
OVERLEGSTATEN: Mapping[str, str] = {
    overleg.CONCEPT: _("concept"),
    overleg.VERZONDEN: _("verzonden"),
    overleg.BEZIG: _("bezig"),
    overleg.VERSLAG_CONCEPT: _("verslag in concept"),
    overleg.VASTGESTELD: _("vastgesteld"),
    overleg.VERVALLEN: _("vervallen"),
}
VORMEN: Mapping[str, tuple[str, str]] = {
    overleg.CONCEPT: ("○", "level"),
    overleg.VERZONDEN: ("●", "level"),
    overleg.BEZIG: ("▶", "ahead"),
    overleg.VERSLAG_CONCEPT: ("◐", "ahead"),
    overleg.VASTGESTELD: ("✓", "level"),
    overleg.VERVALLEN: ("✕", "level"),
}
"""The shape of each state, and the role of its colour."""
PUNTSOORTEN: Mapping[str, str] = {
    agenda.INFORMATIE: _("ter informatie"),
    agenda.BESPREKING: _("ter bespreking"),
    agenda.BESLUIT: _("ter besluitvorming"),
}
DELEN: Mapping[str, str] = {
    "": _("niets"),
    agenda.STAND: _("stand van de taakstelling"),
    agenda.OPVANG: _("stand van de opvangplekken"),
    agenda.HERVERDELINGEN: _("herverdelingen in behandeling"),
    agenda.TERMIJNEN: _("termijnen"),
    agenda.ACTIES: _("openstaande acties"),
    agenda.VERSLAG: _("verslag van het vorige overleg"),
}
CONTACTROLLEN: Mapping[str, str] = {
    contact.BESTUURDER: _("bestuurder aan tafel"),
    contact.WETHOUDER: _("wethouder"),
    contact.AMBTENAAR: _("ambtenaar"),
    contact.SECRETARIAAT: _("secretariaat"),
    contact.PARTNER: _("partner (COA, provincie, corporatie)"),
}
WIJZEN: Mapping[str, str] = {contact.LID: _("als lid"), contact.INFORMATIE: _("ter informatie")}


SOORT_OVERLEG = Field(name="soort", label=_("Soort overleg"), choices=choices_of(OVERLEGSOORTEN), required=True)
STAAT_OVERLEG = Field(name="staat", label=_("Stand"), choices=choices_of(OVERLEGSTATEN))
SOORT_PUNT = Field(name="soort", label=_("Soort"), choices=choices_of(PUNTSOORTEN), required=True)
DEEL = Field(
    name="deel",
    label=_("Cijfers erbij"),
    choices=choices_of(DELEN),
    help=_("Wat het programma onder het punt zet, zoals het is op de dag van verzending."),
)
MINUTEN = Field(name="minuten", label=_("Minuten"), kind=AANTAL, example="15")
_WANNEER = (
    Field(name="begin", label=_("Begin"), kind=TIJD, required=True, help=_("Bijvoorbeeld 09:30.")),
    Field(name="minuten", label=_("Duur in minuten"), kind=AANTAL, required=True, example="120"),
    Field(name="locatie", label=_("Locatie")),
    Field(name="link", label=_("Link om online mee te doen"), help=_("Begint met https://.")),
    Field(name="voorzitter", label=_("Voorzitter")),
    Field(name="secretaris", label=_("Secretaris")),
)
REEKS = (
    Field(name="naam", label=_("Naam"), required=True),
    SOORT_OVERLEG,
    *_WANNEER,
    Field(name="per_jaar", label=_("Overleggen per jaar"), kind=AANTAL, required=True, example="6"),
    Field(name="dagen_vooraf", label=_("Agenda verzenden, dagen vooraf"), kind=AANTAL, required=True, example="7"),
    Field(
        name="vakantieregio",
        label=_("Schoolvakanties"),
        choices={_("niet op letten"): "", _("noord"): "noord", _("midden"): "midden", _("zuid"): "zuid"},
    ),
)
OVERLEG = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
    *_WANNEER,
    Field(name="opmerking", label=_("Opmerking"), multiline=True),
)
TITEL_PUNT = Field(name="titel", label=_("Titel"), required=True)
VASTPUNT = (
    TITEL_PUNT,
    TOELICHTING,
    SOORT_PUNT,
    MINUTEN,
    DEEL,
    Field(
        name="aan_einde",
        label=_("Aan het einde"),
        kind=JA_NEE,
        help=_("Wat van een vorig overleg terugkomt, staat vóór de punten aan het einde."),
    ),
)
PUNT = (
    TITEL_PUNT,
    TOELICHTING,
    Field(
        name="intern",
        label=_("Voor de voorzitter"),
        multiline=True,
        help=_("Staat alleen in het draaiboek, nooit op een agenda."),
    ),
    MINUTEN,
    Field(name="inbrenger", label=_("Inbrenger")),
    SOORT_PUNT,
    DEEL,
    Field(
        name="vertrouwelijk",
        label=_("Vertrouwelijk"),
        kind=JA_NEE,
        help=_("Alleen op de agenda van de leden; niet ter informatie en niet openbaar."),
    ),
    Field(
        name="terugkerend",
        label=_("Terugkerend"),
        kind=JA_NEE,
        help=_("Komt ook op elke volgende agenda, tot u dit uitzet."),
    ),
)
OVERLEGREGEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="reeks", label=_("Reeks")),
    Field(name="stand", label=_("Stand")),
    Field(name="agenda_voor", label=_("Agenda vóór"), kind=DATUM, help=_("De dag waarop de agenda uiterlijk uitgaat.")),
    Field(name="punten", label=_("Punten"), kind=AANTAL),
    Field(name="acties_open", label=_("Acties open"), kind=AANTAL),
    Field(name="locatie", label=_("Locatie")),
    Field(name="begin", label=_("Begin")),
)
PUNTREGEL = (
    Field(name="nummer", label=_("Nr.")),
    Field(name="begin", label=_("Tijd")),
    Field(name="titel", label=_("Agendapunt")),
    SOORT_PUNT,
    Field(name="minuten", label=_("Min."), kind=AANTAL),
    Field(name="erbij", label=_("Erbij")),
)
VASTPUNTREGEL = (
    Field(name="volgorde", label=_("Nr.")),
    TITEL_PUNT,
    SOORT_PUNT,
    Field(name="minuten", label=_("Min."), kind=AANTAL),
    DEEL,
    Field(name="aan_einde", label=_("Einde"), kind=JA_NEE),
)
DATUMVOORSTEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="dag", label=_("Dag")),
    Field(name="waarom", label=_("Waarom")),
    Field(name="botst", label=_("Let op")),
)
AGENDAVERSIE = (
    Field(name="nummer", label=_("Versie"), kind=AANTAL),
    Field(name="verzonden_op", label=_("Verzonden op"), kind=DATUM),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
    Field(name="wijzigingen", label=_("Wat er anders is"), multiline=True),
)
ORGANISATIE = Field(
    name="organisatie",
    label=_("Organisatie"),
    help=_("Als het geen gemeente is: het COA, de provincie, een corporatie."),
)
CONTACT_VAN = (
    ORGANISATIE,
    Field(name="naam", label=_("Naam"), help=_("Een bestuurder of ambtenaar, nooit een bewoner.")),
    Field(name="functie", label=_("Functie")),
    Field(name="rol", label=_("Rol"), choices=choices_of(CONTACTROLLEN), required=True),
    Field(name="e_mail", label=_("E-mail")),
    Field(name="telefoon", label=_("Telefoon")),
)
_CONTACT = {each.name: each for each in CONTACT_VAN}
CONTACTREGEL = (
    Field(name="partij", label=_("Gemeente of organisatie")),
    *(_CONTACT[name] for name in ("naam", "rol", "e_mail", "functie", "telefoon")),
)
VERZENDING = (
    Field(name="rol", label=_("Rol"), choices=choices_of(CONTACTROLLEN)),
    Field(name="wijze", label=_("Krijgt de agenda"), choices=choices_of(WIJZEN)),
)
SCHOOLVAKANTIE = (
    Field(name="naam", label=_("Naam"), required=True),
    Field(
        name="regio",
        label=_("Regio"),
        choices={_("noord"): "noord", _("midden"): "midden", _("zuid"): "zuid"},
        required=True,
    ),
    Field(name="begin", label=_("Eerste dag"), kind=DATUM, required=True),
    Field(name="einde", label=_("Laatste dag"), kind=DATUM, required=True),
    *GELDIGHEID,
)
# What the log shows.
LOG_OVERLEG = (Field(name="datum", label=_("Datum"), kind=DATUM), *_WANNEER)
LOG_STAP = (STAAT_OVERLEG, TOELICHTING)
LOG_PUNT = (*PUNT, Field(name="besproken", label=_("Besproken"), kind=JA_NEE))
LOG_VERSIE = (*AGENDAVERSIE, Field(name="inhoud", label=_("Inhoud"), kind=SHA))
