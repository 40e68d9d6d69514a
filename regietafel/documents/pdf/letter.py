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
from regietafel.documents.pdf.prose import BODY, SMALL, Frame, keep, paragraphs, stack, text_strips, writing
from regietafel.documents.pdf.type import GREY, Style
from regietafel.documents.venster import FOLDS, WINDOW_BOTTOM, WINDOW_LEFT, WINDOW_TOP

MM = 72 / 25.4

TOP = 25 * MM  # of the body, below the top of the paper
LABEL = Style(size=9.5, leading=15, colour=GREY)

_LABEL_WIDTH = 32 * MM
_BESIDE, _BESIDE_GAP = 52 * MM, 6 * MM  # who handles it, beside the reference
_SIGN_GAP = 12 * MM
_SIGN_HEIGHT = 17 * MM
_FOLD_LEFT, _FOLD_WIDTH = 4 * MM, 4 * MM


def address_strips(texts: Sequence[Said], frame: Frame) -> list[Strip[Pen]]:
    """The address in the window of the envelope, and below it nothing until the window ends."""
    if frame.opmaak.venster == "rechts":
        frame = frame.moved(WINDOW_LEFT["rechts"] * MM - frame.left)
    strips = keep([strip for said in texts if said for strip in _address_line(said, frame)])
    for strip in strips[:1]:
        strip.not_above = WINDOW_TOP * MM - TOP
        strip.draw_first(_draw_folds)
    return [*strips, blank_strip(0.0, not_above=WINDOW_BOTTOM * MM - TOP)]


def _address_line(said: Said, frame: Frame) -> list[Strip[Pen]]:
    """A line of an address, on more lines when it is long; no word of it is broken."""
    lines = break_lines(frame.notes.number(said), BODY, frame.width, hyphenate=False)
    return stack(frame.parent.add("P"), lines, BODY, frame)


def blank_strip(height: float, not_above: float = 0.0) -> Strip[Pen]:
    """Room that stays empty."""
    return Strip(height=height, draw=lambda _pen, _top: None, not_above=not_above)


def _draw_folds(pen: Pen, _top: float) -> None:
    """Where to fold the paper for the envelope, on the edge where no text stands."""
    for fold in FOLDS:
        pen.rule(_FOLD_LEFT, fold * MM, _FOLD_WIDTH, colour=GREY)


def reference_strips(pairs: Sequence[tuple[str, Said]], frame: Frame) -> list[Strip[Pen]]:
    """Labels and beside them their values, and on the right who handles it, if that is known; all on one page."""
    afzender = frame.opmaak.afzender
    if not afzender:
        return [strip for label, value in pairs for strip in _pair(label, value, frame)]
    inside = replace(frame, width=frame.width - _BESIDE - _BESIDE_GAP)
    strips = [strip for label, value in pairs for strip in _pair(label, value, inside)]
    sender = paragraphs(afzender, LABEL, frame.moved(inside.width + _BESIDE_GAP))
    filled, needed = (sum(strip.height for strip in each) for each in (strips, sender))
    draw = partial(_draw_beside, sender, max(filled, needed))
    return keep([*strips, blank_strip(max(needed - filled, 0.0)), Strip(height=0.0, draw=draw)])


def _draw_beside(strips: Sequence[Strip[Pen]], up: float, pen: Pen, top: float) -> None:
    """Draw the strips from ``up`` above the top of this one: after what they stand beside, as they are read."""
    top -= up
    for strip in strips:
        strip.draw(pen, top)
        top += strip.height


def _pair(label: str, value: Said, frame: Frame) -> list[Strip[Pen]]:
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
