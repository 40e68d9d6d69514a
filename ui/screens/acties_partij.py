"""What each party can be held to: a row per gemeente and organisation, and a page of its own for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel.catalog.verslag import ACTIEREGEL, INTEKENING_REGEL, INTEKENSTANDEN, PARTIJ_VOORTGANG
from regietafel.domain.intekenlijst import GEREED
from regietafel.fields import Field
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.intekenlijst import TABLES, IntekeningRegel, PartijVoortgang, voortgang_per_partij
from regietafel.queries.verslag import LijstRegel
from ui.kit.cards import State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.record import RecordPage, RecordScreen, Sheet
from ui.kit.screen import Command, Screen
from ui.kit.sections import Section
from ui.kit.session import Session
from ui.kit.table_card import TableCard
from ui.kit.tables import Tones

_PAGE = "acties/" + _("Per partij")
_LONG = frozenset({"tekst", "wie", "reeks", "punt", "actie", "toezegging", "laatste_voortgang"})  # on several lines
_MOST = 8  # lines in the panel; all of it is on the page


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done with what a party signed up for, and with an action it has to do."""

    intekening: Sequence[Command]
    actie: Sequence[Command]


@dataclass(frozen=True, kw_only=True)
class Rij(PartijVoortgang):
    """A party in the list."""

    @property
    def id(self) -> tuple[int | None, str]:
        """By which it is found again."""
        return self.gemeente_id, self.partij

    @property
    def ingetekend(self) -> int:
        """For how much it signed up."""
        return len(self.intekeningen)

    @property
    def gereed(self) -> int:
        """How much of that is done."""
        return sum(each.staat == GEREED for each in self.intekeningen)

    @property
    def open_acties(self) -> int:
        """How many actions of the lists it still has to do."""
        return len(self.acties)

    @property
    def zin(self) -> str:
        """How it stands, in a sentence."""
        return " ".join((_signed(self.intekeningen), _to_do(self.acties)))


def per_partij(session: Session, export: Export) -> Screen:
    """The page with all of them."""
    listing = Listing(
        key="partijvoortgang",
        title=_("Per partij"),
        manual="acties",
        by_day=True,
        fields=PARTIJ_VOORTGANG,
        rows=_rows,
        tables=TABLES,
        tones={"te_laat": lambda rij: "behind" if rij.te_laat else ""},
        chips=(
            Chip(_("Iets te doen"), lambda rij: rij.open_acties or rij.gereed < rij.ingetekend),
            Chip(_("Te laat"), lambda rij: bool(rij.te_laat)),
        ),
        above=DayLine,
        commands=(OPENEN,),
        detail=_detail,
        empty=Empty(
            sentence=_("Hier staat per gemeente en organisatie waarop zij intekende en wat zij nog moet doen.")
        ),
    )
    return ListScreen(listing, session, export)


def partij(session: Session, export: Export, handelingen: Handelingen) -> RecordScreen:
    """The page of one party, by its gemeente or else its name."""
    page = RecordPage(
        title=_("Partij"),
        manual="acties",
        tables=TABLES,
        sheet=lambda session, identity: _sheet(screen, session, identity, export, handelingen),
    )
    screen = RecordScreen(page, session)
    screen.by_day = True
    return screen


def _rows(session: Session) -> list[Rij]:
    return [Rij(**vars(each)) for each in voortgang_per_partij(session.ledger, session.op)]


def _detail(_session: Session, rij: Rij) -> Detail:
    signed = [Line(texts=(each.actie,), note=INTEKENSTANDEN[each.stand]) for each in rij.intekeningen[:_MOST]]
    to_do = [Line(texts=(each.tekst,), note=_due(each)) for each in rij.acties[:_MOST]]
    return Detail(
        title=rij.partij,
        state=_state(rij),
        parts=(
            Part(lines=[Line(texts=(rij.zin,))]),
            Part(title=_("Ingetekend"), lines=signed, empty=_("Nergens op.")),
            Part(title=_("Open acties"), lines=to_do, empty=_("Geen.")),
        ),
        commands=(OPENEN,),
    )


def _sheet(screen: Screen, session: Session, identity: Any, export: Export, handelingen: Handelingen) -> Sheet | None:
    rij = next((each for each in _rows(session) if each.id == identity), None)
    if rij is None:
        return None
    table = partial(_section, screen, export, rij.partij)
    return Sheet(
        title=rij.partij,
        record=rij,
        state=_state(rij),
        subtitle=_("{zin} Stand op {dag}.").format(zin=rij.zin, dag=format_date(session.op)),
        sections=(
            table(
                title=_("Ingetekend"),
                fields=INTEKENING_REGEL,
                rows=rij.intekeningen,
                commands=handelingen.intekening,
            ),
            table(title=_("Open acties"), fields=_ACTIES, rows=rij.acties, commands=handelingen.actie),
        ),
    )


def _section(
    screen: Screen,
    export: Export,
    partij: str,
    *,
    title: str,
    fields: Sequence[Field],
    rows: Sequence[Any],
    commands: Sequence[Command],
) -> Section:
    """A table as wide as the page, with a way to take it along."""
    if not rows:
        return Section(title=title, part=Part(lines=(), empty=_("Niets.")), column=None)

    def take_along(_screen: Screen, _record: object) -> None:
        export(screen, f"{title} {partij}", fields, rows)

    def build() -> QWidget:
        return TableCard(screen, title, fields, rows, commands=commands, tones=_TONES, wrapped=_LONG)

    out = Command(label=_("Exporteren"), run=take_along, icon="download", changes=False)
    return Section(title=title, build=build, commands=(out,), column=None)


def _state(rij: Rij) -> State:
    if rij.te_laat:
        return State("▲", _("{n} te laat").format(n=format_number(rij.te_laat)), "behind")
    busy = rij.open_acties or any(each.is_open for each in rij.intekeningen)
    return State("●", _("op schema"), "level") if busy else State("✓", _("niets open"), "level")


def _signed(rows: Sequence[IntekeningRegel]) -> str:
    if not rows:
        return _("Tekende nergens op in.")
    done, late = sum(each.staat == GEREED for each in rows), sum(each.te_laat for each in rows)
    one, more = _("Tekende in op 1 actie: {gereed} gereed"), _("Tekende in op {n} acties: {gereed} gereed")
    said = (one if len(rows) == 1 else more).format(n=format_number(len(rows)), gereed=format_number(done))
    return _("{zin}, {n} te laat.").format(zin=said, n=format_number(late)) if late else f"{said}."


def _to_do(rows: Sequence[LijstRegel]) -> str:
    if not rows:
        return _("Er staat geen actie open.")
    late = sum(each.te_laat for each in rows)
    if len(rows) == 1:
        return _("Er staat 1 actie open, en die is te laat.") if late else _("Er staat 1 actie open.")
    said = _("Er staan {n} acties open").format(n=format_number(len(rows)))
    return _("{zin}, waarvan {n} te laat.").format(zin=said, n=format_number(late)) if late else f"{said}."


def _due(each: LijstRegel) -> str:
    if each.voor is None:
        return _("● zonder datum")
    return _("{vorm} vóór {dag}").format(vorm="▲" if each.te_laat else "●", dag=format_date(each.voor))


OPENEN = Command(
    label=_("Partij openen"),
    run=lambda screen, rij: screen.session.record_requested.emit(_PAGE, rij.id),
    icon="chevron-right",
    changes=False,
)
_TONES: Tones = {name: lambda each: "behind" if each.te_laat else "" for name in ("voor", "stand")}
_ACTIES = ACTIEREGEL[:7]  # up to the point
