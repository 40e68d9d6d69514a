"""The series of meetings: how each usually is, its usual points, and who gets its agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from regietafel.catalog.overleg import OVERLEGSOORTEN, REEKS
from regietafel.domain.overleg import Overlegreeks
from regietafel.i18n import _, sort_key
from regietafel.planning.jaarplanning import unseen
from ui.kit.details import Detail, facts
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.record import RecordPage, RecordScreen, Sheet
from ui.kit.screen import Command, Screen
from ui.kit.sections import Section
from ui.kit.session import Session

_USUAL = REEKS[2:]  # without its name and kind
_LIST = tuple(each for each in REEKS if each.name not in {"link", "secretaris", "vakantieregio"})


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done with a series, and the parts in which one works, made elsewhere."""

    kop: Sequence[Command]
    wijzigen: Command
    vaste_punten: Callable[[Screen, Overlegreeks], QWidget]
    punt: Command
    verzendlijst: Callable[[Screen, Overlegreeks], QWidget]


def reeksen(session: Session, export: Export, add: Command, commands: Sequence[Command]) -> Screen:
    """The list; the first of ``commands`` opens a series."""
    listing = Listing(
        key="overlegreeksen",
        title=_("Reeksen"),
        manual="overleg",
        fields=_LIST,
        hidden=frozenset({"minuten", "dagen_vooraf"}),
        rows=lambda session: sorted(session.ledger.overlegreeksen, key=lambda each: sort_key(each.naam)),
        tables=frozenset({"overlegreeks"}),
        primary=add,
        commands=commands,
        detail=partial(_detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Een reeks is een overleg dat terugkeert, zoals de regietafel of het ambtelijk vooroverleg: met zijn"
                " tijd en plaats, zijn vaste punten en wie de agenda krijgt. Er is er nog geen."
            ),
            begin=add,
        ),
    )
    return ListScreen(listing, session, export)


def _detail(_session: Session, reeks: Overlegreeks, commands: Sequence[Command]) -> Detail:
    """How its meetings usually are."""
    parts = (facts(_USUAL, reeks),)
    return Detail(title=reeks.naam, subtitle=OVERLEGSOORTEN[reeks.soort], parts=parts, commands=commands)


def reeks(session: Session, handelingen: Handelingen) -> RecordScreen:
    """The page of a series by its id."""
    page = RecordPage(
        title=_("Reeks"),
        manual="overleg",
        tables=frozenset({"overlegreeks", "vastpunt", "verzending", "contact"}),
        sheet=lambda session, id: _sheet(screen, session, id, handelingen),
    )
    screen = RecordScreen(page, session)
    return screen


def _sheet(screen: Screen, session: Session, id: int, handelingen: Handelingen) -> Sheet | None:
    found = session.ledger.overlegreeksen.find(id=id)
    if found is None:
        return None
    return Sheet(
        title=found.naam,
        record=found,
        subtitle=OVERLEGSOORTEN[found.soort],
        commands=handelingen.kop,
        remark=unseen(found),
        remedy=handelingen.wijzigen,
        sections=(
            Section(
                title=_("Vaste punten"),
                intro=_("Deze punten komen vanzelf op elke nieuwe agenda van de reeks."),
                build=partial(handelingen.vaste_punten, screen, found),
                commands=(handelingen.punt,),
                column=None,
            ),
            Section(
                title=_("Wie krijgt de agenda"),
                intro=_(
                    "Leden krijgen de agenda met alle stukken en de uitnodiging. Wie hem ter informatie krijgt, krijgt"
                    " een apart bericht, zonder vertrouwelijke punten."
                ),
                build=partial(handelingen.verzendlijst, screen, found),
            ),
            Section(title=_("Zo is een overleg meestal"), part=facts(_USUAL, found), column=1),
        ),
    )
