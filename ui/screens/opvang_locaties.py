"""The locations of opvang on a day: how far each is, how full, what ends, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from regietafel.catalog.opvang import LET_OP, LOCATIEREGEL, LOCATIESOORTEN, OPMERKINGEN, STAAT_NAMEN
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.fields import AANTAL
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.locaties import TABLES, LocatieRegel, locatieblad, locaties
from regietafel.queries.verslag import TABLES as VERSLAG
from ui.kit.cards import State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done, from ui/wizards: with a location, with the page, and with a line of a location's history."""

    toevoegen: Command
    bezetting: Command  # of all locations
    regel: Sequence[Command]  # with one; the first is what Enter does
    staat: Sequence[Command]  # with a line of its states
    telling: Sequence[Command]  # with a line of its counts
    besloten: Callable[[Session, int], Sequence[Part]]  # in which meetings a location was spoken of


@dataclass(frozen=True, kw_only=True)
class Rij(LocatieRegel):
    """A location in the list."""

    @property
    def let_op(self) -> str:
        """That there are remarks, and how many."""
        return f"▲ {len(self.opmerkingen)}" if self.opmerkingen else ""

    @property
    def zinnen(self) -> str:
        """The remarks in one cell."""
        return " ".join(self.opmerkingen)


class LocatiesScreen(ListScreen):
    """The list, of all kinds or of one."""

    def __init__(self, session: Session, export: Export, handelingen: Handelingen) -> None:
        self._handelingen = handelingen
        listing = Listing(
            key="opvanglocaties",
            title=_("Opvang"),
            manual="opvang",
            by_day=True,
            fields=FIELDS,
            hidden=HIDDEN,
            rows=lambda session: rijen(session, self.kind.currentData()),
            tables=TABLES | VERSLAG,
            totals=totals,
            tones={"let_op": lambda _rij: "behind", "vrij": lambda rij: "behind" if (rij.vrij or 0) < 0 else ""},
            chips=CHIPS,
            above=self._make_line,
            primary=handelingen.toevoegen,
            commands=handelingen.regel,
            detail=lambda session, rij: detail(session, rij, handelingen),
            empty=Empty(sentence=_EMPTY, begin=handelingen.toevoegen),
        )
        super().__init__(listing, session, export)

    def refresh(self) -> None:
        super().refresh()
        self.line.setVisible(bool(self.model.all_records) or bool(self.kind.currentData()))

    def select(self, identity: Any) -> None:
        """Show a location, of whatever kind it is."""
        if all(each.id != identity for each in self.model.all_records):
            self.kind.setCurrentIndex(0)
            self.refresh()
        super().select(identity)

    def _make_line(self, _screen: ListScreen) -> DayLine:
        self.line = DayLine(self)
        self.kind = self.line.add_choice(_("Soort"), {_("Alle soorten"): "", **_KINDS})
        self.line.add_commands((self._handelingen.bezetting,))
        self.line.changed.connect(self.refresh)
        return self.line


def opvang_locaties(session: Session, export: Export, handelingen: Handelingen) -> Screen:
    """The page."""
    return LocatiesScreen(session, export, handelingen)


def rijen(session: Session, soort: str) -> tuple[Rij, ...]:
    """All locations on the chosen day, or those of one kind."""
    found = locaties(session.ledger, session.op)
    names = [each.name for each in fields(LocatieRegel)]
    return tuple(
        Rij(**{name: getattr(each, name) for name in names}) for each in found if not soort or each.soort == soort
    )


def totals(rijen: Sequence[LocatieRegel]) -> dict[str, Any]:
    """Of what is open on the day: a closed place is none any more, a planned one not yet."""
    return {"naam": _("Totaal open"), **_SUMS([each for each in rijen if each.is_open])}


def detail(session: Session, rij: LocatieRegel, handelingen: Handelingen) -> Detail:
    """Everything of one location, with its history."""
    blad = locatieblad(session.ledger, rij.id, session.op)
    parts = [
        facts([field for field in FIELDS[2:] if field.name not in ("let_op", "zinnen", "opmerking")], rij),
        Part(
            title=_("Staten"),
            lines=[
                Line(
                    texts=(STAAT_NAMEN[each.staat],),
                    note=" · ".join(
                        filter(None, (_("vanaf {dag}").format(dag=format_date(each.vanaf)), each.toelichting))
                    ),
                    record=each,
                    quiet=each.vanaf > session.op,
                )
                for each in blad.staten
            ],
            commands=handelingen.staat,
            empty=_("Nog geen staat vastgelegd."),
        ),
        Part(
            title=_("Bezetting"),
            headings=(_BY_NAME["peildatum"].label, _BY_NAME["bezet"].label),
            right=frozenset({1}),
            lines=[
                Line(texts=(format_date(each.peildatum), format_number(each.bezet)), note=each.bron, record=each)
                for each in blad.bezettingen
            ],
            commands=handelingen.telling,
            empty=_("Nog niet geteld."),
        ),
        *handelingen.besloten(session, rij.id),
    ]
    if rij.opmerkingen:
        parts.insert(0, Part(title=_("Let op"), lines=[Line(texts=(f"▲ {zin}",)) for zin in rij.opmerkingen]))
    if blad.klein:
        lines = [Line(texts=(each.naam, format_number(each.capaciteit))) for each in blad.klein]
        small = Part(title=_("Kleine locaties"), headings=(_("Naam"), _("Plekken")), lines=lines, right=frozenset({1}))
        parts.append(small)
    if rij.opmerking:
        parts.append(Part(title=_("Opmerking"), lines=[Line(texts=(rij.opmerking,))]))
    return Detail(
        title=rij.naam,
        subtitle=f"{rij.gemeente} · {LOCATIESOORTEN[rij.soort]}",
        state=state(rij),
        parts=parts,
        commands=handelingen.regel,
    )


def state(regel: LocatieRegel) -> State:
    """How far it is, as shape and word."""
    word = STAAT_NAMEN[regel.staat] if regel.staat else _("staat onbekend")
    if regel.staat == OPEN:
        return State("●", word, "ahead")
    return State("○", word, "level") if regel.staat != GESLOTEN else State("✕", word, "level")


_EMPTY = _(
    "Op een locatie worden mensen opgevangen, nu of straks: een azc, een noodopvang, een gebouw voor Oekraïners. U"
    " houdt hier bij hoe ver het is, hoeveel plekken er zijn en hoeveel daarvan bezet."
)
_SUMS = sums("capaciteit", "bezet", "vrij")
_KINDS = {label: soort for soort, label in LOCATIESOORTEN.items()}
CHIPS = (
    Chip(_("Gepland"), lambda rij: not rij.is_open and rij.staat != GESLOTEN),
    Chip(_("Raadsbesluit"), lambda rij: rij.raadsbesluit and not rij.is_open),
    Chip(_("Open"), lambda rij: rij.is_open),
    Chip(_("Gesloten"), lambda rij: rij.staat == GESLOTEN),
    Chip(_("Let op"), lambda rij: bool(rij.opmerkingen)),
)
_BY_NAME = {field.name: field for field in LOCATIEREGEL}
_FIRST = ("naam", "gemeente", "soort", "staat")
FIELDS = (
    *(_BY_NAME[name] for name in _FIRST),
    LET_OP,
    *(
        replace(field, kind=AANTAL) if field.name == "vrij" else field
        for field in LOCATIEREGEL
        if field.name not in _FIRST
    ),
    OPMERKINGEN,
)
HIDDEN = frozenset(
    {"staat_vanaf", "peildatum", "raadsbesluit", "hoofdlocatie", "doelgroep", "contact", "bron", "opmerking", "zinnen"}
)
