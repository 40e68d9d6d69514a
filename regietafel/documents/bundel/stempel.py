"""The number of a page in the whole, stamped below what is on it already."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from regietafel.documents.pdf.archive import repair_fonts
from regietafel.documents.pdf.type import GREY, REGULAR, load_fonts, measure

_SIZE = 9.0
_MM = 72 / 25.4
_RIGHT, _UP = 25 * _MM, 5 * _MM  # where the line ends and stands: under our own page numbers
_FONT = "/Dossiernummer"
_ARTIFACT = b"/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"


def stamp(pdf: pikepdf.Pdf, texts: list[str]) -> None:
    """Write ``texts``, one a page, in the corner right below; who listens does not hear them."""
    used = "".join(sorted({*"".join(texts)}))
    drawn, codes = _drawn(used)
    with pikepdf.open(io.BytesIO(drawn)) as source:
        repair_fonts(source)
        [font] = [pdf.copy_foreign(each) for each in source.pages[0].Resources.Font.values()]
        begin = pdf.make_stream(b"q\n")
        for page, text in zip(pdf.pages, texts, strict=True):
            _add_font(page, font)
            place = _place(page, measure(text, REGULAR) * _SIZE)
            said = bytes(codes[character] for character in text).hex().encode()
            ink = b" ".join(b"%.3f" % part for part in GREY)
            line = b"\nQ\n%b\nBT %b rg %b %.1f Tf %b Tm <%b> Tj ET\nEMC\n"
            end = pdf.make_stream(line % (_ARTIFACT, ink, _FONT.encode(), _SIZE, place, said))
            found = page.obj.get("/Contents", Array())
            before = list(found) if isinstance(found, Array) else [found]
            page.obj.Contents = Array([begin, *before, end])


@cache
def _drawn(characters: str) -> tuple[bytes, dict[str, int]]:
    """A page with these characters in our font, and the code by which that font has each."""
    load_fonts()
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=0, invariant=1, initialFontName=REGULAR)
    canvas.setFont(REGULAR, _SIZE)
    canvas.drawString(0, 0, characters)
    [(_subset, codes)] = pdfmetrics.getFont(REGULAR).splitString(characters, canvas._doc)
    canvas.save()
    return target.getvalue(), dict(zip(characters, codes, strict=True))


def _add_font(page: pikepdf.Page, font: pikepdf.Object) -> None:
    if "/Resources" not in page.obj:
        page.obj.Resources = Dictionary()
    if "/Font" not in page.obj.Resources:
        page.obj.Resources.Font = Dictionary()
    page.obj.Resources.Font[_FONT] = font


def _place(page: pikepdf.Page, width: float) -> bytes:
    """The matrix that puts a line of that width in the corner, also on a page that is shown turned."""
    left, bottom, right, top = (float(each) for each in page.cropbox)
    turned = int(page.obj.get("/Rotate", 0)) % 360
    x, y = {
        0: (right - _RIGHT - width, bottom + _UP),
        90: (right - _UP, top - _RIGHT - width),
        180: (left + _RIGHT + width, top - _UP),
        270: (left + _UP, bottom + _RIGHT + width),
    }.get(turned, (right - _RIGHT - width, bottom + _UP))
    a, b = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}.get(turned, (1, 0))
    return b"%d %d %d %d %.2f %.2f" % (a, b, -b, a, x, y)
