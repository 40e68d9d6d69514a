"""Type on paper: the fonts, and the font that has a character.

All measures are points (1/72 inch). Nothing is drawn here.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

from regietafel.documents.blocks import Run
from regietafel.paths import resource

Colour = tuple[float, float, float]

INK: Colour = (0x12 / 255, 0x18 / 255, 0x1F / 255)
GREY: Colour = (0x4A / 255, 0x55 / 255, 0x65 / 255)
ACCENT: Colour = (0x1D / 255, 0x4E / 255, 0xD8 / 255)

REGULAR, SEMIBOLD, BOLD = "OpenSans-Regular", "OpenSans-Semibold", "OpenSans-Bold"
ITALIC, BOLD_ITALIC = "OpenSans-Italic", "OpenSans-BoldItalic"
FALLBACK = "DejaVuSans"
SOFT_HYPHEN = "\u00ad"  # looks like a hyphen, and to who listens or copies it is not there
NOTE_MARK = 9.0  # the size of the digits that refer to a footnote, in text of any size
FACES = (REGULAR, SEMIBOLD, BOLD, ITALIC, BOLD_ITALIC, FALLBACK)


@cache
def load_fonts() -> dict[str, frozenset[str]]:
    """Make the fonts known to reportlab, once; per face the characters it can show."""
    return {face: _load(face, str(resource("fonts", f"{face}.ttf"))) for face in FACES}


def register(face: str, data: bytes) -> None:
    """Make one more TrueType font known by the name ``face``, that texts can then be set in."""
    load_fonts()[face] = _load(face, io.BytesIO(data))


_FACES: ContextVar[Mapping[str, str]] = ContextVar("faces", default={})  # noqa: B039 - read only


@contextmanager
def set_in(faces: Mapping[str, str]) -> Iterator[None]:
    """Within it, texts are set in other faces, by the face of ours that each stands for."""
    before = _FACES.set(faces)
    try:
        yield
    finally:
        _FACES.reset(before)


def face_now(face: str) -> str:
    """The face that stands for this one of ours in the document that is being made."""
    return _FACES.get().get(face, face)


def _load(face: str, source: str | io.BytesIO) -> frozenset[str]:
    font = TTFont(face, source, asciiReadable=False)
    _repair_widths(font)
    for table in (font.face.charToGlyph, font.face.charWidths):
        table[ord(SOFT_HYPHEN)] = table[ord("-")]  # not every font has one
    pdfmetrics.registerFont(font)
    return frozenset(c for c in map(chr, font.face.charToGlyph) if _is_text(c))


def _repair_widths(font: TTFont) -> None:
    """Undo a mistake of reportlab 5.1: the width that the last glyphs of a file share is embedded in the wrong unit."""
    count = int.from_bytes(font.face.get_table("hhea")[34:36], "big")  # glyphs with a width of their own
    shared = font.face.hmetrics[count - 1][0]
    font.face.hmetrics[count:] = [(shared, bearing) for _width, bearing in font.face.hmetrics[count:]]


@lru_cache(maxsize=20_000)
def measure(text: str, face: str) -> float:
    """The width of ``text`` at a size of 1 point."""
    return float(pdfmetrics.stringWidth(text, face, 1))


def advance(fragment: Fragment, size: float) -> float:
    """How far the next fragment stands from the start of this one, in text of ``size``."""
    return measure(fragment.text, fragment.face) * (NOTE_MARK if fragment.note else size)


def face_of_run(face: str, run: Run) -> str:
    """The face of a run in text that is set in ``face``."""
    heavy = run.bold or face == SEMIBOLD
    if run.italic:
        return face_now(BOLD_ITALIC if heavy else ITALIC)
    return face_now(BOLD if run.bold else face)


def shape(text: str, face: str, link: Link | None) -> Iterator[Fragment]:
    """``text`` in fragments of one font each.

    A character that no font has is shown by its number, ``[U+1F600]``, and stays itself for a screen reader.
    Arabic and Hebrew are shown letter by letter from left to right.
    """
    characters = load_fonts()
    text = unicodedata.normalize("NFC", text)
    if characters[face].issuperset(text):
        yield Fragment(text, face, link)
        return

    def face_of(character: str) -> str:
        return next((name for name in (face, FALLBACK) if character in characters[name]), "")

    visible = "".join(" " if unicodedata.category(c) in ("Zs", "Zl", "Zp") and not face_of(c) else c for c in text)
    visible = "".join(c for c in visible if unicodedata.category(c) not in ("Cc", "Cf"))
    for name, group in groupby(visible, key=face_of):
        if name:
            yield Fragment("".join(group), name, link)
            continue
        for character in group:
            actual = character if _is_text(character) else ""
            yield Fragment(f"[U+{ord(character):04X}]", face, link, actual)


def _is_text(character: str) -> bool:
    """Whether the character means something outside this document: no control, surrogate or private use."""
    return unicodedata.category(character)[0] != "C"


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a block of text looks; runs inside it may be bolder or slanted."""

    face: str = REGULAR
    size: float = 10.5
    leading: float = 15
    colour: Colour = INK

    @property
    def baseline(self) -> float:
        """How far below the top of a line the letters stand, with the capitals in the middle of the line."""
        return self.leading / 2 + 0.35 * self.size


@dataclass(frozen=True, kw_only=True, eq=False)
class Link:
    """One link in a text; the fragments of one link share one object."""

    url: str
    text: str


class Fragment(NamedTuple):
    """Text that is drawn in one go. ``actual`` is what it stands for, if that is not what it shows.

    ``note`` is the number of the footnote that raised digits refer to; ``bar`` marks text that stands where something
    was left out.
    """

    text: str
    face: str
    link: Link | None = None
    actual: str = ""
    note: int = 0
    bar: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it means something as a whole only, so that it is neither cut nor joined to what is beside it."""
        return bool(self.actual or self.note)


class Line(NamedTuple):
    """One line; ``width`` leaves out the space at its end."""

    fragments: tuple[Fragment, ...]
    width: float

    @property
    def notes(self) -> list[int]:
        """The footnotes to which it refers."""
        return [fragment.note for fragment in self.fragments if fragment.note]
