"""The places about meetings: their pages, each with what can be done there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from regietafel.domain.feestdagen import feestdagen
from regietafel.i18n import _, today
from ui.kit.places import Page, Place
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.wizards.lijst import export_list

if TYPE_CHECKING:
    from ui.kit.record import RecordScreen
    from ui.screens.acties import Handelingen as Regelhandelingen


def _overleggen(session: Session) -> Screen:
    from ui.screens.overleggen import overleggen
    from ui.wizards import overleg as doing

    QTimer.singleShot(_LATER, session, partial(_load_feestdagen, session))
    return overleggen(session, export_list, doing.PLANNEN, doing.VAN_REGEL)


def _load_feestdagen(session: Session) -> None:
    """Load on a thread what knows them, a quarter of a second's work: who plans a meeting need not wait for it."""
    if not session.is_closed:
        session.run_in_background(partial(feestdagen, today().year), lambda _days: None, lambda _error: None)


def _overleg(session: Session) -> RecordScreen:
    from ui.screens.overleg import Handelingen, overleg
    from ui.wizards import overleg as doing
    from ui.wizards import overleg_aanwezig as aanwezig
    from ui.wizards import overleg_lijst as lijst
    from ui.wizards.overleg_agenda import agenda_part
    from ui.wizards.overleg_punt import AANVULLEN, TOEVOEGEN
    from ui.wizards.overleg_stukken import VAN_STUKKEN, stukken_part

    handelingen = Handelingen(
        volgende=doing.next_step,
        kop=doing.KOP,
        meer=doing.MEER,
        meedoen=doing.MEEDOEN,
        agenda=agenda_part,
        punten=(TOEVOEGEN, AANVULLEN),
        aanwezig=aanwezig.aanwezig_part,
        aanwezigen=(aanwezig.TOEVOEGEN, aanwezig.AANVULLEN),
        lijst=lijst.lijst_part,
        regels=(lijst.TOEVOEGEN,),
        stukken=stukken_part,
        stukken_maken=VAN_STUKKEN,
    )
    return overleg(session, handelingen)


def _jaarplanning(session: Session) -> Screen:
    from ui.screens.overleg_jaarplanning import jaarplanning
    from ui.wizards import overleg_jaarplanning as doing
    from ui.wizards.overleg_reeks import REEKS_WIJZIGEN, TOEVOEGEN

    return jaarplanning(session, doing.PLANNEN, doing.DATUM, TOEVOEGEN, REEKS_WIJZIGEN)


def _reeksen(session: Session) -> Screen:
    from ui.screens.overleg_reeksen import reeksen
    from ui.wizards import overleg_reeks as doing

    return reeksen(session, export_list, doing.TOEVOEGEN, doing.VAN_REGEL)


def _reeks(session: Session) -> RecordScreen:
    from ui.screens.overleg_reeksen import Handelingen, reeks
    from ui.wizards import overleg_reeks as doing
    from ui.wizards.overleg_vast import TOEVOEGEN, vaste_punten

    handelingen = Handelingen(
        kop=(doing.WIJZIGEN, doing.VERWIJDEREN),
        wijzigen=doing.REEKS_WIJZIGEN,
        vaste_punten=vaste_punten,
        punt=TOEVOEGEN,
        verzendlijst=doing.verzendlijst,
    )
    return reeks(session, handelingen)


def _contacten(session: Session) -> Screen:
    from ui.screens.contacten import contacten
    from ui.wizards import contacten as doing

    return contacten(session, export_list, doing.TOEVOEGEN, doing.VAN_CONTACT)


def _acties(session: Session) -> Screen:
    from ui.screens.acties import acties
    from ui.wizards.acties import HERINNEREN

    return acties(session, export_list, _regels(), HERINNEREN)


def _register(session: Session) -> Screen:
    from ui.screens.acties import besluitenregister

    return besluitenregister(session, export_list, _regels())


def _regels() -> Regelhandelingen:
    from ui.screens.acties import Handelingen
    from ui.wizards import acties as doing
    from ui.wizards import verslag

    return Handelingen(
        regel=(*doing.VAN_REGEL, verslag.EDIT, verslag.START),
        voortgang=doing.VAN_VOORTGANG,
        kennis=(doing.NAAR_KENNIS,),
        overleggen=doing.NAAR_OVERLEGGEN,
    )


def _per_partij(session: Session) -> Screen:
    from ui.screens.acties_partij import per_partij

    return per_partij(session, export_list)


def _partij(session: Session) -> RecordScreen:
    from ui.screens.acties_partij import Handelingen, partij
    from ui.wizards import inteken
    from ui.wizards.acties import GEREED, NAAR_OVERLEG, VOORTGANG_VASTLEGGEN

    handelingen = Handelingen(
        intekening=(VOORTGANG_VASTLEGGEN, inteken.WIJZIGEN, inteken.NAAR_INTEKENLIJST),
        actie=(VOORTGANG_VASTLEGGEN, GEREED, NAAR_OVERLEG),
    )
    return partij(session, export_list, handelingen)


def _intekenlijst(session: Session) -> Screen:
    from ui.screens.intekenlijst import Handelingen, intekenlijst
    from ui.wizards import inteken
    from ui.wizards.acties import VAN_VOORTGANG, VOORTGANG_VASTLEGGEN

    handelingen = Handelingen(
        toevoegen=inteken.ADD,
        actie=inteken.VAN_ACTIE,
        intekening=(VOORTGANG_VASTLEGGEN, inteken.WIJZIGEN, inteken.VERWIJDEREN),
        voortgang=VAN_VOORTGANG,
    )
    return intekenlijst(session, export_list, handelingen)


def _kennis(session: Session) -> Screen:
    from ui.screens.kennis import Handelingen, kennis
    from ui.wizards import kennis as doing

    handelingen = Handelingen(toevoegen=doing.ADD, kennis=doing.VAN_KENNIS, knelpunt=doing.VAN_KNELPUNT)
    return kennis(session, export_list, handelingen)


_LATER = 300  # milliseconds: first the page
OVERLEG = Place(
    key="overleg",
    title=_("Overleg"),
    icon="calendar",
    pages=(
        Page(_overleggen, _("Overleggen"), record=_overleg),
        Page(_jaarplanning, _("Jaarplanning")),
        Page(_reeksen, _("Reeksen"), record=_reeks),
        Page(_contacten, _("Contacten")),
    ),
)
ACTIES = Place(
    key="acties",
    title=_("Acties"),
    icon="list-checks",
    pages=(
        Page(_acties, _("Acties")),
        Page(_register, _("Register")),
        Page(_per_partij, _("Per partij"), record=_partij),
        Page(_intekenlijst, _("Intekenlijst")),
        Page(_kennis, _("Kennis")),
    ),
)
