"""Two texts that began as one: what differs, and the changes of both in one text, line by line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from regietafel.i18n import _

OWN = _("%% Let op: u én de nieuwe standaard wijzigden wat hier staat. Uw tekst blijft staan.")
NEW = _("%% De nieuwe standaard zegt hier:")
GONE = _("%% De nieuwe standaard laat dit weg.")
END = _("%% Neem over wat u wilt en haal daarna deze regels met %% weg.")
_QUOTED = "%% | "


class Verschilregel(NamedTuple):
    """A line of two texts beside each other; the number of the line from 1, None where the line is not in that text."""

    soort: str  # "gelijk", "erbij" (only in the own text) or "weg" (only in the standard)
    eigen_regel: int | None
    standaard_regel: int | None
    tekst: str


class Samenvoeging(NamedTuple):
    """The changes of both in one text.

    ``conflicten`` are the lines, from 1, where both changed the same, ``overgenomen`` those where a change of the
    standard alone begins; of what it left out that is the line that comes now.
    """

    tekst: str
    conflicten: tuple[int, ...]
    overgenomen: tuple[int, ...]


def split_lines(source: str) -> list[str]:
    """The lines of a text from any system."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def compare(standaard: str, eigen: str) -> tuple[Verschilregel, ...]:
    """Both texts, line by line."""
    old, own = split_lines(standaard), split_lines(eigen)
    said: list[Verschilregel] = []
    at_old = at_own = 0
    for a, b, size in _matches(old, own):
        said += [Verschilregel("weg", None, number + 1, old[number]) for number in range(at_old, a)]
        said += [Verschilregel("erbij", number + 1, None, own[number]) for number in range(at_own, b)]
        said += [Verschilregel("gelijk", b + n + 1, a + n + 1, old[a + n]) for n in range(size)]
        at_old, at_own = a + size, b + size
    return tuple(said)


def merge3(basis: str, eigen: str, nieuw: str) -> Samenvoeging:
    """What ``eigen`` and ``nieuw`` each changed in ``basis``.

    Where both changed the same, the own text stays and the other stands above it in lines that are not printed: the
    outcome says nowhere two things at once.
    """
    merged: list[str] = []
    conflicts, taken = [], []
    for base, own, new in _hunks(split_lines(basis), split_lines(eigen), split_lines(nieuw)):
        if new in (base, own):
            merged += own
        elif own == base:
            taken.append(len(merged) + 1)
            merged += new
        else:
            conflicts.append(len(merged) + 1)
            merged += [OWN, *([NEW, *(_QUOTED + line for line in new)] if new else [GONE]), END, *own]
    return Samenvoeging("\n".join(merged), tuple(conflicts), tuple(taken))


def _hunks(base: list[str], own: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """The three texts in pieces: where all three agree, and between those where they may not."""
    at = (0, 0, 0)
    in_new = _matches(base, new)
    for base_1, own_1, size_1 in _matches(base, own):
        for base_2, new_2, size_2 in in_new:
            start, end = max(base_1, base_2), min(base_1 + size_1, base_2 + size_2)
            if start >= end:
                continue
            found = (start, own_1 + start - base_1, new_2 + start - base_2)
            yield base[at[0] : found[0]], own[at[1] : found[1]], new[at[2] : found[2]]
            same = base[start:end]
            yield same, same, same
            at = (end, found[1] + end - start, found[2] + end - start)
    yield base[at[0] :], own[at[1] :], new[at[2] :]


def _matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where ``a`` and ``b`` agree: place in both and length, in order; the last is their end, of length 0.

    What both begin and end with is found first: difflib passes over lines that a long text has often.
    """
    most, head, tail = min(len(a), len(b)), 0, 0
    while head < most and a[head] == b[head]:
        head += 1
    while tail < most - head and a[len(a) - 1 - tail] == b[len(b) - 1 - tail]:
        tail += 1
    inside = difflib.SequenceMatcher(None, a[head : len(a) - tail], b[head : len(b) - tail]).get_matching_blocks()
    found = [(0, 0, head), *((x + head, y + head, size) for x, y, size in inside if size)]
    return [*found, (len(a) - tail, len(b) - tail, tail), (len(a), len(b), 0)]
