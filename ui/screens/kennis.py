"""What the table knows that helps: measures and good practices with their source, and the knelpunten they are for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from regietafel.catalog.verslag import KENNISREGEL
from regietafel.domain.verslag import KNELPUNT
from regietafel.i18n import _, format_date, sort_key, today
from regietafel.queries.verslag import TABLES, LijstRegel, register
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done: add a measure; with one (the first on Enter); with a knelpunt it may help with."""

    toevoegen: Command
    kennis: Sequence[Command]
    knelpunt: Sequence[Command]  # of a pair: the LijstRegel, and the id of the measure


@dataclass(frozen=True, kw_only=True)
class Rij:
    """A measure in the list, with the knelpunten it may help with, newest first."""

    id: int
    titel: str
    tekst: str
    thema: str
    bron: str
    datum: datetime.date | None
    bij: tuple[LijstRegel, ...]

    @property
    def knelpunten(self) -> int:
        """How many."""
        return len(self.bij)


def kennis(session: Session, export: Export, handelingen: Handelingen) -> Screen:
    """The page; every word of a measure is searched."""
    listing = Listing(
        key="kennis",
        title=_("Kennis"),
        manual="acties",
        fields=KENNISREGEL,
        hidden=frozenset({"tekst"}),
        rows=rijen,
        tables=TABLES,
        chips=(
            Chip(_("Bij een knelpunt"), lambda rij: bool(rij.bij)),
            Chip(_("Zonder bron"), lambda rij: not rij.bron),
        ),
        primary=handelingen.toevoegen,
        commands=handelingen.kennis,
        detail=partial(detail, handelingen=handelingen),
        empty=Empty(
            sentence=_(
                "Hier bewaart u maatregelen en goede voorbeelden, met de bron en de datum. Bij een knelpunt in het"
                " register kiest u welke kunnen helpen. Er is er nog geen."
            ),
            begin=handelingen.toevoegen,
        ),
    )
    return ListScreen(listing, session, export)


def rijen(session: Session) -> list[Rij]:
    """All measures, by thema and title."""
    ledger = session.ledger
    linked: defaultdict[int | None, list[LijstRegel]] = defaultdict(list)
    if ledger.kennislinks.find():
        for regel in register(ledger, today(), (KNELPUNT,)):
            for each in regel.kennis:
                linked[each.id].append(regel)
    found = [
        Rij(
            id=each.id or 0,
            titel=each.titel,
            tekst=each.tekst,
            thema=each.thema,
            bron=each.bron,
            datum=each.datum,
            bij=tuple(linked[each.id]),
        )
        for each in ledger.kennis
    ]
    return sorted(found, key=lambda rij: (sort_key(rij.thema), sort_key(rij.titel), rij.id))


def detail(_session: Session, rij: Rij, handelingen: Handelingen) -> Detail:
    """The whole note, where it comes from, and what it may help with."""
    parts = [Part(lines=[Line(texts=(rij.tekst,))])] if rij.tekst else []
    if known := [each for each in KENNISREGEL if each.name in _FACTS and getattr(rij, each.name)]:
        parts.append(facts(known, rij))
    lines = [
        Line(texts=(each.tekst,), note=f"{each.reeks}, {format_date(each.overleg_datum)}", record=(each, rij.id))
        for each in rij.bij
    ]
    parts.append(
        Part(
            title=_("Kan helpen bij"),
            lines=lines,
            commands=handelingen.knelpunt,
            empty=_("Nog niet bij een knelpunt gekozen."),
        )
    )
    return Detail(title=rij.titel, parts=parts, commands=handelingen.kennis)


_FACTS = ("thema", "bron", "datum")
