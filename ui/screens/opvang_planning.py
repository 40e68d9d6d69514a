"""What opens and what ends, month by month: the places that are sure and expected against the opgave."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QScrollArea, QWidget

from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.catalog.pijplijn import GEBEURTENIS, PLANNING
from regietafel.domain.afronding import rounded
from regietafel.domain.feestdagen import plain_einde
from regietafel.fields import Field, Kind
from regietafel.figures.stapel import stapel
from regietafel.i18n import MAANDEN, UNKNOWN, _, enumerate_some, format_change, format_date, format_number
from regietafel.planning.opvangfiguren import stapelpunten
from regietafel.planning.pijplijn import TABLES, Gebeurtenis, Maand, Pijplijn, pijplijn
from ui.kit.buttons import scrolled
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.figure_canvas import Make
from ui.kit.figure_view import FigureView
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_AHEAD = 24  # months
_PICTURE = 280  # pixels high at least
_VIEWS = {_("Tabel"): False, _("Plekken per maand"): True}  # whether it is the picture
LOCATIES = "opvang/" + _("Locaties")


@dataclass(frozen=True, kw_only=True)
class Rij:
    """A month of opvang, in places."""

    begin: datetime.date
    gebeurtenissen: tuple[Gebeurtenis, ...]  # of locations
    erbij: int
    eraf: int
    zeker: int
    verwacht_plekken: int
    opgave: int | None

    @property
    def id(self) -> datetime.date:
        """By which the month is found again."""
        return self.begin

    @property
    def tekort(self) -> int | None:
        """What is asked minus what is expected; negative is more than asked."""
        return None if self.opgave is None else self.opgave - self.verwacht_plekken

    @classmethod
    def of(cls, maand: Maand) -> Rij:
        """As the planning has it."""
        own = tuple(each for each in maand.gebeurtenissen if each.locatie_id is not None)
        return cls(
            begin=maand.begin,
            gebeurtenissen=own,
            erbij=sum(each.plekken for each in own if each.plekken > 0),
            eraf=sum(each.plekken for each in own if each.plekken < 0),
            zeker=maand.zeker,
            verwacht_plekken=maand.verwacht_plekken,
            opgave=maand.opgave,
        )


class PlanningScreen(ListScreen):
    """The months as a table, or as a picture in its place."""

    def __init__(self, session: Session, export: Export, zekerheden: Command) -> None:
        self._picture: FigureView | None = None
        self._place: QScrollArea = scrolled(QWidget())
        listing = Listing(
            key="opvangplanning",
            title=_("Opvang"),
            manual="opvang",
            by_day=True,
            fields=FIELDS,
            rows=lambda _session: self._rows(),
            tables=TABLES,
            tones={"tekort": lambda rij: "behind" if (rij.tekort or 0) > 0 else ""},
            chips=CHIPS,
            above=self._make_line,
            below=lambda _screen: self._place,
            remarks=lambda _session, _rijen: remarks(self._plan),
            primary=zekerheden,
            detail=lambda _session, rij: detail(rij),
            empty=EMPTY,
        )
        self._plan: Pijplijn  # of the last refresh
        super().__init__(listing, session, export)

    def refresh(self) -> None:
        # Before the list is shown: what comes and goes within a refresh lays the picture out each time.
        picture = self._shows_picture = self.view.currentData()
        super().refresh()
        some = bool(self.model.all_records)
        self.line.setVisible(some)
        self._place.setVisible(some and picture)
        self._stack.setVisible(not (some and picture))
        if some and picture:
            self._show(self._make())

    def take_focus(self) -> None:
        if self._stack.isHidden():
            self.view.setFocus()
        else:
            super().take_focus()

    def _make_line(self, _screen: ListScreen) -> DayLine:
        self.line = DayLine(self)
        self.until = self.line.add_date(_("Tot en met"), plain_einde(self.session.op, _AHEAD, "maand"))
        self.view = self.line.add_choice(_("Weergave"), _VIEWS, labelled=False)
        self.line.changed.connect(self.refresh)
        return self.line

    def _rows(self) -> Sequence[Rij]:
        op = self.session.op
        plan = self._plan = pijplijn(self.session.ledger, op, max(op, self.until.dag), wonen=False)
        rijen = [Rij.of(maand) for maand in plan.maanden]
        known = plan.zeker or any(each.gebeurtenissen or each.opgave is not None for each in rijen)
        return rijen if known or plan.zonder_datum or plan.zonder_plekken else ()

    def _make(self) -> Make:
        punten = stapelpunten(self._plan)
        titel, eenheid = _("Plekken per maand"), _("plekken")
        return lambda breedte, hoogte: stapel(punten, titel=titel, eenheid=eenheid, breedte=breedte, hoogte=hoogte)

    def _show(self, make: Make) -> None:
        if self._picture is None:
            self._picture = FigureView(make, _PICTURE)
            self._picture.picked.connect(self._pick)
            self._place.setWidget(self._picture)
        else:
            self._picture.set_make(make)

    def _pick(self, key: str) -> None:
        """Tell of the month that was picked."""
        self.select(datetime.date.fromisoformat(key))


def opvang_planning(session: Session, export: Export, zekerheden: Command) -> Screen:
    """The page; ``zekerheden`` goes to where one says how certain each state makes an opening."""
    return PlanningScreen(session, export, zekerheden)


def remarks(plan: Pijplijn) -> list[str]:
    """What is not in the months: nobody knows when it opens, or with how many places."""
    said = []
    if plan.zonder_datum:
        names = [f"{each.naam} ({format_number(each.capaciteit)})" for each in plan.zonder_datum]
        sentence = _("Nog zonder datum waarop het opengaat, en daarom niet meegeteld: {namen}.")
        said.append(sentence.format(namen=enumerate_some(names, 3)))
    if plan.zonder_plekken:
        sentence = _("Gaat open, maar zonder aantal plekken, en daarom niet meegeteld: {namen}.")
        said.append(sentence.format(namen=enumerate_some([each.naam for each in plan.zonder_plekken], 3)))
    return said


def detail(rij: Rij) -> Detail:
    """What opens and ends in a month, and how it then stands."""
    lines = [
        Line(
            texts=(f"{each.naam} ({each.gemeente})", format_change(each.plekken)),
            note=_explained(each),
            record=each,
        )
        for each in rij.gebeurtenissen
    ]
    return Detail(
        title=month(rij.begin),
        parts=[
            Part(
                title=_("Wat er verandert"),
                headings=(_("Locatie"), _("Plekken")),
                lines=lines,
                right=frozenset({1}),
                commands=(TO_LOCATIE,),
                empty=_("Deze maand verandert er niets."),
            ),
            Part(
                title=_("Aan het eind van de maand"),
                lines=[Line(texts=(field.label, field.show(rij))) for field in FIELDS[3:]],
                right=frozenset({1}),
            ),
        ],
    )


def month(begin: datetime.date) -> str:
    """As one says it: oktober 2023."""
    return f"{MAANDEN[begin.month - 1]} {begin.year}"


def _explained(event: Gebeurtenis) -> str:
    """When and what happens, in what state it is and how certain that makes it."""
    sentence = _("{dag}: {wat}; staat: {staat}; zekerheid {n} %: telt voor {verwacht}")
    if event.zekerheid is None:
        sentence = _("{dag}: {wat}; staat: {staat}; zekerheid onbekend: telt niet")
    return sentence.format(
        dag=format_date(event.datum),
        wat=_WAT.format(event.wat),
        staat=STAAT_NAMEN[event.staat] if event.staat else UNKNOWN,
        n=event.zekerheid,
        verwacht=format_change(rounded(event.verwacht)),
    )


def _go_to(screen: Screen, event: Gebeurtenis) -> None:
    screen.session.record_requested.emit(LOCATIES, event.locatie_id)


TO_LOCATIE = Command(label=_("Naar de locatie"), run=_go_to, icon="chevron-right", changes=False)
_WAT = next(field for field in GEBEURTENIS if field.name == "wat")
CHIPS = (
    Chip(_("Er verandert iets"), lambda rij: bool(rij.gebeurtenissen)),
    Chip(_("Te weinig plekken"), lambda rij: (rij.tekort or 0) > 0),
)
FIELDS = (Field(name="begin", label=_("Maand"), kind=Kind(format=month, parse=str)), *PLANNING)
EMPTY = Empty(
    sentence=_(
        "Hier staat per maand welke locaties opengaan en sluiten, en of er dan genoeg plekken zijn. Voeg eerst locaties"
        " toe, met de dag waarop zij opengaan."
    ),
    begin=Command(
        label=_("Naar Locaties"),
        run=lambda screen, _record: screen.session.page_requested.emit(LOCATIES),
        changes=False,
    ),
)
