"""Tables in a PDF: headers over several columns, and rows that are parted by the end of a page."""

from __future__ import annotations

import io
import re

import page
import pikepdf
import pytest

from regietafel.documents.blocks import Column, Run, Table, text
from regietafel.documents.pdf.columns import find_groups, place_columns
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.pdf.type import load_fonts
from tests.core.documents.pdfs import LONG, WORD, document, paragraph
from tests.core.documents.reading import characters, read

COLUMNS = (
    Column(header="Gemeente"),
    Column(header="Opgave", numeric=True, group="Eerste helft 2023"),
    Column(header="Gerealiseerd", numeric=True, group="Eerste helft 2023"),
    Column(header="Opgave", numeric=True, group="Tweede helft 2023"),
    Column(header="Gerealiseerd", numeric=True, group="Tweede helft 2023"),
    Column(header="Toelichting"),
)
ODD = ("B&W <b>", "😀", "محمد علي", "", WORD[:200], "Haaksbergen")


def grouped(count: int = 3) -> Table:
    rows = tuple(
        (f"{ODD[n % 6]} {n}", "1", "2", (Run(text="3", note=text(f"Noot {n}")),) if n % 9 == 1 else "3", "", ODD[n % 6])
        for n in range(count)
    )
    return Table(columns=COLUMNS, rows=rows, total=("Totaal", "1", "2", "3", "4", ""), summary="Twee helften.")


def test_columns_with_one_group_stand_under_one_header() -> None:
    [node] = read(render_pdf(document(grouped()))).root.find("Table")
    first, second = node.kids[0].kids
    assert [(cell.text, cell.attributes.get("/ColSpan"), cell.attributes.get("/RowSpan")) for cell in first.kids] == [
        ("Gemeente", None, "2"),
        ("Eerste helft 2023", "2", None),
        ("Tweede helft 2023", "2", None),
        ("Toelichting", None, "2"),
    ]
    assert [cell.text for cell in second.kids] == ["Opgave", "Gerealiseerd"] * 2
    assert {cell.attributes["/Scope"] for cell in node.kids[0].find("TH")} == {"/Column"}
    for row in [*node.kids[1].kids, *node.kids[2].kids]:
        assert [cell.tag for cell in row.kids] == ["TH", *["TD"] * 5]
        assert row.kids[0].attributes["/Scope"] == "/Row"


def test_cells_under_a_merged_header_name_their_headers() -> None:
    data = render_pdf(document(grouped()))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = _elements(pdf.Root.StructTreeRoot.K)
        cells = {str(element.ID): element for element in found if "/ID" in element}
        said = [
            [_text_of(cells[str(name)], data) for name in element.A.Headers]
            for element in found
            if element.S == "/TD" and "/A" in element
        ]
    assert len(said) == 4 * 5
    assert [names[1:] for names in said[:5]] == [
        ["Eerste helft 2023", "Opgave"],
        ["Eerste helft 2023", "Gerealiseerd"],
        ["Tweede helft 2023", "Opgave"],
        ["Tweede helft 2023", "Gerealiseerd"],
        ["Toelichting"],
    ]


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(found for kid in kids for found in _elements(kid))]


def _text_of(element: pikepdf.Object, data: bytes) -> str:
    named = {node.name: node.text for node in read(data).root.walk() if node.name}
    return named[str(element.ID)]


def test_a_merged_header_comes_back_as_an_artifact() -> None:
    reading = read(render_pdf(document(grouped(60))))
    [node] = reading.root.find("Table")
    pages = sorted({number for part in node.walk() for number in part.pages})
    assert len(pages) > 2
    assert [cell.text for cell in node.find("TH")].count("Eerste helft 2023") == 1
    for number in pages:
        assert ("Eerste helft 2023" in reading.artifacts[number]) == (number != pages[0])


def test_numbers_stay_under_each_other_beside_the_mark_of_a_note() -> None:
    rows = (("Almelo", "30"), ("Borne", (Run(text="30", note=text("Voorlopig.")),)))
    columns = (Column(header="Gemeente"), Column(header="Aantal", numeric=True))
    with pikepdf.open(io.BytesIO(render_pdf(document(Table(columns=columns, rows=rows))))) as pdf:
        fonts = {name: characters(font) for name, font in pdf.pages[0].Resources.Font.items()}
        places, font, x = [], "", 0.0
        for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
            operands = list(instruction.operands)
            match str(instruction.operator):
                case "Tf":
                    font = str(operands[0])
                case "Tm":
                    x = float(operands[4])
                case "Tj" if "".join(fonts[font][code] for code in bytes(operands[0])) == "30":
                    places.append(x)
    assert len(places) == 2
    assert places[0] == pytest.approx(places[1], abs=0.01)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_table_conforms(profile: str) -> None:
    long = Table(columns=COLUMNS, rows=(("Borne", "1", "2", "3", "4", LONG * 30), ("Almelo", *"12345")))
    alone = Table(columns=(Column(header="a", group="b"),), rows=())
    for each in (grouped(), grouped(60), long, alone):
        data = render_pdf(document(paragraph("Vooraf."), each))
        assert data == render_pdf(document(paragraph("Vooraf."), each))
        assert [failure.message for failure in page.validate_pdf_bytes(data, profile=profile).failures] == []


def test_neighbours_alone_share_a_header_and_it_fits() -> None:
    load_fonts()
    wide = "Gemeenschappelijkeregelingsovereenkomst"
    columns = (Column(header="a"), *(Column(header=str(n), numeric=True, group=wide) for n in range(2)))
    table = Table(columns=(*columns, Column(header="b"), Column(header="c", group=wide)), rows=(("x",) * 5,))
    assert [(group.first, group.end) for group in find_groups(table)] == [(1, 3), (4, 5)]
    places = place_columns(table, 0.0, 600.0)
    assert places[2].left + places[2].width - places[1].left > 200


def test_a_row_goes_on_on_the_next_page_in_whole_lines() -> None:
    for count in (0, 8, 12):
        filler = [paragraph("regel") for _ in range(count)]
        table = Table(columns=COLUMNS, rows=(("Borne", "1", "2", "3", "4", LONG * 20), ("Almelo", *"12345")))
        root = read(render_pdf(document(*filler, table))).root
        cell = root.find("TBody")[0].kids[0].kids[5]
        assert cell.text == LONG * 20
        assert len(cell.pages) == len(cell.content) > 1  # a page long in one go: no gap in a broken word
        assert not re.search(r"\S{40}", cell.text)
