"""A picture in a document: a screen reader says its sentence, the archive accepts it, it stays on one page."""

from __future__ import annotations

import datetime
import io
import re
from fractions import Fraction

import page
import pikepdf
import pytest

from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.documents.blocks import Block, Document, Figure, Heading, Paragraph, text
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.documents.pdf.render import render_pdf
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.schema import Schemapunt, schema_grafiek
from regietafel.figures.shapes import Figuur
from regietafel.figures.stapel import Stapelpunt, stapel
from regietafel.figures.staven import Staaf, staven_grafiek
from regietafel.figures.tijdlijn import tijdlijnen
from regietafel.figures.tijdlijnbeeld import Balk
from tests.core.documents.pdfs import region
from tests.core.documents.reading import read

ODD = "B&W <Zuid> 😀"


def document(*content: Block) -> Document:
    return Document(
        title="Stand van de regio",
        author="Regietafel Twente",
        subject="Stand 2023-II",
        kenmerk="ST-2023-II-01",
        datum=datetime.date(2023, 11, 1),
        blocks=(Heading(content=text("Stand")), *content),
    )


def bars(count: int = 2) -> Figuur:
    rows = [Staaf(code=str(n), gemeente=f"{ODD} {n}", opgave=40, realisatie=n - 9) for n in range(count)]
    return staven_grafiek(rows, titel="Opgave en realisatie")


def schedule() -> Figuur:
    begin = datetime.date(2023, 7, 1)
    rows = [
        Schemapunt(datum=begin, schema=0, realisatie=0),
        Schemapunt(datum=datetime.date(2023, 11, 1), realisatie=75),
        Schemapunt(datum=datetime.date(2024, 1, 1), schema=120, verwacht=112),
    ]
    return schema_grafiek(rows, titel="Schema")


def timeline() -> tuple[Figuur, ...]:
    begin = datetime.date(2022, 5, 1)
    rows = [
        Balk(key=str(n), groep=ODD, naam=f"{ODD} {n}", staat=staat, aantal=20_000, begin=begin, termijn=begin)
        for n, staat in enumerate([*STAAT_NAMEN] * 4)
    ]
    day = datetime.date(2023, 9, 1)
    return tijdlijnen(rows, titel="In de tijd", op=day, breedte=FIGUUR_BREEDTE, hoogte=620)


def capacity() -> Figuur:
    rows = [
        Stapelpunt(
            datum=datetime.date(2023, n, 1), zeker={ODD: 300, "azc": 40}, verwacht={"azc": Fraction(n, 2)}, opgave=500
        )
        for n in range(1, 13)
    ]
    return stapel(rows, titel="Per maand", eenheid="plekken", breedte=FIGUUR_BREEDTE)


def places() -> Figuur:
    row = Locatieplek(code="GM0147", gemeente="Borne", aantal=3, nu=300, komend=60)
    return locatiekaart([row], titel="Plekken", breedte=FIGUUR_BREEDTE)


PICTURES = (
    region(),
    bars(),
    schedule(),
    schema_grafiek([], titel="Leeg"),
    *timeline(),
    capacity(),
    places(),
)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_picture_conforms(profile: str) -> None:
    report = page.validate_pdf_bytes(render_pdf(document(*map(_block, PICTURES))), profile=profile)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def _block(figuur: Figuur) -> Figure:
    return Figure(figuur=figuur)


def test_a_screen_reader_says_the_sentence() -> None:
    reading = read(render_pdf(document(*map(_block, PICTURES))))
    figures = reading.root.find("Figure")
    said = "{}: de zin hieronder zegt wat de afbeelding laat zien."
    assert [figure.alt for figure in figures] == [said.format(figuur.titel) for figuur in PICTURES]
    for figure, figuur in zip(figures, PICTURES, strict=True):
        assert figure.find("Caption")[0].text.strip() == figuur.zin
    titles = [node.text.strip() for node in reading.root.find("P")]
    assert titles == [figuur.titel for figuur in PICTURES]
    assert not any(reading.unmarked)


def test_every_word_of_the_picture_is_drawn() -> None:
    [figure] = read(render_pdf(document(_block(region())))).root.find("Figure")
    for word in ("Almelo", "Rijssen-Holten", "Achterstand", "Voorsprong"):
        assert word in figure.text


def test_the_box_is_where_the_picture_is() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(document(_block(region()))))) as pdf:
        boxes = [element.A.BBox for element in pdf.objects if _is_figure(element)]
    [[left, bottom, right, top]] = [[float(number) for number in box] for box in boxes]
    assert left == pytest.approx(25 * 72 / 25.4)
    assert 0 < bottom < top < 842
    assert right - left == pytest.approx(595.28 - 50 * 72 / 25.4, abs=0.1)


def _is_figure(element: pikepdf.Object) -> bool:
    return isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Figure


def test_a_picture_stays_on_one_page_with_title_and_sentence() -> None:
    filler = Paragraph(content=text("De colleges spreken dit af. " * 130))
    for figuur in (region(), bars(80)):  # the second is higher than a page
        reading = read(render_pdf(document(filler, _block(figuur))))
        [figure] = reading.root.find("Figure")
        [title] = [node for node in reading.root.find("P") if node.text.strip() == figuur.titel]
        assert figure.pages == {1}
        assert title.pages == figure.find("Caption")[0].pages == {1}


def test_patterns_and_halos_do_not_stick() -> None:
    """What is drawn after a pattern or an outlined letter is drawn as before it: saves and restores come in pairs."""
    with pikepdf.open(io.BytesIO(render_pdf(document(_block(region()), Paragraph(content=text("Daarna.")))))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert len(re.findall(rb"(?m)(?:^|\s)q\s", content)) == len(re.findall(rb"(?m)(?:^|\s)Q\s", content))
    assert b"W* n" in content


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert render_pdf(document(_block(region()))) == render_pdf(document(_block(region())))
