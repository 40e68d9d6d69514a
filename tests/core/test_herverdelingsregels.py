"""The rules an agreement keeps beside the numbers: longer than a half-year, outsiders, warnings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import add_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import REGELS, Voornemen, check, waarschuwingen
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad, current_taakstelling
from regietafel.queries.stand import stand
from regietafel.queries.voornemen import voornemen_of
from tests.core.agreements import TODAY, P, bring_into_force, moved
from tests.core.taakstellingen import announce

LONGER: dict[str, Any] = {"reden_langer": "eilanden", "overleg": "1 mei 2023"}


def _later(ledger: Ledger, periode: Periode, **aantallen: int) -> None:
    ids = {each.naam: each.id for each in ledger.gemeenten}
    regels = [(ids[naam] or 0, aantal, None, None) for naam, aantal in aantallen.items()]
    import_taakstelling(ledger, periode=periode, datum=date(2023, 8, 1), landelijk=None, bron="", regels=regels)


@pytest.mark.parametrize("halfjaren", [2, 3, 4])
def test_a_longer_agreement_counts_in_each_half_year(twente: Ledger, halfjaren: int) -> None:
    every = [P]
    while len(every) < halfjaren + 1:
        every.append(every[-1].next)
        _later(twente, every[-1], Enschede=100, Borne=20, Almelo=20)
    agreed = Bepalingen(tot_en_met=every[halfjaren - 1], **LONGER)
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 15)], agreed)
    bring_into_force(twente, id, date(2023, 8, 15))
    counted = [moved(twente, TODAY, each) for each in every]
    assert counted == [{"Borne": 15, "Enschede": -15}] * halfjaren + [{}]
    assert [moved(twente, date(2023, 8, 14), each) for each in every] == [{}] * (halfjaren + 1)


def test_a_longer_agreement_says_why_and_with_whom(twente: Ledger) -> None:
    delen = [Deel("Enschede", "Borne", 15)]
    for agreed, sentence in (
        (Bepalingen(tot_en_met=P.next), "Schrijf waarom deze langer geldt"),
        (Bepalingen(tot_en_met=P.next, reden_langer="eilanden"), "met het COA, A&M en VRO"),
        (Bepalingen(tot_en_met=P.previous, **LONGER), "eindigt voor zij begint"),
    ):
        with pytest.raises(RuleError, match=sentence):
            make_herverdeling(twente, P, delen, agreed)
    assert make_herverdeling(twente, P, delen, Bepalingen(tot_en_met=P))


def test_below_zero_in_a_later_half_year(twente: Ledger) -> None:
    _later(twente, P.next, Enschede=10)  # of Borne nothing is known yet
    with pytest.raises(RuleError, match="Enschede heeft in 2024-I een taakstelling van 10 en kan er geen 15 afstaan"):
        make_herverdeling(twente, P, [Deel("Enschede", "Borne", 15)], Bepalingen(tot_en_met=P.next, **LONGER))
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)], Bepalingen(tot_en_met=P.next, **LONGER))


def test_a_party_from_outside_the_table(twente: Ledger) -> None:
    add_gemeente(twente, Gemeente(gm_code="GM0193", naam="Zwolle", lid=False))
    announce(twente, P, date(2023, 5, 2), {4: 100})
    delen = [Deel("Zwolle", "Borne", 5)]
    with pytest.raises(RuleError, match="Geen lid van deze regietafel: Zwolle"):
        make_herverdeling(twente, P, delen)
    id = make_herverdeling(twente, P, delen, Bepalingen(buiten_tafel=True))
    bring_into_force(twente, id, TODAY)
    assert current_taakstelling(twente, P) == {"Almelo": 113, "Borne": 43, "Enschede": 248, "Zwolle": 95}
    assert stand(twente, P, TODAY).totaal.herverdeling == 5  # of the members alone


def test_every_rule_says_what_holds_where_it_stands_and_what_is_wrong() -> None:
    oud, leden = {"A": 10, "B": 5}, frozenset("AB")
    wrong: dict[str, dict[str, Any]] = {
        "minstens twee": {"delen": []},
        "niet aan zichzelf": {"delen": [Deel("A", "A", 1)]},
        "groter dan nul": {"delen": [Deel("A", "B", 0)]},
        "één aantal": {"delen": [Deel("A", "B", 1), Deel("B", "A", 2)]},
        "bekend": {"delen": [Deel("A", "C", 1)], "leden": frozenset("ABC")},
        "niet onder nul": {"delen": [Deel("A", "B", 11)]},
        "één periode": {"delen": [Deel("A", "B", 1)], "bepalingen": Bepalingen(tot_en_met=P.next)},
        "zelfde tafel": {"delen": [Deel("A", "B", 1)], "leden": frozenset("A")},
        "geen achterstand": {"delen": [Deel("A", "B", 1)], "achterstand": {"A": 1}},
        "geen opvang": {"delen": [Deel("A", "B", 1)], "bepalingen": Bepalingen(toelichting="voor 20 opvangplekken")},
    }
    assert {regel.naam for regel in REGELS} == {*wrong, "som gelijk"}
    assert all(regel.zin and regel.bron for regel in REGELS)
    for naam, facts in wrong.items():
        plan = Voornemen(**{"periode": P, "oud": oud, "leden": leden, **facts})
        broken = [regel for regel in REGELS if regel.breuk(plan)]
        assert [regel.naam for regel in broken] == [naam]
        if broken[0].streng:
            with pytest.raises(RuleError):
                check(plan)
        else:
            check(plan)
            assert len(waarschuwingen(plan)) == 1
    right = Voornemen(periode=P, oud=oud, leden=leden, delen=[Deel("A", "B", 10)], achterstand={"A": 0, "B": 4})
    assert not any(regel.breuk(right) for regel in REGELS)  # who takes over may be behind, who is ahead may give


def test_in_force_it_is_judged_by_what_it_froze(twente: Ledger) -> None:
    _later(twente, P.next, Enschede=60, Borne=20, Almelo=20)
    agreed = Bepalingen(tot_en_met=P.next, **LONGER)
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 50)], agreed)
    before = voornemen_of(twente, blad(twente, id))
    bring_into_force(twente, id, TODAY)
    after = voornemen_of(twente, blad(twente, id, TODAY))
    assert {naam: before.oud[naam] for naam in after.oud} == after.oud and before.later == after.later
    assert not any(regel.breuk(after) for regel in REGELS)
