"""The lines of a template: which are headings, paragraphs, lists and directives, and what is wrong with them."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regietafel.documents.blocks import Inline, ListBlock, ListItem
from regietafel.documents.sjabloon.markup import Part, read_inline
from regietafel.i18n import _

MAX_LINE = 5_000
MAX_DEPTH = 3
DIRECTIVES = ("tabel", "figuur", "ondertekening", "blok")

_HEADING = re.compile(r"(#+)\s+(.*)")
_ITEM = re.compile(r"( *)(?:-|(\d{1,3})\.)\s+(.*)")
_DIRECTIVE = re.compile(r"\[\s*([^\[\]:]*?)\s*(?::\s*([^\[\]:]*?)\s*)?\]")

Lines = list[tuple[int, str]]  # (line number from 1, text)


def read_lines(source: str) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """What the lines say, and what is wrong with them."""
    reader = _Reader()
    for number, line in enumerate(source.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        reader.read(number, line.rstrip())
    reader.end_paragraph()
    return tuple(reader.nodes), tuple(reader.problems)


def nested(node: TextNode | ListNode) -> Iterator[TextNode]:
    """Every text in a node, in reading order."""
    if isinstance(node, TextNode):
        yield node
        return
    for item in node.items:
        yield item.text
        for sublist in item.sublists:
            yield from nested(sublist)


def _text_node(lines: Lines, problems: list[Problem], level: int = 0) -> TextNode:
    """The lines as one running text that still knows which line it came from."""
    starts, joined = [], ""
    for _number, line in lines:
        joined += " " if joined else ""
        starts.append(len(joined))
        joined += line
    numbers = [number for number, _line in lines]

    def line_of(offset: int) -> int:
        return numbers[bisect.bisect_right(starts, offset) - 1]

    def report(offset: int, melding: str) -> None:
        problems.append(Problem(regel=line_of(offset), melding=melding))

    return TextNode(parts=read_inline(joined, report), line_of=line_of, level=level)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something wrong in a template: the line, counted from 1, and a Dutch sentence."""

    regel: int
    melding: str


@dataclass(frozen=True, kw_only=True)
class TextNode:
    """A paragraph, a heading (``level`` 1–3) or the text of an item."""

    parts: tuple[Part, ...]
    line_of: Callable[[int], int]  # the line number on which an offset in the text lies
    level: int = 0


@dataclass(kw_only=True)
class ItemNode:
    """One item, with the lists under it."""

    text: TextNode
    sublists: list[ListNode]


@dataclass(kw_only=True)
class ListNode:
    """A list; ``ordered`` when its items have numbers."""

    items: list[ItemNode]
    ordered: bool

    def build(self, inline: Callable[[TextNode], Inline]) -> ListBlock:
        """The block, with ``inline`` to fill the text of every item."""
        return ListBlock(
            ordered=self.ordered,
            items=tuple(
                ListItem(
                    content=inline(item.text),
                    sublist=item.sublists[0].build(inline) if item.sublists else None,
                )
                for item in self.items
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Directive:
    """``[kind: name]``; without a kind it is ``[nieuwe pagina]``."""

    line: int
    kind: str = ""
    name: str = ""


Node = TextNode | ListNode | Directive


class _Reader:
    """Reads line after line; a paragraph is open as long as ``pending`` holds lines."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.problems: list[Problem] = []
        self.pending: Lines = []
        self.open_lists: list[ListNode] = []  # from the outermost list to the one being filled
        self.last_level = 0

    def read(self, number: int, line: str) -> None:
        if line.startswith("%%"):
            return
        if len(line) > MAX_LINE:
            self._complain(number, _("Deze regel is te lang; begin een nieuwe regel."))
        elif any(unicodedata.category(c) == "Cc" and c != "\t" for c in line):
            self._complain(number, _("Op deze regel staat een onzichtbaar stuurteken; typ de regel opnieuw."))
        elif not line.strip():
            self.end_paragraph()
        elif heading := _HEADING.fullmatch(line):
            self._heading(number, len(heading[1]), heading[2])
        elif item := _ITEM.fullmatch(line):
            self._item(number, item)
        elif directive := _DIRECTIVE.fullmatch(line.strip()):
            self._directive(number, directive)
        elif self.open_lists and not line.startswith(" "):
            self.end_paragraph()
            self.pending.append((number, line))
        else:
            self.pending.append((number, line.strip()))

    def end_paragraph(self) -> None:
        """Close the paragraph or the item that is being read, and the list it belongs to."""
        if self.open_lists:
            self._end_item()
            self.open_lists = []
        elif self.pending:
            self.nodes.append(_text_node(self.pending, self.problems))
        self.pending = []

    def _heading(self, number: int, level: int, text: str) -> None:
        self.end_paragraph()
        if level > self.last_level + 1:
            wanted = "#" * (self.last_level + 1)
            self._complain(number, _("Deze kop slaat een niveau over; schrijf {wanted}.").format(wanted=wanted))
            level = self.last_level + 1
        self.last_level = level = min(level, 3)
        self.nodes.append(_text_node([(number, text)], self.problems, level))

    def _item(self, number: int, match: re.Match[str]) -> None:
        depth, ordered = len(match[1]) // 2, match[2] is not None
        if self.open_lists:
            self._end_item()
        else:
            self.end_paragraph()
        if depth > min(len(self.open_lists), MAX_DEPTH - 1):
            self._complain(number, _("Dit punt springt te ver in: twee spaties per niveau, hooguit drie niveaus."))
            depth = min(depth, len(self.open_lists), MAX_DEPTH - 1)
        del self.open_lists[depth + 1 :]
        if len(self.open_lists) == depth + 1 and self.open_lists[depth].ordered != ordered:
            if depth:
                self._complain(number, _("Onder één punt staan cijfers en streepjes door elkaar; kies een van beide."))
            else:
                self.open_lists = []
        if len(self.open_lists) == depth:
            self._open_list(ordered)
        self.pending = [(number, match[3])]

    def _open_list(self, ordered: bool) -> None:
        new = ListNode(items=[], ordered=ordered)
        if self.open_lists:
            self.open_lists[-1].items[-1].sublists.append(new)
        else:
            self.nodes.append(new)
        self.open_lists.append(new)

    def _end_item(self) -> None:
        if self.pending:
            self.open_lists[-1].items.append(ItemNode(text=_text_node(self.pending, self.problems), sublists=[]))
            self.pending = []

    def _directive(self, number: int, match: re.Match[str]) -> None:
        self.end_paragraph()
        word, name = match[1].lower(), match[2]
        if word == "nieuwe pagina" and name is None:
            self.nodes.append(Directive(line=number))
        elif word in DIRECTIVES and name:
            self.nodes.append(Directive(line=number, kind=word, name=name))
        else:
            known = _("[tabel: naam], [figuur: naam], [ondertekening: naam], [blok: naam] of [nieuwe pagina]")
            self._complain(number, _("{text} is niet bekend; kies {known}.").format(text=match[0], known=known))

    def _complain(self, number: int, melding: str) -> None:
        self.problems.append(Problem(regel=number, melding=melding))
