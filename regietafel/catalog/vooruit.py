"""What to expect, what the provincie finds, and the tables behind pictures."""

from __future__ import annotations

from regietafel.catalog.delen import BRON, GELDIGHEID, JA_NEE_ONBEKEND, choices_of
from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.fields import AANTAL, DATUM, DECIMAAL, JA_NEE, WIJZIGING, Field
from regietafel.i18n import _

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
    Field(name="aanbod", label=_("Aanbod"), kind=AANTAL, help=_("Wie er tot het einde nog bij komt, naar zekerheid.")),
    Field(name="verwacht", label=_("Verwacht"), kind=AANTAL, help=_("Gehuisvest aan het einde van het halfjaar.")),
    Field(name="verwacht_saldo", label=_("Verwacht saldo"), kind=AANTAL),
    Field(
        name="reeks",
        label=_("Op rij niet gehaald"),
        kind=AANTAL,
        help=_("Afgelopen halfjaren op rij met een achterstand."),
    ),
)
TREDE = (
    Field(name="provincie", label=_("Provincie"), help=_("Leeg: geldt voor elke provincie zonder eigen ladder.")),
    Field(name="volgorde", label=_("Volgorde"), kind=AANTAL, required=True, help=_("1 is de lichtste trede.")),
    Field(name="naam", label=_("Trede"), required=True),
    Field(name="kleur", label=_("Kleur"), help=_("Zoals de provincie haar noemt, bijvoorbeeld oranje.")),
    Field(name="betekenis", label=_("Wat dat betekent"), multiline=True),
    *GELDIGHEID,
)
OORDEEL = (
    Field(name="datum", label=_("Datum"), kind=DATUM, required=True, help=_("De datum van de brief van de provincie.")),
    Field(name="verschoonbaar", label=_("Verschoonbaar"), kind=JA_NEE),
    Field(name="reden", label=_("Reden"), multiline=True, help=_("Bijvoorbeeld: te weinig koppelingen.")),
    BRON,
)
TOEZICHT = (
    Field(name="gemeente", label=_("Gemeente")),
    Field(name="provincie", label=_("Provincie")),
    Field(name="saldo", label=_("Saldo"), kind=AANTAL),
    Field(name="trede", label=_("Trede")),
    Field(name="kleur", label=_("Kleur")),
    Field(name="sinds", label=_("Sinds"), kind=DATUM),
    Field(name="verschoonbaar", label=_("Verschoonbaar"), choices=JA_NEE_ONBEKEND),
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
    BRON,
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
STROOM = (
    Field(name="van", label=_("Van")),
    Field(name="naar", label=_("Naar")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
)
TIJDLIJN = (
    Field(name="groep", label=_("Gemeente")),
    Field(name="naam", label=_("Naam")),
    Field(name="soort", label=_("Soort")),
    Field(
        name="staat",
        label=_("Staat"),
        choices={**choices_of(STAAT_NAMEN), _("onbekend"): ""},
    ),
    Field(name="aantal", label=_("Aantal"), kind=AANTAL, help=_("Plekken van een locatie, personen van een project.")),
    Field(name="begin", label=_("Vanaf"), kind=DATUM),
    Field(name="einde", label=_("Tot en met"), kind=DATUM),
    Field(name="termijn", label=_("Overeenkomst of plaats tot en met"), kind=DATUM),
)
STAPEL = (
    Field(name="datum", label=_("Op"), kind=DATUM),
    Field(name="soort", label=_("Soort")),
    Field(name="zeker", label=_("Zeker"), kind=AANTAL),
    Field(name="verwacht", label=_("Verwacht"), kind=AANTAL, help=_("Wat er naar zekerheid nog bij komt.")),
    Field(name="opgave", label=_("Opgave"), kind=AANTAL),
)
_GEMEENTE, _KOMEND = Field(name="gemeente", label=_("Gemeente")), _("Komt erbij")
LOCATIEKAART = (
    _GEMEENTE,
    Field(name="aantal", label=_("Locaties"), kind=AANTAL, help=_("Die open zijn of nog open moeten.")),
    Field(name="nu", label=_("Plekken nu"), kind=AANTAL),
    Field(name="komend", label=_KOMEND, kind=AANTAL, help=_("Plekken van locaties die nog niet open zijn.")),
)
PROJECTKAART = (
    _GEMEENTE,
    Field(name="aantal", label=_("Projecten"), kind=AANTAL, help=_("Die open zijn of nog open moeten.")),
    Field(name="nu", label=_("Personen nu"), kind=AANTAL),
    Field(name="komend", label=_KOMEND, kind=AANTAL, help=_("Personen in projecten die nog niet open zijn.")),
)
