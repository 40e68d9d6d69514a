"""The first page: the numbers that matter now, who is behind, what changed, what comes next and what is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from regietafel.domain.prognose import Verloop
from regietafel.i18n import UNKNOWN, _, format_change, format_date, format_decimal, format_number, today
from regietafel.planning.kort import Actie, Kort, Verandering, dag_van, kort
from regietafel.planning.prognose import TABLES as VOORUIT
from regietafel.planning.prognose import PrognoseRegel
from regietafel.queries import termijnen
from regietafel.queries.stand import Stand
from regietafel.queries.termijnen import TermijnRegel, komende_termijnen
from ui.kit import style
from ui.kit.cards import Card, State
from ui.kit.details import Line, Part, part_widget
from ui.kit.emptiness import Empty
from ui.kit.screen import Command, Screen
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session

_MOST = 8  # lines of a list here; the whole list is one click away
_DEADLINES = 4
_LINE = 26
STATES = {
    Verloop.ACHTER: State("▲", _("achter op schema"), "behind"),
    Verloop.OP: State("●", _("op schema"), "level"),
    Verloop.VOOR: State("▼", _("voor op schema"), "ahead"),
}
_WHERE = {
    "herverdelingen": "herverdelingen/" + _("Herverdelingen"),
    "stand": "overzicht/" + _("Stand"),
    "coa": "overzicht/" + _("COA-overzicht"),
    "toezicht": "overzicht/" + _("Toezicht"),
    "instellingen": "instellingen",
}


def in_het_kort(session: Session, primary: Command, open_termijn: Command) -> Screen:
    """The page; ``primary`` makes the document of it, ``open_termijn`` goes to what a term is about."""

    def deadlines() -> QWidget:
        return part_widget(screen, _deadlines(komende_termijnen(session.ledger, today()), open_termijn))

    board = Board(
        title=_("In het kort"),
        manual="overzicht",
        tables=VOORUIT | termijnen.TABLES | {"overzichtregel"},
        content=lambda session: content(session, deadlines),
        columns=2,
        by_periode=True,
        primary=primary,
        empty=Empty(
            sentence=_(
                "Van dit halfjaar is nog geen taakstelling bekend. Staat ze erin, dan ziet u hier in één oogopslag hoe"
                " de tafel ervoor staat."
            ),
            begin=_go(_("Naar Taakstelling"), "taakstelling/" + _("Versies")),
        ),
    )
    screen = SectionsScreen(board, session)
    return screen


def content(session: Session, deadlines: Callable[[], QWidget]) -> Content:
    """Nothing when nothing is known of the periode."""
    seen = kort(session.ledger, session.periode, dag_van(session.periode, today()))
    return Content(sections(session, seen, deadlines), cards(seen)) if _is_known(seen.stand) else Content(())


def sections(session: Session, seen: Kort, deadlines: Callable[[], QWidget]) -> Sequence[Section]:
    """Who is behind, what changed, what is open, the schedule and what comes next."""
    return [
        Section(
            title=_("Achter op schema"),
            intro=_behind_sentence(seen),
            part=_behind(seen.achter) if seen.achter else None,
            commands=(_go(_("Naar de prognose"), "overzicht/" + _("Prognose")),),
        ),
        Section(
            title=_("Veranderd sinds {datum}").format(datum=format_date(seen.sinds))
            if seen.sinds
            else _("Veranderd sinds de vorige telling"),
            intro=_change_sentence(seen),
            part=_changes(seen.veranderingen) if seen.veranderingen else None,
        ),
        Section(
            title=_("Te doen"),
            intro="" if seen.acties else _("Er staat niets open."),
            part=_actions(seen.acties) if seen.acties else None,
            column=1,
        ),
        Section(
            title=_("Eerstvolgende termijnen"),
            build=deadlines,
            later=_LINE * _DEADLINES,  # a term that runs asks for the holidays, which takes a while
            commands=(_go(_("Alle termijnen"), "overzicht/" + _("Termijnen")),),
            column=1,
        ),
        Section(build=lambda: _schedule(session), later=style.PICTURE, column=1),
    ]


def cards(seen: Kort) -> list[Card]:
    """Opgave, realisatie, saldo and what to expect."""
    total, saldo = seen.prognose.totaal, seen.stand.totaal.saldo
    day = format_date(total.peildatum) if total.peildatum else _("verschillende peildata")
    return [
        Card(label=_("Opgave"), figure=format_number(total.opgave), note=str(seen.periode)),
        Card(
            label=_("Realisatie"),
            figure=format_number(total.realisatie),
            note=_("volgens schema {n} · {day}").format(n=format_number(total.schema), day=day)
            if total.realisatie is not None
            else _("nog niet ingevuld"),
            state=STATES[total.verloop] if total.verloop else None,
        ),
        Card(
            label=_("Saldo"),
            figure=format_number(saldo),
            note=_share(total),
            state=_state(saldo, _("nog te huisvesten")),
        ),
        Card(
            label=_("Verwacht saldo aan het einde"),
            figure=format_number(total.verwacht_saldo),
            note=_("bij {tempo} per maand, zoals tot nu toe").format(tempo=format_decimal(total.tempo))
            if total.tempo is not None and total.verwacht_saldo is not None
            else _("onbekend zolang een realisatie ontbreekt"),
            state=_state(total.verwacht_saldo, _("achterstand")),
        ),
    ]


def _schedule(session: Session) -> QWidget:
    from regietafel.planning.figuren import Beeld, figuur
    from ui.kit.figure_view import FigureView  # only now: the window is up sooner

    what = Beeld(periode=session.periode, op=dag_van(session.periode, today()))
    return FigureView(figuur(session.ledger, "schema", what))


def _is_known(found: Stand) -> bool:
    return any(
        number is not None
        for regel in found.regels
        for number in (regel.taakstelling, regel.realisatie, regel.beginstand)
    )


def _state(saldo: int | None, behind: str) -> State | None:
    if saldo is None:
        return None
    if saldo == 0:
        return State("●", _("gehaald"), "level")
    return State("▲", behind, "behind") if saldo > 0 else State("▼", _("voorsprong"), "ahead")


def _share(total: PrognoseRegel) -> str:
    """The realisatie as a share of the opgave, rounded in whole numbers."""
    if not total.opgave or total.opgave < 0 or total.realisatie is None:
        return ""
    share = (200 * total.realisatie + total.opgave) // (2 * total.opgave)
    return _("{n} % van de opgave gehuisvest").format(n=format_number(share))


def _behind_sentence(seen: Kort) -> str:
    counted = sum(regel.verloop is not None for regel in seen.prognose.regels)
    if not counted:
        return _("Nog van geen gemeente is een realisatie bekend.")
    if not seen.achter:
        return _("Geen enkele gemeente loopt achter op een zesde van de opgave per maand.")
    return _("{n} van {all} gemeenten; het schema is een zesde van de opgave per maand.").format(
        n=len(seen.achter), all=counted
    )


def _behind(regels: Sequence[PrognoseRegel]) -> Part:
    lines = [
        Line(
            texts=(
                regel.gemeente,
                _("▲ {n} achter").format(n=format_number(regel.verschil_met_schema)),
                format_number(regel.realisatie),
                format_number(regel.schema),
            )
        )
        for regel in regels[:_MOST]
    ]
    headings = (_("Gemeente"), _("Stand"), _("Realisatie"), _("Schema"))
    return Part(lines=[*lines, *_rest(len(regels))], headings=headings, right=frozenset({2, 3}), narrow=frozenset({1}))


def _change_sentence(seen: Kort) -> str:
    if seen.sinds is None:
        return _("Er zijn nog geen twee tellingen om te vergelijken.")
    more = sum(each.erbij or 0 for each in seen.veranderingen)
    return (
        _("Samen {n} gehuisvest.").format(n=format_change(more)) if seen.veranderingen else _("Er is niets veranderd.")
    )


def _changes(changes: Sequence[Verandering]) -> Part:
    ordered = sorted(changes, key=lambda each: -(each.erbij or 0))
    lines = [
        Line(
            texts=(
                each.gemeente,
                format_change(each.erbij) if each.erbij is not None else UNKNOWN,
                _opgave(each),
            )
        )
        for each in ordered[:_MOST]
    ]
    headings = (_("Gemeente"), _("Gehuisvest"), _("Opgave"))
    return Part(lines=[*lines, *_rest(len(ordered))], headings=headings, right=frozenset({1, 2}))


def _opgave(each: Verandering) -> str:
    if each.opgave == each.opgave_oud:
        return format_number(each.opgave)
    return f"{format_number(each.opgave_oud)} → {format_number(each.opgave)}"


def _rest(count: int) -> list[Line]:
    return [Line(texts=(_("en nog {n}").format(n=count - _MOST),), quiet=True)] if count > _MOST else []


def _actions(actions: Sequence[Actie]) -> Part:
    lines = [Line(texts=(each.zin,), record=each) for each in actions]
    return Part(lines=lines, commands=(Command(label=_("Ga erheen"), run=_open, icon="chevron-right", changes=False),))


def _deadlines(coming: Sequence[TermijnRegel], open_termijn: Command) -> Part:
    lines = [
        Line(texts=(format_date(each.datum), each.titel, each.rest), strong=each.te_laat, record=each)
        for each in coming[:_DEADLINES]
    ]
    if more := sum(each.dagen < 0 for each in coming[_DEADLINES:]):
        lines.append(Line(texts=("", "", _("▲ en nog {n} te laat").format(n=format_number(more))), strong=True))
    empty = _("Dit bestand kent geen termijnen.")
    return Part(lines=lines, empty=empty, narrow=frozenset({0, 2}), commands=(open_termijn,))


def _open(screen: Screen, actie: Actie) -> None:
    if actie.herverdeling_id is None:
        screen.session.page_requested.emit(_WHERE[actie.waar])
    else:
        screen.session.record_requested.emit(_WHERE[actie.waar], actie.herverdeling_id)


def _go(label: str, where: str) -> Command:
    return Command(label=label, run=lambda screen, _record: screen.session.page_requested.emit(where), changes=False)
