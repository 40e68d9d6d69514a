"""Recording that the agenda of a meeting was sent, together with what was made of it: one step, also to undo."""

from __future__ import annotations

import datetime

from regietafel.actions.agenda import record_verzending
from regietafel.documents.maken import Uitkomst, to_register
from regietafel.documents.overlegleveren import OverlegLevering
from regietafel.ledger import Ledger


def keep_verzonden(
    ledger: Ledger, levering: OverlegLevering, made: Uitkomst, datum: datetime.date, momentopname: bytes
) -> None:
    """Keep what was ``made`` of it in the register, and the agenda as it is in ``momentopname`` as its next version.

    ``momentopname`` is that of the ``levering``, asked for before anything was written: it may be too large. Raises
    RuleError once the meeting has begun.
    """
    gegevens = levering.gegevens
    record_verzending(
        ledger,
        gegevens.overleg.id,
        datum,
        gegevens.opname.peildatum,
        momentopname=momentopname,
        wijzigingen="\n".join(levering.wijzigingen),
        gemaakt=to_register(made.geschreven, openbaar=levering.vraag.openbaar),
    )
