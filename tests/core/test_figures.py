"""Pictures: the boundaries, round axes, and that every picture says and shows its own data."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.documents.pdf.type import REGULAR, SEMIBOLD, load_fonts, measure
from regietafel.domain.herverdeling import Deel
from regietafel.figures.colours import PAPER
from regietafel.figures.grenzen import grenzen, joined
from regietafel.figures.kaart import Plek, kaart, klassenkaart
from regietafel.figures.layout import Sample, legend, text_width, ticks, value_axis
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.schema import Schemapunt, schema_grafiek
from regietafel.figures.shapes import Figuur, Line, Polygon, Ring, Shape, Text, titled
from regietafel.figures.stapel import Stapelpunt, stapel
from regietafel.figures.staven import Halfjaar, Staaf, per_100_000, staven_grafiek, verloop_grafiek
from regietafel.figures.stroom import stroom
from regietafel.figures.svg import to_svg
from regietafel.figures.tijdlijn import tijdlijn
from regietafel.figures.tijdlijnbeeld import Balk

ODD = "B&W <Zuid>"
TWENTE = [gemeente for gemeente in reference.gemeenten() if gemeente.veiligheidsregio == "Twente"]
STATES = ("behind", "level", "ahead", "")
NUMBERS = st.none() | st.integers(-40_000, 40_000)


def punten() -> list[Schemapunt]:
    begin = datetime.date(2023, 7, 1)
    return [
        Schemapunt(datum=begin, schema=0, realisatie=0),
        Schemapunt(datum=begin.replace(month=9), schema=40, realisatie=-3),
        Schemapunt(datum=begin.replace(month=11), schema=80, realisatie=75),
        Schemapunt(datum=datetime.date(2024, 1, 1), schema=120, verwacht=112),
    ]


def staven() -> list[Staaf]:
    return [
        Staaf(code="GM0001", gemeente=ODD, opgave=120, realisatie=-9),
        Staaf(code="GM0002", gemeente="Borne", opgave=10, realisatie=12),
        Staaf(code="GM0003", gemeente="Losser", opgave=None, realisatie=None),
    ]


def halfjaren() -> list[Halfjaar]:
    return [
        Halfjaar(periode="2022-II", taakstelling=27_300, opgave=27_000, realisatie=27_031, saldo=-31),
        Halfjaar(periode="2023-I", taakstelling=100, opgave=69, realisatie=69, saldo=0),
        Halfjaar(periode="2023-II", taakstelling=120, opgave=120, realisatie=None, saldo=None),
    ]


def plekken(names: Callable[[str], str] = lambda name: name) -> list[Plek]:
    return [
        Plek(code=gemeente.code, gemeente=names(gemeente.naam), waarde=(5 - number) * 7, staat=STATES[number % 4])
        for number, gemeente in enumerate(TWENTE)
    ]


def balken() -> list[Balk]:
    begin, end = datetime.date(2022, 5, 1), datetime.date(2025, 3, 31)
    row = Balk(key="locatie/1", groep="Borne", naam=ODD, staat="open", aantal=300, begin=begin, einde=end, termijn=end)
    later = replace(row, key="project/2", groep=ODD, project=True, staat="idee", begin=end, einde=None)
    return [row, later, replace(later, key="project/3", staat="", begin=None, aantal=None)]


def maanden() -> list[Stapelpunt]:
    days = [datetime.date(2023, month, 1) for month in range(9, 13)]
    return [
        Stapelpunt(datum=day, zeker={"azc": 300, ODD: 40}, verwacht={"azc": Fraction(day.month, 2)}, opgave=500)
        for day in days
    ]


def locatieplekken() -> list[Locatieplek]:
    return [
        Locatieplek(
            code=gemeente.code, gemeente=gemeente.naam, aantal=number % 3, nu=number * 90, komend=number % 4 * 50
        )
        for number, gemeente in enumerate(TWENTE)
    ]


def figures() -> dict[str, Figuur]:
    odd = plekken(lambda name: ODD if name == "Borne" else name)
    return {
        "schema": schema_grafiek(punten(), titel=f"Schema {ODD}", opgave=120),
        "staven": staven_grafiek(staven(), titel="Staven", eenheid="per 100.000 inwoners"),
        "verloop": verloop_grafiek(halfjaren(), titel="Verloop"),
        "kaart": kaart(odd, titel="Stand"),
        "klassen": klassenkaart(odd, titel="Klassen", waarde="Opgave per 100.000 inwoners"),
        "stroom": stroom("Stroom", [Deel(ODD, "Borne", 10), Deel(ODD, "Losser", 1), Deel("Borne", "Wierden", 300)]),
        "lege stroom": stroom("Stroom", []),
        "leeg schema": schema_grafiek([], titel="Schema"),
        "lege staven": staven_grafiek([], titel="Staven"),
        "leeg verloop": verloop_grafiek([], titel="Verloop"),
        "tijdlijn": tijdlijn(balken(), titel=f"In de tijd {ODD}", op=datetime.date(2023, 9, 1)),
        "stapel": stapel(maanden(), titel="Per maand", eenheid="plekken"),
        "plekken": locatiekaart(locatieplekken(), titel="Plekken"),
        "wonen": locatiekaart(locatieplekken(), titel="Wonen", wonen=True),
        "lege tijdlijn": tijdlijn([], titel="In de tijd", op=datetime.date(2023, 9, 1)),
        "lege stapel": stapel([], titel="Per maand", eenheid="plekken"),
        "lege plekken": locatiekaart([], titel="Plekken"),
        "lege kaart": kaart([], titel="Stand"),
        "lege klassen": klassenkaart([], titel="Klassen", waarde="Opgave"),
    }


FIGURES = figures()
every_figure = pytest.mark.parametrize("figuur", FIGURES.values(), ids=FIGURES.keys())


def texts(figuur: Figuur) -> list[str]:
    return [shape.words for shape in figuur.vormen if isinstance(shape, Text)]


def keyed(figuur: Figuur) -> dict[str, Polygon]:
    return {shape.key: shape for shape in figuur.vormen if isinstance(shape, Polygon) and shape.key}


def points_of(shape: Shape) -> Sequence[tuple[float, float]]:
    if isinstance(shape, Text):
        return [(shape.x, shape.y)]
    return shape.points if isinstance(shape, Line) else [point for ring in shape.rings for point in ring]


def area(rings: Sequence[Ring]) -> float:
    """Holes run the other way round."""
    return abs(sum(x1 * y2 - x2 * y1 for ring in rings for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))) / 2


# Boundaries


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


# Axes and words


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**6), st.integers(1, 12))
def test_ticks_are_round_and_reach_around(low: int, size: int, most: int) -> None:
    found = ticks(low, low + size, most)
    step = found[1] - found[0]
    assert found[0] <= low < low + max(size, 1) <= found[-1]
    assert all(after - before == step for before, after in pairwise(found))
    assert str(step).rstrip("0") in ("1", "2", "5")
    assert all(tick % step == 0 for tick in found)
    assert len(found) <= most + 2


@given(st.lists(st.integers(-(10**6), 10**6)))
def test_an_axis_holds_its_values_and_nil_between_its_ends(values: list[int]) -> None:
    axis = value_axis(values, 300, 20, 40)
    assert all(20 <= axis.place(value) <= 300 for value in [0, *values])
    assert 0 in axis.ticks
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)


def test_a_text_is_as_wide_as_it_is_printed() -> None:
    load_fonts()
    for gemeente in reference.gemeenten():
        for face, strong in ((REGULAR, False), (SEMIBOLD, True)):
            width = measure(gemeente.naam, face) * 12
            assert width * 0.99 <= text_width(gemeente.naam, strong=strong) <= width * 1.1


def test_a_legend_wraps() -> None:
    samples = [Sample(words=words, fill="accent") for words in ("Taakstelling", "Opgave", "Realisatie")]
    shapes, height = legend(samples, 100)
    assert height == 3 * legend(samples, 1000)[1]
    assert {shape.x for shape in shapes if isinstance(shape, Text)} == {shapes[0].x}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("aantal", "inwoners", "rate"), [(1, 3, 33_333), (2, 3, 66_667), (-1, 3, -33_333), (5, 0, None), (None, 3, None)]
)
def test_per_100_000(aantal: int | None, inwoners: int | None, rate: int | None) -> None:
    assert per_100_000(aantal, inwoners) == rate


# Every picture


@every_figure
def test_it_says_what_it_is_and_keeps_its_data(figuur: Figuur) -> None:
    assert figuur.titel
    assert figuur.zin.endswith(".")
    assert figuur.vormen
    for record in figuur.rijen:
        assert all(isinstance(field.show(record), str) for field in figuur.velden)


@every_figure
def test_everything_lies_in_the_box(figuur: Figuur) -> None:
    for shape in figuur.vormen:
        for x, y in points_of(shape):
            assert -0.5 <= x <= figuur.breedte + 0.5
            assert -0.5 <= y <= figuur.hoogte + 0.5


@every_figure
def test_no_two_texts_touch(figuur: Figuur) -> None:
    boxes = []
    for shape in figuur.vormen:
        if isinstance(shape, Text):
            width = text_width(shape.words, shape.size, strong=shape.strong)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            boxes.append((left, shape.y - 9, left + width, shape.y, shape.words))
            assert left > -1
            assert left + width < figuur.breedte + 1
    for number, (left, top, right, bottom, words) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top, (words, other)


@every_figure
def test_its_colours_are_roles(figuur: Figuur) -> None:
    for shape in figuur.vormen:
        roles = [shape.fill, shape.ink, shape.edge] if isinstance(shape, Polygon) else [shape.color]
        assert {role for role in roles if role} <= set(PAPER)


@every_figure
def test_svg_is_xml_that_carries_names_as_text(figuur: Figuur) -> None:
    drawn = to_svg(figuur)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert root.findtext("{*}title") == figuur.titel
    assert root.findtext("{*}desc") == figuur.zin
    assert "<Zuid>" not in drawn
    allowed = {"svg", "title", "desc", "defs", "pattern", "circle", "rect", "path", "text"}
    assert {node.tag.rpartition("}")[2] for node in root.iter()} <= allowed
    said = [node.text for node in root.iter() if node.tag.endswith("text") and not node.get("aria-hidden")]
    assert said == texts(titled(figuur))


def test_svg_holds_no_character_that_xml_cannot() -> None:
    ET.fromstring(to_svg(replace(FIGURES["staven"], titel="a\x00b\x1f\ud800")).encode())  # noqa: S314


def test_a_picture_with_its_title_is_the_same_lower_down() -> None:
    plain, whole = FIGURES["kaart"], titled(FIGURES["kaart"])
    assert texts(whole) == [plain.titel, *texts(plain)]
    assert whole.hoogte > plain.hoogte
    assert whole.rijen == plain.rijen


# Each picture


def test_the_schedule_says_where_it_stands() -> None:
    figuur = FIGURES["schema"]
    assert figuur.zin == (
        "Op 1 november 2023 was de realisatie 75. Volgens schema was dat 80. De opgave is 120. "
        "Verwacht op 1 januari 2024: 112."
    )
    assert list(figuur.rijen) == punten()
    assert [field.label for field in figuur.velden] == ["Datum", "Volgens schema", "Realisatie", "Verwacht"]
    assert {"75", "112", "120"} <= set(texts(figuur))
    assert set(keyed(figuur)) == {"2023-07-01", "2023-09-01", "2023-11-01"}
    assert keyed(figuur)["2023-09-01"].tip == "01-09-2023: realisatie −3, volgens schema 40"


def test_the_schedule_takes_days_in_any_order() -> None:
    assert schema_grafiek(punten()[::-1], titel="Schema Twente") == schema_grafiek(punten(), titel="Schema Twente")


def test_bars_stand_in_the_order_given_with_their_numbers() -> None:
    figuur = FIGURES["staven"]
    assert list(figuur.rijen) == staven()
    assert [word for word in texts(figuur) if " van " in word] == ["−9 van 120", "12 van 10", "– van –"]
    assert list(keyed(figuur)) == ["GM0001", "GM0002", "GM0003"]
    assert figuur.zin == (
        "Bij 1 van de 2 gemeenten is de opgave gehaald. Het meeste te doen heeft B&W <Zuid>: 129 per 100.000 inwoners."
    )


def test_many_bars_make_the_picture_higher() -> None:
    many = [replace(staven()[1], code=str(number)) for number in range(342)]
    assert staven_grafiek(many, titel="Staven").hoogte > 9_000


def test_the_history_says_first_and_last() -> None:
    figuur = FIGURES["verloop"]
    assert figuur.zin == "Bij de laatste telling van 2023-I was het saldo 0. Bij die van 2022-II was dat −31."
    assert list(keyed(figuur)) == ["2022-II", "2023-I", "2023-II"]
    assert "27.300" in texts(figuur)
    assert keyed(figuur)["2023-II"].tip == "2023-II: taakstelling 120, opgave 120, realisatie –, saldo –"


def test_few_half_years_have_no_broad_bars() -> None:
    figuur = verloop_grafiek(halfjaren()[:1], titel="Verloop", breedte=1000)
    bars = [shape for shape in figuur.vormen if isinstance(shape, Polygon) and shape.fill and shape.ink != "secondary"]
    assert bars and all(max(xs) - min(xs) <= 56 for shape in bars for xs in [[x for x, _y in shape.rings[0]]])


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=12), st.integers(200, 1200))
def test_any_history_lies_in_its_box(numbers: list[tuple[int | None, ...]], width: int) -> None:
    rows = [
        Halfjaar(periode=f"20{n}-I", taakstelling=a, opgave=b, realisatie=c, saldo=d)
        for n, (a, b, c, d) in enumerate(numbers, start=10)
    ]
    figuur = verloop_grafiek(rows, titel="Verloop", breedte=width)
    assert all(-30 <= y <= figuur.hoogte for shape in figuur.vormen for _x, y in points_of(shape))


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
