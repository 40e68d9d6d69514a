"""Woonvormen: projects, for whom they count, the money for them, and what waits for a home."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import BRON, GELDIGHEID, choices_of
from regietafel.domain import woonproject
from regietafel.domain.regeling import PER
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.fields import AANTAL, DATUM, DECIMAAL, Field, Kind
from regietafel.i18n import _

MATEN: Mapping[str, str] = {
    "alleen": _("alleen"),
    "duo": _("duo"),
    "3-5": _("3 tot en met 5 personen"),
    "6": _("6 personen"),
    "7+": _("7 of meer personen"),
    "amv": _("amv"),
    "medisch": _("medisch"),
}
TELT_MEE: Mapping[str, str] = {
    woonproject.JA: _("ja"),
    woonproject.NEE: _("nee"),
    woonproject.ONBEKEND: _("onbekend"),
}
_MAAT = Field(name="maat", label=_("Huishouden"), choices=choices_of(MATEN), required=True)
PROJECT = (
    Field(name="naam", label=_("Naam"), required=True),
    Field(name="soort", label=_("Woonvorm"), choices=choices_of(WOONVORMEN), required=True),
    Field(name="eenheden", label=_("Woningen"), kind=AANTAL, help=_("Woningen of kamers.")),
    Field(name="personen", label=_("Personen"), kind=AANTAL),
    Field(name="vergunninghouders", label=_("Waarvan vergunninghouders"), kind=AANTAL),
    Field(name="oplevering", label=_("Oplevering"), kind=DATUM),
    Field(name="einde", label=_("Einde"), kind=DATUM, help=_("De laatste dag, bij een tijdelijke woonvorm.")),
    Field(name="plaats_tot", label=_("Plaats tot en met"), kind=DATUM, help=_("Hoelang een flexwoning er mag staan.")),
    Field(name="daarna", label=_("Daarna"), help=_("Bijvoorbeeld waarheen de flexwoningen verhuizen.")),
    Field(name="bedrag", label=_("Bedrag in euro"), kind=AANTAL, help=_("Wat de regeling bijdraagt.")),
    Field(
        name="telt_mee",
        label=_("Telt mee"),
        choices=choices_of(TELT_MEE),
        required=True,
        help=_("Of wie hier woont meetelt voor de taakstelling."),
    ),
    Field(name="telt_mee_bron", label=_("Waaruit dat blijkt")),
    Field(name="contact", label=_("Contact"), help=_("Een ambtenaar of medewerker, nooit een bewoner.")),
    BRON,
    Field(name="opmerking", label=_("Opmerking"), multiline=True),
)
TELGEMEENTE = (Field(name="personen", label=_("Personen"), kind=AANTAL, required=True),)
WONINGMAAT = (_MAAT, Field(name="woningen", label=_("Woningen"), kind=AANTAL, required=True))
HARINSTROOM = (
    Field(name="begin", label=_("Begin"), kind=DATUM, required=True),
    Field(name="aantal", label=_("Personen"), kind=AANTAL, required=True),
    Field(name="vertrokken", label=_("Waarvan vertrokken"), kind=AANTAL, required=True),
)
KOPPELSTAND = (
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True),
    _MAAT,
    Field(name="huishoudens", label=_("Wachtende huishoudens"), kind=AANTAL, required=True),
    Field(name="woningen", label=_("Vrije woningen"), kind=AANTAL, required=True),
    BRON,
)
DOORLOOPTIJD = (
    Field(name="maand", label=_("Maand"), kind=DATUM, required=True, help=_("De eerste dag van de maand.")),
    Field(
        name="dagen", label=_("Dagen"), kind=AANTAL, required=True, help=_("Gemiddeld van koppeling tot verhuizing.")
    ),
    Field(name="huisvestingen", label=_("Huisvestingen"), kind=AANTAL, required=True),
    Field(name="regioplaatsingen", label=_("Waarvan uit de regio"), kind=AANTAL, required=True),
    BRON,
)
NORM = (
    Field(name="omschrijving", label=_("Norm"), required=True),
    Field(name="waarde", label=_("Waarde"), kind=AANTAL, required=True),
    Field(name="eenheid", label=_("Eenheid")),
    *GELDIGHEID,
)
REGELING = (
    Field(name="naam", label=_("Regeling"), required=True),
    Field(name="voorwaarden", label=_("Voorwaarden"), multiline=True),
    Field(name="woonvormen", label=_("Voor welke woonvormen"), help=_("Leeg: voor alle.")),
    Field(name="bedrag", label=_("Bedrag in euro"), kind=AANTAL, help=_("Hoogstens.")),
    Field(name="per", label=_("Per"), choices={each: each for each in PER}, required=True),
    Field(name="minstens_personen", label=_("Huishoudens vanaf"), kind=AANTAL, help=_("Personen.")),
    Field(name="start_binnen", label=_("Bouw begint binnen"), kind=AANTAL, help=_("Maanden.")),
    Field(name="open_vanaf", label=_("Loket open vanaf"), kind=DATUM),
    Field(name="open_tot", label=_("Loket open tot en met"), kind=DATUM),
    *GELDIGHEID,
)
# A year is no number to group by thousands.
_JAAR = Field(name="jaar", label=_("Jaar"), kind=Kind(format=str, parse=int, example="2023"), required=True)
PARTNER = (
    Field(name="naam", label=_("Naam"), required=True),
    Field(name="contact", label=_("Contact")),
)
PRESTATIEAFSPRAAK = (
    _JAAR,
    Field(name="doelgroep", label=_("Doelgroep"), required=True),
    Field(name="woningen", label=_("Woningen van de partner"), kind=AANTAL),
    Field(name="mutatiegraad", label=_("Mutatiegraad in %"), kind=DECIMAAL),
    Field(name="aandeel", label=_("Afgesproken aandeel in %"), kind=AANTAL),
    Field(name="aantal", label=_("Afgesproken woningen"), kind=AANTAL),
    Field(name="gerealiseerd", label=_("Gerealiseerd"), kind=AANTAL),
    BRON,
)
AANDACHTSGROEP = (
    _JAAR,
    Field(name="groep", label=_("Groep"), required=True),
    Field(name="aantal", label=_("Huishoudens"), kind=AANTAL, required=True),
    BRON,
)
