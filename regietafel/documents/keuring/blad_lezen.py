"""Read what stands on a page by following what draws it."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from regietafel.documents.keuring.blad import Blad, Merk, Stuk
from regietafel.documents.keuring.letters import Lettertype, read_font
from regietafel.documents.keuring.openen import content, decoded
from regietafel.documents.keuring.stand import (
    GEWOON,
    WIT,
    Kleur,
    Stand,
    apply,
    matrix,
    times,
    with_colour,
    with_text_state,
)

_MAX_CONTENT = 3 * 2**20  # bytes on one page; more is a drawing, not a letter
_MAX_TOTAL = 24 * 2**20  # bytes in one file, also when its pages share them
_MAX_TEXTS = 20_000  # on one page
_MAX_FORMS = 200  # on one page, and at most so many inside each other:
_MAX_DEPTH = 6
_MAX_FILLS = 400  # the last so many are remembered as background
_OPERATORS = (
    "q Q cm BT ET Tf Tm Td TD T* TL Tc Tw Tz Ts Tr Tj TJ ' \" g rg k cs sc scn re m l c v y n f F f* B B* b b* S s sh"
    " BDC BMC EMC Do"
)
_FILL = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_PAINT = _FILL | {"S", "s"}


def read_pages(pdf: pikepdf.Pdf, most: int) -> Iterator[Blad]:
    """The first ``most`` pages. What is malformed is passed over: the judge of the standard reports it."""
    room = _MAX_TOTAL
    for number, page in zip(range(1, most + 1), pdf.pages, strict=False):
        reader = _Reader(pdf, number, min(room, _MAX_CONTENT))
        yield _read_page(reader, pdf, page, number)
        room -= reader.spent


def _read_page(reader: _Reader, pdf: pikepdf.Pdf, page: Any, number: int) -> Blad:
    if reader.room > 0 and reader.affords(len(data := content(page.obj))):
        reader.run(pdf.make_stream(data), page.obj.get("/Resources", page.resources), 0)
    else:
        reader.too_large = True
    box = [float(each) for each in page.mediabox]
    return Blad(
        nummer=number,
        vak=(min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])),
        gedraaid=page.rotation % 180 != 0,
        stukken=tuple(reader.texts),
        merken=frozenset(reader.marks),
        ongemerkt=reader.unmarked,
        te_groot=reader.too_large,
        lettertypen=tuple(reader.used.values()),
    )


@dataclass(frozen=True, kw_only=True)
class _Marked:
    mark: Merk | None = None
    artifact: str | None = None
    actual: str | None = None


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, number: int, room: int) -> None:
        self.room = room  # bytes that may be read
        self.spent = 0
        self.texts: list[Stuk] = []
        self.marks: set[Merk] = set()
        self.unmarked = self.too_large = False
        self.used: dict[tuple[int, int] | str, Lettertype] = {}
        self._pdf = pdf
        self._number = number
        self._state = Stand()
        self._saved: list[Stand] = []
        self._stack: list[_Marked] = []
        self._heard: set[int] = set()  # places in the stack whose ActualText was already said
        self._line = self._cursor = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._path: list[tuple[float, float]] = []
        self._rectangle = True  # whether the path is rectangles only
        self._fills: deque[tuple[float, float, float, float, Kleur | None]] = deque(maxlen=_MAX_FILLS)
        self._forms = 0

    def affords(self, size: int) -> bool:
        """Whether so many bytes more may be read; they are counted anyway."""
        self.spent += size
        return self.spent <= self.room

    def run(self, stream: Any, resources: Any, owner: int, depth: int = 0) -> None:
        """Follow what ``stream`` draws; ``owner`` is the number of the object it is, 0 for the page."""
        opened = len(self._stack)
        for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
            if len(self.texts) >= _MAX_TEXTS:
                self.too_large = True
                break
            try:
                self._step(str(instruction.operator), instruction.operands, resources, owner, depth)
            except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
                continue  # an operand that is not what it should be
        del self._stack[opened:]

    def _step(  # noqa: PLR0912 - one case an operator
        self, name: str, operands: Any, resources: Any, owner: int, depth: int
    ) -> None:
        state = self._state
        match name:
            case "q":
                self._saved.append(state)
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "cm":
                self._state = replace(state, ctm=times(matrix(operands), state.ctm))
            case "BT":
                self._line = self._cursor = GEWOON
            case "Tf":
                self._state = replace(state, font=self._font(resources, str(operands[0])), size=float(operands[1]))
            case "Tm":
                self._line = self._cursor = matrix(operands)
            case "Td" | "TD":
                if name == "TD":
                    self._state = replace(state, leading=-float(operands[1]))
                self._next_line(float(operands[0]), float(operands[1]))
            case "T*":
                self._next_line(0.0, -state.leading)
            case "TL" | "Tc" | "Tw" | "Ts" | "Tz" | "Tr":
                self._state = with_text_state(state, name, float(operands[0]))
            case "Tj":
                self._show([operands[0]])
            case "TJ":
                self._show(operands[0])
            case "'" | '"':
                if name == '"':
                    self._state = replace(state, word_spacing=float(operands[0]), spacing=float(operands[1]))
                self._next_line(0.0, -state.leading)
                self._show([operands[-1]])
            case "g" | "rg" | "k" | "cs" | "sc" | "scn":
                self._state = with_colour(state, name, operands, resources)
            case "re" | "m" | "l" | "c" | "v" | "y":
                self._draw(name, [float(each) for each in operands])
            case "BDC" | "BMC":
                self._begin(operands, resources, owner)
            case "EMC" if self._stack:
                self._stack.pop()
                self._heard.discard(len(self._stack))
            case "Do":
                self._do(resources.XObject[str(operands[0])], depth)
            case "n":
                self._path.clear()
            case "sh":
                self._notice_paint()
            case _ if name in _PAINT:
                self._paint(filled=name in _FILL)

    def _font(self, resources: Any, name: str) -> Lettertype | None:
        font = resources.Font[name]
        key = font.objgen if font.is_indirect else name
        if key not in self.used:
            self.used[key] = read_font(font)
        return self.used[key]

    def _next_line(self, x: float, y: float) -> None:
        self._line = self._cursor = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _show(self, parts: Any) -> None:
        state, font = self._state, self._state.font
        if font is None:
            return
        codes: list[int] = []
        width = 0.0
        said: list[str] = []
        for part in parts:
            if isinstance(part, pikepdf.String):
                shown = list(font.codes(bytes(part)))
                codes += shown
                said.append(font.text(shown))
                width += sum(font.breedtes.get(code, font.breedte) for code in shown) / 1000 * state.size
                width += len(shown) * state.spacing + shown.count(32) * state.word_spacing * (font.stap == 1)
            else:
                width -= float(part) / 1000 * state.size
        text = "".join(said)
        placed = times(self._cursor, state.ctm)
        x, y = apply(placed, 0.0, state.rise)
        x2, _y2 = apply(placed, width * state.stretch, state.rise)
        self._cursor = times((1.0, 0.0, 0.0, 1.0, width * state.stretch, 0.0), self._cursor)
        size = abs(state.size) * math.hypot(placed[2], placed[3])
        artifact = next((each.artifact for each in self._stack if each.artifact is not None), None)
        mark = next((each.mark for each in reversed(self._stack) if each.mark is not None), None)
        if text:
            visible = state.mode in {0, 2, 4, 6}
            stuk = Stuk(
                bladzijde=self._number,
                tekst=text,
                gezegd=self._said(text),
                x=min(x, x2),
                y=y,
                x2=max(x, x2),
                grootte=size,
                vet=any(each in font.naam.casefold() for each in ("bold", "semi", "black", "heavy")),
                kleur=state.colour if visible else None,
                achtergrond=self._background((x + x2) / 2, y + size / 4) if visible else None,
                merk=None if artifact is not None else mark,
                artefact=artifact,
            )
            self.texts.append(stuk)
            self.unmarked |= bool(text.strip()) and stuk.merk is None and artifact is None

    def _said(self, text: str) -> str:
        for place, each in enumerate(self._stack):
            if each.actual is not None:
                said = "" if place in self._heard else each.actual
                self._heard.add(place)
                return said
        return text

    def _begin(self, operands: Any, resources: Any, owner: int) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = resources.get("/Properties", {}).get(str(properties), {})
        mark = (owner, int(properties["/MCID"])) if "/MCID" in properties else None
        if mark:
            self.marks.add(mark)
        kind = str(properties.get("/Subtype", properties.get("/Type", "/")))[1:]
        actual = properties.get("/ActualText")
        self._stack.append(
            _Marked(
                mark=mark,
                artifact=kind if str(operands[0]) == "/Artifact" else None,
                actual=None if actual is None else str(actual),
            )
        )

    def _do(self, drawn: Any, depth: int) -> None:
        saved = self._state
        form = drawn.get("/Subtype") == "/Form"
        if not form or "/Group" in drawn or depth == _MAX_DEPTH:
            self._notice_paint()
        if not form:
            corners = [apply(saved.ctm, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._remember(corners, None)
            return
        self._forms += 1
        if depth == _MAX_DEPTH or self._forms > _MAX_FORMS:
            self.too_large = True
            return
        if not self.affords(len(decoded(drawn))):
            self.too_large = True
            return
        around = len(self._saved)
        self._state = replace(saved, ctm=times(matrix(drawn.get("/Matrix", GEWOON)), saved.ctm))
        self.run(drawn, drawn.get("/Resources", {}), drawn.objgen[0], depth + 1)
        del self._saved[around:]
        self._state = saved

    def _draw(self, name: str, numbers: list[float]) -> None:
        if name == "re":
            x, y, width, height = numbers
            points = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
        else:
            points = list(zip(numbers[::2], numbers[1::2], strict=False))
        if not self._path:
            self._rectangle = True
        self._rectangle &= name == "re"
        if len(self._path) < _MAX_TEXTS:
            self._path += [apply(self._state.ctm, *point) for point in points]

    def _paint(self, *, filled: bool) -> None:
        if self._path:
            self._notice_paint()
            if filled:
                one = self._rectangle and len(self._path) == 4
                self._remember(self._path, self._state.colour if one else None)
        self._path.clear()

    def _notice_paint(self) -> None:
        self.unmarked |= all(each.artifact is None and each.mark is None for each in self._stack)

    def _remember(self, points: list[tuple[float, float]], colour: Kleur | None) -> None:
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        self._fills.append((min(xs), min(ys), max(xs), max(ys), colour))

    def _background(self, x: float, y: float) -> Kleur | None:
        for left, bottom, right, top, colour in reversed(self._fills):
            if left <= x <= right and bottom <= y <= top:
                return colour
        return WIT
