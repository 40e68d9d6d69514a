"""Walks through a template with values: what it becomes, and what keeps it from being filled, in one go."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from regietafel.documents.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Table,
)
from regietafel.documents.sjabloon.lines import MAX_PROBLEMS
from regietafel.documents.sjabloon.markup import Part
from regietafel.documents.sjabloon.nodes import Choice, Directive, ListNode, Loop, Node, Problem, TextNode, texts
from regietafel.documents.sjabloon.waarden import FORMS, Prepared, Value, Values, equals, is_filled, show
from regietafel.i18n import _

MAX_EXPANDED = 20_000  # paragraphs, headings, items and turns after repetition
MAX_CHARACTERS = 4_000_000
KINDS: Mapping[str, type] = {"tabel": Table, "figuur": Figure, "ondertekening": Signatures}


class TooLarge(Exception):
    """The filled document grows beyond what is any letter, or there is more wrong than anyone reads."""


class Walk:
    """Fills ``blocks``, and puts in ``problems`` what is wrong, by line and sentence."""

    def __init__(self, prepared: Prepared) -> None:
        self.blocks: list[Block] = []
        self.problems: dict[tuple[int, str], Problem] = {}
        self._prepared = prepared
        self._left, self._characters = MAX_EXPANDED, MAX_CHARACTERS
        self._annexes = 0
        self._joins = False  # whether a list goes on with the list above it

    def through(self, nodes: Sequence[Node], values: Values) -> None:
        """Fill all nodes."""
        try:
            self._walk(nodes, values, taken=True)
        except TooLarge:
            if len(self.problems) < MAX_PROBLEMS:
                said = _("Ingevuld wordt dit document te groot. Herhaal minder, of maak er meer documenten van.")
                self._report(1, said)

    def _walk(self, nodes: Sequence[Node], values: Values, *, taken: bool) -> None:
        """Not ``taken`` is the branch of a choice that is left out: only unknown names are wrong in it."""
        for node in nodes:
            self._spend(1)
            match node:
                case Choice():
                    self._choose(node, values, taken=taken)
                case Loop():
                    self._repeat(node, values, taken=taken)
                case Directive():
                    self._directive(node, taken=taken)
                case TextNode() | ListNode():
                    self._text(node, values, taken=taken)

    def _text(self, node: TextNode | ListNode, values: Values, *, taken: bool) -> None:
        if not taken:
            for text in texts(node):
                self._inline(text, values, taken=False)
        elif isinstance(node, ListNode):
            self._add(node.build(lambda text: self._inline(text, values)))
        elif node.annex:
            self._annexes += 1
            number = Run(text=_("Bijlage {n}: ").format(n=self._annexes))
            self._add(PageBreak())
            self._add(Heading(content=(number, *self._inline(node, values)), level=node.level))
        else:
            content = self._inline(node, values)
            self._add(Heading(content=content, level=node.level) if node.level else Paragraph(content=content))

    def _choose(self, node: Choice, values: Values, *, taken: bool) -> None:
        holds = self._holds(node, values)
        for branch, wanted in ((node.then, True), (node.otherwise or [], False)):
            self._joins = True
            self._walk(branch, values, taken=taken and holds is wanted)
        self._joins = True

    def _holds(self, node: Choice, values: Values) -> bool | None:
        """Whether what is asked is so; None when that cannot be said, which is then reported."""
        known = node.name in values
        if not known and node.name not in self._prepared:
            self._unknown(node.line, f"[als: {node.name}]", node.name, [*values, *self._prepared])
            return None
        value = values.get(node.name)
        if node.than is None:
            return (is_filled(value) if known else bool(self._prepared[node.name])) is not node.negated
        if not known or isinstance(value, tuple):
            said = _("“{name}” is geen veld; vergelijken kan alleen met een veld.")
            self._report(node.line, said.format(name=node.name))
            return None
        return equals(value, node.than) is not node.negated

    def _repeat(self, node: Loop, values: Values, *, taken: bool) -> None:
        items = values.get(node.name)
        if not isinstance(items, tuple):
            series = [name for name, value in values.items() if isinstance(value, tuple)]
            self._unknown(node.line, f"[voor elk: {node.name}]", node.name, series)
            return
        for item in items if taken else items[:1]:
            self._spend(1)
            self._joins = True
            self._walk(node.body, {**values, **item}, taken=taken)
        self._joins = True

    def _directive(self, node: Directive, *, taken: bool) -> None:
        if not node.kind:
            if taken:
                self._add(PageBreak())
            return
        if node.name not in self._prepared:
            self._unknown(node.line, f"[{node.kind}: {node.name}]", node.name, self._prepared)
            return
        blocks = self._prepared[node.name]
        if node.kind in KINDS and not all(isinstance(block, KINDS[node.kind]) for block in blocks):
            said = _("“{name}” is geen {kind}; schrijf [blok: {name}].").format(kind=node.kind, name=node.name)
            self._report(node.line, said)
        elif taken:
            for block in blocks:
                self._joins = True
                self._add(block)
            self._joins = False

    def _inline(self, text: TextNode, values: Values, *, taken: bool = True) -> Inline:
        self._spend(1)
        return self._runs(text.parts, text, values, taken=taken)

    def _runs(self, parts: Sequence[Part], text: TextNode, values: Values, *, taken: bool) -> Inline:
        runs: list[dict[str, Any]] = []
        for part in parts:
            if part.note:
                self._spend(1)
                note = self._runs(part.note, text, values, taken=taken)
                if runs:
                    runs[-1]["note"] = note
                continue
            said = self._said(part, text, values, taken=taken)
            style = {"bold": part.bold, "italic": part.italic, "link": part.link}
            if runs and not runs[-1]["note"] and runs[-1]["style"] == style:
                runs[-1]["said"].append(said)
            else:
                runs.append({"style": style, "said": [said], "note": ()})
        return tuple(Run(text="".join(run["said"]), note=run["note"], **run["style"]) for run in runs)

    def _said(self, part: Part, text: TextNode, values: Values, *, taken: bool) -> str:
        if not part.field:
            said = part.text
        elif part.field not in values:
            said = _("Het veld ${name} is niet bekend.").format(name=part.field)
            self._report(text.line_of(part.offset), said, hint=lambda: _suggest(part.field, values, "$"))
            return ""
        else:
            value = values[part.field]
            if problem := _field_problem(part, value):
                self._report(text.line_of(part.offset), problem)
                return ""
            if not is_filled(value) and not isinstance(value, int):
                if taken:
                    said = _("Het veld ${name} is niet ingevuld.").format(name=part.field)
                    self._report(text.line_of(part.offset), said, leeg=True)
                return ""
            said = show(value, part.form)
        self._characters -= len(said)
        if self._characters < 0:
            raise TooLarge
        return said

    def _add(self, block: Block) -> None:
        above = self.blocks[-1] if self._joins and self.blocks else None
        if isinstance(above, ListBlock) and isinstance(block, ListBlock) and above.ordered == block.ordered:
            self.blocks[-1] = ListBlock(items=above.items + block.items, ordered=above.ordered)
        else:
            self.blocks.append(block)
        self._joins = False

    def _spend(self, n: int) -> None:
        self._left -= n
        if self._left < 0:
            raise TooLarge

    def _unknown(self, line: int, said: str, name: str, known: Iterable[str]) -> None:
        self._report(line, _("{text} is niet bekend.").format(text=said), hint=lambda: _suggest(name, known))

    def _report(self, line: int, melding: str, *, leeg: bool = False, hint: Callable[[], str] = str) -> None:
        """Once for a line, however often it is filled; ``hint`` ends the sentence."""
        if (line, melding) in self.problems:
            return
        if len(self.problems) >= MAX_PROBLEMS:
            raise TooLarge
        self.problems[line, melding] = Problem(regel=line, melding=melding + hint(), leeg=leeg)


def _field_problem(part: Part, value: Value) -> str:
    name, form = part.field, part.form
    if isinstance(value, tuple):
        return _("${name} is een reeks; schrijf [voor elk: {name}] op een eigen regel.").format(name=name)
    if form and form not in FORMS:
        return _("De vorm “{form}” is niet bekend; kies uit {known}.").format(form=form, known=", ".join(FORMS))
    if form and value is not None and not isinstance(value, FORMS[form][0]):
        return _("Het veld ${name} kan niet in de vorm “{form}”.").format(name=name, form=form)
    return ""


def _suggest(name: str, known: Iterable[str], sign: str = "") -> str:
    nearest = difflib.get_close_matches(name.lower(), list(known), n=1)
    return " " + _("Bedoelt u {name}?").format(name=sign + nearest[0]) if nearest else ""
