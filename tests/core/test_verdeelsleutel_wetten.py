"""What holds for every verdeelsleutel, whatever the inhabitants: sums, shares, and who may gain or lose."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.domain.verdeelsleutel import Methode, verdeel
from tests.core.sleutels import (
    DELERS,
    EXACT,
    NAMEN,
    aantallen,
    amvs,
    some_inwoners,
    totalen,
)

# What must hold for any numbers


def naive(inwoners: dict[str, int], totaal: int, methode: Methode) -> dict[str, int]:
    """One person at a time to the highest claim: the definition, without any shortcut."""
    drempel = {Methode.ADAMS: Fraction(0), Methode.WEBSTER: Fraction(1, 2), Methode.JEFFERSON: Fraction(1)}[methode]
    result = dict.fromkeys(inwoners, 0)

    def claim(gemeente: str) -> tuple[bool, Fraction, int, list[int]]:
        noemer = result[gemeente] + drempel
        aantal = inwoners[gemeente]
        return not noemer, aantal / (noemer or Fraction(1)), aantal, [-ord(letter) for letter in gemeente]

    for _person in range(totaal):
        result[max((gemeente for gemeente in inwoners if inwoners[gemeente]), key=claim)] += 1
    return result


@given(some_inwoners, st.integers(0, 60), st.sampled_from(DELERS))
def test_the_shortcut_gives_what_the_definition_gives(inwoners: dict[str, int], totaal: int, methode: Methode) -> None:
    assert aantallen(verdeel(inwoners, totaal, methode)) == naive(inwoners, totaal, methode)


@given(some_inwoners, totalen, st.sampled_from(EXACT))
def test_the_sum_is_exact(inwoners: dict[str, int], totaal: int, methode: Methode) -> None:
    verdeling = verdeel(inwoners, totaal, methode)
    assert verdeling.som == verdeling.totaal == totaal
    assert [regel.gemeente for regel in verdeling.regels] == list(inwoners)
    assert all(regel.aantal >= 0 and (regel.inwoners or not regel.aantal) for regel in verdeling.regels)


@given(some_inwoners, totalen)
def test_the_law_rounds_every_share_up(inwoners: dict[str, int], totaal: int) -> None:
    som = sum(inwoners.values())
    verdeling = verdeel(inwoners, totaal, Methode.WET)
    assert aantallen(verdeling) == {naam: ceil(Fraction(totaal * n, som)) for naam, n in inwoners.items()}
    assert totaal <= verdeling.som < totaal + len(inwoners)


@given(some_inwoners, totalen)
def test_hamilton_stays_within_one_of_the_share(inwoners: dict[str, int], totaal: int) -> None:
    som = sum(inwoners.values())
    for regel in verdeel(inwoners, totaal, Methode.HAMILTON).regels:
        assert abs(regel.aantal - Fraction(totaal * regel.inwoners, som)) < 1


@given(some_inwoners, totalen, st.sampled_from(DELERS))
def test_the_divisor_reproduces_every_number(inwoners: dict[str, int], totaal: int, methode: Methode) -> None:
    verdeling = verdeel(inwoners, totaal, methode)
    if verdeling.gelijk:
        return
    if verdeling.deler is None:
        assert methode is Methode.ADAMS and totaal < sum(n > 0 for n in inwoners.values())
        return
    for regel in verdeling.regels:
        share = regel.inwoners / verdeling.deler
        rounded = {
            Methode.ADAMS: ceil(share),
            Methode.WEBSTER: floor(share + Fraction(1, 2)),
            Methode.JEFFERSON: floor(share),
        }
        assert regel.aantal == rounded[methode]


@given(some_inwoners, totalen, st.integers(0, 40_000), st.sampled_from(tuple(Methode)))
def test_the_order_of_input_does_not_matter(inwoners: dict[str, int], totaal: int, amv: int, methode: Methode) -> None:
    turned = dict(reversed(inwoners.items()))
    one, other = (verdeel(each, totaal, methode, amv=min(amv, totaal)) for each in (inwoners, turned))
    assert (aantallen(one), amvs(one)) == (aantallen(other), amvs(other))
    assert (one.deler, one.gelijk, one.gelijk_amv) == (other.deler, other.gelijk, other.gelijk_amv)


@given(some_inwoners, totalen, st.sampled_from(tuple(Methode)))
def test_more_inhabitants_never_means_less(inwoners: dict[str, int], totaal: int, methode: Methode) -> None:
    regels = sorted(verdeel(inwoners, totaal, methode).regels, key=lambda regel: (regel.inwoners, regel.aantal))
    assert [regel.aantal for regel in regels] == sorted(regel.aantal for regel in regels)


@given(some_inwoners, totalen, st.sampled_from(DELERS))
def test_a_higher_national_number_takes_from_nobody(inwoners: dict[str, int], totaal: int, methode: Methode) -> None:
    before, after = (aantallen(verdeel(inwoners, number, methode)) for number in (totaal, totaal + 1))
    assert sum(after[gemeente] - before[gemeente] for gemeente in inwoners) == 1
    assert all(before[gemeente] <= after[gemeente] for gemeente in inwoners)


def test_hamilton_can_take_from_a_gemeente_when_the_number_rises() -> None:
    """The Alabama paradox: why the law above is for divisors only."""
    inwoners = {"A": 6, "B": 6, "C": 2}
    assert aantallen(verdeel(inwoners, 10, Methode.HAMILTON))["C"] == 2
    assert aantallen(verdeel(inwoners, 11, Methode.HAMILTON))["C"] == 1


@given(some_inwoners, totalen, st.sampled_from(DELERS), st.data())
def test_who_grows_never_gets_less_and_others_never_more(
    inwoners: dict[str, int], totaal: int, methode: Methode, data: st.DataObject
) -> None:
    groeit = data.draw(st.sampled_from(sorted(inwoners)))
    groter = inwoners | {groeit: inwoners[groeit] + data.draw(st.integers(1, 1_000))}
    before, after = (aantallen(verdeel(each, totaal, methode)) for each in (inwoners, groter))
    assert after[groeit] >= before[groeit]
    assert all(after[gemeente] <= before[gemeente] for gemeente in inwoners if gemeente != groeit)


# Equal claims


@pytest.mark.parametrize("methode", EXACT)
def test_equal_claims_are_visible(methode: Methode) -> None:
    verdeling = verdeel({"Borne": 30, "Almelo": 30, "Losser": 0}, 3, methode)
    assert aantallen(verdeling) == {"Borne": 1, "Almelo": 2, "Losser": 0}
    assert verdeling.gelijk == ("Almelo", "Borne")
    assert verdeel({"Borne": 30, "Almelo": 30}, 4, methode).gelijk == ()


def test_of_unequal_gemeenten_with_an_equal_claim_the_largest_goes_first() -> None:
    verdeling = verdeel({"Almelo": 4, "Borne": 6}, 6, Methode.ADAMS)
    assert aantallen(verdeling) == {"Almelo": 2, "Borne": 4}
    assert (verdeling.gelijk, verdeling.deler) == (("Almelo", "Borne"), Fraction(2))


def test_equal_claims_on_a_last_block_of_amv_are_visible() -> None:
    verdeling = verdeel(dict.fromkeys(NAMEN[:3], 100), 30, Methode.ADAMS, amv=9)
    assert amvs(verdeling) == {"A": 5, "B": 4, "C": 0}
    assert (verdeling.gelijk, verdeling.gelijk_amv) == ((), ("A", "B", "C"))
    assert verdeling.som_amv == 9


@given(some_inwoners, totalen, st.integers(0, 40_000), st.sampled_from(EXACT))
def test_without_an_equal_claim_the_keys_have_no_say(
    inwoners: dict[str, int], totaal: int, amv: int, methode: Methode
) -> None:
    anders = {gemeente: NAMEN[-1 - NAMEN.index(gemeente)] for gemeente in inwoners}
    renamed = {anders[gemeente]: aantal for gemeente, aantal in inwoners.items()}
    one, other = (verdeel(each, totaal, methode, amv=min(amv, totaal)) for each in (inwoners, renamed))
    if not one.gelijk:
        assert [regel.aantal for regel in one.regels] == [regel.aantal for regel in other.regels]
        if not one.gelijk_amv:
            assert [regel.amv for regel in one.regels] == [regel.amv for regel in other.regels]


# Fewer places than units, and nothing at all


def test_adams_gives_everyone_one_while_there_are_enough() -> None:
    inwoners = {"Vlieland": 1, "Enschede": 160_000, "Almelo": 73_000, "Leeg": 0}
    assert aantallen(verdeel(inwoners, 3, Methode.ADAMS)) == {"Vlieland": 1, "Enschede": 1, "Almelo": 1, "Leeg": 0}
    te_weinig = verdeel(inwoners, 2, Methode.ADAMS)
    assert aantallen(te_weinig) == {"Vlieland": 0, "Enschede": 1, "Almelo": 1, "Leeg": 0}
    assert te_weinig.deler is None


@pytest.mark.parametrize("methode", Methode)
def test_nothing_to_divide(methode: Methode) -> None:
    assert aantallen(verdeel({"Almelo": 73_000, "Borne": 24_000}, 0, methode)) == {"Almelo": 0, "Borne": 0}
    leeg = verdeel({}, 0, methode, amv=0)
    assert (leeg.regels, leeg.som, leeg.som_amv, leeg.deler) == ((), 0, 0, None)
    (almelo,) = verdeel({"Almelo": 0}, 0, methode, amv=0).regels
    assert (almelo.aantal, almelo.amv) == (0, 0)
