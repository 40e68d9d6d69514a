"""How much a PDF makes a reader do, counted before anyone does it.

The judge of the standards follows a drawing as often as it is drawn, so a file of a few kilobytes in which a thousand
pages share one heavy drawing keeps it busy for hours, and nothing can stop it. Here each drawing is read once and
counted as often as it is used: a form, a pattern, and a letter that is a drawing (Type 3).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

import pikepdf

from regietafel.documents.keuring.openen import content, decoded
from regietafel.errors import RegietafelError
from regietafel.i18n import _

MAX_WEIGHT = 24 * 2**20  # bytes that are followed; the judge takes some six seconds a standard for them
_MAX_SIZE = 4 * 2**20  # bytes of one drawing; the judge takes half a gigabyte of memory for them
_OF_A_USE = 100  # what beginning a drawing costs, in bytes
_DEEPEST = 50  # drawings in each other
_MOST_NAMES = 1_000  # that one drawing uses; of more it is not told apart which
_SPACE = rb"(?:[\0\s]|%[^\r\n]*[\r\n])+"
_END = rb"(?![^\0\s/\[\]<>(){}%])"
_USES = re.compile(rb"/([^\0\s/\[\]<>(){}%]+)" + _SPACE + rb"(Do|scn|SCN)" + _END)
_DRAW = re.compile(rb"(?<![^\0\s/\[\]<>(){}%])Do" + _END)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)

_Number = tuple[int, int]  # of an object


def check_weight(pdf: pikepdf.Pdf) -> None:
    """Raises RegietafelError when following everything that is drawn on all pages is too much work."""
    read: dict[_Number, _Drawing] = {}
    total = 0
    for page in pdf.pages:
        total += _Scale(page, read).weigh()
        if total > MAX_WEIGHT:
            raise RegietafelError(too_heavy())


class _Drawing:
    """One stream, read: how long it is, what it draws how often, and how often it draws what could not be read.

    Raises RegietafelError for one that is too large by itself.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > _MAX_SIZE:
            raise RegietafelError(too_heavy())
        self.size = len(data)
        self.uses: Counter[tuple[str, str]] = Counter()
        self.unclear: Counter[str] = Counter()
        for use in _USES.finditer(data):
            kind, name = ("/XObject" if use[2] == b"Do" else "/Pattern"), _name(use[1])
            if name.isprintable() and len(self.uses) < _MOST_NAMES:
                self.uses[kind, name] += 1
            else:
                self.unclear[kind] += 1
        clear = sum(times for (kind, _name), times in self.uses.items() if kind == "/XObject")
        self.unclear["/XObject"] = sum(1 for _use in _DRAW.finditer(data)) - clear
        rest = _STRINGS.sub(b"", data)
        self.letters = self.size if b"(" in rest else self.size - len(rest)  # at most: brackets in each other are rare


class _Around(NamedTuple):
    """Where what is drawn by its name is found: first in ``own``, the resources of ``owner``, then with the page."""

    own: Any
    owner: _Number
    page: Any

    def find(self, kind: str, name: str) -> Any:
        holders = (_entry(each, kind) for each in (self.own, self.page))
        return next((found for holder in holders if (found := _entry(holder, name)) is not None), None)

    def every(self, kind: str) -> list[Any]:
        return [value for each in (self.own, self.page) for value in _values(_entry(each, kind))]


class _Scale:
    """Weighs one page. What was ``read`` for the pages before it need not be read again."""

    def __init__(self, page: Any, read: dict[_Number, _Drawing]) -> None:
        resources = page.obj.get("/Resources", page.resources)
        self._page = page.obj
        self._around = _Around(resources, page.obj.objgen, resources)
        self._read = read
        self._weights: dict[tuple[_Number, _Number], int] = {}
        self._busy: set[_Number] = set()

    def weigh(self) -> int:
        """The weight of the page with its annotations."""
        weight = self._of(_Drawing(content(self._page)), self._around, 0)
        for note in _items(self._page.get("/Annots")):
            for state in _values(_entry(note, "/AP")):
                for drawing in [state] if isinstance(state, pikepdf.Stream) else _values(state):
                    weight += self._stream(drawing, self._around, 0)
        return weight

    def _of(self, drawing: _Drawing, around: _Around, depth: int) -> int:
        """The weight of a drawing with all it draws."""
        weight = drawing.size + _OF_A_USE
        for (kind, name), times in drawing.uses.items():
            weight += times * self._stream(around.find(kind, name), around, depth)
        for kind, times in drawing.unclear.items():
            weight += times * self._heaviest(around.every(kind), around, depth) if times else 0
        if drawing.letters:
            weight += drawing.letters * max(
                (self._font(font, around, depth) for font in around.every("/Font")), default=0
            )
        if weight > MAX_WEIGHT:
            raise RegietafelError(too_heavy())
        return weight

    def _font(self, font: Any, around: _Around, depth: int) -> int:
        """The weight of the heaviest letter, when letters of this font are drawings."""
        letters = _values(_entry(font, "/CharProcs"))
        if letters and "/Resources" in font:
            around = around._replace(own=font.Resources, owner=font.objgen)
        return self._heaviest(letters, around, depth)

    def _heaviest(self, streams: list[Any], around: _Around, depth: int) -> int:
        return max((self._stream(each, around, depth) for each in streams), default=0)

    def _stream(self, stream: Any, around: _Around, depth: int) -> int:
        """The weight of a stream that draws; pictures draw nothing. One without resources draws with those around."""
        if not isinstance(stream, pikepdf.Stream) or stream.get("/Subtype") == "/Image":
            return 0
        number = stream.objgen
        if number in self._busy:
            raise RegietafelError(
                _("Een tekening in deze PDF tekent zichzelf. Het bestand is beschadigd; maak het opnieuw.")
            )
        if depth > _DEEPEST:
            raise RegietafelError(too_heavy())
        if "/Resources" in stream:
            around = around._replace(own=stream.Resources, owner=number)
        if (number, around.owner) not in self._weights:
            self._busy.add(number)
            if number not in self._read:
                self._read[number] = _Drawing(decoded(stream))
            self._weights[number, around.owner] = self._of(self._read[number], around, depth + 1)
            self._busy.remove(number)
        return self._weights[number, around.owner]


def _name(written: bytes) -> str:
    """The name, with a character that is never printed where it is no text."""
    return "/" + _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), written).decode("utf-8", "surrogateescape")


def _entry(holder: Any, key: str) -> Any:
    return holder.get(key) if isinstance(holder, pikepdf.Dictionary) else None


def _values(holder: Any) -> list[Any]:
    return [value for _key, value in holder.items()] if isinstance(holder, pikepdf.Dictionary) else []


def _items(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, pikepdf.Array) else []


def too_heavy() -> str:
    """The sentence for a file that draws too much."""
    return _(
        "Deze PDF is te zwaar om te keuren: de bladzijden tekenen samen te veel. Splits of vereenvoudig het bestand."
    )
