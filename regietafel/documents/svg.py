"""Whether an SVG may be drawn: pure shapes, that refer to nothing outside and are not more than a logo needs."""

from __future__ import annotations

import re
from xml.parsers import expat

from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MAX_NODES, _MAX_DEPTH = 20_000, 64  # elements, with what <use> repeats
_MAX_SIZE, _MAX_RATIO = 100_000.0, 20.0  # of the drawing, in its own measure; width to height or the other way
_FORBIDDEN = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
)
_ANIMATED = frozenset({"animate", "animatemotion", "animatetransform", "animatecolor", "set"})
_WORDS = frozenset({"text", "tref", "textpath", "altglyph"})
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!['\"#\s])|expression\(|javascript:", re.IGNORECASE)
_INSIDE = re.compile(r"#[^\s]*|data:image/(?:png|jpe?g);base64,[A-Za-z0-9+/=\s]*")
_NUMBER = re.compile(r"\s*([0-9.]+(?:[eE][+-]?\d+)?)\s*(?:px|mm|cm|in|pt|pc|em|ex|%)?\s*")


def check_svg(data: bytes) -> None:
    """Raises RegietafelError with a sentence when it may not be drawn."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError:
        raise RegietafelError(_("Dit SVG-bestand is beschadigd. Sla het logo opnieuw op, of kies een PNG.")) from None
    if reader.cost() > _MAX_NODES:
        raise RegietafelError(_TOO_MUCH)


class _Reader:
    """Follows the elements while expat reads them; refuses as soon as there is something that may not be there."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.ProcessingInstructionHandler = self._refuse_instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self._path: list[int] = []
        self._nodes: list[tuple[list[int], str]] = []  # per element its children, and the id to which it refers
        self._ids: dict[str, int] = {}
        self._tags: list[str] = []

    def cost(self) -> int:
        """How many elements are drawn, when each ``<use>`` is what it refers to; never much more than is allowed."""
        known: dict[int, int] = {}
        for number in reversed(range(len(self._nodes))):  # children come after their parent
            known[number] = 1 + sum(known[kid] for kid in self._nodes[number][0])
        for _round in range(_MAX_DEPTH):  # each round follows one reference further
            before = known.get(0, 0)
            for number in reversed(range(len(self._nodes))):
                kids, reference = self._nodes[number]
                target = self._ids.get(reference, -1)
                known[number] = 1 + sum(known[kid] for kid in kids) + (known[target] if target >= 0 else 0)
                if known[number] > _MAX_NODES:
                    return known[number]
            if known.get(0, 0) == before:
                break
        return known.get(0, 0)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2].lower()
        if not self._nodes:
            self._check_root(tag, attributes)
        if tag in _FORBIDDEN:
            raise RegietafelError(_("Dit SVG-bestand bevat meer dan een tekening ({wat}).").format(wat=tag) + _AGAIN)
        if tag in _ANIMATED:
            raise RegietafelError(_("Een logo beweegt niet; dit SVG-bestand wel.") + _AGAIN)
        if tag in _WORDS:
            raise RegietafelError(_("Dit logo bevat tekst die van een lettertype afhangt. Sla het op met omtrekken."))
        reference = ""
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2].lower()
            if attribute.startswith("on"):
                raise RegietafelError(_("Dit SVG-bestand bevat een script.") + _AGAIN)
            if attribute in ("href", "src") and tag != "a":
                if not _INSIDE.fullmatch(value.strip()):
                    raise RegietafelError(_REFERS)
                reference = value.strip().removeprefix("#")
            elif _OUTSIDE.search(value):
                raise RegietafelError(_REFERS)
        number = len(self._nodes)
        self._nodes.append(([], reference if tag == "use" else ""))
        self._ids.setdefault(attributes.get("id", f" {number}"), number)
        if self._path:
            self._nodes[self._path[-1]][0].append(number)
        self._path.append(number)
        self._tags.append(tag)
        if len(self._nodes) > _MAX_NODES or len(self._path) > _MAX_DEPTH:
            raise RegietafelError(_TOO_MUCH)

    def _end(self, _name: str) -> None:
        self._path.pop()
        self._tags.pop()

    def _characters(self, text: str) -> None:
        if self._tags and self._tags[-1] == "style" and ("\\" in text or _OUTSIDE.search(text)):
            raise RegietafelError(_REFERS)

    @staticmethod
    def _check_root(tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg":
            raise RegietafelError(_("Dit is geen SVG-tekening. Kies een PNG-, JPEG- of SVG-bestand."))
        box = attributes.get("viewBox", "").replace(",", " ").split()
        sizes = box[2:4] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
        numbers = [float(found[1]) if (found := _readable(size)) else 0.0 for size in sizes]
        if not all(0 < number <= _MAX_SIZE for number in numbers) or max(numbers) > _MAX_RATIO * min(numbers):
            raise RegietafelError(_("Dit SVG-bestand heeft geen bruikbare maat.") + _AGAIN)

    @staticmethod
    def _refuse_doctype(*_declared: object) -> None:
        raise RegietafelError(_("Dit SVG-bestand heeft een DOCTYPE; dat nemen wij niet aan.") + _AGAIN)

    @staticmethod
    def _refuse_instruction(*_said: object) -> None:
        raise RegietafelError(_REFERS)


def _readable(size: str) -> re.Match[str] | None:
    found = _NUMBER.fullmatch(size)
    return found if found and found[1].count(".") <= 1 and found[1] != "." else None


_AGAIN = _(" Sla het logo opnieuw op als gewone SVG, of als PNG.")
_REFERS = _("Dit SVG-bestand verwijst naar iets buiten zichzelf.") + _AGAIN
_TOO_MUCH = _("Dit SVG-bestand is te ingewikkeld voor een logo. Kies een eenvoudiger versie, of een PNG.")
