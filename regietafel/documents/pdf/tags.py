"""Tags: the tree that tells a screen reader what everything on the page is (ISO 32000-1, 14.7 and 14.8).

A :class:`Pen` draws, and notes for each thing it draws which element of the tree it belongs to, or that it is an
artifact: something to look at, not to read. :func:`write_structure` puts the tree into the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String
from reportlab.pdfbase.pdfdoc import PDFString  # type: ignore[import-untyped]

from regietafel.documents.pdf.type import ACCENT, INK, Colour, Fragment, Link, Style, measure
from regietafel.i18n import _

LAYOUT = "<</Type /Layout>>"
HEADER = "<</Type /Pagination /Subtype /Header /Attached [/Top]>>"
FOOTER = "<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>"


def write_structure(pdf: pikepdf.Pdf, root: Element, pen: Pen) -> None:
    """Write the tree under ``root`` into ``pdf`` and tie its pages and links, drawn with ``pen``, to it."""
    writer = _TreeWriter(pdf)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = writer.write(root, tree)
    numbers: list[Any] = []
    key = len(writer.pages)
    for index, page in enumerate(writer.pages):
        page.StructParents = index
        page.Tabs = Name.S
        marks = pdf.make_indirect(Array([writer.objects[id(owner)] for owner in pen.marked[index]]))
        numbers += [index, marks]
    for page, links in zip(writer.pages, pen.linked, strict=True):
        for annotation, owner in zip(page.get("/Annots", []), links, strict=True):
            annotation.StructParent = key
            numbers += [key, writer.objects[id(owner)]]
            key += 1
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = key
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


@dataclass(kw_only=True, eq=False)
class Element:
    """A node of the tree: its structure type, its attributes and, once drawn, what belongs to it.

    ``actual_text`` is what it says when that is not what it shows; ``alternative`` is said instead of a picture.
    """

    tag: str
    actual_text: str = ""
    alternative: str = ""
    attributes: Mapping[str, Object] = field(default_factory=dict)
    kids: list[Element | Mark | LinkMark] = field(default_factory=list)

    def add(self, tag: str, actual_text: str = "", alternative: str = "", **attributes: Object) -> Element:
        """A new last child."""
        child = Element(tag=tag, actual_text=actual_text, alternative=alternative, attributes=attributes)
        self.kids.append(child)
        return child


class Mark(NamedTuple):
    """Marked content ``number`` on ``page``, both counted from 0."""

    page: int
    number: int


class LinkMark(NamedTuple):
    """Link annotation ``number`` on ``page``, both counted from 0."""

    page: int
    number: int


class Pen:
    """Draws on a reportlab canvas. ``x`` runs from the left of the paper, ``y`` down from its top, in points."""

    def __init__(self, canvas: Any, height: float) -> None:
        self.marked: list[list[Element]] = []  # per page, the owner of each marked content
        self.linked: list[list[Element]] = []  # per page, the owner of each link annotation
        self._canvas = canvas
        self.height = height
        self._open: Element | str | None = None
        self._links: dict[Link, Element] = {}
        self._rules: list[tuple[float, float, float, float, float, Colour]] = []
        self._bookmarks = 0
        self._colour: Colour | None = None

    def write(self, owner: Element | str, x: float, y: float, fragments: Iterable[Fragment], style: Style) -> None:
        """Write text with its baseline at ``y``; ``owner`` is its element, or a kind of artifact."""
        for fragment in fragments:
            width = measure(fragment.text, fragment.face) * style.size
            if isinstance(owner, str):
                self._show(owner, fragment, (x, y), style)
            elif fragment.link is not None:
                link = self._links.get(fragment.link) or self._begin_link(owner, fragment.link)
                self._show(link, fragment, (x, y), style)
                self._annotate(link, fragment.link, fragment, (x, y), style)
            elif fragment.actual:
                self._show(owner.add("Span", actual_text=fragment.actual), fragment, (x, y), style)
            else:
                self._show(owner, fragment, (x, y), style)
            x += width

    def picture(self, owner: Element, box: tuple[float, float, float, float], draw: Callable[[Any], None]) -> None:
        """Let ``draw`` draw on the canvas, within ``box``: left, bottom, right and top in the measures of PDF."""
        self._mark(owner)
        owner.attributes = {"O": Name.Layout, "BBox": Array(box), "Placement": Name.Block}
        self._canvas.saveState()
        draw(self._canvas)
        self._canvas.restoreState()

    def rule(self, x: float, y: float, width: float, *, thickness: float = 0.5, colour: Colour = INK) -> None:
        """Draw a horizontal line, once the page is done."""
        self._rules.append((x, y, x + width, y, thickness, colour))

    def bar(self, x: float, y: float, height: float, *, thickness: float, colour: Colour) -> None:
        """Draw a vertical line down from ``y``, once the page is done."""
        self._rules.append((x, y, x, y + height, thickness, colour))

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add an entry to the table of contents of the reader; ``level`` 1 is the highest."""
        key = f"kop{self._bookmarks}"
        self._bookmarks += 1
        self._canvas.bookmarkHorizontalAbsolute(key, self.height - y)
        self._canvas.addOutlineEntry(title, key, level - 1)

    def begin_page(self) -> None:
        """Start a page, before anything is drawn on it."""
        self.marked.append([])
        self.linked.append([])
        self._colour = None

    def end_page(self) -> None:
        """Finish the page."""
        for x1, y1, x2, y2, thickness, colour in self._rules:
            self._mark(LAYOUT)
            self._canvas.setStrokeColor(colour)
            self._canvas.setLineWidth(thickness)
            self._canvas.line(x1, self.height - y1, x2, self.height - y2)
        self._mark(None)
        self._canvas.showPage()
        self._rules.clear()

    def _show(self, owner: Element | str, fragment: Fragment, at: tuple[float, float], style: Style) -> None:
        self._mark(owner)
        colour = ACCENT if fragment.link else style.colour
        if colour != self._colour:
            self._canvas.setFillColor(colour)
            self._colour = colour
        text = self._canvas.beginText(at[0], self.height - at[1])
        text.setFont(fragment.face, style.size, style.leading)
        text.textLine(fragment.text)
        self._canvas.drawText(text)

    def _mark(self, owner: Element | str | None) -> None:
        """Close what is open, unless it has the same owner, and open what follows."""
        if owner is self._open:
            return
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        if isinstance(owner, Element):
            marks = self.marked[-1]
            self._canvas.addLiteral(f"/{owner.tag} <</MCID {len(marks)}>> BDC")
            owner.kids.append(Mark(len(self.marked) - 1, len(marks)))
            marks.append(owner)
        elif owner is not None:
            self._canvas.addLiteral(f"/Artifact {owner} BDC")
        self._open = owner

    def _begin_link(self, owner: Element, link: Link) -> Element:
        self._links[link] = element = owner.add("Link")
        return element

    def _annotate(self, owner: Element, link: Link, fragment: Fragment, at: tuple[float, float], style: Style) -> None:
        """Make what is drawn of a link respond to a click, and underline it."""
        x, y = at
        width = measure(fragment.text.rstrip(" "), fragment.face) * style.size
        bottom, top = self.height - y - 0.3 * style.size, self.height - y + 0.8 * style.size
        contents = _("Koppeling naar {url}").format(url=link.url.removeprefix("mailto:"))
        self._canvas.linkURL(link.url, (x, bottom, x + width, top), F=4, Contents=PDFString(contents))
        owner.kids.append(LinkMark(len(self.linked) - 1, len(self.linked[-1])))
        self.linked[-1].append(owner)
        self.rule(x, y + 0.15 * style.size, width, colour=ACCENT)


class _TreeWriter:
    """Writes elements; ``objects`` are those written, by the id of their element."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pages = [page.obj for page in pdf.pages]
        self.objects: dict[int, Object] = {}
        self._pdf = pdf

    def write(self, element: Element, parent: Object) -> Object:
        written = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        self.objects[id(element)] = written
        if element.actual_text:
            written.ActualText = String(element.actual_text)
        if element.alternative:
            written.Alt = String(element.alternative)
        if element.attributes:
            written.A = Dictionary({f"/{key}": value for key, value in element.attributes.items()})
        if element.kids:
            written.K = Array([self._kid(kid, written) for kid in element.kids])
        return written

    def _kid(self, kid: Element | Mark | LinkMark, parent: Object) -> Object:
        if isinstance(kid, Element):
            return self.write(kid, parent)
        page = self.pages[kid.page]
        if isinstance(kid, LinkMark):
            return Dictionary(Type=Name.OBJR, Obj=page.Annots[kid.number], Pg=page)
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
