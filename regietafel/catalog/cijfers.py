"""The figures per gemeente and period, and what does not add up in them."""

from __future__ import annotations

from regietafel.catalog.delen import BRON
from regietafel.fields import AANTAL, DATUM, JA_NEE, WIJZIGING, Field
from regietafel.i18n import _

VERSIE = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True, help=_("De datum van de circulaire.")),
    Field(
        name="landelijk", label=_("Landelijk"), kind=AANTAL, help=_("Het aantal voor heel Nederland, als u dat weet.")
    ),
    BRON,
)
VERSIE_REGEL = (
    *VERSIE,
    Field(name="gemeenten", label=_("Gemeenten"), kind=AANTAL),
    Field(name="som", label=_("Som"), kind=AANTAL),
    Field(name="geldt", label=_("Geldt"), kind=JA_NEE),
)
TAAKSTELLING = (
    Field(name="aantal", label=_("Taakstelling"), kind=AANTAL, required=True),
    Field(name="amv", label=_("Waarvan amv"), kind=AANTAL),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
)
TAAKSTELLING_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="gm_code", label=_("Code")),
    Field(name="inwoners", label=_("Inwoners"), kind=AANTAL),
    Field(name="aantal", label=_("Taakstelling"), kind=AANTAL),
    Field(name="amv", label=_("Waarvan amv"), kind=AANTAL),
)
REALISATIE = (
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True),
    Field(
        name="aantal",
        label=_("Gehuisvest"),
        kind=AANTAL,
        required=True,
        help=_("Het totaal sinds het begin van het halfjaar."),
    ),
    BRON,
)
BEGINSTAND = (
    Field(
        name="aantal",
        label=_("Beginstand"),
        kind=WIJZIGING,
        required=True,
        help=_("Achterstand is +, voorsprong is −."),
    ),
    BRON,
)
CORRECTIE = (
    Field(
        name="aantal",
        label=_("Correctie"),
        kind=WIJZIGING,
        required=True,
        help=_("Wat erbij komt (+) of afgaat (−) van de opgave."),
    ),
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
    Field(name="reden", label=_("Reden"), required=True),
    BRON,
)
STAND = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="herverdeling", label=_("Herverdeling"), kind=WIJZIGING),
    Field(name="beginstand", label=_("Beginstand"), kind=WIJZIGING),
    Field(name="correctie", label=_("Correctie"), kind=WIJZIGING),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    Field(name="in_voorbereiding", label=_("In voorbereiding"), kind=WIJZIGING),
    Field(
        name="begin_verschil",
        label=_("Onverklaard verschil"),
        kind=WIJZIGING,
        help=_("De ingevulde beginstand min het saldo van het vorige halfjaar."),
    ),
)
OVERZICHTREGEL = (
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="beginstand", label=_("Beginstand"), kind=WIJZIGING),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    BRON,
)
VERSCHIL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="label", label=_("Wat")),
    Field(name="eigen", label=_("Hier"), kind=AANTAL),
    Field(name="coa", label=_("Bij COA"), kind=AANTAL),
    Field(name="verschil", label=_("Verschil"), kind=WIJZIGING),
    Field(name="onverklaard", label=_("Onverklaard"), kind=WIJZIGING),
    Field(name="uitleg", label=_("Oorzaak")),
)
BEVINDING = (
    Field(name="tabel", label=_("Tabel")),
    Field(name="rij", label=_("Rij"), kind=AANTAL),
    Field(name="kolom", label=_("Kolom")),
    Field(name="gedrukt", label=_("Er staat"), kind=AANTAL),
    Field(name="berekend", label=_("Berekend"), kind=AANTAL),
    Field(name="verschil", label=_("Verschil"), kind=WIJZIGING),
    Field(name="melding", label=_("Uitleg")),
)
