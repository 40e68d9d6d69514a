"""A card per gemeente: the places of opvang, what is coming, the homes that are coming, and what ends."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.i18n import _, format_date, format_number
from regietafel.planning.gemeentekaarten import TABLES, Gemeentekaart, gemeentekaarten
from ui.kit.cards import Card, CardGrid, State
from ui.kit.day_line import DayLine
from ui.kit.emptiness import Empty
from ui.kit.screen import Command, Screen
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session


def per_gemeente(session: Session, begin: Command) -> Screen:
    """The page, of the chosen day; ``begin`` is what to do while there is nothing to show."""
    grid = CardGrid()
    board = Board(
        title=_("Per gemeente"),
        manual="opvang",
        tables=TABLES,
        content=lambda session: content(session, grid),
        columns=0,
        empty=Empty(
            sentence=_("Per gemeente één kaart: hoeveel opvangplekken er zijn, wat erbij komt en wat eindigt."),
            begin=begin,
        ),
    )
    screen = SectionsScreen(board, session)
    screen.by_day = True
    screen.column.insertWidget(0, DayLine(screen))
    return screen


def content(session: Session, grid: CardGrid) -> Content:
    """The whole table on top, and below it, in ``grid``, every member; nothing when there is nothing anywhere."""
    kaarten = gemeentekaarten(session.ledger, session.op)
    if not any(_has_something(kaart) for kaart in kaarten):
        return Content(())
    grid.set_cards([card(kaart) for kaart in kaarten])
    return Content([Section(kept=grid, column=None)], totals(kaarten))


def totals(kaarten: Sequence[Gemeentekaart]) -> list[Card]:
    """The members together."""

    def total(name: str) -> str:
        return format_number(sum(getattr(kaart, name) for kaart in kaarten))

    ends = sum(len(kaart.einden) for kaart in kaarten)
    return [
        Card(label=_("Opvangplekken"), figure=total("plekken"), note=_("in {n} locaties").format(n=total("locaties"))),
        Card(
            label=_("Opvangplekken die erbij komen"),
            figure=total("plekken_komend"),
            note=_("in {n} locaties").format(n=total("locaties_komend")),
        ),
        Card(
            label=_("Personen in projecten die komen"),
            figure=total("personen_komend"),
            note=_("{n} tellen mee, van {m} is dat onbekend").format(n=total("telt_mee"), m=total("telt_onbekend")),
        ),
        Card(label=_("Eindigt binnen een jaar"), figure=format_number(ends), note=_("locaties en projecten")),
    ]


def card(kaart: Gemeentekaart) -> Card:
    """One member."""
    lines = [_opvang(kaart), _wonen(kaart), _telt(kaart), _einden(kaart)]
    return Card(
        label=kaart.gemeente,
        figure=_("{n} plekken").format(n=format_number(kaart.plekken)),
        note="\n".join(line for line in lines if line),
        state=State("▲", _("er eindigt iets"), "behind") if kaart.einden else None,
    )


def _opvang(kaart: Gemeentekaart) -> str:
    if not (kaart.locaties or kaart.locaties_komend):
        return _("Geen opvanglocaties")
    said = _("Opvang: {n} open").format(n=format_number(kaart.locaties))
    if kaart.bezet is not None:
        said += _(", {n} bezet").format(n=format_number(kaart.bezet))
    if kaart.locaties_komend:
        said += _("; {n} op komst met {m} plekken").format(
            n=format_number(kaart.locaties_komend), m=format_number(kaart.plekken_komend)
        )
    return said


def _wonen(kaart: Gemeentekaart) -> str:
    if not (kaart.projecten or kaart.projecten_komend):
        return _("Geen woonprojecten")
    said = _("Wonen: {n} in gebruik").format(n=format_number(kaart.projecten))
    if kaart.projecten_komend:
        said += _("; {n} op komst, {m} woningen voor {p} personen").format(
            n=format_number(kaart.projecten_komend),
            m=format_number(kaart.woningen_komend),
            p=format_number(kaart.personen_komend),
        )
    return said


def _telt(kaart: Gemeentekaart) -> str:
    if not (kaart.telt_mee or kaart.telt_onbekend):
        return ""
    said = _("Telt mee: {n} personen").format(n=format_number(kaart.telt_mee))
    if kaart.telt_onbekend:
        said += _(", van {n} onbekend").format(n=format_number(kaart.telt_onbekend))
    return said


def _einden(kaart: Gemeentekaart) -> str:
    if not kaart.einden:
        return ""
    first = kaart.einden[0]
    said = _("Eindigt: {naam} op {datum}").format(naam=first.naam, datum=format_date(first.datum))
    return said + (_(" en nog {n}").format(n=len(kaart.einden) - 1) if len(kaart.einden) > 1 else "")


def _has_something(kaart: Gemeentekaart) -> bool:
    return bool(kaart.locaties or kaart.locaties_komend or kaart.projecten or kaart.projecten_komend)
