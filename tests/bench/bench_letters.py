"""How much longer an accessible letter takes than a bare one: ``python tests/bench/bench_letters.py [letters]``.

Both sides write the same text: render_pdf with tags, metadata and colour profile, against plain reportlab
(SimpleDocTemplate, Paragraph, Table) without any of that. They take turns, and the best turn of each counts.
"""

from __future__ import annotations

import datetime
import io
import sys
import time
from collections.abc import Callable
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]
from reportlab.platypus import Table as PlainTable

from regietafel.documents import blocks
from regietafel.documents.blocks import Column, Document, Heading, ListBlock, ListItem, Table, text
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.pdf.type import REGULAR, SEMIBOLD, load_fonts

GEMEENTEN = [
    "Almelo",
    "Borne",
    "Dinkelland",
    "Enschede",
    "Haaksbergen",
    "Hellendoorn",
    "Hengelo",
    "Losser",
    "Tubbergen",
    "Wierden",
]
SENTENCE = (
    "De colleges van burgemeester en wethouders van de deelnemende gemeenten hebben besloten om een deel van de "
    "taakstelling voor de huisvesting van vergunninghouders over te dragen, met een gelijkblijvend totaal. "
)
ROUNDS = 5


def main(count: int) -> None:
    """Print the times of ``count`` letters and their ratio."""
    letters = [letter(number) for number in range(count)]
    best = dict.fromkeys((render_pdf, render_plain), float("inf"))
    for _round in range(ROUNDS):
        for render in best:
            best[render] = min(best[render], seconds(render, letters))
    tagged, plain = best[render_pdf], best[render_plain]
    print(f"{count} letters, best of {ROUNDS} turns, per letter:")
    print(f"  tagged (render_pdf)  {1000 * tagged / count:6.2f} ms  {len(render_pdf(letters[0])):7,d} bytes")
    print(f"  plain (reportlab)    {1000 * plain / count:6.2f} ms  {len(render_plain(letters[0])):7,d} bytes")
    print(f"  ratio                {tagged / plain:6.2f}")


def seconds(render: Callable[[Document], bytes], letters: list[Document]) -> float:
    """How long the letters take."""
    start = time.perf_counter()
    for each in letters:
        render(each)
    return time.perf_counter() - start


def letter(number: int) -> Document:
    """A letter of two pages, each a little different."""
    rows = tuple((name, str(100 + number + at), "+10", str(110 + number + at)) for at, name in enumerate(GEMEENTEN))
    items = tuple(ListItem(content=text(f"{at}: {SENTENCE}")) for at in range(3))
    columns = [Column(header=h, numeric=h != "Gemeente") for h in ("Gemeente", "Taakstelling", "Wijziging", "Nieuw")]
    return Document(
        title=f"Brief {number}",
        author="Regietafel",
        subject="Herverdeling",
        kenmerk=f"HV-{number}",
        datum=datetime.date(2023, 7, 1),
        blocks=(
            blocks.LetterHead(sender="Regietafel Twente", lines=("Postbus 20", "7500 AA Enschede")),
            blocks.AddressBlock(lines=(f"Gemeente {number}", "Postbus 1", "1234 AB Plaats")),
            blocks.Reference(pairs=(("Ons kenmerk", f"HV-{number}"), ("Datum", "1 juli 2023"))),
            Heading(content=text(f"Herverdeling {number} van de taakstelling")),
            *[blocks.Paragraph(content=text(f"{number}. " + SENTENCE * 2)) for _ in range(4)],
            Heading(content=text("De getallen"), level=2),
            Table(columns=tuple(columns), rows=rows, summary="De getallen per gemeente"),
            Heading(content=text("Afspraken"), level=2),
            ListBlock(items=items),
            *[blocks.Paragraph(content=text(SENTENCE * 2)) for _ in range(3)],
        ),
    )


def render_plain(document: Document) -> bytes:
    """The same text without tags."""
    body = ParagraphStyle("body", fontName=REGULAR, fontSize=10.5, leading=15, spaceAfter=7.5)
    head = ParagraphStyle("head", parent=body, fontName=SEMIBOLD)
    item = ParagraphStyle("item", parent=body, leftIndent=16)
    story: list[Flowable] = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines = [[column.header for column in block.columns], *block.rows]
            cells = [[Paragraph(escape(blocks.plain_text(cell)), body) for cell in line] for line in lines]
            story.append(PlainTable(cells, repeatRows=1, style=[("FONTNAME", (0, 0), (-1, -1), REGULAR)]))
        elif isinstance(block, ListBlock):
            story += [Paragraph(escape(blocks.plain_text(i.content)), item, bulletText="•") for i in block.items]
        else:
            style = head if isinstance(block, Heading) else body
            story += [Paragraph(escape(line), style) for line in lines_of(block)]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, title=document.title, initialFontName=REGULAR).build(story)
    return target.getvalue()


def lines_of(block: blocks.Block) -> list[str]:
    """What the block says, a paragraph a line."""
    match block:
        case Heading(content=content) | blocks.Paragraph(content=content):
            return [blocks.plain_text(content)]
        case blocks.LetterHead(sender=sender, lines=lines):
            return [blocks.plain_text(each) for each in (sender, *lines)]
        case blocks.AddressBlock(lines=lines):
            return [blocks.plain_text(line) for line in lines]
        case blocks.Reference(pairs=pairs):
            return [f"{label} {blocks.plain_text(value)}" for label, value in pairs]
    raise TypeError(block)


if __name__ == "__main__":
    load_fonts()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
