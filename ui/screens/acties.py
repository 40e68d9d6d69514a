"""The rows of the lists of all meetings: the actions with what is open first, and the register of everything."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from regietafel.catalog.verslag import ACTIEREGEL, REGELSOORTEN, REGISTERREGEL, VERSLAGREGEL
from regietafel.domain.periode import Periode
from regietafel.domain.termijn import in_days
from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, NOTITIE
from regietafel.i18n import _, format_date
from regietafel.queries.verslag import TABLES, LijstRegel, themas
from regietafel.queries.verslag import register as query
from ui.kit.cards import State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.flow import Flow
from ui.kit.inputs import ComboBox, by_name, choice_box, choose_from, chosen_in
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.notice import Notice
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import Tones


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done: with a row (the first on Enter), with what was reported, with a measure."""

    regel: Sequence[Command]
    voortgang: Sequence[Command]
    kennis: Sequence[Command]
    overleggen: Command  # goes there


class Keuze:
    """Of which gemeente, thema and time the rows of these kinds are shown; of every kind without ``soorten``."""

    def __init__(self, soorten: Sequence[str] = ()) -> None:
        self._soorten = soorten
        self.found: list[LijstRegel] = []  # what has been read of it

    def line(self, screen: Screen) -> QWidget:
        """To choose in; where there is no room the choices stand below the day."""
        made, row = QWidget(), Flow()
        row.addWidget(DayLine(screen))
        self._gemeente, self._thema, self._tijd = self._boxes = [
            _choice(name, every, screen) for name, every in _CHOICES.items()
        ]
        for box in self._boxes:
            row.addWidget(box)
        made.setLayout(row)
        return made

    def clear(self) -> None:
        """Choose all of them."""
        for box in self._boxes:
            box.setCurrentIndex(0)

    def parts(self, session: Session) -> Iterator[Sequence[LijstRegel]]:
        """Those chosen as the register has them, a year at a time."""
        ledger = session.ledger
        members = by_name(ledger.gemeenten.where(lid=True))
        times = [*_times(each.datum for each in ledger.overleggen)]
        choose_from(self._gemeente, [(_ELKE_GEMEENTE, None), *members.items()])
        choose_from(self._thema, [(_ELK_THEMA, None), *((each, each) for each in themas(ledger))])
        choose_from(self._tijd, [(_ALTIJD, None), *times])
        chosen, years = chosen_in(self._tijd), [span for name, span in times if name.isdecimal()]
        for vanaf, tot in [chosen] if chosen else years:
            yield query(
                ledger,
                session.op,
                self._soorten,
                gemeente_id=chosen_in(self._gemeente),
                thema=chosen_in(self._thema) or "",
                vanaf=vanaf,
                tot=tot,
            )


def _choice(name: str, every: str, screen: Screen) -> ComboBox:
    made = choice_box({})
    made.setAccessibleName(name)
    choose_from(made, [(every, None)])
    made.activated.connect(lambda _place: screen.refresh())
    return made


class RegelsScreen(ListScreen):
    """The list, with a line for what goes on in the background. Many rows are read while the window goes on."""

    def __init__(self, listing: Listing, session: Session, export: Export, keuze: Keuze) -> None:
        super().__init__(listing, session, export)
        self._keuze = keuze
        self._parts: Iterator[Sequence[LijstRegel]] = iter(())
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(lambda: self.session.attempt(self._read_on))
        self.progress, self.notice = Progress(session), Notice()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.notice)

    def refresh(self) -> None:
        """Read again; until all has been read the list stays as it was, unless it was empty."""
        self._parts, self._keuze.found = self._keuze.parts(self.session), []
        self._read_on()

    def select(self, identity: object) -> None:
        """Show a row, whatever was chosen."""
        if identity not in {each.id for each in self.model.all_records}:
            self._keuze.clear()
            self.refresh()
        while self._next.isActive():
            self._read_on()
        super().select(identity)

    def _read_on(self) -> None:
        self._next.stop()
        if self.session.is_closed:
            return
        found = self._keuze.found
        enough = len(found) + _SLICE
        for part in self._parts:
            found.extend(part)
            if len(found) >= enough:
                self._next.start()
                break
        if not (self._next.isActive() and self.model.all_records):
            super().refresh()


def acties(session: Session, export: Export, handelingen: Handelingen, herinneren: Command) -> Screen:
    """The page with every action: what is open first, by the day it must be done. ``herinneren`` is about them all."""
    keuze = Keuze((ACTIE,))
    listing = Listing(
        key="acties",
        title=_("Acties"),
        manual="acties",
        by_day=True,
        fields=ACTIEREGEL,
        hidden=frozenset({"reeks", "gereed_op", "thema", "verwijzing"}),
        rows=lambda _session: sorted(keuze.found, key=_by_day),
        tables=TABLES,
        tones=_TONES,
        above=keuze.line,
        chips=(
            Chip(_("Open"), lambda regel: regel.is_open),
            Chip(_("Te laat"), lambda regel: regel.te_laat),
            Chip(_("Gereed"), lambda regel: not regel.is_open),
        ),
        primary=herinneren,
        commands=handelingen.regel,
        detail=partial(detail, handelingen=handelingen),
        empty=Empty(
            sentence=_(
                "Wat in een overleg als actie is afgesproken, staat hier tot het gereed is, en daarna in het register."
                " Er is niets, of niets dat past bij wat u hierboven koos."
            ),
            begin=handelingen.overleggen,
        ),
    )
    return RegelsScreen(listing, session, export, keuze)


def besluitenregister(session: Session, export: Export, handelingen: Handelingen) -> Screen:
    """The page with everything the meetings led to, newest first."""
    keuze = Keuze()
    listing = Listing(
        key="register",
        title=_("Register"),
        manual="acties",
        by_day=True,
        fields=REGISTERREGEL,
        hidden=frozenset({"reeks", "thema", "verwijzing"}),
        rows=lambda _session: keuze.found,
        tables=TABLES,
        tones=_TONES,
        above=keuze.line,
        chips=(
            Chip(_("Besluiten"), lambda regel: regel.soort == BESLUIT),
            Chip(_("Knelpunten"), lambda regel: regel.soort == KNELPUNT),
            Chip(_("Acties"), lambda regel: regel.soort == ACTIE),
            Chip(_("Open"), lambda regel: regel.is_open or regel.soort == NOTITIE),
            Chip(_("Te laat"), lambda regel: regel.te_laat),
        ),
        commands=handelingen.regel,
        detail=partial(detail, handelingen=handelingen),
        empty=Empty(
            sentence=_(
                "Hier staat wat in alle overleggen is besloten, wat er knelt en wat is afgesproken. Er is niets, of"
                " niets dat past bij wat u hierboven koos."
            ),
            begin=handelingen.overleggen,
        ),
    )
    return RegelsScreen(listing, session, export, keuze)


def detail(session: Session, regel: LijstRegel, handelingen: Handelingen) -> Detail:
    """The whole text, what is known of it, and what became of it."""
    kind = REGELSOORTEN[regel.soort]
    where = _("{soort} in {reeks} van {dag}").format(
        soort=kind[:1].upper() + kind[1:], reeks=regel.reeks, dag=format_date(regel.overleg_datum)
    )
    parts = [Part(lines=[Line(texts=(regel.tekst,))])] if len(regel.tekst) > _TITLE else []
    if regel.vraag:
        parts.append(Part(title=_BY_NAME["vraag"].label, lines=[Line(texts=(f"▲ {regel.vraag}",))]))
    known = [each for each in _SHOWN if getattr(regel, each.name)]
    if known:
        parts.append(facts(known, regel))
    if regel.soort == ACTIE:
        parts.append(reported(regel, handelingen.voortgang))
    if regel.soort == KNELPUNT:
        lines = [Line(texts=(each.titel,), note=each.thema, record=each) for each in regel.kennis]
        parts.append(
            Part(
                title=_("Maatregelen die kunnen helpen"),
                lines=lines,
                commands=handelingen.kennis,
                empty=_("Nog niet gekozen."),
            )
        )
    if regel.invoer and regel.invoer != regel.tekst:
        parts.append(Part(title=_("Zoals getypt in het overleg"), lines=[Line(texts=(regel.invoer,), quiet=True)]))
    return Detail(
        title=regel.tekst,
        subtitle=where,
        state=_state(regel, session.op),
        parts=parts,
        commands=handelingen.regel,
    )


def reported(regel: LijstRegel, commands: Sequence[Command]) -> Part:
    """What was reported, newest first."""
    lines = [Line(texts=(format_date(each.datum),), note=each.tekst, record=each) for each in reversed(regel.voortgang)]
    return Part(title=_("Voortgang"), lines=lines, commands=commands, empty=_("Nog niets gemeld."))


def _state(regel: LijstRegel, op: datetime.date) -> State | None:
    if regel.soort != ACTIE:
        return None
    if not regel.is_open:
        return State("✓", _("gereed op {dag}").format(dag=format_date(regel.gereed_op)), "level")
    if regel.voor is None:
        return State("●", _("open, zonder datum"), "level")
    left = in_days((regel.voor - op).days)
    return State("▲", left, "behind") if regel.te_laat else State("●", left, "level")


def _times(days: Iterable[datetime.date]) -> Iterator[tuple[str, tuple[datetime.date, datetime.date]]]:
    """The years in which these days are, newest first, and after each its halves: by name the first and last day."""
    halves = sorted({Periode.of(day) for day in days}, reverse=True)
    for year, own in groupby(halves, key=lambda each: each.jaar):
        yield str(year), (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        yield from ((str(each), (each.begin, each.einde)) for each in own)


def _by_day(regel: LijstRegel) -> tuple[object, ...]:
    """Open first, by the day it must be done; what is done by the day it was, the newest first."""
    if regel.is_open:
        return 0, (regel.voor or datetime.date.max).toordinal(), regel.overleg_datum, regel.id
    assert regel.gereed_op is not None
    return 1, -regel.gereed_op.toordinal(), regel.overleg_datum, regel.id


_ELKE_GEMEENTE, _ELK_THEMA, _ALTIJD = _("elke gemeente"), _("elk thema"), _("altijd")
_CHOICES = {_("Gemeente"): _ELKE_GEMEENTE, _("Thema"): _ELK_THEMA, _("Wanneer het overleg was"): _ALTIJD}
_SLICE = 1500  # rows that are read before the window gets its turn
_TITLE = 80  # characters of a text that fit in the title of the panel
_BY_NAME = {field.name: field for field in (*ACTIEREGEL, *VERSLAGREGEL)}
_SHOWN = [_BY_NAME[name] for name in ("wie", "voor", "punt", "thema", "verwijzing")]
_TONES: Tones = {name: lambda regel: "behind" if regel.te_laat else "" for name in ("stand", "voor")}
