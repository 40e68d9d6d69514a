"""The agreements of a periode: what each does, its documents, and what can still be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from regietafel import catalog
from regietafel.actions import herverdeling as actions
from regietafel.domain.behandeling import Status
from regietafel.domain.herverdeling import Wijziging
from regietafel.errors import RegietafelError
from regietafel.fields import DATUM
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import TABLES, HerverdelingBlad, blad
from regietafel.queries.herverdelingen import herverdelingen as query
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.notice import Notice
from ui.kit.papers import Bundle, Paper, PapersWindow, save_all
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

FROZEN = _("Een herverdeling die in werking is, verandert niet meer. Maak een nieuwe herverdeling.")


class OpenWizard(Protocol):
    """``ui.wizards.herverdeling.open_herverdeling``."""

    def __call__(
        self, session: Session, parent: Screen, *, herverdeling_id: int | None = None, made: Callable[[int], object]
    ) -> object: ...


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


def herverdelingen(session: Session, export: Export, open_wizard: OpenWizard) -> Screen:
    """The page; ``open_wizard`` makes or changes an agreement."""

    def make(screen: Screen, view: HerverdelingBlad | None) -> None:
        assert isinstance(screen, HerverdelingenScreen)
        open_wizard(screen.session, screen, herverdeling_id=view.id if view else None, made=screen.select)

    primary = Command(label=_("Herverdeling maken"), run=lambda screen, view: make(screen, None), icon="plus")
    commands = (
        Command(label=_("Documenten bekijken"), run=show_documents, icon="file-text", changes=False),
        Command(label=_("Alles naar map…"), run=write_documents, icon="folder", changes=False),
        Command(label=_("Wijzigen"), run=make, icon="pencil", keys="F2", allowed=in_voorbereiding, refusal=FROZEN),
        Command(
            label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del", allowed=in_voorbereiding, refusal=FROZEN
        ),
    )
    listing = Listing(
        key="herverdelingen",
        title=_("Herverdelingen"),
        manual="herverdeling",
        by_periode=True,
        fields=catalog.HERVERDELING,
        rows=lambda session: query(session.ledger, session.periode),
        tables=TABLES,
        totals=sums("aantal"),
        chips=(
            Chip(_("In voorbereiding"), in_voorbereiding),
            Chip(_("In werking"), lambda view: not in_voorbereiding(view)),
        ),
        primary=primary,
        commands=commands,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Bij een herverdeling neemt een gemeente een deel van de taakstelling van een andere over. In deze"
                " periode is er nog geen."
            ),
            begin=primary,
        ),
    )
    return HerverdelingenScreen(listing, session, export)


def in_voorbereiding(view: HerverdelingBlad) -> bool:
    """Whether it can still change."""
    return view.stand is Status.CONCEPT


def detail(session: Session, view: HerverdelingBlad, commands: tuple[Command, ...]) -> Detail:
    """What the agreement does to each party, why, and which documents belong to it."""
    state = State("○", view.status, "behind") if in_voorbereiding(view) else State("●", view.status, "level")
    fields = catalog.WIJZIGING_REGEL
    total = Wijziging(_("Totaal"), view.som_oud, view.som_nieuw - view.som_oud)
    lines = [Line(texts=tuple(each.show(partij) for each in fields)) for partij in view.partijen]
    lines.append(Line(texts=tuple(each.show(total) for each in fields), strong=True))
    headings = (fields[0].label, _("Oud"), fields[2].label, _("Nieuw"))
    parts = [Part(headings=headings, lines=lines, right=frozenset({1, 2, 3}))]
    if view.toelichting:
        parts.append(Part(title=_("Toelichting"), lines=[Line(texts=(view.toelichting,))]))
    parts.append(_documents(session, view))
    subtitle = _("{periode}, in werking op {datum}") if view.in_werking_op else "{periode}"
    datum = DATUM.format(view.in_werking_op)
    return Detail(
        title=_("Herverdeling {kenmerk}").format(kenmerk=view.kenmerk),
        subtitle=subtitle.format(periode=view.periode, datum=datum),
        state=state,
        parts=parts,
        commands=commands,
    )


def _documents(session: Session, view: HerverdelingBlad) -> Part:
    """Which documents there are, or what is missing to make them."""
    try:
        made = bundle(session.ledger, view.id, _today())
        texts = [paper.label for paper in made.papers]
        texts += [_("Nog open: {text}.").format(text=text) for text in made.open_ends]
    except RegietafelError as error:
        texts = [str(error)]
    return Part(title=_("Documenten"), lines=[Line(texts=(text,)) for text in texts])


def bundle(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> Bundle:
    """The documents of an agreement. Raises RegietafelError that says what is missing."""
    from regietafel.documents.dossier import Stuk, make_dossier, open_ends, write_dossier

    def render(stuk: Stuk) -> bytes:
        from regietafel.documents.pdf import render_pdf

        return render_pdf(stuk.document)

    stukken = make_dossier(ledger, herverdeling_id, datum)
    kenmerk = blad(ledger, herverdeling_id).kenmerk
    return Bundle(
        papers=tuple(
            Paper(
                label=stuk.bestandsnaam.removesuffix(".pdf").removeprefix(kenmerk).strip() or stuk.soort,
                filename=stuk.bestandsnaam,
                render=partial(render, stuk),
                source=stuk,
            )
            for stuk in stukken
        ),
        write=write_dossier,
        open_ends=open_ends(ledger, herverdeling_id, datum),
    )


def show_documents(screen: Screen, view: HerverdelingBlad) -> None:
    """Open the window with the documents."""
    session = screen.session
    title = _("Documenten bij {kenmerk}").format(kenmerk=view.kenmerk)
    window = PapersWindow(session, title, partial(bundle, session.ledger, view.id), _today(), screen)
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


def write_documents(screen: Screen, view: HerverdelingBlad) -> None:
    """Write all documents to a folder."""
    assert isinstance(screen, HerverdelingenScreen)
    save_all(screen, bundle(screen.session.ledger, view.id, _today()), screen.progress, screen.notice)


def remove(screen: Screen, view: HerverdelingBlad) -> None:
    """Withdraw it; that can be undone."""
    actions.remove_herverdeling(screen.session.ledger, view.id)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
