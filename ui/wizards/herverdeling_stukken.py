"""The documents of an agreement: which there are, to look at, and all of them to a folder."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from regietafel.domain.behandeling import Status
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number, today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad
from ui.kit.details import Line, Part
from ui.kit.notice import Notice
from ui.kit.papers import Bundle, Written, ask_for_folder, save_all, write_all
from ui.kit.papers_window import PapersWindow
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

if TYPE_CHECKING:
    from regietafel.documents.reeks import Plan
    from ui.wizards.openbaar import OpenbaarWindow


class Working(Protocol):
    """A page that shows what goes on in the background."""

    progress: Progress
    notice: Notice


def bundle(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> Bundle:
    """The documents of an agreement. Raises RegietafelError that says what is missing."""
    from regietafel.documents.reeks import make_reeks, open_ends
    from ui.wizards import stukken

    reeks = make_reeks(ledger, herverdeling_id, datum)
    return stukken.bundle(ledger, reeks, open_ends(ledger, herverdeling_id, datum))


def documents(session: Session, view: HerverdelingBlad, title: str = "") -> Part:
    """Which kinds of documents there are and what they leave open, or what is missing to make them."""
    try:
        made = bundle(session.ledger, view.id, today())
    except RegietafelError as error:
        return Part(title=title, lines=[Line(texts=(str(error),))])
    count = Counter(paper.source.naam for paper in made.made)
    texts = [soort if n == 1 else f"{soort} ({format_number(n)})" for soort, n in count.items()]
    texts += [f"{paper.label}: {paper.refused}" for paper in made.papers if paper.refused]
    texts += [_("Nog open: {text}.").format(text=text) for text in made.open_ends]
    return Part(title=title, lines=[Line(texts=(text,)) for text in texts])


def show_documents(screen: Screen, view: HerverdelingBlad) -> None:
    """Open the window with the documents."""
    session = screen.session
    title = _("Documenten bij {kenmerk}").format(kenmerk=view.kenmerk)
    _open(PapersWindow(session, title, partial(bundle, session.ledger, view.id), today(), screen))


def show_openbaar(screen: Screen, view: HerverdelingBlad) -> None:
    """Open the window with the publication version."""
    from ui.wizards.openbaar import OpenbaarWindow

    _open(OpenbaarWindow(screen.session, view, screen))


def _open(window: PapersWindow | OpenbaarWindow) -> None:
    """Open a window that says itself why it cannot."""
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


def write_documents(screen: Screen, page: Working, view: HerverdelingBlad) -> None:
    """Write all documents to a folder."""
    save_all(screen, bundle(screen.session.ledger, view.id, today()), page.progress, page.notice)


def write_mails(screen: Screen, page: Working, view: HerverdelingBlad) -> None:
    """Write a draft e-mail for everyone, with the documents in it."""
    from regietafel.documents.leveren import Vraag, deliver, read_levering
    from regietafel.exchange.eml import eml_bytes
    from ui.wizards import stukken

    ledger = screen.session.ledger
    levering = read_levering(ledger, view.id, today(), Vraag(los=False, eml=eml_bytes))
    target = None if page.progress.busy else ask_for_folder(screen, levering.names())
    if target is None:
        return
    folder, overwrite = target

    def write(watched: Sequence[Plan]) -> Written:
        made = deliver(levering, watched, folder, overwrite=overwrite)
        return stukken.written(ledger, made.geschreven, made.mislukt)

    write_all(levering.plannen, write, folder, page.progress, page.notice)


def has_documents(view: HerverdelingBlad) -> bool:
    """Whether there is anything to send: not of what was refused or withdrawn."""
    return view.stand not in {Status.GEWEIGERD, Status.INGETROKKEN}


BEKIJKEN = Command(
    label=_("Documenten bekijken"), run=show_documents, icon="file-text", changes=False, allowed=has_documents
)
NAAR_MAP = Command(
    label=_("Alles naar map…"),
    run=lambda screen, view: write_documents(screen, screen, view),  # type: ignore[arg-type] # who offers it, shows it
    icon="folder",
    changes=False,
    allowed=has_documents,
)
OPENBAAR = Command(label=_("Openbare versie…"), run=show_openbaar, icon="eye", changes=False, allowed=has_documents)
E_MAILS = Command(
    label=_("Concept-e-mails naar map…"),
    run=lambda screen, view: write_mails(screen, screen, view),  # type: ignore[arg-type] # who offers it, shows it
    icon="mail",
    changes=False,
    allowed=has_documents,
)
COMMANDS = (BEKIJKEN, NAAR_MAP, E_MAILS, OPENBAAR)
