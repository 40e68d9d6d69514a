"""Another order for the points of an agenda: one up or down, a level in or out, or put before another.

An order is the ids of the points as they are read, each with that of the point it is a subpoint of. A point moves with
its subpoints.
"""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.ordered_table import DOWN, IN, OUT, UP

Order = Sequence[tuple[int, int | None]]
_Block = list[int]  # a point and its subpoints


def step(order: Order, id: int, way: str) -> Order | None:
    """The order after one step up, down, in or out; None when there is no such step."""
    blocks, at, sub = _found(order, id)
    block, by = blocks[at], {UP: -1, DOWN: 1}.get(way)
    to = at + (by or 0)
    if by and not sub:
        if not 0 <= to < len(blocks):
            return None
        blocks[at], blocks[to] = blocks[to], block
    elif by and 0 < sub + by < len(block):
        block[sub], block[sub + by] = block[sub + by], block[sub]
    elif by:  # to the point before it, as its last, or the one after it, as its first
        if not 0 <= to < len(blocks):
            return None
        block.remove(id)
        blocks[to].insert(1 if way == DOWN else len(blocks[to]), id)
    elif way == IN and not sub and at and len(block) == 1:
        blocks[at - 1].append(id)
        del blocks[at]
    elif way == OUT and sub:
        block.remove(id)
        blocks.insert(at + 1, [id])
    else:
        return None
    return _flat(blocks)


def place(order: Order, id: int, before: int | None) -> Order | None:
    """The order with a point before another one, or at the end; None when that is where it is.

    A point without subpoints that is put among those of another becomes one of them.
    """
    blocks, at, sub = _found(order, id)
    moved = [id] if sub else blocks[at]
    if before in moved:
        return None
    if sub:
        blocks[at].remove(id)
    else:
        del blocks[at]
    if before is None:
        to, place_in = len(blocks), 0
    else:
        to, place_in = next((n, block.index(before)) for n, block in enumerate(blocks) if before in block)
    if place_in and len(moved) == 1:
        blocks[to].insert(place_in, id)
    elif place_in:
        blocks.insert(to + 1, moved)
    elif sub and to:
        blocks[to - 1].append(id)
    else:
        blocks.insert(to, moved)
    made = _flat(blocks)
    return None if made == list(order) else made


def _found(order: Order, id: int) -> tuple[list[_Block], int, int]:
    """The points with their subpoints, in which of them that one is, and where (0: it is the point itself)."""
    blocks: list[_Block] = []
    for each, head in order:
        if head is None:
            blocks.append([each])
        else:
            next(block for block in blocks if block[0] == head).append(each)
    at = next(n for n, block in enumerate(blocks) if id in block)
    return blocks, at, blocks[at].index(id)


def _flat(blocks: Sequence[_Block]) -> list[tuple[int, int | None]]:
    return [(each, None if each == block[0] else block[0]) for block in blocks for each in block]
