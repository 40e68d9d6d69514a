"""A list that was adopted only is read: every action that would change what was said or sent is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from regietafel.actions import agenda, bijlagen, overleggen, verslag
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.document import Bijlage
from regietafel.domain.verslag import Aanwezigheid
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from tests.core import opvang_scenarios
from tests.core.overleg_scenarios import ACTIE, BESLUIT, HELD, HOUDERS, JUNI, NEXT, SEPTEMBER, fill
from tests.core.snapshots import snapshot


@pytest.fixture
def adopted(twente: Ledger) -> Ledger:
    """The meeting of June was held, with a row of each kind, an annex and someone who was there, and was adopted."""
    opvang_scenarios.fill(twente)
    fill(twente)
    overleggen.end_overleg(twente, HELD)
    overleggen.adopt_verslag(twente, HELD)
    return twente


def punt(ledger: Ledger, id: int = 1) -> Agendapunt:
    return ledger.agendapunten.get(id)


def bijlage(ledger: Ledger) -> Bijlage:
    return next(ledger.bijlagen.where(agendapunt_id=1))


def order(ledger: Ledger) -> list[tuple[int, int | None]]:
    return [(each.id or 0, None) for each in ledger.agendapunten.where(overleg_id=HELD)]


REFUSED: tuple[Callable[[Ledger], object], ...] = (
    lambda led: overleggen.save_overleg(led, replace(led.overleggen.get(HELD), opmerking="anders")),
    lambda led: overleggen.cancel_overleg(led, HELD, ""),
    lambda led: overleggen.merge_overleggen(led, NEXT, HELD),
    lambda led: overleggen.remove_overleg(led, HELD),
    lambda led: overleggen.begin_overleg(led, HELD),
    lambda led: overleggen.end_overleg(led, HELD),
    lambda led: agenda.save_punt(led, replace(punt(led), titel="Anders")),
    lambda led: agenda.save_punt(led, replace(punt(led), overleg_id=NEXT)),
    lambda led: agenda.remove_punt(led, punt(led, 3)),
    lambda led: agenda.remove_punt(led, replace(punt(led, 3), overleg_id=NEXT)),
    lambda led: agenda.order_punten(led, HELD, order(led)[::-1]),
    lambda led: agenda.set_besproken(led, 3, True),
    lambda led: agenda.fill_agenda(led, HELD),
    lambda led: agenda.record_verzending(led, HELD, JUNI, JUNI, momentopname=b"{}"),
    lambda led: bijlagen.add_agendabijlage(led, 1, "Brief", "brief.pdf", b"%PDF"),
    lambda led: bijlagen.edit_bijlage(led, replace(bijlage(led), titel="Anders")),
    lambda led: bijlagen.remove_bijlage(led, bijlage(led)),
    lambda led: verslag.record_regel(led, BESLUIT),
    lambda led: verslag.record_regel(led, replace(ACTIE, id=3, tekst="Anders"), HOUDERS),
    lambda led: verslag.record_regel(led, replace(ACTIE, id=3, overleg_id=NEXT, agendapunt_id=None), HOUDERS),
    lambda led: verslag.record_regels(led, HELD, [verslag.Rij(BESLUIT)]),
    lambda led: verslag.remove_regel(led, led.verslagregels.get(3)),
    lambda led: verslag.remove_regel(led, replace(led.verslagregels.get(3), overleg_id=NEXT)),
    lambda led: verslag.save_aanwezigheid(led, Aanwezigheid(overleg_id=HELD, organisatie="COA")),
    lambda led: verslag.save_aanwezigheid(led, replace(led.aanwezigheden.get(1), overleg_id=NEXT)),
    lambda led: verslag.remove_aanwezigheid(led, led.aanwezigheden.get(1)),
    lambda led: verslag.fill_aanwezigheid(led, HELD),
)


@pytest.mark.parametrize("change", REFUSED)
def test_nothing_of_it_changes(adopted: Ledger, change: Callable[[Ledger], object]) -> None:
    before = snapshot(adopted)
    with pytest.raises(RuleError):
        change(adopted)
    assert snapshot(adopted) == before


def test_what_becomes_of_it_is_kept_and_one_can_go_back(adopted: Ledger) -> None:
    verslag.set_gereed(adopted, 3, SEPTEMBER)
    verslag.set_kennislinks(adopted, 2, [2])
    verslag.link_regel(adopted, 1, locatie_id=1)
    overleggen.reopen_overleg(adopted, HELD, "een besluit ontbrak")
    verslag.record_regel(adopted, BESLUIT)
    for _step in range(5):
        adopted.undo()
    with pytest.raises(RuleError, match="vastgesteld"):
        verslag.record_regel(adopted, BESLUIT)
    assert adopted.verslagregels.get(3).gereed_op is None
