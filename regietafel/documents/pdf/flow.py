"""Blocks as strips, in reading order and with the space between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Inline, introduces, plain_text
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.pdf.figure import drawing_strip
from regietafel.documents.pdf.house import letterhead_strips, line_colour, text_colour
from regietafel.documents.pdf.letter import address_strips, reference_strips, signature_strips
from regietafel.documents.pdf.lines import balance_lines
from regietafel.documents.pdf.lists import list_strips
from regietafel.documents.pdf.notes import Notes
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.picture import picture_strip
from regietafel.documents.pdf.prose import BODY, SMALL, Frame, keep, stack, text_strips
from regietafel.documents.pdf.table import table_strips
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import GREY, INK, SEMIBOLD, Colour, Line, Style
from regietafel.figures.shapes import Figuur
from regietafel.i18n import _

HEADINGS = {
    1: Style(face=SEMIBOLD, size=15, leading=20),
    2: Style(face=SEMIBOLD, size=12, leading=16),
    3: Style(face=SEMIBOLD),
}
REMARK = Style(size=9.5, leading=14, colour=GREY)

_SPACES: dict[type[Block], tuple[float, float]] = {
    blocks.Table: (12, 14),
    blocks.Figure: (12, 14),
    blocks.Picture: (12, 14),
    blocks.Reference: (12, 14),
    blocks.Signatures: (20, 20),
    blocks.Remark: (10, 10),
}
_REMARK_INDENT = 10.0
_FIGURE_HEIGHT = 640.0  # with title and sentence at most this: less than a page
_PICTURE_HEIGHT = 670.0  # with what stands above it on its page


def lay_out(
    content: Sequence[Block],
    parent: Element,
    left: float,
    width: float,
    opmaak: Opmaak = GEWOON,
    *,
    closer: float = 1.0,
) -> list[Strip[Pen]]:
    """The strips of the blocks from top to bottom, ``closer`` to each other; their elements come under ``parent``."""
    frame = Frame(parent=parent, left=left, width=width, notes=Notes(left, width), opmaak=opmaak)
    strips: list[Strip[Pen]] = []
    level, gap, new_page, follows_signatures = 0, 0.0, False, False
    last: Block | None = None
    for block in content:
        if isinstance(block, blocks.PageBreak):
            new_page = True
            continue
        if isinstance(block, blocks.Heading):  # a level that is skipped loses a reader who jumps from head to head
            level = min(block.level, level + 1)
            block = replace(block, level=level)  # noqa: PLW2901
        part = _strips(block, frame, strips)
        frame.notes.place_under(parent)
        if not part:
            continue
        before, after = _space(block)
        if last is not None and blocks.stands_alone(last, block):
            strips[-1].with_next = False
        last = block
        part[0].before = max(before, gap) * closer
        part[0].new_page = new_page
        if isinstance(block, blocks.Signatures) and strips and not follows_signatures:
            strips[-1].with_next = True  # the first college stands with the sentence before it
        strips += part
        gap, new_page, follows_signatures = after, False, isinstance(block, blocks.Signatures)
    return strips


def _space(block: Block) -> tuple[float, float]:
    """The space above and below a block; between two blocks the larger one counts."""
    if isinstance(block, blocks.Heading):
        return ((18, 9), (13, 3), (12, 1))[block.level - 1]
    return _SPACES.get(type(block), (7.5, 7.5))


def _strips(block: Block, frame: Frame, above: Sequence[Strip[Pen]]) -> list[Strip[Pen]]:
    strips: list[Strip[Pen]] = []
    match block:
        case blocks.Heading():
            strips = _heading(block, frame)
        case blocks.Paragraph(content=content) if content:
            strips = text_strips(frame.parent.add("P"), content, BODY, frame)
            strips[-1].with_next = introduces(content)
        case blocks.ListBlock(items=items) if items:
            strips = list_strips(block, frame)
        case blocks.Table():
            strips = table_strips(block, frame)
        case blocks.Figure(figuur=figuur):
            strips = _figure(figuur, frame)
        case blocks.Picture():
            strips = _picture(block, frame, above)
        case blocks.LetterHead():
            strips = letterhead_strips(block, frame)
        case blocks.AddressBlock(lines=lines):
            strips = address_strips(lines, frame)
        case blocks.Reference(pairs=pairs):
            strips = reference_strips(pairs, frame)
        case blocks.Signatures():
            strips = signature_strips(block, frame)
        case blocks.Remark(content=content):
            strips = _remark(content, frame)
    return strips


def _heading(block: blocks.Heading, frame: Frame) -> list[Strip[Pen]]:
    style = replace(HEADINGS[block.level], colour=text_colour(frame.opmaak, INK))
    lines = balance_lines(frame.notes.number(block.content), style, frame.width) or [Line((), 0.0)]
    strips = stack(frame.parent.add(f"H{block.level}"), lines, style, frame)
    title = " ".join(plain_text(block.content).split())
    strips[0].draw_first(lambda pen, top: pen.bookmark(title, block.level, top))
    for strip in strips:
        strip.with_next = True
    return strips


def _figure(figuur: Figuur, frame: Frame) -> list[Strip[Pen]]:
    """The title, the picture and its sentence; instead of the picture a screen reader says where that sentence is."""
    title = text_strips(frame.parent.add("P"), figuur.titel, HEADINGS[3], frame)
    alternative = _("{titel}: de zin hieronder zegt wat de afbeelding laat zien.").format(titel=figuur.titel)
    figure = frame.parent.add("Figure", alternative=alternative)
    caption = text_strips(figure.add("Caption"), figuur.zin, SMALL, frame)
    room = _FIGURE_HEIGHT - sum(strip.height for strip in (*title, *caption))
    return keep([*title, drawing_strip(figuur, figure, frame.left, frame.width, room), *caption])


def _picture(block: blocks.Picture, frame: Frame, above: Sequence[Strip[Pen]]) -> list[Strip[Pen]]:
    figure = frame.parent.add("Figure", alternative=block.alternatief)
    caption = text_strips(figure.add("Caption"), block.bijschrift, SMALL, frame)
    room = _PICTURE_HEIGHT - sum(strip.before + strip.height for strip in (*above, *caption))
    return keep([picture_strip(block.plaatje, figure, frame.left, frame.width, room), *caption])


def _remark(content: Inline, frame: Frame) -> list[Strip[Pen]]:
    """Text beside a bar."""
    inside = replace(frame, left=frame.left + _REMARK_INDENT, width=frame.width - _REMARK_INDENT)
    strips = text_strips(frame.parent.add("P"), content, REMARK, inside)
    for strip in strips:
        strip.draw_first(partial(_draw_bar, frame.left + 1, strip.height, line_colour(frame.opmaak, GREY)))
    return strips


def _draw_bar(left: float, height: float, colour: Colour, pen: Pen, top: float) -> None:
    pen.bar(left, top, height, thickness=2, colour=colour)
