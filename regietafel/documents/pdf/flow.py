"""Blocks of text as strips: headings, paragraphs, lists, and the parts of a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pikepdf import Name

from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Inline, Said, plain_text
from regietafel.documents.blocks import text as inline
from regietafel.documents.pdf.figure import drawing_strip
from regietafel.documents.pdf.lines import balance_lines, break_lines
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.table import table_strips
from regietafel.documents.pdf.tags import Element, Pen
from regietafel.documents.pdf.type import GREY, SEMIBOLD, Line, Style, measure
from regietafel.figures.shapes import Figuur

MM = 72 / 25.4

BODY = Style()
HEADINGS = {
    1: Style(face=SEMIBOLD, size=15, leading=20),
    2: Style(face=SEMIBOLD, size=12, leading=16),
    3: Style(face=SEMIBOLD),
}
SENDER = Style(face=SEMIBOLD, size=13, leading=18)
SMALL = Style(size=9.5, leading=13, colour=GREY)
LABEL = Style(size=9.5, leading=15, colour=GREY)
REMARK = Style(size=9.5, leading=14, colour=GREY)

# Of the window of an envelope, below the top of the body: the address stands in it and nothing else does.
WINDOW_TOP, WINDOW_BOTTOM = 27 * MM, 65 * MM

_SPACES: dict[type[Block], tuple[float, float]] = {
    blocks.Table: (12, 14),
    blocks.Figure: (12, 14),
    blocks.Reference: (12, 14),
    blocks.Signatures: (20, 20),
    blocks.Remark: (10, 10),
}
_INDENT = 16.0
_ITEM_GAP = 2.0
_REMARK_INDENT = 10.0
_LABEL_WIDTH = 32 * MM
_SIGN_GAP = 12 * MM
_SIGN_HEIGHT = 17 * MM
_FIGURE_HEIGHT = 640.0  # with title and sentence at most this: less than a page
_BULLETS = ("•", "–", "•")
_NUMBERINGS = (Name.Decimal, Name.LowerAlpha, Name.LowerRoman)


def lay_out(content: Sequence[Block], frame: Frame) -> list[Strip[Pen]]:
    """The strips of the blocks from top to bottom; their elements come under ``frame.parent``."""
    strips: list[Strip[Pen]] = []
    level, gap, new_page, follows_signatures = 0, 0.0, False, False
    for block in content:
        if isinstance(block, blocks.PageBreak):
            new_page = True
            continue
        if isinstance(block, blocks.Heading):  # a level that is skipped loses a reader who jumps from head to head
            level = min(block.level, level + 1)
            block = replace(block, level=level)  # noqa: PLW2901
        part = _strips(block, frame)
        if not part:
            continue
        before, after = _space(block)
        part[0].before = max(before, gap)
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


def _strips(block: Block, frame: Frame) -> list[Strip[Pen]]:
    strips: list[Strip[Pen]] = []
    match block:
        case blocks.Heading():
            strips = _heading(block, frame)
        case blocks.Paragraph(content=content) if content:
            strips = _text(frame.parent.add("P"), content, BODY, frame)
            strips[-1].with_next = plain_text(content).rstrip().endswith(":")
        case blocks.ListBlock():
            strips = _list(block, frame)
        case blocks.Table():
            strips = table_strips(block, frame.parent, frame.left, frame.width)
        case blocks.Figure(figuur=figuur):
            strips = _figure(figuur, frame)
        case blocks.LetterHead(sender=sender, lines=lines):
            strips = _lines([sender], SENDER, frame) + _lines(lines, SMALL, frame)
        case blocks.AddressBlock(lines=lines):
            strips = _address(lines, frame)
        case blocks.Reference(pairs=pairs):
            strips = [strip for pair in pairs for strip in _reference(*pair, frame)]
        case blocks.Signatures():
            strips = _signatures(block, frame)
        case blocks.Remark(content=content):
            strips = _remark(content, frame)
    return strips


def _text(owner: Element, content: Inline, style: Style, frame: Frame) -> list[Strip[Pen]]:
    """Lines of text, at least one; the first two and the last two are not parted."""
    return _stack(owner, break_lines(content, style, frame.width) or [Line((), 0.0)], style, frame)


def _stack(owner: Element, lines: Sequence[Line], style: Style, frame: Frame) -> list[Strip[Pen]]:
    strips = [Strip[Pen](height=style.leading, draw=_writing(owner, line, frame.left, style)) for line in lines]
    if len(strips) > 1:
        strips[0].with_next = strips[-2].with_next = True
    return strips


def _writing(owner: Element, line: Line, left: float, style: Style) -> Callable[[Pen, float], None]:
    """Writes the line, given the pen and the top of the line."""

    def draw(pen: Pen, top: float) -> None:
        pen.write(owner, left, top + style.baseline, line.fragments, style)

    return draw


def _keep(strips: list[Strip[Pen]]) -> list[Strip[Pen]]:
    """The same strips, all on one page."""
    for strip in strips[:-1]:
        strip.with_next = True
    return strips


def _lines(texts: Sequence[Said], style: Style, frame: Frame) -> list[Strip[Pen]]:
    """Every text a paragraph of its own."""
    return [strip for text in texts if text for strip in _text(frame.parent.add("P"), inline(text), style, frame)]


def _heading(block: blocks.Heading, frame: Frame) -> list[Strip[Pen]]:
    style = HEADINGS[block.level]
    lines = balance_lines(block.content, style, frame.width) or [Line((), 0.0)]
    strips = _stack(frame.parent.add(f"H{block.level}"), lines, style, frame)
    title = " ".join(plain_text(block.content).split())
    strips[0].draw_first(lambda pen, top: pen.bookmark(title, block.level, top))
    for strip in strips:
        strip.with_next = True
    return strips


def _figure(figuur: Figuur, frame: Frame) -> list[Strip[Pen]]:
    """The title, the picture and its sentence; a screen reader says the sentence instead of the picture."""
    title = _text(frame.parent.add("P"), inline(figuur.titel), HEADINGS[3], frame)
    figure = frame.parent.add("Figure", alternative=figuur.zin)
    caption = _text(figure.add("Caption"), inline(figuur.zin), SMALL, frame)
    room = _FIGURE_HEIGHT - sum(strip.height for strip in (*title, *caption))
    return _keep([*title, drawing_strip(figuur, figure, frame.left, frame.width, room), *caption])


def _list(block: blocks.ListBlock, frame: Frame, depth: int = 0) -> list[Strip[Pen]]:
    labels = [_label(block, number, depth) for number in range(1, len(block.items) + 1)]
    indent = max([_INDENT, *(measure(label, BODY.face) * BODY.size + 2 for label in labels)])
    parent = frame.parent.add("L", O=Name.List, ListNumbering=_NUMBERINGS[depth] if block.ordered else Name.Disc)
    strips: list[Strip[Pen]] = []
    for item, label in zip(block.items, labels, strict=True):
        element = parent.add("LI")
        mark, body = element.add("Lbl"), element.add("LBody")
        inside = Frame(parent=body, left=frame.left + indent, width=frame.width - indent)
        part = _text(body.add("P"), item.content, BODY, inside)
        line = break_lines(inline(label), BODY, frame.width)[0]
        part[0].draw_first(_writing(mark, line, frame.left, BODY))
        part[0].before = _ITEM_GAP if strips else 0.0
        strips += part
        if item.sublist is not None:
            nested = _list(item.sublist, inside, min(depth + 1, 2))
            nested[0].before = _ITEM_GAP
            strips[-1].with_next = True
            strips += nested
    return strips


def _label(block: blocks.ListBlock, number: int, depth: int) -> str:
    """The bullet or number of an item, with the space that parts it from the text."""
    if not block.ordered:
        return _BULLETS[depth] + " "
    return (str(number), _letters(number), _roman(number))[depth] + ". "


def _letters(number: int) -> str:
    """a … z, aa, ab …"""
    number, letter = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("a") + letter)


def _roman(number: int) -> str:
    """i, ii, iii, iv …"""
    parts = []
    for value, sign in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1), ("c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True
    ):
        count, number = divmod(number, value)
        parts.append(sign * count)
    return "".join(parts)


def _address(texts: Sequence[Said], frame: Frame) -> list[Strip[Pen]]:
    """The address in the window of the envelope, and below it nothing until the window ends."""
    strips = _keep(_lines(texts, BODY, frame))
    strips[0].not_above = WINDOW_TOP
    return [*strips, Strip[Pen](height=0.0, draw=lambda _pen, _top: None, not_above=WINDOW_BOTTOM)]


def _reference(label: str, value: Said, frame: Frame) -> list[Strip[Pen]]:
    """A label and beside it its value; one paragraph to a reader."""
    owner = frame.parent.add("P")
    beside = Frame(parent=owner, left=frame.left + _LABEL_WIDTH, width=frame.width - _LABEL_WIDTH)
    strips = _keep(_text(owner, inline(value), BODY, beside))
    line = break_lines(inline(label + " "), LABEL, _LABEL_WIDTH)[0]
    strips[0].draw_first(_writing(owner, line, frame.left, LABEL))
    return strips


def _signatures(block: blocks.Signatures, frame: Frame) -> list[Strip[Pen]]:
    """The opening, and below it two by two the roles with room and a line to sign."""
    half = replace(frame, width=(frame.width - _SIGN_GAP) / 2)
    strips = _text(frame.parent.add("P"), inline(block.opening), BODY, frame) if block.opening else []
    for start in range(0, len(block.signatories), 2):
        cells = []
        for column, signatory in enumerate(block.signatories[start : start + 2]):
            place = replace(half, left=frame.left + column * (half.width + _SIGN_GAP))
            cells.append((_lines([signatory.role], BODY, place), place, _lines([signatory.name], SMALL, place)))
        roles = max(sum(s.height for s in role) for role, _place, _name in cells)
        names = max(sum(s.height for s in name) for _role, _place, name in cells)
        draw = partial(_draw_signatures, cells, roles + _SIGN_HEIGHT)
        strips.append(Strip(height=roles + _SIGN_HEIGHT + names + 2, draw=draw, before=6.0))
    return _keep(strips)


def _draw_signatures(cells: Sequence[_Signature], down: float, pen: Pen, top: float) -> None:
    for role, place, name in cells:
        for number, strip in enumerate(role):
            strip.draw(pen, top + number * BODY.leading)
        pen.rule(place.left, top + down, place.width, colour=GREY)
        for number, strip in enumerate(name):
            strip.draw(pen, top + down + 2 + number * SMALL.leading)


def _remark(content: Inline, frame: Frame) -> list[Strip[Pen]]:
    """Text beside a bar."""
    inside = replace(frame, left=frame.left + _REMARK_INDENT, width=frame.width - _REMARK_INDENT)
    strips = _text(frame.parent.add("P"), content, REMARK, inside)
    for strip in strips:
        strip.draw_first(partial(_draw_bar, frame.left + 1, strip.height))
    return strips


def _draw_bar(left: float, height: float, pen: Pen, top: float) -> None:
    pen.bar(left, top, height, thickness=2, colour=GREY)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where blocks come: under which element, and from where to where on the paper."""

    parent: Element
    left: float
    width: float


_Signature = tuple[list[Strip[Pen]], Frame, list[Strip[Pen]]]  # role, place, name
