"""Footnotes: numbered through the document, set small, ready for the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable

from regietafel.documents.blocks import Inline, Run, Said, text
from regietafel.documents.pdf.lines import NoteMark, break_lines
from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.tags import Element
from regietafel.documents.pdf.type import GREY, Line, Style, face_now, measure

NOTE = Style(size=9, leading=12)

_INDENT = 14.0  # of the text beside the number
_BETWEEN = 2.0
_RULE_HEIGHT = 16.0  # with the space around it
_RULE_WIDTH = 120.0
_WHOLE = 6  # lines: a footnote with no more is not parted


class Notes:
    """The footnotes of one document, between ``left`` and ``left + width`` on the paper."""

    def __init__(self, left: float, width: float) -> None:
        self._left, self._width = left, width
        self._lines: dict[int, list[Strip[Pen]]] = {}
        self._waiting: list[Element] = []
        self._last = 0
        self._begin, self._go_on = self._rule(_RULE_WIDTH), self._rule(width)

    def number(self, said: Said) -> Inline:
        """``said`` with the numbers of its footnotes in it; call it once for each text, in reading order."""
        content = text(said)
        if not any(run.note for run in content):
            return content
        numbered: list[Run] = []
        for run in content:
            if not run.note:
                numbered.append(run)
                continue
            self._last += 1
            words = run.text.rstrip()
            space = Run(text=run.text[len(words) :])
            numbered += [
                Run(text=words, bold=run.bold, italic=run.italic, link=run.link),
                NoteMark(text="", number=self._last),
                space,
            ]
            self._set(self._last, run.note)
        return tuple(numbered)

    def of(self, lines: Iterable[Line]) -> list[list[Strip[Pen]]]:
        """The footnotes to which the lines refer, as strips."""
        return [self._lines[number] for number in sorted(number for line in lines for number in line.notes)]

    def place_under(self, parent: Element) -> None:
        """Let the footnotes since the last time be read next."""
        parent.kids += self._waiting
        self._waiting.clear()

    def _set(self, number: int, said: Inline) -> None:
        element = Element(tag="Note", name=f"noot-{number}")
        self._waiting.append(element)
        label, owner = element.add("Lbl"), element.add("P")
        indent = max(_INDENT, measure(f"{number} ", face_now(NOTE.face)) * NOTE.size + 2)
        content = self.number(said)  # a footnote may have one itself, which stands under it
        lines = break_lines(content, NOTE, self._width - indent) or [Line((), 0.0)]
        strips = [self._strip(owner, line, self._left + indent) for line in lines]
        strips[0].draw_first(
            lambda pen, top: pen.write_note_number(label, self._left, top + NOTE.baseline, number, NOTE)
        )
        strips[0].before = _BETWEEN
        strips[0].header = self._begin
        for strip in strips[:-1] if len(strips) <= _WHOLE else (strips[0], strips[-2]):
            strip.with_next = True
        self._lines[number] = strips + [strip for note in self.of(lines) for strip in note]

    def _strip(self, owner: Element, line: Line, left: float) -> Strip[Pen]:
        def draw(pen: Pen, top: float) -> None:
            pen.write(owner, left, top + NOTE.baseline, line.fragments, NOTE)

        return Strip(height=NOTE.leading, draw=draw, header=self._go_on)

    def _rule(self, width: float) -> Strip[Pen]:
        """The line above the footnotes: over the whole width when one goes on from the page before."""

        def draw(pen: Pen, top: float) -> None:
            pen.rule(self._left, top + 0.7 * _RULE_HEIGHT, width, colour=GREY)

        return Strip(height=_RULE_HEIGHT, draw=draw)
