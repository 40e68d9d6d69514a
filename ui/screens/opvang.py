"""Opvang per gebied as it was published: what was asked, what there is, and what does not add up in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regietafel.catalog.opvang import OPVANGREGEL, TELT_NIET_OP
from regietafel.domain.opvang import GEMEENTE, LAND, PROVINCIE, VEILIGHEIDSREGIO
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.optelling import zinnen_per_getal
from regietafel.queries.opvang import Opvangregel, opvangcijfers, peildatums
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.picker import Picker
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Rij(Opvangregel):
    """A published row, with what does not add up in it."""

    fouten: Mapping[str, Sequence[str]]  # sentences by printed number

    @property
    def telt_niet_op(self) -> str:
        """That something does not, and how many numbers."""
        return f"▲ {len(self.fouten)}" if self.fouten else ""


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

    def rows(session: Session) -> Sequence[Rij]:
        picker.offer([Dag(day) for day in peildatums(session.ledger)])
        return rijen(opvangcijfers(session.ledger, picker.current.peildatum)) if picker.current else ()

    listing = Listing(
        key="opvang",
        title=_("Opvang"),
        manual="opvang",
        fields=FIELDS,
        hidden=frozenset({"berekend", "bron"}),
        rows=rows,
        tables=frozenset({"opvangcijfer", "gemeente"}),
        tones={"onverklaard": lambda rij: "behind" if rij.onverklaard else "", "telt_niet_op": lambda _rij: "behind"},
        chips=CHIPS,
        above=lambda _screen: picker,
        remarks=remarks,
        primary=primary,
        detail=lambda _session, rij: detail(rij),
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


def rijen(regels: Sequence[Opvangregel]) -> tuple[Rij, ...]:
    """The rows with what does not add up."""
    said = zinnen_per_getal(regels)
    return tuple(Rij(**vars(each), fouten=said.get(each.id, {})) for each in regels)


def remarks(_session: Session, rijen: Sequence[Rij]) -> list[str]:
    """How many numbers do not add up."""
    strange = sum(len(rij.fouten) for rij in rijen)
    if not strange:
        return []
    one = _("1 gedrukt getal telt niet op. U vindt het met “Onverklaard”.")
    more = _("{n} gedrukte getallen tellen niet op. U vindt ze met “Onverklaard”.")
    return [one if strange == 1 else more.format(n=format_number(strange))]


def detail(rij: Rij) -> Detail:
    """Everything of one row, first what does not add up."""
    parts = [facts(OPVANGREGEL[2:], rij)]
    if rij.fouten:
        lines = [Line(texts=(zin,)) for said in rij.fouten.values() for zin in said]
        parts.insert(0, Part(title=_("Telt niet op"), lines=lines))
    return Detail(title=rij.naam, subtitle=rij.niveau, parts=parts)


def _of(niveau: str, label: str) -> Chip:
    return Chip(label, lambda regel: regel.niveau == niveau)


CHIPS = (
    _of(LAND, _("Land")),
    _of(PROVINCIE, _("Provincies")),
    _of(VEILIGHEIDSREGIO, _("Veiligheidsregio’s")),
    _of(GEMEENTE, _("Gemeenten")),
    Chip(_("Onverklaard"), lambda rij: bool(rij.fouten)),
)
FIELDS = (*OPVANGREGEL, TELT_NIET_OP)
