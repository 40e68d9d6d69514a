"""When each dialog of ``behandeling`` is offered, and which fact is recorded next."""

from __future__ import annotations

from regietafel.actions.behandeling import remove_kennisgeving, remove_verwerking
from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.i18n import _
from regietafel.queries.herverdelingen import HerverdelingBlad
from ui.kit.screen import Command
from ui.wizards.behandeling import (
    announce,
    announces,
    answered,
    decide,
    edit_kennisgeving,
    edit_partij,
    lay_before,
    notify,
    withdraw,
)


def _runs(view: HerverdelingBlad) -> bool:
    """Whether colleges can still do something about it."""
    return view.in_werking_op is None and view.herverdeling.ingetrokken_op is None


VOORLEGGEN = Command(
    label=_("Voorleggen…"),
    run=lay_before,
    icon="mail",
    allowed=lambda view: _runs(view) and any(not each.voorgelegd(view.op) for each in view.behandelingen),
)
BESLUIT_VASTLEGGEN = Command(
    label=_("Besluit vastleggen…"),
    run=decide,
    icon="check",
    allowed=lambda view: _runs(view) and any(each.besluit_op is None for each in view.behandelingen),
)
BEKENDMAKING_VASTLEGGEN = Command(
    label=_("Bekendmaking vastleggen…"),
    run=announce,
    icon="check",
    allowed=lambda view: any(announces(view, each) for each in view.partijen),
)
KENNISGEVING_VASTLEGGEN = Command(
    label=_("Kennisgeving vastleggen…"),
    run=notify,
    icon="mail",
    allowed=lambda view: view.bekendgemaakt_op is not None and len(view.kennisgevingen) < len(ADRESSATEN),
)
COA_ANTWOORD = Command(
    label=_("COA heeft geantwoord…"),
    run=answered,
    icon="check",
    allowed=lambda view: any(each.aan == "coa" for each in view.kennisgevingen),
)
INTREKKEN = Command(
    label=_("Intrekken…"),
    run=withdraw,
    icon="x",
    allowed=lambda view: _runs(view) and view.stand is not Status.CONCEPT,
    refusal=_("Alleen wat nog niet in werking is, kunt u intrekken. Een concept verwijdert u."),
)
KENNISGEVING_WIJZIGEN = Command(label=_("Wijzigen…"), run=edit_kennisgeving, icon="pencil", allowed=bool)
KENNISGEVING_VERWIJDEREN = Command(
    label=_("Verwijderen"),
    run=lambda screen, told: remove_kennisgeving(screen.session.ledger, told),
    icon="trash-2",
    allowed=bool,
)
VERWERKING_VERWIJDEREN = Command(
    label=_("Verwijderen"),
    run=lambda screen, said: remove_verwerking(screen.session.ledger, said),
    icon="trash-2",
)
# With one college: the record is the agreement and the party.
VAN_PARTIJ = (
    Command(
        label=_("Besluit vastleggen…"),
        run=lambda screen, rij: decide(screen, rij.view, rij.partij),
        icon="check",
        allowed=lambda rij: _runs(rij.view) and rij.partij.behandeling.besluit_op is None,
    ),
    Command(
        label=_("Bekendmaking vastleggen…"),
        run=lambda screen, rij: announce(screen, rij.view, rij.partij),
        icon="check",
        allowed=lambda rij: announces(rij.view, rij.partij),
    ),
    Command(
        label=_("Wijzigen…"),
        run=lambda screen, rij: edit_partij(screen, rij.view, rij.partij),
        icon="pencil",
        keys="F2",
        allowed=lambda rij: rij.view.herverdeling.ingetrokken_op is None,
        refusal=_("Over wat is ingetrokken, valt niets meer vast te leggen."),
    ),
)
_NEXT = {
    Status.CONCEPT: (VOORLEGGEN,),
    Status.TER_BESLUITVORMING: (BESLUIT_VASTLEGGEN,),
    Status.BESLOTEN: (BEKENDMAKING_VASTLEGGEN,),
    Status.BEKENDGEMAAKT: (KENNISGEVING_VASTLEGGEN,),
    Status.IN_WERKING: (KENNISGEVING_VASTLEGGEN,),
    Status.GEMELD: (COA_ANTWOORD,),
    Status.VERWERKT: (KENNISGEVING_VASTLEGGEN,),
    Status.AFGEKEURD: (COA_ANTWOORD,),
}


def next_fact(view: HerverdelingBlad) -> Command | None:
    """What is recorded next; None when nothing is waited for."""
    return next((each for each in _NEXT.get(view.stand, ()) if each.allowed(view)), None)
