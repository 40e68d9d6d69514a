"""The puzzle of an uitruil: equal to trying everything, every limit kept, and what blocks it named exactly."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.planning.uitruil import Oplossing, Voortgang, Vraagstuk, los_op
from regietafel.planning.uitruil.blokkade import gedekt
from regietafel.planning.uitruil.groepen import division, groepen
from regietafel.planning.uitruil.mip import Doel, Klok, compact
from regietafel.planning.uitruil.net import given as given_by
from regietafel.planning.uitruil.net import greedy, taken
from regietafel.planning.uitruil.vraag import with_change
from regietafel.planning.uitruil.zoek import dekking, minste
from regietafel.reference import BekendeGemeente
from tests.core.gebieden import gebieden, random_vraagstuk
from tests.core.ruilen import (
    AMPLE,
    CASE,
    CASES,
    most,
    random_case,
    reached,
    sides,
    solve,
    table,
    try_everything,
    with_limit,
)


@pytest.mark.parametrize("block", range(10))
def test_equal_to_trying_everything(block: int) -> None:
    for seed in range(block * CASES // 10, (block + 1) * CASES // 10):
        vraagstuk = random_case(seed)
        outcome = solve(vraagstuk)
        assert reached(outcome) == try_everything(vraagstuk), seed
        assert all(each.bewezen and each.geheel_bewezen for each in outcome.alternatieven), seed


@settings(max_examples=60)
@given(CASE)
def test_every_alternative_keeps_every_limit(vraagstuk: Vraagstuk) -> None:
    outcome = solve(vraagstuk, alternatieven=3)
    by_id = {each.id: each for each in vraagstuk.deelnemers}
    for answer in outcome.alternatieven:
        flow = {(each.van_id, each.naar_id): each.aantal for each in answer.overdrachten}
        gives, takes = given_by(flow), taken(flow)
        assert sum(gives.values()) == sum(takes.values()) == answer.opgelost
        assert answer.rest == vraagstuk.tekort - answer.opgelost >= 0
        assert not gives.keys() & takes.keys()
        for id, aantal in gives.items():
            each = by_id[id]
            assert 0 < aantal <= min(each.saldo, most(each.afstaanbaar, each.max_afstaan))
        for id, aantal in takes.items():
            assert 0 < aantal <= most(-by_id[id].saldo, by_id[id].max_overnemen)
        for (van, naar), aantal in flow.items():
            assert aantal >= max(by_id[van].minimum, by_id[naar].minimum)
            assert by_id[van].accepts(by_id[naar]) and by_id[naar].accepts(by_id[van])
        assert answer.aantal_overdrachten >= answer.ondergrens
        assert all(each.waarom for each in answer.overdrachten)


@settings(max_examples=60)
@given(CASE, st.integers(0, 5), st.sampled_from(["max_afstaan", "max_overnemen", "minimum"]), st.integers(0, 6))
def test_a_limit_never_helps(vraagstuk: Vraagstuk, which: int, veld: str, value: int) -> None:
    each = vraagstuk.deelnemers[which % len(vraagstuk.deelnemers)]
    now = getattr(each, veld)
    tighter = max(now, value, 1) if veld == "minimum" else value if now is None else min(now, value)
    limited = with_limit(vraagstuk, each.naam, **{veld: tighter})
    assert reached(solve(limited))[0] <= reached(solve(vraagstuk))[0]


@settings(max_examples=60)
@given(CASE)
def test_the_rule_of_thumb_never_needs_fewer(vraagstuk: Vraagstuk) -> None:
    quick = greedy(vraagstuk.net())
    persons, count, _last, _near = reached(solve(vraagstuk))
    assert sum(quick.values()) <= persons
    assert sum(quick.values()) < persons or len(quick) >= count


@pytest.mark.parametrize("seed", range(30))
def test_groups_find_what_the_whole_puzzle_finds(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - cases, no secrets
    vraagstuk = table(*((f"G{k}", dice.randint(1, 20) * (1 if k % 2 else -1)) for k in range(dice.randint(10, 13))))
    if seed % 3:
        first, *others = vraagstuk.deelnemers
        total = sum(each.saldo for each in others)
        if total:  # in balance: the hardest kind
            vraagstuk = Vraagstuk(deelnemers=(replace(first, saldo=-total, afstaanbaar=abs(total)), *others))
    klok = Klok(einde=time.monotonic() + AMPLE)
    for deel in dekking(vraagstuk.net(), klok).delen:
        whole = compact(deel, Doel.AANTAL, klok)
        found = groepen(deel, klok, len(deel.paren))
        assert whole.af and whole.stroom is not None and found is not None
        assert found.ondergrens <= len(whole.stroom)
        met = division(found, klok)
        assert met is None or (deel.keeps(met) and len(met) >= len(whole.stroom))
        assert len(minste(deel, klok).stroom or ()) == len(whole.stroom)


@pytest.mark.parametrize(
    ("naam", "members"), list(gebieden()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_area_of_the_country_is_proven(naam: str, members: tuple[BekendeGemeente, ...]) -> None:
    vraagstuk = random_vraagstuk(members, seed=0)
    proven: list[int] = []
    outcome = los_op(
        vraagstuk,
        alternatieven=1,
        seconden=AMPLE,
        stop=lambda: bool(proven),
        voortgang=lambda now: proven.append(1) if now.verschil == 0 else None,
    )
    if not outcome.alternatieven:
        assert not min(vraagstuk.tekort, vraagstuk.overschot)
        return
    (best,) = outcome.alternatieven
    assert best.bewezen and best.aantal_overdrachten == best.ondergrens
    quick = greedy(vraagstuk.net())
    assert best.opgelost == min(vraagstuk.tekort, vraagstuk.overschot) == sum(quick.values())
    assert best.aantal_overdrachten <= len(quick)


def test_what_comes_first() -> None:
    # Two overdrachten cover all 20; the rule of thumb takes the largest first and needs three.
    vraagstuk = table(("Enschede", 12), ("Almelo", 8), ("Borne", -8), ("Hengelo", -12))
    assert sides(solve(vraagstuk)) == {(1, 4): 12, (2, 3): 8}
    # Either receiver could take all 6; by inhabitants it is lighter for Hengelo.
    vraagstuk = with_limit(table(("Enschede", 6), ("Borne", -6), ("Hengelo", -6)), "Hengelo", inwoners=80_000)
    assert sides(solve(vraagstuk)) == {(1, 3): 6}
    # All the same but for the neighbours.
    vraagstuk = with_limit(table(("Enschede", 6), ("Borne", -6), ("Losser", -6)), "Enschede", buren=frozenset({3}))
    assert sides(solve(vraagstuk)) == {(1, 3): 6}


@pytest.mark.parametrize(
    ("limits", "grens", "effect", "zin"),
    [
        ({"Wierden": {"max_overnemen": 0}}, "Wierden:overnemen<=0", 5,
         "Als Wierden er 5 wil overnemen in plaats van 0, kunnen er 5 meer worden overgedragen."),
        ({"Enschede": {"max_afstaan": 9}}, "Enschede:afstaan<=9", 6,
         "Als Enschede er 15 wil afstaan in plaats van 9, kunnen er 6 meer worden overgedragen."),
        ({"Enschede": {"partners": frozenset({2})}}, "Enschede:alleen Borne", 5,
         "Als Enschede ook met Wierden ruilt, kunnen er 5 meer worden overgedragen."),
        ({"Wierden": {"minimum": 8}}, "Wierden:minimaal 8", 5,
         "Als de kleinste overdracht van Wierden 5 is in plaats van 8, kunnen er 5 meer worden overgedragen."),
    ],
)  # fmt: skip
def test_what_blocks_more(limits: dict[str, dict[str, Any]], grens: str, effect: int, zin: str) -> None:
    vraagstuk = table(("Enschede", 20), ("Borne", -10), ("Wierden", -5))
    for naam, values in limits.items():
        vraagstuk = with_limit(vraagstuk, naam, **values)
    (only,) = solve(vraagstuk).blokkades
    assert (only.grens, only.effect, only.zin) == (grens, effect, zin)


def test_two_limits_that_block_together() -> None:
    vraagstuk = with_limit(table(("Enschede", 10), ("Borne", -10)), "Enschede", max_afstaan=4)
    vraagstuk = with_limit(vraagstuk, "Borne", max_overnemen=4)
    outcome = solve(vraagstuk)
    (only,) = outcome.blokkades
    assert (only.grens, only.effect) == ("Enschede:afstaan<=4 + Borne:overnemen<=4", 6)
    assert outcome.opmerkingen == ("Geen enkele grens alleen houdt het tegen; twee samen wel.",)


def test_nothing_blocks_what_cannot_be() -> None:
    assert not solve(with_limit(table(("Enschede", 3), ("Borne", -10)), "Borne", max_overnemen=5)).blokkades


@settings(max_examples=100)
@given(CASE)
def test_lifting_a_named_limit_does_exactly_what_it_says(vraagstuk: Vraagstuk) -> None:
    klok = Klok(einde=time.monotonic() + AMPLE)
    now = gedekt(vraagstuk, klok)
    for each in solve(vraagstuk).blokkades:
        after = with_change(vraagstuk, *each.opheffing)
        assert gedekt(after, klok) == now + each.effect == try_everything(after)[0]
        for change in each.opheffing:
            if isinstance(change.nieuw, int):  # one less is not enough
                less = change.nieuw + (1 if change.veld == "minimum" else -1)
                others = [other for other in each.opheffing if other is not change]
                short = with_change(vraagstuk, *others, replace(change, nieuw=less))
                assert gedekt(short, klok) < now + each.effect


def test_alternatives_really_differ() -> None:
    naam, members = next(gebied for gebied in gebieden() if gebied[0].endswith("Twente"))
    outcome = solve(random_vraagstuk(members, seed=1), alternatieven=3)
    pairs = [{(each.van, each.naar) for each in answer.overdrachten} for answer in outcome.alternatieven]
    assert len(pairs) == 3, naam
    first = outcome.alternatieven[0]
    for k, later in enumerate(pairs):
        assert all(3 * len(later - earlier) >= len(later) for earlier in pairs[:k])
        assert outcome.alternatieven[k].opgelost == first.opgelost
        assert outcome.alternatieven[k].aantal_overdrachten <= first.aantal_overdrachten + 1


def test_a_search_can_be_stopped() -> None:
    _naam, members = next(gebied for gebied in gebieden() if gebied[0].endswith("Noord-Brabant"))
    vraagstuk = random_vraagstuk(members, seed=0, gelijk=True)
    halt, told, found = threading.Event(), list[Voortgang](), list[Oplossing]()
    worker = threading.Thread(
        target=lambda: found.append(los_op(vraagstuk, seconden=AMPLE, stop=halt.is_set, voortgang=told.append))
    )
    worker.start()
    while worker.is_alive() and not told:  # it has something to be content with
        time.sleep(0.01)
    halt.set()
    worker.join()
    (outcome,) = found
    best = outcome.alternatieven[0]
    assert outcome.afgebroken and best.opgelost == vraagstuk.tekort
    assert best.aantal_overdrachten <= len(greedy(vraagstuk.net())) and told[-1].aantal == best.aantal_overdrachten
    assert not best.geheel_bewezen


def test_every_overdracht_says_why() -> None:
    def said(vraagstuk: Vraagstuk) -> list[str]:
        return [each.waarom for each in solve(vraagstuk).alternatieven[0].overdrachten]

    (only,) = said(with_limit(table(("Enschede", 20), ("Borne", -12)), "Borne", buren=frozenset({1})))
    assert only == (
        "Enschede geeft 12 aan Borne omdat Enschede een verwachte achterstand van 20 heeft en Borne een verwachte"
        " voorsprong van 12. Daarmee is de hele voorsprong van Borne gebruikt. Zij zijn buren."
    )
    (only,) = said(table(("Enschede", 12), ("Borne", -12)))
    assert only.endswith("Dat is precies even veel.")
    (only,) = said(with_limit(table(("Enschede", 20), ("Borne", -12)), "Borne", max_overnemen=5))
    assert only.endswith("voorsprong van 12. Borne wil niet meer dan 5 overnemen.")
    (only,) = said(with_limit(table(("Enschede", 20), ("Borne", -12)), "Enschede", afstaanbaar=4))
    assert only.endswith("Meer taakstelling heeft Enschede niet om af te staan.")
    first, second = said(table(("Enschede", 20), ("Borne", -12), ("Almelo", -8)))
    assert "Daarmee is de hele voorsprong van Borne gebruikt." in first
    assert "Met alles wat Enschede in dit voorstel afstaat is haar hele achterstand opgelost." in second
    apart = with_limit(table(("Enschede", 9), ("Borne", -12), ("Almelo", -8)), "Enschede", partners=frozenset({3}))
    assert "Enschede kan door de grenzen alleen met Almelo ruilen." in said(apart)[0]


@pytest.mark.parametrize(
    ("saldi", "sentence"),
    [
        ([-5, -3], "Geen gemeente heeft een verwachte achterstand; een uitruil is niet nodig."),
        ([5, 0], "Geen gemeente heeft een verwachte voorsprong; niemand kan iets overnemen."),
        ([], "Geen gemeente heeft een verwachte achterstand; een uitruil is niet nodig."),
    ],
)
def test_nothing_to_propose(saldi: list[int], sentence: str) -> None:
    outcome = solve(table(*((f"G{saldo}", saldo) for saldo in saldi)))
    assert (outcome.alternatieven, outcome.opmerkingen) == ((), (sentence,))


def test_limits_that_leave_nothing() -> None:
    outcome = solve(with_limit(table(("Enschede", 5), ("Borne", -3)), "Borne", max_overnemen=0))
    assert not outcome.alternatieven and outcome.blokkades[0].effect == 3
    assert outcome.opmerkingen == ("Binnen deze grenzen kan geen gemeente iets overdragen.",)
