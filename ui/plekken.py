"""The places of the figures, the agreements and the file itself: their pages, each with what can be done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regietafel.i18n import _
from ui.kit.places import Page, Place
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.wizards.lijst import export_list

if TYPE_CHECKING:
    from ui.kit.record import RecordScreen


def open_termijn(screen: Screen, regel: Any) -> None:
    """Go to the agreement a term is about, or to where the days of the year are kept."""
    if regel.herverdeling_id is None:
        screen.session.page_requested.emit("instellingen")
    else:
        screen.session.record_requested.emit("herverdelingen/" + _("Herverdelingen"), regel.herverdeling_id)


OPEN_TERMIJN = Command(label=_("Ga erheen"), run=open_termijn, icon="chevron-right", changes=False, allowed=bool)


def _in_het_kort(session: Session) -> Screen:
    from ui.screens.kort import in_het_kort
    from ui.wizards.stand_van_zaken import STAND_VAN_ZAKEN

    return in_het_kort(session, STAND_VAN_ZAKEN, OPEN_TERMIJN)


def _stand(session: Session) -> Screen:
    from ui.screens.stand import stand
    from ui.wizards.boekingen import COMMANDS, booked
    from ui.wizards.importeren import REALISATIE_INLEZEN

    return stand(session, export_list, REALISATIE_INLEZEN, COMMANDS, booked)


def _prognose(session: Session) -> Screen:
    from ui.screens.prognose import vooruitblik

    return vooruitblik(session, export_list)


def _beeld(session: Session) -> Screen:
    from ui.screens.beeld import beeld

    return beeld(session)


def _coa(session: Session) -> Screen:
    from ui.screens.coa import coa_overzicht
    from ui.wizards.boekingen import OF_COA
    from ui.wizards.importeren import OVERZICHT_INLEZEN

    return coa_overzicht(session, export_list, OVERZICHT_INLEZEN, OF_COA)


def _toezicht(session: Session) -> Screen:
    from ui.screens.toezicht import toezicht

    return toezicht(session, export_list)


def _termijnen(session: Session) -> Screen:
    from ui.screens.termijnen import termijnen

    return termijnen(session, export_list, OPEN_TERMIJN)


def _taakstelling(session: Session) -> Screen:
    from ui.screens.taakstelling import taakstelling
    from ui.wizards.importeren import INLEZEN

    return taakstelling(session, export_list, INLEZEN)


def _verdeelsleutel(session: Session) -> Screen:
    from ui.screens.verdeelsleutel import verdeelsleutel
    from ui.wizards.verdelen import COMMANDS, TABLES, known_of

    return verdeelsleutel(session, export_list, COMMANDS, known_of, TABLES)


def _inwoners(session: Session) -> Screen:
    from ui.screens.inwoners import inwoners
    from ui.wizards.importeren import INWONERS_INLEZEN
    from ui.wizards.verdelen import COMMANDS, TABLES, known_of

    return inwoners(session, export_list, (INWONERS_INLEZEN, *COMMANDS), known_of, TABLES)


def _controle(session: Session) -> Screen:
    from ui.screens.controle import controle

    return controle(session, export_list)


def _herverdelingen(session: Session) -> Screen:
    from ui.screens.herverdelingen import herverdelingen
    from ui.wizards import herverdeling_handelingen as doing
    from ui.wizards import herverdeling_stukken as stukken

    commands = (doing.OPENEN, *stukken.COMMANDS, doing.WIJZIGEN, doing.VERWIJDEREN)
    return herverdelingen(session, export_list, doing.MAKEN, commands, stukken.documents)


def _herverdeling(session: Session) -> RecordScreen:
    from ui.screens.herverdeling import Handelingen, herverdeling
    from ui.wizards import behandeling_handelingen as behandeling
    from ui.wizards import bijlagen
    from ui.wizards import herverdeling_handelingen as doing
    from ui.wizards import herverdeling_stukken as stukken
    from ui.wizards.acties import besloten
    from ui.wizards.herverdeling_regels import rules

    handelingen = Handelingen(
        volgende=behandeling.next_fact,
        zonder=doing.ZONDER,
        kop=(doing.WIJZIGEN, doing.VERVOLG, behandeling.INTREKKEN, doing.VERWIJDEREN),
        partij=behandeling.VAN_PARTIJ,
        kennisgeving=behandeling.KENNISGEVING_VASTLEGGEN,
        kennisgeving_regel=(behandeling.KENNISGEVING_WIJZIGEN, behandeling.KENNISGEVING_VERWIJDEREN),
        coa=behandeling.COA_ANTWOORD,
        coa_regel=(behandeling.VERWERKING_VERWIJDEREN,),
        stukken=stukken.COMMANDS,
        documenten=stukken.documents,
        bijlage=bijlagen.TOEVOEGEN,
        bijlagen=bijlagen.annexes,
        regels=rules,
        besloten=lambda session, view: besloten(session, herverdeling_id=view.id),
        openen=doing.OPENEN,
    )
    return herverdeling(session, handelingen)


def _opvolging(session: Session) -> Screen:
    from ui.screens.opvolging import opvolging
    from ui.wizards.opvolging import ONE_BY_ONE, TICK

    return opvolging(session, export_list, TICK, ONE_BY_ONE)


def _scenarios(session: Session) -> Screen:
    from ui.screens.scenarios import scenarios
    from ui.wizards.scenario import open_scenario
    from ui.wizards.scenario_bijlage import annex

    return scenarios(session, export_list, open_scenario, annex)


def _voorstel(session: Session) -> Screen:
    from ui.screens.voorstel import voorstel
    from ui.wizards.voorstel import EDIT, REMOVE, SAVE

    return voorstel(session, EDIT, REMOVE, SAVE)


def _koppelingen(session: Session) -> Screen:
    from ui.screens.koppelingen import koppelingen

    return koppelingen(session, export_list)


def _afspraken(session: Session) -> Screen:
    from ui.screens.bestuurlijke_afspraken import bestuurlijke_afspraken

    return bestuurlijke_afspraken(session, export_list)


def _register(session: Session) -> Screen:
    from ui.screens.archief import archief_screen
    from ui.wizards.archief import COMMANDS

    return archief_screen(session, export_list, COMMANDS)


def _huisstijl(session: Session) -> Screen:
    from ui.screens.huisstijl import huisstijl

    return huisstijl(session)


def _sjablonen(session: Session) -> Screen:
    from ui.screens.sjablonen import Vensters, sjablonen
    from ui.wizards import sjabloon

    vensters = Vensters(
        verschil=sjabloon.show_differences,
        samenvoegen=sjabloon.offer_merge,
        importeren=sjabloon.read_text,
        exporteren=sjabloon.write_text,
    )
    return sjablonen(session, vensters)


def _gemeenten(session: Session) -> Screen:
    from ui.screens.gemeenten import gemeenten

    return gemeenten(session, export_list)


def _logboek(session: Session) -> Screen:
    from ui.screens.logboek import logboek

    return logboek(session, export_list)


def _instellingen(session: Session) -> Screen:
    from ui.screens.instellingen import instellingen

    return instellingen(session)


OVERZICHT = Place(
    key="overzicht",
    title=_("Overzicht"),
    icon="layout-dashboard",
    pages=(
        Page(_in_het_kort, _("In het kort")),
        Page(_stand, _("Stand")),
        Page(_prognose, _("Prognose")),
        Page(_beeld, _("Beeld")),
        Page(_coa, _("COA-overzicht")),
        Page(_toezicht, _("Toezicht")),
        Page(_termijnen, _("Termijnen")),
    ),
)
TAAKSTELLING = Place(
    key="taakstelling",
    title=_("Taakstelling"),
    icon="target",
    pages=(
        Page(_taakstelling, _("Versies")),
        Page(_verdeelsleutel, _("Verdeelsleutel")),
        Page(_inwoners, _("Inwoners")),
        Page(_controle, _("Controle")),
    ),
)
HERVERDELINGEN = Place(
    key="herverdelingen",
    title=_("Herverdelingen"),
    icon="arrow-left-right",
    pages=(
        Page(_herverdelingen, _("Herverdelingen"), record=_herverdeling),
        Page(_opvolging, _("Opvolging")),
        Page(_voorstel, _("Voorstel")),
        Page(_scenarios, _("Scenario's")),
        Page(_koppelingen, _("Koppelingen")),
        Page(_afspraken, _("Afspraken")),
    ),
)
DOCUMENTEN = Place(
    key="documenten",
    title=_("Documenten"),
    icon="file-text",
    pages=(
        Page(_register, _("Register")),
        Page(_sjablonen, _("Sjablonen")),
        Page(_huisstijl, _("Huisstijl")),
    ),
)
GEMEENTEN = Place(key="gemeenten", title=_("Gemeenten"), icon="building-2", pages=(Page(_gemeenten),))
LOGBOEK = Place(key="logboek", title=_("Logboek"), icon="history", pages=(Page(_logboek),))
INSTELLINGEN = Place(
    key="instellingen", title=_("Instellingen"), icon="settings", pages=(Page(_instellingen),), at_bottom=True
)
