"""Type on paper: the fonts, the font that has a character, and the lines into which a text breaks.

All measures are points (1/72 inch). Nothing is drawn here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

from regietafel.documents.blocks import Inline, Run
from regietafel.paths import resource

Colour = tuple[float, float, float]

INK: Colour = (0x12 / 255, 0x18 / 255, 0x1F / 255)
GREY: Colour = (0x4A / 255, 0x55 / 255, 0x65 / 255)
ACCENT: Colour = (0x1D / 255, 0x4E / 255, 0xD8 / 255)

REGULAR, SEMIBOLD, BOLD = "OpenSans-Regular", "OpenSans-Semibold", "OpenSans-Bold"
ITALIC, BOLD_ITALIC = "OpenSans-Italic", "OpenSans-BoldItalic"
FALLBACK = "DejaVuSans"
FACES = (REGULAR, SEMIBOLD, BOLD, ITALIC, BOLD_ITALIC, FALLBACK)

# A line may end after a space, after the hyphen of a compound word but not of a name, after a slash between long words.
_BREAK = re.compile(r"(?<= )(?! )|(?<=[^\W\d_]{2}-)(?=[a-zà-ÿ]{2})|(?<=\w{3}/)(?=\w{3})")


@cache
def load_fonts() -> dict[str, frozenset[str]]:
    """Make the fonts known to reportlab, once; per face the characters it can show."""
    characters = {}
    for face in FACES:
        font = TTFont(face, str(resource("fonts", f"{face}.ttf")), asciiReadable=False)
        _repair_widths(font)
        pdfmetrics.registerFont(font)
        characters[face] = frozenset(c for c in map(chr, font.face.charToGlyph) if _is_text(c))
    return characters


def _repair_widths(font: TTFont) -> None:
    """Undo a mistake of reportlab 5.1: the width that the last glyphs of a file share is embedded in the wrong unit."""
    count = int.from_bytes(font.face.get_table("hhea")[34:36], "big")  # glyphs with a width of their own
    shared = font.face.hmetrics[count - 1][0]
    font.face.hmetrics[count:] = [(shared, bearing) for _width, bearing in font.face.hmetrics[count:]]


@lru_cache(maxsize=20_000)
def measure(text: str, face: str) -> float:
    """The width of ``text`` at a size of 1 point."""
    return float(pdfmetrics.stringWidth(text, face, 1))


def natural_widths(content: Inline, style: Style) -> tuple[float, float]:
    """How wide ``content`` is: its longest word, and its longest line when nothing breaks."""
    longest_word = longest_line = line = 0.0
    for word in _words(content, style):
        longest_word = max(longest_word, word.width)
        longest_line = max(longest_line, line + word.width)
        line = 0.0 if word.ends_line else line + word.width + word.space
    return longest_word, longest_line


def break_lines(content: Inline, style: Style, width: float) -> list[Line]:
    """The lines of ``content``, each at most ``width`` wide; a word that is wider is cut."""
    lines: list[Line] = []
    line: list[Fragment] = []
    filled = space = 0.0
    for word in _words(content, style):
        if line and filled + space + word.width > width:
            lines.append(_join(line, filled))
            line, filled, space = [], 0.0, 0.0
        if word.width > width:
            *full, rest = _cut(word, style.size, width)
            lines += [_join(part.fragments, part.width) for part in full]
            word = rest  # noqa: PLW2901 - what is left of the word goes on like any other
        line += word.fragments
        filled += space + word.width
        space = word.space
        if word.ends_line:
            lines.append(_join(line, filled))
            line, filled, space = [], 0.0, 0.0
    if line:
        lines.append(_join(line, filled))
    return lines


def balance_lines(content: Inline, style: Style, width: float) -> list[Line]:
    """As few lines as :func:`break_lines` needs, of about the same length: for headings."""
    lines = break_lines(content, style, width)
    low, high = width / 2, width
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = break_lines(content, style, middle)
        if len(tried) > len(lines):
            low = middle
        else:
            lines, high = tried, middle
    return lines


def one_line(text: str, style: Style, width: float) -> Line:
    """``text`` on one line; what does not fit is left out and marked with an ellipsis."""
    content = (Run(text=" ".join(text.split())),)
    if natural_widths(content, style)[1] <= width:
        return break_lines(content, style, width)[0]
    ellipsis = "…"
    first = break_lines(content, style, width - measure(ellipsis, style.face) * style.size)[0]
    return _join([*first.fragments, Fragment(ellipsis, style.face)], width)


def _words(content: Inline, style: Style) -> Iterator[_Word]:
    """The pieces between which a line may end; a word can run over several styles."""
    pending: list[Fragment] = []
    for run in content:
        link = Link(url=run.link, text=run.text) if run.link else None
        # A space before every line break keeps the words apart for who listens.
        for index, text in enumerate(run.text.replace("\n", " \n").split("\n")):
            if index:
                yield _word(pending, style.size, ends_line=True)
                pending = []
            for fragment in _shape(text, _face(style.face, run), link):
                pieces = [fragment.text] if fragment.actual else _BREAK.split(fragment.text)
                for number, piece in enumerate(pieces):
                    if number:
                        yield _word(pending, style.size)
                        pending = []
                    if piece:
                        pending.append(Fragment(piece, fragment.face, link, fragment.actual))
    if pending:
        yield _word(pending, style.size)


def _word(fragments: list[Fragment], size: float, *, ends_line: bool = False) -> _Word:
    if not fragments:
        return _Word((), 0.0, 0.0, ends_line)
    *before, last = fragments
    width, space = _measure_word(last.text, last.face)
    width += sum(measure(fragment.text, fragment.face) for fragment in before)
    return _Word(tuple(fragments), width * size, space * size, ends_line)


@lru_cache(maxsize=20_000)
def _measure_word(text: str, face: str) -> tuple[float, float]:
    """The widths of a word and of the space after it, at a size of 1 point."""
    width = measure(text.rstrip(" "), face)
    return width, measure(text, face) - width


def _cut(word: _Word, size: float, width: float) -> Iterator[_Word]:
    """A word wider than ``width`` in parts that do fit."""
    part: list[Fragment] = []
    filled = 0.0
    for fragment in word.fragments:
        start = 0
        for end, character in enumerate(fragment.text):
            advance = measure(character, fragment.face) * size
            if filled + advance > width and filled:
                if end > start:
                    part.append(fragment._replace(text=fragment.text[start:end]))
                yield _word(part, size)
                part, filled, start = [], 0.0, end
            filled += advance
        part.append(fragment._replace(text=fragment.text[start:]))
    yield _word(part, size, ends_line=word.ends_line)


def _join(fragments: Iterable[Fragment], width: float) -> Line:
    """A line of as few fragments as possible."""
    joined: list[Fragment] = []
    texts: list[str] = []
    for fragment in fragments:
        last = joined[-1] if joined else None
        if last and last.face == fragment.face and last.link is fragment.link and not (last.actual or fragment.actual):
            texts.append(fragment.text)
            continue
        if last:
            joined[-1] = last._replace(text="".join(texts))
        joined.append(fragment)
        texts = [fragment.text]
    if joined:
        joined[-1] = joined[-1]._replace(text="".join(texts))
    return Line(tuple(joined), width)


def _face(face: str, run: Run) -> str:
    heavy = run.bold or face == SEMIBOLD
    if run.italic:
        return BOLD_ITALIC if heavy else ITALIC
    return BOLD if run.bold else face


def _shape(text: str, face: str, link: Link | None) -> Iterator[Fragment]:
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
    """Text that is drawn in one go. ``actual`` is the character it stands for, if it stands for one."""

    text: str
    face: str
    link: Link | None = None
    actual: str = ""


class Line(NamedTuple):
    """One line; ``width`` leaves out the space at its end."""

    fragments: tuple[Fragment, ...]
    width: float


class _Word(NamedTuple):
    """Fragments between which a line does not end; ``space`` is the width of the space after them."""

    fragments: tuple[Fragment, ...]
    width: float
    space: float
    ends_line: bool
