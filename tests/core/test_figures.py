"""Pictures: round axes, and that every picture says and shows its own data."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.documents.pdf.type import REGULAR, SEMIBOLD, load_fonts, measure
from regietafel.figures.colours import PAPER
from regietafel.figures.layout import Sample, legend, text_width, ticks, value_axis
from regietafel.figures.schema import schema_grafiek
from regietafel.figures.shapes import Figuur, Polygon, Text, titled
from regietafel.figures.staven import Halfjaar, staven_grafiek, verloop_grafiek
from regietafel.figures.svg import to_svg
from tests.core.figuren import (
    FIGURES,
    NUMBERS,
    every_figure,
    halfjaren,
    keyed,
    points_of,
    punten,
    staven,
    texts,
)

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
