"""How text is set: where words are broken, what stands together, and what shows that something was left out."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import page
import pikepdf
import pytest

from regietafel.documents import blocks
from regietafel.documents.blocks import Heading, ListBlock, ListItem, Paragraph, Run, text
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.pdf.gronden import spell_grond
from regietafel.documents.pdf.hyphens import split_word
from regietafel.documents.pdf.lines import break_lines, ends_in_hyphen
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.pdf.type import SOFT_HYPHEN, Line, Style, load_fonts
from tests.core.documents.pdfs import LONG, document, open_pdf, paragraph, table
from tests.core.documents.reading import characters, read

DUTCH = (
    "De gemeenteraadsvergadering besprak de verantwoordelijkheid voor vergunninghouders in de woningbouwopgave van "
    "de samenwerkende gemeenten, en de uitvoeringsovereenkomst met het opvangorgaan. "
)
LEFT_OUT = Run(text="", grond="5.1.2e")


@pytest.fixture(autouse=True)
def _fonts() -> None:
    load_fonts()


def shown(line: Line) -> str:
    return "".join(fragment.text for fragment in line.fragments)


def set_in(words: str, width: float) -> list[str]:
    return [shown(line) for line in break_lines(text(words), Style(), width)]


def test_words_break_between_syllables_when_a_line_would_be_loose() -> None:
    lines = set_in(DUTCH, 160)
    assert any(line.endswith(SOFT_HYPHEN) for line in lines)
    assert "".join(lines).replace(SOFT_HYPHEN, "") == DUTCH
    for before, after in itertools.pairwise(lines):
        if before.endswith(SOFT_HYPHEN):
            start, end = before.split(" ")[-1].rstrip(SOFT_HYPHEN), after.split(" ")[0].rstrip(",.")
            assert len(start) >= 2
            assert len(end) >= 3
            assert len(start + end) >= 6


def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen() -> None:
    for width in range(60, 300, 4):
        lines = break_lines(text(DUTCH * 3), Style(), width)
        wide = max(len(word) for word in DUTCH.split()) * 6 > width  # words that are wider than a line have to break
        runs = [len(list(run)) for broken, run in itertools.groupby(lines, key=ends_in_hyphen) if broken]
        assert wide or max(runs, default=0) <= 2
        assert all(line.width <= width for line in lines)


@pytest.mark.parametrize(
    "word",
    ["Haaksbergen ", "HV-2023-II ", "secretaris@almelo.nl ", "www.regietafel.nl/overzicht ", "artikel5lid2 ", "raad "],
)
def test_names_codes_and_addresses_stay_whole(word: str) -> None:
    assert list(split_word(word)) == []


def test_a_break_never_changes_the_spelling() -> None:
    assert list(split_word("officiële, ")) == [("offi", "ciële, "), ("of", "ficiële, ")]  # offici-ele has no trema
    assert list(split_word("(gemeente) ")) == [("(ge", "meente) ")]


def test_who_listens_hears_whole_words() -> None:
    data = render_pdf(document(ListBlock(items=(ListItem(content=text(DUTCH * 5)),))))
    with open_pdf(data) as pdf:
        fonts = [font for each in pdf.pages for font in each.Resources.Font.values()]
        assert any(b"<00ad>" in bytes(font.ToUnicode.read_bytes()).lower() for font in fonts)
    [item] = read(data).root.find("LBody")
    assert item.text == DUTCH * 5


def test_no_word_is_broken_over_pages() -> None:
    for count in range(30, 42):
        filler = [paragraph("regel") for _ in range(count)]
        with open_pdf(render_pdf(document(*filler, paragraph(DUTCH * 12)))) as pdf:
            for each in pdf.pages:
                assert _last_line(each)[-1:] != SOFT_HYPHEN


def _last_line(each: pikepdf.Page) -> str:
    """The text of the lowest line of the body."""
    fonts = {name: characters(font) for name, font in each.Resources.Font.items()}
    name, height, lowest, words = "", 0.0, 842.0, ""
    for instruction in pikepdf.parse_content_stream(each):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "Tf":
                name = str(operands[0])
            case "Tm":
                height = float(operands[5])
            case "Tj" if 40 < height <= lowest:
                lowest, words = height, "".join(fonts[name][code] for code in bytes(operands[0]))
    return words


def test_lists_and_paragraphs_leave_no_single_line() -> None:
    content = LONG * 4
    for count in range(22, 31):
        filler = [paragraph("regel") for _ in range(count)]
        items = (ListItem(content=text(content)), ListItem(content=text(content)))
        with open_pdf(render_pdf(document(*filler, ListBlock(items=items), paragraph(content)))) as pdf:
            tops = [_body_lines(each) for each in pdf.pages]
        assert len(tops) == 2
        for gaps in (tops[0][-2:], tops[1][:2]):
            assert abs(gaps[0] - gaps[1]) == pytest.approx(15, abs=0.1)  # two lines of one text


def _body_lines(each: pikepdf.Page) -> list[float]:
    found = {
        round(float(list(i.operands)[5]), 2) for i in pikepdf.parse_content_stream(each) if str(i.operator) == "Tm"
    }
    return sorted((y for y in found if 45 < y < 842 - 60), reverse=True)


def test_headings_stay_with_the_table_under_them() -> None:
    for count in range(26, 40):
        filler = [paragraph("regel") for _ in range(count)]
        kop, onder = Heading(content=text("Kop")), Heading(content=text("Onder"), level=2)
        root = read(render_pdf(document(*filler, kop, onder, table(9)))).root
        rows = [{number for node in row.walk() for number in node.pages} for row in root.find("TR")[:3]]
        assert root.find("H1")[0].pages == root.find("H2")[0].pages == rows[0] == rows[1] == rows[2]


def test_a_line_with_a_colon_stays_with_its_list() -> None:
    for count in range(28, 40):
        filler = [paragraph("regel") for _ in range(count)]
        listed = ListBlock(items=(ListItem(content=text(LONG * 3)), ListItem(content=text("twee"))))
        root = read(render_pdf(document(*filler, paragraph("Dit spreken zij af:"), listed))).root
        before = root.find("P")[count]
        assert before.text == "Dit spreken zij af:"
        assert before.pages <= root.find("LBody")[0].find("P")[0].pages


def test_pages_have_numbers_and_headings_have_bookmarks() -> None:
    title = (Run(text="Besluit van ", note=text("noot")), LEFT_OUT)
    with open_pdf(render_pdf(document(Heading(content=title), paragraph(LONG)))) as pdf:
        assert pdf.Root.PageLabels.Nums[1].S == "/D"
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Besluit van [5.1.2e]"]


def test_what_was_left_out_is_a_bar_that_says_why() -> None:
    said = "weggelakt op grond van artikel 5.1, tweede lid, onder e, van de Wet open overheid"
    data = render_pdf(
        document(
            blocks.LetterHead(sender=(LEFT_OUT,), lines=((LEFT_OUT,),)),
            blocks.AddressBlock(lines=((LEFT_OUT,),)),
            blocks.Reference(pairs=(("Contact", (LEFT_OUT,)),)),
            Heading(content=(LEFT_OUT,)),
            Paragraph(content=(Run(text="Bel "), LEFT_OUT, Run(text="."))),
            ListBlock(items=(ListItem(content=(LEFT_OUT,)),)),
            blocks.Table(columns=(blocks.Column(header="Wie"),), rows=(((LEFT_OUT,),),)),
            blocks.Signatures(opening=(LEFT_OUT,), signatories=(blocks.Signatory(role=(LEFT_OUT,), name=(LEFT_OUT,)),)),
            blocks.Remark(content=(LEFT_OUT,)),
            Paragraph(content=(Run(text="noot", note=(LEFT_OUT,)),)),
        )
    )
    root = read(data).root
    assert [node.text for node in root.find("Span")] == [said] * 13
    assert f"Bel {said}." in [node.text for node in root.find("P")]
    for profile in ("ua1", "2a"):
        assert [each.message for each in page.validate_pdf_bytes(data, profile=profile).failures] == []


def test_a_bar_can_be_read_in_a_heading_of_any_colour() -> None:
    styled = replace(document(Heading(content=(Run(text="Besluit "), LEFT_OUT))), opmaak=Opmaak(kleur="#1D4ED8"))
    assert keur(render_pdf(styled)).bevindingen == ()


@pytest.mark.parametrize(
    ("grond", "place"),
    [
        ("5.1.2e", "artikel 5.1, tweede lid, onder e"),
        ("5.1.2.e", "artikel 5.1, tweede lid, onder e"),
        ("5.1.1d", "artikel 5.1, eerste lid, onder d"),
        ("5.1.5", "artikel 5.1, vijfde lid"),
        ("5.2.1", "artikel 5.2, eerste lid"),
    ],
)
def test_grounds_are_said_in_words(grond: str, place: str) -> None:
    assert spell_grond(grond) == f"weggelakt op grond van {place}, van de Wet open overheid"


def test_a_ground_of_another_form_is_said_as_it_is() -> None:
    assert spell_grond("AVG") == "weggelakt op grond van AVG"


def test_a_document_of_one_heading_or_of_empty_blocks_conforms() -> None:
    empty = document(
        blocks.AddressBlock(lines=()),
        ListBlock(items=()),
        ListBlock(items=(ListItem(content=(), sublist=ListBlock(items=())),)),
        blocks.Table(columns=(blocks.Column(header=""), blocks.Column(header="")), rows=(("", ""), ("", ""))),
        Heading(content=()),
        Paragraph(content=()),
    )
    for each in (document(Heading(content=text("Alleen een kop"))), empty):
        for profile in ("ua1", "2a"):
            data = render_pdf(each)
            assert [failure.message for failure in page.validate_pdf_bytes(data, profile=profile).failures] == []
            assert pikepdf.open(io.BytesIO(data)).check_pdf_syntax() == []
