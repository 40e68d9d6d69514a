"""The parts of a letter as strips: the address, the reference and the places to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from regietafel.documents import blocks
from regietafel.documents.blocks import Said, text
from regietafel.documents.pdf.lines import break_lines
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.prose import BODY, SMALL, Frame, keep, paragraphs, text_strips, writing
from regietafel.documents.pdf.type import GREY, Style

MM = 72 / 25.4

# Of the window of an envelope, below the top of the body: the address stands in it and nothing else does.
WINDOW_TOP, WINDOW_BOTTOM = 27 * MM, 65 * MM

LABEL = Style(size=9.5, leading=15, colour=GREY)

_LABEL_WIDTH = 32 * MM
_SIGN_GAP = 12 * MM
_SIGN_HEIGHT = 17 * MM


def address_strips(texts: Sequence[Said], frame: Frame) -> list[Strip[Pen]]:
    """The address in the window of the envelope, and below it nothing until the window ends."""
    strips = keep(paragraphs(texts, BODY, frame))
    for strip in strips[:1]:
        strip.not_above = WINDOW_TOP
    return [*strips, Strip[Pen](height=0.0, draw=lambda _pen, _top: None, not_above=WINDOW_BOTTOM)]


def reference_strips(label: str, value: Said, frame: Frame) -> list[Strip[Pen]]:
    """A label and beside it its value; one paragraph to a reader."""
    owner = frame.parent.add("P")
    beside = replace(frame, parent=owner, left=frame.left + _LABEL_WIDTH, width=frame.width - _LABEL_WIDTH)
    strips = keep(text_strips(owner, value, BODY, beside))
    line = break_lines(text(label + " "), LABEL, _LABEL_WIDTH)[0]
    strips[0].draw_first(writing(owner, line, frame.left, LABEL))
    return strips


def signature_strips(block: blocks.Signatures, frame: Frame) -> list[Strip[Pen]]:
    """The opening, and below it two by two the roles with room and a line to sign."""
    half = replace(frame, width=(frame.width - _SIGN_GAP) / 2)
    strips = text_strips(frame.parent.add("P"), block.opening, BODY, frame) if block.opening else []
    for start in range(0, len(block.signatories), 2):
        cells = []
        for column, signatory in enumerate(block.signatories[start : start + 2]):
            place = replace(half, left=frame.left + column * (half.width + _SIGN_GAP))
            cells.append((paragraphs([signatory.role], BODY, place), place, paragraphs([signatory.name], SMALL, place)))
        roles = max(sum(s.height for s in role) for role, _place, _name in cells)
        names = max(sum(s.height for s in name) for _role, _place, name in cells)
        draw = partial(_draw_signatures, cells, roles + _SIGN_HEIGHT)
        notes = [note for role, _place, name in cells for strip in (*role, *name) for note in strip.notes]
        strips.append(Strip(height=roles + _SIGN_HEIGHT + names + 2, draw=draw, before=6.0, notes=notes))
    return keep(strips)


def _draw_signatures(cells: Sequence[_Signature], down: float, pen: Pen, top: float) -> None:
    for role, place, name in cells:
        for number, strip in enumerate(role):
            strip.draw(pen, top + number * BODY.leading)
        pen.rule(place.left, top + down, place.width, colour=GREY)
        for number, strip in enumerate(name):
            strip.draw(pen, top + down + 2 + number * SMALL.leading)


_Signature = tuple[list[Strip[Pen]], Frame, list[Strip[Pen]]]  # role, place, name
