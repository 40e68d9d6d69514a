"""Dividing a national number: bijlage A of 2023-II to the last person, and what is asked or refused (domein)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.domain.verdeelsleutel import UITLEG, WADDEN, Methode, Samen, herindeel, lees_samen, verdeel
from regietafel.errors import RuleError
from tests.core.sleutels import (
    EILANDEN,
    EXACT,
    GEDRUKT,
    GEDRUKT_AMV,
    INWONERS,
    NAMEN,
    aantallen,
    amvs,
    some_inwoners,
    totalen,
)

# What was printed


def test_adams_is_bijlage_a_in_all_342_rows_and_both_columns() -> None:
    verdeling = verdeel(INWONERS, 27_300, Methode.ADAMS, [EILANDEN], amv=2_000)
    assert len(verdeling.regels) == 342
    assert aantallen(verdeling) == GEDRUKT
    assert amvs(verdeling) == GEDRUKT_AMV
    assert (verdeling.som, verdeling.som_amv) == (27_300, 2_000)
    assert verdeling.deler == Fraction("648.34")
    assert verdeling.gelijk == verdeling.gelijk_amv == ()
    # The islands' 17 come on top of Leeuwarden's own 194; as one with Leeuwarden there would have been one less.
    assert ceil(INWONERS["Leeuwarden"] / Fraction("648.34")) == 194
    assert sum(INWONERS[eiland] for eiland in EILANDEN.leden) == 10_856 and ceil(10_856 / Fraction("648.34")) == 17


def test_the_wadden_are_known_by_their_code() -> None:
    inwoners = {gemeente.code: gemeente.inwoners_2022 for gemeente in reference.gemeenten()}
    verdeling = verdeel(inwoners, 27_300, Methode.ADAMS, [WADDEN], amv=2_000)
    assert sorted(aantallen(verdeling).values()) == sorted(GEDRUKT.values())
    assert [aantallen(verdeling)[code] for code in (WADDEN.naar, *WADDEN.leden)] == [211, 0, 0, 0, 0]


def test_the_last_amv_place_skips_duiven() -> None:
    """Duiven would bring a block of 4 where less is left; Epe, next in line, takes a single place."""
    before, after = (amvs(verdeel(INWONERS, 27_300, Methode.ADAMS, [EILANDEN], amv=amv)) for amv in (1_999, 2_000))
    assert [gemeente for gemeente in before if before[gemeente] != after[gemeente]] == ["Epe"]
    assert (before["Epe"], after["Epe"], after["Duiven"]) == (4, 5, 0)
    roomier = amvs(verdeel(INWONERS, 27_300, Methode.ADAMS, [EILANDEN], amv=2_003))
    assert (roomier["Epe"], roomier["Duiven"]) == (4, 4)


@pytest.mark.parametrize(("methode", "mist"), [(Methode.ADAMS, 0), (Methode.WEBSTER, 92), (Methode.JEFFERSON, 172)])
def test_only_adams_misses_no_gemeente(methode: Methode, mist: int) -> None:
    verdeling = verdeel(INWONERS, 27_300, methode, [EILANDEN])
    assert verdeling.som == 27_300
    assert sum(aantal != GEDRUKT[gemeente] for gemeente, aantal in aantallen(verdeling).items()) == mist


def test_the_letter_of_the_law_comes_out_too_high() -> None:
    assert verdeel(INWONERS, 27_300, Methode.WET).som == 27_475
    assert verdeel(INWONERS, 27_300, Methode.WET, [EILANDEN]).som == 27_474
    assert verdeel(INWONERS, 27_300, Methode.WET).deler == Fraction(17_590_672, 27_300)


# Gemeenten counted together


@given(some_inwoners.filter(lambda inwoners: len(inwoners) > 2), totalen, st.sampled_from(EXACT), st.data())
def test_counting_together_keeps_the_sum(
    inwoners: dict[str, int], totaal: int, methode: Methode, data: st.DataObject
) -> None:
    order: Sequence[str] = data.draw(st.permutations(sorted(inwoners)))
    leden, naar = tuple(order[: data.draw(st.integers(1, len(order) - 1))]), order[-1]
    verdeling = verdeel(inwoners, totaal, methode, [Samen(leden, naar)], amv=totaal // 3)
    assert verdeling.som == totaal
    assert all(aantallen(verdeling)[lid] == amvs(verdeling)[lid] == 0 for lid in leden)


def test_two_groups_can_go_to_one_gemeente() -> None:
    inwoners = {"Texel": 10, "Vlieland": 20, "Leeuwarden": 70, "Almelo": 100}
    samen = [lees_samen("Texel>Leeuwarden"), lees_samen("Vlieland>Leeuwarden")]
    verdeling = verdeel(inwoners, 20, Methode.ADAMS, samen, amv=10)
    assert aantallen(verdeling) == {"Texel": 0, "Vlieland": 0, "Leeuwarden": 10, "Almelo": 10}
    assert amvs(verdeling) == {"Texel": 0, "Vlieland": 0, "Leeuwarden": 5, "Almelo": 5}


def test_samen_as_it_is_written() -> None:
    assert lees_samen(" Ameland, Vlieland > Leeuwarden ") == Samen(("Ameland", "Vlieland"), "Leeuwarden")
    assert lees_samen("Rozendaal>Arnhem") == Samen(("Rozendaal",), "Arnhem")


@pytest.mark.parametrize(
    "text", ["", "Ameland", ">Leeuwarden", "Ameland>", "Ameland,>Leeuwarden", "A>B>C", "A>B,C", "Ameland Leeuwarden"]
)
def test_samen_that_cannot_be_read(text: str) -> None:
    with pytest.raises(RuleError, match="niet te lezen; schrijf bijvoorbeeld"):
        lees_samen(text)


# The amv


@given(some_inwoners, totalen, st.integers(0, 40_000), st.sampled_from(tuple(Methode)))
def test_amv_are_none_or_four_and_part_of_the_number(
    inwoners: dict[str, int], totaal: int, amv: int, methode: Methode
) -> None:
    amv = min(amv, totaal)
    verdeling = verdeel(inwoners, totaal, methode, amv=amv)
    assert verdeling.som_amv <= amv
    for regel in verdeling.regels:
        assert regel.amv is not None
        assert regel.amv == 0 or 4 <= regel.amv <= regel.aantal
        if verdeling.som_amv < amv:  # nobody could have taken one more, or a block of what was left
            blok = 1 if regel.amv else 4
            assert not regel.inwoners or regel.amv + blok > regel.aantal or blok > amv - verdeling.som_amv


def test_a_rest_too_small_for_a_block_is_left_over() -> None:
    verdeling = verdeel({"Almelo": 30, "Borne": 20}, 10, Methode.ADAMS, amv=3)
    assert (verdeling.som_amv, amvs(verdeling)) == (0, {"Almelo": 0, "Borne": 0})
    assert amvs(verdeel({"Almelo": 30, "Borne": 20}, 10, Methode.ADAMS)) == {"Almelo": None, "Borne": None}


# What cannot be divided


@pytest.mark.parametrize(
    ("inwoners", "totaal", "samen", "amv", "sentence"),
    [
        ({"Almelo": -3}, 5, [], None, "Almelo heeft −3 inwoners"),
        ({"Almelo": 3}, -5, [], None, "Het totaal is −5"),
        ({"Almelo": 0}, 5, [], None, "geen inwoners om over te verdelen"),
        ({}, 5, [], None, "geen inwoners om over te verdelen"),
        ({"Almelo": 3}, 1_000, [], 1_001, "Het aantal amv is 1.001; .* totaal, 1.000"),
        ({"Almelo": 3}, 5, [], -1, "Het aantal amv is −1"),
        ({"A": 3, "B": 3}, 5, ["Z>A"], None, "Z moet worden samengeteld"),
        ({"A": 3, "B": 3}, 5, ["A>Z"], None, "Z moet worden samengeteld"),
        ({"A": 3, "B": 3}, 5, ["A,A>B"], None, "A wordt twee keer"),
        ({"A": 3, "B": 3, "C": 3}, 5, ["A>B", "A>C"], None, "A wordt twee keer"),
        ({"A": 3, "B": 3, "C": 3}, 5, ["A>B", "B>C"], None, "B wordt zelf bij een andere"),
    ],
)
def test_what_cannot_be_divided_is_said(
    inwoners: dict[str, int], totaal: int, samen: list[str], amv: int | None, sentence: str
) -> None:
    with pytest.raises(RuleError, match=sentence):
        verdeel(inwoners, totaal, Methode.ADAMS, [lees_samen(text) for text in samen], amv)


def test_a_group_needs_members_and_another_gemeente() -> None:
    with pytest.raises(RuleError, match="Noem minstens één gemeente die bij Borne"):
        Samen((), "Borne")
    with pytest.raises(RuleError, match="Borne kan niet bij zichzelf"):
        Samen(("Almelo", "Borne"), "Borne")


def test_every_method_is_explained_in_one_sentence() -> None:
    assert list(UITLEG) == list(Methode)
    assert all(text.endswith(".") and text.count(".") == 1 for text in UITLEG.values())


# Herindeling


def test_the_inhabitants_move_along_with_a_herindeling() -> None:
    inwoners = {"Hilversum": 93, "Wijdemeren": 24, "Gooise Meren": 60}
    assert herindeel(inwoners, [("Wijdemeren", "Hilversum")]) == {"Hilversum": 117, "Gooise Meren": 60}
    # Two into a new one that later merges itself; in any order, also once it is done already.
    chain = [("N", "Hilversum"), ("Wijdemeren", "N"), ("Gooise Meren", "N")]
    assert herindeel(inwoners, chain) == herindeel(inwoners, chain[::-1]) == {"Hilversum": 177}
    assert herindeel({"Hilversum": 177}, chain) == {"Hilversum": 177}
    assert herindeel(inwoners, []) == inwoners


@pytest.mark.parametrize(
    ("herindelingen", "sentence"),
    [
        ([("A", "B"), ("A", "C")], "A gaat op in B én in C. Een splitsing"),
        ([("A", "B"), ("B", "A")], "A gaat via een omweg in zichzelf op"),
        ([("A", "A")], "A gaat via een omweg in zichzelf op"),
    ],
)
def test_a_herindeling_that_cannot_be_counted(herindelingen: list[tuple[str, str]], sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        herindeel({"A": 1, "B": 2}, herindelingen)


@given(some_inwoners, st.lists(st.integers(0, len(NAMEN) - 2), unique=True), st.data())
def test_a_herindeling_keeps_all_inhabitants(inwoners: dict[str, int], at: list[int], data: st.DataObject) -> None:
    herindelingen = [(NAMEN[i], NAMEN[data.draw(st.integers(i + 1, len(NAMEN) - 1))]) for i in at]
    result = herindeel(inwoners, herindelingen)
    assert sum(result.values()) == sum(inwoners.values())
    assert not result.keys() & {oud for oud, _nieuw in herindelingen}
