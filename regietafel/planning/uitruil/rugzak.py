"""Knapsacks by exact sum, in integers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

NEVER = -(10**15)  # the value of a sum that cannot be made


def knapsack(items: Sequence[tuple[int, int]], top: int) -> list[list[int]]:
    """After each item: the best value for every exact sum up to ``top``."""
    layers = [[0] + [NEVER] * top]
    for weight, value in items:
        last = layers[-1]
        moved = [NEVER] * min(weight, top + 1) + [each + value for each in last[: max(0, top + 1 - weight)]]
        layers.append(list(map(max, last, moved)))
    return layers


def chosen(layers: Sequence[Sequence[int]], weights: Sequence[int], total: int) -> Iterator[int]:
    """The items that make the best value for a sum, by place."""
    for k in range(len(weights) - 1, -1, -1):
        if layers[k + 1][total] != layers[k][total]:
            yield k
            total -= weights[k]


def best_from(values: Sequence[int], width: int, top: int) -> Iterator[int]:
    """For every sum up to ``top`` the best place from there up to ``width`` further: a sliding maximum."""
    window: list[int] = []
    head, fed = 0, 0
    for begin in range(top + 1):
        while fed < len(values) and fed <= begin + width:
            while len(window) > head and values[window[-1]] <= values[fed]:
                window.pop()
            window.append(fed)
            fed += 1
        while head < len(window) and window[head] < begin:
            head += 1
        if head == len(window):
            return  # nobody can give so much
        yield window[head]
