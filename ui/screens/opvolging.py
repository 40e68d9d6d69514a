"""Everything that is waited for over all agreements: what arrived is ticked off, many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from regietafel.catalog.herverdeling import BEKENDMAKING, BESLUIT, KENNISGEVING, VOORLEGGING
from regietafel.catalog.opvolging import OPVOLGING
from regietafel.domain.termijn import in_days
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _, enumerate_some, format_date, today
from regietafel.queries.herverdelingen import HerverdelingBlad, blad, summarise
from regietafel.queries.opvolging import TABLES, Verwacht
from regietafel.queries.opvolging import opvolging as query
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.ticking import TickScreen

_DELEN = 4  # overdrachten in a line
_MOST = 14  # lines in the panel; the dialog shows them all
_HERVERDELINGEN = "herverdelingen/" + _("Herverdelingen")


def opvolging(session: Session, export: Export, tick: Command, one_by_one: Sequence[Command]) -> Screen:
    """The page; ``tick`` records what is ticked, ``one_by_one`` what is asked for a single row, say a refusal."""
    commands = (tick, *one_by_one, OPEN)
    listing = Listing(
        key="opvolging",
        title=_("Opvolging"),
        manual="opvolging",
        fields=OPVOLGING,
        rows=lambda session: query(session.ledger, today()),
        tables=TABLES,
        tones={"rest": lambda row: "behind" if row.te_laat else ""},
        chips=(
            _chip(_("Besluiten"), "voorleggen", "besluit"),
            _chip(_("Bekendmakingen"), "bekendmaking"),
            _chip(_("Kennisgevingen"), "kennisgeving", "ontvangst"),
            Chip(_("COA"), lambda row: row.aan == "coa"),
            Chip(_("Te laat"), lambda row: row.te_laat),
        ),
        primary=tick,
        commands=commands,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Hier staat waar de tafel op wacht: besluiten, bekendmakingen, kennisgevingen en het bericht van het"
                " COA. Er staat nu niets open."
            ),
            begin=Command(
                label=_("Naar de herverdelingen"),
                run=lambda screen, _row: screen.session.page_requested.emit(_HERVERDELINGEN),
                changes=False,
            ),
        ),
    )
    return TickScreen(listing, session, export, partial(together, tick=tick))


def detail(session: Session, row: Verwacht, commands: Sequence[Command]) -> Detail:
    """Whom to call, by when, and what happened before."""
    view = blad(session.ledger, row.herverdeling_id)
    delen = enumerate_some([summarise([deel]) for deel in view.delen], _DELEN)
    return Detail(
        title=row.wie,
        subtitle=f"{row.wat} · {row.kenmerk}",
        state=_state(row),
        parts=(
            facts((OPVOLGING[5], OPVOLGING[4]), row),
            Part(title=_("Wat er al was"), lines=_history(view, row), empty=_("Nog niets.")),
            Part(title=_("Herverdeling"), lines=[Line(texts=(delen,), note=view.status)]),
        ),
        commands=commands,
    )


def together(_session: Session, rows: Sequence[Verwacht], tick: Command) -> Detail:
    """What is ticked, and the button to record it."""
    shown = rows[:_MOST]
    parts = [
        Part(title=kenmerk, lines=[Line(texts=(row.wie, row.wat)) for row in shown if row.kenmerk == kenmerk])
        for kenmerk in dict.fromkeys(row.kenmerk for row in shown)
    ]
    if more := len(rows) - len(shown):
        parts.append(Part(lines=[Line(texts=(_("en nog {n}").format(n=more),), quiet=True)]))
    return Detail(title=_("{n} regels gekozen").format(n=len(rows)), parts=parts, commands=(tick,))


def _history(view: HerverdelingBlad, row: Verwacht) -> list[Line]:
    """What is known of the steps before this one."""
    if row.gemeente_id is not None:
        fact = next(each for each in view.behandelingen if each.gemeente_id == row.gemeente_id)
        return _known((VOORLEGGING, *BESLUIT, BEKENDMAKING[0]), fact)
    lines = [
        Line(texts=(_("Laatste bekendmaking"), format_date(view.bekendgemaakt_op))),
        Line(texts=(_("In werking"), format_date(view.in_werking_op))),
    ]
    told = next((each for each in view.kennisgevingen if each.aan == row.aan), None)
    return [*lines, *(_known(KENNISGEVING[1:], told) if told else [])]


def _known(fields: Sequence[Field], record: object) -> list[Line]:
    lines = [Line(texts=(field.label, field.show(record))) for field in fields]
    return [line for line in lines if line.texts[1] not in ("", UNKNOWN)]


def _state(row: Verwacht) -> State | None:
    if row.dagen is None:
        return None
    return State("▲", in_days(row.dagen), "behind") if row.te_laat else State("●", in_days(row.dagen), "level")


def _chip(label: str, *soorten: str) -> Chip:
    return Chip(label, lambda row: row.soort in soorten)


OPEN = Command(
    label=_("Herverdeling openen"),
    run=lambda screen, row: screen.session.record_requested.emit(_HERVERDELINGEN, row.herverdeling_id),
    icon="arrow-left-right",
    changes=False,
)
