"""A letter and other documents as docx, and what is in such a file."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import nsmap, qn
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
