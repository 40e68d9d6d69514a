"""The pen that draws a document, and notes what everything it draws is to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pikepdf import Array, Name
from reportlab.pdfbase.pdfdoc import PDFString  # type: ignore[import-untyped]

from regietafel.documents.pdf.tags import Element, LinkMark, Mark
from regietafel.documents.pdf.type import (
    ACCENT,
    INK,
    NOTE_MARK,
    Colour,
    Fragment,
    Link,
    Style,
    advance,
    face_now,
    measure,
)
from regietafel.i18n import _

LAYOUT = "<</Type /Layout>>"
HEADER = "<</Type /Pagination /Subtype /Header /Attached [/Top]>>"
FOOTER = "<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>"

_BAR: Colour = (0xC9 / 255, 0xCF / 255, 0xD8 / 255)  # behind the text where something was left out
_RISE = 0.33  # of the size of the text: how far the number of a footnote stands above its line


class Pen:
    """Draws on a reportlab canvas. ``x`` runs from the left of the paper, ``y`` down from its top, in points.

    Whatever is drawn belongs to an element of the tree, or is an artifact: something to look at, not to read.
    """

    def __init__(self, canvas: Any, height: float, link: Colour = ACCENT) -> None:
        self.marked: list[list[Element]] = []  # per page, the owner of each marked content
        self.linked: list[list[Element]] = []  # per page, the owner of each link annotation
        self.texts: list[list[str]] = []  # per page, each text that was written
        self._canvas = canvas
        self.height = height
        self._open: Element | str | None = None
        self._links: dict[Link, Element] = {}
        self._rules: list[tuple[float, float, float, float, float, Colour]] = []
        self._held: dict[Element | str, list[tuple[float, float, Iterable[Fragment], Style]]] = {}
        self._bookmarks = 0
        self._colour: Colour | None = None
        self._link_colour = link

    def write(self, owner: Element | str, x: float, y: float, fragments: Iterable[Fragment], style: Style) -> None:
        """Write text with its baseline at ``y``; ``owner`` is its element, or a kind of artifact."""
        self._release()
        self._write(owner, x, y, fragments, style)

    def hold(self, owner: Element | str, x: float, y: float, fragments: Iterable[Fragment], style: Style) -> None:
        """Write text as :meth:`write` does, but together with what ``owner`` still gets on this page.

        Cells go on line by line beside each other; who listens hears each cell in one go, without a gap in a word.
        """
        self._held.setdefault(owner, []).append((x, y, fragments, style))

    def _release(self) -> None:
        held, self._held = self._held, {}
        for owner, texts in held.items():
            for each in texts:
                self._write(owner, *each)

    def _write(self, owner: Element | str, x: float, y: float, fragments: Iterable[Fragment], style: Style) -> None:
        for fragment in fragments:
            if fragment.bar:
                self._fill(x, y, advance(fragment, style.size), style)
            if isinstance(owner, str):
                self._show(owner, fragment, (x, y), style)
            elif fragment.note:
                self._refer_to_note(owner.add("Reference").add("Link"), fragment, (x, y), style)
            elif fragment.link is not None:
                link = self._links.get(fragment.link) or self._begin_link(owner, fragment.link)
                self._show(link, fragment, (x, y), style)
                self._annotate(link, fragment.link, fragment, (x, y), style)
            elif fragment.actual:
                self._show(owner.add("Span", actual_text=fragment.actual), fragment, (x, y), style)
            else:
                self._show(owner, fragment, (x, y), style)
            x += advance(fragment, style.size)

    def write_note_number(self, owner: Element, x: float, y: float, number: int, style: Style) -> None:
        """Write the number before a footnote; it leads back to the text."""
        self._release()
        fragment = Fragment(f"{number} ", face_now(style.face))
        link = owner.add("Link")
        self._show(link, fragment, (x, y), style, self._link_colour)
        area = (x, y, measure(str(number), fragment.face) * style.size)
        contents = _("Terug naar de tekst bij voetnoot {number}").format(number=number)
        self._connect(link, area, style.size, contents, here=f"noot{number}", there=f"tekst{number}")

    def picture(self, owner: Element, box: tuple[float, float, float, float], draw: Callable[[Any], None]) -> None:
        """Let ``draw`` draw on the canvas, within ``box``: left, bottom, right and top in the measures of PDF."""
        self._release()
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
        self.texts.append([])
        self._colour = None

    def end_page(self) -> None:
        """Finish the page."""
        self._release()
        for x1, y1, x2, y2, thickness, colour in self._rules:
            self._mark(LAYOUT)
            self._canvas.setStrokeColor(colour)
            self._canvas.setLineWidth(thickness)
            self._canvas.line(x1, self.height - y1, x2, self.height - y2)
        self._mark(None)
        self._canvas.showPage()
        self._rules.clear()

    def _show(
        self,
        owner: Element | str,
        fragment: Fragment,
        at: tuple[float, float],
        style: Style,
        colour: Colour | None = None,
    ) -> None:
        self._mark(owner)
        if colour is None:  # on a bar the colour of the text could be hard to read
            colour = INK if fragment.bar else self._link_colour if fragment.link else style.colour
        if colour != self._colour:
            self._canvas.setFillColor(colour)
            self._colour = colour
        text = self._canvas.beginText(at[0], self.height - at[1])
        text.setFont(fragment.face, NOTE_MARK if fragment.note else style.size, style.leading)
        text.textLine(fragment.text)
        self._canvas.drawText(text)
        self.texts[-1].append(fragment.text)

    def _fill(self, x: float, y: float, width: float, style: Style) -> None:
        """A bar behind text with its baseline at ``y``."""
        self._mark(LAYOUT)
        self._canvas.setFillColor(_BAR)
        self._colour = _BAR
        self._canvas.rect(x + 1, self.height - y - 0.27 * style.size, width - 2, 1.24 * style.size, stroke=0, fill=1)

    def _refer_to_note(self, link: Element, fragment: Fragment, at: tuple[float, float], style: Style) -> None:
        x, y = at
        raised = y - _RISE * style.size
        self._show(link, fragment, (x, raised), style, self._link_colour)
        area = (x, raised, advance(fragment, style.size))
        number = fragment.note
        contents = _("Voetnoot {number}").format(number=number)
        self._connect(link, area, NOTE_MARK, contents, here=f"tekst{number}", there=f"noot{number}")

    def _connect(
        self, owner: Element, area: tuple[float, float, float], size: float, contents: str, *, here: str, there: str
    ) -> None:
        """Make ``area`` (left, baseline, width) of text lead to the place ``there``, and be the place ``here``."""
        x, y, width = area
        bottom, top = self.height - y - 0.3 * size, self.height - y + 0.9 * size
        self._canvas.bookmarkHorizontalAbsolute(here, top + size)
        self._canvas.linkRect(contents, there, (x, bottom, x + width, top), relative=0, F=4)
        self._tie(owner)

    def _tie(self, owner: Element) -> None:
        """Let the link annotation that was just made belong to ``owner``."""
        owner.kids.append(LinkMark(len(self.linked) - 1, len(self.linked[-1])))
        self.linked[-1].append(owner)

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
        self._tie(owner)
        self.rule(x, y + 0.15 * style.size, width, colour=self._link_colour)
