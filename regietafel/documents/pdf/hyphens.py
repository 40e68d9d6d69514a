"""Where a Dutch word may be broken at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

# An ordinary word, in lower case and without a digit, with the signs around it: no name, address, link or code.
_ORDINARY = re.compile(r"([(\[“‘'\"«]*)([a-zà-öø-ÿ]{6,})([.,;:!?)\]”’'\"»…]* *)")
_LEAST_LEFT, _LEAST_RIGHT = 2, 3  # letters


def split_word(text: str) -> Iterator[tuple[str, str]]:
    """The ways to part a word with the signs around it, the longest beginning first; none when it stays whole."""
    if word := _ORDINARY.fullmatch(text):
        start = word.start(2)
        for place in _places(word[2]):
            yield text[: start + place], text[start + place :]


@lru_cache(maxsize=20_000)
def _places(word: str) -> tuple[int, ...]:
    """How many letters come before each hyphen, last one first."""
    found = _dictionary().positions(word)
    # A break that changes the spelling is left out: a trema disappears at it (re-eel).
    return tuple(int(place) for place in reversed(found) if place.data is None and word[place] not in "äëïöü")


@cache
def _dictionary() -> Pyphen:
    from pyphen import Pyphen  # reads a file of 200 kB

    return Pyphen(lang="nl_NL", left=_LEAST_LEFT, right=_LEAST_RIGHT)
