"""The lines into which a text breaks. All measures are points; nothing is drawn here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from regietafel.documents.blocks import Inline, Run
from regietafel.documents.pdf.gronden import spell_grond
from regietafel.documents.pdf.hyphens import split_word
from regietafel.documents.pdf.type import (
    NOTE_MARK,
    SOFT_HYPHEN,
    Fragment,
    Line,
    Link,
    Style,
    advance,
    face_now,
    face_of_run,
    load_fonts,
    measure,
    shape,
)

# A line may end after a space, after the hyphen of a compound word but not of a name, after a slash between long words.
_BREAK = re.compile(r"(?<= )(?! )|(?<=[^\W\d_]{2}-)(?=[a-zà-ÿ]{2})|(?<=\w{3}/)(?=\w{3})")

# No word is broken when less than this is left at the end of the line: a part of the width, and of the size.
_LOOSE_WIDTH, _LOOSE_SIZE = 0.12, 2.0
_MAX_HYPHENS = 2  # lines under each other that end in one


@dataclass(frozen=True, kw_only=True)
class NoteMark(Run):
    """The place where a text refers to footnote ``number``."""

    number: int


def natural_widths(content: Inline, style: Style) -> tuple[float, float]:
    """How wide ``content`` is: its longest word, and its longest line when nothing breaks."""
    longest_word = longest_line = line = 0.0
    for word in _words(content, style):
        longest_word = max(longest_word, word.width)
        longest_line = max(longest_line, line + word.width)
        line = 0.0 if word.ends_line else line + word.width + word.space
    return longest_word, longest_line


def break_lines(content: Inline, style: Style, width: float, *, hyphenate: bool = True) -> list[Line]:
    """The lines of ``content``, each at most ``width`` wide; a word that is wider is cut.

    An ordinary word is hyphenated where the line would be loose without it. The last word is not: a piece of a word
    makes a poor last line.
    """
    lines: list[Line] = []
    line: list[Fragment] = []
    filled = space = 0.0
    hyphens = 0  # lines in a row that end in one
    words = list(_words(content, style))
    last = len(words) - 1
    for number, word in enumerate(words):
        if line and filled + space + word.width > width:
            parts = None
            loose = width - filled > max(_LOOSE_WIDTH * width, _LOOSE_SIZE * style.size)
            if hyphenate and loose and hyphens < _MAX_HYPHENS and not word.ends_line and number < last:
                parts = _hyphenate(word, style.size, width - filled - space)
            if parts:
                line += parts[0].fragments
                filled += space + parts[0].width
                word = parts[1]  # noqa: PLW2901 - what is left of the word goes on like any other
            hyphens = hyphens + 1 if parts else 0
            lines.append(_join(line, filled))
            line, filled, space = [], 0.0, 0.0
        if word.width > width:
            *full, rest = _cut(word, style.size, width)
            lines += [_join(part.fragments, part.width) for part in full]
            word = rest  # noqa: PLW2901
        line += word.fragments
        filled += space + word.width
        space = word.space
        if word.ends_line:
            lines.append(_join(line, filled))
            line, filled, space = [], 0.0, 0.0
    if line:
        lines.append(_join(line, filled))
    return lines


def ends_in_hyphen(line: Line) -> bool:
    """Whether the last word goes on on the next line."""
    return bool(line.fragments) and line.fragments[-1].text.endswith(SOFT_HYPHEN)


def balance_lines(content: Inline, style: Style, width: float) -> list[Line]:
    """As few lines as :func:`break_lines` needs, of about the same length: for headings."""
    lines = break_lines(content, style, width, hyphenate=False)
    low, high = width / 2, width
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = break_lines(content, style, middle, hyphenate=False)
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
    ellipsis = Fragment("…", face_now(style.face))
    first = break_lines(content, style, width - advance(ellipsis, style.size), hyphenate=False)[0]
    return _join([*first.fragments, ellipsis], width)


def _words(content: Inline, style: Style) -> Iterator[_Word]:
    """The pieces between which a line may end; a word can run over several styles."""
    pending: list[Fragment] = []
    for run in content:
        face = face_of_run(style.face, run)
        if isinstance(run, NoteMark):
            pending.append(_note_mark(run.number, face))
            continue
        if run.grond:
            shown = shape(f"\u00a0{run.grond}\u00a0", face, None)
            pending += [part._replace(actual=spell_grond(run.grond), bar=True) for part in shown]
            continue
        link = Link(url=run.link, text=run.text) if run.link else None
        # A space before every line break keeps the words apart for who listens.
        for index, text in enumerate(run.text.replace("\n", " \n").split("\n")):
            if index:
                yield _word(pending, style.size, ends_line=True)
                pending = []
            for fragment in shape(text, face, link):
                pieces = [fragment.text] if fragment.actual else _BREAK.split(fragment.text)
                for number, piece in enumerate(pieces):
                    if number:
                        yield _word(pending, style.size)
                        pending = []
                    if piece:
                        pending.append(Fragment(piece, fragment.face, link, fragment.actual))
    if pending:
        yield _word(pending, style.size)


def _note_mark(number: int, face: str) -> Fragment:
    """The number, with a bit of space before it so that it does not become one with a number in the text."""
    space = "\u200a" if "\u200a" in load_fonts()[face] else " "
    return Fragment(f"{space}{number}", face, note=number)


def _word(fragments: list[Fragment], size: float, *, ends_line: bool = False) -> _Word:
    if not fragments:
        return _Word((), 0.0, 0.0, ends_line)
    *before, last = fragments
    width, space = _measure_word(last.text, last.face)
    scale = NOTE_MARK if last.note else size
    width = width * scale + sum(advance(fragment, size) for fragment in before)
    return _Word(tuple(fragments), width, space * scale, ends_line)


@lru_cache(maxsize=20_000)
def _measure_word(text: str, face: str) -> tuple[float, float]:
    """The widths of a word and of the space after it, at a size of 1 point."""
    width = measure(text.rstrip(" "), face)
    return width, measure(text, face) - width


def _hyphenate(word: _Word, size: float, room: float) -> tuple[_Word, _Word] | None:
    """``word`` in two, of which the first with its hyphen fits in ``room``; None when that is not possible."""
    first, *others = word.fragments
    if first.is_whole or (others and others[0].text[0].isalpha()):  # a word in two styles
        return None
    for start, end in split_word(first.text):
        head = first._replace(text=start + SOFT_HYPHEN)
        if advance(head, size) <= room:
            rest = [first._replace(text=end), *others]
            return _word([head], size), _word(rest, size, ends_line=word.ends_line)
    return None


def _cut(word: _Word, size: float, width: float) -> Iterator[_Word]:
    """A word wider than ``width`` in parts that do fit: between syllables when it is an ordinary word."""
    while word.width > width and (parts := _hyphenate(word, size, width)):
        yield parts[0]
        word = parts[1]
    part: list[Fragment] = []
    filled = 0.0
    for fragment in word.fragments:
        start = 0
        pieces = [fragment.text] if fragment.is_whole else fragment.text
        for end, piece in enumerate(pieces):
            step = advance(fragment._replace(text=piece), size)
            if filled + step > width and filled:
                if end > start:
                    part.append(fragment._replace(text=fragment.text[start:end]))
                yield _word(part, size)
                part, filled, start = [], 0.0, end
            filled += step
        part.append(fragment._replace(text=fragment.text[start:]))
    yield _word(part, size, ends_line=word.ends_line)


def _join(fragments: Iterable[Fragment], width: float) -> Line:
    """A line of as few fragments as possible."""
    joined: list[Fragment] = []
    texts: list[str] = []
    for fragment in fragments:
        last = joined[-1] if joined else None
        if (
            last
            and last.face == fragment.face
            and last.link is fragment.link
            and not (last.is_whole or fragment.is_whole)
        ):
            texts.append(fragment.text)
            continue
        if last:
            joined[-1] = last._replace(text="".join(texts))
        joined.append(fragment)
        texts = [fragment.text]
    if joined:
        joined[-1] = joined[-1]._replace(text="".join(texts))
    return Line(tuple(joined), width)


class _Word(NamedTuple):
    """Fragments between which a line does not end; ``space`` is the width of the space after them."""

    fragments: tuple[Fragment, ...]
    width: float
    space: float
    ends_line: bool
