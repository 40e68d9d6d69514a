"""Gemeenten that merge: from which day, in which number, and what is refused."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.inwoners import edit_herindeling
from regietafel.actions.regio import make_regio
from regietafel.domain.inwoners import Herindeling
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.verdeelsleutel import wadden
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import landelijke_inwoners
from regietafel.queries.verdeling_uitleg import uitleg
from tests.core.conftest import P
from tests.core.verdelingen import (
    AMELAND,
    BORNE,
    HERINDELING,
    HILVERSUM,
    WIJDEMEREN,
    divide,
    enter_country,
    line,
    new_year,
)


def test_a_merger_counts_from_its_day(twente: Ledger) -> None:
    edit_herindeling(twente, HERINDELING)
    before, after = (landelijke_inwoners(twente, periode) for periode in (Periode(2026, 2), Periode(2027, 1)))
    assert WIJDEMEREN in before.inwoners and WIJDEMEREN not in after.inwoners
    assert after.inwoners[HILVERSUM] == before.inwoners[HILVERSUM] + before.inwoners[WIJDEMEREN]
    assert "Wijdemeren hoort vanaf 01-01-2027 bij Hilversum; de inwoners zijn opgeteld." in after.opmerkingen
    assert line(twente, P, WIJDEMEREN).herindeling == "gaat op in Hilversum (01-01-2027)"
    assert line(twente, P, HILVERSUM).herindeling == "neemt Wijdemeren op (01-01-2027)"


def test_a_merger_that_the_inhabitants_show_already_needs_no_sum_and_no_remark(twente: Ledger) -> None:
    edit_herindeling(twente, HERINDELING)
    enter_country(twente, 2027, without=WIJDEMEREN)
    land = landelijke_inwoners(twente, Periode(2028, 1))
    assert not land.opmerkingen and len(land.inwoners) == 341


def test_a_member_that_merged_gets_no_number(ledger: Ledger) -> None:
    members = (Gemeente(gm_code=WIJDEMEREN, naam="Wijdemeren"), Gemeente(gm_code=HILVERSUM, naam="Hilversum"))
    make_regio(ledger, Regio(naam="Gooi"), members, [HERINDELING])
    outcome = divide(ledger, Periode(2027, 1))
    hilversum, wijdemeren = outcome.leden
    assert wijdemeren.inwoners is wijdemeren.adams is wijdemeren.amv is None
    assert hilversum.adams is not None and outcome.som_leden == hilversum.adams
    assert uitleg(outcome, WIJDEMEREN) == ("Wijdemeren staat niet bij de inwoners van dit halfjaar en telt niet mee.",)


@pytest.mark.parametrize(
    ("herindeling", "sentence"),
    [
        (replace(HERINDELING, nieuw=BORNE), "Wijdemeren staat al bij de herindelingen; wijzig die herindeling."),
        (
            Herindeling(oud=HILVERSUM, nieuw=WIJDEMEREN, datum=datetime.date(2030, 1, 1)),
            "Wijdemeren gaat via een omweg in zichzelf op; haal één herindeling weg.",
        ),
    ],
)
def test_a_merger_twice_or_in_a_circle_is_refused_by_name(
    twente: Ledger, herindeling: Herindeling, sentence: str
) -> None:
    edit_herindeling(twente, HERINDELING)
    with pytest.raises(RuleError) as refused:
        edit_herindeling(twente, herindeling)
    assert str(refused.value) == sentence


def test_a_chain_of_mergers_is_followed(twente: Ledger) -> None:
    edit_herindeling(twente, HERINDELING)
    edit_herindeling(twente, Herindeling(oud=HILVERSUM, nieuw="GM1999", datum=datetime.date(2027, 1, 1)))
    land = landelijke_inwoners(twente, Periode(2027, 1))
    assert len(land.inwoners) == 341 and land.inwoners["GM1999"] > 100_000
    assert land.naam("GM1999") == "GM1999" and land.naam(WIJDEMEREN) == "Wijdemeren"


some_codes = st.sampled_from([gemeente.code for gemeente in reference.gemeenten()][:8])


@settings(max_examples=30)
@given(
    mergers=st.lists(st.tuples(some_codes, some_codes, st.integers(2024, 2030)), max_size=6),
    jaar=st.integers(2024, 2031),
)
def test_mergers_never_lose_anyone(mergers: list[tuple[str, str, int]], jaar: int) -> None:
    ledger, refused = Ledger.in_memory(), 0
    before = sum(landelijke_inwoners(ledger, Periode(jaar, 1)).inwoners.values())
    for oud, nieuw, year in mergers:
        try:
            edit_herindeling(ledger, Herindeling(oud=oud, nieuw=nieuw, datum=new_year(year)))
        except RuleError:
            refused += 1
    land = landelijke_inwoners(ledger, Periode(jaar, 1))
    assert sum(land.inwoners.values()) == before
    assert len(land.inwoners) == 342 - sum(each.datum.year <= jaar for each in ledger.herindelingen)
    assert len(list(ledger.herindelingen)) == len(mergers) - refused


def test_mergers_in_a_circle_do_not_count_and_say_so(twente: Ledger) -> None:
    with twente.operation("door iets anders geschreven"):
        twente.herindelingen.save(HERINDELING)
        twente.herindelingen.save(replace(HERINDELING, oud=HILVERSUM, nieuw=WIJDEMEREN))
    land = landelijke_inwoners(twente, Periode(2027, 1))
    assert len(land.inwoners) == 342
    assert land.opmerkingen[-1].startswith("Geen enkele herindeling telt mee: GM")


def test_wadden_that_merged_are_no_longer_pooled(twente: Ledger) -> None:
    edit_herindeling(twente, Herindeling(oud=AMELAND, nieuw="GM0093", datum=new_year(2026)))
    (pool,) = wadden(landelijke_inwoners(twente, Periode(2026, 1)).inwoners)
    assert AMELAND not in pool.leden and len(pool.leden) == 3
