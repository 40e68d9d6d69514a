"""Documents with every kind of block, their PDF, and what can be read in it."""

from __future__ import annotations

import datetime
import io
from functools import cache

import pikepdf

from regietafel import reference
from regietafel.documents import blocks
from regietafel.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Signatory,
    Signatures,
    Table,
    text,
)
from regietafel.documents.pdf.render import render_pdf
from regietafel.figures.kaart import Plek, kaart
from regietafel.figures.shapes import Figuur
from tests.core.documents.reading import Node, Reading, read

COLUMNS = (
    Column(header="Gemeente"),
    Column(header="Taakstelling", numeric=True),
    Column(header="Wijziging", numeric=True),
    Column(header="Nieuwe taakstelling", numeric=True),
)
LONG = "De colleges hebben gezien dat de ene gemeente meer woningen heeft dan de andere, en spreken dit af. "
WORD = "Rijssen" * 30


def document(*content: Block) -> Document:
    return Document(
        title="Besluit tot herverdeling",
        author="Regietafel Twente",
        subject="Herverdeling 2023-II",
        kenmerk="HV-2023-II-01",
        datum=datetime.date(2023, 7, 1),
        blocks=content,
    )


def paragraph(words: str) -> Paragraph:
    return Paragraph(content=text(words))


def table(count: int, first: str = "Gemeente {}") -> Table:
    rows = tuple((first.format(number), str(100 + number), "−10", str(90 + number)) for number in range(count))
    return Table(columns=COLUMNS, rows=rows, total=("Totaal", "1", "0", "1"), summary="De taakstelling per gemeente.")


def rich() -> Document:
    """Every kind of block, and everything that is hard to write."""
    items = (
        ListItem(
            content=text("een"),
            sublist=ListBlock(
                ordered=True,
                items=(ListItem(content=text("twee"), sublist=ListBlock(items=(ListItem(content=text("drie")),))),),
            ),
        ),
        ListItem(content=text(LONG * 2)),
    )
    link = Run(text="de website van het COA " * 6, link="https://www.coa.nl/nl")
    party = (Signatory(role="de secretaris"), Signatory(role="de burgemeester", name="mr. M. de Vries"))
    return document(
        blocks.LetterHead(sender="Regietafel Twente", lines=("Postbus 1", "7500 AA Enschede")),
        blocks.AddressBlock(lines=("COA", "Postbus 30203", "2500 GE Den Haag")),
        blocks.Reference(pairs=(("Ons kenmerk", "HV-2023-II-01"), ("Onderwerp", LONG.strip()))),
        Heading(content=text("Besluit")),
        Paragraph(
            content=(Run(text="Lees "), link, Run(text=" en "), Run(text="vet", bold=True), Run(text=", B&W <b>"))
        ),
        paragraph(LONG * 4),
        paragraph(WORD),
        Heading(content=text("Te diep"), level=3),
        ListBlock(items=items),
        table(3),
        blocks.Remark(content=text("Laat juridisch toetsen. " * 6)),
        Heading(content=text("Tekens ✓ ≥ 😀"), level=2),
        paragraph(
            "Emoji 🦺, tag \U000e0041x, geen teken \ue000, 東京, nbsp:\u00a0x, \u200bdun\u2009spatie, regel\neinde"
        ),
        table(60, "Rijssen-Holten {}"),
        blocks.PageBreak(),
        Signatures(opening="Het college van Borne,", signatories=party),
        Signatures(opening="Het college van Enschede,", signatories=party),
    )


@cache
def rendered() -> bytes:
    return render_pdf(rich())


@cache
def reading() -> Reading:
    return read(rendered())


def leaves(node: Node) -> list[str]:
    """The text of every paragraph, heading, cell and label, in reading order."""
    inline = all(kid.tag in ("Link", "Reference", "Span") for kid in node.kids)
    return [node.text.strip()] if inline else [leaf for kid in node.kids for leaf in leaves(kid)]


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


STATES = ("behind", "level", "ahead", "")


def region() -> Figuur:
    rows = [
        Plek(code=gemeente.code, gemeente=gemeente.naam, waarde=number, staat=STATES[number % 4])
        for number, gemeente in enumerate(g for g in reference.gemeenten() if g.veiligheidsregio == "Twente")
    ]
    return kaart(rows, titel="Stand 2023-II per gemeente")
