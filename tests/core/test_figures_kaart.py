"""Maps: boundaries, states, classes, and what a map cannot show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.figures.grenzen import grenzen, joined
from regietafel.figures.kaart import Plek, kaart, klassenkaart
from regietafel.figures.shapes import Line, Ring
from regietafel.figures.staven import per_100_000
from tests.core.figuren import (
    FIGURES,
    TWENTE,
    keyed,
    plekken,
    texts,
)


def area(rings: Sequence[Ring]) -> float:
    """Holes run the other way round."""
    return abs(sum(x1 * y2 - x2 * y1 for ring in rings for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))) / 2


def test_every_gemeente_has_a_boundary_and_every_boundary_a_gemeente() -> None:
    land = grenzen()
    assert set(land.gemeenten) == {gemeente.code for gemeente in reference.gemeenten()}
    assert len(land.gemeenten) == 342
    assert {gebied.provincie for gebied in land.gemeenten.values()} == {g.provincie_code for g in reference.gemeenten()}


@pytest.mark.parametrize(
    ("code", "square_km"),  # CBS, Gebieden in Nederland
    [("GM0141", 69.39), ("GM0153", 142.70), ("GM0034", 139.34), ("GM0096", 42.95), ("GM0363", 221.66)],
)
def test_areas_are_right(code: str, square_km: float) -> None:
    land = grenzen()
    rings = [joined(ring, land.bogen) for ring in land.gemeenten[code].ringen]
    assert area(rings) / 1e6 == pytest.approx(square_km, rel=0.01)


def test_rings_are_closed_and_lie_in_their_box() -> None:
    land = grenzen()
    for gebied in land.gemeenten.values():
        low_x, low_y, high_x, high_y = gebied.box
        for ring in gebied.ringen:
            points = joined(ring, land.bogen)
            assert points[0] == points[-1]
            assert all(low_x <= x <= high_x and low_y <= y <= high_y for x, y in points)


@pytest.mark.parametrize(
    ("aantal", "inwoners", "rate"), [(1, 3, 33_333), (2, 3, 66_667), (-1, 3, -33_333), (5, 0, None), (None, 3, None)]
)
def test_per_100_000_is_rounded_and_without_inhabitants_unknown(
    aantal: int | None, inwoners: int | None, rate: int | None
) -> None:
    assert per_100_000(aantal, inwoners) == rate


def test_the_map_gives_every_state_a_pattern_a_shape_and_a_word() -> None:
    shapes = keyed(FIGURES["kaart"])
    assert set(shapes) == {gemeente.code for gemeente in TWENTE}
    looks = {plek.staat: (shapes[plek.code].fill, shapes[plek.code].pattern) for plek in plekken()}
    assert len({pattern for _fill, pattern in looks.values()}) == 3
    assert len(set(looks.values())) == 4
    assert texts(FIGURES["kaart"])[-4:] == ["Achterstand", "Op schema", "Voorsprong", "Onbekend"]
    assert shapes["GM0141"].tip == "Almelo: achterstand, saldo 35"


def test_the_map_says_how_many_and_who() -> None:
    assert kaart(plekken(), titel="Stand").zin == (
        "Van de gemeenten op de kaart: 4 met een achterstand, 4 op schema, 3 met een voorsprong, 3 onbekend. "
        "De grootste achterstand heeft Almelo: saldo 35."
    )


def test_the_map_names_what_it_cannot_show() -> None:
    figuur = kaart([*plekken(), Plek(code="GM9999", gemeente="Nieuwdorp", waarde=1, staat="behind")], titel="Stand")
    assert figuur.zin.endswith("Niet op de kaart: Nieuwdorp.")
    assert len(figuur.rijen) == len(TWENTE) + 1
    assert "GM9999" not in keyed(figuur)


def test_the_table_of_the_map_is_in_the_order_of_names() -> None:
    names = [plek.gemeente for plek in kaart(plekken()[::-1], titel="Stand").rijen]
    assert names == sorted(names)


@given(st.lists(st.none() | st.integers(-500, 5000), min_size=14, max_size=14))
def test_every_value_is_in_the_class_that_says_so(values: list[int | None]) -> None:
    rows = [Plek(code=g.code, gemeente=g.naam, waarde=value) for g, value in zip(TWENTE, values, strict=True)]
    figuur = klassenkaart(rows, titel="Opgave", waarde="Opgave per 100.000 inwoners")
    fills = {shape.fill for shape in keyed(figuur).values()}
    assert len(fills - {"surface"}) <= 4
    order = ["class-1", "class-2", "class-3", "class-4"]
    shown = [(plek.waarde, order.index(keyed(figuur)[plek.code].fill)) for plek in rows if plek.waarde is not None]
    assert [place for _value, place in sorted(shown)] == sorted(place for _value, place in shown)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([7], ["Alle gemeenten"]),
        ([1, 2, 3, 4], ["t/m 1", "2", "3", "vanaf 4"]),
        ([*range(100, 200, 8), 90_000], ["t/m 149", "vanaf 150"]),  # one outlier
        ([10, 60, 110, None], ["t/m 49", "50 t/m 99", "vanaf 100", "Onbekend"]),
    ],
)
def test_classes_are_round_and_open_at_both_ends(values: list[int | None], words: list[str]) -> None:
    rows = [Plek(code=g.code, gemeente=g.naam, waarde=value) for g, value in zip(TWENTE, values, strict=False)]
    assert texts(klassenkaart(rows, titel="Opgave", waarde="Opgave"))[-len(words) :] == words


def test_the_country_shows_provincies_and_a_region_its_neighbours() -> None:
    country = [
        Plek(code=gemeente.code, gemeente=gemeente.naam, waarde=1, staat="behind") for gemeente in reference.gemeenten()
    ]
    thick = [shape for shape in kaart(country, titel="Land").vormen if isinstance(shape, Line) and shape.thickness > 1]
    assert len(thick) > 100
    faint = [shape for shape in FIGURES["kaart"].vormen if isinstance(shape, Line) and shape.color == "border"]
    assert faint


def test_neighbours_share_one_border() -> None:
    shapes = keyed(FIGURES["kaart"])
    almelo = {point for ring in shapes["GM0141"].rings for point in ring}
    wierden = {point for ring in shapes["GM0189"].rings for point in ring}
    assert len(almelo & wierden) > 10
