"""The documents of an agreement: which there are, to look at, and all of them to a folder."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from regietafel.domain.behandeling import Status
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad
from ui.kit.details import Line, Part
from ui.kit.papers import Bundle, Working
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

if TYPE_CHECKING:
    from ui.wizards.openbaar import OpenbaarWindow


def bundle(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> Bundle:
    """The documents of an agreement. Raises RegietafelError that says what is missing."""
    from regietafel.documents.reeks import make_stuk, plans, troubles
    from regietafel.documents.soorten import SOORTEN
    from regietafel.documents.stukken.herverdeling import collect
    from regietafel.documents.stukken.open_einden import not_filled
    from ui.wizards import stukken

    gegevens = collect(ledger, herverdeling_id, datum)
    planned = [*plans(gegevens)]
    refused = troubles(gegevens, planned)
    names = {each.wat for each in refused}
    bronnen = [
        stukken.Bron(plan.label, plan.bestandsnaam, partial(make_stuk, gegevens, plan))
        for plan in planned
        if plan.label not in names and plan.naam not in names
    ]
    return stukken.bundle(ledger, bronnen, refused, not_filled(gegevens, SOORTEN))


def documents(session: Session, view: HerverdelingBlad, title: str = "") -> Part:
    """Which kinds of documents there are and what they leave open, or what is missing to make them."""
    from regietafel.documents.reeks import plans, troubles
    from regietafel.documents.soorten import SOORTEN
    from regietafel.documents.stukken.herverdeling import collect
    from regietafel.documents.stukken.open_einden import not_filled

    try:
        gegevens = collect(session.ledger, view.id, today())
    except RegietafelError as error:
        return Part(title=title, lines=[Line(texts=(str(error),))])
    planned = [*plans(gegevens)]
    count = Counter(plan.naam for plan in planned)
    texts = [soort if n == 1 else f"{soort} ({format_number(n)})" for soort, n in count.items()]
    texts += [f"{wat}: {reden}" for wat, reden in troubles(gegevens, planned)]
    texts += [_("Nog open: {text}.").format(text=text) for text in not_filled(gegevens, SOORTEN)]
    return Part(title=title, lines=[Line(texts=(text,)) for text in texts])


def show_documents(screen: Screen, view: HerverdelingBlad) -> None:
    """Open the window with the documents."""
    session = screen.session
    title = _("Documenten bij {kenmerk}").format(kenmerk=view.kenmerk)
    _open(PapersWindow(session, title, partial(bundle, session.ledger, view.id), today(), screen))


def show_openbaar(screen: Screen, view: HerverdelingBlad) -> None:
    """Open the window with the publication version."""
    from ui.wizards.openbaar import OpenbaarWindow, of_herverdeling

    _open(OpenbaarWindow(screen.session, of_herverdeling(screen.session, view), screen))


def _open(window: PapersWindow | OpenbaarWindow) -> None:
    """Open a window that says itself why it cannot."""
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


def make_documents(screen: Screen, page: Working, view: HerverdelingBlad) -> None:
    """Ask what to make of it and where to, and make it."""
    from ui.wizards.leveren import make_documents

    make_documents(screen, screen.session, page, view.id, openbaar=False)


def has_documents(view: HerverdelingBlad) -> bool:
    """Whether there is anything to send: not of what was refused or withdrawn."""
    return view.stand not in {Status.GEWEIGERD, Status.INGETROKKEN}


BEKIJKEN = Command(
    label=_("Documenten bekijken"), run=show_documents, icon="file-text", changes=False, allowed=has_documents
)
MAKEN = Command(
    label=_("Documenten maken…"),
    run=lambda screen, view: make_documents(screen, screen, view),  # type: ignore[arg-type] # who offers it, shows it
    icon="folder",
    changes=False,
    allowed=has_documents,
)
OPENBAAR = Command(label=_("Openbare versie…"), run=show_openbaar, icon="eye", changes=False, allowed=has_documents)
COMMANDS = (BEKIJKEN, MAKEN, OPENBAAR)
