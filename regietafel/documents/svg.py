"""Whether an SVG may be drawn: plain shapes, that refer to nothing outside and are not more work than a logo needs.

The library that draws has no limit of its own: a drawing of a few hundred bytes can keep it busy for hours. So what
may be in it is listed here, and counted.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple
from xml.parsers import expat

from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MOST_WORK, _MAX_DEPTH = 2_000, 40
_LAYER, _PICTURE, _PATH = 40, 300, 200  # the work of a layer and a picture, in shapes; characters of a path as one
_MAX_SIZE, _MAX_RATIO = 100_000.0, 10.0  # of the drawing, in its own measure; width to height or the other way
_SHAPES = frozenset(
    {"svg", "g", "defs", "symbol", "use", "switch", "a", "image", "clippath", "style", "title", "desc", "metadata"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "lineargradient", "radialgradient", "stop"}
)
_ANIMATED = frozenset({"animate", "animatemotion", "animatetransform", "animatecolor", "set"})
_WORDS = frozenset({"text", "tspan", "tref", "textpath", "font", "glyph"})
_COSTLY = frozenset({"filter", "mask", "pattern", "marker"})
_SVG = "http://www.w3.org/2000/svg"
_OUTSIDE = re.compile(r"@import|@font-face|url\(\s*['\"]?\s*(?!['\"#\s])|expression\(|javascript:", re.IGNORECASE)
_TOO_COSTLY = re.compile(r"(?<![\w-])filter\s*:(?!\s*none)|dasharray\s*:(?!\s*none)", re.IGNORECASE)
_LAYERED = re.compile(
    r"(?<![\w-])opacity\s*:(?!\s*1(?:\.0+)?\s*(?:;|\}|$))|clip-path\s*:(?!\s*none)"
    r"|mix-blend-mode\s*:(?!\s*normal)|isolation\s*:(?!\s*auto)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"#[^\s]*|data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
_NUMBER = re.compile(r"\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)\s*(?:px|mm|cm|in|pt|pc)?\s*")


class Tekening(NamedTuple):
    """A drawing that may be drawn: its height to its width, how much work it is, in shapes, and the pictures in it.

    The pictures are yet to be judged.
    """

    ratio: float
    work: int
    pictures: tuple[bytes, ...]


def check_svg(data: bytes) -> Tekening:
    """Raises RegietafelError with a sentence when it may not be drawn."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError:
        raise RegietafelError(_("Dit SVG-bestand is beschadigd. Sla het logo opnieuw op, of kies een PNG.")) from None
    work = reader.work()
    if work > _MOST_WORK:
        raise RegietafelError(_TOO_MUCH)
    return Tekening(reader.ratio, work, tuple(reader.pictures))


class _Reader:
    """Follows the elements while expat reads them; refuses as soon as there is something that may not be there."""

    def __init__(self) -> None:
        self.ratio = 1.0
        self.pictures: list[bytes] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.ProcessingInstructionHandler = self._refuse_instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self._path: list[tuple[int, str]] = []  # from the root to where we are: number and tag
        self._nodes: list[_Node] = []
        self._ids: dict[str, int] = {}
        self._styled = False  # whether a style sheet makes layers, of we do not know what

    def work(self) -> int:
        """How much is drawn, in shapes, when each ``<use>`` is what it refers to; once it is too much it is no more."""
        known = [0] * len(self._nodes)
        for _round in range(_MAX_DEPTH):  # each follows one reference further
            before = known[0]
            for number in reversed(range(len(self._nodes))):  # children come after their parent
                node = self._nodes[number]
                own = node.work + (_LAYER if self._styled else 0)
                target = self._ids.get(node.refers)
                known[number] = own + sum(known[kid] for kid in node.kids) + (0 if target is None else known[target])
                known[number] = min(known[number], _MOST_WORK + 1)
            if known[0] == before:
                break
        return known[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _gap, local = name.rpartition(" ")
        tag = local.lower()
        if not self._nodes:
            self._check_root(space, tag, attributes)
        if space == _SVG:
            _check_tag(tag)
        refers = ""
        work = 1 + sum(len(value) for value in attributes.values()) // _PATH
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2].lower()
            if attribute.startswith("on"):
                raise RegietafelError(_("Dit SVG-bestand bevat een script.") + _AGAIN)
            if attribute in ("href", "src") and tag != "a":
                refers = self._follow(value.strip(), tag)
                work += _PICTURE if tag == "image" else 0
                continue
            said = f"{attribute}:{value}"
            _check_style(said)
            work += _LAYER if _LAYERED.search(said) else 0
        number = len(self._nodes)
        self._nodes.append(_Node([], refers if tag == "use" else "", work))
        if "id" in attributes:
            self._ids.setdefault(attributes["id"], number)
        if self._path:
            self._nodes[self._path[-1][0]].kids.append(number)
        self._path.append((number, tag))
        if len(self._nodes) > _MOST_WORK or len(self._path) > _MAX_DEPTH:
            raise RegietafelError(_TOO_MUCH)

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _characters(self, text: str) -> None:
        if self._path and self._path[-1][1] == "style":
            if "\\" in text or "/*" in text:  # in which a word can hide
                raise RegietafelError(_REFERS)
            _check_style(text)
            self._styled = self._styled or bool(_LAYERED.search(text))

    def _follow(self, value: str, tag: str) -> str:
        """To what an element refers; a picture in the file itself is kept to be judged."""
        found = _INSIDE.fullmatch(value)
        if found is None:
            raise RegietafelError(_REFERS)
        if found[1] is None:
            return value.removeprefix("#")
        if tag == "image":
            try:
                self.pictures.append(base64.b64decode(found[1]))
            except binascii.Error:
                raise RegietafelError(_REFERS) from None
        return ""

    def _check_root(self, space: str, tag: str, attributes: dict[str, str]) -> None:
        if (space, tag) != (_SVG, "svg"):
            raise RegietafelError(_("Dit is geen SVG-tekening. Kies een PNG-, JPEG- of SVG-bestand."))
        box = attributes.get("viewBox", "").replace(",", " ").split()
        pairs = [box[2:4]] if len(box) == 4 else []
        given = [attributes.get("width", ""), attributes.get("height", "")]
        pairs += [given] if not pairs or all(_NUMBER.fullmatch(size) for size in given) else []
        for sizes in pairs:
            wide, high = (float(found[1]) if (found := _NUMBER.fullmatch(size)) else 0.0 for size in sizes)
            if not (0 < wide <= _MAX_SIZE and 0 < high <= _MAX_SIZE and 1 / _MAX_RATIO <= high / wide <= _MAX_RATIO):
                raise RegietafelError(_("Dit SVG-bestand heeft geen bruikbare maat.") + _AGAIN)
            self.ratio = high / wide

    @staticmethod
    def _refuse_doctype(*_declared: object) -> None:
        raise RegietafelError(_("Dit SVG-bestand heeft een DOCTYPE; dat nemen wij niet aan.") + _AGAIN)

    @staticmethod
    def _refuse_instruction(target: str, _said: str) -> None:
        if target == "xml-stylesheet":
            raise RegietafelError(_REFERS)


def _check_tag(tag: str) -> None:
    if tag in _ANIMATED:
        raise RegietafelError(_("Een logo beweegt niet; dit SVG-bestand wel.") + _AGAIN)
    if tag in _WORDS:
        raise RegietafelError(_("Dit logo bevat tekst die van een lettertype afhangt. Sla het op met omtrekken."))
    if tag in _COSTLY or tag.startswith("fe"):
        raise RegietafelError(_TOO_MUCH)
    if tag not in _SHAPES:
        raise RegietafelError(_("Dit SVG-bestand bevat meer dan een tekening ({wat}).").format(wat=tag) + _AGAIN)


def _check_style(text: str) -> None:
    if _OUTSIDE.search(text):
        raise RegietafelError(_REFERS)
    if _TOO_COSTLY.search(text):
        raise RegietafelError(_TOO_MUCH)


class _Node(NamedTuple):
    """An element: the numbers of those in it, the id to which it refers, and the work it is by itself."""

    kids: list[int]
    refers: str
    work: int


_AGAIN = _(" Sla het logo opnieuw op als gewone SVG, of als PNG.")
_REFERS = _("Dit SVG-bestand verwijst naar iets buiten zichzelf.") + _AGAIN
_TOO_MUCH = _("Dit SVG-bestand is te ingewikkeld voor een logo. Kies een eenvoudiger versie, of een PNG.")
