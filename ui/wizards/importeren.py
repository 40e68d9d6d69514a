"""Read in any table: choose it, see how its columns are understood and what every row would do, write it at once."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel.errors import RegietafelError
from regietafel.exchange import inlezen
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import INWONERS, OPVANG, OVERZICHT, REALISATIE, TAAKSTELLING
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.drafts import KeptDraft
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.kit.wizard import DraftWizard, Step
from ui.wizards.importeren_bestand import Bestand
from ui.wizards.importeren_concept import Concept, read_concept
from ui.wizards.importeren_controle import Controle
from ui.wizards.importeren_kolommen import Kolommen
from ui.wizards.importeren_lezing import Herkomst, Inlezing, plan


def open_import(
    session: Session, parent: QWidget | None = None, path: Path | None = None, soort: Soort | None = None
) -> DraftWizard:
    """Open the wizard, perhaps with a file that was dropped on the window, or for one kind of table."""
    ledger = session.ledger
    bestand, kolommen, controle = Bestand(session, path, soort), Kolommen(session), Controle(ledger)
    steps = [
        Step(title=_("Bestand"), build=lambda: bestand, check=lambda draft: check_day(ledger, draft)),
        Step(title=_("Kolommen"), build=lambda: kolommen, check=partial(plan, ledger)),
        Step(title=_("Controleren"), build=lambda: controle, check=lambda draft: check_plan(ledger, draft)),
    ]

    def finish(draft: Inlezing) -> None:
        write(ledger, draft)
        if draft.periode:
            session.periode = draft.periode

    draft = Inlezing(periode=session.periode)
    wizard = DraftWizard(_("Tabel inlezen"), draft, steps, finish, verb=_("Inlezen"), parent=parent)
    _keep(wizard, KeptDraft("inlezen", ledger.path, wizard), bestand, kolommen, controle)
    resize_within_screen(wizard, 1160, 720)
    wizard.finished.connect(lambda result: wizard.deleteLater())
    wizard.open()
    return wizard


def _keep(wizard: DraftWizard, kept: KeptDraft, bestand: Bestand, kolommen: Kolommen, controle: Controle) -> None:
    """Keep what is filled in until it is finished or given up, and offer what an earlier wizard left."""

    def content() -> dict[str, Any] | None:
        concept = bestand.concept()
        if concept is None or is_offered():
            return None
        if kolommen.herkomst is concept.herkomst:  # else the later steps still show the table before
            concept = replace(concept, indeling=kolommen.own)
        if controle.herkomst is concept.herkomst:
            concept = replace(concept, **controle.values())
        return replace(concept, stap=wizard.currentId()).to_json()

    def is_offered() -> bool:
        """Whether what an earlier wizard left waits for an answer; it is not written over before that."""
        return not bestand.old.isHidden()

    def reach(step: int) -> None:
        if step > 0:  # who goes on with another table has answered
            bestand.old.hide()
        kept.keep(content)

    def forget() -> None:
        if not is_offered():
            kept.remove()

    def throw_away() -> None:
        bestand.old.hide()
        kept.remove()

    def go_on(moment: datetime.datetime, concept: Concept) -> None:
        same = bestand.resume(concept, moment)

        def advance() -> None:
            bestand.read.disconnect(advance)
            for _step in range(concept.stap if same else 0):
                wizard.next()

        bestand.read.connect(advance)

    found = kept.read()
    concept = read_concept(found[1]) if found else None
    if found and concept:
        naam = concept.herkomst.naam if concept.herkomst.pad else _("een geplakte tabel")
        bestand.old.offer(naam, found[0], partial(go_on, found[0], concept), throw_away)
    for step in (bestand, kolommen, controle):
        step.changed.connect(lambda: kept.keep(content))
    wizard.currentIdChanged.connect(reach)
    wizard.accepted.connect(kept.remove)
    wizard.rejected.connect(forget)


def check_day(ledger: Ledger, draft: Inlezing) -> None:
    """Raises RegietafelError when the day is unknown or cannot be; without rows that is seen when there are some."""
    if draft.geraden and draft.geraden.gelezen:
        plan(ledger, replace(draft, lezing=draft.geraden))


def check_plan(ledger: Ledger, draft: Inlezing) -> None:
    """Raises RegietafelError when there is nothing to write, or something to decide about a gemeente of this file."""
    made = plan(ledger, draft)
    open_ = [rij for rij in made.voorstellen if rij.gemeente_id is not None or draft.soort.hele_land]
    if open_:
        raise RegietafelError(
            _("Beslis eerst over rij {rijen}: overnemen, een andere gemeente kiezen of overslaan.").format(
                rijen=_(" en ").join(str(rij.rij) for rij in open_[:5]) + (" …" if len(open_) > 5 else "")
            )
        )
    if not made.writes(draft.landelijk):
        raise RegietafelError(_("Er is niets om in te lezen: deze tabel verandert geen enkel aantal."))


def write(ledger: Ledger, draft: Inlezing) -> None:
    """One operation, so one undo; columns that the user pointed out are remembered."""
    lezing = draft.lezing
    assert lezing is not None
    own = lezing.herkomst is Herkomst.ZELF
    kept = inlezen.to_remember(lezing.indeling, draft.bladen, draft.soort) if own else None
    inlezen.write(ledger, plan(ledger, draft), bron=draft.bron, landelijk=draft.landelijk, kolommen=kept)


def _command(label: str, soort: Soort) -> Command:
    def run(screen: Screen, _record: object) -> None:
        open_import(screen.session, screen, soort=soort)

    return Command(label=label, run=run, icon="upload")


INLEZEN = _command(_("Taakstelling inlezen"), TAAKSTELLING)
REALISATIE_INLEZEN = _command(_("Realisatie inlezen"), REALISATIE)
OVERZICHT_INLEZEN = _command(_("COA-overzicht inlezen"), OVERZICHT)
INWONERS_INLEZEN = _command(_("Inwoners inlezen"), INWONERS)
OPVANG_INLEZEN = _command(_("Opvang inlezen"), OPVANG)
