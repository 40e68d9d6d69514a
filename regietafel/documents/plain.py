"""Blocks as plain text, a line each: to compare what a document says with what it said before, and to mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Inline, ListBlock, Said, Table, plain_text


def as_text(content: Iterable[Block]) -> str:
    """What the blocks say, in reading order; a blank line parts them."""
    return "\n\n".join("\n".join(lines) for block in content if (lines := [*_lines(block)]))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case blocks.Heading() | blocks.Paragraph() | blocks.Remark():
            yield from _said(block.content)
        case blocks.ListBlock():
            yield from _list(block)
        case blocks.Table():
            yield from _table(block)
        case blocks.Figure(figuur=figuur):
            yield from (figuur.titel, figuur.zin)
        case blocks.Picture(alternatief=alternatief, bijschrift=bijschrift):
            yield from (alternatief, bijschrift)
        case blocks.LetterHead(sender=sender, lines=lines):
            yield from _all([sender, *lines])
        case blocks.AddressBlock(lines=lines):
            yield from _all(lines)
        case blocks.Reference(pairs=pairs):
            for label, value in pairs:
                yield f"{label}: {plain_text(value)}"
        case blocks.Signatures(opening=opening, signatories=signatories):
            yield from _all([opening, *(said for each in signatories for said in (each.role, each.name))])


def _all(lines: Iterable[Said]) -> Iterator[str]:
    return (said for line in lines if (said := plain_text(line)))


def _said(content: Inline) -> Iterator[str]:
    yield plain_text(content)
    for run in content:
        if run.note:
            yield f"({plain_text(run.note)})"


def _list(block: ListBlock, depth: int = 0) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.ordered else "-"
        first, *notes = _said(item.content)
        yield f"{'  ' * depth}{mark} {first}"
        yield from notes
        if item.sublist:
            yield from _list(item.sublist, depth + 1)


def _table(block: Table) -> Iterator[str]:
    yield " | ".join(column.header for column in block.columns)
    for row in (*block.rows, *([block.total] if block.total else [])):
        yield " | ".join(map(plain_text, row))
