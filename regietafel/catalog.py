"""How every attribute of every record and row is called and shown. The one place where labels are written."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.domain.verdeelsleutel import Methode
from regietafel.fields import AANTAL, DATUM, DECIMAAL, JA_NEE, WIJZIGING, Field
from regietafel.i18n import UNKNOWN, _

_POSTADRES = (
    Field(name="postadres", label=_("Postadres"), help=_("Straat en nummer, of postbus.")),
    Field(name="postcode", label=_("Postcode")),
    Field(name="plaats", label=_("Plaats")),
)
_BRON = Field(name="bron", label=_("Bron"), help=_("Bijvoorbeeld de circulaire, de COA-lijst of een brief."))
_GELDIGHEID = (
    Field(name="geldig_vanaf", label=_("Geldig vanaf"), kind=DATUM),
    Field(name="geldig_tot", label=_("Geldig tot"), kind=DATUM),
    _BRON,
    Field(name="gecontroleerd_op", label=_("Gecontroleerd op"), kind=DATUM),
)

REGIO = (
    Field(name="naam", label=_("Naam van de tafel"), required=True),
    Field(name="provincie", label=_("Provincie")),
    Field(name="veiligheidsregio", label=_("Veiligheidsregio")),
    Field(name="voorzitter", label=_("Voorzitter"), help=_("De functie volstaat, bijvoorbeeld: burgemeester van …")),
    Field(name="secretaris", label=_("Secretaris")),
    *_POSTADRES,
    Field(name="e_mail", label=_("E-mail")),
    Field(name="telefoon", label=_("Telefoon")),
)
GEMEENTE = (
    Field(name="naam", label=_("Gemeente"), required=True),
    Field(name="gm_code", label=_("Code"), required=True, help=_("De CBS-code, bijvoorbeeld GM0153.")),
    Field(name="provincie", label=_("Provincie")),
    Field(name="lid", label=_("Lid van de tafel"), kind=JA_NEE),
    *_POSTADRES,
)
ADRESSAAT = (
    Field(name="organisatie", label=_("Organisatie"), required=True),
    Field(name="onderdeel", label=_("Onderdeel")),
    *_POSTADRES,
    *_GELDIGHEID,
)
VERSIE = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True, help=_("De datum van de circulaire.")),
    Field(
        name="landelijk", label=_("Landelijk"), kind=AANTAL, help=_("Het aantal voor heel Nederland, als u dat weet.")
    ),
    _BRON,
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
    _BRON,
)
BEGINSTAND = (
    Field(
        name="aantal",
        label=_("Beginstand"),
        kind=WIJZIGING,
        required=True,
        help=_("Achterstand is +, voorsprong is −."),
    ),
    _BRON,
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
    _BRON,
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
HERVERDELING = (
    Field(name="kenmerk", label=_("Kenmerk")),
    Field(name="samenvatting", label=_("Overdrachten")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
    Field(name="status", label=_("Status")),
    Field(name="in_werking_op", label=_("In werking"), kind=DATUM),
)
WIJZIGING_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="oud", label=_("Taakstelling"), kind=AANTAL),
    Field(name="wijziging", label=_("Wijziging"), kind=WIJZIGING),
    Field(name="nieuw", label=_("Nieuwe taakstelling"), kind=AANTAL),
)

INWONERS = (
    Field(name="gm_code", label=_("Gemeente"), required=True),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True, help=_("1 januari van een jaar.")),
    Field(name="aantal", label=_("Inwoners"), kind=AANTAL, required=True),
    _BRON,
)
HERINDELING = (
    Field(name="oud", label=_("Oude gemeente"), required=True, help=_("De naam, of de CBS-code.")),
    Field(
        name="nieuw",
        label=_("Gaat op in"),
        required=True,
        help=_("De naam, of de CBS-code; zo ook van een gemeente die nog niet bestaat."),
    ),
    Field(name="datum", label=_("Vanaf"), kind=DATUM, required=True),
    _BRON,
)
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
    _BRON,
    Field(name="ingevuld", label=_("Ingevuld"), kind=JA_NEE, help=_("In dit bestand, niet meegeleverd.")),
    Field(name="herindeling", label=_("Herindeling")),
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
OVERZICHTREGEL = (
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM, required=True),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="beginstand", label=_("Beginstand"), kind=WIJZIGING),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    _BRON,
)
TREDE = (
    Field(name="provincie", label=_("Provincie"), help=_("Leeg: geldt voor elke provincie zonder eigen ladder.")),
    Field(name="volgorde", label=_("Volgorde"), kind=AANTAL, required=True, help=_("1 is de lichtste trede.")),
    Field(name="naam", label=_("Trede"), required=True),
    Field(name="kleur", label=_("Kleur"), help=_("Zoals de provincie haar noemt, bijvoorbeeld oranje.")),
    Field(name="betekenis", label=_("Wat dat betekent"), multiline=True),
    *_GELDIGHEID,
)
OORDEEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True, help=_("De datum van de brief van de provincie.")),
    Field(name="verschoonbaar", label=_("Verschoonbaar"), kind=JA_NEE),
    Field(name="reden", label=_("Reden"), multiline=True, help=_("Bijvoorbeeld: te weinig koppelingen.")),
    _BRON,
)
TERMIJN = (
    Field(name="omschrijving", label=_("Wat"), required=True),
    Field(name="dag", label=_("Dag"), kind=AANTAL, required=True),
    Field(name="maand", label=_("Maand"), kind=AANTAL, required=True, help=_("1 is januari.")),
    *_GELDIGHEID,
)
ALIAS = (
    Field(name="naam", label=_("Zoals gedrukt"), required=True),
    Field(name="gm_code", label=_("Gemeente"), required=True),
)
# What pictures show; ``staat`` is the tone of the window's colours.
STATEN = {_("achterstand"): "behind", _("op schema"): "level", _("voorsprong"): "ahead", _("onbekend"): ""}
FIGUUR = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="periode", label=_("Halfjaar")),
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="schema", label=_("Volgens schema"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="verwacht", label=_("Verwacht"), kind=AANTAL),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    Field(name="staat", label=_("Stand"), choices=STATEN),
)
_JA_NEE_ONBEKEND = {_("ja"): True, _("nee"): False, UNKNOWN: None}
PROGNOSE = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
    Field(name="schema", label=_("Schema"), kind=AANTAL, help=_("Een zesde van de opgave per maand.")),
    Field(
        name="verschil_met_schema",
        label=_("Achter op schema"),
        kind=WIJZIGING,
        help=_("Schema min realisatie: + is achter, − is voor."),
    ),
    Field(name="tempo", label=_("Tempo per maand"), kind=DECIMAAL, help=_("Sinds het begin van het halfjaar.")),
    Field(name="tempo_recent", label=_("Laatste tempo"), kind=DECIMAAL, help=_("Tussen de laatste twee tellingen.")),
    Field(name="nodig_per_maand", label=_("Nodig per maand"), kind=DECIMAAL, help=_("Om op 0 te eindigen.")),
    Field(name="aanbod", label=_("Aanbod"), kind=AANTAL, help=_("Bekende woningen tot het einde, naar zekerheid.")),
    Field(name="verwacht", label=_("Verwacht"), kind=AANTAL, help=_("Gehuisvest aan het einde van het halfjaar.")),
    Field(name="verwacht_saldo", label=_("Verwacht saldo"), kind=AANTAL),
    Field(
        name="reeks",
        label=_("Op rij niet gehaald"),
        kind=AANTAL,
        help=_("Afgelopen halfjaren op rij met een achterstand."),
    ),
)
TOEZICHT = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="provincie", label=_("Provincie")),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    Field(name="trede", label=_("Trede")),
    Field(name="kleur", label=_("Kleur")),
    Field(name="sinds", label=_("Sinds"), kind=DATUM),
    Field(name="verschoonbaar", label=_("Verschoonbaar"), choices=_JA_NEE_ONBEKEND),
    Field(name="reeks", label=_("Op rij niet gehaald"), kind=AANTAL),
    Field(name="zin", label=_("Uitleg")),
)
OORDEEL_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="periode", label=_("Halfjaar")),
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="trede", label=_("Trede")),
    Field(name="kleur", label=_("Kleur")),
    Field(name="verschoonbaar", label=_("Verschoonbaar"), kind=JA_NEE),
    Field(name="reden", label=_("Reden")),
    _BRON,
)
TERMIJN_REGEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM),
    Field(name="dagen", label=_("Dagen"), kind=AANTAL, help=_("Vanaf vandaag.")),
    Field(name="omschrijving", label=_("Wat")),
    _BRON,
)
GESCHIEDENIS = (
    Field(name="periode", label=_("Halfjaar")),
    Field(name="taakstelling", label=_("Taakstelling"), kind=AANTAL),
    Field(name="herverdeling", label=_("Herverdeling"), kind=WIJZIGING),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
    Field(name="realisatie", label=_("Realisatie"), kind=AANTAL),
    Field(name="peildatum", label=_("Peildatum"), kind=DATUM),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    Field(name="gehaald", label=_("Gehaald"), choices=_JA_NEE_ONBEKEND),
)

# How the log names a table, and the fields of its rows.
TABLES: Mapping[str, tuple[str, tuple[Field, ...]]] = {
    "regio": (_("Regio"), REGIO),
    "gemeente": (_("Gemeente"), GEMEENTE),
    "adressaat": (_("Adres"), ADRESSAAT),
    "taakstellingsversie": (_("Versie van de taakstelling"), VERSIE),
    "taakstelling": (_("Taakstelling"), TAAKSTELLING),
    "realisatie": (_("Realisatie"), REALISATIE),
    "beginstand": (_("Beginstand"), BEGINSTAND),
    "correctie": (_("Correctie"), CORRECTIE),
    "herverdeling": (_("Herverdeling"), HERVERDELING),
    "overdracht": (_("Overdracht"), (Field(name="aantal", label=_("Personen"), kind=AANTAL),)),
    "partij": (_("Partij"), (Field(name="oud", label=_("Taakstelling"), kind=AANTAL),)),
    "inwoners": (_("Inwoners"), INWONERS),
    "herindeling": (_("Herindeling"), HERINDELING),
    "kolomindeling": (_("Kolomindeling"), (Field(name="soort", label=_("Soort tabel")),)),
    "alias": (_("Schrijfwijze"), ALIAS),
    "overzichtregel": (_("COA-overzicht"), OVERZICHTREGEL),
    "trede": (_("Trede van toezicht"), TREDE),
    "oordeel": (_("Oordeel van de provincie"), OORDEEL),
    "termijn": (_("Termijn"), TERMIJN),
}
