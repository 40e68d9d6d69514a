"""Vraag en aanbod of homes, and what goes with it: doorlooptijd, partners, regelingen and sums of money."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.delen import BRON, choices_of
from regietafel.catalog.woonvorm import DOORLOOPTIJD, KOPPELSTAND, MATEN, PRESTATIEAFSPRAAK, REGELING
from regietafel.domain import norm
from regietafel.fields import AANTAL, DATUM, DECIMAAL, JA_NEE, WIJZIGING, Field, Kind
from regietafel.i18n import _, format_date

GROEPEN: Mapping[str, str] = {
    norm.VRAAG_KLEIN: _("alleen en duo"),
    norm.VRAAG_MIDDEN: _("3 tot en met 5 personen"),
    norm.VRAAG_GROOT: _("6 of meer personen"),
}
_COUNT = Kind(format=lambda rows: str(len(rows)), parse=int, numeric=True)
_MAAND = Kind(format=lambda day: format_date(day)[3:], parse=DATUM.parse)
_GEMEENTE = Field(name="gemeente", label=_("Gemeente"))
_MAAT = Field(name="maat", label=_("Huishouden"), choices=choices_of(MATEN))
_VRIJ = Field(name="vrij", label=_("Vrij"), kind=AANTAL)
_TEKORT = Field(
    name="tekort", label=_("Tekort"), kind=AANTAL, help=_("Huishoudens waarvoor geen woning vrij is of wordt verwacht.")
)
_OVER = Field(name="over", label=_("Over"), kind=AANTAL, help=_("Vrije woningen die hier niet nodig zijn."))
MAATREGEL = (
    _GEMEENTE,
    _MAAT,
    Field(name="huishoudens", label=_("Huishoudens"), kind=AANTAL),
    _VRIJ,
    Field(name="komend", label=_("Komend"), kind=AANTAL, help=_("Woningen die dit halfjaar klaar zijn.")),
    Field(name="verwacht", label=_("Verwacht"), kind=AANTAL, help=_("Wat er komt, keer de zekerheid.")),
    _TEKORT,
    _OVER,
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
)
VRAAGDEEL = (
    Field(name="norm_sleutel", label=_("Huishoudens"), choices=choices_of(GROEPEN)),
    Field(name="huishoudens", label=_("Wachtend"), kind=AANTAL),
    Field(name="aandeel", label=_("Deel in %"), kind=DECIMAAL),
    Field(name="norm", label=_("Norm in %"), kind=AANTAL),
    Field(name="woningen", label=_("Woningen"), kind=AANTAL, help=_("Vrij en verwacht.")),
    Field(name="aandeel_woningen", label=_("Deel in %"), kind=DECIMAAL),
    Field(name="verschil", label=_("Verschil"), kind=WIJZIGING, help=_("Plus: te weinig woningen.")),
)
KOPPELVOORSTEL = (
    _MAAT,
    Field(name="van", label=_("Van")),
    Field(name="naar", label=_("Naar")),
    Field(name="aantal", label=_("Huishoudens"), kind=AANTAL),
    Field(name="waarom", label=_("Waarom")),
)
MOGELIJKHEID = (
    _GEMEENTE,
    _MAAT,
    _TEKORT,
    Field(name="grotere_maat", label=_("Over voor"), choices=choices_of(MATEN)),
    _OVER,
)
KOPPELSTAND_REGEL = (_GEMEENTE, *KOPPELSTAND)
DOORLOOPTIJD_REGEL = (
    _GEMEENTE,
    Field(name="maand", label=_("Maand"), kind=_MAAND),
    Field(name="dagen", label=_("Dagen"), kind=DECIMAAL),
    Field(name="norm", label=_("Norm"), kind=AANTAL),
    Field(name="boven_norm", label=_("Boven de norm"), kind=DECIMAAL),
    *DOORLOOPTIJD[2:4],
    Field(name="aandeel_regio", label=_("Regioplaatsing in %"), kind=DECIMAAL),
)
REGELING_REGEL = (
    Field(name="naam", label=_("Regeling")),
    *(field for field in REGELING if field.name in {"bedrag", "per", "open_tot", "geldig_tot"}),
    Field(name="open", label=_("Loket open"), kind=JA_NEE),
    Field(name="gebruikt", label=_("Gebruikt"), kind=_COUNT, help=_("Projecten die deze regeling gebruiken.")),
    Field(name="mogelijk", label=_("Mogelijk"), kind=_COUNT, help=_("Projecten die haar zouden kunnen gebruiken.")),
)
AFSPRAAK_REGEL = (
    Field(name="jaar", label=_("Jaar")),  # a year is no number to group by thousands
    _GEMEENTE,
    Field(name="partner", label=_("Partner")),
    *PRESTATIEAFSPRAAK[1:4],
    Field(name="vrijkomend", label=_("Komt vrij"), kind=AANTAL, help=_("De woningen keer de mutatiegraad.")),
    *PRESTATIEAFSPRAAK[4:5],
    Field(name="afgesproken", label=_("Afgesproken"), kind=AANTAL),
    *PRESTATIEAFSPRAAK[6:7],
    Field(name="verschil", label=_("Nog te doen"), kind=WIJZIGING),
)
GROEP_REGEL = (
    Field(name="jaar", label=_("Jaar")),
    _GEMEENTE,
    Field(name="groep", label=_("Groep")),
    Field(name="aantal", label=_("Huishoudens"), kind=AANTAL),
    BRON,
)
GEMEENTE_JAAR = (
    Field(name="jaar", label=_("Jaar")),
    _GEMEENTE,
    Field(name="vrijkomend", label=_("Komt vrij"), kind=AANTAL),
    Field(name="voor_vergunninghouders", label=_("Voor vergunninghouders"), kind=AANTAL),
    Field(name="voor_anderen", label=_("Voor anderen"), kind=AANTAL),
    Field(name="gerealiseerd", label=_("Gerealiseerd"), kind=AANTAL, help=_("Voor vergunninghouders.")),
    Field(name="verschil", label=_("Nog te doen"), kind=WIJZIGING),
    Field(name="wachtend", label=_("Anderen die wachten"), kind=AANTAL, help=_("Huishoudens.")),
)
STAP = (
    Field(name="omschrijving", label=_("Stap")),
    Field(name="formule", label=_("Berekening")),
    Field(name="bedrag", label=_("Euro"), kind=DECIMAAL),
)
