"""Documents as OpenDocument text, read back with odfdo."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import odfdo
import pytest
from lxml import etree  # type: ignore[import-untyped]

from regietafel.documents.blocks import Column, Heading, Paragraph, Table, text
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.word.odt import render_odt
from regietafel.documents.word.plaatje import to_png
from tests.core.documents.woordbestanden import FIGUUR, GROUPED, document


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_odt(document())


@pytest.fixture(scope="module")
def body(letter: bytes) -> Any:
    return odfdo.Document(io.BytesIO(letter)).body


def said(element: Any) -> str:
    """The text with its spaces, of which ODF writes some as an element."""
    space = f"{{{element.nsmap['text']}}}s"
    return "".join((" " if each.tag == space else each.text or "") + (each.tail or "") for each in element.iter())


def find(letter: bytes, part: str, path: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        root = etree.fromstring(archive.read(part))
    return root.xpath(path, namespaces=root.nsmap)


def test_same_document_gives_the_same_bytes(letter: bytes) -> None:
    assert render_odt(document()) == letter
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        first, *rest = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/vnd.oasis.opendocument.text"
        assert {entry.date_time for entry in (first, *rest)} == {(2023, 7, 1, 0, 0, 0)}
        named = {"/", *(entry.filename for entry in rest)} - {"META-INF/manifest.xml"}
    files = find(letter, "META-INF/manifest.xml", "//manifest:file-entry/@manifest:full-path")
    assert set(files) == named
    assert len(files) == len(named)


def test_file_says_what_it_is(letter: bytes) -> None:
    meta = odfdo.Document(io.BytesIO(letter)).meta
    assert (meta.title, meta.subject, meta.language) == ("Besluit B&W <b>", "Herverdeling 2023-II", "nl-NL")
    assert (meta.initial_creator, meta.keyword) == ("Regietafel Twente", "HV-2023-II-01")
    assert find(letter, "styles.xml", "//style:default-style/style:text-properties/@fo:language") == ["nl"]


def test_headings_have_their_level(body: Any) -> None:
    assert [(head.level, head.inner_text) for head in body.headers] == [("1", "Besluit"), ("2", "Redenen")]


def test_every_style_that_is_used_exists_once(letter: bytes) -> None:
    known = [
        *find(letter, "styles.xml", "//style:style/@style:name | //text:list-style/@style:name"),
        *find(letter, "content.xml", "//style:style/@style:name"),
    ]
    used = {
        name
        for part in ("content.xml", "styles.xml")
        for kind in ("text:style-name", "table:style-name", "draw:style-name", "style:parent-style-name")
        if kind.partition(":")[0] in ("text", "table", "draw", "style")
        for name in find(letter, part, f"//@{kind}")
    }
    assert used <= set(known)
    own = find(letter, "content.xml", "//style:style/@style:name")
    assert len(own) == len(set(own))


def test_lists_stand_in_each_other(letter: bytes) -> None:
    path = "//office:text/text:list[@text:style-name='RTNummers']"
    assert len(find(letter, "content.xml", path)) == 2
    [deepest, _second] = find(letter, "content.xml", "//text:list//text:list//text:list[@text:style-name='RTTekens']")
    assert "".join(deepest.itertext()) == "dieper"


def test_table_has_a_head_that_comes_back(letter: bytes, body: Any) -> None:
    heads = find(letter, "content.xml", "//table:table[1]/table:table-header-rows/table:table-row")
    assert [["".join(cell.itertext()) for cell in row] for row in heads] == [
        ["Gemeente", "Taakstelling", "", "Saldo"],
        ["", "Eerste halfjaar", "Tweede halfjaar", ""],
    ]
    assert find(letter, "content.xml", "//@table:number-columns-spanned") == ["2"] * 2
    assert find(letter, "content.xml", "//@table:number-rows-spanned") == ["2"] * 4
    assert find(letter, "content.xml", "//table:table/table:title/text()") == [GROUPED.summary]
    assert [table.name for table in body.tables] == ["Tabel1", "Tabel2", "Tabel3"]
    assert body.tables[0].size == (4, 63)


def test_a_short_table_is_never_parted_and_nothing_holds_on_to_a_long_one() -> None:
    """LibreOffice loses rows where a table is parted that the line before it stays with."""
    for count, parts, style in ((15, "false", "RTHouden"), (16, "true", "Text_20_body")):
        rows = tuple((f"Rij {number}",) for number in range(count))
        content = (
            Paragraph(content=text("Zo verdeeld:")),
            Table(columns=(Column(header="Rij"),), rows=rows, summary="x"),
        )
        letter = render_odt(replace(document(), blocks=content))
        assert find(letter, "content.xml", "//style:table-properties/@style:may-break-between-rows") == [parts]
        assert find(letter, "content.xml", "//text:p[.='Zo verdeeld:']/@text:style-name") == [style]


def test_picture_is_said_by_its_sentence(letter: bytes) -> None:
    assert find(letter, "content.xml", "//draw:frame/svg:desc/text()") == [FIGUUR.zin] * 2


def test_notes_links_and_hostile_text(letter: bytes) -> None:
    notes = find(letter, "content.xml", "//text:note/text:note-body")
    assert [said(note) for note in notes] == [" Zie de wet", " Tweede noot"]
    assert find(letter, "content.xml", "//text:a/@xlink:href") == ["https://www.coa.nl/?a=1&b=2"]
    [paragraph] = find(letter, "content.xml", "//text:p[contains(., 'B&W')]")
    assert said(paragraph).startswith("B&W <b> 😀 مرحبا")
    assert find(letter, "content.xml", "//text:span[@text:style-name='Weggelaten']/text()") == ["[5.1.2e]"]


def test_house_style_gives_logo_colour_and_footer() -> None:
    opmaak = Opmaak(
        logo=to_png(FIGUUR, 100), logo_tekst="Wapen van Borne", kleur="#18733C", voettekst="{number} & {count}"
    )
    letter = render_odt(document(Heading(content=text("x")), opmaak=opmaak))
    assert find(letter, "styles.xml", "//style:header//svg:desc/text()") == ["Wapen van Borne"]
    colours = find(letter, "styles.xml", "//style:style[@style:name='Heading_20_1']/style:text-properties/@fo:color")
    assert colours == ["#18733C"]
    footers = find(letter, "styles.xml", "//style:footer")
    assert ["".join(each.itertext()) for each in footers] == ["{number} & {count}Pagina 1 van 1"] * 2
