"""An agreement that is in force: what holds it, on which day it counts, and what the COA says of it."""

from __future__ import annotations

from datetime import date

import pytest

from regietafel.actions.behandeling import record_verwerking, remove_kennisgeving, remove_verwerking
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.behandeling import Verwerking
from regietafel.domain.herverdeling import Deel, Herverdeling
from regietafel.domain.periode import Periode
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad, current_taakstelling
from regietafel.queries.stand import remarks, stand
from tests.core.agreements import TODAY, P, bring_into_force, moved, record, status, tell
from tests.core.snapshots import snapshot
from tests.core.taakstellingen import announce

# what is in force


def test_what_may_still_change(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, TODAY)
    record(twente, hv, "Borne", besluitnummer="23-17", ondertekenaar="burgemeester", vindplaats="GB 2", contact="x")
    assert blad(twente, hv).behandelingen[1].vindplaats == "GB 2"
    for facts in ({"voorgelegd_op": date(2023, 8, 1)}, {"besluit_op": date(2023, 8, 1)}, {"bekendgemaakt_op": None}):
        with pytest.raises(RuleError, match="ligt vast en verandert niet meer; alleen een nieuwe kan volgen"):
            record(twente, hv, "Borne", **facts)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE overdracht SET herverdeling_id = 1 WHERE herverdeling_id = 2",
        "REPLACE INTO overdracht SELECT id, 2, van_id, naar_id, aantal FROM overdracht WHERE herverdeling_id = 1",
        "REPLACE INTO herverdeling (id, kenmerk, periode, toelichting) VALUES (1, 'HV', '2023-II', '')",
        "UPDATE behandeling SET herverdeling_id = 1, gemeente_id = 3 WHERE herverdeling_id = 2",
        "UPDATE OR REPLACE partij SET herverdeling_id = 1 WHERE herverdeling_id = 3",
    ],
)
def test_no_row_moves_into_what_is_in_force(twente: Ledger, sql: str) -> None:
    first, second, third = (make_herverdeling(twente, P, [Deel("Almelo", "Borne", n)]) for n in (1, 2, 3))
    bring_into_force(twente, first, TODAY)
    record(twente, second, contact="x")
    bring_into_force(twente, third, TODAY)
    before = snapshot(twente)
    with pytest.raises(RuleError, match="verandert niet meer"), twente.operation("rauw"):
        twente.db.execute(sql)
    assert snapshot(twente) == before


def test_the_numbers_are_those_of_its_own_day(twente: Ledger, hv: int) -> None:
    """Recorded afterwards, it freezes what held then, and is judged by that."""
    announce(twente, P, date(2023, 8, 1), {3: 12})
    with pytest.raises(RuleError, match="taakstelling van 12 en kan er geen 15 afstaan"):
        bring_into_force(twente, hv, date(2023, 8, 1))
    bring_into_force(twente, hv, date(2023, 7, 31))
    assert blad(twente, hv).partijen[0].oud == 248
    assert current_taakstelling(twente, P, date(2023, 7, 31))["Enschede"] == 233
    assert current_taakstelling(twente, P)["Enschede"] == -3  # lowered afterwards: the stand says so


def test_who_is_below_zero_can_be_helped_by_a_new_agreement(twente: Ledger) -> None:
    bring_into_force(twente, make_herverdeling(twente, P, [Deel("Borne", "Almelo", 30)]), date(2023, 7, 1))
    announce(twente, P, date(2023, 8, 1), {2: 10})
    assert current_taakstelling(twente, P)["Borne"] == -20
    part = make_herverdeling(twente, P, [Deel("Almelo", "Borne", 5)])  # still below, yet not by this one
    bring_into_force(twente, part, date(2023, 8, 10))
    assert [(each.gemeente, each.oud, each.nieuw) for each in blad(twente, part).partijen] == [
        ("Almelo", 143, 138),
        ("Borne", -20, -15),
    ]
    with pytest.raises(RuleError, match="Borne heeft in 2023-II een taakstelling van −15 en kan er geen 1 afstaan"):
        make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])


def test_recorded_afterwards_it_must_hold_beside_what_came_later(twente: Ledger) -> None:
    gives = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 50)])
    later, earlier = (make_herverdeling(twente, P, [Deel("Borne", "Almelo", 30)]) for _ in range(2))
    bring_into_force(twente, later, date(2023, 7, 1))
    bring_into_force(twente, gives, date(2023, 8, 1))
    with pytest.raises(RuleError, match="taakstelling van 8 en kan er geen 30"):  # 38 − 30 − 30 between July and August
        bring_into_force(twente, earlier, date(2023, 6, 1))
    bring_into_force(twente, earlier, date(2023, 8, 15))
    assert current_taakstelling(twente, P)["Borne"] == 28


@pytest.mark.parametrize(
    ("tot_en_met", "overlap"), [(None, False), (P.next, True), (P.next.next, True)], ids=["one", "until", "past"]
)
def test_which_agreements_stand_beside_each_other(tot_en_met: Periode | None, overlap: bool) -> None:
    longer = Herverdeling(kenmerk="a", periode=P, tot_en_met=tot_en_met)
    other = Herverdeling(kenmerk="b", periode=P.next)
    assert longer.overlaps(other) is other.overlaps(longer) is overlap
    assert longer.overlaps(longer)


# the COA


def test_the_coa_says_no_and_later_yes(twente: Ledger, hv: int) -> None:
    with pytest.raises(RuleError, match="volgt pas als elk college het besluit heeft bekendgemaakt"):
        tell(twente, hv, TODAY)
    bring_into_force(twente, hv, date(2023, 7, 1))
    with pytest.raises(RuleError, match="niet voor de laatste bekendmaking van 30-06-2023"):
        tell(twente, hv, date(2023, 6, 29))
    with pytest.raises(RuleError, match="vul eerst de kennisgeving aan het COA in"):
        record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=TODAY), today=TODAY)
    tell(twente, hv, date(2023, 6, 30), "coa")
    for day, sentence in ((date(2023, 6, 30), "voor 01-07-2023"), (date(2023, 9, 2), "toekomst")):
        with pytest.raises(RuleError, match=sentence):
            record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=day), today=TODAY)
    no = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=True, reden="de som klopt niet")
    yes = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 20))
    record_verwerking(twente, yes, today=TODAY)
    record_verwerking(twente, no, today=TODAY)  # recorded later, said earlier: the newest counts
    assert [status(twente, hv, date(2023, 7, day)) for day in (13, 14, 19, 20)] == [
        "in werking", "afgekeurd", "afgekeurd", "verwerkt"
    ]  # fmt: skip
    counts = [bool(moved(twente, date(2023, 7, day))) for day in (13, 14, 19, 20)]
    assert counts == [True, False, False, True]
    with pytest.raises(RuleError, match="het COA reageerde op 14-07-2023"):
        tell(twente, hv, date(2023, 7, 15), "coa")
    (told,) = twente.kennisgevingen
    with pytest.raises(RuleError, match="verwijder eerst het bericht van het COA"):
        remove_kennisgeving(twente, told)
    for said in twente.verwerkingen:
        remove_verwerking(twente, said)
    remove_kennisgeving(twente, told)
    assert status(twente, hv) == "in werking"


def test_the_stand_says_who_is_below_zero_by_what_the_coa_rejected(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, date(2023, 7, 1))
    bring_into_force(twente, make_herverdeling(twente, P, [Deel("Borne", "Almelo", 45)]), date(2023, 7, 5))
    tell(twente, hv, date(2023, 7, 6))
    no = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=True, reden="de som klopt niet")
    record_verwerking(twente, no, today=TODAY)
    for op, sentences in ((date(2023, 7, 13), 0), (date(2023, 7, 14), 1)):
        said = remarks(twente, P, stand(twente, P, op).regels)
        assert len(said) == sentences and all("onder 0: Borne (−7)" in each for each in said)


def test_rejected_another_day_replaces_the_same_day(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, date(2023, 7, 1))
    tell(twente, hv, date(2023, 7, 3))
    for no in (True, False):
        said = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=no, reden="som" if no else "")
        record_verwerking(twente, said, today=TODAY)
    assert len(list(twente.verwerkingen)) == 1 and status(twente, hv) == "verwerkt"
