"""How long housing takes, per gemeente and month, against the norm; and how many came from opvang near by."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.catalog.vraag import DOORLOOPTIJD_REGEL
from regietafel.catalog.woonvorm import DOORLOOPTIJD
from regietafel.i18n import UNKNOWN, _, format_decimal, format_number
from regietafel.queries.doorlooptijd import DoorlooptijdRegel, doorlooptijden
from ui.kit.cards import Card, State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

_MAAND = DOORLOOPTIJD_REGEL[1]
_MOST = 3  # months as cards


def doorlooptijd(session: Session, export: Export, record: Command, commands: Sequence[Command]) -> Screen:
    """The page; ``record`` fills in a month."""
    listing = Listing(
        key="doorlooptijd",
        title=_("Doorlooptijd"),
        manual="woonvormen",
        by_day=True,
        fields=DOORLOOPTIJD_REGEL,
        rows=lambda session: doorlooptijden(session.ledger, session.op).regels,
        tables=frozenset({"doorlooptijd", "gemeente", "norm"}),
        totals=sums("huisvestingen", "regioplaatsingen"),
        tones={"boven_norm": lambda regel: "behind" if _is_late(regel) else ""},
        chips=(Chip(_("Boven de norm"), _is_late),),
        above=DayLine,
        cards=cards,
        primary=record,
        commands=commands,
        detail=lambda _session, regel: detail(regel, commands),
        empty=Empty(
            sentence=_(
                "De doorlooptijd is het aantal dagen van koppeling tot verhuizing; daarvoor is de gemeente"
                " verantwoordelijk. Vul haar per maand in, met hoeveel huishoudens uit opvang in de regio kwamen."
            ),
            begin=record,
        ),
    )
    return ListScreen(listing, session, export)


def cards(session: Session, _regels: Sequence[DoorlooptijdRegel]) -> list[Card]:
    """The newest months of the table as a whole, weighed by how many were housed."""
    return [_card(each) for each in doorlooptijden(session.ledger, session.op).regio[:_MOST]]


def detail(regel: DoorlooptijdRegel, commands: Sequence[Command]) -> Detail:
    """Everything of one gemeente in one month."""
    fields = (*DOORLOOPTIJD_REGEL[2:], DOORLOOPTIJD[-1])
    return Detail(
        title=regel.gemeente,
        subtitle=_MAAND.show(regel),
        state=_state(regel),
        parts=[facts(fields, regel)],
        commands=commands,
    )


def _card(regel: DoorlooptijdRegel) -> Card:
    note = _("{n} huishoudens · {deel} uit de regio").format(
        n=format_number(regel.huisvestingen),
        deel=UNKNOWN if regel.aandeel_regio is None else f"{format_decimal(regel.aandeel_regio)} %",
    )
    if regel.norm is not None:
        note += _(" · norm {n} dagen").format(n=format_number(regel.norm))
    label = _("Dagen in {maand}").format(maand=_MAAND.show(regel))
    return Card(label=label, figure=format_decimal(regel.dagen), note=note, state=_state(regel))


def _state(regel: DoorlooptijdRegel) -> State | None:
    if regel.boven_norm is None:
        return None
    late = _is_late(regel)
    return State(
        "▲" if late else "●", _("boven de norm") if late else _("binnen de norm"), "behind" if late else "level"
    )


def _is_late(regel: DoorlooptijdRegel) -> bool:
    return regel.boven_norm is not None and regel.boven_norm > 0
