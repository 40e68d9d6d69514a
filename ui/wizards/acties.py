"""What is done with a row of a list after the meeting: report progress, done, open again; which measures may help."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog

from regietafel.actions import verslag as actions
from regietafel.catalog.verslag import GEREED_OP, LETTERS, VOORTGANG
from regietafel.domain.verslag import ACTIE, KNELPUNT, Kennis, Voortgang
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, format_date_long, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.intekenlijst import IntekeningRegel
from regietafel.queries.verslag import LijstRegel, besloten_in
from ui.kit.details import Line, Part
from ui.kit.dialogs import Dialog, EditDialog
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_OVERLEGGEN = "overleg/" + _("Overleggen")
_KENNIS = "acties/" + _("Kennis")
_LONGEST = 80  # characters of a text in a title or a list to choose from


def record_voortgang(screen: Screen, regel: LijstRegel | IntekeningRegel) -> None:
    """Ask what was reported about an action, or about what a party signed up for."""
    ledger = screen.session.ledger
    of_list = isinstance(regel, LijstRegel)

    def save(values: dict[str, Any]) -> None:
        note = Voortgang(regel_id=regel.id if of_list else None, intekening_id=None if of_list else regel.id, **values)
        actions.record_voortgang(ledger, note)

    begin = {"datum": screen.session.op}
    title = _("Voortgang vastleggen")
    EditDialog(title, VOORTGANG, save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit_voortgang(screen: Screen, voortgang: Voortgang) -> None:
    """Change what was reported."""

    def save(values: dict[str, Any]) -> None:
        actions.record_voortgang(screen.session.ledger, replace(voortgang, **values))

    EditDialog(_("Voortgang wijzigen"), VOORTGANG, save, record=voortgang, parent=screen).exec()


def remove_voortgang(screen: Screen, voortgang: Voortgang) -> None:
    """Take it out; the bar below offers to undo it."""
    actions.remove_voortgang(screen.session.ledger, voortgang)


def report_done(screen: Screen, regel: LijstRegel) -> None:
    """Ask on which day it was done."""

    def save(values: dict[str, Any]) -> None:
        actions.set_gereed(screen.session.ledger, regel.id, values["gereed_op"])

    EditDialog(
        _("Actie gereed melden"),
        (replace(GEREED_OP, required=True),),
        save,
        record={"gereed_op": screen.session.op},
        verb=_("Gereed melden"),
        parent=screen,
    ).exec()


def open_again(screen: Screen, regel: LijstRegel) -> None:
    """It was not done after all; it comes back on the next agenda."""
    actions.set_gereed(screen.session.ledger, regel.id, None)


def choose_kennis(screen: Screen, regel: LijstRegel) -> None:
    """Tick the measures that may help with a knelpunt. Raises RegietafelError when there are none."""
    from ui.kit.choices import CheckList  # only now: the page is up sooner

    ledger = screen.session.ledger
    names = _named(ledger)
    if not names:
        raise RegietafelError(_("Er zijn nog geen maatregelen. Voeg er eerst een toe bij Kennis."))
    chosen = {each.id for each in regel.kennis}
    ticks = CheckList(_("Maatregelen"), list(names))
    ticks.setMinimumSize(420, 300)
    for naam, id in names.items():
        if id in chosen:
            ticks.tick(naam)
    dialog = Dialog(_("Maatregelen kiezen"), ticks, _("Kiezen"), screen)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        actions.set_kennislinks(ledger, regel.id, [names[naam] for naam in ticks.chosen])


def besloten(
    session: Session,
    *,
    herverdeling_id: int | None = None,
    locatie_id: int | None = None,
    project_id: int | None = None,
) -> list[Part]:
    """In which meetings something was said about one of these; nothing when in none."""
    ledger = session.ledger
    found = besloten_in(ledger, herverdeling_id=herverdeling_id, locatie_id=locatie_id, project_id=project_id)
    lines = [_said(each) for each in found]
    return [Part(title=_("Besloten in"), lines=lines, commands=(NAAR_OVERLEG,))] if lines else []


def remind(screen: Screen, _record: object) -> None:
    """Ask to whom a reminder goes, and make the concepts."""
    from ui.wizards.acties_herinneringen import remind  # only now: what makes documents is slow to load

    remind(screen)


def open_overleg(screen: Screen, regel: LijstRegel) -> None:
    """Go to the meeting of a row."""
    screen.session.record_requested.emit(_OVERLEGGEN, regel.overleg_id)


def open_verwijzing(screen: Screen, regel: LijstRegel) -> None:
    """Go to what a row is about."""
    if regel.herverdeling_id is not None:
        screen.session.record_requested.emit("herverdelingen/" + _("Herverdelingen"), regel.herverdeling_id)
    elif regel.locatie_id is not None:
        screen.session.record_requested.emit("opvang/" + _("Locaties"), regel.locatie_id)
    else:
        screen.session.record_requested.emit("woonvormen/" + _("Projecten"), regel.project_id)


def open_kennis(screen: Screen, kennis: Kennis) -> None:
    """Go to a measure."""
    screen.session.record_requested.emit(_KENNIS, kennis.id)


def _said(regel: LijstRegel) -> Line:
    where = _("{reeks} van {dag}").format(reeks=regel.reeks, dag=format_date_long(regel.overleg_datum))
    if regel.punt_nummer:
        where = _("{overleg}, punt {nummer}").format(overleg=where, nummer=regel.punt_nummer)
    said = [f"{LETTERS[regel.soort]}: {regel.tekst}"]
    if regel.wie:
        said.append(regel.wie)
    if regel.gereed_op:
        said.append(_("✓ gereed op {dag}").format(dag=format_date(regel.gereed_op)))
    return Line(texts=(where,), note=" · ".join(said), record=regel)


def _named(ledger: Ledger) -> dict[str, int]:
    """The measures by a name that is of one."""
    found: dict[str, int] = {}
    for each in ledger.kennis:
        assert each.id is not None
        naam = each.titel[:_LONGEST]
        found[naam if naam not in found else f"{naam} ({each.id})"] = each.id
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[0])))


def _is_open(regel: Any) -> bool:
    return regel is not None and regel.soort == ACTIE and regel.gereed_op is None


def _is_done(regel: Any) -> bool:
    return regel is not None and regel.gereed_op is not None


NAAR_OVERLEG = Command(label=_("Naar het overleg"), run=open_overleg, icon="calendar", changes=False, allowed=bool)
NAAR_VERWIJZING = Command(
    label=_("Openen waar het over gaat"),
    run=open_verwijzing,
    icon="chevron-right",
    changes=False,
    allowed=lambda regel: any((regel.herverdeling_id, regel.locatie_id, regel.project_id)),
)
VOORTGANG_VASTLEGGEN = Command(
    label=_("Voortgang vastleggen"),
    run=record_voortgang,
    icon="plus",
    allowed=lambda regel: not isinstance(regel, LijstRegel) or regel.soort == ACTIE,
)
GEREED = Command(
    label=_("Gereed melden"),
    run=report_done,
    icon="circle-check",
    keys="Space",
    allowed=_is_open,
    refusal=_("Alleen een actie die open is, meldt u gereed. Klopt “al gereed” niet, kies dan “Weer open”."),
)
WEER_OPEN = Command(label=_("Weer open"), run=open_again, icon="undo-2", allowed=_is_done)
MAATREGELEN = Command(
    label=_("Maatregelen kiezen…"), run=choose_kennis, icon="list-checks", allowed=lambda regel: regel.soort == KNELPUNT
)
NAAR_KENNIS = Command(label=_("Maatregel openen"), run=open_kennis, icon="chevron-right", changes=False)
NAAR_OVERLEGGEN = Command(
    label=_("Naar de overleggen"),
    run=lambda screen, _regel: screen.session.page_requested.emit(_OVERLEGGEN),
    changes=False,
)
HERINNEREN = Command(label=_("Herinneringen…"), run=remind, icon="mail", changes=False)
VAN_REGEL = (NAAR_OVERLEG, VOORTGANG_VASTLEGGEN, GEREED, WEER_OPEN, MAATREGELEN, NAAR_VERWIJZING)
VAN_VOORTGANG = (
    Command(label=_("Wijzigen"), run=edit_voortgang, icon="pencil"),
    Command(label=_("Verwijderen"), run=remove_voortgang, icon="trash-2"),
)
