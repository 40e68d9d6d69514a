"""The rules of art. 29 lid 2 (domein §3)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    remove_herverdeling,
    withdraw_herverdeling,
)
from regietafel.actions.taakstelling import remove_versie
from regietafel.documents.reeks import make_reeks
from regietafel.domain.herverdeling import Deel, wijzigingen
from regietafel.domain.herverdelingsregels import Voornemen, check
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.herverdelingen import blad, current_taakstelling, find, herverdelingen
from tests.core.agreements import bring_into_force
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
TODAY = datetime.date(2023, 9, 1)


@pytest.mark.parametrize(
    ("delen", "sentence"),
    [
        ([], "minstens één overdracht"),
        ([Deel("Borne", "Borne", 3)], "zichzelf"),
        ([Deel("Borne", "Enschede", 0)], "groter dan 0"),
        ([Deel("Borne", "Enschede", -3)], "groter dan 0"),
        ([Deel("Borne", "Enschede", 3), Deel("Enschede", "Borne", 4)], "meer dan één"),
        ([Deel("Borne", "Enschede", 3), Deel("Borne", "Enschede", 4)], "meer dan één"),
        ([Deel("Borne", "Enschede", 39)], "taakstelling van 38 en kan er geen 39"),
        ([Deel("Borne", "Enschede", 20), Deel("Borne", "Almelo", 19)], "geen 39"),
        ([Deel("Borne", "Hengelo", 3)], "Hengelo"),
    ],
)
def test_broken_rules_say_so_and_write_nothing(twente: Ledger, delen: Sequence[Deel], sentence: str) -> None:
    with pytest.raises(RegietafelError, match=sentence):
        make_herverdeling(twente, P, delen)
    assert not list(twente.herverdelingen)


def test_without_taakstelling_nothing_can_be_handed_over(twente: Ledger) -> None:
    with pytest.raises(RuleError, match="geen taakstelling bekend"):
        make_herverdeling(twente, P.next, [Deel("Borne", "Enschede", 1)])


def test_blad_gives_old_change_and_new_with_equal_sums(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Enschede", "borne", 10), Deel("GM0153", "Almelo", 5)])
    view = blad(twente, id)
    assert [(p.gemeente, p.oud, p.wijziging, p.nieuw) for p in view.partijen] == [
        ("Enschede", 248, -15, 233),
        ("Borne", 38, 10, 48),
        ("Almelo", 113, 5, 118),
    ]
    assert view.som_oud == view.som_nieuw == 399
    assert view.samenvatting == "Enschede → Borne 10, Enschede → Almelo 5"


def test_a_chain_is_allowed_when_nobody_goes_below_zero(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 50), Deel("Borne", "Almelo", 60)])
    assert {p.gemeente: p.nieuw for p in blad(twente, id).partijen} == {"Enschede": 198, "Borne": 28, "Almelo": 173}


def test_the_whole_taakstelling_may_go(twente: Ledger) -> None:
    assert blad(twente, make_herverdeling(twente, P, [Deel("Borne", "Enschede", 38)])).partijen[0].nieuw == 0


def test_kenmerk_counts_per_period_and_never_returns(twente: Ledger) -> None:
    first = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])
    assert find(twente, "HV-2023-II-01").id == first
    remove_herverdeling(twente, first)
    make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])
    twente.undo()
    third = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])
    assert blad(twente, third).kenmerk == "HV-2023-II-03"
    with pytest.raises(RegietafelError, match="wel: HV-2023-II-03"):
        find(twente, "HV-2023-II-01")


def test_in_force_freezes_the_numbers_against_a_later_revision(twente: Ledger) -> None:
    frozen = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    concept = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 3)])
    bring_into_force(twente, frozen, TODAY)
    assert blad(twente, concept).partijen[0].oud == 238
    announce(twente, P, datetime.date(2023, 11, 10), {3: 200})
    assert blad(twente, frozen).partijen[0].oud == 248
    assert blad(twente, concept).partijen[0].oud == 190
    assert current_taakstelling(twente, P) == {"Almelo": 113, "Borne": 48, "Enschede": 190}
    changes: tuple[Callable[[], object], ...] = (
        lambda: edit_herverdeling(twente, frozen, [Deel("Enschede", "Borne", 1)]),
        lambda: remove_herverdeling(twente, frozen),
        lambda: withdraw_herverdeling(twente, frozen, TODAY, "spijt"),
        lambda: bring_into_force(twente, frozen, TODAY + datetime.timedelta(days=3)),
    )
    for change in changes:
        with pytest.raises(RuleError, match="alleen een nieuwe"):
            change()


def test_rules_are_checked_again_when_it_comes_into_force(twente: Ledger) -> None:
    first, second = (make_herverdeling(twente, P, [Deel("Borne", "Enschede", 30)]) for _ in range(2))
    bring_into_force(twente, first, TODAY)
    with pytest.raises(RuleError, match="taakstelling van 8"):
        bring_into_force(twente, second, TODAY)


def test_a_day_to_come_is_refused(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 30)])
    first = blad(twente, id).behandelingen[0]
    with pytest.raises(RuleError, match="toekomst"):
        record_behandelingen(twente, [replace(first, besluit_op=TODAY + datetime.timedelta(days=1))], today=TODAY)


def test_version_under_an_agreement_stays(twente: Ledger) -> None:
    make_herverdeling(twente, P, [Deel("Borne", "Enschede", 30)])
    with pytest.raises(RuleError, match="HV-2023-II-01"):
        remove_versie(twente, next(iter(twente.taakstellingsversies)))
    assert len(current_taakstelling(twente, P)) == 3


def test_list_is_per_period_newest_first(twente: Ledger) -> None:
    for aantal in (1, 2):
        make_herverdeling(twente, P, [Deel("Borne", "Enschede", aantal)])
    assert [view.aantal for view in herverdelingen(twente, P)] == [2, 1]
    assert herverdelingen(twente, P.next) == ()


def test_unknown_gemeente_gets_the_nearest_name(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match="Bedoelt u Enschede"):
        find_gemeente(twente, "Enscheda")


names = st.sampled_from(["A", "B", "C", "D"])


@given(
    st.lists(st.builds(Deel, names, names, st.integers(-3, 60)), max_size=6),
    st.dictionaries(names, st.integers(0, 80), min_size=2),
)
def test_what_passes_the_rules_keeps_the_sum_and_stays_above_zero(delen: list[Deel], oud: Mapping[str, int]) -> None:
    try:
        check(Voornemen(periode=P, delen=delen, oud=oud, leden=frozenset("ABCD")))
    except RuleError:
        return
    partijen = wijzigingen(delen, oud)
    assert sum(partij.wijziging for partij in partijen) == 0
    assert all(partij.nieuw >= 0 and partij.oud == oud[partij.gemeente] for partij in partijen)
    assert len(partijen) >= 2


def test_no_letters_about_numbers_that_no_longer_hold(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 30)])
    assert make_reeks(twente, id, TODAY).complete()
    announce(twente, P, datetime.date(2023, 11, 10), {2: 24})
    with pytest.raises(RuleError, match="taakstelling van 24"):
        make_reeks(twente, id, TODAY).complete()


def test_an_agreement_of_another_period_changes_nothing_here(twente: Ledger) -> None:
    announce(twente, P.next, datetime.date(2023, 10, 1), {2: 30, 3: 200})
    id = make_herverdeling(twente, P.next, [Deel("Enschede", "Borne", 7)])
    bring_into_force(twente, id, datetime.date(2024, 2, 1))
    assert current_taakstelling(twente, P) == {"Almelo": 113, "Borne": 38, "Enschede": 248}
    assert current_taakstelling(twente, P.next) == {"Borne": 37, "Enschede": 193}


def test_a_changed_agreement_is_checked_too(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])
    with pytest.raises(RuleError, match="geen 39"):
        edit_herverdeling(twente, id, [Deel("Borne", "Enschede", 39)])


@pytest.mark.parametrize("day", [datetime.date(1, 1, 3), datetime.date(2022, 12, 31), datetime.date(2024, 7, 1)])
def test_a_day_that_cannot_be_is_refused_before_it_is_frozen(twente: Ledger, day: datetime.date) -> None:
    id = make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])
    with pytest.raises(RuleError, match=r"tussen 01-01-2023 en 30-06-2024|Het jaar 1 kan niet kloppen"):
        bring_into_force(twente, id, day)
    assert blad(twente, id).in_werking_op is None


@pytest.mark.parametrize("text", ["Borne", " borne ", "BORNE", "GM0147", "gm147", "147"])
def test_a_gemeente_is_found_however_it_is_written(twente: Ledger, text: str) -> None:
    assert find_gemeente(twente, text).naam == "Borne"


def test_all_agreements_are_read_in_as_many_questions_as_one(twente: Ledger) -> None:
    first = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10), Deel("Enschede", "Almelo", 3)])
    bring_into_force(twente, first, TODAY)
    second = make_herverdeling(twente, P, [Deel("Almelo", "Borne", 2)], vervolg_op_id=first)
    third = make_herverdeling(twente, P, [Deel("Borne", "Almelo", 1)], vervolg_op_id=first)

    def questions() -> int:
        asked: list[str] = []
        twente.db.set_trace_callback(asked.append)
        herverdelingen(twente, P, TODAY)
        twente.db.set_trace_callback(None)
        return len(asked)

    assert herverdelingen(twente, P, TODAY) == tuple(blad(twente, id, TODAY) for id in (third, second, first))
    assert blad(twente, first).vervolgen == ("HV-2023-II-02", "HV-2023-II-03")
    before = questions()
    for aantal in (1, 2, 3):
        make_herverdeling(twente, P, [Deel("Enschede", "Borne", aantal)])
    assert questions() == before
