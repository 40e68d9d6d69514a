"""Documents for Word: what the XML says, in the order of its schema, and what stays of a house style."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import odfdo
import pytest
from docx.oxml.ns import nsmap, qn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from regietafel.documents.blocks import (
    AddressBlock,
    Block,
    Column,
    Document,
    Figure,
    Heading,
    LetterHead,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Remark,
    Run,
    Signatory,
    Signatures,
    Table,
    text,
)
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.word.docx import render_docx
from regietafel.documents.word.gemeen import clean
from regietafel.documents.word.odt import render_odt
from regietafel.documents.word.plaatje import to_png
from regietafel.figures.shapes import Figuur, Polygon, rect
from regietafel.figures.shapes import Text as Words

FIGUUR = Figuur(
    titel="Saldo per gemeente",
    zin="Borne heeft 12 minder dan de opgave.",
    velden=(),
    rijen=(),
    breedte=400,
    hoogte=100,
    vormen=(Polygon(rings=(rect(0, 0, 100, 50),), fill="accent"), Words(words="Borne", x=10, y=70)),
)
WORD = "Rijssen" * 30
DEEP = ListBlock(
    ordered=True,
    items=(
        ListItem(
            content=text("een"),
            sublist=ListBlock(
                ordered=True,
                items=(ListItem(content=text("diep"), sublist=ListBlock(items=(ListItem(content=text("dieper")),))),),
            ),
        ),
        ListItem(content=text("twee")),
    ),
)
GROUPED = Table(
    columns=(
        Column(header="Gemeente"),
        Column(header="Eerste halfjaar", numeric=True, group="Taakstelling"),
        Column(header="Tweede halfjaar", numeric=True, group="Taakstelling"),
        Column(header="Saldo", numeric=True),
    ),
    rows=tuple((f"Gemeente {number}", "1.234", "9", "−12") for number in range(60)),
    total=("Totaal", "1", "2", "3"),
    summary="De taakstelling “per” gemeente & saldo.",
)
LETTER: tuple[Block, ...] = (
    LetterHead(sender="Regietafel Twente", lines=("Postbus 1",)),
    AddressBlock(lines=("Het college van Borne", "Postbus 20", "7620 AA Borne")),
    Reference(pairs=(("Ons kenmerk", "HV-2023-II-01"), ("Datum", "1 juli 2023"))),
    Heading(content=text("Besluit")),
    Paragraph(
        content=(
            Run(text="B&W <b> 😀 مرحبا\x00\x0b\ud800 "),
            Run(text="vet", bold=True),
            Run(text="koppeling", link="https://www.coa.nl/?a=1&b=2", note=(Run(text="Zie "), Run(text="de wet"))),
            Run(text="", grond="5.1.2e"),
            Run(text="een\ntwee", italic=True, note=text("Tweede noot")),
        )
    ),
    Heading(content=text("Redenen"), level=3),
    DEEP,
    DEEP,
    Paragraph(content=text(WORD)),
    GROUPED,
    replace(GROUPED, total=None, summary=""),
    Figure(figuur=FIGUUR),
    Figure(figuur=FIGUUR),
    Remark(content=text("Laat dit juridisch toetsen.")),
    PageBreak(),
    Signatures(
        opening="Aldus besloten,",
        signatories=tuple(Signatory(role=f"de burgemeester van {naam}") for naam in ("Almelo", "Borne", "Wierden")),
    ),
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


def document(*content: Block, opmaak: Opmaak | None = None) -> Document:
    return Document(
        title="Besluit B&W <b>",
        author="Regietafel Twente",
        subject="Herverdeling 2023-II",
        kenmerk="HV-2023-II-01",
        datum=datetime.date(2023, 7, 1),
        blocks=content or LETTER,
        opmaak=opmaak or Opmaak(),
    )


def parts(data: bytes) -> dict[str, Any]:
    """The parts of the package that are XML, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def written(element: Any) -> str:
    return "".join(found.text or "" for found in element.iter(qn("w:t")))


def find(element: Any, path: str) -> Any:
    return etree.XPath(path, namespaces=nsmap)(element)


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


def assert_whole(letter: bytes) -> None:
    """No name twice, and every name that is used is there."""
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
    package = parts(letter)
    main, styles = package["word/document.xml"], package["word/styles.xml"]
    for element, path in (
        (main, "//wp:docPr/@id"),
        (styles, "//w:style/@w:styleId"),
        (package["word/numbering.xml"], "//w:num/@w:numId"),
        (package["word/footnotes.xml"], "//w:footnote/@w:id"),
    ):
        ids = find(element, path)
        assert len(ids) == len(set(ids))
        assert ids
    known = set(find(styles, "//w:style/@w:styleId"))
    used = {
        value
        for part in package.values()
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for value in (element.get(qn("w:val")) for element in part.iter(qn(f"w:{tag}")))
    }
    assert used <= known
    numbers = set(find(package["word/numbering.xml"], "//w:num/@w:numId"))
    assert set(find(main, "//w:numPr/w:numId/@w:val")) <= numbers
    relations = {relation.get("Id") for relation in package["word/_rels/document.xml.rels"]}
    assert set(find(main, "//@r:id | //@r:embed")) <= relations


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


def test_notes_and_links(letter: bytes, body: Any) -> None:
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


def test_house_style_without_word_gives_logo_colour_margin_and_window() -> None:
    opmaak = Opmaak(
        logo=to_png(FIGUUR, 100),
        logo_tekst="Wapen van Borne",
        kleur="#18733C",
        voettekst="Bezoek: Rheineplein 1",
        venster="rechts",
        bindmarge=10,
    )
    word = opened(render_docx(document(opmaak=opmaak)))
    section = word.sections[0]
    assert find(section.first_page_header._element, ".//wp:docPr/@descr") == ["Wapen van Borne"]
    assert section.gutter.mm == pytest.approx(10, abs=0.1)
    assert written(section.footer._element).startswith("Bezoek: Rheineplein 1")
    assert str(word.styles["Heading 1"].font.color.rgb) == "18733C"
    [address] = [p for p in word.paragraphs if p.text == "Het college van Borne"]
    assert address.paragraph_format.left_indent.mm == pytest.approx(115 - 25 - 10, abs=11)


def test_who_handles_it_stands_in_a_frame_beside_the_reference() -> None:
    opmaak = Opmaak(afzender=("Behandeld door", "team B&W"))
    pairs = Reference(pairs=(("Ons kenmerk", "HV-1"), ("Datum", "3 juli 2023")))
    paragraphs = find(parts(render_docx(document(pairs, opmaak=opmaak)))["word/document.xml"], "//w:body/w:p")
    assert [written(each) for each in paragraphs][:3] == ["Behandeld door", "team B&W", "Ons kenmerkHV-1"]
    assert [len(find(each, "w:pPr/w:framePr")) for each in paragraphs] == [1, 1, 0, 0]


def test_page_break_before_a_table_stands_in_a_paragraph() -> None:
    table = replace(GROUPED, rows=GROUPED.rows[:1])
    body = opened(render_docx(document(Paragraph(content=text("een")), PageBreak(), table))).element.body
    [broken] = find(body, "w:p[w:pPr/w:pageBreakBefore]")
    assert broken.getnext().tag == qn("w:tbl")


def reference(change: Callable[[Any], None] = lambda _word: None) -> bytes:
    """A house style as a gemeente has it: with words of its own, a header, and Dutch names of styles."""
    word = docx.Document()
    word.add_heading("Voorbeeldbrief")
    word.add_paragraph("Vul hier de tekst in.")
    word.add_picture(io.BytesIO(to_png(FIGUUR, 30)))
    section = word.sections[0]
    section.page_width, section.left_margin = docx.shared.Mm(210), docx.shared.Mm(30)
    section.header.paragraphs[0].text = "Gemeente Borne"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(to_png(FIGUUR, 40)))
    section.footer.paragraphs[0].text = "Postbus 200, Borne"
    styles = word.styles.element
    for attribute in ("styleId", "val"):
        for element in find(styles, f"//*[@w:{attribute}='Heading1']"):
            element.set(qn(f"w:{attribute}"), "Kop1")
    for style in find(styles, "w:style[@w:styleId='Heading2' or @w:styleId='Heading3' or @w:styleId='Caption']"):
        styles.remove(style)
    change(word)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def test_house_style_of_the_user_is_taken_over() -> None:
    data = render_docx(document(opmaak=Opmaak(word=reference())))
    word = opened(data)
    assert [p.text for p in word.paragraphs if p.style.style_id == "Kop1"] == ["Besluit"]
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 2"] == ["Redenen"]
    section = word.sections[0]
    assert written(section.header._element) == "Gemeente Borne"
    assert written(section.footer._element) == "Postbus 200, Borne"
    assert section.left_margin.mm == pytest.approx(30, abs=0.1)
    assert "Vul hier" not in written(word.element.body)
    assert not re.search(r"Voorbeeldbrief", written(word.element.body))
    assert render_docx(document(opmaak=Opmaak(word=reference()))) == data


def test_words_and_pictures_of_the_reference_do_not_travel_along() -> None:
    with zipfile.ZipFile(
        io.BytesIO(render_docx(document(Heading(content=text("x")), opmaak=Opmaak(word=reference()))))
    ) as z:
        assert [name for name in z.namelist() if name.startswith("word/media/")] == ["word/media/image2.png"]
        assert not [name for name in z.namelist() if "thumbnail" in name]


def test_reference_without_lists_and_notes_gets_them() -> None:
    def strip(word: Any) -> None:
        for relation_id, relation in list(word.part.rels.items()):
            if relation.reltype.endswith("/numbering"):
                del word.part.rels[relation_id]

    data = render_docx(document(opmaak=Opmaak(word=reference(strip))))
    assert_whole(data)
    assert len(find(parts(data)["word/numbering.xml"], "w:abstractNum")) == 2


def test_protection_and_tracking_of_the_reference_are_left_out() -> None:
    def protect(word: Any) -> None:
        for tag in ("w:documentProtection", "w:trackRevisions"):
            word.settings.element.insert(0, docx.oxml.OxmlElement(tag))

    settings = parts(render_docx(document(opmaak=Opmaak(word=reference(protect)))))["word/settings.xml"]
    assert not find(settings, "w:documentProtection | w:trackRevisions")


@settings(max_examples=25, deadline=None)
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
