"""The lines of a template: which are headings, paragraphs, lists and directives, and what is wrong with them."""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass

from regietafel.documents.sjabloon.markup import read_inline
from regietafel.documents.sjabloon.nodes import (
    Choice,
    Directive,
    ItemNode,
    ListNode,
    Loop,
    Node,
    Problem,
    TextNode,
)
from regietafel.documents.sjabloon.samenvoegen import split_lines
from regietafel.i18n import _

MAX_BYTES = 200_000
MAX_LINES = 5_000
MAX_LINE = 5_000
MAX_NODES = 2_000
MAX_LEVEL = 3  # of headings
MAX_DEPTH = 3  # of lists
MAX_NESTING = 5  # of choices and repetitions
MAX_PROBLEMS = 100  # more are not looked for
DIRECTIVES = ("tabel", "figuur", "ondertekening", "blok")

_HEADING = re.compile(r"(#+)\s+(.*)")
_ITEM = re.compile(r"( *)(?:-|(\d{1,3})\.)\s+(.*)")
_DIRECTIVE = re.compile(r"\[(?!\^)([^\[\]:]*)(?::([^\[\]]*))?\]")
_CONDITION = re.compile(r"(niet\s+)?\$?([A-Za-z_]\w*)(?:\s*(=|≠|<>)\s*(.+))?", re.ASCII | re.IGNORECASE)
_NAME = re.compile(r"\$?([A-Za-z_]\w*)", re.ASCII)

Lines = list[tuple[int, str]]  # (line number from 1, text)


def read_lines(source: str) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """What the lines say, and what is wrong with them."""
    reader = _Reader()
    lines = split_lines(source)
    if len(source) > MAX_BYTES or len(source.encode(errors="replace")) > MAX_BYTES:
        return (), (Problem(regel=1, melding=_("Deze tekst is te groot: hooguit 200 kB.")),)
    for number, line in enumerate(lines[:MAX_LINES], start=1):
        reader.read(number, line.rstrip())
    if len(lines) > MAX_LINES:
        reader.stop(MAX_LINES + 1, _("Deze tekst heeft te veel regels: hooguit 5.000."))
    reader.close()
    return tuple(reader.nodes), tuple(reader.problems)


def _text_node(lines: Lines, problems: list[Problem], level: int = 0, *, annex: bool = False) -> TextNode:
    """The lines as one running text that still knows which line it came from."""
    starts, length = [], 0
    for _number, line in lines:
        starts.append(length)
        length += len(line) + 1
    joined = " ".join(line for _number, line in lines)
    numbers = [number for number, _line in lines]

    def line_of(offset: int) -> int:
        return numbers[bisect.bisect_right(starts, offset) - 1]

    def report(offset: int, melding: str) -> None:
        problems.append(Problem(regel=line_of(offset), melding=melding))

    return TextNode(parts=read_inline(joined, report), line_of=line_of, level=level, annex=annex)


@dataclass(kw_only=True)
class _Open:
    """A choice or a repetition of which the end is still to come, and how deep the heading before it is."""

    node: Choice | Loop
    said: str
    level: int
    level_after: int | None = None  # where its first branch ended


class _Reader:
    """Reads line after line; a paragraph is open as long as ``pending`` holds lines."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.left = MAX_NODES
        self.stopped = False
        self.pending: Lines = []
        self.open_lists: list[ListNode] = []  # from the outermost list to the one being filled
        self.last_level = 0

    def read(self, number: int, line: str) -> None:
        if self.stopped:
            return
        if any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\t" for c in line):
            self._complain(number, _("Op deze regel staat een onzichtbaar stuurteken; typ de regel opnieuw."))
        elif line.startswith("%%"):
            return
        elif len(line) > MAX_LINE:
            self._complain(number, _("Deze regel is te lang; begin een nieuwe regel."))
        elif not line.strip():
            self.end_paragraph()
        elif self.left == 0:
            self.stop(number, _("Deze tekst heeft te veel onderdelen: hooguit 2.000 alinea's, koppen en punten."))
        elif heading := _HEADING.fullmatch(line):
            self._heading(number, len(heading[1]), heading[2])
        elif item := _ITEM.fullmatch(line):
            self._item(number, item)
        elif directive := _DIRECTIVE.fullmatch(line.strip()):
            self.end_paragraph()
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
            self._add(_text_node(self.pending, self.problems))
        self.pending = []

    def close(self) -> None:
        """Nothing follows any more."""
        self.end_paragraph()
        for each in [] if self.stopped else self.open:
            self._complain(each.node.line, _("{text} houdt niet op; schrijf [einde] op een eigen regel.").format(
                text=each.said
            ))  # fmt: skip

    def stop(self, number: int, melding: str) -> None:
        """Read no further."""
        if not self.stopped:
            self.problems.append(Problem(regel=number, melding=melding))
            self.stopped = True

    def _add(self, node: Node) -> None:
        """Where what is read now belongs; what is nested too deep belongs nowhere."""
        self.left = max(self.left - 1, 0)
        (self.open[-1].node.body if self.open else self.nodes).append(node)

    def _heading(self, number: int, level: int, text: str) -> None:
        self.end_paragraph()
        if level > MAX_LEVEL:
            self._complain(number, _("Deze kop is te diep: hooguit ###."))
            level = min(MAX_LEVEL, self.last_level + 1)
        elif level > self.last_level + 1:
            wanted = "#" * (self.last_level + 1)
            self._complain(number, _("Deze kop slaat een niveau over; schrijf {wanted}.").format(wanted=wanted))
            level = self.last_level + 1
        self.last_level = level
        self._add(_text_node([(number, text)], self.problems, level))

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
            self.open_lists[-1].items[-1].sublist = new
        else:
            self._add(new)
        self.open_lists.append(new)

    def _end_item(self) -> None:
        if self.pending:
            self.left = max(self.left - 1, 0)
            self.open_lists[-1].items.append(ItemNode(text=_text_node(self.pending, self.problems)))
            self.pending = []

    def _directive(self, number: int, match: re.Match[str]) -> None:
        word, name = " ".join(match[1].lower().split()), match[2] and match[2].strip()
        if word == "nieuwe pagina" and name is None:
            self._add(Directive(line=number))
        elif word in DIRECTIVES and name:
            self._add(Directive(line=number, kind=word, name=name))
        elif word == "bijlage" and name:
            self.last_level = 2
            self._add(_text_node([(number, name)], self.problems, self.last_level, annex=True))
        elif word == "als" and name and (condition := _CONDITION.fullmatch(name)):
            negated = bool(condition[1]) != (condition[3] in {"≠", "<>"})
            than = condition[4].strip('"“”') if condition[4] else None
            self._begin(match[0], Choice(line=number, name=condition[2], negated=negated, than=than))
        elif word == "voor elk" and name and (named := _NAME.fullmatch(name)):
            self._begin(match[0], Loop(line=number, name=named[1]))
        elif word == "anders" and name is None:
            self._otherwise(number)
        elif word == "einde" and name is None:
            self._end(number)
        elif word in {"als", "voor elk"}:
            said = _(
                "{text} kan niet; schrijf [als: naam], [als: niet naam], [als: naam = waarde] of [voor elk: naam]."
            )
            self._complain(number, said.format(text=match[0]))
            node = Choice(line=number, name="") if word == "als" else Loop(line=number, name="")
            self.open.append(_Open(node=node, said=match[0], level=self.last_level))  # what is in it belongs nowhere
        else:
            known = _("[tabel: naam], [figuur: naam], [ondertekening: naam], [blok: naam], [als: naam], [anders],"
                      " [voor elk: naam], [einde], [bijlage: titel] of [nieuwe pagina]")  # fmt: skip
            self._complain(number, _("{text} is niet bekend; kies {known}.").format(text=match[0], known=known))

    def _begin(self, said: str, node: Choice | Loop) -> None:
        if len(self.open) < MAX_NESTING:
            self._add(node)
        else:
            self._complain(node.line, _("{text} staat te diep: hooguit vijf in elkaar.").format(text=said))
        self.open.append(_Open(node=node, said=said, level=self.last_level))

    def _otherwise(self, number: int) -> None:
        each = self.open[-1] if self.open else None
        if each is None:
            self._complain(number, _("[anders] hoort bij [als: …], en hier is er geen begonnen."))
        elif isinstance(each.node, Loop):
            said = _("[anders] hoort bij [als: …]; {text} van regel {n} is hier nog niet opgehouden.")
            self._complain(number, said.format(text=each.said, n=each.node.line))
        elif each.node.otherwise is not None:
            said = _("{text} van regel {n} heeft al [anders].")
            self._complain(number, said.format(text=each.said, n=each.node.line))
        else:
            each.node.otherwise, each.level_after, self.last_level = [], self.last_level, each.level

    def _end(self, number: int) -> None:
        if not self.open:
            self._complain(number, _("[einde] is er te veel: hier is geen [als: …] of [voor elk: …] begonnen."))
            return
        ended = self.open.pop()
        self.last_level = min(self.last_level, ended.level if ended.level_after is None else ended.level_after)

    def _complain(self, number: int, melding: str) -> None:
        self.problems.append(Problem(regel=number, melding=melding))
        if len(self.problems) >= MAX_PROBLEMS:
            self.stopped = True
