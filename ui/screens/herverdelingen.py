"""The agreements of a periode: how each stands, what comes next and by when; one click tells more, Enter opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from regietafel import catalog
from regietafel.catalog.herverdeling import STANDEN, TERMIJN
from regietafel.domain.behandeling import Status
from regietafel.domain.herverdeling import Wijziging
from regietafel.fields import Field
from regietafel.i18n import _, format_date
from regietafel.queries.herverdelingen import TABLES, HerverdelingBlad, blad
from regietafel.queries.herverdelingen import herverdelingen as query
from regietafel.queries.klokken import Klok, klokken_of
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.notice import Notice
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

Documents = Callable[[Session, HerverdelingBlad, str], Part]
_MOST = 8  # lines of a list in the panel; all of it is on the page


class Rij(HerverdelingBlad):
    """An agreement in the list, with the terms that run."""

    klokken: tuple[Klok, ...]

    @property
    def staat(self) -> str:
        """The status with its shape."""
        return f"{STANDEN[self.stand][0]} {self.status}"

    @property
    def klok(self) -> Klok | None:
        """The term that ends first."""
        return next((each for each in self.klokken if each.loopt), None)

    @property
    def termijn(self) -> str:
        """How much time is left of it, in words and shape."""
        return said(self.klok) if self.klok else ""

    @property
    def te_laat(self) -> bool:
        """Whether a term has passed that still runs."""
        return self.klok is not None and self.klok.te_laat


class HerverdelingenScreen(ListScreen):
    """The list, with a line for what goes on in the background."""

    def __init__(self, listing: Listing, session: Session, export: Export) -> None:
        super().__init__(listing, session, export)
        self.progress, self.notice = Progress(session), Notice()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.notice)

    def select(self, identity: Any) -> None:
        """Show an agreement, in whatever periode it is."""
        self.session.periode = blad(self.session.ledger, identity).periode
        super().select(identity)


def herverdelingen(
    session: Session, export: Export, make: Command, commands: Sequence[Command], documents: Documents
) -> Screen:
    """The page; the first of ``commands`` opens an agreement, ``documents`` tells which there are."""
    listing = Listing(
        key="herverdelingen",
        title=_("Herverdelingen"),
        manual="herverdeling",
        by_periode=True,
        fields=_fields(),
        rows=_rows,
        tables=TABLES,
        tones={
            "staat": lambda rij: STANDEN[rij.stand][1],
            "termijn": lambda rij: "behind" if rij.te_laat else "",
        },
        chips=(
            Chip(_("Lopend"), lambda rij: rij.stand.loopt),
            Chip(_("In werking"), lambda rij: rij.stand.geldt),
            Chip(_("Afgelopen"), lambda rij: rij.stand in _ENDED),
            Chip(_("Te laat"), lambda rij: rij.te_laat),
        ),
        primary=make,
        commands=commands,
        detail=partial(detail, commands=commands, documents=documents),
        empty=Empty(
            sentence=_(
                "Bij een herverdeling neemt een gemeente een deel van de taakstelling van een andere over. In dit"
                " halfjaar is er nog geen."
            ),
            begin=make,
        ),
    )
    return HerverdelingenScreen(listing, session, export)


def detail(session: Session, rij: Rij, commands: Sequence[Command], documents: Documents) -> Detail:
    """What the agreement does to each party, what comes next and by when, and its documents."""
    shape, tone = STANDEN[rij.stand]
    fields = catalog.PARTIJ[:4]
    total = Wijziging(_("Totaal"), rij.som_oud, rij.som_nieuw - rij.som_oud)
    lines = [Line(texts=tuple(each.show(partij) for each in fields)) for partij in rij.partijen]
    lines.append(Line(texts=tuple(each.show(total) for each in fields), strong=True))
    parts = [Part(headings=tuple(each.label for each in fields), lines=lines, right=frozenset({1, 2, 3}))]
    if rij.volgende_stap:
        parts.insert(0, Part(title=_("Volgende stap"), lines=[Line(texts=(rij.volgende_stap,))]))
    if running := [each for each in rij.klokken if each.loopt]:
        terms = [Line(texts=(each.wat, said(each)), note=_until(each), strong=each.te_laat) for each in running]
        headings = (_("Wat"), _("Nog"))
        parts.append(Part(title=_("Termijnen"), lines=terms[:_MOST], headings=headings, narrow=frozenset({1})))
    if rij.toelichting:
        parts.append(Part(title=_("Toelichting"), lines=[Line(texts=(rij.toelichting,))]))
    parts.append(documents(session, rij, _("Documenten")))
    subtitle = _("{periode}, in werking op {datum}") if rij.in_werking_op else "{periode}"
    return Detail(
        title=_("Herverdeling {kenmerk}").format(kenmerk=rij.kenmerk),
        subtitle=subtitle.format(periode=rij.periode, datum=format_date(rij.in_werking_op)),
        state=State(shape, rij.status, tone),
        parts=parts,
        commands=commands,
    )


def said(klok: Klok) -> str:
    """How much time is left of a term, with a shape."""
    return f"{'▲' if klok.te_laat else '●'} {klok.rest}"


def _until(klok: Klok) -> str:
    return _("uiterlijk {datum}").format(datum=format_date(klok.uiterlijk))


def _rows(session: Session) -> list[Rij]:
    termijnen = tuple(session.ledger.procestermijnen)
    views = query(session.ledger, session.periode)
    return [Rij(**vars(view), klokken=klokken_of(view, termijnen, gedaan=False)) for view in views]


def _fields() -> list[Field]:
    """The status with its shape, and behind it the term that ends first."""
    found: list[Field] = []
    for field in catalog.HERVERDELING:
        found += [replace(field, name="staat"), TERMIJN] if field.name == "status" else [field]
    return found


_ENDED = {Status.GEWEIGERD, Status.AFGEKEURD, Status.INGETROKKEN, Status.VERWERKT}
