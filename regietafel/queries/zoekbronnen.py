"""What can be found in a file, declared once: each kind with the page it is on and the SQL that gives its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, NOTITIE
from regietafel.i18n import _
from regietafel.queries.fragments import VERTROUWELIJK

PART = "\x1f"  # between the parts of a text; no text in a file can hold it


@dataclass(frozen=True, kw_only=True)
class Bron:
    """Rows of one kind, on the page with the key ``plek``.

    ``sql`` gives ``id`` and ``titel`` and, where they are there: ``doel`` (what to go to on that page, otherwise the
    row itself), ``datum``, ``tekst``, ``intern`` (for the chair alone) and ``vertrouwelijk``.
    """

    soort: str
    naam: str  # of several of them, for the user
    plek: str
    sql: str
    met_dag: bool = False  # the day is part of the title

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables it is read from."""
        return frozenset(re.findall(r"(?:FROM|JOIN) (\w+)", self.sql))


def _parts(*columns: str) -> str:
    return " || char(31) || ".join(f"coalesce({each}, '')" for each in columns)


OVERLEGGEN = "overleg/" + _("Overleggen")
REGISTER = "acties/" + _("Register")
INTEKENLIJST = "acties/" + _("Intekenlijst")
HERVERDELINGEN = "herverdelingen/" + _("Herverdelingen")

_HERVERDELING = f"""
    SELECT id, in_werking_op AS datum,
        kenmerk || coalesce(': ' || (
            SELECT group_concat(van.naam || ' → ' || naar.naam || ' ' || aantal, ', ') FROM overdracht
            JOIN gemeente AS van ON van.id = van_id JOIN gemeente AS naar ON naar.id = naar_id
            WHERE herverdeling_id = herverdeling.id), '') AS titel,
        {_parts("toelichting", "overleg", "reden_intrekking", "reden_langer")} || char(31) || coalesce((
            SELECT group_concat({_parts("besluitnummer", "vindplaats", "contact", "reden")}, char(31)) FROM behandeling
            WHERE herverdeling_id = herverdeling.id), '') AS tekst
    FROM herverdeling"""

_OVERLEG = f"""
    SELECT overleg.id, datum, naam AS titel,
        {_parts("overleg.locatie", "overleg.voorzitter", "overleg.secretaris", "opmerking")} AS tekst
    FROM overleg JOIN overlegreeks ON overlegreeks.id = reeks_id"""

_AGENDAPUNT = f"""
    SELECT punt.id, punt.overleg_id AS doel, datum, punt.titel, {_parts("punt.toelichting", "punt.inbrenger")} AS tekst,
        punt.intern, {VERTROUWELIJK}
    FROM agendapunt AS punt JOIN overleg ON overleg.id = punt.overleg_id
    LEFT JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id"""

_HOUDERS = """(
    SELECT group_concat(coalesce(naam, organisatie), ', ') FROM actiehouder LEFT JOIN gemeente
    ON gemeente.id = gemeente_id WHERE regel_id = regel.id)"""

_REGEL = f"""
    SELECT regel.id, datum, regel.tekst AS titel,
        {_parts(_HOUDERS, "thema", "punt.titel", "vraag")} AS tekst,
        {VERTROUWELIJK}
    FROM verslagregel AS regel JOIN overleg ON overleg.id = regel.overleg_id
    LEFT JOIN agendapunt AS punt ON punt.id = agendapunt_id
    LEFT JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id
    WHERE regel.soort = """

_VOORTGANG_REGEL = f"""
    SELECT voortgang.id, regel_id AS doel, voortgang.datum, voortgang.tekst AS titel, regel.tekst,
        {VERTROUWELIJK}
    FROM voortgang JOIN verslagregel AS regel ON regel.id = regel_id
    LEFT JOIN agendapunt AS punt ON punt.id = agendapunt_id
    LEFT JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id"""

_VOORTGANG_INTEKENING = """
    SELECT voortgang.id, intekenactie.id AS doel, datum, tekst AS titel, intekenactie.titel AS tekst
    FROM voortgang JOIN intekening ON intekening.id = intekening_id
    JOIN intekenactie ON intekenactie.id = intekenactie_id"""

_INTEKENACTIE = f"""
    SELECT id, voor AS datum, titel, {_parts("toelichting", "thema", "bron")} || char(31) || coalesce((
        SELECT group_concat({_parts("naam", "organisatie", "toezegging")}, char(31)) FROM intekening LEFT JOIN gemeente
        ON gemeente.id = gemeente_id WHERE intekenactie_id = intekenactie.id), '') AS tekst
    FROM intekenactie"""

_SOORT = "replace(soort, '_', ' ')"

_LOCATIE = f"""
    SELECT locatie.id, locatie.naam AS titel,
        {_parts("gemeente.naam", _SOORT, "doelgroep", "contact", "opmerking", "bron")} AS tekst
    FROM opvanglocatie AS locatie JOIN gemeente ON gemeente.id = gemeente_id"""

_PROJECT = f"""
    SELECT project.id, project.naam AS titel,
        {_parts("gemeente.naam", _SOORT, "partner.naam", "project.contact", "daarna", "opmerking", "bron")} AS tekst
    FROM woonproject AS project JOIN gemeente ON gemeente.id = gemeente_id
    LEFT JOIN partner ON partner.id = partner_id"""

_CONTACT = f"""
    SELECT contact.id,
        CASE WHEN trim(contact.naam) <> '' THEN contact.naam WHEN functie <> '' THEN functie ELSE e_mail END AS titel,
        {_parts("functie", "gemeente.naam", "organisatie", "rol", "e_mail", "telefoon")} AS tekst
    FROM contact LEFT JOIN gemeente ON gemeente.id = gemeente_id"""

_BIJLAGE_BIJ_HERVERDELING = f"""
    SELECT bijlage.id, herverdeling_id AS doel, in_werking_op AS datum, titel,
        {_parts("bestandsnaam", "kenmerk")} AS tekst
    FROM bijlage JOIN herverdeling ON herverdeling.id = herverdeling_id"""

_BIJLAGE_BIJ_PUNT = f"""
    SELECT bijlage.id, punt.overleg_id AS doel, datum, bijlage.titel, {_parts("bestandsnaam", "punt.titel")} AS tekst,
        {VERTROUWELIJK}
    FROM bijlage JOIN agendapunt AS punt ON punt.id = agendapunt_id JOIN overleg ON overleg.id = punt.overleg_id
    LEFT JOIN agendapunt AS hoofd ON hoofd.id = punt.hoofdpunt_id"""

_REGELNAMEN = {BESLUIT: _("Besluiten"), KNELPUNT: _("Knelpunten"), ACTIE: _("Acties"), NOTITIE: _("Notities")}


def _gemeenten(plek: str, lid: int) -> Bron:
    sql = f"SELECT id, naam AS titel, {_parts('gm_code', 'provincie')} AS tekst FROM gemeente WHERE lid = {lid}"
    return Bron(soort="gemeente", naam=_("Gemeenten"), plek=plek, sql=sql)


BRONNEN = (
    _gemeenten("overzicht/" + _("Stand"), lid=1),
    _gemeenten("gemeenten", lid=0),
    Bron(soort="herverdeling", naam=_("Herverdelingen"), plek=HERVERDELINGEN, sql=_HERVERDELING),
    Bron(
        soort="scenario",
        naam=_("Scenario's"),
        plek="herverdelingen/" + _("Scenario's"),
        sql="SELECT id, naam AS titel, toelichting AS tekst FROM scenario",
    ),
    Bron(soort="locatie", naam=_("Opvanglocaties"), plek="opvang/" + _("Locaties"), sql=_LOCATIE),
    Bron(soort="project", naam=_("Woonprojecten"), plek="woonvormen/" + _("Projecten"), sql=_PROJECT),
    Bron(
        soort="partner",
        naam=_("Partners"),
        plek="woonvormen/" + _("Partners"),
        sql="SELECT id, naam AS titel, contact AS tekst FROM partner",
    ),
    Bron(soort="contact", naam=_("Contacten"), plek="overleg/" + _("Contacten"), sql=_CONTACT),
    Bron(soort="overleg", naam=_("Overleggen"), plek=OVERLEGGEN, sql=_OVERLEG, met_dag=True),
    Bron(soort="agendapunt", naam=_("Agendapunten"), plek=OVERLEGGEN, sql=_AGENDAPUNT),
    *(Bron(soort=soort, naam=naam, plek=REGISTER, sql=f"{_REGEL}'{soort}'") for soort, naam in _REGELNAMEN.items()),
    Bron(soort="voortgang", naam=_("Voortgang"), plek=REGISTER, sql=_VOORTGANG_REGEL),
    Bron(soort="voortgang", naam=_("Voortgang"), plek=INTEKENLIJST, sql=_VOORTGANG_INTEKENING),
    Bron(soort="intekenactie", naam=_("Intekenlijst"), plek=INTEKENLIJST, sql=_INTEKENACTIE),
    Bron(
        soort="kennis",
        naam=_("Kennis"),
        plek="acties/" + _("Kennis"),
        sql=f"SELECT id, datum, titel, {_parts('tekst', 'thema', 'bron')} AS tekst FROM kennis",
    ),
    Bron(
        soort="afspraak",
        naam=_("Bestuurlijke afspraken"),
        plek="herverdelingen/" + _("Afspraken"),
        sql=f"SELECT id, datum, onderwerp AS titel, {_parts('partijen', 'tekst')} AS tekst FROM bestuurlijkeafspraak",
    ),
    Bron(
        soort="document",
        naam=_("Documenten"),
        plek="documenten/" + _("Register"),
        sql=f"SELECT id, datum, titel, {_parts('onderwerp', 'voor', 'bestandsnaam')} AS tekst FROM archiefstuk",
    ),
    Bron(soort="bijlage", naam=_("Bijlagen"), plek=HERVERDELINGEN, sql=_BIJLAGE_BIJ_HERVERDELING),
    Bron(soort="bijlage", naam=_("Bijlagen"), plek=OVERLEGGEN, sql=_BIJLAGE_BIJ_PUNT),
    Bron(
        soort="termijn",
        naam=_("Termijnen"),
        plek="instellingen",
        sql="SELECT id, NULL AS doel, omschrijving AS titel, bron AS tekst FROM termijn",
    ),
)
