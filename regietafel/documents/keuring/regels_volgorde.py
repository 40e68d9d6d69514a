"""Rules that lay what is heard beside what is seen: words that run together and text in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from regietafel.documents.keuring.bevinding import Bevinding
from regietafel.documents.keuring.blad import Stuk
from regietafel.documents.keuring.boom import Boom, Inhoud, Knoop
from regietafel.documents.keuring.regels_tags import at
from regietafel.i18n import _

_INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Annot", "BibEntry", "Sub"})
_DRAWN = frozenset({"Figure", "Formula"})  # its words have no order; only its caption is text
_ELSEWHERE = _DRAWN | {"Note", "FENote"}  # stands at the foot of the page, where it is not read
_WITHOUT_SPACES = "\u2e80"  # from here on: scripts of East Asia
_RIGHT_TO_LEFT = range(0x590, 0x900)


class _Gehoord(NamedTuple):
    stuk: Stuk
    gezegd: str


class _Blok(NamedTuple):
    """The text of one element on one page, and the box around it."""

    knoop: Knoop
    bladzijde: int
    links: float
    onder: float
    rechts: float
    boven: float


def glued_words(boom: Boom) -> Iterator[Bevinding]:
    """``woorden-aaneen``: at a line end there is neither a space nor a hyphen, so two words are heard as one."""
    for node, texts in _blocks(boom.wortel, _DRAWN):
        widest = max(_line_widths(texts), default=0.0)
        line: list[Stuk] = []
        last = ""
        for before, after in pairwise(texts):
            line.append(before.stuk)
            last = before.gezegd[-1:] or last
            if not _is_next_line(before.stuk, after.stuk):
                continue
            first = after.gezegd[:1]
            seen = "".join(stuk.tekst for stuk in line)
            # A word that is longer than the line is cut without a hyphen; then it fills the line.
            cut = len(seen.split()) < 2 and _width(line) > widest - 1.5 * before.stuk.grootte
            line = []
            if last.isalnum() and first.isalnum() and max(last, first) < _WITHOUT_SPACES and not cut:
                words = f"{seen.split()[-1] if seen.split() else ''}{after.gezegd.split(' ')[0]}"
                melding = _(
                    "Aan het eind van een regel ontbreekt een spatie: wie luistert hoort “{words}”. Zet er een."
                )
                yield at(node, "woorden-aaneen", "fout", melding.format(words=words[:60]))
                break


def _blocks(node: Knoop, skip: frozenset[str]) -> Iterator[tuple[Knoop, list[_Gehoord]]]:
    """Every element with text of its own, in reading order, with that text; not what is inside a tag of ``skip``."""
    if node.tag in skip:
        for kid in node.kinderen:
            if kid.tag == "Caption":
                yield from _blocks(kid, skip)
        return
    own = list(_own_text(node))
    if own:
        yield node, own
    for kid in node.kinderen:
        for inner in _inner_blocks(kid) if kid.tag in _INLINE else (kid,):
            yield from _blocks(inner, skip)


def _inner_blocks(node: Knoop) -> Iterator[Knoop]:
    for kid in node.kinderen:
        if kid.tag in _INLINE:
            yield from _inner_blocks(kid)
        else:
            yield kid


def _own_text(node: Knoop) -> Iterator[_Gehoord]:
    replacement = node.vervangt
    for deel in node.delen:
        if isinstance(deel, Inhoud):
            heard = [_Gehoord(stuk, stuk.gezegd) for stuk in deel.stukken or ()]
        elif isinstance(deel, Knoop) and deel.tag in _INLINE:
            heard = list(_own_text(deel))
        else:
            continue
        for each in heard:
            if replacement is None:
                yield each
            else:
                yield _Gehoord(each.stuk, replacement)
                replacement = ""


def _is_next_line(before: Stuk, after: Stuk) -> bool:
    if before.bladzijde != after.bladzijde:
        return True
    return after.y < before.y - 0.6 * min(before.grootte, after.grootte)


def _line_widths(texts: Sequence[_Gehoord]) -> Iterator[float]:
    line: list[Stuk] = []
    for each in texts:
        if line and _is_next_line(line[-1], each.stuk):
            yield _width(line)
            line = []
        line.append(each.stuk)
    if line:
        yield _width(line)


def _width(line: Sequence[Stuk]) -> float:
    return max(stuk.x2 for stuk in line) - min(stuk.x for stuk in line)


def reading_order(boom: Boom) -> Iterator[Bevinding]:
    """``leesvolgorde``: what is read later stands above, or in one row to the left of, what is read before it."""
    melding = _(
        "Deze tekst staat boven of links van wat ervoor wordt voorgelezen. Zet de tags in de volgorde van de bladzijde."
    )
    texts = list(_blocks(boom.wortel, _ELSEWHERE))
    blocks = [block for node, heard in texts for block in _boxes(node, heard)]
    wrong: dict[int, Knoop] = {}
    for before, after in pairwise(blocks):
        if before.bladzijde == after.bladzijde and _is_above(after, before):
            wrong.setdefault(id(after.knoop), after.knoop)
    for row in boom.wortel.find("TR", "LI"):
        parts = [next(_boxes(kid, _heard(kid)), None) for kid in row.kinderen]
        for left, right in pairwise(part for part in parts if part):
            if left.bladzijde == right.bladzijde and right.rechts <= left.links + 1 and right.boven > left.onder:
                wrong.setdefault(id(right.knoop), right.knoop)
    for node, heard in texts:
        if any(_goes_back(one.stuk, two.stuk) for one, two in pairwise(heard)):
            wrong.setdefault(id(node), node)
    for node in wrong.values():
        yield at(node, "leesvolgorde", "waarschuwing", melding)


def _heard(node: Knoop) -> list[_Gehoord]:
    return [each for _owner, heard in _blocks(node, _ELSEWHERE) for each in heard]


def _boxes(node: Knoop, texts: Sequence[_Gehoord]) -> Iterator[_Blok]:
    """A box for every page on which the text stands."""
    pages: dict[int, list[Stuk]] = {}
    for each in texts:
        if each.stuk.tekst.strip():
            pages.setdefault(each.stuk.bladzijde, []).append(each.stuk)
    for page, stukken in pages.items():
        yield _Blok(
            node,
            page,
            min(stuk.x for stuk in stukken),
            min(stuk.y - 0.2 * stuk.grootte for stuk in stukken),
            max(stuk.x2 for stuk in stukken),
            max(stuk.y + 0.7 * stuk.grootte for stuk in stukken),
        )


def _is_above(one: _Blok, other: _Blok) -> bool:
    """Whether it stands wholly above the other, in the same column."""
    beside = one.links >= other.rechts - 1 or one.rechts <= other.links + 1
    return not beside and one.onder >= other.boven - 2


def _goes_back(before: Stuk, after: Stuk) -> bool:
    """Within one text: to a line above in the same column, or to the left on the same line."""
    if before.bladzijde != after.bladzijde:
        return before.bladzijde > after.bladzijde
    if any(ord(character) in _RIGHT_TO_LEFT for character in before.tekst + after.tekst):
        return False
    rise = after.y - before.y
    if rise > max(before.grootte, after.grootte):
        return after.x < before.x2 - 1 and after.x2 > before.x + 1
    return abs(rise) < 0.2 * before.grootte and after.x2 <= before.x + 0.5 and after.x < before.x


RULES = (glued_words, reading_order)
