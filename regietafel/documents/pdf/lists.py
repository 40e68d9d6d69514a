"""Lists as strips: a bullet or number, and beside it the text of the item and the list under it."""

from __future__ import annotations

from dataclasses import replace

from pikepdf import Name

from regietafel.documents import blocks
from regietafel.documents.blocks import introduces, text
from regietafel.documents.pdf.lines import break_lines
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.prose import BODY, Frame, text_strips, writing
from regietafel.documents.pdf.type import face_now, measure

_INDENT = 16.0
_ITEM_GAP = 2.0
_BULLETS = ("•", "–", "•")
_NUMBERINGS = (Name.Decimal, Name.LowerAlpha, Name.LowerRoman)


def list_strips(block: blocks.ListBlock, frame: Frame, depth: int = 0) -> list[Strip[Pen]]:
    """The items under each other, at ``depth`` below the outermost list."""
    labels = [_label(block, number, depth) for number in range(1, len(block.items) + 1)]
    indent = max([_INDENT, *(measure(label, face_now(BODY.face)) * BODY.size + 2 for label in labels)])
    parent = frame.parent.add("L", O=Name.List, ListNumbering=_NUMBERINGS[depth] if block.ordered else Name.Disc)
    strips: list[Strip[Pen]] = []
    for item, label in zip(block.items, labels, strict=True):
        element = parent.add("LI")
        mark, body = element.add("Lbl"), element.add("LBody")
        inside = replace(frame, parent=body, left=frame.left + indent, width=frame.width - indent)
        part = text_strips(body.add("P"), item.content, BODY, inside)
        line = break_lines(text(label), BODY, frame.width)[0]
        part[0].draw_first(writing(mark, line, frame.left, BODY))
        part[0].before = _ITEM_GAP if strips else 0.0
        strips += part
        if item.sublist is not None and item.sublist.items:
            nested = list_strips(item.sublist, inside, min(depth + 1, 2))
            nested[0].before = _ITEM_GAP
            strips[-1].with_next = introduces(item.content)
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
