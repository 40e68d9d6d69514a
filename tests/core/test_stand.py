"""The ledger per gemeente and period (domein §2)."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_gemeente
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, opgave, saldo
from regietafel.errors import RegietafelError, RuleError
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.stand import StandRegel, known_periodes, remarks, stand
from tests.core.agreements import bring_into_force
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
ENSCHEDE, BORNE, ALMELO = 3, 2, 1


def regel(ledger: Ledger, gemeente: str, periode: Periode = P) -> StandRegel:
    return next(regel for regel in stand(ledger, periode).regels if regel.gemeente == gemeente)


def test_only_a_taakstelling_is_known(twente: Ledger) -> None:
    borne = regel(twente, "Borne")
    assert (borne.taakstelling, borne.herverdeling, borne.beginstand, borne.correctie) == (38, 0, None, 0)
    assert (borne.opgave, borne.realisatie, borne.peildatum, borne.saldo) == (38, None, None, None)
    totaal = stand(twente, P).totaal
    assert (totaal.taakstelling, totaal.opgave, totaal.beginstand, totaal.saldo) == (399, 399, None, None)


def test_opgave_and_saldo_add_up(twente: Ledger) -> None:
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P, aantal=5))
    record_correctie(
        twente,
        Correctie(gemeente_id=BORNE, periode=P, aantal=-2, reden="dubbel geteld", datum=datetime.date(2023, 8, 1)),
    )
    for day, aantal in ((datetime.date(2023, 9, 1), 12), (datetime.date(2023, 8, 1), 20)):
        record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day, aantal=aantal))
    borne = regel(twente, "Borne")
    assert (borne.opgave, borne.realisatie, borne.peildatum, borne.saldo) == (41, 12, datetime.date(2023, 9, 1), 29)


def test_a_revision_counts_and_the_older_version_stays(twente: Ledger) -> None:
    announce(twente, P, datetime.date(2023, 11, 10), {BORNE: 24}, landelijk=17_600)
    assert regel(twente, "Borne").taakstelling == 24
    assert regel(twente, "Almelo").taakstelling == 113  # not in the revision: its older number still holds
    assert len(list(twente.taakstellingen.where(gemeente_id=BORNE))) == 2


def test_saldo_rolls_over_unless_a_beginstand_is_entered(twente: Ledger) -> None:
    later = P.next
    announce(twente, later, datetime.date(2023, 10, 1), {BORNE: 30, ALMELO: 100})
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=datetime.date(2024, 1, 1), aantal=40))
    assert regel(twente, "Borne", later).beginstand == -2
    assert regel(twente, "Borne", later).opgave == 28
    assert regel(twente, "Almelo", later).beginstand is None  # no realisatie known: nothing to roll over
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=later, aantal=2))
    assert regel(twente, "Borne", later).opgave == 32


def test_rolling_stops_at_a_period_without_taakstelling(twente: Ledger) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=datetime.date(2024, 1, 1), aantal=40))
    much_later = Periode(2025, 1)
    announce(twente, much_later, datetime.date(2024, 10, 1), {BORNE: 30})
    assert regel(twente, "Borne", much_later).beginstand is None


def test_an_entered_beginstand_that_differs_from_what_rolled_over_is_an_onverklaard_verschil(twente: Ledger) -> None:
    announce(twente, P.next, datetime.date(2023, 10, 1), {BORNE: 30})
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=datetime.date(2024, 1, 1), aantal=30))
    assert regel(twente, "Borne", P.next).begin_verschil is None
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P.next, aantal=10))
    assert (regel(twente, "Borne", P.next).beginstand, regel(twente, "Borne", P.next).begin_verschil) == (10, 2)
    assert "Onverklaard verschil" in said(twente, P.next) and "Borne (+2)" in said(twente, P.next)


def test_the_stand_as_it_was_known_on_a_day(twente: Ledger) -> None:
    days = [datetime.date(2023, 8, 1), datetime.date(2023, 9, 1), datetime.date(2023, 11, 10)]
    for day, aantal in zip(days[:2], (20, 12), strict=True):
        record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day, aantal=aantal))
    record_correctie(twente, Correctie(gemeente_id=BORNE, periode=P, aantal=-2, reden="dubbel geteld", datum=days[1]))
    announce(twente, P, days[2], {BORNE: 24}, landelijk=17_600)
    seen = [
        next(each for each in stand(twente, P, day).regels if each.gemeente == "Borne")
        for day in (datetime.date(2023, 5, 1), *days)
    ]
    numbers = [(each.taakstelling, each.correctie, each.realisatie, each.peildatum, each.saldo) for each in seen]
    assert numbers == [
        (None, 0, None, None, None),
        (38, 0, 20, days[0], 18),
        (38, -2, 12, days[1], 24),
        (24, -2, 12, days[1], 10),
    ]
    assert stand(twente, P) == stand(twente, P, days[2])


def test_an_agreement_counts_from_the_day_it_is_in_force(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    assert (regel(twente, "Borne").herverdeling, regel(twente, "Borne").in_voorbereiding) == (0, 10)
    assert regel(twente, "Borne").opgave == 38
    bring_into_force(twente, id, datetime.date(2023, 9, 1))
    assert (regel(twente, "Borne").herverdeling, regel(twente, "Borne").in_voorbereiding) == (10, 0)
    assert (regel(twente, "Borne").opgave, regel(twente, "Enschede").opgave) == (48, 238)
    assert stand(twente, P).totaal.opgave == 399


def test_only_members_stand_in_the_table(twente: Ledger) -> None:
    edit_gemeente(twente, Gemeente(id=ALMELO, gm_code="GM0141", naam="Almelo", lid=False))
    assert [regel.gemeente for regel in stand(twente, P).regels] == ["Borne", "Enschede"]
    assert stand(twente, P).totaal.taakstelling == 286


def test_gemeenten_stand_in_the_order_of_the_alphabet() -> None:
    names = ["Zwolle", "'s-Hertogenbosch", "Súdwest-Fryslân", "Hengelo", "Heumen", "Sudwolde"]
    assert sorted(names, key=sort_key) == [
        "Hengelo", "'s-Hertogenbosch", "Heumen", "Súdwest-Fryslân", "Sudwolde", "Zwolle",
    ]  # fmt: skip


def test_known_periodes_newest_first(twente: Ledger) -> None:
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=Periode(2024, 1), aantal=5))
    assert known_periodes(twente) == (Periode(2024, 1), P)


def test_unknown_is_not_zero() -> None:
    assert opgave(None, 0, 5, 0) is None
    assert opgave(10, 0, None, 0) == 10
    assert saldo(10, None) is None
    assert saldo(10, -178) == 188


@given(st.integers(1990, 2199), st.sampled_from([1, 2]))
def test_periode_reads_what_it_writes(jaar: int, helft: int) -> None:
    periode = Periode(jaar, helft)
    assert Periode.parse(str(periode)) == periode == periode.next.previous
    assert Periode.of(periode.begin) == Periode.of(periode.einde) == periode
    assert (str(periode) < str(periode.next)) and periode < periode.next


@pytest.mark.parametrize("text", ["", "2023", "2023-III", "23-I", "2023-0", "1066-I"])
def test_what_is_no_periode(text: str) -> None:
    with pytest.raises(RegietafelError):
        Periode.parse(text)


def test_correctie_needs_a_reason_and_a_number() -> None:
    for aantal, reden in ((0, "x"), (3, " ")):
        with pytest.raises(RuleError):
            Correctie(gemeente_id=1, periode=P, aantal=aantal, reden=reden, datum=datetime.date(2023, 8, 1))


def said(ledger: Ledger, periode: Periode = P) -> str:
    return " ".join(remarks(ledger, periode, stand(ledger, periode).regels))


def test_a_revision_below_what_was_handed_over_is_said(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 45)])
    bring_into_force(twente, id, datetime.date(2023, 9, 1))
    assert said(twente) == ""
    announce(twente, P, datetime.date(2023, 11, 10), {ENSCHEDE: 30}, landelijk=17_600)
    assert "Enschede (−15)" in said(twente)
    assert "van de andere telt een oudere" in said(twente)


def test_an_unknown_beginstand_is_said_when_there_was_a_period_before(twente: Ledger) -> None:
    announce(twente, P.next, datetime.date(2023, 10, 1), {BORNE: 30, ALMELO: 100})
    assert "Van 2 gemeenten is de beginstand onbekend" in said(twente, P.next)
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P.next, aantal=2))
    assert "Van 1 gemeenten" in said(twente, P.next)


@pytest.mark.parametrize("day", [datetime.date(2023, 6, 30), datetime.date(2024, 7, 1), datetime.date(2032, 9, 1)])
def test_a_peildatum_lies_in_its_period_or_just_after(day: datetime.date) -> None:
    with pytest.raises(RuleError, match="2023-II"):
        Realisatie(gemeente_id=1, periode=P, peildatum=day, aantal=1)


def test_numbers_stay_within_reason() -> None:
    with pytest.raises(RuleError, match="te groot"):
        Beginstand(gemeente_id=1, periode=P, aantal=-(10**10))


def test_stand_of_the_first_period_there_can_be(twente: Ledger) -> None:
    assert stand(twente, Periode(1990, 1)).totaal.taakstelling is None


def test_the_total_saldo_is_that_of_all_or_unknown(twente: Ledger) -> None:
    for id in (ALMELO, BORNE):
        assert stand(twente, P).totaal.saldo is None
        record_realisatie(
            twente, Realisatie(gemeente_id=id, periode=P, peildatum=datetime.date(2023, 9, 1), aantal=100)
        )
    assert (stand(twente, P).totaal.realisatie, stand(twente, P).totaal.saldo) == (200, None)
    record_realisatie(
        twente, Realisatie(gemeente_id=ENSCHEDE, periode=P, peildatum=datetime.date(2023, 9, 1), aantal=100)
    )
    assert stand(twente, P).totaal.saldo == 99
