"""The intekenlijst: what is to be done together, who pulls it, who takes part, and how far each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from regietafel.catalog.verslag import INTEKENACTIE, INTEKENACTIE_REGEL, INTEKENROLLEN, INTEKENSTANDEN
from regietafel.domain.intekenlijst import GEREED
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.intekenlijst import TABLES, IntekenactieRegel, IntekeningRegel
from regietafel.queries.intekenlijst import intekenlijst as query
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done: add an action; with one (the first on Enter); with who signed up; with what was reported."""

    toevoegen: Command
    actie: Sequence[Command]
    intekening: Sequence[Command]
    voortgang: Sequence[Command]


@dataclass(frozen=True, kw_only=True)
class Rij(IntekenactieRegel):
    """An action in the list, with how far all of them are."""

    @property
    def stand(self) -> str:
        """In words, with its shape."""
        if not self.intekeningen:
            return _("○ nog niemand")
        done = sum(each.staat == GEREED for each in self.intekeningen)
        said = _("{n} van {alle} gereed").format(n=format_number(done), alle=format_number(len(self.intekeningen)))
        if any(each.te_laat for each in self.intekeningen):
            return _("▲ te laat, {stand}").format(stand=said)
        return f"{'●' if self.is_open else '✓'} {said}"

    @property
    def te_laat(self) -> bool:
        """Whether someone should have been done."""
        return any(each.te_laat for each in self.intekeningen)


def intekenlijst(session: Session, export: Export, handelingen: Handelingen) -> Screen:
    """The page; above it one chooses the day."""
    listing = Listing(
        key="intekenlijst",
        title=_("Intekenlijst"),
        manual="acties",
        by_day=True,
        fields=INTEKENACTIE_REGEL,
        hidden=frozenset({"bron"}),
        rows=lambda session: [Rij(**vars(each)) for each in query(session.ledger, session.op)],
        tables=TABLES,
        tones={"stand": lambda rij: "behind" if rij.te_laat else ""},
        chips=(
            Chip(_("Zonder trekker"), lambda rij: not rij.trekkers),
            Chip(_("Open"), lambda rij: rij.is_open),
            Chip(_("Te laat"), lambda rij: rij.te_laat),
        ),
        above=DayLine,
        primary=handelingen.toevoegen,
        commands=handelingen.actie,
        detail=partial(detail, handelingen=handelingen),
        empty=Empty(
            sentence=_(
                "Op de intekenlijst staat wat u samen wilt doen. Een partij tekent in als trekker of doet mee, en zegt"
                " toe wat zij doet en wanneer. Er staat nog niets op."
            ),
            begin=handelingen.toevoegen,
        ),
    )
    return ListScreen(listing, session, export)


def detail(_session: Session, rij: Rij, handelingen: Handelingen) -> Detail:
    """Who signed up for what, how far each is, and what was reported."""
    known = [each for each in INTEKENACTIE[2:] if getattr(rij, each.name)]
    parts = [Part(lines=[Line(texts=(rij.toelichting,))])] if rij.toelichting else []
    if known:
        parts.append(facts(known, rij))
    parts.append(
        Part(
            title=_("Wie heeft ingetekend"),
            lines=[_signed(each) for each in rij.intekeningen],
            commands=handelingen.intekening,
            empty=_("Nog niemand."),
        )
    )
    parts += [_reported(each, handelingen.voortgang) for each in rij.intekeningen if each.voortgang]
    return Detail(title=rij.titel, subtitle=rij.stand, parts=parts, commands=handelingen.actie)


def _signed(each: IntekeningRegel) -> Line:
    said = [INTEKENROLLEN[each.rol], INTEKENSTANDEN[each.stand]]
    if each.voor:
        said.append(_("vóór {dag}").format(dag=format_date(each.voor)))
    if each.toezegging:
        said.append(each.toezegging)
    return Line(texts=(each.partij,), note=" · ".join(said), record=each)


def _reported(each: IntekeningRegel, commands: Sequence[Command]) -> Part:
    lines = [Line(texts=(format_date(one.datum),), note=one.tekst, record=one) for one in reversed(each.voortgang)]
    return Part(title=_("Voortgang van {partij}").format(partij=each.partij), lines=lines, commands=commands)
