"""The scenario's of a half-year: what each would hand over, and what they would bring, side by side."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QFrame, QVBoxLayout

from regietafel.actions import scenarios as actions
from regietafel.catalog.scenario import SALDO, SCENARIO_LIJST
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_change, format_number, today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import TABLES as VOORUIT
from regietafel.planning.scenario import (
    ScenarioUitkomst,
    Uitkomst,
    naast_elkaar,
    samengevat,
    uitkomst,
    uitkomsten,
    voorbehoud,
)
from regietafel.queries.scenarios import ScenarioBlad
from ui.kit import dialogs, style
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.focus import tab_as_seen
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.papers import Bundle
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, signs

_BESIDE = 4  # scenario's side by side when none are chosen
_HERVERDELINGEN = "herverdelingen/" + _("Herverdelingen")


class OpenWizard(Protocol):
    """``ui.wizards.scenario.open_scenario``."""

    def __call__(
        self, session: Session, parent: Screen, *, scenario_id: int | None = None, made: Callable[[int], object]
    ) -> object: ...


Annex = Callable[[Ledger, Periode, Sequence[int], datetime.date], Bundle]  # ``ui.wizards.scenario_bijlage.annex``


class NaastElkaarView(QFrame):
    """A table with a row per gemeente and columns per scenario; it scrolls when they do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setMinimumHeight(style.HEADER + 4 * style.ROW)
        self._title = style.label(_("Naast elkaar"), "section")
        self._legend = style.label("", "secondary")
        self._legend.setWordWrap(True)
        self.table: RecordTable | None = None
        head = QVBoxLayout()
        head.setContentsMargins(style.SPACE, 12, style.SPACE, style.GAP)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._legend)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)

    def show_outcome(self, found: Uitkomst, hint: str) -> None:
        """Show another outcome; the place one scrolled to stays."""
        whole = naast_elkaar(found)
        self._title.setText(_("Naast elkaar") if len(found.scenarios) > 1 else _("Per gemeente"))
        said = [" · ".join(whole.legenda) + ".", voorbehoud(found), hint]
        self._legend.setText(" ".join(each for each in said if each))
        fields = [replace(each, kind=SALDO) if "saldo" in each.name else each for each in whole.velden]
        model = RecordTableModel(fields, signs(*(each.name for each in fields if "saldo" in each.name)))
        names = [each.name for each in fields[1:]]
        table = RecordTable(
            model, self._title.text(), lambda _rows: {name: getattr(whole.totaal, name) for name in names}
        )
        model.setParent(table)
        model.set_records(whole.rijen)
        table.view.horizontalHeader().setSectionsMovable(False)
        old, self.table = self.table, table
        scroll = old.view.horizontalScrollBar().value() if old else 0
        if old:
            old.hide()
            old.deleteLater()
        self._layout.addWidget(table, 1)
        table.view.fit_columns()
        table.view.horizontalScrollBar().setValue(scroll)


class ScenariosScreen(ListScreen):
    """The list with, below it, the scenario's that are chosen side by side, or the first of all."""

    def __init__(self, listing: Listing, session: Session, export: Export, beside: NaastElkaarView) -> None:
        super().__init__(listing, session, export)
        self.beside = beside
        self._compared: list[int] = []
        self.table.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._compare())

    @property
    def chosen(self) -> list[ScenarioUitkomst]:
        """Those side by side."""
        rows = sorted(index.row() for index in self.table.view.selectionModel().selectedRows())
        if len(rows) > 1:
            return [self.model.records[row] for row in rows]
        return list(self.model.records[:_BESIDE])

    def refresh(self) -> None:
        super().refresh()
        self._compared = []
        self._compare()

    def select(self, identity: Any) -> None:
        """Show a scenario, in whatever half-year it is."""
        self.session.periode = self.session.ledger.scenarios.get(identity).periode
        super().select(identity)

    def _compare(self) -> None:
        ids = [each.id for each in self.chosen]
        self.beside.setVisible(bool(ids))
        if ids and ids != self._compared:
            self._compared = ids
            hint = _("Kies met Ctrl of Shift welke scenario's u naast elkaar ziet.")
            found = uitkomst(self.session.ledger, ids, _day(self.session))
            self.beside.show_outcome(found, hint if len(self.model.records) > 1 else "")
            tab_as_seen(self)


def scenarios(session: Session, export: Export, open_wizard: OpenWizard, annex: Annex) -> Screen:
    """The page; ``open_wizard`` makes or changes a scenario, ``annex`` makes the document about those chosen."""

    def edit(screen: Screen, regel: ScenarioUitkomst | None) -> None:
        open_wizard(screen.session, screen, scenario_id=regel.id if regel else None, made=screen.select)

    beside = NaastElkaarView()
    primary = Command(label=_("Scenario maken"), run=lambda screen, _record: edit(screen, None), icon="plus")
    commands = (
        Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
        Command(
            label=_("Maak hier een concept van"),
            run=make_concept,
            icon="arrow-left-right",
            allowed=lambda regel: not regel.breuken,
        ),
        Command(label=_("Bijlage bekijken"), run=partial(show_annex, annex=annex), icon="file-text", changes=False),
        Command(label=_("Kopie maken"), run=copy, icon="copy"),
        Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
    )
    listing = Listing(
        key="scenarios",
        title=_("Scenario's"),
        manual="scenarios",
        by_periode=True,
        fields=SCENARIO_LIJST,
        rows=lambda session: uitkomsten(session.ledger, session.periode, _day(session)),
        tables=VOORUIT | {"scenario", "scenariodeel", "inwoners", "herindeling"},
        tones={"oordeel": lambda regel: "behind" if regel.breuken else ""},
        below=lambda _screen: beside,
        primary=primary,
        commands=commands,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "In een scenario probeert u uit wat een uitruil zou doen, zonder dat er iets aan de cijfers verandert."
                " In dit halfjaar is er nog geen."
            ),
            begin=primary,
        ),
    )
    return ScenariosScreen(listing, session, export, beside)


def detail(session: Session, regel: ScenarioUitkomst, commands: Sequence[Command]) -> Detail:
    """The overdrachten with why, what it brings to the parties, and what the rules say."""
    found = uitkomst(session.ledger, [regel.id], _day(session))
    return Detail(
        title=regel.naam,
        subtitle=samengevat(regel),
        state=state(regel),
        parts=[
            *_rules(regel),
            *([Part(title=_("Toelichting"), lines=[Line(texts=(regel.toelichting,))])] if regel.toelichting else []),
            Part(
                title=_("Overdrachten"),
                lines=[
                    Line(texts=(f"{deel.van} → {deel.naar}", format_number(deel.aantal)), note=deel.waarom)
                    for deel in regel.delen
                ],
                headings=(_("Van → aan"), _("Personen")),
                right=frozenset({1}),
                empty=_("Er zijn nog geen overdrachten."),
            ),
            *([_parties(found)] if regel.delen else []),
        ],
        commands=commands,
    )


def state(view: ScenarioBlad) -> State:
    """Whether the rules of a herverdeling are kept."""
    if view.breuken:
        return State("✕", _("voldoet nog niet aan de regels"), "behind")
    good, mind = State("✓", _("voldoet aan de regels"), "level"), State("▲", _("voldoet, maar let op"), "behind")
    return mind if view.let_op else good


def _rules(view: ScenarioBlad) -> list[Part]:
    said = [Line(texts=(sentence,)) for sentence in (*view.breuken, *view.let_op)]
    return [Part(title=_("Wat de regels zeggen"), lines=said)] if said else []


def _parties(found: Uitkomst) -> Part:
    """The parties only; everybody stands below the list."""
    lines = [
        Line(
            texts=(
                regel.gemeente,
                format_change(regel.effecten[0].wijziging),
                format_number(regel.verwacht_saldo),
                format_number(regel.effecten[0].verwacht_saldo),
            )
        )
        for regel in found.regels
        if regel.effecten[0].wijziging
    ]
    headings = (_("Gemeente"), _("Wijziging"), _("Saldo nu"), _("Daarna"))
    return Part(title=_("Wat te verwachten is"), headings=headings, lines=lines, right=frozenset({1, 2, 3}))


def make_concept(screen: Screen, regel: ScenarioUitkomst) -> None:
    """Make the agreements of it and show the first; a party from outside the table is asked about first."""
    outside = regel.van_buiten
    sentence = _("Geen lid van deze tafel: {namen}. Wilt u met opzet met hen afspreken?")
    if outside and not dialogs.confirm(
        screen, _("Gemeente van buiten de tafel"), sentence.format(namen=enumerate_some(outside)), _("Concept maken")
    ):
        return
    made = actions.make_concepten(screen.session.ledger, regel.id, buiten_tafel=bool(outside))
    screen.session.record_requested.emit(_HERVERDELINGEN, made[0])


def copy(screen: Screen, regel: ScenarioUitkomst) -> None:
    """Make a copy and show it."""
    screen.select(actions.copy_scenario(screen.session.ledger, regel.id))


def remove(screen: Screen, regel: ScenarioUitkomst) -> None:
    """Throw it away; the bar below offers to undo it."""
    actions.remove_scenario(screen.session.ledger, regel.id)


def show_annex(screen: Screen, regel: ScenarioUitkomst, annex: Annex) -> None:
    """Open the window with the annex: of all side by side, or of this one when it is not among them."""
    assert isinstance(screen, ScenariosScreen)
    session, ids = screen.session, [each.id for each in screen.chosen]
    ids = ids if regel.id in ids else [regel.id]
    make = partial(annex, session.ledger, session.periode, ids)
    title = _("Scenario's {periode}").format(periode=session.periode)
    window = PapersWindow(session, title, make, today(), screen)
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


def _day(session: Session) -> datetime.date:
    return dag_van(session.periode, today())
