"""Herverdelingen: prepared, changed while a concept, withdrawn, followed by another."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from regietafel.actions.agenda import unlink
from regietafel.domain.herverdeling import Bepalingen, Deel, Herverdeling, Overdracht
from regietafel.domain.herverdelingsregels import check
from regietafel.domain.periode import Periode
from regietafel.errors import RuleError
from regietafel.i18n import _, enumerate_some, format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.herverdelingen import blad, find_partijen, zonder
from regietafel.queries.voornemen import voornemen

FROZEN = _("Herverdeling {kenmerk} ligt vast en verandert niet meer; alleen een nieuwe kan volgen.")


def make_herverdeling(
    ledger: Ledger,
    periode: Periode,
    delen: Sequence[Deel],
    bepalingen: Bepalingen = Bepalingen(),  # noqa: B008 - it is frozen
    *,
    vervolg_op_id: int | None = None,
) -> int:
    """Prepare an agreement and return its id. Raises RuleError when a rule of art. 29 lid 2 is broken."""
    delen = _named_as_in_file(ledger, delen)
    check(voornemen(ledger, periode, delen, bepalingen))
    kenmerk = _next_kenmerk(ledger, periode)
    made = Herverdeling(kenmerk=kenmerk, periode=periode, vervolg_op_id=vervolg_op_id, **vars(bepalingen.bepalingen))
    with ledger.operation(_("Herverdeling {kenmerk} gemaakt").format(kenmerk=kenmerk)):
        made = ledger.herverdelingen.save(made)
        assert made.id is not None
        _save_overdrachten(ledger, made.id, delen)
    return made.id


def make_zonder(ledger: Ledger, herverdeling_id: int, gemeenten: Sequence[str]) -> int:
    """Prepare a new agreement like this one, without these gemeenten; return its id.

    Raises RuleError when nothing is left of it, when a gemeente is no party, or when it is in force: what the others
    agreed would then count twice.
    """
    view = blad(ledger, herverdeling_id)
    if view.in_werking_op:
        raise RuleError(FROZEN.format(kenmerk=view.kenmerk))
    names = [partij.gemeente for partij in find_partijen(ledger, view, gemeenten)]
    left, _gone = zonder(view, names)
    if not left:
        sentence = _("Zonder {namen} blijft er van {kenmerk} geen overdracht over; maak een andere herverdeling.")
        raise RuleError(sentence.format(namen=enumerate_some(names), kenmerk=view.kenmerk))
    said = _("{kenmerk} opnieuw gemaakt zonder {namen}")
    with ledger.operation(said.format(kenmerk=view.kenmerk, namen=enumerate_some(names))):
        return make_herverdeling(
            ledger, view.periode, left, view.herverdeling.bepalingen, vervolg_op_id=herverdeling_id
        )


def edit_herverdeling(
    ledger: Ledger,
    herverdeling_id: int,
    delen: Sequence[Deel],
    bepalingen: Bepalingen | None = None,
    *,
    vervolg_op_id: int | None = None,
) -> None:
    """Change a concept; ``bepalingen`` and ``vervolg_op_id`` that are not given stay. It can only follow an older one.

    The officials to call of parties that stay are kept.
    """
    herverdeling = _concept(ledger, herverdeling_id)
    bepalingen = bepalingen or herverdeling.bepalingen
    delen = _named_as_in_file(ledger, delen)
    check(voornemen(ledger, herverdeling.periode, delen, bepalingen))
    if vervolg_op_id is not None and vervolg_op_id >= herverdeling_id:
        raise RuleError(_("Herverdeling {kenmerk} kan alleen volgen op een oudere.").format(
            kenmerk=herverdeling.kenmerk
        ))  # fmt: skip
    changed = replace(
        herverdeling, vervolg_op_id=vervolg_op_id or herverdeling.vervolg_op_id, **vars(bepalingen.bepalingen)
    )
    with ledger.operation(_("Herverdeling {kenmerk} gewijzigd").format(kenmerk=herverdeling.kenmerk)):
        ledger.herverdelingen.save(changed)
        if delen == blad(ledger, herverdeling_id).delen:
            return
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling_id):
            ledger.overdrachten.delete(overdracht)
        parties = _save_overdrachten(ledger, herverdeling_id, delen)
        for behandeling in ledger.behandelingen.where(herverdeling_id=herverdeling_id):
            if behandeling.gemeente_id not in parties:
                ledger.behandelingen.delete(behandeling)


def remove_herverdeling(ledger: Ledger, herverdeling_id: int) -> None:
    """Throw away a concept, with its annexes. Its kenmerk is not used again; what was made of it stays registered."""
    herverdeling = _concept(ledger, herverdeling_id)
    with ledger.operation(_("Herverdeling {kenmerk} verwijderd").format(kenmerk=herverdeling.kenmerk)):
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling_id):
            ledger.overdrachten.delete(overdracht)
        for behandeling in ledger.behandelingen.where(herverdeling_id=herverdeling_id):
            ledger.behandelingen.delete(behandeling)
        for bijlage in ledger.bijlagen.where(herverdeling_id=herverdeling_id):
            ledger.bijlagen.delete(bijlage)
        for weglating in ledger.weglatingen.where(herverdeling_id=herverdeling_id):
            ledger.weglatingen.delete(weglating)
        for stuk in ledger.archiefstukken.where(herverdeling_id=herverdeling_id):
            ledger.archiefstukken.save(replace(stuk, herverdeling_id=None))
        for later in ledger.herverdelingen.where(vervolg_op_id=herverdeling_id):
            ledger.herverdelingen.save(replace(later, vervolg_op_id=None))
        unlink(ledger, herverdeling_id=herverdeling_id)
        ledger.herverdelingen.delete(herverdeling)


def withdraw_herverdeling(
    ledger: Ledger, herverdeling_id: int, datum: datetime.date, reden: str, *, today: datetime.date | None = None
) -> None:
    """Record that the parties go no further with an agreement that is not in force.

    Raises RuleError when it is in force, was withdrawn before, or when a college did something after that day.
    """
    herverdeling = ledger.herverdelingen.get(herverdeling_id)
    if herverdeling.in_werking_op:
        raise RuleError(FROZEN.format(kenmerk=herverdeling.kenmerk))
    if herverdeling.ingetrokken_op:
        raise RuleError(_("Herverdeling {kenmerk} is al ingetrokken.").format(kenmerk=herverdeling.kenmerk))
    if not reden.strip():
        raise RuleError(_("Schrijf waarom de herverdeling wordt ingetrokken."))
    refuse_future(datum, today)
    handled = ledger.behandelingen.where(herverdeling_id=herverdeling_id)
    if (last := max((each.laatste for each in handled if each.laatste), default=datum)) > datum:
        sentence = _("Op {datum} deed een college nog iets met {kenmerk}; vul die dag of een latere in.")
        raise RuleError(sentence.format(datum=format_date(last), kenmerk=herverdeling.kenmerk))
    with ledger.operation(_("Herverdeling {kenmerk} ingetrokken").format(kenmerk=herverdeling.kenmerk)):
        ledger.herverdelingen.save(replace(herverdeling, ingetrokken_op=datum, reden_intrekking=reden.strip()))


def refuse_future(datum: datetime.date, now: datetime.date | None = None) -> None:
    """Raises RuleError for a day still to come: what is recorded has happened. ``now`` is today when not given."""
    if datum > (now or today()):
        sentence = _("{datum} ligt in de toekomst; vul een dag in die is geweest.")
        raise RuleError(sentence.format(datum=format_date(datum)))


def _concept(ledger: Ledger, herverdeling_id: int) -> Herverdeling:
    herverdeling = ledger.herverdelingen.get(herverdeling_id)
    if herverdeling.in_werking_op:
        raise RuleError(FROZEN.format(kenmerk=herverdeling.kenmerk))
    handled = tuple(ledger.behandelingen.where(herverdeling_id=herverdeling_id))
    if herverdeling.ingetrokken_op or any(each.voorgelegd_op or each.besluit_op for each in handled):
        raise RuleError(
            _(
                "Herverdeling {kenmerk} is geen concept meer: de colleges besluiten over wat hun is voorgelegd. Trek"
                " haar in en maak een nieuwe."
            ).format(kenmerk=herverdeling.kenmerk)
        )
    return herverdeling


def _named_as_in_file(ledger: Ledger, delen: Sequence[Deel]) -> tuple[Deel, ...]:
    return tuple(
        Deel(find_gemeente(ledger, deel.van).naam, find_gemeente(ledger, deel.naar).naam, deel.aantal) for deel in delen
    )


def _save_overdrachten(ledger: Ledger, herverdeling_id: int, delen: Sequence[Deel]) -> set[int]:
    """Save them, and return the ids of the parties."""
    parties: set[int] = set()
    for deel in delen:
        van, naar = find_gemeente(ledger, deel.van).id, find_gemeente(ledger, deel.naar).id
        assert van is not None and naar is not None
        ledger.overdrachten.save(
            Overdracht(herverdeling_id=herverdeling_id, van_id=van, naar_id=naar, aantal=deel.aantal)
        )
        parties |= {van, naar}
    return parties


def _next_kenmerk(ledger: Ledger, periode: Periode) -> str:
    """``HV-2023-II-01``. A number once given is on paper somewhere, so the log is asked too: it never comes back."""
    used = [
        str(kenmerk)
        for (kenmerk,) in ledger.db.execute(
            "SELECT json_extract(after, '$.kenmerk') FROM change WHERE table_name = 'herverdeling' AND before IS NULL"
        )
    ]
    numbers = [int(match[1]) for kenmerk in used if (match := re.fullmatch(rf"HV-{periode}-(\d{{1,9}})", kenmerk))]
    return f"HV-{periode}-{max(numbers, default=0) + 1:02}"
