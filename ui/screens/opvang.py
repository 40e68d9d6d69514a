"""Opvang per gebied as it was published: what was asked, what there is, and what does not add up."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.catalog import OPVANGREGEL
from regietafel.domain.opvang import GEMEENTE, LAND, PROVINCIE, VEILIGHEIDSREGIO
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.opvang import Opvangregel, opvangcijfers, peildatums
from ui.kit.details import Detail, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.picker import Picker
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True)
class Dag:
    """A day to look back to."""

    peildatum: datetime.date

    @property
    def id(self) -> datetime.date:
        """By which the choice is found again."""
        return self.peildatum


def opvang(session: Session, export: Export, primary: Command) -> Screen:
    """The page; ``primary`` reads in a table."""
    picker = Picker(_("Peildatum"), lambda dag: _("tot en met {datum}").format(datum=format_date(dag.peildatum)))

    def rows(session: Session) -> Sequence[Opvangregel]:
        picker.offer([Dag(day) for day in peildatums(session.ledger)])
        return opvangcijfers(session.ledger, picker.current.peildatum) if picker.current else ()

    listing = Listing(
        key="opvang",
        title=_("Opvang"),
        manual="opvang",
        fields=OPVANGREGEL,
        hidden=frozenset({"berekend", "bron"}),
        rows=rows,
        tables=frozenset({"opvangcijfer", "gemeente"}),
        tones={"onverklaard": lambda regel: "behind" if regel.onverklaard else ""},
        chips=CHIPS,
        above=lambda _screen: picker,
        remarks=remarks,
        primary=primary,
        detail=lambda _session, regel: detail(regel),
        empty=Empty(
            sentence=_(
                "Lees een tabel over opvang in: per provincie, veiligheidsregio of gemeente de opgave, de realisatie en"
                " het verschil."
            ),
            begin=primary,
        ),
    )
    screen = ListScreen(listing, session, export)
    picker.picked.connect(screen.refresh)
    return screen


def remarks(_session: Session, regels: Sequence[Opvangregel]) -> list[str]:
    """How many rows do not add up."""
    strange = sum(bool(regel.onverklaard) for regel in regels)
    if not strange:
        return []
    one = _("Bij 1 regel is het gedrukte verschil niet de opgave min de realisatie.")
    more = _("Bij {n} regels is het gedrukte verschil niet de opgave min de realisatie.")
    return [one if strange == 1 else more.format(n=format_number(strange))]


def detail(regel: Opvangregel) -> Detail:
    """Everything of one row."""
    return Detail(title=regel.naam, subtitle=regel.niveau, parts=[facts(OPVANGREGEL[2:], regel)])


def _of(niveau: str, label: str) -> Chip:
    return Chip(label, lambda regel: regel.niveau == niveau)


CHIPS = (
    _of(LAND, _("Land")),
    _of(PROVINCIE, _("Provincies")),
    _of(VEILIGHEIDSREGIO, _("Veiligheidsregio’s")),
    _of(GEMEENTE, _("Gemeenten")),
    Chip(_("Onverklaard"), lambda regel: bool(regel.onverklaard)),
)
