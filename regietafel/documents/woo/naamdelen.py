"""What stands around a surname and belongs to the name: initials, first names, tussenvoegsels, a second surname."""

from __future__ import annotations

import re
import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = 80  # characters that a name before the surname can take
_WORD = re.compile(r"[^\s(\[“\"]+")
_GLUED = re.compile(r"(?<!\w)([dls]['’])(?=\w)", re.IGNORECASE)  # d'Ancona
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_FIRST_NAME = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_TITLES = _words("mevrouw heer mw dhr drs dr mr ir ing prof bc beste geachte collega ambtenaar")
TUSSENVOEGSELS = _words(
    "van von de den der het 't te ten ter in op aan uit voor over onder bij d' l' la le les el al zu dos da di du des"
    " v.d. v/d vd"
)
_SECOND = re.compile(
    rf"\s?[-‐‑–]\s?(?:(?:{'|'.join(sorted(map(re.escape, TUSSENVOEGSELS)))})\s+)*[^\W\d_]{{2,}}", re.IGNORECASE
)


def widen(text: str, begin: int, einde: int, naam: str) -> tuple[int, int]:
    """From where to where the whole name stands, of which the part from ``begin`` to ``einde`` was found.

    ``naam`` is the name as it is known: a first name counts when it begins as one of that, tussenvoegsels when they are
    those, or when initials or a first name come before them.
    """
    second = _SECOND.match(text, einde)
    if second and any(character.isupper() for character in second[0]):
        einde = second.end()
    known = [_plain(word) for word in _GLUED.sub(r"\1 ", naam).split()]
    letters = {word[0] for word in known[:-1] if word not in TUSSENVOEGSELS and word[0].isalpha()}
    start = max(0, begin - _BEFORE)
    words = [*_WORD.finditer(text, start, begin)]
    between = len(words)
    while between and _plain(words[between - 1][0]) in TUSSENVOEGSELS:
        between -= 1
    first = between
    while first and _is_first(words[first - 1][0], letters, loose=between < len(words)):
        first -= 1
    if first < between:
        return words[first].start(), einde
    own = [word for word in known if word in TUSSENVOEGSELS]
    if own and [_plain(word[0]) for word in words[-len(own) :]] == own:
        return words[-len(own)].start(), einde
    return begin, einde


def _is_first(word: str, letters: set[str], *, loose: bool) -> bool:
    """Whether it is initials or a first name; ``loose`` when a tussenvoegsel follows and no first name is known."""
    if _INITIALS.fullmatch(word):
        return word[0].isupper() and _plain(word).strip(".") not in _TITLES
    if not _FIRST_NAME.fullmatch(word) or not word[0].isupper() or _plain(word) in _TITLES:
        return False
    return _plain(word)[0] in letters or (loose and not letters)


def _plain(word: str) -> str:
    """In small letters, without accents, and with one kind of apostrophe."""
    parts = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‘", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
