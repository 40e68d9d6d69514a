"""Documents for Word: what the XML says, in the order of its schema."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace
from typing import Any

import odfdo
import pytest
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regietafel.documents.blocks import (
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    text,
)
from regietafel.documents.word.docx import render_docx
from regietafel.documents.word.gemeen import clean
from regietafel.documents.word.odt import render_odt
from regietafel.documents.word.plaatje import to_png
from tests.core.documents.woordbestanden import (
    FIGUUR,
    GROUPED,
    assert_whole,
    document,
    find,
    opened,
    parts,
    written,
)

# The order in which the schema wants the children of an element that we write ourselves (ECMA-376, part 1, annex A).
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs suppressAutoHyphens"
    " spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs color sz szCs u shd vertAlign rtl lang",
    "w:tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "w:sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols titlePg docGrid",
    "w:style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "w:lvl": "start numFmt lvlText lvlJc pPr",
    "w:numbering": "abstractNum num",
    "w:tbl": "tblPr tblGrid tr",
}


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_docx(document())


@pytest.fixture(scope="module")
def body(letter: bytes) -> Any:
    return opened(letter).element.body


def test_same_document_gives_the_same_bytes(letter: bytes) -> None:
    assert render_docx(document()) == letter
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 7, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_file_says_what_it_is(letter: bytes) -> None:
    word = opened(letter)
    core = word.core_properties
    assert (core.title, core.author, core.subject) == ("Besluit B&W <b>", "Regietafel Twente", "Herverdeling 2023-II")
    assert (core.keywords, core.language) == ("HV-2023-II-01", "nl-NL")
    assert core.created == core.modified == datetime.datetime(2023, 7, 1, tzinfo=datetime.UTC)
    [lang] = find(word.styles.element, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert lang.get(qn("w:val")) == "nl-NL"


def test_headings_are_headings_without_a_level_skipped(letter: bytes) -> None:
    found = [(p.style.name, p.text) for p in opened(letter).paragraphs if p.style.name.startswith("Heading")]
    assert found == [("Heading 1", "Besluit"), ("Heading 2", "Redenen")]


@pytest.mark.parametrize("name", ORDER)
def test_children_stand_in_the_order_of_the_schema(letter: bytes, name: str) -> None:
    order = ORDER[name].split()
    seen = 0
    for part in parts(letter).values():
        for element in part.iter(qn(name)):
            tags = [child.tag.rpartition("}")[2] for child in element]
            assert not set(tags) - set(order)
            assert [order.index(tag) for tag in tags] == sorted(order.index(tag) for tag in tags)
            seen += 1
    assert seen


def test_nothing_is_named_twice_or_points_to_nothing(letter: bytes) -> None:
    assert_whole(letter)


def test_list_of_three_levels_begins_at_one(letter: bytes, body: Any) -> None:
    items = find(body, "w:p[w:pPr/w:numPr]")
    assert [written(item) for item in items] == ["een", "diep", "dieper", "twee"] * 2
    assert [int(item.pPr.numPr.ilvl.val) for item in items] == [0, 1, 2, 0] * 2
    first, second = (items[start].pPr.numPr.numId.val for start in (0, 4))
    assert first == items[3].pPr.numPr.numId.val != second
    numbering = parts(letter)["word/numbering.xml"]
    starts = find(numbering, f"w:num[@w:numId='{second}']/w:lvlOverride/w:startOverride/@w:val")
    assert starts == ["1", "1", "1"]


def test_table_has_a_head_that_comes_back_and_says_what_it_is(body: Any) -> None:
    table, plain, sign = body.findall(qn("w:tbl"))
    assert find(table, "w:tblPr/w:tblDescription/@w:val") == [GROUPED.summary]
    assert find(table, "w:tblPr/w:tblLook/@w:firstColumn") == ["1"]
    heads = find(table, "w:tr[w:trPr/w:tblHeader]")
    assert [[written(cell) for cell in row.findall(qn("w:tc"))] for row in heads] == [
        ["Gemeente", "Taakstelling", "Saldo"],
        ["", "Eerste halfjaar", "Tweede halfjaar", ""],
    ]
    assert find(table, "w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert len(find(table, "w:tr[2]/w:tc/w:tcPr/w:vMerge")) == len(find(table, "w:tr[1]//w:vMerge[@w:val='restart']"))
    assert len(table.findall(qn("w:tr"))) == 2 + 60 + 1
    assert set(find(table, "w:tr[3]/w:tc[position()>1]/w:p/w:pPr/w:jc/@w:val")) == {"right"}
    assert not find(plain, "w:tblPr/w:tblDescription")
    assert not find(sign, ".//w:tblHeader")
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
    # two tables in a row would become one, and Word wants a paragraph behind the last
    assert not any(each.getnext().tag != qn("w:p") for each in (table, plain, sign))


def test_picture_is_said_by_its_sentence_and_stored_once(letter: bytes, body: Any) -> None:
    assert find(body, ".//wp:docPr/@descr") == [FIGUUR.zin] * 2
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert len(pictures) == 1
        assert archive.read(pictures[0]).startswith(b"\x89PNG")


def test_picture_is_300_dots_an_inch_in_our_letters() -> None:
    png = to_png(FIGUUR, 72)
    assert int.from_bytes(png[16:20], "big") == 300
    assert png != to_png(replace(FIGUUR, vormen=FIGUUR.vormen[:1]), 72)  # the word is in it


def test_notes_are_numbered_and_links_lead_outside(letter: bytes, body: Any) -> None:
    notes = parts(letter)["word/footnotes.xml"]
    assert [written(note) for note in notes if not note.get(qn("w:type"))] == [" Zie de wet", " Tweede noot"]
    assert find(body, ".//w:footnoteReference/@w:id") == ["1", "2"]
    [link] = find(body, ".//w:hyperlink")
    relation = opened(letter).part.rels[link.get(qn("r:id"))]
    assert (written(link), relation.target_ref, relation.is_external) == (
        "koppeling",
        "https://www.coa.nl/?a=1&b=2",
        True,
    )


def test_hostile_text_is_text(body: Any) -> None:
    [paragraph] = [p for p in body.findall(qn("w:p")) if "B&W" in written(p)]
    assert written(paragraph) == "B&W <b> 😀 مرحبا  vetkoppeling[5.1.2e]eentwee"
    assert [written(run) for run in find(paragraph, ".//w:r[w:rPr/w:rtl]")] == ["مرحبا"]
    assert len(find(paragraph, ".//w:br")) == 1


def test_page_number_and_kenmerk_stand_around_the_text() -> None:
    section = opened(render_docx(document())).sections[0]
    assert section.different_first_page_header_footer
    assert written(section.first_page_header._element).strip() == ""
    assert written(section.header._element) == "Besluit B&W <b>HV-2023-II-01"
    for footer in (section.footer, section.first_page_footer):
        assert find(footer._element, ".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
        assert written(footer._element) == "Pagina 1 van 1"


def test_page_break_before_a_table_stands_in_a_paragraph() -> None:
    table = replace(GROUPED, rows=GROUPED.rows[:1])
    body = opened(render_docx(document(Paragraph(content=text("een")), PageBreak(), table))).element.body
    [broken] = find(body, "w:p[w:pPr/w:pageBreakBefore]")
    assert broken.getnext().tag == qn("w:tbl")


@settings(max_examples=25)
@given(words=st.text(alphabet=st.characters(exclude_categories=()), min_size=1))
@example(words="]]> & \ufffe\uffff\ud83d\n\n{}<w:p/>")
def test_any_text_opens_again(words: str) -> None:
    content = (Run(text=words, note=text(words)),)
    table = Table(columns=(Column(header=words, group=words),), rows=((content,),), summary=words)
    written_down = replace(document(Paragraph(content=content), table), title=words, subject=words)
    body = opened(render_docx(written_down)).element.body
    odfdo.Document(io.BytesIO(render_odt(written_down))).body  # noqa: B018 - parses it
    shown = [element.text or "" for element in body[0].iter(qn("w:t"))]
    assert "".join(shown).replace(" ", "") == clean(words).replace("\n", "").replace(" ", "")


def test_document_without_blocks_opens() -> None:
    assert [p.text for p in opened(render_docx(replace(document(), blocks=()))).paragraphs] == []


def test_a_head_with_nothing_under_it_is_not_kept_with_the_next() -> None:
    """Or the points of an agenda, most of which are a title, would all move to the next page."""
    heads = [Heading(content=text(name), level=level) for name, level in (("1", 2), ("2", 2), ("2.1", 3), ("3", 2))]
    made = replace(document(), blocks=(Heading(content=text("Agenda")), *heads, Paragraph(content=text("Slot"))))
    loose = [
        p.text
        for p in opened(render_docx(made)).paragraphs
        if p.style.name.startswith("Heading") and p.paragraph_format.keep_with_next is False
    ]
    body = odfdo.Document(io.BytesIO(render_odt(made))).body
    own = [head.inner_text for head in body.headers if not str(head.style).startswith("Heading")]
    assert loose == own == ["1", "2.1"]
