"""The PDF: what a screen reader hears, what the archive asks, and how the pages are divided."""

from __future__ import annotations

import datetime
import io
import unicodedata
from dataclasses import replace
from typing import Any

import page
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regietafel.documents import blocks
from regietafel.documents.blocks import (
    Column,
    Heading,
    Paragraph,
    Run,
    Signatory,
    Signatures,
    Table,
    text,
)
from regietafel.documents.pdf.columns import need, place_columns
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.pdf.type import load_fonts
from tests.core.documents.pdfs import (
    COLUMNS,
    LONG,
    WORD,
    document,
    leaves,
    open_pdf,
    paragraph,
    reading,
    rendered,
    rich,
    table,
)
from tests.core.documents.reading import read


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_kind_of_block_conforms(profile: str) -> None:
    for data in (rendered(), render_pdf(document(paragraph("één alinea"))), render_pdf(document())):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [failure.message for failure in report.failures] == []
        assert report.is_compliant


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pdf(rich()) == rendered()
    assert render_pdf(replace(rich(), datum=datetime.date(2023, 7, 2))) != rendered()


def test_everything_is_read_in_order() -> None:
    said = leaves(reading().root)
    opening = ["Regietafel Twente", "Postbus 1", "7500 AA Enschede", "COA", "Postbus 30203", "2500 GE Den Haag"]
    opening += ["Ons kenmerk HV-2023-II-01", "Onderwerp " + LONG.strip(), "Besluit"]
    opening += ["Lees " + "de website van het COA " * 6 + " en vet, B&W <b>", (LONG * 4).strip(), WORD, "Te diep"]
    opening += ["•", "een", "a.", "twee", "•", "drie", "•", (LONG * 2).strip()]
    opening += ["Gemeente", "Taakstelling", "Wijziging", "Nieuwe taakstelling", "Gemeente 0", "100", "−10", "90"]
    assert said[: len(opening)] == opening
    assert "Tekens ✓ ≥ 😀" in said
    sign = ["Het college van Borne,", "de secretaris", "de burgemeester", "mr. M. de Vries"]
    assert said[-8:-4] == sign
    assert reading().unmarked == [""] * len(reading().artifacts)


def test_characters_that_no_font_has_are_shown_by_number_and_read_as_themselves() -> None:
    [said] = [leaf for leaf in leaves(reading().root) if leaf.startswith("Emoji")]
    assert said == "Emoji 🦺, tag x, geen teken [U+E000], 東京, nbsp: x, dun\u2009spatie, regel einde"
    assert b"U+1F9BA" in page_texts(rendered())


def page_texts(data: bytes) -> bytes:
    """What is drawn, in the fonts' own characters, whatever ActualText says."""
    with open_pdf(data) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and "/ActualText" in element:
                del element.ActualText
        copy = io.BytesIO()
        pdf.save(copy)
    return read(copy.getvalue()).root.text.encode()


def test_headings_do_not_skip_a_level_and_are_bookmarked() -> None:
    tags = [(node.tag, node.text) for node in reading().root.walk() if node.tag in ("H1", "H2", "H3")]
    assert tags == [("H1", "Besluit"), ("H2", "Te diep"), ("H2", "Tekens ✓ ≥ 😀")]
    with open_pdf(rendered()) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Besluit"]
        assert [entry.title for entry in outline.root[0].children] == ["Te diep", "Tekens ✓ ≥ 😀"]


def test_lists_nest_inside_their_item() -> None:
    [outer] = [node for node in reading().root.kids if node.tag == "L"]
    assert [[kid.tag for kid in item.kids] for item in outer.kids] == [["Lbl", "LBody"]] * 2
    [inner] = outer.kids[0].kids[1].find("L")[:1]
    assert inner.attributes["/ListNumbering"] == "/LowerAlpha"
    assert len(inner.find("L")) == 2


def test_table_cells_know_their_headers() -> None:
    for node in reading().root.find("Table"):
        assert node.attributes["/Summary"] == "De taakstelling per gemeente."
        head, body, foot = node.kids
        assert (head.tag, body.tag, foot.tag) == ("THead", "TBody", "TFoot")
        assert [[cell.tag for cell in row.kids] for row in head.kids] == [["TH"] * 4]
        assert {cell.attributes["/Scope"] for cell in head.find("TH")} == {"/Column"}
        for row in [*body.kids, *foot.kids]:
            assert [cell.tag for cell in row.kids] == ["TH", "TD", "TD", "TD"]
            assert row.kids[0].attributes["/Scope"] == "/Row"


def test_a_table_over_pages_repeats_its_header_as_an_artifact() -> None:
    long = reading().root.find("Table")[1]
    pages = sorted({number for node in long.walk() for number in node.pages})
    assert len(pages) > 1
    assert [node.text for node in long.find("TH") if node.text == "Wijziging"] == ["Wijziging"]
    for number in pages:
        assert ("Wijziging" in reading().artifacts[number]) == (number != pages[0])


def test_a_row_over_pages_stays_one_cell() -> None:
    tall = Table(columns=COLUMNS, rows=(("Borne", LONG * 60, "1", "2"), ("Enschede", "3", "4", "5")))
    root = read(render_pdf(document(paragraph("Vooraf."), tall))).root
    row = root.find("TR")[1]
    assert [cell.text.strip() for cell in row.kids] == ["Borne", (LONG * 60).strip(), "1", "2"]
    assert len(row.kids[1].pages) > 1


def test_links_can_be_reached_and_say_where_they_go() -> None:
    [link] = reading().root.find("Link")
    with open_pdf(rendered()) as pdf:
        annotations = [annotation for each in pdf.pages for annotation in each.get("/Annots", [])]
    assert link.links == len(annotations) > 1  # it runs over several lines
    for annotation in annotations:
        assert str(annotation.A.URI) == "https://www.coa.nl/nl"
        assert str(annotation.Contents) == "Koppeling naar https://www.coa.nl/nl"
        assert int(annotation.F) == 4
        assert "/StructParent" in annotation


def test_the_file_says_what_it_is() -> None:
    with open_pdf(rendered()) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == "Besluit tot herverdeling"
        assert str(pdf.docinfo.CreationDate) == "D:20230701000000Z"
        assert all(each.Tabs == "/S" and each.StructParents == at for at, each in enumerate(pdf.pages))
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Besluit tot herverdeling"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_fonts_are_ours_and_embedded() -> None:
    with open_pdf(rendered()) as pdf:
        fonts: list[Any] = [font for each in pdf.pages for font in each.Resources.Font.values()]
        assert {str(font.BaseFont).partition("+")[2] for font in fonts} <= {
            "OpenSans",
            "OpenSans-Semibold",
            "OpenSans-Bold",
            "DejaVuSans",
        }
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert all(b"<0000>" not in bytes(font.ToUnicode.read_bytes()) for font in fonts)


def test_pictures_have_a_text() -> None:
    assert all(node.alt for node in reading().root.find("Figure"))


def test_nothing_is_smaller_than_nine_points_or_outside_the_margins() -> None:
    with open_pdf(rendered()) as pdf:
        for each in pdf.pages:
            for instruction in pikepdf.parse_content_stream(each):
                operands: Any = instruction.operands
                if str(instruction.operator) == "Tf":
                    assert float(operands[1]) >= 9
                elif str(instruction.operator) == "Tm":
                    assert 70 <= float(operands[4]) <= 595 - 70
                    assert 30 <= float(operands[5]) <= 842 - 30


def test_follow_up_pages_name_the_document() -> None:
    first, *rest = reading().artifacts
    count = len(rest) + 1
    assert first == f"Pagina 1 van {count}"
    for number, artifact in enumerate(rest, start=2):
        assert f"Pagina {number} van {count}HV-2023-II-01Besluit tot herverdeling" in artifact


def test_a_heading_is_never_the_last_on_a_page() -> None:
    for count in range(28, 44):
        filler = [paragraph("regel") for _ in range(count)]
        root = read(render_pdf(document(*filler, Heading(content=text("Kop")), paragraph(LONG * 3)))).root
        heading, after = root.find("H1")[0], root.find("P")[-1]
        assert heading.pages == {min(after.pages)}


def test_signatures_are_not_parted_nor_left_alone() -> None:
    sign = Signatures(
        opening="Het college,", signatories=(Signatory(role="a"), Signatory(role="b"), Signatory(role="c"))
    )
    for count in range(22, 36):
        filler = [paragraph("regel") for _ in range(count)]
        *_rest, before, opening, one, two, three = read(render_pdf(document(*filler, sign))).root.find("P")
        assert before.pages == opening.pages == one.pages == two.pages == three.pages


def test_address_stands_in_the_window() -> None:
    with open_pdf(rendered()) as pdf:
        drawn: list[Any] = [i for i in pikepdf.parse_content_stream(pdf.pages[0]) if str(i.operator) == "Tm"]
        millimetres = [(842 - float(instruction.operands[5])) * 25.4 / 72 for instruction in drawn]
    assert 52 < millimetres[3] < millimetres[5] < 70
    assert millimetres[6] > 90


def test_no_stream_ends_in_a_return() -> None:
    for number in range(200):  # without care about one in sixty does
        words = f"Brief {number} over {'abcdefghij'[number % 10] * (number % 7)} en {number * number}"
        assert b"\r\nendstream" not in render_pdf(document(paragraph(words)))


def test_every_character_of_every_font_conforms() -> None:
    for face, characters in load_fonts().items():
        words = " ".join(sorted(characters - {" "}))
        run = Run(text=words, bold="Bold" in face, italic="Italic" in face)
        content = Heading(content=(run,)) if "Semibold" in face else Paragraph(content=(run,))
        data = render_pdf(document(content))
        report = page.validate_pdf_bytes(data, profile="2a")
        assert [failure.message for failure in report.failures] == []
        assert read(data).root.text == unicodedata.normalize("NFC", words).replace("\u00a0", " ")


def test_a_table_without_rows_conforms() -> None:
    data = render_pdf(document(Table(columns=COLUMNS, rows=())))
    assert page.is_pdf_compliant_bytes(data, profile="ua1")


@example(words=">¾ÎÑûᎬ")
@settings(max_examples=60)
@given(words=st.text(max_size=400))
def test_any_text_can_be_written(words: str) -> None:
    data = render_pdf(
        replace(document(paragraph(words), table(1, words.replace("{", "").replace("}", ""))), title=words)
    )
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
    read(data)


def test_numbers_stay_whole_beside_an_endless_name() -> None:
    columns = (blocks.Column(header="Gemeente"), *(blocks.Column(header=f"Getal {n}", numeric=True) for n in range(3)))
    table = blocks.Table(columns=columns, rows=(("x" * 290, "12.345", "−10", "12.335"),))
    places = place_columns(table, 0.0, 450.0)
    assert [place.width >= need(table, number)[0] for number, place in enumerate(places)] == [False, True, True, True]
    assert sum(place.width for place in places) <= 450


def test_only_the_longest_words_of_a_table_break() -> None:
    columns = tuple(Column(header=header) for header in ("Gemeente", "Besluit", "Nummer", "Bekendmaking", "Vindplaats"))
    row = (
        "Haaksbergen",
        "12-07-2023",
        "Z/23/123456-7890-Z/23/123456-7890",
        "20-07-2023",
        "https://" + "x" * 50 + ".nl",
    )
    table = Table(columns=columns, rows=(row,))
    places = place_columns(table, 0.0, 453.0)
    for number in (0, 1, 3):
        assert places[number].width >= need(table, number)[0]
    assert places[2].width == pytest.approx(places[4].width)
    assert places[-1].left + places[-1].width == pytest.approx(453.0)


def test_heads_without_text_do_not_all_move_to_the_next_page() -> None:
    """As the points of an agenda, most of which are a title."""
    filler = [paragraph(LONG) for _number in range(12)]
    heads = [Heading(content=text(f"{number}. Punt"), level=2) for number in range(1, 26)]
    made = read(render_pdf(document(Heading(content=text("Agenda")), *filler, *heads, paragraph("Slot"))))
    places = [min(head.pages) for head in made.root.find("H2")]
    assert places == sorted(places) and places[0] == 0 and places[-1] == 1


def test_a_head_stays_with_what_is_under_it() -> None:
    heads = [Heading(content=text(name), level=level) for name, level in (("Boven", 2), ("Onder", 3))]
    for lines in range(20, 45):
        made = read(
            render_pdf(document(Heading(content=text("Kop")), *[paragraph("x")] * lines, *heads, paragraph("Slot")))
        )
        (above,), (below,), slot = made.root.find("H2"), made.root.find("H3"), made.root.find("P")[-1]
        assert above.pages == below.pages == slot.pages
