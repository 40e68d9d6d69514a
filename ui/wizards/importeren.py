"""Read in a taakstelling: choose the file, see what every row would do, decide what is unclear, write it at once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange import inlezen
from regietafel.exchange.taakstelling import Gelezen, Importplan, Plek, plan_import
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.screen import Command
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.kit.wizard import DraftWizard, Step
from ui.wizards.importeren_bestand import Bestand
from ui.wizards.importeren_controle import Controle


@dataclass(frozen=True, kw_only=True)
class Inlezing:
    """What the steps fill in. ``keuzes``: per row the GM-code the user chose, None to leave the row out."""

    periode: Periode
    datum: datetime.date | None = None
    landelijk: int | None = None
    bron: str = ""
    gelezen: Gelezen | None = None
    keuzes: Mapping[Plek, str | None] = field(default_factory=dict)


def open_import(session: Session, parent: QWidget | None = None, path: Path | None = None) -> DraftWizard:
    """Open the wizard, perhaps with a file that was dropped on the window."""
    ledger = session.ledger
    steps = [
        Step(
            title=_("Bestand"),
            intro=_("Bijlage A van de circulaire, of een andere lijst met de taakstelling per gemeente."),
            build=lambda: Bestand(session, path),
        ),
        Step(title=_("Controleren"), build=lambda: Controle(ledger), check=lambda draft: check_plan(ledger, draft)),
    ]

    def finish(draft: Inlezing) -> None:
        write(ledger, draft)
        session.periode = draft.periode

    wizard = DraftWizard(
        _("Taakstelling inlezen"), Inlezing(periode=session.periode), steps, finish, verb=_("Inlezen"), parent=parent
    )
    resize_within_screen(wizard, 1160, 720)
    wizard.finished.connect(lambda result: wizard.deleteLater())
    wizard.open()
    return wizard


def plan(ledger: Ledger, draft: Inlezing) -> Importplan:
    """What the draft would do."""
    assert draft.gelezen is not None and draft.datum is not None
    return plan_import(ledger, draft.gelezen, draft.periode, draft.datum, keuzes=draft.keuzes)


def check_plan(ledger: Ledger, draft: Inlezing) -> None:
    """Raises RegietafelError when there is nothing to write, or something to decide about a gemeente of this file."""
    made = plan(ledger, draft)
    open_ = [rij for rij in made.voorstellen if rij.gemeente_id is not None]
    if open_:
        raise RegietafelError(
            _("Beslis eerst over rij {rijen}: overnemen, een andere gemeente kiezen of overslaan.").format(
                rijen=_(" en ").join(str(rij.rij) for rij in open_[:5]) + (" …" if len(open_) > 5 else "")
            )
        )
    if not made.writes(draft.landelijk):
        raise RegietafelError(_("Er is niets om in te lezen: dit bestand verandert geen enkel aantal."))


def write(ledger: Ledger, draft: Inlezing) -> None:
    """One operation, so one undo."""
    inlezen.write(ledger, plan(ledger, draft), bron=draft.bron, landelijk=draft.landelijk)


INLEZEN = Command(
    label=_("Taakstelling inlezen"), run=lambda screen, record: open_import(screen.session, screen), icon="upload"
)
