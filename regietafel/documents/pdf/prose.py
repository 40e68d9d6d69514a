"""Running text as strips: a strip for each line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from regietafel.documents.blocks import Said
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.pdf.lines import break_lines, ends_in_hyphen
from regietafel.documents.pdf.notes import Notes
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import GREY, Line, Style

BODY = Style()
SMALL = Style(size=9.5, leading=13, colour=GREY)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where blocks come: under which element, from where to where on the paper, with which footnotes and how."""

    parent: Element
    left: float
    width: float
    notes: Notes
    opmaak: Opmaak = GEWOON

    def moved(self, by: float) -> Frame:
        """What is left of it beside something ``by`` wide on the left."""
        return replace(self, left=self.left + by, width=self.width - by)


def text_strips(owner: Element, said: Said, style: Style, frame: Frame) -> list[Strip[Pen]]:
    """Lines of text, at least one; the first two and the last two are not parted, nor is a broken word."""
    lines = break_lines(frame.notes.number(said), style, frame.width) or [Line((), 0.0)]
    return stack(owner, lines, style, frame)


def stack(owner: Element, lines: Sequence[Line], style: Style, frame: Frame) -> list[Strip[Pen]]:
    """The lines under each other, with the footnotes they refer to."""
    strips = [
        Strip[Pen](
            height=style.leading,
            draw=writing(owner, line, frame.left, style),
            with_next=ends_in_hyphen(line),
            notes=frame.notes.of([line]),
        )
        for line in lines
    ]
    if len(strips) > 1:
        strips[0].with_next = strips[-2].with_next = True
    return strips


def writing(owner: Element, line: Line, left: float, style: Style) -> Callable[[Pen, float], None]:
    """Writes the line, given the pen and the top of the line."""

    def draw(pen: Pen, top: float) -> None:
        pen.write(owner, left, top + style.baseline, line.fragments, style)

    return draw


def keep(strips: list[Strip[Pen]]) -> list[Strip[Pen]]:
    """The same strips, all on one page."""
    for strip in strips[:-1]:
        strip.with_next = True
    return strips


def paragraphs(texts: Sequence[Said], style: Style, frame: Frame) -> list[Strip[Pen]]:
    """Every text a paragraph of its own."""
    return [strip for text in texts if text for strip in text_strips(frame.parent.add("P"), text, style, frame)]
