"""The flow picture: bands in proportion, in the box, with few crossings; the sentence and the table say the same."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.domain.herverdeling import Deel
from regietafel.figures.layout import text_width
from regietafel.figures.shapes import Figuur, Polygon, Text
from regietafel.figures.stroom import stroom

LONG = ["Súdwest-Fryslân", "'s-Hertogenbosch", "Nuenen, Gerwen en Nederwetten", "B&W <Zuid>"]
NAMES = st.sampled_from(["Almelo", "Borne", "Enschede", "Hengelo", "Losser", *LONG])
DELEN = st.lists(st.builds(Deel, NAMES, NAMES, st.integers(-3, 400) | st.integers(1, 10**9)), max_size=40)


def bands(figuur: Figuur) -> dict[str, Polygon]:
    return {shape.key: shape for shape in figuur.vormen if isinstance(shape, Polygon) and shape.key}


def widths(band: Polygon) -> list[float]:
    """From top to bottom, at every step along the band."""
    (ring,) = band.rings
    half = len(ring) // 2
    for (x, _y), (under, _z) in zip(ring[:half], ring[: half - 1 : -1], strict=True):
        assert x == pytest.approx(under)
    return [below - y for (_x, y), (_under, below) in zip(ring[:half], ring[: half - 1 : -1], strict=True)]


def words(figuur: Figuur) -> list[str]:
    return [shape.words for shape in figuur.vormen if isinstance(shape, Text)]


def merged(delen: list[Deel]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for deel in delen:
        if deel.aantal > 0:
            sums[f"{deel.van}>{deel.naar}"] = sums.get(f"{deel.van}>{deel.naar}", 0) + deel.aantal
    return sums


def crossings(figuur: Figuur) -> int:
    ends = [(ring[0][1], ring[len(ring) // 2 - 1][1]) for band in bands(figuur).values() for ring in band.rings]
    return sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(ends) for c, d in ends[n + 1 :])


@given(DELEN)
def test_every_band_is_as_wide_as_its_persons(delen: list[Deel]) -> None:
    drawn, sums = bands(stroom("Stroom", delen)), merged(delen)
    assert set(drawn) == set(sums)
    if sums:
        largest = max(sums, key=sums.__getitem__)
        scale = widths(drawn[largest])[0] / sums[largest]
        for key, band in drawn.items():
            assert widths(band) == pytest.approx([sums[key] * scale] * len(widths(band)), abs=1e-6)


@given(DELEN)
def test_any_flow_lies_in_its_box_and_no_two_texts_touch(delen: list[Deel]) -> None:
    figuur = stroom("Stroom", delen)
    boxes: list[tuple[float, float, float, float]] = []
    for shape in figuur.vormen:
        if isinstance(shape, Polygon):
            for x, y in (point for ring in shape.rings for point in ring):
                assert 0 <= x <= figuur.breedte
                assert 0 <= y <= figuur.hoogte
        elif isinstance(shape, Text):
            width = text_width(shape.words, shape.size, strong=shape.strong)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            boxes.append((left, shape.y - 9, left + width, shape.y))
            assert left > -1
            assert left + width < figuur.breedte + 1
            assert 9 <= shape.y <= figuur.hoogte
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@given(DELEN)
def test_the_table_holds_every_person_once_and_order_of_entry_does_not_matter_to_the_bands(delen: list[Deel]) -> None:
    figuur = stroom("Stroom", delen)
    assert {f"{rij.van}>{rij.naar}": rij.aantal for rij in figuur.rijen} == merged(delen)
    assert bands(stroom("Stroom", delen[::-1])).keys() == bands(figuur).keys()
    assert figuur.zin.endswith(".")


def test_names_and_numbers_stand_at_both_ends() -> None:
    figuur = stroom("Stroom", [Deel("Enschede", "Borne", 10), Deel("Enschede", "Wierden", 4)])
    said = words(figuur)
    assert said[:2] == ["Staat af: 14", "Neemt over: 14"]
    assert sorted(said[2:]) == ["10", "10", "14", "4", "4", "Borne", "Enschede", "Wierden"]
    assert bands(figuur)["Enschede>Borne"].tip == "Enschede draagt 10 over aan Borne"
    assert [field.label for field in figuur.velden] == ["Van", "Naar", "Personen"]


def test_who_gives_and_takes_stands_on_both_sides() -> None:
    figuur = stroom("Stroom", [Deel("Enschede", "Borne", 10), Deel("Borne", "Wierden", 2)])
    at = [shape.x for shape in figuur.vormen if isinstance(shape, Text) and shape.words == "Borne"]
    assert len(at) == 2
    assert min(at) < figuur.breedte / 2 < max(at)


def test_overdrachten_between_the_same_two_are_one_band() -> None:
    figuur = stroom("Stroom", [Deel("Enschede", "Borne", 10), Deel("Enschede", "Borne", 2), Deel("Borne", "Almelo", 0)])
    assert figuur.rijen == (Deel("Enschede", "Borne", 12),)


def test_the_sentence_is_short_when_there_are_many() -> None:
    few = [Deel("Enschede", "Borne", 10), Deel("Almelo", "Borne", 1_200)]
    assert stroom("Stroom", few).zin == "Enschede draagt 10 over aan Borne. Almelo draagt 1.200 over aan Borne."
    many = [Deel("Enschede", naam, 3 + number) for number, naam in enumerate(LONG)]
    assert stroom("Stroom", [*many, Deel("Almelo", "Borne", 1)]).zin == (
        "In 5 overdrachten gaan 19 personen van 2 gemeenten naar 5 gemeenten. "
        "De grootste: Enschede draagt 6 over aan B&W <Zuid>."
    )
    one = [Deel("Enschede", naam, 3) for naam in ("Almelo", "Borne", "Losser", "Hengelo", "Wierden")]
    assert "van 1 gemeente naar 5 gemeenten" in stroom("Stroom", one).zin


def test_nothing_is_said_and_drawn_as_nothing() -> None:
    figuur = stroom("Stroom", [])
    assert figuur.zin == "Er wordt niets overgedragen."
    assert figuur.rijen == ()
    assert words(figuur) == [figuur.zin]


@pytest.mark.parametrize("naar", list(permutations(["Almelo", "Borne", "Losser", "Wierden"])))
def test_pairs_never_cross(naar: tuple[str, ...]) -> None:
    van = ["Enschede", "Hengelo", "Oldenzaal", "Tubbergen"]
    pairs = zip(van, naar, strict=True)
    figuur = stroom("Stroom", [Deel(giver, taker, 3 + number) for number, (giver, taker) in enumerate(pairs)])
    assert crossings(figuur) == 0


def test_a_chain_is_untangled() -> None:
    giver, taker = ["A1", "A2", "A3", "A4"], ["B1", "B2", "B3", "B4"]
    pairs = [*zip(giver, taker, strict=True), *zip(giver[1:], taker, strict=False)]
    delen = [Deel(van, naar, 1 + (7 * number) % 5) for number, (van, naar) in enumerate(pairs)]
    assert crossings(stroom("Stroom", delen)) == 0


def test_forty_overdrachten_fit_on_a_page() -> None:
    delen = [Deel(f"Gever {n % 9}", f"Nemer {n % 10}", 1 + n % 12) for n in range(40)]
    figuur = stroom("Stroom", delen)
    assert len(bands(figuur)) == 40
    assert figuur.hoogte < 800
