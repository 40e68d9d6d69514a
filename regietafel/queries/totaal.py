"""The total of a column in which numbers can be unknown: one way of adding up for every list."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

N = TypeVar("N", int, Decimal)
T = TypeVar("T")


def sum_known(values: Iterable[N | None]) -> N | None:
    """Of those that are known; None when none is."""
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if known else None


def sum_all(values: Iterable[N | None]) -> N | None:
    """None as soon as one is unknown: a saldo of some would read as that of all."""
    found = list(values)
    return None if None in found else sum_known(found)


def shared(values: Iterable[T | None]) -> T | None:
    """What all have in common."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
