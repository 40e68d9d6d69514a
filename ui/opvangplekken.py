"""The places about opvang and homes: their pages, each with what can be done there."""

from __future__ import annotations

from regietafel.i18n import _
from ui.kit.places import Page, Place
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.wizards.lijst import export_list

ZEKERHEDEN = Command(
    label=_("Zekerheden wijzigen"),
    run=lambda screen, _record: screen.session.page_requested.emit("instellingen"),
    icon="settings",
    changes=False,
)


def _opvang_stand(session: Session) -> Screen:
    from ui.screens.opvang_stand import opvang_stand
    from ui.wizards.importeren import OPVANG_INLEZEN
    from ui.wizards.stand_opvang import STAND_OPVANG

    return opvang_stand(session, export_list, OPVANG_INLEZEN, STAND_OPVANG)


def _opvang_locaties(session: Session) -> Screen:
    from ui.screens.opvang_locaties import Handelingen, opvang_locaties
    from ui.wizards import bezetting, locatie, staat
    from ui.wizards.acties import besloten

    handelingen = Handelingen(
        toevoegen=locatie.ADD,
        bezetting=bezetting.ALL,
        regel=(locatie.EDIT, staat.VAN_LOCATIE, bezetting.ONE, locatie.REMOVE),
        staat=staat.OF_LINE,
        telling=bezetting.OF_LINE,
        besloten=lambda session, id: besloten(session, locatie_id=id),
    )
    return opvang_locaties(session, export_list, handelingen)


def _opvang_planning(session: Session) -> Screen:
    from ui.screens.opvang_planning import opvang_planning

    return opvang_planning(session, export_list, ZEKERHEDEN)


def _opvang_uitruil(session: Session) -> Screen:
    from ui.screens.opvang_uitruil import opvang_uitruil
    from ui.wizards import opvangruil

    return opvang_uitruil(session, export_list, opvangruil.RECORD, (opvangruil.EDIT, opvangruil.REMOVE))


def _opvang(session: Session) -> Screen:
    from ui.screens.opvang import opvang
    from ui.wizards.importeren import OPVANG_INLEZEN

    return opvang(session, export_list, OPVANG_INLEZEN)


def _per_gemeente(session: Session) -> Screen:
    from ui.screens.gemeentekaarten import per_gemeente
    from ui.wizards.locatie import ADD

    return per_gemeente(session, ADD)


def _opvang_beeld(session: Session) -> Screen:
    from ui.screens import beeld
    from ui.wizards.locatie import ADD

    return beeld.plekkenbeeld(session, beeld.OPVANG, ADD)


def _wonen_beeld(session: Session) -> Screen:
    from ui.screens import beeld
    from ui.wizards.project import ADD

    return beeld.plekkenbeeld(session, beeld.WONEN, ADD)


def _woonprojecten(session: Session) -> Screen:
    from ui.screens.woonprojecten import Handelingen, woonprojecten
    from ui.wizards import harinstroom, project, staat
    from ui.wizards.acties import besloten

    handelingen = Handelingen(
        toevoegen=project.ADD,
        project=(project.EDIT, staat.VAN_PROJECT, harinstroom.RECORD, project.REMOVE),
        staat=staat.OF_LINE,
        groep=harinstroom.OF_LINE,
        besloten=lambda session, id: besloten(session, project_id=id),
    )
    return woonprojecten(session, export_list, handelingen)


def _vraag_aanbod(session: Session) -> Screen:
    from ui.screens.vraag_aanbod import vraag_aanbod
    from ui.wizards.koppelstand import HAND_OVER, OF_LINE, RECORD

    return vraag_aanbod(session, export_list, RECORD, HAND_OVER, OF_LINE)


def _overdragen(session: Session) -> Screen:
    from ui.screens.vraag_aanbod import overdragen
    from ui.wizards.koppelstand import HAND_OVER, RECORD

    return overdragen(session, export_list, HAND_OVER, RECORD)


def _doorlooptijd(session: Session) -> Screen:
    from ui.screens.doorlooptijd import doorlooptijd
    from ui.wizards.doorlooptijd import OF_LIST, RECORD

    return doorlooptijd(session, export_list, RECORD, OF_LIST)


def _prestatieafspraken(session: Session) -> Screen:
    from ui.screens.partners import prestatieafspraken
    from ui.wizards import partners as doing

    of_line = (doing.VAN_AFSPRAAK, doing.VAN_GROEP)
    return prestatieafspraken(session, export_list, doing.AFSPRAAK, doing.GROEP, of_line)


def _partners(session: Session) -> Screen:
    from ui.screens.partners import partners
    from ui.wizards.partners import PARTNER_TOEVOEGEN, VAN_PARTNER

    return partners(session, export_list, PARTNER_TOEVOEGEN, VAN_PARTNER)


def _regelingen(session: Session) -> Screen:
    from ui.screens.regelingen import regelingen

    return regelingen(session, export_list)


def _rekenen(session: Session) -> Screen:
    from ui.screens.rekenen import rekenen_screen

    return rekenen_screen(session)


OPVANG = Place(
    key="opvang",
    title=_("Opvang"),
    icon="bed",
    pages=(
        Page(_opvang_stand, _("Stand")),
        Page(_opvang_locaties, _("Locaties")),
        Page(_opvang_planning, _("Planning")),
        Page(_per_gemeente, _("Per gemeente")),
        Page(_opvang_beeld, _("Beeld")),
        Page(_opvang_uitruil, _("Uitruil")),
        Page(_opvang, _("Gepubliceerd")),
    ),
)
WOONVORMEN = Place(
    key="woonvormen",
    title=_("Woonvormen"),
    icon="house",
    pages=(
        Page(_woonprojecten, _("Projecten")),
        Page(_wonen_beeld, _("Beeld")),
        Page(_vraag_aanbod, _("Vraag en aanbod")),
        Page(_overdragen, _("Overdragen")),
        Page(_doorlooptijd, _("Doorlooptijd")),
        Page(_prestatieafspraken, _("Afspraken")),
        Page(_partners, _("Partners")),
        Page(_regelingen, _("Regelingen")),
        Page(_rekenen, _("Rekenen")),
    ),
)
