"""The annexes of a point of an agenda: added, looked at, changed, saved elsewhere, taken out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.domain.document import Bijlage
from regietafel.i18n import _
from regietafel.queries.agenda import PuntRegel
from ui.kit import dialogs
from ui.kit.ordered_table import follow
from ui.kit.pdf_window import PdfWindow
from ui.kit.screen import Command, Screen
from ui.wizards import bijlagen


def add(screen: Any, punt: PuntRegel) -> None:
    """Ask which file, look at it, and ask what to call it; ``screen`` is a page that shows what goes on."""
    if path := dialogs.choose_to_open(screen, _("Bijlage kiezen"), bijlagen.KINDS):
        add_file(screen, punt, path)


def add_file(screen: Any, punt: PuntRegel, path: Path) -> None:
    """Take in this file with a point; the cursor stays on the point."""

    def take(**values: Any) -> None:
        add_agendabijlage(screen.session.ledger, punt.id, **values)
        follow(screen, punt.id)

    if not screen.progress.busy:
        title = _("Bijlage bij punt {nummer}").format(nummer=punt.nummer)
        bijlagen.take_in(screen, path, title, take)


def show(screen: Screen, bijlage: Bijlage) -> None:
    """Show a PDF; of another kind ask where to save a copy."""
    if Path(bijlage.bestandsnaam).suffix.lower() != ".pdf":
        bijlagen.save_copy(screen, bijlage)
        return
    data = screen.session.ledger.inhoud.get(bijlage.inhoud)
    save = partial(bijlagen.save_copy, screen, bijlage)
    PdfWindow(bijlage.titel, data, lambda _window: screen.session.attempt(save), screen).show()


def _following(command: Command) -> Command:
    """The command, after which the cursor is on the point of the annex again."""

    def run(screen: Screen, bijlage: Bijlage) -> None:
        command.run(screen, bijlage)
        follow(screen, bijlage.agendapunt_id)

    return replace(command, run=run)


TOEVOEGEN = Command(label=_("Bijlage…"), run=add, icon="file-plus")
OPENEN = Command(label=_("Openen"), run=show, icon="eye", changes=False)
VAN_BIJLAGE = (OPENEN, _following(bijlagen.WIJZIGEN), bijlagen.BEWAREN, _following(bijlagen.VERWIJDEREN))
