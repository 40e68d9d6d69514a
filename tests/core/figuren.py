"""Every kind of picture, with names and numbers that are hard to draw, and what can be read in one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import strategies as st

from regietafel import reference
from regietafel.domain.herverdeling import Deel
from regietafel.figures.kaart import Plek, kaart, klassenkaart
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.schema import Schemapunt, schema_grafiek
from regietafel.figures.shapes import Figuur, Line, Polygon, Shape, Text
from regietafel.figures.stapel import Stapelpunt, stapel
from regietafel.figures.staven import Halfjaar, Staaf, staven_grafiek, verloop_grafiek
from regietafel.figures.stroom import stroom
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
