"""The planning of a year: dates that fit, each with why and what is in the way; those ticked become meetings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regietafel.catalog.overleg import DATUMVOORSTEL
from regietafel.domain.overleg import OVERLEGSOORTEN
from regietafel.i18n import WEEKDAGEN, _, format_date, format_date_long, format_number, today
from regietafel.planning.jaarplanning import Datumvoorstel, botsing, unseen
from regietafel.planning.jaarplanning import jaarplanning as query
from ui.kit import style
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.inputs import choice_box, choose_from, chosen_in
from ui.kit.listing import Listing, ListScreen
from ui.kit.notice import REMARK, Notice
from ui.kit.screen import Command
from ui.kit.session import Session
from ui.kit.ticking import TickScreen

_TABLES = frozenset({"overleg", "overlegreeks", "overlegstap", "schoolvakantie", "termijn", "realisatie"})
Together = Callable[[Session, Sequence[Any]], Detail]
_YEARS = 3  # to choose from, with the one that is running


@dataclass(frozen=True, kw_only=True)
class Rij(Datumvoorstel):
    """A proposed date; ``voorgesteld`` is the one that was proposed, by which it is found again."""

    voorgesteld: datetime.date

    @property
    def dag(self) -> str:
        """The day of the week."""
        return WEEKDAGEN[self.datum.weekday()]


class JaarplanningScreen(TickScreen):
    """Which series and which year stand above; every date that is proposed begins ticked.

    What the planning cannot look at stands there too, with ``edit`` of the series, which mends it.
    """

    def __init__(self, listing: Listing, session: Session, together: Together, edit: Command) -> None:
        self._moved: dict[datetime.date, datetime.date] = {}
        self._edit = edit
        self.choice, self.notice = _Choice(self._choose), Notice(can_close=False)
        super().__init__(listing, session, None, together)

    @property
    def reeks_id(self) -> int | None:
        """The series that is planned."""
        chosen = chosen_in(self.choice.reeks)
        return chosen if isinstance(chosen, int) else None

    def refresh(self) -> None:
        before = {self.listing.identity(each) for each in self.model.all_records}
        self.choice.fill(self.session)
        self._tell_region()
        super().refresh()
        if {self.listing.identity(each) for each in self.model.all_records} - before:
            self.table.view.selectAll()

    def choose_day(self, rij: Rij, datum: datetime.date) -> None:
        """Another day instead of the one that was proposed."""
        self._moved[rij.voorgesteld] = datum
        self.refresh()

    def rows(self) -> list[Rij]:
        """The dates that are still to come, those one changed too."""
        if (reeks_id := self.reeks_id) is None:
            return []
        ledger = self.session.ledger
        found = []
        for each in query(ledger, reeks_id, chosen_in(self.choice.jaar)):
            if each.datum < today():
                continue
            rij = Rij(**vars(each), voorgesteld=each.datum)
            if (datum := self._moved.get(each.datum)) and datum != each.datum:
                waarom = _("Door u gekozen, in plaats van {datum}.").format(datum=format_date(each.datum))
                rij = replace(rij, datum=datum, waarom=waarom, bij="", botst=botsing(ledger, reeks_id, datum))
            found.append(rij)
        return sorted(found, key=lambda each: each.datum)

    def _tell_region(self) -> None:
        """Say that nobody looks at the school holidays, when no region was chosen."""
        reeks = None if self.reeks_id is None else self.session.ledger.overlegreeksen.get(self.reeks_id)
        if reeks is None or not (said := unseen(reeks)):
            self.notice.hide()
            return
        verb = self._edit.label if self.can_run(self._edit, reeks) else ""
        self.notice.say(said, REMARK, verb=verb, action=partial(self.run, self._edit, reeks))

    def _choose(self) -> None:
        self._moved = {}
        self.session.attempt(self.refresh)
        self.table.view.selectAll()  # also of the days that both series, or both years, have


class _Choice(QWidget):
    """Which series and which year."""

    def __init__(self, chosen: Callable[[], object]) -> None:
        super().__init__()
        self.reeks, self.jaar = choice_box({}), choice_box({})
        self.reeks.setAccessibleName(_("Reeks"))
        self.jaar.setAccessibleName(_("Jaar"))
        self.reeks.setMinimumWidth(240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for box in (self.reeks, self.jaar):
            row.addWidget(style.label(box.accessibleName(), "secondary"))
            row.addWidget(box)
            box.activated.connect(lambda _place: chosen())
        row.addStretch()

    def fill(self, session: Session) -> None:
        """Offer the series there are; what was chosen stays."""
        reeksen = sorted(session.ledger.overlegreeksen, key=lambda each: OVERLEGSOORTEN.index(each.soort))
        choose_from(self.reeks, [(each.naam, each.id) for each in reeksen])
        if not self.jaar.count():
            this = today().year
            choose_from(self.jaar, [(str(year), year) for year in range(this, this + _YEARS)])
            if today().month > 6:
                self.jaar.setCurrentIndex(1)  # in autumn one plans the next year


def jaarplanning(
    session: Session, plan: Command, move: Command, add_reeks: Command, edit_reeks: Command
) -> JaarplanningScreen:
    """The page; ``plan`` makes meetings of what is ticked, ``move`` changes one date."""
    begin = replace(add_reeks, allowed=lambda _none: not [*session.ledger.overlegreeksen])
    listing = Listing(
        key="jaarplanning",
        title=_("Jaarplanning"),
        manual="overleg",
        fields=DATUMVOORSTEL,
        rows=lambda _session: screen.rows(),
        tables=_TABLES,
        tones={"botst": lambda rij: "behind" if rij.botst else ""},
        primary=plan,
        commands=(move,),
        above=_above,
        detail=partial(_detail, commands=(move, plan)),
        identity=lambda rij: rij.voorgesteld,
        empty=Empty(
            sentence=_(
                "Hier stelt het programma data voor, verdeeld over het jaar en dicht bij de dagen die tellen. Er is nu"
                " niets voor te stellen: er is nog geen reeks, of dit jaar is al gepland of voorbij."
            ),
            begin=begin,
        ),
    )
    screen = JaarplanningScreen(listing, session, partial(_together, plan=plan), edit_reeks)
    return screen


def _above(screen: ListScreen) -> QWidget:
    assert isinstance(screen, JaarplanningScreen)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.GAP)
    column.addWidget(screen.choice)
    column.addWidget(screen.notice)
    return made


def _detail(_session: Session, rij: Rij, commands: Sequence[Command]) -> Detail:
    """Why that day, and what is in the way."""
    facts = [Line(texts=(_("Waarom"), rij.waarom))]
    if rij.bij:
        facts.append(Line(texts=(_("Bij"), rij.bij)))
    return Detail(
        title=f"{rij.dag} {format_date_long(rij.datum)}",
        state=State("▲", rij.botst, "behind") if rij.botst else State("●", _("niets staat in de weg"), "level"),
        parts=(Part(lines=facts),),
        commands=commands,
    )


def _together(_session: Session, rows: Sequence[Rij], plan: Command) -> Detail:
    """What is ticked, what is in the way of it and why it was proposed, and the button to make meetings of it."""
    lines = [Line(texts=(format_date(each.datum), each.dag), note=_note(each)) for each in rows]
    title = _("{n} data gekozen").format(n=format_number(len(rows)))
    return Detail(title=title, parts=(Part(lines=lines),), commands=(plan,))


def _note(rij: Rij) -> str:
    return f"▲ {rij.botst}\n{rij.waarom}" if rij.botst else rij.waarom
