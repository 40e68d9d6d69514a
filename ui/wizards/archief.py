"""What can be done with a document in the register: look at it, save it, make it again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from regietafel.files import write_files
from regietafel.i18n import _
from regietafel.queries.archief import Archiefregel
from ui.kit import dialogs
from ui.kit.papers import Working, tell_failure
from ui.kit.pdf_window import PdfWindow
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

if TYPE_CHECKING:
    from regietafel.documents.maken import Geschreven


def open_stuk(screen: Screen, regel: Archiefregel) -> None:
    """Show a PDF; of another form ask where to save it."""
    if regel.vorm != "pdf":
        save_stuk(screen, regel)
        return
    data = screen.session.ledger.inhoud.get(regel.sha256)
    PdfWindow(regel.titel, data, partial(_save, screen.session, regel), screen).show()


def save_stuk(screen: Screen, regel: Archiefregel) -> None:
    """Ask where, and write the file as it was made."""
    _save(screen.session, regel, screen)


def remake_stuk(screen: Screen, page: Working, regel: Archiefregel) -> None:
    """Make it from what holds now, as it was asked for and with the same date; it comes beside the old one."""
    from regietafel.documents.maken import keep
    from regietafel.documents.opnieuw import again
    from regietafel.exchange.brondata import brondata
    from regietafel.exchange.eml import eml_bytes

    if page.progress.busy:
        return
    session = screen.session
    wanted = again(session.ledger, regel.stuk, eml=eml_bytes, brondata=brondata)
    made: list[Geschreven] = []

    def done() -> None:
        session.attempt(lambda: screen.select(keep(session.ledger, made, openbaar=regel.openbaar)[0].id))

    def failed(error: BaseException) -> None:
        tell_failure(page.notice, error)

    said, work = _("Opnieuw maken:"), lambda watched: made.append(wanted.make(watched))
    page.progress.run(said, wanted.plannen, work, done, failed)


def _save(session: Session, regel: Archiefregel, parent: QWidget) -> None:
    kind = _("Bestanden (*.{vorm})").format(vorm=regel.vorm)
    if path := dialogs.choose_to_save(parent, _("Opslaan als"), regel.bestandsnaam, kind):
        session.attempt(lambda: write_files([(path, session.ledger.inhoud.get(regel.sha256))]))


OPENEN = Command(label=_("Openen"), run=open_stuk, icon="eye", changes=False)
OPSLAAN = Command(label=_("Opslaan als…"), run=save_stuk, icon="save", keys="Ctrl+S", changes=False)
OPNIEUW = Command(
    label=_("Opnieuw maken"),
    run=lambda screen, regel: remake_stuk(screen, screen, regel),  # type: ignore[arg-type] # who offers it, shows it
    icon="redo-2",
)
COMMANDS = (OPENEN, OPSLAAN, OPNIEUW)
