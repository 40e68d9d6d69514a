"""How every attribute of every record and row is called and shown: the one place where labels are written."""

from __future__ import annotations

from collections.abc import Mapping

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
from regietafel.catalog.herverdeling import HERVERDELING, WIJZIGING_REGEL
from regietafel.catalog.opvang import OPVANGCIJFER, OPVANGREGEL
from regietafel.catalog.tafel import ADRESSAAT, ALIAS, GEMEENTE, HERINDELING, INWONERS, REGIO, TERMIJN, TERMIJN_REGEL
from regietafel.catalog.vooruit import FIGUUR, OORDEEL, OORDEEL_REGEL, PROGNOSE, STATEN, TOEZICHT, TREDE
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _

__all__ = [
    "ADRESSAAT",
    "ALIAS",
    "BEGINSTAND",
    "BEVINDING",
    "CORRECTIE",
    "FIGUUR",
    "GEMEENTE",
    "HERINDELING",
    "HERVERDELING",
    "INWONERS",
    "OORDEEL",
    "OORDEEL_REGEL",
    "OPVANGCIJFER",
    "OPVANGREGEL",
    "OVERZICHTREGEL",
    "PROGNOSE",
    "REALISATIE",
    "REGIO",
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
}
