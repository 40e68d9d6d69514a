"""The verdeelsleutel: what is asked, and what a method gives."""

from __future__ import annotations

from regietafel.catalog.delen import BRON
from regietafel.domain.verdeelsleutel import Methode
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from regietafel.i18n import _

METHODEN = {
    _("Adams"): Methode.ADAMS,
    _("Wet, letterlijk"): Methode.WET,
    _("Webster"): Methode.WEBSTER,
    _("Jefferson"): Methode.JEFFERSON,
    _("Hamilton"): Methode.HAMILTON,
}
VERDEELVRAAG = (
    Field(name="totaal", label=_("Landelijk aantal"), kind=AANTAL),
    Field(name="amv", label=_("Waarvan amv"), kind=AANTAL),
    Field(name="methode", label=_("Methode"), choices=METHODEN, required=True),
    Field(
        name="wadden",
        label=_("Waddeneilanden"),
        choices={_("bij Leeuwarden"): True, _("elk apart"): False},
        required=True,
    ),
)
VERDELING = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="gm_code", label=_("Code")),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
    *(Field(name=methode, label=label.partition(",")[0], kind=AANTAL) for label, methode in METHODEN.items()),
    Field(name="amv", label=_("Amv"), kind=AANTAL, help=_("Volgens de gekozen methode.")),
    Field(name="gedrukt", label=_("Circulaire"), kind=AANTAL),
    Field(name="gedrukt_amv", label=_("Amv circulaire"), kind=AANTAL),
    Field(name="verschil", label=_("Verschil"), kind=WIJZIGING, help=_("De gekozen methode min de circulaire.")),
)
VERDEELREGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="amv", label=_("Waarvan amv"), kind=AANTAL),
)
LANDELIJKE_INWONERS = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="gm_code", label=_("Code")),
    Field(name="provincie", label=_("Provincie")),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
    BRON,
    Field(name="ingevuld", label=_("Ingevuld"), kind=JA_NEE, help=_("In dit bestand, niet meegeleverd.")),
    Field(name="herindeling", label=_("Herindeling")),
)
