"""Documents as PDF that everyone can read and the archive can keep: PDF/UA-1 and PDF/A-2a.

reportlab writes the fonts and the drawing, pikepdf adds the tags and the metadata and saves. Importing this module
loads both; import it where a PDF is made, not before.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from regietafel.documents.blocks import Document
from regietafel.documents.pdf.archive import PRODUCER, declare_conformance, printable, repair_fonts, save
from regietafel.documents.pdf.flow import lay_out
from regietafel.documents.pdf.letter import MM
from regietafel.documents.pdf.lines import one_line
from regietafel.documents.pdf.pages import paginate
from regietafel.documents.pdf.pen import FOOTER, HEADER, Pen
from regietafel.documents.pdf.tags import Element, write_structure
from regietafel.documents.pdf.type import GREY, REGULAR, Style, load_fonts
from regietafel.i18n import _

WIDTH, HEIGHT = A4
TOP, RIGHT, BOTTOM, LEFT = 25 * MM, 25 * MM, 20 * MM, 25 * MM

_FURNITURE = Style(size=9, leading=12, colour=GREY)
_HEADER_LINE, _FOOTER_LINE = 14 * MM, HEIGHT - 11 * MM


def render_pdf(document: Document) -> bytes:
    """The document as a PDF file; the same document gives the same bytes."""
    load_fonts()
    root = Element(tag="Document")
    strips = lay_out(document.blocks, root, LEFT, WIDTH - LEFT - RIGHT)
    pages = paginate(strips, HEIGHT - TOP - BOTTOM) or [[]]
    drawn = io.BytesIO()
    canvas = _new_canvas(drawn, document)
    pen = Pen(canvas, HEIGHT)
    for number, page in enumerate(pages, start=1):
        pen.begin_page()
        for strip, top in page:
            strip.draw(pen, TOP + top)
        _draw_furniture(pen, document, number, len(pages))
        pen.end_page()
    canvas.save()
    return _finish(drawn, document, root, pen)


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


def _draw_furniture(pen: Pen, document: Document, number: int, count: int) -> None:
    """What stands around the text: the page number, and on follow-up pages the title and the kenmerk."""
    width = WIDTH - LEFT - RIGHT
    folio = one_line(_("Pagina {number} van {count}").format(number=number, count=count), _FURNITURE, width)
    pen.write(FOOTER, LEFT + width - folio.width, _FOOTER_LINE, folio.fragments, _FURNITURE)
    if number == 1:
        return
    kenmerk = one_line(document.kenmerk, _FURNITURE, width / 2)
    pen.write(HEADER, LEFT + width - kenmerk.width, _HEADER_LINE, kenmerk.fragments, _FURNITURE)
    title = one_line(document.title, _FURNITURE, width - kenmerk.width - 10 * MM)
    pen.write(HEADER, LEFT, _HEADER_LINE, title.fragments, _FURNITURE)


def _finish(drawn: io.BytesIO, document: Document, root: Element, pen: Pen) -> bytes:
    with pikepdf.open(drawn) as pdf:
        repair_fonts(pdf)
        declare_conformance(pdf, document)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        write_structure(pdf, root, pen)
        return save(pdf)
