"""What one can do with an agreement as a whole: make, change, throw away, go on without who refuses, follow up."""

from __future__ import annotations

from functools import partial

from regietafel.actions.herverdeling import make_zonder, remove_herverdeling
from regietafel.domain.behandeling import Status
from regietafel.i18n import _
from regietafel.queries.herverdelingen import HerverdelingBlad, weigeraars, zonder
from ui.kit.screen import Command, Screen
from ui.wizards.herverdeling import open_herverdeling

ADDRESS = "herverdelingen/" + _("Herverdelingen")
FROZEN = _("Alleen een concept verandert nog. Maak anders een nieuwe herverdeling.")


def is_concept(view: HerverdelingBlad) -> bool:
    """Whether it can still change."""
    return view.stand is Status.CONCEPT


def can_go_on(view: HerverdelingBlad) -> bool:
    """Whether a college refused, something is left without it, and nobody made that already."""
    return view.stand is Status.GEWEIGERD and not view.vervolgen and bool(zonder(view, weigeraars(view))[0])


def make(screen: Screen, _record: object) -> None:
    """With the wizard; what is made gets the cursor."""
    open_herverdeling(screen.session, screen, made=screen.select)


def edit(screen: Screen, view: HerverdelingBlad) -> None:
    """With the wizard."""
    open_herverdeling(screen.session, screen, herverdeling_id=view.id)


def follow(screen: Screen, view: HerverdelingBlad) -> None:
    """With the wizard, beginning with what was agreed before; then open what was made."""
    open_herverdeling(screen.session, screen, vervolg_op_id=view.id, made=partial(_open, screen))


def go_on(screen: Screen, view: HerverdelingBlad) -> None:
    """A new concept of what is left; open it."""
    _open(screen, make_zonder(screen.session.ledger, view.id, weigeraars(view)))


def remove(screen: Screen, view: HerverdelingBlad) -> None:
    """Throw it away; the bar below offers to undo it."""
    remove_herverdeling(screen.session.ledger, view.id)


def _open(screen: Screen, herverdeling_id: int) -> None:
    screen.session.record_requested.emit(ADDRESS, herverdeling_id)


OPENEN = Command(
    label=_("Openen"), run=lambda screen, view: _open(screen, view.id), icon="chevron-right", changes=False
)
MAKEN = Command(label=_("Herverdeling maken"), run=make, icon="plus")
WIJZIGEN = Command(label=_("Wijzigen…"), run=edit, icon="pencil", keys="F2", allowed=is_concept, refusal=FROZEN)
VERWIJDEREN = Command(
    label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del", allowed=is_concept, refusal=FROZEN
)
VERVOLG = Command(
    label=_("Vervolgafspraak maken"), run=follow, icon="plus", allowed=lambda view: view.in_werking_op is not None
)
ZONDER = Command(label=_("Nieuw concept zonder wie weigert"), run=go_on, icon="plus", allowed=can_go_on)
