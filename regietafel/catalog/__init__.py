"""How every attribute of every record and row is called and shown: the one place where labels are written."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.catalog.archief import ARCHIEFSTUK, LOG_ARCHIEFSTUK, SJABLOON, WEGLATING
from regietafel.catalog.bijlage import BESTANDSNAAM, OPENBAAR, TITEL
from regietafel.catalog.cijfers import (
    BEGINSTAND,
    BEVINDING,
    CORRECTIE,
    OVERZICHTREGEL,
    REALISATIE,
    STAND,
    TAAKSTELLING,
    TAAKSTELLING_REGEL,
    VERSCHIL,
    VERSIE,
    VERSIE_REGEL,
)
from regietafel.catalog.grens import GRENS
from regietafel.catalog.herverdeling import (
    BEHANDELING,
    BEKENDMAKING,
    BEPALINGEN,
    BESLUIT,
    CONTACT,
    HERVERDELING,
    KENNISGEVING,
    KLOK,
    PARTIJ,
    VERWERKING,
    VOORLEGGING,
    WEIGERING,
    WIJZIGING_REGEL,
)
from regietafel.catalog.huisstijl import LOG_HUISSTIJL
from regietafel.catalog.koppeling import BESTUURLIJKE_AFSPRAAK, KOPPELING
from regietafel.catalog.opvang import OPVANGCIJFER, OPVANGREGEL
from regietafel.catalog.scenario import SCENARIO, SCENARIODEEL
from regietafel.catalog.tafel import (
    ADRESSAAT,
    ALIAS,
    GEMEENTE,
    HERINDELING,
    INWONERS,
    PROCESTERMIJN,
    REGIO,
    TERMIJN,
    TERMIJN_REGEL,
)
from regietafel.catalog.vooruit import FIGUUR, OORDEEL, OORDEEL_REGEL, PROGNOSE, STATEN, TOEZICHT, TREDE
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _

__all__ = [
    "ADRESSAAT",
    "ALIAS",
    "ARCHIEFSTUK",
    "BEGINSTAND",
    "BEHANDELING",
    "BEKENDMAKING",
    "BEPALINGEN",
    "BESLUIT",
    "BESTUURLIJKE_AFSPRAAK",
    "BEVINDING",
    "CONTACT",
    "CORRECTIE",
    "FIGUUR",
    "GEMEENTE",
    "HERINDELING",
    "HERVERDELING",
    "INWONERS",
    "KENNISGEVING",
    "KLOK",
    "KOPPELING",
    "OORDEEL",
    "OORDEEL_REGEL",
    "OPVANGCIJFER",
    "OPVANGREGEL",
    "OVERZICHTREGEL",
    "PARTIJ",
    "PROCESTERMIJN",
    "PROGNOSE",
    "REALISATIE",
    "REGIO",
    "SCENARIO",
    "SCENARIODEEL",
    "STAND",
    "STATEN",
    "TAAKSTELLING",
    "TAAKSTELLING_REGEL",
    "TABLES",
    "TERMIJN",
    "TERMIJN_REGEL",
    "TOEZICHT",
    "TREDE",
    "VERSCHIL",
    "VERSIE",
    "VERSIE_REGEL",
    "VERWERKING",
    "VOORLEGGING",
    "WEIGERING",
    "WIJZIGING_REGEL",
]

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
    "opvangcijfer": (_("Opvang"), OPVANGCIJFER),
    "trede": (_("Trede van toezicht"), TREDE),
    "oordeel": (_("Oordeel van de provincie"), OORDEEL),
    "termijn": (_("Termijn"), TERMIJN),
    "procestermijn": (_("Termijn bij een herverdeling"), PROCESTERMIJN),
    "behandeling": (_("Behandeling door een college"), BEHANDELING),
    "kennisgeving": (_("Kennisgeving"), KENNISGEVING),
    "verwerking": (_("Verwerking door het COA"), VERWERKING),
    "koppelingoverdracht": (_("Overdracht van koppelingen"), KOPPELING),
    "bestuurlijkeafspraak": (_("Bestuurlijke afspraak"), BESTUURLIJKE_AFSPRAAK),
    "scenario": (_("Scenario"), SCENARIO),
    "scenariodeel": (_("Overdracht in een scenario"), SCENARIODEEL),
    "grens": (_("Grens bij een uitruil"), GRENS),
    "archiefstuk": (_("Document"), LOG_ARCHIEFSTUK),
    "sjabloon": (_("Eigen tekst van een sjabloon"), SJABLOON),
    "huisstijl": (_("Huisstijl"), LOG_HUISSTIJL),
    "bijlage": (_("Bijlage"), (TITEL, BESTANDSNAAM, OPENBAAR)),
    "weglating": (_("Weglating in de openbare versie"), WEGLATING),
}
