"""The meetings of all series: when, how far, what is still to do; one click tells more, Enter opens the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from regietafel.catalog.overleg import OVERLEG, OVERLEGREGEL, OVERLEGSTATEN, VORMEN
from regietafel.domain.overleg import CONCEPT, NOG_TE_HOUDEN, VASTGESTELD, VERSLAG_CONCEPT, VERVALLEN
from regietafel.i18n import _, format_date, format_number, today
from regietafel.queries.agenda import agenda
from regietafel.queries.overleggen import TABLES, OverlegRegel
from regietafel.queries.overleggen import overleggen as query
from ui.kit import style
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.inputs import by_name, choice_box, choose_from, chosen_in
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_FACTS = tuple(each for each in OVERLEG if each.name in {"locatie", "voorzitter", "secretaris", "opmerking"})


@dataclass(frozen=True, kw_only=True)
class Rij(OverlegRegel):
    """A meeting in the list."""

    @property
    def stand(self) -> str:
        """Its state, with a shape."""
        return str(self.state)

    @property
    def state(self) -> State:
        """How far it is, or that its day went by or its agenda is late."""
        words = OVERLEGSTATEN[self.staat]
        if self.staat in NOG_TE_HOUDEN and self.datum < today():
            return State("▲", _("{stand}, dag voorbij").format(stand=words), "behind")
        if self.staat == CONCEPT and self.agenda_voor < today():
            return State("▲", _("{stand}, agenda te laat").format(stand=words), "behind")
        shape, tone = VORMEN[self.staat]
        return State(shape, words, tone)


class OverleggenScreen(ListScreen):
    """The list; with more than one series there is a choice of one above it."""

    def __init__(self, listing: Listing, session: Session, export: Export) -> None:
        self.reeks = choice_box({})
        self.reeks.setAccessibleName(_("Reeks"))
        self.reeks.setMinimumWidth(240)
        self.choice = QWidget()
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(style.label(_("Reeks"), "secondary"))
        row.addWidget(self.reeks)
        row.addStretch()
        super().__init__(listing, session, export)
        self.reeks.activated.connect(lambda _place: self.refresh())

    def rows(self) -> list[Rij]:
        """The meetings of the series that is chosen, or of all."""
        reeksen = by_name(self.session.ledger.overlegreeksen)
        choose_from(self.reeks, [(_("Alle reeksen"), None), *reeksen.items()])
        self.choice.setVisible(len(reeksen) > 1)
        wanted = {None, chosen_in(self.reeks)}
        found = [Rij(**vars(each)) for each in query(self.session.ledger)]
        return [each for each in found if wanted == {None} or each.reeks_id in wanted]

    def select(self, identity: Any) -> None:
        """Show a meeting, of whatever series it is."""
        if all(each.id != identity for each in self.model.all_records):
            self.reeks.setCurrentIndex(0)
            self.refresh()
        super().select(identity)


def overleggen(session: Session, export: Export, make: Command, commands: Sequence[Command]) -> Screen:
    """The page; the first of ``commands`` opens a meeting."""
    listing = Listing(
        key="overleggen",
        title=_("Overleggen"),
        manual="overleg",
        fields=OVERLEGREGEL,
        hidden=frozenset({"begin"}),
        rows=lambda _session: screen.rows(),
        tables=TABLES,
        tones={
            "stand": lambda rij: rij.state.tone,
        },
        chips=(
            Chip(_("Nog te houden"), lambda rij: rij.staat in NOG_TE_HOUDEN),
            Chip(_("Vast te stellen"), lambda rij: rij.staat == VERSLAG_CONCEPT),
            Chip(_("Vastgesteld"), lambda rij: rij.staat == VASTGESTELD),
            Chip(_("Vervallen"), lambda rij: rij.staat == VERVALLEN),
        ),
        primary=make,
        commands=commands,
        above=_above,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Hier staan de overleggen van de tafel, met agenda, aanwezigen en de actie- en besluitenlijst. Er is er"
                " nog geen."
            ),
            begin=make,
        ),
    )
    screen = OverleggenScreen(listing, session, export)
    return screen


def _above(screen: ListScreen) -> QWidget:
    assert isinstance(screen, OverleggenScreen)
    return screen.choice


def detail(session: Session, rij: Rij, commands: Sequence[Command]) -> Detail:
    """What is on the agenda, and what it led to."""
    punten = [
        Line(texts=(each.nummer, each.titel), depth=int("." in each.nummer)) for each in agenda(session.ledger, rij.id)
    ]
    parts = [
        Part(
            lines=punten,
            narrow=frozenset({0}),
            headings=(_("Nr."), _("Agenda")),
            empty=_("Er staan nog geen punten op de agenda."),
        ),
    ]
    if rij.besluiten or rij.knelpunten or rij.acties_open:
        counted = (
            (_("Besluiten"), rij.besluiten),
            (_("Knelpunten"), rij.knelpunten),
            (_("Acties die nog open zijn"), rij.acties_open),
        )
        parts.append(Part(title=_("Lijst"), lines=[Line(texts=(word, format_number(n))) for word, n in counted]))
    when = _("{datum}, {begin}–{einde}").format(datum=format_date(rij.datum), begin=rij.begin, einde=rij.einde)
    sent = _("agenda versie {n}").format(n=rij.versie) if rij.versie else ""
    return Detail(
        title=rij.reeks,
        subtitle=" · ".join(filter(None, (when, sent))),
        state=rij.state,
        parts=[*parts, facts([each for each in _FACTS if each.show(rij)], rij)],
        commands=commands,
    )
