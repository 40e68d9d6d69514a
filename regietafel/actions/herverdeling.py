"""Herverdelingen: prepared, changed while in preparation, brought into force."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import replace

from regietafel.domain.herverdeling import Deel, Herverdeling, Overdracht, Partij, check
from regietafel.domain.periode import Periode
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad, current_taakstelling, find_gemeente


def make_herverdeling(ledger: Ledger, periode: Periode, delen: Sequence[Deel], toelichting: str = "") -> int:
    """Prepare an agreement and return its id. Raises RuleError when a rule of art. 29 lid 2 is broken."""
    delen = _named_as_in_file(ledger, delen)
    check(delen, current_taakstelling(ledger, periode))
    kenmerk = _next_kenmerk(ledger, periode)
    with ledger.operation(_("Herverdeling {kenmerk} gemaakt").format(kenmerk=kenmerk)):
        herverdeling = ledger.herverdelingen.save(
            Herverdeling(kenmerk=kenmerk, periode=periode, toelichting=toelichting)
        )
        assert herverdeling.id is not None
        _save_overdrachten(ledger, herverdeling.id, delen)
    return herverdeling.id


def edit_herverdeling(ledger: Ledger, herverdeling_id: int, delen: Sequence[Deel], toelichting: str = "") -> None:
    """Change an agreement in preparation. One in force is refused, here and by the file itself."""
    herverdeling = _in_preparation(ledger, herverdeling_id)
    delen = _named_as_in_file(ledger, delen)
    check(delen, current_taakstelling(ledger, herverdeling.periode))
    with ledger.operation(_("Herverdeling {kenmerk} gewijzigd").format(kenmerk=herverdeling.kenmerk)):
        ledger.herverdelingen.save(replace(herverdeling, toelichting=toelichting))
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling_id):
            ledger.overdrachten.delete(overdracht)
        _save_overdrachten(ledger, herverdeling_id, delen)


def remove_herverdeling(ledger: Ledger, herverdeling_id: int) -> None:
    """Withdraw an agreement in preparation. Its kenmerk is not used again."""
    herverdeling = _in_preparation(ledger, herverdeling_id)
    with ledger.operation(_("Herverdeling {kenmerk} verwijderd").format(kenmerk=herverdeling.kenmerk)):
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling_id):
            ledger.overdrachten.delete(overdracht)
        ledger.herverdelingen.delete(herverdeling)


def bring_into_force(ledger: Ledger, herverdeling_id: int, datum: datetime.date, *, today: datetime.date) -> None:
    """Record that every college has decided and announced: from ``datum`` the agreement counts and is frozen.

    Source: Huisvestingswet 2014 art. 29 lid 2; Awb 3:40. It cannot be undone ("eenmaal overgedragen, blijft
    overgedragen"). Raises RuleError for a day still to come, or when the numbers no longer hold.
    """
    herverdeling = _in_preparation(ledger, herverdeling_id)
    if datum > today:
        raise RuleError(
            _("{datum} ligt in de toekomst; vul de dag in waarop de herverdeling in werking is getreden.").format(
                datum=f"{datum:%d-%m-%Y}"
            )
        )
    view = blad(ledger, herverdeling_id)
    check(view.delen, current_taakstelling(ledger, herverdeling.periode))
    with ledger.operation(_("Herverdeling {kenmerk} in werking").format(kenmerk=herverdeling.kenmerk), final=True):
        for partij in view.partijen:
            gemeente = find_gemeente(ledger, partij.gemeente)
            assert gemeente.id is not None
            ledger.partijen.save(Partij(herverdeling_id=herverdeling_id, gemeente_id=gemeente.id, oud=partij.oud))
        ledger.herverdelingen.save(replace(herverdeling, in_werking_op=datum))


def _in_preparation(ledger: Ledger, herverdeling_id: int) -> Herverdeling:
    herverdeling = ledger.herverdelingen.get(herverdeling_id)
    if herverdeling.in_werking_op is not None:
        raise RuleError(
            _("Herverdeling {kenmerk} is in werking en verandert niet meer; alleen een nieuwe kan volgen.").format(
                kenmerk=herverdeling.kenmerk
            )
        )
    return herverdeling


def _named_as_in_file(ledger: Ledger, delen: Sequence[Deel]) -> tuple[Deel, ...]:
    return tuple(
        Deel(find_gemeente(ledger, deel.van).naam, find_gemeente(ledger, deel.naar).naam, deel.aantal) for deel in delen
    )


def _save_overdrachten(ledger: Ledger, herverdeling_id: int, delen: Sequence[Deel]) -> None:
    for deel in delen:
        van, naar = find_gemeente(ledger, deel.van).id, find_gemeente(ledger, deel.naar).id
        assert van is not None and naar is not None
        ledger.overdrachten.save(
            Overdracht(herverdeling_id=herverdeling_id, van_id=van, naar_id=naar, aantal=deel.aantal)
        )


def _next_kenmerk(ledger: Ledger, periode: Periode) -> str:
    """``HV-2023-II-01``. A number once given is on paper somewhere, so the log is asked too: it never comes back."""
    used = [
        json.loads(after)["kenmerk"]
        for (after,) in ledger.db.execute(
            "SELECT after FROM change WHERE table_name = 'herverdeling' AND before IS NULL"
        )
    ]
    numbers = [int(match[1]) for kenmerk in used if (match := re.fullmatch(rf"HV-{periode}-(\d+)", kenmerk))]
    return f"HV-{periode}-{max(numbers, default=0) + 1:02}"
