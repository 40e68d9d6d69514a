"""What is waited for: one row per thing, gone once it is there; ticked off together in one step."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions.behandeling import record_verwerking, tick_off
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import add_meegeleverd
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.opvolging import Verwacht, opvolging
from regietafel.queries.termijnen import alle_termijnen, komende_termijnen
from tests.core.agreements import bring_into_force
from tests.core.snapshots import snapshot

P = Periode(2023, 2)
JULY = datetime.date(2023, 7, 3)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """Two concepts: Enschede → Borne, and Enschede → Almelo and Borne."""
    add_meegeleverd(twente)
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    make_herverdeling(twente, P, [Deel("Enschede", "Almelo", 4), Deel("Enschede", "Borne", 1)])
    return twente


def rows(ledger: Ledger, herverdeling_id: int, op: datetime.date = JULY) -> list[tuple[str, str]]:
    return [(each.soort, each.wie) for each in opvolging(ledger, op) if each.herverdeling_id == herverdeling_id]


def college(gemeente_id: int, herverdeling_id: int = 1, **facts: Any) -> Behandeling:
    return Behandeling(herverdeling_id=herverdeling_id, gemeente_id=gemeente_id, **facts)


def told(aan: str, datum: datetime.date = JULY, **facts: Any) -> Kennisgeving:
    return Kennisgeving(herverdeling_id=1, aan=aan, datum=datum, **facts)


def test_of_a_college_only_the_next_step_is_waited_for(tafel: Ledger) -> None:
    assert rows(tafel, 1) == [("voorleggen", "Enschede"), ("voorleggen", "Borne")]
    tick_off(tafel, [college(BORNE, voorgelegd_op=JULY, contact="griffie, 074"), college(ENSCHEDE, besluit_op=JULY)])
    assert rows(tafel, 1) == [("bekendmaking", "Enschede"), ("besluit", "Borne")]
    assert opvolging(tafel, JULY)[1].contact == "griffie, 074"
    day_before = JULY - datetime.timedelta(days=1)
    assert rows(tafel, 1, day_before) == [("voorleggen", "Enschede"), ("voorleggen", "Borne")]


def test_a_college_must_announce_the_day_before_the_last_of_the_half_year(tafel: Ledger) -> None:
    first = opvolging(tafel, datetime.date(2023, 12, 27))[0]
    assert (first.uiterlijk, first.dagen, first.rest) == (datetime.date(2023, 12, 30), 3, "● nog 3 dagen")
    late = opvolging(tafel, datetime.date(2023, 12, 31))[0]
    assert late.te_laat and late.rest == "▲ 1 dag te laat"


def test_once_announced_others_must_be_told_and_heard(tafel: Ledger) -> None:
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    assert rows(tafel, 1) == [
        ("kennisgeving", "COA"),
        ("kennisgeving", "Provincie"),
        ("kennisgeving", "Ministerie van A&M"),
        ("kennisgeving", "Ministerie van VRO"),
    ]
    coa = next(each for each in opvolging(tafel, JULY) if each.aan == "coa")
    assert (coa.uiterlijk, coa.rest) == (datetime.date(2023, 7, 10), "● nog 7 dagen")
    tick_off(tafel, [told("coa"), told("provincie", ontvangst_op=JULY), told("aenm"), told("vro")])
    heard = [("ontvangst", "COA"), ("ontvangst", "Ministerie van A&M")]
    heard.append(("ontvangst", "Ministerie van VRO"))
    assert rows(tafel, 1) == [("verwerking", "COA"), *heard]
    assert [each.rest for each in opvolging(tafel, JULY) if each.soort == "ontvangst"] == ["", "", ""]


def test_a_rejection_by_the_coa_leaves_it_waited_for_and_booking_ends_it(tafel: Ledger) -> None:
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    tick_off(tafel, [told("coa"), told("provincie")])
    day = datetime.date(2023, 7, 20)
    record_verwerking(tafel, Verwerking(herverdeling_id=1, datum=day, afgekeurd=True, reden="som"))
    assert ("verwerking", "COA") in rows(tafel, 1, day)
    record_verwerking(tafel, Verwerking(herverdeling_id=1, datum=day + datetime.timedelta(days=5)))
    left = rows(tafel, 1, datetime.date(2023, 8, 1))
    assert {soort for soort, _wie in left} == {"kennisgeving"} and len(left) == 2  # both ministries
    assert ("verwerking", "COA") in rows(tafel, 1, day)


def test_nothing_is_waited_for_after_a_refusal_or_when_withdrawn(tafel: Ledger) -> None:
    tick_off(tafel, [college(BORNE, besluit_op=JULY, geweigerd=True, reden="te veel")])
    withdraw_herverdeling(tafel, 2, JULY, "geen draagvlak")
    assert opvolging(tafel, JULY) == ()


def test_what_comes_first_stands_in_front(tafel: Ledger) -> None:
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    tick_off(tafel, [told("coa")])
    terms = [each.uiterlijk or datetime.date.max for each in opvolging(tafel, JULY)]
    assert terms == sorted(terms) and terms[-1] == datetime.date.max
    ids = [each.id for each in opvolging(tafel, JULY)]
    assert len(set(ids)) == len(ids)


def test_all_kinds_are_ticked_off_in_one_step_and_taken_back_in_one(tafel: Ledger) -> None:
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    before = snapshot(tafel)
    tick_off(
        tafel,
        [
            college(ENSCHEDE, 2, voorgelegd_op=JULY),
            college(BORNE, 2, besluit_op=JULY, besluitnummer="23-001"),
            told("coa"),
            Verwerking(herverdeling_id=1, datum=datetime.date(2023, 7, 20)),
        ],
    )
    assert tafel.undo_label == "4 afgevinkt: HV-2023-II-01 en HV-2023-II-02"
    tafel.undo()
    assert snapshot(tafel) == before


def test_one_mistake_and_nothing_is_ticked_off(tafel: Ledger) -> None:
    before = snapshot(tafel)
    with pytest.raises(RuleError, match="pas als elk college"):
        tick_off(tafel, [college(ENSCHEDE, besluit_op=JULY), told("coa")])
    with pytest.raises(RuleError, match="toekomst"):
        tick_off(tafel, [college(ENSCHEDE, besluit_op=JULY)], today=datetime.date(2023, 7, 1))
    assert snapshot(tafel) == before


def test_ticking_off_the_last_bekendmaking_has_no_way_back(tafel: Ledger) -> None:
    tick_off(tafel, [college(each, besluit_op=JULY) for each in (BORNE, ENSCHEDE)])
    other = college(ALMELO, 2, voorgelegd_op=JULY)
    tick_off(tafel, [other, *(replace(each, bekendgemaakt_op=JULY) for each in blad(tafel, 1).behandelingen)])
    assert blad(tafel, 1).in_werking_op == datetime.date(2023, 7, 4)
    assert tafel.undo_label is None


def test_done_terms_come_after_those_that_run(tafel: Ledger) -> None:
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    tick_off(tafel, [told("coa"), told("provincie", datetime.date(2023, 7, 12))])
    day = datetime.date(2023, 7, 13)
    found = {(each.herverdeling_id, each.stap): each for each in alle_termijnen(tafel, day)}
    assert found[1, "coa"].rest == "✓ op tijd gedaan" and not found[1, "coa"].te_laat
    assert found[1, "provincie"].rest == "▲ 2 dagen te laat gedaan" and not found[1, "provincie"].te_laat
    assert found[1, "aenm"].rest == "▲ 3 dagen te laat" and found[1, "aenm"].te_laat
    all_ = alle_termijnen(tafel, day)
    assert all_[: len(komende_termijnen(tafel, day))] == komende_termijnen(tafel, day)
    assert len({each.sleutel for each in all_}) == len(all_)


def test_the_command_line_shows_the_same(run: Any, tafel: Ledger, tmp_path: Any) -> None:
    path = tmp_path / "tafel.regietafel"
    bring_into_force(tafel, 1, datetime.date(2023, 7, 4))
    tafel.save_copy(path)
    found = run("opvolging", path, "--op", "2023-07-13", "--json").json
    keys = ["herverdeling_id", "kenmerk", "soort", "wie", "wat", "uiterlijk", "dagen", "contact", "aan"]
    assert list(found[0]) == keys
    assert (found[0]["soort"], found[0]["aan"], found[0]["dagen"]) == ("kennisgeving", "coa", -3)
    assert found[-1]["soort"] == "voorleggen" and found[-1]["aan"] is None
    assert "▲ 3 dagen te laat" in run("opvolging", path, "--op", "2023-07-13").out
    assert len(found) == len(opvolging(tafel, datetime.date(2023, 7, 13)))


def test_an_empty_file_waits_for_nothing(run: Any, twente: Ledger, tmp_path: Any) -> None:
    twente.save_copy(tmp_path / "leeg.regietafel")
    assert run("opvolging", tmp_path / "leeg.regietafel").out == "De tafel wacht nergens op.\n"


def test_a_row_says_what_is_waited_for() -> None:
    row = Verwacht(herverdeling_id=1, kenmerk="HV-1", soort="ontvangst", wie="COA", aan="coa")
    assert (row.wat, row.rest, row.te_laat) == ("Ontvangstbevestiging", "", False)
