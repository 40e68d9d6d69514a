"""What the lines of a template say, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from regietafel.documents.blocks import Inline, ListBlock, ListItem
from regietafel.documents.sjabloon.markup import Part


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something wrong in a template: the line, counted from 1, and a Dutch sentence.

    ``leeg`` when the template itself is right, and only the field it names is not filled in at present.
    """

    regel: int
    melding: str
    leeg: bool = False


@dataclass(frozen=True, kw_only=True)
class TextNode:
    """A paragraph, a heading (``level`` 1–3), the title of an annex or the text of an item."""

    parts: tuple[Part, ...]
    line_of: Callable[[int], int]  # the line number on which an offset in the text lies
    level: int = 0
    annex: bool = False


@dataclass(kw_only=True)
class ItemNode:
    """One item, with perhaps a list under it."""

    text: TextNode
    sublist: ListNode | None = None


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
                    sublist=item.sublist.build(inline) if item.sublist else None,
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


@dataclass(kw_only=True)
class Choice:
    """``[als: …] … [anders] … [einde]``; ``than`` is what is compared with, None when it only must be filled."""

    line: int
    name: str
    negated: bool = False
    than: str | None = None
    then: list[Node] = field(default_factory=list)
    otherwise: list[Node] | None = None

    @property
    def body(self) -> list[Node]:
        """Where what is read now belongs."""
        return self.then if self.otherwise is None else self.otherwise


@dataclass(kw_only=True)
class Loop:
    """``[voor elk: naam] … [einde]``."""

    line: int
    name: str
    body: list[Node] = field(default_factory=list)


Node = TextNode | ListNode | Directive | Choice | Loop


def all_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, also in what is chosen or repeated."""
    for node in nodes:
        yield node
        if isinstance(node, Choice):
            yield from all_nodes([*node.then, *(node.otherwise or [])])
        elif isinstance(node, Loop):
            yield from all_nodes(node.body)


def texts(node: Node) -> Iterator[TextNode]:
    """Every text in a paragraph, a heading or a list, in reading order."""
    if isinstance(node, TextNode):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield item.text
            if item.sublist:
                yield from texts(item.sublist)
