"""How far meetings are, and whether one may still change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from regietafel.domain.agenda import Agendapunt
from regietafel.domain.overleg import CONCEPT, NOG_TE_HOUDEN, VASTGESTELD, VERVALLEN, Overleg, staat_van
from regietafel.domain.verslag import Aanwezigheid, Verslagregel
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger


def staat(ledger: Ledger, overleg_id: int | None) -> str:
    """The state of a meeting now."""
    return staat_van(ledger.overlegstappen.where(overleg_id=overleg_id))


def staten(ledger: Ledger) -> Mapping[int | None, str]:
    """The state of every meeting now, by its id."""
    last = "SELECT overleg_id, staat FROM overlegstap WHERE id IN (SELECT max(id) FROM overlegstap GROUP BY overleg_id)"
    return defaultdict(lambda: CONCEPT, {row["overleg_id"]: row["staat"] for row in ledger.db.execute(last)})


def changeable(ledger: Ledger, overleg_id: int) -> Overleg:
    """The meeting. Raises RuleError when its list was adopted, or when it was cancelled: then it only is read."""
    overleg = ledger.overleggen.get(overleg_id)
    now = staat(ledger, overleg_id)
    if now == VASTGESTELD:
        sentence = _("Het verslag van {datum} is vastgesteld en verandert niet meer. Heropen het overleg eerst.")
        raise RuleError(sentence.format(datum=format_date(overleg.datum)))
    if now == VERVALLEN:
        raise RuleError(_("Het overleg van {datum} is vervallen.").format(datum=format_date(overleg.datum)))
    return overleg


def changeable_row(ledger: Ledger, row: Agendapunt | Verslagregel | Aanwezigheid) -> Overleg:
    """The meeting of this row. Raises RuleError as :func:`changeable`, and when the row is on record with another."""
    if row.id is not None and ledger.table(type(row)).get(row.id).overleg_id != row.overleg_id:
        raise RuleError(_("Dit hoort bij een ander overleg."))
    return changeable(ledger, row.overleg_id)


def sendable(ledger: Ledger, overleg_id: int) -> Overleg:
    """The meeting. Raises RuleError as :func:`changeable`, and once it has begun: its agenda then stays as it was."""
    overleg = changeable(ledger, overleg_id)
    if staat(ledger, overleg_id) not in NOG_TE_HOUDEN:
        sentence = _("Het overleg van {datum} is begonnen; de agenda is die van de laatste verzending.")
        raise RuleError(sentence.format(datum=format_date(overleg.datum)))
    return overleg
