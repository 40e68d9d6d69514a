"""The files of a house style: judged when the user chooses them, and again when a letter is made with them.

A region's file can come by mail, with a logo, a font or a Word file in it that nobody chose here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from regietafel.documents.beeldmerk import check_logo, read_logo
from regietafel.documents.lettertype import read_letter


def take_in(name: str, content: bytes) -> bytes:
    """What is kept of a file the user chose as ``logo``, ``gewoon``, ``vet``, ``cursief`` or ``word``.

    Raises RegietafelError with a sentence for what cannot be used.
    """
    return read_logo(content) if name == "logo" else judged(name, content)


@lru_cache(maxsize=64)
def judged(name: str, content: bytes) -> bytes:
    """A file that was kept, when it can be used as that. Raises RegietafelError as :func:`take_in` does."""
    _JUDGES[name](content)
    return content


def _word(content: bytes) -> None:
    from regietafel.documents.word.checking import check_huisstijl_docx

    check_huisstijl_docx(content)


_JUDGES: Mapping[str, Callable[[bytes], object]] = {
    "logo": check_logo,
    "gewoon": read_letter,
    "vet": read_letter,
    "cursief": read_letter,
    "word": _word,
}
