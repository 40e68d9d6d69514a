"""Documents as PDF that everyone can read and the archive can keep: PDF/UA-1 and PDF/A-2a.

reportlab writes the fonts and the drawing, pikepdf adds the tags and the metadata and saves. Importing this module
loads both; import it where a PDF is made, not before.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from regietafel.documents.blocks import Block, Document, LetterHead, Picture, text
from regietafel.documents.kleur import lijnkleur
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.pdf.archive import PRODUCER, declare_conformance, printable, repair_fonts, save
from regietafel.documents.pdf.flow import lay_out
from regietafel.documents.pdf.house import embed_logo, faces, line_colour, text_colour
from regietafel.documents.pdf.letter import MM, TOP
from regietafel.documents.pdf.lines import break_lines, one_line
from regietafel.documents.pdf.pages import Strip, paginate
from regietafel.documents.pdf.pen import FOOTER, HEADER, Pen
from regietafel.documents.pdf.picture import embed_pictures
from regietafel.documents.pdf.tags import Element, write_structure
from regietafel.documents.pdf.type import ACCENT, GREY, REGULAR, Line, Style, load_fonts, set_in
from regietafel.i18n import _

WIDTH, HEIGHT = A4
RIGHT, BOTTOM, LEFT = 25 * MM, 20 * MM, 25 * MM

_FURNITURE = Style(size=9, leading=12, colour=GREY)
_HEADER_LINE, _FOOTER_LINE = 14 * MM, HEIGHT - 11 * MM
_CLOSER = 0.6  # of the space between blocks, when that is enough for one page
_FOOTER_RULE = 5.0  # above the end of the room for the footer


def render_pdf(document: Document) -> bytes:
    """The document as a PDF file; the same document gives the same bytes."""
    drawn, root, pen = _draw(document)
    return _finish(drawn, document, root, pen)


def page_texts(document: Document) -> list[list[str]]:
    """The texts that stand on each page, piece by piece; what is in a picture is not among them."""
    return _draw(document)[2].texts


def _draw(document: Document) -> tuple[io.BytesIO, Element, Pen]:
    load_fonts()
    opmaak = document.opmaak
    with set_in(faces(opmaak)):
        margins = _margins(opmaak)
        root, pages = _lay_out(document, margins)
        if document.krap and len(pages) > 1:
            closer = _lay_out(document, margins, _CLOSER)
            root, pages = closer if len(closer[1]) == 1 else (root, pages)
        drawn = io.BytesIO()
        canvas = _new_canvas(drawn, document)
        pen = Pen(canvas, HEIGHT, text_colour(opmaak, ACCENT))
        for number, page in enumerate(pages, start=1):
            pen.begin_page()
            for strip, top in page:
                strip.draw(pen, TOP + top)
            _draw_furniture(pen, document, margins, number, len(pages))
            pen.end_page()
        canvas.save()
    return drawn, root, pen


def _lay_out(
    document: Document, margins: Margins, closer: float = 1.0
) -> tuple[Element, Sequence[Sequence[tuple[Strip[Pen], float]]]]:
    """The elements, and what stands on each page and how high."""
    root = Element(tag="Document")
    strips = lay_out(_with_logo(document), root, margins.left, margins.width, document.opmaak, closer=closer)
    return root, paginate(strips, HEIGHT - TOP - margins.bottom) or [[]]


def _margins(opmaak: Opmaak) -> Margins:
    """The room for the text: beside the binding, and above the footer."""
    left = LEFT + opmaak.bindmarge * MM
    width = WIDTH - left - RIGHT
    footer = break_lines(text(opmaak.voettekst), _FURNITURE, width)
    return Margins(left, width, BOTTOM + len(footer) * _FURNITURE.leading, footer)


def _with_logo(document: Document) -> Sequence[Block]:
    """The blocks; a document that is no letter begins with the logo alone."""
    if not document.opmaak.logo or any(isinstance(block, LetterHead) for block in document.blocks):
        return document.blocks
    return (LetterHead(sender=""), *document.blocks)


def _new_canvas(target: io.BytesIO, document: Document) -> Canvas:
    canvas = Canvas(target, pagesize=A4, pageCompression=0, invariant=1, initialFontName=REGULAR)
    canvas.setTitle(printable(document.title))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(document.subject))
    canvas.setKeywords(printable(document.kenmerk))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setDateFormatter(lambda *_now: f"D:{document.datum:%Y%m%d}000000Z")
    return canvas


def _draw_furniture(pen: Pen, document: Document, margins: Margins, number: int, count: int) -> None:
    """What stands around the text: footer and page number, and on follow-up pages the title and the kenmerk."""
    left, width = margins.left, margins.width
    folio = one_line(_("Pagina {number} van {count}").format(number=number, count=count), _FURNITURE, width)
    for up, line in enumerate(reversed(margins.footer), start=1):
        pen.write(FOOTER, left, _FOOTER_LINE - up * _FURNITURE.leading, line.fragments, _FURNITURE)
    pen.write(FOOTER, left + width - folio.width, _FOOTER_LINE, folio.fragments, _FURNITURE)
    if lijnkleur(document.opmaak.kleur):
        pen.rule(
            left, HEIGHT - margins.bottom + _FOOTER_RULE, width, thickness=1, colour=line_colour(document.opmaak, GREY)
        )
    if number == 1:
        return
    kenmerk = one_line(document.kenmerk, _FURNITURE, width / 2)
    pen.write(HEADER, left + width - kenmerk.width, _HEADER_LINE, kenmerk.fragments, _FURNITURE)
    title = one_line(document.title, _FURNITURE, width - kenmerk.width - 10 * MM)
    pen.write(HEADER, left, _HEADER_LINE, title.fragments, _FURNITURE)


def _finish(drawn: io.BytesIO, document: Document, root: Element, pen: Pen) -> bytes:
    with pikepdf.open(drawn) as pdf:
        repair_fonts(pdf)
        embed_logo(pdf, document.opmaak.logo)
        embed_pictures(pdf, [block.plaatje for block in document.blocks if isinstance(block, Picture)])
        declare_conformance(pdf, document)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        write_structure(pdf, root, pen)
        return save(pdf)


class Margins(NamedTuple):
    """Where the text stands on every page, and the lines of the footer below it."""

    left: float
    width: float
    bottom: float
    footer: Sequence[Line]
