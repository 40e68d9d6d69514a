"""COA's list beside the own administration: each difference has a cause, or is an onverklaard verschil."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.overzicht import remove_overzicht
from regietafel.domain.herverdeling import Deel
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.oorzaken import Oorzaak, explain
from regietafel.queries.vergelijking import (
    Vergelijking,
    Verschil,
    lijsten,
    melding,
    overzicht,
    vergelijk,
)
from tests.core.agreements import bring_into_force
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
D = datetime.date(2023, 10, 1)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3


def compare(ledger: Ledger, **printed: Any) -> Vergelijking:
    regel = Overzichtregel(gemeente_id=BORNE, periode=P, peildatum=D, **printed)
    return vergelijk(ledger, P, D, {BORNE: regel})


def only(ledger: Ledger, **printed: Any) -> Verschil:
    (verschil,) = compare(ledger, **printed).verschillen
    return verschil


@pytest.fixture
def housed(twente: Ledger) -> Ledger:
    for day, aantal in ((datetime.date(2023, 9, 1), 12), (D, 20)):
        record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day, aantal=aantal))
    return twente


def test_what_is_equal_is_no_difference(housed: Ledger) -> None:
    outcome = compare(housed, taakstelling=38, opgave=38, realisatie=20, saldo=18)
    assert (outcome.verschillen, outcome.gelijk, outcome.ontbreekt) == ((), 4, ("Almelo", "Enschede"))


def test_an_agreement_coa_has_not_booked_yet(housed: Ledger) -> None:
    id = make_herverdeling(housed, P, [Deel("Enschede", "Borne", 10)])
    bring_into_force(housed, id, datetime.date(2023, 9, 1))
    found = only(housed, opgave=38)
    assert (found.eigen, found.coa, found.verschil, found.onverklaard) == (48, 38, -10, 0)
    assert found.uitleg == "COA heeft herverdeling HV-2023-II-01 nog niet verwerkt"
    saldo = only(housed, saldo=18)
    assert (saldo.oorzaken[0].soort, saldo.onverklaard) == ("herverdeling", 0)
    assert only(housed, taakstelling=48).uitleg == "COA telt herverdeling HV-2023-II-01 in de taakstelling mee"


def test_an_agreement_coa_booked_early(housed: Ledger) -> None:
    make_herverdeling(housed, P, [Deel("Enschede", "Borne", 10)])
    assert "al verwerkt" in only(housed, opgave=48).uitleg
    assert "al verwerkt" in only(housed, taakstelling=48).uitleg


def test_another_peildatum_explains_another_realisatie(housed: Ledger) -> None:
    assert only(housed, realisatie=12).uitleg == "dit is de realisatie op peildatum 01-09-2023"
    assert only(housed, saldo=26).oorzaken[0].soort == "peildatum"


def test_a_correctie_and_a_revision_together(housed: Ledger) -> None:
    record_correctie(housed, Correctie(gemeente_id=BORNE, periode=P, aantal=3, reden="nareis", datum=D))
    announce(housed, P, datetime.date(2023, 11, 10), {BORNE: 24})
    found = only(housed, opgave=24)  # own on the peildatum: 38 + 3
    assert {oorzaak.soort for oorzaak in found.oorzaken} == {"versie", "correctie"} and found.onverklaard == 0
    assert "10-11-2023" in found.uitleg and "nareis" in found.uitleg


def test_another_beginstand_explains_opgave_and_saldo_but_not_itself(housed: Ledger) -> None:
    record_beginstand(housed, Beginstand(gemeente_id=BORNE, periode=P, aantal=5))
    outcome = compare(housed, beginstand=7, opgave=45, realisatie=20, saldo=25)
    told = {each.veld: (each.verschil, each.onverklaard) for each in outcome.verschillen}
    assert told == {"beginstand": (2, 2), "opgave": (2, 0), "saldo": (2, 0)}


def test_an_unknown_cause_is_an_onverklaard_verschil(housed: Ledger) -> None:
    found = only(housed, realisatie=17)
    assert (found.verschil, found.onverklaard, found.oorzaken) == (-3, -3, ())
    assert "onverklaard verschil" in found.uitleg
    assert only(housed, saldo=21, realisatie=20).onverklaard == 3


def test_nothing_is_written(housed: Ledger) -> None:
    before = housed.db.execute("SELECT count(*) FROM change").fetchone()[0]
    compare(housed, saldo=1)
    assert housed.db.execute("SELECT count(*) FROM change").fetchone()[0] == before


def test_what_is_unknown_here_is_counted_apart(twente: Ledger) -> None:
    outcome = compare(twente, realisatie=5, saldo=33, opgave=38)
    assert (outcome.verschillen, outcome.gelijk, outcome.niet_vergeleken) == ((), 1, 2)


def test_a_message_to_coa_says_what_where_and_why(housed: Ledger) -> None:
    text = melding(only(housed, realisatie=12), "Regietafel Twente")
    assert "peildatum 01-10-2023" in text and "Borne (GM0147)" in text and "realisatie 12" in text
    assert "is dat 20; het verschil is −8" in text and "Dit is de realisatie op peildatum 01-09-2023." in text
    assert text.endswith("Regietafel Twente")
    assert "De oorzaak is ons niet bekend." in melding(only(housed, realisatie=17), "x")


def test_a_list_is_taken_out_and_put_back(housed: Ledger) -> None:
    with housed.operation("COA-overzicht"):
        for day in (datetime.date(2023, 9, 1), D):
            housed.overzichtregels.save(
                Overzichtregel(gemeente_id=BORNE, periode=P, peildatum=day, saldo=1, bron="COA")
            )
    assert [(each.peildatum, each.gemeenten) for each in lijsten(housed, P)] == [(D, 1), (datetime.date(2023, 9, 1), 1)]
    assert overzicht(housed, P)[BORNE].peildatum == D
    remove_overzicht(housed, P, D)
    assert [each.peildatum for each in lijsten(housed, P)] == [datetime.date(2023, 9, 1)]
    housed.undo()
    assert len(lijsten(housed, P)) == 2


def test_a_line_without_numbers_is_no_line() -> None:
    with pytest.raises(RuleError, match="ten minste één aantal"):
        Overzichtregel(gemeente_id=1, periode=P, peildatum=D)


@given(st.lists(st.lists(st.integers(-20, 20).filter(bool), max_size=3), max_size=5), st.integers(-40, 40))
def test_causes_add_up_to_the_difference_or_there_are_none(groups: list[list[int]], verschil: int) -> None:
    offered = [[Oorzaak(soort="versie", aantal=n, zin=str(n)) for n in group] for group in groups]
    found = explain(verschil, offered)
    assert not found or sum(each.aantal for each in found) == verschil
    if verschil and any(each.aantal == verschil for group in offered for each in group):
        assert len(found) == 1
