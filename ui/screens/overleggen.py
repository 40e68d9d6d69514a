"""The meetings of all series: when, how far, what is still to do; one click tells more, Enter opens the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from regietafel.catalog.overleg import OVERLEG, OVERLEGREGEL, OVERLEGSTATEN, VORMEN
from regietafel.domain.overleg import CONCEPT, NOG_TE_HOUDEN, PRT, REGIETAFEL, VASTGESTELD, VERSLAG_CONCEPT, VOOROVERLEG
from regietafel.i18n import _, format_date, format_number, today
from regietafel.queries.agenda import agenda
from regietafel.queries.overleggen import TABLES, OverlegRegel
from regietafel.queries.overleggen import overleggen as query
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_FACTS = tuple(each for each in OVERLEG if each.name in {"locatie", "voorzitter", "secretaris", "opmerking"})


@dataclass(frozen=True, kw_only=True)
class Rij(OverlegRegel):
    """A meeting in the list."""

    @property
    def stand(self) -> str:
        """Its state, with a shape."""
        return f"{VORMEN[self.staat][0]} {OVERLEGSTATEN[self.staat]}"

    @property
    def te_laat(self) -> bool:
        """Whether the agenda should have gone out."""
        return self.staat == CONCEPT and self.agenda_voor < today()


def overleggen(session: Session, export: Export, make: Command, commands: Sequence[Command]) -> Screen:
    """The page; the first of ``commands`` opens a meeting."""
    listing = Listing(
        key="overleggen",
        title=_("Overleggen"),
        manual="overleg",
        fields=OVERLEGREGEL,
        hidden=frozenset({"begin"}),
        rows=lambda session: [Rij(**vars(each)) for each in query(session.ledger)],
        tables=TABLES,
        tones={
            "stand": lambda rij: VORMEN[rij.staat][1],
            "agenda_voor": lambda rij: "behind" if rij.te_laat else "",
        },
        chips=(
            Chip(_("Nog te houden"), lambda rij: rij.staat in NOG_TE_HOUDEN),
            Chip(_("Verslag in concept"), lambda rij: rij.staat == VERSLAG_CONCEPT),
            Chip(_("Vastgesteld"), lambda rij: rij.staat == VASTGESTELD),
            Chip(_("Regietafel"), lambda rij: rij.soort == REGIETAFEL),
            Chip(_("Vooroverleg"), lambda rij: rij.soort == VOOROVERLEG),
            Chip(_("PRT"), lambda rij: rij.soort == PRT),
        ),
        primary=make,
        commands=commands,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Hier staan de overleggen van de tafel, met agenda, aanwezigen en de actie- en besluitenlijst. Er is er"
                " nog geen."
            ),
            begin=make,
        ),
    )
    return ListScreen(listing, session, export)


def detail(session: Session, rij: Rij, commands: Sequence[Command]) -> Detail:
    """What is on the agenda, and what it led to."""
    shape, tone = VORMEN[rij.staat]
    punten = [
        Line(texts=(each.nummer, each.titel), depth=int("." in each.nummer)) for each in agenda(session.ledger, rij.id)
    ]
    parts = [
        Part(title=_("Agenda"), lines=punten, narrow=frozenset({0}), headings=("", ""), empty=_("Nog geen punten.")),
    ]
    if rij.besluiten or rij.knelpunten or rij.acties_open:
        counted = (
            (_("Besluiten"), rij.besluiten),
            (_("Knelpunten"), rij.knelpunten),
            (_("Acties die nog open zijn"), rij.acties_open),
        )
        parts.append(Part(title=_("Lijst"), lines=[Line(texts=(word, format_number(n))) for word, n in counted]))
    when = _("{datum}, {begin}–{einde}").format(datum=format_date(rij.datum), begin=rij.begin, einde=rij.einde)
    sent = _("agenda versie {n}").format(n=rij.versie) if rij.versie else ""
    return Detail(
        title=rij.reeks,
        subtitle=" · ".join(filter(None, (when, sent))),
        state=State(shape, OVERLEGSTATEN[rij.staat], tone),
        parts=[*parts, facts([each for each in _FACTS if each.show(rij)], rij)],
        commands=commands,
    )
