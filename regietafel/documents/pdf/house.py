"""What a house style does on paper: its colours, its fonts and its logo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import pikepdf
from pikepdf import Dictionary

from regietafel.documents.beeldmerk import maat
from regietafel.documents.blocks import LetterHead
from regietafel.documents.kleur import lijnkleur, tekstkleur
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.pdf.letter import MM, blank_strip
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.picture import image_of_png
from regietafel.documents.pdf.prose import SMALL, Frame, keep, paragraphs
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import BOLD, BOLD_ITALIC, ITALIC, REGULAR, SEMIBOLD, Colour, Style, register

SENDER = Style(face=SEMIBOLD, size=13, leading=18)

_LOGO_HEIGHT = 25 * MM  # at most: it ends above the window of the envelope
_LOGO_GAP = 8 * MM
_LOGO = "/Logo"  # the name of the picture among the resources of the page


def text_colour(opmaak: Opmaak, other: Colour) -> Colour:
    """The colour of headings and links, when one can read it, or else the other."""
    return _colour(tekstkleur(opmaak.kleur)) or other


def line_colour(opmaak: Opmaak, other: Colour) -> Colour:
    """The colour of lines, when one can see it, or else the other."""
    return _colour(lijnkleur(opmaak.kleur)) or other


def faces(opmaak: Opmaak) -> Mapping[str, str]:
    """Which fonts of the house stand for ours; for a weight it has not, the one nearest to it."""
    if not opmaak.eigen_letter:
        return {}
    regular = _face(opmaak.gewoon)
    bold = _face(opmaak.vet) if opmaak.vet else regular
    italic = _face(opmaak.cursief) if opmaak.cursief else regular
    slanted = bold if opmaak.vet else italic
    return {REGULAR: regular, SEMIBOLD: bold, BOLD: bold, ITALIC: italic, BOLD_ITALIC: slanted}


def letterhead_strips(block: LetterHead, frame: Frame) -> list[Strip[Pen]]:
    """Who sends it; with a logo that stands on the left, and the name and the lines beside it."""
    opmaak = frame.opmaak
    if not opmaak.logo:
        return _sender(block, frame)
    wide, high = _size(opmaak)
    logo = frame.parent.add("Figure", alternative=opmaak.logo_tekst)
    indent = wide + _LOGO_GAP
    sender = _sender(block, frame.moved(indent))
    left_over = high - sum(strip.height for strip in sender)
    if left_over > 0:
        sender.append(blank_strip(left_over))
    sender[0].draw_first(partial(_draw_logo, logo, (frame.left, wide, high)))
    return keep(sender)


def embed_logo(pdf: pikepdf.Pdf, logo: bytes) -> None:
    """Put the logo where the drawing refers to it."""
    if not logo:
        return
    wide, high = maat(logo)
    image = image_of_png(pdf, logo, wide, high)
    for page in pdf.pages:  # they may share their resources
        page.Resources.XObject = Dictionary({_LOGO: image})


def _sender(block: LetterHead, frame: Frame) -> list[Strip[Pen]]:
    return paragraphs([block.sender], SENDER, frame) + paragraphs(block.lines, SMALL, frame)


def _size(opmaak: Opmaak) -> tuple[float, float]:
    """How wide and how high the logo is on paper."""
    pixels = maat(opmaak.logo)
    wide = min(opmaak.logo_breedte * MM, _LOGO_HEIGHT * pixels[0] / pixels[1])
    return wide, wide * pixels[1] / pixels[0]


def _draw_logo(owner: Element, place: tuple[float, float, float], pen: Pen, top: float) -> None:
    left, wide, high = place
    upper = pen.height - top

    def draw(canvas: Any) -> None:
        canvas.addLiteral(f"{wide:.3f} 0 0 {high:.3f} {left:.3f} {upper - high:.3f} cm {_LOGO} Do")

    pen.picture(owner, (left, upper - high, left + wide, upper), draw)


@lru_cache(maxsize=64)
def _face(font: bytes) -> str:
    """The name under which a font of the house is known."""
    name = f"Huis-{hashlib.sha256(font).hexdigest()[:16]}"
    register(name, font)
    return name


def _colour(kleur: str) -> Colour | None:
    if not kleur:
        return None
    return int(kleur[1:3], 16) / 255, int(kleur[3:5], 16) / 255, int(kleur[5:7], 16) / 255
