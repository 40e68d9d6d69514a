"""The pictures of locations and projects: in time, stacked by month, on the map. Sentence and table say the same."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.domain.afronding import rounded
from regietafel.figures.layout import shortened, text_width
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.shapes import Figuur, Polygon, Text
from regietafel.figures.stapel import Stapelpunt, stapel
from regietafel.figures.tijdlijn import tijdlijn, tijdlijnen
from regietafel.figures.tijdlijnbeeld import Balk

OP = datetime.date(2023, 9, 1)
DAYS = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31))
NAMES = st.sampled_from(["De Vloedbeld", "B&W <Zuid>", "Locatie aan de voormalige rijksweg bij het station-zuid", ""])
BALKEN = st.lists(
    st.builds(
        Balk,
        key=st.uuids().map(str),
        groep=st.sampled_from(["Almelo", "Borne", "Nuenen, Gerwen en Nederwetten"]),
        naam=NAMES,
        project=st.booleans(),
        staat=st.sampled_from([*STAAT_NAMEN, ""]),
        aantal=st.none() | st.integers(0, 10**10),
        begin=DAYS,
        einde=DAYS,
        termijn=DAYS,
    ),
    max_size=60,
)
ONE = Balk(
    key="locatie/1",
    groep="Almelo",
    naam="De Vloedbeld",
    soort="azc",
    staat="open",
    aantal=300,
    begin=datetime.date(2022, 5, 1),
    einde=datetime.date(2026, 4, 30),
    termijn=datetime.date(2024, 1, 1),
)


def texts(figuur: Figuur) -> list[str]:
    return [shape.words for shape in figuur.vormen if isinstance(shape, Text)]


def keyed(figuur: Figuur) -> dict[str, Polygon]:
    return {shape.key: shape for shape in figuur.vormen if isinstance(shape, Polygon) and shape.key}


def bars(figuur: Figuur) -> list[Polygon]:
    """As high as a bar, and no sample of the legend."""
    return [s for s in figuur.vormen if isinstance(s, Polygon) and not s.key and s.edge and span(s)[1] == 12]


def span(shape: Polygon) -> tuple[float, float]:
    xs, ys = zip(*shape.rings[0], strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)


def assert_lies_in_its_box(figuur: Figuur) -> None:
    boxes: list[tuple[float, float, float, float, str]] = []
    for shape in figuur.vormen:
        if isinstance(shape, Polygon):
            assert all(-0.5 <= x <= figuur.breedte + 0.5 for ring in shape.rings for x, _y in ring)
            assert all(-0.5 <= y <= figuur.hoogte + 0.5 for ring in shape.rings for _x, y in ring)
        elif isinstance(shape, Text) and shape.words:
            width = text_width(shape.words, shape.size, strong=shape.strong)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            assert left > -1 and left + width < figuur.breedte + 1, shape.words
            assert 9 <= shape.y <= figuur.hoogte
            boxes.append((left, shape.y - 9, left + width, shape.y, shape.words))
    boxes.sort(key=lambda box: box[1])
    for number, (left, _top, right, bottom, words) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other[1] >= bottom:
                break
            assert right <= other[0] or other[2] <= left, (words, other[4])


# In time


@given(BALKEN, st.integers(240, 1200))
def test_any_timeline_lies_in_its_box_and_no_two_texts_touch(balken: list[Balk], width: int) -> None:
    figuur = tijdlijn(balken, titel="Tijdlijn", op=OP, breedte=width)
    assert_lies_in_its_box(figuur)
    assert set(keyed(figuur)) == {balk.key for balk in balken} == {balk.key for balk in figuur.rijen}
    assert figuur.zin.endswith(".")


@given(BALKEN)
def test_pages_hold_every_bar_once_and_fit(balken: list[Balk]) -> None:
    pages = tijdlijnen(balken, titel="Tijdlijn", op=OP, breedte=FIGUUR_BREEDTE, hoogte=400)
    assert [balk for page in pages for balk in page.rijen] == list(tijdlijn(balken, titel="", op=OP).rijen)
    assert all(page.hoogte <= 400 for page in pages)
    assert len({page.titel for page in pages}) == len(pages)
    for page in pages:
        assert_lies_in_its_box(page)


def test_letters_on_paper_stay_large_when_numbers_do() -> None:
    """Letters of 12 points in a picture of FIGUUR_BREEDTE are 9 points beside the widest bindmarge."""
    many = [replace(ONE, key=str(number), aantal=20_000, naam="x" * 90) for number in range(260)]
    pages = tijdlijnen(many, titel="Tijdlijn", op=OP, breedte=FIGUUR_BREEDTE, hoogte=620)
    assert len(pages) > 5
    assert {page.breedte for page in pages} == {FIGUUR_BREEDTE}
    assert min(shape.size for page in pages for shape in page.vormen if isinstance(shape, Text)) == 12


def test_a_bar_says_state_and_number_and_lies_from_begin_to_end() -> None:
    figuur = tijdlijn([ONE], titel="Tijdlijn", op=OP, breedte=800)
    assert {"Almelo", "De Vloedbeld", "open", "300", "op 01-09-2023", "2022", "2026"} <= set(texts(figuur))
    [*_samples, bar] = bars(figuur)
    years = {shape.words: shape.x for shape in figuur.vormen if isinstance(shape, Text) and shape.words.isdigit()}
    year = years["2026"] - years["2025"]
    xs = [x for x, _y in bar.rings[0]]
    assert min(xs) == pytest.approx(years["2022"] + year / 3, abs=2)
    assert max(xs) == pytest.approx(years["2026"] + year / 3, abs=2)
    assert keyed(figuur)["locatie/1"].tip == (
        "Almelo, De Vloedbeld (azc): open, aantal 300, vanaf 01-05-2022, tot en met 30-04-2026, "
        "overeenkomst of plaats tot en met 01-01-2024"
    )


def test_an_end_that_is_not_known_is_a_point() -> None:
    [*_samples, bar] = bars(tijdlijn([replace(ONE, einde=None)], titel="", op=OP))
    assert len(bar.rings[0]) == 5
    [*_samples, bar] = bars(tijdlijn([ONE], titel="", op=OP))
    assert len(bar.rings[0]) == 4


def test_every_stage_has_its_own_look_and_every_state_its_word() -> None:
    figuur = tijdlijn([replace(ONE, key=staat, staat=staat) for staat in [*STAAT_NAMEN, ""]], titel="", op=OP)
    looks = {(bar.fill, bar.pattern) for bar in bars(figuur)}
    assert len(looks) == 6
    assert {*STAAT_NAMEN.values(), "onbekend"} <= set(texts(figuur))
    stages = ["Idee of verkenning", "Besluit", "Vergunning of bouw", "Open", "Gesloten", "Staat onbekend"]
    assert texts(figuur)[:6] == stages


@pytest.mark.parametrize(
    ("balk", "words"),
    [
        (replace(ONE, staat="idee", begin=None), "nog geen datum"),
        (replace(ONE, staat="idee", begin=datetime.date(2035, 1, 1), einde=None), "vanaf 01-01-2035"),
        (replace(ONE, begin=None, einde=datetime.date(2010, 1, 1)), "tot en met 01-01-2010"),
    ],
)
def test_what_is_not_among_the_days_shown_says_when_it_is(balk: Balk, words: str) -> None:
    assert words in texts(tijdlijn([balk], titel="", op=OP, breedte=800))


def test_the_sentence_counts_what_is_open_and_what_changes_within_a_year() -> None:
    rows = [
        ONE,
        replace(ONE, key="2", staat="idee", begin=datetime.date(2024, 8, 31), einde=None, termijn=None),
        replace(ONE, key="3", project=True, einde=datetime.date(2023, 9, 1), termijn=None),
    ]
    assert tijdlijn(rows, titel="", op=OP).zin == (
        "Op 1 september 2023: 2 locaties en 1 project, waarvan 2 open. "
        "In het jaar daarna: 1 met een opening, 1 met een einde. "
        "Van 1 loopt in dat jaar de overeenkomst of de plaats af."
    )
    assert tijdlijn([], titel="", op=OP).zin == "Er zijn nog geen locaties of projecten."
    pages = tijdlijnen(rows * 30, titel="Tijdlijn", op=OP)
    assert pages[1].titel == f"Tijdlijn (2 van {len(pages)})"
    assert pages[1].zin.startswith("Vervolg, ")
    assert "Almelo (vervolg)" in texts(pages[1])


def test_the_days_stand_again_further_down() -> None:
    many = [replace(ONE, key=str(number)) for number in range(60)]
    figuur = tijdlijn(many, titel="", op=OP)
    assert texts(figuur).count("op 01-09-2023") == 3


@given(st.text(max_size=40), st.integers(0, 300))
def test_a_name_that_is_shortened_fits_and_is_as_long_as_can_be(words: str, room: int) -> None:
    short = shortened(words, room)
    assert short == words or text_width(short) <= max(room, text_width("…"))
    if short != words:
        kept = len(short) - 1
        assert text_width(words[: kept + 1] + "…") > room or words[kept : kept + 1].isspace()


# Stacked by month

KINDS = ["azc", "crisisnoodopvang", "opvang Oekraïne"]
PUNTEN = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(KINDS), st.integers(0, 10**9)),
        st.dictionaries(st.sampled_from(KINDS), st.fractions(0, 10**6)),
        st.none() | st.integers(0, 10**9),
    ),
    max_size=30,
)


def month(number: int) -> datetime.date:
    return datetime.date(2023 + number // 12, number % 12 + 1, 1)


@given(PUNTEN, st.integers(400, 1200))
def test_any_stack_lies_in_its_box(
    rows: list[tuple[dict[str, int], dict[str, Fraction], int | None]], width: int
) -> None:
    punten = [
        Stapelpunt(datum=month(number), zeker=sure, verwacht=more, opgave=asked)
        for number, (sure, more, asked) in enumerate(rows)
    ]
    figuur = stapel(punten, titel="Stapel", eenheid="plekken", breedte=width)
    assert_lies_in_its_box(figuur)
    together = [rij for rij in figuur.rijen if rij.soort == "Samen"]
    assert [rij.zeker for rij in together] == [sum(sure.values()) for sure, _more, _asked in rows]
    assert [rij.verwacht for rij in together] == [rounded(sum(more.values(), Fraction())) for _s, more, _asked in rows]
    assert [rij.opgave for rij in together] == [asked for _sure, _more, asked in rows]


def test_the_stack_says_how_it_begins_and_ends_against_the_opgave() -> None:
    punten = [
        Stapelpunt(datum=month(8), zeker={"azc": 794}, opgave=1_944),
        Stapelpunt(datum=month(11), zeker={"azc": 900}, verwacht={"ROL": Fraction(701, 2)}, opgave=2_164),
    ]
    figuur = stapel(punten, titel="Stapel", eenheid="plekken")
    assert figuur.zin == (
        "Eind september 2023: 794 plekken zeker. Eind december 2023: 900 zeker, 1.251 met wat te verwachten is. "
        "De opgave is dan 2.164; er zijn er 913 te weinig."
    )
    assert keyed(figuur)["2023-12-01"].tip == "december 2023: azc 900, ROL nog verwacht 351, opgave 2.164"
    assert {"900 zeker", "1.251 met verwacht", "2.164 opgave", "Verwacht", "Opgave"} <= set(texts(figuur))
    [stripes] = {s.pattern for s in figuur.vormen if isinstance(s, Polygon) and s.fill == "surface" and s.pattern}
    assert stripes == "stripes"
    enough = [replace(punt, opgave=100) for punt in punten]
    assert stapel(enough, titel="", eenheid="plekken").zin.endswith("De opgave is dan 100; er zijn er 1.151 meer.")
    assert stapel([], titel="", eenheid="plekken").zin == "Er zijn nog geen plekken bekend."


# On the map

TWENTE = {"Almelo": "GM0141", "Borne": "GM0147", "Enschede": "GM0153", "Losser": "GM0168", "Wierden": "GM0189"}


def plekken(*numbers: tuple[int, int, int]) -> list[Locatieplek]:
    return [
        Locatieplek(code=code, gemeente=naam, aantal=aantal, nu=nu, komend=komend)
        for (naam, code), (aantal, nu, komend) in zip(TWENTE.items(), numbers, strict=False)
    ]


@given(st.lists(st.tuples(*[st.integers(0, 10**9)] * 3), min_size=5, max_size=5), st.booleans())
def test_any_map_lies_in_its_box(numbers: list[tuple[int, int, int]], wonen: bool) -> None:
    assert_lies_in_its_box(locatiekaart(plekken(*numbers), titel="Kaart", wonen=wonen))


def test_a_sign_is_as_large_as_what_it_stands_for() -> None:
    figuur = locatiekaart(plekken((1, 400, 0), (2, 100, 0), (1, 0, 100), (0, 0, 0)), titel="Kaart")
    [large, small, coming] = [s for s in figuur.vormen if isinstance(s, Polygon) and not s.key and s.edge][:3]
    assert span(large)[0] == pytest.approx(2 * span(small)[0], abs=0.5)
    assert (small.fill, coming.pattern) == ("accent", "stripes")
    said = texts(figuur)
    assert {"400 (1)", "100 (2)", "0 + 100 (1)", "Plekken nu", "Komt erbij"} <= set(said)
    assert keyed(figuur)["GM0147"].tip == "Borne: locaties 2, plekken nu 100, komt erbij 0"
    assert figuur.zin == (
        "4 locaties in 3 van de 4 gemeenten: nu 500 plekken, en 100 die erbij komen. "
        "Bij elke gemeente: nu + wat erbij komt (aantal locaties)."
    )


def test_homes_are_squares_and_what_is_not_on_the_map_is_named() -> None:
    unknown = Locatieplek(code="GM9999", gemeente="Nieuwdorp", aantal=1, nu=4, komend=0)
    figuur = locatiekaart([*plekken((1, 60, 0)), unknown], titel="Kaart", wonen=True)
    assert "Personen nu" in texts(figuur)
    assert figuur.zin.startswith("2 projecten in 2 van de 2 gemeenten: nu 64 personen")
    assert figuur.zin.endswith("Niet op de kaart: Nieuwdorp.")
    [sign] = [s for s in figuur.vormen if isinstance(s, Polygon) and not s.key and s.fill == "accent"][:1]
    assert len(sign.rings[0]) == 4
    assert locatiekaart([], titel="Kaart").zin == "Er zijn nog geen locaties."
