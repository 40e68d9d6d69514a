"""Columns that share the width of the paper, so that tables under each other line up."""

from __future__ import annotations

from collections.abc import Sequence


def share_width(parts: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """``room`` by these ``parts``; a column that needs more takes it from the one that has most to spare.

    Empty when a column has no part, or when there is too little to spare.
    """
    if not all(parts):
        return []
    sizes = [max(room * part / sum(parts), low) for part, low in zip(parts, least, strict=True)]
    spare = [size - low for size, low in zip(sizes, least, strict=True)]
    over = sum(sizes) - room
    richest = spare.index(max(spare))
    sizes[richest] -= over
    return sizes if over <= spare[richest] else []
